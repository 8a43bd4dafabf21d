"""Taking a matter in: check what was typed, register, and say which paper is right now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from desk.domain import grading
from desk.domain.case import Case, Happening
from desk.domain.circumstances import of_draft
from desk.domain.clocks import clocks_of
from desk.domain.draft import Draft, Problem, is_named
from desk.domain.errors import DeskError
from desk.domain.intake import Settled, settle
from desk.domain.moments import OFFICE_ZONE
from desk.domain.numbering import period
from desk.domain.step_form import proposed
from desk.domain.viewer import Viewer
from desk.rulebook.base import Named
from desk.rulebook.model import Rulebook, find
from desk.services import conflicts, pads
from desk.services.cases import CaseView, show_within
from desk.services.changes import Changes
from desk.services.numbers import number_of
from desk.services.offers import Offer, at_hand
from desk.services.office import Office
from desk.services.paper_codes import letters_of
from desk.services.rights import require
from desk.store import audit, registration, repeated
from desk.store.transaction import Transaction

_DRAFT_KEYS = {"kind", "channel", "category", "station", "received_at", "values", "key"}


class BadDraft(DeskError):
    """A draft that cannot be registered yet; ``problems`` say by field what is wrong."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.code, "；".join(p.message for p in problems), first.hint, first.field)
        self.problems = problems

    def document(self) -> dict[str, Any]:
        """The refusal with all problems by field."""
        listed = [
            {"field": p.field, "code": p.code, "message": p.message, "hint": p.hint} for p in self.problems
        ]
        return {**super().document(), "problems": listed}


@dataclass(frozen=True, slots=True)
class Registered:
    """The registered case and the papers that are right at this moment."""

    case: CaseView
    offers: tuple[Offer, ...]
    changes: Changes
    code: str = ""
    """The letters by which the reporter of a sealed matter may ask how it stands; to be told at once."""


def check(office: Office, draft: Draft) -> tuple[Problem, ...]:
    """What would keep the draft from being registered, and warnings. Pure and quick."""
    return settle(office.rulebook, draft, office.now(), office.calendar).problems


def register(office: Office, viewer: Viewer, draft: Draft, key: UUID | None = None) -> Registered:
    """Register one draft. The same ``key`` again returns the case that it made before. Raises ``BadDraft``."""
    return register_all(office, viewer, [(draft, key or uuid4())])[0]


def register_all(
    office: Office, viewer: Viewer, drafts: Sequence[tuple[Draft, UUID]]
) -> tuple[Registered, ...]:
    """Register all drafts in one transaction, or none of them."""
    ready = _ready(office, viewer, drafts)
    with office.store.writing() as tx:
        done = _insert_all(office, viewer, tx, ready)
    with office.store.reading() as tx:  # other desks no longer wait while this one looks at what it has
        return tuple(_registered(office, viewer, tx, new) for new in done)


def register_within(
    office: Office, viewer: Viewer, tx: Transaction, drafts: Sequence[tuple[Draft, UUID]]
) -> tuple[Registered, ...]:
    """The same within a transaction that is already open."""
    ready = _ready(office, viewer, drafts)
    done = _insert_all(office, viewer, tx, ready)
    return tuple(_registered(office, viewer, tx, new) for new in done)


def enter_within(
    office: Office, viewer: Viewer, tx: Transaction, draft: Draft, key: UUID
) -> registration.Registered:
    """One draft put on record within an open transaction; nothing is looked up to be shown. Raises ``BadDraft``."""
    return _insert_all(office, viewer, tx, _ready(office, viewer, [(draft, key)]))[0]


def _ready(
    office: Office, viewer: Viewer, drafts: Sequence[tuple[Draft, UUID]]
) -> list[tuple[Settled, UUID]]:
    """The drafts as they may be registered. Raises ``Forbidden``, ``BadDraft``."""
    require(viewer, "register", "登记")
    settled = [(_settled(office, draft), key) for draft, key in drafts]
    for item, _ in settled:
        _permit_unnamed(office, viewer, item.draft)
    return settled


def _insert_all(
    office: Office, viewer: Viewer, tx: Transaction, settled: Sequence[tuple[Settled, UUID]]
) -> list[registration.Registered]:
    return [_insert(office, viewer, tx, item.draft, key) for item, key in settled]


def _settled(office: Office, draft: Draft) -> Settled:
    settled = settle(office.rulebook, draft, office.now(), office.calendar)
    if settled.blocking:
        raise BadDraft(settled.blocking)
    return settled


def _permit_unnamed(office: Office, viewer: Viewer, draft: Draft) -> None:
    """Where a real name is wanted, only somebody who decides takes the matter in without one (CAP-18)."""
    kind = office.rulebook.kind(draft.kind)
    unnamed = "anonymity_reason" in draft.values and "complainant.name" not in draft.values
    if kind.anonymity == "refuse" and unnamed and not viewer.may("decide"):
        name = office.rulebook.word("投诉人")
        message = f"{kind.name}须实名，没有{name}姓名的，须由有决定权的人登记"
        raise BadDraft((Problem("complainant.name", "real_name", message, "请补姓名，或交有权的人登记"),))


def _insert(
    office: Office, viewer: Viewer, tx: Transaction, draft: Draft, key: UUID
) -> registration.Registered:
    if problem := pads.taken(tx, viewer, draft.values, str(key)):
        raise BadDraft((problem,))
    case = new_case(tx, office, viewer, replace(draft, received_at=office.zone_of(draft.received_at)))
    done = registration.insert(tx, _as_stored(office, tx, case, str(key)), _numbering(office, draft.kind))
    if not done.earlier:
        fields = tuple(sorted(case.values))
        act = audit.Act(act="register", by=viewer.user, case_id=done.id, about=done.number, fields=fields)
        audit.append(tx, act)
        conflicts.keep_new_case(office, tx, viewer, done.id, case.values)
    return done


