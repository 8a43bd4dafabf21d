"""TrueType fonts as ReportLab embeds them, with three corrections: characters beyond the BMP, advances in fonts that do
not count 1000 units to the em, and no needless copying.
"""

import struct
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, TTFontFace

# ASCII85 makes a file a quarter larger and slower to write; printers and viewers have taken binary for thirty years.
rl_config.useA85 = 0


class _Slices:
    """A font table that is read in place: ReportLab would copy all 10 MB of outlines for every subset."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


class _Face(TTFontFace):
    def get_table(self, tag: str) -> Any:
        if tag != "glyf":
            return super().get_table(tag)  # type: ignore[no-untyped-call]
        return _Slices(self._ttf_data, self.get_table_pos(tag)[0])  # type: ignore[attr-defined]


class EmbeddedFont(TTFont):
    """A font whose text can be copied and searched beyond U+FFFF: ReportLab writes a wrong ToUnicode map there."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, asciiReadable=False, shapable=False)
        self.face.__class__ = _Face
        _put_advances_right(self.face)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Embed the used characters, then put right the maps that hold a character beyond the BMP."""
        subsets = self.state[doc].subsets if doc in self.state else []
        name = self.face.name.decode("latin-1")
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            if any(code > 0xFFFF for code in subset):
                key = f"toUnicodeCMap:{SUBSETN(number).decode()}+{name}{self.face.subfontNameX.decode('latin-1')}"
                doc.idToObject[key].content = _to_unicode(name, subset)


def _put_advances_right(face: Any) -> None:
    """Give the glyphs that share the last advance that advance in the font's own units: ReportLab gives it scaled to 1000."""
    if face.unitsPerEm == 1000:
        return
    (full,) = struct.unpack(">H", face.get_table("hhea")[34:36])
    last = face.hmetrics[full - 1][0]
    face.hmetrics[full:] = [(last, bearing) for _, bearing in face.hmetrics[full:]]


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


def _to_unicode(name: str, subset: list[int]) -> str:
    """The map from codes to UTF-16BE text (PDF 32000-1, 9.10.3), at most 100 entries in a block."""
    entries = [f"<{number:02X}> <{_utf16(code)}>" for number, code in enumerate(subset)]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo",
            f"<< /Registry ({name})",
            f"/Ordering ({name})",
            "/Supplement 0",
            ">> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def register(name: str, path: str) -> dict[int, float]:
    """Make a font known to ReportLab and give the advance of each of its characters in thousandths of the size."""
    font = EmbeddedFont(name, path)
    pdfmetrics.registerFont(font)
    widths: dict[int, float] = font.face.charWidths
    known = font.face.charToGlyph
    return (
        widths if widths.keys() <= known.keys() else {code: widths[code] for code in known if code in widths}
    )
