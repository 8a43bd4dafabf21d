"""Papers are PDF/A-2b: the rules of ISO 19005-2 that our files touch, read from the bytes themselves.

Clause numbers stand beside the rules. A stock ReportLab file breaks most of them: the control.
"""

import io
import re
import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator

import pytest
from tests.paper.papers import WORDS, form

from desk.domain.document import Table, TableColumn
from desk.domain.notice import compose
from desk.paper.drawing import draw, draw_many
from desk.paper.registers import draw_table

OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)^endobj", re.DOTALL)
STREAM = re.compile(rb"\nstream\r?\n")
NEVER = (
    b"/Encrypt", b"/LZWDecode", b"/JavaScript", b"/JS ", b"/AA ", b"/Launch", b"/EmbeddedFile", b"/XFA", b"/SMask",
    b"/Transparency", b"/ca ", b"/CA ", b"/BM ", b"/PresSteps", b"/AlternatePresentations", b"/Ref ", b"/OPI",
)  # fmt: skip
"""What a file to be kept may not hold (6.1.3, 6.1.7.2, 6.2.4, 6.2.9, 6.2.10, 6.4.2, 6.5, 6.8, 6.10)."""
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"


class File:
    """A PDF's objects: the text of each, and its stream as stored."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.texts: dict[int, bytes] = {}
        self.streams: dict[int, bytes] = {}
        self.gaps: dict[int, bytes] = {}
        for match in OBJECT.finditer(data):
            number, body = int(match[1]), match[2]
            if begin := STREAM.search(body):
                length = int(re.search(rb"/Length (\d+)", body[: begin.start()])[1])  # type: ignore[index]
                self.texts[number] = body[: begin.start()]
                self.streams[number] = body[begin.end() : begin.end() + length]
                self.gaps[number] = body[begin.end() + length :]
            else:
                self.texts[number] = body

    def decoded(self, number: int) -> bytes:
        """A stream as it was before it was compressed."""
        stream = self.streams[number]
        return zlib.decompress(stream) if b"/FlateDecode" in self.texts[number] else stream

    def referred(self, text: bytes, key: bytes) -> int:
        """The object that ``key`` points to; 0 for none."""
        found = re.search(re.escape(key) + rb" (\d+) 0 R", text)
        return int(found[1]) if found else 0

    def of_type(self, name: bytes) -> Iterator[bytes]:
        """The dictionaries of one type."""
        return (text for text in self.texts.values() if re.search(rb"/Type /" + name + rb"\b", text))


def broken(data: bytes) -> set[str]:
    """The rules that a file breaks, by the number of the clause with a word."""
    file = File(data)
    catalog = next(file.of_type(b"Catalog"))
    return {
        *_of_the_file(file),
        *_of_metadata(file, catalog),
        *_of_information(file),
        *_of_colour(file, catalog),
        *(rule for text in file.of_type(b"Font") for rule in _of_a_font(file, text)),
    }


def _of_the_file(file: File) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", file.data):
        yield "6.1.2 header"
    ids = re.search(
        rb"/ID \s*\[\s*<([0-9a-f]{32})>\s*<([0-9a-f]{32})>\s*\]", file.data[file.data.rindex(b"trailer") :]
    )
    if not ids:
        yield "6.1.3 id"
    if any(gap not in (b"\nendstream\n", b"\r\nendstream\n") for gap in file.gaps.values()):
        yield "6.1.7.1 endstream"
    plain = b"".join(file.texts.values())
    yield from (f"never {name.decode().strip()}" for name in NEVER if name in plain)


def _of_metadata(file: File, catalog: bytes) -> Iterator[str]:
    number = file.referred(catalog, b"/Metadata")
    if not number:
        yield "6.6.2 metadata"
        return
    if b"/Filter" in file.texts[number]:
        yield "6.6.2 readable"
    tree = ET.fromstring(file.streams[number].decode("utf-8"))
    told = (tree.findtext(f".//{PDFA}part"), tree.findtext(f".//{PDFA}conformance"))
    if told != ("2", "B"):
        yield "6.6.4 part"
    if not tree.findtext(f".//{DC}title//{RDF}li"):
        yield "6.6.2 title"


def _of_information(file: File) -> Iterator[str]:
    """Only what the metadata say as well: title, program, dates (ISO 19005-1, 6.7.3)."""
    told = file.texts.get(file.referred(file.data[file.data.rindex(b"trailer") :], b"/Info"), b"")
    for name in set(re.findall(rb"/([A-Z]\w+) [(/]", told)) - {
        b"Title",
        b"Creator",
        b"Producer",
        b"CreationDate",
        b"ModDate",
    }:
        yield f"6.7.3 {name.decode()}"


def _of_colour(file: File, catalog: bytes) -> Iterator[str]:
    intent = re.search(rb"/OutputIntents \[(.*?)\]", catalog, re.DOTALL)
    number = file.referred(intent[1], b"/DestOutputProfile") if intent else 0
    if not number or b"/S /GTS_PDFA1" not in intent[1]:  # type: ignore[index]
        yield "6.2.3 intent"
        return
    profile = file.decoded(number)
    size, version, kind, space, mark = struct.unpack(">I4xI4s4s16x4s", profile[:40])
    if (size, kind, space, mark) != (len(profile), b"mntr", b"RGB ", b"acsp") or version > 0x04FFFFFF:
        yield "6.2.3 profile"
    if b"/N 3" not in file.texts[number]:
        yield "6.2.3 components"
    for text, content in _contents(file):
        if re.search(rb"(?:[\d.]+ ){4}[kK]\b", content) or b"/DeviceCMYK" in text:
            yield "6.2.4.3 CMYK"


def _contents(file: File) -> Iterator[tuple[bytes, bytes]]:
    for page in file.of_type(b"Page"):
        number = file.referred(page, b"/Contents")
        yield file.texts[number], file.decoded(number)


def _of_a_font(file: File, text: bytes) -> Iterator[str]:
    descriptor = file.texts.get(file.referred(text, b"/FontDescriptor"), b"")
    program = file.referred(descriptor, b"/FontFile2")
    if not program:
        yield "6.2.11.4 embedded"
        return
    flags = int(re.search(rb"/Flags (\d+)", descriptor)[1])  # type: ignore[index]
    if not flags & 4 or flags & 32 or b"/Encoding" in text:
        yield "6.2.11.6 symbolic"
    if not file.referred(text, b"/ToUnicode"):
        yield "text without words"
    widths = [float(width) for width in re.search(rb"/Widths \[(.*?)\]", text, re.DOTALL)[1].split()]  # type: ignore[index]
    if any(
        real and abs(told - real) > 1
        for told, real in zip(widths, _advances(file.decoded(program)), strict=True)
    ):
        yield "6.2.11.5 widths"


def _advances(font: bytes) -> list[float]:
    """The advances of a font's codes in thousandths, from the font program itself; 0 for codes that no text uses."""
    count = struct.unpack(">H", font[4:6])[0]
    records = (struct.unpack(">4s4xII", font[12 + 16 * n : 28 + 16 * n]) for n in range(count))
    tables = {tag: font[start : start + length] for tag, start, length in records}
    subtables = struct.unpack(">H", tables[b"cmap"][2:4])[0]
    assert subtables == 1, "6.2.11.6: a symbolic font has one table of codes"
    at = struct.unpack(">I", tables[b"cmap"][8:12])[0]
    kind, _, _, first, codes = struct.unpack(">5H", tables[b"cmap"][at : at + 10])
    assert (kind, first) == (6, 0)
    glyphs = struct.unpack(f">{codes}H", tables[b"cmap"][at + 10 : at + 10 + 2 * codes])
    full = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    em = struct.unpack(">H", tables[b"head"][18:20])[0]
    metrics = struct.unpack(f">{2 * full}H", tables[b"hmtx"][: 4 * full])
    return [metrics[2 * min(glyph, full - 1)] * 1000 / em if glyph else 0 for glyph in glyphs]


