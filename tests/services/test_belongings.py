"""Files, related cases, split matters, and the identity behind a sealed one."""

from datetime import timedelta

import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.test_main_job import complaint

from desk.domain.draft import Draft
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import attachments, cases, conflicts, intake, links, looks
from desk.store import audit

PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF picture"
"""What a camera writes, as far as its kind is told by it."""


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def registered(office, draft=None):
    return intake.register(office, office.viewer("counter"), draft or complaint()).case.number


def report(office):
    asked = {field.id for field in office.rulebook.fields_at("register", "report", "window")}
    values = {
        **complaint().values,
        "complainant.name": "匿名线人",
        "complainant.phone": "13900139000",
        "summary": "无照经营",
    }
    return Draft(
        kind="report",
        channel="window",
        received_at=NOON,
        values={k: v for k, v in values.items() if k in asked},
    )


def acts(office):
    with office.store.reading() as tx:
        return [record.act for record in audit.records(tx)]


def test_a_file_is_kept_with_the_case_byte_by_byte(office, tmp_path):
    number, photo = registered(office), tmp_path / "小票.jpg"
    photo.write_bytes(PHOTO)
    attachments.attach(office, office.viewer("officer"), number, photo)

    [kept] = attachments.attached(office, office.viewer("officer"), number)

    assert (kept.name, kept.size) == ("小票.jpg", len(PHOTO))
    assert attachments.contents(office, office.viewer("officer"), kept.id) == PHOTO
    assert {"attach", "attachment_look"} <= set(acts(office))


@pytest.mark.parametrize("name", ["a.exe", "照片.jpg.lnk", "x\u202egpj.exe"])
def test_what_could_run_is_not_taken_in(office, tmp_path, name):
    number, file = registered(office), tmp_path / name
    file.write_bytes(b"MZ")

    with pytest.raises(DeskError):
        attachments.attach(office, office.viewer("officer"), number, file)


def test_two_cases_are_linked_and_parted_again(office):
    one, two = registered(office), registered(office)
    officer = office.viewer("officer")

    links.link(office, officer, two, one, "repeats")
    assert [(r.number, r.kind) for r in links.related(office, officer, one)] == [(two, "repeats")]
    links.unlink(office, officer, two, one, "repeats")

    assert links.related(office, officer, one) == ()


def test_a_mixed_matter_is_split_into_a_case_of_the_other_kind_with_its_own_number(office):
    # 总局令121号 art. 9: complaint and report are handled separately.
    number = registered(office)

    done = links.split(office, office.viewer("counter"), number, "report", {"summary": "涉嫌无照经营"})

    assert done.case.case.kind == "report"
    assert done.case.number != number
    assert [r.kind for r in links.related(office, office.viewer("counter"), number)] == ["split_from"]


def test_a_sealed_identity_opens_only_by_another_persons_grant_and_only_for_a_quarter_of_an_hour(office):
    number = registered(office, report(office))
    officer, head = office.viewer("officer"), office.viewer("head")
    with pytest.raises(Forbidden):
        looks.look(office, officer, number)

    request = looks.ask(office, officer, number, "核对举报人联系方式")
    looks.decide(office, head, request, granted=True)
    seen = looks.look(office, officer, number)
    office.clock = lambda: NOON + timedelta(minutes=16)

    assert seen["complainant.name"] == "匿名线人"
    with pytest.raises(Forbidden):
        looks.look(office, officer, number)
    assert {"look_asked", "look_granted", "look"} <= set(acts(office))


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_request_without_a_reason_is_refused(office, reason):
    with pytest.raises(DeskError):
        looks.ask(office, office.viewer("officer"), registered(office, report(office)), reason)


def test_nobody_grants_their_own_request(office):
    number = registered(office, report(office))
    request = looks.ask(office, office.viewer("head"), number, "需要核实")

    with pytest.raises(Forbidden):
        looks.decide(office, office.viewer("head"), request, granted=True)


def test_a_case_kept_from_a_colleague_does_not_exist_for_them(office):
    number = registered(office)
    concerned = office.viewer("officer")

    conflicts.keep_from(office, office.viewer("head"), number, concerned.user, "被投诉人是其亲属")

    for ask in (cases.show, attachments.attached, links.related):
        with pytest.raises(NotFound):
            ask(office, concerned, number)
    assert cases.count(office, concerned).n == 0
