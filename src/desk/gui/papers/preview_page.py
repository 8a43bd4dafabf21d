"""A paper before it leaves the printer: its pages, what could not be drawn, and one button that prints it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk.domain.errors import code_of
from desk.gui.case.paper_forms import again_form, approval_form, facts_form, seal_password_form
from desk.gui.forms.ui_preview import Ui_PreviewPage
from desk.gui.papers import paper_run, printer_setup, printing
from desk.gui.papers.paper_pages import DPI, PaperPages
from desk.gui.session import Session
from desk.gui.shielding import Shield
from desk.gui.small_form import SmallForm
from desk.gui.task import Newest

_FONT_TOLD = "papers/font-told"


class PreviewPage(QWidget, Ui_PreviewPage):
    """Either an offer that is not issued yet, or a paper that is printed again."""

    closed = Signal()
    printed = Signal(object, object)
    """The paper and what became of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.number = ""
        self.offer: Any = None
        self.paper: Any = None
        self._data = b""
        self._kind = ""
        self._reason = ""
        self._printers: list[str] = []
        self._values: dict[str, Any] = {}
        self.asked: SmallForm | None = None
        self._newest = Newest()
        self._shield = Shield(self)
        self._pages = PaperPages(self)
        self.print.clicked.connect(self.print_out)
        self.save.clicked.connect(self.save_pdf)
        self.back_button.clicked.connect(self.back)
        self.fill_in.clicked.connect(self.ask_facts)
        self.seal.clicked.connect(self.seal_and_print)
        self.setup.clicked.connect(lambda _: self._ask_for_printer())

    # --- showing ---

    def show_offer(self, number: str, offer: Any) -> None:
        """A paper as it would be, not issued yet; beside one that stands it is asked first what another is issued for."""
        self._begin(number, offer.name, offer.paper)
        self.offer = offer
        self.print.setText(self.tr("重新出具并打印　F8") if offer.again else self.tr("出具并打印　F8"))
        self.fill_in.setVisible(bool(offer.asked))
        self._draw_offer()
        if offer.again:
            self._ask_reason()

    def _draw_offer(self) -> None:
        from desk.services import notices

        office, viewer = self.session.office, self.session.viewer
        asked = (office, viewer, self.number, self.offer.paper, self._values)
        self._ask(partial(notices.preview, *asked, reason=self._reason))

    def _ask_reason(self, then: Callable[[], None] | None = None) -> None:
        """In place: why another is issued although one stands; the preview shows what it says of that."""

        def keep(reason: str) -> None:
            self._reason = reason
            if then is not None:
                then()
            else:
                self._draw_offer()

        self._ask_in_place(again_form(self.session, self.offer, self._reason), keep)

    def ask_facts(self) -> None:
        """In place: what the paper still lacks, typed for it; the preview then shows it."""
        from desk.services import cases

        office, viewer, number = self.session.office, self.session.viewer, self.number

        def found(view: Any) -> None:
            if self.number == number and self.offer is not None:
                book = office.rulebook_of(view.case)
                form = facts_form(self.session, self.offer, view.case.kind, book, self._values)
                self._ask_in_place(form, self._fill)

        self.session.read(partial(cases.show, office, viewer, number), found)

    def _fill(self, values: dict[str, Any]) -> None:
        self._values = values
        self._draw_offer()

    def show_issued(self, number: str, paper: Any) -> None:
        """A paper that was issued before: the same bytes, marked when they are printed."""
        from desk.services import issued_papers

        names = {one.id: one.name for one in self.session.rulebook.papers}
        self._begin(number, names.get(paper.kind, paper.kind), paper.kind)
        self.paper = paper
        self.print.setText(self.tr("补打　F8") if self._again() else self.tr("打印　F8"))
        if self._again():
            self.mark.setText(self.tr("打印、另存时加“补打”标记"))
        self._ask(partial(issued_papers.reprint, self.session.office, self.session.viewer, paper.id))

    def _again(self) -> bool:
        """Whether the paper came out of a printer before; one that was only kept as PDF has its first print still to come."""
        return bool(self.paper and self.paper.printed)

    def show_made(self, name: str, draw: Callable[[], bytes], *, sealed: bool = False) -> None:
        """A paper that is printed or saved and kept nowhere; ``sealed``: of a case that hides people."""
        self._begin("", name, "made")
        self.title.setText(name)
        self.print.setText(self.tr("打印　F8"))
        self._ask(lambda: Made(name, draw(), sealed=sealed))

    def _begin(self, number: str, name: str, kind: str) -> None:
        self.close_asked()
        self._shield.down()
        self.number, self.offer, self.paper, self._kind, self._data = number, None, None, kind, b""
        self._values, self._reason = {}, ""
        self.fill_in.hide()
        self.title.setText(f"{name}　{number}")
        self.mark.setText("")
        self.missing.hide()
        self._pages.tell(self.tr("正在排版…"))
        self.seal.hide()
        for button in (self.print, self.save, self.setup):
            button.setEnabled(False)
        self.printer.setText("")

    def _ask(self, draw: Callable[[], Any]) -> None:
        from desk.services import drawn_papers

        def work() -> tuple[Any, list[QImage], list[str]]:
            printed = draw()
            images = [printing.image(page) for page in drawn_papers.pictures(printed.data, DPI)]
            return printed, images, printing.printers()

        self.session.read(work, self._newest.only(self._show), self._failed)
        self._tell_font_once()

    def _tell_font_once(self) -> None:
        """Once on each computer: that a substitute stands for 仿宋, and where that can be changed."""
        from desk.services import own_font

        if self.session.remembered.get(_FONT_TOLD, False):
            return
        self.session.remembered.keep(_FONT_TOLD, True)

        def found(used: Any) -> None:
            if not used.file:
                where = self.tr("可在“单位设置 → 文书”里指定字体文件（只说这一次）")
                self.session.mention(f"{used.words}。{where}")

        self.session.read(partial(own_font.used, self.session.office), found)

    def _show(self, answer: tuple[Any, list[QImage], list[str]]) -> None:
        printed, images, self._printers = answer
        if printed.sealed:
            self._shield.up()
        self.setup.setEnabled(bool(self._printers))
        self.printer.setText(printer_setup.words(self._target(), self._printers))
        self._data = printed.data
        self._pages.show_images(images, again=self._again())
        self.seal.setVisible(bool(self.offer and printed.seal))
        self._tell_missing(printed.missing, getattr(printed, "warning", ""))
        for button in (self.print, self.save):
            button.setEnabled(True)
        if self.asked is None:  # what is asked above the page keeps the cursor
            self.print.setFocus()

    def _failed(self, error: Exception) -> None:
        self._pages.tell(self.tr("现在不能排版"))
        self.session.fail(error)

    def _tell_missing(self, missing: Sequence[Any], warning: str) -> None:
        lacking = self.offer.missing if self.offer and not self._values else ()
        words = self.tr("还缺：{fields}，出具前请先补齐。").format(fields="、".join(lacking))
        still = words if lacking else ""
        chars = "、".join(dict.fromkeys(f"{one.title or one.field}“{one.char}”" for one in missing))
        undrawn = (
            self.tr("没有字体能打印：{chars}。文书上留了方格，打印后请手写补上。").format(chars=chars)
            if chars
            else ""
        )
        self.missing.setText("　".join(text for text in (still, undrawn, warning) if text))
        self.missing.setProperty("problem", "warning")
        self.missing.style().polish(self.missing)
        self.missing.setVisible(bool(still or undrawn or warning))

    def data(self) -> bytes:
        """The paper that is shown."""
        return self._data

    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    # --- printing ---

    def print_out(self) -> None:
        """F8: issue it if it is not issued yet, then print."""
        if not self.print.isEnabled():
            return
        if self.asked is not None and "reason" in self.asked.form.ids:
            self.asked.save()  # without a reason it would only be refused, and what is typed of it thrown away
            return
        target = self._target()
        if target is None:
            self._ask_for_printer(self.print_out)
            return
        self.print.setEnabled(False)
        self.session.write(self._issue_and_print(target), self._was_printed, self._not_printed)

    def _target(self) -> printing.Target | None:
        return printer_setup.target(self.session, self._kind, self._printers)

    def seal_and_print(self) -> None:
        """A keeper's password in place; with the right one the paper is issued with the seal on it and printed."""
        target = self._target()
        if target is None:
            self._ask_for_printer(self.seal_and_print)
            return
        form = seal_password_form(self.session, self.offer, self._issue_and_print(target))
        form.leads["not_approved"] = partial(self._ask_for_approval, self.seal_and_print)
        form.leads["only_once"] = partial(self._ask_reason, self.seal_and_print)
        self._ask_in_place(form, self._was_printed)

    def _issue_and_print(self, target: printing.Target) -> Callable[..., Any]:
        """For the writing lane: number, words and bytes are stored before anything goes to the printer.

        What is issued is settled now, whatever is shown by the time that the lane is free.
        """
        from desk.services import issued_papers, notices

        session, number, offer, paper = self.session, self.number, self.offer, self.paper
        values, reason = self._values, self._reason
        made = Made(self.title.text().strip(), self._data)

        def work(seal_password: str | None = None) -> Any:
            if paper is not None:
                printed = issued_papers.reprint(session.office, session.viewer, paper.id)
            elif offer is not None:
                asked = (session.office, session.viewer, number, offer.paper, values)
                printed = notices.issue(*asked, reason=reason, seal_password=seal_password)
            else:
                printed = made
            return paper_run.run(session, printed, number, target, reprint=bool(paper and paper.printed))

        return work

    def _was_printed(self, done: Any) -> None:
        self.print.setEnabled(True)
        self.printed.emit(done.printed, done)

    def _not_printed(self, error: Exception) -> None:
        self.print.setEnabled(True)
        if code_of(error) == "not_approved" and self.offer is not None:
            self._ask_for_approval(self.print_out)
        elif code_of(error) == "only_once" and self._may_issue_again():
            self._ask_reason(self.print_out)
        elif code_of(error) == "missing" and self.offer is not None and self.offer.asked:
            self.session.fail(error)
            self.ask_facts()
        else:
            self.session.fail(error)

    def _may_issue_again(self) -> bool:
        """Whether a reason would help: it has not been given, and this is somebody who may decide."""
        return self.offer is not None and not self._reason and self.session.viewer.may("decide")

    def _ask_for_approval(self, then: Callable[[], None]) -> None:
        """In place: who approved it on paper, and when; then what waited for it goes on."""
        self._ask_in_place(approval_form(self.session, self.number, self.offer), lambda _: then())

    def _ask_for_printer(self, then: Callable[[], None] | None = None) -> None:
        """In place: where this kind of paper comes out. The first time it is printed then."""
        deed = self.tr("打印") if then else self.tr("记住")
        name = self.title.text().partition("　")[0]
        kind, names = self._kind, self._printers

        def keep(chosen: printing.Target) -> None:
            printer_setup.keep(self.session.remembered, kind, chosen)
            self.printer.setText(printer_setup.words(chosen, names))
            if then:
                then()

        self._ask_in_place(printer_setup.setup_form(self.session, kind, name, names, deed), keep)

    def _ask_in_place(self, form: SmallForm, then: Callable[[Any], None]) -> None:
        """A few questions above the page; ``then`` is given the answer."""
        self.close_asked()
        self.asked = form

        def answered(answer: Any) -> None:
            self.close_asked()
            then(answer)

        form.closed.connect(self.close_asked)
        form.done.connect(answered)
        self.layout_2.insertWidget(2, form)
        form.focus_first()

    def close_asked(self) -> None:
        """Put the questions away."""
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None

    def save_pdf(self) -> None:
        """Keep the shown pages as a file; what was printed before bears the mark there too."""
        proposed = Path.home() / f"{self.title.text().replace('　', '_')}.pdf"
        target = self.session.dialogs.file_to_save(self, self.tr("另存 PDF"), proposed, "PDF (*.pdf)")
        if target:
            work = partial(_save, self._data, self.title.text(), target, again=self._again())
            self.session.report(work, self._saved)

    def _saved(self, saved: Any) -> None:
        self.session.say(
            saved.notice or self.tr("已存为 {path}").format(path=saved.path),
            "warning" if saved.notice else "good",
        )

    def back(self) -> bool:
        """Esc: back to where one came from."""
        self._newest.forget()
        self.closed.emit()
        return True


@dataclass(frozen=True, slots=True)
class Made:
    """A paper of no case, with the words that issued papers have."""

    name: str
    data: bytes
    number: str = ""
    paper_id: int = 0
    missing: tuple[Any, ...] = ()
    seal: str = ""
    sealed: bool = False


def _save(data: bytes, name: str, target: Path, *, again: bool) -> Any:
    from desk.services import drawn_papers, saving

    if again:
        data = printing.marked(data, name, printing.Drawn(drawn_papers.pictures, drawn_papers.bands))
    return saving.save(data, target)
