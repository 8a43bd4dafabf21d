import sqlite3
import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.grams import Query, fold, folded_grams, grams, query_grams, short_grams

# Letters that often stand side by side in complaints, so that random texts and queries meet often enough.
LETTERS = "王张三国𠮷𮧵第号楼投诉12013a-（）〔〕 [Ａ，。·ëé"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=14) | st.text(max_size=12)

# So few that a text and a query differ only in 第 and 号 time and again.
NUMBERS = st.text(st.sampled_from("第号12王("), max_size=6)


def found_by_index(query: Query, text: str) -> bool:
    """What an index with prefix search answers."""
    pieces = grams(text)
    return set(query.tokens) <= set(pieces) and all(
        any(piece.startswith(prefix) for piece in pieces) for prefix in query.prefixes
    )


@given(TEXTS, TEXTS, TEXTS)
def test_every_part_of_a_text_is_found_in_it(before, part, after):
    query = query_grams(part)

    assert query.matches(before + part + after)
    assert found_by_index(query, before + part + after)


@given(TEXTS | NUMBERS, TEXTS | NUMBERS)
def test_whatever_matches_is_offered_by_the_index(wanted, text):
    query = query_grams(wanted)

    assert found_by_index(query, text) or not query.matches(text)


@given(NUMBERS, NUMBERS)
def test_a_number_matches_with_and_without_its_words_only_where_the_index_offers_it(wanted, text):
    query = query_grams(wanted)

    assert found_by_index(query, text) or not query.matches(text)


@given(TEXTS | NUMBERS, TEXTS | NUMBERS)
def test_whatever_matches_has_the_short_pieces_too(wanted, text):
    query = query_grams(wanted)
    pieces = {*grams(text), *short_grams(text)}

    assert {*query.tokens, *query.prefixes} <= pieces or not query.matches(text)


@given(st.lists(TEXTS, max_size=4))
def test_the_quick_way_cuts_the_same_pieces_as_letter_by_letter(fields):
    def kind(letter):
        if letter in "第号":
            return 0
        wide = unicodedata.category(letter) in ("Lo", "Lm", "Co", "Cn") or letter == "〇"
        return 2 if wide and not letter.isascii() else 4 if letter.isalnum() else 0

    folded = "\n".join(map(fold, fields))
    runs = [(width, "".join(run)) for width, run in groupby(folded, kind) if width]
    pieces = {run[i : i + width] for width, run in runs for i in range(len(run))}

    found = folded_grams(folded)

    assert len(found) == len(pieces)
    assert set(found) == pieces


@given(TEXTS, TEXTS)
def test_folding_keeps_parts_parts(first, second):
    assert fold(first + second) == fold(first) + fold(second)


@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_the_index_and_a_second_look_give_what_like_gives(texts, wanted):
    query = query_grams(wanted)
    plain = [text for text in texts if query.needle in fold(text)]

    offered = [text for text in texts if found_by_index(query, text)]

    assert [text for text in offered if query.needle in fold(text)] == plain


@pytest.mark.parametrize(
    "typed",
    [
        "〔2026〕第12号",
        "〔2026〕12号",
        "[2026]12",
        "（2026）第12号",
        "﹝2026﹞12号",
        "【2026】第12",
        "投受〔2026〕12号",
        "２０２６】１２",
    ],
)
def test_a_document_number_is_found_however_its_brackets_and_words_are_typed(typed):
    assert query_grams(typed).matches("某市监投受〔2026〕第12号")


@pytest.mark.parametrize("printed", ["〔2026〕第12号", "〔2026〕12号", "〔2026〕12", "(2026)第12号令"])
def test_a_document_number_is_found_however_it_is_printed(printed):
    query = query_grams("〔2026〕第12号")

    assert query.matches(printed)
    assert found_by_index(query, printed)


@pytest.mark.parametrize("typed", ["〔2025〕第12号", "〔2026〕第21号", "2026第12号"])
def test_another_document_number_is_not_found(typed):
    assert not query_grams(typed).matches("某市监投受〔2026〕第12号")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("0571-8888 1234", "电话：057188881234"),
        ("138 0013 8000", "13800138000"),
        ("0013", "138-0013-8000"),
        ("ＡＢＣ", "abc商店"),
        ("ALI", "阿里alí木"),
        ("买买提•吐", "买买提·吐尔逊"),
        ("𠮷", "上𠮷野家"),
        ("𠮷野", "上𠮷野家"),
        ("号楼", "3号楼"),
        ("第一", "排名第一"),
        ("一百号", "一百号人"),
    ],
)
def test_width_spaces_dashes_dots_and_rare_letters_do_not_hide_a_text(typed, text):
    assert query_grams(typed).matches(text)
    assert found_by_index(query_grams(typed), text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("吉野", "𠮷野家"),
        ("1234", "12345号楼的123号"[6:]),
        ("张三", "三张"),
        ("12", "1号2"),
        ("12", "1第2"),
        ("12", "1号第2"),
    ],
)
def test_what_is_not_there_is_not_found(typed, text):
    assert not query_grams(typed).matches(text)


def test_han_are_cut_in_twos_and_digits_in_fours_with_their_tails():
    assert grams("王建国") == ["王建", "建国", "国"]
    assert grams("二〇二六") == ["二〇", "〇二", "二六", "六"]
    assert grams("138001") == ["1380", "3800", "8001", "001", "01", "1"]
    assert grams("佐々木B1é") == ["佐々", "々木", "木", "b1e", "1e", "e"]
    assert short_grams("王1380") == ["王", "1", "13", "138", "3", "38", "380", "8", "80", "0"]


def test_a_query_asks_for_whole_pieces_and_for_beginnings():
    query = query_grams("王建国 138 00131")

    assert (query.tokens, query.prefixes) == (("王建", "建国", "1380", "3800", "8001", "0013", "0131"), ())
    assert query_grams("王3").prefixes == ("王", "3")
    assert len(query_grams("一二三四五六七八九十" * 20).tokens) <= 32


def test_a_rare_letter_is_one_letter():
    assert grams("𠮷𮧵") == ["𠮷𮧵", "𮧵"]


def test_punctuation_alone_asks_for_a_look_at_every_text():
    assert query_grams("，").needs_scan
    assert not query_grams("，王").needs_scan


def test_an_empty_query_asks_nothing():
    assert query_grams(" -\u200b").is_empty
    assert query_grams("").matches("anything")


@given(TEXTS)
def test_pieces_are_plain_words_that_need_no_quoting(text):
    for piece in [*grams(text), *short_grams(text)]:
        assert piece
        assert not set(piece) & set("\"'* \n\0\\")


def test_an_fts5_index_finds_parts_and_single_letters():
    texts = ["王建国", "国建王", "电话138001", "上𠮷野家", "〔2026〕第12号"]
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE found USING fts5(t, tokenize='ascii', detail=none, prefix='1 3')")
    for number, text in enumerate(texts):
        store.execute("INSERT INTO found(rowid, t) VALUES (?, ?)", (number, " ".join(grams(text))))

    def ask(typed: str) -> list[str]:
        query = query_grams(typed)
        parts = [f'"{token}"' for token in query.tokens] + [f'"{prefix}"*' for prefix in query.prefixes]
        rows = store.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid", (" AND ".join(parts),)
        )
        return [texts[row] for (row,) in rows if query.matches(texts[row])]

    assert ask("建国") == ["王建国"]
    assert ask("王") == ["王建国", "国建王"]
    assert ask("800") == ["电话138001"]
    assert ask("𠮷") == ["上𠮷野家"]
    assert ask("[2026]12") == ["〔2026〕第12号"]
    assert ask("李") == []
