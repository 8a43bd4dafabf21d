"""Figures added up from kept months are those of counting case by case, whatever was written meanwhile and whoever looks."""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update
from tests.destroying import destroy
from tests.services.test_merging import keeping

from desk.domain import picture_sums
from desk.domain import pictures as drawn
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services import (
    cases,
    checks,
    conflicts,
    demo,
    figures,
    figures_by_case,
    merging,
    pictures,
    reclassifying,
    times,
    undo,
)
from desk.services.demo import practice_office
from desk.services.office import Office
from desk.services.practice_pen import Pen
from desk.store import case_list, kept_counts, outlines, schema
from desk.store.case_filter import CaseFilter
from desk.store.kept_counts import Counted

ALL = CaseFilter()
BOOKS = ("R01", "R03", "R15")
"""Of what was received; of all there is; of what ended, with a mean."""
ROUNDS = 12
GROUPS = ("department", "category", "channel", "month", "clerk", "level")


@pytest.fixture(params=BOOKS)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    opened = practice_office(tmp_path / "office", rulebook=request.param, cases=20)
    keeping(opened, "3")  # without it nothing may ever be destroyed
    yield opened
    opened.close()


def said(found: Any) -> tuple[Any, ...]:
    """All that people see of the figures, with the cases behind each number."""
    return (
        [(one.name, one.words, sorted(one.hits), sorted(one.base)) for one in found.indicators],
        [
            (row.indicator, row.by, row.places[at], one.group, one.words, sorted(one.hits), sorted(one.base))
            for row in found.rankings
            for at, one in enumerate(row.figures)
            if row.indicator != "催办、督办"
        ],
    )


def counts(found: Any) -> list[tuple[int, int]]:
    """The numbers alone, without a look at the cases."""
    every = (*found.indicators, *(one for row in found.rankings for one in row.figures))
    return [(len(one.hits), len(one.base)) for one in every]


def compare(office: Office, viewer: Viewer, first: date, last: date, by: tuple[str, ...]) -> None:
    found = figures.figures(office, viewer, first, last, by)
    plain = figures_by_case.by_case(office, viewer, first, last, by)
    urged = sum(len(row.figures) for row in found.rankings if row.indicator == "催办、督办")

    assert counts(found)[: len(counts(found)) - urged] == counts(plain), (viewer.user, first, last, by)
    assert said(found) == said(plain), (viewer.user, first, last, by)


def compare_pictures(office: Office, viewer: Viewer, first: date, last: date) -> None:
    """``last`` is today or the end of a month: the trend counts whole months."""
    with office.store.reading() as tx:
        every = outlines.outlines(
            tx, viewer, CaseFilter(rulebooks=frozenset({office.rulebook.id})), office.zone
        )
    plain = drawn.pictures(office.rulebook, every, first, last, office.now().date())
    found = pictures.pictures(office, viewer, first, last)

    assert shown(found, len) == shown(plain, len)
    assert shown(found, sorted) == shown(plain, sorted)


def shown(found: Any, how: Callable[[Any], object]) -> set[tuple[object, ...]]:
    return {(one.id, one.note, p.label, p.series, str(how(p.cases))) for one in found for p in one.points}


