"""What the books say of a matter at the end: its line in the workbook, its words on paper, how often it was counted."""

from collections.abc import Mapping
from io import BytesIO

import pypdfium2
from python_calamine import CalamineWorkbook


def lines_with(workbook: bytes, number: str) -> int:
    """How many rows of the workbook name the case; read by another library than the one that wrote it."""
    sheets = CalamineWorkbook.from_filelike(BytesIO(workbook))
    rows = (row for name in sheets.sheet_names for row in sheets.get_sheet_by_name(name).to_python())
    return sum(number in row for row in rows)


def words_of(pdf: bytes) -> str:
    """The words of a paper without the breaks of its lines."""
    pages = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    return "".join(text.split())


def lost(expected: Mapping[str, tuple[str, ...]], printed: Mapping[str, str]) -> dict[str, list[str]]:
    """What should stand on a paper and does not; a paper that was not printed has lost all its words."""
    missing = {
        paper: [one for one in said if "".join(one.split()) not in "".join(printed.get(paper, "").split())]
        for paper, said in expected.items()
    }
    return {paper: words for paper, words in missing.items() if words}


def said_after_all(unsaid: Mapping[str, tuple[str, ...]], printed: Mapping[str, str]) -> list[str]:
    """What must not stand on a paper and does."""
    return [one for paper, words in unsaid.items() for one in words if one in printed.get(paper, "")]
