"""The user's handbook: every picture, key and word of a window that it names is there; F1 twice opens it."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import Qt

from desk.gui.handbook_page import FOLDER, TEXT, chapters
from desk.gui.keys import ACTS, OTHER_KEYS
from desk.paths import resource
from desk.services.today import TITLES

WORDS = TEXT.read_text("utf-8")
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+[A-Z0-9a-z]+|\bF\d{1,2}\b|\b(?:Enter|Esc|Tab)\b")
SENTENCES = [
    *(source.text or "" for source in ET.parse(resource("translations", "desk_en.ts")).iter("source")),
    *TITLES.values(),
]
"""Everything the windows say of themselves."""


def known_keys() -> set[str]:
    listed = {key for act in ACTS for key in act.keys}
    return listed | {key for keys, _ in OTHER_KEYS for key in re.split(r"[、 /]+", keys)}


def test_the_handbook_has_ten_to_fifteen_chapters() -> None:
    assert 10 <= len(chapters(WORDS)) <= 15
    assert all(len(one.text) < 3000 for one in chapters(WORDS))


def test_every_picture_is_there_small_and_none_is_left_over() -> None:
    named = re.findall(r"!\[[^\]]+\]\(pictures/([a-z-]+\.png)\)", WORDS)
    there = {file.name: file.stat().st_size for file in (FOLDER / "pictures").iterdir()}

    assert sorted(named) == sorted(there)
    assert len(named) >= 12
    assert {name: size for name, size in there.items() if size > 80 * 1024} == {}


def test_every_key_that_is_named_is_a_key_of_the_window() -> None:
    named = set(KEY.findall(WORDS))

    assert len(named) > 12
    assert named - known_keys() == set()


@pytest.mark.parametrize("words", sorted(set(re.findall(r"【([^】]+)】", WORDS))))
def test_every_word_of_a_window_stands_in_a_window(words) -> None:
    assert any(words in sentence for sentence in SENTENCES)


def test_f1_twice_opens_it_and_the_arrows_turn_the_chapters(desk) -> None:
    desk.press(Qt.Key.Key_F1)
    desk.press(Qt.Key.Key_F1)
    desk.quiet()
    page = desk.window.pages.currentWidget()
    first = page.text.toPlainText()
    desk.press(Qt.Key.Key_Down)

    assert page.chapters.count() == len(chapters(WORDS))
    assert "第一次打开" in first
    assert "三分钟" in page.text.toPlainText()
    assert not desk.window.help.isVisible()


def test_no_sentence_looks_like_a_heading_after_the_chapter_is_changed(desk) -> None:
    desk.window.do("handbook")
    desk.quiet()
    page = desk.window.pages.currentWidget()
    page.chapters.setCurrentRow(1)

    block = page.text.document().begin()
    sizes = []
    while block.isValid():
        sizes += [
            (block.blockFormat().headingLevel(), it.fragment().charFormat().fontWeight()) for it in block
        ]
        block = block.next()

    assert [level for level, _ in sizes if level] == [2]
    assert all(weight <= 400 for level, weight in sizes[1:2])


def test_the_pictures_are_shown_and_fit_the_page(desk) -> None:
    desk.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    desk.quiet()
    text = desk.window.pages.currentWidget().text

    assert text.document().idealWidth() <= text.viewport().width()
    assert text.document().size().height() > 600
