"""What people say and write in a practice office, from ``resources/practice``: each kind of office has its own matters.

A file may say ``like = "other"``: what it has not itself is taken from that one, and at last from ``common``.
``[[matter]]`` belong together: what is said about one thing, ``for`` these categories (or any). ``[fields]`` gives
words for a field by its id. In words, ``{1-28}`` is a number, ``{person}``, ``{shop}``, ``{goods}`` and the like come
from the lists of that name, ``{day}`` is a day shortly before, ``{amount}`` a sum in yuan.
"""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from desk.domain.moments import date_words
from desk.paths import resource

_PLACE = re.compile(r"\{(?:(\d+)-(\d+)|([a-z_]+))\}")
_AMOUNTS = (68, 199, 580, 1200, 3999)


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that people come with: words for fields by id, which kinds and categories it fits (none named: all)."""

    fields: Mapping[str, str]
    categories: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass
class PracticeWords:
    """The words for one rulebook."""

    rulebook: str
    tables: list[Mapping[str, Any]] = field(default_factory=list)
    matters: Sequence[Matter] = ()

    def __post_init__(self) -> None:
        """Read the rulebook's own file and those that it builds on."""
        names = [self.rulebook]
        while names[-1] != "common":
            table = _read(names[-1])
            self.tables.append(table)
            names.append(str(table.get("like", "common")))
        self.tables.append(_read("common"))
        told = next(table["matter"] for table in self.tables if "matter" in table)
        self.matters = tuple(_matter(one) for one in told)

    def of(self, name: str) -> list[Any]:
        """The list of this name, the office's own before the common one."""
        return list(next(table[name] for table in self.tables if name in table))

    def of_field(self, id_: str) -> list[str]:
        """Words for a field; empty where none are told."""
        found = (table["fields"][id_] for table in self.tables if id_ in table.get("fields", ()))
        return list(next(found, ()))

    def matter(self, dice: random.Random, kind: str, category: str) -> Matter:
        """Something that fits kind and category, the closest there is."""
        kinds = [one for one in self.matters if not one.kinds or kind in one.kinds]
        fitting = [one for one in kinds if category in one.categories] or [
            one for one in kinds if not one.categories
        ]
        return dice.choice(fitting or kinds or list(self.matters))


@dataclass
class Saying:
    """Fills the places of words. Within one saying a name stays the same: the shop that is told of is the one complained of."""

    words: PracticeWords
    dice: random.Random
    at: datetime
    known: dict[str, str] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        """The text with its places filled."""
        return _PLACE.sub(self._filled, text)

    def _filled(self, place: re.Match[str]) -> str:
        least, most, name = place.groups()
        if not name:
            return str(self.dice.randint(int(least), int(most))).zfill(len(least))
        if name == "person":
            return self.person()
        if name not in self.known:
            self.known[name] = self._made(name)
        return self.known[name]

    def _made(self, name: str) -> str:
        match name:
            case "day":
                return date_words((self.at - timedelta(days=self.dice.randint(1, 20))).date())
            case "amount":
                return str(self.dice.choice(_AMOUNTS))
            case "year":
                return str(self.at.year)
        return self(str(self.dice.choice(self.words.of(name))))

    def person(self) -> str:
        """An invented name."""
        return str(self.dice.choice(self.words.of("surnames"))) + str(
            self.dice.choice(self.words.of("given"))
        )


def _read(name: str) -> Mapping[str, Any]:
    path = resource("practice", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _matter(told: Mapping[str, Any]) -> Matter:
    fields = {id_: str(words) for id_, words in told.items() if id_ not in ("for", "kinds", "fields")}
    return Matter(
        {**fields, **told.get("fields", {})}, frozenset(told.get("for", ())), frozenset(told.get("kinds", ()))
    )
