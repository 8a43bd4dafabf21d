"""A practice office with lifelike cases, for learning and for showing. Everything in it is invented."""

import random
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from desk.domain.calendar import Calendar
from desk.domain.case import Case
from desk.domain.circumstances import Circumstances
from desk.domain.draft import Draft, Value
from desk.domain.errors import DeskError
from desk.domain.flow import open_steps
from desk.domain.identifiers import ID_TYPES
from desk.domain.identity_numbers import check_digit, credit_check
from desk.domain.intake import fields_for, settle
from desk.domain.moments import date_words
from desk.domain.publication import CONSENT
from desk.domain.step_form import OpenStep
from desk.domain.viewer import Viewer
from desk.domain.words import choices_of
from desk.paths import resource
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook
from desk.services import intake, stepping
from desk.services.office import Office, init_office
from desk.store import cases as stored
from desk.store import repeated

DAYS_BACK = 120
_ACTS = (0, 1, 2, 3, 5, 8, 13, 21)
"""So many steps a case is taken, as far as its days reach: some stand at the beginning, some have come to their end."""

_ASIDE = 0.2
"""How often somebody takes whichever step is open, not one of the main line."""
_YES, _CONSENTS = 0.3, 0.7


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
    pen = _Pen(office.rulebook, random.Random(seed), office.calendar)  # noqa: S311 - invented people, no secrets
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
    office: Office, pen: "_Pen", clerks: list[Viewer], number: str, moment: datetime, end: datetime
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
    office: Office, case: Case, facts: Circumstances, pen: "_Pen", clerks: list[Viewer]
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


