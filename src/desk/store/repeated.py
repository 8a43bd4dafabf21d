"""Earlier cases that look related: of the same person or about the same object, and how many there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, and_, bindparam, or_, select

from desk.domain.case import Case
from desk.domain.draft import Values
from desk.domain.endings import ENDED, ending
from desk.domain.moments import months_before
from desk.domain.viewer import Viewer
from desk.rulebook.intake import Repeat
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook
from desk.store import batches, case_list, repeats, schema
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow
from desk.store.encoding import micros
from desk.store.statement import Among, Statement
from desk.store.transaction import Transaction

SHOWN = 20
MOST = 500
"""No more earlier cases than this are looked at."""

FUTURE = 2**62
"""Stands for the id of a case that has none yet."""

_r, _c, _h = schema.repeat_key.c, schema.complaint.c, schema.happening.c
_NEWEST = Statement(
    select(_r.case_id).where(_r.digest == bindparam("digest_")).order_by(_r.case_id.desc()).limit(MOST)
)
_OPEN = Among(select(_c.id).where(~_c.sealed), _c.id)


@dataclass(frozen=True, slots=True)
class Related:
    """Earlier cases of the same person, and those of other people about the same object."""

    own: tuple[CaseRow, ...] = ()
    others: tuple[CaseRow, ...] = ()


def rows(tx: Transaction, viewer: Viewer, values: Values) -> tuple[CaseRow, ...]:
    """The newest cases that share a person or an object with ``values``, the person's own first, then the object's."""
    found = related(tx, viewer, values)
    return (*found.own, *found.others)[:SHOWN]


def related(tx: Transaction, viewer: Viewer, values: Values) -> Related:
    """The same told apart.

    Sealed cases are left out: that somebody has reported before is itself a secret. Who may not see identities is told
    of the same object only, or else any phone could be tried.
    """
    found = listed(tx, viewer, _newest(tx, _digests(tx, values, objects=False)))
    own = tuple(row for row in found if row.named)
    others = listed(tx, viewer, _newest(tx, _digests(tx, values, objects=True)))
    known = {row.id for row in own}
    return Related(own, tuple(row for row in others if row.id not in known))


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One way of counting repetitions: how often the matter came up with this case, and the earlier cases' ids.

    ``reached``: the case bears the rulebook's name for it (二次投诉).
    """

    repeat: Repeat
    count: int
    earlier: tuple[int, ...]

    @property
    def reached(self) -> bool:
        """Whether it has come up as often as the rulebook says."""
        return self.count >= self.repeat.times


def recurrences(
    tx: Transaction, rulebook: Rulebook, case: Case, without: frozenset[int] = frozenset()
) -> tuple[Recurrence, ...]:
    """What the rulebook counts as a repetition (``repeat``), as far back as it says, for a case or what is to be one.

    The same matter is the same object and category by different people; the same event the same person and object.
    Where people are compared, sealed cases do not count: a number that rose would tell who has reported. ``without``
    are cases of which the one who is told must not know; rules count them.
    """
    if not rulebook.repeats:
        return ()
    people, objects = _digests(tx, case.values, objects=False), _digests(tx, case.values, objects=True)
    of_person, of_object = _open(tx, _newest(tx, people)) - without, _newest(tx, objects) - without
    related: dict[str, tuple[bool, frozenset[int]]] = {
        "same_person": (bool(people), of_person),
        "same_object": (bool(objects), of_object),
        "same_matter": (bool(objects), of_object - of_person),
        "same_event": (bool(people and objects), _holding(tx, of_person, objects)),
    }
    found = []
    for repeat in rulebook.repeats:
        known, ids = related[repeat.fact]
        earlier = _earlier(tx, rulebook, case, ids, repeat) if known else ()
        others = _people(tx, earlier) if repeat.fact == "same_matter" else len(earlier)
        if known:
            found.append(Recurrence(repeat, others + 1, earlier))
    return tuple(found)


def counts(tx: Transaction, rulebook: Rulebook, case: Case) -> Mapping[str, int]:
    """The same as facts for criteria."""
    return {found.repeat.fact: found.count for found in recurrences(tx, rulebook, case)}


def tells(before: Case, after: Case) -> bool:
    """Whether a change of a case may change what it repeats: its people, its object, its category or its receipt."""
    known = [
        (dict.fromkeys(repeats.keys(case.values)), case.category, case.received_at)
        for case in (before, after)
    ]
    return known[0] != known[1]


