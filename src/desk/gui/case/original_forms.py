"""Originals that stay with the office and go back, and the box of an archived file; asked in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.domain.originals import Original, held, originals_of
from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line
from desk.gui.parts import part, row
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


def original_form(session: Session, view: Any) -> SmallForm:
    """What stays here."""
    from desk.services import originals

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        what, who = (str(given.get(id_) or "") for id_ in ("what", "brought_by"))
        changes = originals.keep(office, viewer, view.number, what, brought_by=who)
        return Done(
            changes,
            _tr("已记下代管的原件，退还以前交接班会列出"),
            (_tr("原件收据"), sheet(session, view.number)),
        )

    asked = [
        Asked("what", _tr("什么原件、几份"), Line(), required=True, help=_tr("例：购车发票原件 1 张")),
        Asked("brought_by", _tr("谁交来的"), Line(), help=_tr("本人不用写")),
    ]
    return SmallForm(session, _tr("收存原件"), _tr("记下"), asked, work)


def original_back_form(session: Session, view: Any, n: int = 0) -> SmallForm:
    """What goes back, to whom."""
    from desk.services import originals

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        which, to, note = (str(given.get(id_) or "") for id_ in ("original", "to", "note"))
        changes = originals.give_back(office, viewer, view.number, int(which or 0), to=to, note=note)
        n = int(which or 0)
        return Done(changes, _tr("已记下退还"), (_tr("原件领取签收单"), sheet(session, view.number, n)))

    lying = held(view.case)
    asked = [
        Asked(
            "original", _tr("哪一份"), Choice([Item(str(one.n), one.words) for one in lying]), required=True
        ),
        Asked("to", _tr("退给谁"), Line(), help=_tr("本人不用写")),
        Asked("note", _tr("怎样退的"), Line(), help=_tr("例：当面、挂号信")),
    ]
    form = SmallForm(session, _tr("退还原件"), _tr("已退还"), asked, work)
    chosen = n or (lying[0].n if len(lying) == 1 else 0)
    if chosen:
        form.form.set_values({"original": str(chosen)})
    return form


def box_form(session: Session, view: Any) -> SmallForm:
    """In which box the file lies."""
    from desk.services import boxing

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        box = str(given.get(boxing.BOX) or "")
        changes = boxing.put_in_box(office, viewer, [view.number], box, seen_version=form.seen_version)
        return Done(changes, _tr("已写盒号 {box}").format(box=box))

    form = SmallForm(
        session, _tr("装盒"), _tr("写盒号"), [Asked(boxing.BOX, _tr("盒号"), Line(), required=True)], work
    )
    form.seen_version = view.case.version
    form.form.set_values({boxing.BOX: view.case.values.get(boxing.BOX)})
    return form


def originals_part(view: Any, on_task: Callable[[str, Any], None], *, may: bool) -> QWidget | None:
    """What lies here or went back, with the sheet that is signed for it and the way back."""
    lots = originals_of(view.case)
    if not lots:
        return None

    def deeds(lot: Original) -> list[tuple[str, Callable[[], None]]]:
        back = [(_tr("退还…"), lambda: on_task("original_back", lot.n))] if not lot.returned_at else []
        name = _tr("签收单") if lot.returned_at else _tr("收据")
        return [(name, lambda: on_task("original_sheet", lot)), *back] if may else []

    return part(_tr("代管的原件"), *(row(one.words, deeds(one)) for one in lots))


def sheet(session: Session, number: str, n: int = 0) -> Callable[[], bytes]:
    """What draws the sheet that is signed for a lot, the latest without ``n``."""
    from desk.services import original_papers

    return lambda: original_papers.receipt(session.office, session.viewer, number, n).data


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseForms", words)
