"""A user, a case, and what the one is to the other: where each call of the rights table is tried."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import func, select, update
from tests.fixtures_office import NOON
from tests.services.test_main_job import complaint

from desk.domain.draft import Draft
from desk.domain.viewer import RIGHTS, Viewer
from desk.rulebook.accounts import Band, Penalty, Reward, ScorePart
from desk.rulebook.documents import Signing
from desk.rulebook.intake import Department
from desk.services import (
    attachments,
    conflicts,
    import_files,
    imports,
    intake,
    issued_papers,
    looks,
    notices,
    originals,
    seals,
    stepping,
    users,
)  # fmt: skip
from desk.services.office import Office
from desk.store import batches, grants, schema
from desk.store import cases as rows
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


def archived(scene: "Scene") -> bool:
    """Under a manual whose ending is its archiving the case has ended."""
    book, ending = scene.office.rulebook, ENDING[scene.kind]
    steps = [
        msgspec.structs.replace(one, effects=(*one.effects, "archive")) if one.id == ending else one
        for one in book.steps
    ]
    scene.office.rulebook = msgspec.structs.replace(book, steps=tuple(steps))
    stepping.act(scene.office, ANYBODY, scene.number, ending, ENDED_WITH[scene.kind])
    return True


def kept_here(s: "Scene") -> bool:
    """A colleague has taken an original in."""
    originals.keep(s.office, ANYBODY, s.number, "发票原件 1 张", brought_by=s.name)
    return True


def urged(s: "Scene") -> bool:
    """A colleague has set a day for an answer."""
    stepping.act(s.office, ANYBODY, s.number, "urge", {"urge.reply_by": "2026-12-01"})
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
            issued_papers.void(self.office, void, issued, "重出")
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
        stepping.act(self.office, self.mine, self.number, "amend", CHANGE[self.kind])
        return self

    def ended(self) -> "Scene":
        """The case after its end, five years ago."""
        clock, self.office.clock = self.office.clock, lambda: NOON
        stepping.act(self.office, ANYBODY, self.number, ENDING[self.kind], ENDED_WITH[self.kind])
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


def old_file(scene: Scene, person_: str = "") -> bytes:
    """An old register with one line about the person of the case, or about somebody else."""
    line = ["2026年11月20日", "来访", person_ or scene.name, "购买冰箱不制冷", "付款后三天不制冷"]
    rows = [["投诉日期", "来源", "投诉人", "标题", "投诉内容"], line]
    return "\r\n".join(",".join(row) for row in rows).encode("gb18030")


def opened(scene: Scene, person_: str = "") -> import_files.Opened:
    """The same, read."""
    data, matching = (
        old_file(scene, person_),
        import_files.Matching({"标题": "subject"}, "complaint", "window"),
    )
    return import_files.open_file(scene.office, data, "旧台账.csv", matching)


def open_to(scene: Scene, viewer: Viewer) -> int:
    """A request of this viewer's that the viewer decided alone."""
    with scene.office.store.writing() as tx:
        request = grants.ask(tx, viewer, rows.get(tx, scene.number, viewer).id, "核实")
        grants.decide(tx, viewer, request, granted=True, note="只有一人", alone=True)
    return request


def brought_in(scene: Scene, viewer: Viewer) -> int:
    """A batch with one case in it."""
    checked = imports.check(scene.office, viewer, opened(scene, person()[0]))
    return imports.bring_in(scene.office, viewer, checked).batch


def broken_off(scene: Scene, viewer: Viewer) -> int:
    """A batch that this viewer began with the old register and that has nothing yet."""
    digest = hashlib.sha256(old_file(scene)).hexdigest()
    with scene.office.store.writing() as tx:
        return batches.begin(tx, name="旧台账.csv", sha256=digest, offered=1, by=viewer.user)


def put_seal(scene: Scene, office: Office) -> Any:
    """A seal on the receipt, as a manual might want it."""
    paper, book = scene.paper, office.rulebook
    bearing = tuple(msgspec.structs.replace(one, seal="收件专用章") for one in book.papers)
    office.rulebook = msgspec.structs.replace(book, papers=bearing)
    return seals.put_seal(office, scene.me, paper)


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
