"""A complainant's new phone or address, or what somebody brought, asked in place; what stood there before below."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.domain.place_titles import title_of_place
from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.line import Line
from desk.gui.inputs.making import make_input
from desk.gui.inputs.note import Note
from desk.gui.parts import pairs, part
from desk.gui.session import Session
from desk.gui.small_form import SmallForm
from desk.rulebook.intake import Field


def contact_change_form(session: Session, view: Any, book: Any) -> SmallForm:
    """Only what is new is typed; the fields start empty, so that no mask is saved."""
    from desk.services import contact_changes

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        fresh = {fact: given.get(fact) for fact in contact_changes.FACTS if given.get(fact)}
        reason, brought, who = (str(given.get(id_) or "") for id_ in ("reason", "brought", "brought_by"))
        contact_changes.change(
            office, viewer, view.number, fresh, reason=reason, brought=brought, brought_by=who,
            seen_version=form.seen_version,
        )  # fmt: skip
        return Done(changed(view.id), _tr("已记下，原来的内容留在案件里"))

    asked = [
        Asked(
            fact,
            _tr("新的{title}").format(title=title_of_place(book, fact, view.case.kind)),
            make_input(book, Field(id=fact), view.case.kind),
        )
        for fact in contact_changes.FACTS
    ]
    asked += [
        Asked("brought", _tr("补充了什么"), Note(2), help=_tr("材料、情况；文件另加为附件")),
        Asked("brought_by", _tr("谁送来的"), Line(), help=_tr("本人不用写；例：王五（丈夫）")),
        Asked("reason", _tr("理由"), Note(2), required=True, help=_tr("例：本人来电说换了号码")),
    ]
    form = SmallForm(session, _tr("变更联系方式、补充材料"), _tr("记下"), asked, work)
    form.seen_version = view.case.version
    return form


def changed(case_id: int) -> Any:
    """That the case is another one now."""
    from desk.services.changes import Changes

    return Changes(frozenset({case_id}), frozenset({"cases"}))


def former_part(found: Any) -> QWidget | None:
    """What stood on record before, as the viewer may see it."""
    if not found:
        return None
    rows = ((one.title, f"{one.old}　{one.at:%Y-%m-%d} {one.by}　{one.reason}") for one in found)
    return part(_tr("原来的联系方式"), pairs(rows))


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseForms", words)
