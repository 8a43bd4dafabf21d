"""Every sentence of the windows has an English translation; Chinese is what they are written in."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from tests.gui.test_intake_page import GOOD

from desk.gui import languages
from desk.gui.keys import ACTS, words_of
from desk.gui.main_window import MainWindow
from desk.gui.report.page import ReportPage
from desk.paths import resource

ROOT = Path(__file__).parent.parent.parent
HAN = re.compile(r"[一-鿿]")
ITS_OWN_NAME = {"中文 / English"}


@pytest.fixture
def english(qapp):
    if not resource("translations", "desk_en.qm").exists():
        subprocess.run([sys.executable, str(ROOT / "packaging" / "texts.py")], check=True)
    assert languages.speak(qapp, "en")
    yield
    languages.speak_chinese_again(qapp)


def test_no_sentence_is_left_untranslated() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "texts.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_the_frame_of_the_window_speaks_english(english, qtbot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)

    assert {words for words in words_in(window) if HAN.search(words)} <= ITS_OWN_NAME
    assert not [act.id for act in ACTS if HAN.search(words_of(act)) and words_of(act) not in ITS_OWN_NAME]


def test_the_pages_speak_english_and_the_rulebook_its_own_words(english, desk) -> None:
    desk.intake.fill(GOOD)
    desk.intake.save()
    desk.wait_bar("Registered")

    own = {words for page in (desk.window.cases.list, ReportPage(desk.session)) for words in words_in(page)}

    assert {words for words in own if HAN.search(words) and words not in rulebook_words(desk)} == set()


def test_without_the_translation_the_window_speaks_chinese(qtbot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)

    assert window.tab_cases.text() == "案件"


def words_in(window: QWidget) -> set[str]:
    """What stands on labels and buttons, and in empty fields."""
    found = set()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, (QLabel, QAbstractButton, QPushButton)):
            found.add(widget.text())
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
    return found - {""}


def rulebook_words(desk) -> set[str]:
    book = desk.session.rulebook
    return {entry.name for table in (book.states, book.registers, book.kinds) for entry in table}
