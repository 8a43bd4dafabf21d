"""Acts on a case besides its steps, as a clerk does them: from the menu 案件办理, each a form in place."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from tests.capabilities.counter import act, set_time, take_in
from tests.capabilities.developer import closed
from tests.capabilities.developer import handled as handled_case
from tests.fixtures_office import NOON, make_office
from tests.gui.pages import DeskPage
from tests.journeys.books import words_of
from tests.services.rights_scene import matter, person
from tests.small_office import at

from desk.gui.keys import ACTS
from desk.services import attachments, cases, contacts, intake, stepping
from desk.services.office import Office


@pytest.fixture
def desk_of(open_desk, tmp_path: Path):
    """A desk at noon of Friday, 20 November 2026, under a shipped manual, for one of its users."""

    def open_(rulebook: str, user: str) -> DeskPage:
        home = tmp_path / rulebook
        if not home.exists():
            make_office(home, rulebook).close()
        desk = open_desk(home, user)
        desk.session.office.clock = lambda: NOON
        return desk

    return open_


def office(desk: DeskPage) -> Office:
    return desk.session.office


def handled(office_: Office) -> str:
    """A complaint that was urged, with a day for the answer, and waits for the return visit."""
    number = handled_case(office_)
    act(office_, "service", number, "urge", urge__reply_by="2026-11-24")
    return number


def see(desk: DeskPage, number: str) -> None:
    """Choose a case that another desk has just taken in."""
    desk.window.acts.do("refresh")
    desk.cases.choose(number)


def menu(desk: DeskPage) -> list[str]:
    """What stands in the menu 案件办理 of the case that is chosen."""
    panel = desk.cases.page.panel
    [button] = [
        b for b in panel.findChildren(QPushButton) if b.text() == "案件办理" and b.isVisibleTo(panel)
    ] or [None]
    return [action.text() for action in button.menu().actions()] if button else []


def do(desk: DeskPage, act_: str, values: dict[str, object]) -> None:
    """Open an act by its words from the menu, fill its form, press F12."""
    panel = desk.cases.page.panel
    [button] = [b for b in panel.findChildren(QPushButton) if b.text() == "案件办理" and b.isVisibleTo(panel)]
    next(action for action in button.menu().actions() if action.text() == f"{act_}…").trigger()
    panel.step_form.form.set_typed(values)
    panel.step_form.form.tidy()
    desk.press(Qt.Key.Key_F12)
    desk.quiet()


def clock(desk: DeskPage, id_: str):
    return next((one for one in desk.cases.page.panel.view.clocks if one.id == id_), None)


# --- the place ---


def test_a_picture_on_the_clipboard_is_kept_by_key(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(picture)

    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.wait_bar("已添加附件")

    [file] = attachments.attached(office(desk), desk.session.viewer, number)
    assert file.name.startswith("粘贴")


def test_the_menu_holds_what_this_clerk_may_do_now(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number

    see(desk, number)

    assert menu(desk) == [
        "登记联系…", "更正时间…", "变更类型或类别…", "把另一件并入本件…", "分案…", "按等级上报…",
        "状态查询、丢失回执…", "变更联系方式、补充材料…", "收存原件…", "添加附件…", "粘贴图片、文件为附件…",
        "安全事件…", "填好的表单…", "整卷（目录、文书、附件）…", "回避…",
    ]  # fmt: skip


def test_who_only_sets_things_up_has_no_such_menu(desk_of) -> None:
    number = take_in(office(desk_of("R01", "service")), "reception").case.number
    desk = desk_of("R01", "admin")

    see(desk, number)

    assert menu(desk) == []


def test_f6_lets_the_menu_down_and_the_palette_has_what_is_open(desk_of) -> None:
    desk = desk_of("R01", "service")
    before = open_in_palette(desk)
    see(desk, take_in(office(desk), "reception").case.number)

    desk.press(Qt.Key.Key_F6)
    popup = desk.cases.page.panel.case_acts._button.menu()
    is_down, first = popup.isVisible(), popup.activeAction().text()
    popup.close()

    assert before == []
    assert (is_down, first) == (True, "登记联系…")
    assert "案件：更正时间" in open_in_palette(desk)
    assert "案件：拆开合并" not in open_in_palette(desk)


def open_in_palette(desk: DeskPage) -> list[str]:
    desk.window.acts.do("palette")
    names = [name.partition("　")[0] for name in desk.window.palette_box.names()]
    desk.window.palette_box.close_palette()
    return [
        name
        for name in names
        if name.startswith("案件：") and name not in ("案件：待受理", "案件：将到期", "案件：已逾期")
    ]


def test_the_palette_opens_an_act_from_another_page(desk_of) -> None:
    desk = desk_of("R01", "service")
    see(desk, take_in(office(desk), "reception").case.number)
    desk.window.go(desk.window.intake)

    desk.window.actions_by_id["case_retime"].trigger()

    assert (desk.page(), desk.cases.page.panel.step_form.title.text()) == ("案件", "更正时间")


def test_esc_leaves_the_form_and_the_case_as_it_was(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)
    desk.window.actions_by_id["case_merge"].trigger()

    desk.press(Qt.Key.Key_Escape)
    desk.quiet()

    assert desk.cases.page.panel.step_form is None
    assert len(cases.show(office(desk), desk.session.viewer, number).case.timeline) == 1


# --- times (CAP-53) ---


def test_a_time_is_corrected_and_the_clock_judged_anew(desk_of) -> None:
    """30 minutes for handing over (002:651)."""
    desk = desk_of("R13a", "customer")
    number = take_in(office(desk), "recipient", category="sales", plate="云A12345").case.number
    office(desk).clock = lambda: at("2026-11-20 12:50")
    act(office(desk), "recipient", number, "hand_over")
    see(desk, number)
    late = clock(desk, "hand_over").standing

    do(desk, "更正时间", {"step": "交客户部　11-20 12:50", "at": "2026-11-20 12:20", "reason": "当时停电"})

    assert (late, clock(desk, "hand_over").standing) == ("late_done", "done")
    assert "“交客户部”原记 2026年11月20日12时50分，改为 2026年11月20日12时20分：当时停电" in desk.cases.text()
    assert "逾期完成 → 按时完成" in desk.cases.page.panel.outcome


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"at": "2026-11-20 13:20"}, "at"),
        ({"at": "早上"}, "at"),
        ({"step": "没有这一步"}, "step"),
    ],
)
def test_what_is_wrong_with_a_correction_stands_at_its_field_and_what_was_typed_stays(
    desk_of, typed, field
) -> None:
    desk = desk_of("R13a", "customer")
    number = take_in(office(desk), "recipient", category="sales", plate="云A12345").case.number
    act(office(desk), "recipient", number, "hand_over")
    see(desk, number)

    do(desk, "更正时间", {"step": "收到　11-20 12:00", "at": "2026-11-20 11:40", "reason": "补记"} | typed)

    form = desk.cases.page.panel.step_form.form
    assert form.problem(field) is not None
    assert form.focused() == field
    assert form.typed().get("at", "") == typed.get("at", "2026-11-20 11:40")


def test_choosing_an_entry_shows_the_moment_on_record(desk_of) -> None:
    desk = desk_of("R13a", "customer")
    number = take_in(office(desk), "recipient", category="sales", plate="云A12345").case.number
    see(desk, number)
    desk.window.actions_by_id["case_retime"].trigger()

    desk.type("1")
    desk.press(Qt.Key.Key_Return)

    form = desk.cases.page.panel.step_form.form
    assert form.values() == {"step": "received", "at": NOON}
    assert form.focused() == "at"


# --- kind and category (CAP-09) ---


def test_a_category_is_changed_and_the_panel_says_which_clocks_follow(desk_of) -> None:
    """Property matters close in 3 days (002:319)."""
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    act(office(desk), "service", number, "accept", respondent__staff=False)
    see(desk, number)

    do(desk, "变更类型或类别", {"category": "物业服务", "note": "听错了"})

    panel = desk.cases.page.panel
    assert panel.view.case.category == "property_service"
    assert clock(desk, "close").limit.words == "3日"
    assert "时限变化" in panel.outcome
    assert panel.outcome in desk.cases.text()


def test_a_kind_is_changed_before_acceptance_and_its_clock_goes(desk_of) -> None:
    """An enquiry is answered within 24 hours (002:599), a complaint has no such clock."""
    desk = desk_of("R09", "recipient")
    number = take_in(office(desk), "recipient", kind="enquiry", direct=False).case.number
    see(desk, number)
    had = clock(desk, "answer").limit.words

    do(desk, "变更类型或类别", {"kind": "投诉", "note": "听完才知是投诉"})

    assert (had, clock(desk, "answer")) == ("24小时", None)
    assert "类型：咨询 → 投诉；听完才知是投诉" in desk.cases.page.panel.outcome
    assert "不再计" in desk.cases.page.panel.outcome


def test_changing_nothing_is_refused_in_place(desk_of) -> None:
    desk = desk_of("R09", "recipient")
    see(desk, take_in(office(desk), "recipient", kind="enquiry", direct=False).case.number)

    do(desk, "变更类型或类别", {"note": "再想想"})

    assert desk.cases.step_problems() == ["类型、类别都没有变"]


# --- cases that belong together ---


def test_a_case_is_merged_and_parted_again(desk_of) -> None:
    desk = desk_of("R01", "service")
    first = take_in(office(desk), "reception").case.number
    second = take_in(office(desk), "reception", complainant__phone="13900139001").case.number
    see(desk, first)

    do(desk, "把另一件并入本件", {"number": second, "note": "同一事"})
    merged = cases.show(office(desk), desk.session.viewer, second).case.is_merged
    do(desk, "拆开合并", {})

    assert merged
    assert not cases.show(office(desk), desk.session.viewer, second).case.is_merged
    assert f"{second} 已恢复单独办理" in desk.bar()
    assert "拆开合并…" not in menu(desk)


def test_a_merged_case_offers_its_parting_from_its_own_side(desk_of) -> None:
    desk = desk_of("R01", "service")
    first = take_in(office(desk), "reception").case.number
    second = take_in(office(desk), "reception", complainant__phone="13900139001").case.number
    see(desk, first)
    do(desk, "把另一件并入本件", {"number": second})
    see(desk, second)
    offered = menu(desk)

    do(desk, "拆开合并", {})

    assert offered == [
        "登记联系…", "更正时间…", "拆开合并…", "按等级上报…", "状态查询、丢失回执…",
        "变更联系方式、补充材料…", "收存原件…", "添加附件…", "粘贴图片、文件为附件…", "安全事件…", "填好的表单…", "整卷（目录、文书、附件）…", "回避…",
    ]  # fmt: skip
    assert not desk.cases.page.panel.view.case.is_merged


def test_a_merge_that_cannot_be_is_refused_at_the_number(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)

    do(desk, "把另一件并入本件", {"number": number})

    assert desk.cases.step_problems() == ["不能把一件并入它自己"]


def test_a_part_is_taken_in_as_a_case_of_its_own(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception", narrative="墙面渗水，保安态度差").case.number
    see(desk, number)

    do(desk, "分案", {"narrative": "保安态度差"})

    [other] = [one.number for one in desk.cases.page.panel.acts.found.related]
    part = cases.show(office(desk), desk.session.viewer, other)
    assert part.case.values["narrative"] == "保安态度差"
    assert part.case.values["complainant.name"] == "张三"
    assert other in desk.cases.text()


# --- seal and approval (CAP-89) ---


def issued(desk: DeskPage) -> str:
    """An accepted complaint whose decision, which bears a seal, is issued."""
    from tests.services.test_main_job import DECISION, complaint

    from desk.services import intake, notices

    at_work = office(desk)
    number = intake.register(at_work, at_work.viewer("counter"), complaint()).case.number
    stepping.act(at_work, at_work.viewer("head"), number, "accept", DECISION)
    notices.issue(at_work, at_work.viewer("head"), number, "acceptance")
    return number


def test_a_seal_is_put_on_record_with_who_and_when(desk_of) -> None:
    desk = desk_of("R15", "counter")
    see(desk, issued(desk))
    before = desk.cases.text()

    do(desk, "用印", {"person": "王保管", "at": "2026-11-20 11:50"})

    after = desk.cases.text()
    assert ("待用印" in before, "待用印" in after) == (True, False)
    assert "已用印　王保管　11-20 11:50" in after
    assert "用印…" not in menu(desk)


def test_a_seal_pressed_tomorrow_is_refused_at_its_field(desk_of) -> None:
    desk = desk_of("R15", "counter")
    see(desk, issued(desk))

    do(desk, "用印", {"at": "2026-11-21 09:00"})

    form = desk.cases.page.panel.step_form.form
    assert form.problem("at").message == "用印时间晚于现在"
    assert form.focused() == "at"


def test_the_button_beside_the_paper_opens_the_same_form(desk_of) -> None:
    desk = desk_of("R15", "counter")
    see(desk, issued(desk))

    desk.cases.press("用印…")

    form = desk.cases.page.panel.step_form
    assert (form.title.text(), form.form.values()["at"]) == ("文书用印", NOON)


def refused_petition(desk: DeskPage) -> str:
    """Its notice wants an approval, and no step names who gave it."""
    at_work = office(desk)
    number = take_in(at_work, "counter").case.number
    act(at_work, "chief", number, "refuse", ground="no_competence", told_by="post")
    return number


def test_whoever_approves_does_so_in_the_panel_before_the_clerk_prints(desk_of) -> None:
    chief = desk_of("R17", "chief")
    number = refused_petition(chief)
    see(chief, number)
    before = chief.cases.text()

    chief.cases.press("批准…")
    proposed = chief.cases.page.panel.step_form.form.values()
    chief.press(Qt.Key.Key_F12)
    chief.quiet()

    name = chief.session.viewer.name
    assert "待批准" in before
    assert proposed == {"approver": name, "approved_on": NOON.date()}
    assert f"已批准　{name}　2026-11-20" in chief.cases.text()


def test_a_clerk_who_may_not_approve_sees_that_it_waits_and_no_button(desk_of) -> None:
    desk = desk_of("R17", "counter")
    see(desk, refused_petition(desk))

    words = [b.text() for b in desk.cases.page.panel.findChildren(QPushButton)]

    assert "待批准" in desk.cases.text()
    assert "批准…" not in words


def test_no_key_means_two_things() -> None:
    keys = [key for entry in ACTS for key in entry.keys]

    assert len(keys) == len(set(keys))


# --- beside the main line ---


@pytest.fixture
def desk_at(open_desk, tmp_path):
    """A desk under the developer's manual, looking at a case that ``before`` has made."""

    def opened(before, user: str):
        office = make_office(tmp_path / "developer", "R01")
        number = before(office)
        office.close()
        desk = open_desk(tmp_path / "developer", user)
        set_time(desk.session.office, NOON)
        desk.cases.choose(number)
        return desk, number

    return opened


