"""The manuals' contradictions and silences (D-01 to D-49): each that has two readings is a switch with default and reason.

The readings, options and defaults are written from the list of contradictions, not read from the rulebooks.
"""

import pytest

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


def test_d49_no_statutory_days_are_invented_for_the_annex_that_is_missing() -> None:
    """000:67-79 promise a complaints annex that is not there."""
    assert not any(clock.statutory for clock in load("R06").clocks)
