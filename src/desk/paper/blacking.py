"""Parts of a picture made black for good: a new picture of pixels alone, with nothing of the old one under the black."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_PIXELS = 100_000_000


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in parts of the picture's width and height, each from 0 to 1, from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


def blacked(data: bytes, areas: Sequence[Area]) -> bytes:
    """The picture as PNG with these areas black, turned upright, without the notes a camera writes into its files.

    Raises ``ValueError`` for what is no picture or has more than a hundred million pixels.
    """
    from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValueError("no picture") from error
    draw = ImageDraw.Draw(picture)
    for area in areas:
        left, top = area.left * picture.width, area.top * picture.height
        right, bottom = left + area.width * picture.width, top + area.height * picture.height
        draw.rectangle((int(left), int(top), int(right + 0.999), int(bottom + 0.999)), fill=(0, 0, 0))
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, "PNG")
    return out.getvalue()
