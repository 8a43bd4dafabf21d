"""What follows a paper, asked in place: how it was delivered, who sealed it and when, who approved it on the 审批表."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from desk.domain.errors import DeskError
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, Reading, read_date, read_moment
from desk.gui.inputs.making import make_input
from desk.gui.inputs.note import Note
from desk.gui.session import Session
from desk.gui.small_form import SmallForm, moment_meant
from desk.rulebook.intake import Field


def delivery_form(session: Session, paper: Any, name: str) -> SmallForm:
    """How, when and to whom an issued paper was handed over."""
    from desk.services import deliveries

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Any:
        person, note = str(given.get("person", "")), str(given.get("note", ""))
        means, at = str(given.get("means", "")), moment_meant(given, "at", _tr("送达时间"))
        return deliveries.deliver(office, viewer, paper.id, means, at=at, person=person, note=note)

    asked = [
        Asked("means", _tr("送达方式"), Choice([Item(one, one) for one in deliveries.MEANS]), required=True),
        Asked("at", _tr("送达时间"), Line(read_moment, "moment"), required=True),
        Asked("person", _tr("收件人"), Line(), help=_tr("本人不在的，写代收人和关系")),
        Asked("note", _tr("备注"), Line()),
    ]
    form = SmallForm(session, _tr("送达：{paper}").format(paper=name), _tr("记录送达"), asked, work)
    form.form.set_values({"at": office.now()})
    return form


def again_form(session: Session, offer: Any, reason: str) -> SmallForm:
    """Why the same is told once more although a paper stands; ``done`` brings the reason."""

    def work(given: dict[str, Any]) -> str:
        why = str(given.get("reason", "")).strip()
        if not why:
            hint = _tr("理由和被替代的文号记在案件里")
            raise DeskError("missing", _tr("请写明再出的理由"), hint, "reason")
        return why

    help_ = _tr("例：原决定认定的事实有误，依复核结果重新作出；只是写错的，先作废再重出")
    asked = [Asked("reason", _tr("再出的理由"), Note(2), required=True, help=help_)]
    title = _tr("《{paper}》已经出过 {number}，现行有效；再出的与它一同保存")
    words = title.format(paper=offer.name, number=offer.issued)
    form = SmallForm(session, words, _tr("看再出的一份"), asked, work)
    form.form.set_values({"reason": reason})
    return form


def approval_form(session: Session, number: str, offer: Any) -> SmallForm:
    """Who approved a paper on the 审批表, and when."""
    from desk.services import approvals

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Any:
        approver, on = str(given.get("approver", "")), moment_meant(given, "approved_on", _tr("批准日期"))
        return approvals.approve(office, viewer, number, offer.paper, approver=approver, approved_on=on)

    asked = [
        Asked("approver", _tr("批准人"), Line(), required=True),
        Asked("approved_on", _tr("批准日期"), Line(read_date, "date"), required=True),
    ]
    form = SmallForm(
        session, _tr("《{paper}》须经批准才能出具").format(paper=offer.name), _tr("记录批准"), asked, work
    )
    if approvals.may_approve(viewer):
        form.form.set_values({"approver": viewer.name, "approved_on": office.now().date()})
    return form


def facts_form(session: Session, offer: Any, kind: str, rulebook: Any, given: dict[str, Any]) -> SmallForm:
    """What a paper still needs, typed with it: for this paper, not for the case; ``done`` brings the typed facts."""
    asked = []
    for id_ in offer.asked:
        fitting = [one for one in rulebook.fields if one.id == id_ and (not one.kinds or kind in one.kinds)]
        field = fitting[0] if fitting else Field(id=id_)
        asked.append(Asked(id_, field.title, make_input(rulebook, field, kind), required=True))

    def work(typed: dict[str, Any]) -> dict[str, Any]:
        for one in asked:
            if typed.get(one.id) in (None, ""):
                hint = _tr("它要印在《{name}》上").format(name=offer.name)
                raise DeskError("missing", _tr("请填写{title}").format(title=one.title), hint, one.id)
        return typed

    form = SmallForm(
        session, _tr("《{name}》上还缺的内容").format(name=offer.name), _tr("填入文书"), asked, work
    )
    form.form.set_values({id_: value for id_, value in given.items() if id_ in offer.asked})
    return form


def seal_form(session: Session, papers: list[Any]) -> SmallForm:
    """Who pressed the seal on which of these issued papers, and when."""
    from desk.services import seals

    office, viewer = session.office, session.viewer
    kinds = {one.id: one for one in session.rulebook.papers}

    def work(given: dict[str, Any]) -> Any:
        chosen, at = str(given.get("paper", "")), moment_meant(given, "at", _tr("用印时间"))
        paper = next((one.id for one in papers if str(one.id) == chosen), 0)
        return seals.put_seal(office, viewer, paper, person=str(given.get("person", "")), at=at)

    def item(paper: Any) -> Item:
        kind = kinds[paper.kind]
        return Item(str(paper.id), f"{kind.name}　{paper.number}　{kind.seal}".replace("　　", "　"))

    asked = [
        Asked("paper", _tr("文书"), Choice([item(one) for one in papers]), required=True),
        Asked("at", _tr("用印时间"), Line(read_moment, "moment"), required=True),
        Asked("person", _tr("用印人"), Line(), help=_tr("谁盖的印；空着就是本人")),
    ]
    form = SmallForm(session, _tr("文书用印"), _tr("记录用印"), asked, work)
    form.form.set_values({"paper": str(papers[0].id) if len(papers) == 1 else "", "at": office.now()})
    return form


def shared_form(session: Session) -> SmallForm:
    """Which of the forms that any case may need; ``done`` brings its id and name."""
    from desk.services import shared_forms

    def work(given: dict[str, Any]) -> tuple[str, str]:
        chosen = str(given.get("form", ""))
        if chosen not in shared_forms.AT_THE_COUNTER:
            raise DeskError("missing", _tr("请选择表单"), _tr("F4 列出全部"), "form")
        return chosen, shared_forms.FORMS[chosen]

    items = [Item(id_, shared_forms.FORMS[id_]) for id_ in shared_forms.AT_THE_COUNTER]
    asked = [Asked("form", _tr("表单"), Choice(items), required=True)]
    return SmallForm(session, _tr("填好本件内容的表单"), _tr("预览"), asked, work)


def sign_form(session: Session, number: str, unsigned: Sequence[Any], files: Sequence[Any]) -> SmallForm:
    """On which day a paper was signed, or which attachment shows it signed."""
    from desk.services import signing
    from desk.services.changes import Changes

    office, viewer = session.office, session.viewer

    def work(given: dict[str, Any]) -> Any:
        paper, _, name = str(given.get("signature", "")).partition(":")
        on, scan = moment_meant(given, "signed_on", _tr("签字日期")), int(str(given.get("attachment", "0")))
        after = signing.sign(office, viewer, number, paper, [name], on=on, attachment=scan)
        return Changes(frozenset({after.id}), frozenset({"cases"}))

    items = [Item(f"{one.paper.id}:{one.signing.id}", one.words) for one in unsigned]
    asked = [
        Asked("signature", _tr("签字"), Choice(items), required=True),
        Asked(
            "signed_on",
            _tr("签字日期"),
            Line(read_date, "date"),
            help=_tr("按文书上的日期；有扫描件的可以不填"),
        ),
    ]
    if files:
        shown = Choice([Item(str(one.id), one.name) for one in files])
        asked.append(Asked("attachment", _tr("扫描件"), shown, help=_tr("已附到案件上的文件")))
    form = SmallForm(session, _tr("登记签字"), _tr("记录签字"), asked, work)
    form.form.set_values({"signature": items[0].id if len(items) == 1 else ""})
    return form


def seal_password_form(session: Session, offer: Any, issue: Callable[[str], Any]) -> SmallForm:
    """The keeper's own password, each time; ``issue`` gets it."""
    line = Line(lambda text: Reading(text or None, text))
    line.setEchoMode(QLineEdit.EchoMode.Password)

    def work(given: dict[str, Any]) -> Any:
        return issue(str(given.get("password", "")))

    help_ = _tr("加盖后文书就已出具，内容不能再改；谁、何时加盖记入操作记录")
    asked = [Asked("password", _tr("自己的口令"), line, required=True, help=help_)]
    title = _tr("给《{paper}》加盖电子印章").format(paper=offer.name)
    return SmallForm(session, title, _tr("加盖并打印"), asked, work)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SmallForm", words)
