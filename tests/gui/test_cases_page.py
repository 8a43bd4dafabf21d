"""List and case: what a clerk sees of it, and the steps that can be taken."""

from PySide6.QtGui import QGuiApplication
from tests.capabilities.counter import set_time, take_in
from tests.fixtures_office import make_office
from tests.gui.test_intake_page import GOOD
from tests.gui.test_printing import dark_share, dark_share_of
from tests.rulebook.licences import LIST, handed, returned
from tests.services.test_main_job import complaint
from tests.small_office import at

from desk.domain.errors import DeskError
from desk.services import intake, issued_papers, stepping


def test_the_case_shows_facts_clocks_and_what_happened(desk) -> None:
    number = desk.intake.registered(GOOD)

    desk.cases.choose(number)

    text = desk.cases.text()
    assert all(words in text for words in ("欧阳修文", "食品经营许可证延续", "时限", "办理过程", "登记"))


def test_each_date_says_why(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    clock = desk.cases.page.panel.view.clocks[0]

    desk.cases.press("为什么是这一天")

    assert clock.steps[0] in desk.cases.text()


def test_a_step_is_taken_in_place_and_the_list_follows(desk) -> None:
    number = desk.intake.registered(GOOD | {"complete": True})
    desk.cases.choose(number)

    desk.cases.take("accept", {})
    desk.wait(lambda: desk.cases.state().startswith("已受理"))
    desk.quiet()

    model = desk.window.cases.list.model
    assert model.data(model.index(0, 2)).startswith("已受理")
    assert "打印受理通知书　F8" in desk.bar_buttons()


def test_what_a_step_lacks_is_told_in_place_and_the_form_stays_open(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))

    desk.cases.take("refuse", {})
    desk.quiet()

    assert desk.cases.step_problems() != []
    assert desk.cases.page.panel.step_form is not None


def test_a_step_that_is_not_open_has_no_button(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))

    assert "受理" not in desk.cases.page.panel.step_names()


def test_quick_filters_narrow_the_list(desk) -> None:
    first = desk.intake.registered(GOOD | {"complete": True})
    second = desk.intake.registered(GOOD)
    desk.cases.choose(first)
    desk.cases.take("accept", {})
    desk.wait(lambda: desk.cases.state().startswith("已受理"))

    seen = {}
    for tab in ("all", "waiting", "running", "ended", "overdue"):
        desk.window.cases.list.show_tab(tab)
        seen[tab] = desk.cases.rows()

    assert seen == {
        "all": [second, first],
        "waiting": [second],
        "running": [first],
        "ended": [],
        "overdue": [],
    }


def test_the_quick_filters_say_how_many_wait(desk) -> None:
    desk.intake.registered(GOOD)
    desk.intake.registered(GOOD)
    desk.quiet()

    chips = desk.window.cases.list.tabs
    assert (chips["waiting"].text(), chips["overdue"].text()) == ("待受理 2", "已逾期")


def test_f3_finds_by_name_initials_and_part_of_a_phone(desk) -> None:
    number = desk.intake.registered(GOOD)
    desk.intake.registered(
        GOOD | {"complainant.name": "司马光", "complainant.phone": "13911112222", "subject": "另一件"}
    )

    found = {}
    for text in ("欧阳", "oyxw", "5678", "经营许可"):
        desk.window.sought.setText(text)
        desk.window.sought.returnPressed.emit()
        found[text] = desk.cases.rows()

    assert found == {text: [number] for text in found}


def test_chosen_rows_are_copied_with_headings(desk) -> None:
    number = desk.intake.registered(GOOD)
    desk.cases.choose(number)

    desk.window.cases.list.copy_rows()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert (lines[0].split("\t")[0], lines[1].split("\t")[0]) == ("编号", number)


def test_a_hidden_column_stays_hidden_at_the_next_start(open_desk, home) -> None:
    first = open_desk(home)
    first.window.cases.list.shown.show("respondent", shown=False)
    first.close()

    columns = open_desk(home).window.cases.list

    assert "respondent" not in columns.shown.ids()


def test_the_count_stands_below(desk) -> None:
    desk.intake.registered(GOOD)

    assert desk.window.count.text() == "1 件"


def test_an_empty_list_says_what_to_do(desk) -> None:
    desk.quiet()

    assert desk.window.cases.list.empty.text() == "还没有案件。按 F2 登记第一件。"


# --- papers ---


def test_a_receipt_that_was_only_kept_has_its_first_print_still_to_come_from_the_same_bytes(desk) -> None:
    _, kept = issued_without_a_printer(desk)

    desk.cases.press("打印")
    desk.preview.wait_pages()
    desk.quiet()

    preview = desk.window.preview
    assert (len(desk.cases.page.panel.view.papers), preview.data() == kept) == (1, True)
    assert (preview.print.text(), preview.mark.text()) == ("打印　F8", "")


