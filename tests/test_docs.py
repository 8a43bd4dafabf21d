"""What the documents name is there: files and modules, commands, each capability and each word of the glossary once."""

import re
from collections import Counter
from pathlib import Path

import pytest

from desk.cli import parser

ROOT = Path(__file__).parent.parent
LEDGER = (ROOT / "docs" / "capabilities.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
DOCUMENTS = (
    "README.md",
    "README.zh-CN.md",
    "docs/architecture.md",
    "docs/capabilities.md",
    "docs/glossary.md",
    "docs/promises.md",
)
PLACES = (ROOT, ROOT / "src" / "desk")  # a module is named from its room on: `domain/clocks.py`
NAMED = re.compile(r"`([\w./{},-]+/[\w./{},-]*)`")
BRACES = re.compile(r"\{([\w,]+)\}")
COMMAND = re.compile(r"`desk ([a-z][a-z-]*)")
STATES = re.compile(r"(done|part|open)\b")


def spread(path: str) -> list[str]:
    """``a/{b,c}.py`` as the two files that it means."""
    found = BRACES.search(path)
    return [path.replace(found[0], one) for one in found[1].split(",")] if found else [path]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables, without their headings."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line] for line in lines[1:]]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    named = {
        path
        for words in NAMED.findall((ROOT / document).read_text("utf-8"))
        for path in spread(words.split("::")[0])
        if not path.startswith(("dist/", ".venv"))
    }

    assert sorted(path for path in named if not any((place / path).exists() for place in PLACES)) == []
    assert named or document == "docs/glossary.md"


@pytest.mark.parametrize("document", [*DOCUMENTS, "docs/rulebook.md", "CHANGELOG.md"])
def test_every_command_that_a_document_names_can_be_given(document: str) -> None:
    known = next(action.choices for action in parser()._actions if action.choices)

    assert set(COMMAND.findall((ROOT / document).read_text("utf-8"))) - set(known) == set()


def test_the_ledger_has_a_hundred_capabilities_in_order_each_with_state_and_proof() -> None:
    ledger = [row for row in rows(LEDGER) if row[0].startswith("CAP-")]

    assert [row[0] for row in ledger] == [f"CAP-{number:02}" for number in range(1, 101)]
    assert [row[0] for row in ledger if not STATES.match(row[2])] == []
    assert [row[0] for row in ledger if not row[2].startswith("open") and "tests/" not in row[3]] == []


def test_the_glossary_has_each_chinese_word_once() -> None:
    words = Counter(row[0] for row in rows(GLOSSARY))

    assert [word for word, times in words.items() if times > 1] == []
    assert [row[0] for row in rows(GLOSSARY) if len(row) != 3] == []


PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
PROVED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def missing(words: str) -> list[str]:
    """The tests that ``words`` name and that are not there."""
    named = PROVED.findall(words)
    return [test for file, test in named if f"def {test}(" not in (ROOT / file).read_text("utf-8")]


def test_every_promise_has_its_test_and_its_control_or_says_what_is_left() -> None:
    table = [row for row in rows(PROMISES) if re.fullmatch(r"[A-EU]\d+", row[0])]

    wanted = {"A": 12, "B": 6, "C": 8, "D": 7, "E": 9, "U": 8}
    assert [row[0] for row in table] == [
        f"{of}{n}" for of, last in wanted.items() for n in range(1, last + 1)
    ]
    assert [
        row[0] for row in table if not (PROVED.search(row[2]) and PROVED.search(row[3])) and not row[4]
    ] == []
    assert missing(PROMISES) == []


def test_control_a_test_that_is_not_there_is_noticed() -> None:
    assert missing("`tests/test_docs.py::test_nobody_wrote_this`") == ["test_nobody_wrote_this"]
