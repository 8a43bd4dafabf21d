"""The manuals' contradictions and silences (D-01 to D-49): each that has two readings is a switch with default and reason.

The readings, options and defaults are written from the list of contradictions, not read from the rulebooks.
"""

import pytest

from desk.rulebook.layout import load_profile
from desk.rulebook.loading import load

SWITCHES = [
    ("D-01", "R01", "amount_direction", {"at_least", "at_most"}, "at_least"),
    ("D-02", "R01", "bounds", {"inclusive", "exclusive"}, "inclusive"),
    ("D-03", "R01", "overall_response", {"beside", "by_level"}, "beside"),
    ("D-04", "R01", "response_from", {"dispatched", "received"}, "dispatched"),
    ("D-04", "R01", "plan_from", {"dispatched", "received"}, "dispatched"),
    ("D-04", "R01", "close_from", {"received", "dispatched"}, "received"),
    ("D-05", "R01", "day_unit", {"calendar", "working"}, "calendar"),
    ("D-06", "R01", "range_limit", {"target", "limit"}, "target"),
    ("D-07", "R01", "leasing_scope", {"covered", "excluded"}, "covered"),
    ("D-08", "R01", "service_class", {"other", "unset"}, "other"),
    ("D-10", "R01", "penalty_source", {"table", "text"}, "table"),
    ("D-12", "R01", "fine_bracket", {"progressive", "flat"}, "progressive"),
    ("D-13", "R01", "reward_98", {"300", "500"}, "300"),
    ("D-14", "R01", "visit_before_close", {"yes", "no"}, "yes"),
    ("D-15", "R01", "engineering_confirmation", {"both", "property"}, "both"),
    ("D-16", "R01", "final_judgement", {"service", "reception"}, "service"),
    ("D-17", "R01", "suggestions", {"own_kind", "invalid"}, "own_kind"),
    ("D-19", "R01", "holiday_deferral", {"skipped", "deferred", "counted"}, "skipped"),
    ("D-20", "R01", "conduct_first", {"waits", "parallel"}, "waits"),
    ("D-22", "R01", "repeat_window", {"all", "year"}, "all"),
    ("D-23", "R02", "undecidable", {"valid", "ask"}, "valid"),
    ("D-24", "R02", "one_hour", {"record_and_pass", "record"}, "record_and_pass"),
    ("D-25", "R04", "return_reading", {"within", "on_fifth"}, "within"),
    ("D-26", "R04", "tell_day", {"next_wd", "next_day"}, "next_wd"),
    ("D-27", "R04", "instant_window", {"as_written", "as_duty"}, "as_written"),
    ("D-27", "R04", "second_sheet", {"sheet_2", "sheet_1_and_2"}, "sheet_2"),
    ("D-28", "R04", "acceptance_limit", {"unset", "by_guide"}, "unset"),
    ("D-28", "R04", "approval_limit", {"unset", "by_guide", "statutory"}, "unset"),
    ("D-29", "R05", "publication", {"redacted", "none"}, "redacted"),
    ("D-29", "R06", "publication", {"redacted", "none"}, "redacted"),
    ("D-30", "R06", "identity", {"hide_reports", "hide_all", "real_name"}, "hide_reports"),
    ("D-30", "R08", "anonymous", {"refuse", "allow"}, "refuse"),
    ("D-31", "R08", "promises", {"after_verification", "any_time"}, "after_verification"),
    ("D-32", "R10", "repeat_effect", {"flag", "raise"}, "flag"),
    ("D-32", "R10", "repeat_from", {"received", "closed"}, "received"),
    ("D-33", "R10", "no_object", {"grievance", "by_nature"}, "grievance"),
    ("D-34", "R11a", "permanent_from", {"received", "interim"}, "received"),
    ("D-34", "R11a", "registers", {"one", "two"}, "one"),
    ("D-35", "R11b", "overflow", {"widen", "refuse"}, "widen"),
    ("D-36", "R11c", "informed", {"both", "either"}, "both"),
    ("D-38", "R12", "two_lists", {"parallel", "joined"}, "parallel"),
    ("D-38", "R12", "valid_means", {"dealer_fault", "well_founded"}, "dealer_fault"),
    ("D-39", "R13a", "customer_unit", {"one", "two"}, "one"),
    ("D-39", "R13a", "major_handover", {"at_once", "half_hour"}, "at_once"),
    ("D-40", "R13a", "major_amount", {"any", "large"}, "any"),
    ("D-41", "R14", "at_once", {"unset", "30min"}, "unset"),
    ("D-42", "R14", "department_names", {"management", "control"}, "management"),
    ("D-46", "R14+X2", "document_brackets", {"round", "hexagonal"}, "round"),
    ("D-46", "R14+X2", "document_secrecy", {"company", "state"}, "company"),
    ("D-47", "R14+X2", "document_layout", {"group_office", "state"}, "group_office"),
    ("D-45", "R14+X1", "agreement_law", {"civil_code", "contract_law"}, "civil_code"),
]


