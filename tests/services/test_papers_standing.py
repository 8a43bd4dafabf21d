"""Which paper still answers the step that calls for it, and when a new one is to be given out."""

from dataclasses import replace
from datetime import datetime
from functools import cache

import msgspec
import pytest
from tests.small_office import at, case, happened

from desk.domain.case import Case
from desk.rulebook.documents import Paper
from desk.rulebook.loading import load
from desk.services.cases import CaseView
from desk.services.offers import standing
from desk.store.papers import PaperRow

ASSIGNED = ("assign", "2026-11-20 10:00")
INVESTIGATED = ("investigate", "2026-11-20 11:00")
RECORDED = ("record", "2026-11-20 10:00")
PASSED_ON = ("assign", "2026-11-20 11:00")


@cache
def investigation() -> Paper:
    """R14's 调查表, handed out when the matter is assigned and filled when it is investigated (000:233)."""
    return load("R14").paper("investigation")


@cache
def feedback() -> Paper:
    """R13a's 反馈单: each complaint has one and no other (002:651)."""
    return load("R13a").paper("feedback")


def view(of: Case, *papers: PaperRow) -> CaseView:
    """The case with these papers, as somebody sees it who sees everything."""
    nothing: dict[str, object] = {"words": {}, "facts": {}, "grades": (), "clocks": (), "steps": ()}
    return CaseView(
        id=1, number=of.number, case=of, sealed=False, known=frozenset(), papers=papers, **nothing
    )  # type: ignore[arg-type]


def issued(paper: Paper, moment: str, **changed: object) -> PaperRow:
    """The paper as it was issued at this moment."""
    row = PaperRow(
        id=1, case_id=1, kind=paper.id, number="一号", version=1, state="issued", at=at(moment), by="li",
        sha256="", pages=1, copies=1, printed=0, void_reason="",
    )  # fmt: skip
    return replace(row, **changed)  # type: ignore[arg-type]


def stands(paper: Paper, moment: str, *steps: tuple[str, str], **changed: object) -> bool:
    """Whether the paper issued then answers these steps."""
    return (
        standing(paper, view(case(timeline=happened(*steps)), issued(paper, moment, **changed))) is not None
    )


def test_a_paper_answers_the_step_after_which_it_was_issued() -> None:
    assert stands(investigation(), "2026-11-20 10:05", ASSIGNED)
    assert not stands(investigation(), "2026-11-20 09:55", ASSIGNED)


def test_step_and_print_at_the_same_recorded_moment_stand() -> None:
    assert stands(investigation(), "2026-11-20 10:00", ASSIGNED)


def test_a_later_step_that_calls_for_the_same_form_calls_for_it_anew() -> None:
    assert not stands(investigation(), "2026-11-20 10:05", ASSIGNED, INVESTIGATED)
    assert stands(investigation(), "2026-11-20 11:00", ASSIGNED, INVESTIGATED)


def test_a_step_taken_again_calls_for_a_new_paper() -> None:
    assert not stands(investigation(), "2026-11-20 10:05", ASSIGNED, ("assign", "2026-11-20 10:30"))


def test_a_step_that_calls_for_something_else_leaves_it_standing() -> None:
    assert stands(investigation(), "2026-11-20 10:05", ASSIGNED, ("analyse", "2026-11-20 12:00"))


def test_a_step_that_was_taken_back_calls_for_nothing() -> None:
    taken, back = happened(ASSIGNED, INVESTIGATED)
    of = case(timeline=(taken, replace(back, undone=True)))

    assert standing(investigation(), view(of, issued(investigation(), "2026-11-20 10:05")))


@pytest.mark.parametrize("moment", ["2026-11-20 10:05", "2026-11-20 11:05"])
def test_a_paper_that_goes_out_once_stands_whatever_follows(moment: str) -> None:
    assert feedback().once
    assert stands(feedback(), moment, RECORDED, PASSED_ON)
    assert not stands(not_only_once(feedback()), "2026-11-20 10:05", RECORDED, PASSED_ON)  # else it would not


@pytest.mark.parametrize("changed", [{"state": "void"}, {"kind": "receipt"}])
def test_what_is_void_or_another_paper_does_not_stand(changed: dict[str, str]) -> None:
    assert not stands(feedback(), "2026-11-20 12:00", RECORDED, **changed)
    assert not stands(investigation(), "2026-11-20 12:00", ASSIGNED, **changed)


def test_of_several_the_newest_stands() -> None:
    first, second = (
        issued(investigation(), moment, id=n, number=number)
        for n, (moment, number) in enumerate((("2026-11-20 10:05", "一号"), ("2026-11-20 10:10", "二号")))
    )

    found = standing(investigation(), view(case(timeline=happened(ASSIGNED)), first, second))

    assert found is not None
    assert (found.number, found.at) == ("二号", datetime.fromisoformat("2026-11-20T10:10+08:00"))


def not_only_once(paper: Paper) -> Paper:
    """The same paper, but for going out once."""
    return msgspec.structs.replace(paper, once=False)
