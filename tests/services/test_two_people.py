"""Two people, one case: different fields merge by themselves, the same field asks with both versions, nothing is lost."""

from datetime import timedelta

import pytest
from tests.fixtures_office import NOON
from tests.services.rights_scene import ANYBODY, matter

from desk.domain.errors import Conflict, DeskError
from desk.services import cases, contact_changes, intake, reclassifying, stepping, times


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


# --- what is no step ---


def earlier(hours: int):
    return NOON - timedelta(hours=hours)


def retime(office, number, hours, seen=None, step="received", user="counter"):
    viewer = office.viewer(user)
    return times.correct(office, viewer, number, step, earlier(hours), "当时停电", seen_version=seen)


def reclassify(office, number, seen=None, user="counter", **what):
    return reclassifying.reclassify(office, office.viewer(user), number, **what, seen_version=seen)


def test_a_moment_that_somebody_else_corrected_is_asked_with_both(market_office, number) -> None:
    seen = version(market_office, number)
    retime(market_office, number, 5, user="officer")

    with pytest.raises(Conflict) as told:
        retime(market_office, number, 4, seen)

    [clash] = told.value.clashes
    assert (clash.title, clash.by) == ("“收到”的时间", "承办人员")
    assert ("7时" in clash.theirs, "8时" in clash.mine, clash.value) == (True, True, earlier(5))
    assert cases.show(market_office, ANYBODY, number).case.received_at == earlier(5)
    assert retime(market_office, number, 4, told.value.version).case.received_at == earlier(4)


def test_a_step_that_was_taken_again_meanwhile_is_not_retimed_unseen(market_office, number) -> None:
    stepping.act(market_office, ANYBODY, number, "review")
    seen = version(market_office, number)
    stepping.act(market_office, ANYBODY, number, "review")

    with pytest.raises(Conflict):
        retime(market_office, number, 1, seen, step="review")


def test_another_moment_than_the_one_somebody_corrected_is_no_conflict(market_office, number) -> None:
    stepping.act(market_office, ANYBODY, number, "review")
    seen = version(market_office, number)
    retime(market_office, number, 5, user="officer")

    assert retime(market_office, number, 1, seen, step="review").case.when("review") == (earlier(1),)


def test_a_category_that_somebody_else_changed_is_asked_with_both(market_office, number) -> None:
    book = market_office.rulebook
    first, second, third = [one.id for one in book.categories if not one.kinds or "complaint" in one.kinds][
        :3
    ]
    here = cases.show(market_office, ANYBODY, number).case.category
    theirs, mine = [one for one in (first, second, third) if one != here][:2]
    seen = version(market_office, number)
    reclassify(market_office, number, category=theirs, user="officer")

    with pytest.raises(Conflict) as told:
        reclassify(market_office, number, seen, category=mine)

    [clash] = told.value.clashes
    assert (clash.title, clash.value, clash.by) == ("类别", theirs, "承办人员")
    assert cases.show(market_office, ANYBODY, number).case.category == theirs
    assert reclassify(market_office, number, told.value.version, category=mine).case.category == mine


def test_without_a_version_seen_the_latest_stands_and_both_are_in_the_timeline(market_office, number) -> None:
    retime(market_office, number, 5, user="officer")
    retime(market_office, number, 4)

    case = cases.show(market_office, ANYBODY, number).case
    assert [entry.by for entry in case.timeline if entry.step == "retimed"] == ["officer", "counter"]


def change_phone(office, number, phone, seen=None, **more):
    given = {"complainant.phone": phone} if phone else {}
    return contact_changes.change(
        office, office.viewer("counter"), number, given, reason="本人来电", seen_version=seen, **more
    )


def test_a_phone_that_somebody_else_changed_is_asked_with_both(market_office, number) -> None:
    seen = version(market_office, number)
    change_phone(market_office, number, "13900009999")

    with pytest.raises(Conflict) as told:
        change_phone(market_office, number, "13900008888", seen)

    [clash] = told.value.clashes
    assert (clash.theirs, clash.mine) == ("13900009999", "13900008888")


def test_what_was_brought_is_kept_beside_a_phone_that_somebody_else_changed(market_office, number) -> None:
    seen = version(market_office, number)
    change_phone(market_office, number, "13900009999")

    after = change_phone(market_office, number, "", seen, brought="发票原件")

    assert after.case.values["complainant.phone"] == "13900009999"
    assert "发票原件" in after.case.timeline[-1].note


def test_control_what_cannot_be_is_refused_before_anybody_is_asked(market_office, number) -> None:
    seen = version(market_office, number)
    retime(market_office, number, 5, user="officer")

    with pytest.raises(DeskError) as told:
        retime(market_office, number, -1, seen)

    assert not isinstance(told.value, Conflict)
