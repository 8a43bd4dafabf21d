"""The command line as programs and scheduled jobs use it: one JSON document, exit codes, refusals in Chinese."""

import io
import json

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from desk.cli import main
from desk.paths import resource

COMPLAINT = {
    "kind": "complaint",
    "channel": "window",
    "received_at": "2026-11-20T09:00",
    "key": "6f2a4b1e-8a53-4b55-9a35-1f6d3a1f0c11",
    "values": {
        "complainant.name": "欧阳𠮷",
        "complainant.phone": "13800138000",
        "complainant.address": "示范区人民路1号",
        "respondent.name": "鑫源电器商行",
        "respondent.address": "解放街8号",
        "subject": "购买冰箱不制冷",
        "narrative": "三天后不制冷。",
        "demand": "退货退款",
        "publish_consent": False,
    },
}
NOW = ["--now", "2026-11-20T12:00"]


@pytest.fixture
def desk(tmp_path, capsys, monkeypatch):
    """Runs a command in a fresh practice office; gives exit code and document."""

    def run(*words, stdin="", home="office"):
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main([*words, "--home", str(tmp_path / home), "--json"])
        return code, json.loads(capsys.readouterr().out)

    code, _ = run(
        "init",
        "--rulebook",
        "R15",
        "--office",
        "示范区市场监督管理局",
        "--practice",
        "--set",
        "office.code=示市监",
        *NOW,
    )
    assert code == 0
    return run


def registered(desk):
    code, document = desk("register", "-", *NOW, "--as", "counter", stdin=json.dumps(COMPLAINT))
    assert code == 0
    return document["number"]


def test_who_registers_is_told_of_earlier_matters_of_the_same_person_and_not_of_the_new_one(desk):
    earlier = registered(desk)
    again = {**COMPLAINT, "key": "6f2a4b1e-8a53-4b55-9a35-1f6d3a1f0c12"}

    code, document = desk("register", "-", *NOW, "--as", "counter", stdin=json.dumps(again))

    assert code == 0
    assert document["number"] != earlier
    assert document["similar"] == [earlier]


def test_a_case_is_registered_shown_moved_and_printed(desk, tmp_path):
    number = registered(desk)
    decision = {"approver": "李局长", "approved_on": "2026-11-20"}

    moved, outcome = desk("act", number, "accept", "-", *NOW, "--as", "head", stdin=json.dumps(decision))
    issued, paper = desk("issue", number, "acceptance", "-o", str(tmp_path / "a.pdf"), *NOW, "--as", "head")
    shown, case = desk("show", number, *NOW, "--as", "head")

    assert (moved, issued, shown) == (0, 0, 0)
    assert (outcome["state"], case["state"]) == ("accepted", "accepted")
    assert paper["document_number"] == "示市监投受﹝2026﹞第1号"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert {clock["id"]: clock["due"] for clock in case["clocks"]}["mediation"].startswith("2027-01-19")


def test_the_same_key_again_is_the_same_case(desk):
    assert registered(desk) == registered(desk)


def test_kind_and_channel_may_be_named_as_people_name_them(desk):
    told = {**COMPLAINT, "kind": "投诉", "channel": "受理窗口"}

    code, document = desk("register", "-", *NOW, "--as", "counter", stdin=json.dumps(told))

    assert (code, document["number"]) == (0, "投202600001")


def test_who_has_nothing_to_do_is_told_where_the_case_stands(desk, tmp_path, capsys):
    number = registered(desk)
    capsys.readouterr()

    main(["next", number, "--home", str(tmp_path / "office"), "--as", "administrator", *NOW])

    assert f"{number} 现为“已收到，待处理”，现在没有您能办的步骤" in capsys.readouterr().out


