"""A defect of ours, written down without a single value that people typed."""

import sys
import traceback
from datetime import datetime
from pathlib import Path

from desk import __version__
from desk.domain.moments import OFFICE_ZONE

LOG = "log"
_LARGEST = 1_000_000


def record(folder: Path, error: BaseException) -> str:
    """Write the defect into ``folder``; the mark under which it is found there."""
    mark = f"{datetime.now(OFFICE_ZONE):%m%d-%H%M%S}"
    path = folder / "defects.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = path.read_text("utf-8") if path.exists() and path.stat().st_size < _LARGEST else ""
        head = f"{mark} desk {__version__} Python {sys.version.split()[0]}"
        path.write_text(f"{old}{head}\n{describe(error)}\n\n", "utf-8")
    except OSError:  # a full disk must not make one defect into two
        return mark
    return mark


def describe(error: BaseException) -> str:
    """Where it happened: kinds of error and places in the program, never a value."""
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)
