"""Takes the pictures of the user's handbook from the real windows, without a screen: run it again when a window changes.

Every picture shows a practice office of invented cases at a fixed moment, so that little differs from one run to the next.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "handbook" / "pictures"
LARGEST = 80 * 1024
_SIZE = (1366, 768)
_COLOURS = 32
_PATIENCE = 60.0
_WALK_IN = {
    "complainant.name": "欧阳修文", "complainant.phone": "13800005678", "respondent.name": "某某便利店",
    "respondent.address": "人民路2号", "subject": "牛奶过期",
    "narrative": "2026年11月10日在该店购买牛奶一箱，价款36元，回家后发现已过保质期，店员拒绝退款。",
    "demand": "退还货款36元并依法赔偿",
}  # fmt: skip

_OLD_REGISTER = """编号,收到日期,投诉人,电话,被投诉单位,事由,处理结果
2025-001,2025-03-04,张某,19900000001,某某超市,牛奶过期,已退款
2025-002,2025-03-05,李某,19900000002,某某电器行,冰箱不制冷,已更换
2025-003,2025-03-11,王某,19900000003,某某饭店,拒绝开发票,已开具
"""


def main() -> int:
    """Take all pictures anew; the result is the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(tempfile.mkdtemp(prefix="desk-handbook-"))
    try:
        _Camera(folder).go()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    too_large = [file.name for file in PICTURES.glob("*.png") if file.stat().st_size > LARGEST]
    sys.stdout.writelines(f"too large: {name}\n" for name in too_large)
    return 1 if too_large else 0


class _Camera:
    """Walks through the windows as a clerk does."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desk.domain.moments import OFFICE_ZONE
        from desk.gui import look
        from desk.gui.collecting import Collecting
        from desk.gui.main_window import MainWindow
        from desk.services.demo import practice_office

        self.app: Any = QApplication.instance() or QApplication(["desk"])
        Collecting(self.app)
        look.speak_chinese(self.app)
        look.dress(self.app, scheme="light", scale=100, families=look.load_fonts())
        now = datetime(2026, 11, 20, 10, 0, tzinfo=OFFICE_ZONE)
        self.folder = folder
        self.office = practice_office(folder / "office", rulebook="R15", cases=40, now=now)
        self.office.clock = lambda: now
        self.window = MainWindow()
        self.window.resize(*_SIZE)
        self.window.show()

    def go(self) -> None:
        """All pictures, in the order of the handbook."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self._first_start()
        self._sit_down("counter")
        self._intake()
        self._day()
        self._case()
        self._lists()
        self._sit_down("head")
        self._leader()
        self.window.close()

    def _sit_down(self, user: str) -> None:
        from desk.gui.dialogs import Dialogs
        from desk.gui.session import Session

        self.window.detach()
        self.window.attach(Session(self.office, self.office.viewer(user), Dialogs()))
        self._quiet()

    def _first_start(self) -> None:
        from desk.gui.first_start import FirstStart
        from desk.gui.setup.book_choice import shipped_books, shipped_overlays

        page = FirstStart()
        page.show_books((shipped_books(), shipped_overlays()))
        self.window.show_alone(page)
        page.go_on()
        self._picture("first-start")

    def _intake(self) -> None:
        window, form = self.window, self.window.intake.form
        window.do("intake")
        form.set_typed({"values": {"complainant.name": "欧阳修文", "complainant.phone": "1380000567"}})
        window.intake.save()
        self._picture("intake-errors")
        window.intake.start_another()
        form.set_typed({"values": _WALK_IN})
        form.show_problems(())
        window.intake.show_trouble(())
        form.focus("demand")
        window.bar.hide()
        self._picture("intake")
        window.intake.save()
        self._wait(lambda: window.saved.first_paper() is not None)
        self._picture("saved")
        self.number = window.saved.number
        window.do("print")
        self._wait(lambda: window.preview.pages() > 0)
        self._picture("preview")
        window.do("print")  # no printer: the receipt is kept, and stays among what was never printed
        self._wait(lambda: window.in_sight != "preview")
        window.bar.hide()

    def _day(self) -> None:
        from desk.services import receptions

        viewer = self.office.viewer("counter")
        receptions.note(self.office, viewer, "elsewhere", "要报案", place="police", where="演示市解放街1号")
        self.window.do("today")
        self._picture("today")
        self.window.do("reception")
        self._picture("reception")
        self.window.do("palette")
        self.window.palette_box.sought.setText("dy")
        self._picture("palette")
        self.window.palette_box.close_palette()

    def _case(self) -> None:
        panel = self.window.cases.panel
        self.window.show_case(self.number)
        self._wait(lambda: panel.view is not None and panel.view.number == self.number)
        self._picture("case")
        panel.case_acts.open("enquiry")
        self._picture("enquiry")
        panel.close_step()

    def _lists(self) -> None:
        self.window.do("papers")
        self._picture("papers")

    def _leader(self) -> None:
        panel = self.window.cases.panel
        self.window.show_case(self.number)
        self._wait(lambda: panel.view is not None and panel.view.number == self.number)
        step = next(one.step.id for one in panel.view.steps)
        panel.open_step(step)
        self._picture("step")
        panel.close_step()
        self.window.do("report")
        self._quiet()
        self.window.report.year.click()
        self._picture("register")
        self.window.report.views.setCurrentIndex(1)
        self._picture("figures")
        for name in ("settings", "manual"):
            self.window.do(name)
            self._picture(name)
        register = self.folder / "旧台账2025.csv"
        register.write_text(_OLD_REGISTER, "utf-8-sig")
        page = self.window.show_aside("import")
        page.open(register)
        self._quiet()
        page.look()
        self._picture("import")

    def _picture(self, name: str) -> None:
        from PIL import Image

        self._quiet()
        raw = self.folder / "raw.png"
        self.window.grab().save(str(raw))
        with Image.open(raw) as image:
            small = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
            small.save(PICTURES / f"{name}.png", optimize=True)
        sys.stdout.write(f"{name}.png\n")

    def _quiet(self) -> None:
        from desk.gui import task

        self._wait(lambda: not task.under_way())
        for _ in range(8):  # layouts settle one level at a time
            self.app.processEvents()

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            self.app.processEvents()
            if time.monotonic() > end:
                raise TimeoutError("a window waited too long")
            time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main())
