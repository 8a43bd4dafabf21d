"""Blank pads with numbers of their own, printed beforehand for a power cut or a rush; what is written on them is taken in later."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.draft import Problem, Values
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.rights import require
from desk.store import audit, pad_numbers
from desk.store import office as office_settings
from desk.store.registration import PAD
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

MOST = 100


@dataclass(frozen=True, slots=True)
class Pads:
    """A file of pads, and the first and last of their numbers."""

    data: bytes
    first: str
    last: str


def printed(office: "Office", viewer: Viewer, count: int) -> Pads:
    """So many pads, each a page; no number is given twice. Raises ``DeskError``."""
    from desk.paper.joining import joined
    from desk.services.shared_forms import draw_form, shared_layout  # it knows cases, and cases know pads

    require(viewer, "register", "预印补录登记单")
    if not 1 <= count <= MOST:
        raise DeskError("bad_count", f"一次印 1 到 {MOST} 张", "请改张数", "count")
    year = office.now().year
    with office.store.writing() as tx:
        office_settings.hold(tx)
        key = f"pads.{year}"
        before = int(office_settings.read(tx).get(key, "0"))
        office_settings.write(tx, {key: str(before + count)})
        numbers = [f"补{year}-{n:04}" for n in range(before + 1, before + count + 1)]
        audit.append(tx, audit.Act(act="pads", by=viewer.user, about=f"{numbers[0]} {numbers[-1]}"))
    layout = shared_layout("pad")
    pages = [draw_form(office, layout, {**office.words, "pad_number": number}).data for number in numbers]
    return Pads(joined(pages), numbers[0], numbers[-1])


def taken(tx: Transaction, viewer: Viewer, values: Values, key: str = "") -> Problem | None:
    """What is wrong where another case than the one registered with ``key`` has this pad's number already; held for the writing."""
    pad = values.get(PAD)
    if not isinstance(pad, str):
        return None
    pad_numbers.hold(tx, pad)
    if not (others := pad_numbers.cases_with(tx, viewer, pad, but=key)):
        return None
    known = "、".join(number for number in others if number)
    message = f"补录纸号 {pad} 已登记为 {known}" if known else f"补录纸号 {pad} 已用于另一件"
    return Problem(PAD, "taken", message, "请核对单上的号；已经补录过的不要再录")
