"""Faults that people make in rulebook files, one row each; command line and window must tell every one of them whole."""

from pathlib import Path
from typing import NamedTuple

from tests.rulebook.manuals import RULES, SLIP


class Made(NamedTuple):
    """A fault: what is altered in which file, and the file, key, words and remedy that must be told."""

    name: str
    file: str
    piece: str
    other: str
    key: str
    says: str
    remedy: str


R, S = "rules.toml", "forms/slip.toml"
REWARD = """
[[reward]]
id = "bonus"
name = "奖励"
parts = [{ id = "all", name = "总分", weight = 100 }]
bands = [{ range = "[90,95]", amount = "200" }, { range = "[95,98]", amount = "300" }]

[[register]]"""
ROUND = """
[[category]]
id = "group"
name = "大类"
parent = "goods"

[[category]]
id = "goods"
name = "商品"
parent = "group"
"""
LOOP = '[[state]]\nid = "a"\nname = "甲"\n\n[[step]]\nid = "in"\nname = "进"\nfrom = ["received"]\nto = "a"\n\n[[step]]\nid = "again"\nname = "再"\nfrom = ["a"]\nto = "a"\n\n[[step]]\nid = "close"'
LOST = '[[state]]\nid = "lost"\nname = "丢失"\n\n[[step]]\nid = "find"\nname = "找回"\nfrom = ["lost"]\nto = "received"\n\n[[step]]\nid = "close"'

