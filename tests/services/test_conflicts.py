"""A case that somebody must not know of: it is in nothing that this user is told, and a superior keeps seeing it."""

import re
from dataclasses import replace

import pytest
from tests.fixtures_office import make_office
from tests.services.rights_scene import ANYBODY, DAY, matter, said

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import (
    cases,
    conflicts,
    figures,
    intake,
    issued_papers,
    notices,
    outlook,
    paper_codes,
    pictures,
    refresh,
    registers,
    searching,
    stepping,
    today,
    undo,
    users,
)  # fmt: skip
from desk.store.case_filter import CaseFilter
from desk.store.case_list import Order

NAME, PHONE = "诸葛云长", "13900001234"


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def complaint(office, name=NAME, phone=PHONE, **more) -> str:
    typed = matter(office, "complaint", name, phone)
    return intake.register(
        office, office.viewer("counter"), replace(typed, values={**typed.values, **more})
    ).case.number


def told(office, viewer) -> list[str]:
    """All that a viewer can ask of the office about its cases; not the audit's own count at the foot of a register."""
    draft = matter(office, "complaint", NAME, PHONE)
    beside = outlook.of(office, viewer, draft)
    lines = [registers.book(office, viewer, one.id, DAY, DAY) for one in office.rulebook.registers]
    found = [
        *(said(cases.page(office, viewer, order=Order(by, False))) for by in ("newest", "number", "due")),
        said(cases.count(office, viewer)), said(cases.count(office, viewer, CaseFilter(text=NAME))),
        said(cases.due(office, viewer, "90wd")), said(searching.find(office, viewer, NAME)),
        said(searching.find(office, viewer, PHONE[-4:])), said(searching.find(office, viewer, "zgyc")),
        said(figures.figures(office, viewer, DAY, DAY)), said(pictures.pictures(office, viewer, DAY, DAY)),
        said(registers.counts(office, viewer, DAY, DAY)), said(registers.behind(office, viewer, DAY, DAY, "total")),
        said(lines),
        *(said(registers.written(office, viewer, one, suffix).data) for one in lines for suffix in (".csv", ".pdf")),
        said([(part.id, part.count, part.lines) for part in today.today(office, viewer).parts]),
        said(beside.similar), said(beside.repetitions), said(outlook.similar(office, viewer, draft)),
        said(issued_papers.unprinted(office, viewer)), said(refresh.refresh(office, viewer)),
    ]  # fmt: skip
    return [re.sub("审计校验 [0-9]+-[0-9a-f]+", "", one) for one in found]


def test_a_kept_case_leaves_no_trace_in_anything_that_is_told(office) -> None:
    """What the head is told with the case kept is, byte for byte, what was told before there was one."""
    complaint(office, "宇文成都", "13900007777")
    head = office.viewer("head")
    heads_words = told(office, head)
    number = complaint(office)
    notices.issue(office, ANYBODY, number, "receipt")
    with_it = told(office, head)

    conflicts.keep_from(office, office.viewer("counter"), number, "head", "被投诉人是其近亲属")

    assert told(office, head) == heads_words
    assert with_it != heads_words  # control


def test_every_door_to_a_kept_case_is_shut_as_if_it_were_not_there(office) -> None:
    number = complaint(office)
    paper = notices.issue(office, ANYBODY, number, "receipt").paper_id
    conflicts.keep_from(office, office.viewer("counter"), number, "head", "被投诉人是其近亲属")
    head = office.viewer("head")
    with office.store.reading() as tx:
        code = paper_codes.code_of(tx, number)

    for door in (
        lambda: cases.show(office, head, number), lambda: issued_papers.reprint(office, head, paper),
        lambda: undo.undo(office, head, number), lambda: stepping.act(office, head, number, "review"),
        lambda: conflicts.lift(office, head, number, "head"), lambda: conflicts.listed(office, head, number),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            door()
    assert paper_codes.check(office, head, code).kind != "ours"
    assert conflicts.listed(office, head) == ()


def test_a_missing_number_is_explained_under_every_register_whether_one_is_missing_or_not(office) -> None:
    complaint(office)
    head = office.viewer("head")

    paper = registers.written(office, head, registers.book(office, head, "cases", DAY, DAY), ".pdf").data

    assert registers.NOT_CONTINUOUS in said(paper)


def test_the_superior_keeps_seeing_it_and_may_give_it_back(office) -> None:
    number = complaint(office)
    conflicts.keep_from(office, office.viewer("counter"), number, "head", "被投诉人是其近亲属")
    supervisor = office.viewer("supervisor")

    [kept] = conflicts.listed(office, supervisor)
    conflicts.lift(office, supervisor, number, "head")

    assert (kept.number, kept.user, kept.by, kept.reason) == (number, "head", "counter", "被投诉人是其近亲属")
    assert cases.show(office, office.viewer("head"), number).number == number
    assert conflicts.listed(office, supervisor) == ()


def test_somebody_must_be_left_who_sees_the_case(office) -> None:
    number = complaint(office)
    conflicts.keep_from(office, office.viewer("counter"), number, "head", "被投诉人是其近亲属")

    with pytest.raises(DeskError, match="没有上级"):
        conflicts.keep_from(office, office.viewer("counter"), number, "supervisor", "被投诉人是其近亲属")

    assert cases.show(office, office.viewer("supervisor"), number).number == number


def test_a_reason_a_user_and_a_right_are_asked_for(office) -> None:
    number, counter = complaint(office), office.viewer("counter")

    with pytest.raises(DeskError, match="理由"):
        conflicts.keep_from(office, counter, number, "head", " ")
    with pytest.raises(NotFound):
        conflicts.keep_from(office, counter, number, "nobody", "同名")
    with pytest.raises(Forbidden):
        conflicts.keep_from(office, office.viewer("officer"), number, "counter", "同名")


def test_who_is_concerned_may_step_back_by_themselves(office) -> None:
    number, officer = complaint(office), office.viewer("officer")

    conflicts.keep_from(office, officer, number, "officer", "被投诉人是我的亲属")

    with pytest.raises(NotFound):
        cases.show(office, officer, number)


def test_a_complaint_against_a_colleague_is_kept_from_the_colleague_at_once(office) -> None:
    admin = office.viewer("administrator")
    users.change(office, admin, "head", name="上官明月")

    number = complaint(office, **{"respondent.name": "上官明月"})

    with pytest.raises(NotFound):
        cases.show(office, office.viewer("head"), number)
    [kept] = conflicts.listed(office, office.viewer("supervisor"))
    assert (kept.number, kept.user, kept.by) == (number, "head", "")


def test_the_same_holds_in_a_session_that_was_open_before(office) -> None:
    """The viewer that a window holds since the morning knows of it at the next question."""
    head, number = office.viewer("head"), complaint(office)
    before = cases.count(office, head).n

    conflicts.keep_from(office, office.viewer("counter"), number, "head", "被投诉人是其近亲属")

    assert cases.count(office, head).n == before - 1


def test_a_merged_case_does_not_betray_a_kept_one(office) -> None:
    from desk.services import links

    first, second = complaint(office), complaint(office, **{"respondent.name": "另一商行"})
    links.link(office, ANYBODY, first, second, "same_event")
    conflicts.keep_from(office, office.viewer("counter"), second, "head", "被投诉人是其近亲属")

    assert links.related(office, office.viewer("head"), first) == ()
    assert second not in said(cases.show(office, office.viewer("head"), first))
