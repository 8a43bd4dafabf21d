"""An office with a million cases beside one with a thousand: is anything slower that should not be?

    python -m tests.perf.large_store build FOLDER CASES      (a new office in FOLDER, written in bulk)
    python -m tests.perf.large_store measure SMALL LARGE     (both offices take turns; ratios of medians)

The cases go in by the same way as an old register's: whole batches, all tables, index, numbers and audit.
"""

import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from tests.fixtures_office import make_office
from tests.perf.store_speed import facts, took

from desk.domain.case import Case, Happening
from desk.domain.clocks import clocks_of
from desk.domain.draft import Draft
from desk.domain.grams import fold
from desk.domain.moments import OFFICE_ZONE
from desk.domain.old_register import _ending
from desk.services import cases, figures, intake, searching
from desk.services.office import Office, open_office
from desk.store import batches, search_index
from desk.store.audit import Act, append
from desk.store.batches import Staged
from desk.store.case_filter import CaseFilter
from desk.store.case_list import Order
from desk.store.registration import NewCase

RULEBOOK = "R15"
FIRST, LAST = datetime(2021, 1, 4, 9, tzinfo=OFFICE_ZONE), datetime(2026, 11, 20, 9, tzinfo=OFFICE_ZONE)
TEXTS = 20_000
"""So many different tellings; people and numbers differ in every case."""

AT_ONCE = 1000


def build(home: Path, count: int) -> None:
    """A new office with ``count`` cases over six years, nineteen of twenty closed."""
    office = make_office(home, RULEBOOK)
    office.clock = lambda: LAST
    with office.store.writing() as tx:
        batch = batches.begin(tx, name="large", sha256="", offered=count, by="counter")
    done, start = 0, time.perf_counter()
    made = _ready(office, batch, count)
    while chunk := list(islice(made, AT_ONCE)):
        with office.store.writing() as tx:
            batches.stage(tx, batch, done, chunk)
            for n in range(len(chunk)):
                append(tx, Act(act="register", by="counter", case_id=done + n + 1))
        done += len(chunk)
        if done % 50_000 == 0:
            print(f"{done} in {time.perf_counter() - start:.0f} s", flush=True)
            office.store.checkpoint()
    with office.store.writing() as tx:
        batches.show(tx, batch, digest="", imported=done)
    office.store.checkpoint()
    office.close()


def _ready(office: Office, batch: int, count: int) -> Iterator[batches.Ready]:
    """Every case anew but for its telling, whose costly parts are made once."""
    pick = random.Random(11)
    told: list[tuple[NewCase, batches.Ready]] = []
    for n in range(count):
        at = FIRST + (LAST - FIRST) * (n / count)
        new = _new_case(office, pick, n, batch, at)
        if len(told) < TEXTS:
            ready = batches.ready(office.store.cipher, Staged(new, f"旧{n}"), in_file=True)
            told.append((new, ready))
            yield ready
        else:
            yield _like(office, new, f"旧{n}", *told[n % TEXTS])


def _new_case(office: Office, pick: random.Random, n: int, batch: int, at: datetime) -> NewCase:
    rulebook = office.rulebook
    values = facts(pick) if n < TEXTS else _person(pick)
    values["department"] = pick.choice(rulebook.departments).id if rulebook.departments else "一科"
    kind, ending = rulebook.kinds[0], _ending(rulebook, rulebook.kinds[0].id, "closed")
    end = at + timedelta(days=pick.randrange(1, 60))
    timeline = [Happening(step="register", at=at, by="counter")]
    closed = end < LAST and pick.random() < 0.97
    if closed and ending:
        timeline.append(Happening(step=ending.id, at=end, by="counter"))
    category = pick.choice([entry.id for entry in rulebook.categories if entry.enabled] or [""])
    case = Case(
        id=0, number="", rulebook=rulebook.id, rulebook_version=rulebook.version, kind=kind.id,
        channel=rulebook.channels[n % len(rulebook.channels)].id, category=category, station="",
        state=ending.to if closed and ending else kind.starts, levels={}, received_at=at, registered_at=at,
        handed_on_at=None, first_receiver="counter", values=values, timeline=tuple(timeline),
    )  # fmt: skip
    running = () if closed else clocks_of(
        rulebook, case, office.facts(rulebook, case), office.calendar, office.now()
    )  # fmt: skip
    return NewCase(
        key=f"large:{n}", rulebook=case.rulebook, rulebook_version=case.rulebook_version, kind=case.kind,
        channel=case.channel, category=category, state=case.state, received_at=at, registered_at=at,
        first_receiver="counter", values=values, timeline=case.timeline, clocks=running, batch=batch,
    )  # fmt: skip


