"""What the office says about itself on papers: the same form in the first start and in the settings."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.gui.forms.ui_setup_office import Ui_OfficeWords
from desk.gui.inputs.line import LONGEST, tidy_words

KEYS = (
    "office.name", "office.short_name", "office.code", "office.phone", "office.address", "contact.name",
    "contact.phone", "office.reconsideration_organ", "office.court", "office.complaint_channel",
)  # fmt: skip


class OfficeWords(QWidget, Ui_OfficeWords):
    """One line for each word; Enter goes to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setupUi(self)
        for key in KEYS:
            edit = self.edit(key)
            edit.setMaxLength(LONGEST)
            edit.returnPressed.connect(self.focusNextChild)

    def edit(self, key: str) -> QLineEdit:
        """The line of a setting (``office.phone``)."""
        name = key.removeprefix("office.").replace(".", "_")
        line: QLineEdit = getattr(self, name)
        return line

    def set_words(self, settings: Mapping[str, str]) -> None:
        """Show what the office has written so far."""
        for key in KEYS:
            self.edit(key).setText(settings.get(key, ""))
            self.edit(key).setCursorPosition(0)

    def words(self) -> dict[str, str]:
        """What stands there."""
        return {key: tidy_words(self.edit(key).text()) for key in KEYS}
