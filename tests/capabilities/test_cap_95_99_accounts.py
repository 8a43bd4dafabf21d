"""Registers, summary, indicators, the return visit, penalties and rewards (CAP-95 to 99)."""

import json
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from tests.capabilities.counter import Opened, act, altered, look, set_time, take_in
from tests.paper.papers import text_of
from tests.small_office import at

from desk.cli import main
from desk.domain.errors import Conflict, DeskError, Forbidden
from desk.services import assessments, figures, period_papers, registers
from desk.services.office import Office
from desk.store import audit

NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)


# --- CAP-95: registers to Excel ---


def written_book(office: Office, by: str, name: str):  # type: ignore[no-untyped-def]
    """The sheet of a register of November as another library reads it."""
    lines = registers.book(office, office.viewer(by), name, *NOVEMBER)
    data = registers.written(office, office.viewer(by), lines, ".xlsx").data
    return load_workbook(BytesIO(data)).active


def row_of(sheet, number: int) -> list[object]:  # type: ignore[no-untyped-def]
    return [cell.value for cell in sheet[number]]


def merged(sheet) -> set[str]:  # type: ignore[no-untyped-def]
    return {str(area) for area in sheet.merged_cells.ranges}


def test_the_reception_table_has_its_seven_columns(opened: Opened) -> None:
    """000:232, F-02."""
    office = opened("R14")
    take_in(office, "reception", complainant__name="王五", subject="划伤", demand="换货")

    sheet = written_book(office, "supervisor", "reception")

    assert row_of(sheet, 3) == ["序号", "客户姓名", "联系电话", "投诉问题", "客户要求", "接待人", "备注"]
    assert "A1:G1" in merged(sheet)
    assert row_of(sheet, 4)[:2] == [1, "王五"]
    assert isinstance(sheet["C4"].value, str)
    assert sheet["C4"].value == "13800138000"
    assert [cell for cell in row_of(sheet, 5) if cell] == ["填表人：", "审核人：", "审核日期："]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:G4", "$3:$3")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, "第 &P 页 共 &N 页" in sheet.oddFooter.center.text) == (1, True)


def test_the_statistics_have_thirteen_columns_under_two_rows_of_headings(opened: Opened) -> None:
    """000:233, F-08: 处理方式 over five columns; dates are dates, amounts numbers, sums right."""
    office = opened("R14")
    for loss in ("100.10", "200.20"):
        number = solved(office, category="quality", bought_on="2026-10-08")
        liability = ({"name": "生产部", "percent": "100"},)
        act(office, "supervisor", number, "settle_liability", loss=loss, liability=liability)

    sheet = written_book(office, "supervisor", "statistics")

    assert row_of(sheet, 3) == [
        "日期", "编号", "客户名称", "商品名称", "购货日期", "投诉内容", "责任部门", "处理方式", None, None, None, None,
        "损失（元）",
    ]  # fmt: skip
    assert row_of(sheet, 4)[7:12] == ["退货", "换货", "折扣", "维修", "其他"]
    assert {"H3:L3", "A3:A4", "M3:M4"} <= merged(sheet)
    assert [cell.value.date() for cell in (sheet["A5"], sheet["E5"])] == [
        date(2026, 11, 20),
        date(2026, 10, 8),
    ]
    assert (sheet["I5"].value, sheet["H5"].value) == ("√", None)
    assert [sheet[f"M{row}"].value for row in (5, 6, 7)] == [100.1, 200.2, 300.3]


def test_the_tracking_table_has_a_column_for_each_of_twelve_cases(opened: Opened) -> None:
    """000:233, F-07, transposed."""
    office = opened("R14")
    for _ in range(12):
        take_in(office, "reception")

    sheet = written_book(office, "supervisor", "tracking")

    assert row_of(sheet, 3)[2:14] == list(range(1, 13))
    assert [sheet.cell(row, 1).value for row in range(3, 29)].count("处理时效") == 1
    assert isinstance(sheet["C4"].value, datetime)


