"""How each service of the rights table is asked, and what came of it: one small call for each line of the table."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pypdfium2
from openpyxl import Workbook
from sqlalchemy import func, select, update
from tests.fixtures_office import NOON
from tests.services.test_main_job import complaint
from tests.services.test_seal_images import scan

from desk.domain.draft import Draft
from desk.domain.enquiry import Said
from desk.domain.viewer import RIGHTS, Viewer
from desk.paper.blacking import Area
from desk.paths import resource
from desk.rulebook.accounts import Band, Indicator, Penalty, Reward, ScorePart, Sign
from desk.rulebook.documents import Signing
from desk.rulebook.flow import Level, Scale
from desk.rulebook.intake import Department
from desk.rulebook.timing import Duty
from desk.services import (
    approvals,
    assessments,
    attachments,
    backups,
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
    desk_books,
    dispatches,
    drafts,
    duties,
    enquiries,
    erasing,
    figures,
    freezing,
    handover_proposal,
    handovers,
    imports,
    incidents,
    intake,
    joined,
    judging,
    links,
    looks,
    manuals,
    merging,
    notices,
    office_calendar,
    outlook,
    own_registers,
    pads,
    paper_codes,
    paper_words,
    period_papers,
    pictures,
    proposals,
    receptions,
    reclassifying,
    refresh,
    registers,
    reporting,
    samples,
    seal_images,
    seal_register,
    seals,
    searching,
    settings,
    shared_forms,
    signing,
    signs,
    speaking,
    times,
    today,
    transfers,
    undo,
    urging,
    users,
    visits,
)  # fmt: skip
from desk.services.fined import fined as fined_of
from desk.services.office import Office
from desk.store import cases as rows
from desk.store import grants, schema
from desk.store import users as staff
from desk.store.case_filter import CaseFilter
from desk.store.registration import level_columns

DAY = NOON.date()
_CHARACTERS = "东南西北春夏秋冬山水风云金木火土"
_people = count()
STEP = {"complaint": ("review", {}), "report": ("add_facts", {"new_facts": "又看到一次"})}
CHANGE = {"complaint": {"subject": "冰箱和洗衣机"}, "report": {"place": "二号窗口"}}
ENDING = {"complaint": "withdraw", "report": "note_repeat"}
ENDED_WITH: dict[str, dict[str, object]] = {"complaint": {}, "report": {"earlier_number": "举202600001"}}
REFUSED = {"ground": "not_ours", "reason": "不属于本局职责", "approver": "周局", "approved_on": DAY}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f00"
    "05fe02fe0def46b80000000049454e44ae426082"
)
"""A picture of one white point."""
ANYBODY = Viewer("colleague", "同事", "head", RIGHTS)


def person() -> tuple[str, str]:
    """A name and a phone that nobody else has, of characters that every font prints."""
    n = next(_people)
    name = "".join(_CHARACTERS[n // 16**place % 16] for place in range(4))
    return f"钱{name}", f"139{n:08d}"


def matter(office: Office, kind: str, name: str, phone: str) -> Draft:
    """What a clerk types about a person of this name."""
    asked = {field.id for field in office.rulebook.fields_at("register", kind, "window")}
    values = {**complaint().values, "complainant.name": name, "complainant.phone": phone, "respondent.name": f"第{int(phone) % 10**8}商行",
              "narrative": f"{name}反映的经过" if kind == "report" else "买的冰箱不制冷", "summary": "反映一家商行",
              "complainant.id_number": None}  # fmt: skip
    kept = {fact: value for fact, value in values.items() if fact in asked and value is not None}
    return Draft(kind=kind, channel="window", received_at=office.now() - timedelta(hours=3), values=kept)


def urged(s: "Scene") -> bool:
    """A colleague has set a day for an answer."""
    cases.act(s.office, ANYBODY, s.number, "urge", {"urge.reply_by": "2026-12-01"})
    return True


def unvisited(s: "Scene") -> bool:
    """A colleague has ended the matter in a way that the manual follows with a return visit; of reports there is none."""
    if s.kind == "complaint":
        cases.act(s.office, ANYBODY, s.number, "refuse", REFUSED)
    return True


@dataclass
class Scene:
    """A user, a case, and what the one is to the other; what else a call needs is made when it asks for it."""

    office: Office
    user: str
    relation: str
    folder: Path

    def __post_init__(self) -> None:
        self.kind = "report" if self.relation == "sealed" else "complaint"
        self.name, self.phone = person()
        if (
            self.relation == "conflict"
        ):  # a user of their own, so that other scenes' counts stay what they are
            self.user = self.colleague()
        me = self.office.viewer(self.user)
        self.taker = replace(me, rights=RIGHTS, role="head") if self.relation == "own" else ANYBODY
        case = intake.register(
            self.office, self.taker, matter(self.office, self.kind, self.name, self.phone)
        ).case
        self.number, self.id = case.number, case.id
        self.me = me
        if self.relation == "conflict":
            conflicts.keep_from(self.office, ANYBODY, self.number, self.user, "被投诉人是其亲属")

    def colleague(self) -> str:
        """A user in the same role whom no other scene knows."""
        id_ = f"{self.user}_{uuid4().hex[:8]}"
        users.add(self.office, ANYBODY, id_=id_, name=f"同岗{id_[-8:]}", role=self.user)
        return id_

    @cached_property
    def outsider(self) -> str:
        """A colleague who must not know of the case."""
        id_ = f"counter_{uuid4().hex[:8]}"
        users.add(self.office, ANYBODY, id_=id_, name=f"窗口{id_[-8:]}", role="counter")
        conflicts.keep_from(self.office, ANYBODY, self.number, id_, "被投诉人是其亲属")
        return id_

    def draft(self) -> Draft:
        """A new matter of the same person against somebody else."""
        typed = matter(self.office, self.kind, self.name, self.phone)
        return replace(typed, values={**typed.values, "respondent.name": "别的商行"})

    @cached_property
    def partner(self) -> str:
        """Another case of the same kind, which everybody may know of."""
        return intake.register(self.office, ANYBODY, matter(self.office, self.kind, *person())).case.number

    @cached_property
    def levelled(self) -> str:
        """The level on which the case is put, on a scale that a manual might have."""
        with self.office.store.writing() as tx:
            levels = level_columns({"severity": "major"}, 1)
            tx.connection.execute(
                update(schema.complaint).where(schema.complaint.c.id == self.id).values(levels)
            )
        return "major"

    @cached_property
    def paper(self) -> int:
        """A receipt with the person's name, issued by a colleague at the counter."""
        taker = replace(ANYBODY, user=self.taker.user)
        issued = notices.issue(self.office, taker, self.number, "receipt").paper_id
        if self.relation == "own":  # who issued a paper may print it; here somebody else did
            void = replace(ANYBODY, user=self.taker.user)
            notices.void(self.office, void, issued, "重出")
            return notices.issue(self.office, ANYBODY, self.number, "receipt").paper_id
        return issued

    @cached_property
    def file(self) -> int:
        """An attachment that shows who the person is."""
        path = self.folder / f"{uuid4().hex}.jpg"
        path.write_bytes(f"身份证 {self.name}".encode())
        attachments.attach(self.office, ANYBODY, self.number, path)
        with self.office.store.writing() as tx:
            return (
                tx.connection.execute(
                    schema.attachment.select().order_by(schema.attachment.c.id.desc()).limit(1)
                )
                .one()
                .id
            )

    @cached_property
    def picture(self) -> int:
        """A picture of the person's."""
        attachments.attach_made(self.office, ANYBODY, self.number, "照片.png", PICTURE)
        with self.office.store.reading() as tx:
            return tx.connection.execute(select(func.max(schema.attachment.c.id))).scalar_one()

    @cached_property
    def request(self) -> int:
        """A colleague's wish to see the identity."""
        return looks.ask(self.office, ANYBODY, self.number, "核实")

    @cached_property
    def mine(self) -> Viewer:
        """Whoever took the last step: the user in the own case and in the sealed one, else a colleague."""
        if self.relation in ("own", "sealed"):
            return replace(self.me, rights=RIGHTS, role="head")
        return ANYBODY

    def stepped(self) -> "Scene":
        """The case after a harmless step."""
        cases.act(self.office, self.mine, self.number, "amend", CHANGE[self.kind])
        return self

    def ended(self) -> "Scene":
        """The case after its end, five years ago."""
        clock, self.office.clock = self.office.clock, lambda: NOON
        cases.act(self.office, ANYBODY, self.number, ENDING[self.kind], ENDED_WITH[self.kind])
        self.office.clock = clock
        return self

    def file_on_disk(self) -> Path:
        """A file to be attached."""
        path = self.folder / f"{uuid4().hex}.jpg"
        path.write_bytes(b"photo")
        return path

    def view(self, found: Any) -> Any:
        """Only what was found about this case."""
        return [one for one in found if self.number in str(one)]


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
    cases.act(scene.office, ANYBODY, scene.number, "assign", {"department": "本单位"})
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
    return cases.warnings_of(scene.office, scene.me, case, *STEP[scene.kind]) == ()


