"""The handbook's chapters on what is printed, kept and numbered: papers with their copies, registers, number series."""

from desk.domain.criterion_words import criterion_words
from desk.domain.handbook_words import Chapter, said, saying
from desk.rulebook.documents import Paper, Register
from desk.rulebook.model import Rulebook

DERIVED, GIVEN = "补拟：手册没有给表样", "手册给定"
_RESETS = {"never": "一直连续", "year": "每年", "month": "每月", "day": "每日"}


def papers(book: Rulebook) -> Chapter:
    """Papers: when, with which seal, in which copies and originals, and whose form it is."""
    step = saying(book.steps)
    rows = tuple(
        (p.id, p.name, step(*p.after), said(p.seal), _copies(p), _form(book, p), p.source)
        for p in book.papers
    )
    columns = (("名称", 6), ("何时", 5), ("印章", 3), ("各联", 5), ("表样", 4), ("出处", 3))
    return Chapter("papers", "文书和表单", columns, rows)


def _copies(paper: Paper) -> str:
    return "、".join(f"{copy.name}{copy.holder}" for copy in paper.sheets)


def _form(book: Rulebook, paper: Paper) -> str:
    """Whose form it is: an official one by its number, the manual's, or ours where the manual only names the paper."""
    layout = book.layouts.get(paper.layout)
    if paper.official:
        return said(paper.official)
    return DERIVED if paper.derived or (layout is not None and layout.derived) else GIVEN


def registers(book: Rulebook) -> Chapter:
    """Registers with their columns in order, and the cases that each one holds."""
    rows = tuple(
        (
            r.id,
            r.name,
            "、".join(c.title for c in r.columns),
            _held(book, r),
            DERIVED if r.derived else GIVEN,
            r.source,
        )
        for r in book.registers
    )
    columns = (("名称", 5), ("栏目", 9), ("收哪些", 4), ("表样", 4), ("出处", 3))
    return Chapter("registers", "登记簿", columns, rows)


def _held(book: Rulebook, register: Register) -> str:
    kinds = saying(book.kinds)(*register.kinds)
    where = said(criterion_words(book, register.where)) if register.where else ""
    return "；".join(filter(None, (kinds, where))) or "全部"


def series(book: Rulebook) -> Chapter:
    """How cases and papers are numbered; 〔〕 stand for the braces of a pattern."""
    rows = tuple(
        (s.id, s.name, s.pattern.replace("{", "〈").replace("}", "〉"), _RESETS[s.resets], s.source)
        for s in book.series
    )
    return Chapter("series", "编号", (("编号", 6), ("写法", 7), ("从头编", 3), ("出处", 3)), rows)