def test_after_a_print_the_same_bytes_bear_the_mark_wherever_they_go(desk, dialogs, tmp_path) -> None:
    number, kept = issued_without_a_printer(desk)
    paper = desk.cases.page.panel.view.papers[0]
    issued_papers.log_print(
        desk.session.office, desk.session.viewer, paper.id, "一号打印机", 1, reprinted=False
    )
    desk.cases.page.panel.show_case(number)
    desk.quiet()

    desk.cases.press("补打")
    desk.preview.wait_pages()
    dialogs.answer("file", tmp_path / "again.pdf")
    desk.window.preview.save_pdf()
    desk.wait_bar("again.pdf")
    desk.window.preview.print_out()
    desk.wait_bar("没有打印机")
    desk.quiet()

    folder = desk.session.office.home / "待打印"
    again = max(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    assert (desk.window.preview.data() == kept, desk.window.preview.mark.text()) == (
        True,
        "打印、另存时加“补打”标记",
    )
    corner = 178, 8, 20, 9
    assert dark_share_of(kept, *corner) < 0.01
    assert min(dark_share(file, *corner) for file in (again, tmp_path / "again.pdf")) > 0.02


def issued_without_a_printer(desk) -> tuple[str, bytes]:
    """A receipt issued where no printer is: its number and the file that was kept."""
    number = desk.intake.registered(GOOD)
    desk.cases.choose(number)
    desk.cases.press("预览并出具")
    desk.preview.wait_pages()
    desk.window.preview.print_out()
    desk.wait_bar("已存为 PDF")
    desk.quiet()
    return number, next((desk.session.office.home / "待打印").iterdir()).read_bytes()


def test_a_paper_is_voided_only_with_a_typed_reason(desk, dialogs) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    desk.cases.press("预览并出具")
    desk.preview.wait_pages()
    desk.window.preview.print_out()
    desk.wait_bar("已存为 PDF")
    desk.quiet()

    dialogs.answer("reason", "")
    desk.cases.press("作废")
    desk.quiet()
    after_nothing = desk.cases.page.panel.view.papers[0].state
    dialogs.answer("reason", "收件人写错")
    desk.cases.press("作废")
    desk.quiet()

    assert (after_nothing, desk.cases.page.panel.view.papers[0].state) == ("issued", "void")


def test_esc_leaves_the_preview_without_issuing(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    desk.cases.press("预览并出具")
    desk.preview.wait_pages()

    desk.window.acts.do("back")
    desk.quiet()

    assert (desk.page(), desk.cases.page.panel.view.papers) == ("案件", ())


# --- what follows a decision ---


def test_how_a_decision_was_delivered_is_recorded_in_place(desk) -> None:
    number = desk.intake.registered(GOOD | {"complete": True})
    desk.cases.choose(number)
    desk.cases.take("accept", {})
    desk.wait(lambda: desk.cases.state().startswith("已受理"))
    issue_first_paper(desk, "acceptance")
    before = desk.cases.text()

    desk.cases.press("送达…")
    desk.cases.page.panel.step_form.form.set_typed({"means": "当场交付", "person": "欧阳修文"})
    desk.cases.page.save()
    desk.quiet()

    assert ("未送达" in before, "未送达" in desk.cases.text()) == (True, False)


def test_a_delivery_that_nobody_signed_for_is_refused_at_its_field(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD | {"complete": True}))
    desk.cases.take("accept", {})
    desk.wait(lambda: desk.cases.state().startswith("已受理"))
    issue_first_paper(desk, "acceptance")

    desk.cases.press("送达…")
    desk.cases.page.panel.step_form.form.set_typed({"means": "直接送达"})
    desk.cases.page.save()
    desk.quiet()

    assert desk.cases.step_problems() != []


def test_a_harmless_step_can_be_taken_back_for_a_while(desk) -> None:
    number = desk.intake.registered(GOOD)
    desk.cases.choose(number)
    desk.cases.take("check", {"complete": True})
    desk.wait(lambda: any("撤销" in words for words in desk.bar_buttons()))
    desk.quiet()
    taken = "受理" in desk.cases.page.panel.step_names()

    button = next(b for b in desk.window.saved._buttons if b.text() == "撤销：查验材料")
    button.click()
    desk.wait_bar("已撤销")
    desk.quiet()

    assert (taken, "受理" in desk.cases.page.panel.step_names()) == (True, False)


def issue_first_paper(desk, paper: str) -> None:
    desk.quiet()
    panel = desk.cases.page.panel
    desk.window.previewing.show_offer(
        panel.view.number, next(offer for offer in panel.offers if offer.paper == paper)
    )
    desk.preview.wait_pages()
    desk.window.preview.print_out()
    desk.wait_bar("已存为 PDF")
    desk.quiet()


# --- two desks ---


def test_two_desks_at_once_see_each_others_cases(open_desk, home) -> None:
    left, right = open_desk(home), open_desk(home)

    numbers = [
        desk.intake.registered(GOOD | {"subject": f"第{n}件"}) for n, desk in enumerate((left, right, left))
    ]
    right.window.acts.do("refresh")
    right.quiet()

    assert len(set(numbers)) == 3
    assert right.cases.rows() == numbers[::-1]


def test_all_that_a_step_lacks_is_told_each_at_its_field(open_desk, tmp_path) -> None:
    folder = tmp_path / "market"
    office = make_office(folder, "R15")
    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    office.close()
    desk = open_desk(folder, "head")
    desk.cases.choose(number)

    desk.cases.take(
        "accept", {"approver": "", "approved_on": ""}
    )  # the head's own name and today are proposed
    desk.quiet()

    form = desk.cases.page.panel.step_form.form
    told = {id_: problem.message for id_ in form.ids if (problem := form.problem(id_))}
    assert told == {"approver": "请填写审批人", "approved_on": "请填写审批日期"}
    assert form.focused() == "approver"


def test_two_people_who_fill_the_same_field_are_told(open_desk, home) -> None:
    left, right = open_desk(home), open_desk(home)
    number = left.intake.registered(GOOD)
    right.window.acts.do("refresh")
    for desk in (left, right):
        desk.cases.choose(number)
        desk.cases.page.panel.open_step("check")

    left.cases.page.panel.step_form.form.set_typed({"complete": True})
    left.cases.page.save()
    left.quiet()
    right.cases.page.panel.step_form.form.set_typed({"complete": False})
    right.cases.page.save()
    right.quiet()

    assert right.cases.page.panel.step_form is not None
    assert right.cases.page.panel.step_form.clash_box.undecided() == ["complete"]


def test_an_approval_that_stands_on_paper_is_recorded_before_the_paper_is_issued(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD | {"complete": True}))
    desk.cases.take("accept", {})
    desk.wait(lambda: desk.cases.state().startswith("已受理"))
    desk.quiet()
    panel, preview = desk.cases.page.panel, desk.window.preview
    desk.window.previewing.show_offer(
        panel.view.number, next(o for o in panel.offers if o.paper == "acceptance")
    )
    desk.preview.wait_pages()
    preview._not_printed(DeskError("not_approved", "《受理通知书》还没有批准，不能出"))

    preview.asked.form.set_typed({"approver": "王处长", "approved_on": "今天"})
    desk.window.acts.do("save")
    desk.wait_bar("已存为 PDF")
    desk.quiet()
    desk.window.go(desk.window.cases)

    assert "王处长" in desk.cases.text()


