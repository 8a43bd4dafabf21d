"""Walking at random through an office's store: every act leaves its row in the audit, and what is kept is what the rules say.

One office serves all walks of a flow. What is looked up again after each act is looked up once: the next attempt goes
on from there, since nobody else is in this office.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import func, select
from tests.capabilities.counter import draft
from tests.flows import roaming
from tests.flows.roaming import answers, viewer_of

from desk.domain.case import Case
from desk.domain.clocks import clocks_of
from desk.domain.errors import DeskError, Forbidden
from desk.domain.flow import open_steps
from desk.domain.signing import waiting
from desk.domain.step_form import OpenStep
from desk.domain.viewer import Viewer
from desk.services import contacts, intake, signing, stepping, undo
from desk.services.intake import BadDraft
from desk.services.office import Office
from desk.store import cases as rows
from desk.store import repeated, schema

ATTEMPTS = 12
"""So often somebody tries something on a matter of the store."""


def audited(office: Office) -> int:
    """How many acts are on record."""
    with office.store.reading() as tx:
        return int(tx.connection.execute(select(func.count()).select_from(schema.audit)).scalar_one())


def wander(office: Office, kind: str, rng: Random) -> int:
    """A matter from the counter through twelve attempts by anybody; how many acts there were."""
    number = _registered(office, kind, rng)
    if number is None:
        return 0
    walk = Wandering(office, number, rng)
    for _ in range(ATTEMPTS):
        walk.go_on()
    return walk.acts


def _registered(office: Office, kind: str, rng: Random) -> str | None:
    who = replace(viewer_of(office.rulebook, rng), rights=frozenset({"register", "decide", "see_identity"}))
    channel = rng.choice(
        office.rulebook.kind(kind).channels or tuple(one.id for one in office.rulebook.channels)
    )
    fields = {field.id: field for field in office.rulebook.fields_at("register", kind, channel)}
    categories = [one.id for one in office.rulebook.categories if not one.kinds or kind in one.kinds] or [""]
    category, wanted = rng.choice(categories), {id_ for id_, field in fields.items() if field.required}
    # Several people, some of whom come back: what the store knows them by is looked through at every act.
    wanted |= {"complainant.phone"} & fields.keys()
    for _ in range(4):  # what the desk says is missing is filled in, as a clerk would
        typed = {
            id_: roaming.answer(office.rulebook, fields[id_], rng, office.now())
            for id_ in sorted(wanted & fields.keys())
        }
        given = draft(office, kind=kind, channel=channel, category=category, **typed)
        try:
            return intake.register(office, who, given).case.number
        except BadDraft as refusal:
            wanted = wanted | {problem.field for problem in refusal.problems}
    return None


class Wandering:
    """One matter on its way through the store, as it was last read."""

    def __init__(self, office: Office, number: str, rng: Random) -> None:
        self.office, self.number, self.rng, self.acts = office, number, rng, 1
        self.case, self.counts = self._agrees()

    def go_on(self) -> None:
        """One attempt by anybody; fails at what does not hold afterwards."""
        moved = self.office.now() + timedelta(minutes=self.rng.choice((1, 20, 90, 600, 1440)))
        self.office.clock = lambda: moved
        book, on_record, before = self.office.rulebook, audited(self.office), self.case
        who = replace(viewer_of(book, self.rng, before.state), user=self.rng.choice(self.office.users()).id)
        steps, chance = open_steps(book, before, self.facts(), who), self.rng.random()
        if chance < 0.2:
            acts = self._beside(who)
        elif chance < 0.3 or not steps:
            acts = self._forbidden(who, steps)
        else:
            acts = self._step(who, self.rng.choice(steps))
        assert audited(self.office) == on_record + acts  # what was refused left nothing
        self.acts += acts
        if acts:
            self.case, self.counts = self._agrees()

    def facts(self) -> Mapping[str, object]:
        """What criteria ask about the case now."""
        return self.office.facts(self.office.rulebook, self.case, self.counts)

    def _beside(self, who: Viewer) -> int:
        """What happens beside the manual's steps: a paper is signed that was waited for, or somebody is told something."""
        lacking, on = waiting(self.office.rulebook, self.case, self.facts()), self.office.now().date()
        able = replace(who, rights=who.rights | {"handle"})
        if lacking:
            one = self.rng.choice(lacking)
            signing.sign(self.office, able, self.number, one.paper.id, [one.signing.id], on=on)
        else:
            contacts.log(self.office, able, self.number, means="电话", content="告知进展")
        return 1

    def _forbidden(self, who: Viewer, steps: Sequence[OpenStep]) -> int:
        """A step that is not open to this person is refused with its reason, whatever is filled in."""
        offered = {one.step.id for one in steps}
        if closed := [step.id for step in self.office.rulebook.steps if step.id not in offered]:
            with pytest.raises(Forbidden) as refusal:
                stepping.act(self.office, who, self.number, self.rng.choice(closed), note="说明")
            assert refusal.value.message
            assert refusal.value.hint
        return 0

    def _step(self, who: Viewer, chosen: OpenStep) -> int:
        """A step, now and then taken back at once; how many acts came of it."""
        given = answers(self.office.rulebook, chosen, self.rng, self.office.now())
        try:
            acted = stepping.act(self.office, who, self.number, chosen.step.id, given, note="说明")
        except DeskError as error:
            if error.code not in {
                *roaming.EVENTUALLY,
                "taken",
            }:  # one number of a pad was typed for two cases
                raise AssertionError(
                    f"{self.number} {chosen.step.id} {given}: {error.code} {error}"
                ) from error
            return 0
        self._led(chosen, acted)
        if not acted.led_back and self.rng.random() < 0.3 and undo.offered(self.office, who, self.number):
            undo.undo(self.office, who, self.number)
            return 2
        return 2 if acted.led_back else 1

    def _led(self, chosen: OpenStep, acted: stepping.Acted) -> None:
        """The step led where the manual says; a visit that was no success may lead on at once."""
        book, step = self.office.rulebook, chosen.step
        back = next((one for one in book.steps if one.id == book.survey.dissatisfied), None)
        last = back if acted.led_back and back else step
        assert acted.case.case.state == (last.to or self.case.state), (self.number, step.id)

    def _agrees(self) -> tuple[Case, Mapping[str, int]]:
        """What lists and clocks of the store say is what the rules say of the whole case, and the rules hold together."""
        office, book = self.office, self.office.rulebook
        with office.store.reading() as tx:
            case = rows.whole(tx, self.number)
            kept = {row.id: (row.starts, row.due, row.done_at) for row in rows.clocks(tx, case.id)}
            counts = repeated.counts(tx, book, case)
        facts = office.facts(book, case, counts)
        clocks = clocks_of(book, case, facts, office.calendar, office.now())
        assert kept == {one.id: (one.starts, one.due, one.done_at) for one in clocks}
        assert case.state in {state.id for state in book.states}
        assert case.first_receiver in {role.id for role in book.roles}
        assert [entry.at for entry in case.timeline] == sorted(entry.at for entry in case.timeline)
        assert list(roaming.counter_faults(book, case, facts)) == []
        assert list(roaming.clock_faults(book, case, clocks, office.now())) == []
        return case, counts
