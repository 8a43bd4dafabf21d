"""Every paper of every manual with the longest words that people write: no two texts lie over each other, no line runs
through a word, nothing leaves its cell or the sheet.

Measured on the marks of the laid-out pages, before they are PDF; the papers are written short, long and left empty.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.paper.test_catalogue import filled

from desk.domain.document import Paragraph
from desk.domain.notice import compose
from desk.paper import atoms, fonts, typesetting
from desk.paper.breaking import Line
from desk.paper.furniture import furnish
from desk.paper.letter import lay_out
from desk.paper.marks import MM, Page, Run, Stroke
from desk.paths import resource
from desk.rulebook.documents import Copy
from desk.rulebook.layout import Layout, load_layout, read_layout

FIRM = "青海省西宁市城西区某某路第一百二十八号某某国际商业广场连锁超市管理有限责任公司分公司"[:40]
PERSON = "阿卜杜热合曼·买买提艾力·阿卜杜克里木江"
ADDRESS = "青海省西宁市城西区某某街道某某社区五四西路一百二十八号某某国际商业广场住宅小区三期十八号楼二单元二千八百零六室左手"
STORY = "我在该店购买后当晚发现已经结块变质，多次联系均未得到答复，请依法处理。" * 14
SUBJECT = "关于某某超市销售变质牛奶拒不退款并且态度恶劣要求退一赔十的投诉"
LONG = {
    "name": PERSON, "contact": PERSON, "head": PERSON, "clerk": PERSON, "handler": PERSON, "approver": PERSON, "mediator": PERSON,
    "first_receiver": PERSON, "by": PERSON, "giver": PERSON, "taker": PERSON, "person": PERSON, "operator": PERSON, "verified_by": PERSON,
    "signed_by": PERSON, "told_by": PERSON, "investigator": PERSON, "respondent": FIRM, "respondent.name": FIRM, "office.name": FIRM[-20:],
    "maker": FIRM, "counterpart": FIRM, "address": ADDRESS, "place": ADDRESS, "subject": SUBJECT, "phone": "0971-8234567转8012",
    "case.number": "信访〔2026〕第012345号", "paper.number": "某市监信访告﹝2026﹞第0123号", "department": "某某市城西区市场监督管理局",
    "id_number": "11010519491231002X", "words": "十五个工作日", "ground.code": "三", "law.name": "中华人民共和国消费者权益保护法",
}  # fmt: skip
STORIES = {
    "narrative", "reason", "statement", "result", "finding", "demand", "cause", "opinion", "handling", "analysis", "proposal", "measures", "remark",
    "corrective", "preventive", "improvement", "decision", "prevention", "explanation", "investigation", "solution", "answer",
    "agreement", "content", "course", "delay_reason", "return_basis", "first_finding", "objection", "negotiation", "combined",
    "denial_reason", "basis", "difficulties", "contacts", "answers", "expectation", "supervisor_advice", "specialist_advice",
    "countermeasure", "plan_note", "close_remark", "verified", "review_result", "root_cause", "instruction", "document_body",
}  # fmt: skip

CLOSING, OPENING = "，。、；：？！）》】〉」』〕﹞”’", "（《【〈「『〔﹝“‘"
RULED = (atoms.RULED, atoms.RULED_TENTH)
NEAR = 1.2
"""Points by which two may touch: the empty rim of a character's square."""
EDGE = 5 * MM
"""What a printer leaves white at each edge of the sheet."""


