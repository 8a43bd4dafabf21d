"""How each service that shows a case or its parts is asked, and what came of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
import pypdfium2
from sqlalchemy import update
from tests.fixtures_office import NOON
from tests.services.rights_scene import (
    ANYBODY,
    DAY,
    STEP,
    Scene,
    alone,
    kept_here,
    open_to,
    opened,
    signed,
)

from desk.rulebook.accounts import Indicator
from desk.services import (
    attachments,
    case_acts,
    case_file,
    cases,
    conflicts,
    contact_changes,
    contacts,
    deliveries,
    dispatches,
    figures_by_case,
    handover_proposal,
    handovers,
    imports,
    incidents,
    issued_papers,
    joined,
    links,
    looks,
    manuals,
    notices,
    original_papers,
    originals,
    outlook,
    paper_codes,
    paper_words,
    searching,
    shared_forms,
    signing,
    speaking,
    stepping,
    today,
    undo,
)  # fmt: skip
from desk.store import cases as rows
from desk.store import schema
from desk.store import users as staff
from desk.store.case_filter import CaseFilter


def on_the_day(scene: Scene) -> Any:
    """What the day's page says of the case, a paper of which was never printed."""
    assert scene.paper
    return scene.view(line for part in today.today(scene.office, scene.me).parts for line in part.lines)


def sent(scene: Scene) -> Any:
    """The sheet of the case, sent to a department."""
    stepping.act(scene.office, ANYBODY, scene.number, "assign", {"department": "本单位"})
    return scene.view(dispatches.sheets(scene.office, scene.me))


def left(scene: Scene) -> Any:
    """The case of somebody who works here no more."""
    taker, office = scene.taker.user, scene.office
    clerk = schema.clerk
    with office.store.writing() as tx:
        if taker not in {user.id for user in staff.everyone(tx)}:
            staff.add(tx, staff.User(id=taker, name="同事", role="head"))
        tx.connection.execute(update(clerk).where(clerk.c.id == taker).values(active=False))
    office.forget_users()
    try:
        return scene.view(dispatches.left_behind(office, scene.me))
    finally:
        with office.store.writing() as tx:
            tx.connection.execute(update(clerk).where(clerk.c.id == taker).values(active=True))
        office.forget_users()


def in_hands(scene: Scene) -> bool:
    """Whether the case is among those that lie with who took it in."""
    taker = staff.User(id=scene.taker.user, name="同事", role="head")
    with scene.office.store.reading() as tx:
        found = dispatches.in_hands_within(scene.office, scene.me, tx, (taker,))
        return any(case.number == scene.number for case in rows.all_whole(tx, found))


def untold(scene: Scene) -> Any:
    """The case two days later, of which nobody has told the complainant anything."""
    clock, scene.office.clock = scene.office.clock, lambda: NOON + timedelta(days=2)
    try:
        return scene.view(contacts.silent(scene.office, scene.me, 1))
    finally:
        scene.office.clock = clock


def untold_by_the_manual(scene: Scene) -> Any:
    """The same under a manual that says how often."""
    book = scene.office.rulebook
    clock, scene.office.clock = scene.office.clock, lambda: NOON + timedelta(days=2)
    scene.office.rulebook = msgspec.structs.replace(book, update_every="1d")
    try:
        return scene.view(contacts.overdue_updates(scene.office, scene.me))
    finally:
        scene.office.clock, scene.office.rulebook = clock, book


def spoken(scene: Scene) -> Any:
    """What is known of a talk with the person."""
    contacts.log(scene.office, ANYBODY, scene.number, means="电话", content="谈过一次", person=scene.name)
    return contacts.of_case(scene.office, scene.me, scene.number)


def readable(scene: Scene) -> bool:
    """Whether papers of the case may be read as they are."""
    with scene.office.store.reading() as tx:
        case = rows.get(tx, scene.number, scene.me)
        paper = scene.office.rulebook.paper("receipt")
        return paper_words.may_read(scene.office, scene.me, tx, case, paper)


def warned(scene: Scene) -> bool:
    """Whether answers to a step on the case are judged."""
    with scene.office.store.reading() as tx:
        case = rows.get(tx, scene.number, scene.me)
    return stepping.warnings_of(scene.office, scene.me, case, *STEP[scene.kind]) == ()


