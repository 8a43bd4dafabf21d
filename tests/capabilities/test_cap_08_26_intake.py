"""Taking in (CAP-08 to 26): channels, kinds, fields, names, repeats and clusters, under the manuals' own lines."""

import io
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import openpyxl
import pytest
from tests.capabilities.counter import (
    OTHERS,
    Opened,
    act,
    clocks,
    draft,
    forward,
    look,
    refused,
    set_time,
    steps,
    take_in,
)
from tests.paper.papers import pages_of
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.loading import load
from desk.services import cases, checks, figures, intake, manuals, outlook, registers, searching
from desk.services.intake import BadDraft
from desk.services.office import Office, open_office
from desk.store.case_filter import CaseFilter

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("manual", "ways", "line"), [("R05", 3, "000:212"), ("R02", 8, "000:144"), ("R12", 7, "002:705")]
)
def test_each_manual_offers_its_own_ways_in(manual: str, ways: int, line: str) -> None:
    """CAP-08."""
    assert len(load(manual).channels) == ways, line


def test_media_come_in_five_kinds_at_the_car_maker() -> None:
    """CAP-08: newspaper, magazine, television, radio, web (002:705)."""
    assert len(load("R12").field("media_kind").choices) == 5


def test_nothing_is_saved_without_a_channel(opened: Opened) -> None:
    office = opened("R14")
    whole = draft(office)

    problems = intake.check(office, replace(whole, channel=""))

    assert [(p.field, p.warning) for p in problems] == [("channel", False)]
    with pytest.raises(BadDraft):
        intake.register(office, office.viewer("specialist"), replace(whole, channel=""))
    assert cases.page(office, office.viewer("specialist"), CaseFilter()) == ()
    assert intake.check(office, whole) == ()


def test_required_fields_of_a_step_are_named_in_the_offices_words(opened: Opened) -> None:
    """CAP-10: name, room, telephone and demand by the hand-over (002:293)."""
    office = opened("R01")
    number = take_in(office, "reception").case.number

    with pytest.raises(DeskError) as refusal:
        act(office, "reception", number, "hand_over")

    assert "房号" in refusal.value.message
    assert refusal.value.field == "room"


def test_a_complaint_to_the_dealer_needs_the_plate_from_registration_on(opened: Opened) -> None:
    """CAP-10: name, plate, contact, content (1.2, 002:651); without a plate nothing is registered or handed over."""
    office = opened("R13a")

    assert "车牌号码" in refused(office, "recipient", category="sales")["plate"]

    number = take_in(
        office, "recipient", plate="未上牌", category="sales", complainant__phone=None
    ).case.number
    with pytest.raises(DeskError) as refusal:
        act(office, "recipient", number, "hand_over")
    assert "联系方式" in refusal.value.message

    whole = take_in(office, "recipient", plate="云A12345", category="sales").case.number
    act(office, "recipient", whole, "hand_over")
    assert (
        look(
            office, "customer", act(office, "customer", whole, "record", restated=True).case.number
        ).case.state
        == "recorded"
    )


@pytest.mark.parametrize(
    ("manual", "by", "fact", "value", "heading", "line"),
    [
        ("R13a", "recipient", "plate", "云A·12345", "车牌号码", "002:651"),
        ("R14", "specialist", "order_number", "DD-2026-778", "订单号", "000:245"),
        ("R11b", "sales", "order_number", "PO-2026-778", "订单编号", "002:655-657"),
        ("R01", "reception", "room", "3-1-1201", "物业房号", "002:293"),
    ],
)
def test_an_own_field_finds_its_case_and_is_a_column_of_the_workbook(
    opened: Opened, manual: str, by: str, fact: str, value: str, heading: str, line: str
) -> None:
    """CAP-11."""
    office = opened(manual)
    number = take_in(office, by, **{fact: value}).case.number
    take_in(office, by, **{fact: "另一个"})

    found = searching.find(office, office.viewer(by), value[2:])
    columns = workbook(office, by, office.rulebook.registers[0].id)

    assert [row.number for row in found.rows] == [number], line
    assert columns[heading] == [value, "另一个"]


