"""The organisation department's hotline: three channels, three scopes, time and number told, identity hidden.

The expected values are copied from the manual by hand; the last column of a table is its line.
"""

from typing import Any

import pytest

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R05")


def test_there_are_exactly_three_channels(book: Rulebook) -> None:
    names = [channel.name for channel in book.channels]  # 000:212

    assert names == ["12380电话", "网络（官方网站或其他指定平台）", "书面（邮寄或递交）"]


def test_there_are_exactly_three_scopes(book: Rulebook) -> None:
    names = [category.name for category in book.categories]  # 000:213

    assert names == ["违法犯罪行为", "行政不作为、失职、渎职行为", "侵害群众利益的行为"]


def test_time_and_number_are_told_and_nothing_else(book: Rulebook) -> None:
    text = read_manual("R05").files["forms/slip.toml"]  # 000:214

    assert book.paper("slip").after == ("register", "tell")
    assert "{case.registered_at:moment}" in text
    assert "{case.number:12}" in text
    assert "narrative" not in text
    assert "complainant" not in text


@pytest.mark.parametrize("fact", ["complainant.name", "complainant.phone", "narrative"])
def test_who_reported_and_what_lie_apart(book: Rulebook, fact: str) -> None:
    assert book.field(fact).is_identity  # 000:214
    assert book.secrecy.sealed_kinds == ("report",)
    assert book.kind("report").anonymity == "hide"


def test_no_register_shows_who_reported_or_what(book: Rulebook) -> None:
    shown = {column.value for register in book.registers for column in register.columns}

    assert not {value for value in shown if value.startswith("complainant.")}
    assert "narrative" not in shown
    assert set(book.secrecy.public_fields) <= shown


@pytest.mark.parametrize(
    ("step", "before", "after", "line"),
    [
        ("first_check", "registered", "verifying", "000:215"),
        ("submit", "verifying", "submitted", "000:215"),
        ("file", "submitted", "filed", "000:216"),
        ("finish", "filed", "handled", "000:216"),
        ("visit", "handled", "closed", "000:216"),
        ("not_established", "registered", "not_filed", "000:215"),
        ("do_not_file", "submitted", "not_filed", "000:216"),
    ],
)
def test_the_way_is_first_check_verification_filing_visit(
    book: Rulebook, step: str, before: str, after: str, line: str
) -> None:
    found = book.step(step)

    assert (found.starting, found.to, found.source) == ((before,), after, line)


def test_filing_straight_after_the_first_check_is_not_possible(book: Rulebook) -> None:
    assert "verifying" not in book.step("file").starting
    assert book.step("submit").after == ("send_team",)  # 000:215


@pytest.mark.parametrize(
    ("facts", "announced"), [({"public_interest": True}, True), ({"public_interest": False}, False)]
)
def test_only_what_concerns_the_public_is_announced(
    book: Rulebook, facts: dict[str, Any], announced: bool
) -> None:
    assert holds(book.step("announce").when, facts) is announced  # 000:216
    assert not holds(load("R05", {"publication": "none"}).step("announce").when, facts)


def test_no_limit_is_made_up(book: Rulebook) -> None:
    assert {clock.limit for clock in book.clocks} == {"unset"}


def test_the_first_screen_has_at_most_ten_fields(book: Rulebook) -> None:
    assert sum(field.first for field in book.fields_at("register", "report")) <= 10


def test_every_option_of_every_switch_gives_a_sound_rulebook(book: Rulebook) -> None:
    for switch in book.switches:
        for option in switch.options:
            assert find(load("R05", {switch.id: option}).switches, switch.id).chosen == option


def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(book: Rulebook) -> None:
    entries: list[Any] = [
        *book.channels,
        *book.kinds,
        *book.departments,
        *book.categories,
        *book.grounds,
        *book.roles,
        *book.states,
        *book.steps,
        *book.clocks,
        *book.series,
        *book.papers,
        *book.registers,
        *book.principles,
        *book.scripts,
    ]

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []
