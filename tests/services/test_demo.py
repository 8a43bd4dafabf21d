"""A practice office is filled with cases that look like a real one's, and it proves whole."""

import pytest

from desk.domain.errors import DeskError
from desk.rulebook.loading import shipped
from desk.services import cases
from desk.services.checks import verify
from desk.services.demo import fill
from tests.fixtures_office import make_office


@pytest.mark.parametrize("rulebook", shipped())
def test_every_manual_can_be_practised_with(tmp_path, rulebook):
    office = make_office(tmp_path / "office", rulebook)

    fill(office, 12)

    viewer = office.viewer(office.users()[0].id)
    assert cases.count(office, viewer).n == 12
    assert verify(office).findings == ()
    office.close()


def test_a_real_office_is_never_filled(tmp_path):
    office = make_office(tmp_path / "office", "R04")
    office.settings = {**office.settings, "practice": "no"}

    with pytest.raises(DeskError):
        fill(office, 1)
    office.close()
