"""How each service that shows is asked, and what came of it."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pypdfium2
from openpyxl import Workbook
from sqlalchemy import update
from tests.fixtures_office import NOON
from tests.services.rights_scene import (
    ANYBODY,
    DAY,
    STEP,
    Scene,
    _with_fines,
    alone,
    archived,
    erasable,
    kept_here,
    open_to,
    opened,
    put_seal,
    signed,
    urged,
)

from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Indicator, Sign
from desk.services import (
    assessments,
    attachments,
    case_acts,
    case_file,
    case_listing,
    cases,
    conflicts,
    contact_changes,
    contacts,
    corrections,
    counted,
    deliveries,
    dispatches,
    erasing,
    figures,
    figures_by_case,
    freezing,
    handover_proposal,
    handovers,
    imports,
    incidents,
    issued_papers,
    joined,
    judging,
    links,
    looks,
    manuals,
    notices,
    originals,
    outlook,
    own_registers,
    paper_codes,
    paper_words,
    pictures,
    registers,
    samples,
    seal_register,
    searching,
    shared_forms,
    signing,
    signs,
    speaking,
    stepping,
    times,
    today,
    transfers,
    undo,
    urging,
)  # fmt: skip
from desk.services.fined import fined as fined_of
from desk.services.office import Office
from desk.store import cases as rows
from desk.store import schema
from desk.store import users as staff
from desk.store.case_filter import CaseFilter


def written(scene: Scene, write: Callable[..., Any] = registers.written) -> object:
    """The register as a workbook, only the line of the case."""
    lines = registers.book(scene.office, scene.me, "cases", DAY, DAY)
    if not scene.view(lines.words):
        return False

    def only(found: Any) -> Any:
        rows = [n for n, row in enumerate(found.data) if scene.number in row]
        return replace(
            found, words=tuple(found.words[n] for n in rows), data=tuple(found.data[n] for n in rows),
            outward=only(found.outward) if found.outward else None,
        )  # fmt: skip

    return write(scene.office, scene.me, only(lines), ".xlsx").data


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


def with_pictures(office: Office, viewer: Viewer, found: Any, suffix: str) -> Any:
    """The same by way of the report with pictures."""
    return pictures.written(office, viewer, found, (), suffix)


def in_template(office: Office, viewer: Viewer, found: Any, suffix: str) -> Any:
    """The same in an office's own workbook, which has the register's headings."""
    del suffix
    book, data = Workbook(), io.BytesIO()
    book.active.append([column.title for column in found.columns])
    book.save(data)
    return registers.in_template(office, viewer, found, data.getvalue(), "模板.xlsx")


def readable(scene: Scene) -> bool:
    """Whether papers of the case may be read as they are."""
    with scene.office.store.reading() as tx:
        case = rows.get(tx, scene.number, scene.me)
        paper = scene.office.rulebook.paper("receipt")
        return paper_words.may_read(scene.office, scene.me, tx, case, paper)


def total(scene: Scene) -> bool:
    """Whether the register's counts count the case."""
    everyone = registers.counts(scene.office, ANYBODY, DAY, DAY).total
    return registers.counts(scene.office, scene.me, DAY, DAY).total == everyone


def warned(scene: Scene) -> bool:
    """Whether answers to a step on the case are judged."""
    with scene.office.store.reading() as tx:
        case = rows.get(tx, scene.number, scene.me)
    return stepping.warnings_of(scene.office, scene.me, case, *STEP[scene.kind]) == ()


def figured(scene: Scene) -> bool:
    """Whether a figure over all cases counts the case, forty days later, when a colleague has seen the figures already."""
    office, book, clock = scene.office, scene.office.rulebook, scene.office.clock
    every = Indicator(id="every", name="全部", period="any", base='kind == "complaint" or kind == "report"')
    office.rulebook = msgspec.structs.replace(book, indicators=(every,))
    office.clock = lambda: NOON + timedelta(days=40)
    try:
        days = DAY - timedelta(days=1), DAY + timedelta(days=35)
        [everybody] = figures.figures(office, ANYBODY, *days).indicators
        [found] = figures.figures(office, scene.me, *days).indicators
    finally:
        office.rulebook, office.clock = book, clock
    return scene.number in found.base and len(found.base) == len(everybody.base)


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


def ripe(scene: Scene) -> bool:
    """Whether the case stands on the destruction list."""
    return scene.number in {one.number for one in erasing.ripe(scene.office, scene.me)}


def judged(scene: Scene, office: Office) -> Any:
    """The case as figures count it that need everything of it."""
    every = Indicator(id="every", name="全部", base="age_days >= 0")
    office.rulebook = msgspec.structs.replace(office.rulebook, indicators=(every,))
    which = CaseFilter(ids=frozenset({scene.id}))
    return [one.case for one in counted.judged(office, scene.me, [which])]


def noticed(scene: Scene, office: Office) -> bool:
    """Whether a sign that one matter is enough for names the case."""
    growth = Sign(id="growth", name="增长", form="growth", least=1)
    office.rulebook = msgspec.structs.replace(office.rulebook, signs=(growth,))
    return scene.number in str(signs.signs(office, scene.me, DAY - timedelta(days=1), DAY))


def closed(look: Callable[[Scene], Any]) -> Callable[[Scene, Office], Any]:
    """Forty days later, when the month of the case has been closed by a colleague."""

    def call(scene: Scene, office: Office) -> Any:
        office.clock = lambda: NOON + timedelta(days=40)
        month = f"{DAY:%Y-%m}"
        if month not in {one.month for one in freezing.listed(office, ANYBODY)}:
            freezing.freeze(office, ANYBODY, month)
        return look(scene)

    return call


