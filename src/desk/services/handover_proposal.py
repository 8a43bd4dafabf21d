"""What a hand-over proposes: the day's page as words that everybody at the desk may read."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desk.domain.viewer import Viewer
from desk.services import handovers, originals
from desk.services.today import Line, PartId, Today, today

if TYPE_CHECKING:
    from desk.services.office import Office

_FROM: Mapping[str, tuple[PartId, ...]] = {
    "seal": ("seal",), "print": ("print",), "unsigned": ("receipt", "record", "dispatch"),
    "callbacks": ("overdue", "today", "silent"), "drafts": ("draft",),
}  # fmt: skip


def proposed(office: "Office", viewer: Viewer) -> dict[str, str]:
    """What lies at the desk at this moment under each heading; originals of no case as they were handed over last."""
    handovers.require_desk(viewer)
    day, last = today(office, viewer), next(iter(handovers.listed(office, viewer)), None)
    found = {heading: "\n".join(_lines(day, parts)) or handovers.NOTHING for heading, parts in _FROM.items()}
    return {
        "originals": _originals(office, viewer, last.said.get("originals", "") if last else ""),
        **found,
        "note": "",
    }


def _originals(office: "Office", viewer: Viewer, last: str) -> str:
    """What lies with the office by its cases, then the lines of the last hand-over that name no such case."""
    here = [f"{one.number}　{one.original.words}" for one in originals.lying(office, viewer)]
    by_hand = [
        line for line in last.splitlines() if line != handovers.NOTHING and not line.endswith("收存）")
    ]
    return "\n".join((*here, *by_hand)) or handovers.NOTHING


def _lines(day: Today, parts: Iterable[PartId]) -> Iterable[str]:
    """The lines of the day's page as words that everybody at the desk may read: numbers and papers, no persons."""
    for part in parts:
        found = day.part(part)
        yield from (_line(part, found.title, line) for line in found.lines)


def _line(part: PartId, title: str, line: Line) -> str:
    if part == "draft":
        return line.words.rpartition("　")[0] or line.words
    if line.paper is not None:
        return f"{line.number}　{line.words}"
    return f"{line.number}　{title}" + (f"　{line.at:%m-%d %H:%M}" if line.at else "")