def figured(scene: Scene) -> bool:
    """Whether a figure over all cases counts the case."""
    book = scene.office.rulebook
    every = Indicator(id="every", name="全部", period="any", base='kind == "complaint" or kind == "report"')
    scene.office.rulebook = msgspec.structs.replace(book, indicators=(every,))
    try:
        [found] = figures.figures(scene.office, scene.me, DAY - timedelta(days=1), DAY).indicators
    finally:
        scene.office.rulebook = book
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


def act_within(scene: Scene) -> object:
    """A step in an open transaction."""
    with scene.office.store.writing() as tx:
        number = cases.act_within(scene.office, scene.me, tx, scene.number, *STEP[scene.kind])
        return cases.show_within(scene.office, scene.me, tx, number)


def register_within(scene: Scene) -> object:
    """A new matter in an open transaction."""
    with scene.office.store.writing() as tx:
        [done] = intake.register_within(scene.office, scene.me, tx, [(scene.draft(), uuid4())])
    return done.case


def enter_within(scene: Scene) -> object:
    """A new matter put on record in an open transaction, and then looked at."""
    with scene.office.store.writing() as tx:
        new = intake.enter_within(scene.office, scene.me, tx, scene.draft(), uuid4())
        return cases.show_within(scene.office, scene.me, tx, new.number)


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


