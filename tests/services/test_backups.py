"""A backup opens where nothing else is left, and a printed number is never given twice."""

import shutil

import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import complaint

from desk.domain.errors import DeskError, Forbidden
from desk.domain.progress import Stopped
from desk.services import backups, cases, intake
from desk.services.checks import verify
from desk.services.office import STORE_FILE, open_office
from desk.store import keys


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def register(office):
    return intake.register(office, office.viewer("counter"), complaint()).case.number


def test_after_a_restore_no_printed_number_is_given_again(office, tmp_path):
    register(office)
    backups.back_up(office, office.viewer("administrator"), tmp_path / "b.zip")
    lost = register(office)
    office.close()

    backups.restore(office.home, tmp_path / "b.zip", now=NOON)
    again = open_office(office.home, now=NOON)
    following = register(again)

    assert (lost, following) == ("投202600002", "投202600003")
    assert cases.count(again, again.viewer("counter")).n == 2
    assert verify(again).findings == ()
    again.close()


def test_on_a_new_machine_the_recovery_key_opens_the_backup(office, tmp_path):
    number = register(office)
    recovery = (office.home / keys.RECOVERY_FILE).read_text(encoding="utf-8").split()[-1]
    backups.back_up(office, office.viewer("administrator"), tmp_path / "b.zip")
    office.close()
    shutil.rmtree(office.home)

    backups.restore(tmp_path / "new", tmp_path / "b.zip", recovery=recovery, now=NOON)
    again = open_office(tmp_path / "new", now=NOON)

    assert cases.show(again, again.viewer("counter"), number).words["complainant.name"] == "欧阳𠮷"
    again.close()


def test_without_a_key_a_backup_stays_shut(office, tmp_path):
    backups.back_up(office, office.viewer("administrator"), tmp_path / "b.zip")
    office.close()
    shutil.rmtree(office.home)

    with pytest.raises(DeskError):
        backups.restore(tmp_path / "new", tmp_path / "b.zip", password="猜的", now=NOON)


def test_a_cut_off_backup_is_refused_and_the_office_stays(office, tmp_path):
    number = register(office)
    backups.back_up(office, office.viewer("administrator"), tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    office.close()

    with pytest.raises(DeskError):
        backups.restore(office.home, tmp_path / "cut.zip", now=NOON)

    again = open_office(office.home, now=NOON)
    assert cases.show(again, again.viewer("counter"), number).number == number
    again.close()


def test_what_was_there_before_is_kept_beside_whole(office, tmp_path):
    backups.back_up(office, office.viewer("administrator"), tmp_path / "b.zip")
    number = register(office)
    office.close()
    backups.restore(office.home, tmp_path / "b.zip", now=NOON)

    (office.home / STORE_FILE).unlink()
    (office.home / f"{STORE_FILE}.before-restore").rename(office.home / STORE_FILE)

    again = open_office(office.home, now=NOON)
    assert cases.show(again, again.viewer("counter"), number).number == number
    again.close()


def test_an_office_that_is_open_somewhere_is_not_replaced(office, tmp_path):
    backups.back_up(office, office.viewer("administrator"), tmp_path / "b.zip")
    number = register(office)

    with pytest.raises(DeskError) as refused:
        backups.restore(office.home, tmp_path / "b.zip", now=NOON)

    assert refused.value.code == "in_use"
    assert cases.show(office, office.viewer("counter"), number).number == number
    assert register(office) > number


def test_not_everybody_backs_up(office, tmp_path):
    with pytest.raises(Forbidden):
        backups.back_up(office, office.viewer("counter"), tmp_path / "b.zip")


@pytest.mark.postgres
def test_an_office_moves_to_a_server_with_everything(office, postgres_server):
    number = register(office)

    moved = backups.move(office, office.viewer("administrator"), postgres_server.database())

    assert cases.show(moved, moved.viewer("counter"), number).words["complainant.name"] == "欧阳𠮷"
    assert verify(moved).findings == ()
    moved.close()


def test_a_backup_tells_how_far_it_is_and_leaves_nothing_when_it_is_stopped(office, tmp_path):
    register(office)
    target, told = tmp_path / "b.zip", []

    def listen(what, done, total):
        told.append(what)
        return what != "核对编号"

    with pytest.raises(Stopped):
        backups.back_up(office, office.viewer("administrator"), target, listen)

    assert list(dict.fromkeys(told)) == ["复制", "核对数据文件", "核对审计链", "核对编号"]
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_check_tells_of_every_case_and_stops_when_told(office):
    register(office)
    told = []

    verify(office, told=lambda what, done, total: not told.append((what, done, total)))

    assert ("核对内容与检索", 1, 1) in told
    with pytest.raises(Stopped):
        verify(office, told=lambda what, done, total: (what, done) != ("核对内容与检索", 1))
