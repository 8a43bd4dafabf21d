"""Dispatch sheets, the first receiver, routing, and what complainants are told (CAP-62 to 65, 77)."""

import json
from datetime import timedelta

import pytest
from tests.capabilities.counter import Opened, act, forward, look, take_in
from tests.capabilities.test_command_line import ask
from tests.paper.papers import text_of

from desk.domain.errors import DeskError
from desk.services import contacts, dispatches, issued_papers, notices, stepping, users
from desk.services.office import Office
from desk.services.today import today


def assigned(office: Office, **values: object) -> str:
    """A matter under R01 that lies with a department and an assisting one."""
    number = take_in(office, "reception", category="repair", respondent__staff=False, **values).case.number
    act(office, "service", number, "accept")
    act(office, "service", number, "judge", department="engineering", assisting="design")
    act(office, "service", number, "assign", handler="赵工")
    return number


def unsigned(office: Office, by: str = "service", **more: object) -> list[tuple[str, str]]:
    found = dispatches.sheets(office, office.viewer(by), unsigned=True, **more)  # type: ignore[arg-type]
    return [(one.case.number, one.name) for one in found]


# --- CAP-62: sheets and who signed ---


def test_each_department_signs_with_name_and_time_until_nothing_is_unsigned(opened: Opened) -> None:
    """CAP-62: F-11 客户投诉处理通知单 (002:399-431)."""
    office = opened("R01")
    number = assigned(office)
    assert unsigned(office) == [(number, "项目工程部"), (number, "设计部")]
    forward(office, minutes=20)

    with pytest.raises(DeskError) as refused:
        act(office, "department_head", number, "sign_for", signs_for="design")
    act(office, "department_head", number, "sign_for", signs_for="design", signed_by="钱工")

    assert refused.value.field == "signed_by"
    assert unsigned(office) == [(number, "项目工程部")]
    sheets = {one.name: one.sheet for one in dispatches.sheets(office, office.viewer("service"))}
    assert (sheets["设计部"].signed_by, sheets["设计部"].signed_at) == ("钱工", office.now())
    assert (sheets["设计部"].lead, sheets["项目工程部"].lead) == (False, True)
    act(office, "department_head", number, "sign_for", signs_for="engineering", signed_by="赵工")
    assert unsigned(office) == []


def test_the_sheet_prints_with_its_departments(opened: Opened) -> None:
    """CAP-62: F-11; the department's boxes and the plan's lines are there (002:399-431)."""
    office = opened("R01")
    number = assigned(office, room="1-101", narrative="墙面渗水")

    text = text_of(notices.issue(office, office.viewer("service"), number, "dispatch").data).replace(" ", "")

    for words in (number, "工程技术部", "墙面渗水", "1-101", "投诉责任部门处理意见", "部门责任人签字"):
        assert words in text, words


def test_the_quality_head_signs_for_the_order_and_stands_on_it(opened: Opened) -> None:
    """CAP-62: F-33, 发至品管部，并要求品管部负责人签收 (002:635)."""
    office = opened("R11a")
    number = take_in(office, "clerk", category="product", major_complaint=False).case.number
    act(office, "director", number, "review", details="批号", evidence_asked=True, emergency="停发")
    act(office, "salesman", number, "issue_sheet")
    assert unsigned(office, "clerk") == []
    act(office, "director", number, "approve", approver="钱主任", approved_on="2026-11-20")
    assert [name for _, name in unsigned(office, "clerk")] == ["品管部负责人"]

    with pytest.raises(DeskError) as refused:
        act(office, "quality_head", number, "sign")
    act(office, "quality_head", number, "sign", signed_by="周品管")

    assert refused.value.field == "signed_by"
    assert unsigned(office, "clerk") == []
    text = text_of(notices.issue(office, office.viewer("director"), number, "order").data)
    assert "钱主任" in text
    assert "周品管" in text
    act(office, "qe", number, "qe_register", qe="吴工")
    act(office, "qe", number, "find_department", finding="模具磨损", department="production")
    sheets = dispatches.sheets(office, office.viewer("clerk"))
    assert [(one.name, one.sheet.signed_by, one.sheet.asks) for one in sheets] == [
        ("品管部负责人", "周品管", True),
        ("生产部", "", False),
    ]


