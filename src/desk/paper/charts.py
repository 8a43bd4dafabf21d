"""Pictures of a report on paper, in grey: the wide ones below each other, the narrow ones side by side."""

from collections.abc import Iterator, Sequence

from desk.domain.pictures import Picture
from desk.domain.scene import Scene, scene
from desk.paper import typesetting
from desk.paper.flow import Flow
from desk.paper.marks import MM, Fill, Mark
from desk.rulebook.styles import Style

_WIDE = ("columns", "heat")
_GAP = 6 * MM
_DARKEST = 0.85
_TURNS_WHITE = 0.5


def place_pictures(flow: Flow, pictures: Sequence[Picture]) -> None:
    """All pictures on pages of their own."""
    wide = [picture for picture in pictures if picture.shape in _WIDE]
    narrow = [picture for picture in pictures if picture.shape not in _WIDE]
    room = flow.bottom - flow.first
    for first in range(0, len(wide), 2):
        flow.new_page()
        tall = (room - _GAP) / 2
        for place, picture in enumerate(wide[first : first + 2]):
            _place(flow, scene(picture, flow.width, tall), flow.left, flow.first + place * (tall + _GAP))
    for first in range(0, len(narrow), 3):
        flow.new_page()
        across = narrow[first : first + 3]
        width = (flow.width - _GAP * (len(across) - 1)) / len(across)
        for place, picture in enumerate(across):
            _place(flow, scene(picture, width, room), flow.left + place * (width + _GAP), flow.first)


def _place(flow: Flow, drawn: Scene, left: float, top: float) -> None:
    flow.page.marks.extend(_marks(drawn, left, top))


def _marks(drawn: Scene, left: float, top: float) -> Iterator[Mark]:
    for box in drawn.boxes:
        yield Fill(left + box.x, top + box.y, box.width, box.height, 1 - _DARKEST * box.shade)
    for label in drawn.labels:
        grey = 1.0 if label.over * _DARKEST > _TURNS_WHITE else 0.0
        style = Style(
            font="hei" if label.size > 10 else "song", size=label.size, leading=label.size * 1.3, grey=grey
        )
        yield from typesetting.words(label.text, style, left + label.x, top + label.y, label.align)
