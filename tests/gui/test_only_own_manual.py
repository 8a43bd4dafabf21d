"""At start nothing but the office's own manual is loaded: told by the files that a fresh program opens and what it holds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desk.services.setting_up import init_office

WATCHED = """
import sys, json
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)

def held():
    import gc
    from desk.rulebook.model import Rulebook
    files = sorted({one for one in opened if "rulebooks" in one.replace("\\\\", "/").split("/")})
    overlays = [one for one in opened if "overlays" in one.replace("\\\\", "/").split("/")]
    books = sorted({one.id for one in gc.get_objects() if type(one) is Rulebook})
    heavy = [one for one in ("reportlab", "openpyxl", "PySide6", "sqlalchemy", "pypinyin") if one in sys.modules]
    print(json.dumps({"files": files, "overlays": overlays, "books": books, "heavy": heavy}))
"""

WINDOW = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk.gui.dialogs import Dialogs
from desk.gui.main_window import MainWindow
from desk.gui.starting import Starting
app = QApplication([])
window = MainWindow()
starting = Starting(window, Path({home!r}), Dialogs(), [])
window.show()
starting.begin()
import time
until = time.monotonic() + 30
while starting.page is None and window.session is None and time.monotonic() < until:
    app.processEvents()
    time.sleep(0.01)
assert starting.office is not None
held()
starting.close()
"""

COMMAND = """
from desk.cli import main
assert main(["list", "--home", {home!r}, "--as", "recipient"]) == 0
sys.stdout.write("\\n")
held()
"""

ALONE = """
from desk.rulebook.loading import load
book = load("R12")
held()
"""

SHIPPED = """
from desk.rulebook.loading import load, shipped
books = [load(one) for one in shipped()]
held()
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("only") / "office"
    init_office(home, rulebook="R13a", name="某汽车销售公司", practice=True).close()
    return home


def watched(script: str, home: Path) -> dict[str, list[str]]:
    code = WATCHED + script.replace("{home!r}", repr(str(home)))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.strip().splitlines()[-1])  # type: ignore[no-any-return]


@pytest.mark.parametrize("script", [WINDOW, COMMAND], ids=["window", "command"])
def test_a_program_that_starts_holds_the_offices_manual_and_opens_no_other(script: str, home: Path) -> None:
    """The office's own text lies in its store; of the shipped manuals none is opened."""
    told = watched(script, home)

    assert told["books"] == ["R13a"]
    assert (told["files"], told["overlays"]) == ([], [])


def test_a_manual_is_loaded_without_anything_heavy(home: Path) -> None:
    told = watched(ALONE, home)

    assert told["books"] == ["R12"]
    assert told["heavy"] == []
    assert {Path(one).parts[Path(one).parts.index("rulebooks") + 1] for one in told["files"]} == {"R12"}


def test_the_watch_sees_manuals_that_are_loaded(home: Path) -> None:
    """The control."""
    told = watched(SHIPPED, home)

    assert {"R01", "R12", "R17"} <= set(told["books"])
    assert len(told["files"]) > 20
