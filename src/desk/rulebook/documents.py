"""What is printed and kept: number series, papers with seal and copies, and registers."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from desk.rulebook.base import Entry, Named

Nature = Literal["receipt", "form", "decision", "notice", "sheet"]
"""A receipt and a form are working papers with versions; a decision is frozen when issued; a notice informs;
a sheet goes from one department to another."""


class Series(Named, frozen=True, kw_only=True):
    """A number series: ``pattern`` with ``{yyyy} {yy} {mm} {dd} {serial:4}`` and any words; when it starts anew.

    ``overflow``: what happens after the last number that fits: ``widen`` takes more digits, ``refuse`` stops.
    """

    pattern: str
    resets: Literal["never", "year", "month", "day"] = "year"
    overflow: Literal["widen", "refuse"] = "widen"
    start: int = 1


class Copy(Entry, frozen=True, kw_only=True):
    """One copy (联) of a paper and who holds it; the stub stays in the office."""

    name: str
    holder: str
    stub: bool = False


class Signing(Named, frozen=True, kw_only=True):
    """A signature that a paper must bear: whose it is, and the steps that wait for its day or a scan of it.

    ``when`` is the criterion under which it is asked for; ``fact`` a date of the case that is its day already.
    """

    before: tuple[str, ...] = ()
    when: str = ""
    fact: str = ""


class Paper(Named, frozen=True, kw_only=True):
    """A notice or form. ``layout`` names its layout file; ``after`` the steps at which it is the right paper to offer.

    ``states`` limits when it may be issued at all; ``needs`` are facts without which it does not print.
    ``text`` is the file of its words where the layout is a general one. ``period``: it is about a period, with the
    figures of it, and never offered on a case. ``signatures`` are those without which later steps wait. ``originals`` of it are signed, 0 where the manual says nothing;
    ``official`` is its number among the official forms; ``derived``: the manual only names it.
    """

    layout: str
    nature: Nature
    series: str = ""
    after: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    when: str = ""
    needs: tuple[str, ...] = ()
    to: str = "complainant"
    seal: str = ""
    copies: tuple[Copy, ...] = ()
    originals: int = 0
    approval: bool = False
    code: bool = False
    once: bool = False
    official: str = ""
    signatures: tuple[Signing, ...] = msgspec.field(name="signature", default=())
    derived: bool = False
    told_clock: str = ""
    period: bool = False

    @property
    def sheets(self) -> tuple[Copy, ...]:
        """The copies as they are drawn and named: the first ``originals`` are marked 正本; without named holders that many."""
        copies = self.copies or tuple(
            Copy(name=f"第{place}份", holder=f"共{self.originals}份")
            for place in range(1, self.originals + 1)
            if self.originals > 1
        )
        return tuple(
            replace(copy, name=f"{copy.name}（正本）") if place < self.originals else copy
            for place, copy in enumerate(copies)
        )


class RegisterColumn(Entry, frozen=True, kw_only=True):
    """A column of a register: its heading, the value's path, its relative width, and the group heading above it.

    ``value`` with an option's words after a question mark (``remedy?退货``) is ticked where the value is that option.
    """

    title: str
    value: str
    width: int = 10
    group: str = ""
    sum: bool = False


class Register(Named, frozen=True, kw_only=True):
    """A register (登记簿、台账). ``transposed``: one column for each case, as some manuals print it.

    ``head`` are labels that stand beside the office's name, to be filled in by hand; ``foot`` those below.
    ``public``: it is put up for everybody to read, so it holds only what ``secrecy.public_fields`` allows, of cases whose
    complainant agreed, and names no person whoever makes it.
    """

    columns: tuple[RegisterColumn, ...]
    kinds: tuple[str, ...] = ()
    where: str = ""
    by: Literal["received", "registered", "closed"] = "registered"
    transposed: bool = False
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    unit_line: bool = True
    derived: bool = False
    public: bool = False