def workbook(office: Office, by: str, register: str) -> dict[str, list[object]]:
    """The register's workbook of the day, read back: what stands below each heading."""
    clerk = office.viewer(by)
    data = registers.written(office, clerk, registers.book(office, clerk, register, DAY, DAY), ".xlsx").data
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).active]
    head = next(number for number, row in enumerate(rows) if "序号" in row)
    filled = [row for row in rows[head + 1 :] if isinstance(row[0], int)]
    return {str(name): [row[place] for row in filled] for place, name in enumerate(rows[head])}


def test_the_tree_of_the_staff_manual_has_five_groups_and_sixteen_items() -> None:
    """CAP-13: 2 + 3 + 4 + 3 + 4 (000:287-291)."""
    tree = load("R08").categories

    groups = [entry.id for entry in tree if not entry.parent]
    leaves = [entry for entry in tree if entry.parent]
    assert (len(groups), len(leaves)) == (5, 16)
    assert [sum(leaf.parent == group for leaf in leaves) for group in groups] == [2, 3, 4, 3, 4]


@pytest.mark.parametrize(
    ("manual", "categories", "line"), [("R01", 9, "002:107-127"), ("R11c", 3, "002:611")]
)
def test_the_lists_of_the_other_manuals_are_complete_and_have_their_codes(
    manual: str, categories: int, line: str
) -> None:
    """CAP-13."""
    entries = [entry for entry in load(manual).categories if not entry.parent]

    assert len(entries) == categories, line
    assert len({entry.code for entry in entries if entry.code}) == categories


def test_the_property_manual_has_six_classes_of_limits_beside_its_nine_categories() -> None:
    """CAP-13: 002:225, 271-283 (D-08)."""
    assert len(load("R01").clock_classes) == 6


def test_a_report_counts_by_either_level_of_the_tree(opened: Opened) -> None:
    """CAP-13: the words of 000:288-289; each number with its cases, in the window, on paper and in the workbook alike."""
    office = opened("R08")
    pay, hours, other, pay_again = (
        take_in(office, "hr", category=category).case.number
        for category in ("rights_pay", "rights_hours", "harm_other", "rights_pay")
    )

    found = figures.figures(office, office.viewer("hr"), DAY, DAY)

    told = {
        ranking.indicator: [(figure.group, figure.words, figure.hits) for figure in ranking.figures]
        for ranking in found.rankings
    }
    assert told["上级类别"] == [
        ("（三） 对员工自身权益造成影响的投诉", "75.00%", (pay, hours, pay_again)),
        ("（二） 对他人损坏公司利益及形象的投诉", "25.00%", (other,)),
    ]
    assert told["类别"] == [
        ("（三）3 对员工自身权益造成影响的投诉—工资和福利与公司规定不符", "50.00%", (pay, pay_again)),
        ("（三）2 对员工自身权益造成影响的投诉—工作时间超过法律规定时间", "25.00%", (hours,)),
        ("（二）3 对他人损坏公司利益及形象的投诉—其他损坏公司利益及形象的行为", "25.00%", (other,)),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(_figures_file(office, "hr", ".xlsx"))).worksheets[0]
    rows = [tuple(cell.value for cell in row) for row in sheet]
    assert ("上级类别", "（三） 对员工自身权益造成影响的投诉", None, 0.75, 3, 4) in rows
    assert ("类别", told["类别"][0][0], None, 0.5, 2, 4) in rows
    printed = "".join("".join(pages_of(_figures_file(office, "hr", ".pdf"))).split())
    assert "工资和福利与公司规定不符" in printed


def _figures_file(office: Office, by: str, suffix: str) -> bytes:
    clerk = office.viewer(by)
    lines = figures.lines(office, figures.figures(office, clerk, DAY, DAY))
    return registers.written(office, clerk, lines, suffix).data


def test_the_category_proposes_who_leads_and_who_assists(opened: Opened) -> None:
    """CAP-14: late hand-over → 项目工程部 with 营销部 and 物业公司 (002:113)."""
    office = opened("R01")

    view = take_in(office, "reception", category="late_handover").case

    names = {entry.id: entry.name for entry in office.rulebook.departments}
    assert names[str(view.case.values["department"])] == "项目工程部"
    assert {names[str(one)] for one in view.case.values["assisting"]} == {"营销部", "物业公司"}  # type: ignore[union-attr]


