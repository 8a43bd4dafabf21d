"""A merged case ends with its lead: no list and no figure takes it for open, none counts the handling twice."""

from datetime import timedelta

import msgspec
import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import complaint
from tests.services.test_undo import stands

from desk.domain.archiving import archived_at
from desk.domain.errors import Forbidden
from desk.rulebook.accounts import Indicator
from desk.rulebook.flow import Step
from desk.services import checks, erasing, figures, intake, merging, registers, stepping, undo
from desk.store import cases as rows

DAY = NOON.date()


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def clerk(office):
    return office.viewer("officer")


@pytest.fixture
def pair(office, clerk):
    """The lead and the case that is dealt with under it."""
    one, two = (
        intake.register(office, office.viewer("counter"), complaint(**{"complainant.name": name})).case.number
        for name in ("曾建国", "欧阳修")
    )
    merging.merge(office, clerk, one, two)
    return one, two


def case_of(office, number):
    with office.store.reading() as tx:
        return rows.whole(tx, number)


def state(office, number):
    return case_of(office, number).state


def test_it_ends_with_its_lead_and_its_timeline_says_so(office, clerk, pair):
    one, two = pair

    stepping.act(office, clerk, one, "withdraw")

    assert state(office, two) == state(office, one) == "withdrawn"
    last = case_of(office, two).timeline[-1]
    assert (last.step, last.note) == ("followed", f"随 {one} 办结")
    assert registers.counts(office, clerk, DAY, DAY).by_phase == {"closed": 2}
    assert checks.verify(office).findings == ()


def test_a_case_that_stands_by_itself_stays_open(office, clerk, pair):
    one, _ = pair
    alone = intake.register(office, office.viewer("counter"), complaint()).case.number

    stepping.act(office, clerk, one, "withdraw")

    assert state(office, alone) != "withdrawn"


def test_parted_after_the_end_it_is_open_again_where_it_stood(office, clerk):
    one, two = (intake.register(office, office.viewer("counter"), complaint()).case.number for _ in range(2))
    stepping.act(office, clerk, two, "review")
    before = stands(office, two)
    merging.merge(office, clerk, one, two)
    stepping.act(office, clerk, one, "withdraw")

    merging.unmerge(office, clerk, one, two)

    after = stands(office, two)
    assert (after[0], after[2:]) == (before[0], before[2:])
    assert [entry for entry in after[1] if entry.step != "parted"] == before[1]
    assert state(office, one) == "withdrawn"


def _indicators(office, *indicators):
    office.rulebook = msgspec.structs.replace(office.rulebook, indicators=indicators)


def _said(office):
    found = figures.figures(office, office.viewer("head"), DAY, DAY)
    return {one.indicator: one.words for one in found.indicators}


CLOSED = 'state == "withdrawn"'


@pytest.mark.parametrize("ended", [True, False])
def test_mere_numbers_count_each_and_shares_count_what_was_dealt_with_once(office, clerk, pair, ended):
    _indicators(
        office,
        Indicator(id="received", name="收到", base='kind == "complaint"'),
        Indicator(id="open", name="在办", base=f"not ({CLOSED})"),
        Indicator(id="closed", name="办结", base=CLOSED, period="closed" if ended else "received"),
        Indicator(id="rate", name="办结率", base='kind == "complaint"', hits=CLOSED, percent=False),
        Indicator(id="lead_only", name="件数（并案算一件）", base='kind == "complaint"', joined="once"),
        Indicator(id="each", name="办结率（每件）", base='kind == "complaint"', hits=CLOSED, joined="each"),
    )
    intake.register(office, office.viewer("counter"), complaint())  # a third, that stands by itself
    if ended:
        stepping.act(office, clerk, pair[0], "withdraw")

    # By hand: three were taken in, two of them are one matter.
    expected = {
        True: ("3", "1", "2", "1/2", "2", "66.67%"),
        False: ("3", "3", "0", "0", "2", "0.00%"),
    }[ended]
    said = _said(office)
    assert tuple(said.values()) == expected


def test_read_whole_the_figures_say_the_same(office, clerk, pair):
    stepping.act(office, clerk, pair[0], "withdraw")
    _indicators(
        office,
        Indicator(
            id="rate", name="当日办结率", base='kind == "complaint"', hits=f"{CLOSED} and age_days == 0"
        ),
        Indicator(id="number", name="当日办结", base=f"{CLOSED} and age_days == 0"),
    )

    found = figures.figures(office, office.viewer("head"), DAY, DAY).indicators

    assert [(len(one.hits), len(one.base)) for one in found] == [(1, 1), (2, 2)]


def test_what_the_manual_counts_otherwise_it_says(office):
    assert not Indicator(id="x", name="x", base="kind", hits="state").counts_each
    assert Indicator(id="x", name="x", base="kind").counts_each


def test_it_is_kept_and_destroyed_as_long_after_the_end_as_its_lead(office, clerk, pair):
    stepping.act(office, clerk, pair[0], "withdraw")
    office.rulebook = msgspec.structs.replace(
        office.rulebook, secrecy=msgspec.structs.replace(office.rulebook.secrecy, retention_years="3")
    )
    office.clock = lambda: NOON.replace(year=2029) + timedelta(days=1)

    assert {one.number for one in erasing.ripe(office, office.viewer("administrator"))} == set(pair)


def _with_an_archive(office):
    """The manual with an archive, a way back from it, and an end that may be undone."""
    book = office.rulebook
    withdraw = msgspec.structs.replace(book.step("withdraw"), harmless=True, effects=("withdraw",))
    others = tuple(step for step in book.steps if step.id != "withdraw")
    ours = {"by": ("officer",), "source": "x"}
    file = Step(id="file", name="归档", starting=("withdrawn",), effects=("archive",), harmless=True, **ours)
    back = Step(
        id="back", name="重新办理", starting=("withdrawn",), to="received", effects=("reopen",), **ours
    )
    office.rulebook = msgspec.structs.replace(book, steps=(*others, withdraw, file, back))


def _archived(office, number):
    case = case_of(office, number)
    return archived_at(office.rulebook_of(case), case) is not None


def test_it_goes_into_the_archive_with_its_lead_and_is_open_again_with_it(office, clerk, pair):
    _with_an_archive(office)
    one, two = pair
    before = state(office, two)
    stepping.act(office, clerk, one, "withdraw")
    assert not _archived(office, two)

    stepping.act(office, clerk, one, "file")
    assert _archived(office, two)
    with pytest.raises(Forbidden, match="已并入另一件"):
        stepping.act(office, clerk, two, "back")

    stepping.act(office, clerk, one, "back")
    assert (state(office, two), _archived(office, two)) == (before, False)
    assert registers.counts(office, clerk, DAY, DAY).by_phase == {"open": 2}
    assert [entry.step for entry in case_of(office, two).timeline if entry.undone] == ["followed", "filed"]


def test_an_end_or_an_archiving_that_is_undone_is_undone_for_it_too(office, clerk, pair):
    _with_an_archive(office)
    one, two = pair
    before = state(office, two)
    stepping.act(office, clerk, one, "withdraw")
    stepping.act(office, clerk, one, "file")

    undo.undo(office, clerk, one)
    assert (state(office, two), _archived(office, two)) == ("withdrawn", False)

    office.clock = lambda: NOON + timedelta(seconds=1)
    stepping.act(office, clerk, one, "back")
    stepping.act(office, clerk, one, "withdraw")
    undo.undo(office, clerk, one)
    assert state(office, two) == before
