"""What registers say besides plain facts: when a step was taken, how long it took, one column of a list, one option."""

from dataclasses import replace
from datetime import timedelta

from tests.small_office import at, case, happened, small_rulebook

from desk.domain.case import Case
from desk.domain.register import Lines, Source, lines
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
