"""Taking in: what is wrong is told in place, what is typed stays, what is usual is there already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from tests.fixtures_office import make_office

from desk.gui.asking import frame_of
from desk.rulebook.loading import load, shipped

GOOD = {"complainant.name": "欧阳修文", "complainant.phone": "13800005678", "subject": "食品经营许可证延续"}


@pytest.fixture
def advertising(open_desk, tmp_path):
    """A desk under R03, where ways in and categories belong to kinds."""
    make_office(tmp_path / "office", "R03").close()
    return open_desk(tmp_path / "office")


def test_a_matter_is_registered_and_the_form_is_empty_again(desk) -> None:
    number = desk.intake.registered(GOOD)

    assert desk.cases.rows() == [number]
    assert desk.intake.typed() == {}


def test_after_saving_the_right_papers_are_offered_and_nothing_is_modal(desk) -> None:
    desk.intake.registered(GOOD)

    assert desk.bar_buttons() == ["打印收件回执　F8", "查看案件"]
    assert QApplication.activeModalWidget() is None


def test_what_is_missing_is_told_under_its_field_and_the_cursor_goes_to_the_first(desk) -> None:
    desk.intake.fill({"complainant.phone": "13800005678"})

    desk.intake.save()

    assert desk.intake.problems() == ["申请人", "申请事项"]
    assert desk.intake.focused() == "complainant.name"
    assert desk.window.intake.trouble.text() == "还有 2 处要改：申请人、申请事项"


def test_what_was_typed_stays_when_it_is_wrong(desk) -> None:
    desk.intake.fill(GOOD | {"complainant.id_number": "11010119900307123X"})

    desk.intake.save()

    assert desk.intake.problems() == ["证件号码"]
    assert desk.intake.typed()["complainant.id_number"] == "11010119900307123X"


def test_a_warning_does_not_keep_a_matter_from_being_registered(desk) -> None:
    number = desk.intake.registered(GOOD | {"complainant.phone": "1380000567"})

    assert number


def test_a_field_is_judged_when_it_is_left_but_not_nagged_about_while_empty(desk) -> None:
    form = desk.intake.form
    form.focus("complainant.name")
    desk.press(Qt.Key.Key_Return)
    desk.type("1380000567")
    desk.press(Qt.Key.Key_Return)

    assert form.problem("complainant.name") is None
    assert form.problem("complainant.phone").warning


def test_a_word_that_is_still_being_composed_is_not_lost_by_saving(desk) -> None:
    """The platform commits what it holds; where it holds nothing more, the text stands already (50 times, none lost)."""
    for turn in range(50):
        desk.intake.form.focus("subject")
        field = desk.intake.form.first.input("subject")
        field.end(False)
        QApplication.sendEvent(field, QInputMethodEvent("xuke", []))
        event = QInputMethodEvent("", [])
        event.setCommitString("许可")
        QApplication.sendEvent(field, event)
        desk.window.intake.save()
        assert desk.intake.typed()["subject"] == "许可" * (turn + 1)


def test_esc_while_composing_belongs_to_the_input_method(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD | {"complete": True}))
    desk.cases.page.panel.open_step("refuse")
    desk.cases.page.panel.step_form.form.focus("reason")
    QApplication.sendEvent(desk.focus(), QInputMethodEvent("liyou", []))

    desk.window.acts.do("back")

    assert desk.cases.page.panel.step_form is not None


def test_enter_goes_forward_and_shift_enter_back(desk) -> None:
    desk.intake.form.focus("complainant.name")

    desk.press(Qt.Key.Key_Return)
    after = desk.intake.focused()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert (after, desk.intake.focused()) == ("complainant.phone", "complainant.name")


def test_the_first_screen_asks_at_most_ten_things(desk) -> None:
    assert len(desk.intake.form.first.ids) <= 10


def test_what_can_come_later_says_what_suffers_without_it(desk) -> None:
    more = desk.intake.form.more

    losses = {field.id: field.loss for field in desk.session.rulebook.fields if field.loss}

    assert [more._asked[id_].help for id_ in more.ids if id_ in losses] == [
        losses[id_] for id_ in more.ids if id_ in losses
    ]


def test_fields_about_a_proxy_appear_when_somebody_else_speaks(desk) -> None:
    form = desk.intake.form
    before = [id_ for id_ in form.first.visible() if id_.startswith("proxy.")]

    desk.intake.fill({"speaker": "委托代理人"})

    assert before == []
    assert "proxy.name" in form.first.visible()
    assert {"proxy.id_number", "authority"} <= set(form.more.visible())


def test_changing_the_kind_changes_the_fields_and_keeps_what_is_typed(desk) -> None:
    desk.intake.fill(GOOD)

    desk.intake.fill({"kind": "咨询"})
    as_enquiry = desk.intake.form.first.ids
    desk.intake.fill({"kind": "行政许可申请"})

    assert "materials" not in as_enquiry
    assert desk.intake.typed()["complainant.name"] == "欧阳修文"


def test_kind_and_way_in_are_as_they_were_last_time(desk) -> None:
    desk.intake.registered(
        GOOD
        | {"kind": "行政许可申请", "channel": "邮寄", "post.number": "XA123", "post.stamped_on": "2026-11-20"}
    )

    assert desk.intake.form.frame.values()["channel"] == "post"


def test_f9_repeats_the_field_of_the_last_case(desk) -> None:
    desk.intake.registered(GOOD)
    desk.intake.form.focus("subject")

    desk.press(Qt.Key.Key_F9)

    assert desk.intake.typed() == {"subject": "食品经营许可证延续"}


def test_a_draft_is_taken_up_again_where_the_cursor_was(desk) -> None:
    desk.intake.fill({"complainant.name": "欧阳修文"})
    desk.intake.form.focus("complainant.address")
    desk.press(Qt.Key.Key_F2)
    desk.wait(lambda: len(desk.intake.waiting()) == 1)

    desk.press(Qt.Key.Key_F6)
    desk.press(Qt.Key.Key_Return)
    desk.quiet()

    assert desk.intake.typed()["complainant.name"] == "欧阳修文"
    assert desk.intake.focused() == "complainant.address"


def test_a_draft_of_another_kind_keeps_its_way_in_and_its_category(advertising) -> None:
    """Both lists follow the kind: 广告审批 comes in by one way (000:263) and has categories of its own (000:271)."""
    typed = {"kind": "广告审批", "channel": "广告申请人提交", "category": "药品广告"}
    advertising.intake.fill(typed | {"complainant.name": "某药业"})
    advertising.press(Qt.Key.Key_F2)
    advertising.wait(lambda: bool(advertising.intake.waiting()))

    advertising.press(Qt.Key.Key_F6)
    advertising.press(Qt.Key.Key_Return)
    advertising.quiet()

    stands = advertising.intake.form.frame.typed()
    assert {id_: stands.get(id_) for id_ in typed} == typed


def test_a_half_typed_category_is_taken_up_again_as_it_was(advertising) -> None:
    advertising.intake.fill({"kind": "违法广告", "category": "广告", "complainant.name": "某药业"})

    assert advertising.intake.form.frame.typed()["category"] == "广告"


def test_the_categories_are_asked_where_each_belongs_to_a_kind(advertising) -> None:
    """Five products by their stages (000:258, 270); those of advertisements are another kind's."""
    names = [item.name for item in advertising.intake.form.frame.input("category").items]
    advertising.intake.fill({"kind": "违法广告"})

    assert {"药品使用", "食品生产"} <= set(names)
    assert "药品广告" not in names
    assert [item.name for item in advertising.intake.form.frame.input("category").items] == [
        "药品广告", "医疗器械广告", "保健食品广告",
    ]  # fmt: skip