class Box(NamedTuple):
    """A stretch of words and the room that its characters' squares take, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def layouts() -> Iterator[Path]:
    """Every layout that the program ships."""
    for pattern in ("rulebooks/*/forms/*.toml", "overlays/*/forms/*.toml", "layouts/*.toml"):
        yield from sorted(resource("rulebooks").parent.glob(pattern))


def said(path: str) -> str:
    """The longest that a clerk writes in such a place."""
    last = path.rpartition(".")[2]
    if last in STORIES or path.startswith("summary_"):
        return STORY
    if path in LONG or last in LONG:
        return LONG.get(path) or LONG[last]
    if last.endswith("_at") or path.startswith("at.") or last == "at":
        return "2026年11月20日 16:40"
    return "2026年11月20日" if last.endswith(("_on", "date", "due", "until", "from")) else "某某路店"


def long(layout: Layout, most: int = 500) -> dict[str, object]:
    """Long words of at most so many characters in every place; what is a box or a list stays one."""
    values: dict[str, object] = {}
    for path, value in filled(layout).items():
        if isinstance(value, tuple):
            values[path] = tuple({name: said(name)[:most] for name in row} for row in value)
        else:
            values[path] = said(path)[:most] if str(value).startswith("值") else value
    return values


def boxes(page: Page) -> list[Box]:
    """The words of a page with the room of their ink: the empty half of a mark at either end is not counted."""
    found = []
    for mark in page.marks:
        if isinstance(mark, Run) and mark.text.strip().strip(CLOSING):
            advance = fonts.advances(mark.face)
            wide = [advance[ord(char)] / 1000 * mark.size + mark.space for char in mark.text]
            before = len(mark.text) - len(mark.text.lstrip())
            after = len(mark.text) - len(mark.text.rstrip())
            left = mark.x + sum(wide[:before]) + mark.size / 2 * (mark.text[before] in OPENING)
            right = mark.x + sum(wide[: len(wide) - after]) - mark.space
            right -= mark.size / 2 * (mark.text[-1 - after] in CLOSING)
            top = mark.y - typesetting.ASCENT * mark.size
            found.append(Box(mark.text.strip(), left, top, right, top + mark.size))
    return found


def collisions(page: Page) -> list[str]:
    """What lies over something else on a page, or outside of it, in words."""
    words = boxes(page)
    return [*_over_each_other(words), *_struck(page, words), *_off_the_sheet(page, words)]


def _over_each_other(words: list[Box]) -> Iterator[str]:
    ordered = sorted(words, key=lambda box: box.top)
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.top > one.bottom - NEAR:
                break
            if min(one.right, other.right) - max(one.left, other.left) > NEAR:
                yield f"“{one.text}”和“{other.text}”重叠"


def _struck(page: Page, words: list[Box]) -> Iterator[str]:
    """Words through which a line runs: out of their cell, or onto a line to write on."""
    for mark in page.marks:
        if isinstance(mark, Stroke):
            left, right = sorted((mark.x, mark.to_x))
            top, bottom = sorted((mark.y, mark.to_y))
            for box in words:
                across = box.left + NEAR < right and left < box.right - NEAR
                if across and box.top + NEAR < bottom and top < box.bottom - NEAR:
                    yield f"线穿过“{box.text}”"


def _off_the_sheet(page: Page, words: list[Box]) -> Iterator[str]:
    for box in words:
        if (
            box.left < EDGE
            or box.top < EDGE
            or box.right > page.width - EDGE
            or box.bottom > page.height - EDGE
        ):
            yield f"“{box.text}”出了纸面"


def pages(layout: Layout, values: dict[str, object]) -> list[Page]:
    copy = Copy(name="第二联（正本）", holder="受理窗口、业务处")
    document = compose(layout, values, copy=copy)  # type: ignore[arg-type]
    laid = lay_out(document)
    furnish(laid, document)
    return laid


@pytest.fixture
def torn(monkeypatch) -> list[str]:
    """The lines to write on that went over to the next line of type, with the words before them."""
    found: list[str] = []
    real = typesetting.lines_of

    def watched(paragraph: Paragraph, width: float, *, hang: bool = True) -> list[Line]:
        lines = real(paragraph, width, hang=hang)
        found.extend(
            line.text
            for line, following in pairwise(lines)
            if not line.last and line.text[-1:] in RULED and following.text[:1] in RULED
        )
        return lines

    monkeypatch.setattr(typesetting, "lines_of", watched)
    return found


ALL = pytest.mark.parametrize("file", list(layouts()), ids=lambda path: f"{path.parts[-3]}-{path.stem}")


@ALL
@pytest.mark.parametrize("write", [long, filled, lambda _: {}], ids=["long", "short", "empty"])
def test_nothing_lies_over_anything_else(file: Path, write: Callable[[Layout], dict[str, object]]) -> None:
    layout = load_layout(file)
    laid = pages(layout, write(layout))

    assert [(number, told) for number, page in enumerate(laid, 1) for told in collisions(page)] == []


@ALL
def test_no_line_to_sign_on_is_torn_however_long_the_name_before_it(file: Path, torn: list[str]) -> None:
    """Looked at on the page: R10's order, where the rest of the line of 责任部门负责人 stood over 日期."""
    layout = load_layout(file)
    for most in (2, 3, 4, 6, 8, 10, 12, 14, 17, 20):
        lay_out(compose(layout, long(layout, most)))  # type: ignore[arg-type]

    assert torn == []


OLD_SIGNATURES = """id = "t"
title = "单"
profile = "state"
[[block]]
kind = "grid"
columns = [20, 50]
rows = [20]
cells = [{ row = 1, col = 2, align = "left", text = "质量安全部：{clerk.name:6}　　责任部门负责人：{:8}" }]
"""


def test_a_torn_line_is_noticed(torn: list[str]) -> None:
    pages(read_layout(OLD_SIGNATURES, "t.toml"), {"clerk.name": "张三"})

    assert torn


def test_words_over_words_under_a_line_and_off_the_sheet_are_noticed() -> None:
    page = Page(
        595,
        842,
        [
            Run(100, 100, fonts.SONG, 12, "投诉人"),
            Run(130, 104, fonts.SONG, 12, "甲"),
            Run(580, 300, fonts.SONG, 12, "乙"),
        ],
    )
    page.marks.append(Stroke(90, 96, 200, 96))

    told = collisions(page)

    assert [word in "".join(told) for word in ("重叠", "线穿过“投诉人”", "“乙”出了纸面")] == [True] * 3


def test_words_beside_each_other_in_their_cell_are_left_alone() -> None:
    page = Page(
        595,
        842,
        [
            Run(100, 100, fonts.SONG, 12, "投诉人："),
            Run(142, 100, fonts.SONG, 12, "甲"),
            Run(100, 114, fonts.SONG, 12, "乙"),
        ],
    )
    page.marks += [Stroke(98, 86, 98, 120), Stroke(98, 102.2, 160, 102.2)]

    assert collisions(page) == []
