"""What the readers of files find fault with, in the words of people who write rulebooks: place, fault, and remedy."""

import re
from collections.abc import Sequence
from typing import Any

from desk.rulebook.fitting import fitting

Reading = tuple[str, str]
"""What is wrong, and what to write instead."""

_TYPES = {
    "str": "文字（加引号）",
    "int": "整数",
    "float": "小数",
    "bool": " true 或 false ",
    "array": "列表（方括号）",
    "object": "表（[[…]] 或花括号）",
    "null": "空",
    "date": "日期",
    "datetime": "日期和时间",
    "time": "时间",
}
_SPELLING = "请检查拼写，或者删去；能写的键见 docs/rulebook.md"
_OF_TYPES: tuple[tuple[str, str, str], ...] = (
    (r"Expected `(?:.+)` >= (\S+?)(?:\.0)?$", "最小是 {0}", "请改成 {0} 或更大的数"),
    (r"Expected `(?:.+)` <= (\S+?)(?:\.0)?$", "最大是 {0}", "请改成 {0} 或更小的数"),
    (r"Object missing required field `(.+)`$", "缺少必填项“{0}”", "请补上 {0} = …，写法见 docs/rulebook.md"),
    (r"Object contains unknown field `(.+)`$", "多出了不认识的项“{0}”", _SPELLING),
    (r"Expected `(.+)`, got `(.+)`$", "应当是{0}，写成了{1}", "请改成{0}"),
    (r"Invalid enum value '?(.+?)'?$", "“{0}”不在允许的取值之内", "能取的值见 docs/rulebook.md"),
    (r"Invalid value '?(.+?)'?$", "“{0}”不在允许的取值之内", "能取的值见 docs/rulebook.md"),
)
_OF_TOML: tuple[tuple[str, str, str], ...] = (
    (r"Invalid value", "等号后面的值写法不对", '文字要加英文引号，例：name = "投诉"'),
    (r"Invalid statement", "这一行看不懂", "每行写成 键 = 值，或 [[表名]]"),
    (r"Expected newline or end of document after a statement", "这一行在值的后面多了东西", "一行只写一个 键 = 值；说明前面加 #"),
    (r"Expected '=' after a key in a key/value pair", "键的后面缺等号", "请写成 键 = 值"),
    (r"Expected '\]\]' at the end of an array declaration", "表名后面缺“]]”", "请写成 [[表名]]，要用英文方括号"),
    (r"Expected '\]' at the end of a table declaration", "表名后面缺“]”", "请写成 [表名]，要用英文方括号"),
    (r"Expected '(.+)'", "这里缺“{0}”", "请补上"),
    (r"Unterminated string", "文字的引号没有收尾", '每段文字前后各一个英文引号 "…"，同在一行'),
    (r"Illegal character '\\n'", "文字的引号没有收尾", '每段文字前后各一个英文引号 "…"，同在一行'),
    (r"(?:Illegal|Found invalid) character (.+)", "有不能用的字符 {0}", "请删去它，或换成英文符号"),
    (r"Unclosed array", "列表的方括号没有收尾", "请补上“]”"),
    (r"Unclosed inline table", "花括号没有收尾", "请补上“}}”，各项之间用英文逗号隔开"),
    (r"Invalid initial character for a key part", "键的写法不对", "键用英文字母、数字和下划线，不加引号"),
    (r"Duplicate inline table key '?(.+?)'?$", "花括号里“{0}”写了两次", "请只留一个"),
    (r"Cannot overwrite a value", "同一个键写了两次", "请只留一个；要写几条时，每条前面写 [[表名]]"),
    (r"Cannot (?:declare|redefine namespace|mutate immutable namespace) \('?(.+?)'?,?\)", "表 {0} 前面已经写过", "写几条的表用双方括号 [[表名]]"),
    (r"Unescaped '\\+' in a string|Invalid hex value|Escaped character", "文字里的“\\”写法不对", "请写两个“\\\\”，或把外面的引号换成单引号 '…'"),
    (r"Invalid date or datetime", "日期写法不对", '请写成 2026-01-31，或加引号 "…"'),
)  # fmt: skip
_PLACE = re.compile(r"(?s)(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)$")


def type_words(english: str, kind: type[Any]) -> Reading:
    """A fault that msgspec found in a file of this kind, with what may stand there instead."""
    what, _, path = english.partition(" - at ")
    said = _said(_OF_TYPES, what)
    if said is None:
        return f"写法不对：{what}", "请对照 docs/rulebook.md 改正"
    asked = re.search(r"(?:unknown field|enum value|Invalid value) [`']?(.+?)[`']?$", what)
    fits = fitting(kind, path.strip("`"), asked[1]) if asked else ""
    return said[0], fits or said[1]


def toml_words(english: str) -> Reading:
    """A fault that the reader of TOML found, with its line and column."""
    found = _PLACE.match(english)
    what, line, column = found.groups() if found else (english, None, None)
    where = f"第 {line} 行第 {column} 列，" if line else "文件末尾，" if found else ""
    words, remedy = _said(_OF_TOML, what) or (what, "请检查引号、括号和等号")
    return f"不是合格的 TOML：{where}{words}", remedy


def toml_line(english: str) -> int:
    """The line of that fault; 0 where it is told of none."""
    found = _PLACE.match(english)
    return int(found[2] or 0) if found else 0


def _said(table: Sequence[tuple[str, str, str]], english: str) -> Reading | None:
    for pattern, words, remedy in table:
        if found := re.match(pattern, english):
            parts = [_part(word) for word in found.groups()]
            return words.format(*parts), remedy.format(*(part.strip() for part in parts))
    return None


def _part(word: str) -> str:
    """A type by its name for people; several that would do are told apart with 或."""
    kinds = [one.strip("` ") for one in word.split("|")]
    known = [_TYPES[one] for one in kinds if one in _TYPES and (one != "null" or len(kinds) == 1)]
    if known:
        return "或".join(known)
    return f"“{word}”" if " " in word else word