def test_case_by_case_categories_want_a_choice_before_dispatch(opened: Opened) -> None:
    """CAP-14: service attitude → the department concerned (002:123)."""
    office = opened("R01")
    taken = take_in(office, "reception", category="attitude").case
    number = taken.number
    assert {"department", "assisting"}.isdisjoint(taken.case.values)
    act(office, "service", number, "accept", respondent__staff=False)

    with pytest.raises(DeskError) as refusal:
        act(office, "service", number, "judge")

    assert refusal.value.field == "department"
    assert "assign" not in steps(look(office, "service", number))
    act(office, "service", number, "judge", department="sales")
    assert "assign" in steps(look(office, "service", number))


@pytest.mark.parametrize(
    ("category", "stage", "allowed"),
    [
        ("drug", "catering", False),
        ("drug", "research", True),
        ("food", "research", False),
        ("food", "catering", True),
    ],
)
def test_a_product_has_only_its_own_stages(opened: Opened, category: str, stage: str, allowed: bool) -> None:
    """CAP-15: 000:258, 270."""
    office = opened("R03")

    problems = refused(office, "acceptor", kind="report", category=category, stage=stage)

    assert ("stage" in problems) is not allowed


def test_names_are_wanted_where_the_manual_wants_them(opened: Opened) -> None:
    """CAP-18: real names only (000:294-295)."""
    office = opened("R08")

    assert "complainant.name" in refused(office, "hr", complainant__name=None)


def test_an_unnamed_complaint_is_taken_by_override_with_reason_and_role_only(opened: Opened) -> None:
    """CAP-18: 原则上不受理 (000:295): whoever may decide, for a reason."""
    office = opened("R08")

    assert "complainant.name" in refused(
        office, "superior", complainant__name=None, anonymity_reason="本人不愿具名"
    )
    view = take_in(office, "hr", complainant__name=None, anonymity_reason="线索具体，事关安全").case

    assert view.case.values["anonymity_reason"] == "线索具体，事关安全"
    with pytest.raises(DeskError):
        act(office, "hr", view.number, "accept")
    with pytest.raises(DeskError):
        act(office, "superior", view.number, "accept", override_reason="线索具体")
    assert act(office, "hr", view.number, "accept", override_reason="线索具体").case.state == "accepted"


def test_an_unnamed_matter_is_shown_as_such(opened: Opened) -> None:
    """CAP-18: unnamed allowed (000:205); the word stands where the name would."""
    office = opened("R06")

    view = take_in(office, "clerk", kind="complaint", complainant__name=None, complainant__phone=None).case

    assert view.words["complainant.name"] == "匿名"
    found = cases.page(office, office.viewer("clerk"), CaseFilter(anonymous=True))
    assert [row.number for row in found] == [view.number]


def test_a_media_item_needs_no_person_and_keeps_its_source(opened: Opened) -> None:
    """CAP-19: media, BBS, own discovery (000:144)."""
    office = opened("R02")
    source = "《都市晚报》2026-11-18“电梯又停了”https://example.org/1"

    view = take_in(
        office,
        "specialist",
        channel="media",
        complainant__name=None,
        complainant__phone=None,
        outside__source=source,
    ).case

    assert view.case.values["outside.source"] == source
    assert "complainant.name" not in view.case.values


def test_the_fields_of_a_person_are_asked_for_only_where_somebody_complains(opened: Opened) -> None:
    """CAP-19: whoever complains leaves a way to be reached (002:623); a report in the media has nobody to call (002:621)."""
    office = opened("R10")
    reporter = {"kind": "service", "complainant__name": "晚报记者", "complainant__phone": None}

    assert set(refused(office, "desk", channel="phone", **reporter)) == {"complainant.phone"}
    source = "《都市晚报》2026-11-18“行李又丢了”https://example.org/2"
    seen = {**reporter, "kind": "media", "outside__source": source}
    view = take_in(office, "desk", channel="media", **seen).case
    assert view.case.values["outside.source"] == source
    assert "complainant.phone" not in view.case.values


