"""Every refusal has a code, says in Chinese what is wrong, and says what to do next (U6)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import desk

HAN = re.compile("[\u4e00-\u9fff]")
CODE = re.compile("[a-z][a-z0-9_]*")
GIVEN_UP = {"cancelled"}
"""Codes of what people stopped themselves: nothing is to be done next."""
TREES = [ast.parse(path.read_text("utf-8"), path.name) for path in Path(desk.__file__).parent.rglob("*.py")]


def refusals() -> set[str]:
    """The classes of refusals that take code, message and hint; those that make up their own words are left out."""
    classes = [node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = {"DeskError"}
    for _ in range(4):  # so deep do they derive from each other
        found |= {one.name for one in classes if found & {b.id for b in one.bases if isinstance(b, ast.Name)}}
    own_words = {one.name for one in classes for part in one.body if getattr(part, "name", "") == "__init__"}
    return found - own_words | {"DeskError"}


def said(node: ast.AST | None) -> str | None:
    """The literal words of an argument; None where it holds none, since it comes from elsewhere."""
    if node is None:
        return ""
    words = [
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    return "".join(words) if words else None


def speechless(tree: ast.AST, classes: set[str]) -> Iterator[str]:
    """Refusals that lack a code, Chinese words or a next step."""
    for node in ast.walk(tree):
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if called not in classes or any(isinstance(one, ast.Starred) for one in node.args):
            continue
        given = dict(zip(("code", "message", "hint", "field"), node.args, strict=False))
        given |= {word.arg: word.value for word in node.keywords if word.arg}
        code, message, hint = (said(given.get(name)) for name in ("code", "message", "hint"))
        whole = ast.unparse(node)
        if code is not None and not CODE.fullmatch(code):
            yield f"no code: {whole}"
        if message is not None and not HAN.search(message) and isinstance(given.get("message"), ast.Constant):
            yield f"not in Chinese: {whole}"
        next_step = (
            hint is None
            or HAN.search(hint)
            or "请" in (message or "")
            or isinstance(given.get("hint"), ast.JoinedStr)
        )
        if not next_step and code not in GIVEN_UP:
            yield f"no next step: {whole}"


def test_every_refusal_says_in_chinese_what_is_wrong_and_what_to_do_next() -> None:
    classes = refusals()

    assert {"DeskError", "Forbidden", "NotFound", "StoreBusy"} <= classes
    assert [fault for tree in TREES for fault in speechless(tree, classes)] == []


def test_control_a_refusal_without_code_words_or_next_step_is_noticed() -> None:
    planted = """
raise DeskError("bad", "日期写错了", "请写成 2026-11-20")
raise DeskError("Bad Date", "日期写错了", "请写成 2026-11-20")
raise DeskError("bad", "wrong date", "请写成 2026-11-20")
raise DeskError("bad", "日期写错了")
raise Forbidden("bad", "您无权办理", "")
"""
    found = list(speechless(ast.parse(planted), {"DeskError", "Forbidden"}))

    assert [fault.partition(":")[0] for fault in found] == [
        "no code", "not in Chinese", "no next step", "no next step",
    ]  # fmt: skip
