"""Two desks on one case: the same field shows both versions side by side, and what was typed stays until one is chosen."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from tests.gui.acting import see
from tests.services.rights_scene import ANYBODY, matter

from desk.gui.case.act_forms import reclassify_form
from desk.services import cases, contact_changes, intake, reclassifying, stepping, times
from desk.services.setting_up import init_office


@pytest.fixture
def desk(open_desk, tmp_path: Path):
    """An officer who has opened the form in which a case is amended, while a colleague amends the same."""
    home = tmp_path / "market"
    init_office(home, rulebook="R15", name="某区市场监督管理局", practice=True).close()
    opened = open_desk(home, "officer")
    office = opened.session.office
    number = intake.register(
        office, ANYBODY, matter(office, "complaint", "诸葛云长", "13900001234")
    ).case.number
    see(opened, number)
    opened.cases.page.panel.open_step("amend")
    stepping.act(office, office.viewer("counter"), number, "amend", {"subject": "冰箱漏电"})
    return opened


def form(desk):
    return desk.cases.page.panel.step_form


def save(desk) -> None:
    desk.press(Qt.Key.Key_F12)
    desk.quiet()


def values(desk):
    office = desk.session.office
    [row] = cases.page(office, desk.session.viewer)
    return cases.show(office, desk.session.viewer, row.number).case.values


def amend(desk, **typed) -> None:
    form(desk).form.set_typed(typed)
    save(desk)


def test_another_field_is_saved_beside_theirs(desk) -> None:
    amend(desk, demand="只要换货")

    assert (values(desk)["subject"], values(desk)["demand"]) == ("冰箱漏电", "只要换货")


def test_the_same_field_stands_there_twice_and_nothing_is_saved_before_one_is_chosen(desk) -> None:
    amend(desk, subject="冰箱和洗衣机")
    told = desk.cases.text()

    save(desk)

    assert "冰箱漏电" in told
    assert "冰箱和洗衣机" in told
    assert "请先选定" in form(desk).form.problem("subject").message
    assert (values(desk)["subject"], form(desk).form.values()["subject"]) == ("冰箱漏电", "冰箱和洗衣机")


@pytest.mark.parametrize(("theirs", "kept"), [(True, "冰箱漏电"), (False, "冰箱和洗衣机")])
def test_the_version_that_is_chosen_stays_with_what_else_was_typed(desk, theirs, kept) -> None:
    amend(desk, subject="冰箱和洗衣机", demand="只要换货")

    form(desk).clash_box.choose("subject", theirs=theirs)
    save(desk)

    assert (values(desk)["subject"], values(desk)["demand"]) == (kept, "只要换货")
    assert form(desk) is None


# --- acts beside the steps ---


def case(desk):
    return case_view(desk).case


def case_view(desk):
    office = desk.session.office
    [row] = cases.page(office, desk.session.viewer)
    return cases.show(office, desk.session.viewer, row.number)


def open_act(desk, act: str):
    desk.cases.page.panel.case_acts.open(act)
    return form(desk)


def test_a_moment_corrected_by_two_stands_there_twice_and_one_is_chosen(desk) -> None:
    office, number = desk.session.office, case(desk).number
    act = open_act(desk, "retime")
    at = case(desk).received_at.replace(second=0, microsecond=0)
    act.form.set_values({"step": "received", "at": at - timedelta(hours=2), "reason": "纸上记的是这个"})
    times.correct(office, office.viewer("counter"), number, "received", at - timedelta(hours=1), "看错了")

    save(desk)
    told = desk.cases.text()
    save(desk)
    problem = act.form.problem("at").message
    act.clash_box.choose("time.received", theirs=False)
    save(desk)

    assert "“收到”的时间" in told
    assert "请先选定" in problem
    assert case(desk).received_at == at - timedelta(hours=2)
    assert form(desk) is None


def test_a_category_of_two_is_asked_and_a_kind_of_one_is_left_alone(desk) -> None:
    office, number = desk.session.office, case(desk).number
    theirs, mine = "food", "drugs"
    act = open_act(desk, "reclassify")
    act.form.set_values({"category": mine})
    reclassifying.reclassify(office, office.viewer("counter"), number, category=theirs)

    save(desk)
    act.clash_box.choose("category", theirs=True)
    taken = act.form.values()["category"]
    act.clash_box.choose("category", theirs=False)
    save(desk)

    assert taken == theirs
    assert case(desk).category == mine


def test_a_phone_of_two_is_asked_and_what_was_brought_is_not_lost(desk) -> None:
    office, number = desk.session.office, case(desk).number
    act = open_act(desk, "contact_change")
    act.form.set_values({"complainant.phone": "13900008888", "brought": "发票", "reason": "本人来电"})
    given = {"complainant.phone": "13900009999"}
    contact_changes.change(office, office.viewer("counter"), number, given, reason="家属来电")

    save(desk)
    act.clash_box.choose("complainant.phone", theirs=True)
    save(desk)

    assert values(desk)["complainant.phone"] == "13900009999"
    assert "发票" in case(desk).timeline[-1].note


def test_a_category_that_nobody_may_choose_any_more_stays_in_sight_and_is_not_sent_empty(desk) -> None:
    view = case_view(desk)
    book = desk.session.rulebook
    own = view.case.category or book.categories[0].id
    off = tuple(
        msgspec.structs.replace(one, enabled=one.id != own and one.enabled) for one in book.categories
    )
    view = replace(view, case=replace(view.case, category=own))
    form_ = reclassify_form(desk.session, view, msgspec.structs.replace(book, categories=off))

    shown = form_.form.values()["category"]
    form_.form.set_values({"category": ""})
    form_.save()
    desk.quiet()

    assert shown == own
    assert "请选择类别" in form_.form.problem("category").message
