"""A practice office with lifelike cases, for learning and for showing. Everything in it is invented."""

import random
import shutil
import tomllib
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.errors import DeskError
from desk.domain.flow import open_steps
from desk.domain.step_form import OpenStep
from desk.domain.viewer import Viewer
from desk.paths import resource
from desk.services import intake, stepping
from desk.services.office import Office
from desk.services.practice_pen import Pen
from desk.services.setting_up import init_office
from desk.store import cases as stored
from desk.store import repeated

_ACTS = (0, 1, 2, 3, 5, 8, 13, 21)
"""So many steps a case is taken, as far as its days reach: some stand at the beginning, some have come to their end."""

_ASIDE = 0.2
"""How often somebody takes whichever step is open, not one of the main line."""


def practice_office(home: Path, *, rulebook: str, cases: int, now: datetime | None = None) -> Office:
    """Set up a practice office in ``home`` and fill it, or leave nothing. Raises ``DeskError`` where there is one already."""
    found = frozenset(path.name for path in home.iterdir()) if home.is_dir() else None
    office = init_office(
        home,
        rulebook=rulebook or usual_rulebook(),
        name="演示单位（练习用）",
        practice=True,
        now=now,
        settings={
            "office.phone": "0000-1234567",
            "office.address": "演示市示范区人民路1号",
            "office.code": "演市监",
            "office.short_name": "演示",
            "office.postcode": "000000",
        },
    )
    try:
        fill(office, cases)
    except BaseException:
        office.close()
        _take_away(home, found)
        raise
    return office


def _take_away(home: Path, found: frozenset[str] | None) -> None:
    """Remove what was set up in ``home``; ``found`` is what lay there before, None where there was no folder."""
    if found is None:
        shutil.rmtree(home, ignore_errors=True)
        return
    for path in home.iterdir():
        if path.name not in found:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def usual_rulebook() -> str:
    """The rulebook of a practice office where nobody chose one."""
    return str(tomllib.loads(resource("practice", "common.toml").read_text(encoding="utf-8"))["rulebook"])


def fill(office: Office, count: int, seed: int = 20260415) -> None:
    """Register ``count`` invented cases over the past months and take some of them further. Same seed, same cases."""
    if not office.practice:
        raise DeskError("not_practice", "只有演示单位可以填入演示案件", "请用 desk demo 设立演示单位", "")
    clock, end = office.clock, office.now()
    pen = Pen(office.rulebook, random.Random(seed), office.calendar)  # noqa: S311 - invented people, no secrets
    moments = sorted(pen.moment(end) for _ in range(count))
    clerks = [office.viewer(user.id) for user in office.users()]
    taking = [clerk for clerk in clerks if clerk.may("register")] or clerks
    try:
        for moment in moments:
            office.clock = lambda moment=moment: moment  # type: ignore[misc]
            clerk, draft = pen.dice.choice(taking), pen.draft(moment)
            with office.store.writing() as tx:
                new = intake.enter_within(office, clerk, tx, draft, uuid4())
            _take_further(office, pen, clerks, new.number, moment, end)
    finally:
        office.clock = clock


def _take_further(
    office: Office, pen: Pen, clerks: list[Viewer], number: str, moment: datetime, end: datetime
) -> None:
    """A few steps of the flow, each by somebody who may, some days apart and never after ``end``."""
    for _ in range(pen.dice.choice(_ACTS)):
        moment = pen.later(moment)
        if moment >= end:
            return
        office.clock = lambda moment=moment: moment  # type: ignore[misc]
        pen.at = moment
        try:
            with office.store.writing() as tx:
                whole = stored.whole(tx, number)
                facts = office.facts(office.rulebook, whole, repeated.counts(tx, office.rulebook, whole))
                clerk, options = _options(office, whole, facts, pen, clerks)
                if not options:
                    return
                chosen = pen.dice.choice(options)
                given = pen.step_values(chosen)
                stepping.act_within(office, clerk, tx, number, chosen.step.id, given)
        except DeskError:  # what was invented does not fit: another step, another day
            continue


def _options(
    office: Office, case: Case, facts: Circumstances, pen: Pen, clerks: list[Viewer]
) -> tuple[Viewer, list[OpenStep]]:
    """Somebody who may do something about the case, and what: the main line goes on, now and then aside of it."""
    aside, found = pen.dice.random() < _ASIDE, dict[str, tuple[Viewer, list[OpenStep]]]()
    for clerk in pen.dice.sample(clerks, len(clerks)):
        steps = [
            open_
            for open_ in open_steps(office.rulebook, case, facts, clerk)
            if "withdraw" not in open_.step.effects
        ]
        onward = [one for one in steps if one.step.to and not one.step.side]
        main = [one for one in onward if one.step.primary]
        for name, some in (("main", main), ("onward", onward), ("any", steps)):
            if some:
                found.setdefault(name, (clerk, some))
        if "onward" in found and (aside or "main" in found):
            break
    order = ("onward", "any") if aside else ("main", "onward", "any")
    return next((found[name] for name in order if name in found), (clerks[0], []))
