"""The sections of the settings that are a form and a button: words, hours, papers, the recovery key."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.gui.forms.ui_setup_papers import Ui_PapersPart
from desk.gui.forms.ui_setup_secrecy import Ui_SecrecyPart
from desk.gui.parts import line
from desk.gui.session import Session
from desk.gui.setup.hours import WeekHours
from desk.gui.setup.recovery_part import RecoveryPart
from desk.gui.setup.words import OfficeWords

Done = Callable[[str], None]
Refused = Callable[[Exception], None]


class OfficeSection(OfficeWords):
    """What papers say about the office."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.seen: dict[str, Any] = {}
        self._show()

    def _show(self) -> None:
        self.seen = dict(self.session.office.settings)
        self.set_words(self.seen)

    def typed(self) -> dict[str, Any]:
        """What stands in the fields."""
        return self.words()

    def take(self, field: str, value: Any) -> None:
        """Put a value into its field."""
        self.edit(field).setText(value)

    def save(self, done: Done, refused: Refused) -> str:
        """Keep the words; a full name there must be."""
        words = self.words()
        if not words["office.name"]:
            self.name.setFocus()
            return self.tr("单位全称不能为空，它印在回执和文书上。")

        def then() -> None:
            self._show()
            done(self.tr("已保存单位资料，从下一份文书起有效"))

        return _write(self.session, words, self.seen, then, refused)


class HoursSection(WeekHours):
    """The office's hours, and the window of this computer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.seen: dict[str, Any] = {}
        """By weekday, 0 is Monday."""
        self._show()
        stations = [(station.id, station.name) for station in session.rulebook.stations]
        self.offer_stations(stations, session.remembered.get("usual/station", ""))

    def _show(self) -> None:
        from desk.services import office_calendar

        week = office_calendar.hours_words(self.session.office)
        self.set_week(week)
        self.seen = {str(n): words for n, words in enumerate(week)}

    def typed(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {str(n): words for n, words in enumerate(self.week())}

    def take(self, field: str, value: Any) -> None:
        """Put a day's hours into its field."""
        self.days[int(field)].setText(value)

    def save(self, done: Done, refused: Refused) -> str:
        """Keep hours and window."""
        from desk.services import office_calendar

        if not self.is_good():
            return ""
        office, viewer, week = self.session.office, self.session.viewer, self.week()
        seen = tuple(self.seen.values())
        if self.station.count() > 1:
            self.session.remembered.keep("usual/station", self.chosen_station())

        def then(_: Any) -> None:
            self._show()
            done(self.tr("已保存办公时间，未办结案件的时限已重新计算"))

        self.session.write(lambda: office_calendar.set_hours(office, viewer, week, seen=seen), then, refused)
        return ""


class PapersSection(QWidget, Ui_PapersPart):
    """How papers are printed, and what 仿宋 is set in on this computer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.seen: dict[str, Any] = {}
        self._show()
        self.choose_font.clicked.connect(self._choose_font)
        self.remove_font.clicked.connect(self._remove_font)
        self.choose_font.setEnabled(session.viewer.may("configure"))
        self.remove_font.hide()
        self._read_font()

    def _show(self) -> None:
        self.seen = dict(self.session.office.settings)
        self.notes.setChecked(self.session.office.prints_notes)

    def _read_font(self) -> None:
        from desk.services import own_font

        def found(used: Any) -> None:
            self.fangsong.setText(used.words)
            self.remove_font.setVisible(used.own and self.session.viewer.may("configure"))

        self.session.read(partial(own_font.used, self.session.office), found)

    def _choose_font(self) -> None:
        from desk.services import own_font

        title, kinds = self.tr("选择仿宋字体文件"), "TrueType (*.ttf *.ttc)"
        file = self.session.dialogs.file_to_open(self, title, Path.home(), kinds)
        if file is not None:
            work = partial(own_font.put, self.session.office, self.session.viewer, file)
            self.session.write(work, lambda _: self._changed_font())

    def _remove_font(self) -> None:
        from desk.services import own_font

        work = partial(own_font.remove, self.session.office, self.session.viewer)
        self.session.write(work, lambda _: self._changed_font())

    def _changed_font(self) -> None:
        self._read_font()
        self.session.say(self.tr("已保存，从下一份文书起有效"), "good")

    def typed(self) -> dict[str, Any]:
        """What is ticked."""
        return {"paper.notes": "yes" if self.notes.isChecked() else "no"}

    def take(self, _field: str, value: Any) -> None:
        """Tick it or not."""
        self.notes.setChecked(value != "no")

    def save(self, done: Done, refused: Refused) -> str:
        """Keep it."""

        def then() -> None:
            self._show()
            done(self.tr("已保存，从下一份文书起有效"))

        return _write(self.session, self.typed(), self.seen, then, refused)


class SecrecySection(QWidget, Ui_SecrecyPart):
    """How much is hidden of people from those who may not see them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        for id_, words in (
            ("light", self.tr("轻：张*明、138****8000，住址到门牌")), ("normal", self.tr("中：张*、138****8000，住址到路")),
            ("strong", self.tr("重：只留电话、证号末两位，住址到市")),
        ):  # fmt: skip
            self.strength.addItem(words, id_)
        self.seen: dict[str, Any] = {}
        self._show()

    def _show(self) -> None:
        self.seen = dict(self.session.office.settings)
        self.take("mask.strength", self.seen.get("mask.strength", "normal"))

    def typed(self) -> dict[str, Any]:
        """What is chosen."""
        return {"mask.strength": str(self.strength.currentData())}

    def take(self, _field: str, value: Any) -> None:
        """Choose a strength."""
        self.strength.setCurrentIndex(self.strength.findData(value))

    def save(self, done: Done, refused: Refused) -> str:
        """Keep it."""

        def then() -> None:
            self._show()
            done(self.tr("已保存，从下一次显示起有效"))

        return _write(self.session, self.typed(), self.seen, then, refused)


def recovery_section(session: Session) -> QWidget:
    """The key while it still lies on this computer; only who may configure sees it."""
    from desk.services import recovery

    if not session.viewer.may("configure"):
        return line(session.tr("只有能改设置的用户可以看恢复密钥。"))
    if not recovery.is_here(session.office):
        return line(session.tr("恢复密钥文件已从这台电脑上删除。请到保管处取用打印件。"))
    part = RecoveryPart(session.office, recovery.key(session.office), session.dialogs, session.lanes)
    part.title.hide()
    part.later.hide()
    part.left.connect(lambda: _put_away(part))
    return part


def _put_away(part: RecoveryPart) -> None:
    part.told.setText(
        part.tr("已完成。")
        + ("" if part._office.recovery_key_file.exists() else part.tr("密钥文件已从这台电脑上删除。"))
    )
    for widget in (
        part.card,
        part.print_key,
        part.save_key,
        part.copied,
        part.remove,
        part.done,
        part.explain,
    ):
        widget.hide()


def _write(
    session: Session,
    words: dict[str, Any],
    seen: dict[str, Any],
    done: Callable[[], None],
    refused: Refused,
) -> str:
    from desk.services import settings

    office, viewer = session.office, session.viewer

    def then(_: Any) -> None:
        done()

    session.write(lambda: settings.change(office, viewer, words, seen=seen), then, refused)
    return ""
