"""What is done on a case beside its main line: who is told, contacts, orders, incidents, what an answer calls for."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from tests.capabilities.counter import act, take_in
from tests.capabilities.developer import closed
from tests.gui.acting import do, handled, menu, office, see
from tests.services.rights_scene import matter, person

from desk.services import cases, contacts, intake

# --- beside the main line ---


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


# --- what the panel shows ---


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
