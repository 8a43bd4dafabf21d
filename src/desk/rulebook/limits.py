"""How long: the short words in which a rulebook writes a limit, read into an amount and a unit."""

import re
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache
from typing import Literal

Unit = Literal[
    "min", "h", "wh", "d", "wd", "w", "mo", "y", "same_day", "next_day", "next_wd", "at_once", "fact", "unset"
]

_WORDS: dict[Unit, str] = {
    "min": "分钟",
    "h": "小时",
    "wh": "个工作小时",
    "d": "日",
    "wd": "个工作日",
    "w": "周",
    "mo": "个月",
    "y": "年",
    "same_day": "当日",
    "next_day": "次日",
    "next_wd": "次一工作日",
    "at_once": "立即",
    "unset": "未设定",
}
_AMOUNT = re.compile(r"(\d+)(min|wh|wd|mo|h|d|w|y)")
_AGREED = re.compile(r"\{([\w.]+)\}(min|wh|wd|mo|h|d|w|y)")
_DATED = re.compile(r"fact:([\w.]+)(?:-(\d+)(min|h|d|wd|w))?")
_BY_THE_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_SHORT: tuple[Unit, ...] = ("min", "h", "wh", "at_once", "unset")
"""What does not end with a day, so that no time of the last day can be set for it."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of ``amount`` units. ``target`` is the lower end of a range; ``fact`` names the date that is the limit,
    or with a unit of its own the count that is the amount.

    ``prompt``: at once, and ``amount`` is only the latest (立即，最迟半小时). ``before``: ``amount`` of that unit before
    the date (会议召开三日前). ``until``: the time of the last day by which it must be done (当日17时前); without it the day
    ends when the office closes.
    """

    unit: Unit
    amount: int = 0
    target: int = 0
    fact: str = ""
    prompt: bool = False
    before: Unit | None = None
    until: time | None = None

    @property
    def words(self) -> str:
        """The limit as the office says it: 7个工作日, 7–15日, 当日, 当日17时前."""
        if self.until is None:
            return self._length
        clock = f"{self.until.hour}时" + (f"{self.until.minute}分" if self.until.minute else "") + "前"
        return (
            self._length + clock
            if self.unit in ("same_day", "next_day", "next_wd")
            else f"{self._length}，最后一日{clock}"
        )

    @property
    def _length(self) -> str:
        if self.before:
            return f"约定日期前{self.amount}{_WORDS[self.before]}"
        if self.fact:
            return "按约定日期" if self.unit == "fact" else "按约定时间"
        if not self.amount:
            return _WORDS[self.unit]
        if self.prompt:
            return f"立即，最迟{self.amount}{_WORDS[self.unit]}"
        return (
            f"{self.target}–{self.amount}{_WORDS[self.unit]}"
            if self.target
            else f"{self.amount}{_WORDS[self.unit]}"
        )


@lru_cache(maxsize=1024)
def parse_limit(text: str) -> Limit:
    """Read ``7wd``, ``24h``, ``7d..15d``, ``at_once..30min``, ``same_day``, ``fact:promised``, ``fact:hearing_on-3d``,
    ``{hours}h`` or ``unset``; of days with the time of the last one, ``same_day@17:00``. Raises ``ValueError`` in Chinese.
    """
    length, at, clock = text.partition("@")
    limit = _read(length, text)
    if not at:
        return limit
    found = _BY_THE_CLOCK.fullmatch(clock)
    if not found or limit.unit in _SHORT or limit.before in _SHORT:
        raise ValueError(
            f"时限“{text}”无法识别：@ 后面写最后一日的几时几分，只用于按日计算的，例 same_day@17:00、2wd@12:00"
        )
    return replace(limit, until=time(int(found[1]), int(found[2])))


def _read(text: str, whole: str) -> Limit:
    """The limit without a time of its last day; ``whole`` is what is quoted where it cannot be read."""
    if dated := _DATED.fullmatch(text):
        fact, amount, before = dated.groups()
        return Limit("fact", int(amount or 0), fact=fact, before=before)  # type: ignore[arg-type]
    for word in ("same_day", "next_day", "next_wd", "at_once", "unset"):
        if text == word:
            return Limit(word)
    if agreed := _AGREED.fullmatch(text):
        return Limit(agreed[2], fact=agreed[1])  # type: ignore[arg-type]
    low, dots, high = text.partition("..")
    prompt = low == "at_once" and bool(dots)
    if prompt:
        low, dots = high, ""
    parts = [_AMOUNT.fullmatch(part) for part in ((low, high) if dots else (low,))]
    if not all(parts) or len({part[2] for part in parts if part}) != 1:
        raise ValueError(
            f"时限“{whole}”无法识别，请写成 7wd、24h、30min、7d..15d、at_once..30min、same_day、next_wd、same_day@17:00、fact:字段、fact:字段-3d、{{字段}}h 或 unset"
        )
    unit: Unit = parts[-1][2]  # type: ignore[index, assignment]
    amounts = [int(part[1]) for part in parts if part]
    return Limit(unit, amounts[-1], amounts[0] if dots else 0, prompt=prompt)
