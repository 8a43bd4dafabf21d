"""Papers before an independent checker: Apache PDFBox Preflight, which knows PDF/A-1b and nothing of our code.

PDF/A-2b, which our files declare, allows all that 1b allows (ISO 19005-2, 1), so the very same bytes are checked under the
older part's label. Debian has the checker as libpdfbox2-java, with libactivation-java and libjaxb-api-java; elsewhere this is skipped.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from tests.fixtures_office import make_office
from tests.paper.papers import WORDS
from tests.paper.test_archive import stock
from tests.paper.test_catalogue import filled
from tests.paper.test_registers import register
from tests.services.rights_scene import ANYBODY, matter, person

from desk.domain.notice import compose
from desk.paper.drawing import draw, draw_many
from desk.paper.registers import draw_table
from desk.paper.seal_scan import prepared
from desk.paths import resource
from desk.rulebook.layout import Layout, load_layout
from desk.rulebook.loading import load
from desk.services import attachments, case_file, intake, notices
from desk.services.seal_images import Pressing, pressed

JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api")
]  # fmt: skip
HERE = bool(shutil.which("java")) and all(jar.is_file() for jar in JARS)
RESULT = re.compile(r'<preflight name="([^"]+)">(.*?)</preflight>', re.DOTALL)
DETAILS = re.compile(r"<code>([^<]*)</code>\s*<details>([^<]*)</details>")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not HERE, reason="Apache PDFBox Preflight is not installed here"),
]


def judged(folder: Path, files: dict[str, bytes]) -> dict[str, list[tuple[str, str]]]:
    """What the checker finds in each file, as (its code, its words); nothing in a good one."""
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data.replace(b"<pdfaid:part>2", b"<pdfaid:part>1"))
    listed = folder / "list"
    listed.write_text("\n".join(str(folder / f"{name}.pdf") for name in files), "utf-8")
    words = ["java", "-cp", ":".join(map(str, JARS)), "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", str(listed)]  # fmt: skip
    subprocess.run(words, capture_output=True, check=False, timeout=600)
    found = {
        name.removesuffix(".pdf"): DETAILS.findall(body) if "true</isValid>" not in body else []
        for name, body in RESULT.findall((folder / "list.preflight.xml").read_text("utf-8"))
    }
    assert found.keys() == files.keys(), "the checker said nothing of some file"
    return found


def layouts() -> Iterator[tuple[str, Layout]]:
    """Every form: those of each manual in its own house style, those of the overlays, those that every office has."""
    for path in sorted(resource("rulebooks").iterdir()):
        yield from ((f"{path.name} {name}", layout) for name, layout in load(path.name).layouts.items())
    for path in sorted(resource("overlays").glob("*/forms/*.toml")):
        yield f"{path.parts[-3]} {path.stem}", load_layout(path)
    for path in sorted(resource("layouts").glob("*.toml")):
        yield path.stem, load_layout(path)


def test_every_form_of_every_manual_empty_and_filled_passes(tmp_path: Path) -> None:
    files = {}
    for name, layout in layouts():
        files[f"{name} empty"] = draw(compose(layout, {}, practice=True)).data
        files[f"{name} filled"] = draw(compose(layout, filled(layout), code="某﹝2026﹞1号 ABCDEFGH")).data  # type: ignore[arg-type]

    found = judged(tmp_path, files)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_copies_registers_seals_and_rare_names_pass(tmp_path: Path) -> None:
    layout = load("R15").layouts["acceptance"]
    document = compose(layout, {**WORDS, "complainant.name": "㐱𠮷𬎆𱁬王"})
    scan = io.BytesIO()
    picture = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(picture).ellipse((20, 20, 380, 380), outline="red", width=12)
    picture.save(scan, "PNG")
    files = {
        "copies": draw_many([document] * 3).data,
        "sealed": draw_many(pressed([document], Pressing("印章", prepared(scan.getvalue(), 42)))).data,
        "register": draw_table(register(60)).data,
    }

    assert {name: faults for name, faults in judged(tmp_path, files).items() if faults} == {}


def test_a_whole_file_of_our_papers_and_pictures_passes_and_one_with_a_foreign_pdf_claims_nothing(
    tmp_path: Path,
) -> None:
    office = make_office(tmp_path / "office", "R15")
    number = intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number
    receipt = notices.issue(office, ANYBODY, number, "receipt")
    notices.issue(office, ANYBODY, number, "complaint_form")
    photo = io.BytesIO()
    Image.new("RGB", (400, 300), (90, 120, 40)).save(photo, "JPEG")
    attachments.attach_made(office, ANYBODY, number, "现场.jpg", photo.getvalue())
    own = case_file.bound(office, ANYBODY, number).printed.data
    attachments.attach_made(office, ANYBODY, number, "对方的合同.pdf", receipt.data)
    foreign = case_file.bound(office, ANYBODY, number).printed.data
    office.close()

    assert judged(tmp_path, {"own": own})["own"] == []
    assert (b"<pdfaid:part>2" in own, b"pdfaid:part>" in foreign) == (True, False)


def test_the_checker_refuses_a_stock_file_and_a_font_that_is_not_inside(tmp_path: Path) -> None:
    good = draw(compose(load("R15").layouts["acceptance"], WORDS)).data

    found = judged(tmp_path, {"stock": stock(), "no font": good.replace(b"/FontFile2", b"/FontFileX")})

    assert found["stock"]
    assert any(code.startswith("3.") for code, _ in found["no font"])