FAULTS = (
    Made("missing key", R, 'starts = "received"\n', "", "kind[0](complaint)", "缺少必填项“starts”", "请补上 starts"),
    Made("mistyped key", R, 'starts = "received"', 'begins = "received"', "kind[0](complaint)", "不认识的项“begins”", "可用：anonymity、brief"),
    Made("mistyped key, near", R, 'about = "一家', 'abuot = "一家', "", "不认识的项“abuot”", "是不是“about”？"),
    Made("wrong type", R, 'format = 1', 'format = "1"', "format", "应当是整数，写成了文字", "请改成整数"),
    Made("wrong type: a word for a list", R, 'by = ["clerk"]', 'by = "clerk"', "step[0](close).by", "应当是列表（方括号）", "请改成列表"),
    Made("a word that is not in the list", R, 'phase = "refused"', 'phase = "denied"', "state[2](refused).phase", "“denied”不在允许的取值之内", "可用：closed、open、refused、waiting"),
    Made("unknown fact in a criterion", R, 'when = "injury"', 'when = "injurie"', "scale(weight).criteria(hurt).when", "不存在的字段“injurie”", "[[field]]"),
    Made("criterion that cannot be read", R, 'when = "injury"', 'when = "injury >"', "scale(weight).criteria(hurt).when", "写法不对", "people >= 10"),
    Made("unknown reference", R, 'by = ["clerk"]', 'by = ["boss"]', "step(close).by", "“boss”不存在", "可用：clerk"),
    Made("round without a way out", R, '[[step]]\nid = "close"', LOOP, "state(a)", "走不到办结", "请补一个通往办结"),
    Made("step that nobody comes to", R, '[[step]]\nid = "close"', LOST, "step(find).from", "没有哪一类事项能走到这一步", "请核对 from"),
    Made("categories in a round", R, '\n[[category]]\nid = "goods"\nname = "商品"\n', ROUND, "category(group).parent", "上级绕了一圈：group → goods → group", "最上一级的类别不写 parent"),
    Made("overlapping bands", R, "\n[[register]]", REWARD, "reward(bonus).bands", "区间“[90,95]”和“[95,98]”重叠", "[90,95) 和 [95,98)"),
    Made("band that cannot be read", R, "\n[[register]]", REWARD.replace("[90,95]", "90-95"), "reward(bonus).bands", "区间“90-95”写法不对", "方括号含端点"),
    Made("limit that cannot be read", R, 'limit = "next_day"\ncells', 'limit = "soon"\ncells', "clock(reply).limit", "时限“soon”无法识别", "7wd"),
    Made("form with an unknown field", S, "{shelf}", "{shelv}", "shelv", "版式用了不存在的字段“shelv”", "[[field]]"),
    Made("form with a mistyped key", S, "text = ", "txet = ", "block[0]", "不认识的项“txet”", "是不是“text”？"),
    Made("form without its sort", S, 'kind = "text"', 'kind = "prose"', "block[0].kind", "“prose”不在允许的取值之内", "可用：grid、items、list、rule、signature、text"),
    Made("form with one brace", S, "{shelf}", "{shelf", "block[0]", "花括号不成对", "请"),
    Made("TOML: no closing quote", R, 'name = "店员"', 'name = "店员', "", "不是合格的 TOML：第 62 行第 11 列，文字的引号没有收尾", "英文引号"),
    Made("TOML: Chinese quotes", R, 'name = "店员"', "name = “店员”", "", "不是合格的 TOML：第 62 行第 8 列，等号后面的值写法不对", "英文引号"),
    Made("TOML: no value", R, "format = 1", "format = ", "", "第 2 行第 10 列，等号后面的值写法不对", "英文引号"),
    Made("TOML: no equals sign", R, "format = 1", "format 1", "", "第 2 行第 8 列，键的后面缺等号", "键 = 值"),
    Made("TOML: key twice", R, "format = 1", "format = 1\nformat = 2", "", "第 3 行第 11 列，同一个键写了两次", "请只留一个"),
    Made("TOML: table head", R, "[[channel]]", "[[channel]", "", "表名后面缺“]]”", "[[表名]]"),
    Made("TOML: list not closed", R, 'by = ["clerk"]', 'by = ["clerk"', "", "列表的方括号没有收尾", "请补上“]”"),
    Made("TOML in a form", S, 'title = "小票"', 'title = "小票', "", "不是合格的 TOML：第 3 行第 12 列，文字的引号没有收尾", "英文引号"),
    Made("a choice that is not among the choices", R, 'when = "injury"', "when = 'colour == \"blue\"'", "scale(weight).criteria(hurt).when", "“colour”没有“blue”这个选项", "可用：green、red"),
    Made("a number compared with words", R, 'when = "injury"', "when = 'people >= \"ten\"'", "scale(weight).criteria(hurt).when", "“people”是个数，不能和“ten”比较", "例：people >= 10"),
    Made("yes or no compared with a word", R, 'when = "injury"', "when = 'injury == \"是\"'", "scale(weight).criteria(hurt).when", "“injury”只有是和否", "例：injury，或 not injury"),
    Made("a date compared with a number", R, 'when = "injury"', 'when = "happened_on > 10"', "scale(weight).criteria(hurt).when", "“happened_on”是日期", "例：days(happened_on) < 10"),
    Made("steps that wait for one another", R, 'by = ["clerk"]\n', 'by = ["clerk"]\nafter = ["close"]\n', "step(close).after", "先做的步骤绕了一圈：close → close", "请去掉其中一个 after"),
    Made("a cell that is never used", R, '{ limit = "2h", levels = ["grave"] }', '{ limit = "2h" }, { limit = "3h", levels = ["grave"] }', "clock(reply).cells[1]", "永远用不到：前面的“2h”已经包括了它", "范围小的写在前面"),
    Made("a clock from what is no date", R, 'starts = ["received"]\ndone', 'starts = ["fact:colour"]\ndone', "clock(reply).starts", "“fact:colour”不存在", "可用："),
    Made("a limit before what is no date", R, 'limit = "next_day"\ncells', 'limit = "fact:shelf-3d"\ncells', "clock(reply).limit", "“shelf”不存在", "happened_on"),
)  # fmt: skip


def write(folder: Path, made: Made) -> Path:
    """The small manual with this fault as a folder."""
    (folder / "forms").mkdir(parents=True, exist_ok=True)
    files = {R: RULES, S: SLIP}
    assert made.piece in files[made.file], made.name
    files[made.file] = files[made.file].replace(made.piece, made.other, 1)
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def untold(made: Made, told: str) -> list[str]:
    """What of file, key, fault and remedy is missing in what was told, and words that nobody translated."""
    english = ("Expected", "Invalid", "Object", "line ", "column", "Unterminated", "document")
    missing = [part for part in (made.file, made.key, made.says, made.remedy) if part not in told]
    return missing + [word for word in english if word in told]
