"""Acts on a case besides its steps, as a clerk does them: from the menu 案件办理, each a form in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from tests.capabilities.counter import act, take_in
from tests.fixtures_office import NOON
from tests.gui.acting import clock, do, menu, office, see
from tests.gui.pages import DeskPage
from tests.small_office import at

from desk.gui.keys import ACTS
from desk.services import attachments, cases

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


def test_no_key_means_two_things() -> None:
    keys = [key for entry in ACTS for key in entry.keys]

    assert len(keys) == len(set(keys))
