"""What everybody may read of a case: which cases may be put up, and their words without any person in them."""

import re
from collections.abc import Iterator, Mapping

from desk.domain.case import Case
from desk.domain.draft import Value
from desk.domain.masking import HIDDEN
from desk.domain.surnames import surname
from desk.domain.words import Words
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook

CONSENT = "publish_consent"
_BESIDES = ("respondent.contact", "handler", "approver")
"""People who are no identity to those who deal with the case, but are to everybody else."""
_SHORTEST = 2
"""One character alone (a surname) stands in too many other words."""
_TITLES = "先生|女士|小姐|某某|某"
_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]"
    r"|(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|0\d{2,3}[- ]?\d{7,8}"
    r"|[0-9A-Za-z_.+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+"
    r")(?![0-9A-Za-z])"
)
"""Identity numbers, mobile and fixed telephones, mail addresses, whoever's they are."""


def may_be_published(rulebook: Rulebook, case: Case) -> bool:
    """Whether the case may stand in a public register: where consent is asked for at all, only a clear yes will do.

    A case that is dealt with under another one is not put up twice.
    """
    asked = any(field.id == CONSENT for field in rulebook.fields)
    return not case.is_merged and (not asked or case.values.get(CONSENT) is True)


def nameless(rulebook: Rulebook, whole: Case, words: Mapping[str, Words]) -> dict[str, Words]:
    """``words`` of the case without the people whom ``whole`` knows, and without anybody's numbers and addresses."""
    people = _people(rulebook, whole.values)
    codes = {field.id for field in rulebook.fields if field.kind_of_value == "credit_code"}
    return {
        place: said if place in codes else _without(people, said) if isinstance(said, str) else ()
        for place, said in words.items()
    }


def _without(people: re.Pattern[str] | None, said: str) -> str:
    found = people.sub(HIDDEN, said) if people else said
    return _NUMBERS.sub(HIDDEN, found)


def _people(rulebook: Rulebook, values: Mapping[str, Value]) -> re.Pattern[str] | None:
    """Everything in the case that tells a person, the longest first, so that no rest of it stays behind."""
    kept = {field.id for field in rulebook.fields if field.is_identity}
    kept |= {id_ for id_, fact in FACTS.items() if fact.identity} | set(_BESIDES)
    told = {word for id_, value in values.items() if id_ in kept for word in _told(value)}
    names = {surname(word) for word in told if len(word) <= 4 and surname(word)}
    parts = [re.escape(word) for word in sorted(told, key=len, reverse=True) if len(word) >= _SHORTEST]
    parts += [f"{re.escape(name)}(?:{_TITLES})" for name in sorted(names)]
    return re.compile("|".join(parts)) if parts else None


def _told(value: Value) -> Iterator[str]:
    """The words of an identity fact; of a list of people, every cell."""
    match value:
        case str():
            yield value.strip()
        case tuple():
            for entry in value:
                yield from (
                    (cell.strip() for cell in entry.values())
                    if isinstance(entry, Mapping)
                    else (str(entry).strip(),)
                )
