"""A practice office is filled with cases that look like a real one's, and it proves whole."""

import random
from datetime import date, datetime

import pytest
from tests.fixtures_office import make_office

from desk.domain.calendar import office_calendar
from desk.domain.endings import ENDED
from desk.domain.errors import DeskError
from desk.domain.identifiers import ID_TYPES, check_id_number
from desk.domain.identity_numbers import check_credit_code
from desk.domain.viewer import Viewer
from desk.domain.words import choices_of
from desk.rulebook.loading import load, shipped
from desk.services import cases, figures, pictures, registers
from desk.services.checks import verify
from desk.services.demo import fill, practice_office
from desk.services.office import Office
from desk.services.practice_pen import Pen
from desk.services.practice_words import PracticeWords
from desk.store import case_list
from desk.store.case_list import CaseRow


@pytest.mark.parametrize("rulebook", shipped())
def test_every_manual_can_be_practised_with(tmp_path, rulebook):
    office = make_office(tmp_path / "office", rulebook)

    fill(office, 12)

    viewer = office.viewer(office.users()[0].id)
    assert cases.count(office, viewer).n == 12
    assert verify(office).findings == ()
    all_that_is_counted_agrees(office)
    office.close()


def all_that_is_counted_agrees(office: Office) -> None:
    """List, counts, registers, figures and pictures of the same days tell of the same cases."""
    rights = max((office.viewer(user.id) for user in office.users()), key=lambda one: len(one.rights))
    first, last = date(2000, 1, 1), office.now().date()
    listed = cases.count(office, rights).n
    counts = registers.counts(office, rights, first, last)
    found = figures.figures(office, rights, first, last, ("kind",))
    drawn = {one.id: one for one in pictures.pictures(office, rights, first, last)}
    numbers = {row.number for row in case_list_of(office, rights)}

    spread = (counts.by_kind, counts.by_channel, counts.by_category, counts.by_state, counts.by_phase)
    assert {counts.total, *(sum(one.values()) for one in spread)} == {listed}
    ended = sum(counts.by_phase.get(phase, 0) for phase in ENDED)
    assert [sum(point.value for point in drawn[id_].points) for id_ in ("composition", "heat", "ageing")] == [
        listed, listed, listed - ended,
    ]  # fmt: skip
    assert set(drawn["funnel"].points[0].cases) == numbers
    tally = [one for one in found.rankings if (one.indicator, one.by) == ("类别", "count")]
    assert not tally or {number for one in tally[0].figures for number in one.hits} == numbers
    assert all({*one.hits, *one.base} <= numbers for one in found.indicators)
    for ranking in (one for one in found.rankings if one.by == "kind"):
        whole = next(one for one in found.indicators if one.name == ranking.indicator)
        assert sum(len(one.base) for one in ranking.figures) == len(whole.base), whole.name
    for register in (one for one in office.rulebook.registers if not (one.where or one.public)):
        names = [
            kind.name for kind in office.rulebook.kinds if not register.kinds or kind.id in register.kinds
        ]
        rows = len(registers.book(office, rights, register.id, first, last).words)
        belonging = sum(counts.by_kind.get(name, 0) for name in names)
        assert rows <= belonging if register.by == "closed" else rows == belonging, register.id


def case_list_of(office: Office, viewer: Viewer) -> list[CaseRow]:
    with office.store.reading() as tx:
        return list(case_list.page(tx, viewer, limit=100))


@pytest.mark.parametrize("kind", sorted(ID_TYPES))
def test_an_invented_number_is_right_for_the_kind_of_paper(kind):
    pen = Pen(load("R15"), random.Random(1), office_calendar())

    assert check_id_number(pen.paper_number(kind), kind).is_usable
    assert check_credit_code(pen.credit_code()).is_usable
    assert not check_credit_code(pen.id_number()).is_usable


def test_a_practice_office_that_cannot_be_filled_leaves_nothing_of_itself(tmp_path):
    home, kept = tmp_path / "new", tmp_path / "kept"
    kept.mkdir()
    (kept / "note.txt").write_text("stays")

    for folder in (home, kept):
        with pytest.raises(TypeError):
            practice_office(folder, rulebook="R04", cases=2.5)  # set up, but no half cases

    assert not home.exists()
    assert [path.name for path in kept.iterdir()] == ["note.txt"]


def test_a_real_office_is_never_filled(tmp_path):
    office = make_office(tmp_path / "office", "R04")
    office.settings = {**office.settings, "practice": "no"}

    with pytest.raises(DeskError):
        fill(office, 1)
    office.close()


@pytest.mark.parametrize("rulebook", shipped())
def test_a_practice_case_says_what_is_said_in_such_an_office(rulebook):
    """No sentence stands where a number or a name belongs: every short field of the first page has words of its own."""
    book, words = load(rulebook), PracticeWords(rulebook)
    matters = {id_ for matter in words.matters for id_ in matter.fields}
    short = {
        field.id
        for field in book.fields
        if field.kind_of_value == "text"
        and "register" in field.at
        and (field.first or field.required)
        and not choices_of(book, field)
    }

    unsaid = {
        id_ for id_ in short if not (words.of_field(id_) or words.of_field(f"*.{id_.rpartition('.')[2]}"))
    }

    assert unsaid - matters - NEVER_FILLED == set()
    assert not {*words.of("reasons")} & {word for id_ in short for word in words.of_field(id_)}


NEVER_FILLED = {"stage", "pad_number", "anonymity_reason", "ground", "speaker"}
"""The pen leaves these out, or answers them from the rulebook itself."""


@pytest.mark.parametrize("rulebook", shipped())
def test_a_matter_of_every_category_is_one_story(rulebook):
    book, pen = load(rulebook), Pen(load(rulebook), random.Random(7), office_calendar())
    noon = datetime(2026, 11, 20, 11, 0, tzinfo=office_calendar().zone)

    for _ in range(30):
        draft = pen.draft(pen.moment(noon))
        said = "".join(value for value in draft.values.values() if isinstance(value, str))

        assert "{" not in said
        assert office_calendar().is_workday(draft.received_at.date())
        assert pen.moment(noon) < noon
        assert not draft.values.get("subject") or draft.values["subject"] in pen.told.values()
    assert {id_ for matter in pen.words.matters for id_ in matter.categories} & {
        one.id for one in book.categories
    } or not any(matter.categories for matter in pen.words.matters)