def paper(name: str = "acceptance", **more: object) -> bytes:
    return draw(compose(form("R15", name), WORDS, **more)).data  # type: ignore[arg-type]


def stock() -> bytes:
    """What ReportLab writes when nobody asks for more."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.drawString(72, 720, "Notice")
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("name", ["acceptance", "complaint_form", "mediation_agreement", "report_result"])
def test_a_paper_breaks_no_rule(name: str) -> None:
    assert broken(paper(name)) == set()


def test_a_paper_with_code_and_copies_breaks_no_rule() -> None:
    assert broken(paper(code="某市监投﹝2026﹞第12号 ABCDEFGH", practice=True)) == set()
    assert broken(draw_many([compose(form("R04", "receipt"), WORDS)] * 3).data) == set()


def test_a_register_breaks_no_rule() -> None:
    columns = (TableColumn("编号"), TableColumn("事由"))

    assert broken(draw_table(Table(title="登记簿", columns=columns, rows=(("1", "𠮷"),) * 60)).data) == set()


def test_a_stock_file_breaks_the_rules_of_fonts_metadata_and_colour() -> None:
    found = broken(stock())

    assert {"6.6.2 metadata", "6.7.3 Author", "6.2.3 intent", "6.2.11.4 embedded"} <= found


@pytest.mark.parametrize(
    ("piece", "other", "rule"),
    [
        (b"<pdfaid:part>2", b"<pdfaid:part>9", "6.6.4 part"),
        (b"/GTS_PDFA1", b"/GTS_PDFX1", "6.2.3 intent"),
        (b"/FontFile2", b"/FontFileX", "6.2.11.4 embedded"),
        (b" 1000 1000 1000 1000 ", b" 1900 1900 1900 1900 ", "6.2.11.5 widths"),
        (b"\nendstream", b" endstream", "6.1.7.1 endstream"),
        (b"/ID ", b"/IX ", "6.1.3 id"),
        (b"/Trans", b"/SMask", "never /SMask"),
    ],
)
def test_one_change_is_noticed(piece: bytes, other: bytes, rule: str) -> None:
    data = paper()
    assert piece in data

    assert rule in broken(data.replace(piece, other))


def test_the_title_in_the_metadata_is_the_papers_and_safe_to_read() -> None:
    file = File(paper())
    metadata = file.streams[file.referred(next(file.of_type(b"Catalog")), b"/Metadata")].decode("utf-8")

    assert "投诉受理决定书 某市监投﹝2026﹞第12号" in metadata