def _as_stored(office: Office, tx: Transaction, case: Case, key: str) -> registration.NewCase:
    """The new case with its clocks and with what of it is identity, as the store takes it."""
    rulebook = office.rulebook
    facts = office.facts(rulebook, case, repeated.counts(tx, rulebook, case))
    return registration.NewCase(
        key=key,
        rulebook=rulebook.id,
        rulebook_version=rulebook.version,
        kind=case.kind,
        channel=case.channel,
        category=case.category,
        station=case.station,
        state=case.state,
        levels=case.levels,
        level_rank=grading.rank(rulebook, case.levels),
        received_at=case.received_at,
        registered_at=case.registered_at,
        handed_on_at=case.handed_on_at,
        first_receiver=case.first_receiver,
        values=case.values,
        identity=rulebook.identity_fields,
        sealed=rulebook.seals(case.kind),
        anonymous=not is_named(case.values),
        timeline=case.timeline,
        clocks=clocks_of(rulebook, case, facts, office.calendar, case.registered_at),
    )


def _numbering(office: Office, kind: str) -> registration.Numbering:
    """The series of the register in which a new case of this kind gets its number today."""
    rulebook, day = office.rulebook, office.now().date()
    series = find(rulebook.series, rulebook.kind(kind).series)
    number = number_of(office, rulebook, series, day)
    return registration.Numbering(f"case:{series.id}", period(series, day), number)


def new_case(tx: Transaction, office: Office, viewer: Viewer, draft: Draft) -> Case:
    """The case that the draft becomes, on the level that its facts and what came before give it."""
    rulebook, now = office.rulebook, office.now()
    handed = draft.values.get("handed_on_at")
    case = Case(
        id=0,
        number="",
        rulebook=rulebook.id,
        rulebook_version=rulebook.version,
        kind=draft.kind,
        channel=draft.channel,
        category=draft.category,
        station=draft.station,
        state=rulebook.kind(draft.kind).starts,
        levels={},
        received_at=draft.received_at,
        registered_at=now,
        handed_on_at=handed if isinstance(handed, datetime) else None,
        first_receiver=viewer.user,
        values=draft.values,
        timeline=(Happening(step="register", at=now, by=viewer.user),),
    )
    facts = {**of_draft(rulebook, draft, office.calendar), **repeated.counts(tx, rulebook, case)}
    return replace(
        case,
        levels=grading.levels(grading.grade(rulebook, facts)),
        values={**proposed(rulebook, "register", case, facts), **draft.values},
    )


def _registered(office: Office, viewer: Viewer, tx: Transaction, new: registration.Registered) -> Registered:
    view = show_within(office, viewer, tx, new.number)
    changes = Changes(frozenset({new.id}), frozenset({"cases"}))
    code = letters_of(tx, new.number) if view.sealed else ""
    return Registered(view, at_hand(office, view, viewer, "register"), changes, code)


def from_document(office: Office, document: object) -> tuple[Draft, UUID]:
    """A draft and its key from a JSON document (``desk schema`` tells its shape). Raises ``DeskError``."""
    if not isinstance(document, Mapping):
        raise DeskError("bad_draft", "登记内容应当是一个 JSON 对象", "写法见 desk schema", "")
    unknown = sorted(set(document) - _DRAFT_KEYS)
    if unknown:
        raise DeskError(
            "unknown_field", f"不认识的项：{'、'.join(unknown)}", "写法见 desk schema", unknown[0]
        )
    values, book = document.get("values", {}), office.rulebook
    draft = Draft(
        kind=_meant(book.kinds, document.get("kind", "")),
        channel=_meant(book.channels, document.get("channel", "")),
        category=_meant(book.categories, document.get("category", "")),
        station=_meant(book.stations, document.get("station", "")),
        received_at=_received(office, document.get("received_at")),
        values=typed(office.rulebook, values),
    )
    return draft, _key(document.get("key"))


def _meant(entries: Sequence[Named], said: object) -> str:
    """The id of what was said by its id or by its name; as it was said where neither is known or two bear the name."""
    named = [entry.id for entry in entries if entry.name == said]
    return named[0] if len(named) == 1 else str(said)


def typed(rulebook: Rulebook, values: object) -> dict[str, Any]:
    """JSON values as if typed: amounts of money in yuan become text, lists become tuples. Raises ``DeskError``."""
    if not isinstance(values, Mapping):
        raise DeskError("bad_values", "填写的内容应当是一个 JSON 对象", '例：{"result": "已退款"}', "file")
    money = {entry.id for entry in rulebook.fields if entry.kind_of_value == "money"}

    def one(id_: str, value: Any) -> Any:
        if isinstance(value, list):
            return tuple(value)
        return (
            str(value)
            if id_ in money and isinstance(value, int | float) and not isinstance(value, bool)
            else value
        )

    return {id_: one(id_, value) for id_, value in values.items()}


def _received(office: Office, text: object) -> datetime:
    if text in (None, ""):
        return office.now()
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise DeskError(
            "bad_date", f"收到时间“{text}”写法不对", "请写成 2026-11-20T16:40", "received_at"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)


def _key(text: object) -> UUID:
    if not text:
        return uuid4()
    try:
        return UUID(str(text))
    except ValueError as error:
        raise DeskError(
            "bad_key", f"“{text}”不是合格的 UUID", "请用一个新的 UUID，或省略 key", "key"
        ) from error