def refreshed(scene: Scene) -> bool:
    """Whether a date that has become wrong is put right."""
    _misdate(scene)
    return scene.id in refresh.refresh(scene.office, scene.me).cases


def refreshed_in_part(scene: Scene) -> bool:
    """The same among the first cases."""
    _misdate(scene)
    return scene.id in refresh.part(scene.office, scene.me, at_once=1000).changes.cases


def _misdate(scene: Scene) -> None:
    with scene.office.store.writing() as tx:
        c = schema.clock.c
        tx.connection.execute(update(schema.clock).where(c.case_id == scene.id).values(due_at=c.due_at - 1))


def drafted(act: Callable[[Scene, Viewer, Any], Any]) -> Callable[[Scene], Any]:
    """A call about a draft that is one's own, or a colleague's."""

    def call(scene: Scene) -> Any:
        owner = scene.me if scene.relation == "own" else replace(ANYBODY, user=f"{scene.user}_colleague")
        id_ = uuid4()
        drafts.keep(scene.office, owner, id_, {"kind": scene.kind, "name": scene.name})
        return act(scene, owner, id_)

    return call


def dropped(scene: Scene, owner: Viewer, id_: Any) -> bool:
    """Whether the draft is gone."""
    drafts.drop(scene.office, scene.me, id_)
    return str(id_) not in {row.id for row in drafts.kept(scene.office, owner)}


def merged(scene: Scene) -> None:
    """The case under its partner."""
    merging.merge(scene.office, ANYBODY, scene.partner, scene.number)


def password(scene: Scene) -> object:
    """An empty password for oneself or a colleague."""
    other = "officer" if scene.user != "officer" else "head"
    return users.set_password(scene.office, scene.me, scene.user if scene.relation == "own" else other, "")


def alone(act: Callable[[Scene, Office], Any]) -> Callable[[Scene], Any]:
    """A call whose act changes the office's clock or manual: both stand as before afterwards."""

    def call(scene: Scene) -> Any:
        office, clock, book = scene.office, scene.office.clock, scene.office.rulebook
        try:
            return act(scene, office)
        finally:
            office.clock, office.rulebook = clock, book

    return call


def erasable(act: Callable[[Scene], Any]) -> Callable[[Scene, Office], Any]:
    """After five years, under a manual that has cases kept for three."""

    def call(scene: Scene, office: Office) -> Any:
        office.rulebook = msgspec.structs.replace(
            office.rulebook, secrecy=msgspec.structs.replace(office.rulebook.secrecy, retention_years="3")
        )
        scene.ended()
        office.clock = lambda: NOON + timedelta(days=5 * 366)
        return act(scene)

    return call


def ripe(scene: Scene) -> bool:
    """Whether the case stands on the destruction list."""
    return scene.number in {one.number for one in erasing.ripe(scene.office, scene.me)}


