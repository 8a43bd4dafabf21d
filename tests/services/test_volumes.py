"""A metro's hotline: limits at a time of day and rates over the passengers carried, by ``unseen/metro/manual.txt``."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, clocks, desk_of, look, set_time, take_in

from desk.cli import main
from desk.domain.errors import DeskError, Forbidden
from desk.domain.moments import OFFICE_ZONE
from desk.rulebook.loading import BadRulebook, load
from desk.services import figures, volumes
from desk.store import audit

METRO = Path(__file__).parents[1] / "rulebook" / "unseen" / "metro"
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with desk_of(tmp_path) as opens:
        yield opens


@pytest.fixture
def metro(opened: Opened):  # type: ignore[no-untyped-def]
    office = opened(str(METRO))
    set_time(office, at("2026-10-21 09:30"))  # a Wednesday
    return office


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


def matter(office, moment: str = "2026-10-21 09:30", **given: object) -> str:  # type: ignore[no-untyped-def]
    set_time(office, at(moment))
    given = {"complainant__phone": "13800138000", "subject": "换乘指引不清", **given}
    return take_in(office, "agent", channel="phone", category="staff", **given).case.number


def said(office, name: str, first: date = OCTOBER[0], last: date = OCTOBER[1]) -> str:  # type: ignore[no-untyped-def]
    found = figures.figures(office, office.viewer("chief"), first, last)
    return next(one.words for one in found.indicators if one.indicator == name)


# --- 第二条、第三条: a limit that ends at a time of day ---


@pytest.mark.parametrize(
    ("taken", "due"),
    [
        ("2026-10-21 09:30", "10-21 17:00"),  # 当日17时前转办
        ("2026-10-21 17:20", "10-21 23:59"),  # 17时以后接到的，当日转办
        ("2026-10-24 10:00", "10-24 17:00"),  # a Saturday: 全年每日受理
    ],
)
def test_what_comes_in_is_passed_on_by_five_that_day(metro, taken: str, due: str) -> None:
    view = look(metro, "agent", matter(metro, taken))

    assert f"{clocks(view)['dispatch'].due:%m-%d %H:%M}" == due


def test_the_passenger_hears_by_ten_the_next_working_day_and_the_matter_ends_by_noon_of_the_third(
    metro,
) -> None:
    """第三条: from Friday 23 October; Monday is the next working day, Wednesday the third."""
    number = matter(metro, "2026-10-23 11:00")
    view = act(metro, "agent", number, "dispatch", department="station")

    found = clocks(view)
    assert f"{found['contact'].due:%m-%d %H:%M}" == "10-26 10:00"
    assert f"{found['finish'].due:%m-%d %H:%M}" == "10-28 12:00"
    assert found["contact"].limit.words == "次一工作日10时前"


def test_what_is_to_be_done_at_once_is_not_late_within_the_minute(metro) -> None:
    """第四条 立即报告调度."""
    number = matter(metro, "2026-10-21 09:30", safety=True)
    set_time(metro, at("2026-10-21 09:40"))

    assert clocks(look(metro, "agent", number))["alarm"].standing == "running"
    act(metro, "agent", number, "alarm")
    assert clocks(look(metro, "agent", number))["alarm"].standing == "done"


def test_what_is_dealt_with_anew_is_asked_about_anew(metro) -> None:
    """第五条 不满意的重新办理: the answer of the first visit says nothing of the second handling."""
    number = matter(metro)
    act(metro, "agent", number, "dispatch", department="station")
    act(metro, "chief", number, "finish", validity="valid", result="已补标识")
    act(metro, "agent", number, "visit", satisfied=False)

    again = act(metro, "chief", number, "reopen", reason="仍不清楚")

    assert "satisfied" not in again.case.values
    assert look(metro, "chief", number).case.values.get("satisfied") is None
    assert again.case.values["result"] == "已补标识"


# --- 第六条 to 第八条: rates over the passengers carried ---


def test_the_rate_is_the_valid_complaints_over_the_millions_carried(metro) -> None:
    """第六条: three valid of four, 12.5 million carried: 0.24. 第七条: two suggestions, 1.25 million heads: 0.16."""
    for validity in ("valid", "valid", "valid", "invalid"):
        number = matter(metro)
        act(metro, "agent", number, "dispatch", department="station")
        act(metro, "chief", number, "finish", validity=validity, result="已办")
    for _ in range(2):
        matter(metro, kind="suggestion")
    set_time(metro, at("2026-11-03 09:00"))

    assert said(metro, "rate") == "缺2026年10月客运量"
    chief = metro.viewer("chief")
    volumes.put(metro, chief, "passengers", "2026-10", "12.5")
    volumes.put(metro, chief, "heads", "2026年10月", "1,250,000")

    assert (said(metro, "rate"), said(metro, "ideas")) == ("0.24", "0.16")
    assert said(metro, "rate", last=date(2026, 10, 30)) == "客运量按月填写，请选整月"
    assert said(metro, "rate", last=date(2026, 12, 31)) == "缺2026年11月客运量"


def test_a_wrong_number_is_corrected_and_both_are_on_record(metro) -> None:
    """第八条 录错的可以更正."""
    chief = metro.viewer("chief")
    volumes.put(metro, chief, "passengers", "2026-10", "125")
    volumes.put(metro, chief, "passengers", "2026-10-09", "12.5")

    (one, _) = volumes.listed(metro, *OCTOBER)
    assert (one.amount, one.by, one.words) == ("12.5", chief.user, "2026年10月")
    with metro.store.reading() as tx:
        abouts = [row.about for row in audit.records(tx) if row.act == "volume"]
    assert abouts == ["passengers 2026-10-01 125 → 12.5", "passengers 2026-10-01 — → 125"]


@pytest.mark.parametrize(
    ("which", "period", "amount", "field"),
    [
        ("cars", "2026-10", "1", "volume"),
        ("passengers", "十月", "1", "period"),
        ("passengers", "2026-12", "1", "period"),  # it has not begun
        ("passengers", "2026-10", "许多", "amount"),
        ("passengers", "2026-10", "-3", "amount"),
        ("passengers", "2026-10", "NaN", "amount"),
        ("passengers", "2026-10", "", "amount"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    metro, which: str, period: str, amount: str, field: str
) -> None:
    with pytest.raises(DeskError) as refusal:
        volumes.put(metro, metro.viewer("chief"), which, period, amount)

    assert refusal.value.field == field
    assert not any(one.amount for one in volumes.listed(metro, *OCTOBER))


def test_who_does_not_supervise_enters_nothing(metro) -> None:
    with pytest.raises(Forbidden):
        volumes.put(metro, metro.viewer("agent"), "passengers", "2026-10", "12.5")


def test_the_command_line_enters_and_lists(metro, capsys) -> None:
    home = str(metro.home)
    metro.close()

    assert main(["volume", "passengers", "2026-10", "12.5", "--home", home, "--as", "chief"]) == 0
    assert (
        main(["volume", "--home", home, "--as", "chief", "--from", "2026-10-01", "--to", "2026-10-31"]) == 0
    )

    told = capsys.readouterr().out
    assert "passengers\t客运量\t2026年10月\t12.5\t百万人次" in told
    assert "heads\t客运人次\t2026年10月\t未填\t人次" in told


@pytest.mark.parametrize(
    ("piece", "other", "says"),
    [
        ('over = "passengers"', 'over = "cars"', "“cars”不存在"),
        ("per = 100000", "per = 0", "正整数"),
        ("per = 100000", 'by = ["channel"]', "不能同时写"),
    ],
)
def test_a_rate_that_cannot_be_reckoned_is_a_fault_of_the_rulebook(
    tmp_path, piece: str, other: str, says: str
) -> None:
    folder = tmp_path / "metro"
    folder.mkdir()
    rules = (METRO / "rules.toml").read_text("utf-8")
    assert piece in rules
    (folder / "rules.toml").write_text(rules.replace(piece, other), "utf-8")

    with pytest.raises(BadRulebook) as refusal:
        load(folder)

    assert says in str(refusal.value)
