"""What was handed in and what lacks: a paper is never said to be held that nobody ticked (R04, 000:344-345)."""

import pytest
from tests.small_office import at

from desk.domain.circumstances import of_draft
from desk.domain.draft import Draft
from desk.domain.intake import settle
from desk.domain.words import fact_words
from desk.rulebook.loading import load, read_manual

LICENCES, MARKET = load(read_manual("R04")), load(read_manual("R15"))
NOW = at("2026-11-20 10:00")


def draft(rows, kind="licence"):
    return Draft(kind=kind, channel="window", received_at=NOW, values={"materials": rows})


def names(words, place):
    return [row["name"] for row in words[place]]


def test_a_paper_that_nobody_ticked_is_lacking():
    rows = ({"name": "申请书", "held": "是"}, {"name": "营业执照"})

    words = fact_words(LICENCES, {"materials": rows})

    assert names(words, "materials_held") == ["申请书"]
    assert names(words, "materials_missing") == ["营业执照"]
    assert of_draft(LICENCES, draft(rows))["lacking_materials"] == 1


def test_where_only_what_was_handed_in_is_listed_a_blank_is_held_and_no_is_not():
    # R15: the list is what the receipt says was received.
    rows = ({"name": "发票", "copies": "1"}, {"name": "合同", "held": "否"})

    words = fact_words(MARKET, {"materials": rows})

    assert names(words, "materials_held") == ["发票"]
    assert names(words, "materials_missing") == ["合同"]


@pytest.mark.parametrize(
    ("sent", "said"), [(True, "是"), (False, "否"), ("true", "是"), ("√", "是"), (0, "否")]
)
def test_yes_and_no_in_a_row_are_read_however_they_are_sent(sent, said):
    settled = settle(LICENCES, draft([{"name": "申请书", "held": sent}]), NOW)

    assert settled.draft.values["materials"] == ({"name": "申请书", "held": said},)


@pytest.mark.parametrize(("column", "sent", "code", "title"), [
    ("held", "也许", "bad_yes_no", "已具备"), ("copies", "两份", "bad_count", "复印件（份）"),
])  # fmt: skip
def test_a_cell_that_cannot_be_read_is_told_with_its_row_and_column(column, sent, code, title):
    rows = [{"name": "申请书"}, {"name": "营业执照", column: sent}]

    found = [p for p in settle(LICENCES, draft(rows), NOW).problems if p.field == "materials"]

    assert [problem.code for problem in found] == [code]
    assert f"第 2 行的{title}“{sent}”" in found[0].message
