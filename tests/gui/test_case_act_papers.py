"""Papers of a case beside its steps: seal and approval, forms that any case may need, sheets, the whole file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.capabilities.counter import act, take_in
from tests.fixtures_office import NOON
from tests.gui.acting import do, handled, menu, office, see
from tests.gui.pages import DeskPage
from tests.journeys.books import words_of

from desk.services import intake, stepping

# --- seal and approval (CAP-89) ---


def issued(desk: DeskPage) -> str:
    """An accepted complaint whose decision, which bears a seal, is issued."""
    from tests.services.test_main_job import DECISION, complaint

    from desk.services import notices

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


# --- beside the main line ---


def test_the_sheet_that_reports_is_seen_before_it_is_printed(desk_at) -> None:
    desk, _ = desk_at(lambda office: take_in(office, "reception", people=10).case.number, "service")

    desk.cases.press("预览")
    pages = desk.preview.wait_pages()

    assert pages == 1
    assert desk.page() == "文书"


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
