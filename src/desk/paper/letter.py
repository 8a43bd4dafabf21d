"""Laying a paper's blocks on pages, from top to bottom; what must stay together stays together, and nothing is lost."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from desk.domain.document import (
    Block,
    Document,
    Grid,
    Listing,
    Paragraph,
    Rule,
    SealPicture,
    Signature,
    Words,
)
from desk.paper import grid, rows, typesetting
from desk.paper.breaking import Line
from desk.paper.flow import SLACK, Flow, put
from desk.paper.marks import MM, Image, Page, Stroke
from desk.rulebook.styles import Style


def lay_out(document: Document) -> list[Page]:
    """The pages of a paper, with continuation pages for what its cells could not hold; no furniture yet."""
    flow = Flow(document)
    _place(flow, document.blocks)
    if flow.overflow:
        _continue(flow)
    return flow.pages


def _place(flow: Flow, blocks: Sequence[Block]) -> None:
    """Put the blocks below each other."""
    for number, block in enumerate(blocks):
        following = blocks[number + 1 :]
        match block:
            case Paragraph():
                _paragraph(flow, block, following)
            case Signature():
                _signature(flow, block)
            case Grid():
                grid.place(flow, block, _room_below(flow, following))
            case Listing():
                rows.place(flow, block)
            case Rule():
                _rule(flow, block, following)


def _paragraph(flow: Flow, block: Paragraph, following: Sequence[Block] = ()) -> None:
    style, leading = block.style, block.style.leading
    lines = typesetting.lines_of(block, flow.width)
    if block.beside and flow.leaves(flow.width - block.right * MM - lines[0].width) and len(lines) == 1:
        put(flow.page, lines[0], block, flow.left, flow.top - leading, flow.width)
        return
    flow.move_to(block.at, typesetting.baseline(style), block.before)
    held = _held(flow, block, following)
    for number, line in enumerate(lines):
        left = len(lines) - number
        # The last two lines go over together with a signature that has no room here: no page carries a seal alone.
        together = leading * left + held if held and left <= 2 else leading
        if (
            not flow.fits(together)
            and not flow.fresh
            and not (left == 1 and held and flow.fits(leading) and number)
        ):
            flow.new_page()
        put(flow.page, line, block, flow.left, flow.top, flow.width)
        flow.top += leading
        flow.reached = block.left * MM + line.indent + line.width


def _held(flow: Flow, block: Paragraph, following: Sequence[Block]) -> float:
    """The room that must be left after the paragraph's last line on the same page."""
    if not following:
        return 0
    match following[0]:
        case Signature() as signature:
            return _least(signature)
        case Paragraph() as paragraph if block.keep:
            return paragraph.style.leading * 2 + _held(flow, paragraph, following[1:])
        case _:
            return 0


def _room_below(flow: Flow, blocks: Sequence[Block]) -> float:
    """The room that the paragraphs after a grid ask for (its notes): down from their own place, where they have one."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if paragraphs and paragraphs[0].at is not None:
        return flow.bottom - paragraphs[0].at * MM + typesetting.baseline(paragraphs[0].style) - SLACK
    return sum(
        len(typesetting.lines_of(block, flow.width)) * block.style.leading + block.before * MM
        for block in paragraphs
    )


def _least(block: Signature) -> float:
    return 2 * block.organ.style.leading + (block.organ.style.leading if block.sealed else 0)


def _signature(flow: Flow, block: Signature) -> None:
    """Organ and date, both about one middle line, the seal's room above; squeezed before it goes to a new page."""
    style = block.organ.style
    organ, date = (typesetting.lines_of(words, flow.width) for words in (block.organ, block.date))
    height = style.leading * len(organ) + (block.gap * MM or style.leading)
    flow.move_to(block.at, typesetting.baseline(style), block.before)
    if block.at is None and not flow.fresh:
        free = max(flow.bottom - flow.top - height, 0)
        flow.top += min(block.room * MM, free) if block.sealed else style.leading
    if not flow.fits(height) and not flow.fresh:
        flow.new_page()
    starts = _starts(flow, block, max(line.width for line in organ), date[0].width)
    date_top = flow.top + height - style.leading
    _sign(flow, organ, style, starts[0], flow.top)
    _sign(flow, date, style, starts[1], date_top)
    if block.picture:
        middle = starts[1] + date[0].width / 2
        _press(flow, block.picture, middle, (flow.top + date_top + style.leading) / 2)
    flow.top += height
    if block.seal and not block.picture:
        _seal_name(flow, block, date_top)


