"""The parts of the detail panel: what is known, why it has its level, until when, what happened. All plain text."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.domain.case import OF_ITSELF
from desk.domain.clocks import ClockState, left_words
from desk.domain.moments import moment_words
from desk.domain.originals import RETURNED
from desk.domain.passing import PASSED
from desk.domain.place_titles import titles_on
from desk.domain.words import say
from desk.gui.case.timeline import Timeline
from desk.gui.parts import line, pairs, part
from desk.gui.session import Session
from desk.rulebook.facts import COMPUTED, FACTS
from desk.rulebook.model import Rulebook


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)


def facts_part(session: Session, view: Any) -> QWidget:
    """What was taken in, in the order of the form."""
    words: Mapping[str, Any] = view.words
    head = [
        (_tr("类型"), "case.kind"),
        (_tr("渠道"), "case.channel"),
        (_tr("类别"), "case.category"),
        (_tr("窗口"), "case.station"),
    ]
    rows = [(name, _flat(words.get(place, ""))) for name, place in head]
    rows += [(name, _when(moment)) for name, moment in (
        (_tr("收到"), view.case.received_at), (_tr("登记"), view.case.registered_at), (_tr("交承办"), view.case.handed_on_at),
    )]  # fmt: skip
    rows += [(_tr("首问责任人"), session.office.user_name(view.case.first_receiver))]
    book = session.book_of(view)
    asked = [field.id for field in book.fields if not field.kinds or view.case.kind in field.kinds]
    known = [id_ for id_ in dict.fromkeys((*asked, *view.case.values)) if id_ in view.case.values]
    titles = titles_on(book, known, view.case)
    rows += [(titles[id_] or id_, _flat(words.get(id_, ""))) for id_ in known]
    return part(_tr("登记内容"), pairs((name, text) for name, text in rows if text))


def closed_part(view: Any) -> QWidget | None:
    """The main steps that cannot be taken yet, and why."""
    rows = [(step.name, reason) for step, reason in view.closed if step.primary]
    return part(_tr("还不能办"), pairs(rows)) if rows else None


def levels_part(session: Session, view: Any) -> QWidget | None:
    """The level on each scale, with the manual's lines that put it there, and what is still open."""
    rows = []
    for grade in view.grades:
        scale = next((one for one in session.book_of(view).scales if one.id == grade.scale), None)
        if scale is None:
            continue
        level = next((one.name for one in scale.levels if one.id == grade.level), _tr("未定级"))
        why = "\n".join(f"· {criterion.text}" for criterion in grade.matched)
        titles = [_title(session.book_of(view), fact) for fact in grade.open]
        ask = _tr("尚不清楚、可能提高等级：{facts}").format(facts="、".join(titles)) if titles else ""
        rows.append((scale.name, "\n".join(text for text in (level, why, ask) if text)))
    return part(_tr("等级"), pairs(rows)) if rows else None


def repetitions_part(view: Any) -> QWidget | None:
    """How often the same was brought before, as the manual counts it."""
    rows = [(one.name, repetition_words(one)) for one in view.repetitions]
    return part(_tr("重复反映"), pairs(rows)) if rows else None


def repetition_words(one: Any) -> str:
    """第 3 次（手册规定 2 次起算）：earlier numbers."""
    reached = _tr("，已达到手册规定的 {times} 次").format(times=one.times) if one.reached else ""
    numbers = "、".join(row.number for row in one.earlier[:6])
    return _tr("第 {count} 次{reached}").format(count=one.count, reached=reached) + (
        f"\n{numbers}" if numbers else ""
    )


def clocks_part(session: Session, clocks: Sequence[ClockState], now: Any) -> QWidget | None:
    """Every clock: until when, how much is left, and at a click why that day."""
    if not clocks:
        return None
    return part(
        _tr("时限"), *(_clock(clock, left_words(clock, now, session.office.calendar)) for clock in clocks)
    )


def _clock(clock: ClockState, left: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 2)
    column.setSpacing(2)
    due = moment_words(clock.due) if clock.due else _tr("未设定")
    name = clock.name + (_tr("（法定）") if clock.statutory else "")
    tone = {"overdue": "error", "late_done": "warning"}.get(clock.standing, "hint")
    why = QPushButton(_tr("为什么是这一天"))
    why.setProperty("link", True)
    why.setCheckable(True)
    why.setAccessibleName(_tr("{clock}：为什么是这一天").format(clock=clock.name))
    column.addLayout(_between(line(name), _short(left, problem=tone)))
    column.addLayout(_between(line(due, muted=True), why))
    reasons: list[QLabel] = []  # made when they are asked for: a case has many clocks

    def show_reasons(shown: bool) -> None:
        if not reasons:
            reasons.append(line("\n".join(f"· {step}" for step in clock.steps), muted=True))
            column.addWidget(reasons[0])
        reasons[0].setVisible(shown)

    why.toggled.connect(show_reasons)
    return box


def _between(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _short(text: str, **marks: str | bool) -> QLabel:
    label = line(text, **marks)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    return label


def timeline_part(session: Session, view: Any) -> QWidget:
    """What happened, the newest first."""
    book = session.book_of(view)

    def said(entry: Any) -> tuple[str, str]:
        told = [f"{_title(book, id_)}：{_say(book, id_, value)}" for id_, value in entry.values.items()]
        undone = _tr("（已撤销）") if entry.undone else ""
        head = f"{step_name(book, entry.step)}{undone}　{session.office.user_name(entry.by)}"
        return f"{entry.at:%m-%d %H:%M}", "\n".join(text for text in (head, entry.note, *told) if text)

    return part(_tr("办理过程"), Timeline(view.case.timeline[::-1], said))


def step_name(book: Rulebook, step: str) -> str:
    """What people call an entry of the timeline."""
    act, _, about = step.partition(":")
    name = next((paper.name for paper in book.papers if paper.id == about), about)
    if act in ("issued", "approved"):
        return (_tr("出具{paper}") if act == "issued" else _tr("批准{paper}")).format(paper=name)
    if step.startswith(PASSED):
        return _tr("工作移交")
    if step.startswith(RETURNED):
        return _tr("退还原件")
    if act == "signed":
        return _tr("文书签字")
    if act in ("delivered", "sealed"):
        return _tr("送达文书") if act == "delivered" else _tr("文书用印")
    return next((one.name for one in book.steps if one.id == step), OF_ITSELF.get(step, step))


def _title(book: Rulebook, fact: str) -> str:
    field = next((one for one in book.fields if one.id == fact), None)
    known = FACTS.get(fact) or COMPUTED.get(fact)
    return field.title if field else known.label if known else fact


def _say(book: Rulebook, id_: str, value: Any) -> str:
    from desk.domain.words import fact_words

    try:
        return _flat(fact_words(book, {id_: value})[id_])
    except (KeyError, TypeError, ValueError):
        return _flat(say(value, "text"))


def value_words(book: Rulebook, fact: str, value: Any) -> tuple[str, str]:
    """A fact's title and its value in words."""
    return _title(book, fact), _say(book, fact, value)


def _flat(words: Any) -> str:
    if isinstance(words, str):
        return words
    return "\n".join("，".join(str(cell) for cell in row.values() if cell) for row in words)


def _when(moment: Any) -> str:
    return moment_words(moment) if moment else ""
