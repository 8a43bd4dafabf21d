"""The check of the whole store: silent in an office that is in order, and each planted fault is named."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.fixtures_store import KEY, MORNING
from tests.store.builders import NUMBERING, register
from tests.store.test_audit import unlocked

from desk.domain.document import SealPicture
from desk.domain.errors import DeskError
from desk.store import attachments, counters, papers, seal_images, verification
from desk.store.engine import Store, open_store


def codes(store: Store) -> set[str]:
    with store.reading() as tx:
        return {finding.code for finding in verification.verify_all(tx)}


def worked(store: Store) -> int:
    """An office after some work: cases, one of them sealed, a number for a paper, an issued paper."""
    made = register(store, facts={"narrative": "长" * 900 + "短，很长的事实经过。" * 60})
    register(store, sealed=True, facts={"summary": "摘要"})
    with store.writing() as tx:
        _, number = counters.take(
            tx, "R", "receipt", "2026", lambda n: f"回执{n}", by="clerk", at=MORNING,
            ref=counters.Reference(made.id, "receipt"),
        )  # fmt: skip
        papers.issue(
            tx, case_id=made.id, kind="receipt", number=number, by="clerk", at=MORNING, data=b"%PDF-1.7 words",
            content={"text": "words"}, pages=1, copies=1,
        )  # fmt: skip
        attachments.add(tx, made.id, "现场.jpg", b"picture", by="clerk")
        for name in ("业务专用章", "公章"):
            seal_images.put(tx, name, SealPicture(data=name.encode(), width=42, height=42), {}, "admin")
    return made.id


def test_an_office_in_order_has_nothing_to_find(any_store: Store) -> None:
    worked(any_store)

    assert codes(any_store) == set()


FAULTS = {
    "gap": "DELETE FROM serial WHERE n = 1 AND series = 'case'",
    "number": "UPDATE complaint SET number = 'x' WHERE id = 1",
    "paper": "UPDATE paper_bytes SET data = (SELECT facts FROM content WHERE case_id = 1)",
    "paper_missing": "DELETE FROM paper_bytes",
    "attachment": "DELETE FROM attachment_bytes",
    "seal_image": "UPDATE seal_image SET data = (SELECT data FROM paper_bytes) WHERE name = '公章'",
    "content": "DELETE FROM content WHERE case_id = 1",
    "index": "UPDATE search_text SET matter = 'x' WHERE case_id = 1",
    "mark": "UPDATE series_counter SET last = 1 WHERE series = 'case'",
}


@pytest.mark.parametrize(("code", "statement"), FAULTS.items(), ids=FAULTS.keys())
def test_a_planted_fault_is_named(any_store: Store, code: str, statement: str) -> None:
    worked(any_store)

    unlocked(any_store, statement)

    assert code in codes(any_store)


def test_a_seal_that_stands_under_another_seals_name_is_named(any_store: Store) -> None:
    worked(any_store)

    unlocked(
        any_store,
        "UPDATE seal_image SET data = (SELECT data FROM seal_image WHERE name = '业务专用章') WHERE name = '公章'",
    )

    with any_store.reading() as tx:
        found = verification.verify_all(tx)
    assert [(finding.code, finding.where) for finding in found] == [("seal_image", "公章")]


def test_pieces_missing_from_the_index_are_named(sqlite_store: Store) -> None:
    worked(sqlite_store)

    unlocked(sqlite_store, "INSERT INTO search_pieces(search_pieces) VALUES('delete-all')")

    assert codes(sqlite_store) == {"index"}


def test_an_identity_moved_to_another_case_is_named(postgres_store: Store) -> None:
    worked(postgres_store)

    unlocked(
        postgres_store,
        "UPDATE identity SET value = (SELECT value FROM identity WHERE case_id = 1 AND fact = 'complainant.name')"
        " WHERE case_id = 2 AND fact = 'complainant.name'",
    )

    assert codes(postgres_store) == {"identity"}


def _flipped(store: Store, pages: list[int]) -> None:
    assert store.path is not None
    store.checkpoint()
    with store.path.open("r+b") as file:
        for page in pages:
            file.seek(page * 4096 + 2000)
            byte = file.read(1)
            file.seek(page * 4096 + 2000)
            file.write(bytes([byte[0] ^ 4]))


def test_every_damaged_page_is_noticed(sqlite_store: Store) -> None:
    worked(sqlite_store)
    assert sqlite_store.path is not None
    sqlite_store.checkpoint()
    pages = sqlite_store.path.stat().st_size // 4096

    for page in range(1, pages, max(pages // 20, 1)):
        _flipped(sqlite_store, [page])
        raw = sqlite_store.reader.raw_connection()
        found = raw.cursor().execute("PRAGMA cipher_integrity_check").fetchall()
        raw.close()
        _flipped(sqlite_store, [page])  # mended
        assert found, page


def test_control_without_its_seals_on_pages_sqlite_takes_most_damage_for_whole(tmp_path: Path) -> None:
    import sqlite3

    plain, damaged = tmp_path / "plain.db", tmp_path / "damaged.db"
    with closing(sqlite3.connect(plain)) as connection, connection:
        connection.execute("CREATE TABLE cases(n INTEGER PRIMARY KEY, words TEXT)")
        connection.executemany("INSERT INTO cases VALUES(?, ?)", ((n, "长" * 400) for n in range(200)))
    whole = plain.read_bytes()
    unnoticed = 0
    for page in range(2, len(whole) // 4096, 5):
        place = page * 4096 + 2000
        damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with closing(sqlite3.connect(damaged)) as connection:
            unnoticed += connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    assert unnoticed


def test_a_mark_that_is_ahead_is_told_until_the_next_number_is_taken(
    any_store: Store, reopened: Callable[[Store], Store]
) -> None:
    worked(any_store)
    assert any_store.highwater is not None
    any_store.highwater.raise_to({("R", NUMBERING.series, "2026"): 9}, (1, ""))

    before = codes(any_store)
    register(reopened(any_store))

    assert before == {"mark"}
    assert codes(any_store) == set()


def _faults(path: Path) -> str:
    """What opening and checking a file says; nothing if it claims that all is well."""
    try:
        store = open_store(f"sqlite:///{path}", KEY, now=lambda: MORNING)
    except DeskError as error:
        return error.message
    try:
        with store.reading() as tx:
            return "".join(finding.message for finding in verification.verify_all(tx))
    except DeskError as error:
        return error.message
    finally:
        store.close()


@pytest.mark.parametrize("damage", ["cut off", "zeroed"])
def test_a_file_cut_off_or_zeroed_anywhere_is_never_taken_for_whole(
    sqlite_store: Store, tmp_path: Path, damage: str
) -> None:
    worked(sqlite_store)
    sqlite_store.close()
    assert sqlite_store.path is not None
    whole = sqlite_store.path.read_bytes()
    broken = tmp_path / "broken.db"
    shutil.copy(str(sqlite_store.path) + ".mark", str(broken) + ".mark")

    for place in range(1000, len(whole) - 1, len(whole) // 12):
        data = whole[:place] if damage == "cut off" else whole[:place] + bytes(4096) + whole[place + 4096 :]
        broken.write_bytes(data[: len(whole)])
        assert _faults(broken), place
        for log in ("-wal", "-shm"):
            broken.with_name(broken.name + log).unlink(missing_ok=True)


def test_control_the_whole_file_is_well(sqlite_store: Store) -> None:
    worked(sqlite_store)
    sqlite_store.close()

    assert sqlite_store.path is not None
    assert _faults(sqlite_store.path) == ""
