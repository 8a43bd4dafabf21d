"""The general public office's manuals: four sorts of matter, three grounds, records signed, identity kept.

The expected values are copied from the manuals by hand; the comment or the last column of a table is the line.
"""

import pytest

from desk.rulebook.criteria import holds
from desk.rulebook.loading import load, read_manual
from desk.rulebook.model import Rulebook, find


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load("R06")


@pytest.mark.parametrize(
    ("channel", "name", "line"),
    [
        ("phone", "专用热线电话", "000:220; 001:95"),  # 在投诉电话中留言
        ("web", "在线投诉举报系统", "000:220"),
        ("email", "投诉举报邮箱", "000:220"),
        ("form", "填写投诉表格", "001:95"),
        ("letter", "投诉信", "001:95"),
        ("internet", "互联网（间接）", "001:95"),
        ("media", "媒体", "001:95"),
        ("third_party", "其他第三方机构", "001:95"),
    ],
)
def test_matters_come_directly_and_indirectly(book: Rulebook, channel: str, name: str, line: str) -> None:
    entry = book.channel(channel)

    assert (entry.name, entry.source) == (name, line)


def test_what_was_found_elsewhere_needs_no_complainant_but_its_origin(book: Rulebook) -> None:
    indirect = [entry for entry in book.channels if not entry.personal]  # 001:95

    assert [entry.id for entry in indirect] == ["internet", "media", "third_party"]
    assert all(entry.asks == ("outside.source",) for entry in indirect)


@pytest.mark.parametrize(
    ("code", "name", "parts"),
    [
        ("2.1", "质量问题", ["产品的性能、外观、包装等", "服务的态度、效率等"]),  # 000:6-7
        ("2.2", "售后服务", []),  # 000:8-9
        ("2.3", "诈骗", ["虚假广告", "网络诈骗", "欺诈销售"]),  # 000:10-11
        ("2.4", "环境卫生", ["噪音扰民", "卫生标准不达标"]),  # 000:12-13
    ],
)
def test_there_are_four_sorts_of_matter(book: Rulebook, code: str, name: str, parts: list[str]) -> None:
    (category,) = [entry for entry in book.categories if entry.code == code]

    assert category.name == name
    assert [entry.name for entry in book.categories if entry.parent == category.id] == parts


def test_the_first_check_can_fail_for_three_reasons(book: Rulebook) -> None:
    grounds = [ground for ground in book.grounds if ground.step == "refuse"]

    assert [ground.id for ground in grounds] == ["untrue", "evidence", "jurisdiction"]  # 000:222
    assert all(ground.source == "000:222" for ground in grounds)
    assert "ground" in book.step("refuse").needs


@pytest.mark.parametrize(
    "fact", ["complainant.name", "complainant.phone", "narrative", "happened_on", "place", "persons"]
)
def test_what_the_manuals_want_recorded_is_asked_at_the_counter(book: Rulebook, fact: str) -> None:
    assert "register" in book.field(fact).at  # 000:14, 200, 221


@pytest.mark.parametrize(
    ("channel", "made"),
    [("oral", True), ("phone", True), ("form", False), ("letter", False), ("web", False)],
)
def test_what_was_said_aloud_is_written_down_and_signed(book: Rulebook, channel: str, made: bool) -> None:
    assert holds(book.paper("record").when, {"channel": channel}) is made  # 000:15
    assert holds(book.step("sign_record").when, {"channel": channel}) is made


def test_unsigned_records_have_a_list_of_their_own(book: Rulebook) -> None:
    where = book.register("unsigned").where  # 000:15

    assert holds(where, {"channel": "oral", "did.sign_record": False})
    assert not holds(where, {"channel": "oral", "did.sign_record": True})


@pytest.mark.parametrize(
    "words", ["{narrative:*}", "投诉举报人签字", "电话宣读确认", "拒绝签字", "未等签字离开"]
)
def test_the_record_has_room_for_the_signature_and_its_lack(words: str) -> None:
    assert words in read_manual("R06").files["forms/record.toml"]  # 000:15


@pytest.mark.parametrize(
    ("step", "truth", "open_", "line"),
    [
        ("decide", "true", True, "000:225"),
        ("decide", "untrue", False, "000:225"),
        ("revoke", "untrue", True, "000:225"),
        ("revoke", "true", False, "000:225"),
    ],
)
def test_the_true_is_punished_and_the_untrue_revoked(
    book: Rulebook, step: str, truth: str, open_: bool, line: str
) -> None:
    assert holds(book.step(step).when, {"truth": truth}) is open_
    assert line.removeprefix("000:") in book.step(step).source


