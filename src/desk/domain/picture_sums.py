"""What a stretch of days adds to each picture: counts that add up, without the cases behind them."""

from collections import Counter
from collections.abc import Iterable

import msgspec


class PictureSheet(msgspec.Struct, frozen=True):
    """How many cases came in and how many ended; of those that came in how many by category, day/hour and step reached."""

    received: int = 0
    ended: int = 0
    categories: dict[str, int] = {}
    hours: dict[str, int] = {}
    steps: dict[str, int] = {}


def together(sheets: Iterable[PictureSheet]) -> PictureSheet:
    """One sheet of many."""
    received = ended = 0
    categories, hours, steps = Counter[str](), Counter[str](), Counter[str]()
    for one in sheets:
        received, ended = received + one.received, ended + one.ended
        for counts, more in ((categories, one.categories), (hours, one.hours), (steps, one.steps)):
            counts.update(more)
    return PictureSheet(received, ended, dict(categories), dict(hours), dict(steps))


def written(one: PictureSheet) -> str:
    """The sheet as it is kept."""
    return msgspec.json.encode(one).decode()


def read(text: str) -> PictureSheet:
    """A sheet that ``written`` wrote."""
    return _READER.decode(text)


_READER = msgspec.json.Decoder(PictureSheet)