@pytest.mark.parametrize(
    ("which", "manual", "switch", "options", "default"),
    SWITCHES,
    ids=[f"{row[0]} {row[2]}" for row in SWITCHES],
)
def test_a_contradiction_is_a_switch_with_default_and_reason(
    which: str, manual: str, switch: str, options: set[str], default: str
) -> None:
    found = next(one for one in load(manual).switches if one.id == switch)

    assert (set(found.options), found.default) == (options, default), which
    assert len(found.reason) > 5
    assert len(found.words) == len(found.options)


def test_d09_departments_go_by_every_name_that_the_manual_gives_them() -> None:
    """002:29-31, 169, 187, 399: 项目工程部 / 工程技术部, 营销部 / 销售部 / 营销中心."""
    names = {name for one in load("R01").departments for name in (one.name, *one.aliases)}

    assert {"项目工程部", "工程技术部", "营销部", "销售部", "营销中心", "物业公司"} <= names


def test_d11_the_row_that_lost_its_not_is_read_with_it() -> None:
    """002:559-563 按要求进行投诉信息传递, fined; 002:371 has 未按要求."""
    manual = load("R01")
    fine = next(one for one in manual.penalties if one.id == "P4")

    assert (fine.name, fine.amount) == ("其他对客部门及信息收集部门未按要求进行投诉信息传递", "100")
    assert "漏一“未”字" in fine.note
    assert str(manual.layouts["penalties"].blocks).count("未按要求进行投诉信息传递") == 2


def test_d18_outside_causes_are_invalid_at_one_and_to_be_improved_at_the_other() -> None:
    """002:69 against 000:146."""
    assert any("非公司原因" in ground.text for ground in load("R01").grounds if ground.validity == "invalid")
    assert "待改进投诉" in {one.name for one in load("R02").validities}


def test_d21_one_value_has_two_labels_on_two_forms() -> None:
    """002:399 物业房号, 002:441 物业编号: the same field."""
    layouts = load("R01").layouts.values()

    assert {
        label for label in ("物业房号", "物业编号") if any(label in str(layout.blocks) for layout in layouts)
    } == {
        "物业房号",
        "物业编号",
    }


def test_d37_letters_stay_as_they_are_printed() -> None:
    """002:641: A to F, J, H; G and I are missing."""
    lines = next(scale.criteria for scale in load("R11d").scales if scale.id == "gravity")

    assert "".join(line.text[0] for line in lines) == "ABCDEFJH"


def test_d43_five_remedies_stand_under_one_heading() -> None:
    """000:233 F-08: the five ways of handling are sub-columns of 处理方式, the loss is not."""
    columns = next(one for one in load("R14").registers if "客户投诉统计表" in one.name).columns

    assert [one.title for one in columns if one.group == "处理方式"] == [
        "退货",
        "换货",
        "折扣",
        "维修",
        "其他",
    ]
    assert [one.group for one in columns if one.title.startswith("损失")] == [""]
    assert len(columns) == 13


@pytest.mark.parametrize(
    ("manual", "source", "blanks"),
    [
        ("R08", "000:296", {"综合管理部及以上部门投诉方式", "员工投诉的办理"}),
        ("R02", "000:275", {"接待投诉注意事项", "投诉的处理程序、技巧", "回访"}),
        ("R02", "000:279", {"客观方面的原因"}),
    ],
)
def test_d44_chapters_that_are_promised_and_missing_are_unset(
    manual: str, source: str, blanks: set[str]
) -> None:
    found = {one.name: one.source for one in load(manual).principles if one.text == "unset"}

    assert blanks <= found.keys()
    assert all(source in found[name] for name in blanks)


def test_d47_documents_are_laid_out_as_the_group_says_or_as_the_state_does() -> None:
    """002:607: title 18 pt (小2), body 15 pt (小3), number 10.5 pt (5号); the state's body is 16 pt (3号)."""
    sizes = {}
    for option in ("group_office", "state"):
        layout = load("R14+X2", {"document_layout": option}).layouts["document"]
        styles = load_profile(layout.profile).styles
        sizes[option] = tuple(styles[style].size for style in ("title", "body", "number"))

    assert sizes == {"group_office": (18, 15, 10.5), "state": (22, 16, 16)}


def test_d48_of_two_copies_the_whole_one_is_quoted() -> None:
    """000:258 安全违法行为 (000:302 lost 违法); 002:705 电话、电子邮件 (002:617 has 、、 and 电子)."""
    quoted = {manual: str(load(manual).principles) for manual in ("R03", "R12")}

    assert "安全违法行为" in quoted["R03"]
    assert "安全行为" not in quoted["R03"]
    assert "客户中心系统、电话、传真、电子邮件" in quoted["R12"]
    assert {"电话", "电子邮件"} <= {one.name for one in load("R12").channels}


def test_d49_no_statutory_days_are_invented_for_the_annex_that_is_missing() -> None:
    """000:67-79 promise a complaints annex that is not there."""
    assert not any(clock.statutory for clock in load("R06").clocks)
