"""An old register comes in as one batch: checked line by line, unseen until the switch, undone as a whole."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from tests.fixtures_office import NOON

from desk.domain.draft import Draft
from desk.domain.errors import DeskError
from desk.services import cases, checks, import_batches, imports, intake, searching, stepping
from desk.services.import_files import Matching, matched, open_file
from desk.services.imports import Imported, bring_in, check
from desk.services.office import Office
from desk.store import batches
from desk.store.case_filter import ALL

HEAD = [
    "投诉编号",
    "投诉日期",
    "来源",
    "投诉人",
    "联系电话",
    "被投诉单位",
    "标题",
    "投诉内容",
    "办结日期",
    "办理结果",
]
FIRST = [
    "2025-001",
    "2025-03-03 09:30",
    "来访",
    "曾建国",
    "13812345678",
    "鑫源电器",
    "冰箱不制冷",
    "三天后不制冷",
    "2025-03-20",
    "已退款",
]
SECOND = ["2025-002", "2025年4月1日", "来电", "王芳", "13900000001", "惠民超市", "秤不准", "少了二两", "", ""]
BAD = ["2025-003", "不详", "来电", "李四", "13900000002", "惠民超市", "过期食品", "过期", "", ""]
TWICE = ["2025-001", "2025-03-04", "来访", "曾建国", "13812345678", "鑫源电器", "冰箱", "又写了一遍", "", ""]


def as_csv(*rows: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([HEAD, *rows])
    return text.getvalue().encode("gb18030")


def checked(office: Office, *rows: list[str], matching: Matching | None = None) -> imports.Checked:
    return check(office, office.viewer("counter"), open_file(office, as_csv(*rows), "旧台账.csv", matching))


def brought(office: Office, *rows: list[str]) -> Imported:
    return bring_in(office, office.viewer("counter"), checked(office, *rows))


@pytest.fixture
def office(market_office: Office) -> Iterator[Office]:
    return market_office


def test_a_line_becomes_a_case_with_its_old_number_day_and_end(office: Office) -> None:
    done = brought(office, FIRST, SECOND)

    old = cases.show(office, office.viewer("head"), "旧2025-001").case
    assert done.imported == 2
    assert (old.values["complainant.name"], old.values["result"]) == ("曾建国", "已退款")
    assert f"{old.received_at:%Y-%m-%d %H:%M}" == "2025-03-03 09:30"
    assert office.rulebook.state(old.state).phase == "closed"
    assert f"{old.timeline[-1].at:%Y-%m-%d}" == "2025-03-20"
    assert (
        cases.show(office, office.viewer("head"), "旧2025-002").case.state
        == office.rulebook.kind("complaint").starts
    )


def test_what_cannot_be_read_stays_out_and_is_told_by_row_and_column(office: Office) -> None:
    found = checked(office, FIRST, BAD)

    told = [(row, column) for row, column, one in imports.problems(found) if not one.warning]
    assert told == [(3, "投诉日期")]
    assert [matter.number for matter in found.fit] == ["2025-001"]


def test_a_subject_longer_than_one_may_write_today_comes_in_whole_and_is_told(office: Office) -> None:
    long = "冰箱不制冷，售后三次上门都说是正常现象" * 5
    found = checked(office, [*FIRST[:6], long, *FIRST[7:]])

    told = [(one.field, one.warning) for _, _, one in imports.problems(found) if one.code == "too_long"]
    assert told == [("subject", True)]
    assert [matter.draft.values["subject"] for matter in found.fit] == [long]


def test_a_dry_run_writes_nothing(office: Office) -> None:
    checked(office, FIRST)

    assert import_batches.history(office) == ()
    assert cases.count(office, office.viewer("head")).n == 0


def test_a_line_that_stands_twice_comes_in_once(office: Office) -> None:
    found = checked(office, FIRST, TWICE)

    assert [(one.row, one.of_row) for one in found.duplicates.values()] == [(3, 2)]
    assert len(found.fit) == 1


def test_the_same_file_again_brings_nothing_in(office: Office) -> None:
    brought(office, FIRST, SECOND)

    again = checked(office, FIRST, SECOND)

    assert {one.number for one in again.duplicates.values()} == {"旧2025-001", "旧2025-002"}
    with pytest.raises(DeskError, match="没有一行可以导入"):
        bring_in(office, office.viewer("counter"), again)


def test_a_line_like_a_case_of_the_counter_is_told(office: Office) -> None:
    values = {
        "complainant.name": "曾建国", "complainant.phone": "13812345678", "complainant.address": "人民路1号",
        "respondent.name": "鑫源电器", "respondent.address": "解放街8号", "subject": "冰箱不制冷",
        "narrative": "三天后不制冷", "demand": "退货", "publish_consent": False,
    }  # fmt: skip
    made = intake.register(
        office, office.viewer("counter"),
        Draft(kind="complaint", channel="window", received_at=NOON.replace(hour=9), values=values),
    )  # fmt: skip

    line = ["", "2026-11-20", *FIRST[2:8], "", ""]
    found = checked(office, line)

    assert [one.number for one in found.duplicates.values()] == [made.case.number]


def test_nobody_sees_a_case_before_the_switch_and_the_counter_goes_on(office: Office) -> None:
    seen: list[int] = []
    viewer = office.viewer("head")
    found = checked(office, FIRST, SECOND)

    def look(what: str, done: int, total: int) -> bool:
        seen.append(cases.count(office, viewer).n + len(cases.page(office, viewer)))
        seen.append(searching.find(office, viewer, "冰箱不制冷").total)
        with pytest.raises(DeskError):
            cases.show(office, viewer, "旧2025-001")
        with office.store.writing():
            pass  # the counter may write between two pieces
        return True

    bring_in(office, office.viewer("counter"), found, look)

    assert seen == [0, 0]
    assert (cases.count(office, viewer).n, searching.find(office, viewer, "冰箱不制冷").total) == (2, 1)


def test_a_batch_that_is_stopped_leaves_no_case_and_voids_its_numbers(office: Office) -> None:
    found = checked(office, FIRST, SECOND)

    with pytest.raises(DeskError, match="已取消"):
        bring_in(office, office.viewer("counter"), found, lambda what, done, total: False)

    assert cases.count(office, office.viewer("head"), ALL).n == 0
    assert [batch.state for batch in import_batches.history(office)] == ["undone"]
    assert checks.verify(office).findings == ()


def test_a_batch_is_undone_whole_and_may_come_again(office: Office) -> None:
    first = brought(office, FIRST, SECOND)

    undone = import_batches.undo(office, office.viewer("counter"), first.batch)
    again = brought(office, FIRST, SECOND)

    assert (undone.count, again.imported) == (2, 2)
    assert cases.count(office, office.viewer("head")).n == 2
    assert searching.find(office, office.viewer("head"), "冰箱不制冷").total == 1
    assert checks.verify(office).findings == ()


def test_a_batch_of_which_a_case_was_acted_on_is_not_undone(office: Office) -> None:
    done = brought(office, FIRST, SECOND)
    decision = {
        "approver": "李局长", "approved_on": "2026-11-20", "complainant.address": "人民路1号",
        "respondent.address": "解放街8号", "demand": "补足",
    }  # fmt: skip
    stepping.act(office, office.viewer("head"), "旧2025-002", "accept", decision)

    with pytest.raises(DeskError, match="旧2025-002 已经办理过"):
        import_batches.undo(office, office.viewer("counter"), done.batch)

    assert cases.count(office, office.viewer("head")).n == 2


def test_undone_is_the_end_of_a_batch(office: Office) -> None:
    done = brought(office, FIRST)
    import_batches.undo(office, office.viewer("counter"), done.batch)

    with pytest.raises(DeskError):
        import_batches.undo(office, office.viewer("counter"), done.batch)
    with pytest.raises(IntegrityError, match="only goes forward"), office.store.writing() as tx:
        batches.show(tx, done.batch, digest="", imported=1)


def test_a_batch_is_one_row_of_the_audit_with_its_digest(office: Office) -> None:
    before = checks.verify(office).count

    brought(office, FIRST, SECOND)

    assert checks.verify(office).count == before + 1
    assert len(import_batches.history(office)[0].digest) == 32


def test_columns_are_remembered_once_they_were_decided(office: Office) -> None:
    matching = Matching({"标题": "narrative", "投诉内容": "subject"})
    bring_in(office, office.viewer("counter"), checked(office, FIRST, matching=matching))

    found = open_file(office, as_csv(SECOND), "下一份.csv")

    assert (found.column("narrative"), found.column("subject")) == ("标题", "投诉内容")


def test_who_neither_takes_in_nor_sets_up_brings_nothing_in(office: Office) -> None:
    opened = open_file(office, as_csv(FIRST), "旧台账.csv")

    with pytest.raises(DeskError, match="不能办理"):
        check(office, office.viewer("supervisor"), opened)


def test_the_report_says_of_each_line_what_became_of_it(office: Office) -> None:
    lines = imports.report(office, checked(office, FIRST, BAD, TWICE))

    assert [(row[0], row[2]) for row in lines.data] == [(2, "可以导入"), (3, "不能导入"), (4, "重复")]


def test_real_registers_are_read_line_by_line(office: Office) -> None:
    import os

    folder = os.environ.get("DESK_SAMPLES")
    if not folder:
        pytest.skip("set DESK_SAMPLES to a folder of old registers")
    files = [path for path in Path(folder).rglob("*") if path.suffix in (".xls", ".xlsx", ".ods", ".csv")]
    read = 0
    for path in sorted(files):
        if path.stat().st_size > 300_000:
            continue
        try:
            opened = open_file(office, path.read_bytes(), path.name)
        except DeskError:
            continue
        found = check(office, office.viewer("counter"), opened)
        assert len(found.matters) == len(opened.table.rows)
        read += 1
    assert read


def test_old_numbers_are_a_series_of_their_own_and_never_meet_ours(office: Office) -> None:
    """R15 numbers 投202600001 …; a register of before may have had the very same."""
    viewer = office.viewer("counter")
    brought(office, ["投202600001", *FIRST[1:]], ["", *SECOND[1:]])
    values = {
        "complainant.name": "李四", "complainant.phone": "13900000003", "complainant.address": "人民路1号",
        "respondent.name": "鑫源电器", "respondent.address": "解放街8号", "subject": "洗衣机漏水",
        "narrative": "漏水", "demand": "退货", "publish_consent": False,
    }  # fmt: skip
    draft = Draft(kind="complaint", channel="window", received_at=NOON.replace(hour=9), values=values)
    made = intake.register(office, viewer, draft)

    old = cases.show(office, viewer, "旧投202600001").case
    assert made.case.number == "投202600001"
    assert (old.values["subject"], cases.show(office, viewer, "投202600001").case.values["subject"]) == (
        "冰箱不制冷", "洗衣机漏水",
    )  # fmt: skip
    assert cases.show(office, viewer, "旧批1-2").case.values["subject"] == "秤不准"
    assert {row.number for row in searching.find(office, viewer, "202600001").rows} == {
        "投202600001", "旧投202600001",
    }  # fmt: skip
    assert checks.verify(office).findings == ()


def test_columns_chosen_otherwise_are_as_if_the_file_had_been_read_so(office: Office) -> None:
    matching = Matching({"标题": "narrative", "投诉内容": "subject"}, "complaint", "window")
    opened = open_file(office, as_csv(FIRST, SECOND), "旧台账.csv")

    assert matched(office, opened, matching) == open_file(
        office, as_csv(FIRST, SECOND), "旧台账.csv", matching
    )
