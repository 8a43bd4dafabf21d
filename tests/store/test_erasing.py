"""Erased means erased: nothing of the person is left in any table or in the index, the number and the reason stay."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from sqlalchemy import event, inspect, text
from tests.fixtures_store import MORNING, StoreMaker
from tests.store.builders import CALLER, CLERK, register

from desk.domain.errors import DeskError
from desk.store import attachments, cases, erasing, papers, search, verification
from desk.store.engine import Store


def dumped(store: Store) -> str:
    """Everything that the tables hold, decrypted, and every piece in the index."""
    with store.writer.connect() as connection, connection.begin():
        names = inspect(connection).get_table_names()
        rows = [
            str(connection.execute(text(f'SELECT * FROM "{name}"')).all())
            for name in names
            if "pieces" not in name
        ]
        if store.path:
            words = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'search_pieces', 'row')"
            connection.execute(text(words))
            rows += connection.execute(text("SELECT term FROM temp.vocabulary")).scalars()
            connection.execute(text("DROP TABLE temp.vocabulary"))
    for code in ("\\x",):
        rows = [row.replace(code, "") for row in rows]
    return "\n".join(rows)


def test_erasing_takes_every_word_about_people_and_leaves_the_number(any_store: Store) -> None:
    made, kept = register(any_store), register(any_store, values={"subject": "路灯"})
    with any_store.writing() as tx:
        papers.issue(
            tx, case_id=made.id, kind="receipt", number="回执1", by="clerk", at=MORNING, data=b"bytes with a name",
            content={"text": "曾建国"}, pages=1, copies=1,
        )  # fmt: skip

    with any_store.writing() as tx:
        erasing.erase(tx, made.id, by="head", reason="保存期限已满")
        erasing.rewrite_index(tx)
    any_store.checkpoint()

    left = dumped(any_store)
    words = [str(value) for fact, value in CALLER.items() if fact != "amount"]
    assert not [word for word in [*words, "曾建", "zjg", "退款", "bytes with a name"] if word in left]
    with any_store.reading() as tx:
        assert cases.get(tx, made.id, CLERK).number == made.number
        assert cases.is_erased(tx, made.id)
        assert not cases.is_erased(tx, kept.id)
        assert search.find(tx, CLERK, "路灯", 9).ids == (kept.id,)
        assert verification.verify_all(tx) == ()


def test_control_before_erasing_the_words_are_there(sqlite_store: Store) -> None:
    register(sqlite_store)

    assert "zjg" in dumped(sqlite_store)
    assert "退款" in dumped(sqlite_store)


def test_erasing_needs_a_reason(any_store: Store) -> None:
    made = register(any_store)

    with pytest.raises(DeskError, match="依据"), any_store.writing() as tx:
        erasing.erase(tx, made.id, by="head", reason=" ")


def test_no_erasure_looks_through_a_whole_table(sqlite_store: Store) -> None:
    """With hundreds of thousands of cases that would hold the counter up."""
    made = register(sqlite_store)
    said: list[str] = []

    def explain(_connection: Any, cursor: Any, words: str, given: Any, *_: Any) -> None:
        if words.startswith(("DELETE", "UPDATE happening")):
            plan = cursor.connection.cursor().execute(f"EXPLAIN QUERY PLAN {words}", given).fetchall()
            said.extend(f"{words.split()[2]}: {row[-1]}" for row in plan)

    event.listen(sqlite_store.writer, "before_cursor_execute", explain)
    with sqlite_store.writing() as tx:
        erasing.erase(tx, made.id, by="admin", reason="期满")

    assert any("repeat_key" in step for step in said)
    few = "paper_pending"  # by its nature (see the schema)
    assert [step for step in said if "SCAN" in step and few not in step] == []


@pytest.mark.postgres
def test_what_another_desk_adds_while_a_case_is_destroyed_goes_with_it(
    postgres_store: Store, reopened: StoreMaker
) -> None:
    """Who has asked whether the case may be written to is waited for; who asks later is told that it is gone."""
    other, made = reopened(postgres_store), register(postgres_store)
    begun, done = Event(), Event()

    def destroy() -> None:
        with postgres_store.writing() as tx:
            begun.set()
            erasing.erase(tx, made.id, by="head", reason="期满")
        done.set()

    with ThreadPoolExecutor(1) as lane:
        with other.writing() as tx:
            attachments.add(tx, made.id, "照片.jpg", b"\xff\xd8\xff\xe0picture", by="clerk")
            going = lane.submit(destroy)
            assert begun.wait(5)
            assert not done.wait(0.5)
        going.result(10)

    with postgres_store.reading() as tx:
        assert attachments.count(tx, made.id) == 0
    with pytest.raises(DeskError, match="已经销毁"), other.writing() as tx:
        attachments.add(tx, made.id, "照片.jpg", b"\xff\xd8\xff\xe0picture", by="clerk")