def test_a_case_that_has_ended_shows_no_days_left(desk) -> None:
    # Whatever clock nobody stopped: nothing is left to wait for.
    number = desk.intake.registered(GOOD)
    desk.cases.choose(number)
    before = desk.cases.page.panel.due.text()

    desk.cases.take("refuse", {"ground": "二 申请事项不需要行政许可", "reason": "不需要许可"})
    desk.wait(lambda: desk.cases.state().startswith("不予受理"))
    desk.quiet()

    assert "还剩" in before
    assert desk.cases.page.panel.due.text() == "已办结"


def test_a_doubtful_date_in_a_step_is_told_when_it_is_taken(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD | {"complete": True}))
    desk.cases.take("accept", {})
    desk.wait(lambda: desk.cases.state().startswith("已受理"))
    desk.quiet()

    answers = {"handover.to": "甲", "handover.from": "乙", "department": "餐饮处"}
    desk.cases.take("hand_over_2", answers | {"handover.at": "2099-01-05"})

    assert "移送日期（2099年1月5日）还没有到" in desk.wait_bar("注意")


def test_what_another_desk_registers_comes_into_the_list(desk, open_desk, home) -> None:
    other = open_desk(home)
    number = other.intake.registered(GOOD)
    desk.window.go(desk.window.cases)
    before = desk.cases.rows()

    desk.window.cases.list._minute.timeout.emit()  # a minute has passed

    assert (before, desk.cases.rows()) == ([], [number])


def test_a_laws_clock_that_runs_out_before_the_manuals_is_told_in_red(open_desk, tmp_path) -> None:
    # 行政许可法 art. 32: five working days from receipt; the manual's hand-overs and 次日告知 may end later (000:346)
    folder = tmp_path / "window"
    office = make_office(folder, "R04")
    set_time(office, at("2026-11-23 09:00"))
    number = take_in(office, "acceptor", kind="licence").case.number
    for moment, step, given in (
        ("2026-11-23 09:30", "take_papers", {"materials": LIST}),
        ("2026-11-23 16:00", "hand_over_1", handed("2026-11-23")),
        ("2026-11-30 10:00", "return_correction", returned("2026-11-30")),
    ):
        set_time(office, at(moment))
        stepping.act(office, office.viewer("hall_head"), number, step, given)
    office.close()
    desk = open_desk(folder, "hall_head")
    set_time(desk.session.office, at("2026-11-30 11:00"))

    desk.cases.choose(number)

    told = desk.cases.page.panel.due
    assert told.text() == "法定五日内一次告知补正：今日到期　按法定时限，先于手册"
    assert told.property("problem") == "error"
