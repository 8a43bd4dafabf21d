"""Somebody asks how a matter stands: who they are is asked first, then the words to be read stand there (counter-day 11)."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.domain.enquiry import Said
from desk.gui.case.act_forms import Done
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_code
from desk.gui.session import Session
from desk.gui.small_form import SmallForm


def enquiry_form(session: Session, view: Any) -> SmallForm:
    """The form; what is typed is compared beside the window and kept nowhere."""
    from desk.services import enquiries

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Done:
        said = Said(*(str(given.get(key, "")) for key in ("name", "phone", "id_number")))
        code, means = str(given.get("code", "")), str(given.get("means", ""))
        told = enquiries.ask(office, viewer, view.number, said, code=code, means=means)
        return Done(told.changes, _words(told))

    ends = _tr("完整的，或最后四位")
    person = [
        Asked("name", _tr("姓名"), Line(), help=_tr("请对方自己说，不要念出登记的内容")),
        Asked("phone", _tr("电话"), Line(read_code, "phone"), help=ends),
        Asked("id_number", _tr("证件号码"), Line(read_code, "id_number"), help=ends),
    ]
    code = Asked("code", _tr("查询码"), Line(read_code, "text"), help=_tr("回执上的八个字母数字；举报只凭它"))
    means = Asked(
        "means", _tr("查询方式"), Choice([Item(one, one) for one in enquiries.MEANS]), required=True
    )
    asked = [code, means] if view.sealed else [*person, code, means]
    form = SmallForm(session, _tr("状态查询：先核对是谁在问"), _tr("核对"), asked, work)
    form.form.set_values({"means": enquiries.MEANS[0]})
    return form


def _words(told: Any) -> str:
    if told.is_known:
        return _tr("身份相符，可以告知：\n{sentence}").format(sentence=told.sentence)
    return _tr("不能告知。{why}").format(why=told.why)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)
