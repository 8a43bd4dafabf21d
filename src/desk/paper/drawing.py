"""Composed papers in, PDF bytes out."""

import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.domain.document import Document
from desk.paper import fonts
from desk.paper.archive import keepable
from desk.paper.furniture import furnish
from desk.paper.letter import lay_out
from desk.paper.marks import Page
from desk.paper.painting import paint


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font has; ``field`` is where it was written, so that the clerk can look there."""

    field: str
    char: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF with its digest, its page count, and the characters that no font has: each left a framed square to write in."""

    data: bytes
    pages: int
    sha256: str
    missing: tuple[Missing, ...] = ()


def draw(document: Document) -> Drawn:
    """One paper as a PDF of its own."""
    return draw_many([document])


def draw_many(documents: Sequence[Document]) -> Drawn:
    """Several papers, or copies of one, in one PDF. The same papers give the same bytes."""
    pages: list[Page] = []
    for document in documents:
        laid = lay_out(document)
        furnish(laid, document)
        pages += laid
    title = " ".join(filter(None, (documents[0].title, documents[0].number))) if documents else ""
    found = (missing for document in documents for missing in _missing(document))
    return written(pages, title, tuple(dict.fromkeys(found)))


def _missing(document: Document) -> Iterable[Missing]:
    for words in document.words():
        for char in fonts.missing_characters(words.text):
            yield Missing(words.field, char)


def written(pages: Iterable[Page], title: str, missing: tuple[Missing, ...] = ()) -> Drawn:
    """Pages as the bytes of a PDF/A-2b: Chinese declared as language, titled, no font that is not embedded."""
    from reportlab.pdfgen.canvas import Canvas

    fonts.advances(fonts.SONG)
    stream = io.BytesIO()
    canvas = Canvas(
        stream,
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.SONG,  # type: ignore[arg-type]
        lang="zh-CN",
        pdfVersion=(1, 7),
    )
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    keepable(canvas, title)
    count = 0
    for page in pages:
        paint(page, canvas)
        count += 1
    canvas.save()
    data = stream.getvalue()
    return Drawn(data, count, hashlib.sha256(data).hexdigest(), missing)
