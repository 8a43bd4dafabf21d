"""Users on the command line: passwords, PINs, who has left; a clock that went back is told."""

import io
import json
from datetime import timedelta

import pytest
from tests.fixtures_office import make_office
from tests.services.rights_office import PASSWORD
from tests.services.rights_scene import matter, person

from desk.cli import main
from desk.services import intake
from desk.services.office import open_office
from desk.services.setting_up import init_office
from desk.store import audit


@pytest.fixture
def desk(tmp_path, capsys, monkeypatch):
    """Runs ``desk user`` in a practice office; gives exit code and document."""
    make_office(tmp_path / "office", "R15").close()

    def run(*words, stdin=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main(["user", *words, "--home", str(tmp_path / "office"), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


def user(answer, id_):
    return next(one for one in answer[1] if one["id"] == id_)


def test_a_password_then_a_pin_are_set_and_taken_away(desk) -> None:
    desk("--password", "counter", "--as", "administrator", stdin=f"{PASSWORD}\n")
    with_pin = desk("--pin", "--as", "counter", stdin=f"{PASSWORD}\n4071\n")
    without = desk("--pin", "--as", "counter", stdin=f"{PASSWORD}\n\n")

    assert (user(with_pin, "counter")["password"], user(with_pin, "counter")["pin"]) == (True, True)
    assert user(without, "counter")["pin"] is False


def test_a_pin_without_the_password_is_refused(desk) -> None:
    code, told = desk("--pin", "--as", "counter", stdin="猜的\n4071\n")

    assert (code, told["error"]["code"]) == (2, "no_password")


def test_who_has_left_is_told_so_and_may_come_back(desk) -> None:
    left = desk("--left", "officer", "--as", "administrator")
    back = desk("--returned", "officer", "--as", "administrator")

    assert (user(left, "officer")["active"], user(back, "officer")["active"]) == (False, True)


def test_only_who_may_configure_sends_somebody_away(desk) -> None:
    code, told = desk("--left", "officer", "--as", "counter")

    assert (code, told["error"]["code"]) == (2, "forbidden")


def test_a_clock_behind_the_last_act_is_told_and_nothing_refused(tmp_path, capsys, monkeypatch) -> None:
    home = tmp_path / "real"
    office = init_office(home, rulebook="R04", name="某省行政受理大厅", password="海边的八只白鸟呀")
    office.store.clock = lambda: office.now() + timedelta(days=1)
    with office.store.writing() as tx:
        audit.append(tx, audit.Act(act="settings", by="administrator"))
    office.close()

    monkeypatch.setattr("sys.stdin", io.StringIO("海边的八只白鸟呀\n"))
    code = main(["due", "--as", "administrator", "--home", str(home)])

    assert code == 0
    assert "早于最后一次记录" in capsys.readouterr().err


def test_a_clock_that_runs_on_is_not_told(tmp_path) -> None:
    init_office(tmp_path / "real", rulebook="R04", name="某省行政受理大厅").close()
    office = open_office(tmp_path / "real")

    assert office.clock_trouble == ""
    office.close()


def test_all_work_of_who_leaves_is_handed_on_in_one_command(desk, tmp_path) -> None:
    office = open_office(tmp_path / "office")
    number = intake.register(
        office, office.viewer("counter"), matter(office, "complaint", *person())
    ).case.number
    office.close()

    code, told = desk(
        "--left", "counter", "--hand-on", "counter", "officer", "--note", "调离", "--as", "administrator"
    )
    again = desk("--hand-on", "counter", "officer", "--note", "调离", "--as", "administrator")

    assert (code, told["passed"], told["held_back"]) == (0, [number], [])
    assert (again[0], again[1]["error"]["code"]) == (2, "nothing")
    assert user(desk("--as", "administrator"), "counter")["active"] is False
