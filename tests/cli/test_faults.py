"""A rulebook with a fault is refused with file, key, fault and remedy, in Chinese, on the command line."""

import json

import pytest
from tests.rulebook.faults import FAULTS, Made, untold, write

from desk.cli import main


@pytest.mark.parametrize("made", FAULTS, ids=lambda made: made.name)
def test_a_fault_is_told_with_file_key_and_remedy(made: Made, tmp_path, capsys) -> None:
    folder = write(tmp_path / "own", made)

    code = main(["rulebook", "check", str(folder), "--json"])

    document = json.loads(capsys.readouterr().out)
    problems = [" ".join(problem.values()) for problem in document["problems"]]
    assert code != 0
    assert min((untold(made, told) for told in problems), key=len) == []
