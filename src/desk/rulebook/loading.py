"""From an office's files to a rulebook: read, put together, check, or say exactly what is wrong where."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import msgspec

from desk.paths import resource
from desk.rulebook.checking import Fault, check, layout_faults
from desk.rulebook.file_words import toml_words, type_words
from desk.rulebook.layout import Layout, LayoutError, read_layout
from desk.rulebook.model import FORMAT, Rulebook
from desk.rulebook.numbers_as_words import worded
from desk.rulebook.overlays import Overlay, add, alter
from desk.rulebook.survey import with_questions
from desk.rulebook.switches import choose, switch_faults

RULES = "rules.toml"
CHOICES = "choices.json"
OWN, SHARED = "forms/", "layouts/"
"""Where a manual keeps its own layouts, and where those stand that all rulebooks share."""
OVERLAY, OVERLAYS = "overlay.toml", "overlays/"
"""What an overlay calls its rules, and where the overlays of a manual lie among its files."""

_T = TypeVar("_T", Rulebook, Overlay)


@dataclass(frozen=True)
class Manual:
    """A rulebook's own text: file names with their content. This is what a store keeps for its cases."""

    files: Mapping[str, str]

    @property
    def sha256(self) -> str:
        """The digest by which the store tells whether the text is what was adopted."""
        text = json.dumps(dict(sorted(self.files.items())), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


class BadRulebook(ValueError):
    """A rulebook that cannot be used; ``faults`` name file, key and what to write instead."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def shipped() -> tuple[str, ...]:
    """The ids of the rulebooks that ship with the program."""
    return tuple(sorted(path.parent.name for path in resource("rulebooks").glob(f"*/{RULES}")))


def overlays() -> tuple[str, ...]:
    """The ids of the overlays that ship with the program; ``R14+X1`` names a rulebook with one over it."""
    return tuple(sorted(path.parent.name for path in resource("overlays").glob(f"*/{OVERLAY}")))


def overlay(id_: str) -> Overlay:
    """A shipped overlay by itself: what it is called and what it is about."""
    one = _toml(OVERLAY, file_text(resource("overlays", id_, OVERLAY)))
    known = {field.encode_name for field in msgspec.structs.fields(Overlay)}
    return _converted({key: value for key, value in one.items() if key in known}, Overlay, OVERLAY)


def with_overlays(where: str | Path, ids: Sequence[str]) -> Manual:
    """The manual with shipped overlays over it. Raises ``BadRulebook``."""
    return laid_over(read_manual(where), *(resource("overlays", id_) for id_ in ids))


def read_manual(where: str | Path) -> Manual:
    """The files of a rulebook: a shipped id (``R14``, ``R14+X1``), a folder, or a single file. Raises ``BadRulebook``."""
    if isinstance(where, str) and re.fullmatch(r"\w+(\+\w+)+", where):
        manual, *over = where.split("+")
        return with_overlays(manual, over)
    path = Path(where)
    if isinstance(where, str) and where in shipped():
        path = resource("rulebooks", where)
    if path.is_file():
        return Manual({RULES: file_text(path)})
    if not (path / RULES).is_file():
        raise BadRulebook(
            (Fault(str(path / RULES), "", "文件不存在", f"请检查文件夹，或写编号：{'、'.join(shipped())}"),)
        )
    files = {file.relative_to(path).as_posix(): file_text(file) for file in sorted(path.rglob("*.toml"))}
    shared = sorted(resource("layouts").glob("*.toml"))
    return Manual({f"{SHARED}{file.name}": file_text(file) for file in shared} | files)


def laid_over(manual: Manual, *folders: Path) -> Manual:
    """The manual with overlays over it as one text, so that a store keeps all of it. Raises ``BadRulebook``."""
    files = dict(manual.files)
    for folder in folders:
        if not (folder / OVERLAY).is_file():
            raise BadRulebook(
                (Fault(str(folder / OVERLAY), "", "文件不存在", "请检查附加内容的编号或文件夹"),)
            )
        for file in sorted(folder.rglob("*.toml")):
            files[f"{OVERLAYS}{folder.name}/{file.relative_to(folder).as_posix()}"] = file_text(file)
    return Manual(files)


def file_text(file: Path) -> str:
    """A file's text; editors that mark UTF-8 at its start do no harm."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault(file.name, "", "不是 UTF-8 编码，读不出文字", "请在编辑器里另存为 UTF-8")
        raise BadRulebook((fault,)) from error
    except OSError as error:
        fault = Fault(str(file), "", "打不开这个文件", "请检查它是否存在、有没有读的权限、是否被别的程序占用")
        raise BadRulebook((fault,)) from error


def load(manual: Manual | str | Path, options: Mapping[str, str] | None = None) -> Rulebook:
    """The checked rulebook of a manual. ``options`` set its switches otherwise than by default.

    Raises ``BadRulebook`` with every fault found.
    """
    files = manual.files if isinstance(manual, Manual) else read_manual(manual).files
    rulebook, layouts = _read(files, options or {})
    if faults := (*check(rulebook), *layout_faults(rulebook, layouts)):
        raise BadRulebook(tuple(_placed(fault, files) for fault in faults))
    return rulebook


def adopted(manual: Manual, options: Mapping[str, str] | None = None) -> Rulebook:
    """The rulebook of a text that was checked when the office adopted it.

    It is not checked again: what a later release finds fault with must not shut an office out of its own cases.
    """
    return _read(manual.files, options or {}, lazy=True)[0]


def with_choices(manual: Manual, options: Mapping[str, str], version: str = "") -> Manual:
    """The manual with what an office chose of it: its switches' options, and the version that this makes."""
    if not options and not version:
        return manual
    chosen = json.dumps({"options": dict(sorted(options.items())), "version": version}, ensure_ascii=False)
    return Manual({**manual.files, CHOICES: chosen})


def _read(
    files: Mapping[str, str], options: Mapping[str, str], *, lazy: bool = False
) -> tuple[Rulebook, Mapping[str, Layout]]:
    choices = json.loads(files.get(CHOICES, "{}"))
    rulebook = _as_written(files, {**choices.get("options", {}), **options})
    waiting = _Layouts(files, rulebook)
    layouts = {} if lazy else waiting.by_file()
    rulebook = msgspec.structs.replace(rulebook, layouts=waiting)
    version = choices.get("version") or rulebook.version
    return msgspec.structs.replace(rulebook, version=version), layouts


def _as_written(files: Mapping[str, str], options: Mapping[str, str]) -> Rulebook:
    rules = _toml(RULES, files[RULES])
    _refuse_later_format(rules)
    over = _overlays(files)
    _lay(rules, over)
    rules = _chosen(rules, options)
    _alter(rules, {str(one.get("id")): name for name, one in over.items()})
    try:
        return with_questions(_converted(rules, Rulebook, RULES))
    except BadRulebook as error:
        raise BadRulebook(tuple(_placed(fault, files) for fault in error.faults)) from error


def _refuse_later_format(rules: Mapping[str, Any]) -> None:
    """A text of a later release would be read wrongly; said before anything else is found fault with."""
    written = rules.get("format")
    if isinstance(written, int) and written > FORMAT:
        what = f"这部规则簿是第 {written} 版格式，本程序只认识到第 {FORMAT} 版"
        raise BadRulebook((Fault(RULES, "format", what, "请升级程序，或改用旧格式"),))


def _is_overlay(name: str) -> bool:
    return name.startswith(OVERLAYS) and PurePosixPath(name).name == OVERLAY


def _overlays(files: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    return {name: _toml(name, files[name]) for name in sorted(files) if _is_overlay(name)}


def _placed(fault: Fault, files: Mapping[str, str]) -> Fault:
    """The fault in the file from which its entry came: the manual's, or that of an overlay."""
    named = re.match(r"(\w+)(?:\[\d+\])?\(([^)]+)\)", fault.key)
    if fault.file == RULES and named:
        for name, one in _overlays(files).items():
            if any(entry.get("id") == named[2] for entry in one.get(named[1], ())):
                return replace(fault, file=name)
    return fault


def _lay(rules: dict[str, Any], over: Mapping[str, dict[str, Any]]) -> None:
    """Put what overlays bring with them behind the manual's own entries."""
    tables = {field.encode_name for field in msgspec.structs.fields(Rulebook)} - {"overlay", "layouts"}
    if "overlay" in rules:
        raise BadRulebook((Fault(RULES, "overlay", "手册里不能写附加内容", "请写成单独的文件夹"),))
    faults = [Fault(name, *found) for name, one in over.items() for found in add(rules, one, tables)]
    if faults:
        raise BadRulebook(tuple(faults))
    for name, head in zip(over, rules.get("overlay", ()), strict=True):
        _converted(head, Overlay, name)


def _alter(rules: dict[str, Any], files: Mapping[str, str]) -> None:
    """Let the changes of overlays hold, after the switches."""
    if faults := tuple(Fault(files[overlay], *found) for overlay, found in alter(rules)):
        raise BadRulebook(faults)


def _chosen(rules: dict[str, Any], options: Mapping[str, str]) -> dict[str, Any]:
    """The rules under the options that hold."""
    if faults := tuple(Fault(RULES, *found) for found in switch_faults(rules, options)):
        raise BadRulebook(faults)
    try:
        return choose(rules, options)
    except KeyError as error:
        switch, place = error.args
        fault = Fault(RULES, f"switch({switch}).change", f"“{place}”不存在", "例：clock.response")
        raise BadRulebook((fault,)) from error


class _Layouts(Mapping[str, Layout]):
    """A rulebook's layouts by name, each read when it is first asked for: a third of loading, and rarely all needed.

    The shared layouts that the office's papers name and it has none of its own for, and all its own.
    """

    def __init__(self, files: Mapping[str, str], rulebook: Rulebook) -> None:
        laid = [name for name in sorted(files) if name.startswith(OVERLAYS) and not _is_overlay(name)]
        own = {PurePosixPath(name).stem: name for name in (*(n for n in files if n.startswith(OWN)), *laid)}
        named = {paper.layout for paper in rulebook.papers} - own.keys()
        shared = {PurePosixPath(name).stem: name for name in files if name.startswith(SHARED)}
        self._files, self._profile = files, rulebook.profile
        self._names = {stem: name for stem, name in shared.items() if stem in named} | own
        self._read: dict[str, Layout] = {}

    def __getitem__(self, stem: str) -> Layout:
        if stem not in self._read:
            name = self._names[stem]
            self._read[stem] = read_layout(self._files[name], name, self._profile)
        return self._read[stem]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def by_file(self) -> dict[str, Layout]:
        """All of them, by file. Raises ``BadRulebook`` with what is wrong in each."""
        found: dict[str, Layout] = {}
        faults: list[Fault] = []
        for stem, name in self._names.items():
            try:
                found[name] = self[stem]
            except LayoutError as error:
                faults.append(Fault(error.file, error.key, error.problem, error.remedy))
        if faults:
            raise BadRulebook(tuple(faults))
        return found


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRulebook((Fault(name, "", *toml_words(str(error))),)) from error


def _converted(merged: dict[str, Any], kind: type[_T], file: str) -> _T:
    try:
        return msgspec.convert(merged, kind)
    except msgspec.ValidationError:
        merged = worded(merged, kind)
    try:
        return msgspec.convert(merged, kind)
    except msgspec.ValidationError as error:
        faults = tuple(Fault(file, _with_ids(key, merged), *words) for key, words in _misfits(merged, kind))
        raise BadRulebook(faults) from error


def _misfits(merged: Mapping[str, Any], kind: type[_T]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Everything in a file that has not its right type: the reader stops at the first, so each value is read apart."""
    for english in dict.fromkeys(_unfit(merged, kind, "$")):
        key = english.partition(" - at ")[2].strip("`").removeprefix("$").removeprefix(".")
        yield key, type_words(english, kind)


def _unfit(value: Any, kind: Any, place: str) -> Iterator[str]:
    """What the reader says of a value and of everything in it, in its own words, with the place in the file."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at ")
        yield f"{what} - at `{place}{path.strip('`').removeprefix('$')}`"
        yield from _unfit_parts(value, kind, place)


def _unfit_parts(value: Any, kind: Any, place: str) -> Iterator[str]:
    if isinstance(value, list):
        item = getattr(kind, "__args__", (None,))[0]
        for n, one in enumerate(value if isinstance(item, type) else ()):
            yield from _unfit(one, item, f"{place}[{n}]")
    elif isinstance(value, dict) and (struct := _struct(kind)):
        fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
        for name, field in fields.items():
            if name in value:
                yield from _unfit(value[name], field.type, f"{place}.{name}")
            elif field.required:
                yield f"Object missing required field `{name}` - at `{place}`"
        for name in (
            sorted(value.keys() - fields.keys()) if struct.__struct_config__.forbid_unknown_fields else ()
        ):
            yield f"Object contains unknown field `{name}` - at `{place}`"


def _struct(kind: Any) -> type[msgspec.Struct] | None:
    """What an entry of this type is read into, also where there may be none (``Survey | None``)."""
    kinds = (kind, *getattr(kind, "__args__", ()))
    return next((one for one in kinds if isinstance(one, type) and issubclass(one, msgspec.Struct)), None)


def _with_ids(key: str, merged: Any) -> str:
    """``step[3].to`` becomes ``step[3](refuse).to``: people find an entry by its id, not by its place."""
    out = ""
    for part in re.findall(r"[^.\[\]]+|\[\d+\]", key):
        if part.startswith("["):
            merged = merged[int(part[1:-1])] if isinstance(merged, list) else None
            id = merged.get("id") if isinstance(merged, dict) else None
            out += part + (f"({id})" if id else "")
        else:
            merged = merged.get(part) if isinstance(merged, dict) else None
            out += ("." if out else "") + part
    return out
