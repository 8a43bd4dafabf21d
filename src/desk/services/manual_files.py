"""A manual's files into a checked rulebook, or a refusal that tells every fault: the same for window and command line."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from desk.domain.errors import DeskError
from desk.rulebook.checking import Fault
from desk.rulebook.loading import BadRulebook, Manual, load, read_manual, with_overlays
from desk.rulebook.model import Rulebook


class BadManual(DeskError):
    """A manual that cannot be used; ``faults`` say what is wrong where, and what to write instead."""

    def __init__(self, faults: Sequence[Fault], hint: str = "请按各处提示改正后再用") -> None:
        told = "\n".join(str(fault) for fault in faults)
        message = f"这本规则簿还不能用，有 {len(faults)} 处要改：\n{told}"
        super().__init__("bad_rulebook", message, hint, "rulebook")
        self.faults = tuple(faults)


def checked(
    source: str | Path | Manual, options: Mapping[str, str] | None = None, overlays: Sequence[str] = ()
) -> tuple[Rulebook, Manual]:
    """The rulebook and its text: of a shipped id, a folder, a file or a text. Raises ``BadManual``."""
    try:
        if isinstance(source, Manual):
            manual = source
        else:
            manual = with_overlays(source, overlays) if overlays else read_manual(source)
        return load(manual, options or {}), manual
    except BadRulebook as error:
        raise BadManual(error.faults) from error
