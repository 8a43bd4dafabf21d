"""What was just done can be taken back exactly; once something followed from it, it cannot."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import DECISION, complaint

from desk.domain.errors import Forbidden
from desk.services import contacts, intake, notices, searching, stepping, undo
from desk.store import audit, case_list, schema
from desk.store import cases as rows
from desk.store.case_filter import CaseFilter

WORDS = st.text("甲乙丙丁戊冰箱退货 0123", min_size=1, max_size=12).filter(str.strip)
AMENDED = {"subject": WORDS, "respondent.name": WORDS, "demand": WORDS, "complainant.name": WORDS, "remark": WORDS,
           "narrative": WORDS, "outside.number": WORDS}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    opened = make_office(tmp_path_factory.mktemp("undo") / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def clerk(office):
    office.clock = lambda: NOON
    return office.viewer("counter")


def registered(office, clerk, **changed):
    return intake.register(office, clerk, complaint(**changed)).case.number


def stands(office, number):
    """All that the case is, but for its version and the record of what happened."""
    with office.store.reading() as tx:
        case = rows.whole(tx, number)
        [row] = case_list.page(tx, office.viewer("head"), CaseFilter(ids=frozenset({case.id})))
        c = schema.value_key.c
        keys = tx.connection.execute(
            select(c.fact, c.text, c.number, c.day).where(c.case_id == case.id)
        ).all()
        kept = [key for key in keys if any(part is not None for part in key[1:])]
        told = [entry for entry in case.timeline if entry.step != "undone" and not entry.undone]
        return (
            replace(case, version=0, timeline=()), told, rows.clocks(tx, case.id), replace(row, version=0), sorted(kept, key=str)
        )  # fmt: skip


@given(values=st.fixed_dictionaries({}, optional=AMENDED), step=st.sampled_from(["review", "amend"]))
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_an_act_and_its_undo_leave_the_case_as_it_was(office, values, step):
    office.clock = lambda: NOON
    clerk = office.viewer("counter")
    number = registered(office, clerk)
    before = stands(office, number)

    stepping.act(office, clerk, number, step, values)
    changed = stands(office, number)
    undo.undo(office, clerk, number)

    assert changed[1] != before[1]
    assert stands(office, number) == before


def test_what_was_typed_and_undone_is_not_found_any_more(office, clerk):
    number = registered(office, clerk)
    stepping.act(office, clerk, number, "amend", {"subject": "洗衣机漏水"})
    found = searching.find(office, clerk, "洗衣机漏水").total

    undo.undo(office, clerk, number)

    assert (found, searching.find(office, clerk, "洗衣机漏水").total) == (1, 0)


def test_undo_is_named_and_both_acts_stay_in_the_record(office, clerk):
    number = registered(office, clerk)
    stepping.act(office, clerk, number, "review")

    named = undo.offered(office, clerk, number)
    view = undo.undo(office, clerk, number)

    assert named == "撤销：审查受理条件"
    assert [(entry.step, entry.undone) for entry in view.case.timeline][-2:] == [
        ("review", True),
        ("undone", False),
    ]
    with office.store.reading() as tx:
        assert [one.act for one in audit.records(tx, case_id=view.id)][:2] == ["undo:review", "step:review"]
    assert undo.offered(office, clerk, number) == ""


def paper_followed(office, clerk, number):
    notices.issue(office, clerk, number, "receipt")


def colleague_followed(office, clerk, number):
    stepping.act(office, office.viewer("officer"), number, "amend", {"subject": "别人改的"})


def time_passed(office, clerk, number):
    office.clock = lambda: NOON + timedelta(seconds=31)


def looked_after(office, clerk, number):
    """The clerk's own contact with the complainant."""
    contacts.log(office, clerk, number, means="电话", content="已告知进展")


def deciding_followed(office, clerk, number):
    """A decision of the clerk's own as head."""
    stepping.act(office, replace(office.viewer("head"), user=clerk.user), number, "accept", DECISION)


@pytest.mark.parametrize(
    ("follow", "reason"),
    [(paper_followed, "文书"), (colleague_followed, "承办人员办的"), (time_passed, "已过 30 秒"),
     (looked_after, "不是步骤|又办了别的"), (deciding_followed, "办理结果|告知")],
)  # fmt: skip
def test_once_something_followed_undo_is_not_offered_and_refused_with_the_reason(
    office, clerk, follow, reason
):
    number = registered(office, clerk)
    stepping.act(office, clerk, number, "review")

    follow(office, clerk, number)

    assert undo.offered(office, clerk, number) == ""
    with pytest.raises(Forbidden, match=f"没有可以撤销的操作：.*({reason})"):
        undo.undo(office, clerk, number)


def test_nobody_undoes_what_a_colleague_did_and_nobody_undoes_a_registration_or_a_decision(office, clerk):
    number = registered(office, clerk)
    head = office.viewer("head")
    nothing_yet = undo.offered(office, clerk, number)
    stepping.act(office, head, number, "review")

    assert (nothing_yet, undo.offered(office, clerk, number)) == ("", "")
    stepping.act(office, head, number, "accept", DECISION)  # a decision: not harmless
    assert undo.offered(office, head, number) == ""


def test_at_thirty_seconds_it_can_still_be_undone(office, clerk):
    number = registered(office, clerk)
    stepping.act(office, clerk, number, "review")
    office.clock = lambda: NOON + timedelta(seconds=30)

    assert undo.offered(office, clerk, number) == "撤销：审查受理条件"
