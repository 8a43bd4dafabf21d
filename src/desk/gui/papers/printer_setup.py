"""On which printer a kind of paper comes out: asked once, in place, and kept with copies, tray and sides."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from desk.domain.errors import DeskError
from desk.gui.form import Asked
from desk.gui.inputs.choice import Choice, Item
from desk.gui.inputs.line import Line, read_count
from desk.gui.papers import printing
from desk.gui.papers.printing import Target
from desk.gui.remember import Remembered
from desk.gui.session import Session
from desk.gui.small_form import SmallForm

FOLDER = "待打印"
"""Where papers are kept as PDF when there is no printer, in the office's folder."""
_MOST = 99


def target(session: Session, kind: str, names: list[str]) -> Target | None:
    """Where this kind of paper goes: as it was set up, into the folder where there is no printer; None if it must be asked."""
    if not names:
        return Target("", folder=folder(session))
    printer = session.remembered.get(f"printer/{kind}", "")
    if printer not in names:
        return None
    kept = session.remembered
    return Target(
        printer,
        kept.get(f"copies/{kind}", 1),
        tray=kept.get(f"tray/{kind}", ""),
        sides=kept.get(f"sides/{kind}", ""),
    )


def folder(session: Session) -> Path:
    """The folder for papers that found no printer."""
    return Path(session.office.home) / FOLDER


def keep(remembered: Remembered, kind: str, chosen: Target) -> None:
    """From now on this kind of paper goes there."""
    remembered.keep(f"printer/{kind}", chosen.printer)
    remembered.keep(f"copies/{kind}", chosen.copies)
    remembered.keep(f"tray/{kind}", chosen.tray)
    remembered.keep(f"sides/{kind}", chosen.sides)


def words(chosen: Target | None, names: list[str]) -> str:
    """The line below a preview: which printer, and how."""
    if not names:
        return _tr("没有打印机：会存为 PDF")
    if chosen is None:
        return _tr("打印机：第一次打印时选择")
    parts = [chosen.printer, chosen.tray, side_names().get(chosen.sides, "")]
    if chosen.copies > 1:
        parts.append(_tr("{n} 份").format(n=chosen.copies))
    return _tr("打印机：{name}").format(name="，".join(part for part in parts if part))


def setup_form(session: Session, kind: str, name: str, names: list[str], deed: str) -> SmallForm:
    """Printer, copies, tray and sides for one kind of paper; ``done`` brings the ``Target``."""
    now = target(session, kind, names)
    tray = Choice()

    def work(given: dict[str, Any]) -> Target:
        return _chosen(given, names)

    asked = [
        Asked("printer", _tr("打印机"), Choice([Item(one, one) for one in names]), required=True),
        Asked("copies", _tr("份数"), Line(read_count, "count")),
        Asked("tray", _tr("纸盒"), tray, help=_tr("空着由打印机自己选")),
        Asked("sides", _tr("单双面"), Choice([Item(id_, words) for id_, words in side_names().items()])),
    ]
    form = SmallForm(session, _tr("《{name}》用哪台打印机").format(name=name), deed, asked, work)

    def offer_trays() -> None:
        printer = str(form.form.values().get("printer", ""))
        if printer in names:
            session.report(lambda: printing.trays(printer), lambda found: _offer(tray, found, now))

    form.form.left.connect(lambda id_: offer_trays() if id_ == "printer" else None)
    form.form.set_values(
        {
            "printer": now.printer if now else names[0],
            "copies": now.copies if now else 1,
            "sides": now.sides if now else "",
        }
    )
    offer_trays()
    return form


def _offer(tray: Choice, found: list[str], now: Target | None) -> None:
    if not isValid(tray):
        return  # answered meanwhile
    tray.set_items([Item(one, one) for one in found])
    if now is not None and not tray.value():
        tray.set_value(now.tray)


def _chosen(given: dict[str, Any], names: list[str]) -> Target:
    printer, copies = str(given.get("printer", "")), given.get("copies") or 1
    if printer not in names:
        raise DeskError("unknown", _tr("请从列表中选择打印机"), _tr("按 F4 看全部"), "printer")
    if not isinstance(copies, int) or not 1 <= copies <= _MOST:
        raise DeskError("bad_number", _tr("份数请填 1 到 99 的整数"), "", "copies")
    sides = str(given.get("sides", "") or "")
    if sides and sides not in printing.SIDES:
        raise DeskError("unknown", _tr("请从列表中选择单双面"), _tr("空着由打印机自己定"), "sides")
    return Target(printer, copies, tray=str(given.get("tray", "") or ""), sides=sides)


def side_names() -> dict[str, str]:
    """How a sheet is printed, in words."""
    return {
        "one-sided": _tr("单面"), "two-sided-long-edge": _tr("双面，长边翻转"), "two-sided-short-edge": _tr("双面，短边翻转"),
    }  # fmt: skip


def _tr(words: str) -> str:
    return QCoreApplication.translate("PrinterSetup", words)