def test_who_is_to_be_told_is_shown_and_ticked_with_time_and_means(desk_at) -> None:
    # CAP-42: a crisis goes to the general manager (002:345)
    desk, _ = desk_at(lambda office: take_in(office, "reception", people=10).case.number, "service")
    before = desk.cases.text()

    desk.cases.press("记已上报…")
    form = desk.cases.page.panel.step_form.form
    role = form.values()["role"]
    form.set_typed({"means": "电话", "note": "先做应急处理"})
    desk.cases.page.save()
    desk.wait(lambda: "总经理　已上报　2026-11-20 12:00　电话" in desk.cases.text())

    assert "总经理　未上报" in before
    assert role == "gm"
    desk.wait(lambda: "总经理　未上报" not in desk.cases.text())
    assert "先做应急处理" in desk.cases.text()


def test_the_sheet_that_reports_is_seen_before_it_is_printed(desk_at) -> None:
    desk, _ = desk_at(lambda office: take_in(office, "reception", people=10).case.number, "service")

    desk.cases.press("预览")
    pages = desk.preview.wait_pages()

    assert pages == 1
    assert desk.page() == "文书"


def test_a_task_about_staff_shows_its_eight_hours_and_is_done_from_there(desk_at) -> None:
    # CAP-45: 002:299
    def before(office) -> str:
        number = take_in(office, "reception", category="repair").case.number
        act(office, "service", number, "accept", respondent__staff=True)
        act(office, "service", number, "judge", department="property")
        act(office, "service", number, "assign")
        return number

    desk, _ = desk_at(before, "property_staff")
    told = desk.cases.text()

    desk.cases.press("对被投诉人员作出处理方案…")
    desk.cases.page.panel.step_form.form.set_typed({"conduct_plan": "批评教育并道歉"})
    desk.cases.page.save()
    desk.wait(lambda: "已做：对被投诉人员作出处理方案" in desk.cases.text())

    assert "今日到期　到 11-20 20:00" in told
    assert "还要做：确定并实施对人员的处理，回复客户" in desk.cases.text()


