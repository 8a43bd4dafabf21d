"""The first people of an office: a name and perhaps a password for each role of the rulebook."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desk.gui.forms.ui_setup_people import Ui_PeoplePart


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a role; without a password anybody at the desk may sign in under the name."""

    role: str
    name: str
    password: str = field(default="", repr=False)


class PeoplePart(QWidget, Ui_PeoplePart):
    """One row for each role; an empty row leaves the role's own name."""

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        self._rows: list[tuple[str, QLineEdit, QLineEdit]] = []
        self.rows.setColumnStretch(1, 2)
        self.rows.setColumnStretch(2, 1)

    def offer_roles(self, roles: Sequence[Any]) -> None:
        """One row for each role; what has been typed for roles that stay is kept."""
        typed = {person.role: person for person in self.people()}
        while (item := self.rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for number, role in enumerate(roles):
            self._add(number, role, typed.get(role.id, Person(role.id, "")))

    def _add(self, number: int, role: Any, person: Person) -> None:
        name, password = QLineEdit(person.name), QLineEdit(person.password)
        name.setPlaceholderText(self.tr("姓名"))
        name.setAccessibleName(self.tr("{role}的姓名").format(role=role.name))
        password.setPlaceholderText(self.tr("口令（可不设）"))
        password.setAccessibleName(self.tr("{role}的口令").format(role=role.name))
        password.setEchoMode(QLineEdit.EchoMode.Password)
        label = QLabel(role.name)
        label.setWordWrap(True)
        label.setMinimumWidth(150)
        label.setMaximumWidth(320)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(name)
        for column, widget in enumerate((label, name, password)):
            self.rows.addWidget(widget, number, column)
        name.returnPressed.connect(self.focusNextChild)
        password.returnPressed.connect(self.focusNextChild)
        self._rows.append((role.id, name, password))

    def fill(self, role: str, name: str, password: str = "") -> None:
        """Write somebody into a role's row."""
        for id_, name_edit, password_edit in self._rows:
            if id_ == role:
                name_edit.setText(name)
                password_edit.setText(password)

    def people(self) -> tuple[Person, ...]:
        """Everybody who has a name or a password."""
        found = (Person(role, name.text().strip(), password.text()) for role, name, password in self._rows)
        return tuple(person for person in found if person.name or person.password)
