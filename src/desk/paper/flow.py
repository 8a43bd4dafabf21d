"""The page being filled, and how one line gets onto it."""

from desk.domain.document import Document, Paragraph
from desk.paper import typesetting
from desk.paper.breaking import Line
from desk.paper.marks import MM, Page

SLACK = 2.0
"""Points by which a block may stand above its wished place: rounding of a form's millimetres, not seen by the eye."""


_APART = 14.0
"""Points between two texts on one line, at least."""


class Flow:
    """The page being filled. ``top`` is where the next line's slot begins, in points from the paper's upper edge.

    ``reached`` is how far the last line of text goes, from the left edge of the type area.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        page = document.page
        width, height = (297, 210) if page.landscape else (210, 297)
        self.paper = (width * MM, height * MM)
        self.left, self.width = page.left * MM, page.width * MM
        self.first, self.bottom = page.top * MM, (page.top + page.height) * MM
        self.pages: list[Page] = []
        self.overflow: list[tuple[str, Paragraph]] = []
        self.new_page()

    def new_page(self) -> None:
        """Begin the next page."""
        self.pages.append(Page(*self.paper))
        self.top = self.first
        self.reached = self.width

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return not self.page.marks

    def move_to(self, at: float | None, lift: float, before: float) -> None:
        """Go to the wished place, or stay below what is already there. ``lift`` is from the slot's top to ``at``."""
        if at is not None and at * MM - lift > self.top - SLACK:
            self.top = at * MM - lift
        elif not self.fresh:
            self.top += before * MM

    def leaves(self, start: float) -> bool:
        """Whether the last line of text ends clearly before ``start``."""
        return not self.fresh and self.reached + _APART < start

    def fits(self, height: float) -> bool:
        """Whether so many points are left on this page."""
        return self.top + height <= self.bottom + SLACK


def put(page: Page, line: Line, block: Paragraph, left: float, top: float, width: float) -> None:
    """Draw one line of a paragraph in the slot at ``top``."""
    inner = width - (block.left + block.right) * MM
    page.marks.extend(
        typesetting.draw_line(
            line, block.style, left + block.left * MM, top + typesetting.baseline(block.style), inner
        )
    )
