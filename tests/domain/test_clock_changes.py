"""What an act made of the clocks, in words."""

from datetime import datetime

from tests.small_office import at

from desk.domain.clock_changes import changes
from desk.domain.clocks import ClockState, Standing
from desk.rulebook.limits import parse_limit


def clock(name: str, due: datetime | None, standing: Standing = "running") -> ClockState:
    return ClockState(
        id=name, name=name, owner="", starts=at("2026-11-20 12:00"), limit=parse_limit("2h"), due=due, target=None,
        done_at=None, standing=standing, steps=(),
    )  # fmt: skip


def test_moved_begun_gone_and_judged_otherwise_are_told_apart() -> None:
    noon, two = at("2026-11-20 12:00"), at("2026-11-20 14:00")
    before = (clock("转交", noon, "late_done"), clock("办结", noon), clock("答复", noon), clock("回访", noon))
    after = (clock("转交", two, "done"), clock("办结", two), clock("整改", two), clock("回访", noon))

    assert changes(before, after) == (
        "办结：原 2026年11月20日12时，现 2026年11月20日14时",
        "新增整改：2026年11月20日14时",
        "不再计答复",
        "转交：逾期完成 → 按时完成",
    )


def test_a_limit_that_was_unset_and_is_set_now_is_told_once() -> None:
    before, after = (clock("办结", None, "unset"),), (clock("办结", at("2026-11-23 17:30")),)

    assert changes(before, after) == ("办结：原 未设定，现 2026年11月23日17时30分",)
