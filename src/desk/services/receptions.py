"""The reception book: who came with what and where they were sent, in one line, with a slip that names the right office."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from uuid import UUID, uuid4

import msgspec

from desk.domain.errors import DeskError, NotFound
from desk.domain.moments import date_words
from desk.domain.reception import KINDS, LONGEST, Visit, VisitKind
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.paths import resource
from desk.rulebook.flow import Right
from desk.services.changes import Changes
from desk.services.drawn_papers import Printed
from desk.services.office import Office
from desk.services.rights import require
from desk.services.shared_forms import draw_form, shared_layout
from desk.store import audit, receptions

CHANGED = Changes(what=frozenset({"receptions"}))
_REMEMBERED = 300
"""So many latest lines are looked through for the address of a place."""


class Guide(msgspec.Struct, frozen=True):
    """A place to which visitors are sent, and what belongs there."""

    id: str
    name: str
    when: str = ""


class _Guides(msgspec.Struct, frozen=True):
    guide: tuple[Guide, ...]


@cache
def guides() -> tuple[Guide, ...]:
    """The usual places."""
    return msgspec.toml.decode(resource("guides.toml").read_bytes(), type=_Guides).guide


def note(
    office: Office,
    viewer: Viewer,
    kind: str,
    about: str,
    *,
    who: str = "",
    place: str = "",
    where: str = "",
    key: UUID | None = None,
) -> Visit:
    """Write down a visit. Raises ``DeskError`` at the field for an unknown kind, no words, or nowhere to send them to."""
    _permit(office, viewer, "register")
    visit = Visit(
        id=str(key or uuid4()), at=office.now(), by=viewer.user, kind=_kind(kind), about=about.strip()[:LONGEST],
        who=who.strip()[:LONGEST], place=_place(place.strip()), where=where.strip()[:LONGEST],
    )  # fmt: skip
    if not visit.about:
        raise DeskError("missing", "请写一句来访人问什么、说什么", "例：问营业执照怎样办", "about")
    if visit.kind == "elsewhere" and not visit.place:
        raise DeskError("missing", "请写明指引到哪里", "可以选，也可以自己写", "place")
    with office.store.writing() as tx:
        receptions.put(tx, visit)
        audit.append(tx, audit.Act(act="reception", by=viewer.user, about=visit.kind))
    return visit


def _kind(kind: str) -> VisitKind:
    found = next((id_ for id_, name in KINDS.items() if kind.strip() in (id_, name)), None)
    if found is None:
        listed = "、".join(f"{id_}（{name}）" for id_, name in KINDS.items())
        raise DeskError("bad_kind", f"没有“{kind}”这一种接待", f"可用：{listed}", "kind")
    return found


def _place(place: str) -> str:
    return next((guide.name for guide in guides() if guide.id == place), place)[:LONGEST]


def listed(office: Office, viewer: Viewer, first: date, last: date | None = None) -> tuple[Visit, ...]:
    """The lines of the days, the newest first; who came is shown to those who may see people. Raises ``Forbidden``."""
    _permit(office, viewer, "register", "handle")
    until = (last or first) + timedelta(days=1)
    with office.store.reading() as tx:
        found = receptions.between(tx, _start(office, first), _start(office, until))
    return tuple(_seen(office, viewer, visit) for visit in found)


def where_before(office: Office, viewer: Viewer, place: str) -> str:
    """The address that was last given for a place, to be given again."""
    _permit(office, viewer, "register", "handle")
    with office.store.reading() as tx:
        found = receptions.latest(tx, _REMEMBERED)
    return next((visit.where for visit in found if visit.place == _place(place) and visit.where), "")


def slip(office: Office, viewer: Viewer, id_: str) -> Printed:
    """The slip for a visitor who was sent elsewhere. Raises ``NotFound``."""
    _permit(office, viewer, "register", "handle")
    with office.store.reading() as tx:
        visit = receptions.get(tx, id_)
    if visit is None:
        raise NotFound("no_visit", "没有这一条接待记录", "请在接待记录里重新选择", "id")
    told: dict[str, Words] = {
        "visit.about": visit.about, "visit.place": visit.place, "visit.where": visit.where,
        "paper.date": date_words(visit.at.astimezone(office.zone)),
    }  # fmt: skip
    return draw_form(office, shared_layout("guide_slip"), {**office.words, **told})


def _permit(office: Office, viewer: Viewer, *rights: Right) -> None:
    """A visit is of no manual: whoever may under one of the office's manuals may."""
    if not office.may_somewhere(viewer, *rights):
        require(viewer, "register", "接待记录")


def _start(office: Office, day: date) -> datetime:
    return datetime.combine(day, time.min, office.zone)


def _seen(office: Office, viewer: Viewer, visit: Visit) -> Visit:
    who = visit.who if not visit.who or office.may_somewhere(viewer, "see_identity") else "***"
    return replace(visit, at=visit.at.astimezone(office.zone), who=who)
