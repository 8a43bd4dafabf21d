"""Everybody can work with it: names for screen readers, buddies, tab order, contrast, large letters."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from tests.gui.test_intake_page import GOOD

from desk.gui import look
from desk.gui.first_start import FirstStart

TYPED_INTO = (QLineEdit, QPlainTextEdit)


def test_everything_that_takes_the_focus_has_a_name(desk) -> None:
    desk.cases.choose(desk.intake.registered(GOOD))
    desk.cases.page.panel.open_step("refuse")
    desk.report.open()

    assert nameless(desk.window) == []


def test_the_first_start_has_names_too(qtbot) -> None:
    page = FirstStart()
    qtbot.addWidget(page)

    assert nameless(page) == []


def test_an_input_without_a_name_is_noticed(desk) -> None:
    QLineEdit(desk.window).setObjectName("planted")

    assert nameless(desk.window) == ["QLineEdit planted"]


def test_every_field_of_the_form_has_a_label_that_belongs_to_it(desk) -> None:
    form = desk.intake.form
    buddies = {label.buddy() for label in desk.window.intake.findChildren(QLabel) if label.buddy()}

    assert [id_ for id_ in form.ids if form._group(id_).input(id_) not in buddies] == []


def test_tab_goes_through_the_form_in_the_order_in_which_it_is_seen(desk) -> None:
    desk.intake.form.frame.focus_first()
    seen = []
    for _ in range(6):
        seen.append(desk.intake.focused())
        desk.press(Qt.Key.Key_Tab)

    places = [
        desk.intake.form._group(id_).input(id_).mapTo(desk.window, desk.window.rect().topLeft())
        for id_ in seen
    ]
    assert places == sorted(places, key=lambda place: (place.y(), place.x()))


@pytest.mark.parametrize("colours", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(colours) -> None:
    pairs = [
        ("text", "base"), ("text", "window"), ("text", "raised"), ("muted", "base"), ("muted", "window"),
        ("muted", "raised"), ("on_accent", "accent"), ("accent", "base"), ("danger", "base"), ("danger", "danger_soft"),
        ("warn", "base"), ("warn", "warn_soft"), ("good", "base"), ("good", "good_soft"), ("on_demo", "demo"),
        ("text", "accent_soft"),
    ]  # fmt: skip

    weak = [pair for pair in pairs if contrast(*(getattr(colours, name) for name in pair)) < 4.5]

    assert weak == []


def test_grey_on_grey_is_noticed() -> None:
    assert contrast("#999999", "#ffffff") < 4.5


@pytest.mark.parametrize(("scheme", "scale"), list(itertools.product(("light", "dark"), (100, 130, 175))))
def test_no_words_are_cut_at_any_size(open_desk, home, qapp, scheme, scale) -> None:
    look.dress(qapp, scheme=scheme, scale=scale, families=look.load_fonts())
    desk = open_desk(home)
    desk.cases.choose(desk.intake.registered(GOOD))
    cut = {}
    for page in (desk.window.intake, desk.window.cases, desk.window.report):
        desk.window.go(page)
        desk.quiet()
        cut |= dict(cut_words(page)) | dict(cut_words(desk.window.foot)) | dict(cut_words(desk.window.head))
    desk.close()
    look.dress(qapp, scheme="light", families=look.load_fonts())

    assert cut == {}


def nameless(window: QWidget) -> list[str]:
    """Widgets that can be typed into or pressed and that a screen reader could not name."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.objectName().startswith("qt_"):
            continue
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if not named and not any(named_above(widget)):
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found


def named_above(widget: QWidget) -> Iterator[bool]:
    """Parts of a widget that has a name, such as the list of a box to choose from."""
    parent = widget.parentWidget()
    while parent is not None:
        yield bool(parent.accessibleName()) and not isinstance(parent, QScrollArea)
        parent = parent.parentWidget()


def contrast(front: str, ground: str) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""

    def light(colour: str) -> float:
        parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    bright, dim = sorted((light(front), light(ground)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def cut_words(page: QWidget) -> list[tuple[str, str]]:
    """Buttons and single-line labels narrower or lower than their words."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QAbstractButton, QLabel)) or not widget.text():
            continue
        if isinstance(widget, QLabel) and (
            widget.wordWrap() or widget.sizePolicy().horizontalPolicy().name == "Ignored"
        ):
            continue
        need = widget.fontMetrics().horizontalAdvance(widget.text().splitlines()[0])
        if isinstance(widget, QAbstractButton):
            need = widget.sizeHint().width() - 2
        if widget.width() < need or widget.height() < widget.fontMetrics().height() - 2:
            found.append((widget.objectName() or type(widget).__name__, widget.text()))
    return found
