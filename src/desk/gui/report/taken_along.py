"""What is in sight on the report page as a file: as it is filtered and sorted, with its pictures, or in an office's own workbook."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject


class TakenAlong(QObject):
    """The exports of ``page``."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self._page = page

    def save_as(self, suffix: str) -> None:
        """Save what is in sight as PDF, Excel or CSV where the clerk says."""
        page, view = self._page, self._page.views.currentWidget()
        if view is page.charts:
            self._save_pictures(suffix)
        elif view is page.papers and page.papers:
            made = page.papers.make(page.days.first, page.days.last)
            page.exporting.save(self._titled(page.papers.title()), made, (".pdf",))
        elif (lines := self._seen(view)) is not None:
            made = self._made(lines, with_pictures=view is page.indicators)
            page.exporting.save(self._titled(lines.title), made, (suffix,))

    def fill_template(self) -> None:
        """Put the register in sight into an office's own workbook."""
        page = self._page
        lines = self._seen(page.table)
        if lines is None or page.views.currentWidget() is not page.table:
            page.session.say(self.tr("请先打开要填的登记簿"), "warning")
            return
        template = page.session.dialogs.file_to_open(page, self.tr("选择模板"), Path.home(), "Excel (*.xlsx)")
        if template is None:
            return
        office, viewer = page.session.office, page.session.viewer

        def make(_chosen: str, _tell: Any) -> Any:
            from desk.services import registers

            return registers.in_template(office, viewer, lines, template.read_bytes(), template.name)

        page.exporting.save(self._titled(lines.title), make, (".xlsx",))

    def _titled(self, name: str) -> str:
        return f"{name}_{self._page.days.first}_{self._page.days.last}"

    def _made(self, lines: Any, *, with_pictures: bool) -> Any:
        """A function that writes these lines; the figures of a period are a report and have its pictures behind them."""
        office, viewer = self._page.session.office, self._page.session.viewer
        first, last = self._page.days.first, self._page.days.last

        def make(suffix: str, _tell: Any) -> Any:
            from desk.services import pictures, registers

            if not with_pictures:
                return registers.written(office, viewer, lines, suffix)
            drawn = pictures.pictures(office, viewer, first, last)
            return pictures.written(office, viewer, lines, drawn, suffix)

        return make

    def _seen(self, view: Any) -> Any:
        """The lines in sight; None while there are none."""
        page = self._page
        if view is page.table:
            return page.shown.seen(page.table) if page.lines is not None else None
        return view.shown.seen(view.table) if view.lines is not None else None

    def _save_pictures(self, suffix: str) -> None:
        from desk.services import pictures

        page, drawn = self._page, self._page.charts.pictures
        if not drawn:
            return
        office, viewer = page.session.office, page.session.viewer
        first, last = page.days.first, page.days.last

        def make(chosen: str, _tell: Any) -> Any:
            lines = pictures.lines(office, drawn, first, last, hours=chosen == ".csv")
            return pictures.written(office, viewer, lines, drawn, chosen)

        page.exporting.save(self._titled(self.tr("统计报告")), make, (suffix,))
