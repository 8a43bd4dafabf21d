"""Files, related cases, and who stands behind a sealed one."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.gui.test_intake_page import GOOD

from desk.services.setting_up import init_office

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


def painted(colour: str = "white"):
    from PySide6.QtGui import QColor, QImage

    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def file_names(desk) -> list[str]:
    from desk.services import attachments

    office = desk.session.office
    found = attachments.attached(office, desk.session.viewer, desk.cases.page.panel.view.number)
    return [one.name for one in found]


def test_a_picture_is_pasted_looked_at_and_blacked_out_beside_its_original(desk) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage

    from desk.services import attachments

    desk.cases.choose(desk.intake.registered(GOOD))
    QGuiApplication.clipboard().setImage(painted())
    desk.cases.press("粘贴图片")
    desk.wait_bar("已添加附件")
    desk.quiet()

    desk.cases.press("查看、涂黑")
    desk.quiet()
    form = desk.cases.page.panel.step_form
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    office, viewer = desk.session.office, desk.session.viewer
    old, new = attachments.attached(office, viewer, desk.cases.page.panel.view.number)
    image = QImage.fromData(attachments.contents(office, viewer, new.id))
    assert form is not None
    assert "（涂黑）" in new.name
    assert (image.pixelColor(100, 45).name(), image.pixelColor(5, 5).name()) == ("#000000", "#ffffff")
    assert (
        QImage.fromData(attachments.contents(office, viewer, old.id)).pixelColor(100, 45).name() == "#ffffff"
    )


def test_nothing_is_saved_before_an_area_was_chosen(desk) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    desk.cases.choose(desk.intake.registered(GOOD))
    QGuiApplication.clipboard().setImage(painted())
    desk.cases.press("粘贴图片")
    desk.wait_bar("已添加附件")
    desk.quiet()
    desk.cases.press("查看、涂黑")
    desk.quiet()

    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    assert "还没有选定" in desk.cases.text()
    assert len(file_names(desk)) == 1


def test_an_empty_clipboard_is_told(desk) -> None:
    from PySide6.QtGui import QGuiApplication

    desk.cases.choose(desk.intake.registered(GOOD))
    QGuiApplication.clipboard().setText("只有文字")

    desk.cases.press("粘贴图片")

    assert "剪贴板里没有图片" in desk.bar()


def test_what_the_scanner_wrote_since_waits_beside_the_case_and_the_file_stays(
    desk, dialogs, tmp_path: Path
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "昨天.jpg").write_bytes(b"\xff\xd8\xff\xe0old")
    desk.cases.choose(desk.intake.registered(GOOD))
    dialogs.answer("folder", folder)
    desk.cases.press("扫描文件夹…")
    desk.quiet()

    (folder / "扫描0001.jpg").write_bytes(b"\xff\xd8\xff\xe0new")
    desk.wait(lambda: "扫描：扫描0001.jpg" in desk.cases.text())
    old = "昨天.jpg" in desk.cases.text()
    desk.quiet()
    desk.cases.press("加入")
    desk.wait_bar("已添加附件")
    desk.quiet()

    assert not old
    assert file_names(desk) == ["扫描0001.jpg"]
    assert "扫描：扫描0001.jpg" not in desk.cases.text()
    assert (folder / "扫描0001.jpg").exists()


def test_a_program_under_another_name_is_told_by_its_content(desk, dialogs, tmp_path: Path) -> None:
    file = tmp_path / "发票.pdf"
    file.write_bytes(b"MZ\x90\x00" * 10)
    desk.cases.choose(desk.intake.registered(GOOD))

    dialogs.answer("open", file)
    desk.cases.press("添加附件…")

    assert "内容是可以运行的程序" in desk.wait_bar("没有保存")


def test_an_empty_clipboard_is_told_and_what_to_do_first(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    QGuiApplication.clipboard().clear()

    desk.cases.press("粘贴图片")

    assert "剪贴板里没有图片或文件" in desk.bar()
