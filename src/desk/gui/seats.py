"""Where a clerk was when somebody else sat down: draft, cursor, case and the form opened on it; put back on return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desk.gui.main_window import MainWindow


@runtime_checkable
class HalfTyped(Protocol):
    """A page that can say what stands in it and is not saved, and take it up again. Secrets are never among it."""

    def half_typed(self) -> Any:
        """What was typed; nothing (false) where there is nothing of the clerk's."""
        ...

    def type_again(self, typed: Any) -> None:
        """Put it back into a page that was just made."""
        ...


class KeptDraft(NamedTuple):
    """A draft as the form takes it up again: its id, what was typed and where the cursor stood."""

    id: Any
    content: dict[str, Any]


class KeptForm(NamedTuple):
    """A form on a case: what opened it, what was typed into it, which version of the case was seen, where the cursor was."""

    opener: tuple[str, str]
    typed: dict[str, Any]
    seen: int
    cursor: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A clerk's seat at this window. It is kept in memory only, each clerk's apart.

    ``aside`` is what was half typed on pages of ``aside``, by the page's name, as the page itself hands it over.
    """

    page: str = ""
    case: str = ""
    draft: KeptDraft | None = None
    form: KeptForm | None = field(default=None, repr=False)
    aside: Mapping[str, Any] = field(default_factory=dict, repr=False)


def seat_of(window: "MainWindow") -> Seat:
    """Where the clerk is at this moment."""
    intake, panel = window.intake, window.cases.panel
    intake.finish_typing()
    draft = KeptDraft(intake.drafting.id, intake.drafting.content()) if intake.form.has_content() else None
    return Seat(
        page=window.in_sight,
        case=panel.view.number if panel.view else "",
        draft=draft,
        form=panel.kept_form(),
        aside={name: typed for name, page in window.asides.items() if (typed := _half_typed(page))},
    )


def _half_typed(page: Any) -> Any:
    return page.half_typed() if isinstance(page, HalfTyped) else None


def put_back(window: "MainWindow", seat: Seat) -> None:
    """Lead the clerk back there; what is not there any more is left out, and told where something had been typed."""
    if seat.draft is not None:
        window.intake.resume(seat.draft)
    if seat.case and (seat.page == "cases" or seat.form is not None):
        window.show_case(seat.case, lambda: _put_form_back(window, seat))
    for name, typed in seat.aside.items():
        window.aside(name).type_again(typed)
    pages = {"today": window.day.page, "intake": window.intake, "cases": window.cases}
    if seat.page == "report":
        window.go(window.report)
    elif seat.page in pages:
        window.go(pages[seat.page])
    elif seat.page in seat.aside:
        window.show_aside(seat.page)


def _put_form_back(window: "MainWindow", seat: Seat) -> None:
    panel, kept = window.cases.panel, seat.form
    if kept is None:
        return
    if not panel.open_again(kept):
        words = _tr("{number} 已有变动，原来打开的那一项现在不能办；填过的内容没有保存").format(
            number=seat.case
        )
        window.say(words, "warning")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Seats", words)