def test_the_customer_confirms_the_restated_words_before_dispatch(opened: Opened) -> None:
    """CAP-22: 002:651."""
    office = opened("R13a")
    number = take_in(office, "recipient", category="sales", plate="云A12345").case.number
    act(office, "recipient", number, "hand_over")

    with pytest.raises(DeskError) as refusal:
        act(office, "customer", number, "record")
    assert refusal.value.field == "restated"

    view = act(office, "customer", number, "record", restated=True)
    assert view.words["at.record"] == "2026年11月20日12时"
    assert act(office, "customer", number, "assign", department="sales").case.state == "assigned"


@pytest.mark.parametrize(("later", "named"), [(timedelta(days=89), True), (timedelta(days=122), False)])
def test_a_second_complaint_is_named_within_three_calendar_months(
    opened: Opened, later: timedelta, named: bool
) -> None:
    """CAP-23: same customer, same event, within three months (002:621, D-32)."""
    office = opened("R10")
    first = take_in(office, "desk", kind="service", respondent__name="某航空地服").case.number
    forward(office, seconds=later.total_seconds())
    typed = draft(office, kind="service", respondent__name="某航空地服")

    before = outlook.of(office, office.viewer("desk"), typed)
    done = intake.register(office, office.viewer("desk"), typed)

    told = [(r.name, r.count, [row.number for row in r.earlier]) for r in done.case.repetitions if r.reached]
    assert told == ([("二次投诉", 2, [first])] if named else [])
    assert [r.name for r in before.repetitions if r.reached] == [name for name, *_ in told]


def test_the_second_complaint_stands_in_the_answer_of_the_command_line(opened: Opened, capsys) -> None:  # type: ignore[no-untyped-def]
    """CAP-23: ``desk register --json`` tells it."""
    import json

    from desk.cli import main

    office = opened("R10")
    values = {
        "complainant.name": "张三",
        "complainant.phone": "13800138000",
        "respondent.name": "某航空地服",
        "subject": "行李破损",
        "narrative": "托运的箱子裂开",
        "demand": "赔偿",
    }
    file = office.home / "draft.json"
    file.write_text(json.dumps({"kind": "service", "channel": "phone", "values": values}), encoding="utf-8")
    office.close()
    command = [
        "register", str(file), "--home", str(office.home), "--as", "desk", "--now", "2026-11-20T12:00", "--json",
    ]  # fmt: skip

    assert (main(command), main(command)) == (0, 0)

    first, second = (json.loads(text) for text in _documents(capsys.readouterr().out))
    assert first["repeats"] == []
    assert [(found["name"], found["count"], found["reached"]) for found in second["repeats"]] == [
        ("二次投诉", 2, True)
    ]
    assert second["repeats"][0]["cases"] == [first["number"]]


def _documents(text: str) -> list[str]:
    import json

    decoder, place, found = json.JSONDecoder(), 0, []
    while place < len(text.rstrip()):
        _, end = decoder.raw_decode(text, place)
        found.append(text[place:end])
        place = end + 1
    return found


def test_the_third_different_complainant_raises_the_matter_and_lists_the_cases(opened: Opened) -> None:
    """CAP-24: three times cumulatively, the same complaint by different people → 重大 (002:243)."""
    office = opened("R01")
    same = {"category": "repair", "respondent__name": "一号楼电梯"}
    earlier = [
        take_in(
            office, "reception", complainant__name=f"业主{n}", complainant__phone=OTHERS[n], **same
        ).case.number
        for n in (0, 1)
    ]
    typed = draft(office, complainant__name="业主3", complainant__phone=OTHERS[2], **same)  # type: ignore[arg-type]

    seen = outlook.of(office, office.viewer("reception"), typed)
    done = intake.register(office, office.viewer("reception"), typed)

    cluster = next(r for r in seen.repetitions if r.id == "same_matter")
    assert (cluster.count, cluster.reached) == (3, True)
    assert sorted(row.number for row in cluster.earlier) == sorted(earlier)
    assert [
        (g.level, [line.id for line in g.matched if line.id == "major_repeated"]) for g in seen.grades
    ] == [("major", ["major_repeated"])]
    assert done.case.words["case.level"] == "重大投诉"


