"""Where two people wrote the same thing: both versions side by side, so that one of them decides and nothing is lost."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desk.domain.case import Case
from desk.domain.errors import Clash, Conflict
from desk.domain.masking import is_masked
from desk.domain.moments import moment_words
from desk.domain.viewer import Viewer
from desk.domain.words import Words, category_words
from desk.rulebook.facts import FACTS
from desk.rulebook.model import Rulebook
from desk.store import cases, changes
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

_HIDDEN = "（保密，无权查看）"


class _Side(NamedTuple):
    """What one of the two wrote: its words, and the value where this viewer may take it over."""

    words: str
    value: object


def told(
    office: "Office", tx: Transaction, viewer: Viewer, conflict: Conflict, number: str, after: Case
) -> Conflict:
    """The conflict with both versions: what stands in the case now as the viewer may see it, and what ``after`` wanted."""
    seen = cases.get(tx, number, viewer)
    book = office.rulebook_of(seen)
    theirs, mine = (office.words_of(book, case) for case in (seen, after))

    def clash(field: str) -> Clash:
        by, at = changes.last_change(tx, seen.id, field) or (seen.first_receiver, seen.registered_at)
        if found := _about(book, seen, field):
            title, here = found
            _, wanted = _about(book, after, field) or found
            return Clash(field, title, here.words, wanted.words, office.user_name(by), at, here.value)
        value = seen.values.get(field)
        hidden = field not in seen.values or is_masked(str(value))
        said = _flat(theirs.get(field)) or _HIDDEN
        return Clash(
            field, _title(office, seen, field), said, _flat(mine.get(field)), office.user_name(by), at,
            None if hidden else value,
        )  # fmt: skip

    return conflict.told(tuple(clash(field) for field in conflict.fields), seen.version)


def _about(book: Rulebook, case: Case, field: str) -> tuple[str, _Side] | None:
    """What is no fact but can be written by two people: what the case is, and the moments of its steps."""
    if field == changes.KIND:
        return "类型", _Side(book.kind(case.kind).name, case.kind)
    if field == changes.CATEGORY:
        return "类别", _Side(category_words(book, case.category) or "未选", case.category)
    if not field.startswith(changes.TIME):
        return None
    step = field.removeprefix(changes.TIME)
    names = {"received": "收到", **{one.id: one.name for one in book.steps}}
    at = _moment(case, step)
    return f"“{names.get(step, step)}”的时间", _Side(moment_words(at) if at else "（已撤销）", at)


def _moment(case: Case, step: str) -> datetime | None:
    if step == "received":
        return case.received_at
    return next(
        (entry.at for entry in reversed(case.timeline) if entry.step == step and not entry.undone), None
    )


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