def duty(scene: Scene, office: Office) -> Any:
    """A duty that the manual might have."""
    office.rulebook = msgspec.structs.replace(
        office.rulebook, duties=(Duty(id="browse", name="浏览网站", every="day", times=99),)
    )
    return duties.mark_done(office, scene.me, "browse")


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
    """Whether the case stands on the list for the archive, under a manual whose ending is its archiving."""
    book, ending = scene.office.rulebook, ENDING[scene.kind]
    steps = [
        msgspec.structs.replace(one, effects=(*one.effects, "archive")) if one.id == ending else one
        for one in book.steps
    ]
    scene.office.rulebook = msgspec.structs.replace(book, steps=tuple(steps))
    cases.act(scene.office, ANYBODY, scene.number, ending, ENDED_WITH[scene.kind])
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


_months = count()


def next_month(scene: Scene, office: Office) -> Any:
    """A month that nobody has closed."""
    n = next(_months)
    office.clock = lambda: NOON + timedelta(days=36500)
    return freezing.freeze(office, scene.me, f"{2030 + n // 12}-{n % 12 + 1:02}")


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


def fined(scene: Scene, office: Office) -> Any:
    """A fine that people find, on a case that everybody may see."""
    _with_fines(office)
    return assessments.rule_on_fine(office, scene.me, "manners", scene.partner, "approved", 300)


def pointed(scene: Scene, office: Office) -> Any:
    """Points for a department, for a part of a bonus that the manual might have."""
    _with_fines(office)
    return assessments.give_points(office, scene.me, "bonus", "platform", "维修部", DAY, DAY, "95")


def rewarded(scene: Scene, office: Office) -> Any:
    """The bonus of a department that somebody else gave points."""
    _with_fines(office)
    assessments.give_points(office, ANYBODY, "bonus", "platform", "维修部", DAY, DAY, "95")
    return assessments.rule_on_bonus(office, scene.me, "bonus", "维修部", DAY, DAY, "approved", "补核")


def _with_fines(office: Office) -> None:
    """Rules that the manual might have."""
    clocks = [Penalty(id=one.id, name=one.name, on=one.id, amount="100") for one in office.rulebook.clocks]
    part = ScorePart(id="platform", name="评分", weight=100, by="nobody")
    band = Band(range="[0,100]", amount="200")
    office.rulebook = msgspec.structs.replace(
        office.rulebook,
        penalties=(Penalty(id="manners", name="态度", amount="300"), *clocks),
        departments=(Department(id="repair", name="维修部"),),
        rewards=(Reward(id="bonus", name="奖励", parts=(part,), bands=(band,)),),
    )


def sent_away(scene: Scene) -> str:
    """A visitor who was sent elsewhere."""
    return receptions.note(scene.office, ANYBODY, "elsewhere", "报案", place="police").id


def duty_back(scene: Scene, office: Office) -> Any:
    """What the same user has just marked, taken back."""
    duty(scene, office)
    return duties.take_back(office, scene.me, "browse")


def period_paper(scene: Scene, office: Office, write: Callable[..., Any] = period_papers.written) -> Any:
    """A paper about a period that the manual might have."""
    book = office.rulebook
    monthly = msgspec.structs.replace(book.paper("receipt"), id="monthly", period=True)
    office.rulebook = msgspec.structs.replace(book, papers=(*book.papers, monthly))
    return write(office, scene.me, "monthly", DAY, DAY)


def opened(scene: Scene, person_: str = "") -> imports.Opened:
    """An old register with one line about the person of the case, or about somebody else."""
    line = ["2026年11月20日", "来访", person_ or scene.name, "购买冰箱不制冷", "付款后三天不制冷"]
    rows = [["投诉日期", "来源", "投诉人", "标题", "投诉内容"], line]
    data = "\r\n".join(",".join(row) for row in rows).encode("gb18030")
    return imports.open_file(
        scene.office, data, "旧台账.csv", imports.Matching({"标题": "subject"}, "complaint", "window")
    )


def open_to(scene: Scene, viewer: Viewer) -> int:
    """A request of this viewer's that the viewer decided alone."""
    with scene.office.store.writing() as tx:
        request = grants.ask(tx, viewer, rows.get(tx, scene.number, viewer).id, "核实")
        grants.decide(tx, viewer, request, granted=True, note="只有一人", alone=True)
    return request


def known(scene: Scene) -> bool:
    """Whether the dry run of an import knows the case again."""
    found = imports.check(scene.office, scene.me, opened(scene))
    return scene.number in str(found.duplicates)


def brought_in(scene: Scene, viewer: Viewer) -> int:
    """A batch with one case in it."""
    checked = imports.check(scene.office, viewer, opened(scene, person()[0]))
    return imports.bring_in(scene.office, viewer, checked).batch


