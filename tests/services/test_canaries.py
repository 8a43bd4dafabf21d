"""Canaries: two hundred sealed cases with names, numbers and phones that must turn up nowhere for whom they are not."""

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time
from types import CodeType, FrameType
from uuid import uuid4

import pytest
from sqlalchemy import text
from tests.fixtures_office import NOON, make_office
from tests.services.rights_calls import CALLS
from tests.services.rights_scene import ANYBODY, Scene, matter, said
from tests.services.rights_table import LOOKING, RELATIONS, ROLES, table

from desk.defects import LOG, describe, record
from desk.domain.errors import DeskError
from desk.domain.identity_numbers import check_digit
from desk.services import (
    attachments,
    cases,
    checks,
    deliveries,
    drafts,
    figures,
    import_files,
    imports,
    intake,
    issued_papers,
    links,
    looks,
    notices,
    outlook,
    paper_codes,
    pictures,
    refresh,
    registers,
    searching,
    shared_forms,
    stepping,
    undo,
    users,
)  # fmt: skip
from desk.services.office import Office
from desk.store import audit
from desk.store.case_filter import CaseFilter
from desk.store.case_list import Order

MARKS = ("金丝雀", "13600000", "33010219770707")
"""What every canary's name, phone and identity number holds; so does every story and every note."""

SEALED = 200
DAY = NOON.date()
UNAUTHORISED = ("counter", "mediator", "head", "supervisor", "administrator")
FIELDS = (None, "number", "subject", "matter", "name", "people", "phone")
ORDERS = ("newest", "number", "received", "due", "state", "department", "kind", "channel", "category", "level", "subject",
          "respondent")  # fmt: skip


def canary(n: int) -> tuple[str, str, str]:
    """A name, a phone and an identity number."""
    body = f"33010219770707{n % 1000:03d}"
    return f"金丝雀{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{n}", f"13600000{n:03d}", body + check_digit(body)


def report(office: Office, n: int):
    """A report by a canary, about something said of nobody."""
    name, phone, number = canary(n)
    draft = matter(office, "report", name, phone)
    return replace(draft, values={
        **draft.values, "respondent.name": f"商行{n}", "complainant.id_type": "居民身份证", "complainant.id_number": number,
        "narrative": f"我是{name}，电话{phone}", "remark": f"{name}下午再来",
    })  # fmt: skip


def found(data: bytes | str) -> list[str]:
    """The marks that stand in ``data``, in any of the encodings of this country."""
    if isinstance(data, str):
        return [mark for mark in MARKS if mark in data]
    codes = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    return [mark for mark in MARKS for code in codes if mark.encode(code) in data]


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Iterator[Office]:
    """Two hundred reports at the window, some taken further, and an ordinary complaint of the same people."""
    folder = tmp_path_factory.mktemp("canaries")
    opened = make_office(folder / "office", "R15")
    done = intake.register_all(opened, ANYBODY, [(report(opened, n), uuid4()) for n in range(SEALED)])
    numbers = [one.case.number for one in done]
    photo = folder / "金丝雀的身份证.jpg"
    photo.write_bytes("金丝雀 33010219770707".encode())
    for number in numbers[:8]:
        stepping.act(
            opened, ANYBODY, number, "add_facts", {"new_facts": "金丝雀又来说"}, note="金丝雀来电13600000001"
        )
        attachments.attach(opened, ANYBODY, number, photo, note="金丝雀本人")
        notices.issue(opened, ANYBODY, number, "receipt")
        links.link(opened, ANYBODY, number, numbers[9], "repeats", note="都是金丝雀")
    void = issued_papers.latest(opened, ANYBODY, numbers[0], "receipt").id
    issued_papers.void(opened, ANYBODY, void, "金丝雀的姓写错")
    yield opened
    opened.close()


def numbers_of(office: Office) -> list[str]:
    with office.store.reading() as tx:
        return [
            row
            for (row,) in tx.connection.execute(text("SELECT number FROM complaint WHERE sealed ORDER BY id"))
        ]


def lists(office, viewer) -> Iterator[object]:
    """Every list, sort, filter, count and search."""
    name, phone, number = canary(3)
    for by in ORDERS:
        for descending in (False, True):
            yield cases.page(office, viewer, order=Order(by, descending), limit=300)
    for asked in (name, phone, number, "金丝雀", "jsq", phone[-4:]):
        for field in FIELDS:
            hits = searching.find(office, viewer, asked, field=field)
            yield (hits.rows, [row.number for row in hits.rows if found(asked)])
            yield cases.page(office, viewer, CaseFilter(text=asked, look_in=field))
    yield cases.due(office, viewer, "90wd")
    yield issued_papers.unprinted(office, viewer)
    yield figures.figures(office, viewer, DAY, DAY)
    yield pictures.pictures(office, viewer, DAY, DAY)
    yield registers.counts(office, viewer, DAY, DAY)


