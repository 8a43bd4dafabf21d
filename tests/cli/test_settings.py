"""What the office says of itself on the command line: listed, altered, refused."""

import json

import pytest
from tests.fixtures_office import make_office

from desk.cli import main


@pytest.fixture
def desk(tmp_path, capsys):
    make_office(tmp_path / "office", "R15").close()

    def run(*words):
        code = main(["settings", *words, "--home", str(tmp_path / "office"), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_masks_are_made_stronger_and_listed(desk) -> None:
    before = desk()
    desk("--set", "mask.strength=strong", "--set", "office.phone=010-1", "--as", "administrator")

    after = desk()[1]
    assert before[1]["mask.strength"] == "normal"
    assert (after["mask.strength"], after["office.phone"], after["office.code"]) == (
        "strong",
        "010-1",
        "示市监",
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--set", "mask.strength=none", "--as", "administrator"), "bad_setting"),
        (("--set", "practice=no", "--as", "administrator"), "bad_setting"),
        (("--set", "office.name=", "--as", "administrator"), "missing"),
        (("--set", "mask.strength", "--as", "administrator"), "bad_setting"),
        (("--set", "mask.strength=light", "--as", "counter"), "forbidden"),
    ],
)
def test_what_may_not_be_written_is_refused(desk, words, code) -> None:
    assert (desk(*words)[0], desk(*words)[1]["error"]["code"]) == (2, code)
    assert desk()[1]["mask.strength"] == "normal"
