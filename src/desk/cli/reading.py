"""What is written on the command line and in the files that it names, read."""

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desk.domain.errors import DeskError
from desk.domain.moments import OFFICE_ZONE
from desk.domain.system_words import json_fault, reason_of


def read_json(path: str) -> Any:
    """The JSON document in a file or on standard input. Refuses what is no JSON."""
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
        return json.loads(text)
    except OSError as error:
        raise DeskError(
            "no_file", f"打不开文件“{path}”：{reason_of(error)}", "请检查文件名和权限", "file"
        ) from error
    except ValueError as error:
        raise DeskError(
            "bad_json",
            f"“{path}”不是正确的 JSON：{json_fault(error)}",
            "请检查引号、逗号和编码（UTF-8）",
            "file",
        ) from error


def day(text: str, field: str) -> date:
    """A date as typed on the command line."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise DeskError("bad_date", f"日期“{text}”写法不对", "请写成 2026-11-22", field) from error


def moment(text: str, field: str) -> datetime:
    """A moment as typed on the command line; without a zone it is the office's."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise DeskError("bad_date", f"时间“{text}”写法不对", "请写成 2026-11-20T16:40", field) from error
    return found if found.tzinfo else found.replace(tzinfo=OFFICE_ZONE)


def pairs(texts: Iterable[str]) -> dict[str, str]:
    """Settings as typed, each ``key=value``."""
    return dict(map(_pair, texts))


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise DeskError("bad_setting", f"“{text}”写法不对", "请写成 键=值", "set")
    return key, value


def numbers(text: str) -> list[str]:
    """Several numbers as typed, with commas of either width between them."""
    return [number.strip() for number in text.replace("，", ",").split(",") if number.strip()]