def test_a_refusal_has_its_code_field_message_and_hint_and_changes_nothing(desk):
    broken = {**COMPLAINT, "values": {**COMPLAINT["values"], "complainant.id_number": "110105194912310021"}}

    code, document = desk("register", "-", *NOW, stdin=json.dumps(broken))
    _, found = desk("search", "欧阳", *NOW)

    assert code == 2
    assert document["error"]["field"] == "complainant.id_number"
    assert document["error"]["message"]
    assert document["error"]["hint"]
    assert found["total"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "没有这个编号"), "no_case"),
        (("act", "x", "accept"), "no_case"),
        (("due", "--within", "soon"), "bad_limit"),
        (("book", "nothing", "--from", "2026-11-01", "--to", "2026-11-30", "-o", "x.xlsx"), "no_register"),
        (("book", "cases", "--from", "2026-11-31", "--to", "2026-11-30", "-o", "x.xlsx"), "bad_date"),
        (("search",), "usage"),
        (("dance",), "usage"),
        (("rulebook", "check", "R99"), "bad_rulebook"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_says_why_in_chinese(desk, words, code):
    exit_code, document = desk(*words)

    assert (exit_code, document["error"]["code"]) == (2, code)
    assert any("\u4e00" <= char <= "\u9fff" for char in document["error"]["message"])


def test_next_tells_the_open_steps_and_what_each_still_needs(desk):
    number = registered(desk)

    _, steps = desk("next", number, *NOW, "--as", "head")

    accept = next(step for step in steps if step["step"] == "accept")
    assert {"approver", "approved_on"} <= {lacking["field"] for lacking in accept["missing"]}


def test_explain_gives_the_reasons_of_every_date(desk):
    _, document = desk("explain", registered(desk), *NOW)

    assert [clock["limit"] for clock in document["clocks"]] == ["7个工作日"]
    assert document["clocks"][0]["steps"]


def test_the_register_is_written_as_workbook_paper_and_csv(desk, tmp_path):
    registered(desk)

    for suffix in ("xlsx", "pdf", "csv"):
        target = tmp_path / f"book.{suffix}"
        code, document = desk(
            "book", "cases", "--from", "2026-11-20", "--to", "2026-11-20", "-o", str(target), *NOW
        )
        assert (code, document["rows"]) == (0, 1)
        assert target.stat().st_size > 0


def test_an_office_in_order_verifies_and_its_printed_head_fits(desk):
    registered(desk)
    code, document = desk("verify", *NOW)

    again, _ = desk("verify", "--head", document["head"], *NOW)
    wrong, refusal = desk("verify", "--head", f"{document['count']}-0123456789abcdef", *NOW)

    assert (code, document["ok"], again, wrong) == (0, True, 0, 2)
    assert refusal["findings"]


def test_a_real_office_takes_no_other_clock_and_no_user_without_password(desk):
    code, _ = desk(
        "init", "--rulebook", "R04", "--office", "某局", "--password", home="real", stdin="秘密口令\n"
    )
    due = ("due", "--as", "administrator")

    clock, refused = desk(*due, *NOW, home="real", stdin="秘密口令\n")
    wrong, why = desk(*due, home="real", stdin="别的口令\n")
    right, _ = desk(*due, home="real", stdin="秘密口令\n")
    nobody, none = desk("due", home="real")

    assert (code, clock, wrong, right, nobody) == (0, 2, 2, 0, 2)
    assert (refused["error"]["code"], why["error"]["code"], none["error"]["code"]) == (
        "real_clock",
        "bad_password",
        "no_user",
    )


def test_help_is_in_chinese(capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["register", "--help"])

    shown = capsys.readouterr().out
    assert leaving.value.code == 0
    assert "用法：" in shown
    assert "usage" not in shown
    assert "optional arguments" not in shown


def test_a_paper_is_listed_until_printed_and_its_delivery_put_on_record(desk, tmp_path):
    number = registered(desk)
    decision = {"approver": "李局长", "approved_on": "2026-11-20"}
    desk("act", number, "accept", "-", *NOW, "--as", "head", stdin=json.dumps(decision))
    desk("issue", number, "acceptance", *NOW, "--as", "head")

    waiting = desk("unprinted", *NOW, "--as", "head")[1]
    unsigned, refusal = desk("deliver", number, "acceptance", "--means", "直接送达", *NOW, "--as", "head")
    words = ("--means", "直接送达", "--at", "2026-11-20T11:30", "--person", "欧阳𠮷")
    target = str(tmp_path / "receipt.pdf")
    code, _ = desk("deliver", number, "acceptance", *words, "-o", target, *NOW, "--as", "head")
    shown = desk("show", number, *NOW, "--as", "head")[1]
    sealed, seal = desk("seal", number, "acceptance", *NOW, "--as", "head")

    assert (sealed, seal["seal"], seal["by"]) == (0, "单位印章", "head")
    assert [paper["document_number"] for paper in waiting["papers"]] == ["示市监投受﹝2026﹞第1号"]
    assert waiting["papers"][0]["at"].startswith("2026-11-20T12:00")
    assert (unsigned, refusal["error"]["field"]) == (2, "person")
    assert code == 0
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
    assert shown["timeline"][-1]["step"].startswith("delivered:")


def test_an_approval_is_recorded_from_the_command_line(desk):
    number = registered(desk)

    code, given = desk("approve", number, "acceptance", "--by", "李局长", "--on", "2026-11-20", *NOW)
    wrong, refusal = desk("approve", number, "acceptance", "--by", "李局长", "--on", "哪天", *NOW)

    assert (code, given) == (0, {"approver": "李局长", "approved_on": "2026-11-20"})
    assert (wrong, refusal["error"]["field"]) == (2, "approved_on")


def test_a_paper_that_nobody_approved_is_refused_with_the_command_that_records_the_approval(desk):
    code, _ = desk(
        "init", "--rulebook", "R17", "--office", "示范区信访局", "--practice", *NOW, home="petitions"
    )
    petition = {
        **COMPLAINT,
        "kind": "petition",
        "channel": "visit",
        "values": {
            "complainant.name": "欧阳𠮷",
            "complainant.phone": "13800138000",
            "subject": "路灯不亮",
            "narrative": "路灯坏了三天。",
        },
    }
    _, taken = desk("register", "-", *NOW, "--as", "counter", stdin=json.dumps(petition), home="petitions")
    ground = json.dumps({"ground": "no_competence", "told_by": "post"})
    desk("act", taken["number"], "refuse", "-", *NOW, "--as", "chief", stdin=ground, home="petitions")

    refused, document = desk("issue", taken["number"], "refusal", *NOW, "--as", "counter", home="petitions")

    assert (code, refused, document["error"]["code"]) == (0, 2, "not_approved")
    assert f"desk approve {taken['number']} refusal --by" in document["error"]["hint"]


def test_the_font_of_papers_is_told_and_a_file_of_the_offices_own_put_in_its_place(desk, tmp_path):
    font = str(resource("fonts", "DeskKai-Common.ttf"))
    (tmp_path / "坏.ttf").write_bytes(b"x")

    _, before = desk("font", *NOW)
    refused, refusal = desk("font", str(tmp_path / "坏.ttf"), *NOW, "--as", "administrator")
    _, taken = desk("font", font, *NOW, "--as", "administrator")
    _, after = desk("font", "--remove", *NOW, "--as", "administrator")

    assert (refused, refusal["error"]["code"]) == (2, "bad_font")
    assert (taken, after) == ({"file": "fangsong.ttf", "own": True}, before)


def test_an_empty_reason_voids_nothing_and_issues_nothing(desk):
    number = registered(desk)
    desk("issue", number, "receipt", *NOW, "--as", "counter")

    refused, refusal = desk("issue", number, "receipt", "--void", "", *NOW, "--as", "counter")
    _, shown = desk("unprinted", *NOW, "--as", "counter")

    assert (refused, refusal["error"]["field"]) == (2, "reason")
    assert len(shown["papers"]) == 1


class Ring(KeyringBackend):
    """A key store as an operating system has one, in memory."""

    priority = -2  # below the one that refuses: it is taken only where a test puts it, never found by itself

    def __init__(self):
        super().__init__()
        self.kept = {}

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_password(self, service, username):
        return self.kept.get((service, username))


@pytest.fixture
def system_keys():
    """Puts another key store in the place of the system's."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.mark.parametrize(("ring", "in_file"), [(Ring(), False), (fail.Keyring(), True)])
def test_where_the_system_keeps_no_key_the_office_is_told_that_it_lies_in_a_file(
    tmp_path, capsys, system_keys, ring, in_file
):
    system_keys(ring)

    main(["init", "--rulebook", "R15", "--office", "某局", "--practice", "--home", str(tmp_path), *NOW])

    assert ("钥匙存成了文件" in capsys.readouterr().out) == in_file
    assert (tmp_path / "desk.keyfile").exists() == in_file


def test_what_somebody_else_wrote_since_is_told_with_both_and_how_to_go_on(desk, capsys) -> None:
    number = registered(desk)
    _, shown = desk("show", number, *NOW, "--as", "counter")
    seen = str(shown["version"])
    again = ["retime", number, "received", "2026-11-20T08:30", "--note", "当时停电", *NOW, "--as", "counter"]
    desk("retime", number, "received", "2026-11-20T08:00", "--note", "看错了", *NOW, "--as", "officer")

    code, told = desk(*again, "--seen", seen)
    after, done = desk(*again, "--seen", str(told["version"]))

    [clash] = told["clashes"]
    assert (code, clash["title"], "8时" in clash["theirs"], "8时30分" in clash["mine"]) == (
        2, "“收到”的时间", True, True,
    )  # fmt: skip
    assert (after, "8时30分" in done["corrected"]) == (0, True)


def test_a_person_reads_how_to_go_on(desk, capsys, tmp_path) -> None:
    number = registered(desk)
    desk("contact-change", number, "--phone", "13900009999", "--note", "家属来电", *NOW, "--as", "officer")

    code = main(
        ["contact-change", number, "--phone", "13900008888", "--note", "本人来电", "--seen", "1", *NOW,
         "--as", "counter", "--home", str(tmp_path / "office")]
    )  # fmt: skip

    said = capsys.readouterr().err
    assert (code, "13900009999" in said, "13900008888" in said, "--seen 2" in said) == (2, True, True, True)


def test_the_last_step_is_undone_by_its_name_and_a_paper_forbids_it(desk) -> None:
    number = registered(desk)
    clerk = [*NOW, "--as", "counter"]
    desk("act", number, "review", *clerk)
    undone, _ = desk("undo", number, *clerk)
    _, shown = desk("show", number, *clerk)
    desk("act", number, "review", *clerk)
    desk("issue", number, "receipt", *clerk)

    code, told = desk("undo", number, *clerk)
    later, much = desk("undo", number, "--now", "2026-11-20T12:01", "--as", "counter")

    assert undone == 0
    assert "undone" in str(shown["timeline"])
    assert (code, "文书" in told["error"]["message"]) == (2, True)
    assert (later, much["error"]["code"]) == (2, "nothing_to_undo")


def test_a_category_may_be_named_and_one_that_there_is_not_is_answered_with_those_there_are(desk):
    number = registered(desk)

    refused, refusal = desk("reclassify", number, "--category", "没有", *NOW, "--as", "counter")
    _, done = desk("reclassify", number, "--category", "保健食品、特殊食品", *NOW, "--as", "counter")

    assert (refused, refusal["error"]["field"]) == (2, "category")
    assert "drugs（药品）" in refusal["error"]["hint"]
    assert done["category"] == "health_food"
