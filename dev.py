#!/usr/bin/env python3
"""Sets the workplace up and does one thing in it. Needs Python 3.11 or newer with pip, nothing else.

    python3 dev.py run [...]        start the program (or a command of it: run init --practice)
    python3 dev.py test [...]       all fast tests (further words go to pytest)
    python3 dev.py bundle           build the program folder that needs no Python
    python3 dev.py task NAME [...]  another task of pyproject.toml: lint, types, forms, lock, check

On Windows: py dev.py run. The first run fetches the locked libraries into .venv; later ones take no time.
"""

import ctypes
import functools
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "需要 Python 3.11 或更新的版本。/ Python 3.11 or newer is needed. This is " + sys.version.split()[0]
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LINUX = sys.platform.startswith("linux")
RUN_LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"  # the second holds all that the first does

SYSTEM_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
POSTGRES = Path("/usr/lib/postgresql")  # where Debian puts each release of the server

# What Qt needs from a Linux system: library file -> Debian package.
QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
# And what it needs besides to draw on a screen and to find printers.
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}


def main(words: list[str]) -> int:
    """Do what the first word says; the result is the exit code."""
    # No match statement: an old Python must get as far as the line above that tells it so.
    command, rest = (words[0], words[1:]) if words else ("help", [])
    if command == "run":
        return run(rest)
    if command == "test":
        need_libraries(QT)
        want_postgres()
        want_printing()
        return task("pytest", "-n", "2", *rest)
    if command == "bundle" or words[:2] == ["task", "bundle"]:
        need_for_bundle()
        return task("poethepoet", "bundle", *[word for word in rest if word != "bundle"])
    if command == "task" and rest:
        return task("poethepoet", *rest)
    print(__doc__)
    return 0 if command in ("help", "-h", "--help") else 2


def run(words: list[str]) -> int:
    """The program itself; where there is no screen it runs unseen."""
    screen = not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    need_libraries(QT | SCREEN if screen else QT)
    need_packages(RUN_LOCK)
    if not screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return start("desk", *words)


def task(module: str, *words: str) -> int:
    """A task of development: the libraries of the tests and tools are there as well."""
    need_libraries(QT)
    need_packages(DEV_LOCK)
    return start(module, *words)


def start(module: str, *words: str) -> int:
    """Run a module of .venv in the project's folder."""
    path = f"{PYTHON.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    # UTF-8 whatever the code page of Windows: Chinese goes in and out whole.
    environment = {**os.environ, "PYTHONUTF8": "1", "VIRTUAL_ENV": str(VENV), "PATH": path}
    try:
        return subprocess.call([str(PYTHON), "-m", module, *words], cwd=ROOT, env=environment)
    except KeyboardInterrupt:
        return 130


# --- the Python packages ---


