"""C7: more than sixty defects planted all over the program, with canaries in variables and messages: none in log, report and words.

Nothing is replaced: while an act is done, a function of ours is entered and fails there, as a mistake in its first line would.
"""

import io
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.cli.test_commands import COMPLAINT
from tests.fixtures_office import NOON, make_office
from tests.gui.pages import DeskPage, ScriptedDialogs
from tests.services.rights_scene import ANYBODY, matter
from tests.services.test_canaries import canary, found, report

import desk
from desk.cli import main
from desk.defects import LOG, describe, record
from desk.domain.case import Case
from desk.domain.draft import Draft
from desk.domain.errors import DeskError
from desk.gui.crash import report_defects
from desk.services import (
    attachments,
    cases,
    contact_changes,
    drafts,
    figures,
    import_files,
    imports,
    intake,
    links,
    looks,
    notices,
    outlook,
    registers,
    searching,
    stepping,
)
from desk.services.office import Office

SOURCE = Path(desk.__file__).parent
NAME, PHONE, NUMBER = canary(1)
Place = tuple[str, str]
"""A function of ours: its file below ``src/desk``, and its qualified name."""

LOCKS = {"store/engine.py", "store/sqlite.py", "store/failures.py"}
"""Where transactions are opened and closed: what fails between taking a lock and giving it back keeps it."""

WANTED = {"rulebook": 2, "domain": 13, "store": 12, "services": 14, "paper": 6, "sheets": 3}
"""How many functions of each room fail."""


class Planted(RuntimeError):
    """A mistake of ours."""


def place_of(frame: FrameType) -> Place | None:
    """Where a frame is, if it is a function of ours that has a name."""
    code = frame.f_code
    if "<" in code.co_qualname or not code.co_filename.startswith(str(SOURCE)):
        return None
    return code.co_filename.removeprefix(f"{SOURCE}/"), code.co_qualname


@contextmanager
def watching(enter: Callable[[Place], None]) -> Iterator[None]:
    """Tell ``enter`` of every function of ours that this thread enters."""

    def watch(frame: FrameType, event: str, _arg: object) -> None:
        if event == "call" and (place := place_of(frame)):
            enter(place)

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)


def entered(act: Callable[[], object]) -> set[Place]:
    """The functions that an act runs through."""
    seen: set[Place] = set()
    with watching(seen.add):
        act()
    return seen


@contextmanager
def planted(where: Place) -> Iterator[None]:
    """While the function there fails as soon as it is entered, with what was typed in its message."""

    def enter(place: Place) -> None:
        if place == where:
            raise Planted(f"{NAME} {PHONE} {NUMBER}")

    with watching(enter):
        yield