def suggestions(office, viewer) -> Iterator[object]:
    """What comes up while somebody types the canary's own name and phone."""
    for n in (0, 3, 150):
        for kind in ("report", "complaint"):
            draft = matter(office, kind, *canary(n)[:2])
            draft = replace(draft, values={**draft.values, "respondent.name": "从没有过的商行"})
            found = outlook.of(office, viewer, draft)
            yield (
                outlook.similar(office, viewer, draft),
                found.similar,
                found.own,
                found.others,
                found.counted,
                found.repetitions,
                found.marks,
            )


def of_a_case(office, viewer) -> Iterator[object]:
    """One case from all sides."""
    for number in numbers_of(office)[:4]:
        yield cases.show(office, viewer, number)
        yield links.related(office, viewer, number)
        yield attachments.attached(office, viewer, number)
        yield notices.offers(office, viewer, number)
        yield notices.preview(office, viewer, number, "receipt").data
        yield notices.preview(office, viewer, number, "report_form").data
        yield shared_forms.of_case(office, viewer, number, "oral_record").data
        yield undo.offered(office, viewer, number)
    paper = next(
        row for number in numbers_of(office)[1:2] for row in cases.show(office, viewer, number).papers
    )
    yield deliveries.receipt(office, viewer, paper.id).data
    void = next(
        row for row in cases.show(office, viewer, numbers_of(office)[0]).papers if row.state == "void"
    )
    with office.store.reading() as tx:
        code = paper_codes.code_of(tx, void.number or numbers_of(office)[0])
    yield paper_codes.check(office, viewer, code)


def files(office, viewer) -> Iterator[object]:
    """Registers as table, workbook, sheet and paper."""
    for register in office.rulebook.registers:
        lines = registers.book(office, viewer, register.id, DAY, DAY)
        yield lines
        for suffix in (".xlsx", ".pdf", ".csv"):
            yield registers.written(office, viewer, lines, suffix).data


def refusals(office, viewer) -> Iterator[object]:
    """What is said where something is refused."""
    number = numbers_of(office)[1]
    with office.store.reading() as tx:
        paper = tx.connection.execute(text("SELECT max(id) FROM paper")).scalar_one()
        file = tx.connection.execute(text("SELECT max(id) FROM attachment")).scalar_one()
    tries = (
        lambda: issued_papers.reprint(office, viewer, paper).data, lambda: attachments.contents(office, viewer, file),
        lambda: looks.look(office, viewer, number), lambda: looks.ask(office, viewer, number, ""),
        lambda: links.split(office, viewer, number, "complaint", {}), lambda: undo.undo(office, viewer, number),
        lambda: stepping.act(office, viewer, number, "file_case"), lambda: stepping.act(office, viewer, number, "nonsense"),
        lambda: notices.issue(office, viewer, number, "acceptance"), lambda: cases.show(office, viewer, "举209900001"),
    )  # fmt: skip
    for one in tries:
        try:
            yield one()
        except DeskError as error:
            yield "".join(traceback.format_exception(error)) + str(error.document()) + describe(error)


def elsewhere(office, viewer) -> Iterator[object]:
    """Imports, refreshing, checks and the audit."""
    old = f"投诉日期,来源,投诉人,标题,投诉内容\r\n2026年11月20日,来访,{canary(3)[0]},别的事,别的经过\r\n"
    opened = import_files.open_file(
        office, old.encode("gb18030"), "旧.csv", import_files.Matching({}, "report", "window")
    )
    with suppress(DeskError):  # not everybody may bring registers in
        yield imports.check(office, viewer, opened).duplicates
    yield refresh.refresh(office, viewer)
    yield checks.verify(office)
    with office.store.reading() as tx:
        yield audit.records(tx, limit=2000)
        yield [tuple(map(str, row)) for row in tx.connection.execute(text("SELECT * FROM audit"))]


WAYS = (lists, suggestions, of_a_case, files, refusals, elsewhere)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("role", UNAUTHORISED)
def test_no_canary_comes_out_for_somebody_it_is_not_for(office, role, way) -> None:
    viewer = office.viewer(role)

    told = [said(one) for one in way(office, viewer)]

    assert len(told) > 0 or way is elsewhere
    assert [marks for one in told if (marks := found(one))] == []