def test_the_list_of_cases_is_taken_along_as_asked(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is seen: the filter, the order and the columns; masked for who may not export names."""
    office = opened("R14")
    numbers = [
        take_in(office, "reception", subject=f"划伤{n}", complainant__name="欧阳锋").case.number
        for n in range(3)
    ]
    office.close()
    target = tmp_path / "清单.csv"

    def ask(user: str, *words: str) -> dict[str, object]:
        now = ("--now", "2026-11-20T13:00", "--json")
        assert main(["list", "--home", str(office.home), "--as", user, *now, *words]) == 0
        return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]

    shown = ask("reception", "--sort", "number", "--columns", "number,complainant,received")
    ask("reception", "--sort", "number", "--columns", "number,complainant", "-o", str(target))

    assert [row["number"] for row in shown["rows"]] == numbers  # type: ignore[attr-defined]
    assert {row["complainant"] for row in shown["rows"]} == {"欧阳锋"}  # type: ignore[attr-defined]
    text = target.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert "欧阳锋" not in text.decode("utf-8-sig")
    assert text.decode("utf-8-sig").splitlines()[0] == "编号,提出人"


# --- CAP-96: the summary; CAP-97: indicators ---


def solved(office: Office, by: str = "specialist", **given: object) -> str:
    """An R14 matter that was dealt with at once."""
    number = take_in(office, "reception", **given).case.number
    act(office, by, number, "classify", priority="usual", complexity="simple")
    act(office, by, number, "solve", remedy="exchange", result="已换货")
    return number


def figure_words(office: Office, by: str, first: date, last: date) -> dict[str, str]:
    found = figures.figures(office, office.viewer(by), first, last)
    return {one.indicator: one.words for one in found.indicators}


def test_thirty_one_complaints_in_thirty_one_days_with_twenty_eight_solved(opened: Opened) -> None:
    """CAP-96: 000:233, F-09: 31; 1.00; 28; 90.32 %; and how many were about quality. The texts are typed."""
    office = opened("R14")
    days = [at("2026-10-01 10:00") + timedelta(days=n) for n in range(31)]
    for n, day in enumerate(days):
        made = solved if n < 28 else lambda office, **given: take_in(office, "reception", **given)
        made(office, at=day, category="quality" if n < 10 else "delivery")
    october = date(2026, 10, 1), date(2026, 10, 31)

    words = figure_words(office, "supervisor", *october)
    typed = {"summary_quality": "划伤"}
    paper = period_papers.written(office, office.viewer("supervisor"), "summary", *october, typed)

    assert [words[id_] for id_ in ("count", "per_day", "solved", "solved_share", "quality")] == [
        "31", "1.00", "28", "90.32%", "10",
    ]  # fmt: skip
    found = figures.lines(office, figures.figures(office, office.viewer("supervisor"), *october))
    book = registers.written(office, office.viewer("supervisor"), found, ".xlsx").data
    rows = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    read = {row[0]: row[3] for row in rows if row[1] == "全部"}
    names = {one.id: one.name for one in office.rulebook.indicators}
    assert read[names["solved_share"]] == pytest.approx(28 / 31)  # numbers, read by another library
    assert (read[names["per_day"]], read[names["solved"]]) == (1.0, 28)
    text = text_of(paper)
    assert "投诉次数31" in text
    assert "每天投诉次数1.00" in text
    assert "已解决投诉次数28" in text
    assert "解决比例90.32%" in text
    assert "划伤" in text


def test_nothing_to_divide_by_is_a_dash(opened: Opened) -> None:
    """CAP-97."""
    office = opened("R01")

    assert figure_words(office, "service", *NOVEMBER)["closing_rate"] == "—"


def test_projects_alike_share_a_place(opened: Opened) -> None:
    """CAP-97: 002:393, by project; equal values share a place and the next one is skipped."""
    office = opened("R01")
    projects = [choice.id for choice in office.rulebook.field("project").choices][:3]
    for project, closes in zip(projects, (False, False, True), strict=True):
        number = handled(office, project=project)
        if closes:
            act(office, "service", number, "visit")
            act(office, "service", number, "close")

    found = figures.figures(office, office.viewer("service"), *NOVEMBER)
    ranking = next(one for one in found.rankings if one.indicator == "投诉关闭率")

    assert [one.words for one in ranking.figures] == ["100.00%", "0.00%", "0.00%"]
    assert ranking.places == (1, 2, 2)


def test_a_month_and_a_year_differ_and_every_number_has_its_cases(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    """CAP-97: the closing rate of a month and of the year (002:89-93), with the cases behind each."""
    office = opened("R01")
    set_time(office, at("2026-10-12 09:00"))
    old = handled(office)
    act(office, "service", old, "visit")
    act(office, "service", old, "close")
    set_time(office, at("2026-11-20 12:00"))
    new = handled(office)
    office.close()

    def ask(*period: str) -> dict[str, object]:
        common = ("--home", str(office.home), "--as", "service", "--now", "2026-11-20T13:00", "--json")
        assert main(["figures", *period, *common]) == 0
        found = json.loads(capsys.readouterr().out)["indicators"]
        return next(one for one in found if one["indicator"] == "closing_rate")  # type: ignore[no-any-return]

    month = ask("--period", "month", "--on", "2026-11-20")
    year = ask("--from", "2026-01-01", "--to", "2026-12-31")

    assert (month["words"], month["hits"], month["base"]) == ("0.00%", [], [new])
    assert (year["words"], year["hits"], year["base"]) == ("50.00%", [old], [old, new])


def test_an_indicator_is_told_by_whatever_one_asks(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    """CAP-97: by channel and month besides what the manual ranks by; each group with its cases."""
    office = opened("R01")
    phone, letter = handled(office, channel="phone"), handled(office, channel="letter")
    act(office, "service", letter, "visit")
    act(office, "service", letter, "close")
    office.close()

    common = ("--home", str(office.home), "--as", "service", "--now", "2026-11-20T13:00", "--json")
    assert main(["figures", "--period", "month", "--by", "channel,month", *common]) == 0
    rankings = json.loads(capsys.readouterr().out)["rankings"]
    found = {one["by"]: one for one in rankings if one["indicator"] == "投诉关闭率"}

    assert [(one["group"], one["words"], one["base"]) for one in found["channel"]["figures"]] == [
        ("来信", "100.00%", [letter]), ("电话（含400）", "0.00%", [phone]),
    ]  # fmt: skip
    assert found["channel"]["places"] == [1, 2]
    assert [one["group"] for one in found["month"]["figures"]] == ["2026-11"]
    assert main(["figures", "--period", "month", "--by", "weather", *common]) == 2


# --- CAP-99: penalties and rewards ---


def late_case(office: Office, days: int) -> str:
    """An R01 matter whose overall limit passed ``days`` days ago (a started day counts)."""
    set_time(office, at("2026-11-02 09:00"))
    number = take_in(office, "reception", category="property_service").case.number
    due = next(clock.due for clock in look(office, "service_head", number).clocks if clock.id == "close")
    set_time(office, due + timedelta(days=days - 1, hours=1))
    return number


def fines(office: Office, number: str):  # type: ignore[no-untyped-def]
    found = assessments.listed(office, office.viewer("service_head"), *NOVEMBER)
    return {one.line.rule: one for one in found if one.line.about == number}


@pytest.mark.parametrize(
    ("switch", "yuan"), [("progressive", 1300), ("flat", 2000)], ids=["progressive", "flat"]
)
def test_ten_days_overdue_cost_1300_or_2000_by_the_setting(
    opened: Opened, tmp_path: Path, switch: str, yuan: int
) -> None:
    """CAP-99: 002:375-379, D-12; each line cites its rule."""
    rulebook = altered(tmp_path / "manual", "R01", ('default = "progressive"', f'default = "{switch}"'))
    office = opened(rulebook)
    number = late_case(office, 10)

    line = fines(office, number)["P6"].line

    assert (line.amount, line.source) == (yuan, "002:375-379, 569-575")


def test_more_than_fifteen_days_are_for_people_to_decide_within_the_manuals_bounds(opened: Opened) -> None:
    """002:577-579: 500 to 1,500; the daily fine no longer holds."""
    office = opened("R01")
    number = late_case(office, 16)
    head = office.viewer("service_head")

    found = fines(office, number)
    with pytest.raises(DeskError, match="2000"):
        assessments.rule_on_fine(office, head, "P6c", number, "approved", 2000)
    with pytest.raises(DeskError, match="请写明金额"):
        assessments.rule_on_fine(office, head, "P6c", number, "approved")
    assessments.rule_on_fine(office, head, "P6c", number, "approved", 800)

    assert "P6" not in found
    assert found["P6c"].line.words == "500至1500元，由人决定"
    assert fines(office, number)["P6c"].standing == "已核定 800元"


def test_who_decides_on_a_fine_is_told_what_somebody_else_decided_meanwhile(opened: Opened) -> None:
    office = opened("R01")
    number = late_case(office, 10)
    head, gm = office.viewer("service_head"), office.viewer("gm")
    seen = fines(office, number)["P6"].version
    assessments.rule_on_fine(office, gm, "P6", number, "approved")

    with pytest.raises(Conflict) as told:
        assessments.rule_on_fine(
            office, head, "P6", number, "waived", reason="业主要求改期", seen_version=seen
        )
    [clash] = told.value.clashes
    assert fines(office, number)["P6"].standing == "已核定 1300元"
    assert told.value.version == fines(office, number)["P6"].version
    assessments.rule_on_fine(
        office, head, "P6", number, "waived", reason="业主要求改期", seen_version=told.value.version
    )

    assert (clash.theirs, clash.mine, clash.by) == ("已核定 1300元", "已免予：业主要求改期", gm.name)
    assert fines(office, number)["P6"].standing == "已免予：业主要求改期"


def test_a_fine_is_approved_or_waived_with_a_reason_and_that_is_on_record(opened: Opened) -> None:
    office = opened("R01")
    number = late_case(office, 10)
    head = office.viewer("service_head")

    before = fines(office, number)["P6"].standing
    with pytest.raises(DeskError, match="请写明理由"):
        assessments.rule_on_fine(office, head, "P6", number, "waived")
    assessments.rule_on_fine(office, head, "P6", number, "waived", reason="业主要求改期")
    waived = fines(office, number)["P6"].standing
    with pytest.raises(DeskError, match="请写明理由"):
        assessments.rule_on_fine(office, head, "P6", number, "approved")
    assessments.rule_on_fine(office, head, "P6", number, "approved", reason="改期不属实")

    assert (before, waived) == ("待核定", "已免予：业主要求改期")
    assert fines(office, number)["P6"].standing == "已核定 1300元：改期不属实"
    with office.store.reading() as tx:
        acts = [row for row in reversed(audit.records(tx)) if row.act.startswith("assess:")]
    assert [row.act for row in acts] == ["assess:waived", "assess:approved"]
    assert f"P6 {number} 1300" in acts[1].about


def test_a_fine_that_the_rule_does_not_give_cannot_be_approved(opened: Opened) -> None:
    office = opened("R01")
    number = take_in(office, "reception", category="property_service").case.number

    with pytest.raises(DeskError, match="没有考核"):
        assessments.rule_on_fine(office, office.viewer("service_head"), "P6", number, "approved")


def test_people_find_what_no_clock_finds(opened: Opened) -> None:
    """P1 (002:515-523) names no clock: somebody decides on it, with the manual's 300 yuan or another amount."""
    office = opened("R01")
    number = take_in(office, "reception", category="property_service").case.number

    assessments.rule_on_fine(office, office.viewer("service_head"), "P1", number, "approved", 300)

    found = assessments.listed(office, office.viewer("gm"), date(2026, 11, 1), office.now().date())
    assert [(one.line.rule, one.line.source, one.standing) for one in found if one.line.rule == "P1"] == [
        ("P1", "002:515-523", "已核定 300元")
    ]


def test_fines_are_never_shown_at_the_counter(opened: Opened) -> None:
    office = opened("R01")
    late_case(office, 10)

    counter = figures.figures(office, office.viewer("reception"), *NOVEMBER)
    control = figures.figures(office, office.viewer("service"), *NOVEMBER)

    assert counter.penalties == ()
    assert control.penalties
    with pytest.raises(Forbidden):
        assessments.listed(office, office.viewer("reception"), *NOVEMBER)
    with pytest.raises(Forbidden):
        assessments.rule_on_fine(office, office.viewer("service"), "P1", "2026110001", "approved", 300)


def handled(office: Office, **given: object) -> str:
    """An R01 matter that the sales department has dealt with, ready for the return visit (002:289-297)."""
    number = take_in(office, "reception", category="signing", **given).case.number
    today = f"{office.now():%Y-%m-%d}"
    plan = {"plan_kind": ("talk",), "plan_from": today, "plan_to": today}
    act(office, "service", number, "accept", respondent__staff=False)
    act(office, "service", number, "judge", department="sales")
    act(office, "service", number, "assign")
    act(office, "service", number, "verify", verified="属实")
    act(office, "service", number, "plan", **plan)
    for step in ("review", "agree"):
        act(office, "service", number, step)
    act(office, "service", number, "finish", result="已退款")
    act(office, "service", number, "confirm", customer_confirmed="recorded")
    return number


def test_a_score_of_five_without_a_reason_is_refused_and_six_is_accepted(opened: Opened) -> None:
    """CAP-98: 002:459-461."""
    office = opened("R01")
    five, six = handled(office), handled(office)

    with pytest.raises(DeskError) as refusal:
        act(office, "service", five, "visit", timeliness=5)
    assert refusal.value.field == "timeliness.reason"

    act(office, "service", five, "visit", timeliness=5, timeliness__reason="来晚了")
    act(office, "service", six, "visit", timeliness=6)


@pytest.mark.parametrize(
    ("scores", "platform", "words", "yuan"),
    [
        ((9, 9, 9), "95", "91.50分（客户回访评分 90.00×70%，客服部平台客服评分 95.00×30%）：200元", 200),
        ((10, 10, 10), "95", "98.50分（客户回访评分 100.00×70%，客服部平台客服评分 95.00×30%）：500元", 500),
        (
            (8, 9, 10),
            "89",
            "89.70分（客户回访评分 90.00×70%，客服部平台客服评分 89.00×30%）：未达到奖励分数",
            None,
        ),
    ],
)
def test_the_visits_scores_and_the_points_given_make_the_bonus(
    opened: Opened, scores: tuple[int, int, int], platform: str, words: str, yuan: int | None
) -> None:
    """CAP-98, 99: the mean of Q3 to Q5 times ten at 70 %, the platform at 30 % (002:585-587)."""
    office = opened("R01")
    names = ("timeliness", "plan_score", "attitude_score")
    act(office, "service", handled(office), "visit", **dict(zip(names, scores, strict=True)))
    service, gm = office.viewer("service"), office.viewer("gm")
    department = next(one.name for one in office.rulebook.departments if one.id == "sales")

    def line():  # type: ignore[no-untyped-def]
        found = assessments.listed(office, gm, *NOVEMBER)
        return next(one for one in found if one.line.rule == "composite")

    before = line().line
    assessments.give_points(office, service, "composite", "platform", department, *NOVEMBER, platform)

    assert (before.amount, before.words) == (None, "尚缺：客服部平台客服评分")
    assert (line().line.words, line().line.amount, line().line.source) == (words, yuan, "002:583-587")
    if yuan is None:
        with pytest.raises(DeskError, match="没有可以核定的奖励"):
            assessments.rule_on_bonus(office, gm, "composite", department, *NOVEMBER, "approved")
    else:
        assessments.rule_on_bonus(office, gm, "composite", department, *NOVEMBER, "approved")
        assert line().standing == f"已核定 {yuan}元"


@pytest.mark.parametrize("points", ["101", "-1", "很好", "", "NaN"])
def test_points_are_a_number_up_to_a_hundred(opened: Opened, points: str) -> None:
    office = opened("R01")
    sales = office.rulebook.departments[0].name

    with pytest.raises(DeskError, match="评分"):
        assessments.give_points(
            office, office.viewer("service"), "composite", "platform", sales, *NOVEMBER, points
        )


def test_the_command_line_lists_and_decides(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    office = opened("R01")
    number = late_case(office, 10)
    now = f"{office.now():%Y-%m-%dT%H:%M}"
    office.close()

    def ask(*words: str) -> tuple[int, object]:
        common = ("--home", str(office.home), "--as", "service_head", "--now", now, "--json")
        return main(["assess", *words, *common]), json.loads(capsys.readouterr().out)

    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    refused = ask("waive", "P6", number)
    waived = ask("waive", "P6", number, "--reason", "业主要求改期")
    _, found = ask("list", *days)

    assert (refused[0], refused[1]["error"]["field"]) == (2, "reason")  # type: ignore[index]
    assert waived[0] == 0
    row = next(one for one in found if one["rule"] == "P6")  # type: ignore[union-attr]
    assert (row["about"], row["amount"], row["standing"]) == (number, 1300, "waived")
    assert row["reason"] == "业主要求改期"


# --- what the figures find ---


def test_what_is_noticed_names_its_cases_and_nobody(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three matters of one person about one project, with the same words, all overdue."""
    office = opened("R01")
    numbers = [
        take_in(office, "reception", category="signing", subject="合同约定不退定金").case.number
        for _ in range(3)
    ]
    for number in numbers:
        act(office, "service", number, "accept", respondent__staff=False)
        act(office, "service", number, "judge", department="sales")
    office.close()

    common = ("--home", str(office.home), "--as", "service", "--now", "2026-11-30T13:00", "--json")
    assert main(["signs", "--period", "month", "--on", "2026-11-20", *common]) == 0
    said = capsys.readouterr().out
    found = {one["sign"]: one for one in json.loads(said)["noticed"]}

    assert {sign: one["cases"] for sign, one in found.items()} == dict.fromkeys(
        ("repeat", "wording", "late"), numbers
    )
    assert found["late"]["words"] == "3件中3件逾期，100%"
    assert "张三" not in said
    assert "13800138000" not in said


# --- data for others ---


def test_the_platforms_columns_go_out_in_their_order_and_name_nobody(opened: Opened) -> None:
    """The columns of an export of the national platform, in its order; a public register beside it holds nobody."""
    office = opened("R15")
    take_in(
        office, "counter", channel="window", subject="冰箱不制冷", respondent__name="甲商行", demand="退货"
    )
    lines = registers.book(office, office.viewer("counter"), "platform", *NOVEMBER)

    rows = (
        registers.written(office, office.viewer("counter"), lines, ".csv")
        .data.decode("utf-8-sig")
        .splitlines()
    )
    public = registers.book(office, office.viewer("head"), "public", *NOVEMBER)

    assert rows[0] == (
        "登记编号,类型,接收方式,企业名称,企业地址,诉求内容,问题类别,事发地,具体问题,初查受理状态,处理机构,处理部门,反馈内容"
    )
    assert "甲商行" in rows[1]
    assert office.name in rows[1]
    assert "张三" not in rows[1]
    assert public.words == ()  # nobody consented
