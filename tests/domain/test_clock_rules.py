"""The small print of clocks: who starts and ends them, which cell fits, pauses that cross, extensions one after the other."""

from datetime import date, timedelta

import msgspec
import pytest
from tests.small_office import CALENDAR, at, case, happened, small_rulebook

from desk.domain.case import Happening
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState, clocks_of, left_words, next_due
from desk.rulebook.flow import Pause, Step
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.rulebook.timing import Cell, Clock, Extension

BOOK = small_rulebook()


def book(*clocks: Clock, **changed: object) -> Rulebook:
    return msgspec.structs.replace(BOOK, clocks=clocks, **changed)


def clock(limit: str = "", **given: object) -> Clock:
    return Clock(id="c", name="时限", limit=limit, **{"starts": ("received",), **given})  # type: ignore[arg-type]


def state(rules: Rulebook, given, now: str = "2026-11-20 10:00") -> ClockState | None:  # type: ignore[no-untyped-def]
    found = clocks_of(rules, given, of_case(rules, given, at(now)), CALENDAR, at(now))
    return found[0] if found else None


def due(rules: Rulebook, given) -> str:  # type: ignore[no-untyped-def]
    found = state(rules, given)
    assert found is not None
    return f"{found.due:%Y-%m-%d %H:%M}"


def test_done_at_the_very_due_moment_is_in_time_and_a_second_later_is_not() -> None:
    rules = book(clock("2h", done=("accept",)))
    end = at("2026-11-20 11:00")

    def standing(moment) -> str:  # type: ignore[no-untyped-def]
        found = state(
            rules, case(timeline=(Happening(step="accept", at=moment, by="li"),)), "2026-11-20 12:00"
        )
        assert found is not None
        return found.standing

    assert (standing(end), standing(end + timedelta(seconds=1))) == ("done", "late_done")


def test_what_is_done_is_said_to_be_in_time_or_late() -> None:
    rules, now = book(clock("2h", done=("accept",))), at("2026-11-20 14:00")
    early = state(rules, case(timeline=happened(("accept", "2026-11-20 10:00"))), "2026-11-20 14:00")
    late = state(rules, case(timeline=happened(("accept", "2026-11-20 13:00"))), "2026-11-20 14:00")

    assert early
    assert late
    assert (left_words(early, now, CALENDAR), left_words(late, now, CALENDAR)) == (
        "已按时完成",
        "逾期完成，迟 2小时",
    )


def test_an_unset_limit_that_was_met_is_done() -> None:
    found = state(
        book(clock("unset", done=("accept",))), case(timeline=happened(("accept", "2026-11-20 10:00")))
    )

    assert found
    assert (found.due, found.standing) == (None, "done")


def test_overdue_today_is_said_in_minutes_and_paused_says_so() -> None:
    overdue = state(book(clock("1h")), case(), "2026-11-20 11:00")
    steps = (("begin_test", "2026-11-20 09:30"),)
    paused = state(book(clock("5wd", pauses=("test",))), case(timeline=happened(*steps)), "2026-11-20 11:00")

    assert overdue
    assert paused
    assert left_words(overdue, at("2026-11-20 11:00"), CALENDAR) == "已逾期 1小时"
    assert left_words(paused, at("2026-11-20 11:00"), CALENDAR).endswith("（暂停计时）")


@pytest.mark.parametrize(("kinds", "there"), [((), True), (("complaint",), True), (("named",), False)])
def test_a_clock_is_only_for_its_kinds(kinds: tuple[str, ...], there: bool) -> None:
    assert (state(book(clock("1d", kinds=kinds)), case()) is not None) is there


@pytest.mark.parametrize(
    ("facts", "there"), [({"media": True}, True), ({"media": False}, False), ({}, False)]
)
def test_a_clock_runs_only_where_its_condition_holds(facts: dict[str, bool], there: bool) -> None:
    assert (state(book(clock("1d", when="media")), case(facts)) is not None) is there


TWICE = happened(("accept", "2026-11-20 10:00"), ("accept", "2026-11-24 10:00"))


@pytest.mark.parametrize(("restarts", "ends"), [(False, "2026-11-20 12:00"), (True, "2026-11-24 12:00")])
def test_the_first_of_several_starts_counts_unless_the_clock_starts_anew(restarts: bool, ends: str) -> None:
    assert due(book(clock("2h", starts=("accept",), restarts=restarts)), case(timeline=TWICE)) == ends


def test_what_was_done_before_the_start_does_not_end_it() -> None:
    rules = book(clock("2h", starts=("accept",), done=("close",)))
    before = happened(("close", "2026-11-20 09:30"), ("accept", "2026-11-20 10:00"))
    same = happened(("accept", "2026-11-20 10:00"), ("close", "2026-11-20 10:00"))

    found, at_once = state(rules, case(timeline=before)), state(rules, case(timeline=same))

    assert found
    assert at_once
    assert (found.done_at, at_once.done_at) == (None, at("2026-11-20 10:00"))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [("received", "2026-11-20 10:00"), ("registered", "2026-11-20 10:10"), ("handed_on", "2026-11-21 10:30")],
)
def test_the_three_moments_of_a_case_start_clocks(starts: str, ends: str) -> None:
    given = case(handed_on_at=at("2026-11-21 09:30"))

    assert due(book(clock("1h", starts=(starts,))), given) == ends


