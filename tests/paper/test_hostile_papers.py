"""Two thousand hostile texts on paper: every character stands there or is told as missing; no file and no network is asked."""

import builtins
import random
import socket
from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining

import pytest
from tests.paper.papers import pages_of
from tests.paper.test_drawing import letter, words

from desk.domain.document import Document
from desk.domain.notice import compose
from desk.paper.atoms import plain
from desk.paper.drawing import draw_many
from desk.paths import resource

COUNT, AT_ONCE = 2000, 100
PIECES = (
    "<b>", "</b>", "<para>", "<br/>", '<img src="/etc/passwd"/>', '<img src="http://127.0.0.1:9/x.png"/>', "<a href='file:///x'>",
    "&amp;", "&#x41;", "&lt;", "<![CDATA[", "<!--", "-->", "<?xml?>", "<script>", "<font color=\"[[[getattr(pow,'x')]]]\">", "{office.name}",
    "{{", "}}", "{0}", "%(x)s", "%n", "${HOME}", "$(id)", "`id`", "\\", "\\u0041", "\\\\", "(", ")", "<<", ">>", "endstream", "endobj",
    "%%EOF", "/JavaScript", "BT /F1 12 Tf ET", "'; DROP TABLE x; --", "=1+1", "@SUM(A1)", "\x00", "\x01", "\x1b[31m", "\x7f", "\x85",
    "\u200b", "\u200f", "\u202e", "\u2066", "\u2028", "\ufeff", "\ufffe", "\ufdd0", "\ufdd5", "\ud800", "\udfff", "\t", "\r\n", "\n", " ",
    "\u3000", "😀", "👨‍👩‍👧‍👦", "🇨🇳", "العربية", "עברית", "e\u0301", "ﷺ", "𠮷", "𬭎", "㐂", "\U00031350", "\U0010ffff", "Ａ１",
    "某市", "投诉", "，。！？", "《》", "2026年1月5日", "13912345678", "〔2026〕第12号", "a" * 200, "1" * 90, "（" * 30, "）" * 30, "—" * 40,
)  # fmt: skip


def texts() -> Iterator[str]:
    """The same texts each time: a few pieces after each other, a run of random characters, now and then something very long."""
    source = random.Random(20260105)
    for number in range(COUNT):
        pieces = source.choices(PIECES, k=source.randint(1, 12))
        pieces.append("".join(_any(source) for _ in range(source.randint(0, 8))))
        if number % 400 == 7:
            pieces.append(source.choice("aX1（—字!") * 10_000)
        yield "甲" + "".join(pieces) + "乙"


def _any(source: random.Random) -> str:
    """Any character but a mark that stands over another: over one that never bears it, readers tell the two in either order."""
    while combining(char := chr(source.randint(1, 0x2FFFF))):
        pass
    return char


def paper(text: str) -> Document:
    return compose(letter(), words(text))


@pytest.fixture
def watched(monkeypatch):
    """The files that were opened outside the program's own resources; the network refuses."""
    opened, real = [], builtins.open
    for text in ("字", "𠮷", "é"):
        draw_many([paper(text)])  # fonts and code are there before anything is watched

    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("a paper asked for the network")

    def watch(file, *more, **named):
        if not str(file).startswith(str(resource("fonts").parent)):
            opened.append(str(file))
        return real(file, *more, **named)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(builtins, "open", watch)
    monkeypatch.setattr(Path, "open", watch)
    return opened


def lost(text: str, page: str, missing: set[str]) -> str:
    """The characters of ``text`` that the paper neither shows nor tells as missing, in the order in which they stand."""
    wanted = [char for char in "".join(plain(text).split()) if char not in missing]
    return "" if "".join(wanted) in page else "".join(wanted)


def test_two_thousand_hostile_texts_appear_letter_by_letter(watched) -> None:
    every = list(texts())
    found: dict[str, str] = {}
    for first in range(0, COUNT, AT_ONCE):
        some = every[first : first + AT_ONCE]
        drawn = draw_many([paper(text) for text in some])
        missing = {one.char for one in drawn.missing}
        whole = "".join(_body(page) for page in pages_of(drawn.data))
        found |= {text[:60]: left for text in some if (left := lost(text, whole, missing))}

    assert len(every) == COUNT
    assert found == {}
    assert watched == []


def _body(page: str) -> str:
    """A page's words without its number at the foot."""
    head, dash, rest = page.rpartition("—")
    return head.rpartition("—")[0] if dash and not rest else page


def test_a_text_that_lost_a_letter_is_noticed() -> None:
    assert lost("甲<b>乙", "甲b>乙", set()) == "甲<b>乙"
    assert lost("甲😀乙", "甲乙", {"😀"}) == ""
