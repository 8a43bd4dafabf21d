"""One matter of each of these manuals from the counter to the shelf, and short cuts that are refused."""

from typing import Any

import pytest
from tests.rulebook.test_ways import Act, opened, walked

from desk.domain.errors import DeskError
from desk.rulebook.loading import load
from desk.rulebook.model import find

MANUALS = ("R03",)

WAYS: list[tuple[str, str, str, str, dict[str, Any], list[Act], str]] = [
    (
        "R03", "report", "phone", "drug_use", {"major_case": True},
        [
            ("accept", "acceptor", {"handling": "transfer"}),
            ("transfer", "officer", {"counterpart": "市局", "department": "city"}),
            ("review", "officer", {"urged": "看了调查材料"}),
            ("finish", "unit", {"result": "已查处"}),
            ("feed_back", "acceptor", {"told_by": "phone"}),
            ("visit", "acceptor", {"satisfied": True}),
        ],
        "closed",
    ),
    (
        "R03", "ad_filing", "applied", "ad_drug", {"complainant.name": "某药厂"},
        [("ad_first_pass", "ad_first", {}), ("ad_second_pass", "ad_second", {}), ("ad_approve", "ad_approver", {})],
        "ad_approved",
    ),
    (
        "R03", "ad_violation", "city_monitor", "ad_device", {"own_firm": True},
        [
            ("ad_warn", "head", {"correction": "责令停止发布"}),
            ("ad_hand_over", "monitor", {"counterpart": "工商部门"}),
            ("ad_announce", "officer", {"announcement": "第3期"}),
            ("ad_close", "officer", {}),
        ],
        "ad_handled",
    ),
]  # fmt: skip

SHORT_CUTS: list[tuple[str, str, str, str, dict[str, Any], list[Act], str]] = [
    (
        "R03", "report", "phone", "drug_use", {},
        [("accept", "acceptor", {"handling": "own"}), ("transfer", "officer", {"counterpart": "市局"})], "承办部门",
    ),
    ("R03", "ad_violation", "city_monitor", "ad_drug", {}, [("ad_close", "officer", {})], "须先完成“移送”"),
    ("R03", "ad_filing", "applied", "ad_drug", {}, [("ad_approve", "ad_approver", {})], "待初审"),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "kind", "channel", "category", "values", "acts", "ends"), WAYS)
def test_a_matter_comes_to_its_end(
    id_: str, kind: str, channel: str, category: str, values: dict[str, Any], acts: list[Act], ends: str
) -> None:
    book = load(id_)
    case = opened(book, kind, channel, category, values)

    assert walked(book, case, acts).state == ends


@pytest.mark.parametrize(("id_", "kind", "channel", "category", "values", "acts", "words"), SHORT_CUTS)
def test_a_short_cut_is_refused_with_its_reason(
    id_: str, kind: str, channel: str, category: str, values: dict[str, Any], acts: list[Act], words: str
) -> None:
    book = load(id_)
    case = opened(book, kind, channel, category, values)

    with pytest.raises(DeskError, match=words):
        walked(book, case, acts)


@pytest.mark.parametrize("id_", MANUALS)
def test_every_entry_cites_its_line_or_says_that_the_manual_is_silent(id_: str) -> None:
    book = load(id_)
    entries: list[Any] = [
        *book.channels, *book.kinds, *book.departments, *book.categories, *book.routes, *book.scales, *book.roles,
        *book.states, *book.steps, *book.clocks, *book.duties, *book.series, *book.papers, *book.registers,
        *book.indicators, *book.principles, *book.scripts, *book.grounds, *book.representations, *book.repeats,
    ]  # fmt: skip

    assert [entry.id for entry in entries if not entry.source and not entry.note] == []


@pytest.mark.parametrize("id_", MANUALS)
def test_every_option_of_every_switch_gives_a_sound_rulebook(id_: str) -> None:
    for switch in load(id_).switches:
        for option in switch.options:
            assert find(load(id_, {switch.id: option}).switches, switch.id).chosen == option
