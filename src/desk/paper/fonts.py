"""Which font draws which character: families, their fallbacks, and what cannot be drawn at all.

Fonts are opened when the first character needs them. A family is asked character by character: its own font with the common
characters first (opened in a twentieth of a second), then the whole font, then the one for names beyond the BMP, then 楷体.
"""

import os
import struct
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import RLock, Thread

from desk.paths import resource
from desk.rulebook.styles import Family

SONG, SONG_ALL, SONG_BOLD = "NotoSerifSC-Common", "NotoSerifSC-Regular", "NotoSerifSC-Bold"
HEI, HEI_ALL = "NotoSansSC-Bold", "NotoSansSC-Regular"
KAI, KAI_ALL = "DeskKai-Common", "LXGWWenKai-Regular"
RARE = "HanaMinB"
OWN_FANGSONG, FANGSONG = "OwnFangSong", "FangSong"
_FANGSONG_FILES = ("simfang.ttf", "fangsong_gb2312.ttf", "fangsong.ttf", "stfangso.ttf")
_CHAINS: dict[Family, tuple[str, ...]] = {
    "song": (SONG, SONG_ALL, RARE, KAI_ALL),
    "title": (SONG_BOLD, SONG, SONG_ALL, RARE, KAI_ALL),
    "hei": (HEI, HEI_ALL, SONG_ALL, RARE, KAI_ALL),
    "kai": (KAI, KAI_ALL, SONG_ALL, RARE),
    "fangsong": (OWN_FANGSONG, FANGSONG, SONG, SONG_ALL, RARE, KAI_ALL),
}
_WARMED = (OWN_FANGSONG, FANGSONG, SONG, SONG_BOLD, KAI, HEI)
"""The faces of an ordinary letter."""

_lock = RLock()
_advances: dict[str, dict[int, float]] = {}
_own: list[Path] = []
_ORDINARY = "仿宋国家机关公文投诉举报办理通知书一二三年月日"
"""What a Chinese text font has at the least."""


class Unusable(ValueError):
    """A font file that no paper can be set in: no TrueType, not to be embedded, or without Chinese."""


def take_own(file: Path) -> None:
    """Set papers in the office's own 仿宋 where this file is there, from the next paper on."""
    with _lock:
        _own[:] = [file] if file.is_file() else []
        _advances.pop(OWN_FANGSONG, None)
        typeface.cache_clear()


def examine(file: Path) -> None:
    """Raises ``Unusable`` for a file that cannot stand for 仿宋, ``OSError`` for one that cannot be read."""
    from reportlab.pdfbase.ttfonts import TTFError

    from desk.paper.truetype import register

    try:
        known = register("Examined", str(file))
    except (TTFError, ValueError, IndexError, struct.error) as error:
        raise Unusable(str(error)) from error
    if any(ord(char) not in known for char in _ORDINARY):
        raise Unusable("no Chinese")


@cache
def system_fangsong() -> Path | None:
    """The machine's own 仿宋: it may be used where it is installed but not shipped."""
    for folder in _font_folders():
        for where, _, files in os.walk(folder):
            named = {file.lower(): file for file in files}
            for wanted in _FANGSONG_FILES:
                if wanted in named:
                    return Path(where, named[wanted])
    return None


def _font_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft", "Windows", "Fonts")
    else:
        yield from (
            Path("/usr/share/fonts"),
            Path("/usr/local/share/fonts"),
            Path(os.environ.get("HOME", "/"), ".local/share/fonts"),
        )


def _path(face: str) -> Path | None:
    if face == OWN_FANGSONG:
        return _own[0] if _own else None
    return system_fangsong() if face == FANGSONG else resource("fonts", f"{face}.ttf")


def advances(face: str) -> dict[int, float]:
    """The characters that ``face`` has, with their widths in thousandths; empty where the machine lacks the font."""
    with _lock:
        if face not in _advances:
            _advances[face] = _opened(face)
        return _advances[face]


def _opened(face: str) -> dict[int, float]:
    from reportlab.pdfbase.ttfonts import TTFError

    from desk.paper.truetype import register

    path = _path(face)
    if path is None:
        return {}
    try:
        return register(face, str(path))
    except (OSError, TTFError):
        if face not in (OWN_FANGSONG, FANGSONG):
            raise
        return {}  # a font of the machine that ReportLab cannot embed is as good as none


class Typeface:
    """A family as the drawing code sees it: for each character the face that has it and its advance in ems."""

    def __init__(self, family: Family) -> None:
        self._chain = _CHAINS[family]
        self.face = _Faces(self._chain)
        self.advance = _Advances(self.face)


class _Faces(dict[str, str]):
    """Character to face, found on first use; without any face the character stands as missing (empty face)."""

    def __init__(self, chain: tuple[str, ...]) -> None:
        super().__init__()
        self._chain = chain

    def __missing__(self, char: str) -> str:
        code = ord(char)
        found = next((face for face in self._chain if code in advances(face)), "")
        self[char] = found
        return found


class _Advances(dict[str, float]):
    def __init__(self, faces: _Faces) -> None:
        super().__init__()
        self._faces = faces

    def __missing__(self, char: str) -> float:
        face = self._faces[char]
        self[char] = width = advances(face)[ord(char)] / 1000 if face else 1.0
        return width


@cache
def typeface(family: Family) -> Typeface:
    """The shared typeface of a family."""
    return Typeface(family)


def missing_characters(text: str, family: Family = "song") -> tuple[str, ...]:
    """The characters of ``text`` that no font of ours can print, each once, in order. Asked before printing."""
    face = typeface(family).face
    return tuple(char for char in dict.fromkeys(text) if char > " " and not face[char])


def fangsong() -> Path | None:
    """The file that 仿宋 is set in: the office's own, else the machine's; None where a substitute stands for it."""
    return next((_path(face) for face in (OWN_FANGSONG, FANGSONG) if advances(face)), None)


def warm() -> Thread:
    """Open the fonts in the background, those of an ordinary letter first, so that the first paper does not wait for them.

    The fonts for rare names come too: one such character would open them one after the other. The square code's encoder
    and the canvas come along: importing them takes longer than a page.
    """

    def work() -> None:
        import reportlab.graphics.barcode.qrencoder
        import reportlab.pdfgen.canvas  # noqa: F401

        for face in dict.fromkeys((*_WARMED, *(face for chain in _CHAINS.values() for face in chain))):
            advances(face)

    thread = Thread(target=work, name="fonts", daemon=True)
    thread.start()
    return thread