def test_the_one_unsigned_sheet_is_found_behind_however_many_signed_ones(opened: Opened, monkeypatch) -> None:
    """Whole cases are read for those alone that may have one: by two at a time here, as by hundreds in a large office."""
    monkeypatch.setattr(dispatches, "_AT_ONCE", 2)
    office = opened("R01")
    numbers = [assigned(office, subject=f"第{n}件") for n in range(5)]
    for number in numbers[:4]:
        for department in ("design", "engineering"):
            act(office, "department_head", number, "sign_for", signs_for=department, signed_by="钱工")

    assert [number for number, _ in unsigned(office, at_most=1)] == numbers[4:] * 2
    assert [number for number, _ in unsigned(office)] == numbers[4:] * 2


def test_a_department_sees_its_own_list(opened: Opened) -> None:
    office = opened("R01")
    number, other = assigned(office), assigned(office, subject="另一件")
    act(office, "department_head", other, "sign_for", signs_for="design", signed_by="钱工")

    mine = dispatches.sheets(office, office.viewer("department_head"), department="设计部")

    assert [(one.case.number, bool(one.sheet.signed_at)) for one in mine] == [(number, False), (other, True)]
    assert dispatches.sheets(office, office.viewer("department_head"), department="财务部") == ()


def test_several_matters_are_sent_out_at_once_or_none(opened: Opened) -> None:
    office = opened("R13c")
    numbers = [take_in(office, "dcrc", category="service").case.number for _ in range(3)]
    dcrc = office.viewer("dcrc")

    with pytest.raises(DeskError):
        stepping.act_all(office, dcrc, numbers, "dispatch")
    assert {look(office, "dcrc", number).case.state for number in numbers} == {"received"}
    stepping.act_all(office, dcrc, numbers, "dispatch", {"department": "service"})

    assert {look(office, "dcrc", number).case.state for number in numbers} == {"dispatched"}
    assert [number for number, _ in unsigned(office, "dcrc")] == numbers


@pytest.mark.parametrize(
    ("book", "first", "by", "back", "again"),
    [
        ("R01", "engineering", "department_head", "judged", "design"),
        ("R13c", "service", "department", "received", "sales"),
    ],
)
def test_a_wrong_dispatch_is_sent_back_for_a_reason_and_goes_elsewhere(
    opened: Opened, book: str, first: str, by: str, back: str, again: str
) -> None:
    office = opened(book)
    if book == "R01":
        number, step, sender = assigned(office), "assign", "service"
    else:
        number, step, sender = take_in(office, "dcrc", category="service").case.number, "dispatch", "dcrc"
        act(office, sender, number, step, department=first)

    with pytest.raises(DeskError) as refused:
        act(office, by, number, "return_dispatch")
    view = act(office, by, number, "return_dispatch", reason="不属本部门")

    assert refused.value.field == "reason"
    assert (view.case.state, view.words["case.returned"]) == (back, "1 次")
    assert unsigned(office, sender) == []
    act(office, sender, number, step, department=again, assisting=())
    assert [found for found, _ in unsigned(office, sender)] == [number]
    assert look(office, sender, number).case.values["department"] == again


def test_the_day_begins_with_unsigned_sheets(opened: Opened) -> None:
    office = opened("R01")
    number = assigned(office)

    part = today(office, office.viewer("service")).part("dispatch")

    assert [(line.number, line.whom) for line in part.lines] == [(number, "项目工程部"), (number, "设计部")]


# --- CAP-63: one sheet for one case ---


