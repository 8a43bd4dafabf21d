"""Several computers on one server: a login and a folder for each by command; one that is lost is shut out alone."""

import json

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError
from tests.fixtures_office import make_office
from tests.fixtures_store import postgres_server  # noqa: F401
from tests.services.rights_scene import ANYBODY, matter, person

from desk.cli import main
from desk.services import intake, notices, searching
from desk.services.office import ADDRESS_FILE, open_office
from desk.store import keys

pytestmark = pytest.mark.postgres


@pytest.fixture
def desk(tmp_path, capsys, postgres_server):  # noqa: F811
    """Runs ``desk server`` in an office on a server; gives exit code and document."""
    url = postgres_server.database()
    office = make_office(tmp_path / "office", "R15", url)
    office.close()

    def run(*words, as_="administrator"):
        code = main(["server", *words, "--home", str(tmp_path / "office"), "--as", as_, "--json"])
        return code, json.loads(capsys.readouterr().out)

    yield run
    run("--remove", "desk_two")
    postgres_server.drop(url)


def test_a_second_computer_begins_with_its_folder_and_is_shut_out_when_it_is_lost(desk, tmp_path) -> None:
    before = desk()
    desk("--add", "desk_two", "--folder", str(tmp_path / "two"))
    listed = desk()
    home = tmp_path / "two"
    recovery = (tmp_path / "office" / keys.RECOVERY_FILE).read_text("utf-8").strip().splitlines()[-1].strip()
    keys.bind_machine(home, keys.unlock(home, recovery=recovery))
    second = open_office(home)
    name, phone = person()

    number = intake.register(second, ANYBODY, matter(second, "complaint", name, phone)).case.number
    notices.issue(second, ANYBODY, number, "receipt")
    found = searching.find(second, ANYBODY, phone).rows
    with second.store.writing() as tx, pytest.raises(DBAPIError, match="permission denied"):
        tx.connection.execute(text("UPDATE audit SET by = 'somebody'"))
    second.close()
    address = make_url((home / ADDRESS_FILE).read_text("utf-8"))
    desk("--remove", "desk_two")

    assert (before, listed) == ((0, []), (0, ["desk_two"]))
    assert [row.number for row in found] == [number]
    assert (address.username, len(str(address.password)) >= 32) == ("desk_two", True)
    engine = create_engine(address.set(drivername="postgresql+psycopg"))
    with pytest.raises(DBAPIError, match="does not exist"):
        engine.connect()
    engine.dispose()


@pytest.mark.parametrize(
    ("words", "as_", "code"),
    [
        (("--add", "Desk 2", "--folder", "x"), "administrator", "bad_login"), (("--add", "desk_two"), "administrator", "missing"),
        (("--add", "desk_two", "--folder", "x"), "counter", "forbidden"), (("--remove", "app"), "administrator", "no_login"),
    ],
)  # fmt: skip
def test_what_is_no_desks_login_is_refused(desk, words, as_, code, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert desk(*words, as_=as_)[1]["error"]["code"] == code
    assert not (tmp_path / "x").exists()


def test_an_office_in_a_file_has_no_logins(tmp_path, capsys) -> None:
    make_office(tmp_path / "office", "R15").close()

    code = main(["server", "--home", str(tmp_path / "office"), "--as", "administrator", "--json"])

    assert (code, json.loads(capsys.readouterr().out)["error"]["code"]) == (2, "no_server")
