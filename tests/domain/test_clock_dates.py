"""Clocks that hang on a date of the case, limits before such a date, extensions in a chain, orders to be answered.

Every date is counted off a calendar of 2026: 20 November is a Friday, 3 December a Thursday, 13 October a Tuesday;
1 to 7 October were off, Saturday 10 October and Sunday 20 September worked (State Council's notice for 2026).
"""

from datetime import UTC, date, datetime

import msgspec
import pytest
from tests.domain.test_clock_rules import BOOK, book, clock, granted, state
from tests.small_office import CALENDAR, at, case, happened

from desk.domain.case import Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of
from desk.domain.extending import extension
from desk.domain.urging import DEPARTMENT, NUMBER, REPLY_BY
from desk.rulebook.flow import Step
from desk.rulebook.timing import Cell, Clock, Extension

NIGHT = at("2026-11-19 22:00")


@pytest.mark.parametrize(
    ("fact", "limit", "ends"),
    [
        (NIGHT, "48h", "2026-11-21 22:00"),
        (datetime(2026, 11, 19, 14, tzinfo=UTC), "48h", "2026-11-21 22:00"),  # 22:00 on the office's clock
        (NIGHT, "3d", "2026-11-22 23:59"),  # a Sunday: to its end
        (NIGHT, "2wd", "2026-11-23 17:30"),  # Friday, Monday
        (date(2026, 11, 19), "48h", "2026-11-21 00:00"),  # a day begins at midnight
        (date(2026, 11, 19), "1d", "2026-11-20 17:30"),
        (date(2026, 11, 19), "30min", "2026-11-19 00:30"),
    ],
)
def test_a_clock_may_begin_at_a_date_of_the_case(fact: date, limit: str, ends: str) -> None:
    found = state(book(clock(limit, starts=("fact:happened_on",))), case({"happened_on": fact}))

    assert found
    assert f"{found.due:%Y-%m-%d %H:%M}" == ends