def test_a_second_feedback_sheet_for_the_same_case_is_refused_or_a_marked_reprint(opened: Opened) -> None:
    """CAP-63: 任何客户投诉与《客户投诉信息反馈单》一一对应 (002:651)."""
    office = opened("R13a")
    customer = office.viewer("customer")
    number = take_in(office, "recipient", category="repair", plate="京A12345", narrative="异响").case.number
    act(office, "customer", number, "record", restated=True)
    first = notices.issue(office, customer, number, "feedback")

    with pytest.raises(DeskError, match="只出一次") as refused:
        notices.issue(office, customer, number, "feedback")
    again = issued_papers.reprint(office, customer, first.paper_id)

    assert "补打" in (refused.value.hint or "")
    assert again.data == first.data  # the mark 补打 is laid over when printing
    assert [row.kind for row in look(office, "customer", number).papers if row.state == "issued"] == [
        "feedback"
    ]


# --- CAP-64: first receiver ---


def test_the_first_receiver_stays_whoever_is_given_the_matter(opened: Opened) -> None:
    """CAP-64: 首问责任制 (002:521)."""
    office = opened("R01")
    number = assigned(office)
    act(office, "department_head", number, "return_dispatch", reason="不属本部门")
    act(office, "service", number, "assign", department="design", handler="钱工")

    view = look(office, "service", number)

    assert (view.case.first_receiver, view.words["case.first_receiver"]) == (
        "reception",
        office.user_name("reception"),
    )
    with pytest.raises(DeskError):
        act(office, "service", number, "urge", first_receiver="service")
    assert look(office, "service", number).case.first_receiver == "reception"


def test_work_that_lies_with_somebody_who_left_is_shown(opened: Opened) -> None:
    office = opened("R01")
    number = assigned(office)
    admin = office.viewer("admin")
    assert dispatches.left_behind(office, office.viewer("service")) == ()

    users.change(office, admin, "reception", active=False)
    users.add(office, admin, id_="zhao", name="赵工", role="handler")
    users.change(office, admin, "zhao", active=False)

    found = {(one.user.id, one.how) for one in dispatches.left_behind(office, office.viewer("service"))}
    assert found == {("reception", ("首问责任人",)), ("zhao", ("承办人",))}
    assert {line.number for line in today(office, office.viewer("service")).part("left").lines} == {number}
    assert look(office, "service", number).case.first_receiver == "reception"


def test_what_lies_with_who_left_is_found_behind_however_many_other_matters(
    opened: Opened, monkeypatch
) -> None:
    monkeypatch.setattr(dispatches, "_AT_ONCE", 2)
    office = opened("R01")
    admin = office.viewer("admin")
    users.add(office, admin, id_="zhao", name="赵工长", role="handler")
    numbers = [assigned(office, subject=f"第{n}件") for n in range(4)]
    act(office, "department_head", numbers[3], "return_dispatch", reason="不属本部门")
    act(office, "service", numbers[3], "assign", department="design", handler="赵工长")
    users.change(office, admin, "zhao", active=False)

    found = dispatches.left_behind(office, office.viewer("service"), at_most=1)

    assert [(one.case.number, one.how) for one in found] == [(numbers[3], ("承办人",))]


# --- CAP-65: who talks first ---


@pytest.mark.parametrize(
    ("handed_over", "reception", "department"),
    [
        (False, "sales", "sales"),
        (True, "property", "property"),
        (False, "property", None),
        (True, "sales", None),
    ],
)
def test_the_first_round_is_proposed_by_the_customers_status(
    opened: Opened, handed_over: bool, reception: str, department: str | None
) -> None:
    """CAP-65: 未交房客户向售楼部 → 营销部 (002:185); 已交房业主向物业 → 物业公司 (002:193)."""
    office = opened("R01")
    number = take_in(office, "reception", handed_over=handed_over, reception=reception).case.number

    view = look(office, "sales_staff", number)

    route = next(one.route for one in view.steps if one.step.id == "first_talk")
    assert (route.department if route else None) == department


# --- CAP-77: contacts ---


