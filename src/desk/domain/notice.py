"""From a layout and a case's words to a composed paper: places filled, unneeded paragraphs gone, blanks known as blank."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import msgspec

from desk.domain.document import (
    Blank,
    Block,
    Cell,
    Document,
    Grid,
    Listing,
    Paragraph,
    Rule,
    Signature,
    Words,
)
from desk.domain.filling import Filling, Values, paragraph, row_text
from desk.rulebook import layout as plan
from desk.rulebook.documents import Copy
from desk.rulebook.styles import Page, Style

_PRACTICE = "演　示"
MM = 72 / 25.4
"""Points in a millimetre."""


def compose(
    layout: plan.Layout,
    values: Values,
    when: Callable[[str], bool] = lambda _: True,
    *,
    specimen: bool = False,
    notes: bool = True,
    copy: Copy | None = None,
    code: str | None = None,
    practice: bool = False,
) -> Document:
    """The paper of ``layout`` for one case. ``when`` answers criteria; ``specimen`` adds the official sample's decorations.

    Without any value it is the empty form. ``notes``: with the explanatory 注 of the official forms.
    """
    profile = plan.load_profile(layout.profile)
    words = Filling(values, layout.underline)
    page = layout.page or profile.page
    styles = _styles(layout, profile, page)
    empty = not any(words.of(path) for path in plan.fields(layout))
    parts = _parts(copy, specimen=specimen, notes=notes, empty=empty)
    blocks = (
        block
        for block in _spaced(layout.blocks, page)
        if (not block.only or block.only in parts)
        and (not block.when or when(block.when))
        and _wanted(block, words, empty=empty)
    )
    return Document(
        title=layout.title,
        number=_number(layout, words),
        page=page,
        styles=styles,
        blocks=tuple(composed for block in blocks for composed in _composed(block, words, styles)),
        code=code or "" if layout.code else "",
        copy=f"{copy.name}　{copy.holder}" if copy else "",
        stamp=_PRACTICE if practice else "",
        continued=paragraph(layout.continued, words, styles["body"]) if layout.continued else None,
        specimen_page=layout.specimen_page if specimen else 0,
        foot=layout.foot,
    )


def _spaced(blocks: Iterable[plan.Block], page: Page) -> Iterable[plan.Block]:
    """The blocks with their empty lines above as millimetres of this house style's line."""
    for block in blocks:
        empty = block.skip * page.leading / MM
        yield msgspec.structs.replace(block, before=block.before + empty) if empty else block


def _parts(copy: Copy | None, *, specimen: bool, notes: bool, empty: bool) -> set[str]:
    """Which blocks that stand only on some sheets (``only``) stand on this one."""
    is_stub = copy is not None and copy.stub
    asked = {"specimen": specimen, "notes": notes, "blank": empty, "stub": is_stub, "main": not is_stub}
    return {part for part, shown in asked.items() if shown}


def _wanted(block: plan.Block, words: Filling, *, empty: bool) -> bool:
    """Whether what is known calls for the block, or the empty form keeps it to be written on."""
    if empty and (block.needs or block.unless):
        return block.empty_too
    return all(map(words.knows, block.needs)) and not any(map(words.knows, block.unless))


def _number(layout: plan.Layout, words: Filling) -> str:
    """The number that the paper shows; the paper's own goes before the case's."""
    numbers = ("paper.number", "case.number")
    shown = [path for path in numbers if path in plan.fields(layout)]
    return next((words.of(path) for path in (*shown, *numbers) if words.of(path)), "")


def _styles(layout: plan.Layout, profile: plan.Profile, page: Page) -> dict[str, Style]:
    """The profile's styles as the layout changes them, and its own; a style without leading takes the page's."""
    styles = dict(profile.styles)
    for name, change in layout.styles.items():
        base = styles[change.like or name]
        given = {
            key: value
            for key, value in msgspec.structs.asdict(change).items()
            if value is not None and key != "like"
        }
        if "size" in given and "pitch" not in given:
            given["pitch"] = 0  # the room of one character on the page's grid is for characters of its size
        styles[name] = msgspec.structs.replace(base, **given)
    return {
        name: style if style.leading else msgspec.structs.replace(style, leading=page.leading)
        for name, style in styles.items()
    }