def figured_by_case(scene: Scene) -> bool:
    """The same, counted case by case."""
    office, book = scene.office, scene.office.rulebook
    every = Indicator(id="every", name="全部", period="any", base='kind == "complaint" or kind == "report"')
    office.rulebook = msgspec.structs.replace(book, indicators=(every,))
    try:
        [found] = figures_by_case.by_case(office, scene.me, DAY - timedelta(days=1), DAY).indicators
    finally:
        office.rulebook = book
    return scene.number in found.base


def documents(scene: Scene) -> object:
    """The words of a form, as they would be printed."""
    with scene.office.store.reading() as tx:
        view = cases.show_within(scene.office, scene.me, tx, scene.number)
        paper = scene.office.rulebook.paper("complaint_form" if scene.kind == "complaint" else "report_form")
        return paper_words.documents(scene.office, scene.me, tx, view, paper, {}, "")


def shown(scene: Scene) -> object:
    """A view made of what the store gives this user."""
    with scene.office.store.reading() as tx:
        seen = rows.get(tx, scene.number, scene.me)
        return cases.shown(scene.office, scene.me, tx, seen, rows.whole(tx, seen.id))


def as_papers_tell(scene: Scene) -> object:
    """The view from which papers are made."""
    with scene.office.store.reading() as tx:
        return joined.view_within(scene.office, scene.me, tx, scene.number)


def show_within(scene: Scene) -> object:
    """The case in an open transaction."""
    with scene.office.store.reading() as tx:
        return cases.show_within(scene.office, scene.me, tx, scene.number)


def scanned(scene: Scene) -> bool:
    """Whether the square code of the case's form is known."""
    with scene.office.store.reading() as tx:
        code = paper_codes.code_of(tx, scene.number)
    return paper_codes.check(scene.office, scene.me, code).kind == "ours"


def related(scene: Scene) -> bool:
    """Whether the partner of the case is told of it."""
    links.link(scene.office, ANYBODY, scene.partner, scene.number, "same_event")
    return any(one.number == scene.number for one in links.related(scene.office, scene.me, scene.partner))


def compared(scene: Scene) -> bool:
    """Whether the case is among those that stay under the present manual."""
    whole = manuals.compare(scene.office, ANYBODY, scene.office.rulebook).open_cases
    return manuals.compare(scene.office, scene.me, scene.office.rulebook).open_cases == whole


def told_of(scene: Scene) -> bool:
    """Whether the line about the case stands in a colleague's note."""
    handovers.leave_note(scene.office, ANYBODY, f"别的事\n{scene.number} 来电")
    return any(scene.number in one.said["note"] for one in handovers.listed(scene.office, scene.me))


def told_of_on_paper(scene: Scene) -> bool:
    """Whether the paper of a hand-over names the case."""
    number = scene.number
    made = handovers.hand_over(
        scene.office, ANYBODY, {"seal": f"{number} 回执"}, taker="administrator", password=""
    )
    paper = pypdfium2.PdfDocument(handovers.paper(scene.office, scene.me, made.id).data)
    said = "".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    return number in said


def happened(scene: Scene, *, all_: bool = False) -> bool:
    """Whether an incident of the case that a colleague put on record is seen."""
    incidents.record(scene.office, ANYBODY, "拍打柜台", number=scene.number)
    if all_:
        return scene.number in {one.number for one in incidents.listed(scene.office, scene.me)}
    return bool(incidents.of_case(scene.office, scene.me, scene.number))


def new_phone(scene: Scene) -> bool:
    """Whether the old phone is seen in full after a colleague put a new one on record."""
    given = {"complainant.phone": f"137{int(scene.phone) % 10**8:08}"}
    contact_changes.change(scene.office, ANYBODY, scene.number, given, reason="换号")
    return scene.phone in {one.old for one in contact_changes.former(scene.office, scene.me, scene.number)}


def known(scene: Scene) -> bool:
    """Whether the dry run of an import knows the case again."""
    found = imports.check(scene.office, scene.me, opened(scene))
    return scene.number in str(found.duplicates)


