"""The page of the day: what is due, what papers wait for, what returns, who asked; each counted once and shown to whom it may be."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import event
from tests.capabilities.counter import act, draft, set_time, take_in
from tests.fixtures_office import make_office
from tests.services.test_main_job import DECISION, complaint
from tests.small_office import at

from desk.domain.errors import Forbidden
from desk.services import (
    cases,
    conflicts,
    deliveries,
    drafts,
    duties,
    intake,
    issued_papers,
    looks,
    manuals,
    notices,
    seals,
    stepping,
)
from desk.services.office import Office
from desk.services.today import SHOWN, Today, today


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Office]]:
    """Opens offices under a shipped manual."""
    made: list[Office] = []

    def open_(rulebook: str) -> Office:
        made.append(make_office(tmp_path / f"office{len(made)}", rulebook))
        return made[-1]

    yield open_
    for office in made:
        office.close()


def page(office: Office, user: str = "head") -> Today:
    return today(office, office.viewer(user))


def numbers(office: Office, part: str, user: str = "head") -> list[str]:
    return [line.number for line in page(office, user).part(part).lines]


def counted(office: Office, user: str = "head") -> dict[str, int]:
    """The parts that are not empty."""
    return {part.id: part.count.n for part in page(office, user).parts if part.count.n}


def accepted(office: Office, **changed: object) -> str:
    """A complaint of Friday, 20 November 2026, accepted at noon; nothing of it is due on that day or the next two."""
    number = intake.register(office, office.viewer("counter"), complaint(**changed)).case.number
    stepping.act(office, office.viewer("head"), number, "accept", DECISION)
    return number


# --- what is due ---


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        # 第十五条: seven working days from Friday the 20th are the 23rd to the 27th, the 30th and Tuesday, 1 December
        ("2026-11-26 12:00", ""),  # Monday the 30th is the second working day after
        ("2026-11-27 12:00", "soon"),  # now it is Tuesday the 1st, to its very end
        ("2026-11-30 23:59", "soon"),
        ("2026-12-01 00:00", "today"),
        ("2026-12-01 17:30", "today"),
        ("2026-12-01 17:31", "overdue"),
    ],
)
def test_a_case_stands_in_one_part_by_how_long_it_has(market_office, moment, part) -> None:
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number

    set_time(market_office, at(moment))

    found = {id_: numbers(market_office, id_) for id_ in ("overdue", "today", "soon")}
    assert found == {id_: [number] if id_ == part else [] for id_ in found}


def test_a_due_case_says_until_when_and_who_is_waited_for(market_office) -> None:
    intake.register(market_office, market_office.viewer("counter"), complaint())
    set_time(market_office, at("2026-12-01 09:00"))

    [line] = page(market_office).part("today").lines

    assert (line.words, line.at, line.whom) == ("购买冰箱不制冷", at("2026-12-01 17:30"), "承办人员")


def test_the_list_of_what_is_due_reaches_to_the_end_of_its_last_day(market_office) -> None:
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    head = market_office.viewer("head")
    found = {}
    for day in (26, 27):
        set_time(market_office, at(f"2026-11-{day} 12:00"))
        found[day] = [row.number for row in cases.due(market_office, head, "2wd")]

    assert found == {26: [], 27: [number]}


def test_an_ended_case_is_not_due_whatever_clock_nobody_stopped(market_office) -> None:
    head = market_office.viewer("head")
    number = take_in(
        market_office, "counter", kind="report", channel="window", summary="反映一家商行"
    ).case.number
    act(market_office, "head", number, "file_case", **DECISION)
    set_time(market_office, at("2026-11-23 12:00"))
    act(
        market_office, "head", number, "add_facts", new_facts="又看到一次"
    )  # its clock begins anew (第三十五条)
    set_time(market_office, at("2027-06-01 09:00"))
    open_ = (numbers(market_office, "overdue"), [row.number for row in cases.due(market_office, head, "2wd")])

    act(market_office, "head", number, "conclude", result="罚款")

    [row] = cases.page(market_office, head)
    assert row.next_due_at == at("2026-12-14 17:30")  # still: 15 working days after 23 November
    assert open_ == ([number], [number])
    assert (numbers(market_office, "overdue"), cases.due(market_office, head, "2wd")) == ([], ())


# --- what papers wait for ---


def test_a_decision_waits_for_the_printer_the_seal_and_its_addressee_until_each_is_done(
    market_office,
) -> None:
    head = market_office.viewer("head")
    number = accepted(market_office)
    seen = [counted(market_office)]

    paper = notices.issue(market_office, head, number, "acceptance").paper_id
    seen.append(counted(market_office))
    issued_papers.log_print(market_office, head, paper, "一号打印机", 1, reprinted=False)
    seen.append(counted(market_office))
    seals.put_seal(market_office, head, paper)
    seen.append(counted(market_office))
    deliveries.deliver(market_office, head, paper, "邮寄送达")
    seen.append(counted(market_office))

    assert seen == [{}, {"seal": 1, "print": 1, "deliver": 1}, {"seal": 1, "deliver": 1}, {"deliver": 1}, {}]


def test_a_receipt_waits_for_the_printer_alone(market_office) -> None:
    number = accepted(market_office)

    notices.issue(market_office, market_office.viewer("counter"), number, "receipt")

    assert counted(market_office) == {"print": 1}


def test_a_void_paper_waits_for_nothing(market_office) -> None:
    head = market_office.viewer("head")
    paper = notices.issue(market_office, head, accepted(market_office), "acceptance").paper_id

    issued_papers.void(market_office, head, paper, "写错")

    assert counted(market_office) == {}
    assert issued_papers.unprinted(market_office, head) == ()


def test_a_paper_says_what_it_is_whose_case_it_belongs_to_and_who_issued_it(market_office) -> None:
    head = market_office.viewer("head")
    number = accepted(market_office)
    notices.issue(market_office, head, number, "acceptance")

    [line] = page(market_office).part("seal").lines

    assert (line.number, line.words, line.whom, line.at) == (
        number, "投诉受理决定书 示市监投受﹝2026﹞第1号", head.name, at("2026-11-20 12:00"),
    )  # fmt: skip
    assert line.paper.kind == "acceptance"


def test_all_are_counted_and_the_oldest_shown(market_office) -> None:
    from desk.store import papers

    number = accepted(market_office)
    case_id = cases.show(market_office, market_office.viewer("head"), number).id
    with market_office.store.writing() as tx:
        for n in range(SHOWN + 3):
            papers.issue(tx, case_id=case_id, kind="receipt", number=f"{n}", by="counter", at=market_office.now(),
                         data=b"", content={}, pages=1, copies=1)  # fmt: skip

    part = page(market_office).part("print")

    assert part.count.n == SHOWN + 3
    assert [line.paper.number for line in part.lines] == [str(n) for n in range(SHOWN)]


# --- what the manual asks besides ---


def test_a_matter_that_came_with_a_number_from_outside_is_listed_while_the_number_is_not_written_down(
    opened,
) -> None:
    office = opened("R05")  # a matter from the web has its 平台编号
    clerk = next(user.id for user in office.users() if office.viewer(user.id).may("register"))
    without = take_in(office, clerk, channel="web").case.number
    take_in(office, clerk, channel="web", outside__number="1350102026112000001")
    take_in(office, clerk, channel=next(one.id for one in office.rulebook.channels if one.id != "web"))

    assert numbers(office, "outside", clerk) == [without]


def test_a_manual_that_knows_of_no_such_number_has_no_such_part(opened) -> None:
    office = opened("R02")

    assert "outside" not in {part.id for part in page(office, office.users()[0].id).parts}


def test_an_oral_record_is_listed_until_it_is_signed(opened) -> None:
    office = opened("R06")  # 000:15
    oral = take_in(office, "clerk", kind="complaint", channel="oral").case.number
    take_in(office, "clerk", kind="complaint", channel="letter")
    before = numbers(office, "record", "clerk")

    act(office, "clerk", oral, "sign_record", signed="signed")

    assert (before, numbers(office, "record", "clerk")) == ([oral], [])


def test_a_dispatched_matter_is_listed_until_the_unit_has_signed_for_it(opened) -> None:
    office = opened("R16")
    number = take_in(office, "operator", category=office.rulebook.categories[0].id).case.number
    before = numbers(office, "receipt", "dispatcher")
    act(office, "dispatcher", number, "dispatch", department=office.rulebook.departments[0].id)
    sent = numbers(office, "receipt", "dispatcher")

    act(office, "unit", number, "sign_for")

    assert (before, sent, numbers(office, "receipt", "dispatcher")) == ([], [number], [])


def test_what_only_an_approver_may_move_on_waits_for_the_approver_alone(opened) -> None:
    office = opened("R11a")  # 002:635: the 处理单 is approved by 营销部主任 or 营销副总
    number = take_in(office, "salesman").case.number
    act(office, "director", number, "review", details="经过", evidence_asked=False, emergency=False)
    before = numbers(office, "approve", "director")
    act(office, "clerk", number, "issue_sheet")

    found = {user: numbers(office, "approve", user) for user in ("director", "vice", "clerk")}
    assert (before, found) == ([], {"director": [number], "vice": [number], "clerk": []})


def test_a_duty_is_counted_until_it_was_done_as_often_as_the_manual_says(opened) -> None:
    office = opened("R02")  # 000:153: the public site is browsed twice a day
    viewer = office.viewer(office.users()[0].id)
    seen = []
    for _ in range(3):
        part = today(office, viewer).part("duty")
        [line] = [line for line in part.lines if line.duty.duty.id == "browse"]
        seen.append(
            (
                line.duty.progress,
                line.duty.standing,
                part.count.n - sum(one.duty.standing == "due" for one in part.lines if one is not line),
            )
        )
        duties.mark_done(office, office.viewer("specialist"), "browse")

    assert seen == [("0/2", "due", 1), ("1/2", "due", 1), ("2/2", "done", 0)]


# --- who asked, and who may know ---


def test_a_wish_to_see_an_identity_waits_for_whoever_may_grant_it(market_office) -> None:
    number = take_in(
        market_office, "counter", kind="report", channel="window", summary="反映一家商行"
    ).case.number
    looks.ask(market_office, market_office.viewer("officer"), number, "核实举报人")

    [line] = page(market_office, "head").part("look").lines

    assert (line.number, line.words, line.whom) == (number, "核实举报人", market_office.user_name("officer"))
    assert "look" not in {part.id for part in page(market_office, "officer").parts}


def test_nobody_is_asked_to_grant_their_own_wish(market_office) -> None:
    number = take_in(
        market_office, "counter", kind="report", channel="window", summary="反映一家商行"
    ).case.number
    looks.ask(market_office, market_office.viewer("head"), number, "核实举报人")

    assert counted(market_office, "head") == {}


def test_a_draft_is_named_by_the_surname_and_only_to_whoever_wrote_it(market_office) -> None:
    counter = market_office.viewer("counter")
    values = {"complainant.name": "欧阳修文", "subject": "退款"}
    drafts.keep(market_office, counter, uuid4(), {"kind": "complaint", "values": values}, parked=True)

    [line] = page(market_office, "counter").part("draft").lines

    assert line.words == "欧阳　退款"
    assert page(market_office, "officer").part("draft").lines == ()


def test_whoever_must_not_know_of_a_case_sees_no_count_of_it(market_office) -> None:
    head = market_office.viewer("head")
    number = accepted(market_office)
    notices.issue(market_office, head, number, "acceptance")
    set_time(market_office, at("2027-06-01 09:00"))
    before = counted(market_office)
    conflicts.keep_from(market_office, market_office.viewer("supervisor"), number, "head", "被投诉人是其亲属")

    seen = {part.id: (part.count.n, part.lines) for part in today(market_office, head).parts}

    assert before == {"overdue": 1, "seal": 1, "print": 1, "deliver": 1}  # control
    assert set(seen.values()) == {(0, ())}


def test_a_sealed_case_is_listed_without_its_people(market_office) -> None:
    done = intake.register(
        market_office, market_office.viewer("counter"),
        draft(market_office, kind="report", channel="window", summary="反映一家商行", complainant__name="南宫问雅"),
    )  # fmt: skip
    notices.issue(market_office, market_office.viewer("counter"), done.case.number, "receipt")

    [line] = page(market_office, "head").part("print").lines

    assert line.number == done.case.number
    assert "南宫" not in repr(line)


# --- how much it asks of the store ---


def statements(office: Office) -> int:
    """How many questions the page asks of the store."""
    asked = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        asked.append(statement)

    page(office)
    event.listen(office.store.reader, "before_cursor_execute", note)
    page(office)
    event.remove(office.store.reader, "before_cursor_execute", note)
    return len(asked)


def test_the_page_asks_no_more_of_many_cases_than_of_few(market_office) -> None:
    head = market_office.viewer("head")

    def several(count: int) -> None:
        for n in range(count):
            number = accepted(market_office, subject=f"第{n}件")
            notices.issue(market_office, head, number, "acceptance")
        set_time(market_office, at("2026-11-20 12:00"))

    several(1)
    set_time(market_office, at("2027-06-01 09:00"))
    few = statements(market_office)
    set_time(market_office, at("2026-11-20 12:00"))
    several(6)
    set_time(market_office, at("2027-06-01 09:00"))

    assert page(market_office).part("overdue").count.n == 7
    assert statements(market_office) == few


def test_the_duties_of_each_manual_of_the_office_stand_together_each_with_its_manual(opened) -> None:
    """R02 browses a site twice a day (000:153); the desk is turned to R03, which has duties of its own."""
    office = opened("R02")
    before, specialist = office.rulebook, office.viewer("specialist")
    manuals.adopt(office, office.viewer("admin"), "R03")

    states = {line.duty.ref: line.duty for line in today(office, specialist).part("duty").lines}
    with pytest.raises(Forbidden):  # a specialist of R02 is nobody under R03
        duties.mark_done(office, specialist, office.rulebook.duties[0].id)
    duties.mark_done(office, specialist, "R02:browse")

    assert set(states) == {"R02:browse", *(duty.id for duty in office.rulebook.duties)}
    assert states["R02:browse"].manual == before.name != office.rulebook.name
    assert [one.progress for one in duties.listed(office) if one.ref == "R02:browse"] == ["1/2"]
