"""Being called to account: indicators, penalties, rewards, the survey, confidentiality and retention."""

from typing import Literal

import msgspec

from desk.rulebook.base import Entry, Named


class Indicator(Named, frozen=True, kw_only=True):
    """A figure: the share of ``base`` cases that also fulfil ``hits`` (criteria), or a ``mean`` of a fact.

    Without a formula in the manual ``base`` is ``unset``.
    """

    base: str
    hits: str = ""
    mean: str = ""
    percent: bool = True
    by: tuple[str, ...] = ()
    period: Literal["received", "closed", "any"] = "received"
    target: str = ""


class Band(Entry, frozen=True, kw_only=True):
    """An amount for a range; ``least`` and ``most`` with ``(``, ``[``, ``)``, ``]`` for open and closed bounds, as ``[90,95)``."""

    range: str
    amount: str
    each: Literal["once", "day"] = "once"


class Penalty(Named, frozen=True, kw_only=True):
    """A fine or other consequence. ``on`` names a clock that was missed, a step, or stands empty where people decide."""

    who: str = ""
    on: str = ""
    when: str = ""
    amount: str = ""
    bands: tuple[Band, ...] = ()
    bracket: Literal["progressive", "flat"] = "progressive"


class Reward(Named, frozen=True, kw_only=True):
    """A bonus by score: ``score`` is an expression over indicators and survey results."""

    score: str
    bands: tuple[Band, ...]
    who: str = ""
    excluded: tuple[str, ...] = ()


class Question(Named, frozen=True, kw_only=True):
    """A question of the return visit; a score below ``reason_below`` needs a reason."""

    type: Literal["yes_no", "score", "text"] = "score"
    reason_below: int = 0


class Survey(Entry, frozen=True, kw_only=True):
    """The return visit (回访): its questions, and what happens when the complainant is not satisfied."""

    questions: tuple[Question, ...] = ()
    dissatisfied: str = ""


class Secrecy(Entry, frozen=True, kw_only=True):
    """Confidentiality and retention. ``sealed_kinds``: identities open only by request and second person."""

    sealed_kinds: tuple[str, ...] = ()
    public_fields: tuple[str, ...] = ()
    retention_years: str = "unset"
    text: str = ""


class Switch(Named, frozen=True, kw_only=True):
    """Where the manual contradicts itself or is silent: the options, the one that holds, and why."""

    options: tuple[str, ...]
    default: str
    reason: str
    about: str = ""


class Principle(Named, frozen=True, kw_only=True):
    """A sentence of the manual that guides people and that the program shows but does not compute."""

    text: str


class Control(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The document-control block of the manual: who made, checked and approved it, and since when it holds."""

    prepared: str = "unset"
    checked: str = "unset"
    approved: str = "unset"
    effective: str = "unset"
    number: str = ""
