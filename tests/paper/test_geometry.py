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
from tests.paper.papers import MM, form, glyphs, rules

from desk.domain.notice import compose
from desk.paper.breaking import Setting, broken
from desk.paper.drawing import draw
from desk.paper.letter import lay_out
from desk.paper.marks import Run, Stroke
from desk.paths import resource
from desk.rulebook.layout import read_layout

CLOSING, OPENING = set("，。、；：？！）》】〉」』〕”’"), set("（《【〈「『〔“‘")
PIECES = (
    "投诉人", "（某某超市）", "“变质”", "《办法》", "，", "。", "、", "：", "2026年1月5日", "〔2026〕第12号", "13912345678", "128.50元", "3000万元",
)  # fmt: skip


def story() -> str:
    source = random.Random(9704)
    return "".join(source.choices(PIECES, k=600))


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
        if re.search(r"[\d年月〔.万]$", one) and re.match(r"[\d年月日〕号.元万]", other)
    ]
    assert ends == []
    assert any("2026年1月5日" in line for line in lines)


def test_the_state_page_has_twenty_two_lines_two_hundred_and_twenty_five_millimetres_high() -> None:
    ys = sorted({round(glyph.y, 1) for glyph in glyphs(letter("state"), 1) if glyph.y < 262.5})

    assert len(ys) == 22
    assert (ys[-1] - ys[0]) / 21 == pytest.approx(225 / 22, abs=0.05)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("请退还货款共计128.50元并依法赔偿", "128.50元"),
        ("合同总价人民币3000万元整已经付清", "3000万元整"),
        ("金额1,285.00元2026年11月20日付清", "1,285.00元"),
        ("金额1,285.00元2026年11月20日付清", "2026年11月20日"),
        ("电话139123456782026年1月5日打来", "2026年1月5日"),
        ("共128.502026年1月5日收到", "2026年1月5日"),
    ],
)
def test_an_amount_keeps_its_yuan_and_a_date_stays_whole_after_a_bare_number(text, whole) -> None:
    """002:607: numbers and years are not broken, wherever in the line they come to stand."""
    ems = defaultdict(lambda: 1.0, dict.fromkeys("0123456789.,", 0.5))
    for before in range(16):
        lines = broken("某" * before + text, Setting(ems, 16, 0, 16 * 16))
        assert any(whole in line.text for line in lines), [line.text for line in lines]


def document(profile: str, **values: object) -> bytes:
    """A 公文 of the group offices in a house style."""
    file = resource("overlays", "X2", "forms", "document.toml").read_text("utf-8")
    said = {"document_body": "正文。", "office.name": "某某公司", "paper.date": "2026年11月20日", **values}
    return draw(compose(read_layout(file, "document.toml", profile), said)).data  # type: ignore[arg-type]


# One line: 225 mm / 22 (GB/T 9704-2012, 5.2.3), and the 28 pt of the group offices' own style.
LINE = {"state": 225 / 22, "group-office": 28 * MM}


@pytest.mark.parametrize("profile", ["state", "group-office"])
def test_the_note_of_attachments_stands_a_line_below_two_characters_in_its_numbers_below_each_other(
    profile,
) -> None:
    """002:607, 5.1.6: one line below the text, two characters in, 附件 and a colon, numbered, no mark after the names."""
    pitch = {"state": 15.79, "group-office": 15}[profile]
    rows = ({"name": "客户投诉情况调查表" * 4}, {"name": "照片"})
    found = list(glyphs(document(profile, document_annexes=rows)))

    body = next(glyph for glyph in found if glyph.char == "正")
    note = next(glyph for glyph in found if glyph.char == "附" and glyph.y > body.y)
    one = next(glyph for glyph in found if glyph.char == "1" and abs(glyph.y - note.y) < 0.1)
    two = next(glyph for glyph in found if glyph.char == "2" and glyph.y > note.y + LINE[profile])
    photo = next(glyph for glyph in found if glyph.char == "照")
    assert note.x == pytest.approx(28 + 2 * pitch * MM, abs=0.3)
    assert note.y - body.y == pytest.approx(2 * LINE[profile], abs=0.02)
    assert one.x == pytest.approx(28 + 5 * pitch * MM, abs=0.5)
    assert two.x == pytest.approx(one.x, abs=0.5)
    assert [glyph.char for glyph in found if glyph.y == photo.y][-1] == "片"


@pytest.mark.parametrize("profile", ["state", "group-office"])
def test_the_number_stands_two_empty_lines_below_the_issuers_name(profile) -> None:
    """002:607, 5.1.2; GB/T 9704-2012, 7.2.5: 发文字号在发文机关标志下空二行. Counted from slot to slot: 40 pt for the name."""
    style = {"state": (28.99, 16), "group-office": (24, 10.5)}[profile]
    found = list(glyphs(document(profile, **{"paper.number": "某司发〔2026〕7号"})))

    name = next(glyph for glyph in found if glyph.char == "某")
    number = next(glyph for glyph in found if glyph.char == "〔")
    name_foot = name.y + (40 - baseline(40, 22)) * MM
    number_head = number.y - baseline(*style) * MM
    assert number_head - name_foot == pytest.approx(2 * LINE[profile], abs=0.02)