@pytest.mark.parametrize(
    ("state", "truth", "step", "open_"),
    [
        ("decided", "untrue", "revoke", True),  # another department found it untrue
        ("decided", "untrue", "feed_back", False),
        ("decided", "true", "feed_back", True),
        ("decided", None, "feed_back", True),  # 001:97 does not ask whether it was true
        ("decided", None, "revoke", False),
    ],
)
def test_what_another_department_found_untrue_is_revoked_too(
    book: Rulebook, state: str, truth: str | None, step: str, open_: bool
) -> None:
    """000:225, where 001:95-97 has handed the matter over."""
    assert state in book.step(step).starting
    assert holds(book.step(step).when, {"truth": truth}) is open_


@pytest.mark.parametrize(
    ("fact", "line"), [("truth", "000:224-225"), ("reasonable", "000:224"), ("severity", "000:224")]
)
def test_what_is_judged_on_analysing_is_asked_there(book: Rulebook, fact: str, line: str) -> None:
    (field,) = [one for one in book.fields if one.id == fact and "analyse" in one.at]

    assert field.source == line


@pytest.mark.parametrize(("step", "paper"), [("refuse", "refusal"), ("revoke", "revocation")])
def test_whoever_is_told_no_can_be_told_in_writing(book: Rulebook, step: str, paper: str) -> None:
    assert paper in book.step(step).papers  # 000:222, 225
    assert book.paper(paper).derived


def test_revoking_wants_an_explanation_and_the_office_may_do_without(book: Rulebook) -> None:
    other = load("R06", {"untrue": "told"})

    assert book.step("revoke").needs == ("explanation", "reason")  # 000:225
    assert other.step("revoke").needs == ("reason",)


@pytest.mark.parametrize(
    ("option", "complaint", "report", "sealed"),
    [
        ("hide_reports", "allow", "hide", ("report",)),
        ("hide_all", "hide", "hide", ("complaint", "report")),
        ("real_name", "refuse", "refuse", ("report",)),
    ],
)
def test_checking_and_hiding_who_it_was_can_be_weighed(
    option: str, complaint: str, report: str, sealed: tuple[str, ...]
) -> None:
    book = load("R06", {"identity": option})  # 000:200 against 205 and 226

    assert (book.kind("complaint").anonymity, book.kind("report").anonymity) == (complaint, report)
    assert book.secrecy.sealed_kinds == sealed


def test_what_is_published_names_nobody(book: Rulebook) -> None:
    shown = {column.value for column in book.register("announcements").columns}

    assert set(book.secrecy.public_fields) <= shown  # 000:205, 207
    assert not {value for value in shown if value.startswith("complainant.") or value == "narrative"}


def test_nothing_is_published_where_the_office_so_chose() -> None:
    assert not holds(load("R06", {"publication": "none"}).step("publish").when, {})


def test_the_sheet_to_another_department_names_nobody() -> None:
    assert "complainant" not in read_manual("R06").files["forms/transfer.toml"]  # 001:95


def test_no_statutory_days_are_invented(book: Rulebook) -> None:
    limits = {clock.limit for clock in book.clocks}  # the annex promised in 000:67 is missing

    assert limits == {"unset", "at_once", "fact:outside.due"}  # 000:202 立即组织调查
    assert not [clock for clock in book.clocks if clock.statutory]


@pytest.mark.parametrize("facts", [{"malicious": True}, {"malicious": False, "did.mark_malicious": True}])
def test_what_was_made_up_has_a_list_of_its_own(book: Rulebook, facts: dict[str, bool]) -> None:
    assert holds(book.register("malicious").where, facts)  # 000:227
    assert not holds(book.register("malicious").where, {"malicious": False, "did.mark_malicious": False})


def test_there_are_four_principles(book: Rulebook) -> None:
    names = [entry.name for entry in book.principles if entry.name.endswith("原则")]

    assert names == ["公正、公平原则", "法定原则", "事实为本原则", "快捷、高效原则"]  # 000:192-199


def test_seizure_is_limited(book: Rulebook) -> None:
    text = find(book.principles, "seizure").text  # 000:79

    assert "不得查封、扣押与违法行为无关的场所" in text
    assert "生活必需品" in text
