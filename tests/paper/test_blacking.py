"""Blacking out: pixels alone, nothing of what was there stays in the new file."""

import io

import pytest
from PIL import Image

from desk.paper.blacking import Area, blacked


def picture(**more) -> bytes:
    out = io.BytesIO()
    made = Image.new("RGB", (200, 100), (250, 250, 250))
    made.paste((200, 0, 0), (20, 20, 60, 40))
    made.save(out, "JPEG", **more)
    return out.getvalue()


def test_the_area_is_black_and_the_rest_as_it_was() -> None:
    made = Image.open(io.BytesIO(blacked(picture(), [Area(0.1, 0.2, 0.2, 0.2)])))

    assert (made.format, made.size) == ("PNG", (200, 100))
    assert {made.getpixel((x, y)) for x in range(20, 60) for y in range(20, 40)} == {(0, 0, 0)}
    assert min(made.getpixel((150, 80))) > 240


def test_what_the_camera_wrote_into_the_file_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = "张三丰的手机"
    data = picture(exif=exif, comment="金丝雀".encode())

    made = blacked(data, [Area(0, 0, 0.1, 0.1)])

    assert "张三丰".encode() in data or "金丝雀".encode() in data  # control
    assert "张三丰".encode() not in made
    assert "金丝雀".encode() not in made


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="no picture"):
        blacked(b"%PDF-1.7", [Area(0, 0, 1, 1)])
