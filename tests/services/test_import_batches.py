"""Batches that came in and batches that broke off: listed, taken back, gone on with, and never seen half."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.fixtures_office import NOON
from tests.services.test_imports import FIRST, SECOND, as_csv, brought, checked

from desk.domain.errors import DeskError
from desk.services import cases, checks, import_batches, imports, searching
from desk.services.import_files import Matching, open_file
from desk.services.imports import bring_in
from desk.services.office import Office
from desk.store import batches
from desk.store.case_filter import ALL

THIRD = ["2025-003", "2025.5.6", "来信", "李四", "13900000002", "惠民超市", "过期食品", "过期三天", "", ""]
FILE = as_csv(FIRST, SECOND, THIRD)


@pytest.fixture
def office(market_office: Office) -> Iterator[Office]:
    return market_office


def broken_off(office: Office, at: int) -> int:
    """A batch whose program ended after ``at`` lines, without a chance to tidy up."""

    class Killed(BaseException):
        pass

    def die(_what: str, _done: int, _total: int) -> bool:
        raise Killed

    whole = checked(office, FIRST, SECOND, THIRD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(imports, "AT_ONCE", at)
        patch.setattr(imports, "_give_up", lambda *_: None)
        with pytest.raises(Killed):
            bring_in(office, office.viewer("counter"), whole, die)
    return import_batches.history(office)[0].id


def test_of_a_batch_that_broke_off_nothing_is_seen_and_its_importer_is_told(office: Office) -> None:
    batch = broken_off(office, 2)

    held = import_batches.history(office)[0]
    assert (held.state, held.imported, held.offered) == ("staged", 2, 3)
    assert cases.count(office, office.viewer("head"), ALL).n == 0
    assert searching.find(office, office.viewer("head"), "冰箱不制冷").total == 0
    assert checks.verify(office).findings == ()
    office.clock = lambda: NOON + timedelta(minutes=20)  # on a server it might be under way until then
    assert [one.id for one in import_batches.broken_off(office, office.viewer("counter"))] == [batch]
    assert import_batches.broken_off(office, office.viewer("head")) == ()


def test_control_a_batch_that_was_switched_is_seen(office: Office) -> None:
    batch = broken_off(office, 2)

    with office.store.writing() as tx:
        batches.show(tx, batch, digest="", imported=2)

    assert cases.count(office, office.viewer("head"), ALL).n == 2


def test_it_goes_on_from_the_same_file_and_is_the_same_batch_as_one_in_one_piece(office: Office) -> None:
    batch, viewer = broken_off(office, 2), office.viewer("counter")

    opened = import_batches.reopened(office, viewer, batch, FILE)
    done = bring_in(office, viewer, imports.check(office, viewer, opened), batch=batch)

    assert (done.batch, done.imported) == (batch, 3)
    assert [cases.show(office, viewer, f"旧2025-00{n}").case.number for n in (1, 2, 3)] == [
        "旧2025-001", "旧2025-002", "旧2025-003",
    ]  # fmt: skip
    digest = import_batches.history(office)[0].digest
    import_batches.undo(office, viewer, batch)
    bring_in(office, viewer, checked(office, FIRST, SECOND, THIRD))
    assert import_batches.history(office)[0].digest == digest
    assert checks.verify(office).findings == ()


def test_it_is_read_again_as_it_was_matched_then(office: Office) -> None:
    viewer, swapped = office.viewer("counter"), Matching({"标题": "narrative", "投诉内容": "subject"})
    with office.store.writing() as tx:
        opened = open_file(office, FILE, "旧台账.csv", swapped)
        batch = batches.begin(tx, name=opened.name, sha256=opened.sha256, offered=3, by=viewer.user)
        import_batches.keep_matching(tx, batch, opened)

    again = import_batches.reopened(office, viewer, batch, FILE)

    assert (again.column("narrative"), again.column("subject")) == ("标题", "投诉内容")


def test_another_file_is_refused_and_nothing_is_lost(office: Office) -> None:
    batch, viewer = broken_off(office, 2), office.viewer("counter")

    with pytest.raises(DeskError, match="不是上次导入的那个文件") as told:
        import_batches.reopened(office, viewer, batch, as_csv(FIRST, SECOND))

    assert "旧台账.csv" in told.value.hint
    assert import_batches.history(office)[0].imported == 2


def test_lines_that_are_no_longer_fit_end_in_a_refusal(office: Office) -> None:
    batch, viewer = broken_off(office, 2), office.viewer("counter")
    brought(office, FIRST)

    opened = import_batches.reopened(office, viewer, batch, FILE)

    with pytest.raises(DeskError, match="对不上"):
        bring_in(office, viewer, imports.check(office, viewer, opened), batch=batch)
    assert cases.count(office, office.viewer("head"), ALL).n == 1


def test_given_up_it_is_gone_and_may_come_again(office: Office) -> None:
    batch, viewer = broken_off(office, 2), office.viewer("counter")

    import_batches.undo(office, viewer, batch)

    assert import_batches.broken_off(office, viewer) == ()
    assert brought(office, FIRST, SECOND, THIRD).imported == 3
    assert checks.verify(office).findings == ()


def test_given_up_by_another_desk_while_it_comes_in_it_ends_there(office: Office) -> None:
    viewer, whole = office.viewer("counter"), checked(office, FIRST, SECOND, THIRD)

    def give_up(_what: str, _done: int, _total: int) -> bool:
        import_batches.undo(office, viewer, import_batches.history(office)[0].id)
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(imports, "AT_ONCE", 1)
        with pytest.raises(DeskError, match="已经放弃"):
            bring_in(office, viewer, whole, give_up)

    assert cases.count(office, office.viewer("head"), ALL).n == 0
    assert checks.verify(office).findings == ()


def test_why_a_batch_cannot_be_taken_back_is_known_before_asking(office: Office) -> None:
    viewer = office.viewer("counter")
    batch = brought(office, FIRST).batch

    before = import_batches.refusal(office, viewer, batch)
    others = import_batches.refusal(office, office.viewer("supervisor"), batch)
    import_batches.undo(office, viewer, batch)
    after = import_batches.refusal(office, viewer, batch)

    assert (before, after.partition("，")[0]) == ("", f"第 {batch} 批已经撤销")
    assert "不能办理" in others


SOURCE = """
import sys
from pathlib import Path
from tests.fixtures_office import NOON
from desk.services import imports
from desk.services.import_files import open_file
from desk.services.office import open_office

