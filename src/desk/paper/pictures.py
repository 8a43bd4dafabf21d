"""Pages of a PDF as pictures: for the preview, and for printers that want pixels."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PDFIUM = Lock()
"""PDFium must not be entered by two threads at once, not even for different documents."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, or a band of it, as raw pixels without padding: one byte each (grey) or three (red, green, blue)."""

    width: int
    height: int
    grey: bool
    pixels: bytes
    top: int = 0


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with PDFIUM, closing(pypdfium2.PdfDocument(data)) as pdf:
        return len(pdf)


def picture(data: bytes, number: int = 0, dpi: float = 96, *, grey: bool = False) -> Picture:
    """One page (from 0) at ``dpi`` on white ground."""
    return next(bands(data, number, dpi, grey=grey, height=0))


def pictures(data: bytes, dpi: float = 96, *, grey: bool = False) -> Iterator[Picture]:
    """All pages, one after the other as they are asked for."""
    for number in range(page_count(data)):
        yield picture(data, number, dpi, grey=grey)


def bands(data: bytes, number: int, dpi: float, *, grey: bool = True, height: int = 512) -> Iterator[Picture]:
    """One page as stripes of ``height`` pixels (0: the whole page), so that 600 dpi never needs a whole page of memory."""
    import pypdfium2

    with PDFIUM, closing(pypdfium2.PdfDocument(data)) as pdf, closing(pdf[number]) as page:
        size = page.get_size()
    width, whole = (round(side * dpi / 72) for side in size)
    step = height or whole
    for top in range(0, whole, step):
        with PDFIUM, closing(pypdfium2.PdfDocument(data)) as pdf, closing(pdf[number]) as page:
            yield _band(page, (width, whole, top, min(step, whole - top)), grey=grey)


def _band(page: "PdfPage", box: tuple[int, int, int, int], *, grey: bool) -> Picture:
    import pypdfium2
    from pypdfium2 import raw

    width, whole, top, height = box
    kind = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGR
    flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if grey else raw.FPDF_REVERSE_BYTE_ORDER)
    with closing(pypdfium2.PdfBitmap.new_native(width, height, kind)) as bitmap:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, -top, width, whole, 0, flags)
        pixels = _rows(bytes(bitmap.buffer), bitmap.stride, width * (1 if grey else 3), height)
    return Picture(width, height, grey, pixels, top)


def _rows(buffer: bytes, stride: int, wanted: int, height: int) -> bytes:
    if stride == wanted:
        return buffer
    return b"".join(buffer[start : start + wanted] for start in range(0, stride * height, stride))


def png(page: Picture) -> bytes:
    """A picture as a PNG file."""
    import struct
    import zlib

    step = page.width * (1 if page.grey else 3)
    lines = b"".join(b"\0" + page.pixels[start : start + step] for start in range(0, len(page.pixels), step))

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", page.width, page.height, 8, 0 if page.grey else 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines, 6))
        + chunk(b"IEND", b"")
    )