@pytest.mark.parametrize("values", [{}, {"happened_on": "不是日期"}, {"known_on": NIGHT}])
def test_while_the_date_is_not_known_there_is_no_such_clock(values: dict[str, object]) -> None:
    assert state(book(clock("48h", starts=("fact:happened_on",))), case(values)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(("restarts", "ends"), [(False, "11-20 11:00"), (True, "11-22 02:00")])
def test_the_date_is_one_of_several_beginnings(restarts: bool, ends: str) -> None:
    """The first, or where the clock starts anew the last: received on the 20th at nine, the fact is the 22nd."""
    rules = book(clock("2h", starts=("fact:happened_on", "received"), restarts=restarts))

    found = state(rules, case({"happened_on": date(2026, 11, 22)}))

    assert found
    assert f"{found.due:%m-%d %H:%M}" == ends


MEETING = at("2026-12-03 14:00")


@pytest.mark.parametrize(
    ("fact", "limit", "ends"),
    [
        (MEETING, "3d", "2026-11-30 17:30"),  # 2 December, 1 December, 30 November
        (MEETING, "1d", "2026-12-02 17:30"),
        (MEETING, "5d", "2026-11-28 23:59"),  # a Saturday: to its end
        (MEETING, "1w", "2026-11-26 17:30"),
        (MEETING, "2w", "2026-11-19 17:30"),
        (MEETING, "3wd", "2026-11-30 17:30"),
        (MEETING, "4wd", "2026-11-27 17:30"),  # the weekend of the 28th lies between
        (MEETING, "48h", "2026-12-01 14:00"),
        (MEETING, "30min", "2026-12-03 13:30"),
        (date(2026, 12, 3), "3d", "2026-11-30 17:30"),
        (date(2026, 12, 3), "1h", "2026-12-03 16:30"),  # a day ends with its business
        (date(2026, 10, 13), "2wd", "2026-10-10 17:30"),  # Monday, and the Saturday that was worked
        (date(2026, 10, 13), "5wd", "2026-09-30 17:30"),  # 12, 10, 9, 8 October and 30 September
        (date(2026, 10, 13), "7d", "2026-10-06 23:59"),
        (
            datetime(2026, 12, 2, 17, tzinfo=UTC),
            "1d",
            "2026-12-02 17:30",
        ),  # 3 December, one o'clock at the office
    ],
)
def test_so_long_before_a_date_is_counted_backwards(fact: date, limit: str, ends: str) -> None:
    found = state(book(clock(f"fact:happened_on-{limit}")), case({"happened_on": fact}))

    assert found
    assert f"{found.due:%Y-%m-%d %H:%M}" == ends
    assert found.steps[-1].startswith("约定日期前")
    assert f"往回数，当日不计：2026年{int(ends[5:7])}月{int(ends[8:10])}日" in found.steps[-1]


def test_the_day_itself_has_one_line_and_without_a_date_nothing_is_counted() -> None:
    rules = book(clock("fact:happened_on"))

    found, nothing = state(rules, case({"happened_on": MEETING})), state(rules, case())

    assert found
    assert nothing
    assert found.steps == ("按约定日期：2026年12月3日14时",)
    assert (found.provisional, nothing.due, nothing.standing) == (False, None, "unset")
    assert nothing.steps == ("手册未规定此时限，请在规则簿中设定",)


@pytest.mark.parametrize(
    ("limit", "day", "guessed"),
    [
        ("2wd", date(2027, 3, 10), True),  # nobody has published which days of 2027 are worked
        ("2wd", date(2026, 12, 10), False),
        ("2d", date(2027, 3, 10), False),
        ("2h", date(2027, 3, 10), False),
    ],
)
def test_only_working_days_of_a_year_without_a_notice_are_a_guess(
    limit: str, day: date, guessed: bool
) -> None:
    found = state(book(clock(f"fact:happened_on-{limit}")), case({"happened_on": day}))

    assert found
    assert found.provisional is guessed


CHAIN = (Extension(by="5wd", approver="vice", times=1), Extension(by="2wd", approver="head", times=2))


@pytest.mark.parametrize(("given", "which"), [(0, 0), (1, 1), (2, 1), (3, 1), (9, 1)])
def test_the_first_rule_of_extensions_is_used_up_before_the_next(given: int, which: int) -> None:
    assert extension(clock("5wd", extensions=CHAIN), given) is CHAIN[which]


@pytest.mark.parametrize(("given", "which"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_a_rule_for_two_times_holds_twice(given: int, which: int) -> None:
    rules = (CHAIN[1], CHAIN[0])

    assert extension(clock("5wd", extensions=rules), given) is rules[which]


def test_without_rules_there_is_no_extension() -> None:
    assert extension(clock("5wd"), 0) is None


def chained(*entries: Happening, rules: tuple[Extension, ...] = CHAIN) -> ClockState:
    steps = tuple(Step(id=id_, name=id_, extends="c") for id_ in ("extend", "again"))
    found = state(
        book(clock("5wd", extensions=rules), steps=(*steps, Step(id="other", name="另办"))),
        case(timeline=entries),
    )
    assert found
    return found


def undone(moment: str) -> Happening:
    return Happening(step="extend", at=at(moment), by="li", undone=True)


def again(moment: str) -> Happening:
    return Happening(step="again", at=at(moment), by="li")


FIRST, SECOND = granted("2026-11-25 10:00"), again("2026-11-26 10:00")


@pytest.mark.parametrize(
    ("entries", "ends"),
    [
        ((), "11-27 17:30"),
        ((FIRST,), "12-04 17:30"),
        ((FIRST, SECOND), "12-08 17:30"),
        ((FIRST, SECOND, SECOND), "12-10 17:30"),
        ((undone("2026-11-25 09:00"), FIRST), "12-04 17:30"),  # what was undone uses up nothing
        ((FIRST, undone("2026-11-25 11:00"), SECOND), "12-08 17:30"),
        ((Happening(step="other", at=at("2026-11-25 10:00"), by="li"), FIRST), "12-04 17:30"),
    ],
)
def test_a_chain_of_extensions_goes_by_each_rule_in_turn(entries: tuple[Happening, ...], ends: str) -> None:
    """27 November; five working days more are 4 December, two more 8, two more 10 December."""
    assert f"{chained(*entries).due:%m-%d %H:%M}" == ends


def test_each_link_says_what_was_before_it_and_what_is_now() -> None:
    agreed = Extension(by="unset", approver="", times=1, agreed=True)

    found = chained(granted("2026-11-25 10:00", due_on=date(2026, 12, 2)), SECOND, rules=(agreed, CHAIN[1]))

    assert found.steps[-2:] == (
        "与投诉人商定延期：原到期 2026年11月27日17时30分，现到期 2026年12月2日17时30分",
        "经批准延长2个工作日：原到期 2026年12月2日17时30分，现到期 2026年12月4日17时30分",
    )
    assert f"{found.first_due:%m-%d}" == "11-27"


def test_an_agreed_extension_without_a_day_moves_nothing_but_is_used_up() -> None:
    agreed = Extension(by="unset", approver="", times=1, agreed=True)

    assert f"{chained(FIRST, SECOND, rules=(agreed, CHAIN[1])).due:%m-%d}" == "12-01"


def test_once_a_guess_always_a_guess() -> None:
    """Ninety working days lead into 2027; what is agreed after that stays a guess."""
    far = Extension(by="90wd", approver="vice", times=1)
    agreed = Extension(by="unset", approver="", times=1, agreed=True)

    found = chained(FIRST, granted("2026-11-26 10:00", due_on=date(2026, 12, 2)), rules=(far, agreed))

    assert found.provisional


def test_an_unset_limit_cannot_be_put_off() -> None:
    rules = book(clock("unset", extensions=CHAIN), steps=(Step(id="extend", name="延期", extends="c"),))

    found = state(rules, case(timeline=(FIRST,)))

    assert found
    assert (found.due, found.first_due) == (None, None)


URGE = Step(id="urge", name="催办", effects=("urge",))


def orders(given, now: str = "2026-11-25 10:00") -> list[ClockState]:  # type: ignore[no-untyped-def]
    rules = msgspec.structs.replace(BOOK, clocks=(clock("60d"),), steps=(*BOOK.steps, URGE))
    found = clocks_of(rules, given, of_case(rules, given, at(now)), CALENDAR, at(now))
    return [one for one in found if one.id != "c"]


def urged(department: str = "repair", reply_by: date | None = date(2026, 11, 25)) -> Happening:
    values = {NUMBER: "261101-催1", DEPARTMENT: department, REPLY_BY: reply_by}
    return Happening(step="urge", at=at("2026-11-23 09:00"), by="li", values=values)  # type: ignore[arg-type]


ANSWERED = Happening(
    step="urging_answered", at=at("2026-11-25 17:31"), by="li", values={NUMBER: "261101-催1"}
)


def test_an_order_runs_until_the_close_of_its_day_and_is_the_departments() -> None:
    [order] = orders(case(state="accepted", timeline=(urged(),)))

    assert (order.id, order.name, order.owner) == ("urge:261101-催1", "催办261101-催1答复", "维修部")
    assert (order.due, order.first_due, order.standing) == (
        at("2026-11-25 17:30"), at("2026-11-25 17:30"), "running",
    )  # fmt: skip
    assert (order.starts, order.late, order.steps) == (
        at("2026-11-23 09:00"), 0, ("催办限期答复：2026年11月25日17时30分",),
    )  # fmt: skip
    [late] = orders(case(state="accepted", timeline=(urged(),)), "2026-11-25 17:31")
    assert (late.standing, late.late, late.is_running) == ("overdue", 1, True)


def test_an_answered_order_is_told_by_when_it_came_even_after_the_end() -> None:
    [order] = orders(case(state="accepted", timeline=(urged("nobody"), ANSWERED)), "2026-11-30 10:00")
    [ended] = orders(case(state="closed", timeline=(urged(), ANSWERED)), "2026-11-30 10:00")

    assert (order.owner, order.standing, order.late) == ("", "late_done", 1)
    assert (ended.standing, ended.late) == ("late_done", 1)


def test_an_order_without_a_day_and_an_unanswered_one_of_a_closed_case_have_no_clock() -> None:
    assert orders(case(state="accepted", timeline=(urged(reply_by=None),))) == []
    assert orders(case(state="closed", timeline=(urged(),))) == []


def test_a_merged_case_keeps_only_what_is_done() -> None:
    rules = book(clock("2h", done=("accept",)), Clock(id="d", name="另", starts=("received",), limit="60d"))
    merged = case(timeline=happened(("accept", "2026-11-20 10:00"), ("merged", "2026-11-20 11:00")))

    found = clocks_of(
        rules, merged, of_case(rules, merged, at("2026-11-20 12:00")), CALENDAR, at("2026-11-20 12:00")
    )

    assert [one.id for one in found] == ["c"]


def test_only_days_carry_the_manuals_own_words_on_counting() -> None:
    said = "当日不计入"
    rules = {limit: book(clock(limit), counts_days=said) for limit in ("3d", "3wd", "1mo", "1y", "1w", "5h")}

    lines = {limit: state(rules[limit], case()).steps[-1] for limit in rules}  # type: ignore[union-attr]

    assert {limit for limit, line in lines.items() if line == f"手册关于期间的规定：{said}"} == {
        "3d", "3wd", "1mo", "1y", "1w",
    }  # fmt: skip


REOPENED = Step(id="send_back", name="退回")


@pytest.mark.parametrize(
    ("steps", "done"),
    [
        ((("close", "11-23 10:00"),), "11-23 10:00"),
        ((("close", "11-23 10:00"), ("send_back", "11-24 10:00")), ""),
        ((("close", "11-23 10:00"), ("send_back", "11-24 10:00"), ("close", "11-24 10:00")), "11-24 10:00"),
        (
            (("close", "11-23 10:00"), ("send_back", "11-24 10:00"), ("close", "11-25 10:00"),
             ("close", "11-26 10:00")),
            "11-25 10:00",
        ),
        ((("close", "11-19 10:00"), ("send_back", "11-23 10:00")), ""),
        ((("close", "11-20 09:00"), ("send_back", "11-19 10:00")), "11-20 09:00"),
    ],
)  # fmt: skip
def test_what_is_sent_back_is_open_until_it_is_done_after_that(
    steps: tuple[tuple[str, str], ...], done: str
) -> None:
    """Received on 20 November at nine: what was before that is no part of it."""
    rules = book(clock("9d", done=("close",), reopens=("send_back",)), steps=(*BOOK.steps, REOPENED))

    found = state(rules, case(timeline=happened(*((step, f"2026-{moment}") for step, moment in steps))))

    assert found
    assert (f"{found.done_at:%m-%d %H:%M}" if found.done_at else "") == done


def test_an_undone_sending_back_and_an_undone_end_count_for_nothing() -> None:
    rules = book(clock("9d", done=("close",), reopens=("send_back",)), steps=(*BOOK.steps, REOPENED))
    entries = (
        *happened(("close", "2026-11-23 10:00"), ("send_back", "2026-11-23 11:00")),
        Happening(step="close", at=at("2026-11-23 12:00"), by="li", undone=True),
    )

    found = state(rules, case(timeline=entries))

    assert found
    assert found.done_at is None


def test_cells_ask_for_all_their_columns_together() -> None:
    cells = (Cell(limit="1d", channels=("visit",), levels=("crisis",)), Cell(limit="2d", channels=("visit",)))
    rules = book(clock("9d", cells=cells))

    assert [state(rules, case(levels={"gravity": level})).limit.words for level in ("crisis", "general")] == [  # type: ignore[union-attr]
        "1日", "2日",
    ]  # fmt: skip
