"""How long a word processor takes for our notice: a LibreOffice template filled with the same words, turned into PDF, warm.

One process converts one paper, another the same and more; the difference is what a warm program takes for each. Work of
the processor, not waiting: other programs must not decide. Run: python tests/perf/office_speed.py
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.perf.paper_speed import papers, paragraphs_of  # noqa: E402

MORE = 40
FACES = {"song": "Noto Serif SC", "title": "Noto Serif SC", "kai": "LXGW WenKai"}
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm"
 fo:margin-left="26mm" fo:margin-right="26mm" fo:margin-bottom="20mm"/></style:page-layout>{styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>{paragraphs}</office:text></office:body></office:document>"""


def filled(values: dict[str, object]) -> str:
    """The template with the words of one notice, in our fonts, sizes and leadings."""
    styles, paragraphs = [], []
    for number, (font, size, leading, words) in enumerate(paragraphs_of(values)):
        face, weight = FACES[font], "bold" if font == "title" else "normal"
        styles.append(
            f'<style:style style:name="p{number}" style:family="paragraph"><style:paragraph-properties fo:line-height="{leading}pt"/>'
            f'<style:text-properties style:font-name-asian="{face}" style:font-family-asian="{face}" fo:font-family="{face}" '
            f'fo:font-size="{size}pt" style:font-size-asian="{size}pt" style:font-weight-asian="{weight}"/></style:style>'
        )
        paragraphs.append(f'<text:p text:style-name="p{number}">{escape(words)}</text:p>')
    return PAGE.format(styles="".join(styles), paragraphs="".join(paragraphs))


def work(folder: Path, count: int) -> float:
    """The processor's seconds for one process that converts so many papers."""
    files = [str(folder / f"{number}.fodt") for number in range(count)]
    around = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]  # fmt: skip
    subprocess.run([*words, *files], env=around, capture_output=True, check=True, timeout=600)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def measured() -> dict[str, float]:
    """A warm conversion in milliseconds of the processor, the start of the program, and a paper's size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fonts = folder / ".local" / "share" / "fonts"
        fonts.mkdir(parents=True)
        for file in (ROOT / "resources" / "fonts").glob("*.ttf"):
            shutil.copy(file, fonts)
        for number, values in enumerate(papers(1 + MORE)):
            (folder / f"{number}.fodt").write_text(filled(values), "utf-8")
        work(folder, 1)  # makes the profile and reads the fonts
        one = work(folder, 1)
        many = work(folder, 1 + MORE)
        size = (folder / "0.pdf").stat().st_size
    warm = (many - one) / MORE * 1000
    return {"warm_ms": round(warm, 1), "start_ms": round(one * 1000), "kb": round(size / 1024)}


if __name__ == "__main__":
    print(json.dumps(measured()))
