"""A new phone or address after registration, and what a relative brings: with its reason, the old kept, masked by right."""

import pytest
from tests.fixtures_office import make_office
from tests.services.rights_scene import ANYBODY, matter, person

from desk.domain.errors import DeskError, Forbidden
from desk.services import cases, contact_changes, intake, searching


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def taken_in(office, phone: str) -> str:
    return intake.register(office, ANYBODY, matter(office, "complaint", person()[0], phone)).case.number


def test_a_new_phone_holds_from_now_on_and_the_old_one_stays_masked_by_right(office) -> None:
    number, officer = taken_in(office, "13812345678"), office.viewer("officer")

    view = contact_changes.change(
        office, officer, number, {"complainant.phone": "139 0013 9777"}, reason="本人来电换号"
    )

    assert view.case.values["complainant.phone"] == "13900139777"
    assert (view.case.timeline[-1].step, view.case.timeline[-1].note) == ("contact_changed", "本人来电换号")
    [plain] = contact_changes.former(office, officer, number)
    [masked] = contact_changes.former(office, office.viewer("administrator"), number)
    assert (plain.title, plain.old, plain.reason) == ("联系电话", "13812345678", "本人来电换号")
    assert "1234" not in masked.old
    assert [row.number for row in searching.find(office, officer, "13900139777").rows] == [number]


def test_what_a_relative_brings_is_on_record_with_who_brought_it(office) -> None:
    number = taken_in(office, "13812345678")

    view = contact_changes.change(
        office, ANYBODY, number, reason="本人住院", brought="发票复印件 2 张", brought_by="王五（丈夫）"
    )

    entry = view.case.timeline[-1]
    assert entry.note == "补充：发票复印件 2 张；本人住院"
    assert entry.values["told_to"] == "王五（丈夫）"
    assert contact_changes.former(office, ANYBODY, number) == ()


@pytest.mark.parametrize(
    ("given", "reason", "field"),
    [
        ({}, "换号", "complainant.phone"),
        ({"complainant.phone": "139****9777"}, "换号", "complainant.phone"),
        ({"complainant.name": "别人"}, "换人", "complainant.name"),
        ({"complainant.phone": "13900139777"}, " ", "reason"),
        ({"complainant.phone": "13812345678"}, "没变", "complainant.phone"),
    ],
)
def test_nothing_new_a_mask_another_fact_and_no_reason_are_refused_at_their_field(
    office, given, reason, field
) -> None:
    number = taken_in(office, "13812345678")
    with pytest.raises(DeskError) as refused:
        contact_changes.change(office, ANYBODY, number, given, reason=reason)
    assert refused.value.field == field
    assert cases.show(office, ANYBODY, number).case.values["complainant.phone"] == "13812345678"


def test_who_only_looks_may_not_change_it(office) -> None:
    with pytest.raises(Forbidden):
        contact_changes.change(
            office, office.viewer("supervisor"), taken_in(office, "13812345678"), reason="换号"
        )
