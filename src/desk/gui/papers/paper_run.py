"""A paper on its way out: to the printer or, where that fails, into the folder; what came out is put on record."""

import subprocess
from typing import Any

from desk.gui.papers import printer_setup, printing
from desk.gui.session import Session


class Done:
    """A printed paper with what became of it; ``trouble`` is what the printing system said when it refused."""

    def __init__(self, printed: Any, outcome: printing.Outcome, changes: Any, trouble: str = "") -> None:
        self.printed, self.outcome, self.trouble = printed, outcome, trouble
        if changes is not None:
            self.changes = changes


def run(session: Session, printed: Any, number: str, target: printing.Target, *, reprint: bool) -> Done:
    """Print it, or keep it as PDF, and log what was printed. Runs on the writing lane."""
    from desk.services import drawn_papers, issued_papers

    office, viewer = session.office, session.viewer
    name = f"{printed.name}_{printed.number or number}"
    drawn = printing.Drawn(drawn_papers.pictures, drawn_papers.bands)
    changes = getattr(printed, "changes", None)
    try:
        outcome = printing.print_out(printed.data, name, target, drawn, reprint=reprint)
    except (OSError, subprocess.SubprocessError) as error:
        instead = printing.Target("", folder=printer_setup.folder(session))
        kept = printing.print_out(printed.data, name, instead, drawn, reprint=reprint)
        return Done(printed, kept, changes, str(error))
    if outcome.printer and printed.paper_id:
        issued_papers.log_print(
            office, viewer, printed.paper_id, outcome.printer, outcome.copies, reprinted=reprint
        )
    return Done(printed, outcome, changes)