def test_one_person_three_times_is_no_cluster(opened: Opened) -> None:
    """The control of CAP-24: different complainants are counted, not complaints."""
    office = opened("R01")
    same = {"category": "repair", "respondent__name": "一号楼电梯"}
    for phone in (OTHERS[0], OTHERS[0], OTHERS[0]):
        take_in(office, "reception", complainant__phone=phone, **same)

    seen = outlook.of(office, office.viewer("reception"), draft(office, complainant__phone=OTHERS[1], **same))  # type: ignore[arg-type]

    assert next(r.count for r in seen.repetitions if r.id == "same_matter") == 2
    assert next(r.count for r in seen.repetitions if r.id == "same_object") == 4


def test_who_is_no_right_holder_is_a_ground_to_decide_on(opened: Opened) -> None:
    """CAP-25: ground 7 is proposed (002:59); nobody is bound by it."""
    office = opened("R01")
    stranger = take_in(office, "reception", right_holder=False).case.number
    owner = take_in(office, "reception", right_holder=True).case.number

    def hints(number: str) -> list[str]:
        [refuse] = [one for one in look(office, "service", number).steps if one.step.id == "refuse"]
        assert "ground" not in refuse.proposed
        return [ground.code for ground in refuse.hints]

    assert (hints(stranger), hints(owner)) == (["3.3.7"], [])


def test_a_mark_needs_reason_and_role_and_shows_when_the_person_comes_again(opened: Opened) -> None:
    """CAP-26: fabricated complaints are dealt with (000:292-293)."""
    office = opened("R08")
    number = take_in(office, "hr").case.number

    with pytest.raises(Forbidden):
        act(office, "superior", number, "mark_untrue", note="与监控不符")
    with pytest.raises(DeskError) as refusal:
        act(office, "hr", number, "mark_untrue")
    assert "理由" in refusal.value.message
    act(office, "hr", number, "mark_untrue", note="与监控录像不符", mark_evidence="监控 11-18")

    again = outlook.of(office, office.viewer("hr"), draft(office))
    assert "与监控录像不符" in again.marks[number]
    stranger = outlook.of(office, office.viewer("hr"), draft(office, complainant__phone=OTHERS[0]))
    assert stranger.marks == {}


def test_an_oral_complaint_has_its_record_and_the_unsigned_are_listed(opened: Opened) -> None:
    """CAP-21: a written record, signed by the complainant (000:15)."""
    office = opened("R06")
    done = take_in(office, "clerk", kind="complaint", channel="oral")
    written = take_in(office, "clerk", kind="complaint", channel="letter")

    def unsigned() -> list[str]:
        book = registers.book(office, office.viewer("officer"), "unsigned", DAY, DAY)
        return [word for row in book.words for word in row if word in (done.case.number, written.case.number)]

    assert "投诉举报笔录" in [offer.name for offer in done.offers]
    assert "投诉举报笔录" not in [offer.name for offer in written.offers]
    assert unsigned() == [done.case.number]
    view = act(office, "clerk", done.case.number, "sign_record", signed="signed")
    assert view.words["at.sign_record"] == "2026年11月20日12时"
    assert unsigned() == []


def test_outside_hours_the_recipient_judges_whether_it_is_urgent(opened: Opened) -> None:
    """CAP-57: after hours urgent yes or no; urgent wants the leader phoned and when (002:651)."""
    office = opened("R13a")
    set_time(office, at("2026-11-20 22:30"))

    assert set(refused(office, "recipient", plate="陕A12345")) == {"urgent"}
    assert set(refused(office, "recipient", plate="陕A12345", urgent=True)) == {
        "leader_called",
        "leader_called_at",
    }
    called = {
        "plate": "陕A12345",
        "urgent": True,
        "leader_called": "王总",
        "leader_called_at": "2026-11-20 22:35",
    }
    view = take_in(office, "recipient", **called).case
    assert view.case.values["leader_called"] == "王总"
    set_time(office, at("2026-11-23 10:00"))
    assert refused(office, "recipient", plate="陕A12345") == {}


