"""The office's settings: words, hours, days, users, papers and the recovery key, by who may configure."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidgetItem, QScrollArea, QWidget

from desk.domain.errors import Clash, Conflict
from desk.gui.case.clash_box import ClashBox
from desk.gui.forms.ui_setup_settings import Ui_SettingsPage
from desk.gui.manual.proposal_box import who_may
from desk.gui.session import Session

Done = Callable[[str], None]
Refused = Callable[[Exception], None]


class Section(Protocol):
    """A section that can be saved. ``seen`` is what stood there before, by field, and what of others' was decided on."""

    seen: dict[str, Any]

    def typed(self) -> dict[str, Any]:  # noqa: D102
        ...

    def take(self, field: str, value: Any) -> None:  # noqa: D102
        ...

    def save(self, done: Done, refused: Refused) -> str:
        """The words of what is wrong; or nothing, and ``done`` or ``refused`` is called later."""
        ...


class SettingsPage(QWidget, Ui_SettingsPage):
    """Sections at the left; each is made when it is first looked at."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self.may = session.viewer.may("configure")
        self.who.setText("" if self.may else who_may(session))
        self._makers = self._all()
        self._theirs: dict[str, Any] = {}
        self._mine: dict[str, Any] = {}
        self.clashes = ClashBox()
        self.clashes.decided.connect(self._decide)
        self.layout_5.insertWidget(0, self.clashes)
        self._made: dict[str, QWidget] = {}
        self._first: dict[str, dict[str, Any]] = {}
        self.sections.ensurePolished()  # else the rows are reckoned without the look's room around words
        for _, title, _ in self._makers:
            self.sections.addItem(QListWidgetItem(title))
        self.sections.currentRowChanged.connect(self._show)
        self.keep.clicked.connect(self.save)
        self.sections.setCurrentRow(0)

    def take_focus(self) -> None:
        """Put the cursor on the list of sections."""
        self.sections.setFocus()

    def open(self, section: str) -> Any:
        """Show a section by its id: office, hours, calendar, users, papers, seals, secrecy, recovery."""
        self.sections.setCurrentRow([id_ for id_, _, _ in self._makers].index(section))
        return self._made[section]

    def half_typed(self) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
        """By section, what was changed and not kept, and what stood there when it was begun."""
        found = {id_: part for id_, part in self._made.items() if self.may and hasattr(part, "take")}
        changed = {id_: (self._changed(id_), cast(Section, part).seen) for id_, part in found.items()}
        return {id_: one for id_, one in changed.items() if one[0]}

    def _changed(self, id_: str) -> dict[str, Any]:
        section = cast(Section, self._made[id_])
        seen, first = section.seen, self._first[id_]
        return {
            field: value
            for field, value in section.typed().items()
            if value not in (seen.get(field, ""), first.get(field))
        }

    def type_again(self, typed: dict[str, tuple[dict[str, Any], dict[str, Any]]]) -> None:
        """Put it back; where somebody else changed the same meanwhile, saving asks."""
        for id_, (words, seen) in typed.items():
            section = cast(Section, self.open(id_))
            for field, value in words.items():
                section.take(field, value)
            section.seen = seen

    def save(self) -> None:
        """F12: keep the section in sight."""
        QGuiApplication.inputMethod().commit()  # what is still being composed belongs to the line
        self._tell("")
        section: Any = self._section()
        if not self.may:
            self._tell(self.who.text())
        elif hasattr(section, "save"):
            self._save(section)

    def _save(self, section: Section) -> None:
        if self.clashes.undecided():
            self._tell(self.tr("✕ 请先选定保留哪一个版本，再按 F12"))
            return
        if self._theirs:
            section.seen.update(self._theirs)
        self._ask(())
        self._tell(section.save(lambda words: self.session.say(words, "good"), self._refused))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            self._mine = self._section_in_sight().typed()
            self._ask(error.clashes)
        else:
            self.session.fail(error)

    def _ask(self, clashes: Sequence[Clash]) -> None:
        """Somebody else wrote the same: both versions side by side; what was typed stays where it is."""
        self._theirs = {one.field: one.value for one in clashes}
        about = self.tr("您打开之后，别人改了同一处。请逐项选定保留哪一个，再按 F12。您填的都还在。")
        self.clashes.show_clashes(clashes, about)

    def _decide(self, field: str, theirs: bool) -> None:
        self._tell("")
        self._section_in_sight().take(field, (self._theirs if theirs else self._mine)[field])

    def _section_in_sight(self) -> Section:
        return cast(Section, self._section())

    def _all(self) -> tuple[tuple[str, str, Callable[[], QWidget]], ...]:
        return (
            ("office", self.tr("单位资料"), self._office), ("hours", self.tr("办公时间"), self._hours),
            ("calendar", self.tr("办公日历"), self._calendar), ("users", self.tr("用户"), self._users),
            ("papers", self.tr("文书"), self._papers), ("seals", self.tr("电子印章"), self._seals),
            ("secrecy", self.tr("保密"), self._secrecy), ("recovery", self.tr("恢复密钥"), self._recovery),
        )  # fmt: skip

    def _section(self) -> QWidget:
        return self._made[self._makers[self.sections.currentRow()][0]]

    def _show(self, row: int) -> None:
        id_, _, make = self._makers[row]
        if id_ not in self._made:
            self._made[id_] = section = make()
            self._first[id_] = section.typed() if hasattr(section, "typed") else {}
            self.parts.addWidget(_scrolled(self._made[id_]))
        self.parts.setCurrentIndex(list(self._made).index(id_))
        self._tell("")
        self._ask(())  # a section that is left undecided asks again when it is saved
        self.keep.setVisible(hasattr(self._made[id_], "save"))
        self.keep.setEnabled(self.may)

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("problem", "error")
        self.trouble.style().polish(self.trouble)
        self.trouble.setVisible(bool(words))

    def _office(self) -> QWidget:
        from desk.gui.setup.sections import OfficeSection

        return OfficeSection(self.session)

    def _hours(self) -> QWidget:
        from desk.gui.setup.sections import HoursSection

        return HoursSection(self.session)

    def _calendar(self) -> QWidget:
        from desk.gui.setup.calendar_part import CalendarPart

        return CalendarPart(self.session)

    def _users(self) -> QWidget:
        from desk.gui.setup.users_part import UsersPart

        part = UsersPart(self.session)
        part.turned.connect(lambda: self._ask(()))
        return part

    def _papers(self) -> QWidget:
        from desk.gui.setup.sections import PapersSection

        return PapersSection(self.session)

    def _seals(self) -> QWidget:
        from desk.gui.setup.seals_part import SealsPart

        return SealsPart(self.session)

    def _secrecy(self) -> QWidget:
        from desk.gui.setup.sections import SecrecySection

        return SecrecySection(self.session)

    def _recovery(self) -> QWidget:
        from desk.gui.setup.sections import recovery_section

        return recovery_section(self.session)


def _scrolled(section: QWidget) -> QScrollArea:
    """A section that may be higher than a small screen."""
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(section)
    return area
