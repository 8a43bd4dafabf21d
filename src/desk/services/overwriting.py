"""Nobody writes unseen over what a colleague wrote about the office: its words, its people, its days and hours.

Who opens a form sees values (``seen``). What is left alone there stays as it is by now; what somebody else has altered
meanwhile, too, is asked with both versions. Without ``seen`` (a command, which reads and writes at once) what is said holds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk.domain.errors import Clash, Conflict
from desk.store import audit
from desk.store.audit import Record
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is written: how its parts are called, how a value of one is said, and by which row of the audit it was written."""

    title: Callable[[str], str]
    words: Callable[[str, Any], str]
    acts: tuple[str, ...]
    wrote: Callable[[Record, str], bool]


def altered(
    office: "Office", tx: Transaction, matter: Matter, *, seen: Values | None, now: Values, wanted: Values
) -> dict[str, Any]:
    """What is to be written of ``wanted``. Raises ``Conflict`` where somebody else altered the same since it was seen."""
    if seen is None:
        return dict(wanted)
    mine = {field: value for field, value in wanted.items() if value not in (now[field], seen[field])}
    unseen = [field for field in mine if seen[field] != now[field]]
    if unseen:
        clashes = tuple(_clash(office, tx, matter, field, now[field], mine[field]) for field in unseen)
        raise Conflict("changed_meanwhile", "别人刚刚改了同一处", "请核对后再保存", tuple(unseen)).told(
            clashes, 0
        )
    return mine


def _clash(office: "Office", tx: Transaction, matter: Matter, field: str, theirs: Any, mine: Any) -> Clash:
    rows = audit.records(tx, acts=matter.acts)
    row = next((one for one in rows if matter.wrote(one, field)), None)
    return Clash(
        field, matter.title(field), matter.words(field, theirs), matter.words(field, mine),
        office.user_name(row.by) if row else "", row.at.astimezone(office.zone) if row else office.now(), theirs,
    )  # fmt: skip
