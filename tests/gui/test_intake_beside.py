"""Beside the form: what the office knows already of the person and the matter, told while the visitor talks."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.capabilities.counter import OTHERS, act, set_time, take_in
from tests.fixtures_office import NOON, make_office

PERSON = {"complainant.name": "张三", "complainant.phone": "13800138000"}


@pytest.fixture
def desk_under(open_desk, tmp_path: Path):
    """A desk under a shipped manual, in whose office ``before`` has happened; on the office's clock it is noon."""

    def opened(rulebook: str, before=lambda office: None, user: str = "", now=NOON):
        folder = tmp_path / rulebook
        office = make_office(folder, rulebook)
        made = before(office)
        office.close()
        desk = open_desk(folder, user)
        set_time(desk.session.office, now)
        desk.window.intake.start_new()
        return desk, made

    return opened


def type_in(desk, **values: str) -> None:
    """Type into fields as a clerk does; ``__`` stands for a dot."""
    for name, text in values.items():
        desk.intake.form.focus(name.replace("__", "."))
        desk.type(text)
        desk.press(Qt.Key.Key_Return)


def seen(desk, words: str) -> str:
    """The first line or entry beside the form in which the words stand."""

    def found() -> list[str]:
        return [line for line in (*desk.intake.told(), *desk.intake.similar()) if words in line]

    desk.wait(lambda: bool(found()))
    return found()[0]


def second(office):
    return take_in(
        office, "desk", kind="service", respondent__name="某航空地服", subject="行李破损"
    ).case.number


def test_a_second_complaint_is_named_with_its_number_and_the_manuals_rule(desk_under) -> None:
    # 002:621: the same customer about the same event within three months is a second complaint
    desk, number = desk_under("R10", second, now=NOON + timedelta(days=89))

    desk.intake.fill({"kind": "服务投诉"})
    type_in(desk, complainant__name="张三", complainant__phone="13800138000", respondent__name="某航空地服")

    seen(desk, "二次投诉（第 2 次）")
    assert "3个月内，第2次起（002:621）" in seen(desk, "手册")
    assert [entry for entry in desk.intake.similar() if number in entry and "行李破损" in entry]


def test_four_months_later_it_is_not_a_second_complaint(desk_under) -> None:
    desk, number = desk_under("R10", second, now=NOON + timedelta(days=122))

    desk.intake.fill({"kind": "服务投诉"})
    type_in(desk, complainant__name="张三", complainant__phone="13800138000", respondent__name="某航空地服")

    seen(desk, number)
    assert not [line for line in desk.intake.told() if "二次投诉" in line]


def cluster(office, people: int = 2):
    same = {"category": "repair", "respondent__name": "一号楼电梯"}
    return [
        take_in(
            office, "reception", complainant__name=f"业主{n}", complainant__phone=OTHERS[n], **same
        ).case.number
        for n in range(people)
    ]


def test_the_third_person_with_the_same_trouble_sees_the_cluster_and_its_level(desk_under) -> None:
    # 002:243: the same complaint by different people, three times cumulatively: 重大投诉
    desk, numbers = desk_under("R01", cluster, "reception")

    desk.intake.fill({"category": "维保修类"})
    type_in(desk, complainant__name="业主3", complainant__phone=OTHERS[2], respondent__name="一号楼电梯")

    assert "不同投诉人的相同投诉（第 3 次），重大投诉" in seen(desk, "不同投诉人的相同投诉（第")
    entries = desk.window.intake.outlook.cluster.words()
    assert sorted(number for number in numbers for entry in entries if number in entry) == sorted(numbers)
    assert "重大投诉" in seen(desk, "按已填内容")


def test_the_second_person_is_told_how_many_make_it_grave(desk_under) -> None:
    desk, _ = desk_under("R01", lambda office: cluster(office, 1), "reception")

    desk.intake.fill({"category": "维保修类"})
    type_in(desk, complainant__phone=OTHERS[2], respondent__name="一号楼电梯")

    assert "满 3 次为重大投诉" in seen(desk, "不同投诉人的相同投诉（第")


def test_who_is_no_right_holder_is_told_with_the_ground(desk_under) -> None:
    # 002:59: ground 3.3.7; a person decides, so saving goes on
    desk, _ = desk_under("R01", user="reception")
    desk.intake.fill({"right_holder": False})
    type_in(desk, complainant__name="张三")

    told = seen(desk, "3.3.7")

    assert seen(desk, "投诉人非该商品房权利人")
    assert not [
        line for line in desk.intake.told() if "3.3.3" in line
    ]  # no demand is typed yet: that says nothing
    assert "由有权的人决定" in told


def marked(office):
    number = take_in(office, "hr").case.number
    act(office, "hr", number, "mark_untrue", note="与监控录像不符", mark_evidence="监控 11-18")
    return number


def test_a_mark_on_the_person_is_seen_when_the_person_comes_again(desk_under) -> None:
    # 000:292-293: fabricated complaints are dealt with
    desk, number = desk_under("R08", marked, "hr")

    type_in(desk, complainant__name="张三", complainant__phone="13800138000")

    assert "与监控录像不符" in seen(desk, f"{number} 曾记录")