def test_a_case_that_was_not_handed_on_has_no_such_clock() -> None:
    assert state(book(clock("1h", starts=("handed_on",))), case()) is None


@pytest.mark.parametrize(
    "cell",
    [
        {"levels": ("general",)}, {"classes": ("quick",)}, {"categories": ("goods_broken",)},
        {"kinds": ("complaint",)}, {"channels": ("visit",)},
    ],
)  # fmt: skip
def test_each_column_of_the_table_chooses_by_its_own(cell: dict[str, tuple[str, ...]]) -> None:
    fitting = clock("9d", cells=(Cell(limit="1d", **cell),))
    [(column, _)] = cell.items()
    other = clock("9d", cells=(Cell(limit="1d", **{column: ("else",)}),))
    given = case(category="goods_broken")

    limits = [found.limit.words for rules in (fitting, other) if (found := state(book(rules), given))]

    assert limits == ["1日", "9日"]


def test_the_table_goes_by_the_scale_that_the_clock_names() -> None:
    rules = book(clock("9d", scale="another", cells=(Cell(limit="1d", levels=("crisis",)),)))

    found = state(rules, case(levels={"gravity": "crisis"}))
    named = state(rules, case(levels={"gravity": "general", "another": "crisis"}))

    assert found
    assert named
    assert (found.limit.words, named.limit.words) == ("9日", "1日")


def test_at_once_has_no_hour_and_is_late_only_when_the_day_is_over() -> None:
    """立即 is no number: nobody can be late within the minute. What is left over the working day was not done at once."""
    rules = book(clock("at_once"))
    saturday = at("2026-11-21 10:00")

    assert due(rules, case()) == "2026-11-20 17:30"
    assert due(rules, case(received_at=saturday, registered_at=saturday)) == "2026-11-23 17:30"


@pytest.mark.parametrize(
    ("limit", "ends", "words"),
    [
        ("same_day@17:00", "2026-11-20 17:00", "当日17时前"),
        ("same_day@09:30", "2026-11-20 09:30", "当日9时30分前"),
        ("same_day@08:00", "2026-11-20 23:59", "当日8时前"),  # it began at nine: that time was over
        ("next_day@12:00", "2026-11-21 12:00", "次日12时前"),
        ("next_wd@10:00", "2026-11-23 10:00", "次一工作日10时前"),
        ("2wd@12:00", "2026-11-24 12:00", "2个工作日，最后一日12时前"),
        ("1w@16:00", "2026-11-27 16:00", "1周，最后一日16时前"),
        ("fact:due_on@12:00", "2026-11-26 12:00", "按约定日期，最后一日12时前"),
        ("fact:due_on-2d@12:00", "2026-11-24 12:00", "约定日期前2日，最后一日12时前"),
    ],
)
def test_a_limit_may_end_at_a_time_of_its_last_day(limit: str, ends: str, words: str) -> None:
    """Counted by hand from Friday, 2026-11-20, 9 o'clock."""
    given = case({"due_on": date(2026, 11, 26)})

    assert due(book(clock(limit)), given) == ends
    assert parse_limit(limit).words == words


@pytest.mark.parametrize(
    "limit",
    ["24h@17:00", "at_once@17:00", "unset@17:00", "2wd@25:00", "2wd@9:00", "2wd@", "fact:due_on-3h@17:00"],
)
def test_only_what_is_counted_in_days_ends_at_a_time_of_day(limit: str) -> None:
    with pytest.raises(ValueError, match="无法识别"):
        parse_limit(limit)


def test_a_promised_day_ends_with_its_business_and_a_promised_moment_is_itself() -> None:
    rules = book(clock("fact:due_on"))

    assert due(rules, case({"due_on": date(2026, 11, 24)})) == "2026-11-24 17:30"
    assert due(rules, case({"due_on": at("2026-11-24 08:00")})) == "2026-11-24 08:00"
    nothing = state(rules, case())
    assert nothing
    assert (nothing.due, nothing.standing) == (None, "unset")


@pytest.mark.parametrize(("hours", "words"), [(12, "12小时"), (None, "未设定"), (0, "未设定")])
def test_an_agreed_amount_is_the_limit_and_without_one_it_is_unset(hours: int | None, words: str) -> None:
    found = state(book(clock("{people}h")), case({"people": hours} if hours is not None else {}))

    assert found
    assert found.limit.words == words


