"""Putting on record that a paper was signed: on which day, or by a scan of the signed sheet (CAP-90)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from desk.domain import signing as rules
from desk.domain.archiving import permit_change
from desk.domain.case import Case, Happening
from desk.domain.draft import Value
from desk.domain.errors import DeskError, NotFound
from desk.domain.signing import SIGNED, Signed
from desk.domain.system_words import reason_of
from desk.domain.viewer import Viewer
from desk.rulebook.model import Rulebook
from desk.rulebook.narrowing import narrowing
from desk.services.approvals import tell
from desk.services.cases import CaseView, show_within
from desk.services.day_cases import books
from desk.services.office import Office
from desk.services.rights import require
from desk.store import attachments, audit, case_list, cases, hands, repeated
from desk.store.case_filter import CaseFilter
from desk.store.case_list import CaseRow, Order
from desk.store.transaction import Transaction

_AT_ONCE = 100
_OLDEST = Order("newest", descending=False)


@dataclass(frozen=True, slots=True)
class ToSign:
    """A case with the signatures that its papers lack now."""

    case: CaseRow
    signatures: tuple[Signed, ...]


def sign(
    office: Office,
    viewer: Viewer,
    number: str,
    paper: str,
    names: Collection[str] = (),
    *,
    on: date | None = None,
    scan: Path | None = None,
    attachment: int = 0,
) -> CaseView:
    """Record that the case's ``paper`` bears these signatures (all that it lacks): since ``on``, or as ``scan`` shows.

    ``attachment`` is a scan that the case has already.

    Raises ``DeskError`` where neither is given, the day is to come or before the case, or nobody has to sign there.
    """
    require(viewer, "handle", "记录签字")
    data = _read(scan)
    with office.store.writing() as tx:
        case = cases.judged(tx, number, viewer)
        permit_change(office.rulebook_of(case), case)
        meant = _meant(_signatures(office, tx, case), paper, names)
        _check_day(office, case, on, seen=scan is not None or bool(attachment))
        values: dict[str, Value] = {"signed.on": on} if on else {}
        if kept := _kept(tx, viewer, case, scan, data, attachment):
            values["signed.scan"] = str(kept)
        for one in meant:
            step = f"{SIGNED}{one.paper.id}:{one.signing.id}"
            entry = Happening(step=step, at=office.now(), by=viewer.user, note=one.words, values=values)
            tell(office, tx, cases.whole(tx, case.id), entry)
        about = f"{number} {paper}: {'、'.join(one.signing.id for one in meant)}"
        audit.append(tx, audit.Act(act="sign", by=viewer.user, case_id=case.id, about=about))
        return show_within(office, viewer, tx, case.number)


def of_case(office: Office, viewer: Viewer, number: str) -> tuple[Signed, ...]:
    """The signatures that the case's papers must bear, with what is on record of each."""
    with office.store.reading() as tx:
        case = cases.judged(tx, number, viewer)
        return _signatures(office, tx, case)


def waiting(office: Office, viewer: Viewer, *, at_most: int = 500) -> tuple[ToSign, ...]:
    """The cases whose next steps wait for a signature, the oldest first, no more than ``at_most`` (待签)."""
    which = [one for book in books(office) for one in _asking(book)]
    with office.store.reading() as tx:
        found = sorted(set[hands.Place]().union(*(hands.meant(tx, viewer, one) for one in which)))
        whole = _read_whole(tx, viewer, [case_id for _, case_id in found])
        lacking = ((row, rules.waiting(*_asked(office, tx, case))) for row, case in whole)
        return tuple(islice((ToSign(row, missing) for row, missing in lacking if missing), at_most))


def _asking(book: Rulebook) -> Iterator[CaseFilter]:
    """The manual's cases that may lack a signature: an office has closed ones without end that never needed one."""
    for signing in (one for paper in book.papers for one in paper.signatures):
        states = frozenset(
            state for step in book.steps if step.id in signing.before for state in step.starting
        )
        if states:
            needed = narrowing(book, signing.when)
            steps = frozenset({needed.step} if needed.step else ())
            yield CaseFilter(
                rulebooks=frozenset({book.id}), states=states, with_steps=steps, facts=dict(needed.values),
                categories=needed.categories,
            )  # fmt: skip


def _read_whole(tx: Transaction, viewer: Viewer, ids: Sequence[int]) -> Iterator[tuple[CaseRow, Case]]:
    """These cases, read some at a time as long as somebody asks for more."""
    for at in range(0, len(ids), _AT_ONCE):
        which = CaseFilter(ids=frozenset(ids[at : at + _AT_ONCE]))
        rows = case_list.page(tx, viewer, which, order=_OLDEST, limit=_AT_ONCE)
        yield from zip(rows, cases.all_whole(tx, [row.id for row in rows]), strict=True)


def _signatures(office: Office, tx: Transaction, case: Case) -> tuple[Signed, ...]:
    return tuple(rules.signatures(*_asked(office, tx, case)))


def _asked(office: Office, tx: Transaction, case: Case) -> tuple[Rulebook, Case, Mapping[str, Any]]:
    rulebook = office.rulebook_of(case)
    return rulebook, case, office.facts(rulebook, case, repeated.counts(tx, rulebook, case))


def _meant(found: tuple[Signed, ...], paper: str, names: Collection[str]) -> tuple[Signed, ...]:
    there = [one for one in found if one.paper.id == paper]
    if unknown := [name for name in names if name not in {one.signing.id for one in there}]:
        listed = "、".join(f"{one.signing.id}（{one.signing.name}）" for one in there) or "没有"
        raise DeskError("no_signature", f"这份文书不须“{unknown[0]}”签字", f"须签字的：{listed}", "signature")
    meant = tuple(one for one in there if (one.signing.id in names if names else not one.is_given))
    if not meant:
        raise DeskError("no_signature", "这份文书没有还须签字的", "请看案件的待签清单", "paper")
    return meant


def _check_day(office: Office, case: Case, on: date | None, *, seen: bool) -> None:
    if on is None and not seen:
        raise DeskError("missing", "请填写签字日期，或附上签过字的扫描件", "按文书上的日期填写", "signed_on")
    if on and on > office.now().date():
        raise DeskError("future", "签字日期晚于今天", "请按文书上的日期填写", "signed_on")
    if on and on < office.zone_of(case.received_at).date():
        raise DeskError("too_early", "签字日期早于收到日期", "请按文书上的日期填写", "signed_on")


def _read(scan: Path | None) -> bytes:
    if scan is None:
        return b""
    try:
        return scan.read_bytes()
    except OSError as error:
        raise DeskError(
            "no_file", f"打不开文件“{scan}”：{reason_of(error)}", "请检查文件名和权限", "scan"
        ) from error


def _kept(
    tx: Transaction, viewer: Viewer, case: Case, scan: Path | None, data: bytes, attachment: int
) -> int:
    """The attachment that shows the signed paper; 0 for none."""
    if scan is not None:
        made = attachments.add(tx, case.id, scan.name, data, by=viewer.user, note="签过字的文书")
        about = f"{case.number} {made}"
        audit.append(tx, audit.Act(act="attach", by=viewer.user, case_id=case.id, about=about))
        return made
    if attachment and attachment not in {one.id for one in attachments.of_case(tx, case.id, viewer)}:
        raise NotFound("no_attachment", "没有找到这个附件", "请先把扫描件附到案件上", "attachment")
    return attachment
