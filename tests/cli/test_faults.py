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


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (  # two of a wrong type
            '[[step]]\nid = "more"\nname = 5.5\nfrom = "received"\nby = "clerk"\nonce = "yes"',
            {"step[0](more).from", "step[0](more).by", "step[0](more).once"},
        ),
        ('[[kind]]\nid = "other"', {"kind[0](other) name", "kind[0](other) starts", "kind[0](other) series"}),
        (  # a mistyped key, a missing key and a wrong type
            '[[kind]]\nid = "other"\nname = "别的"\nbegins = "received"\nseries = "cases"\ncounts = "no"',
            {"kind[0](other) starts", "kind[0](other) begins", "kind[0](other).counts"},
        ),
        (  # within an entry of an entry
            '[[clock]]\nid = "c"\nname = "时"\nstarts = ["received"]\ncells = [{ limit = "1d", levels = "major" }, { levels = 1 }]',
            {"clock[0](c).cells[0].levels", "clock[0](c).cells[1].levels", "clock[0](c).cells[1] limit"},
        ),
        (
            "[survey]\nquestions = 1\ndissatisfied = 2.5\ndissatisfied_when = true",
            {"survey.questions", "survey.dissatisfied_when"},
        ),
    ],
)
def test_an_entry_with_several_faults_of_type_tells_them_all(
    entry: str, told: set[str], tmp_path, capsys
) -> None:
    """Nobody wants to repair one fault to be told of the next one in the same lines."""
    folder = write(tmp_path / "own", FAULTS[3])
    rules = folder / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('format = "1"', "format = 1")
    table = entry.partition("]")[0].strip("[")
    before, mark, after = text.partition(f"[[{table}]]")
    rules.write_text(f"{before}{entry}\n\n{mark}{after}" if mark else f"{text}\n{entry}\n", encoding="utf-8")

    main(["rulebook", "check", str(folder), "--json"])

    problems = json.loads(capsys.readouterr().out)["problems"]
    found = {problem["key"] + _named(problem["message"]) for problem in problems}
    assert found == told


def _named(words: str) -> str:
    """The key that a sentence of a whole entry speaks of: 缺少必填项“starts”."""
    return " " + words.partition("“")[2].partition("”")[0] if "项“" in words else ""


def test_every_entry_of_a_wrong_type_is_told_at_once(tmp_path, capsys) -> None:
    folder = write(tmp_path / "own", FAULTS[0])
    rules = folder / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('by = ["clerk"]', 'by = "clerk"', 1)
    rules.write_text(text.replace('label = "货架"', "lable = 1", 1), encoding="utf-8")

    main(["rulebook", "check", str(folder), "--json"])

    told = [one["key"] for one in json.loads(capsys.readouterr().out)["problems"]]
    assert {"kind[0](complaint)", "field[1](shelf)", "step[0](close).by"} == set(told)