def test_a_target_has_the_pauses_too() -> None:
    steps = (("begin_test", "2026-11-21 09:00"), ("end_test", "2026-11-24 09:00"))
    rules = book(clock("7d..15d", pauses=("test",)))

    plain, paused = state(rules, case()), state(rules, case(timeline=happened(*steps)))

    assert plain
    assert paused
    assert paused.target
    assert plain.target
    # Three days lie between the two dates (21 and 24 November).
    assert paused.target.date() - plain.target.date() == timedelta(days=3)


def test_only_the_pauses_that_the_clock_names_stop_it() -> None:
    steps = Step(id="wait", name="等候", pauses="other"), Step(id="go", name="继续", resumes="other")
    rules = book(
        clock("2d", pauses=("test",)),
        steps=(*BOOK.steps, *steps),
        pauses=(*BOOK.pauses, Pause(id="other", name="等")),
    )
    waited = happened(("wait", "2026-11-20 09:30"), ("go", "2026-11-21 09:30"))

    assert due(rules, case(timeline=waited)) == due(rules, case())


def test_a_pause_begun_twice_counts_once_from_its_beginning() -> None:
    once = happened(("begin_test", "2026-11-20 10:00"), ("end_test", "2026-11-24 10:00"))
    twice = happened(
        ("begin_test", "2026-11-20 10:00"),
        ("begin_test", "2026-11-22 10:00"),
        ("end_test", "2026-11-24 10:00"),
    )
    rules = book(clock("5d", pauses=("test",)))

    assert due(rules, case(timeline=twice)) == due(rules, case(timeline=once))


def test_an_end_without_a_beginning_is_no_pause_and_an_undone_beginning_none_either() -> None:
    rules = book(clock("5d", pauses=("test",)))
    ended = happened(("end_test", "2026-11-24 10:00"))
    undone = (Happening(step="begin_test", at=at("2026-11-20 10:00"), by="li", undone=True),)

    assert {due(rules, case(timeline=steps)) for steps in (ended, undone)} == {due(rules, case())}


def extended(by: str, *granted: Happening, **rule: object) -> ClockState:
    extension = Extension(by=by, approver="head", times=9, **rule)  # type: ignore[arg-type]
    steps = (Step(id="extend", name="延期", extends="c"),)
    found = state(book(clock("5wd", extensions=(extension,)), steps=steps), case(timeline=granted))
    assert found
    return found


def granted(moment: str, **values: object) -> Happening:
    return Happening(step="extend", at=at(moment), by="li", values=values)  # type: ignore[arg-type]


def test_extensions_follow_each_other_and_the_first_date_is_kept() -> None:
    # Five working days after Friday 20 November end on the 27th; five more on 4 December, five more on the 11th.
    found = extended("5wd", granted("2026-11-25 10:00"), granted("2026-11-26 10:00"))

    assert (f"{found.first_due:%m-%d}", f"{found.due:%m-%d}") == ("11-27", "12-11")
    assert sum("经批准延长5个工作日" in step for step in found.steps) == 2


def test_a_date_that_was_agreed_is_the_new_date() -> None:
    day = extended("unset", granted("2026-11-25 10:00", due_on=date(2026, 12, 9)), agreed=True)
    moment = extended("unset", granted("2026-11-25 10:00", due_on=at("2026-12-09 08:00")))
    nothing = extended("unset", granted("2026-11-25 10:00"))

    assert f"{day.due:%m-%d %H:%M}" == "12-09 17:30"
    assert any("与投诉人商定延期" in step for step in day.steps)
    assert f"{moment.due:%m-%d %H:%M}" == "12-09 08:00"
    assert nothing.due == nothing.first_due


def test_an_extension_into_a_year_without_a_calendar_is_a_guess() -> None:
    assert not extended("5wd", granted("2026-11-25 10:00")).provisional
    assert extended("90wd", granted("2026-11-25 10:00")).provisional


def test_an_undone_extension_moves_nothing() -> None:
    taken_back = Happening(step="extend", at=at("2026-11-25 10:00"), by="li", undone=True)

    found = extended("5wd", taken_back)

    assert found.due == found.first_due


def test_a_clock_without_a_rule_for_extensions_is_not_extended() -> None:
    rules = book(clock("5wd"), steps=(Step(id="extend", name="延期", extends="c"),))

    assert due(rules, case(timeline=(granted("2026-11-25 10:00"),))) == due(rules, case())


def test_the_clock_that_governs_is_the_first_due_of_those_that_run() -> None:
    rules = msgspec.structs.replace(
        BOOK,
        clocks=(
            Clock(id="met", name="一", starts=("received",), limit="1h", done=("accept",)),
            Clock(id="blank", name="二", starts=("received",), limit="unset"),
            Clock(id="later", name="三", starts=("received",), limit="9d"),
            Clock(id="sooner", name="四", starts=("received",), limit="3d"),
        ),
    )
    given, now = case(timeline=happened(("accept", "2026-11-20 09:30"))), at("2026-11-20 10:00")

    found = next_due(clocks_of(rules, given, of_case(rules, given, now), CALENDAR, now))

    assert found
    assert found.id == "sooner"
    assert next_due(()) is None