@dataclass
class _Pen:
    """Invents people, matters and answers that fit a rulebook's fields."""

    book: Rulebook
    dice: random.Random
    calendar: Calendar
    at: datetime | None = None

    def __post_init__(self) -> None:
        words = tomllib.loads(resource("practice", "common.toml").read_text(encoding="utf-8"))
        own = resource("practice", f"{self.book.id}.toml")
        self.words: Mapping[str, list[str]] = words | (
            tomllib.loads(own.read_text(encoding="utf-8")) if own.is_file() else {}
        )

    def one(self, name: str) -> str:
        """One of the practice words of this name."""
        return str(self.dice.choice(self.words[name]))

    def moment(self, end: datetime) -> datetime:
        """A moment in office hours within the last months."""
        day = end.date() - timedelta(days=self.dice.randrange(DAYS_BACK))
        minutes = self.dice.choice((9, 10, 11, 14, 15, 16)) * 60 + self.dice.randrange(60)
        moment = datetime.combine(day, time(minutes // 60, minutes % 60), end.tzinfo)
        return moment if moment < end else end - timedelta(minutes=self.dice.randrange(1, 300))

    def later(self, moment: datetime) -> datetime:
        """Some hours or days on."""
        return moment + timedelta(
            hours=self.dice.choice((1, 3, 24, 48, 72, 120, 240)), minutes=self.dice.randrange(60)
        )

    def draft(self, moment: datetime) -> Draft:
        """A whole matter as a clerk would have typed it."""
        self.at = moment
        weights = [3**-place for place in range(len(self.book.kinds))]
        [kind] = self.dice.choices(self.book.kinds, weights)
        channels = [c for c in self.book.channels if not kind.channels or c.id in kind.channels]
        channel = self.dice.choice([c for c in channels if c.personal] or channels)
        parents = {category.parent for category in self.book.categories}
        fitting = [
            c
            for c in self.book.categories
            if c.enabled and c.id not in parents and (not c.kinds or kind.id in c.kinds)
        ]
        values = {
            field.id: self.value(field)
            for field in self.book.fields_at("register", kind.id, channel.id)
            if field.required or field.first or field.id == CONSENT or self.dice.random() < 0.15
        }
        whole = Draft(
            kind=kind.id,
            channel=channel.id,
            category=self.dice.choice(fitting).id if fitting else "",
            station=self.dice.choice(self.book.stations).id if self.book.stations else "",
            received_at=moment - timedelta(minutes=self.dice.randrange(40)),
            values=self._numbered({id_: value for id_, value in values.items() if value not in (None, "")}),
        )
        return self._completed(whole, moment)

    def _completed(self, draft: Draft, moment: datetime) -> Draft:
        """The draft with what the rulebook's conditions still ask for."""
        for _ in range(3):
            lacking = {
                problem.field
                for problem in settle(self.book, draft, moment, self.calendar).blocking
                if problem.code == "missing"
            }
            found = {
                field.id: self.value(field) for field in fields_for(self.book, draft) if field.id in lacking
            }
            if not found:
                break
            more = {id_: v for id_, v in found.items() if v is not None}
            draft = replace(draft, values=self._numbered({**draft.values, **more}))
        return draft

    def _numbered(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values, each paper's number of the kind that the paper is."""
        numbers = {
            id_: self.paper_number(str(values[kind]))
            for id_ in values
            if id_.endswith(".id_number") and (kind := id_.replace(".id_number", ".id_type")) in values
        }
        return {**values, **numbers}

    def step_values(self, chosen: OpenStep) -> dict[str, Any]:
        """Answers to what a step asks and what it still lacks."""
        asked = [field for field in chosen.fields if field.required or self.dice.random() < 0.3]
        answers = {field.id: self.value(field, chosen.step.id) for field in (*asked, *chosen.missing)}
        return self._numbered({id_: answer for id_, answer in answers.items() if answer not in (None, "")})

    def value(self, field: Field, step: str = "register") -> Value | None:
        """A believable value of the field."""
        if field.id == "ground":
            grounds = [g.id for g in self.book.grounds if g.step in ("", step)]
            return self.dice.choice(grounds) if grounds else None
        if field.id in ("stage", "anonymity_reason", "pad_number"):
            return None  # the category says the stage, everybody has a name, and nothing was written on a pad
        if field.id == "speaker" and self.book.representations:
            return self.book.representations[0].id
        choices = [choice.id for choice in choices_of(self.book, field)]
        if choices:
            return (
                self.dice.choice(choices)
                if field.kind_of_value != "choices"
                else (self.dice.choice(choices),)
            )
        return self._by_type(field)

    def _by_type(self, field: Field) -> Value | None:
        match field.kind_of_value:
            case "phone":
                return f"199{self.dice.randrange(10**8):08d}"
            case "id_number":
                return self.id_number()
            case "credit_code":
                return self.credit_code()
            case "count":
                return self.dice.choice((1, 1, 1, 2, 3, 5))
            case "money":
                return self.dice.choice((1990, 39900, 120000, 58000, 899900))
            case "yes_no":
                return self.dice.random() < (_CONSENTS if field.id == CONSENT else _YES)
            case "date":
                return (datetime(2026, 9, 1) + timedelta(days=self.dice.randrange(60))).date()  # noqa: DTZ001
            case "materials":
                return tuple(
                    {"name": name, "copies": "1", "pages": "1", "held": "是"}
                    for name in self.dice.sample(self.words["materials"], 2)
                )
            case "moment":
                return self.at
            case "text" | "note":
                return self._text(field.id)
        return None

    def _text(self, id_: str) -> str:
        owner, _, what = id_.rpartition(".")
        if what == "name" and owner in ("complainant", "proxy"):
            return self.one("surnames") + self.one("given")
        if what == "address":
            return f"演示市示范区{self.one('streets')}{self.dice.randrange(1, 200)}号"
        table = {
            "respondent.name": "shops",
            "respondent.contact": "contacts",
            "subject": "subjects",
            "demand": "demands",
            "result": "results",
            "object": "goods",
            "reason": "reasons",
        }
        if owner == "outside":
            return f"{self.dice.randrange(10**15):015d}"
        if id_ in table:
            return self.one(table[id_])
        if id_ == "narrative":
            day = date_words((datetime(2026, 9, 1) + timedelta(days=self.dice.randrange(60))).date())  # noqa: DTZ001
            return self.one("narratives").format(
                day=day,
                shop=self.one("shops"),
                goods=self.one("goods"),
                amount=self.dice.choice((68, 199, 580, 1200, 3999)),
            )
        return self.one("reasons")

    def id_number(self) -> str:
        """An invented identity number with a right check digit, in an area code that no place has."""
        return self._number_at("990101")

    def _number_at(self, place: str) -> str:
        born = datetime(1950, 1, 1) + timedelta(days=self.dice.randrange(20000))  # noqa: DTZ001
        body = f"{place}{born:%Y%m%d}{self.dice.randrange(1000):03d}"
        return body + check_digit(body)

    def credit_code(self) -> str:
        """An invented code of a firm with a right check character, in an area code that no place has."""
        body = f"91990101{self.dice.randrange(10**9):09d}"
        return body + credit_check(body)

    def paper_number(self, kind: str) -> str:
        """An invented number for this kind of identity paper."""
        invented: Mapping[str, Callable[[], str]] = {
            "credit_code": self.credit_code,
            "hmt_residence": lambda: self._number_at("810000"),
            "passport": lambda: f"E{self.dice.randrange(10**8):08d}",
            "hmt_pass": lambda: f"H{self.dice.randrange(10**8):08d}",
            "taiwan_pass": lambda: f"{self.dice.randrange(10**8):08d}",
        }
        ids = {name: id_ for id_, name in ID_TYPES.items()}
        return invented.get(ids.get(kind, kind), self.id_number)()
