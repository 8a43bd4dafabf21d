"""What makes a PDF fit to be kept for decades: PDF/A-2b (ISO 19005-2), readable without anything outside the file.

Fonts are embedded anyway and nothing is transparent. Added here: what the file says of itself (XMP), what its greys mean
(an sRGB profile), and line ends before ``endstream``, which ReportLab leaves out.
"""

import struct
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from desk.paths import resource

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PROGRAM = "desk"
"""What files name as the program that made them."""

_MADE = "2000-01-01T00:00:00+00:00"
"""The date in every file (ReportLab's for unchanging bytes): when a paper was issued stands on it and in the store."""


def keepable(canvas: "Canvas", title: str) -> None:
    """Make the PDF of ``canvas`` a PDF/A-2b, by the time it is saved."""
    from reportlab.pdfbase import pdfdoc

    _end_lines_before_endstream(pdfdoc)
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    document: Any = canvas._doc  # type: ignore[attr-defined]
    document.info.__class__ = _information_class()
    catalog = document.Catalog
    catalog.__class__ = _catalog_class()
    catalog.Metadata = _stream(_metadata(title).encode("utf-8"), {"Type": "Metadata", "Subtype": "XML"})
    profile = _stream(srgb(), {"N": 3}, compressed=True)
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


@cache
def _catalog_class() -> type:
    from reportlab.pdfbase.pdfdoc import PDFCatalog

    class Catalog(PDFCatalog):
        """A catalogue that may name what its colours mean."""

        __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012
        __Refs__ = PDFCatalog.__NoDefault__

    return Catalog


@cache
def _information_class() -> type:
    from reportlab.pdfbase.pdfdoc import PDFDate, PDFDictionary, PDFInfo, PDFString

    class Information(PDFInfo):
        """The document information: only what the metadata say as well (ISO 19005-1:2005, 6.7.3), so nothing empty."""

        def format(self, document: Any) -> bytes:
            made = PDFDate(ts=document._timeStamp)
            told = {"Title": self.title, "Creator": self.creator, "Producer": self.producer}
            words = {name: PDFString(text) for name, text in told.items()}
            written: bytes = PDFDictionary({**words, "CreationDate": made, "ModDate": made}).format(document)
            return written

    return Information


def _stream(content: bytes, names: dict[str, Any], *, compressed: bool = False) -> Any:
    from reportlab.pdfbase import pdfdoc

    written = {
        name: pdfdoc.PDFName(value) if isinstance(value, str) else value for name, value in names.items()
    }
    if compressed:
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(written), content, [pdfdoc.PDFZCompress])
    return _plain_class()(pdfdoc.PDFDictionary(written), content)


@cache
def _plain_class() -> type:
    from reportlab.pdfbase import pdfdoc

    class Plain(pdfdoc.PDFStream):
        """A stream that stands in the file as it is, so that anybody can read it."""

        def format(self, document: Any) -> bytes:
            self.dictionary["Length"] = len(self.content)
            head: bytes = pdfdoc.format(self.dictionary, document)
            content: bytes = self.content
            return head + b"\nstream\n" + content + b"\nendstream\n"

    return Plain


@cache
def _end_lines_before_endstream(pdfdoc: Any) -> None:
    """``endstream`` stands on a line of its own, which does not belong to the stream (ISO 19005-2, 6.1.7.1)."""
    plain = pdfdoc.PDFStream.format

    def format_(self: Any, document: Any) -> bytes:
        written: bytes = plain(self, document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = format_


def _metadata(title: str) -> str:
    """What the file says of itself, in the words that the document information repeats."""
    return _template().format(title=escape(title), program=PROGRAM, made=_MADE)


@cache
def _template() -> str:
    """The XMP packet; its names of vocabularies look like addresses and are none."""
    return resource("archive", "metadata.xml").read_text("utf-8").rstrip("\n")


_WHITE = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.7141)
"""The white and the primaries of sRGB (IEC 61966-2-1), adapted to D50 as profiles want them."""

_STEPS = 1024


@cache
def srgb() -> bytes:
    """A profile of sRGB (ICC.1:2001-04, version 2.1), made from the standard's own numbers."""
    curve = struct.pack(f">4sII{_STEPS}H", b"curv", 0, _STEPS, *(_light(step) for step in range(_STEPS)))
    name = b"sRGB IEC61966-2.1\0"
    tags = {
        b"desc": struct.pack(">4sII", b"desc", 0, len(name)) + name + bytes(78),
        b"cprt": b"text\0\0\0\0No rights reserved\0",
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for tag, data in tags.items():
        if data not in placed:
            placed[data] = at + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", tag, placed[data], len(data))
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI12s4s44x", at + len(body), b"", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2000, 1, 1, 0, 0, 0, b"acsp", b"", 0, b"", b"", 0, 0, _xyz(_WHITE)[8:], b"",
    )  # fmt: skip
    return head + struct.pack(">I", len(tags)) + table + body


def _light(step: int) -> int:
    """How much light (of 65535) the value ``step`` of 1023 stands for."""
    value = step / (_STEPS - 1)
    return round(65535 * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4))


def _xyz(place: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(round(part * 65536) for part in place))
