"""An older store is upgraded by the first command that opens it, which says so; the answer stays as it is."""

import json
from pathlib import Path

from sqlalchemy import text
from tests.fixtures_office import make_office

from desk.cli import main


def test_the_upgrade_of_an_older_store_tells_each_step_once_beside_the_answer(tmp_path: Path, capsys) -> None:
    office = make_office(tmp_path / "older", "R01")
    with office.store.writer.connect() as connection, connection.begin():  # as the last release left it
        connection.execute(text("DROP INDEX repeat_key_case"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))
    office.close()
    asked = ["due", "--home", str(tmp_path / "older"), "--json"]

    codes = [main(asked)]
    first = capsys.readouterr()
    codes.append(main(asked))
    second = capsys.readouterr()

    assert codes == [0, 0]
    assert [line for line in first.err.splitlines() if line] == [
        "升级资料库：抄写一份…", "升级资料库：改写表格…", "升级资料库：检查…", "升级资料库：留存原来的一份…",
    ]  # fmt: skip
    assert second.err == ""
    assert json.loads(first.out) == json.loads(second.out)
