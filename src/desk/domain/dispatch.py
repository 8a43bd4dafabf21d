"""Sheets between departments: to whom a matter was sent, who has signed for it, and what is still unsigned (CAP-62)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.domain.case import Case, Happening
from desk.domain.deciding import SIGNS_FOR
from desk.rulebook.flow import Step
from desk.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One department's sheet of a case. ``department`` is an id, or the name of the role that signs; ``signed_by`` a name.

    ``asks``: the manual wants it signed for. ``signed_at`` is None while nobody has.
    """

    department: str
    lead: bool
    asks: bool
    sent_at: datetime
    sent_by: str
    signed_at: datetime | None = None
    signed_by: str = ""

    @property
    def is_unsigned(self) -> bool:
        """Whether somebody has yet to sign."""
        return self.asks and self.signed_at is None


@dataclass(frozen=True, slots=True)
class _Way:
    """How a manual sends a matter out: the steps that send it, the step by which one signs for it, if any."""

    sending: tuple[Step, ...]
    signing: Step | None


def sheets_of(rulebook: Rulebook, case: Case) -> tuple[Sheet, ...]:
    """The sheets that are out now: those of the last dispatch, none once it was sent back."""
    return tuple(sheet for way in _ways(rulebook) for sheet in _of_way(rulebook, case, way))


def dispatching_steps(rulebook: Rulebook) -> frozenset[str]:
    """The steps that send a matter to a department."""
    return frozenset(step.id for way in _ways(rulebook) for step in way.sending)


@dataclass(frozen=True, slots=True)
class Asking:
    """A way of sending out that wants a signature: ``each`` where every department signs its own sheet."""

    sending: frozenset[str]
    signing: str
    each: bool


def asking(rulebook: Rulebook) -> Iterator[Asking]:
    """The ways by which the manual sends a matter to somebody who has to sign for it."""
    for way in _ways(rulebook):
        if way.signing is not None:
            sending = frozenset(step.id for step in way.sending)
            yield Asking(sending, way.signing.id, _each_signs(rulebook, way))


def _each_signs(rulebook: Rulebook, way: _Way) -> bool:
    signing = way.signing
    return signing is None or any(f.id == SIGNS_FOR and signing.id in f.at for f in rulebook.fields)


def _ways(rulebook: Rulebook) -> Sequence[_Way]:
    signing = [step for step in rulebook.steps if "sign_receipt" in step.effects]
    ways = [_Way(_sending(rulebook, step), step) for step in signing]
    covered = {step.id for way in ways for step in way.sending}
    rest = (step for step in rulebook.steps if "assign" in step.effects and step.id not in covered)
    return (*ways, *(_Way((step,), None) for step in rest))


def _sending(rulebook: Rulebook, signing: Step) -> tuple[Step, ...]:
    """The steps that send the matter to whoever signs: those that assign it, else all that lead to where one signs."""
    leading = tuple(step for step in rulebook.steps if step.to and step.to in signing.starting)
    return tuple(step for step in leading if "assign" in step.effects) or leading


def _of_way(rulebook: Rulebook, case: Case, way: _Way) -> Iterator[Sheet]:
    sending = {step.id for step in way.sending}
    recalling = _recalling(rulebook, way) - sending
    sent: Happening | None = None
    signed: dict[str, Happening] = {}
    for entry in case.timeline:
        if entry.undone:
            continue
        if entry.step in sending:
            sent, signed = entry, {}
        elif entry.step in recalling:
            sent = None
        elif way.signing and entry.step == way.signing.id:
            signed.setdefault(str(entry.values.get(SIGNS_FOR, "")), entry)
    if sent is not None:
        to = _to(rulebook, case, way)
        yield from (_sheet(sent, one, n == 0, way, signed) for n, one in enumerate(to))


def _recalling(rulebook: Rulebook, way: _Way) -> set[str]:
    """The steps that send the sheet back: to where it was sent from, or without leaving the place."""
    before = {state for step in way.sending for state in step.starting}
    return {s.id for s in rulebook.steps if "return" in s.effects and (not s.to or s.to in before)}


def _to(rulebook: Rulebook, case: Case, way: _Way) -> tuple[str, ...]:
    """Lead and assisting departments, each with a sheet; where one signs for all, the department that it was assigned to,
    or the role that signs before anybody has it.
    """
    signing = way.signing
    lead, assisting = str(case.values.get("department", "")), case.values.get("assisting", ())
    if _each_signs(rulebook, way):
        wanted = (lead, *(assisting if isinstance(assisting, tuple) else ()))
        return tuple(dict.fromkeys(str(one) for one in wanted if one))
    names = [role.name for role in rulebook.roles if signing and role.id in signing.by]
    is_assigned = any("assign" in step.effects for step in way.sending)
    return ((lead if is_assigned else "") or "、".join(names) or (signing.name if signing else ""),)


def _sheet(sent: Happening, department: str, lead: bool, way: _Way, signed: Mapping[str, Happening]) -> Sheet:
    entry = signed.get(department) or signed.get("")
    return Sheet(
        department=department,
        lead=lead,
        asks=way.signing is not None,
        sent_at=sent.at,
        sent_by=sent.by,
        signed_at=entry.at if entry else None,
        signed_by=(str(entry.values.get("signed_by") or "") or entry.by) if entry else "",
    )