def settled(scene: Scene) -> object:
    """The approval of a paper that asks for one, within an open transaction."""
    with scene.office.store.writing() as tx:
        case = rows.get(tx, scene.number, scene.me)
        return approvals.settle(scene.office, scene.me, tx, case, scene.office.rulebook.paper("acceptance"))


def approved(scene: Scene) -> object:
    """The approval as the sheet on paper says it."""
    return approvals.approve(
        scene.office, scene.me, scene.number, "acceptance", approver="李局长", approved_on=DAY
    )


def proposal(scene: Scene) -> Any:
    """The manual in use, proposed again."""
    return proposals.of_switches(scene.office, ANYBODY, {})


def reported(scene: Scene, office: Office) -> Any:
    """The head told of a case on a level, as a manual might want it."""
    level = Level(id="major", name="重大", rank=1, report_to=("head",))
    scale = Scale(id="severity", name="等级", levels=(level,))
    office.rulebook = msgspec.structs.replace(office.rulebook, scales=(scale,))
    _ = scene.levelled
    return reporting.report(office, scene.me, scene.number, "head", "电话")


def put_seal(scene: Scene, office: Office) -> Any:
    """A seal on the receipt, as a manual might want it."""
    paper, book = scene.paper, office.rulebook
    bearing = tuple(msgspec.structs.replace(one, seal="收件专用章") for one in book.papers)
    office.rulebook = msgspec.structs.replace(book, papers=bearing)
    return seals.put_seal(office, scene.me, paper)


def _seal_kept(scene: Scene, office: Office) -> str:
    """The office's seal as a picture, kept by the heads."""
    seal_images.add(office, ANYBODY, "单位印章", scan(), roles=["head"])
    return "单位印章"


def seal_taken_out(scene: Scene, office: Office) -> Any:
    """The seal for a paper, with the right password: the heads' alone."""
    name = _seal_kept(scene, office)
    paper = next(one for one in office.rulebook.papers if one.seal == name)
    users.set_password(office, ANYBODY, scene.user, "口令-9")
    try:
        return seal_images.take_out(office, scene.me, paper, "口令-9")
    finally:
        users.set_password(office, ANYBODY, scene.user, "")


def seal_seen(scene: Scene, office: Office) -> Any:
    """A seal that somebody else keeps."""
    seal_images.add(
        office, ANYBODY, "单位印章", scan(), keepers=["head"] if scene.me.role != "head" else ["counter"]
    )
    return bool(seal_images.listed(office, scene.me))


def signed(act: Callable[[Scene, Office], Any]) -> Callable[[Scene, Office], Any]:
    """Under a manual whose receipt must be signed before the first steps."""

    def call(scene: Scene, office: Office) -> Any:
        book = office.rulebook
        first = book.kind(scene.kind).starts if hasattr(book.kind(scene.kind), "starts") else ""
        before = tuple(step.id for step in book.steps if not first or first in step.starting)
        signing_ = (Signing(id="holder", name="领取人签字", before=before),)
        papers = tuple(
            msgspec.structs.replace(one, signatures=signing_) if one.id == "receipt" else one
            for one in book.papers
        )
        office.rulebook = msgspec.structs.replace(book, papers=papers)
        return act(scene, office)

    return call


def moved(scene: Scene, office: Office) -> Any:
    """The whole office in another place; a copy of it goes."""
    from tests.fixtures_office import make_office

    copy = make_office(scene.folder / uuid4().hex, "R15")
    gone = backups.move(copy, scene.me, f"sqlite:///{scene.folder / uuid4().hex}.db")
    gone.close()
    return gone


