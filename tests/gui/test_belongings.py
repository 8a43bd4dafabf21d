"""Files, related cases, and who stands behind a sealed one."""

from pathlib import Path

import pytest
from tests.gui.test_intake_page import GOOD

from desk.services.office import init_office

REPORT = {
    "kind": "举报", "complainant.name": "欧阳修文", "complainant.phone": "13800005678", "respondent.name": "某某便利店",
    "respondent.address": "人民路2号", "subject": "销售过期食品", "narrative": "看见销售过期牛奶", "summary": "某便利店销售过期食品",
}  # fmt: skip


def test_a_file_is_kept_with_the_case_and_given_out_again(desk, dialogs, tmp_path: Path) -> None:
    file = tmp_path / "小票.txt"
    file.write_text("牛奶 36元", "utf-8")
    desk.cases.choose(desk.intake.registered(GOOD))

    dialogs.answer("open", file)
    desk.cases.press("添加附件…")
    desk.wait_bar("已添加附件")
    desk.quiet()
    dialogs.answer("file", tmp_path / "副本.txt")
    desk.cases.press("另存副本")
    desk.wait_bar("已存为")

    assert (tmp_path / "副本.txt").read_bytes() == file.read_bytes()


def test_a_program_is_not_taken_as_a_file(desk, dialogs, tmp_path: Path) -> None:
    file = tmp_path / "发票.pdf.exe"
    file.write_bytes(b"MZ\x90\x00" * 10)
    desk.cases.choose(desk.intake.registered(GOOD))

    dialogs.answer("open", file)
    desk.cases.press("添加附件…")
    desk.wait(lambda: bool(desk.bar()) and "已登记" not in desk.bar())

    assert "已添加" not in desk.bar()


def test_two_cases_are_linked_and_each_leads_to_the_other(desk, dialogs) -> None:
    first = desk.intake.registered(GOOD)
    second = desk.intake.registered(GOOD | {"subject": "同一件事"})
    desk.cases.choose(second)

    dialogs.answer("reason", first)
    desk.cases.press("关联同一事件…")
    desk.quiet()
    desk.cases.press("查看")
    desk.quiet()

    assert desk.cases.page.panel.view.number == first
    assert second in desk.cases.text()


@pytest.fixture
def market_office(tmp_path: Path) -> Path:
    """An office whose reports are sealed."""
    folder = tmp_path / "market"
    init_office(folder, rulebook="R15", name="某区市场监督管理局", practice=True).close()
    return folder


def test_who_stands_behind_a_sealed_case_opens_only_after_another_person_agreed(
    open_desk, market_office, dialogs
) -> None:
    officer, head = open_desk(market_office, "officer"), open_desk(market_office, "head")
    number = officer.intake.registered(REPORT)
    officer.cases.choose(number)
    hidden = "欧阳修文" in officer.cases.text()
    officer.cases.press("查看身份")
    officer.quiet()
    refused = officer.bar()

    dialogs.answer("reason", "核实举报内容")
    officer.cases.press("申请查看…")
    officer.wait_bar("等待批准")
    head.window.acts.do("refresh")
    head.cases.choose(number)
    head.cases.press("批准")
    head.quiet()
    officer.cases.press("查看身份")
    officer.quiet()

    assert (hidden, "没有对您开放" in refused) == (False, True)
    assert "欧阳修文" in officer.cases.text()
