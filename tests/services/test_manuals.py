"""A new manual holds for new cases; old ones keep theirs, and both are on record (CAP-03)."""

import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import complaint

from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.loading import Manual, load, read_manual
from desk.services import cases, intake, manuals
from desk.services.office import open_office


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def five_days():
    """The market regulator's manual with five working days to decide instead of seven."""
    manual = read_manual("R15")
    rules = manual.files["rules.toml"]
    assert rules.count('limit = "7wd"') >= 1
    start = rules.index('id = "acceptance"', rules.index("[[clock]]"))
    place = rules.index('limit = "7wd"', start)
    return Manual({**manual.files, "rules.toml": rules[:place] + 'limit = "5wd"' + rules[place + 13 :]})


def limit_of(office, number):
    view = cases.show(office, office.viewer("head"), number)
    return next(clock.limit.words for clock in view.clocks if clock.id == "acceptance")


def test_a_new_version_holds_for_new_cases_and_old_ones_keep_theirs(office):
    counter = office.viewer("counter")
    old = intake.register(office, counter, complaint()).case.number

    manuals.adopt(office, office.viewer("administrator"), five_days())
    new = intake.register(office, counter, complaint()).case.number

    assert (limit_of(office, old), limit_of(office, new)) == ("7个工作日", "5个工作日")


def test_the_version_in_use_is_still_in_use_after_a_restart(office):
    manuals.adopt(office, office.viewer("administrator"), five_days())
    version = office.rulebook.version

    again = open_office(office.home, now=NOON)

    assert (again.rulebook.version, version) == (version, "1-2")
    again.close()


def test_before_it_is_adopted_one_sees_what_changes_and_how_many_cases_stay(office):
    intake.register(office, office.viewer("counter"), complaint())

    found = manuals.compare(office, office.viewer("administrator"), load(five_days()))

    assert found.open_cases == 1
    assert [(d.chapter, d.before[5], d.after[5]) for d in found.differences] == [
        ("时限", "7个工作日", "5个工作日")
    ]


def test_a_switch_turned_the_other_way_is_a_version_of_its_own(office):
    switch = next(switch for switch in office.rulebook.switches if len(switch.options) > 1)
    other = next(option for option in switch.options if option != switch.default)

    manuals.adopt(office, office.viewer("administrator"), "R15", {switch.id: other})

    assert next(s.chosen for s in office.rulebook.switches if s.id == switch.id) == other
    assert office.rulebook.version != "1"


def test_a_broken_manual_is_not_taken_into_use(office):
    manual = read_manual("R15")
    broken = Manual(
        {
            **manual.files,
            "rules.toml": manual.files["rules.toml"].replace('to = "accepted"', 'to = "nowhere"'),
        }
    )

    with pytest.raises(DeskError) as refusal:
        manuals.adopt(office, office.viewer("administrator"), broken)

    assert "nowhere" in refusal.value.message
    assert office.rulebook.version == "1"


def test_only_who_may_configure_takes_a_manual_into_use(office):
    with pytest.raises(Forbidden):
        manuals.adopt(office, office.viewer("counter"), "R15")
