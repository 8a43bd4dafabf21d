"""What a file is by its first bytes, whatever its name says: what may be kept with a case, and what may not and why."""

from collections.abc import Mapping

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"BM", "bmp"),
    (b"II*\x00", "tif"), (b"MM\x00*", "tif"), (b"%PDF-", "pdf"), (b"ID3", "mp3"), (b"\xff\xfb", "mp3"), (b"\xff\xf3", "mp3"),
    (b"#!AMR", "amr"), (b"OggS", "ogg"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"), (b"{\\rtf", "rtf"),
)  # fmt: skip
PICTURES = frozenset({"jpg", "png", "gif", "bmp", "tif", "webp"})
"""Kinds that can be shown and blacked out."""

_RUNS = "可以运行的程序"
_PACKED = "压缩包"
_FORBIDDEN: tuple[tuple[bytes, str], ...] = (
    (b"MZ", _RUNS), (b"\x7fELF", _RUNS), (b"\xca\xfe\xba\xbe", _RUNS), (b"\xcf\xfa\xed\xfe", _RUNS), (b"#!/", _RUNS),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "快捷方式"), (b"Rar!", _PACKED), (b"7z\xbc\xaf\x27\x1c", _PACKED), (b"\x1f\x8b", _PACKED),
    (b"MSCF", _PACKED), (b"BZh", _PACKED), (b"\xfd7zXZ", _PACKED),
)  # fmt: skip
_WEB = (b"<!doctype html", b"<html", b"<script", b"<svg")
_OFFICE: Mapping[bytes, str] = {b"word/": "docx", b"xl/": "xlsx", b"ppt/": "pptx"}
_MACROS = b"vbaProject.bin"
_BEGINNING = 4096


def kind_of(data: bytes) -> str:
    """The usual ending of what this is (jpg, pdf, docx, txt); empty where it may not be kept."""
    return "" if refusal(data) else _kind(data)


def refusal(data: bytes) -> str:
    """Why such a file is not kept, in words; empty where it is."""
    for start, why in _FORBIDDEN:
        if data.startswith(start):
            return f"内容是{why}"
    head = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if any(head.startswith(mark) for mark in _WEB) or b"<script" in head:
        return "内容是可能带脚本的网页或图形"
    if data.startswith(b"PK\x03\x04") and _MACROS in data:
        return "文档里带有宏"
    if not _kind(data):
        return f"内容是{_PACKED}" if data.startswith(b"PK") else "看不出是什么文件"
    return ""


def _kind(data: bytes) -> str:
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF":
        return {b"WEBP": "webp", b"WAVE": "wav", b"AVI ": "avi"}.get(data[8:12], "")
    if data[4:8] == b"ftyp":
        return (
            "heic" if data[8:12] in (b"heic", b"heix", b"mif1") else "m4a" if data[8:11] == b"M4A" else "mp4"
        )
    if data.startswith(b"PK\x03\x04"):
        return _packed_document(data)
    return "txt" if _is_text(data[:65536]) else ""


def _packed_document(data: bytes) -> str:
    """An office document lies packed; its parts are named in plain bytes, so nothing is unpacked to know it."""
    if data[30:38] == b"mimetype":
        return "odt" if b"opendocument" in data[:200] else ""
    if b"[Content_Types].xml" not in data:
        return ""
    return next((kind for part, kind in _OFFICE.items() if part in data), "")


def _is_text(data: bytes) -> bool:
    if b"\x00" in data:
        return False
    for code in ("utf-8", "gb18030"):
        try:
            data.decode(code)
        except UnicodeDecodeError as error:
            if error.start < len(data) - 4:  # a sign may be cut at the end
                continue
        return True
    return False
