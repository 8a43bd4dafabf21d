"""What is to be done with a case beside its main line: whom to report it to, tasks with their own clock (CAP-42, 45)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.domain.clocks import ClockState, left_words
from desk.domain.reporting import MEANS
from desk.domain.urging import WORDS as URGING_WORDS
from desk.domain.urging import orders_of
from desk.domain.words import name_of
from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_moment
from desk.gui.look import current_look, icon
from desk.gui.parts import line, part
from desk.gui.session import Session
from desk.gui.small_form import SmallForm, moment_meant

Act = Callable[[str, Any], None]


def reports_part(session: Session, view: Any, act: Act) -> QWidget | None:
    """Everybody to whom the level calls for a report: told or not, when and how; and the sheet that tells them."""
    if not view.reports:
        return None
    may = session.viewer.may("handle")
    rows = []
    for one in view.reports:
        deeds = [(_tr("记已上报…") if one.at is None else _tr("再次上报…"), "report", one)] if may else []
        mark = "done" if one.at is not None else "soon"
        rows.append(_row(mark, _report_words(session, one), deeds, act))
    sheet = _row("paper", _tr("投诉上报单（书面上报用）"), [(_tr("预览"), "report_sheet", view)], act)
    return part(_tr("按等级上报"), *rows, sheet)


def _report_words(session: Session, one: Any) -> str:
    if one.at is None:
        return _tr("{name}　未上报").format(name=one.name)
    told = f"{one.at:%Y-%m-%d %H:%M}", one.means, session.office.user_name(one.by), one.note
    return _tr("{name}　已上报　{how}").format(name=one.name, how="　".join(filter(None, told)))


def report_form(session: Session, view: Any, role: str = "") -> SmallForm:
    """To whom the case was reported, how and when."""
    from desk.services import reporting
    from desk.services.changes import Changes

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Any:
        at, to = moment_meant(given, "at", _tr("上报时间")), str(given.get("role", ""))
        means, note = str(given.get("means", "")), str(given.get("note", ""))
        done = reporting.report(office, viewer, view.number, to, means, at=at, note=note)
        return Done(Changes(frozenset({done.id}), frozenset({"cases"})), _tr("已记录上报"))

    asked = [
        Asked(
            "role", _tr("向谁上报"), Choice([Item(one.role, one.name) for one in view.reports]), required=True
        ),
        Asked("means", _tr("上报方式"), Choice([Item(one, one) for one in MEANS]), required=True),
        Asked("at", _tr("上报时间"), Line(read_moment, "moment"), required=True),
        Asked("note", _tr("备注"), Line(), help=_tr("例：指示先做应急处理")),
    ]
    form = SmallForm(session, _tr("按等级上报"), _tr("记已上报"), asked, work)
    waiting = next((one.role for one in view.reports if one.at is None), view.reports[0].role)
    form.form.set_values({"role": role or waiting, "at": office.now()})
    return form


def tasks_part(session: Session, view: Any, act: Act) -> QWidget | None:
    """What runs beside the flow: what was done of it, its own clock, and the next of it to be done from here."""
    rows = [_task(session, view, task, act) for task in view.tasks]
    return part(_tr("并行事项"), *rows) if rows else None


def orders_part(session: Session, view: Any, act: Act) -> QWidget | None:
    """The orders to get on with the matter, each with its day and answer; a sheet of ours where the manual names none."""
    from desk.services import urging

    book = session.office.rulebook_of(view.case)
    rows = []
    for one in orders_of(book, view.case):
        waits, own = one.replied_at is None, urging.has_own_paper(book, one)
        deeds = [] if own or not one.number else [(_tr("单子"), "order_sheet", one)]
        if waits and one.number and session.viewer.may("handle"):
            deeds.append((_tr("答复…"), "answer", one))
        rows.append(_row("soon" if waits else "done", _order_words(book, one), deeds, act))
    return part(_tr("催办、督办"), *rows) if rows else None


def _order_words(book: Any, one: Any) -> str:
    day = _tr("{day}前答复").format(day=f"{one.reply_by:%m-%d}") if one.reply_by else _tr("没有定答复期限")
    told = (
        _tr("{at} 已答复：{reply}").format(at=f"{one.replied_at:%m-%d %H:%M}", reply=one.reply)
        if one.replied_at
        else day
    )
    whose = name_of(book.departments, one.department)
    return "　".join(filter(None, (f"{URGING_WORDS[one.effect]} {one.number}".strip(), whose, told)))


def _task(session: Session, view: Any, task: Any, act: Act) -> QWidget:
    book = session.office.rulebook_of(view.case)
    own = {step.id: step.name for step in book.steps if step.side == task.id}
    told = [
        _tr("已做：{steps}").format(steps="、".join(task.taken)) if task.taken else "",
        _tr("还要做：{steps}").format(steps="、".join(task.left)) if task.left else _tr("已完成"),
        *(_clock_words(session, clock) for clock in _clocks(book, view, set(own))),
    ]
    open_ = [(f"{one.step.name}…", "step", one.step.id) for one in view.steps if one.step.id in own]
    late = any(clock.standing == "overdue" for clock in _clocks(book, view, set(own)))
    mark = "done" if task.is_done else "overdue" if late else "running"
    return _row(mark, "\n".join(filter(None, told)), [] if task.is_done else open_, act)


def _clocks(book: Any, view: Any, steps: set[str]) -> list[ClockState]:
    ids = {clock.id for clock in book.clocks if steps & set(clock.done)}
    return [clock for clock in view.clocks if clock.id in ids]


def _clock_words(session: Session, clock: ClockState) -> str:
    left = left_words(clock, session.office.now(), session.office.calendar)
    until = _tr("　到 {at}").format(at=f"{clock.due:%m-%d %H:%M}") if clock.due and clock.is_running else ""
    return f"{clock.name}：{left}{until}"


def _row(mark: str, words: str, deeds: list[tuple[str, str, Any]], act: Act) -> QWidget:
    """A picture for the standing, the words, and what can be done about it."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    look, picture = current_look(), QLabel()
    colour = {"done": look.good, "soon": look.warn, "overdue": look.danger}.get(mark, look.muted)
    height = box.fontMetrics().height()
    picture.setPixmap(icon(mark, colour).pixmap(height, height))
    picture.setAlignment(picture.alignment().AlignTop)
    row.addWidget(picture)
    row.addWidget(line(words), 1)
    for name, deed, value in deeds:
        button = QPushButton(name)
        button.setProperty("link", True)
        button.setAccessibleName(f"{name}　{words.partition(chr(10))[0]}")
        button.clicked.connect(lambda _=False, deed=deed, value=value: act(deed, value))
        row.addWidget(button)
    return box


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)