# --- contacts, and what cannot be done yet ---


def test_a_contact_is_put_on_record_and_a_missing_word_is_told_at_its_field(desk_of) -> None:
    """CAP-77."""
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)

    do(desk, "登记联系", {"means": "电话"})
    assert desk.cases.step_problems() == ["请写明说了什么"]
    do(desk, "登记联系", {"means": "电话", "person": "张三之妻", "content": "周五前答复"})

    entry = cases.show(office(desk), desk.session.viewer, number).case.timeline[-1]
    assert (entry.step, entry.note, entry.values["told_by"], entry.values["told_to"]) == (
        "contacted",
        "周五前答复",
        "电话",
        "张三之妻",
    )
    assert "周五前答复" in desk.cases.text()


def test_the_panel_says_why_the_next_main_step_cannot_be_taken_yet(desk_of) -> None:
    """CAP-71: the plan waits for a countersignature."""
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception", category="repair", respondent__staff=False).case.number
    act(office(desk), "service", number, "accept")
    act(office(desk), "service", number, "judge", department="engineering")
    act(office(desk), "service", number, "assign")
    act(office(desk), "handler", number, "verify", verified="渗水")
    plan = {"plan_kind": "repair", "plan_from": "2026-11-23", "plan_to": "2026-11-24", "cosigners": "设计部"}
    act(office(desk), "handler", number, "plan", **plan)

    see(desk, number)

    assert "方案评审通过" not in desk.cases.page.panel.step_names()
    assert "还没有会签：设计部" in desk.cases.text()


