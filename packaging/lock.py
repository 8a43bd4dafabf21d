"""Writes the two lock files: what the program runs with, and what it is tested and built with.

One file serves Python 3.11 to 3.14 on Windows and Linux (markers), names no server, and carries a hash
for every file that pip may take. `--upgrade` takes the newest releases; otherwise what is locked stays.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by packaging/lock.py from pyproject.toml; installed by dev.py. Do not edit.\n"
ADDRESS = re.compile(r"[a-z]+://|^\s*--(index|extra-index|find-links)", re.MULTILINE)
COMPILE = [
    *(
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--quiet",
        "--no-header",
        "--no-annotate",
    ),
    *(
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-emit-find-links",
    ),
]


def write(name: str, *options: str) -> None:
    """Resolve anew and put our own first line on top; raises SystemExit where an address slipped in."""
    file = ROOT / name
    subprocess.run([*COMPILE, *options, "--output-file", name], cwd=ROOT, check=True)
    pins = file.read_text("utf-8")
    if address := ADDRESS.search(pins):
        sys.exit(f"{name}: {address[0]} must not stand in a lock file")
    file.write_text(HEADER + pins.removeprefix(HEADER), "utf-8", newline="\n")


if __name__ == "__main__":
    write("requirements.lock", *sys.argv[1:])
    # The program is tested with exactly the releases it runs with.
    write("requirements-dev.lock", "--group", "dev", "--constraint", "requirements.lock", *sys.argv[1:])