def _composed(block: plan.Block, words: Filling, styles: Mapping[str, Style]) -> Iterable[Block]:
    match block:
        case plan.Text():
            yield _text(block, words, styles[block.style])
        case plan.Items():
            yield from _items(block, words, styles[block.style])
        case plan.Grid():
            cells = tuple(_cell(cell, block, words, styles[cell.style]) for cell in block.cells)
            yield Grid(
                columns=block.columns,
                rows=block.rows,
                cells=cells,
                left=block.left,
                rule=block.rule,
                at=block.at,
                before=block.before,
            )
        case plan.Listing():
            yield _listing(block, words, styles[block.style])
        case plan.Signature():
            yield _signature(block, words, styles[block.style])
        case plan.Rule():
            yield Rule(
                width=block.width,
                height=block.height,
                foot=block.foot,
                dashed=block.dashed,
                text=block.text,
                style=styles["note"],
                at=block.at,
                before=block.before,
            )


def _text(block: plan.Text, words: Filling, style: Style) -> Paragraph:
    changes = {
        name: getattr(block, name)
        for name in ("align", "indent", "hanging")
        if getattr(block, name) is not None
    }
    style = msgspec.structs.replace(style, **changes) if changes else style
    return replace(
        paragraph(block.text, words, style, block.blank),
        left=block.left,
        right=block.right,
        at=block.at,
        before=block.before,
        keep=block.keep,
        beside=block.beside,
    )


def _items(block: plan.Items, words: Filling, style: Style) -> Iterable[Paragraph]:
    rows = words.rows(block.field)
    lead = (Words(block.lead),) if block.lead else ()
    first, others = _led(style, len(block.lead))
    for number, row in enumerate(rows, 1):
        own = Words(row_text(block.text, row, number), block.field)
        yield Paragraph(
            spans=(*lead, own) if number == 1 else (own,),
            style=first if number == 1 else others,
            at=block.at if number == 1 else None,
            before=block.before if number == 1 else 0,
        )
    text = words.of(block.field) if not rows else ""
    if text:
        spans = (*lead, Words(text, block.field))
        yield Paragraph(spans=spans, style=first, at=block.at, before=block.before)
    elif not rows:
        for number in range(block.lines):
            yield Paragraph(spans=(Blank(0, block.field),), style=style, at=None if number else block.at)


def _led(style: Style, lead: int) -> tuple[Style, Style]:
    """The styles of the first and the other paragraphs of a list that begins with so many characters before its first."""
    if not lead:
        return style, style
    start = style.indent + lead
    first = msgspec.structs.replace(style, hanging=start + 1)
    return first, msgspec.structs.replace(style, indent=start, hanging=start + 1)


def _cell(cell: plan.Cell, grid: plan.Grid, words: Filling, style: Style) -> Cell:
    style = msgspec.structs.replace(style, align=cell.align)
    paragraphs = [paragraph(cell.text, words, style)] if cell.text else []
    for line in cell.lines:
        held = msgspec.structs.replace(style, align=line.align, leading=line.leading or style.leading)
        paragraphs.append(
            replace(paragraph(line.text, words, held, line.blank), left=line.left, right=line.right)
        )
    if grid.rule:
        paragraphs = [_room(held) for held in paragraphs]
    return Cell(
        row=cell.row - 1,
        col=cell.col - 1,
        rows=cell.rows,
        cols=cell.cols,
        paragraphs=tuple(paragraphs),
        valign=cell.valign,
        vertical=cell.vertical,
        down=cell.down,
        fit=cell.fit,
        continues=cell.continues,
        padding=grid.padding if cell.padding is None else cell.padding,
    )


def _room(words: Paragraph) -> Paragraph:
    """A ruled cell with nothing in it is itself the room to write in and needs no line."""
    match words.spans:
        case (Blank(_, field),):
            return replace(words, spans=(Blank(0, field, ruled=False),))
        case _:
            return words


def _listing(block: plan.Listing, words: Filling, style: Style) -> Listing:
    rows = [
        tuple(row_text(column.text, row, number) for column in block.columns)
        for number, row in enumerate(words.rows(block.field), 1)
    ]
    rows += [("",) * len(block.columns)] * (block.least - len(rows))
    return Listing(
        titles=tuple(column.title for column in block.columns),
        widths=tuple(column.width for column in block.columns),
        aligns=tuple(column.align for column in block.columns),
        rows=tuple(rows),
        height=block.height,
        style=style,
        at=block.at,
        before=block.before,
    )


def _signature(block: plan.Signature, words: Filling, style: Style) -> Signature:
    return Signature(
        organ=paragraph(block.organ, words, style, block.organ_blank),
        date=paragraph(block.date, words, style, block.date_blank),
        sealed=block.sealed,
        right=block.right,
        center=block.center,
        gap=block.gap,
        room=block.room,
        seal=block.seal,
        at=block.at,
        before=block.before,
    )
