"""All work of somebody who leaves goes to a colleague in one act."""

from dataclasses import replace

import pytest
from tests.fixtures_office import make_office
from tests.services.rights_scene import ANYBODY, matter, person

from desk.domain.errors import DeskError
from desk.services import cases, conflicts, dispatches, handing_on, intake, stepping, users
from desk.store import audit

TOOK_IN, HANDLED, ACTED, ENDED, OTHERS = range(5)


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    admin = opened.viewer("administrator")
    users.add(opened, admin, id_="leaver", name="张离岗", role="officer")
    users.add(opened, admin, id_="taker", name="李接手", role="officer")
    users.add(opened, admin, id_="third", name="王第三", role="officer")
    yield opened
    opened.close()


@pytest.fixture
def numbers(office):
    """A case taken in by who leaves; handled; last acted on; ended; and one of somebody else's."""
    leaver = office.viewer("leaver")

    def taken_in(viewer):
        return intake.register(office, viewer, matter(office, "complaint", *person())).case.number

    found = [taken_in(leaver), *(taken_in(ANYBODY) for _ in range(2)), taken_in(leaver), taken_in(ANYBODY)]
    stepping.act(office, ANYBODY, found[HANDLED], "assign", {"department": "本单位", "handler": "张离岗"})
    stepping.act(office, leaver, found[ACTED], "review")
    stepping.act(office, leaver, found[ENDED], "withdraw")
    return found


def hand_on(office, giver="leaver", taker="taker", reason="调离本岗位", by="head"):
    return handing_on.hand_on(office, office.viewer(by), giver, taker, reason)


def held_by(office, name):
    return {
        one.case.number: one.how for one in dispatches.left_behind(office, ANYBODY) if one.user.name == name
    }


def test_open_work_goes_to_the_taker_and_nothing_else_does(office, numbers) -> None:
    passed = hand_on(office)

    assert passed.numbers == (numbers[TOOK_IN], numbers[HANDLED], numbers[ACTED])
    shown = [cases.show(office, ANYBODY, number).case for number in numbers]
    assert shown[HANDLED].values["handler"] == "李接手"
    assert shown[TOOK_IN].first_receiver == "leaver"  # 首问责任 stays fixed (CAP-64)
    assert [case.timeline[-1].step for case in shown[:3]] == ["passed:leaver:taker"] * 3
    assert "承办人" in shown[HANDLED].timeline[-1].note
    assert not any(entry.step.startswith("passed:") for case in shown[3:] for entry in case.timeline)


def test_what_was_handed_on_is_left_behind_no_more_until_the_taker_leaves(office, numbers) -> None:
    users.change(office, office.viewer("administrator"), "leaver", active=False)
    before = held_by(office, "张离岗")
    hand_on(office)
    after = held_by(office, "张离岗")

    users.change(office, office.viewer("administrator"), "taker", active=False)

    assert before == {
        numbers[TOOK_IN]: ("首问责任人",),
        numbers[HANDLED]: ("承办人",),
        numbers[ACTED]: ("最近经办",),
    }
    assert after == {}
    assert held_by(office, "李接手") == {
        numbers[TOOK_IN]: ("接手人",), numbers[HANDLED]: ("承办人", "接手人"), numbers[ACTED]: ("接手人",),
    }  # fmt: skip
    assert hand_on(office, "taker", "third").numbers == (numbers[TOOK_IN], numbers[HANDLED], numbers[ACTED])
    assert held_by(office, "李接手") == {}


def test_each_case_has_its_row_in_the_audit(office, numbers) -> None:
    hand_on(office)

    with office.store.reading() as tx:
        rows = [one for one in audit.records(tx, limit=10) if one.act == "hand_on"]
    assert [(one.by, one.about) for one in reversed(rows)] == [
        ("head", f"{number} leaver taker") for number in numbers[:3]
    ]


def test_a_case_that_the_taker_must_not_know_of_stays_and_is_named(office, numbers) -> None:
    conflicts.keep_from(office, ANYBODY, numbers[HANDLED], "taker", "被投诉人是其亲属")

    passed = hand_on(office)

    assert (passed.numbers, passed.held_back) == ((numbers[TOOK_IN], numbers[ACTED]), (numbers[HANDLED],))
    assert cases.show(office, ANYBODY, numbers[HANDLED]).case.values["handler"] == "张离岗"


def test_a_case_that_must_not_exist_for_who_hands_on_is_neither_moved_nor_named(office, numbers) -> None:
    conflicts.keep_from(office, ANYBODY, numbers[HANDLED], "head", "被投诉人是其亲属")

    passed = hand_on(office)

    assert numbers[HANDLED] not in (*passed.numbers, *passed.held_back)


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [({"taker": "leaver"}, "same", "taker"), ({"taker": "nobody"}, "no_user", "taker"), ({"taker": ""}, "no_user", "taker"),
     ({"taker": "administrator"}, "no_right", "taker"), ({"reason": " "}, "missing", "reason"),
     ({"giver": "third"}, "nothing", "giver"), ({"by": "officer"}, "forbidden", "")],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_moved(office, numbers, given, code, field) -> None:
    with pytest.raises(DeskError) as told:
        hand_on(office, **given)

    assert (told.value.code, told.value.field) == (code, field)
    assert not any(
        entry.step.startswith("passed:")
        for number in numbers
        for entry in cases.show(office, ANYBODY, number).case.timeline
    )


def test_nobody_takes_over_who_has_left(office, numbers) -> None:
    users.change(office, office.viewer("administrator"), "taker", active=False)

    with pytest.raises(DeskError, match="已经离岗"):
        hand_on(office)


def test_a_sealed_case_is_handed_on_and_names_nobody(office) -> None:
    name, phone = person()
    leaver = replace(ANYBODY, user="leaver")
    number = intake.register(office, leaver, matter(office, "report", name, phone)).case.number

    hand_on(office)

    with office.store.reading() as tx:
        told = str(audit.records(tx, limit=5))
    assert (number in told, name in told, phone in told) == (True, False, False)