def listed(tx: Transaction, viewer: Viewer, ids: Iterable[int]) -> tuple[CaseRow, ...]:
    """These cases as far as the viewer may know of them, sealed ones left out."""
    wanted = frozenset(ids)
    return case_list.page(tx, viewer, CaseFilter(ids=wanted, sealed=False), limit=SHOWN) if wanted else ()


def _earlier(
    tx: Transaction, rulebook: Rulebook, case: Case, related: frozenset[int], repeat: Repeat
) -> tuple[int, ...]:
    """The ids of those related cases that came before this one and count with it, the newest first."""
    if not related - {case.id}:
        return ()
    received = micros(case.received_at)
    before = or_(_c.received_at < received, and_(_c.received_at == received, _c.id < (case.id or FUTURE)))
    query = select(_c.id).where(_c.id.in_(sorted(related - {case.id})), before, *batches.visible(tx))
    if repeat.fact == "same_matter":
        query = query.where(_c.category == case.category)
    query = query.order_by(_c.id.desc())
    since = _since(repeat.within, case.received_at)
    if since is not None and repeat.since == "received":
        query = query.where(_c.received_at >= micros(since))
    elif since is not None:
        query = query.where(or_(_c.id.not_in(_ended(rulebook)), _c.id.in_(_ended(rulebook, micros(since)))))
    return tuple(tx.connection.execute(query).scalars())


def _ended(rulebook: Rulebook, since: int = 0) -> Select[tuple[int]]:
    """The cases that have ended, from ``since`` on."""
    ends = frozenset(state.id for state in rulebook.states if state.phase in ENDED)
    steps = sorted(ending(rulebook, ends))
    query = select(_h.case_id).join(schema.complaint, _c.id == _h.case_id)
    return query.where(_c.state.in_(sorted(ends)), _h.step.in_(steps), ~_h.undone, _h.at >= since)


def _people(tx: Transaction, ids: Sequence[int]) -> int:
    """How many different people stand behind these cases; one who is not known is somebody else."""
    query = select(_r.case_id, _r.digest).where(_r.case_id.in_(ids), _r.what != "object")
    keys: dict[int, set[bytes]] = {case_id: set() for case_id in ids}
    for case_id, digest in tx.connection.execute(query):
        keys[case_id].add(bytes(digest))
    groups: list[set[bytes]] = []
    for of_case in keys.values():
        same = [group for group in groups if group & of_case]
        groups = [group for group in groups if not group & of_case]
        groups.append(of_case.union(*same))
    return len(groups)


def _digests(tx: Transaction, values: Values, *, objects: bool) -> list[bytes]:
    """What the store knows a case again by: its people, or its objects."""
    found = dict.fromkeys(repeats.keys(values))
    return [tx.cipher.digest(what, text) for what, text in found if text and (what == "object") == objects]


def _newest(tx: Transaction, digests: Iterable[bytes]) -> frozenset[int]:
    """The newest cases that hold one of the digests, so many of each: everybody may complain about one object."""
    rows = (_NEWEST.rows(tx.connection, {"digest_": digest}) for digest in digests)
    return frozenset(case_id for found in rows for (case_id,) in found)


def _holding(tx: Transaction, ids: frozenset[int], digests: Sequence[bytes]) -> frozenset[int]:
    """Those of the cases that hold one of the digests."""
    query = select(_r.case_id).where(_r.case_id.in_(sorted(ids)), _r.digest.in_(list(digests)))
    return frozenset(tx.connection.execute(query).scalars()) if ids else ids


def _open(tx: Transaction, ids: frozenset[int]) -> frozenset[int]:
    """Those of the cases that are not sealed."""
    return frozenset(case_id for (case_id,) in _OPEN.rows(tx.connection, sorted(ids)))


def _since(within: str, received: datetime) -> datetime | None:
    """The moment from which earlier matters count; None for all time."""
    limit = parse_limit(within)
    match limit.unit:
        case "mo":
            return months_before(received, limit.amount)
        case "y":
            return months_before(received, 12 * limit.amount)
        case "w":
            return received - timedelta(weeks=limit.amount)
        case "d":
            return received - timedelta(days=limit.amount)
    return None
