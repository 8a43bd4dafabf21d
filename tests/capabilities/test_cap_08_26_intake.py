"""Taking in (CAP-08 to 26): channels, kinds, fields, names, repeats and clusters, under the manuals' own lines."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from tests.capabilities.counter import (
    OTHERS,
    Opened,
    act,
    altered,
    clocks,
    draft,
    forward,
    look,
    refused,
    set_time,
    steps,
    take_in,
)
from tests.small_office import at

from desk.domain.errors import DeskError, Forbidden
from desk.rulebook.loading import load
from desk.services import cases, intake, registers, searching
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
    assert intake.check(office, whole) == ()


def test_required_fields_of_a_step_are_named_in_the_offices_words(opened: Opened) -> None:
    """CAP-10: name, room, telephone and demand by the hand-over (002:293)."""
    office = opened("R01")
    number = take_in(office, "reception").case.number

    with pytest.raises(DeskError) as refusal:
        act(office, "reception", number, "hand_over")

    assert "房号" in refusal.value.message
    assert refusal.value.field == "room"


def test_a_feedback_sheet_needs_the_plate(opened: Opened) -> None:
    """CAP-10: name, plate, contact, content (002:651)."""
    office = opened("R13a")
    number = take_in(office, "recipient", category="sales").case.number
    act(office, "recipient", number, "hand_over")

    with pytest.raises(DeskError) as refusal:
        act(office, "customer", number, "record", restated=True)

    assert "车牌号码" in refusal.value.message


def test_own_fields_are_searched_and_exported(opened: Opened, tmp_path: Path) -> None:
    """CAP-11: found by order number, and a column in the workbook (000:245)."""
    office = opened("R14")
    number = take_in(office, "specialist", order_number="DD-2026-778", sales_number="XS-1").case.number
    take_in(office, "specialist", order_number="DD-2026-999")

    found = searching.find(office, office.viewer("specialist"), "2026-778")

    assert [row.number for row in found.rows] == [number]
    clerk, sheets = office.viewer("specialist"), []
    for register in office.rulebook.registers:
        if any(column.value == "sales_number" for column in register.columns):
            lines = registers.book(office, clerk, register.id, DAY, DAY)
            data = registers.written(office, clerk, lines, ".xlsx").data
            sheets.append(
                [cell.value for row in openpyxl.load_workbook(io.BytesIO(data)).active for cell in row]
            )
    assert sheets
    assert all("XS-1" in cells for cells in sheets)


def test_a_plate_finds_its_case(opened: Opened) -> None:
    """CAP-11 (002:651)."""
    office = opened("R13a")
    number = take_in(office, "recipient", plate="云A·12345").case.number

    assert [row.number for row in searching.find(office, office.viewer("recipient"), "A·12345").rows] == [
        number
    ]


def test_the_tree_of_the_staff_manual_has_five_groups_and_sixteen_items() -> None:
    """CAP-13: 2 + 3 + 4 + 3 + 4 (000:287-291)."""
    tree = load("R08").categories

    groups = [entry.id for entry in tree if not entry.parent]
    leaves = [entry for entry in tree if entry.parent]
    assert (len(groups), len(leaves)) == (5, 16)
    assert [sum(leaf.parent == group for leaf in leaves) for group in groups] == [2, 3, 4, 3, 4]


def test_a_report_counts_by_either_level_of_the_tree(opened: Opened) -> None:
    """CAP-13."""
    office = opened("R08")
    for category in ("rights_pay", "rights_hours", "harm_other"):
        take_in(office, "hr", category=category)

    found = registers.counts(office, office.viewer("hr"), DAY, DAY)

    assert sorted(found.by_category.values()) == [1, 1, 1]
    assert dict(found.by_group) == {  # 000:288-289, with the manual's own numbers
        "（三） 对员工自身权益造成影响的投诉": 2,
        "（二） 对他人损坏公司利益及形象的投诉": 1,
    }


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
    number = take_in(office, "reception", category="attitude").case.number
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

    before = intake.outlook(office, office.viewer("desk"), typed)
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

    seen = intake.outlook(office, office.viewer("reception"), typed)
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

    seen = intake.outlook(
        office, office.viewer("reception"), draft(office, complainant__phone=OTHERS[1], **same)
    )  # type: ignore[arg-type]

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

    again = intake.outlook(office, office.viewer("hr"), draft(office))
    assert "与监控录像不符" in again.marks[number]
    stranger = intake.outlook(office, office.viewer("hr"), draft(office, complainant__phone=OTHERS[0]))
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

    assert set(refused(office, "recipient")) == {"urgent"}
    assert set(refused(office, "recipient", urgent=True)) == {"leader_called", "leader_called_at"}
    called = {"urgent": True, "leader_called": "王总", "leader_called_at": "2026-11-20 22:35"}
    view = take_in(office, "recipient", **called).case
    assert view.case.values["leader_called"] == "王总"
    set_time(office, at("2026-11-23 10:00"))
    assert refused(office, "recipient") == {}


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


def test_numbers_follow_the_pattern_of_the_month(opened: Opened, tmp_path: Path) -> None:
    """CAP-16: year, month, two digits (002:657): 250501, 250502, then 250601."""
    office = opened(
        altered(
            tmp_path / "R10", "R10", ('pattern = "{yyyy}{mm}{serial:4}"', 'pattern = "{yy}{mm}{serial:2}"')
        )
    )
    numbers = []
    for moment in ("2025-05-06 10:00", "2025-05-30 10:00", "2025-06-02 10:00"):
        set_time(office, at(moment))
        numbers.append(take_in(office, "desk", kind="service").case.number)

    assert numbers == ["250501", "250502", "250601"]


@pytest.mark.parametrize(("overflow", "hundredth"), [("widen", "2505100"), ("refuse", "series_full")])
def test_the_hundredth_case_of_a_month_follows_the_policy(
    opened: Opened, tmp_path: Path, overflow: str, hundredth: str
) -> None:
    """CAP-17: two digits hold ninety-nine (002:657); never the same number twice."""
    manual = altered(
        tmp_path / "R10",
        "R10",
        (
            'pattern = "{yyyy}{mm}{serial:4}"',
            f'pattern = "{{yy}}{{mm}}{{serial:2}}"\noverflow = "{overflow}"\nstart = 1',
        ),
    )
    office = opened(manual)
    set_time(office, at("2025-05-06 10:00"))
    from uuid import uuid4

    desk = office.viewer("desk")
    intake.register_all(office, desk, [(draft(office, kind="service"), uuid4()) for _ in range(99)])

    try:
        found = take_in(office, "desk", kind="service").case.number
    except DeskError as refusal:
        found = refusal.code

    assert found == hundredth
