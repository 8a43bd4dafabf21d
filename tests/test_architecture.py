"""Who may know whom. Each rule is a sentence; each has a control: a planted package in which it must fail."""

import ast
import functools
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from pytest_archon import archrule
from pytest_archon.failure import pop_failures

import desk
from desk.paths import resource

SOURCE = Path(desk.__file__).parent

# Who may not import whom. "Steps may be skipped downwards, never reversed."
ABOVE = {
    "rulebook": ["domain", "store", "paper", "sheets", "services", "gui"],
    "domain": ["store", "paper", "sheets", "services", "gui"],
    "store": ["paper", "sheets", "services", "gui"],
    "paper": ["store", "sheets", "services", "gui"],
    "sheets": ["store", "paper", "services", "gui"],
    "services": ["gui"],
    "gui": [],
}
TOP = ["app", "cli"]

# Where each outside library lives. What is not named here, no module may import.
HOME = {
    "msgspec": ["rulebook", "domain", "paper", "services", "cli"],  # a rulebook's values are copied elsewhere
    "pypinyin": ["domain"],
    "stdnum": ["domain"],
    "sqlalchemy": ["store"],
    "alembic": ["store"],
    "sqlcipher3": ["store"],
    "psycopg": ["store"],
    "cryptography": ["store"],
    "argon2": ["store"],
    "keyring": ["store"],
    "reportlab": ["paper"],
    "rl_accel": ["paper"],
    "pypdfium2": ["paper"],
    "PIL": ["paper"],
    "openpyxl": ["sheets"],
    "python_calamine": ["sheets"],
    "PySide6": ["gui", "app"],
    "shiboken6": ["gui"],
    "platformdirs": ["services"],
}

# Asked for, though no module of ours imports them: ReportLab's fast half, the world's time zones.
USED_BY_OTHERS = {"rl-accel", "tzdata"}

# Words of the field at large that some manual also uses as the name of one of its own parts.
GENERAL_TERMS = {
    # ways in which a matter comes
    *(
        "电子邮件",
        "e-mail",
        "投诉信",
        "投诉电话",
        "意见簿",
        "受理窗口",
        "手机短信",
        "互联网",
        "网上投诉",
        "来访面谈",
    ),
    # what is left over
    *("其他渠道", "其他方式", "其他类", "其他服务", "其他商品"),
    # parts played in any matter
    *("办公室", "工作人员", "受理部门", "责任部门", "被投诉部门", "相关部门", "有关部门", "外部单位"),
    *("公安机关", "消费者协会", "物业服务"),
}

# Addresses that are only names: nothing is ever fetched from them.
NAMES_LIKE_ADDRESSES = {"https://json-schema.org/draft/2020-12/schema"}

LONGEST_MODULE = 400


# --- the rooms ---


@pytest.mark.parametrize("room", ABOVE)
def test_a_room_knows_nothing_of_the_rooms_above_it(room: str) -> None:
    forbid_rooms("desk", room)


def test_a_planted_import_upwards_is_noticed_even_inside_a_function(plant) -> None:
    plant("domain/late.py", "def due():\n    from planted.gui import window\n    return window\n")

    forbid_rooms("planted", "domain")

    assert [failure.path[-1] for failure in pop_failures()] == ["planted.gui.window"]


def forbid_rooms(package: str, room: str) -> None:
    above = [f"{package}.{name}" for name in [*ABOVE[room], *TOP]]
    rule = archrule(f"{room} knows nothing of what is above it").match(
        f"{package}.{room}", f"{package}.{room}.*"
    )
    rule.should_not_import(*above, *[f"{name}.*" for name in above]).check(package)


# --- outside libraries ---


@pytest.mark.parametrize("library", HOME)
def test_an_outside_library_is_imported_only_in_its_own_room(library: str) -> None:
    assert strangers(SOURCE, library) == []


def test_no_library_is_imported_that_has_no_room() -> None:
    known = {*HOME, *sys.stdlib_module_names, "desk"}

    unknown = {(module, name) for module, name in imports(SOURCE) if name.partition(".")[0] not in known}

    assert sorted(unknown) == []


def test_every_library_that_the_project_asks_for_is_used() -> None:
    project = tomllib.loads((SOURCE.parent.parent / "pyproject.toml").read_text("utf-8"))["project"]

    assert unused(project["dependencies"]) == set()


def test_a_library_asked_for_in_vain_is_noticed() -> None:
    assert unused(["openpyxl>=3.1", "hypothesis>=6"]) == {"hypothesis"}


def unused(requirements: list[str]) -> set[str]:
    """The distributions among these that no module of the program imports."""
    asked = {plain(re.split(r"[\[<>=;]", requirement)[0]) for requirement in requirements}
    providers = packages_distributions()
    used = {
        plain(maker) for _, name in imports(SOURCE) for maker in providers.get(name.partition(".")[0], [])
    }
    return asked - used - USED_BY_OTHERS


