"""What these capabilities look like from the command line, as scheduled jobs and checks use it."""

import json
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, take_in

from desk.cli import main


def ask(
    capsys: pytest.CaptureFixture[str], home: Path, user: str, now: str, *words: str
) -> tuple[int, object]:
    """Exit code and document of one command."""
    code = main([*words, "--home", str(home), "--as", user, "--now", now, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_category_is_put_right_and_the_limit_follows(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    office = opened("R01")
    number = take_in(office, "reception").case.number
    office.close()

    code, told = ask(
        capsys,
        office.home,
        "service",
        "2026-11-20T12:00",
        "reclassify",
        number,
        "--category",
        "property_service",
    )

    assert (code, told["category"]) == (0, "property_service")  # type: ignore[index]
    assert {clock["id"]: clock["limit"] for clock in told["clocks"]}["close"] == "3日"  # type: ignore[index]


def test_a_time_is_not_corrected_without_a_reason(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A12345").case.number
    office.close()
    words = ("retime", number, "received", "2026-11-20T11:00")

    code, told = ask(capsys, office.home, "customer", "2026-11-20T12:10", *words)
    done, after = ask(capsys, office.home, "customer", "2026-11-20T12:10", *words, "--note", "停电")

    assert (code, told["error"]["field"]) == (2, "reason")  # type: ignore[index]
    assert (done, "停电" in after["corrected"]) == (0, True)  # type: ignore[index]


def test_a_scheduled_refresh_says_which_cases_changed(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    """002:263: a week without handling by our fault."""
    office = opened("R01")
    number = take_in(office, "reception", our_fault=True).case.number
    office.close()

    _, before = ask(capsys, office.home, "service", "2026-11-20T13:00", "refresh")
    _, after = ask(capsys, office.home, "service", "2026-11-28T12:00", "refresh")

    assert (before, after) == ({"changed": []}, {"changed": [number]})


def test_the_next_steps_bring_hints_and_words(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    """Ground 7 (002:59) and the explanation of an invalid complaint (002:497)."""
    office = opened("R01")
    number = take_in(office, "reception", right_holder=False).case.number
    office.close()

    _, told = ask(capsys, office.home, "service", "2026-11-20T12:00", "next", number)

    refuse = next(row for row in told if row["step"] == "refuse")  # type: ignore[attr-defined, union-attr]
    assert "权利人" in refuse["hints"][0]["text"]
    assert "不属于可以受理的投诉" in refuse["scripts"][0]["text"]
