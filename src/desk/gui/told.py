"""What the bar says after an act: what was done, until when something is due, where the paper is."""

from typing import Any

from PySide6.QtCore import QCoreApplication


def _tr(words: str) -> str:
    return QCoreApplication.translate("Told", words)


def registered(done: Any, code: str = "") -> str:
    """The new number, the code that opens a sealed matter to its reporter, and the clock that governs the case."""
    words = _tr("已登记 {number}").format(number=done.case.number)
    if code:
        words += _tr("　查询码 {code}，请告知本人并记好").format(code=code)
    governing = done.case.next_due
    if governing is None:
        return words
    return words + _tr("　{clock}至 {due}").format(
        clock=governing.name, due=f"{governing.due:%Y-%m-%d %H:%M}"
    )


def acted(done: Any) -> str:
    """The case and where it stands now, and what is doubtful about the answers."""
    words = _tr("{number} 已办：{state}").format(number=done.case.number, state=done.case.standing)
    doubts = (_tr("　注意：{doubt}").format(doubt=warning.message) for warning in done.warnings)
    why = f"　{done.led_back}" if done.led_back else ""
    return words + why + "".join(doubts)


def printed(paper: Any, done: Any) -> tuple[str, str]:
    """Where the paper is, and the tone in which to say so."""
    name = f"{paper.name} {paper.number}".strip()
    outcome = done.outcome
    if outcome.file is None:
        return _tr("{name} 已送到打印机 {printer}").format(name=name, printer=outcome.printer), "good"
    if done.trouble:
        words = _tr("{name} 没有打印出来，已存为 PDF：{file}")
    else:
        words = _tr("没有打印机。{name} 已存为 PDF：{file}")
    return words.format(name=name, file=outcome.file), "warning"
