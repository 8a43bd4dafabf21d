"""Hidden identities: a request, a reason, a second person, a quarter of an hour, and a record of every look."""

from datetime import timedelta

import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.rights_scene import ANYBODY, matter, said

from desk.domain.errors import DeskError, Forbidden
from desk.services import attachments, cases, conflicts, intake, looks, settings, users

NAME, PHONE = "诸葛云长", "13900001234"


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def number(office) -> str:
    return intake.register(office, ANYBODY, matter(office, "report", NAME, PHONE)).case.number


def opened_for(office, number, user="officer") -> int:
    request = looks.ask(office, office.viewer(user), number, "核实举报内容")
    looks.decide(office, office.viewer("head"), request, granted=True)
    return request


def refused(office, number, user="officer") -> bool:
    try:
        found = looks.look(office, office.viewer(user), number)
    except DeskError:
        return NAME not in said(cases.show(office, office.viewer(user), number))
    return NAME not in str(found)


def test_five_ways_that_do_not_open_an_identity(office, number) -> None:
    head, officer = office.viewer("head"), office.viewer("officer")
    other = intake.register(office, ANYBODY, matter(office, "report", "公孙大娘", "13900005678")).case.number

    with pytest.raises(DeskError, match="理由"):
        looks.ask(office, officer, number, " ")
    own = looks.ask(office, head, number, "想看")
    with pytest.raises(Forbidden, match="自己"):
        looks.decide(office, head, own, granted=True, note="急")
    opened_for(office, other)
    of_another_case = refused(office, number)
    opened_for(office, number)
    looks.close(office, officer, number)
    closed = refused(office, number)
    opened_for(office, number)
    office.clock = lambda: NOON + timedelta(minutes=15)

    assert (of_another_case, closed, refused(office, number)) == (True, True, True)


def test_control_for_a_quarter_of_an_hour_it_is_open(office, number) -> None:
    opened_for(office, number)
    office.clock = lambda: NOON + timedelta(minutes=14, seconds=59)

    assert not refused(office, number)
    assert refused(office, number, "head")


def test_what_is_not_open_cannot_be_closed(office, number) -> None:
    with pytest.raises(DeskError, match="没有对您开放"):
        looks.close(office, office.viewer("officer"), number)


def test_the_record_tells_who_asked_granted_and_looked_and_names_nobody(office, number, tmp_path) -> None:
    photo = tmp_path / f"{NAME}.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 20)
    attachments.attach(office, ANYBODY, number, photo)
    opened_for(office, number)
    looks.look(office, office.viewer("officer"), number)
    [file] = attachments.attached(office, office.viewer("officer"), number)
    attachments.contents(office, office.viewer("officer"), file.id)

    found = looks.record(office, office.viewer("supervisor"))

    assert [(one.words, one.who) for one in found] == [
        ("取出附件", "承办人员"), ("查看身份", "承办人员"), ("批准查看", "部门负责人"), ("申请查看", "承办人员"),
    ]  # fmt: skip
    assert {one.number for one in found} == {number}
    assert found[-1].reason == "核实举报内容"
    assert NAME not in said(found)


def test_of_a_case_that_is_kept_from_the_superior_the_record_says_nothing(office, number) -> None:
    opened_for(office, number)
    conflicts.keep_from(office, office.viewer("supervisor"), number, "head", "被举报人是其近亲属")

    assert looks.record(office, office.viewer("head")) == ()
    assert len(looks.record(office, office.viewer("supervisor"))) == 2


def test_where_one_person_works_alone_the_reason_opens_it_and_the_look_waits_for_review(
    office, number
) -> None:
    admin = office.viewer("administrator")
    for user in ("counter", "officer", "mediator", "supervisor"):
        users.change(office, admin, user, active=False)
    with office.store.writing() as tx:
        from desk.store import users as rows

        rows.change(tx, next(user for user in office.users() if user.id == "administrator").__class__(
            id="administrator", name="系统管理员", role="administrator", active=False))  # fmt: skip
    office.forget_users()
    head = office.viewer("head")

    request = looks.ask(office, head, number, "独自值班，核实线索")
    opened = not refused(office, number, "head")
    [granted] = [one for one in looks.record(office, head) if one.act == "look_granted"]

    assert (opened, granted.to_review, granted.reason) == (True, True, "独自值班，核实线索")
    with pytest.raises(Forbidden, match="自己"):
        looks.review(office, head, request)
    looks.review(office, ANYBODY, request)
    [after] = [one for one in looks.record(office, head) if one.act == "look_granted"]
    assert (after.to_review, after.reviewed_by) == (False, "colleague")


def test_what_a_second_person_granted_needs_no_review(office, number) -> None:
    with pytest.raises(DeskError, match="不需要复核"):
        looks.review(office, office.viewer("supervisor"), opened_for(office, number))


@pytest.mark.parametrize(
    ("strength", "name", "phone"),
    [
        ("light", "诸葛*长", "139****1234"),
        ("normal", "诸葛**", "139****1234"),
        ("strong", "***", "*********34"),
    ],
)
def test_masks_hide_as_much_as_the_office_has_set(office, strength, name, phone) -> None:
    number = intake.register(office, ANYBODY, matter(office, "complaint", NAME, PHONE)).case.number
    admin = office.viewer("administrator")
    settings.change(office, admin, {"mask.strength": strength})

    values = cases.show(office, admin, number).case.values
    [row] = cases.page(office, admin)

    assert (values["complainant.name"], values["complainant.phone"]) == (name, phone)
    assert (row.complainant, row.phone) == (name, phone)


def test_an_unknown_strength_is_refused(office) -> None:
    with pytest.raises(DeskError, match="遮盖程度"):
        settings.change(office, office.viewer("administrator"), {"mask.strength": "none"})
