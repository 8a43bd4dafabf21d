"""Two people, one case: different fields merge by themselves, the same field asks with both versions, nothing is lost."""

import pytest
from tests.services.rights_scene import ANYBODY, matter

from desk.domain.errors import Conflict
from desk.services import cases, intake, stepping


@pytest.fixture
def number(market_office) -> str:
    return intake.register(
        market_office, ANYBODY, matter(market_office, "complaint", "诸葛云长", "13900001234")
    ).case.number


def version(office, number) -> int:
    return cases.show(office, ANYBODY, number).case.version


def test_different_fields_merge_by_themselves(market_office, number) -> None:
    seen = version(market_office, number)
    stepping.act(
        market_office,
        market_office.viewer("officer"),
        number,
        "amend",
        {"subject": "冰箱漏电"},
        seen_version=seen,
    )

    stepping.act(
        market_office,
        market_office.viewer("counter"),
        number,
        "amend",
        {"demand": "只要换货"},
        seen_version=seen,
    )

    values = cases.show(market_office, ANYBODY, number).case.values
    assert (values["subject"], values["demand"]) == ("冰箱漏电", "只要换货")


def test_the_same_field_asks_with_both_versions_and_who_wrote_the_other(market_office, number) -> None:
    seen = version(market_office, number)
    stepping.act(
        market_office,
        market_office.viewer("officer"),
        number,
        "amend",
        {"subject": "冰箱漏电"},
        seen_version=seen,
    )

    with pytest.raises(Conflict) as told:
        stepping.act(
            market_office,
            market_office.viewer("counter"),
            number,
            "amend",
            {"subject": "冰箱和洗衣机"},
            seen_version=seen,
        )

    [clash] = told.value.clashes
    assert (clash.field, clash.theirs, clash.mine, clash.by) == (
        "subject",
        "冰箱漏电",
        "冰箱和洗衣机",
        "承办人员",
    )
    assert told.value.version == seen + 1
    assert cases.show(market_office, ANYBODY, number).case.values["subject"] == "冰箱漏电"


def test_who_has_seen_both_decides_and_both_stay_in_the_timeline(market_office, number) -> None:
    seen = version(market_office, number)
    stepping.act(
        market_office,
        market_office.viewer("officer"),
        number,
        "amend",
        {"subject": "冰箱漏电"},
        seen_version=seen,
    )
    with pytest.raises(Conflict) as told:
        stepping.act(
            market_office,
            market_office.viewer("counter"),
            number,
            "amend",
            {"subject": "冰箱和洗衣机"},
            seen_version=seen,
        )

    stepping.act(
        market_office, market_office.viewer("counter"), number, "amend", {"subject": "冰箱和洗衣机"},
        seen_version=told.value.version,
    )  # fmt: skip

    case = cases.show(market_office, ANYBODY, number).case
    written = [entry.values.get("subject") for entry in case.timeline if entry.step == "amend"]
    assert (case.values["subject"], written) == ("冰箱和洗衣机", ["冰箱漏电", "冰箱和洗衣机"])


def test_both_writing_the_same_words_is_no_conflict(market_office, number) -> None:
    seen = version(market_office, number)
    for user in ("officer", "counter"):
        stepping.act(
            market_office,
            market_office.viewer(user),
            number,
            "amend",
            {"subject": "冰箱漏电", "demand": user},
            seen_version=version(market_office, number) if user == "counter" else seen,
        )

    assert cases.show(market_office, ANYBODY, number).case.values["subject"] == "冰箱漏电"


def test_who_may_not_see_identities_is_not_told_them_by_a_conflict(market_office, number) -> None:
    from dataclasses import replace

    from desk.domain.viewer import RIGHTS

    blind = replace(ANYBODY, rights=RIGHTS - {"see_identity"})
    seen = version(market_office, number)
    stepping.act(market_office, ANYBODY, number, "amend", {"complainant.name": "公孙大娘"}, seen_version=seen)

    with pytest.raises(Conflict) as told:
        stepping.act(market_office, blind, number, "amend", {"complainant.name": "令狐冲"}, seen_version=seen)

    [clash] = told.value.clashes
    assert "大娘" not in str(told.value.document())
    assert clash.value is None