@pytest.mark.parametrize("role", UNAUTHORISED)
def test_who_asks_for_a_canary_is_answered_as_for_somebody_who_never_came(office, role) -> None:
    viewer = office.viewer(role)
    for n in range(0, SEALED, 20):
        name, phone, number = canary(n)
        for known, unknown in ((name, "黄鹂鸟甲1"), (phone, "13500009999"), (number, "330102197806060017")):
            assert searching.find(office, viewer, known) == searching.find(office, viewer, unknown)
            assert cases.count(office, viewer, CaseFilter(text=known)) == cases.count(
                office, viewer, CaseFilter(text=unknown)
            )
        mine, strange = (
            outlook.of(
                office, viewer, replace(draft, values={**draft.values, "respondent.name": "从没有过的商行"})
            )
            for draft in (
                matter(office, "complaint", name, phone),
                matter(office, "complaint", "黄鹂鸟", "13500009999"),
            )
        )
        assert mine == strange


@pytest.mark.parametrize("way", [lists, of_a_case, files], ids=lambda way: way.__name__)
def test_control_once_the_identity_is_open_the_same_ways_find_it(office, way) -> None:
    officer, clock = office.viewer("officer"), office.clock
    for number in numbers_of(office)[:10]:
        request = looks.ask(office, officer, number, "核实线索")
        looks.decide(office, office.viewer("head"), request, granted=True)

    told = [said(one) for one in way(office, officer)]
    office.clock = lambda: NOON + timedelta(minutes=15)
    after = [said(one) for one in way(office, officer)]
    office.clock = clock

    assert any(found(one) for one in told)
    assert not any(found(one) for one in after)


# ------------------------------------------------------------------------------------------------ every service there is

TABLE = table()
SHOWN = [line.split()[0] for line in LOOKING.splitlines() if line]
"""Every service that shows anything, by the table of rights: a new one stands there, or the build fails."""


@cache
def is_service(code: CodeType) -> bool:
    """Whether this is the body of a service."""
    return f"{Path(code.co_filename).stem}.{code.co_qualname}" in TABLE


def is_ours(frame: FrameType | None) -> bool:
    """Whether the program itself asked: what services tell each other is judged, not shown."""
    return frame is not None and "/src/desk/" in frame.f_code.co_filename


OWN_WORDS = {"imports.check"}
"""What is told back is the clerk's own file."""


@contextmanager
def overheard(user: str) -> Iterator[list[object]]:
    """Whatever any service answers to this user while the block runs."""
    answers: list[object] = []

    def watch(frame: FrameType, event: str, answer: object) -> None:
        code = frame.f_code
        service = f"{Path(code.co_filename).stem}.{code.co_qualname}"
        if (
            event == "return"
            and service in TABLE
            and getattr(frame.f_locals.get("viewer"), "user", "") == user
        ):
            answers.append(answer)

    sys.setprofile(watch)
    try:
        yield answers
    finally:
        sys.setprofile(None)


def told_by(answer: object) -> str:
    """All that an answer tells, with the bytes of a paper or workbook in it."""
    data = getattr(answer, "data", b"")
    return said(answer) + (said(data) if isinstance(data, bytes) else "")


@pytest.fixture(scope="module")
def heard() -> dict[str, int]:
    """How many answers each service gave."""
    return {}


LONG = {"freezing.listed", "samples.draw", "registers.book", "registers.written", "pictures.written"}
"""They read all two hundred, several times over."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name in LONG else name for name in SHOWN]
)
def test_no_service_that_shows_anything_tells_a_canary(office, tmp_path, monkeypatch, heard, name) -> None:
    """Each is asked about a sealed case of a canary's among two hundred, by somebody whom it is not for."""
    people = count(300)
    monkeypatch.setattr("tests.services.rights_scene.person", lambda: canary(next(people))[:2])
    cells = dict(zip(ROLES, TABLE[name][RELATIONS.index("sealed")], strict=True))
    asked = [role for role in UNAUTHORISED if cells[role] != "x"] or UNAUTHORISED
    role = asked[SHOWN.index(name) % len(asked)]
    user = f"{role}_{SHOWN.index(name)}"  # somebody new: to whom one case was opened in a test before, it is open still
    users.add(office, ANYBODY, id_=user, name=f"同岗{user}", role=role)
    scene = Scene(office, user, "sealed", tmp_path)

    with overheard(user) as answers, suppress(DeskError):
        CALLS[name](scene)

    heard[name] = len(answers)
    assert name in OWN_WORDS or [marks for one in answers if (marks := found(told_by(one)))] == []


def test_control_every_one_of_them_was_overheard(heard) -> None:
    """A service whose answer nobody heard would pass unseen."""
    assert [name for name, answers in heard.items() if not answers] == []


def test_a_canary_takes_as_long_to_be_sought_as_somebody_who_never_came(office) -> None:
    """Processor time of the two side by side, the middle of many: nobody learns from the clock who reported."""
    viewer, ratios = office.viewer("counter"), []

    def spent(asked: str) -> float:
        begun = process_time()
        for _ in range(5):
            searching.find(office, viewer, asked)
        return process_time() - begun

    spent("黄鹂鸟甲1")
    for n in range(15):
        known, unknown = spent(canary(n)[0]), spent(f"黄鹂鸟{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{n}")
        ratios.append(known / unknown)

    assert 0.6 < median(ratios) < 1.6


