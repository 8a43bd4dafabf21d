"""Pictures count cases and name them; window and paper draw the same value."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.small_office import at, small_rulebook

from desk.domain.pictures import (
    HOURS,
    Outline,
    Picture,
    Point,
    ageing,
    composition,
    ended_on,
    funnel,
    heat,
    pictures,
    trend,
)
from desk.domain.scene import folded, scene, text_width

RULES = small_rulebook()


def outline(
    number: str, received: str, state: str = "new", *steps: tuple[str, str], category: str = "goods"
) -> Outline:
    return Outline(
        number=number, received_at=at(received), category=category, state=state,
        steps=tuple((step, at(moment)) for step, moment in steps),
    )  # fmt: skip


OPEN = outline("1", "2026-11-02 09:30")
DONE = outline(
    "2", "2026-10-05 15:00", "closed", ("accept", "2026-10-06 09:00"), ("close", "2026-11-03 10:00")
)
BROKEN = outline("3", "2026-11-09 09:10", "accepted", ("accept", "2026-11-10 09:00"), category="goods_broken")
NO_HOUR = outline("4", "2026-11-10 00:00")
ALL = (OPEN, DONE, BROKEN, NO_HOUR)


def numbers(picture: Picture) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(point.label, point.series): point.cases for point in picture.points if point.cases}


def test_the_trend_counts_receipts_and_ends_in_their_own_months() -> None:
    found = numbers(trend(RULES, ALL, date(2026, 11, 30)))

    assert found == {
        ("2026-10", "收到"): ("2",), ("2026-11", "收到"): ("1", "3", "4"), ("2026-11", "办结"): ("2",),
    }  # fmt: skip


def test_the_composition_goes_by_the_top_of_the_tree() -> None:
    assert numbers(composition(RULES, ALL)) == {("商品", ""): ("1", "2", "3", "4")}


def test_a_case_without_an_hour_is_said_beside_the_hours_and_not_put_at_midnight() -> None:
    found = heat(ALL)

    assert numbers(found) == {("9时", "周一"): ("1", "3"), ("15时", "周一"): ("2",)}
    assert found.note == "另有 1 件没有记时刻"


def test_only_open_matters_grow_old() -> None:
    assert numbers(ageing(RULES, ALL, date(2026, 11, 12))) == {
        ("8–15天", ""): ("1",),
        ("7天以内", ""): ("3", "4"),
    }


def test_the_funnel_counts_a_case_once_for_each_step() -> None:
    twice = outline(
        "5", "2026-11-10 10:00", "accepted", ("accept", "2026-11-10 11:00"), ("accept", "2026-11-11 11:00")
    )

    points = funnel(RULES, (*ALL, twice)).points

    assert [(point.label, point.value) for point in points] == [("登记", 5), ("受理", 3), ("办结", 1)]


MOMENTS = st.integers(0, 478_000).map(lambda n: str(at("2026-01-01 00:00") + timedelta(minutes=n))[:16])
OUTLINES = st.lists(
    st.builds(
        lambda received, state, category, days: outline(
            received, received, state,
            ("accept", received), ("close", str(datetime.fromisoformat(received) + timedelta(days=days))[:16]),
            category=category,
        ),
        MOMENTS, st.sampled_from(["new", "accepted", "closed", "refused"]), st.sampled_from(["goods", "goods_broken", ""]),
        st.integers(0, 90),
    ),
    max_size=30,
)  # fmt: skip


@given(OUTLINES)
def test_every_picture_holds_each_case_as_often_as_a_plain_recount(found: list[Outline]) -> None:
    first, last, today = date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 1)
    by_id = {picture.id: picture for picture in pictures(RULES, found, first, last, today)}

    closed = [one for one in found if one.state in ("closed", "refused")]
    dated = [one for one in closed if one.state == "closed"]
    hours = Counter(one.received_at.hour for one in found if one.received_at.strftime("%H:%M") != "00:00")
    assert sum(point.value for point in by_id["composition"].points) == len(found)
    assert sum(point.value for point in by_id["ageing"].points) == len(found) - len(closed)
    assert sum(point.value for point in by_id["trend"].points if point.series == "收到") == len(found)
    assert [one.number for one in found if ended_on(RULES, one)] == [one.number for one in dated]
    for hour in range(24):
        counted = sum(point.value for point in by_id["heat"].points if point.label == HOURS[hour])
        assert counted == hours[hour]


@given(OUTLINES, st.integers(240, 1200), st.integers(160, 700))
def test_nothing_of_a_picture_stands_outside_its_frame(found: list[Outline], width: int, height: int) -> None:
    for picture in pictures(RULES, found, date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 1)):
        drawn = scene(picture, width, height)
        for box in drawn.boxes:
            assert -1 <= box.x <= box.x + box.width <= width + 1, (picture.id, box)
            assert 0 <= box.y <= box.y + box.height <= height + 1, (picture.id, box)
        assert sorted(box.point for box in drawn.boxes if box.point >= 0) == list(range(len(picture.points)))
        for label in drawn.labels:
            left = label.x - {"left": 0.0, "center": 0.5, "right": 1.0}[label.align] * text_width(
                label.text, label.size
            )
            assert left > -8, (picture.id, label)


LONG = "规划设计类（规划变更、设计缺陷）、园区配套类（生活配套、基础设施）"


def test_a_long_name_stands_whole_on_paper_beside_its_bar():
    """A third of a page across, as high as the page: 84 by 172 mm. Where there is no room its end is cut, and says so."""
    points = tuple(Point(name, "", ("1",) * n) for n, name in enumerate([LONG, "维保类", "服务态度类"], 1))
    picture = Picture("composition", "类别构成", "rows", points)

    on_paper, in_a_low_frame = scene(picture, 238, 487), scene(picture, 238, 100)

    named = [label for label in on_paper.labels if label.align == "right"]
    assert "".join(label.text for label in named) == LONG + "维保类服务态度类"
    assert all(lower.y - upper.y >= 10 for upper, lower in pairwise(named))
    assert any(label.text.endswith("…") for label in in_a_low_frame.labels)


def test_no_line_of_a_name_begins_with_a_closing_sign():
    assert folded("房产证类、交楼类", 36, 3, 9) == ["房产证", "类、交楼", "类"]
    assert folded("房产证类、交楼类", 36, 1, 9) == ["房产证…"]
