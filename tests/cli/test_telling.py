"""What the command line tells besides the outcome: due dates, doubts, titles, and reasons, all in Chinese."""

import io
import json

import pytest
from tests.cli.test_commands import COMPLAINT, NOW, desk, registered  # noqa: F401 - desk is a fixture

from desk.app import no_screen_words
from desk.cli import main

DOUBTFUL = {**COMPLAINT, "values": {**COMPLAINT["values"], "complainant.phone": "1380013800"}}


def told(capsys, tmp_path, *words):
    """What a person reads: exit code, standard output, standard error."""
    code = main([*words, "--home", str(tmp_path / "office")])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_doubtful_phone_is_registered_and_told(desk):  # noqa: F811
    _, document = desk("register", "-", *NOW, stdin=json.dumps(DOUBTFUL))
    _, sure = desk("register", "-", *NOW, stdin=json.dumps({**COMPLAINT, "key": None}))

    [warning] = document["warnings"]
    assert warning["field"] == "complainant.phone"
    assert warning["message"]
    assert warning["hint"]
    assert sure["warnings"] == []


def test_a_person_reads_the_doubt_and_by_when_something_is_due(desk, tmp_path, capsys):  # noqa: F811
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(DOUBTFUL), encoding="utf-8")

    code, text, _ = told(capsys, tmp_path, "register", str(file), *NOW)

    first, due, *rest = text.splitlines()
    assert code == 0
    assert first.startswith("已登记 ")
    assert "2026年" in due
    assert due.endswith("前")
    assert any(line.startswith("请注意：") for line in rest)


def test_a_step_tells_its_doubts_too(desk):  # noqa: F811
    number = registered(desk)
    decision = {"approver": "李局长", "approved_on": "2026-11-20"}

    _, outcome = desk("act", number, "accept", "-", *NOW, "--as", "head", stdin=json.dumps(decision))

    assert outcome["warnings"] == []


def test_a_broken_file_is_told_without_english(desk, tmp_path, capsys):  # noqa: F811
    file = tmp_path / "draft.json"
    file.write_text('{"kind": complaint}', encoding="utf-8")

    broken = told(capsys, tmp_path, "register", str(file), *NOW)
    missing = told(capsys, tmp_path, "register", str(tmp_path / "none.json"), *NOW)

    assert (broken[0], missing[0]) == (2, 2)
    assert "第 1 行第 10 列" in broken[2]
    assert "Expecting" not in broken[2]
    assert "没有这个文件" in missing[2]
    assert "No such" not in missing[2]


def test_a_restore_of_a_missing_file_is_refused_in_chinese_and_leaves_nothing(tmp_path, capsys):
    code, _, words = told(capsys, tmp_path, "restore", str(tmp_path / "none.zip"))

    assert code == 2
    assert "没有这个文件" in words
    assert not (tmp_path / "office").exists()


def test_a_restore_with_the_wrong_key_leaves_nothing_and_the_right_one_says_the_moment(
    desk,  # noqa: F811
    tmp_path,
    capsys,
    monkeypatch,
):
    registered(desk)
    assert desk("backup", str(tmp_path / "b.zip"), *NOW, "--as", "administrator")[0] == 0
    recovery = next((tmp_path / "office").glob("*恢复*")).read_text(encoding="utf-8").split()[-1]
    home = tmp_path / "other" / "office"

    monkeypatch.setattr("sys.stdin", io.StringIO("AAAA-AAAA\n"))
    wrong = main(["restore", str(tmp_path / "b.zip"), "--recovery", "--home", str(home)])
    left = home.parent.exists()
    monkeypatch.setattr("sys.stdin", io.StringIO(recovery + "\n"))
    capsys.readouterr()
    right = main(["restore", str(tmp_path / "b.zip"), "--recovery", "--home", str(home)])

    assert (wrong, left, right) == (2, False, 0)
    assert "2026年11月20日12时" in capsys.readouterr().out


def test_a_case_is_shown_under_titles_and_phones_are_not_summed(desk, tmp_path, capsys):  # noqa: F811
    people = [
        {"name": "甲", "phone": "13800138000", "agrees": "是"},
        {"name": "乙", "phone": "13900139000", "agrees": "是"},
    ]
    joint = {**COMPLAINT, "values": {**COMPLAINT["values"], "complainants": people}}
    _, document = desk("register", "-", *NOW, stdin=json.dumps(joint))

    _, text, _ = told(capsys, tmp_path, "show", document["number"], *NOW)
    _, shown = desk("show", document["number"], *NOW)

    lines = dict(line.split("\t", 1) for line in text.splitlines())
    assert lines["登记编号"] == document["number"]
    assert lines["投诉人姓名"] == "欧阳𠮷"
    assert lines["共同投诉人"].startswith("甲")
    assert not [title for title in lines if title.isascii() or "." in title]
    assert not [place for place in shown["words"] if place.endswith("phone.sum")]


@pytest.mark.parametrize("words", [["--help"], ["open", "--help"]])
def test_help_tells_how_the_window_is_opened(capsys, words):
    with pytest.raises(SystemExit) as leaving:
        main(words)

    shown = capsys.readouterr().out
    assert leaving.value.code == 0
    assert "窗口" in shown
    assert "desk open" in shown
    assert "usage" not in shown


def test_without_a_screen_the_words_say_how_to_get_one_and_that_the_office_is_left_alone(tmp_path):
    with_home, bare = no_screen_words(tmp_path), no_screen_words(None)

    assert "DISPLAY" in with_home
    assert f"“{tmp_path}”里的资料不动" in with_home
    assert "演示单位" in with_home
    assert "“" not in bare
