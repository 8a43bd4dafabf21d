"""Another version of the manual before it is adopted: what differs, for whom it holds, and a word to type first."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desk.gui.forms.ui_manual_proposal import Ui_ProposalBox
from desk.gui.session import Session
from desk.gui.wrapping_table import WrappingTable


class ProposalBox(QFrame, Ui_ProposalBox):
    """Shows one proposal; ``adopted`` says that it has been taken into use."""

    adopted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setupUi(self)
        self.session = session
        self._proposal: Any = None
        self.table = WrappingTable(self.tr("改动"))
        self.table_layout.addWidget(self.table)
        self.word.textChanged.connect(self._typed)
        self.word.returnPressed.connect(self.take)
        self.adopt.clicked.connect(self.take)
        self.may = session.viewer.may("configure")
        self.word.setEnabled(self.may)
        self.who.setText("" if self.may else who_may(session))
        self.clear()

    def clear(self, words: str = "") -> None:
        """Nothing is proposed; ``words`` stand there instead."""
        self._proposal = None
        self.heading.setText(words)
        self.kept.setText("")
        self.word.clear()
        for part in (self.table, self.word_label, self.word, self.adopt, self.who, self.kept):
            part.hide()

    def show_proposal(self, proposal: Any) -> None:
        """Show what this version would change."""
        found, open_cases = proposal.comparison.differences, proposal.comparison.open_cases
        self.clear()
        if not found:
            self.heading.setText(self.tr("与现行版本没有不同。"))
            return
        self._proposal = proposal
        self.heading.setText(self.tr("改动后有 {n} 处不同").format(n=len(found)))
        self.kept.setText(
            self.tr("未办结的 {n} 件仍按登记时的版本办，采用之后登记的按新版本办。").format(n=open_cases)
            if open_cases
            else self.tr("现在没有未办结的案件受影响；采用之后登记的按新版本办。")
        )
        columns = ((self.tr("章"), 3), (self.tr("条目"), 4), (self.tr("现行"), 5), (self.tr("改为"), 5))
        self.table.show_rows(columns, [difference.told for difference in found])
        for part in (self.table, self.word_label, self.word, self.adopt, self.who, self.kept):
            part.show()
        self._typed()

    def take(self) -> None:
        """Adopt, once the word has been typed."""
        if self._proposal is None or not self._is_confirmed():
            return
        from desk.services import proposals

        office, viewer, proposal = self.session.office, self.session.viewer, self._proposal
        self.adopt.setEnabled(False)
        self.session.write(lambda: proposals.take(office, viewer, proposal), self._done, self._failed)

    def _is_confirmed(self) -> bool:
        typed = self.word.text().strip().lower()
        return self.may and typed in ("采用", self.tr("采用").lower())

    def _typed(self) -> None:
        self.adopt.setEnabled(self._proposal is not None and self._is_confirmed())

    def _done(self, _: Any) -> None:
        self.session.say(
            self.tr("已采用 {version}，从下一件登记起有效").format(
                version=version_words(self.session.rulebook)
            ),
            "good",
        )
        self.adopted.emit()

    def _failed(self, error: Exception) -> None:
        self._typed()
        self.session.fail(error)


def version_words(book: Any) -> str:
    """A rulebook's name and version."""
    return f"{book.name} {book.version}"


def who_may(session: Session) -> str:
    """Who may do this, where the present clerk may not."""
    names = "、".join(role.name for role in session.rulebook.roles if "configure" in role.rights)
    return session.tr("只有{names}可以更改").format(names=names)