CALLS: dict[str, Callable[[Scene], Any]] = {
    "cases.page": lambda s: cases.page(s.office, s.me, CaseFilter(ids=frozenset({s.id}))),
    "cases.count": lambda s: cases.count(s.office, s.me, CaseFilter(ids=frozenset({s.id}))).n == 1,
    "cases.show": lambda s: cases.show(s.office, s.me, s.number),
    "cases.show_within": show_within,
    "cases.shown": shown,
    "joined.view_within": as_papers_tell,
    "cases.warnings_of": warned,
    "today.today": on_the_day,
    "contacts.log": lambda s: contacts.log(s.office, s.me, s.number, means="电话", content="告知进展"),
    "contacts.of_case": spoken,
    "contacts.silent": untold,
    "contacts.overdue_updates": untold_by_the_manual,
    "dispatches.sheets": sent,
    "dispatches.left_behind": left,
    "cases.due": lambda s: s.view(cases.due(s.office, s.me, "90wd")),
    "cases.act": lambda s: cases.act(s.office, s.me, s.number, *STEP[s.kind]),
    "cases.act_within": act_within,
    "cases.act_all": lambda s: cases.act_all(s.office, s.me, [s.number, s.partner], *STEP[s.kind])[0],
    "searching.find": lambda s: searching.find(s.office, s.me, s.name).rows,
    "outlook.similar": lambda s: s.view(outlook.similar(s.office, s.me, s.draft())),
    "outlook.of": lambda s: s.view(outlook.of(s.office, s.me, s.draft()).similar),
    "intake.register": lambda s: intake.register(s.office, s.me, s.draft()).case,
    "intake.register_within": register_within,
    "intake.enter_within": enter_within,
    "intake.register_all": lambda s: intake.register_all(s.office, s.me, [(s.draft(), uuid4())])[0].case,
    "attachments.attach": lambda s: attachments.attach(s.office, s.me, s.number, s.file_on_disk()),
    "attachments.attach_made": lambda s: attachments.attach_made(
        s.office, s.me, s.number, "截图.png", PICTURE
    ),
    "attachments.blacken": lambda s: attachments.blacken(s.office, s.me, s.picture, [Area(0, 0, 0.5, 0.5)]),
    "attachments.attached": lambda s: s.file and attachments.attached(s.office, s.me, s.number) != (),
    "attachments.contents": lambda s: attachments.contents(s.office, s.me, s.file),
    "case_file.bound": lambda s: case_file.bound(s.office, s.me, s.number).pages == 0,
    "case_file.is_open": lambda s: case_file.is_open(s.office, s.me, cases.show(s.office, s.me, s.number)),
    "links.link": lambda s: links.link(s.office, s.me, s.number, s.partner, "repeats"),
    "links.unlink": lambda s: links.unlink(s.office, s.me, s.number, s.partner, "repeats"),
    "links.related": related,
    "links.split": lambda s: links.split(s.office, s.me, s.number, s.kind, {}),
    "merging.merge": lambda s: merging.merge(s.office, s.me, s.partner, s.number),
    "merging.unmerge": lambda s: merged(s) or merging.unmerge(s.office, s.me, s.partner, s.number),
    "case_acts.offered": lambda s: (
        "retime" in case_acts.offered(s.office, s.me, cases.show(s.office, s.me, s.number))
    ),
    "undo.offered": lambda s: bool(undo.offered(s.office, s.me, s.stepped().number)),
    "undo.undo": lambda s: undo.undo(s.office, s.me, s.stepped().number),
    "times.correct": lambda s: times.correct(
        s.office, s.me, s.number, "received", s.office.now() - timedelta(hours=4), "停电"
    ),
    "urging.answer": lambda s: urged(s) and urging.answer(s.office, s.me, s.number, "已约定上门"),
    "urging.ordered": lambda s: (
        urged(s) and s.number in {one.case for one in urging.ordered(s.office, s.me, DAY, DAY)}
    ),
    "urging.by_department": lambda s: (
        urged(s) and s.number in str(urging.by_department(s.office, s.me, DAY, DAY))
    ),
    "urging.waiting": lambda s: urged(s) and s.number in {one.case for one in urging.waiting(s.office, s.me)},
    "visits.tried": lambda s: unvisited(s) and visits.tried(s.office, s.me, s.number, "电话"),
    "conflicts.keep_from": lambda s: conflicts.keep_from(
        s.office, s.me, s.number, "administrator", "被投诉人是其亲属"
    ),
    "conflicts.lift": lambda s: conflicts.lift(s.office, s.me, s.number, s.outsider),
    "conflicts.listed": lambda s: bool(conflicts.listed(s.office, s.me, s.number if s.outsider else "")),
    "looks.ask": lambda s: looks.ask(s.office, s.me, s.number, "核实"),
    "looks.standing": lambda s: looks.standing(s.office, s.me, s.number),
    "looks.is_open": lambda s: bool(open_to(s, s.me)) and looks.is_open(s.office, s.me, s.number),
    "looks.record": lambda s: s.request and s.number in {one.number for one in looks.record(s.office, s.me)},
    "looks.close": lambda s: open_to(s, s.me) and looks.close(s.office, s.me, s.number),
    "looks.review": lambda s: looks.review(s.office, s.me, open_to(s, ANYBODY)),
    "looks.decide": lambda s: looks.decide(s.office, s.me, s.request, granted=False),
    "looks.waiting": lambda s: s.request in {one.id for one in looks.waiting(s.office, s.me)},
    "looks.look": lambda s: looks.look(s.office, s.me, s.number),
    "notices.offers": lambda s: bool(notices.offers(s.office, s.me, s.number)),
    "notices.preview": lambda s: notices.preview(s.office, s.me, s.number, "receipt").data,
    "notices.issue": lambda s: notices.issue(s.office, s.me, s.number, "receipt").data,
    "notices.reprint": lambda s: notices.reprint(s.office, s.me, s.paper).data,
    "notices.latest": lambda s: bool(s.paper and notices.latest(s.office, s.me, s.number, "receipt")),
    "notices.void": lambda s: notices.void(s.office, s.me, s.paper, "写错"),
    "notices.log_print": lambda s: notices.log_print(s.office, s.me, s.paper, "打印机", 1, reprinted=True),
    "notices.unprinted": lambda s: s.paper in {row.id for row in notices.unprinted(s.office, s.me)},
    "approvals.approve": approved,
    "approvals.settle": settled,
    "enquiries.ask": lambda s: enquiries.ask(s.office, s.me, s.number, Said("李四", "0000")),
    "reporting.report": alone(reported),
    "speaking.said": lambda s: bool(speaking.said(s.office, s.me, s.number, "accept")),
    "seals.put_seal": alone(put_seal),
    "signing.sign": alone(signed(lambda s, office: signing.sign(office, s.me, s.number, "receipt", on=DAY))),
    "signing.of_case": alone(signed(lambda s, office: bool(signing.of_case(office, s.me, s.number)))),
    "signing.waiting": alone(
        signed(lambda s, office: s.number in {one.case.number for one in signing.waiting(office, s.me)})
    ),
    "deliveries.deliver": lambda s: deliveries.deliver(s.office, s.me, s.paper, "直接送达", person="本人"),
    "deliveries.receipt": lambda s: deliveries.receipt(s.office, s.me, s.paper).data,
    "imports.check": known,
    "imports.bring_in": lambda s: brought_in(s, s.me),
    "imports.undo": lambda s: imports.undo(
        s.office, s.me, brought_in(s, s.taker if s.relation == "own" else ANYBODY)
    ),
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
    "reclassifying.reclassify": lambda s: reclassifying.reclassify(s.office, s.me, s.number, category="food"),
    "registers.book": lambda s: s.view(registers.book(s.office, s.me, "cases", DAY, DAY).words),
    "samples.draw": lambda s: s.number in str(samples.draw(s.office, s.me, DAY, DAY, count=200)),
    "registers.with_cases": lambda s: s.view(
        registers.with_cases(s.office, s.me, s.office.rulebook.register("cases"), DAY, DAY)[0].words
    ),
    "registers.counts": total,
    "registers.written": written,
    "figures.figures": figured,
    "signs.signs": alone(noticed),
    "counted.whole": lambda s: [
        one.case for one in counted.whole(s.office, s.me, CaseFilter(ids=frozenset({s.id})))
    ],
    "counted.whole_of": lambda s: [one.case for one in counted.whole_of(s.office, s.me, [s.id])],
    "counted.judged": alone(judged),
    "fined.fined": alone(found_late),
    "manuals.compare": compared,
    "erasing.ripe": alone(erasable(ripe)),
    "erasing.erase": alone(erasable(lambda s: erasing.erase(s.office, s.me, s.number, "保存期限已满"))),
    "refresh.refresh": refreshed,
    "refresh.part": refreshed_in_part,
    "drafts.keep": drafted(lambda s, _, id_: drafts.keep(s.office, s.me, id_, {"kind": s.kind})),
    "drafts.kept": drafted(lambda s, _, id_: str(id_) in {row.id for row in drafts.kept(s.office, s.me)}),
    "drafts.drop": drafted(dropped),
    "users.set_password": password,
    "receptions.note": lambda s: receptions.note(s.office, s.me, "question", "问时间"),
    "receptions.listed": lambda s: isinstance(receptions.listed(s.office, s.me, DAY), tuple),
    "receptions.where_before": lambda s: receptions.where_before(s.office, s.me, "police") == "",
    "receptions.slip": lambda s: receptions.slip(s.office, s.me, sent_away(s)).data,
    "pads.printed": lambda s: pads.printed(s.office, s.me, 1).data,
    "duties.mark_done": alone(duty),
    "assessments.listed": alone(assessed),
    "assessments.rule_on_fine": alone(fined),
    "assessments.rule_on_bonus": alone(rewarded),
    "assessments.give_points": alone(pointed),
    "duties.take_back": alone(duty_back),
    "period_papers.written": alone(period_paper),
    "period_papers.drawn": alone(lambda s, office: period_paper(s, office, period_papers.drawn).data),
    "proposals.of_switches": lambda s: bool(proposals.of_switches(s.office, s.me, {})),
    "proposals.of_source": lambda s: bool(proposals.of_source(s.office, s.me, "R15")),
    "proposals.of_version": lambda s: bool(
        proposals.of_version(s.office, s.me, "R15", s.office.rulebook.version)
    ),
    "desk_books.work_under": lambda s: desk_books.work_under(s.office, s.me, s.office.rulebook.id),
    "proposals.take": lambda s: proposals.take(s.office, s.me, proposal(s)),
    "manuals.adopt": lambda s: manuals.adopt(s.office, s.me, "R15"),
    "settings.change": lambda s: settings.change(s.office, s.me, {"office.phone": "010-1"}),
    "seal_images.add": lambda s: seal_images.add(s.office, s.me, "单位印章", scan(), roles=["head"]),
    "seal_images.entrust": lambda s: seal_images.entrust(
        s.office, s.me, _seal_kept(s, s.office), roles=["head"]
    ),
    "seal_images.remove": lambda s: seal_images.remove(s.office, s.me, _seal_kept(s, s.office)),
    "seal_images.listed": lambda s: seal_seen(s, s.office),
    "seal_images.take_out": lambda s: seal_taken_out(s, s.office),
    "users.add": lambda s: users.add(s.office, s.me, id_=uuid4().hex, name="新来", role="counter"),
    "users.join": lambda s: users.join(s.office, s.me, s.office.rulebook.role("counter")),
    "users.change": lambda s: users.change(s.office, s.me, "mediator", name="调解人员"),
    "office_calendar.set_day": lambda s: office_calendar.set_day(
        s.office, s.me, date(2030, 1, 1), works=False
    ),
    "office_calendar.set_days": lambda s: office_calendar.set_days(s.office, s.me, {date(2030, 1, 1): None}),
    "office_calendar.set_hours": lambda s: office_calendar.set_hours(
        s.office, s.me, office_calendar.hours_words(s.office)
    ),
    "office_calendar.import_year": lambda s: office_calendar.import_year(
        s.office, s.me, str(resource("calendars", "cn.toml"))
    ),
    "corrections.corrections": alone(closed(put_right)),
    "handovers.hand_over": lambda s: handovers.hand_over(
        s.office, s.me, {"note": "无"}, taker=("head" if s.me.role != "head" else "officer"), password=""
    ),
    "handovers.leave_note": lambda s: handovers.leave_note(s.office, s.me, "三点来取原件"),
    "handovers.listed": told_of,
    "handovers.paper": told_of_on_paper,
    "handover_proposal.proposed": lambda s: (
        bool(s.paper) and s.number in handover_proposal.proposed(s.office, s.me)["print"]
    ),
    "contact_changes.change": lambda s: contact_changes.change(
        s.office, s.me, s.number, {"complainant.phone": f"136{int(s.phone) % 10**8:08}"}, reason="换号"
    ),
    "contact_changes.former": new_phone,
    "incidents.record": lambda s: incidents.record(s.office, s.me, "拍打柜台", number=s.number),
    "incidents.listed": lambda s: happened(s, all_=True),
    "incidents.of_case": happened,
    "freezing.freeze": alone(next_month),
    "freezing.listed": alone(
        closed(lambda s: freezing.listed(s.office, s.me) == freezing.listed(s.office, ANYBODY))
    ),
    "freezing.months": alone(closed(as_many_lines)),
    "freezing.paper": alone(closed(closed_paper)),
    "seal_register.sealed": alone(lambda s, _office: in_seal_register(s)),
    "transfers.transferred": alone(lambda s, _office: on_the_list(s)),
    "own_registers.made": alone(closed(put_right_in_register)),
    "backups.back_up": lambda s: backups.back_up(s.office, s.me, s.folder / f"{uuid4().hex}.backup"),
    "backups.move": alone(moved),
}


def said(result: object) -> str:
    """All that a result tells, the text of papers and workbooks included."""
    if isinstance(result, bytes):
        return _read(result)
    if isinstance(result, tuple | list):
        return "\n".join(said(one) for one in result)
    text = getattr(result, "text", None)
    return f"{result!r}\n{text}"


def _read(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        import pypdfium2

        pdf = pypdfium2.PdfDocument(data)
        return (
            "".join(page.get_textpage().get_text_bounded() for page in pdf)
            .replace("\r", "")
            .replace("\n", "")
        )
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return "\n".join(book.read(name).decode("utf-8", "ignore") for name in book.namelist())
    return data.decode("utf-8", "ignore")