class Hands:
    """Somebody who does at random whatever the program lets them do with a case."""

    def __init__(self, office: Office, dice: random.Random) -> None:
        self.office, self.dice = office, dice
        self.clerks = [office.viewer(user.id) for user in office.users()]

    def number(self) -> str:
        with self.office.store.reading() as tx:
            numbers = [one.number for one in case_list.lines(tx, Viewer(user="", name="", role=""), ALL)]
        return self.dice.choice(numbers)

    def do(self) -> str:
        acts: tuple[Callable[[Viewer], object], ...] = (
            self._new, self._new, self._step, self._step, self._step, self._receipt, self._retime, self._other_category,
            self._merge, self._unmerge, self._keep, self._lift, self._undo, self._erase,
        )  # fmt: skip
        act, refused = self.dice.choice(acts), ""
        for clerk in self.dice.sample(self.clerks, len(self.clerks)):
            try:
                act(clerk)
            except DeskError as error:
                refused = f": {error.code}"
            else:
                return act.__name__
        return act.__name__ + refused

    def _new(self, _: Viewer) -> None:
        demo.fill(self.office, 1, self.dice.randrange(10**9))

    def _step(self, _: Viewer) -> None:
        pen = Pen(self.office.rulebook, self.dice, self.office.calendar)
        clock, at = self.office.clock, self.office.now()
        begin = at - timedelta(days=self.dice.randrange(60))
        try:
            demo._take_further(self.office, pen, self.clerks, self.number(), begin, at)
        finally:
            self.office.clock = clock

    def _receipt(self, clerk: Viewer) -> None:
        at = self.office.now() - timedelta(days=self.dice.randrange(1, 200))
        times.correct(self.office, clerk, self.number(), times.RECEIVED, at, "补记")

    def _retime(self, clerk: Viewer) -> None:
        view = cases.show(self.office, clerk, self.number())
        step = self.dice.choice(view.case.timeline).step
        at = self.office.now() - timedelta(days=self.dice.randrange(0, 60))
        times.correct(self.office, clerk, view.case.number, step, at, "补记")

    def _other_category(self, clerk: Viewer) -> None:
        category = self.dice.choice([entry.id for entry in self.office.rulebook.categories] or [""])
        reclassifying.reclassify(self.office, clerk, self.number(), category=category, note="补记")

    def _merge(self, clerk: Viewer) -> None:
        merging.merge(self.office, clerk, self.number(), self.number())

    def _unmerge(self, clerk: Viewer) -> None:
        with self.office.store.reading() as tx:
            pairs = tx.connection.execute(
                text("SELECT case_id, other_id FROM link WHERE kind = 'merged_into'")
            ).all()
            if not pairs:
                raise DeskError("none_merged", "", "")
            two, one = self.dice.choice(pairs)
            numbers = dict(tx.connection.execute(text("SELECT id, number FROM complaint")).all())
        merging.unmerge(self.office, clerk, numbers[one], numbers[two])

    def _keep(self, clerk: Viewer) -> None:
        conflicts.keep_from(self.office, clerk, self.number(), self.dice.choice(self.clerks).user, "亲属")

    def _lift(self, clerk: Viewer) -> None:
        conflicts.lift(self.office, clerk, self.number(), self.dice.choice(self.clerks).user)

    def _undo(self, clerk: Viewer) -> None:
        undo.undo(self.office, clerk, self.number())

    def _erase(self, clerk: Viewer) -> None:
        clock = self.office.clock
        self.office.clock = lambda: clock() + timedelta(days=365 * 40)
        try:
            destroy(self.office, clerk, self.number(), "期满")
        finally:
            self.office.clock = clock


@pytest.mark.parametrize("seed", [0, *(pytest.param(more, marks=pytest.mark.slow) for more in range(1, 8))])
def test_after_any_history_the_sums_of_the_months_are_what_a_recount_finds(office: Office, seed: int) -> None:
    dice = random.Random(f"{office.rulebook.id}{seed}")
    hands = Hands(office, dice)
    done, held = set[str](), 0
    for _ in range(ROUNDS):
        done |= {hands.do() for _ in range(2)}
        clerk = dice.choice(hands.clerks)
        last = office.now().date() - timedelta(days=dice.randrange(0, 70))
        first = last - timedelta(days=dice.choice((0, 20, 45, 90, 200, 400)))
        by = dice.choice(((), (), (dice.choice(GROUPS),)))
        compare(office, clerk, first, last, by)
        held += len(kept(office))
        ends = (office.now().date(), office.now().date().replace(day=1) - timedelta(days=1))
        compare_pictures(office, clerk, first, dice.choice([end for end in ends if end >= first]))
        compare(office, dice.choice(hands.clerks), first, last, by)

    assert held, "nothing kept was read: the comparison would prove nothing"
    assert len({act for act in done if ":" not in act}) >= 4, done


def one_over(office: Office) -> tuple[date, date]:
    """The month before this one, in which something was received."""
    last = office.now().date().replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


@pytest.fixture
def market(tmp_path: Path) -> Iterator[Office]:
    opened = practice_office(tmp_path / "office", rulebook="R01", cases=40)
    yield opened
    opened.close()


def kept(office: Office) -> list[tuple[str, date]]:
    with office.store.reading() as tx:
        return [(about.what, about.since.date()) for about, _ in kept_counts.every(tx)]


def test_a_month_that_is_over_is_kept_and_the_one_that_runs_is_not(market: Office) -> None:
    first, _ = one_over(market)
    viewer = market.viewer(market.users()[0].id)

    figures.figures(market, viewer, first, market.now().date())

    assert kept(market) == [("figures", first)]


def test_what_is_kept_is_read_and_no_case_with_it(market: Office) -> None:
    """Control: numbers that somebody had falsified would be shown, so it is the kept ones that are."""
    days, viewer = one_over(market), market.viewer(market.users()[0].id)
    before = figures.figures(market, viewer, *days)
    with market.store.writing() as tx:
        tx.connection.execute(update(schema.kept_count).values(counts=_doubled(tx)))

    after = figures.figures(market, viewer, *days)

    rate = [found.indicators[0] for found in (before, after)]
    assert len(rate[1].base) == 2 * len(rate[0].base) > 0
    assert list(rate[1].base) == list(rate[0].base)  # the cases are read from the cases


