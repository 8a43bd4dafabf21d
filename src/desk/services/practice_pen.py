"""Invents cases and answers that fit a rulebook's fields, as its kind of office would have them; same dice, same cases."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

from desk.domain.calendar import Calendar
from desk.domain.draft import Draft, Value
from desk.domain.identifiers import ID_TYPES
from desk.domain.identity_numbers import check_digit, credit_check
from desk.domain.intake import fields_for, settle
from desk.domain.publication import CONSENT
from desk.domain.step_form import OpenStep
from desk.domain.words import choices_of
from desk.rulebook.intake import Category, Field
from desk.rulebook.model import Rulebook
from desk.services.practice_words import PracticeWords, Saying

DAYS_BACK = 120
_OFFICE_HOURS = (9, 10, 11, 14, 15, 16)
_YES, _CONSENTS, _OPTIONAL = 0.3, 0.7, 0.15
_AMOUNTS = (1990, 39900, 120000, 58000, 899900)
"""Fen."""


@dataclass
class Pen:
    """Invents people, matters and answers."""

    book: Rulebook
    dice: random.Random
    calendar: Calendar
    at: datetime | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    """What the matter in hand says in the fields of these ids."""

    def __post_init__(self) -> None:
        """Read what is said in this kind of office."""
        self.words = PracticeWords(self.book.id)

    # --- when ---

    def moment(self, end: datetime) -> datetime:
        """A moment in office hours within the last months."""
        moment = self._in_hours(end - timedelta(days=self.dice.randrange(DAYS_BACK)))
        return (
            moment
            if moment < end
            else self._in_hours(end - timedelta(days=self.dice.randrange(1, DAYS_BACK)))
        )

    def later(self, moment: datetime) -> datetime:
        """Some hours or days on, when the office is open."""
        on = moment + timedelta(
            hours=self.dice.choice((1, 3, 24, 48, 72, 120, 240)), minutes=self.dice.randrange(60)
        )
        if on.hour in _OFFICE_HOURS and self.calendar.is_workday(on.date()):
            return on
        while True:
            on += timedelta(days=1)
            if self.calendar.is_workday(on.date()):
                return self._in_hours(on)

    def _in_hours(self, moment: datetime) -> datetime:
        """On this day, or the working day before, at some time in office hours."""
        day = moment.date()
        while not self.calendar.is_workday(day):
            day -= timedelta(days=1)
        return datetime.combine(
            day, time(self.dice.choice(_OFFICE_HOURS), self.dice.randrange(60)), moment.tzinfo
        )

    # --- a matter ---

    def draft(self, moment: datetime) -> Draft:
        """A whole matter as a clerk would have typed it."""
        self.at = moment
        weights = [3**-place for place in range(len(self.book.kinds))]
        [kind] = self.dice.choices(self.book.kinds, weights)
        channels = [c for c in self.book.channels if not kind.channels or c.id in kind.channels]
        channel = self.dice.choice([c for c in channels if c.personal] or channels)
        category = self._category(kind.id)
        matter = self.words.matter(self.dice, kind.id, category)
        saying = Saying(self.words, self.dice, moment)
        self.told = {id_: saying(words) for id_, words in matter.fields.items()}
        values = {
            field.id: self.value(field)
            for field in self.book.fields_at("register", kind.id, channel.id)
            if field.required
            or field.first
            or field.id in (CONSENT, *self.told)
            or self.dice.random() < _OPTIONAL
        }
        whole = Draft(
            kind=kind.id,
            channel=channel.id,
            category=category,
            station=self.dice.choice(self.book.stations).id if self.book.stations else "",
            received_at=moment - timedelta(minutes=self.dice.randrange(40)),
            values=self._numbered({id_: value for id_, value in values.items() if value not in (None, "")}),
        )
        return self._completed(whole, moment)

    def _category(self, kind: str) -> str:
        parents = {category.parent for category in self.book.categories}
        fitting: list[Category] = [
            c
            for c in self.book.categories
            if c.enabled and c.id not in parents and (not c.kinds or kind in c.kinds)
        ]
        return self.dice.choice(fitting).id if fitting else ""

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

    # --- a step ---

    def step_values(self, chosen: OpenStep) -> dict[str, Any]:
        """Answers to what a step asks and what it still lacks."""
        self.told = {}
        asked = [field for field in chosen.fields if field.required or self.dice.random() < 0.3]
        answers = {field.id: self.value(field, chosen.step.id) for field in (*asked, *chosen.missing)}
        return self._numbered({id_: answer for id_, answer in answers.items() if answer not in (None, "")})

    # --- a field ---

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
                return self.dice.choice(_AMOUNTS)
            case "yes_no":
                return self.dice.random() < (_CONSENTS if field.id == CONSENT else _YES)
            case "date":
                return self._day(field)
            case "materials":
                return tuple(
                    {"name": name, "copies": "1", "pages": "1", "held": "是"}
                    for name in self.dice.sample(self.words.of("materials"), 2)
                )
            case "moment":
                return self.at
            case "text" | "note":
                return self._text(field)
        return None

    def _day(self, field: Field) -> Value | None:
        """A day some time before, or ahead where the field is about what is to come."""
        if not self.at:
            return None
        days = self.dice.randint(1, 20)
        return (self.at + timedelta(days=days if field.tense == "future" else -days)).date()

    def _text(self, field: Field) -> str:
        """Words for the field; where the practice words have none for it, some that fit anywhere."""
        if field.id in self.told:
            return self.told[field.id]
        saying = Saying(self.words, self.dice, self.at or datetime(2026, 11, 20))  # noqa: DTZ001 - a day will do
        what = field.id.rpartition(".")[2]
        others = self.words.of("reasons" if field.kind_of_value == "note" else "short")
        found = self.words.of_field(field.id) or self.words.of_field(f"*.{what}") or others
        return saying(str(self.dice.choice(found)))

    # --- numbers ---

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
