"""What is done with a case besides the steps of its manual: one menu beside the steps, each act a form in place."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QPushButton
from shiboken6 import isValid

from desk.domain.urging import WORDS as URGING_WORDS
from desk.gui.case import act_forms as case_forms
from desk.gui.case import (
    belongings,
    case_tasks,
    conflict_forms,
    contact_change_form,
    contact_form,
    incident_form,
    original_forms,
    paper_forms,
)
from desk.gui.case.enquiry_form import enquiry_form
from desk.gui.small_form import SmallForm

if TYPE_CHECKING:
    from desk.gui.case.panel import CasePanel


_MOST_IN_PREVIEW = 60
"""So many pages are looked at before printing; the preview holds each as a picture."""


class Read(NamedTuple):
    """All that the panel shows of a case: itself, its papers, what belongs to it, what may be done, under which manual."""

    view: Any
    offers: Sequence[Any]
    belongings: belongings.Belongings
    acts: Sequence[str]
    rulebook: Any
    incidents: Sequence[Any] = ()
    unsigned: Sequence[Any] = ()
    former: Sequence[Any] = ()


def read(office: Any, viewer: Any, number: str) -> Read:
    """Ask for all of it; runs beside the windows."""
    from desk.services import case_acts, cases, contact_changes, incidents, notices
    from desk.services.offers import offers_of

    view = cases.show(office, viewer, number)
    return Read(
        view,
        # Papers of a merged case tell what was decided of its lead; otherwise the case that was read says it all.
        notices.offers(office, viewer, number) if view.case.is_merged else offers_of(office, view),
        belongings.read(office, viewer, view),
        case_acts.offered(office, viewer, view),
        office.rulebook_of(view.case),
        incidents.of_case(office, viewer, number),
        [one for one in view.signatures if not one.is_given],
        contact_changes.former(office, viewer, number),
    )


class CaseActs(QObject):
    """The acts that are open on the case in the panel, by the ids of ``services.case_acts``."""

    def __init__(self, panel: "CasePanel") -> None:
        super().__init__(panel)
        self.panel = panel
        self.found: Read | None = None
        self._button: QPushButton | None = None

    def show(self, found: Read) -> None:
        """These are the acts of the case that is shown now."""
        self.found = found

    def offered(self) -> Sequence[str]:
        """What may be done now."""
        return self.found.acts if self.found is not None and self.panel.view is not None else ()

    def button(self) -> QPushButton | None:
        """The menu 案件办理, where there is anything in it."""
        if not self.offered():
            return None
        button = QPushButton(_tr("案件办理"))
        button.setAccessibleName(_tr("案件办理：步骤以外的事"))
        button.setToolTip(_tr("步骤以外的事（F6）"))
        menu = QMenu(button)
        names = names_of_acts()
        for act in self.offered():
            menu.addAction(_tr("{act}…").format(act=names[act])).triggered.connect(partial(self.open, act))
        button.setMenu(menu)
        self._button = button
        return button

    def open_menu(self) -> None:
        """Let the menu down, the cursor in it."""
        if self._button is not None and isValid(self._button) and self.offered():
            menu = self._button.menu()
            menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
            menu.setActiveAction(menu.actions()[0])

    def open(self, act: str, _checked: bool = False) -> None:
        """Open the form of one act under the buttons; nothing where it is not open now."""
        if self.found is None or act not in self.offered():
            return
        if act in self._at_once():
            self._at_once()[act]()
            return
        forms: dict[str, Callable[[Read], SmallForm]] = {
            "contact": lambda found: contact_form.contact_form(self.panel.session, found.view),
            "retime": lambda found: case_forms.retime_form(self.panel.session, found.view, found.rulebook),
            "reclassify": lambda found: case_forms.reclassify_form(
                self.panel.session, found.view, found.rulebook
            ),
            "merge": lambda found: case_forms.merge_form(self.panel.session, found.view, _related(found)),
            "part": lambda found: case_forms.part_form(self.panel.session, found.view, _merged(found)),
            "split": lambda found: case_forms.SplitForm(self.panel.session, found.view, found.rulebook),
            "report": lambda found: case_tasks.report_form(self.panel.session, found.view),
            "enquiry": lambda found: enquiry_form(self.panel.session, found.view),
            "seal": self._seal_form,
            "sign": self._sign_form,
            "answer": lambda found: case_forms.answer_form(self.panel.session, found.view, found.rulebook),
            "tried": lambda found: case_forms.tried_form(self.panel.session, found.view),
            "contact_change": lambda found: contact_change_form.contact_change_form(
                self.panel.session, found.view, found.rulebook
            ),
            "original": lambda found: original_forms.original_form(self.panel.session, found.view),
            "original_back": lambda found: original_forms.original_back_form(self.panel.session, found.view),
            "box": lambda found: original_forms.box_form(self.panel.session, found.view),
            "incident": lambda found: incident_form.incident_form(self.panel.session, found.view),
            "conflict": lambda found: conflict_forms.keep_form(self.panel.session, found.view),
        }
        self._open(forms[act](self.found), act)

    def _at_once(self) -> dict[str, Callable[[], None]]:
        """What asks nothing in the panel."""
        files = self.panel.acts
        of_files = {"attach": files.add_file, "paste": files.paste} if files is not None else {}
        return {"file": self._whole_file, "form": self._shared_form, **of_files}

    def _open(self, form: SmallForm, act: str = "") -> None:
        form.done.connect(self._done)
        self.panel.open_form(form, ("act", act) if act else ("", ""))

    def _done(self, done: Any) -> None:
        """The form goes; what became of the act stands above the parts until something else is done."""
        self.panel.close_step()
        words = getattr(done, "words", "")
        if words:
            self.panel.outcome = words
            self.panel.session.say(words.partition("\n")[0], "good")
        self.panel.ask(self.panel.view.number)
        if sheet := getattr(done, "sheet", None):
            self.panel.made_asked.emit(*sheet, self.panel.view.sealed)

    def _whole_file(self) -> None:
        """The whole file, looked at before it is printed; a thick one is saved straight away, page by page it would fill the memory."""
        from desk.services import case_file, saving

        session, number, sealed = self.panel.session, self.panel.view.number, self.panel.view.sealed
        session.say(_tr("正在整理案卷…"))

        def show(made: Any) -> None:
            name = _tr("案卷 {number}").format(number=number)
            if made.printed.pages <= _MOST_IN_PREVIEW:
                session.say(_tr("案卷已整理好，{pages} 页").format(pages=made.printed.pages), "good")
                self.panel.made_asked.emit(name, lambda: made.printed.data, sealed)
                return
            proposed = Path.home() / f"{name.replace(' ', '_')}.pdf"
            title = _tr("案卷有 {pages} 页，另存 PDF").format(pages=made.printed.pages)
            target = session.dialogs.file_to_save(self.panel, title, proposed, "PDF (*.pdf)")
            if target:
                told = _tr("已存为 {path}")
                session.report(
                    partial(saving.save, made.printed.data, target),
                    lambda saved: session.say(told.format(path=saved.path), "good"),
                )

        session.report(partial(case_file.bound, session.office, session.viewer, number), show)

    def _shared_form(self) -> None:
        """One of the forms that any case may need, with what the case knows: chosen in place, looked at, printed."""
        session, number, sealed = self.panel.session, self.panel.view.number, self.panel.view.sealed
        form = paper_forms.shared_form(session)

        def show(chosen: tuple[str, str]) -> None:
            id_, name = chosen
            self.panel.close_step()
            self.panel.made_asked.emit(f"{name} {number}", partial(_shared, session, number, id_), sealed)

        form.done.connect(show)
        self.panel.open_form(form)

    def _sign_form(self, found: Read) -> SmallForm:
        return paper_forms.sign_form(
            self.panel.session, found.view.number, found.unsigned, found.belongings.files
        )

    def _seal_form(self, found: Read) -> SmallForm:
        from desk.services import seals

        return paper_forms.seal_form(self.panel.session, list(seals.waiting(found.rulebook, found.view)))

    def on_task(self, deed: str, value: Any) -> None:
        """A button beside the flow: a step, a report to somebody, or the sheet that reports."""
        if deed == "step":
            self.panel.open_step(value)
        elif deed == "report":
            self._open(case_tasks.report_form(self.panel.session, self.panel.view, value.role))
        elif deed == "original_back":
            self._open(original_forms.original_back_form(self.panel.session, self.panel.view, value))
        elif deed == "original_sheet":
            name = _tr("原件领取签收单") if value.returned_at else _tr("原件收据")
            draw = original_forms.sheet(self.panel.session, self.panel.view.number, value.n)
            self.panel.made_asked.emit(name, draw, self.panel.view.sealed)
        elif deed == "answer" and self.found is not None:
            form = case_forms.answer_form(self.panel.session, self.found.view, self.found.rulebook)
            form.form.set_values({"order": value.number})
            self._open(form)
        elif deed == "order_sheet":
            name = _tr("{kind}单").format(kind=URGING_WORDS[value.effect])
            work = partial(_order_sheet, self.panel.session, self.panel.view.number, value.number)
            self.panel.made_asked.emit(name, work, self.panel.view.sealed)
        else:
            self.panel.made_asked.emit(
                _tr("投诉上报单"),
                partial(_shared, self.panel.session, value.number, "level_report"),
                self.found.view.sealed,
            )

    # --- papers ---

    def on_paper(self, deed: str, value: Any) -> None:
        """A button beside a paper: preview, reprint, deliver, seal, or void."""
        panel = self.panel
        names = {one.id: one.name for one in panel.session.book_of(panel.view).papers}
        if deed == "preview":
            panel.paper_asked.emit(panel.view.number, value)
        elif deed == "reprint":
            panel.reprint_asked.emit(panel.view.number, value)
        elif deed == "deliver":
            self._open(paper_forms.delivery_form(panel.session, value, names.get(value.kind, value.kind)))
        elif deed == "seal":
            self._open(paper_forms.seal_form(panel.session, [value]))
        elif deed == "approve":
            self._open(paper_forms.approval_form(panel.session, panel.view.number, value))
        else:
            self._void(value)

    def _void(self, paper: Any) -> None:
        from desk.services import issued_papers

        session, number = self.panel.session, self.panel.view.number
        question = _tr("作废后这个文号不再使用。请写明理由：")
        title = _tr("作废文书 {number}").format(number=paper.number)
        reason = session.dialogs.reason(self.panel, title, question)
        if reason:
            work = partial(issued_papers.void, session.office, session.viewer, paper.id, reason)
            session.write(work, lambda _: self.panel.ask(number))


def names_of_acts() -> dict[str, str]:
    """What the acts are called, in the order of the menu."""
    return {
        "contact": _tr("登记联系"),
        "retime": _tr("更正时间"),
        "reclassify": _tr("变更类型或类别"),
        "merge": _tr("把另一件并入本件"),
        "part": _tr("拆开合并"),
        "split": _tr("分案"),
        "report": _tr("按等级上报"),
        "enquiry": _tr("状态查询、丢失回执"),
        "seal": _tr("用印"),
        "sign": _tr("登记签字"),
        "answer": _tr("答复催办、督办"),
        "tried": _tr("回访未联系上"),
        "contact_change": _tr("变更联系方式、补充材料"),
        "original": _tr("收存原件"),
        "original_back": _tr("退还原件"),
        "box": _tr("装盒"),
        "attach": _tr("添加附件"),
        "paste": _tr("粘贴图片、文件为附件"),
        "incident": _tr("安全事件"),
        "form": _tr("填好的表单"),
        "file": _tr("整卷（目录、文书、附件）"),
        "conflict": _tr("回避"),
    }


def _shared(session: Any, number: str, form: str) -> bytes:
    from desk.services import shared_forms

    return shared_forms.of_case(session.office, session.viewer, number, form).data


def _order_sheet(session: Any, number: str, order: str) -> bytes:
    from desk.services import shared_forms

    return shared_forms.of_case(session.office, session.viewer, number, "urging_order", order=order).data


def _merged(found: Read) -> list[Any]:
    return [one for one in found.belongings.related if one.kind == "merged_into"]


def _related(found: Read) -> list[str]:
    """The cases that are linked with this one or look alike: what a clerk most likely means."""
    linked = [one.number for one in found.belongings.related if one.kind != "merged_into"]
    alike = [row.number for one in found.view.repetitions for row in one.earlier]
    return list(dict.fromkeys((*linked, *alike)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)
