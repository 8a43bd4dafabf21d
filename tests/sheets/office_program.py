"""LibreOffice, which offices use beside Excel and WPS: it opens workbooks and prints them, with the fonts that we ship."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from desk.paths import resource

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
needed = pytest.mark.skipif(not PROGRAM, reason="LibreOffice is not installed on this machine")

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>宋体</string></test>
<edit name="family" mode="assign" binding="strong"><string>Noto Serif SC</string></edit></match></fontconfig>"""


def converted(books: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """The workbooks as other files in ``folder``: ``pdf`` (as they are printed), ``csv``, ``ods``."""
    folder.mkdir(exist_ok=True)
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(fonts=resource("fonts"), cache=folder / "fonts"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(PROGRAM),
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        *map(str, books),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, timeout=600, env=environment, capture_output=True)
    return [folder / f"{book.stem}.{to.partition(':')[0]}" for book in books]
