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


def test_every_entry_of_a_wrong_type_is_told_at_once(tmp_path, capsys) -> None:
    folder = write(tmp_path / "own", FAULTS[0])
    rules = folder / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('by = ["clerk"]', 'by = "clerk"', 1)
    rules.write_text(text.replace('label = "货架"', "lable = 1", 1), encoding="utf-8")

    main(["rulebook", "check", str(folder), "--json"])

    told = [one["key"] for one in json.loads(capsys.readouterr().out)["problems"]]
    assert {"kind[0](complaint)", "field[1](shelf)", "step[0](close).by"} == set(told)
