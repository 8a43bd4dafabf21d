"""Electronic seals: off by default, under lock (keepers, password) and log, pressed into the frozen bytes (CAP-89)."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from tests.fixtures_office import NOON
from tests.services.test_main_job import DECISION, complaint

from desk.domain.errors import DeskError, Forbidden
from desk.services import (
    cases,
    intake,
    issued_papers,
    notices,
    seal_images,
    seals,
    stepping,
    users,
)
from desk.services.office import open_office
from desk.store import audit

SEAL, PASSWORD = "单位印章", "印章-口令-7"


def scan(ground=(250, 248, 244)):
    """A red ring of 600 points with a bar across, on paper that is not quite white."""
    image = Image.new("RGB", (760, 760), ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((80, 80, 680, 680), outline=(216, 30, 40), width=24)
    pen.rectangle((200, 360, 560, 400), fill=(216, 30, 40))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def ready(market_office):
    """An accepted complaint; the head keeps the office's seal as a picture, with a password."""
    office = market_office
    head, administrator = office.viewer("head"), office.viewer("administrator")
    number = intake.register(office, office.viewer("counter"), complaint()).case.number
    stepping.act(office, head, number, "accept", DECISION)
    users.set_password(office, administrator, "head", PASSWORD)
    seal_images.add(office, administrator, SEAL, scan(), width=42, keepers=["head"])
    return office, head, number


def acts(office, *names):
    with office.store.reading() as tx:
        return audit.records(tx, acts=names, limit=20)


def test_there_is_no_electronic_seal_until_somebody_puts_one_in(market_office):
    head = market_office.viewer("head")
    number = intake.register(market_office, market_office.viewer("counter"), complaint()).case.number
    stepping.act(market_office, head, number, "accept", DECISION)

    assert notices.preview(market_office, head, number, "acceptance").seal == ""
    with pytest.raises(DeskError) as refusal:
        notices.issue(market_office, head, number, "acceptance", seal_password="x")
    assert refusal.value.code == "no_seal_image"


def test_a_sealed_decision_is_frozen_with_its_seal_and_reprinted_byte_for_byte(ready):
    office, head, number = ready

    printed = notices.issue(office, head, number, "acceptance", seal_password=PASSWORD)

    assert b"/Subtype /Image" in printed.data
    assert b"/SMask" not in printed.data
    assert len(printed.data) <= 120 * 1024
    assert issued_papers.reprint(office, head, printed.paper_id).data == printed.data


def test_without_the_seal_the_same_paper_bears_no_picture(ready):
    office, head, number = ready

    assert b"/Subtype /Image" not in notices.issue(office, head, number, "acceptance").data


def test_a_preview_never_shows_the_seal_only_that_it_may_be_pressed(ready):
    office, head, number = ready

    shown = notices.preview(office, head, number, "acceptance")

    assert shown.seal == SEAL
    assert b"/Subtype /Image" not in shown.data
    assert notices.preview(office, office.viewer("officer"), number, "acceptance").seal == ""


def test_each_use_is_on_record_with_paper_person_and_seal(ready):
    office, head, number = ready

    printed = notices.issue(office, head, number, "acceptance", seal_password=PASSWORD)

    (row,) = acts(office, "seal_image")
    assert (row.by, row.paper_id, row.about) == ("head", printed.paper_id, f"{printed.number} {SEAL}")
    (sealing,) = seals.sealings(cases.show(office, head, number).case, printed.paper_id)
    assert (sealing.seal, sealing.by, sealing.at) == (f"{SEAL}（电子）", "head", NOON)
    assert seals.waiting(office.rulebook, cases.show(office, head, number)) == ()


@pytest.mark.parametrize("who", ["counter", "officer", "mediator"])
def test_whoever_is_no_keeper_is_refused_whatever_the_password(ready, who):
    office, _, number = ready
    users.set_password(office, office.viewer("administrator"), who, PASSWORD)

    with pytest.raises(Forbidden) as refusal:
        notices.issue(office, office.viewer(who), number, "acceptance", seal_password=PASSWORD)

    assert refusal.value.code == "not_keeper"
    assert "保管人" in refusal.value.message + refusal.value.hint
    assert cases.show(office, office.viewer("head"), number).papers == ()
    (row,) = acts(office, "seal_image_refused")
    assert (row.by, row.about) == (who, f"{SEAL} not_keeper")


def test_a_wrong_password_is_refused_in_chinese_on_record_and_nothing_is_issued(ready):
    office, head, number = ready

    with pytest.raises(DeskError) as refusal:
        notices.issue(office, head, number, "acceptance", seal_password="猜的")

    assert (refusal.value.code, refusal.value.field) == ("bad_password", "password")
    assert "口令不对" in refusal.value.message
    assert refusal.value.hint
    assert cases.show(office, head, number).papers == ()
    assert [row.about for row in acts(office, "seal_image_refused")] == [f"{SEAL} bad_password"]


