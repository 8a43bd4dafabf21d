"""The reception book in the window: a line in ten seconds, by keys alone."""

from PySide6.QtCore import Qt

from desk.services import receptions


def page(desk):
    return desk.window.show_aside("reception")


def lines(desk) -> list[tuple[str, ...]]:
    shown = desk.window.asides["reception"].lines
    items = (shown.topLevelItem(place) for place in range(shown.topLevelItemCount()))
    return [tuple(item.text(column) for column in range(1, 5)) for item in items]


def test_a_question_is_written_down_with_one_sentence_and_one_key(desk) -> None:
    desk.press(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    desk.type("问药品许可怎样延续")
    desk.press(Qt.Key.Key_F12)
    desk.wait(lambda: bool(lines(desk)))

    assert lines(desk) == [("咨询", "", "问药品许可怎样延续", "")]
    assert page(desk).form.values().get("about", "") == ""
    assert page(desk).form.focused() == "about"


def test_the_wrong_door_asks_where_to_and_offers_a_slip(desk) -> None:
    book = page(desk)
    before = book.form.visible()
    book.form.set_values({"kind": "elsewhere", "about": "要报案"})
    book.form.input("kind").edited.emit()
    book.save()
    desk.quiet()
    refused = book.form.problem("place").message
    book.form.set_typed({"place": "公安机关", "where": "解放街1号"})
    book.save()
    desk.wait(lambda: bool(lines(desk)))
    book.slip.click()
    desk.preview.wait_pages()

    assert "place" not in before
    assert refused == "请写明指引到哪里"
    assert lines(desk) == [("走错门，已指引", "", "要报案", "公安机关")]
    assert desk.page() == "文书"


def test_the_address_comes_by_itself_the_second_time(desk) -> None:
    office, viewer = desk.session.office, desk.session.viewer
    receptions.note(office, viewer, "elsewhere", "报案", place="police", where="解放街1号")
    book = page(desk)
    book.form.set_values({"kind": "elsewhere"})
    book.form.input("kind").edited.emit()

    book.form.set_values({"place": "公安机关"})
    book.form.input("place").edited.emit()

    desk.wait(lambda: book.form.values().get("where") == "解放街1号")


def test_pads_are_numbered_and_shown_before_they_are_printed(desk) -> None:
    desk.window.do("pads")
    desk.wait(lambda: desk.window.in_sight == "preview")

    assert desk.preview.wait_pages() == 20
    assert "补录登记单" in desk.window.preview.title.text()
