"""Composing a paper: what is filled, what stays blank, what is left out. No PDF is needed to know it."""

from desk.domain.document import Blank, Box, Grid, Listing, Paragraph, Words
from desk.domain.notice import compose
from desk.rulebook.documents import Copy
from desk.rulebook.layout import Layout, read_layout


def layout(blocks: str, head: str = "") -> Layout:
    """A layout of the given blocks."""
    return read_layout(f'id = "t"\ntitle = "通知书"\nprofile = "state"\n{head}\n{blocks}', "t.toml")


def text(words: str, more: str = "") -> str:
    """A text block."""
    return f'[[block]]\nkind = "text"\ntext = "{words}"\n{more}\n'


def test_a_known_value_takes_its_place_in_the_sentence():
    paper = compose(layout(text("我局于{received_on:date}收到你的投诉。")), {"received_on": "2026年1月5日"})

    assert paper.text == "我局于2026年1月5日收到你的投诉。"
    assert paper.blanks == ()


def test_a_missing_date_stays_a_line_for_year_month_and_day():
    paper = compose(layout(text("于{received_on:date}收到{subject:9}。")), {"subject": ""})

    assert paper.text == "于____年____月____日收到____。"
    assert paper.blanks == ("received_on", "subject")


def test_what_the_manual_leaves_unset_is_printed_as_a_line():
    paper = compose(layout(text("在{limit}日内")), {"limit": "unset"})

    assert paper.blanks == ("limit",)
    assert "unset" not in paper.text


def test_text_of_people_is_never_read_as_a_place_or_as_markup():
    paper = compose(layout(text("关于{subject}")), {"subject": "{office.name}<b>&amp;"})

    assert paper.text == "关于{office.name}<b>&amp;"


def test_a_box_is_ticked_by_yes_and_no_and_by_words():
    line = layout(text("{a?是}{a?否}"))

    ticked = [
        [span.ticked for span in compose(line, {"a": value}).blocks[0].spans if isinstance(span, Box)]
        for value in (True, False, "是", "否", "", "是、否")
    ]

    assert ticked == [
        [True, False],
        [False, True],
        [True, False],
        [False, True],
        [False, False],
        [True, True],
    ]


def test_a_paragraph_goes_where_its_criterion_does_not_hold():
    paper = layout(text("甲") + text("乙", 'when = "level == x"') + text("丙", 'needs = ["due_on"]'))

    assert compose(paper, {}, lambda criterion: False).text == "甲"
    assert compose(paper, {"due_on": "2026年5月1日"}, lambda criterion: True).text == "甲\n乙\n丙"


def test_specimen_marks_and_notes_are_switches():
    paper = layout(
        text("文书式样五", 'only = "specimen"') + text("正文") + text("注：说明", 'only = "notes"')
    )

    assert compose(paper, {}, notes=False).text == "正文"
    assert compose(paper, {}).text == "正文\n注：说明"
    assert compose(paper, {}, specimen=True, notes=False).text == "文书式样五\n正文"


def test_the_stub_differs_from_the_copy_that_goes_out():
    paper = layout(text("甲", 'only = "main"') + text("签收人", 'only = "stub"'))
    given, stub = Copy(name="第一联", holder="申请人"), Copy(name="第二联", holder="窗口", stub=True)

    assert (compose(paper, {}, copy=given).text, compose(paper, {}, copy=stub).text) == ("甲", "签收人")
    assert compose(paper, {}, copy=given).copy == "第一联　申请人"


def test_the_form_printed_empty_shows_the_pattern_of_its_number():
    number = layout(text("{paper.number}", 'blank = "{:2}市监﹝{~2}﹞第{:2}号"') + text("{subject}"))

    assert compose(number, {}).blocks[0].text == "____市监﹝  ﹞第____号"
    assert compose(number, {"paper.number": "某市监〔2026〕1号"}).blocks[0].text == "某市监〔2026〕1号"


