"""Registering, listing and searching beside the least that the same driver can do, in one run.

    python -m tests.perf.store_speed [cases] [repetitions] [folder]

Floor: case row with as many indexes, one search index row, one counter, one durable transaction, on the same
encrypted driver with the same settings. Ours: everything that a registration writes. The two take turns.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.fixtures_store import KEY
from tests.store.builders import CLERK, NUMBERING, new_case

from desk.domain.grams import grams
from desk.store import case_list, registration, search, sqlite
from desk.store.audit import Act, append
from desk.store.cipher import cipher
from desk.store.engine import Store, open_store

_NOW = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧曾单解区仇"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂兰建国华红玉梅志鹏飞宇浩然子轩雨涵欣怡梓晨思佳嘉俊博文海燕"
)
_LETTERS = "业主小区物业收费噪声施工夜间退款预付卡商家关门余额电梯故障食品过期拖欠工资虚假宣传服务态度停车供暖漏水合同发票维修培训健身快递医院学校阳台遮挡要求书面答复依法查处尽快处理多次反映未果楼道杂物消防隐患押金房屋交付墙面渗水自来浑浊路灯损坏摊贩占道经营油烟污染垃圾清运保险理赔网络平台客服电话无人接听质量鉴定赔偿损失"
_WORDS = ["".join(random.Random(i).choices(_LETTERS, k=2 + i % 3)) for i in range(2000)]


def facts(pick: random.Random) -> dict[str, Any]:
    """A complaint of about 120 characters that nobody has made."""
    name = pick.choice(_SURNAMES) + "".join(pick.choices(_GIVEN, k=pick.choice((1, 2, 2))))
    told = "，".join(pick.choices(_WORDS, k=32)) + "。"
    phone = f"13{pick.randrange(10**9):09d}"
    return {
        "complainant.name": name, "complainant.phone": phone, "subject": "".join(pick.choices(_WORDS, k=2)),
        "narrative": told, "respondent.name": "".join(pick.choices(_WORDS, k=1)) + "公司", "amount": pick.randrange(10**6),
        "complainant.id_number": f"11010119{pick.randrange(10**10):010d}", "complainant.address": f"人民路{pick.randrange(999)}号",
    }  # fmt: skip


def spread(times: list[float]) -> str:
    """p50 / p95 in milliseconds."""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2] * 1e3:.2f} / {ordered[int(len(ordered) * 0.95)] * 1e3:.2f}"


def took(work: Callable[[], object]) -> float:
    """Seconds that ``work`` took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Floor:
    """The least: raw driver calls, prepared statements, one commit."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite.connect(path, cipher(KEY, seals=False).file_key)
        columns = "number,received,name,phone,idno,address,channel,category,level,department,handler,text,state,due,closed"
        self.db.execute(f"CREATE TABLE cases(id INTEGER PRIMARY KEY,{columns})")
        for i, over in enumerate(("number", "received", "phone", "state,due", "department,received")):
            self.db.execute(f"CREATE INDEX i{i} ON cases({over})")
        self.db.execute("CREATE TABLE counter(year TEXT PRIMARY KEY, n INTEGER)")
        self.db.execute("INSERT INTO counter VALUES('2026', 0)")
        self.db.execute(
            "CREATE VIRTUAL TABLE fts USING fts5(name, phone, text, tokenize='ascii', content='', columnsize=0,"
            " detail=none, prefix='1 3')"
        )
        self.insert = f"INSERT INTO cases({columns}) VALUES({','.join('?' * 15)})"

    def fill(self, rows: list[dict[str, Any]]) -> None:
        self.db.execute("BEGIN IMMEDIATE")
        for row in rows:
            self._write(row)
        self.db.execute("COMMIT")

    def register(self, row: dict[str, Any]) -> None:
        self.db.execute("BEGIN IMMEDIATE")
        self._write(row)
        self.db.execute("COMMIT")

    def _write(self, row: dict[str, Any]) -> None:
        n = self.db.execute("UPDATE counter SET n=n+1 WHERE year='2026' RETURNING n").fetchone()[0]
        name, phone, text = row["complainant.name"], row["complainant.phone"], row["narrative"]
        values = (f"C2026{n}", "2026-03-05", name, phone, row["complainant.id_number"], row["complainant.address"],
                  "visit", "service", "ordinary", "", "clerk", text, "registered", "2026-03-12", None)  # fmt: skip
        case_id = self.db.execute(self.insert, values).lastrowid
        pieces = (" ".join(grams(part)) for part in (name, phone, text))
        self.db.execute("INSERT INTO fts(rowid, name, phone, text) VALUES(?,?,?,?)", (case_id, *pieces))


def register(store: Store, values: dict[str, Any], at: datetime) -> None:
    """What the intake service does in one transaction."""
    new = new_case(at, values=values)
    with store.writing() as tx:
        made = registration.insert(tx, new, NUMBERING)
        append(tx, Act(act="register", by="clerk", case_id=made.id, fields=tuple(values)))


def fill(store: Store, rows: list[dict[str, Any]]) -> None:
    """Many in one transaction, as an import does."""
    with store.writing() as tx:
        for i, values in enumerate(rows):
            made = registration.insert(
                tx, new_case(_NOW - timedelta(minutes=len(rows) - i), values=values), NUMBERING
            )
            append(tx, Act(act="register", by="clerk", case_id=made.id))


def main() -> None:
    """Prints one line for each piece of work."""
    cases, repetitions = int((sys.argv[1:] or ["1000"])[0]), int((sys.argv[2:] or ["300"])[0])
    folder = Path((sys.argv[3:] or [tempfile.mkdtemp(prefix="desk-speed-")])[0])
    pick = random.Random(7)
    store = open_store(f"sqlite:///{folder / 'desk.db'}", KEY, now=lambda: _NOW)
    floor = Floor(folder / "floor.db")
    for start in range(0, cases, 10_000):
        rows = [facts(pick) for _ in range(min(10_000, cases - start))]
        seconds = took(lambda rows=rows: fill(store, rows)), took(lambda rows=rows: floor.fill(rows))
        print(f"filled to {start + len(rows)}: ours {seconds[0]:.1f} s, floor {seconds[1]:.1f} s", flush=True)
    store.checkpoint()
    ours, least = [], []
    for _ in range(repetitions):
        values = facts(pick)
        least.append(took(lambda values=values: floor.register(values)))
        ours.append(took(lambda values=values: register(store, values, _NOW)))
    print(
        f"register: ours {spread(ours)} ms, floor {spread(least)} ms, ratio of sums {sum(ours) / sum(least):.2f}"
    )
    lists(store, cases, repetitions)
    searches(store, pick, repetitions)


def lists(store: Store, cases: int, repetitions: int) -> None:
    """Pages from the top, from the middle by key, and counts."""
    with store.reading() as tx:
        for title, work in {
            "page, newest": lambda: case_list.page(tx, CLERK),
            "page after the middle": lambda: case_list.page(tx, CLERK, after=cases // 2 or None),
            "page by due, after the middle": lambda: case_list.page(tx, CLERK, order=case_list.Order("due"), after=cases // 2 or None),
            "page, half skipped": lambda: case_list.page(tx, CLERK, skip=cases // 2),
            "count": lambda: case_list.count(tx, CLERK, at_most=10**7),
        }.items():  # fmt: skip
            print(f"{title}: {spread([took(work) for _ in range(max(repetitions // 10, 5))])} ms")


def searches(store: Store, pick: random.Random, repetitions: int) -> None:
    """The mix that a counter types."""
    mix: dict[str, list[str]] = {}
    for _ in range(max(repetitions // 10, 10)):
        some = facts(pick)
        name, phone, text = some["complainant.name"], some["complainant.phone"], some["narrative"]
        for kind, asked in {"1 character": name[0], "name": name, "phone tail": phone[-4:], "6 digits": phone[3:9],
                            "2 of text": text[:2], "8 of text": text[:8], "nothing": "鼐龘" + name}.items():  # fmt: skip
            mix.setdefault(kind, []).append(asked)
    everything = []
    with store.reading() as tx:
        for kind, asked in mix.items():
            times = [took(lambda text=text: search.find(tx, CLERK, text, 50)) for text in asked]
            everything += times
            print(f"search, {kind}: {spread(times)} ms")
    print(f"search, the whole mix: {spread(everything)} ms")


if __name__ == "__main__":
    main()
