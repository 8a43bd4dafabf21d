"""The end of a file through the windows: archived, its years over, listed, asked for, granted by somebody else, certified."""

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from tests.capabilities.counter import altered
from tests.decrypted import log_pages, pages
from tests.gui.acting import see
from tests.gui.test_today_page import put_on
from tests.services.rights_scene import ANYBODY, matter

from desk.services import backups, cases, intake, stepping
from desk.services.setting_up import init_office

NAME, PHONE, SUBJECT = "欧阳金雀", "13600001234", "金丝雀牌冰箱漏电"
GROUND = "保存期限已满（档案管理办法第八条）"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An office whose manual has its cases kept for a year, with one that ended, and a backup of that day."""
    book = altered(tmp_path / "R15", "R15", ("[secrecy]\n", '[secrecy]\nretention_years = "1"\n'))
    office = init_office(tmp_path / "market", rulebook=book, name="某区市场监督管理局", practice=True)
    draft = matter(office, "complaint", NAME, PHONE)
    draft.values["subject"] = SUBJECT
    number = intake.register(office, ANYBODY, draft).case.number
    intake.register(office, ANYBODY, matter(office, "complaint", "诸葛云长", "13900001234"))
    stepping.act(office, ANYBODY, number, "withdraw")
    backups.back_up(office, office.viewer("administrator"), tmp_path / "old.backup")
    office.close()
    return tmp_path / "market"


def open_page(desk, name: str):
    desk.window.acts.do(name)
    desk.quiet()
    return desk.window.pages.currentWidget()


def cells(page) -> list[list[str]]:
    table = page.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def at_desk(open_desk, home, role: str):
    """A desk two years later."""
    desk = open_desk(home, role)
    now = desk.session.office.now() + timedelta(days=2 * 366)
    desk.session.office.clock = lambda: now
    return desk


def test_a_whole_destruction_through_two_windows(open_desk, home, dialogs) -> None:
    archived = open_desk(home, "administrator")
    [row] = [row for row in cases.page(archived.session.office, ANYBODY) if row.subject == SUBJECT]
    early = cells(open_page(archived, "destruction"))
    archived.close()
    administrator = at_desk(open_desk, home, "administrator")

    listed = open_page(administrator, "destruction")
    ripe = cells(listed)
    listed.table.selectAll()
    dialogs.answer("reason", GROUND)
    listed.do.click()
    told = administrator.wait_bar("已申请销毁 1 件")
    own = open_page(administrator, "destroyed")
    dialogs.answer("reason", "同意")
    own.do.click()
    administrator.quiet()
    refused = own.trouble.text()
    store = administrator.session.office.store
    store.checkpoint()
    before = pages(store.path, store.cipher.file_key)

    head = at_desk(open_desk, home, "head")
    head.window.acts.do("today")
    head.quiet()
    [waiting] = head.window.day.page.today.part("destroy").lines
    put_on(head, "待批的销毁")
    head.press(Qt.Key.Key_Return)
    head.quiet()
    page = head.window.pages.currentWidget()
    asked = cells(page)
    dialogs.answer("reason", "同意销毁")
    page.do.click()
    head.wait_bar("已销毁 1 件")
    head.quiet()

    key = store.cipher.file_key
    after = pages(store.path, key) + log_pages(store.path, key)
    assert early == []
    assert [one[0] for one in ripe] == [row.number]
    assert waiting.words == f"1 件　{GROUND}"
    assert "另一位审批人员" in told
    assert "不能批准自己的" in refused
    assert (asked[0][2], asked[0][3], asked[0][4]) == (f"1 件：{row.number}", GROUND, "待批准")
    assert SUBJECT.encode() in before
    assert [word for word in (SUBJECT, NAME, "金丝雀") if word.encode() in after] == []
    assert cells(page)[0][4] == "已销毁"

    page.do.click()
    head.quiet()
    paper = pypdfium2.PdfDocument(head.preview.page.data())
    assert row.number in "".join(one.get_textpage().get_text_range() for one in paper)

    see(head, row.number)
    shown = head.cases.text()
    assert "个人内容已销毁" in head.window.cases.panel.state.text()
    assert head.window.cases.panel.view.steps == ()
    assert row.number in shown
    assert not [word for word in (NAME, SUBJECT, PHONE) if word in shown]
    assert cells(open_page(head, "destruction")) == []
    held = cells(open_page(head, "backups"))
    assert [(one[3][-8:], one[4]) for one in held] == [("已到期，请删除）", "1")]


def test_what_is_refused_stays_on_the_list_with_the_reason(open_desk, home, dialogs) -> None:
    administrator = at_desk(open_desk, home, "administrator")
    listed = open_page(administrator, "destruction")
    dialogs.answer("reason", GROUND)
    listed.do.click()
    administrator.quiet()
    head = at_desk(open_desk, home, "head")
    page = open_page(head, "destroyed")

    dialogs.answer("reason", "涉诉，暂缓销毁")
    page.other.click()
    head.quiet()

    assert cells(page)[0][4::2] == ["未批准", "涉诉，暂缓销毁"]
    assert not page.other.isEnabled()
    assert len(cells(open_page(administrator, "destruction"))) == 1
