"""What the command line says of itself: every command under a heading, in Chinese, and refusals as one document."""

import json
import re

import pytest

from desk.cli import main, parser

HAN = re.compile(r"[一-鿿]")
WHOLE = parser()
COMMANDS = next(action.choices for action in WHOLE._actions if action.dest == "命令" or action.choices)
LISTED = re.compile(r"^  (\S+) +(.+)$")


def helped(capsys, *words: str) -> str:
    with pytest.raises(SystemExit) as left:
        main([*words, "--help"])
    assert left.value.code == 0
    return capsys.readouterr().out


def test_every_command_stands_in_the_list_once_under_a_heading_with_chinese_words(capsys):
    _, *parts = re.split(r"^(?:\S+)：$", helped(capsys), flags=re.MULTILINE)
    lines = [LISTED.match(line) for part in parts for line in part.strip("\n").splitlines()]

    assert sorted(line[1] for line in lines if line) == sorted(COMMANDS)
    assert all(line and HAN.search(line[2]) for line in lines)
    assert all(part.strip() for part in parts)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_says_in_chinese_what_it_does_and_what_each_thing_is(name, capsys):
    command = COMMANDS[name]
    told = [action for action in command._actions if action.dest != "help"]

    assert HAN.search(command.description)
    assert [a.dest for a in told if not HAN.search(f"{a.metavar}{a.help}") and not a.choices] == []
    assert helped(capsys, name).startswith(f"用法：desk {name} ")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "open"])  # the window has no document
def test_a_command_that_is_written_wrongly_is_refused_as_one_document(name, capsys):
    code = main([name, "--nonsense", "--json"])

    refusal = json.loads(capsys.readouterr().out)
    assert (code, refusal["error"]["code"]) == (2, "usage")
    assert HAN.search(refusal["error"]["message"])


def test_a_word_that_nearly_is_one_of_those_that_may_stand_there_is_told(capsys):
    assert main(["figures", "--period", "half"]) == 2
    assert "没有 'half'（是不是 half_year？），可用：" in capsys.readouterr().err
    assert main(["figurs"]) == 2
    assert "没有 'figurs'（是不是 figures？）\n" in capsys.readouterr().err
    assert main(["figures", "--period", "zzz"]) == 2
    assert "是不是" not in capsys.readouterr().err
