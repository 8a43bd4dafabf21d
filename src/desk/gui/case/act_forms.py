"""What is done to a case as a whole, asked in place: its times, what it is, and which others belong to it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desk.domain.case import Case
from desk.domain.clock_changes import changes as clock_changes
from desk.domain.errors import DeskError
from desk.domain.masking import is_masked
from desk.domain.words import category_words
from desk.gui.asking import asked_fields
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_moment
from desk.gui.inputs.making import category_items
from desk.gui.inputs.note import Note
from desk.gui.session import Session
from desk.gui.small_form import SmallForm, moment_meant
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook

RECEIVED = "received"
_ABOUT = ("subject", "narrative", "demand", "summary", "respondent.name", "place")
"""What a part of a matter that is taken in by itself is about."""


class Done(NamedTuple):
    """What became of an act: what changed in the store, what the clerk is told, and what is to be signed for it at once.

    That sheet is kept nowhere: its name, and what draws it.
    """

    changes: Any
    words: str
    sheet: tuple[str, Callable[[], bytes]] | None = None


# --- times ---


def retime_form(session: Session, view: Any, book: Rulebook) -> SmallForm:
    """Which entry of the timeline happened at another moment, and why it stood wrong."""
    from desk.services import times

    office, viewer = session.office, session.viewer
    moments = moments_of(view.case, book)

    def work(given: dict[str, Any]) -> Done:
        at = moment_meant(given, "at", _tr("实际时间"), required=True)
        step, reason = str(given.get("step", "")), str(given.get("reason", ""))
        seen = form.seen_version
        return _done(view, times.correct(office, viewer, view.number, step, at, reason, seen_version=seen))

    step = Choice([Item(id_, f"{name}　{at:%m-%d %H:%M}") for id_, (name, at) in moments.items()])
    asked = [
        Asked("step", _tr("更正哪一项"), step, required=True),
        Asked("at", _tr("实际时间"), Line(read_moment, "moment"), required=True),
        Asked("reason", _tr("理由"), Note(2), required=True, help=_tr("例：当时停电，纸上记的是9时20分")),
    ]
    form = SmallForm(session, _tr("更正时间"), _tr("更正"), asked, work)
    form.seen_version = view.case.version
    form.own_field = lambda _field: "at"
    on_record = {None, *(at for _, at in moments.values())}

    def show_moment(id_: str) -> None:
        """The moment on record to start from; what the clerk has typed stays."""
        if id_ in moments and form.form.values().get("at") in on_record:
            form.form.set_values({"at": moments[id_][1]})

    step.chosen.connect(show_moment)
    return form


def moments_of(case: Case, book: Rulebook) -> dict[str, tuple[str, Any]]:
    """What can be put right: the receipt and the latest time of each step, by its name and the moment on record."""
    names = {step.id: step.name for step in book.steps if step.id != "register"}
    latest = {entry.step: entry.at for entry in case.timeline if entry.step in names and not entry.undone}
    steps = sorted(latest.items(), key=lambda taken: taken[1], reverse=True)
    found = {step: (names[step], at) for step, at in steps}
    return {**found, RECEIVED: (_tr("收到"), case.received_at)}


# --- orders and return visits ---


def answer_form(session: Session, view: Any, book: Rulebook) -> SmallForm:
    """What came back on an order to get on with the matter."""
    from desk.services import urging

    office, viewer = session.office, session.viewer
    open_ = urging.unanswered(book, view.case)

    def work(given: dict[str, Any]) -> Done:
        order, reply = str(given.get("order", "")), str(given.get("reply", ""))
        after = urging.answer(office, viewer, view.number, reply, order=order)
        return Done(_changed(after.id), _tr("已记下 {note}").format(note=after.case.timeline[-1].note))

    asked = [
        Asked("order", _tr("文号"), Choice([Item(one.number, one.number) for one in open_]), required=True),
        Asked("reply", _tr("答复内容"), Note(2), required=True),
    ]
    form = SmallForm(session, _tr("答复催办、督办"), _tr("记下"), asked, work)
    form.form.set_values({"order": open_[0].number})
    return form


def tried_form(session: Session, view: Any) -> SmallForm:
    """A return visit for which nobody was reached."""
    from desk.services import visits

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        means, note = str(given.get("means", "")), str(given.get("note", ""))
        after = visits.tried(office, viewer, view.number, means, note)
        words = _tr("已记下，回访未联系上 {times}").format(times=after.words["case.visit_tries"])
        return Done(_changed(after.id), words)

    asked = [
        Asked("means", _tr("方式"), Line(), required=True, help=_tr("例：电话")),
        Asked("note", _tr("情况"), Note(2), help=_tr("例：无人接听")),
    ]
    return SmallForm(session, _tr("回访未联系上"), _tr("记下"), asked, work)


# --- kind and category ---


def reclassify_form(session: Session, view: Any, book: Rulebook) -> SmallForm:
    """What the matter really is, as the manual divides them."""
    from desk.services.reclassifying import reclassify

    office, viewer, case = session.office, session.viewer, view.case
    known = {"kind": case.kind, "category": case.category}

    def work(given: dict[str, Any]) -> Done:
        chosen, note = {id_: str(given.get(id_, "")) for id_ in known}, str(given.get("note", ""))
        if case.category and not chosen["category"]:
            hint = _tr("原来的是：{category}").format(category=category_words(book, case.category))
            raise DeskError("missing", _tr("请选择类别"), hint, "category")
        # What the clerk left as it was is not written: somebody else may have changed it meanwhile.
        fresh = {id_: value for id_, value in chosen.items() if value != known[id_]}
        seen = form.seen_version
        return _done(view, reclassify(office, viewer, view.number, **fresh, note=note, seen_version=seen))

    kind = Choice([Item(one.id, one.name) for one in book.kinds])
    category = Choice(category_items(book, case.kind, case.category))
    kind.chosen.connect(
        lambda id_: category.set_items(category_items(book, id_, case.category if id_ == case.kind else ""))
    )
    asked = [
        Asked("kind", _tr("类型"), kind, required=True),
        *([Asked("category", _tr("类别"), category)] if book.categories else []),
        Asked("note", _tr("理由"), Note(2)),
    ]
    form = SmallForm(session, _tr("变更类型或类别"), _tr("变更"), asked, work)
    form.seen_version = case.version
    form.form.set_values(known)
    return form


def _done(before: Any, after: Any) -> Done:
    """An act that made the clocks anew: which of them are different now."""
    told = clock_changes(before.clocks, after.clocks)
    clocks = _tr("时限变化：{clocks}").format(clocks="；".join(told)) if told else _tr("时限没有变化")
    return Done(_changed(after.id), f"{after.case.timeline[-1].note}\n{clocks}")


# --- cases that belong together ---


def merge_form(session: Session, view: Any, others: Sequence[str]) -> SmallForm:
    """Another case is dealt with under this one from now on; ``others`` are those that look related."""
    from desk.services import merging

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        other, note = str(given.get("number", "")).strip(), str(given.get("note", ""))
        changes = merging.merge(office, viewer, view.number, other, note=note)
        words = _tr("{other} 已并入 {number}，时限停止；需要时可以拆开")
        return Done(changes, words.format(other=other, number=view.number))

    asked = [
        Asked(
            "number",
            _tr("并入的一件"),
            Choice([Item(one, one) for one in others]),
            required=True,
            help=_tr("编号；相关的案件可以用 F4 选"),
        ),
        Asked("note", _tr("理由"), Line()),
    ]
    return SmallForm(session, _tr("把另一件并入本件"), _tr("合并"), asked, work)


def part_form(session: Session, view: Any, merged: Sequence[Any]) -> SmallForm:
    """Two merged cases stand by themselves again."""
    from desk.services import merging

    office, viewer = session.office, session.viewer
    inward = {one.number: one.inward for one in merged}

    def work(given: dict[str, Any]) -> Done:
        other = str(given.get("number", ""))
        first, second = (view.number, other) if inward.get(other, True) else (other, view.number)
        changes = merging.unmerge(office, viewer, first, second)
        return Done(changes, _tr("{number} 已恢复单独办理").format(number=second))

    items = [Item(one.number, one.number) for one in merged]
    asked = [Asked("number", _tr("与哪一件拆开"), Choice(items), required=True)]
    form = SmallForm(session, _tr("拆开合并的案件"), _tr("拆开"), asked, work)
    if len(items) == 1:
        form.form.set_values({"number": items[0].id})
    return form


class SplitForm(SmallForm):
    """A part of the matter becomes a case of its own; what is asked follows the kind that is chosen."""

    def __init__(self, session: Session, view: Any, book: Rulebook) -> None:
        super().__init__(session, _tr("分案：把其中一部分另登记一件"), _tr("分出"), (), self._split)
        self._view, self._book = view, book
        self._known: dict[str, Any] = {}
        self._ask_for(view.case.kind)

    def _ask_for(self, kind_id: str) -> None:
        if not any(one.id == kind_id for one in self._book.kinds):
            return
        kind = Choice([Item(one.id, one.name) for one in self._book.kinds])
        fields = part_fields(self._view, self._book, kind_id)
        categories = category_items(self._book, kind_id)
        self.form.ask(
            [
                Asked("kind", _tr("类型"), kind, required=True),
                *([Asked("category", _tr("类别"), Choice(categories))] if categories else []),
                *asked_fields(self._book, fields, kind_id),
            ]
        )
        values = self._view.case.values
        shown = {field.id: values[field.id] for field in fields if field.id in values}
        self.form.set_values({id_: value for id_, value in shown.items() if not is_masked(str(value))})
        self.form.set_values({"kind": kind_id})
        self._known = self.form.values()
        kind.chosen.connect(self._kind_chosen)
        self.form.focus("kind")

    def _kind_chosen(self, kind_id: str) -> None:
        if kind_id != self._known.get("kind"):
            self._ask_for(kind_id)

    def _split(self, given: Mapping[str, Any]) -> Done:
        from desk.services import links

        kind, category = str(given.get("kind", "")), str(given.get("category", ""))
        changed = {
            id_: value
            for id_, value in given.items()
            if id_ not in ("kind", "category") and self._known.get(id_) != value
        }
        office, viewer = self.session.office, self.session.viewer
        done = links.split(office, viewer, self._view.number, kind, changed, category=category)
        return Done(done.changes, _tr("已分出 {number}，与本件互相关联").format(number=done.case.number))


def part_fields(view: Any, book: Rulebook, kind: str) -> list[Field]:
    """What says what the part is about, and what its kind requires and the case does not know."""
    asked = book.fields_at("register", kind, view.case.channel)
    return [field for field in asked if field.id in _ABOUT or (field.required and field.id not in view.known)]


def _changed(case_id: int) -> Any:
    from desk.services.changes import Changes

    return Changes(frozenset({case_id}), frozenset({"cases"}))


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseForms", words)