def _sign(flow: Flow, lines: list[Line], style: Style, start: float, top: float) -> None:
    """Lines about their common middle, from ``start`` on."""
    wide = max(line.width for line in lines)
    middle = msgspec.structs.replace(style, align="center")
    for number, line in enumerate(lines):
        y = top + number * style.leading + typesetting.baseline(style)
        flow.page.marks.extend(typesetting.draw_line(line._replace(indent=0), middle, start, y, wide))


def _starts(flow: Flow, block: Signature, organ: float, date: float) -> tuple[float, float]:
    """Where organ and date begin.

    Sealed: both about one middle, the date so many characters from the right; a wider organ moves both to the left
    (GB/T 9704-2012, 7.3.5.1). Unsealed: the organ two characters from the right, the date two characters further in than
    the organ; a longer date stands two from the right instead (7.3.5.2).
    """
    edge = flow.left + flow.width
    em = block.organ.style.pitch or block.organ.style.size
    if block.center is None and not block.sealed:
        start = min(edge - 2 * em - organ, edge - 4 * em - date)
        return start, start + 2 * em
    middle = block.center * MM if block.center is not None else edge - block.right * em - date / 2
    middle = min(middle, edge - organ / 2)
    return middle - organ / 2, middle - date / 2


def _press(flow: Flow, picture: SealPicture, x: float, y: float) -> None:
    """The seal upright over name and date, both a little below its middle (GB/T 9704-2012, 7.3.5.1), never off the sheet."""
    width, height = picture.width * MM, picture.height * MM
    left = max(0.0, min(x - width / 2, flow.page.width - width))
    top = max(0.0, min(y - _ABOVE * height - height / 2, flow.page.height - height))
    flow.page.marks.append(Image(left, top, width, height, picture.data))


_ABOVE = 0.06
"""How far the middle of a seal stands above the middle of what it presses on, in parts of its height."""


def _seal_name(flow: Flow, block: Signature, y: float) -> None:
    """The kind of seal, small and grey in the margin: for the clerk who stamps, not part of the text."""
    flow.page.marks.extend(
        typesetting.downwards(f"盖{block.seal}", _SEAL_NAME, flow.left + flow.width + 5 * MM, y - 8 * MM)
    )


_SEAL_NAME = Style(font="song", size=8, leading=10, grey=0.55)


def _to_the_foot(flow: Flow, rule: Rule, following: Sequence[Block]) -> None:
    """Go down until these end at the foot of the type area, on the next page where this one has no room for them."""
    trial = Flow(flow.document)
    _place(trial, (replace(rule, foot=False), *following))
    start = flow.bottom - (trial.top - trial.first)
    if flow.top > start + SLACK:
        flow.new_page()
    flow.top = start


def _rule(flow: Flow, block: Rule, following: Sequence[Block] = ()) -> None:
    if block.foot:
        _to_the_foot(flow, block, following)
    flow.move_to(block.at, 0, block.before)
    height = block.height * MM or block.style.leading
    if not flow.fits(height) and not flow.fresh:
        flow.new_page()
    y = flow.top + height / 2
    flow.page.marks.append(Stroke(flow.left, y, flow.left + flow.width, y, block.width, block.dashed))
    if block.text:
        flow.page.marks.extend(
            typesetting.words(block.text, block.style, flow.left + flow.width / 2, y - 3, "center")
        )
    flow.top += height


def _continue(flow: Flow) -> None:
    """What did not fit into the form, on pages of its own, each piece under its heading."""
    document = flow.document
    flow.new_page()
    styles = document.styles
    _paragraph(flow, Paragraph(spans=(Words(f"{document.title}（续页）"),), style=styles["title"]))
    if document.number:
        _paragraph(flow, Paragraph(spans=(Words(f"编号：{document.number}"),), style=styles["number"]))
    for heading, rest in flow.overflow:
        _paragraph(
            flow, Paragraph(spans=(Words(f"{heading}（接上页）"),), style=styles["heading"], keep=True)
        )
        _paragraph(flow, rest)
    if document.continued:
        flow.top += styles["body"].leading
        _paragraph(flow, document.continued)