def closed_paper(scene: Scene) -> Any:
    """The line of the case in the closed register."""
    made = pypdfium2.PdfDocument(freezing.paper(scene.office, scene.me, f"{DAY:%Y-%m}").data)
    said = "\n".join(page.get_textpage().get_text_range() for page in made)
    made.close()
    return [line for line in said.splitlines() if scene.number in line]


def put_right(scene: Scene) -> Any:
    """The moment of the case, put right by a colleague after its month was closed."""
    now = scene.office.now()
    times.correct(scene.office, ANYBODY, scene.number, "received", NOON - timedelta(hours=5), "停电")
    return scene.view(
        corrections.corrections(scene.office, scene.me, now - timedelta(days=1), now + timedelta(days=1))
    )


def put_right_in_register(scene: Scene) -> Any:
    """The same as a register."""
    put_right(scene)
    last = scene.office.now().date()
    return scene.view(own_registers.made(scene.office, scene.me, "corrections", DAY, last).words)


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


def on_the_list(scene: Scene) -> bool:
    """Whether the case stands on the list for the archive."""
    archived(scene)
    return scene.number in {one.number for one in transfers.transferred(scene.office, scene.me, DAY, DAY)}


def in_seal_register(scene: Scene) -> bool:
    """Whether a colleague's sealing stands in the register."""
    me, scene.me = scene.me, ANYBODY
    try:
        put_seal(scene, scene.office)
    finally:
        scene.me = me
    day = timedelta(days=1)
    return scene.number in {
        one.number for one in seal_register.sealed(scene.office, scene.me, NOON - day, NOON + day)
    }


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


def as_many_lines(scene: Scene) -> bool:
    """Whether the closed month has as many lines as for everybody else."""
    mine, everyone = (freezing.months(scene.office, who) for who in (scene.me, ANYBODY))
    return mine == everyone


def assessed(scene: Scene, office: Office) -> bool:
    """Whether fines of all cases name this one."""
    _with_fines(office)
    office.clock = lambda: NOON + timedelta(days=400)
    found = assessments.listed(office, scene.me, DAY - timedelta(days=1), DAY)
    return scene.number in {one.line.about for one in found}


def found_late(scene: Scene, office: Office) -> bool:
    """Whether the fines of all cases name this one."""
    _with_fines(office)
    office.clock = lambda: NOON + timedelta(days=400)
    return scene.number in {line.about for line in fined_of(office, scene.me, CaseFilter())}


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
    "urging.ordered": lambda s: (
        urged(s) and s.number in {one.case for one in urging.ordered(s.office, s.me, DAY, DAY)}
    ),
    "urging.by_department": lambda s: (
        urged(s) and s.number in str(urging.by_department(s.office, s.me, DAY, DAY))
    ),
    "urging.waiting": lambda s: urged(s) and s.number in {one.case for one in urging.waiting(s.office, s.me)},
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
    "deliveries.receipt": lambda s: deliveries.receipt(s.office, s.me, s.paper).data,
    "imports.check": known,
    "paper_codes.check": scanned,
    "paper_words.documents": documents,
    "paper_words.may_read": readable,
    "shared_forms.of_case": lambda s: (
        shared_forms.of_case(s.office, s.me, s.number, "power_of_attorney").data
    ),
    "judging.standings": lambda s: [
        one.case for one in judging.standings(s.office, s.me, CaseFilter(ids=frozenset({s.id})))
    ],
    "registers.in_template": lambda s: written(s, in_template),
    "case_listing.listed": lambda s: s.view(
        case_listing.listed(s.office, s.me, CaseFilter(received_from=NOON - timedelta(days=1))).words
    ),
    "pictures.pictures": lambda s: (
        s.number in str(pictures.pictures(s.office, s.me, DAY - timedelta(days=9), DAY))
    ),
    "pictures.written": lambda s: written(s, with_pictures),
    "registers.book": lambda s: s.view(registers.book(s.office, s.me, "cases", DAY, DAY).words),
    "samples.draw": lambda s: s.number in str(samples.draw(s.office, s.me, DAY, DAY, count=200)),
    "registers.with_cases": lambda s: s.view(
        registers.with_cases(s.office, s.me, s.office.rulebook.register("cases"), DAY, DAY)[0].words
    ),
    "registers.counts": total,
    "registers.written": written,
    "figures.figures": figured,
    "figures_by_case.by_case": figured_by_case,
    "signs.signs": alone(noticed),
    "counted.whole": lambda s: [
        one.case for one in counted.whole(s.office, s.me, CaseFilter(ids=frozenset({s.id})))
    ],
    "counted.whole_of": lambda s: [one.case for one in counted.whole_of(s.office, s.me, [s.id])],
    "counted.judged": alone(judged),
    "fined.fined": alone(found_late),
    "manuals.compare": compared,
    "erasing.ripe": alone(erasable(ripe)),
    "assessments.listed": alone(assessed),
    "corrections.corrections": alone(closed(put_right)),
    "handovers.listed": told_of,
    "handovers.paper": told_of_on_paper,
    "handover_proposal.proposed": lambda s: (
        bool(s.paper) and s.number in handover_proposal.proposed(s.office, s.me)["print"]
    ),
    "contact_changes.former": new_phone,
    "incidents.listed": lambda s: happened(s, all_=True),
    "incidents.of_case": happened,
    "freezing.listed": alone(
        closed(lambda s: freezing.listed(s.office, s.me) == freezing.listed(s.office, ANYBODY))
    ),
    "freezing.months": alone(closed(as_many_lines)),
    "freezing.paper": alone(closed(closed_paper)),
    "seal_register.sealed": alone(lambda s, _office: in_seal_register(s)),
    "transfers.transferred": alone(lambda s, _office: on_the_list(s)),
    "own_registers.made": alone(closed(put_right_in_register)),
}