def test_who_asks_is_checked_before_anything_is_told(desk_at) -> None:
    desk, _ = desk_at(lambda office: take_in(office, "reception").case.number, "reception")

    desk.cases.page.panel.case_acts.open("enquiry")
    desk.cases.page.panel.step_form.form.set_typed({"name": "张三", "phone": "9999"})
    desk.cases.page.save()
    desk.wait(lambda: "不能告知" in desk.cases.text())
    refused = desk.cases.text()
    desk.cases.page.panel.case_acts.open("enquiry")
    desk.cases.page.panel.step_form.form.set_typed({"name": "张三", "phone": "8000"})
    desk.cases.page.save()
    desk.wait(lambda: "可以告知" in desk.cases.text())

    assert "正在办理" not in refused
    assert "已经登记，正在办理" in desk.cases.text()


def test_an_order_is_answered_from_the_menu_and_a_visit_that_did_not_come_about_is_put_on_record(
    desk_of,
) -> None:
    desk = desk_of("R01", "service")
    number = handled(office(desk))
    see(desk, number)
    assert {"答复催办、督办…", "回访未联系上…"} <= set(menu(desk))

    do(desk, "答复催办、督办", {"reply": "已约定上门"})
    assert desk.bar() == f"已记下 {number}-催1：已约定上门"
    do(desk, "回访未联系上", {"means": "电话", "note": "无人接听"})
    assert desk.bar() == "已记下，回访未联系上 1 次"

    assert "答复催办、督办…" not in menu(desk)
    told = [
        (entry.step, entry.note)
        for entry in cases.show(office(desk), desk.session.viewer, number).case.timeline
    ]
    assert told[-2:] == [("urging_answered", f"{number}-催1：已约定上门"), ("visit_tried", "电话　无人接听")]


