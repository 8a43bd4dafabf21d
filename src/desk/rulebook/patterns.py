"""Number patterns: ``{yyyy}{mm}{serial:4}`` with any words between."""

import re
from dataclasses import dataclass
from datetime import date

_PART = re.compile(r"\{(\w+)(?::(\d+))?\}")
_KNOWN = ("yyyy", "yy", "mm", "dd", "serial", "code")


class BadPattern(ValueError):
    """The pattern cannot be read; the message says in Chinese why."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that has been read. ``digits`` is the serial's width, 0 for as many as it takes."""

    text: str
    digits: int

    def number(self, day: date, serial: int, code: str = "") -> str:
        """The number for ``serial`` on ``day``; ``code`` is the office's own abbreviation (代字)."""
        parts = {
            "yyyy": f"{day.year:04d}",
            "yy": f"{day.year % 100:02d}",
            "mm": f"{day.month:02d}",
            "dd": f"{day.day:02d}",
            "serial": f"{serial:0{self.digits}d}" if self.digits else str(serial),
            "code": code,
        }
        return _PART.sub(lambda found: parts[found[1]], self.text)


def read_pattern(text: str) -> Pattern:
    """Read a number pattern. Raises ``BadPattern`` where it has no serial or an unknown part."""
    parts = {found[1]: found[2] for found in _PART.finditer(text)}
    unknown = sorted(set(parts) - set(_KNOWN))
    if unknown:
        raise BadPattern(f"编号格式“{text}”中的“{'、'.join(unknown)}”无法识别")
    if "serial" not in parts:
        raise BadPattern(f"编号格式“{text}”缺少流水号")
    return Pattern(text, int(parts["serial"] or 0))