def need_packages(lock: str) -> None:
    """Bring .venv to what the lock file says; only files whose hash stands there are taken."""
    mark = VENV / "installed.txt"
    now = {
        name: f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}"
        for name in (RUN_LOCK, DEV_LOCK)
    }
    done = mark.read_text("utf-8").split("\n") if mark.exists() and PYTHON.exists() else []
    if now[lock] in done or now[DEV_LOCK] in done:
        return
    say(
        "正在准备运行环境（仅第一次和更新后需要，约一分钟）……",
        "Setting up .venv (once, and after updates) ...",
    )
    if not PYTHON.exists():
        # Without pip: Debian keeps what the venv module needs for it in a package of its own.
        step(sys.executable, "-m", "venv", "--without-pip", "--clear", str(VENV))
    step(*pip(), "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / lock))
    places = sysconfig.get_paths("venv", vars={"base": str(VENV), "platbase": str(VENV)})
    Path(places["purelib"], "desk-checkout.pth").write_text(str(ROOT / "src"), "utf-8")
    mark.write_text(now[lock], "utf-8")


def pip() -> list[str]:
    """A pip that installs into .venv: the one beside this Python, else one unpacked into .venv."""
    outer = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if works(sys.executable, "-m", "pip", "--version"):
        return outer
    if works(str(PYTHON), "-m", "ensurepip"):
        return [str(PYTHON), "-m", "pip"]
    need_debian("这个 Python 没有 pip。", "This Python has no pip.", ["python3-pip"])
    return outer


# --- the system's packages (Linux; on Windows the Python packages bring all they need) ---


def need_libraries(libraries: dict[str, str]) -> None:
    """Install the missing ones where we may, else name them and end."""
    packages = [package for library, package in libraries.items() if LINUX and not loads(library)]
    need_debian("缺少界面库 Qt 需要的系统软件包。", "System libraries that Qt needs are missing.", packages)


def need_for_bundle() -> None:
    """The folder holds what a screen needs; PyInstaller needs objdump, and takes Debian's own Python library along."""
    need_libraries(QT | SCREEN)
    packages = ["binutils"] if LINUX and not shutil.which("objdump") else []
    if LINUX and sys.base_prefix == "/usr" and not loads(sysconfig.get_config_var("INSTSONAME")):
        packages.append(f"libpython3.{sys.version_info.minor}")
    need_debian("打包还需要系统软件包。", "Building the program folder needs more packages.", packages)


def want_postgres() -> None:
    """A database server for the tests of several desks; without one they are skipped, and say so."""
    if not LINUX or shutil.which("initdb") or any(POSTGRES.glob("*/bin/initdb")):
        return
    if installer() is not None:
        # Debian would set a server up and start it at once; the tests start their own and need no other.
        asleep = "mkdir -p /etc/postgresql-common && cd /etc/postgresql-common && "
        asleep += "[ -e createcluster.conf ] || echo create_main_cluster = false > createcluster.conf"
        step(*(installer() or []), "sh", "-c", asleep)
    if not install(["postgresql"]):
        line = command_for(["postgresql"])
        say(
            f"没有 PostgreSQL，相关测试将跳过。需要时请运行：{line}",
            f"No PostgreSQL: its tests are skipped. {line}",
        )


def want_printing() -> None:
    """A printing system for the tests of paper; they start one of their own, and are skipped where there is none."""
    there = all(shutil.which(name, path=SYSTEM_PATH) for name in ("cupsd", "lp", "lpadmin"))
    if LINUX and not there and not install(["cups-daemon", "cups-client"]):
        line = command_for(["cups-daemon", "cups-client"])
        say(f"没有 CUPS，打印测试将跳过。需要时请运行：{line}", f"No CUPS: its tests are skipped. {line}")


def need_debian(chinese: str, english: str, packages: list[str]) -> None:
    """Go on only when these packages are there; otherwise say what is missing and how it is got."""
    if packages and not install(packages):
        say(f"{chinese}请运行下面的命令，然后重试：", f"{english} Run this and try again:")
        sys.exit("    " + command_for(packages))


def install(packages: list[str]) -> bool:
    """Whether Debian's packages could be installed without asking anybody."""
    before = installer()
    if before is None:
        return False
    say(f"正在安装系统软件包：{' '.join(packages)}", f"Installing system packages: {' '.join(packages)}")
    apt = [
        *before,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-o",
        "Dpkg::Options::=--force-confold",
    ]
    subprocess.call([*apt, "update"], stdout=subprocess.DEVNULL)
    words = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    return subprocess.call(words, stdout=subprocess.DEVNULL) == 0


@functools.cache
def installer() -> list[str] | None:
    """The words before a command that only root may give; None where there is no apt or no right to it."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and works("sudo", "-n", "true") else None


def command_for(packages: list[str]) -> str:
    """The line to type for these packages."""
    return "sudo apt-get update && sudo apt-get install --no-install-recommends " + " ".join(packages)


# --- small steps ---


def loads(library: str) -> bool:
    """Whether the system has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def works(*words: str) -> bool:
    """Whether a command succeeds; what it says is of no interest."""
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def step(*words: str) -> None:
    """A command without which there is no going on."""
    if code := subprocess.call(words):
        say(
            "这一步没有成功，原因见上面的英文：" + " ".join(words),
            "This step failed; the reason stands above.",
        )
        sys.exit(code)


def say(chinese: str, english: str) -> None:
    """To the people in front of the screen, Chinese first."""
    print(f"{chinese}\n{english}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # an old Windows code page must not end the program
    sys.exit(main(sys.argv[1:]))
