"""From rows to cases: what the tables hold about some cases, put together for one viewer."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import select

from desk.domain.case import Case, Happening
from desk.domain.draft import NOTHING, Value, Values
from desk.domain.masking import Strength
from desk.domain.viewer import Viewer
from desk.rulebook.facts import FACTS
from desk.store import happenings, identities, masks, schema
from desk.store.encoding import facts, moment, zone_of
from desk.store.statement import Among
from desk.store.transaction import Transaction


class Row(NamedTuple):
    """What a case's own row says of it."""

    id: int
    number: str
    rulebook: str
    rulebook_version: str
    kind: str
    channel: str
    category: str
    station: str
    state: str
    levels: str
    received_at: int
    registered_at: int
    handed_on_at: int | None
    zone: str
    first_receiver: str
    sealed: bool
    version: int
    batch: int | None


COLUMNS = tuple(schema.complaint.c[name] for name in Row._fields)
_CONTENT = Among(select(schema.content.c.case_id, schema.content.c.facts), schema.content.c.case_id)
_h = schema.happening.c
_HAPPENINGS = Among(
    select(_h.case_id, _h.step, _h.at, _h.by, _h.undone, _h.details).order_by(_h.at, _h.id), _h.case_id
)


class _Entry(NamedTuple):
    """A row of the timeline."""

    case_id: int
    step: str
    at: int
    by: str
    undone: bool
    details: bytes


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose eyes: a viewer with the sealed cases opened to them, or nobody's (None), which sees all for the rules."""

    viewer: Viewer | None
    granted: frozenset[int] = frozenset()
    strength: Strength = Strength.NORMAL

    def at(self, row: Any) -> "Eyes":
        """The same eyes with the rights that the manual of this row's case gives."""
        if self.viewer is None:
            return self
        return replace(self, viewer=self.viewer.under(row.rulebook, row.rulebook_version))

    def identities(self, case_id: int, hidden: Mapping[str, Value], *, sealed: bool) -> Mapping[str, Value]:
        """What these eyes may see of a case's identities."""
        if self.viewer is None:
            return hidden
        return identities.shown(
            hidden, self.viewer, self.strength, sealed=sealed, granted=case_id in self.granted
        )

    def sees_words(self, case_id: int, *, sealed: bool) -> bool:
        """Whether notes and other free words of the case may be shown."""
        return self.viewer is None or not sealed or case_id in self.granted

    def sees_identity(self, case_id: int, *, sealed: bool) -> bool:
        """Whether identities are shown as they are."""
        if self.viewer is None:
            return True
        return case_id in self.granted if sealed else self.viewer.may("see_identity")


def eyes(tx: Transaction, viewer: Viewer) -> Eyes:
    """The eyes of ``viewer`` at this moment."""
    return Eyes(viewer, identities.granted(tx, viewer), masks.strength(tx))


def put_together(tx: Transaction, rows: Sequence[Any], seen_by: Eyes) -> list[Case]:
    """Cases from rows of ``COLUMNS``, in the same order."""
    return [case for (case,) in put_together_for(tx, rows, seen_by)]


def put_together_for(tx: Transaction, rows: Sequence[Any], *eyes: Eyes) -> list[tuple[Case, ...]]:
    """The same for several pairs of eyes at once: read and opened once, since a long timeline takes its time."""
    ids = [row.id for row in rows]
    if not ids:
        return []
    opened = {case_id: facts(data) for case_id, data in _CONTENT.rows(tx.connection, ids)}
    hidden = identities.read(tx, ids)
    entries: dict[int, list[_Entry]] = {case_id: [] for case_id in ids}
    for entry in map(_Entry._make, _HAPPENINGS.rows(tx.connection, ids)):
        entries[entry.case_id].append(entry)
    return [
        _seen(tx, row, opened.get(row.id, {}), hidden[row.id], entries[row.id], [one.at(row) for one in eyes])
        for row in rows
    ]


def _seen(
    tx: Transaction,
    row: Any,
    opened: Mapping[str, Value],
    hidden: Mapping[str, Value],
    entries: Sequence[_Entry],
    eyes: Sequence[Eyes],
) -> tuple[Case, ...]:
    """One case, once for each pair of eyes."""
    told: Sequence[Values] = [NOTHING] * len(entries)
    if any(one.sees_words(row.id, sealed=bool(row.sealed)) for one in eyes):
        told = [facts(tx.cipher.open(bytes(entry.details), f"happening:{row.id}")) for entry in entries]
    return tuple(
        _case(row, opened, hidden, tuple(_timeline(row, entries, told, hidden, one)), one) for one in eyes
    )


def _case(
    row: Any,
    opened: Mapping[str, Value],
    hidden: Mapping[str, Value],
    timeline: tuple[Happening, ...],
    seen_by: Eyes,
) -> Case:
    zone = zone_of(row.zone)
    shown = seen_by.identities(row.id, hidden, sealed=bool(row.sealed))
    return Case(
        id=row.id, number=row.number, rulebook=row.rulebook, rulebook_version=row.rulebook_version, kind=row.kind,
        channel=row.channel, category=row.category, station=row.station, state=row.state,
        levels=MappingProxyType(json.loads(row.levels)), received_at=moment(row.received_at, zone),
        registered_at=moment(row.registered_at, zone),
        handed_on_at=None if row.handed_on_at is None else moment(row.handed_on_at, zone),
        first_receiver=row.first_receiver, values=MappingProxyType({**opened, **shown}),
        timeline=timeline, version=row.version,
    )  # fmt: skip


def _timeline(
    row: Any, entries: Sequence[_Entry], told: Sequence[Values], hidden: Mapping[str, Value], seen_by: Eyes
) -> Iterator[Happening]:
    """What happened, as far as these eyes may read it; what stood before a step is for the rules alone."""
    zone, sealed = zone_of(row.zone), bool(row.sealed)
    reads = seen_by.sees_words(row.id, sealed=sealed)
    names = seen_by.sees_identity(row.id, sealed=sealed)
    for entry, plain in zip(entries, told, strict=True):
        said = plain if reads else NOTHING
        values = {name[1:]: value for name, value in said.items() if name[0] == "="}
        if not names:
            values = {name: value for name, value in values.items() if not _hides(name, hidden)}
        yield Happening(
            step=entry.step, at=moment(entry.at, zone), by=entry.by, note=str(said.get("note", "")),
            values=MappingProxyType(values), undone=bool(entry.undone),
            before=happenings.before_of(said) if seen_by.viewer is None else None,
        )  # fmt: skip


def _hides(fact: str, hidden: Mapping[str, Value]) -> bool:
    return fact in hidden or (fact in FACTS and FACTS[fact].identity)