def test_three_items_stand_in_the_form_with_their_totals(opened: Opened) -> None:
    """CAP-12: nine columns (000:232)."""
    office = opened("R14")
    goods = [
        {
            "name": "A型面料",
            "price": "10",
            "traded": "30",
            "traded_amount": "300.00",
            "complained_amount": "20.50",
        },
        {
            "name": "B型面料",
            "price": "20",
            "traded": "10",
            "traded_amount": "200.00",
            "complained_amount": "30",
        },
        {
            "name": "C型面料",
            "price": "5",
            "traded": "20",
            "traded_amount": "100",
            "complained_amount": "9.50",
        },
    ]

    view = take_in(office, "specialist", goods=tuple(goods)).case

    assert len(office.rulebook.field("goods").columns) == 9
    assert len(view.words["goods"]) == 3
    assert (view.words["goods.traded_amount.sum"], view.words["goods.complained_amount.sum"]) == (
        "600.00",
        "60.00",
    )
    assert clocks(view)


def test_the_items_and_their_totals_are_printed_and_many_run_on_to_another_page(opened: Opened) -> None:
    """CAP-12: all printed in the registration form (000:232)."""
    from tests.services.test_main_job import text_of

    from desk.services import notices

    office = opened("R14")
    goods = tuple({"name": f"面料{n}", "traded_amount": "10", "complained_amount": "1"} for n in range(1, 61))
    few = take_in(office, "specialist", goods=goods[:3]).case.number
    many = take_in(office, "specialist", goods=goods).case.number

    short = notices.preview(office, office.viewer("specialist"), few, "registration")
    long = notices.preview(office, office.viewer("specialist"), many, "registration")

    assert all(f"面料{n}" in text_of(short) for n in (1, 2, 3))
    assert "30.00" in text_of(short)
    assert all(f"面料{n}" in text_of(long) for n in range(1, 61))
    assert (long.pages > short.pages, "600.00" in text_of(long)) == (True, True)


def test_numbers_follow_the_pattern_of_the_month(opened: Opened) -> None:
    """CAP-16: year, month, two digits, counted by the month (002:657): 250501, 250502, then 250601."""
    office = opened("R11b")
    numbers = []
    for moment in ("2025-05-06 10:00", "2025-05-30 10:00", "2025-06-02 10:00"):
        set_time(office, at(moment))
        numbers.append(take_in(office, "sales").case.number)

    assert numbers == ["250501", "250502", "250601"]


def test_two_windows_at_once_never_give_the_same_number(opened: Opened) -> None:
    """CAP-16: two windows with connections of their own; no number twice and none left out (002:657)."""
    first = opened("R11b")
    second = open_office(first.home, now=first.now())
    start, numbers, wrong = Barrier(2), [], []

    def window(office: Office) -> None:
        try:
            start.wait(10)
            numbers.extend(take_in(office, "sales").case.number for _ in range(12))
        except BaseException as error:  # noqa: BLE001 - told below
            wrong.append(error)

    desks = [Thread(target=window, args=(office,)) for office in (first, second)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    second.close()

    assert wrong == []
    assert sorted(numbers) == [f"2611{serial:02d}" for serial in range(1, 25)]


@pytest.mark.parametrize(
    ("overflow", "following"), [("widen", ["2505100", "2505101"]), ("refuse", ["series_full", "series_full"])]
)
def test_the_hundredth_case_of_a_month_follows_the_policy(
    opened: Opened, overflow: str, following: list[str]
) -> None:
    """CAP-17: two digits hold ninety-nine (002:657); then by the switch, and never the same number twice."""
    office = opened("R11b")
    if overflow != "widen":
        manuals.adopt(office, office.viewer("admin"), "R11b", {"overflow": overflow})
    set_time(office, at("2025-05-06 10:00"))
    desk = office.viewer("sales")
    many = intake.register_all(office, desk, [(draft(office), uuid4()) for _ in range(99)])

    found = [registered_or_refused(office), registered_or_refused(office)]
    set_time(office, at("2025-06-02 10:00"))

    assert many[-1].case.number == "250599"
    assert found == following
    assert registered_or_refused(office) == "250601"
    kept = [row.number for row in cases.page(office, desk, CaseFilter(), limit=200)]
    assert len(kept) == len(set(kept)) == 100 + sum(number.isdigit() for number in following)
    assert checks.verify(office).findings == ()


def registered_or_refused(office: Office) -> str:
    """The number that a matter gets, or the code of what refused it."""
    try:
        return take_in(office, "sales").case.number
    except DeskError as refusal:
        return refusal.code
