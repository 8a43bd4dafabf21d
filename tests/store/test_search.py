"""Searching finds what a look at every text would find: no more, no less, and for each viewer only what is theirs."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError
from tests.store.builders import CALLER, CLERK, HEAD, STRANGER, kept_from, register

from desk.domain.grams import query_grams
from desk.domain.viewer import Viewer
from desk.store import search
from desk.store.engine import Store
from desk.store.registration import Numbering


def found(
    store: Store, text: str, viewer: Viewer = CLERK, field: search.Field | None = None
) -> tuple[int, ...]:
    with store.reading() as tx:
        return search.find(tx, viewer, text, 50, field).ids


@pytest.mark.parametrize(
    "text",
    ["曾建国", "建国", "国", "曾", "5678", "138", "8", "81234", "人民路", "路12号", "退款", "余额无", "关门，余额",
     "[2026]1", "〔2026〕第1号", "投诉(2026)", "zjg", "cjg", "jg", "z", "002x", "Ｘ", "１３８"],
)  # fmt: skip
def test_any_run_of_characters_finds_the_case(any_store: Store, text: str) -> None:
    wanted = register(any_store).id
    other = {"complainant.name": "欧阳娜娜", "complainant.phone": "", "complainant.id_number": "",
             "complainant.address": "", "subject": "噪声", "narrative": "夜里施工。", "respondent.name": "甲方"}  # fmt: skip
    register(any_store, numbering=Numbering("other", "", lambda n: f"K{n}"), facts=other)

    assert found(any_store, text) == (wanted,)


def test_the_newest_case_comes_first(any_store: Store) -> None:
    ids = [register(any_store).id for _ in range(3)]

    assert found(any_store, "曾建国") == tuple(reversed(ids))


def test_totals_are_exact_or_say_at_least(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        register(any_store)

    with any_store.reading() as tx:
        exact = search.find(tx, CLERK, "退款", 2)
        monkeypatch.setattr(search, "COUNT_TO", 4)
        counted = search.find(tx, CLERK, "退款", 2)

    assert (exact.total, exact.exact) == (5, True)
    assert (counted.total, counted.exact) == (4, False)


def test_who_may_not_see_identities_cannot_find_by_them(any_store: Store) -> None:
    register(any_store)

    asked = ["曾建国", "曾", "13812345678", "5678", "人民路", "002X", "zjg"]

    assert [text for text in asked if found(any_store, text, STRANGER)] == []
    assert found(any_store, "退款", STRANGER) != ()


def test_a_sealed_case_is_found_by_number_and_summary_alone(any_store: Store) -> None:
    made = register(any_store, sealed=True, facts={"summary": "卡类问题"})

    by_words = [
        text for text in ("曾建国", "5678", "退款", "商家关门", "鑫源", "zjg") if found(any_store, text, HEAD)
    ]

    assert by_words == []
    assert found(any_store, "卡类") == found(any_store, "2026〕1") == (made.id,)


def test_a_case_of_conflict_is_neither_found_nor_counted(any_store: Store) -> None:
    made, other = register(any_store), register(any_store)
    partial = kept_from(any_store, made.id)

    with any_store.reading() as tx:
        hits = search.find(tx, partial, "曾建国", 50)

    assert (hits.ids, hits.total) == ((other.id,), 1)


def test_a_search_in_one_field_leaves_the_others_out(any_store: Store) -> None:
    made = register(any_store)

    assert found(any_store, "曾", field="name") == (made.id,)
    assert found(any_store, "曾", field="matter") == ()
    assert found(any_store, "5678", field="phone") == (made.id,)
    assert found(any_store, "5678", field="number") == ()


_ALPHABET = "张三丰王𠮷𮧵区〇の한ёXx1290 　-－()（）〔〕[]第号，。\"'*^:{}\\%_\n\tÀé１２"
_TEXTS = st.text(st.sampled_from(_ALPHABET), max_size=14)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=6),
    st.lists(_TEXTS, min_size=4, max_size=12),
    st.data(),
)
def test_search_finds_what_a_look_at_every_text_finds(
    any_store: Store, texts: list[tuple[str, str]], queries: list[str], data: st.DataObject
) -> None:
    texts_of = {
        register(any_store, values={"narrative": narrative, "complainant.address": address}).id: (
            narrative,
            address,
        )
        for narrative, address in texts
    }
    for narrative, address in texts:  # questions that have an answer, too
        source = narrative + address
        start = data.draw(st.integers(0, len(source)))
        queries.append(source[start : start + data.draw(st.integers(1, 5))])

    for query in queries:
        meant = query_grams(query)
        expected = {
            case_id
            for case_id, fields in texts_of.items()
            if not meant.is_empty and any(map(meant.matches, fields))
        }
        with any_store.reading() as tx:
            hits = set(search.matching(tx, CLERK, query, "matter")) | set(
                search.matching(tx, CLERK, query, "people")
            )
        assert hits & set(texts_of) == expected, query


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40))
def test_no_question_is_an_error(any_store: Store, text: str) -> None:
    with any_store.reading() as tx:
        for viewer in (CLERK, STRANGER):
            search.find(tx, viewer, text, 10)


SPOKEN = ('"', "''", "*", "NEAR(", "name:", "^", "{", "O'Brien", 'a"b', "\x00", "2026-001")


@pytest.mark.parametrize(
    "text",
    ["", " ", "a AND b", *SPOKEN],
)
def test_the_index_s_own_language_is_plain_text(any_store: Store, text: str) -> None:
    register(any_store)

    found(any_store, text)
    assert CALLER  # nothing was raised


@pytest.mark.parametrize("words", SPOKEN)
def test_control_asked_as_it_was_typed_the_index_refuses_it(sqlite_store: Store, words: str) -> None:
    register(sqlite_store)
    asked = sql("SELECT count(*) FROM search_pieces WHERE search_pieces MATCH :words")

    with pytest.raises(DBAPIError), sqlite_store.reading() as tx:
        tx.connection.execute(asked, {"words": words}).all()
