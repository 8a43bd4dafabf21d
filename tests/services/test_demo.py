"""A practice office is filled with cases that look like a real one's, and it proves whole."""

import random

import pytest
from tests.fixtures_office import make_office

from desk.domain.calendar import office_calendar
from desk.domain.errors import DeskError
from desk.domain.identifiers import ID_TYPES, check_id_number
from desk.domain.identity_numbers import check_credit_code
from desk.rulebook.loading import load, shipped
from desk.services import cases
from desk.services.checks import verify
from desk.services.demo import _Pen, fill, practice_office


@pytest.mark.parametrize("rulebook", shipped())
def test_every_manual_can_be_practised_with(tmp_path, rulebook):
    office = make_office(tmp_path / "office", rulebook)

    fill(office, 12)

    viewer = office.viewer(office.users()[0].id)
    assert cases.count(office, viewer).n == 12
    assert verify(office).findings == ()
    office.close()


@pytest.mark.parametrize("kind", sorted(ID_TYPES))
def test_an_invented_number_is_right_for_the_kind_of_paper(kind):
    pen = _Pen(load("R15"), random.Random(1), office_calendar())

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
