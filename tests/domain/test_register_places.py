"""What registers say besides plain facts: when a step was taken, how long it took, one column of a list, one option."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.small_office import at, case, happened, small_rulebook

from desk.domain.case import Case
from desk.domain.register import Lines, Source, lines, turned
from desk.domain.words import case_dates, case_words
from desk.rulebook.documents import Register, RegisterColumn

BOOK = small_rulebook()
SHARES = ({"name": "质量部", "phone": "70"}, {"name": "物流部", "phone": "30"})


def printed(given: Case, *values: str) -> Lines:
    """The line of one case in a register of these columns."""
    columns = tuple(RegisterColumn(title=value, value=value) for value in values)
    source = Source(case_words(BOOK, given), {**given.values, **case_dates(BOOK, given)})
    return lines(BOOK, Register(id="r", name="簿", columns=columns), [source], title="簿", period="", unit="")


def ended() -> Case:
    """A case that was accepted twice and closed after six days."""
    taken = happened(
        ("accept", "2026-11-23 10:00"), ("accept", "2026-11-24 11:30"), ("close", "2026-11-26 16:00")
    )
    return case(state="closed", timeline=taken)


def test_the_moment_of_a_step_is_its_last_time() -> None:
    found = printed(ended(), "at.accept", "at.close", "at.refuse")

    assert found.words == (("2026-11-24 11:30", "2026-11-26 16:00", ""),)
    assert [column.kind for column in found.columns] == ["moment"] * 3


def test_a_step_that_was_undone_has_no_moment() -> None:
    given = ended()
    undone = replace(
        given,
        timeline=tuple(replace(entry, undone=entry.at == at("2026-11-24 11:30")) for entry in given.timeline),
    )

    assert printed(undone, "at.accept").words == (("2026-11-23 10:00",),)


def test_the_days_of_a_case_are_counted_from_the_day_after_its_receipt() -> None:
    found = printed(ended(), "case.days")

    assert (found.words, found.data) == ((("6",),), ((6,),))
    assert printed(case(), "case.days").data == ((None,),)


def test_a_case_that_ends_on_its_first_day_took_no_days() -> None:
    given = replace(ended(), timeline=happened(("close", "2026-11-20 17:00")))

    assert given.received_at + timedelta(hours=8) == at("2026-11-20 17:00")
    assert printed(given, "case.days").words == (("0",),)


def test_one_column_of_a_list_stands_alone() -> None:
    given = case({"representatives": SHARES})

    assert printed(given, "representatives.name", "representatives.phone").words == (
        ("质量部、物流部", "70、30"),
    )


def test_a_column_for_one_option_is_ticked_where_it_was_chosen() -> None:
    given = case({"remark": "退货、维修"})

    assert printed(given, "remark?退货", "remark?换货", "remark?维修").words == (("√", "", "√"),)
    assert printed(given, "remark?退").words == (("",),)


def sideways(count: int) -> Lines:
    """A register of so many cases, each a column, with two headings under one group."""
    columns = tuple(
        RegisterColumn(title=title, value=value, group=group)
        for title, value, group in (
            ("件数", "row.number", ""), ("编号", "case.number", ""), ("投诉人", "complainant.name", "当事人"),
            ("事由", "subject", "当事人"), ("状态", "case.state", ""),
        )
    )  # fmt: skip
    cases = [case({"subject": f"第{number}件"}, number=f"C{number}") for number in range(1, count + 1)]
    sources = [Source(case_words(BOOK, one), one.values) for one in cases]
    register = Register(id="r", name="簿", columns=columns, transposed=True)
    return lines(BOOK, register, sources, title="簿", period="", unit="")


def test_a_transposed_register_has_a_row_for_each_heading_and_a_column_for_each_case() -> None:
    (found,) = turned(sideways(2))

    assert [column.title for column in found.columns] == ["件数", "", "1", "2", "3", "4", "5", "6", "7"]
    assert [row[:4] for row in found.words] == [
        ("编号", "", "C1", "C2"),
        ("当事人", "投诉人", "张三", "张三"),
        ("", "事由", "第1件", "第2件"),
        ("状态", "", "已登记", "已登记"),
    ]
    assert all(len(row) == 9 for row in found.words)


def test_more_cases_than_fit_stand_on_another_sheet_with_their_numbers() -> None:
    first, second = turned(sideways(9))

    assert len(first.words) == len(second.words) == 4
    assert [column.title for column in second.columns] == ["件数", "", "8", "9", "10", "11", "12", "13", "14"]
    assert second.words[0][:5] == ("编号", "", "C8", "C9", "")


def test_every_value_of_a_transposed_register_is_still_there_once_it_is_turned() -> None:
    rows = [row for sheet in turned(sideways(15)) for row in sheet.words]

    assert sum(row.count(f"第{number}件") for row in rows for number in range(1, 16)) == 15


def test_an_empty_transposed_register_is_a_form_to_fill_in() -> None:
    (found,) = turned(sideways(0))

    assert found.words[0][:2] == ("编号", "")


@pytest.mark.parametrize(
    ("unit_line", "printed"), [(True, ("某局　　　　编号：", "2026年11月")), (False, ("", ""))]
)
def test_the_line_of_unit_and_days_is_printed_unless_the_manual_says_not_to(unit_line, printed) -> None:
    columns = (RegisterColumn(title="编号", value="case.number"),)
    register = Register(id="r", name="簿", columns=columns, head=("编号：",), unit_line=unit_line)

    found = lines(BOOK, register, [], title="簿", period="2026年11月", unit="某局")

    assert (found.unit, found.period) == printed
