"""Builds the program folder that needs no Python, and tries it.

The wheel is built, installed into a clean environment with the locked libraries, frozen from there by
PyInstaller, and the result is driven as a clerk would: an office is set up, a case registered, a receipt printed.
Takes a minute or two; the folder is dist/desk. On Windows with NSIS an installer is made of it as well. `--no-build` only tries the folder that is there.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bundle"
RESULT = ROOT / "dist" / "desk"
CLEAN = WORK / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BASE = str(getattr(sys, "_base_executable", sys.executable))  # the Python that .venv was made from

# Qt looks these up when it starts and would pull GTK, Quick and graphics-card set-ups into the folder.
UNUSED_PLUGINS = ("*gtk3*", "*virtualkeyboard*", "*qpdf*", "*eglfs*", "*linuxfb*", "*vnc*", "*tuiotouch*")

SAMPLE = Path(__file__).with_name("sample_case.json")


def main(words: list[str]) -> int:
    """Build, unless told not to, and try."""
    began = time.perf_counter()
    if "--no-build" not in words:
        shutil.rmtree(WORK, ignore_errors=True)
        make_environment(build_wheel())
        freeze()
        print(
            f"{RESULT.relative_to(ROOT)}: {megabytes(RESULT):.0f} MB in {time.perf_counter() - began:.0f} s"
        )
    with tempfile.TemporaryDirectory() as home:
        try_program(Path(home))
    if os.name == "nt" and shutil.which("makensis"):
        pack_for_windows()
    return 0


def build_wheel() -> Path:
    """The wheel: what pyproject.toml says ships, with the translations compiled."""
    run(sys.executable, str(ROOT / "packaging" / "texts.py"))
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(WORK))
    return next(WORK.glob("desk-*.whl"))


def make_environment(wheel: Path) -> None:
    """A clean environment with the wheel, the locked libraries and PyInstaller, and nothing else."""
    run(BASE, "-m", "venv", "--without-pip", str(WORK / "venv"))
    tools = WORK / "tools.lock"
    tools.write_text(pins_for_freezing(), "utf-8")
    locks = ["-r", str(ROOT / "requirements.lock"), "-r", str(tools)]
    run(*pip(), "install", "--quiet", "--require-hashes", "--only-binary", ":all:", *locks)
    run(*pip(), "install", "--quiet", "--no-deps", str(wheel))
    for pattern in UNUSED_PLUGINS:
        for plugin in (WORK / "venv").rglob(f"PySide6/**/plugins/**/{pattern}"):
            shutil.rmtree(plugin) if plugin.is_dir() else plugin.unlink()


def pip() -> list[str]:
    """The pip that dev.py used: beside the Python that .venv was made from, or else in .venv."""
    for python in (BASE, sys.executable):
        if (
            subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode
            == 0
        ):
            return [python, "-m", "pip", "--python", str(CLEAN)]
    return sys.exit("no pip beside this Python")


def pins_for_freezing() -> str:
    """PyInstaller and what it stands on, as the dev lock pins them."""
    entries = re.split(r"\n(?=[a-z])", (ROOT / "requirements-dev.lock").read_text("utf-8"))
    needed = ("pyinstaller", "altgraph", "macholib", "packaging", "pefile", "pywin32-ctypes", "setuptools")
    return "\n".join(entry for entry in entries if entry.startswith(needed)) + "\n"


def freeze() -> None:
    """PyInstaller, run from the clean environment."""
    places = ["--distpath", str(RESULT.parent), "--workpath", str(WORK / "pyinstaller")]
    words = ["--noconfirm", "--log-level", "WARN", *places, str(ROOT / "packaging" / "desk.spec")]
    run(str(CLEAN), "-m", "PyInstaller", *words)


def try_program(home: Path) -> None:
    """Set a practice office up, register the sample case, print its receipt, open every window; or SystemExit."""
    office = ["--home", str(home / "office"), "--json"]
    drive(home, "init", *office, "--practice", "--rulebook", "R15", "--office", "试用办公室")
    number = json.loads(drive(home, "register", *office, str(SAMPLE)))["number"]
    paper = home / "receipt.pdf"
    drive(home, "issue", *office, number, "receipt", "-o", str(paper))
    if not paper.read_bytes().startswith(b"%PDF-"):
        sys.exit(f"{number}: the receipt is not a PDF")
    drive(home, "open", "--tour", str(home / "tour"))
    pictures = list((home / "tour").glob("*.png"))
    if not pictures:
        sys.exit("no window was seen")
    print(f"registered {number}, printed {paper.stat().st_size} bytes, saw {len(pictures)} windows")


def pack_for_windows() -> None:
    """One file that installs the folder; NSIS squeezes it to a third."""
    version = next(WORK.glob("desk-*.whl")).name.split("-")[1]
    setup = RESULT.with_name(f"desk-setup-{version}.exe")
    facts = {"VERSION": version, "FOLDER": str(RESULT), "RESULT": str(setup)}
    words = [f"-D{name}={value}" for name, value in facts.items()]
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, str(ROOT / "packaging" / "installer.nsi"))
    print(f"{setup.relative_to(ROOT)}: {setup.stat().st_size / 1e6:.0f} MB")


def drive(home: Path, *words: str) -> str:
    """One command of the frozen program, in an environment that knows nothing of Python; what it answers."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP", "LANG") if name in os.environ}
    own = {name: str(home) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")}
    program = RESULT / ("desk.exe" if os.name == "nt" else "desk")
    began = time.perf_counter()
    environment = {**kept, **own, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [program, *words], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"desk {' '.join(words)}: {done.returncode}\n{done.stdout}\n{done.stderr}")
    print(f"desk {words[0]}: {time.perf_counter() - began:.2f} s")
    return done.stdout


def run(*words: str) -> None:
    """A step that must succeed. What ships is the wheel alone: no other copy of the sources may be found before it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(words, cwd=ROOT, env=environment, check=True)


def megabytes(folder: Path) -> float:
    """What the files in a folder take."""
    return (
        sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
        / 1e6
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
