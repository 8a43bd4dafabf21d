"""Like problems of an old register are told once, with the lines that have them."""

from desk.domain.draft import Problem
from desk.domain.import_problems import together

LACKING = Problem("subject", "missing", "没有投诉事由，导入后留空", warning=True)
BAD_DAY = Problem("received_at", "bad_date", "没有收到（登记）日期", "请在原表中更正后再导入")


def test_like_problems_stand_together_the_worst_first():
    told = together([(2, "", LACKING), (3, "日期", BAD_DAY), (3, "", LACKING), (4, "", LACKING)])

    assert [(one.where(3), one.column, one.words) for one in told] == [
        ("3", "日期", "没有收到（登记）日期。请在原表中更正后再导入"),
        ("全部 3 行", "", "没有投诉事由，导入后留空"),
    ]


def test_of_many_lines_the_first_are_named():
    (told,) = together([(row, "", LACKING) for row in range(2, 62)])

    assert told.where(100) == "2、3、4、5、6 等 60 行"


def test_one_line_of_one_is_named_by_its_number():
    (told,) = together([(7, "", BAD_DAY)])

    assert told.where(1) == "7"