def _doubled(tx: Any) -> str:
    from desk.domain import sums

    [counts] = tx.connection.execute(text("SELECT counts FROM kept_count")).scalars()
    sheet = sums.read(counts)
    wholes = {name: one.plus(one) for name, one in sheet.wholes.items()}
    return sums.written(sums.Sheet(wholes, sheet.groups, sheet.received, sheet.words))


def test_writing_about_a_case_of_the_month_takes_away_what_was_kept_of_it_and_of_no_other(
    market: Office,
) -> None:
    first, _ = one_over(market)
    earlier = (first - timedelta(days=1)).replace(day=1)
    viewer = market.viewer(market.users()[0].id)
    figures.figures(market, viewer, earlier, market.now().date())
    before = kept(market)
    midnight = datetime.combine(first, datetime.min.time(), market.zone)
    with market.store.reading() as tx:
        found = case_list.lines(tx, viewer, CaseFilter(received_from=midnight))
        case = next(one for one in found if one.received_at.date() < market.now().date().replace(day=1))

    with market.store.writing() as tx:
        kept_counts.touch(tx, case.id)

    assert ("figures", first) in before
    assert ("figures", first) not in kept(market)
    assert ("figures", earlier) in kept(market)


def test_what_is_written_between_counting_and_keeping_is_not_lost(market: Office) -> None:
    first, last = one_over(market)
    since = datetime.combine(first, datetime.min.time(), market.zone)
    about = Counted(
        "R01", "x", since, datetime.combine(last, datetime.min.time(), market.zone) + timedelta(days=1), "f"
    )
    with market.store.writing() as tx:
        claimed = kept_counts.claim(tx, about)
    with market.store.writing() as tx:
        tx.moments.add(int((since + timedelta(days=3)).timestamp() * 1_000_000))

    with market.store.writing() as tx:
        assert not kept_counts.keep(tx, claimed, "counted before")
    assert kept(market) == []


def test_the_check_of_the_register_recounts_and_throws_away_what_is_wrong(market: Office) -> None:
    days, viewer = one_over(market), market.viewer(market.users()[0].id)
    right = counts(figures.figures(market, viewer, *days))
    heard: list[tuple[str, int, int]] = []
    assert checks.verify(market, told=lambda *word: heard.append(word) or True).findings == ()
    recount = [word[1:] for word in heard if word[0] == "重数各月统计"]
    assert recount == [(done, len(recount)) for done in range(len(recount))] != []
    with market.store.writing() as tx:
        tx.connection.execute(update(schema.kept_count).values(counts=_doubled(tx)))
    pictures.pictures(market, viewer, *days)
    with market.store.writing() as tx:
        k = schema.kept_count.c
        none = picture_sums.written(picture_sums.PictureSheet())
        tx.connection.execute(update(schema.kept_count).where(k.what == "pictures").values(counts=none))

    found = checks.verify(market).findings

    assert ("figures", f"{days[0]:%Y年%m月}") in [(one.code, one.where) for one in found]
    assert len(found) > 1  # the trend keeps the months before, too
    assert kept(market) == []
    assert counts(figures.figures(market, viewer, *days)) == right
    assert checks.verify(market).findings == ()


def test_other_words_of_the_manual_make_older_counts_void(market: Office) -> None:
    import msgspec

    days, viewer = one_over(market), market.viewer(market.users()[0].id)
    figures.figures(market, viewer, *days)
    every = msgspec.structs.replace(market.rulebook.indicators[0], base='kind != ""', hits="")
    market.rulebook = msgspec.structs.replace(market.rulebook, indicators=(every,))

    compare(market, viewer, *days, ())


def test_a_case_that_is_kept_from_somebody_is_not_in_the_sums_that_they_see(market: Office) -> None:
    days = one_over(market)
    viewers = [market.viewer(user.id) for user in market.users()]
    before = {one.user: figures.figures(market, one, *days) for one in viewers}
    number = next(iter(before[viewers[0].user].indicators[0].base))
    with market.store.writing() as tx:
        from desk.store import cases as stored
        from desk.store import conflicts as store

        store.keep(tx, stored.known(tx, number, viewers[0]), viewers[0].user, by="x", reason="亲属")

    blind, seeing = (figures.figures(market, one, *days).indicators[0] for one in viewers[:2])

    assert len(blind.base) == len(before[viewers[0].user].indicators[0].base) - 1
    assert number not in blind.base
    assert number in seeing.base
    assert len(seeing.base) == len(before[viewers[1].user].indicators[0].base)