def test_items_are_numbered_and_lines_stand_where_there_are_none():
    block = '[[block]]\nkind = "items"\nfield = "proofs"\ntext = "{n}. {name}"\nlines = 2\n'

    filled = compose(layout(block), {"proofs": [{"name": "身份证"}, {"name": "委托书"}]})
    empty = compose(layout(block), {})

    assert filled.text == "1. 身份证\n2. 委托书"
    assert [span for paragraph in empty.paragraphs() for span in paragraph.spans] == [Blank(0, "proofs")] * 2


def test_a_list_keeps_its_least_number_of_rows():
    block = (
        '[[block]]\nkind = "list"\nfield = "materials"\nleast = 3\n'
        'columns = [{ title = "序号", width = 20, text = "{n}" }, { title = "名称", width = 60, text = "{name}" }]\n'
    )

    (listing,) = compose(layout(block), {"materials": [{"name": "发票"}]}).blocks

    assert isinstance(listing, Listing)
    assert listing.rows == (("1", "发票"), ("", ""), ("", ""))


def test_a_layout_changes_its_profiles_styles_and_adds_its_own():
    head = "[styles.body]\nsize = 12\n[styles.small]\nlike = 'body'\nsize = 9\n"
    (paragraph, small) = compose(layout(text("甲") + text("乙", 'style = "small"'), head), {}).blocks

    assert isinstance(paragraph, Paragraph)
    assert isinstance(small, Paragraph)
    assert (paragraph.style.size, small.style.size) == (12, 9)
    assert paragraph.style.font == small.style.font == "fangsong"


def test_words_know_the_field_they_came_from():
    cells = 'cells = [{ row = 1, col = 1, text = "{complainant.name:~}" }]'
    grid = f'[[block]]\nkind = "grid"\ncolumns = [30]\nrows = [10]\n{cells}\n'

    paper = compose(layout(grid), {"complainant.name": "王五"})

    assert isinstance(paper.blocks[0], Grid)
    assert list(paper.words()) == [Words("王五", "complainant.name")]


def test_an_empty_ruled_cell_needs_no_line_but_stays_known_as_blank():
    grid = '[[block]]\nkind = "grid"\ncolumns = [60]\nrows = [9]\nrule = {}\ncells = [{{ row = 1, col = 1, text = "{}" }}]\n'
    ruled, open_ = (compose(layout(grid.format(rule, "{result:*}")), {}) for rule in (0.5, 0))
    beside = compose(layout(grid.format(0.5, "结果：{result:*}")), {})

    assert [paragraph.text for paragraph in ruled.paragraphs()] == [""]
    assert [paragraph.text for paragraph in open_.paragraphs()] == ["____"]
    assert [paragraph.text for paragraph in beside.paragraphs()] == ["结果：____"]
    assert ruled.blanks == ("result",)


def test_practice_and_code_stand_beside_the_words_not_in_them():
    paper = compose(layout(text("甲")), {"paper.number": "1号"}, code="1号", practice=True)

    assert (paper.code, paper.stamp, paper.text, paper.number) == ("1号", "演　示", "甲", "1号")


def test_a_sentence_goes_on_without_the_mark_that_ended_what_people_wrote():
    """Looked at on the page (R17's notice of a longer period): “因……另一部门承办。，情况复杂”."""
    words = "因{reason:20}，情况复杂。结论：{result:12}。依据《{law.name}》{law.article}，{demand:*}"
    said = {
        "reason": "应由另一部门承办。",
        "result": "变更；",
        "law.name": "《消费者权益保护法》",
        "law.article": "第八条",
        "demand": "退款。",
    }

    paper = compose(layout(text(words)), said)

    assert paper.text == "因应由另一部门承办，情况复杂。结论：变更。依据《消费者权益保护法》第八条，退款。"


def test_a_question_and_a_mark_alone_stay_what_they_are():
    paper = compose(layout(text("“{subject:8}”，{result:8}。")), {"subject": "怎么办？", "result": "。"})

    assert paper.text == "“怎么办？”，。。"