def test_a_mark_is_put_on_record_in_the_window_and_only_with_a_reason(desk_under) -> None:
    desk, number = desk_under("R08", lambda office: take_in(office, "hr").case.number, "hr")
    desk.cases.choose(number)

    desk.cases.take("mark_untrue", {"mark_evidence": "监控 11-18"})
    desk.quiet()
    refused = desk.cases.step_problems()
    desk.cases.page.panel.step_form.form.set_typed({"note": "与监控录像不符"})
    desk.cases.page.save()

    desk.wait(lambda: "与监控录像不符" in desk.cases.text())
    assert any("理由" in words for words in refused)


def test_what_came_of_an_earlier_case_is_told_in_words(open_desk, home) -> None:
    desk = open_desk(home)
    number = desk.intake.registered(PERSON | {"subject": "食品经营许可证延续", "complete": True})
    from desk.services import stepping

    stepping.act(desk.session.office, desk.session.viewer, number, "withdraw", note="申请人撤回")

    type_in(desk, complainant__name="张三", complainant__phone="13800138000")

    assert "食品经营许可证延续" in seen(desk, number)
    assert desk.session.rulebook.state("withdrawn").name in seen(desk, number)


def test_names_are_masked_for_who_may_not_see_them(desk_under) -> None:
    desk, _numbers = desk_under("R01", cluster, "reception")
    viewer = desk.session.viewer
    desk.session.viewer = replace(viewer, rights=viewer.rights - {"see_identity"})

    desk.intake.fill({"category": "维保修类"})
    type_in(desk, complainant__phone=OTHERS[2], respondent__name="一号楼电梯")

    entry = seen(desk, "相同") and desk.window.intake.outlook.cluster.words()[0]
    assert "业主" not in entry
    assert desk.window.intake.outlook.own.words() == []


def test_who_may_not_see_people_is_not_told_that_a_person_came_before(desk_under) -> None:
    desk, _ = desk_under("R10", second)
    viewer = desk.session.viewer
    desk.session.viewer = replace(viewer, rights=viewer.rights - {"see_identity"})

    desk.intake.fill({"kind": "服务投诉"})
    type_in(desk, complainant__phone="13800138000", respondent__name="某航空地服")
    desk.wait(lambda: bool(desk.intake.similar()))  # the object's

    assert not [line for line in desk.intake.told() if "二次投诉" in line]


def test_enter_opens_the_earlier_case_and_one_esc_comes_back_to_the_same_cursor(desk) -> None:
    number = desk.intake.registered(PERSON | {"subject": "食品经营许可证延续"})
    type_in(desk, complainant__name="张三", complainant__phone="13800138000")
    desk.intake.form.focus("subject")
    desk.type("xukezheng")
    desk.wait(lambda: bool(desk.intake.similar()))
    field = desk.focus()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Right, times=3)

    desk.press(Qt.Key.Key_F6)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.page() == "案件" and desk.cases.page.panel.view is not None)
    opened = desk.cases.page.panel.view.number
    desk.press(Qt.Key.Key_Escape)

    assert (opened, desk.page(), desk.intake.focused()) == (number, "登记", "subject")
    assert desk.focus() is field
    assert field.cursorPosition() == 3


def test_f6_goes_beside_and_esc_comes_back(desk) -> None:
    desk.intake.registered(PERSON | {"subject": "食品经营许可证延续"})
    type_in(desk, complainant__name="张三", complainant__phone="13800138000")
    desk.wait(lambda: bool(desk.intake.similar()))
    before = desk.intake.focused()

    desk.press(Qt.Key.Key_F6)
    beside = desk.focus() is desk.window.intake.outlook.own.rows
    desk.press(Qt.Key.Key_Escape)

    assert (beside, desk.intake.focused()) == (True, before)


def test_saving_does_not_wait_and_nothing_is_modal(desk, monkeypatch) -> None:
    """The question is still under way while the case is registered; its late answer does not fill the empty form."""
    import threading

    from desk.services import outlook

    answered, whole = threading.Event(), outlook.of

    def slow(*given):
        answered.wait(10)
        return whole(*given)

    desk.intake.registered(PERSON | {"subject": "食品经营许可证延续"})
    monkeypatch.setattr(outlook, "of", slow)
    type_in(desk, complainant__name="张三", complainant__phone="13800138000", subject="again")
    desk.wait(lambda: desk.window.intake._asked is not None)
    desk.window.bar.hide()
    desk.intake.save()
    desk.wait_bar("已登记")
    answered.set()
    desk.quiet()

    assert desk.intake.similar() == []
    assert QApplication.activeModalWidget() is None


def test_typing_on_asks_once(desk, monkeypatch) -> None:
    from desk.services import outlook

    asked, whole = [], outlook.of
    monkeypatch.setattr(outlook, "of", lambda *given: asked.append(1) or whole(*given))

    type_in(desk, complainant__name="张三", complainant__phone="13800138000")
    desk.qtbot.wait(800)
    desk.quiet()

    assert len(asked) == 1


def test_a_matter_that_another_desk_takes_in_meanwhile_comes_beside(open_desk, home) -> None:
    here, there = open_desk(home), open_desk(home)
    type_in(here, complainant__name="张三", complainant__phone="13800138000")
    here.wait(lambda: here.window.intake._asked is not None)
    here.quiet()

    number = there.intake.registered(PERSON | {"subject": "食品经营许可证延续"})

    here.wait(lambda: bool(here.intake.similar()))
    assert number in here.intake.similar()[0]
