"""Papers as PDF: what can be read back from the bytes."""

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.paper.papers import MM, WORDS, form, glyphs, pages_of, rules, text_of

from desk.domain.notice import compose
from desk.paper.atoms import plain
from desk.paper.drawing import Missing, draw, draw_many
from desk.paper.pictures import picture
from desk.rulebook.documents import Copy
from desk.rulebook.layout import Layout, read_layout


def letter(body: str = "{body}") -> Layout:
    """A plain letter in the state's own layout."""
    return read_layout(
        'id = "t"\ntitle = "通知书"\nprofile = "state"\n'
        '[[block]]\nkind = "text"\nstyle = "title"\ntext = "通知书"\n'
        f'[[block]]\nkind = "text"\ntext = "{body}"\n'
        '[[block]]\nkind = "signature"\norgan = "{office.name}"\ndate = "{paper.date}"\n',
        "t.toml",
    )


def words(text: str, **more: str) -> dict[str, str]:
    """The values of a letter."""
    return {"body": text, "office.name": "某某市市场监督管理局", "paper.date": "2026年1月5日", **more}


def squeezed(text: str) -> str:
    """``text`` as it comes back from a page."""
    return "".join(plain(text).split())


def test_every_word_can_be_read_back_from_the_page():
    text = text_of(draw(compose(form("R15", "acceptance"), WORDS)).data)

    for value in (
        "张𠮷安：",
        "我局于2026年4月20日收到你关于在某某超市购买的牛奶变质要求退款的投诉",
        "李四",
        "某市监投﹝2026﹞第12号",
    ):
        assert value in text


def test_characters_beyond_the_first_plane_can_be_copied_and_searched():
    rare = "𠮷𬭎𫖯𪩘𬱖𮧵喆堃"
    data = draw(compose(letter(), words(rare))).data

    assert rare in text_of(data)


def test_reportlabs_own_map_would_not_do(monkeypatch):
    from desk.paper import truetype

    monkeypatch.setattr(truetype.EmbeddedFont, "addObjects", truetype.TTFont.addObjects)

    assert "𠮷" not in text_of(draw(compose(letter(), words("𠮷"))).data)


def test_the_same_paper_gives_the_same_bytes():
    paper = compose(form("R15", "complaint_form"), WORDS, code="1号")

    first, second = draw(paper), draw(paper)

    assert first.data == second.data
    assert first.sha256 == second.sha256
    assert draw(replace(paper, code="2号")).sha256 != first.sha256