def _person(pick: random.Random) -> dict[str, Any]:
    from tests.perf.store_speed import _GIVEN, _SURNAMES

    name = pick.choice(_SURNAMES) + "".join(pick.choices(_GIVEN, k=pick.choice((1, 2, 2))))
    return {"complainant.name": name, "complainant.phone": f"13{pick.randrange(10**9):09d}"}


def _like(office: Office, new: NewCase, number: str, first: NewCase, ready: batches.Ready) -> batches.Ready:
    """Another's telling with this one's people, number and days."""
    whole = replace(new, values={**first.values, **new.values})
    people = {fact: value for fact, value in whole.values.items() if fact.startswith("complainant.")}
    text = search_index.searched(number, {}, people, sealed=False)
    grams = " ".join(dict.fromkeys([*ready.index["grams"].split(), *search_index._words(text).split()]))
    index = {
        **ready.index, "number": fold(number), "names": text.names, "people": text.people, "phones": text.phones,
        "grams": grams,
    }  # fmt: skip
    fresh = batches.ready(office.store.cipher, Staged(replace(whole, values=people), number), in_file=True)
    return replace(
        ready,
        one=Staged(whole, number),
        hidden=fresh.hidden,
        repeats=fresh.repeats,
        told=fresh.told,
        index=index,
    )


# --- measuring ---


def register(office: Office, pick: random.Random) -> None:
    """What the counter does."""
    values = {**facts(pick), "respondent.address": "解放街8号", "demand": "退货", "publish_consent": False}
    values.pop("complainant.id_number")
    draft = Draft(kind=office.rulebook.kinds[0].id, channel="window", received_at=office.now(), values=values)
    intake.register(office, office.viewer("counter"), draft)


def works(office: Office, seed: int) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    pick = random.Random(seed)
    some = facts(pick)
    head = office.viewer("head")
    name, phone, text = some["complainant.name"], some["complainant.phone"], some["narrative"]
    asked = {"1 character": name[0], "name": name, "phone tail": phone[-4:], "6 digits": phone[3:9],
             "2 of text": text[:2], "8 of text": text[:8], "nothing": "鼐龘" + name}  # fmt: skip
    finds = {
        f"search, {kind}": lambda words=words: searching.find(office, head, words)
        for kind, words in asked.items()
    }
    due = Order("due", descending=False)
    received = CaseFilter(received_from=LAST - timedelta(days=30), received_to=LAST)
    return {
        "register": lambda: register(office, pick),
        **finds,
        "newest page": lambda: cases.page(office, head),
        "page by due": lambda: cases.page(office, head, order=due),
        "page by due, open only": lambda: cases.page(office, head, CaseFilter(overdue=False), order=due),
        "page of a month": lambda: cases.page(office, head, received),
        "count": lambda: cases.count(office, head),
        "count of a month": lambda: cases.count(office, head, received),
    }


def measure(small: Path, large: Path, turns: int = 60) -> None:
    """Both offices in turns; p50 / p95 in milliseconds, and the ratio of the medians."""
    homes = {"small": small, "large": large}
    start = {
        name: took(lambda home=home: open_office(home, now=LAST).close()) for name, home in homes.items()
    }
    offices = {name: open_office(home, now=LAST) for name, home in homes.items()}
    for office in offices.values():
        office.clock = lambda: LAST
    found: dict[str, dict[str, list[float]]] = {}
    for turn in range(turns):
        for name, office in offices.items():
            for work, do in works(office, turn).items():
                found.setdefault(work, {}).setdefault(name, []).append(took(do))
    month = date(2026, 10, 1), date(2026, 10, 31)
    for name, office in offices.items():
        for _ in range(3):
            seconds = took(lambda office=office: figures.figures(office, office.viewer("head"), *month))
            found.setdefault("figures of a month", {}).setdefault(name, []).append(seconds)
    print(
        f"open: {start['small']:.2f} s, {start['large']:.2f} s, {start['large'] / start['small']:.2f} times"
    )
    for work, times in found.items():
        p50 = {name: sorted(t)[len(t) // 2] for name, t in times.items()}
        p95 = {name: sorted(t)[int(len(t) * 0.95)] for name, t in times.items()}
        print(
            f"{work}: " + ", ".join(f"{n} {p50[n] * 1e3:.2f} / {p95[n] * 1e3:.2f} ms" for n in homes)
            + f", {p50['large'] / p50['small']:.2f} times"
        )  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1] == "build":
        shutil.rmtree(sys.argv[2], ignore_errors=True)
        build(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        measure(Path(sys.argv[2]), Path(sys.argv[3]), *map(int, sys.argv[4:]))
