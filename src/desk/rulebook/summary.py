"""A rulebook at a glance: how much it holds, and what its manual leaves blank."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from desk.rulebook.base import UNSET
from desk.rulebook.model import Rulebook

_WORDS = {
    "control": "文件控制",
    "secrecy": "保密与保存",
    "clock": "时限",
    "category": "类别",
    "indicator": "指标",
    "penalty": "罚则",
    "repeat": "重复的算法",
    "route": "分派建议",
    "scale": "等级",
    "register": "登记簿",
    "reward": "奖励",
    "overlay": "附加内容",
    "principle": "规定",
}
_ITEMS = {
    "prepared": "编制",
    "reviewed": "审阅",
    "checked": "审核",
    "approved": "批准",
    "effective": "施行日期",
    "retention_years": "保存年限",
    "limit": "时长",
    "lead": "主办部门",
    "base": "算法",
    "hits": "算法",
    "amount": "金额",
    "within": "期间",
    "when": "条件",
    "cells": "表格",
    "extensions": "延长",
    "by": "幅度",
    "change": "改写",
    "set": "内容",
    "text": "内容",
}


COUNTED = {
    "channels": "渠道",
    "kinds": "类型",
    "categories": "类别",
    "fields": "字段",
    "grounds": "理由",
    "levels": "等级",
    "criteria": "等级标准",
    "states": "状态",
    "steps": "步骤",
    "clocks": "时限",
    "notices": "决定书和通知书",
    "forms": "回执、登记表和移送单",
    "registers": "登记簿",
    "switches": "开关",
    "unset": "未设定",
}
"""What ``facts`` counts, in the office's words."""


def facts(rulebook: Rulebook) -> dict[str, int]:
    """How many entries of each sort there are, under the words that the table in the handbook uses."""
    return {
        "channels": len(rulebook.channels),
        "kinds": len(rulebook.kinds),
        "categories": len(rulebook.categories),
        "fields": len({field.id for field in rulebook.fields}),
        "grounds": len(rulebook.grounds),
        "levels": sum(len(scale.levels) for scale in rulebook.scales),
        "criteria": sum(len(scale.criteria) for scale in rulebook.scales),
        "states": len(rulebook.states),
        "steps": len(rulebook.steps),
        "clocks": len(rulebook.clocks),
        "notices": sum(paper.nature in ("decision", "notice") for paper in rulebook.papers),
        "forms": sum(paper.nature not in ("decision", "notice") for paper in rulebook.papers),
        "registers": len(rulebook.registers),
        "switches": len(rulebook.switches),
        "unset": len(unset_values(rulebook)),
    }


def unset_values(rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """What the manual leaves blank, as (key, words): ``clock(acceptance_limit).limit``, 时限“受理时限”的时长."""
    plain = msgspec.to_builtins(msgspec.structs.replace(rulebook, layouts={}))
    return tuple(_unset(plain, (), ()))


def _unset(value: Any, path: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for key, inner in value.items():
                if key != "switch":
                    title = str((_ITEMS if path else _WORDS).get(key, key))
                    yield from _unset(inner, (*path, key), (*words, title))
        case list() | tuple():
            for place, inner in enumerate(value):
                id, name = _called(inner, place)
                yield from _unset(inner, (*path[:-1], f"{path[-1]}{id}"), (*words[:-1], f"{words[-1]}{name}"))
        case str() if value == UNSET:
            yield ".".join(path), "的".join(words)


def _called(entry: Any, place: int) -> tuple[str, str]:
    """How a key and how people tell an entry from its neighbours: by id and name, else by its place."""
    if not isinstance(entry, dict) or "id" not in entry:
        return f"[{place}]", f"第{place + 1}项"
    return f"({entry['id']})", f"“{entry.get('name') or entry.get('text') or entry['id']}”"
