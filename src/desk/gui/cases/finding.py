"""What is typed, or scanned, into the field at the top: words are looked for, a paper's square code opens its case."""

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow


class Finding:
    """Enter in the search field."""

    def __init__(self, window: "MainWindow") -> None:
        self.window = window

    def find(self) -> None:
        """Look for what stands there; a scanned code is checked first."""
        from desk.services import paper_codes

        session, text = self.window.session, self.window.sought.text().strip()
        if session is not None and paper_codes.looks_scanned(text):
            session.read(partial(paper_codes.check, session.office, session.viewer, text), self._was_scanned)
        else:
            self._seek()

    def _was_scanned(self, verdict: Any) -> None:
        """Its case opens, and what became of the paper is said; a code that is not ours is looked for as it stands."""
        if verdict.case:
            self.window.sought.clear()
            self.window.show_case(verdict.case)
        else:
            self._seek()
        self.window.say(verdict.words, "good" if verdict.kind == "ours" else "warning")

    def _seek(self) -> None:
        self.window.go(self.window.cases)
        self.window.cases.list.seek(self.window.sought.text().strip())