def test_title_and_addressee_stand_below_their_empty_lines() -> None:
    """GB/T 9704-2012, 7.2.7, 7.3.1, 7.3.2: the line 4 mm below the number, the title two lines below it, 主送机关 one below that."""
    data = document("state", document_title="题", document_to="乙", **{"paper.number": "〔2026〕7号"})
    found = list(glyphs(data))
    line = next(y for kind, _, _, y in rules(data) if kind == "-")

    place = {glyph.char: glyph.y for glyph in reversed(found)}
    assert line - (place["〔"] + (28.99 - baseline(28.99, 16)) * MM) == pytest.approx(4, abs=0.05)
    assert (place["题"] - baseline(34, 22) * MM) - line == pytest.approx(4 + 2 * LINE["state"], abs=0.05)
    title_foot = place["题"] + (34 - baseline(34, 22)) * MM
    assert (place["乙"] - baseline(28.99, 16) * MM) - title_foot == pytest.approx(LINE["state"], abs=0.05)


def baseline(leading: float, size: float) -> float:
    """From the head of a line's slot to its baseline: the square of a Han character in its middle, 0.88 of it above."""
    return (leading - size) / 2 + 0.88 * size


@pytest.mark.parametrize(("profile", "size"), [("state", 14), ("group-office", 12)])
def test_issuer_and_day_of_the_imprint_stand_on_one_line_one_character_in_from_either_edge(
    profile, size
) -> None:
    """GB/T 9704-2012, 7.4.3: 印发机关左空一字，印发日期右空一字; 4号 under ``state``."""
    found = list(glyphs(document(profile, document_cc="质量部")))

    issued = max((glyph for glyph in found if glyph.char == "印"), key=lambda glyph: glyph.y)
    line = [glyph for glyph in found if abs(glyph.y - issued.y) < 0.1]
    assert "".join(glyph.char for glyph in line) == "某某公司2026年11月20日印发"
    assert line[0].x == pytest.approx(28 + size * MM, abs=0.1)
    assert line[-1].x + size * MM == pytest.approx(28 + 156 - 4.94, abs=0.1)


def test_an_issuers_name_that_leaves_no_room_sends_the_day_to_a_line_of_its_own() -> None:
    found = list(glyphs(document("state", **{"office.name": "某某" * 12 + "公司"})))

    issued = max((glyph for glyph in found if glyph.char == "印"), key=lambda glyph: glyph.y)
    line = [glyph for glyph in found if abs(glyph.y - issued.y) < 0.1]
    assert "".join(glyph.char for glyph in line) == "2026年11月20日印发"
    assert line[-1].x > 28 + 156 - 12


@pytest.mark.parametrize("profile", ["state", "group-office"])
@pytest.mark.parametrize("lines", [1, 14, 19, 22])
@pytest.mark.parametrize(("sent_to", "widths"), [("质量部", [1, 0.7, 1]), ("", [1, 1])])
def test_the_imprint_ends_at_the_foot_of_the_last_pages_type_area_however_long_the_text(
    profile, lines, sent_to, widths
) -> None:
    """GB/T 9704-2012, 7.4: 版记 on the last page, its last line at the foot of the type area; thick, thin, thick."""
    file = resource("overlays", "X2", "forms", "document.toml").read_text("utf-8")
    values = {
        "document_body": "正文。\n" * lines,
        "document_cc": sent_to,
        "office.name": "某某公司",
        "paper.date": "2026年11月20日",
    }
    pages = lay_out(compose(read_layout(file, "document.toml", profile), values))

    strokes = [mark for mark in pages[-1].marks if isinstance(mark, Stroke)][-len(widths) :]
    heights = [stroke.y * MM for stroke in strokes]
    assert [stroke.width for stroke in strokes] == widths
    assert heights[-1] == pytest.approx(37 + 225, abs=1)
    assert heights == sorted(heights)
    assert heights[-1] - heights[0] < 20


@pytest.mark.parametrize("before", range(28))
def test_a_date_that_is_still_to_be_written_stays_on_one_line(before) -> None:
    """002:607: years and dates are not broken, wherever in the line their blanks come to stand."""
    text = 'id = "t"\ntitle = "表"\n[[block]]\nkind = "text"\ntext = "%s{day:date}办结，现将结果报告如下。"\n'
    page = lay_out(compose(read_layout(text % ("某" * before), "t.toml", "state"), {}))[0]

    runs = [mark for mark in page.marks if isinstance(mark, Run)]
    (year,), (month,), (day,) = ([run.y for run in runs if char in run.text] for char in "年月日")
    assert year == month == day


def test_the_day_and_the_signatures_of_the_mediation_record_stand_on_one_line_each() -> None:
    """Looked at on the page: the day of acceptance and the mediator's line had gone over to the next line."""
    page = lay_out(compose(form("R15", "mediation_record"), {"case.number": "投诉〔2026〕0123号"}))[0]
    runs = [mark for mark in page.marks if isinstance(mark, Run)]
    ruled = [mark for mark in page.marks if isinstance(mark, Stroke) and mark.y == mark.to_y]

    def lines_beside(words: str) -> int:
        """How many lines to write on stand on the line of these words."""
        run = next(run for run in runs if words in run.text)
        return sum(0 < line.y - run.y < 4 and line.to_x - line.x < 100 for line in ruled)

    assert lines_beside("受理日期") == 3
    assert lines_beside("被投诉人：") == 3