@pytest.mark.parametrize("regime", shipped())
def test_under_every_manual_the_head_asks_for_a_category(regime, qtbot) -> None:
    assert "category" in [one.id for one in frame_of(load(regime))]


def test_f2_parks_a_draft_and_it_can_be_taken_up_again(desk) -> None:
    desk.intake.fill(GOOD)
    desk.press(Qt.Key.Key_F2)
    desk.wait(lambda: bool(desk.intake.waiting()))
    emptied = desk.intake.typed()

    desk.window.intake.waiting.rows.itemClicked.emit(desk.window.intake.waiting.rows.item(0))
    desk.quiet()

    assert emptied == {}
    assert desk.intake.typed() == GOOD
    assert desk.intake.waiting() == []


def test_a_draft_survives_a_crash(open_desk, home) -> None:
    first = open_desk(home)
    first.intake.fill(GOOD)
    first.window.intake.drafting.keep()
    first.quiet()
    first.window.intake.drafting._timer.stop()

    second = open_desk(home)
    second.wait(lambda: bool(second.intake.waiting()))

    assert "没有登记完" in second.bar()
    assert second.intake.waiting()[0].startswith("欧阳　")  # the surname is enough to know it again


def test_a_registered_draft_is_not_kept(desk) -> None:
    desk.intake.fill(GOOD)
    desk.window.intake.drafting.keep()
    desk.quiet()

    desk.intake.registered(GOOD)
    desk.window.intake.drafting.list()
    desk.quiet()

    assert desk.intake.waiting() == []