def test_another_process_draws_the_same_bytes():
    program = (
        "from tests.paper.papers import WORDS, form\nfrom desk.domain.notice import compose\n"
        "from desk.paper.drawing import draw\n"
        "print(draw(compose(form('R15', 'complaint_form'), WORDS, code='1号', practice=True)).sha256)"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(found) == 1


def test_all_fonts_are_embedded_and_the_language_is_chinese():
    data = draw(compose(form("R15", "acceptance"), WORDS)).data

    assert b"Helvetica" not in data
    assert b"/Lang (zh-CN)" in data
    assert (
        data.count(b"/FontFile2") == data.count(b"/FontDescriptor /FontFile2")
        or data.count(b"/FontFile2") > 0
    )
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        assert pdf.get_metadata_value("Title") == "投诉受理决定书 某市监投﹝2026﹞第12号"


def test_a_notice_is_small():
    drawn = [
        draw(compose(form("R15", name), WORDS))
        for name in ("acceptance", "refusal", "complaint_form", "receipt")
    ]

    assert max(len(paper.data) for paper in drawn) <= 120_000


def test_a_character_without_a_font_is_reported_with_its_field_and_leaves_a_square_to_write_in():
    drawn = draw(compose(form("R15", "acceptance"), {**WORDS, "complainant.name": "张\U00031350"}))

    assert drawn.missing == (Missing("complainant.name", "\U00031350"),)
    assert "张：" in text_of(drawn.data)
    line = next(glyph.y for glyph in glyphs(drawn.data) if glyph.char == "张")
    frame = [rule for rule in rules(drawn.data) if rule[0] == "-" and abs(rule[3] - line) < 6]
    left, right = frame[0][1], frame[0][2]
    assert right - left == pytest.approx(15.81 * MM * 0.94, abs=0.1)
    assert not [glyph for glyph in glyphs(drawn.data) if left < glyph.x < right and abs(glyph.y - line) < 1]


def test_body_lines_hold_28_characters_and_the_page_22_lines():
    # GB/T 9704-2012, 5.2.3: 每面排22行，每行排28个字
    data = draw(compose(letter(), words("字" * 2000))).data
    rows: dict[float, int] = {}
    for glyph in glyphs(data, 1):
        if glyph.char == "字":
            rows[round(glyph.y, 1)] = rows.get(round(glyph.y, 1), 0) + 1

    assert max(rows.values()) == 28
    assert len(rows) == 22
    assert min(glyph.x for glyph in glyphs(data, 1) if glyph.char == "字") == pytest.approx(28, abs=0.1)


def test_page_numbers_stand_outside_by_turns():
    # GB/T 9704-2012, 7.5: 单页码居右空一字，双页码居左空一字
    data = draw(compose(letter(), words("字" * 2000))).data
    first, second = (
        [glyph for glyph in glyphs(data, page) if glyph.char in "12" and glyph.y > 262] for page in (0, 1)
    )

    assert first[0].x > 160
    assert second[0].x < 50


def test_no_page_carries_the_signature_alone():
    for count in range(470, 620, 7):
        last = pages_of(draw(compose(letter(), words("字" * count))).data)[-1]
        assert "字" in last, count
        assert "2026年1月5日" in last


def test_name_and_date_share_one_middle_four_characters_from_the_edge():
    # GB/T 9704-2012, 7.3.5.1: 成文日期右空四字，署名以成文日期为准居中
    found = list(glyphs(draw(compose(letter(), words("甲"))).data))
    date = [glyph for glyph in found if glyph.char in "年月日0256"]
    line = max(glyph.y for glyph in date if glyph.char == "日")
    start = min(glyph.x for glyph in date if glyph.y == line)
    end = max(glyph.x for glyph in date if glyph.y == line and glyph.char == "日") + 16 * MM
    name = [glyph for glyph in found if glyph.char in "某局" and glyph.y < line]

    assert end == pytest.approx(184 - 4 * 15.79 * MM, abs=0.5)
    assert (min(g.x for g in name) + max(g.x for g in name) + 16 * MM) / 2 == pytest.approx(
        (start + end) / 2, abs=0.5
    )


def test_an_organ_with_a_very_long_name_is_printed_whole():
    name = "某某省某某市某某区纪律检查委员会、监察委员会派驻某某区市场监督管理局纪检监察组（联合督查办公室）"

    for sealed in ("", "sealed = false"):
        layout = read_layout(
            'id = "t"\ntitle = "甲"\nprofile = "state"\n[[block]]\nkind = "text"\ntext = "甲"\n'
            '[[block]]\nkind = "signature"\norgan = "{office.name}"\ndate = "{paper.date}"\n' + sealed,
            "t.toml",
        )
        data = draw(compose(layout, words("", **{"office.name": name}))).data
        assert name in text_of(data)
        assert all(28 <= glyph.x <= 184 for glyph in glyphs(data) if glyph.y < 262)


def test_without_a_seal_the_date_stands_two_characters_further_in():
    # GB/T 9704-2012, 7.3.5.2: 右空二字编排发文机关署名，成文日期首字比署名首字右移二字
    found = list(glyphs(draw(compose(form("R15", "receipt"), WORDS)).data))
    organ = [glyph for glyph in found if glyph.char in "某市场监督管理局" and glyph.y > 120]
    line = max(glyph.y for glyph in organ)
    date = min(glyph.x for glyph in found if glyph.y > line + 5)

    first = min(glyph.x for glyph in organ if glyph.y == line)
    assert date - first == pytest.approx(2 * 15.81 * MM, abs=0.3)
    assert max(glyph.x for glyph in organ if glyph.y == line) + 3 * 15.81 * MM == pytest.approx(
        26 + 158.4, abs=0.3
    )


def test_a_value_that_runs_over_the_line_keeps_its_underline_on_both_lines():
    underlined = read_layout(
        'id = "t"\ntitle = "甲"\nprofile = "state"\nunderline = true\n[[block]]\nkind = "text"\ntext = "{body}"',
        "t.toml",
    )

    drawn = draw(compose(underlined, {"body": "字" * 40}))

    levels = sorted({round(line[3]) for line in rules(drawn.data)})
    assert len(levels) == 2
    assert text_of(drawn.data).count("字") == 40


def test_the_seals_room_is_kept_and_nothing_printed_in_it():
    data = draw(compose(form("R04", "acceptance"), WORDS)).data
    organ = next(glyph for glyph in glyphs(data) if glyph.char == "某" and glyph.y > 100)

    body = max(glyph.y for glyph in glyphs(data) if glyph.y < organ.y - 1 and glyph.x < 184)
    assert organ.y - body > 20
    assert not [line for line in rules(data) if line[0] == "-" and line[3] > body + 2]
    assert all(glyph.x > 184 for glyph in glyphs(data) if glyph.char in "盖专" and glyph.y > body + 2)


def test_long_words_go_to_continuation_pages_and_nothing_is_lost():
    story = "".join(f"〈{number}〉讲的是事情经过。" for number in range(400))
    address = "".join(f"〈r{number}〉" for number in range(150))
    values = {**WORDS, "narrative": story, "respondent.address": address}
    drawn = draw(compose(form("R15", "complaint_form"), values))
    text = text_of(drawn.data)

    assert drawn.pages > 1
    assert "（下转续页）" in text
    assert "消费者权益争议事实依据（接上页）" in text
    assert "投诉人（签字）：" in pages_of(drawn.data)[-1]
    assert all(f"〈{number}〉" in text for number in range(400))
    assert all(f"〈r{number}〉" in text for number in range(150))


def test_a_hundred_rows_of_a_list_keep_their_heading_on_every_page():
    rows = tuple({"name": f"第{n}份材料", "original": "1", "copies": "", "pages": "2"} for n in range(100))
    drawn = draw(compose(form("R15", "receipt"), {**WORDS, "materials_held": rows}))

    pages = pages_of(drawn.data)
    assert drawn.pages >= 4
    assert all("材料名称" in page for page in pages[:-1])
    assert all(f"第{n}份材料" in "".join(pages) for n in range(100))
    assert all(f"第{number}页共{drawn.pages}页" in page for number, page in enumerate(pages, 1))


def test_practice_stands_outside_the_frame_and_not_in_the_number():
    data = draw(compose(form("R15", "complaint_form"), WORDS, practice=True)).data
    found = [glyph for glyph in glyphs(data) if glyph.char in "演示" and not 30 < glyph.y < 270]

    assert len([glyph for glyph in found if glyph.char == "演"]) == 2
    assert "演示" not in text_of(draw(compose(form("R15", "complaint_form"), WORDS)).data)


def test_the_square_code_can_be_read_and_lies_above_the_text():
    data = draw(compose(form("R15", "receipt"), WORDS, code="投诉〔2026〕0123号")).data
    page = picture(data, 0, 200, grey=True)
    image = Image.frombytes("L", (page.width, page.height), page.pixels)

    (code,) = zxingcpp.read_barcodes(image)
    assert code.text == "投诉〔2026〕0123号"
    assert code.position.bottom_left.y / 200 * 25.4 < 33
    assert not zxingcpp.read_barcodes(_page(draw(compose(form("R15", "receipt"), WORDS)).data))


def _page(data: bytes) -> Image.Image:
    page = picture(data, 0, 200, grey=True)
    return Image.frombytes("L", (page.width, page.height), page.pixels)


def test_each_copy_names_its_holder_and_only_the_stub_is_signed_for():
    copies = (Copy(name="第一联", holder="申请人"), Copy(name="第二联", holder="受理窗口", stub=True))
    drawn = draw_many([compose(form("R04", "receipt"), WORDS, copy=copy) for copy in copies])

    first, second = pages_of(drawn.data)
    assert "".join(char for char in first if char in "第一联申请人").count("第一联") == 1
    assert "签收人" in second
    assert "签收人" not in first


def test_a_receipt_says_received_and_never_accepted():
    for office in ("R15", "R04"):
        text = text_of(draw(compose(form(office, "receipt"), WORDS)).data)
        assert "收到" in text
        assert "不表示" in text
        assert "决定受理" not in text
        assert "予以受理" not in text


def test_the_refusal_names_reason_both_remedies_and_the_channel():
    # 000:348: 说明理由，告知行政复议、行政诉讼的权利以及投诉渠道
    text = compose(
        form("R04", "refusal"), {**WORDS, "reason": "不属于本部门职权", "office.complaint_channel": "12345"}
    ).text

    for part in ("理由：不属于本部门职权", "行政复议", "行政诉讼", "投诉：12345"):
        assert part in text


HOSTILE = [
    "<b>未关闭", "A&B公司 &amp; &lt;", '<img src="/etc/passwd"/>', '<img src="http://127.0.0.1:9/x.png"/>', "<para>", "<a href='file:///x'>x</a>",
    "{office.name}", "{{x}}", "%(x)s ${x} #{x}", "=1+1", "\\u0041 \\n", "(" * 50, ")" * 50, "\\" * 20, "'; DROP TABLE x; --", "<font color=\"[[[getattr(pow,'x')]]]\">",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_appears_letter_by_letter(text, monkeypatch):
    def refuse(*_args: object) -> None:
        raise AssertionError("a paper asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert squeezed(text) in text_of(draw(compose(letter(), words(text))).data)


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_keeps_a_paper_from_being_drawn(text):
    drawn = draw(compose(letter(), words(text)))

    lost = {missing.char for missing in drawn.missing}
    assert drawn.pages >= 1
    assert lost <= set(text)


def test_lone_surrogates_and_controls_do_no_harm():
    drawn = draw(compose(letter(), words("甲\ud800乙\x00\x1b丙\u202e丁")))

    assert "甲乙丙丁" in text_of(drawn.data)


def test_two_hundred_thousand_characters_are_drawn_within_five_seconds():
    draw(compose(letter(), words("字")))
    text = "事情的经过是这样的，2026年4月18日我在超市买了牛奶。" * 7200

    start = time.perf_counter()
    drawn = draw(compose(letter(), words(text)))

    assert time.perf_counter() - start < 5
    assert drawn.pages > 300


def test_papers_can_be_drawn_by_several_threads_at_once():
    paper = compose(form("R15", "acceptance"), WORDS)
    wanted, got = draw(paper).sha256, []
    threads = [
        threading.Thread(target=lambda: got.extend(draw(paper).sha256 for _ in range(5))) for _ in range(4)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert got == [wanted] * 20