def test_wrong_passwords_make_the_keeper_wait(ready):
    office, head, number = ready
    for _ in range(3):
        with pytest.raises(DeskError):
            notices.issue(office, head, number, "acceptance", seal_password="猜的")

    with pytest.raises(DeskError) as refusal:
        notices.issue(office, head, number, "acceptance", seal_password=PASSWORD)

    assert refusal.value.code == "locked"


def test_a_role_may_keep_a_seal_and_a_keeper_no_longer_named_may_not(ready):
    office, head, number = ready
    administrator = office.viewer("administrator")
    seal_images.entrust(office, administrator, SEAL, roles=["supervisor"])
    assert notices.preview(office, head, number, "acceptance").seal == ""

    seal_images.entrust(office, administrator, SEAL, roles=["head"])

    assert notices.preview(office, head, number, "acceptance").seal == SEAL
    assert [row.about for row in acts(office, "seal_image_keepers")] == [
        f"{SEAL}：head",
        f"{SEAL}：supervisor",
    ]


def test_only_who_may_configure_puts_in_entrusts_or_removes_a_seal(ready):
    office, head, _ = ready

    for deed in (
        lambda: seal_images.add(office, head, SEAL, scan(), keepers=["head"]),
        lambda: seal_images.entrust(office, head, SEAL, keepers=["head"]),
        lambda: seal_images.remove(office, head, SEAL),
    ):
        with pytest.raises(Forbidden):
            deed()


def test_a_removed_seal_can_no_longer_be_pressed_and_the_sealed_paper_stays(ready):
    office, head, number = ready
    printed = notices.issue(office, head, number, "acceptance", seal_password=PASSWORD)

    seal_images.remove(office, office.viewer("administrator"), SEAL)

    assert seal_images.listed(office, office.viewer("administrator")) == ()
    assert issued_papers.reprint(office, head, printed.paper_id).data == printed.data


@pytest.mark.parametrize(
    ("data", "width", "words"),
    [
        (b"%PDF-1.4", 42, "不是能用的图片"),
        (b"", 42, "不是能用的图片"),
        (scan()[:400], 42, "不是能用的图片"),
        (b"\x89PNG" + bytes(6 * 1024 * 1024), 42, "超过 5 MB"),
        (scan(), 4, "宽度"),
        (scan(), 400, "宽度"),
    ],
)
def test_what_is_no_seal_is_refused_in_words(ready, data, width, words):
    office = ready[0]

    with pytest.raises(DeskError) as refusal:
        seal_images.add(office, office.viewer("administrator"), SEAL, data, width=width, keepers=["head"])

    assert words in refusal.value.message
    assert refusal.value.hint


def test_a_seal_that_no_paper_bears_or_that_nobody_keeps_is_refused(ready):
    office, administrator = ready[0], ready[0].viewer("administrator")

    for name, keepers, code in (
        ("财务章", ["head"], "no_seal"),
        (SEAL, [], "missing"),
        (SEAL, ["x"], "no_user"),
    ):
        with pytest.raises(DeskError) as refusal:
            seal_images.add(office, administrator, name, scan(), keepers=keepers)
        assert refusal.value.code == code


def test_the_picture_never_lies_unencrypted_in_a_file(ready, tmp_path):
    """Files opened for writing while the seal is put in and pressed: the store's own alone, and none holds the picture."""
    office, head, number = ready
    written: set[str] = set()

    def watch(event, args):
        if (
            event == "open"
            and isinstance(args[0], str)
            and any(mark in str(args[1] or "") for mark in "wxa+")
        ):
            written.add(args[0])

    sys.addaudithook(watch)
    seal_images.add(office, office.viewer("administrator"), SEAL, scan(), keepers=["head"])
    with office.store.reading() as tx:
        from desk.store import seal_images as kept

        picture = kept.picture(tx, SEAL).data
    notices.issue(office, head, number, "acceptance", seal_password=PASSWORD)

    assert [name for name in written if Path(name).resolve().is_relative_to(tmp_path.parent) is False] == []
    for file in (one for one in Path(office.home).rglob("*") if one.is_file()):
        data = file.read_bytes()
        assert picture not in data
        assert b"IHDR" not in data


def test_the_same_scan_makes_the_same_bytes_and_paper_white_is_no_ink():
    from desk.paper.seal_scan import prepared

    first, second = prepared(scan(), 42), prepared(scan(), 42)

    assert first == second
    assert (first.width, round(first.height, 1)) == (42, 42.0)
    with Image.open(io.BytesIO(first.data)) as image:
        assert image.getpixel((image.width // 2, image.height // 4)) == (255, 255, 255)
        assert image.width == round(42 / 25.4 * 300)


def test_a_real_office_keeps_the_seal_over_a_restart(ready):
    office, _, number = ready
    if office.store.path is None:
        pytest.skip("a file is opened again; a server's rows are the same rows")
    home = office.home
    office.close()

    again = open_office(home, now=NOON)
    try:
        assert (
            b"/Subtype /Image"
            in notices.issue(again, again.viewer("head"), number, "acceptance", seal_password=PASSWORD).data
        )
    finally:
        again.close()
