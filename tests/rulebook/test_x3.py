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
