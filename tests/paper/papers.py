"""What the paper tests share: a case's words, a shipped layout by name, and reading a PDF back."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from desk.domain.filling import Values
from desk.paths import resource
from desk.rulebook.layout import Layout, load_layout

MM = 25.4 / 72

WORDS: Values = {
    "case.number": "投诉〔2026〕0123号",
    "case.received_on": "2026年4月20日",
    "case.registered_on": "2026年4月20日",
    "complainant.name": "张𠮷安",
    "complainant.phone": "13912345678",
    "complainant.id_type": "居民身份证",
    "complainant.id_number": "11010519491231002X",
    "complainant.address": "青海省西宁市城西区某某路88号3号楼2单元1201室",
    "respondent.name": "某某商贸有限公司某某路超市",
    "publish_consent": True,
    "delegate_consent": "否",
    "subject": "在某某超市购买的牛奶变质要求退款",
    "narrative": "2026年4月18日，我在某某超市购买牛奶两箱，共计128.50元，当晚打开后发现已经结块变质。",
    "demand": "退还货款128.50元，并依法赔偿。",
    "ground.code": "三",
    "contact.name": "李四",
    "contact.phone": "0971-8234567",
    "office.name": "某某市市场监督管理局",
    "paper.number": "某市监投﹝2026﹞第12号",
    "paper.date": "2026年4月22日",
    "materials": (
        {"name": "购物小票", "original": "1", "copies": "", "pages": "1"},
        {"name": "牛奶照片", "original": "", "copies": "1", "pages": "3"},
    ),
}


class Glyph(NamedTuple):
    """A character of a page with its origin, in mm from the upper left corner."""

    char: str
    x: float
    y: float


def form(office: str, name: str) -> Layout:
    """A shipped layout."""
    return load_layout(resource("rulebooks", office, "forms", f"{name}.toml"))


def text_of(data: bytes) -> str:
    """All text of a PDF without white space."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        pages = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
    return "".join("".join(pages).split())


def pages_of(data: bytes) -> list[str]:
    """The text of each page without white space."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return ["".join(pdf[number].get_textpage().get_text_bounded().split()) for number in range(len(pdf))]


def glyphs(data: bytes, number: int = 0) -> Iterator[Glyph]:
    """The characters of a page where they stand."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        page = pdf[number]
        text, height = page.get_textpage(), page.get_height()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text.raw, index))
            raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            if char.strip():
                yield Glyph(char, x.value * MM, (height - y.value) * MM)


def rules(data: bytes, number: int = 0) -> Iterator[tuple[str, float, float, float]]:
    """The straight lines of a page: ``-`` from x to x at y, ``|`` from y to y at x, in mm."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        page = pdf[number]
        height = page.get_height() * MM
        for item in page.get_objects(max_depth=3):
            if item.type == raw.FPDF_PAGEOBJ_PATH:
                points = list(_points(item, height))
                for (left, top), (right, bottom) in zip(points[::2], points[1::2], strict=False):
                    if abs(right - left) > abs(top - bottom):
                        yield "-", left, right, top
                    else:
                        yield "|", min(top, bottom), max(top, bottom), left


def _points(item: pypdfium2.PdfObject, height: float) -> Iterator[tuple[float, float]]:
    """The ends of the segments of a path, in mm from the upper left corner."""
    x, y = ctypes.c_float(), ctypes.c_float()
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item.raw, matrix)
    for number in range(raw.FPDFPath_CountSegments(item.raw)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(item.raw, number), x, y)
        yield (x.value * matrix.a + matrix.e) * MM, height - (y.value * matrix.d + matrix.f) * MM