LOOKING: dict[str, Callable[[Scene], Any]] = {
    "cases.page": lambda s: cases.page(s.office, s.me, CaseFilter(ids=frozenset({s.id}))),
    "cases.count": lambda s: cases.count(s.office, s.me, CaseFilter(ids=frozenset({s.id}))).n == 1,
    "cases.show": lambda s: cases.show(s.office, s.me, s.number),
    "cases.show_within": show_within,
    "cases.shown": shown,
    "joined.view_within": as_papers_tell,
    "stepping.warnings_of": warned,
    "today.today": on_the_day,
    "contacts.of_case": spoken,
    "originals.lying": lambda s: (
        kept_here(s) and s.number in {one.number for one in originals.lying(s.office, s.me)}
    ),
    "contacts.silent": untold,
    "contacts.overdue_updates": untold_by_the_manual,
    "dispatches.sheets": sent,
    "dispatches.left_behind": left,
    "dispatches.in_hands_within": in_hands,
    "cases.due": lambda s: s.view(cases.due(s.office, s.me, "90wd")),
    "searching.find": lambda s: searching.find(s.office, s.me, s.name).rows,
    "outlook.similar": lambda s: s.view(outlook.similar(s.office, s.me, s.draft())),
    "outlook.of": lambda s: s.view(outlook.of(s.office, s.me, s.draft()).similar),
    "attachments.attached": lambda s: s.file and attachments.attached(s.office, s.me, s.number) != (),
    "attachments.contents": lambda s: attachments.contents(s.office, s.me, s.file),
    "case_file.bound": lambda s: case_file.bound(s.office, s.me, s.number).pages == 0,
    "case_file.is_open": lambda s: case_file.is_open(s.office, s.me, cases.show(s.office, s.me, s.number)),
    "links.related": related,
    "case_acts.offered": lambda s: (
        "retime" in case_acts.offered(s.office, s.me, cases.show(s.office, s.me, s.number))
    ),
    "undo.offered": lambda s: bool(undo.offered(s.office, s.me, s.stepped().number)),
    "conflicts.listed": lambda s: bool(conflicts.listed(s.office, s.me, s.number if s.outsider else "")),
    "looks.standing": lambda s: looks.standing(s.office, s.me, s.number),
    "looks.is_open": lambda s: bool(open_to(s, s.me)) and looks.is_open(s.office, s.me, s.number),
    "looks.record": lambda s: s.request and s.number in {one.number for one in looks.record(s.office, s.me)},
    "looks.waiting": lambda s: s.request in {one.id for one in looks.waiting(s.office, s.me)},
    "looks.look": lambda s: looks.look(s.office, s.me, s.number),
    "notices.offers": lambda s: bool(notices.offers(s.office, s.me, s.number)),
    "notices.preview": lambda s: notices.preview(s.office, s.me, s.number, "receipt").data,
    "issued_papers.reprint": lambda s: issued_papers.reprint(s.office, s.me, s.paper).data,
    "issued_papers.latest": lambda s: bool(
        s.paper and issued_papers.latest(s.office, s.me, s.number, "receipt")
    ),
    "issued_papers.unprinted": lambda s: (
        s.paper in {row.id for row in issued_papers.unprinted(s.office, s.me)}
    ),
    "speaking.said": lambda s: bool(speaking.said(s.office, s.me, s.number, "accept")),
    "signing.of_case": alone(signed(lambda s, office: bool(signing.of_case(office, s.me, s.number)))),
    "signing.waiting": alone(
        signed(lambda s, office: s.number in {one.case.number for one in signing.waiting(office, s.me)})
    ),
    "original_papers.receipt": lambda s: (
        kept_here(s) and original_papers.receipt(s.office, s.me, s.number).data
    ),
    "deliveries.receipt": lambda s: deliveries.receipt(s.office, s.me, s.paper).data,
    "imports.check": known,
    "paper_codes.check": scanned,
    "paper_words.documents": documents,
    "paper_words.may_read": readable,
    "shared_forms.of_case": lambda s: (
        shared_forms.of_case(s.office, s.me, s.number, "power_of_attorney").data
    ),
    "figures_by_case.by_case": figured_by_case,
    "manuals.compare": compared,
    "handovers.listed": told_of,
    "handovers.paper": told_of_on_paper,
    "handover_proposal.proposed": lambda s: (
        bool(s.paper) and s.number in handover_proposal.proposed(s.office, s.me)["print"]
    ),
    "contact_changes.former": new_phone,
    "incidents.listed": lambda s: happened(s, all_=True),
    "incidents.of_case": happened,
}
