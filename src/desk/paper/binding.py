"""Papers and files bound into one PDF: as they are, each page with its place in the file stamped in its upper right corner."""

import hashlib
import io
import math
from contextlib import closing
from typing import TYPE_CHECKING, Any

from desk.paper import typesetting
from desk.paper.archive import PROGRAM
from desk.paper.drawing import Drawn, written
from desk.paper.marks import MM, Page
from desk.paper.pictures import PDFIUM
from desk.rulebook.styles import Style

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 100_000_000
_SHEET = (210 * MM, 297 * MM)
_MARGIN = 12 * MM
_FINEST = (1654, 2339)
"""No picture is kept finer than two hundred dots to an inch of A4: it is read, not measured."""
_QUALITY = 82
_NUMBER = Style(font="song", size=10.5, leading=12)
_CLAIM = b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
_MAKER = b"/Producer(PDFium)"
"""How the library signs what it writes; the metadata name this program, and both have to say the same."""
_STAMP = (24 * MM, 8 * MM)
"""Room for the page's place in the file, as files have it: the upper right corner."""


class Unreadable(ValueError):
    """A file that cannot be shown as pages: broken, locked by a password, or a picture beyond all measure."""


class Binder:
    """Takes papers one after the other, so that of each only what it adds to the whole is held in memory.

    The whole begins as a paper of ours, so that it says of itself what they say (PDF/A, what its colours mean). Once a PDF
    of somebody else's is in it, it no longer says that it is fit to be kept.
    """

    def __init__(self) -> None:
        import pypdfium2

        first = written([Page(*_SHEET, [])], "案卷").data
        self._foreign = False
        with PDFIUM:
            self._whole = pypdfium2.PdfDocument(first)
            self._whole.del_page(0)

    def __enter__(self) -> "Binder":
        return self

    def __exit__(self, *_: object) -> None:
        with PDFIUM:
            self._whole.close()

    def add(self, data: bytes, *, foreign: bool = False) -> int:
        """All pages of a PDF, ``foreign`` where it is not one of our papers; how many. Raises ``Unreadable``."""
        import pypdfium2

        self._foreign = self._foreign or foreign
        with PDFIUM:
            try:
                with closing(pypdfium2.PdfDocument(data)) as part:
                    self._whole.import_pages(part)
                    return len(part)
            except pypdfium2.PdfiumError as error:
                raise Unreadable("no pdf") from error

    def add_picture(self, data: bytes) -> int:
        """A picture, upright, on a sheet of its own; each page of a scan. How many. Raises ``Unreadable``."""
        sheets = _sheets(data)
        for sheet in sheets:
            self._place(*sheet)
        return len(sheets)

    def _place(self, jpeg: bytes, width: int, height: int) -> None:
        import pypdfium2

        room = (_SHEET[0] - 2 * _MARGIN, _SHEET[1] - 2 * _MARGIN)
        scale = min(room[0] / width, room[1] / height, 72 / 96)
        wide, high = width * scale, height * scale
        with PDFIUM:
            page = self._whole.new_page(*_SHEET)
            image = pypdfium2.PdfImage.new(self._whole)
            image.load_jpeg(io.BytesIO(jpeg), inline=True)
            left, bottom = (_SHEET[0] - wide) / 2, _SHEET[1] - _MARGIN - high
            image.set_matrix(pypdfium2.PdfMatrix().scale(wide, high).translate(left, bottom))
            page.insert_obj(image)
            page.gen_content()
            page.close()

    def bound(self, front: bytes, back: bytes) -> Drawn:
        """The whole as a PDF: its pages numbered from 1, ``front`` before and ``back`` behind them without a number."""
        import pypdfium2

        with PDFIUM:
            self._number()
            with (
                closing(pypdfium2.PdfDocument(front)) as before,
                closing(pypdfium2.PdfDocument(back)) as behind,
            ):
                self._whole.import_pages(behind)
                self._whole.import_pages(before, index=0)
            target = io.BytesIO()
            self._whole.save(target)
            pages = len(self._whole)
        data = _instead(target.getvalue(), _MAKER, f"/Producer({PROGRAM})".encode())
        if self._foreign:
            data = _instead(data, _CLAIM, b"")
        return Drawn(data, pages, hashlib.sha256(data).hexdigest())

    def _number(self) -> None:
        import pypdfium2

        count = len(self._whole)
        if not count:
            return
        with closing(pypdfium2.PdfDocument(_stamps(count))) as stamps:
            for n in range(count):
                page = self._whole[n]
                stamp = stamps.page_as_xobject(n, self._whole).as_pageobject()
                stamp.set_matrix(_upper_right(page))
                page.insert_obj(stamp)
                page.gen_content()
                page.close()


def _instead(data: bytes, words: bytes, others: bytes) -> bytes:
    """Other words in the same room, so that everything behind them stays where the file says that it is."""
    return data.replace(words, others.ljust(len(words)), 1)


def _upper_right(page: Any) -> Any:
    """Where the stamp lies so that it is read upright in the upper right corner, however the page is turned."""
    import pypdfium2

    left, bottom, right, top = page.get_cropbox()
    turned = page.get_rotation()
    wide, high = _STAMP
    matrix = pypdfium2.PdfMatrix()
    match turned:
        case 90:
            return matrix.rotate(90, ccw=True).translate(left + high, top - wide)
        case 180:
            return matrix.rotate(180).translate(left + wide, bottom + high)
        case 270:
            return matrix.rotate(90).translate(right - high, bottom + wide)
    return matrix.translate(right - wide, top - high)


def _stamps(count: int) -> bytes:
    """A small page with each number."""
    wide, high = _STAMP
    pages = (
        Page(wide, high, list(typesetting.words(str(n), _NUMBER, wide - 8 * MM, high - 2 * MM, "right")))
        for n in range(1, count + 1)
    )
    return written(pages, "").data


def _sheets(data: bytes) -> list[tuple[bytes, int, int]]:
    """The pictures of a file as JPEG with width and height, no finer than they are read on paper."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Unreadable("too many pixels")
            if opened.format != "TIFF":
                opened.draft(
                    "RGB", (_FINEST[1], _FINEST[1])
                )  # a camera's picture is read small from the start
                return [_sheet(opened)]
            return [_sheet(page) for page in ImageSequence.Iterator(opened)]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Unreadable("no picture") from error


def _sheet(opened: "Image") -> tuple[bytes, int, int]:
    from PIL import Image, ImageOps

    turned = ImageOps.exif_transpose(opened)
    picture = Image.new("RGB", turned.size, (255, 255, 255))
    clear = turned.convert("RGBA") if turned.mode in ("RGBA", "LA", "P", "PA") else None
    picture.paste(clear or turned.convert("RGB"), mask=clear)
    ratio = min(_FINEST[0] / picture.width, _FINEST[1] / picture.height, 1)
    if ratio < 1:
        picture = picture.resize((math.ceil(picture.width * ratio), math.ceil(picture.height * ratio)))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue(), picture.width, picture.height
