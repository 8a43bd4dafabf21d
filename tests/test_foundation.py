"""What the workplace promises: fresh forms, locks that hold, a wheel with everything in it, and plain words."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux lacks system libraries"
)

DESIGN = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>About</class><widget class="QDialog" name="About">
<property name="windowTitle"><string>关于</string></property></widget></ui>
"""


# --- forms ---


def test_every_form_in_git_is_what_its_design_gives() -> None:
    assert forms_check(ROOT) == (0, "")


def test_a_design_changed_without_compiling_is_noticed(tmp_path) -> None:
    project(tmp_path, design=DESIGN, compiled="# older")

    assert forms_check(tmp_path) == (1, "stale: src/desk/gui/forms/ui_about.py\n")


def test_a_form_left_over_from_a_deleted_design_is_noticed(tmp_path) -> None:
    project(tmp_path, design=None, compiled="# older")

    assert forms_check(tmp_path) == (1, "stale: src/desk/gui/forms/ui_about.py\n")


def test_a_compiled_form_says_nothing_of_the_compilers_version(tmp_path) -> None:
    project(tmp_path, design=DESIGN, compiled=None)

    subprocess.run([sys.executable, tmp_path / "packaging/forms.py"], check=True)

    assert (
        "version"
        not in (tmp_path / "src/desk/gui/forms/ui_about.py").read_text("utf-8").partition("class")[0]
    )


def forms_check(root: Path) -> tuple[int, str]:
    words = [sys.executable, root / "packaging/forms.py", "--check"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def project(root: Path, *, design: str | None, compiled: str | None) -> None:
    """A project with nothing but the forms compiler, one design and one compiled form."""
    texts = {
        "packaging/forms.py": (ROOT / "packaging/forms.py").read_text("utf-8"),
        "ui/about.ui": design,
        "src/desk/gui/forms/ui_about.py": compiled,
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            (root / name).write_text(text, "utf-8")


# --- locks ---


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_server_and_gives_every_file_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text("utf-8").partition("\n")[2])

    assert "://" not in "".join(entries)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_library_the_project_asks_for_is_locked() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]

    assert {bare(requirement) for requirement in asked} - set(pins("requirements-dev.lock")) == set()
    assert {bare(requirement) for requirement in PROJECT["project"]["dependencies"]} <= set(
        pins("requirements.lock")
    )


def test_the_program_is_tested_with_the_releases_it_runs_with() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_release_of_qt_that_ends_the_process_is_not_locked() -> None:
    """6.12.0 on Python 3.11; 6.11.3 is clean."""
    assert pins("requirements.lock")["pyside6-essentials"].startswith("6.11.")


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))


def bare(requirement: str) -> str:
    return re.split(r"[\[<>=;~ ]", requirement)[0].lower().replace("_", "-")


# --- the wheel ---


def test_the_wheel_holds_every_module_and_every_resource() -> None:
    assert left_out_of_the_wheel(ROOT) == set()


def test_a_resource_left_out_of_the_wheel_is_noticed(tmp_path) -> None:
    for name in ("src/desk/__init__.py", "resources/calendars/cn.toml", "README.md", "LICENSE"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('__version__ = "1"', "utf-8")
    project_file = (ROOT / "pyproject.toml").read_text("utf-8")
    without = project_file.replace(
        'only-include = ["src/desk", "resources", ', 'only-include = ["src/desk", ', 1
    )
    assert without != project_file
    (tmp_path / "pyproject.toml").write_text(without, "utf-8")

    assert left_out_of_the_wheel(tmp_path) == {"desk/resources/calendars/cn.toml"}


def left_out_of_the_wheel(root: Path) -> set[str]:
    """Files of the checkout that an installed program would lack (translations' sources are not needed there)."""
    files = [file for top in ("src/desk", "resources") for file in (root / top).rglob("*") if file.is_file()]
    names = {file.relative_to(root).as_posix() for file in files if file.suffix not in (".pyc", ".ts")}
    expected = {re.sub("^src/desk", "desk", re.sub("^resources", "desk/resources", name)) for name in names}
    return expected - {
        file.distribution_path.replace("\\", "/") for file in WheelBuilder(str(root)).recurse_included_files()
    }


# --- dev.py ---


@linux_only
def test_a_missing_system_library_is_named_with_the_command_that_brings_it(dev, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PATH", "")  # no apt-get: nothing can be installed without asking

    with pytest.raises(
        SystemExit, match="sudo apt-get update && sudo apt-get install --no-install-recommends libgl1"
    ):
        dev.need_libraries({"libno-such-thing.so.9": "libgl1"})

    assert capsys.readouterr().err.startswith("缺少界面库 Qt 需要的系统软件包。请运行下面的命令")


def test_nothing_is_asked_for_when_every_library_is_there(dev, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PATH", "")

    dev.need_libraries({})

    assert capsys.readouterr().err == ""


@linux_only
def test_without_a_database_server_the_tests_go_on_and_say_so(dev, monkeypatch, capsys, tmp_path) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(dev, "POSTGRES", tmp_path)

    dev.want_postgres()

    assert "没有 PostgreSQL，相关测试将跳过" in capsys.readouterr().err


def test_an_unknown_word_prints_the_help_and_fails(dev, capsys) -> None:
    assert dev.main(["fly"]) == 2
    assert "python3 dev.py run" in capsys.readouterr().out


@pytest.fixture
def dev() -> ModuleType:
    """dev.py as a module of its own, nothing remembered from another test."""
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- the words of the README ---


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_task_that_the_readme_names_exists_and_none_is_left_out(name: str) -> None:
    rows = re.findall(
        r"^\| (`[^|]*) \|", (ROOT / name).read_text("utf-8").partition("dev.py task")[2], re.MULTILINE
    )

    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(PROJECT["tool"]["poe"]["tasks"])


def test_what_a_change_must_pass_begins_with_the_readmes_own_command() -> None:
    command = "python3 dev.py test"

    assert command in (ROOT / "README.md").read_text("utf-8")
    assert f"\ncheck {command}\n" in (ROOT / ".ci/run").read_text("utf-8")
