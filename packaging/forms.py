"""Compiles ui/*.ui (Qt Designer) into src/desk/gui/forms/ui_<name>.py. The results are kept in git.

`--check` writes nothing and fails where a result is missing, stale or left over.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESIGNED = ROOT / "ui"
COMPILED = ROOT / "src" / "desk" / "gui" / "forms"


def compiled(design: Path) -> str:
    """What the compiler makes of one design, without the line that names its version."""
    compiler = shutil.which("pyside6-uic", path=sysconfig.get_path("scripts"))
    if compiler is None:
        sys.exit("pyside6-uic is not beside this Python; run this through dev.py task forms")
    words = [compiler, "--generator", "python", str(design)]
    text = subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout
    kept = [line for line in text.splitlines() if not line.startswith("## Created by:")]
    return "\n".join(kept).rstrip() + "\n"


def wanted() -> dict[Path, str]:
    """Every result that should be there, with its text."""
    designs = sorted(DESIGNED.glob("*.ui"))
    return {COMPILED / f"ui_{design.stem}.py": compiled(design) for design in designs}


def stale(results: dict[Path, str]) -> list[Path]:
    """The results that are missing or differ, and the files no design stands behind any more."""
    leftover = [file for file in COMPILED.glob("ui_*.py") if file not in results]
    return [f for f, text in results.items() if not f.exists() or f.read_text("utf-8") != text] + leftover


def main(words: list[str]) -> int:
    """Bring the results up to date, or with --check only say which are not."""
    results = wanted()
    files = stale(results)
    for file in files:
        print("stale:" if "--check" in words else "written:", file.relative_to(ROOT).as_posix())
        if "--check" in words:
            continue
        if file in results:
            file.write_text(results[file], "utf-8", newline="\n")
        else:
            file.unlink()
    return 1 if files and "--check" in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
