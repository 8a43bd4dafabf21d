"""A paper as bytes: drawn from its words, its pages as pictures, and what no font could print."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.document import Document
from desk.domain.place_titles import title_of_place
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook
from desk.services.changes import Changes

if TYPE_CHECKING:
    from desk.paper.pictures import Picture

NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font can print, and the field it stands in, by its path and as people call it."""

    field: str
    char: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paper as bytes. ``paper_id`` is 0 while it was only looked at; ``copies`` are named as on the paper.

    ``warning`` is what to say beside it: what the office has not said about itself. ``seal`` is the electronic seal that
    the viewer may press when it is issued. ``sealed``: the case hides people, whom the paper may name.
    """

    paper_id: int
    number: str
    name: str
    data: bytes
    pages: int
    sha256: str
    missing: tuple[Missing, ...] = ()
    copies: tuple[str, ...] = ()
    warning: str = ""
    seal: str = ""
    sealed: bool = False
    changes: Changes = NO_CHANGES


def drawn(rulebook: Rulebook, paper: Paper, composed: tuple[Document, ...], number: str = "") -> Printed:
    """The composed copies as one PDF; nothing is stored."""
    from desk.paper.drawing import draw_many

    pdf = draw_many(composed)
    missing = tuple(Missing(gap.field, gap.char, title_of_place(rulebook, gap.field)) for gap in pdf.missing)
    copies = tuple(f"{copy.name} {copy.holder}" for copy in paper.sheets)
    return Printed(
        paper_id=0,
        number=number,
        name=paper.name,
        data=pdf.data,
        pages=pdf.pages,
        sha256=pdf.sha256,
        missing=missing,
        copies=copies,
    )


def pictures(data: bytes, dpi: float = 96) -> "Iterator[Picture]":
    """The pages of a paper as pixels, for the preview."""
    from desk.paper.pictures import pictures as drawn

    return drawn(data, dpi)


def bands(data: bytes, page: int, dpi: float) -> "Iterator[Picture]":
    """One page as stripes of grey at the printer's resolution."""
    from desk.paper.pictures import bands as drawn

    return drawn(data, page, dpi)
