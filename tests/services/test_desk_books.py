"""Several manuals in one office (CAP-05): who is what under each, numbers that never clash, cases in their own words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, desk_of, look, steps, take_in

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import cases, desk_books, manuals, registers, users
from desk.services.office import Office
from desk.store.case_filter import CaseFilter

DAY = date(2026, 11, 20)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with desk_of(tmp_path) as opens:
        yield opens


@pytest.fixture
def office(opened: Opened) -> Office:
    """A property company's office (R01) that has also taken in the manual of an estate office (R02)."""
    office = opened("R01")
    manuals.adopt(office, office.viewer("admin"), "R02")
    desk_books.work_under(office, office.viewer("admin"), "R01")
    return office


def test_the_desk_turns_from_one_manual_to_the_other_and_back(office: Office) -> None:
    assert [(book.id, book.version) for book in desk_books.books(office)] == [("R02", "1"), ("R01", "1")]
    first = take_in(office, "reception")

    desk_books.work_under(office, office.viewer("admin"), "R02")
    second = take_in(office, "specialist")

    kept = {one.case.case.rulebook for one in (first, second)}
    assert kept == {"R01", "R02"}
    assert first.case.number != second.case.number
    for rulebook, number in (("R01", first.case.number), ("R02", second.case.number)):
        desk_books.work_under(office, office.viewer("admin"), rulebook)
        book = registers.book(office, office.viewer("admin"), office.rulebook.registers[0].id, DAY, DAY)
        assert [
            cell for row in book.words for cell in row if cell in (first.case.number, second.case.number)
        ] == [number]


def test_numbers_of_both_manuals_go_on_by_themselves_and_never_clash(office: Office) -> None:
    numbers = []
    for _ in range(3):
        desk_books.work_under(office, office.viewer("admin"), "R01")
        numbers.append(take_in(office, "reception").case.number)
        desk_books.work_under(office, office.viewer("admin"), "R02")
        numbers.append(take_in(office, "specialist").case.number)

    assert len(set(numbers)) == 6
    assert [number[-1] for number in numbers] == ["1", "1", "2", "2", "3", "3"]


def test_who_is_nobody_under_a_manual_does_not_work_under_it(office: Office) -> None:
    with pytest.raises(Forbidden, match="还没有岗位"):
        desk_books.work_under(office, office.viewer("reception"), "R02")
    with pytest.raises(NotFound):
        desk_books.work_under(office, office.viewer("admin"), "R09")
    assert office.rulebook.id == "R01"


def test_one_person_is_something_else_under_each_manual(office: Office) -> None:
    """What the account was under the first manual stays when it becomes something under the second, and the other way."""
    admin = office.viewer("admin")
    users.add(office, admin, id_="wang", name="王芳", role="reception")
    desk_books.work_under(office, admin, "R02")
    users.change(office, office.viewer("admin"), "wang", role="specialist")

    assert office.viewer("wang").role == "specialist"
    desk_books.work_under(office, office.viewer("wang"), "R01")
    assert office.viewer("wang").role == "reception"
    users.change(office, office.viewer("admin"), "wang", role="service")
    assert office.viewer("wang").role == "service"
    desk_books.work_under(office, office.viewer("wang"), "R02")
    assert office.viewer("wang").role == "specialist"


def test_a_case_of_the_other_manual_is_handled_in_the_role_that_one_has_there(office: Office) -> None:
    """Rights under one manual are none under another; a control: under its own manual the same user may."""
    number = take_in(office, "reception").case.number
    may = steps(look(office, "service", number))
    desk_books.work_under(office, office.viewer("admin"), "R02")
    users.add(office, office.viewer("admin"), id_="li", name="李明", role="specialist")

    assert steps(look(office, "li", number)) == set()
    with pytest.raises(DeskError):
        act(office, "li", number, min(may))
    assert steps(look(office, "service", number)) == may


def test_a_list_says_under_which_manual_each_case_was_taken_in(office: Office) -> None:
    first = take_in(office, "reception").case.number
    desk_books.work_under(office, office.viewer("admin"), "R02")
    second = take_in(office, "specialist").case.number

    rows = cases.page(office, office.viewer("admin"))
    own = cases.page(office, office.viewer("admin"), CaseFilter(rulebooks=frozenset({"R02"})))

    assert {row.number: row.rulebook for row in rows} == {first: "R01", second: "R02"}
    assert [row.number for row in own] == [second]
