"""A register of 100,000 cases as a workbook beside the least that it can cost: the same rows out of the same plain file.

    python -m tests.perf.register_speed [rows]

Floor: rows fetched from SQLite, one format string for each, dates as serial numbers reckoned by the query, the sheet
deflated at zlib's level 6, no references in the cells. Ours: the same rows fetched, their dates made dates, the list of
them kept as a register is (what reading costs), then written with styles, heights, widths, filter and references.
Seconds of the processor; ``memory_mb`` is what the writing adds to the highest that the process has held.
"""

import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.perf.store_speed import facts
from tests.sheets.books import column, register

from desk.domain.register import Datum
from desk.sheets.workbook import write_lines

TITLES = [
    "序号",
    "编号",
    "受理时间",
    "姓名",
    "性别",
    "电话",
    "证件号",
    "地址",
    "渠道",
    "类别",
    "等级",
    "承办部门",
    "经办人",
    "内容",
    "状态",
    "期限",
    "办结时间",
    "满意度",
    "结果",
    "备注",
]
WIDTHS = [8, 20, 18, 9, 6, 13, 20, 34, 12, 12, 8, 20, 9, 60, 9, 12, 18, 8, 26, 12]
NUMBERS, MOMENTS, DAYS = (0, 17), (2, 16), (15,)
KINDS = {**dict.fromkeys(NUMBERS, "count"), **dict.fromkeys(MOMENTS, "moment"), **dict.fromkeys(DAYS, "date")}
STYLED = ' s="1"'
_BEGIN = datetime(2020, 1, 2, 8, 30)  # noqa: DTZ001 as the wall clock shows it


def invented(rows: int) -> Iterator[tuple[object, ...]]:
    pick = random.Random(5)
    for n in range(1, rows + 1):
        told, at = facts(pick), _BEGIN + timedelta(minutes=30 * n)
        closed = pick.random() < 0.9
        yield (
            n, f"TS{at:%Y%m%d}{n:07d}", str(at), told["complainant.name"], pick.choice("男女"),
            told["complainant.phone"], told["complainant.id_number"], told["complainant.address"] + "锦绣花园12幢301室",
            pick.choice(("来访", "来电", "网络平台")), pick.choice(("噪声扰民", "物业管理")), "一般", "市场监督管理局", "张伟",
            told["narrative"], "已办结" if closed else "办理中", str(at.date() + timedelta(days=15)),
            str(at + timedelta(hours=pick.randrange(4, 500))) if closed else None, pick.randrange(1, 6) if closed else None,
            "经调解双方达成一致" if closed else "", pick.choice(("", "", "", "重复投诉")),
        )  # fmt: skip


def store(path: Path, rows: int) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    db.execute(f"CREATE TABLE cases(c0 INTEGER PRIMARY KEY, {', '.join(f'c{n}' for n in range(1, 20))})")
    db.executemany(f"INSERT INTO cases VALUES({','.join('?' * 20)})", invented(rows))
    db.commit()
    return db


def floor(db: sqlite3.Connection, target: Path) -> None:
    def cell(n: int) -> str:
        if n in KINDS:
            return f"<c{'' if n in NUMBERS else STYLED}><v>{{{n}}}</v></c>"
        return f'<c t="inlineStr"><is><t>{{{n}}}</t></is></c>'

    row = f"<row>{''.join(map(cell, range(20)))}</row>".format
    asked = (f"julianday(c{n}) - 2415018.5" if n in (*MOMENTS, *DAYS) else f"c{n}" for n in range(20))
    found = db.execute(f"SELECT {', '.join(asked)} FROM cases ORDER BY c0")
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as book, book.open("sheet1.xml", "w") as sheet:
        while some := found.fetchmany(500):
            block = "".join(row(*one) for one in some).replace("<v>None</v>", "").replace("&", "&amp;")
            sheet.write(block.encode())


def read(db: sqlite3.Connection) -> list[tuple[Datum, ...]]:
    def typed(row: tuple[object, ...]) -> tuple[Datum, ...]:
        made = list(row)
        for n in MOMENTS:
            made[n] = datetime.fromisoformat(str(row[n])) if row[n] else None
        for n in DAYS:
            made[n] = date.fromisoformat(str(row[n]))
        return tuple(made)  # type: ignore[arg-type]

    return [typed(row) for row in db.execute("SELECT * FROM cases ORDER BY c0")]


def seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def highest_mb() -> float:
    """The most that the process has held (Linux). What ``getrusage`` says comes down from whoever started it."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def measured(rows: int) -> dict[str, float]:
    """The floor and ours, in turns; the better of two each."""
    columns = [
        column(title, KINDS.get(n, "text"), width=WIDTHS[n])  # type: ignore[arg-type]
        for n, title in enumerate(TITLES)
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = store(folder / "cases.sqlite3", rows)
        write_lines(register(columns, read(db)[:10]))  # the libraries are read before anything is measured
        least, reading, writing, memory = [], [], [], 0.0
        for _ in range(2):
            least.append(seconds(lambda: floor(db, folder / "floor.zip")))
            kept: list[tuple[Datum, ...]] = []
            reading.append(seconds(lambda: kept.extend(read(db))))  # noqa: B023
            lines, before = register(columns, kept), highest_mb()
            writing.append(seconds(lambda: (folder / "ours.xlsx").write_bytes(write_lines(lines))))  # noqa: B023
            memory = memory or highest_mb() - before
    ours = min(reading) + min(writing)
    return {
        "rows": rows, "floor_s": min(least), "read_s": min(reading), "write_s": min(writing),
        "ratio": ours / min(least), "memory_mb": memory,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)))
