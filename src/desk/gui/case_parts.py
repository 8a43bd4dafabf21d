"""The parts of the detail panel: what is known, why it has its level, until when, what happened. All plain text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
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
from desk.domain.words import say
from desk.gui.flow_layout import FlowLayout
from desk.gui.session import Session
from desk.rulebook.facts import COMPUTED, FACTS
from desk.rulebook.model import Rulebook

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_LONGEST = 20_000


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)


def line(text: str, **marks: str | bool) -> QLabel:
    """Plain words that can be selected; marks are the properties the style sheet knows."""
    label = QLabel(text[:_LONGEST])
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(_SELECTABLE)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    for name, value in marks.items():
        label.setProperty(name, value)
    return label


def part(title: str, *widgets: QWidget) -> QWidget:
    """A part with its title."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(line(title, title=True))
    rule = QFrame()
    rule.setProperty("rule", True)
    column.addWidget(rule)
    for widget in widgets:
        column.addWidget(widget)
    return box


def pairs(rows: Iterable[tuple[str, str]], letters: int = 8) -> QWidget:
    """Labels and values below each other."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for number, (name, words) in enumerate(rows):
        label = line(name, muted=True)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance("字") * letters)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(line(words), number, 1, Qt.AlignmentFlag.AlignTop)
    return box


def row(words: str, deeds: Sequence[tuple[str, Callable[[], None]]]) -> QWidget:
    """Words with what can be done about them behind."""
    box = QWidget()
    beside = QHBoxLayout(box)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.addWidget(line(words), 1)
    for name, deed in deeds:
        beside.addWidget(_link(name, deed, f"{name}：{words[:40]}"))
    return box


def buttons(deeds: Sequence[tuple[str, Callable[[], None]]]) -> QWidget:
    """Some deeds beside each other."""
    box = QWidget()
    flow = FlowLayout(box)
    for name, deed in deeds:
        flow.addWidget(_link(name, deed, name))
    return box


def _link(name: str, deed: Callable[[], None], accessible: str) -> QPushButton:
    button = QPushButton(name)
    button.setProperty("link", True)
    button.setAccessibleName(accessible)
    button.clicked.connect(lambda _=False: deed())
    return button


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
    titles: dict[str, str] = {}
    for field in session.book_of(view).fields:
        if not field.kinds or view.case.kind in field.kinds:
            titles.setdefault(field.id, field.title)
    for id_ in [*titles, *(key for key in view.case.values if key not in titles)]:
        if id_ in view.case.values:
            rows.append(
                (titles.get(id_) or (FACTS[id_].label if id_ in FACTS else id_), _flat(words.get(id_, "")))
            )
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
    reasons = line("\n".join(f"· {step}" for step in clock.steps), muted=True)
    reasons.setVisible(False)
    why.toggled.connect(reasons.setVisible)
    column.addWidget(reasons)
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
    rows, book = [], session.book_of(view)
    for entry in reversed(view.case.timeline):
        told = [f"{_title(book, id_)}：{_say(book, id_, value)}" for id_, value in entry.values.items()]
        undone = _tr("（已撤销）") if entry.undone else ""
        head = f"{step_name(book, entry.step)}{undone}　{session.office.user_name(entry.by)}"
        rows.append(
            (f"{entry.at:%m-%d %H:%M}", "\n".join(text for text in (head, entry.note, *told) if text))
        )
    return part(_tr("办理过程"), pairs(rows, 7))


def step_name(book: Rulebook, step: str) -> str:
    """What people call an entry of the timeline."""
    act, _, about = step.partition(":")
    name = next((paper.name for paper in book.papers if paper.id == about), about)
    if act in ("issued", "approved"):
        return (_tr("出具{paper}") if act == "issued" else _tr("批准{paper}")).format(paper=name)
    if act in ("delivered", "sealed"):
        return _tr("送达文书") if act == "delivered" else _tr("文书用印")
    return next((one.name for one in book.steps if one.id == step), OF_ITSELF.get(step, step))


def papers_part(
    session: Session, view: Any, offers: Sequence[Any], act: Callable[[str, Any], None]
) -> QWidget:
    """The papers that are right now, and those that were issued. ``act`` gets preview, reprint or void with its object."""
    widgets: list[QWidget] = []
    for offer in waiting_offers(view, offers):
        need = _tr("还缺：{fields}").format(fields="、".join(offer.missing)) if offer.missing else ""
        approved, may = _approval(session, view, offer)
        deeds = [(_tr("预览并出具"), "preview", offer)]
        if may:
            deeds.insert(0, (_tr("批准…"), "approve", offer))
        about = "　".join(words for words in (need, approved) if words)
        widgets.append(_paper_row(offer.name, about, deeds, act))
    kinds = {one.id: one for one in session.book_of(view).papers}
    waiting, unsealed = _undelivered(view), _unsealed(session, view)
    for paper in view.papers:
        kind = kinds.get(paper.kind)
        name = kind.name if kind else paper.kind
        is_void, goes_out = paper.state == "void", kind is not None and kind.nature in ("decision", "notice")
        mark = _tr("　已作废") if is_void else _tr("　未送达") if goes_out and paper.id in waiting else ""
        sealed = "" if is_void else _sealed(session, view, paper)
        mark += f"　{sealed}" if sealed else _tr("　待用印") if paper.id in unsealed else ""
        again = _tr("补打") if paper.printed else _tr("打印")
        deeds = [] if is_void else [(again, "reprint", paper), (_tr("作废"), "void", paper)]
        if goes_out and not is_void:
            deeds.insert(0, (_tr("送达…"), "deliver", paper))
        if paper.id in unsealed and session.viewer.may("issue"):
            deeds.insert(0, (_tr("用印…"), "seal", paper))
        widgets.append(_paper_row(name, f"{paper.number}　{_when(paper.at)}".strip() + mark, deeds, act))
    return part(_tr("文书"), *(widgets or [line(_tr("现在没有要出的文书。"), muted=True)]))


def _undelivered(view: Any) -> set[int]:
    from desk.services import deliveries

    return {paper.id for paper in deliveries.undelivered(view)}


def _unsealed(session: Session, view: Any) -> set[int]:
    from desk.services import seals

    return {paper.id for paper in seals.waiting(session.book_of(view), view)}


def _sealed(session: Session, view: Any, paper: Any) -> str:
    """已用印　王保管　11-20 12:00, where it is on record."""
    from desk.services import seals

    done = seals.sealings(view.case, paper.id)
    if not done:
        return ""
    who = done[-1].person or session.office.user_name(done[-1].by)
    return _tr("已用印　{who}　{at}").format(who=who, at=f"{done[-1].at:%m-%d %H:%M}")


def _approval(session: Session, view: Any, offer: Any) -> tuple[str, bool]:
    """What is on record about the approval that a paper needs, and whether it waits for this viewer's."""
    from desk.services import approvals

    paper = next((one for one in session.book_of(view).papers if one.id == offer.paper), None)
    if paper is None or not approvals.asks(paper):
        return "", False
    given = approvals.of(view.case, paper)
    if given is None:
        return _tr("待批准"), approvals.may_approve(session.viewer)
    return _tr("已批准　{who}　{on}").format(who=given.approver, on=f"{given.on:%Y-%m-%d}"), False


def waiting_offers(view: Any, offers: Sequence[Any]) -> list[Any]:
    """The papers that are right now and not issued yet; a form without a number counts by its kind."""
    issued = {paper.kind for paper in view.papers if paper.state == "issued"}
    return [offer for offer in offers if not offer.issued and offer.paper not in issued]


def _paper_row(
    name: str, about: str, deeds: Sequence[tuple[str, str, Any]], act: Callable[[str, Any], None]
) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line(f"{name}\n{about}" if about else name), 1)
    for words, deed, value in deeds:
        button = QPushButton(words)
        button.setProperty("link", True)
        button.setAccessibleName(f"{words}：{name}")
        button.clicked.connect(lambda _=False, deed=deed, value=value: act(deed, value))
        row.addWidget(button)
    return box


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
