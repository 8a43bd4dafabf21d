"""Undo, merging, one step on several, and erasing from the command line."""

import io
import json

import pytest
from tests.capabilities.counter import altered
from tests.cli.test_commands import COMPLAINT, NOW, desk  # noqa: F401 - a fixture
from tests.fixtures_office import NOON as NOON_

from desk.cli import main
from desk.services.setting_up import init_office


def registered(desk, key):  # noqa: F811
    draft = {**COMPLAINT, "key": f"6f2a4b1e-8a53-4b55-9a35-1f6d3a1f0c{key}"}
    _, document = desk("register", "-", *NOW, "--as", "counter", stdin=json.dumps(draft))
    return document["number"]


def timeline(desk, number):  # noqa: F811
    return [entry["step"] for entry in desk("show", number, *NOW, "--as", "counter")[1]["timeline"]]


def test_the_last_step_is_undone_and_then_there_is_nothing_more_to_undo(desk):  # noqa: F811
    number = registered(desk, "21")
    desk("act", number, "review", *NOW, "--as", "counter")

    code, document = desk("undo", number, *NOW, "--as", "counter")
    again, refusal = desk("undo", number, *NOW, "--as", "counter")

    assert (code, document["state"]) == (0, "received")
    assert timeline(desk, number) == ["register", "review", "undone"]
    assert (again, refusal["error"]["code"]) == (2, "nothing_to_undo")


def test_a_case_is_merged_and_parted_again(desk):  # noqa: F811
    one, two = registered(desk, "31"), registered(desk, "32")

    desk("merge", one, two, *NOW, "--as", "officer")
    merged = [row["number"] for row in desk("due", "--within", "30wd", *NOW, "--as", "officer")[1]]
    desk("merge", one, two, "--undo", *NOW, "--as", "officer")
    parted = [row["number"] for row in desk("due", "--within", "30wd", *NOW, "--as", "officer")[1]]

    assert (merged, sorted(parted)) == ([one], [one, two])


def test_one_step_is_taken_on_several_cases(desk):  # noqa: F811
    one, two = registered(desk, "41"), registered(desk, "42")

    code, documents = desk("act", f"{one},{two}", "review", *NOW, "--as", "officer")

    assert (code, [document["number"] for document in documents]) == (0, [one, two])


def test_without_a_retention_in_the_manual_nothing_is_erased(desk):  # noqa: F811
    number = registered(desk, "51")

    code, refusal = desk("erase", number, "--reason", "到期", *NOW, "--as", "administrator")
    listed, _ = desk("erase", "--list", *NOW, "--as", "administrator")

    assert (code, refusal["error"]["code"], listed) == (2, "no_retention", 2)


def test_a_case_is_kept_from_a_colleague_and_shown_again(desk):  # noqa: F811
    number = registered(desk, "61")

    code, document = desk(
        "conflict", number, "head", "--reason", "被投诉人是其近亲属", *NOW, "--as", "counter"
    )
    hidden, refusal = desk("show", number, *NOW, "--as", "head")
    found = desk("search", number, *NOW, "--as", "head")[1]["total"]
    listed = desk("conflict", *NOW, "--as", "supervisor")[1]
    desk("conflict", number, "head", "--lift", *NOW, "--as", "supervisor")
    shown, _ = desk("show", number, *NOW, "--as", "head")

    assert (code, document["kept"]) == (0, True)
    assert (hidden, refusal["error"]["code"], found) == (2, "no_case", 0)
    assert [(row["number"], row["user"]) for row in listed] == [(number, "head")]
    assert shown == 0


def test_two_who_change_the_same_field_are_shown_both_versions(desk):  # noqa: F811
    number = registered(desk, "71")
    seen = str(desk("show", number, *NOW, "--as", "counter")[1]["version"])
    one, two = json.dumps({"subject": "冰箱漏电"}), json.dumps({"subject": "冰箱和洗衣机"})
    desk("act", number, "amend", "-", "--seen", seen, *NOW, "--as", "officer", stdin=one)

    code, refusal = desk("act", number, "amend", "-", "--seen", seen, *NOW, "--as", "counter", stdin=two)
    again = str(refusal["version"])
    done, _ = desk("act", number, "amend", "-", "--seen", again, *NOW, "--as", "counter", stdin=two)

    [clash] = refusal["clashes"]
    assert (code, clash["theirs"], clash["mine"], done) == (2, "冰箱漏电", "冰箱和洗衣机", 0)
    assert desk("show", number, *NOW, "--as", "counter")[1]["values"]["subject"] == "冰箱和洗衣机"


def test_destruction_is_asked_for_granted_by_another_and_certified(tmp_path, capsys) -> None:
    home, book = (
        tmp_path / "kept",
        altered(tmp_path / "R15", "R15", ("[secrecy]\n", '[secrecy]\nretention_years = "3"\n')),
    )
    init_office(home, rulebook=book, name="某局", practice=True, now=NOON_).close()

    def run(*words, as_="administrator", year=2030, stdin=""):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", io.StringIO(stdin))
            code = main([*words, "--home", str(home), "--as", as_, "--now", f"{year}-11-20T12:00", "--json"])
        return code, json.loads(capsys.readouterr().out)

    number = run("register", "-", as_="counter", year=2026, stdin=json.dumps(COMPLAINT))[1]["number"]
    run("act", number, "withdraw", as_="counter", year=2026)
    run("backup", str(tmp_path / "old.backup"), year=2026)

    listed = run("erase", "--list")[1]
    asked = run("erase", number, "--reason", "保存期限已满")[1]
    own = run("erase", "--grant", str(asked["request"]))
    granted = run("erase", "--grant", str(asked["request"]), "--note", "同意", as_="head")[1]
    saved = run("erase", "--certificate", str(asked["request"]), "-o", str(tmp_path / "销毁清册.pdf"))
    held = run("backup", "--list")[1]

    assert [one["number"] for one in listed] == [number]
    assert (asked["waits"], own[0], own[1]["error"]["code"]) == (True, 2, "own_request")
    assert (granted["granted"], granted["decided_by"], granted["note"]) == (True, "head", "同意")
    assert (saved[0], (tmp_path / "销毁清册.pdf").read_bytes()[:4]) == (0, b"%PDF")
    assert [(one["destroyed_since"], one["is_over"]) for one in held] == [(1, True)]
    assert [one["request"] for one in run("erase", "--requests")[1]] == [asked["request"]]
    assert run("erase", "--list")[1] == []
