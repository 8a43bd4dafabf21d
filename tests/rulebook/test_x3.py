"""What a counter needs every day and the manuals do not ask: laid over each of them, without asking anything twice."""

import pytest

from desk.rulebook.loading import load, shipped

ASKED = (
    "queue_number", "outside.source", "outside.number", "outside.due", "outside.return_by", "post.number",
    "post.stamped_on", "pad_number", "complainants", "help_given", "proofread", "witness", "unsigned_reason",
)  # fmt: skip


@pytest.mark.parametrize("id_", shipped())
def test_every_manual_asks_what_a_counter_needs(id_: str) -> None:
    fields = [field.id for field in load(f"{id_}+X3").fields]

    assert [asked for asked in ASKED if asked not in fields] == []


@pytest.mark.parametrize("id_", shipped())
def test_what_the_manual_asks_already_stays_as_the_manual_asks_it(id_: str) -> None:
    bare, laid = load(id_), load(f"{id_}+X3")
    own = {field.id for field in bare.fields}

    assert [field for field in laid.fields if field.id in own] == list(bare.fields)


@pytest.mark.parametrize("id_", shipped())
def test_the_first_screen_is_no_longer_than_before(id_: str) -> None:
    bare, laid = load(id_), load(f"{id_}+X3")

    assert [f.id for f in laid.fields if f.first] == [f.id for f in bare.fields if f.first]


@pytest.mark.parametrize("id_", shipped())
def test_every_office_can_say_who_speaks_and_hand_out_a_receipt(id_: str) -> None:
    bare, laid = load(id_), load(f"{id_}+X3")

    assert any(field.id == "speaker" for field in laid.fields)
    assert laid.representations == bare.representations or not bare.representations
    assert len(laid.representations) >= 1
    assert [paper.layout for paper in laid.papers if paper.nature == "receipt"] != []


def test_a_receipt_of_a_manual_without_one_says_received_and_not_accepted(tmp_path) -> None:
    from tests.capabilities.counter import take_in
    from tests.services.test_main_job import text_of

    from desk.services import notices
    from desk.services.setting_up import init_office

    office = init_office(tmp_path / "office", rulebook="R05+X3", name="某处", practice=True)
    clerk = next(user.id for user in office.users() if office.viewer(user.id).may("register"))
    number = take_in(office, clerk, channel=office.rulebook.channels[0].id).case.number

    said = text_of(notices.issue(office, office.viewer(clerk), number, "receipt"))
    office.close()

    assert "收到并登记" in said
    assert "受理" not in said.replace("举报受理人员", "")  # the clerk's own title


@pytest.mark.parametrize("id_", shipped())
def test_a_date_that_came_from_outside_runs_out_once(id_: str) -> None:
    book = load(f"{id_}+X3")

    limits = [str(clock.limit) for clock in book.clocks]
    runs = [one for one in book.clocks if "outside.due" in (one.when or "")]
    assert len(runs) == 1, limits
