"""The square code of a paper opens it at the counter and proves that it is ours."""

import pytest
from tests.fixtures_office import make_office
from tests.services.test_main_job import DECISION, complaint

from desk.domain.errors import DeskError
from desk.services import drawn_papers, intake, issued_papers, notices, paper_codes, stepping
from desk.store import cases as stored


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def decided(office):
    head = office.viewer("head")
    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    stepping.act(office, head, number, "accept", DECISION)
    return notices.issue(office, head, number, "acceptance")


def scanned(printed):
    import zxingcpp
    from PIL import Image

    page = next(drawn_papers.pictures(printed.data, 200))
    image = Image.frombytes("RGB", (page.width, page.height), page.pixels)
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_the_code_that_a_scanner_reads_off_the_paper_is_ours(office, decided):
    [text] = scanned(decided)

    verdict = paper_codes.check(office, office.viewer("counter"), text)

    assert (verdict.kind, verdict.paper.number) == ("ours", decided.number)
    with office.store.reading() as tx:
        assert stored.get(tx, verdict.case, office.viewer("counter")).id == verdict.paper.case_id


@pytest.mark.parametrize(
    "kept", ["0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ", " 0123456789?abcdefghijklmnopqrstuvwxyz"]
)
def test_a_scanner_that_cannot_type_chinese_is_understood(office, decided, kept):
    [text] = scanned(decided)
    typed = "".join(char for char in (text if "A" in kept else text.lower()) if char in kept)

    verdict = paper_codes.check(office, office.viewer("counter"), typed)

    assert "监" not in typed
    assert (verdict.kind, verdict.paper.number) == ("ours", decided.number)


def test_the_same_digits_with_other_letters_are_foreign(office, decided):
    [text] = scanned(decided)
    typed = "".join(char for char in text if char.isascii())
    other = typed[:-1] + ("A" if typed[-1] != "A" else "B")

    assert paper_codes.check(office, office.viewer("counter"), other).kind == "foreign"


def test_a_changed_number_is_noticed(office, decided):
    [text] = scanned(decided)

    verdict = paper_codes.check(office, office.viewer("counter"), text.replace("第1号", "第2号"))

    assert verdict.kind == "foreign"


def test_a_paper_made_void_says_so(office, decided):
    [text] = scanned(decided)
    issued_papers.void(office, office.viewer("head"), decided.paper_id, "写错收件人")

    verdict = paper_codes.check(office, office.viewer("counter"), text)

    assert (verdict.kind, "写错收件人" in verdict.words) == ("void", True)


def test_another_offices_code_is_foreign(office, decided, tmp_path):
    other = make_office(tmp_path / "other", "R04")

    verdict = paper_codes.check(other, other.viewer("acceptor"), scanned(decided)[0])

    assert verdict.kind == "foreign"
    other.close()


def test_what_is_no_code_is_told(office):
    with pytest.raises(DeskError):
        paper_codes.check(office, office.viewer("counter"), "https://example.com")
