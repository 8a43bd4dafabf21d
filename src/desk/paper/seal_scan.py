"""A scanned seal made ready to be pressed: cut to its edge, its ground white, no finer than print, no larger than need be."""

import io
from typing import TYPE_CHECKING

from desk.domain.document import SealPicture
from desk.domain.errors import DeskError

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 5 * 1024 * 1024
_MOST_PIXELS = 25_000_000
_LEAST_PIXELS = 60
WIDTHS = (10.0, 60.0)
"""From the smallest to the largest seal, in mm across; an organ's is 40 to 42."""
_GROUND = 225
"""What is at least so light in all three colours (of 255) is paper, not ink."""
_PER_MM = 300 / 25.4
_SHADES = 0xE0


def prepared(data: bytes, width: float) -> SealPicture:
    """The seal in ``data`` (PNG, with or without transparency, or JPEG), ``width`` mm across. The same in, the same out.

    Raises ``DeskError`` for what is no such picture, too large, blank or too coarse.
    """
    if not WIDTHS[0] <= width <= WIDTHS[1]:
        hint = f"印章宽度在 {WIDTHS[0]:g} 到 {WIDTHS[1]:g} 毫米之间，机关印章一般 42 毫米"
        raise DeskError("bad_width", f"印章宽度 {width:g} 毫米不对", hint, "width")
    whole = _opened(data)
    ink = _ink(whole)
    edge = ink.getbbox()
    if edge is None:
        raise _refused("图片里没有印迹", "请扫描盖在白纸上的印章，再裁去四周")
    white = _white(whole.size)
    white.paste(whole, mask=ink)
    seal = white.crop(edge)
    if min(seal.size) < _LEAST_PIXELS:
        raise _refused(f"印迹只有 {seal.width}×{seal.height} 点，太粗糙", "请用 300 dpi 以上扫描")
    height = width * seal.height / seal.width
    return SealPicture(data=_png(_fine(seal, width, height)), width=width, height=round(height, 3))


def _opened(data: bytes) -> "Image":
    """The picture on white paper, read from memory; other formats and bombs are refused."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST:
        raise _refused("图片超过 5 MB", "请裁去四周，或用 300 dpi 扫描")
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > _MOST_PIXELS:
            raise _refused("图片的点数太多", "请裁去四周，或用 300 dpi 扫描")
        clear = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _refused("这个文件不是能用的图片", "请用 PNG（底色透明或白色）或 JPEG") from error
    paper = _white(clear.size)
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def _ink(image: "Image") -> "Image":
    """Where there is ink (255) and where paper (0)."""
    from PIL import ImageChops

    red, green, blue = image.split()
    darkest = ImageChops.darker(red, ImageChops.darker(green, blue))
    return darkest.point([255 if value < _GROUND else 0 for value in range(256)])


def _fine(seal: "Image", width: float, height: float) -> "Image":
    """As fine as print can show, in few shades, so that a paper stays small."""
    from PIL import Image

    size = round(width * _PER_MM), round(height * _PER_MM)
    if size[0] < seal.width:
        seal = seal.resize(size, Image.Resampling.LANCZOS)
    return seal.point([255 if value >= _SHADES else value & _SHADES for value in range(256)] * 3)


def _white(size: tuple[int, int]) -> "Image":
    from PIL import Image

    return Image.new("RGB", size, (255, 255, 255))


def _png(image: "Image") -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=False)
    return stream.getvalue()


def _refused(message: str, hint: str) -> DeskError:
    return DeskError("bad_seal_image", message, hint, "file")