imports.AT_ONCE = 1
office = open_office(Path(sys.argv[1]), now=NOON)
viewer = office.viewer("counter")
data = Path(sys.argv[2]).read_bytes()
checked = imports.check(office, viewer, open_file(office, data, "旧台账.csv"))


def wait(what, done, total):
    if what == "导入" and done:
        print("written", flush=True)
        sys.stdin.read()
    return True


imports.bring_in(office, viewer, checked, wait)
"""


@pytest.mark.slow
def test_killed_in_the_middle_nothing_is_seen_and_it_goes_on(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "旧台账.csv"
    file.write_bytes(FILE)
    office.close()
    program = subprocess.Popen(
        [sys.executable, "-c", SOURCE, str(office.home), str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stdout.readline() == b"written\n"
    os.kill(program.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    program.wait()

    held = import_batches.history(office)[0]
    viewer = office.viewer("counter")
    assert (held.state, held.sha256) == ("staged", hashlib.sha256(FILE).hexdigest())
    assert 0 < held.imported < 3
    assert cases.count(office, viewer, ALL).n == 0
    opened = import_batches.reopened(office, viewer, held.id, FILE)
    assert bring_in(office, viewer, imports.check(office, viewer, opened), batch=held.id).imported == 3
    assert checks.verify(office).findings == ()
