"""Both house styles measured on the drawn page: margins, type area, sizes, line starts and ends, numbers whole."""

import ctypes
import random
import re
from collections import defaultdict
from contextlib import closing
from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2 import raw
from tests.paper.papers import MM, glyphs

from desk.domain.notice import compose
from desk.paper.drawing import draw
from desk.rulebook.layout import read_layout

CLOSING, OPENING = set("，。、；：？！）》】〉」』〕”’"), set("（《【〈「『〔“‘")
PIECES = (
    "投诉人", "（某某超市）", "“变质”", "《办法》", "，", "。", "、", "：", "2026年1月5日", "〔2026〕第12号", "13912345678", "128.50元",
)  # fmt: skip


def story() -> str:
    source = random.Random(9704)
    text = "".join(source.choices(PIECES, k=600))
    return re.sub(
        r"(\d)(?=2026年|13912345678|128\.50)", r"\1于", text
    )  # two numbers never follow each other bare


def letter(profile: str) -> bytes:
    """A title, a number and four pages of text in a house style."""
    layout = read_layout(
        f'id = "t"\ntitle = "通知书"\nprofile = "{profile}"\n'
        '[[block]]\nkind = "text"\nstyle = "title"\ntext = "题"\n'
        '[[block]]\nkind = "text"\nstyle = "number"\ntext = "号"\n'
        '[[block]]\nkind = "text"\ntext = "{body}"\n',
        "t.toml",
    )
    return draw(compose(layout, {"body": story()})).data


def sizes(data: bytes) -> dict[str, float]:
    """The size in points in which each character of the first page is set."""
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        text = pdf[0].get_textpage()
        return {
            chr(raw.FPDFText_GetUnicode(text.raw, place)): raw.FPDFText_GetFontSize(text.raw, place)
            for place in reversed(range(text.count_chars()))
        }


def font_of(data: bytes, char: str) -> str:
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        text = pdf[0].get_textpage()
        place = next(
            n for n in range(text.count_chars()) if chr(raw.FPDFText_GetUnicode(text.raw, n)) == char
        )
        name = ctypes.create_string_buffer(100)
        raw.FPDFText_GetFontInfo(text.raw, place, name, 100, None)
        return name.value.decode()


def body_lines(data: bytes, page: int) -> list[str]:
    """The lines of the type area from above."""
    rows: dict[float, list[tuple[float, str]]] = defaultdict(list)
    for glyph in glyphs(data, page):
        if glyph.y < 262 and glyph.char not in "题号" * (page == 0):
            rows[round(glyph.y, 1)].append((glyph.x, glyph.char))
    return ["".join(char for _, char in sorted(rows[y])) for y in sorted(rows)]


# GB/T 9704-2012: 标题2号小标宋 (22 pt), 正文3号仿宋 (16 pt). 002:607: 标题小2号黑体 (18), 文号5号宋体 (10.5), 正文小3号仿宋 (15).
@pytest.mark.parametrize(
    ("profile", "title", "number", "body"), [("state", 22, 16, 16), ("group-office", 18, 10.5, 15)]
)
def test_title_number_and_body_are_set_in_their_sizes(profile, title, number, body) -> None:
    found = sizes(letter(profile))

    assert (found["题"], found["号"], found["投"]) == pytest.approx((title, number, body), abs=0.01)


def test_the_group_offices_title_is_hei_and_its_number_song() -> None:
    data = letter("group-office")

    assert "Sans" in font_of(data, "题")
    assert "Serif" in font_of(data, "号")


@pytest.mark.parametrize("profile", ["state", "group-office"])
def test_all_words_stand_within_the_margins_but_a_hanging_mark(profile) -> None:
    # GB/T 9704-2012, 5.1-5.2.1: 天头37 mm, 订口28 mm, 版心156 mm × 225 mm
    data, size = letter(profile), {"state": 16, "group-office": 15}[profile] * MM
    for page in (1, 2):
        inside = [glyph for glyph in glyphs(data, page) if glyph.y < 262.5]
        assert min(glyph.x for glyph in inside) == pytest.approx(28, abs=0.1)
        assert min(glyph.y for glyph in inside) - size * 0.88 >= 37 - 0.1
        over = {glyph.char for glyph in inside if glyph.x + size > 28 + 156 + 0.6 and glyph.char > "\u2000"}
        assert over <= CLOSING


@pytest.mark.parametrize("profile", ["state", "group-office"])
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(profile) -> None:
    data = letter(profile)
    lines = [line for page in (1, 2) for line in body_lines(data, page)]

    assert len(lines) > 40
    assert [line for line in lines if line[0] in CLOSING or line[-1] in OPENING] == []


@pytest.mark.parametrize("profile", ["state", "group-office"])
def test_no_number_and_no_date_is_parted_between_two_lines(profile) -> None:
    data = letter(profile)
    lines = [line for page in (1, 2) for line in body_lines(data, page)]

    ends = [
        (one, other)
        for one, other in pairwise(lines)
        if re.search(r"[\d年月〔.]$", one) and re.match(r"[\d年月日〕号.]", other)
    ]
    assert ends == []
    assert any("2026年1月5日" in line for line in lines)


def test_the_state_page_has_twenty_two_lines_two_hundred_and_twenty_five_millimetres_high() -> None:
    ys = sorted({round(glyph.y, 1) for glyph in glyphs(letter("state"), 1) if glyph.y < 262.5})

    assert len(ys) == 22
    assert (ys[-1] - ys[0]) / 21 == pytest.approx(225 / 22, abs=0.05)