def test_an_untouched_form_leaves_no_draft(desk) -> None:
    desk.window.intake.drafting.touch()

    desk.window.intake.drafting.keep()
    desk.quiet()

    assert desk.intake.waiting() == []


def test_saving_twice_quickly_registers_once(desk) -> None:
    desk.intake.fill(GOOD)

    desk.intake.save()
    desk.intake.save()
    desk.wait_bar("已登记")
    desk.quiet()

    assert len(desk.cases.rows()) == 1


def test_earlier_cases_of_the_same_person_stand_beside_the_form(desk) -> None:
    number = desk.intake.registered(GOOD)
    desk.intake.fill(GOOD)

    desk.intake.form.focus("complainant.phone")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: bool(desk.intake.similar()))

    assert number in desk.intake.similar()[0]


@pytest.mark.parametrize("field", ["complainant.name", "complainant.id_number"])
def test_what_a_card_reader_types_is_put_where_it_belongs(desk, field) -> None:
    form = desk.intake.form
    form.focus(field)
    desk.type("张三 男 汉 北京市东城区某某街道1号 11010519491231002X")

    desk.press(Qt.Key.Key_Return)

    typed = desk.intake.typed()
    assert (typed["complainant.name"], typed["complainant.id_number"]) == ("张三", "11010519491231002X")


def test_a_person_who_types_an_id_number_is_no_card_reader(desk) -> None:
    desk.intake.form.focus("complainant.id_number")
    desk.type("11010519491231002X")

    desk.press(Qt.Key.Key_Return)

    assert desk.intake.typed() == {"complainant.id_number": "11010519491231002X"}


def test_a_moment_of_receipt_that_cannot_be_read_is_told(desk) -> None:
    desk.intake.fill(GOOD | {"received_at": "前些天"})

    desk.intake.save()

    assert desk.intake.problems() == ["收到时间"]


def test_a_new_form_starts_with_the_first_kind_whatever_was_saved_before(desk, open_desk) -> None:
    desk.intake.registered(GOOD | {"kind": "咨询"})
    after = desk.intake.form.frame.values()["kind"]
    home = desk.session.office.home
    desk.close()

    again = open_desk(home)

    assert (after, again.intake.form.frame.values()["kind"]) == ("licence", "licence")


def test_another_kind_than_the_first_is_shown_loudly(desk) -> None:
    kind = desk.intake.form.frame.input("kind")
    before = kind.property("unusual")

    desk.intake.fill({"kind": "咨询"})
    there = kind.property("unusual")
    desk.window.intake.start_new()

    assert (before, there, kind.property("unusual")) == (False, True, False)


def test_an_earlier_case_stands_there_with_its_day_and_nothing_scrolls_sideways(desk) -> None:
    desk.intake.registered(GOOD | {"subject": "食品经营许可证延续并变更经营场所和法定代表人姓名"})
    desk.intake.fill(GOOD)

    desk.intake.form.focus("complainant.phone")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: bool(desk.intake.similar()))

    day = f"{desk.session.office.now():%Y-%m-%d}"
    assert desk.intake.similar()[0].startswith(day)
    assert not desk.window.intake.outlook.own.rows.horizontalScrollBar().isVisible()


def test_tab_leads_from_the_last_field_to_what_may_be_added_and_to_saving_and_not_into_the_head(desk) -> None:
    page, form = desk.window.intake, desk.window.intake.form
    form.first.focus_last()

    seen = []
    for _ in range(2):
        desk.press(Qt.Key.Key_Tab)
        seen.append(desk.focus())

    assert seen == [page.more, page.save_button]


def test_tab_leads_from_the_last_field_of_an_act_to_its_button(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    desk.cases.page.panel.case_acts.open("original")
    form = desk.cases.page.panel.step_form
    form.form.focus_last()

    desk.press(Qt.Key.Key_Tab)

    assert desk.focus() is form.do