# ------------------------------------------------------------------------------------------------ defects


@contextmanager
def broken(office: Office, table: str) -> Iterator[None]:
    """While nothing can be written to ``table``."""
    words = f"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"
    with office.store.writer.connect() as connection, connection.begin():
        connection.execute(text(words))
    try:
        yield
    finally:
        with office.store.writer.connect() as connection, connection.begin():
            connection.execute(text("DROP TRIGGER broken"))


def acts(office: Office, folder: Path) -> list:
    number, photo = numbers_of(office)[20], folder / "金丝雀.jpg"
    name = canary(1)[0]  # a traceback quotes the program's lines, so the canary must not stand in them
    photo.write_bytes(name.encode())
    n = iter(range(500, 999))
    return [
        lambda: intake.register(office, ANYBODY, report(office, next(n))),
        lambda: stepping.act(office, ANYBODY, number, "add_facts", {"new_facts": name}, note=name),
        lambda: attachments.attach(office, ANYBODY, number, photo, note=name),
        lambda: notices.issue(office, ANYBODY, number, "receipt", {}),
        lambda: drafts.keep(office, ANYBODY, uuid4(), {"complainant.name": name}),
        lambda: links.link(office, ANYBODY, number, numbers_of(office)[21], "repeats", note=name),
    ]


TABLES = ("complaint", "content", "identity", "happening", "clock", "audit", "search_text", "repeat_key", "serial",
          "paper", "paper_content", "paper_bytes", "attachment", "attachment_bytes", "draft", "link", "case_change")  # fmt: skip


def test_no_defect_carries_a_canary_into_its_words_or_its_log(office, tmp_path) -> None:
    told: list[str] = []
    for broken_table in TABLES:
        with broken(office, broken_table):
            for act in acts(office, tmp_path):
                try:
                    act()
                except Exception as error:  # noqa: BLE001 - any defect
                    record(tmp_path / LOG, error)
                    told.append("".join(traceback.format_exception(error)) + repr(error))

    log = (tmp_path / LOG / "defects.txt").read_text("utf-8")
    assert len(told) >= 20
    assert [marks for one in told if (marks := found(one))] == []
    assert "broken" not in log
    assert found(log) == []


# ------------------------------------------------------------------------------------------------ the disk

WORK = """
import os, signal, sys
from pathlib import Path
from uuid import uuid4
from tests.fixtures_office import NOON
from tests.services.rights_scene import ANYBODY, matter, said
from tests.services.test_canaries import canary, report
from desk.services import attachments, backups, drafts, intake, notices, searching, stepping
from desk.services.office import open_office

office = open_office(Path(sys.argv[1]), now=NOON)
photo = Path(sys.argv[2]) / "photo.jpg"
photo.write_bytes(canary(1)[0].encode())
for n in range(40):
    number = intake.register(office, ANYBODY, report(office, n)).case.number
    if n % 8 == 0:
        stepping.act(office, ANYBODY, number, "add_facts", {"new_facts": canary(n)[0]}, note=canary(n)[1])
        notices.issue(office, ANYBODY, number, "receipt")
        attachments.attach(office, ANYBODY, number, photo)
        drafts.keep(office, ANYBODY, uuid4(), {"complainant.name": canary(n)[0]})
        searching.find(office, ANYBODY, canary(n)[0])
backups.back_up(office, ANYBODY, Path(sys.argv[1]) / "first.backup")
photo.unlink()
with office.store.writing() as tx:
    intake.register_within(office, ANYBODY, tx, [(report(office, 41), uuid4())])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_days_work_and_a_kill_no_canary_lies_on_the_disk(tmp_path) -> None:
    make_office(tmp_path / "office", "R15").close()
    (tmp_path / "temp").mkdir()
    around = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TMPDIR": str(tmp_path / "temp"),
        "HOME": str(tmp_path),
    }

    run = subprocess.run(
        [sys.executable, "-c", WORK, str(tmp_path / "office"), str(tmp_path / "temp")],
        env=around, capture_output=True, check=False, cwd=tmp_path,
    )  # fmt: skip

    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    assert {"desk.db", "desk.db-wal", "desk.mark", "first.backup"} <= {path.name for path in left}
    assert [(path.name, marks) for path in left if (marks := found(path.read_bytes()))] == []
    assert found(run.stdout + run.stderr) == []


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_control_a_canary_in_any_encoding_is_found(code) -> None:
    assert found(b"\x00\xff" + canary(7)[0].encode(code) + b"\x00") == ["金丝雀"]
