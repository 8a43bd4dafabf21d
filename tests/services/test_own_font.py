"""A file of the office's own for 仿宋, on one computer: put in by whoever configures, used by papers, taken out again."""

import pytest

from desk.domain.errors import DeskError, Forbidden
from desk.paths import resource
from desk.services import own_font
from desk.services.office import open_office

KAI = resource("fonts", "DeskKai-Common.ttf")
"""Any Chinese TrueType font will do to stand for one."""


@pytest.fixture
def office(market_office):
    yield market_office
    own_font.take(market_office.home / "none")


def test_the_offices_own_file_is_kept_beside_its_other_files_and_found_when_the_office_is_opened(
    office, tmp_path
):
    chosen = tmp_path / "从U盘来的仿宋.ttf"
    chosen.write_bytes(KAI.read_bytes())
    before = own_font.used(office)

    own_font.put(office, office.viewer("administrator"), chosen)
    chosen.unlink()

    assert (own_font.used(office).own, own_font.used(office).words) == (True, "仿宋用本单位的字体文件")
    office.close()
    again = open_office(office.home, now=office.now())
    assert own_font.used(again).own
    own_font.remove(again, again.viewer("administrator"))
    assert own_font.used(again) == before
    again.close()


def test_a_file_that_is_no_font_and_one_that_is_not_there_are_refused_and_the_old_one_stays(office, tmp_path):
    administrator = office.viewer("administrator")
    own_font.put(office, administrator, KAI)
    text = tmp_path / "仿宋.ttf"
    text.write_text("不是字体", "utf-8")

    for file, code in ((text, "bad_font"), (tmp_path / "没有.ttf", "no_file")):
        with pytest.raises(DeskError) as refusal:
            own_font.put(office, administrator, file)
        assert (refusal.value.code, refusal.value.field) == (code, "file")

    assert own_font.used(office).own


def test_who_may_not_configure_chooses_no_font(office):
    with pytest.raises(Forbidden):
        own_font.put(office, office.viewer("counter"), KAI)

    assert not own_font.used(office).own


def test_a_computer_without_fangsong_says_so(office, monkeypatch):
    monkeypatch.setattr("desk.paper.fonts.fangsong", lambda: None)

    assert own_font.used(office).words == "这台电脑没有仿宋字体，文书里的仿宋用思源宋体代替"
