"""What may be kept with a case, by what a file is and not by what it is called."""

import io
import zipfile

import pytest

from desk.domain.file_kinds import kind_of, refusal


def packed(*names: str, first: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        if first:
            book.writestr("mimetype", first)
        for name in names:
            book.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0JFIF", "jpg"), (b"\x89PNG\r\n\x1a\n....", "png"), (b"%PDF-1.7 ...", "pdf"),
        (b"RIFF....WEBPVP8 ", "webp"), (b"RIFF....WAVEfmt ", "wav"), (b"....ftypisom", "mp4"), (b"....ftypM4A ", "m4a"),
        (b"....ftypheic", "heic"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "doc"), (b"#!AMR\n....", "amr"),
        (packed("[Content_Types].xml", "word/document.xml"), "docx"), (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (packed("content.xml", first=b"application/vnd.oasis.opendocument.text"), "odt"),
        ("小票：牛奶 36元".encode(), "txt"), ("小票：牛奶 36元".encode("gb18030"), "txt"),
    ],
)  # fmt: skip
def test_what_offices_get_is_known_by_its_content(data, kind) -> None:
    assert (kind_of(data), refusal(data)) == (kind, "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"MZ\x90\x00", "程序"), (b"\x7fELF", "程序"), (b"#!/bin/sh\nrm", "程序"), (b"L\x00\x00\x00\x01\x14\x02\x00", "快捷方式"),
        (packed("a.txt"), "压缩包"), (b"Rar!\x1a\x07", "压缩包"), (b"7z\xbc\xaf\x27\x1c", "压缩包"), (b"<html><script>", "脚本"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "脚本"), (b"<svg onload=x>", "脚本"), (b"\x00\x01\x02\x03" * 9, "看不出"),
        (packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "宏"),
    ],
)  # fmt: skip
def test_what_runs_hides_or_is_packed_is_refused_with_the_reason(data, why) -> None:
    assert why in refusal(data)
    assert kind_of(data) == ""