def test_each_contact_is_kept_with_time_means_content_and_person(opened: Opened) -> None:
    """CAP-77: 向客户说明预计的解决时间，并定时更新进展情况 (001:151)."""
    office = opened("R14")
    number = take_in(office, "reception", category="quality").case.number
    specialist = office.viewer("specialist")
    act(office, "specialist", number, "acknowledge", told_by="phone")
    forward(office, days=1)

    contacts.log(office, specialist, number, means="微信", person="张三之妻", content="预计周五寄出",
                 at=office.now() - timedelta(hours=2))  # fmt: skip

    first, second = contacts.of_case(office, specialist, number)
    assert (first.what, first.means) == ("发送收到确认", "电话")
    assert (second.what, second.means, second.person, second.content, second.by) == (
        "联系投诉人", "微信", "张三之妻", "预计周五寄出", "specialist",
    )  # fmt: skip
    assert second.at == office.now() - timedelta(hours=2)
    assert look(office, "specialist", number).case.state == "received"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"means": ""}, "means"), ({"content": " "}, "content"), ({"hours": 1}, "at"), ({"hours": -200}, "at")],
)
def test_a_contact_without_what_belongs_to_it_is_refused(
    opened: Opened, given: dict[str, object], field: str
) -> None:
    office = opened("R14")
    number = take_in(office, "reception", category="quality").case.number
    said = {"means": "电话", "content": "告知进展", **given}
    hours = said.pop("hours", None)

    with pytest.raises(DeskError) as refused:
        contacts.log(office, office.viewer("specialist"), number,
                     at=office.now() + timedelta(hours=hours) if hours else None, **said)  # type: ignore[arg-type]  # fmt: skip

    assert refused.value.field == field
    assert contacts.of_case(office, office.viewer("specialist"), number) == ()


def test_who_has_heard_nothing_for_so_many_days_is_listed_the_longest_first(opened: Opened) -> None:
    """CAP-77: no update for N days."""
    office = opened("R14")
    specialist = office.viewer("specialist")
    told, untold = (take_in(office, "reception", category="quality").case.number for _ in range(2))
    closed = take_in(office, "reception", category="quality").case.number
    act(office, "specialist", closed, "withdraw", reason="客户撤回")
    forward(office, days=2)
    contacts.log(office, specialist, told, means="电话", content="告知进展")
    forward(office, days=4)

    def listed(days: int) -> list[tuple[str, int]]:
        return [(one.case.number, one.days) for one in contacts.silent(office, specialist, days)]

    assert listed(7) == []
    assert listed(6) == [(untold, 6)]
    assert listed(4) == [(untold, 6), (told, 4)]
    with pytest.raises(DeskError):
        contacts.silent(office, specialist, 0)


def test_the_day_reminds_only_where_the_manual_says_how_often(opened: Opened) -> None:
    """The manual says 定时, not how often (001:151): unset until the office sets it."""
    office = opened("R14")
    take_in(office, "reception", category="quality")
    forward(office, days=40)

    assert office.rulebook.update_every == "unset"
    assert today(office, office.viewer("specialist")).part("silent").lines == ()


# --- from the command line ---


def test_sheets_and_contacts_from_the_command_line(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    office = opened("R01")
    number = assigned(office, handed_over=False, reception="sales")
    office.close()
    noon = "2026-11-20T13:00"

    _, sheets = ask(
        capsys, office.home, "service", noon, "dispatches", "--unsigned", "--department", "设计部"
    )
    code, said = ask(
        capsys, office.home, "service", noon, "contact", number, "电话", "已派工程部", "--person", "张三"
    )
    _, silent = ask(capsys, office.home, "service", "2026-11-30T13:00", "silent", "--days", "9")
    missing, refused = ask(capsys, office.home, "service", noon, "contact", number, "电话")
    _, closed = ask(capsys, office.home, "handler", noon, "next", number, "--all")

    assert [(one["number"], one["part"], one["signed_at"]) for one in sheets] == [(number, "协办", None)]  # type: ignore[union-attr, index]
    assert (code, said[-1]["content"], said[-1]["person"]) == (0, "已派工程部", "张三")  # type: ignore[index]
    assert [one["number"] for one in silent] == [number]  # type: ignore[union-attr, index]
    assert (missing, refused["error"]["field"]) == (2, "content")  # type: ignore[index]
    assert {one["step"]: one.get("closed") for one in closed}[
        "plan"
    ] == "须先完成“核实情况”才能“提交处理方案”"  # type: ignore[union-attr, index]
    assert json.dumps(closed, ensure_ascii=False)