def plain(distribution: str) -> str:
    return distribution.lower().replace("_", "-")


def test_nothing_is_imported_by_a_name_that_is_only_known_when_running() -> None:
    assert [place for file in modules(SOURCE) for place in hidden_imports(file)] == []


def test_a_planted_library_in_the_wrong_room_is_noticed(plant) -> None:
    root = plant("services/intake.py", "def save():\n    import sqlalchemy.orm\n")

    assert strangers(root, "sqlalchemy") == ["services.intake"]


def test_a_planted_hidden_import_is_noticed(plant) -> None:
    root = plant("domain/case.py", 'import importlib\n\nqt = importlib.import_module("PySide6")\n')

    assert [place for file in modules(root) for place in hidden_imports(file)] == ["case.py:3"]


def strangers(root: Path, library: str) -> list[str]:
    """The modules outside a library's rooms that import it, at the top or inside a function."""
    return sorted(
        module
        for module, name in imports(root)
        if name.partition(".")[0] == library and module.partition(".")[0] not in HOME[library]
    )


@functools.cache
def imports(root: Path) -> set[tuple[str, str]]:
    """Every (module, imported name) under a package, wherever in the module the import stands."""
    return {
        (dotted(file, root), name) for file in modules(root) for node in nodes(file) for name in named(node)
    }


def named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def hidden_imports(file: Path) -> Iterator[str]:
    for node in nodes(file):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield f"{file.name}:{node.lineno}"


# --- offices live in rulebooks ---


def test_no_office_department_category_or_channel_is_named_in_the_program() -> None:
    assert named_in(SOURCE, office_names()) == []


def test_a_planted_department_name_is_noticed(plant) -> None:
    root = plant("gui/table.py", 'HINT = "请转市环境监察支队处理"\n')

    assert named_in(root, {"环境监察支队"}) == ["table.py:1 环境监察支队"]


def office_names() -> set[str]:
    """The names that the shipped manuals give to themselves and their parts."""
    rulebooks = [
        tomllib.loads(file.read_text("utf-8")) for file in resource("rulebooks").glob("*/rules.toml")
    ]
    names = {str(book.get(key, "")) for book in rulebooks for key in ("name", "organisation")}
    parts = ("station", "department", "category", "channel")
    names |= {entry.get("name", "") for book in rulebooks for part in parts for entry in book.get(part, [])}
    return {name for name in names if len(name) > 2} - GENERAL_TERMS


def named_in(root: Path, names: set[str]) -> list[str]:
    return [
        f"{file.name}:{line} {name}"
        for file in modules(root)
        for line, text in texts(file)
        for name in names
        if name in text
    ]


# --- habits ---


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    assert {file.name: lines for file in modules(SOURCE) if (lines := length(file)) > LONGEST_MODULE} == {}


def test_no_text_names_a_server() -> None:
    found = [
        f"{file.name}:{line} {text}"
        for file in modules(SOURCE)
        for line, text in texts(file)
        if names_server(text)
    ]

    assert found == []


@pytest.mark.parametrize("text", ["see https://example.org", "http://10.0.0.1/x"])
def test_a_text_that_names_a_server_is_noticed(text: str) -> None:
    assert names_server(text)


def test_a_database_address_on_this_machine_names_no_server() -> None:
    assert not names_server("postgresql:///desk")


def names_server(text: str) -> bool:
    return ("http://" in text or "https://" in text) and text not in NAMES_LIKE_ADDRESSES


def test_qt_leaves_the_count_of_nothing_alone(qapp) -> None:
    """PySide6 6.12.0 gives back a reference to None with every void call until the process ends."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")

    assert abs(sys.getrefcount(None) - before) < 100


# --- reading modules ---


def modules(root: Path) -> list[Path]:
    """Hand-written modules; what the forms compiler wrote is not ours to judge."""
    return sorted(file for file in root.rglob("*.py") if not file.name.startswith("ui_"))


@functools.cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(file.read_text("utf-8"))))


def texts(file: Path) -> Iterator[tuple[int, str]]:
    for node in nodes(file):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def dotted(file: Path, root: Path) -> str:
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def length(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


@pytest.fixture
def plant(tmp_path, monkeypatch):
    """Builds a package `planted` with every room in it and one more file; returns where it lies."""

    def planted(name: str, text: str) -> Path:
        root = tmp_path / "planted"
        for folder in (root, *[root / room for room in ABOVE]):
            folder.mkdir()
            (folder / "__init__.py").touch()
        (root / "gui" / "window.py").touch()
        (root / name).write_text(text, "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return root

    return planted