def spread(places: set[Place], wanted: int) -> Iterator[Place]:
    """The places in an order in which the first ``wanted`` lie far from each other."""
    ordered = sorted(places)
    step = max(1, len(ordered) // wanted)
    for offset in range(step):
        yield from ordered[offset::step]


def in_hand(error: BaseException) -> Iterator[str]:
    """What the variables on the way to the mistake hold of what was typed."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename != __file__:
            yield from (
                repr(value)
                for value in frame.f_locals.values()
                if isinstance(value, str | dict | Draft | Case)
            )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Reports by canaries, one of which is open to the officer."""
    opened = make_office(tmp_path_factory.mktemp("planted") / "office", "R15")
    for n in range(3):
        number = intake.register(opened, ANYBODY, report(opened, n)).case.number
    request = looks.ask(opened, opened.viewer("officer"), number, f"核实{NAME}")
    looks.decide(opened, opened.viewer("head"), request, granted=True)
    yield opened
    opened.close()


def acts(office: Office, folder: Path) -> list[Callable[[], object]]:
    """A day's work with canaries in every hand."""
    rows = cases.page(office, ANYBODY)
    number, other, officer = rows[0].number, rows[-1].number, office.viewer("officer")
    day = NOON.date()
    photo = folder / f"{NAME}.txt"
    photo.write_text(f"{NAME} {PHONE}", encoding="utf-8")
    old = f"投诉日期,来源,投诉人,标题,投诉内容\r\n2026年11月20日,来访,{NAME},别的事,{NAME}的经过\r\n"

    def check() -> object:
        matching = import_files.Matching({}, "report", "window")
        opened = import_files.open_file(office, old.encode("gb18030"), "旧.csv", matching)
        return imports.check(office, ANYBODY, opened)

    def book(suffix: str) -> object:
        register = office.rulebook.registers[0].id
        return registers.written(office, officer, registers.book(office, officer, register, day, day), suffix)

    def complaint() -> object:
        draft = matter(office, "complaint", NAME, PHONE)
        draft = replace(draft, values={**draft.values, "respondent.name": "从没有过的商行"})
        return outlook.of(office, ANYBODY, draft)

    return [
        lambda: intake.register(office, ANYBODY, report(office, 1), uuid4()),
        lambda: stepping.act(office, ANYBODY, number, "add_facts", {"new_facts": NAME}, note=f"{NAME}来电{PHONE}"),
        lambda: notices.issue(office, ANYBODY, number, "receipt"),
        lambda: notices.preview(office, officer, number, "report_form"),
        lambda: contact_changes.change(office, ANYBODY, number, {"complainant.phone": f"136{uuid4().int % 10**8:08}"}, reason=NAME),
        lambda: attachments.attach(office, ANYBODY, number, photo, note=NAME),
        lambda: links.link(office, ANYBODY, number, other, "repeats", note=NAME),
        lambda: drafts.keep(office, ANYBODY, uuid4(), {"complainant.name": NAME}),
        lambda: searching.find(office, officer, NAME),
        lambda: cases.show(office, officer, number),
        lambda: looks.look(office, officer, number),
        lambda: figures.figures(office, ANYBODY, day, day),
        complaint, check, *(lambda suffix=suffix: book(suffix) for suffix in (".xlsx", ".pdf", ".csv")),
    ]  # fmt: skip


def test_no_defect_in_any_room_carries_a_canary_into_log_or_report(office: Office, tmp_path: Path) -> None:
    told: list[str] = []
    shown: list[str] = []
    todo, typed = dict(WANTED), 0
    for act in acts(office, tmp_path):
        with_room: dict[str, set[Place]] = {}
        for place in (place for place in entered(act) if place[0] not in LOCKS):
            with_room.setdefault(place[0].partition("/")[0], set()).add(place)
        for room, places in with_room.items():
            share = max(1, -(-WANTED.get(room, 0) // 4))
            for place in spread(places, share):
                if todo.get(room, 0) <= 0 or share <= 0:
                    break
                try:
                    with planted(place):
                        act()
                except Planted as error:
                    record(tmp_path / LOG, error)
                    told.append(describe(error))
                    shown.append("".join(traceback.format_exception(error)))
                    typed += any(found(one) for one in in_hand(error))
                    todo[room] -= 1
                    share -= 1
                except DeskError:  # the office refused before the place was reached
                    continue

    log = (tmp_path / LOG / "defects.txt").read_text("utf-8")
    assert {room: left for room, left in todo.items() if left > 0} == {}
    assert len(told) == sum(WANTED.values()) == 50
    assert log.count("Planted") == 50
    assert found(log) == []
    assert [marks for one in told if (marks := found(one))] == []
    assert all(found(one) for one in shown)  # control: a plain traceback shows every one
    assert typed >= 25  # control: one with variables would show what was typed besides


def test_no_defect_at_the_command_line_says_what_was_typed(tmp_path: Path, capsys, monkeypatch) -> None:
    make_office(tmp_path / "office", "R15").close()
    draft = {
        **COMPLAINT,
        "values": {**COMPLAINT["values"], "complainant.name": NAME, "complainant.phone": PHONE},
    }
    words = [
        "register",
        "-",
        "--home",
        str(tmp_path / "office"),
        "--as",
        "counter",
        "--now",
        "2026-11-20T12:00",
    ]
    for place in (
        ("cli/opened.py", "opened"), ("cli/reading.py", "read_json"), ("services/intake.py", "register_all"),
        ("store/audit.py", "append"), ("domain/intake.py", "settle"),
    ):  # fmt: skip
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(draft)))
        with planted(place):
            code = main(words)
        said = capsys.readouterr()
        assert (place, code) == (place, 1)
        assert "记录号" in said.err
        assert found(said.out + said.err) == []

    log = (tmp_path / "office" / LOG / "defects.txt").read_text("utf-8")
    assert log.count("Planted") == 5
    assert found(log) == []


GUI = (
    ("gui/window_acts.py", "WindowActs.do"), ("gui/intake/page.py", "IntakePage.save"), ("gui/form.py", "Form.tidy"),
    ("gui/form.py", "Form.values"), ("gui/inputs/line.py", "Line.value"), ("gui/intake/form.py", "IntakeForm.draft"),
    ("gui/intake/form.py", "IntakeForm.show_problems"), ("gui/intake/page.py", "IntakePage.show_trouble"),
)  # fmt: skip


def test_no_defect_of_the_window_says_what_was_typed(tmp_path: Path, qtbot, monkeypatch) -> None:
    """On the windows' thread and on the lane that writes, as they reach the clerk."""
    make_office(tmp_path / "office", "R15").close()
    desk_ = DeskPage.open(qtbot, tmp_path / "office", ScriptedDialogs(), "counter")
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    report_defects(tmp_path / "office", told.append)
    desk_.intake.fill({"complainant.name": NAME, "complainant.phone": PHONE, "narrative": NAME})
    try:
        for place in GUI:
            with planted(place):
                desk_.press(Qt.Key.Key_F12)
                desk_.quiet()
        desk_.intake.fill({**COMPLAINT["values"], "complainant.name": NAME, "complainant.phone": PHONE})
        with _broken(desk_.session.office):
            desk_.press(Qt.Key.Key_F12)
            desk_.quiet()
    finally:
        desk_.close()

    log = (tmp_path / "office" / LOG / "defects.txt").read_text("utf-8")
    assert (log.count("Planted"), log.count(".IntegrityError")) == (len(GUI), 1)
    assert len(told) == len(GUI) + 1
    assert found(log) == []
    assert [one for one in told if found(one)] == []


@contextmanager
def _broken(office: Office) -> Iterator[None]:
    """While no identity can be written, so that the parameters of a statement are a canary's."""
    words = "CREATE TRIGGER broken BEFORE INSERT ON identity BEGIN SELECT RAISE(ABORT, 'broken'); END"
    with office.store.writer.connect() as connection, connection.begin():
        connection.execute(text(words))
    yield
    with office.store.writer.connect() as connection, connection.begin():
        connection.execute(text("DROP TRIGGER broken"))


@pytest.mark.parametrize("hidden", [True, False])
def test_parameters_of_a_statement_are_hidden_and_control_would_show(office: Office, hidden: bool) -> None:
    """The store's engines hide them; one that does not shows the canary."""
    assert office.store.writer.hide_parameters
    assert office.store.reader.hide_parameters
    engine = create_engine("sqlite://", hide_parameters=hidden)

    with engine.connect() as connection, pytest.raises(DBAPIError) as told:
        connection.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": NAME})

    assert bool(found(str(told.value))) is not hidden
    assert found(describe(told.value)) == []
