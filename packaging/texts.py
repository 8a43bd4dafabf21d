"""Collects every sentence of the windows into resources/translations/desk_en.ts and compiles it for the program.

Sentences are looked up by their Chinese words alone, so that one sentence has one translation wherever it stands.
What is translated already stays; `--check` writes nothing and fails where a sentence is missing or left over.
"""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = ROOT / "src" / "desk" / "gui"
TEXTS = ROOT / "resources" / "translations" / "desk_en.ts"
CONTEXT = "desk"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="en" sourcelanguage="zh_CN">\n'


def tool(name: str) -> str:
    """A program of Qt beside this Python."""
    found = shutil.which(f"pyside6-{name}", path=sysconfig.get_path("scripts"))
    if found is None:
        sys.exit(f"pyside6-{name} is not beside this Python; run this through dev.py task texts")
    return found


def sentences() -> set[str]:
    """Every sentence that the windows say, as Qt's own collector finds them."""
    files = [file for file in sorted(WINDOWS.rglob("*.py")) if file.parent.name != "forms"]
    files += sorted((ROOT / "ui").glob("*.ui"))
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found.ts")
        words = [tool("lupdate"), "-silent", "-tr-function-alias", "tr+=_tr", "-source-language", "zh_CN"]
        subprocess.run([*words, *map(str, files), "-ts", str(found)], check=True, capture_output=True)
        messages = ET.parse(found).getroot().iter("message")
        return {message.findtext("source") or "" for message in messages} - {""}


def translated() -> dict[str, str]:
    """What has been translated so far."""
    if not TEXTS.exists():
        return {}
    pairs = (
        (m.findtext("source") or "", m.find("translation")) for m in ET.parse(TEXTS).getroot().iter("message")
    )
    return {source: node.text for source, node in pairs if node is not None and node.text}


def written(words: dict[str, str]) -> str:
    """The file of translations; a sentence without one is marked unfinished, as Qt Linguist expects."""
    rows = []
    for source, translation in sorted(words.items()):
        mark = "" if translation else ' type="unfinished"'
        rows.append(
            f"    <message>\n        <source>{escape(source)}</source>\n"
            f"        <translation{mark}>{escape(translation)}</translation>\n    </message>\n"
        )
    return f"{HEAD}<context>\n    <name>{CONTEXT}</name>\n{''.join(rows)}</context>\n</TS>\n"


def main(words: list[str]) -> int:
    """Bring the file up to date and compile it, or with --check only say what is amiss."""
    known = translated()
    found = sentences()
    if "--check" in words:
        for source in sorted(source for source in found if not known.get(source)):
            print("not translated:", source)
        return 0 if all(known.get(source) for source in found) else 1
    TEXTS.parent.mkdir(parents=True, exist_ok=True)
    TEXTS.write_text(written({source: known.get(source, "") for source in found}), "utf-8", newline="\n")
    compiled = TEXTS.with_suffix(".qm")
    subprocess.run([tool("lrelease"), "-silent", str(TEXTS), "-qm", str(compiled)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
