"""Blank pads printed beforehand, and what was written on one taken in later: clocks start when it was written."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pypdfium2
import pytest
from tests.capabilities.counter import set_time
from tests.fixtures_office import NOON
from tests.services.test_main_job import complaint
from tests.small_office import at

from desk.cli import main
from desk.domain.errors import DeskError
from desk.services import conflicts, intake, pads, stepping
from desk.services.office import open_office
from desk.store import pad_numbers


def pages(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def test_each_pad_has_a_number_that_no_other_has(market_office) -> None:
    counter = market_office.viewer("counter")

    first, second = pads.printed(market_office, counter, 3), pads.printed(market_office, counter, 2)

    assert (first.first, first.last) == ("补2026-0001", "补2026-0003")
    assert (second.first, second.last) == ("补2026-0004", "补2026-0005")
    shown = pages(first.data)
    assert [number for number, page in enumerate(shown, 1) if f"补2026-000{number}" in page] == [1, 2, 3]
    assert "不是受理凭证" in shown[0].replace("\r\n", "")


@pytest.mark.parametrize("count", [0, -1, pads.MOST + 1])
def test_no_pads_or_far_too_many_are_refused(market_office, count) -> None:
    with pytest.raises(DeskError, match="一次印"):
        pads.printed(market_office, market_office.viewer("counter"), count)


def test_a_pad_is_taken_in_later_with_its_true_time_and_number(market_office) -> None:
    # Written on Friday the 20th at 9:00, typed on Monday: seven working days (art. 15) count from Friday.
    set_time(market_office, at("2026-11-23 10:00"))
    draft = complaint(pad_number="补2026-0001")

    case = intake.register(market_office, market_office.viewer("counter"), draft).case

    assert case.case.received_at == at("2026-11-20 09:00")
    assert case.case.registered_at == at("2026-11-23 10:00")
    assert case.case.values["pad_number"] == "补2026-0001"
    assert f"{case.next_due.due:%Y-%m-%d}" == "2026-12-01"


def test_a_pad_is_taken_in_once_and_the_second_time_its_field_names_the_case(market_office) -> None:
    counter = market_office.viewer("counter")
    key = uuid4()
    first = intake.register(market_office, counter, complaint(pad_number="补2026-0001"), key).case.number

    with pytest.raises(intake.BadDraft) as refused:
        intake.register(market_office, counter, complaint(pad_number="补2026-0001"))
    again = intake.register(market_office, counter, complaint(pad_number="补2026-0001"), key).case.number
    other = intake.register(market_office, counter, complaint(pad_number="补2026-0002")).case.number

    assert (refused.value.field, first in refused.value.message) == ("pad_number", True)
    assert again == first != other


def test_a_case_is_not_given_the_pad_of_another_later(market_office) -> None:
    counter = market_office.viewer("counter")
    first = intake.register(market_office, counter, complaint(pad_number="补2026-0001")).case.number
    second = intake.register(market_office, counter, complaint()).case.number

    with pytest.raises(DeskError, match=first):
        stepping.act(market_office, counter, second, "amend", {"pad_number": "补2026-0001"})
    stepping.act(market_office, counter, first, "amend", {"pad_number": "补2026-0003"})
    stepping.act(market_office, counter, second, "amend", {"pad_number": "补2026-0001"})


def test_two_desks_that_take_in_the_same_pad_at_the_same_instant_are_kept_apart(
    market_office, tmp_path, monkeypatch
) -> None:
    """The first has looked and found the pad unused, but not committed, when the second registers it."""
    looked, go_on = threading.Event(), threading.Event()
    look = pad_numbers.cases_with

    def look_and_wait(tx, viewer, pad, but=""):
        found = look(tx, viewer, pad, but)
        if not looked.is_set():
            looked.set()
            go_on.wait(20)
        return found

    monkeypatch.setattr(pad_numbers, "cases_with", look_and_wait)

    def take_in(office) -> str:
        try:
            done = intake.register(office, office.viewer("counter"), complaint(pad_number="补2026-0001"))
        except DeskError as error:
            return error.message
        return done.case.number

    other = open_office(market_office.home, now=NOON)
    with ThreadPoolExecutor(2) as desks:
        first = desks.submit(take_in, market_office)
        assert looked.wait(20)
        second = desks.submit(take_in, other)
        with pytest.raises(TimeoutError):  # the second waits for the first
            second.result(0.5)
        go_on.set()
        number, refusal = first.result(20), second.result(20)
    other.close()

    assert refusal == f"补录纸号 补2026-0001 已登记为 {number}"


def test_the_number_of_a_case_that_one_must_not_know_of_is_not_told(market_office) -> None:
    counter, head = (market_office.viewer(name) for name in ("counter", "head"))
    first = intake.register(market_office, head, complaint(pad_number="补2026-0001")).case.number
    conflicts.keep_from(market_office, head, first, counter.user, "亲属")

    with pytest.raises(intake.BadDraft, match="已用于另一件") as refused:
        intake.register(market_office, counter, complaint(pad_number="补2026-0001"))

    assert first not in str(refused.value)


def test_the_command_line_prints_pads(market_office, tmp_path, capsys) -> None:
    market_office.close()
    target = tmp_path / "pads.pdf"
    words = ["pads", "--count", "2", "-o", str(target), "--home", str(market_office.home), "--as", "counter",
             "--now", "2026-11-20T12:00", "--json"]  # fmt: skip

    assert main(words) == 0

    assert json.loads(capsys.readouterr().out)["last"] == "补2026-0002"
    assert len(pages(target.read_bytes())) == 2


def test_two_desks_that_print_at_the_same_time_get_different_numbers(market_office) -> None:
    there = open_office(market_office.home, now=market_office.now())

    def some(office):
        return [pads.printed(office, office.viewer("counter"), 1).first for _ in range(6)]

    with ThreadPoolExecutor(2) as lanes:
        found = [number for numbers in lanes.map(some, (market_office, there)) for number in numbers]
    there.close()

    assert sorted(found) == [f"补2026-{n:04}" for n in range(1, 13)]