def test_an_order_asks_its_day_anew_each_time(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = handled(office(desk))
    see(desk, number)

    desk.cases.page.panel.open_step("urge")

    form = desk.cases.page.panel.step_form.form
    assert {"urge.number", "urge.reply_by"} <= set(form.ids)
    assert form.typed() == {}


def test_nothing_is_offered_on_an_archived_case(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = closed(office(desk))
    act(office(desk), "service", number, "archive")

    see(desk, number)

    assert not {"更正时间…", "变更类型或类别…", "分案…"} & set(menu(desk))
    assert desk.cases.state().startswith("已存档")


# --- forms that any case may need ---


def test_a_withdrawal_is_printed_with_what_the_case_knows(desk_of) -> None:
    """The counter's day: who withdraws signs an application; the clerk types none of it again."""
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception", subject="厨房漏水").case.number
    see(desk, number)

    desk.window.acts.do("case_form")
    form = desk.cases.page.panel.step_form
    form.save()
    desk.quiet()
    lacking = form.form.problem("form").message
    form.form.set_typed({"form": "撤回申请书"})
    form.save()
    desk.quiet()

    words = "".join(words_of(desk.window.preview.data()))
    assert lacking == "请选择表单"
    assert desk.window.preview.title.text() == f"撤回申请书 {number}"
    assert all(said in words for said in ("撤回申请书", number, "厨房漏水", "申请人（签名或者盖章）"))
    assert desk.cases.page.panel.step_form is None


# --- the whole file ---


def test_the_whole_file_is_looked_at_before_it_is_printed_and_a_thick_one_is_saved(
    desk_of, monkeypatch
) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)

    desk.window.acts.do("case_file")
    desk.quiet()
    assert desk.window.in_sight == "preview"
    assert desk.window.preview.title.text() == f"案卷 {number}"
    assert desk.window.preview.thumbs.count() == 2
    assert desk.window.preview.print.isEnabled()

    desk.window.preview.back()
    monkeypatch.setattr("desk.gui.case.acts._MOST_IN_PREVIEW", 1)
    target = desk.session.office.home / "案卷.pdf"
    desk.session.dialogs.answer("file", target)
    desk.window.acts.do("case_file")
    desk.quiet()
    assert target.read_bytes().startswith(b"%PDF")


def test_an_order_has_its_sheet_and_is_answered_from_the_panel(desk_of) -> None:
    """CAP-78: R01 names no 催办单, so the program's own is shown; what waits stands on the page of the day."""
    desk = desk_of("R01", "service")
    number = handled(office(desk))
    desk.window.go(desk.window.day.page)
    desk.quiet()
    assert [line.number for line in desk.window.day.page.today.part("order").lines] == [number]
    see(desk, number)
    assert f"催办 {number}-催1" in desk.cases.text()

    desk.cases.press("单子")
    desk.preview.wait_pages()
    assert "催办单" in desk.preview.page.title.text()
    desk.window.go(desk.cases.page)
    see(desk, number)
    desk.cases.press("答复…")
    desk.cases.page.panel.step_form.form.set_values({"reply": "已约定上门"})
    desk.cases.page.save()
    desk.quiet()

    assert "已答复：已约定上门" in desk.cases.text()


@pytest.mark.parametrize("size", [(1366, 768), (1000, 620)])
def test_a_long_text_stands_right_below_its_label_and_its_hint_right_below_it(desk_of, size) -> None:
    desk = desk_of("R01", "service")
    see(desk, handled(office(desk)))
    for act_ in ("contact", "retime", "tried"):  # one after the other, as a clerk looks for the right one
        desk.cases.page.panel.case_acts.open(act_)
        desk.window.resize(*size)
        desk.quiet()
        desk.cases.page.panel.grab()

    form = desk.cases.page.panel.step_form.form
    parts = [form._labels["note"], form.input("note"), form._notes["note"]]
    gaps = [below.y() - (above.y() + above.height()) for above, below in pairwise(parts)]

    assert all(0 <= gap <= 4 for gap in gaps), gaps


def test_an_incident_stands_in_red_in_the_panel_and_in_no_word_of_the_case(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)

    do(desk, "安全事件", {"note": "拍打柜台", "called": "保安", "recording": "L-7"})

    panel = desk.cases.page.panel
    marked = [label for label in panel.findChildren(QLabel) if "拍打柜台" in label.text()]
    assert [label.property("problem") for label in marked] == ["error"]
    assert "录像编号 L-7" in marked[0].text()
    assert "拍打柜台" not in str(panel.view)


def test_a_long_timeline_shows_the_newest_first_and_the_older_at_a_click(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = handled(office(desk))
    for n in range(1, 71):
        contacts.log(
            office(desk), office(desk).viewer("service"), number, means="电话", content=f"第{n}次告知"
        )
    see(desk, number)

    assert "第70次告知" in desk.cases.text()
    assert "第50次告知" not in desk.cases.text()
    [button] = [b for b in desk.cases.page.panel.findChildren(QPushButton) if b.text().startswith("更早的")]
    button.click()
    desk.quiet()

    assert "第10次告知" in desk.cases.text()
    assert any("更早的" in b.text() for b in desk.cases.page.panel.findChildren(QPushButton) if b.isVisible())


def test_a_new_phone_is_put_on_record_and_the_old_one_stays_in_the_panel(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = take_in(office(desk), "reception").case.number
    see(desk, number)
    old = desk.cases.page.panel.view.case.values["complainant.phone"]

    do(desk, "变更联系方式、补充材料", {"complainant.phone": "13900139777", "reason": "本人来电换号"})

    assert desk.cases.page.panel.view.case.values["complainant.phone"] == "13900139777"
    assert "原来的联系方式" in desk.cases.text()
    assert old in desk.cases.text()


# --- what an answer calls for ---


def test_the_step_that_parts_a_matter_takes_the_other_part_in(desk_of) -> None:
    """R15, 第九条: the button of the manual used to record a note and left no second case."""
    desk = desk_of("R15", "counter")
    matter_ = matter(office(desk), "complaint", *person())
    see(desk, intake.register(office(desk), desk.session.viewer, matter_).case.number)
    panel = desk.cases.page.panel

    panel.open_step("split")

    assert "kind" in panel.step_form.form.ids


def test_why_so_few_points_is_asked_once_they_are_given(desk_of) -> None:
    """R01: 低于6分的，须注明原因 (002:459-468); above six nobody has to go past an empty field."""
    desk = desk_of("R01", "service")
    number = handled(office(desk))
    see(desk, number)
    panel = desk.cases.page.panel
    panel.open_step("visit")
    form = panel.step_form.form
    at_first = form.visible()

    form.focus("timeliness")
    desk.type("5")
    low = form.visible()
    desk.press(Qt.Key.Key_Backspace)
    desk.type("8")

    assert [one for one in at_first if one.endswith(".reason")] == []
    assert [one for one in low if one.endswith(".reason")] == ["timeliness.reason"]
    assert form.visible() == at_first


def test_a_case_reached_from_another_is_not_handled_together_with_what_is_chosen_in_the_list(desk_of) -> None:
    desk = desk_of("R01", "service")
    first, other = (take_in(office(desk), "reception").case.number for _ in range(2))
    see(desk, first)
    panel = desk.cases.page.panel
    panel.show_case(other)
    desk.quiet()

    panel.open_step("urge")

    assert panel.step_form.together is None
