"""The one place where marks become PDF."""

import io
from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from desk.paper.marks import Fill, Image, Page, Run, Square, Stroke

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas


def paint(page: Page, canvas: "Canvas") -> None:
    """Put a page's marks on the canvas and turn the page."""
    canvas.setPageSize((page.width, page.height))
    _paint_images([mark for mark in page.marks if isinstance(mark, Image)], page.height, canvas)
    _paint_fills([mark for mark in page.marks if isinstance(mark, Fill)], page.height, canvas)
    _paint_strokes(
        dict.fromkeys(mark for mark in page.marks if isinstance(mark, Stroke)), page.height, canvas
    )
    _paint_runs([mark for mark in page.marks if isinstance(mark, Run)], page.height, canvas)
    for mark in page.marks:
        if isinstance(mark, Square):
            _paint_square(mark, page.height, canvas)
    canvas.showPage()


def _paint_images(images: list[Image], height: float, canvas: "Canvas") -> None:
    """Pictures go first: what is black stays black over a red seal, as ink does, and nothing has to be transparent."""
    for image in images:
        canvas.drawImage(
            _picture(image.data), image.x, height - image.y - image.height, image.width, image.height
        )


def _picture(data: bytes) -> "ImageReader":
    """Opened from memory alone."""
    from reportlab.lib.utils import ImageReader

    return ImageReader(io.BytesIO(data))


def _paint_fills(fills: list[Fill], height: float, canvas: "Canvas") -> None:
    for x, y, width, tall, grey in fills:
        canvas.setFillGray(grey)
        canvas.rect(x, height - y - tall, width, tall, stroke=0, fill=1)
    if fills:
        canvas.setFillGray(0)


def _paint_strokes(strokes: Iterable[Stroke], height: float, canvas: "Canvas") -> None:
    """Cells that share a rule name it twice; it is drawn once."""
    kinds: dict[tuple[float, bool, float], list[tuple[float, float, float, float]]] = {}
    for x, y, to_x, to_y, width, dashed, grey in strokes:
        kinds.setdefault((width, dashed, grey), []).append((x, height - y, to_x, height - to_y))
    for (width, dashed, grey), lines in kinds.items():
        canvas.setLineWidth(width)
        canvas.setStrokeGray(grey)
        canvas.setDash(*((2, 2) if dashed else ()))
        canvas.lines(lines)


def _paint_runs(runs: list[Run], height: float, canvas: "Canvas") -> None:
    text = canvas.beginText()
    face, size, space, grey = "", 0.0, 0.0, 0.0
    for run in runs:
        if (run.face, run.size) != (face, size):
            face, size = run.face, run.size
            text.setFont(face, size)
        if abs(run.space - space) > 1e-4:
            space = run.space
            text.setCharSpace(space)
        if run.grey != grey:
            grey = run.grey
            text.setFillGray(grey)
        text.setTextOrigin(run.x, height - run.y)
        text.textOut(run.text)
    canvas.drawText(text)


def _paint_square(square: Square, height: float, canvas: "Canvas") -> None:
    dark, count = _modules(square.text)
    bottom = height - square.y - square.side
    module = square.side / (count + 2 * _QUIET)
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(square.x, bottom, square.side, square.side, stroke=0, fill=1)
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for row, column, length in dark:
        path.rect(
            square.x + (_QUIET + column) * module,
            bottom + square.side - (_QUIET + row + 1) * module,
            length * module,
            module,
        )
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


_QUIET = 4
"""Modules of white on each side of a square code (ISO/IEC 18004, 5.3.8)."""


@lru_cache(256)
def _modules(text: str) -> tuple[tuple[tuple[int, int, int], ...], int]:
    """The dark stretches (row, column, length) of the square code of ``text``, and its side in modules."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text.encode("utf-8")))
    code.make()
    count = code.getModuleCount()  # type: ignore[no-untyped-call]
    stretches = []
    for row in range(count):
        column = 0
        for dark, group in groupby(map(partial(code.isDark, row), range(count))):
            length = sum(1 for _ in group)
            if dark:
                stretches.append((row, column, length))
            column += length
    return tuple(stretches), count
