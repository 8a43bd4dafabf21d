"""Where two people wrote the same field: both versions side by side, so that one of them decides and nothing is lost."""

from typing import TYPE_CHECKING

from desk.domain.case import Case
from desk.domain.errors import Clash, Conflict
from desk.domain.masking import is_masked
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.rulebook.facts import FACTS
from desk.store import cases, changes
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

_HIDDEN = "（保密，无权查看）"


def told(
    office: "Office", tx: Transaction, viewer: Viewer, conflict: Conflict, number: str, after: Case
) -> Conflict:
    """The conflict with both versions: what stands in the case now as the viewer may see it, and what ``after`` wanted."""
    seen = cases.get(tx, number, viewer)
    theirs, mine = (office.words_of(office.rulebook_of(seen), case) for case in (seen, after))

    def clash(field: str) -> Clash:
        value = seen.values.get(field)
        by, at = changes.last_change(tx, seen.id, field) or (seen.first_receiver, seen.registered_at)
        hidden = field not in seen.values or is_masked(str(value))
        said = _flat(theirs.get(field)) or _HIDDEN
        return Clash(
            field, _title(office, seen, field), said, _flat(mine.get(field)), office.user_name(by), at,
            None if hidden else value,
        )  # fmt: skip

    return conflict.told(tuple(clash(field) for field in conflict.fields), seen.version)


def _title(office: "Office", case: Case, fact: str) -> str:
    fields = office.rulebook_of(case).fields
    titles = [
        field.title for field in fields if field.id == fact and (not field.kinds or case.kind in field.kinds)
    ]
    return titles[0] if titles else FACTS[fact].label if fact in FACTS else fact


def _flat(words: Words | None) -> str:
    if words is None or isinstance(words, str):
        return words or ""
    return "；".join("，".join(word for word in row.values() if word) for row in words)
