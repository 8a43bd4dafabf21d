"""The main job done in the real windows without a screen: pictures of each window and the papers that came out."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desk.gui import look, task
from desk.gui.collecting import Collecting
from desk.gui.dialogs import Dialogs
from desk.gui.main_window import MainWindow
from desk.gui.session import Session

_SIZE = (1366, 768)
_CASES = 40
_PATIENCE = 60.0
_TYPED = {
    "complainant.name": "欧阳修文", "complainant.phone": "13800005678", "complainant.address": "人民路1号",
    "subject": "商品过期，要求退款", "narrative": "2026年4月10日在该店购买牛奶一箱，回家后发现已过保质期，店员拒绝退款。",
    "demand": "退还货款36元并依法赔偿", "respondent.name": "某某便利店", "respondent.address": "人民路2号",
}  # fmt: skip


class _Files(Dialogs):
    """Saves into the tour's folder instead of asking."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file_to_save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:  # noqa: ARG002
        return self._folder / f"register{proposed.suffix}"


def tour(folder: Path, rulebook: str = "", scheme: str = "light", scale: int = 100) -> list[Path]:
    """Do the main job in a practice office; the files that were left in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["desk"])
    Collecting(app)
    look.speak_chinese(app)  # type: ignore[arg-type]
    look.dress(app, scheme=scheme, scale=scale, families=look.load_fonts())  # type: ignore[arg-type]
    with _practice(rulebook) as office:
        _Guide(office, folder).go()
    return sorted(path for path in folder.iterdir() if path.suffix in (".png", ".pdf", ".xlsx"))


@contextmanager
def _practice(rulebook: str) -> Iterator[Any]:
    from desk.services.demo import practice_office

    home = Path(tempfile.mkdtemp(prefix="desk-tour-"))
    office = practice_office(home / "office", rulebook=rulebook, cases=_CASES)
    try:
        yield office
    finally:
        shutil.rmtree(home, ignore_errors=True)


class _Guide:
    """Walks through the windows and takes the pictures."""

    def __init__(self, office: Any, folder: Path) -> None:
        self.office, self.folder = office, folder
        clerk = next(u.id for u in office.users() if u.active and office.viewer(u.id).may("register"))
        self.session = Session(office, office.viewer(clerk), _Files(folder))
        self.window = MainWindow()

    def go(self) -> None:
        """Everything, in the order of a clerk's day."""
        self.window.attach(self.session)
        self.window.resize(*_SIZE)
        self.window.show()
        try:
            self._take_in()
            self._print_receipt()
            self._look_at_cases()
            self._report()
        finally:
            self.window.close()

    def _take_in(self) -> None:
        page = self.window.intake
        self._picture("01-intake-empty")
        page.form.set_typed({"values": {"complainant.name": "欧阳修文", "complainant.phone": "1380000567"}})
        page.save()
        self._picture("02-intake-errors")
        page.form.set_typed({"values": _TYPED})
        items = page.form.frame.input("category").items if "category" in page.form.frame.ids else ()
        page.form.frame.set_values({"category": items[0].id} if items else {})
        page.form.show_problems(())
        page.show_trouble(())
        page.drafting.touch()
        page._left("complainant.name")
        self._picture("03-intake-filled")
        page.save()
        self._wait(lambda: self.window.saved.first_paper() is not None or bool(page.trouble.text()))
        self._picture("04-saved")

    def _print_receipt(self) -> None:
        offers = list(self.window.saved.offers())
        receipt = next(
            (offer for offer in offers if offer.nature == "receipt"), offers[0] if offers else None
        )
        if receipt is None:
            return
        self.window.previewing.show_offer(self.window.saved.number, receipt)
        self._wait(lambda: self.window.preview.pages() > 0)
        self._picture("05-preview")
        self._keep("receipt.pdf")
        self.window.preview.print_out()
        self._quiet()

    def _look_at_cases(self) -> None:
        window = self.window
        window.go(window.cases)
        self._quiet()
        window.cases.list.choose(0)
        self._picture("06-case")
        if window.cases.panel.view is not None and window.cases.panel.view.steps:
            window.cases.panel.open_step(window.cases.panel.view.steps[0].step.id)
            self._picture("07-step")
            window.cases.panel.close_step()
        window.acts.do("palette")
        self._picture("08-palette")
        window.palette_box.close_palette()
        window.acts.do("help")
        self._picture("09-keys")
        window.help.hide()
        self._decision()

    def _decision(self) -> None:
        """A decision of some case that is far enough, as it would be printed."""
        from desk.services import cases, notices

        viewer = self.session.viewer
        for row in cases.page(self.office, viewer, limit=_CASES):
            offers = notices.offers(self.office, viewer, row.number)
            ripe = [offer for offer in offers if offer.nature == "decision" and not offer.missing]
            if ripe:
                (self.folder / "decision.pdf").write_bytes(
                    notices.preview(self.office, viewer, row.number, ripe[0].paper).data
                )
                self.window.previewing.show_offer(row.number, ripe[0])
                self._wait(lambda: self.window.preview.pages() > 0)
                self._picture("10-decision")
                return

    def _report(self) -> None:
        page = self.window.report
        self.window.go(page)
        self._quiet()
        page.year.click()
        self._picture("11-report")
        for suffix in (".pdf", ".xlsx"):
            page.along.save_as(suffix)
            self._quiet()

    def _keep(self, name: str) -> None:
        (self.folder / name).write_bytes(self.window.preview.data())

    def _picture(self, name: str) -> None:
        self._quiet()
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def _quiet(self) -> None:
        self._wait(lambda: not task.under_way())
        for _ in range(8):  # layouts settle one level at a time
            QApplication.processEvents()

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while True:
            QApplication.processEvents()
            if condition():
                return
            if time.monotonic() > end:
                raise TimeoutError("the tour waited too long")
            time.sleep(0.005)
