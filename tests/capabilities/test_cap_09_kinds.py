"""Each kind of matter with its own clocks; what was taken in as the wrong kind is put right (CAP-09)."""

from pathlib import Path

import pytest
from sqlalchemy import select
from tests.capabilities.counter import Opened, act, altered, clocks, look, steps, take_in

from desk.domain.case import RECLASSIFIED
from desk.domain.errors import DeskError, Forbidden
from desk.services import checks
from desk.services.reclassifying import reclassify
from desk.store import cases, schema
from desk.store.encoding import facts


def test_each_kind_has_its_own_clocks(opened: Opened) -> None:
    """Enquiry at once or within 24 hours, suggestion within what was promised, complaint handled (002:599)."""
    office = opened("R09")

    asked = take_in(office, "recipient", kind="enquiry", direct=False).case
    complained = take_in(office, "recipient", kind="complaint").case

    assert [kind.name for kind in office.rulebook.kinds] == ["咨询", "建议", "投诉"]
    assert clocks(asked)["answer"].limit.words == "24小时"
    assert "answer" not in clocks(complained)
    promised = {"reply_needed": True, "promised": "2026-11-25 17:00"}
    suggested = take_in(office, "recipient", kind="suggestion", **promised).case
    assert "answer" not in clocks(suggested)
    assert "11-25 17:00" in {f"{clock.due:%m-%d %H:%M}" for clock in clocks(suggested).values() if clock.due}


def test_before_acceptance_the_kind_is_changed_and_the_clocks_follow(opened: Opened) -> None:
    office = opened("R09")
    number = take_in(office, "recipient", kind="enquiry", direct=False).case.number

    view = reclassify(office, office.viewer("recipient"), number, kind="complaint", note="听完才知是投诉")

    assert (view.number, view.case.kind) == (number, "complaint")
    assert "answer" not in clocks(view)
    assert "assign" in steps(look(office, "order", number))
    assert view.case.timeline[-1].step == RECLASSIFIED
    assert view.case.timeline[-1].note == "类型：咨询 → 投诉；听完才知是投诉"
    assert checks.verify(office).findings == ()


def test_after_acceptance_the_kind_stays(opened: Opened) -> None:
    office = opened("R09")
    number = take_in(office, "recipient", kind="complaint").case.number
    department = office.rulebook.departments[0].id
    act(office, "recipient", number, "assign", department=department, opinion="请核查")

    with pytest.raises(DeskError) as refusal:
        reclassify(office, office.viewer("recipient"), number, kind="enquiry")

    assert refusal.value.code == "too_late"


def test_a_category_chosen_later_brings_its_department_and_its_limit(opened: Opened) -> None:
    """Late hand-over → 项目工程部 (002:113); property matters close in 3 days (002:319)."""
    office = opened("R01")
    number = take_in(office, "reception").case.number
    act(office, "service", number, "accept", respondent__staff=False)
    assert "judge" not in steps(look(office, "service", number))

    view = reclassify(office, office.viewer("service"), number, category="property_service")

    assert clocks(view)["close"].limit.words == "3日"
    assert view.words["case.department"] == "物业公司"
    assert "judge" in steps(look(office, "service", number))
    other = reclassify(office, office.viewer("service"), number, category="attitude")
    assert other.words["case.department"] == ""


def test_what_does_not_fit_is_refused(opened: Opened) -> None:
    office = opened("R01")
    number = take_in(office, "reception").case.number

    for wrong in ({"kind": "nothing"}, {"category": "nothing"}):
        with pytest.raises(DeskError) as refusal:
            reclassify(office, office.viewer("service"), number, **wrong)
        assert refusal.value.code == "unknown"
    with pytest.raises(Forbidden):
        reclassify(office, office.viewer("admin"), number, category="repair")


def test_what_a_manual_keeps_with_the_identities_stays_there_in_another_category(
    opened: Opened, tmp_path: Path
) -> None:
    """R05 hides the words of a report besides who made it: they may tell the reporter (CAP-18). Here it seals none."""
    unsealed = (
        ('sealed_kinds = ["report"]', "sealed_kinds = []"),
        ('anonymity = "hide"', 'anonymity = "allow"'),
    )
    office = opened(altered(tmp_path / "manual", "R05", *unsealed))
    words = "我是三车间的班长"
    number = take_in(office, "hotline", category="harm", narrative=words).case.number

    def in_the_open() -> list[str]:
        with office.store.reading() as tx:
            return [
                str(facts(told)) for told in tx.connection.execute(select(schema.content.c.facts)).scalars()
            ]

    before = in_the_open()
    reclassify(office, office.viewer("hotline"), number, category="crime")

    assert not any(words in told for told in (*before, *in_the_open()))
    with office.store.reading() as tx:
        whole = cases.whole(tx, number)
    assert (whole.category, whole.values["narrative"]) == ("crime", words)
