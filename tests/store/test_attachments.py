"""Files come back byte by byte, under a harmless name, and only to those who may see the case."""

import hashlib

import pytest
from tests.fixtures_store import StoreMaker
from tests.store.builders import CLERK, HEAD, kept_from, register

from desk.domain.errors import DeskError, NotFound
from desk.store import attachments, links
from desk.store.engine import Store
from desk.store.news import News

PICTURE = (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)[:10240]


def test_a_file_comes_back_byte_by_byte(any_store: Store) -> None:
    made = register(any_store)
    with any_store.writing() as tx:
        added = attachments.add(tx, made.id, r"C:\照片\现场 1.jpg", PICTURE, by="clerk")

    with any_store.reading() as tx:
        kept = attachments.of_case(tx, made.id, CLERK)[0]
        assert (kept.name, kept.size, kept.sha256) == (
            "现场 1.jpg",
            10240,
            hashlib.sha256(PICTURE).hexdigest(),
        )
        assert attachments.data(tx, added, CLERK) == PICTURE


@pytest.mark.parametrize(
    ("given", "shown"),
    [("../../etc/passwd", "passwd"), ("a:stream", "a_stream"), ("x\u202egpj.pdf", "xgpj.pdf"), ("a\0b.pdf", "ab.pdf"),
     ("结尾. . .", "结尾"), ("", "未命名"), ("/", "未命名"), ("长" * 300 + ".pdf", "长" * 196 + ".pdf")],
)  # fmt: skip
def test_a_name_is_shown_without_what_hides_or_leads_elsewhere(given: str, shown: str) -> None:
    assert attachments.shown_name(given) == shown


@pytest.mark.parametrize(
    "name", ["a.exe", "账单.pdf.EXE", "x\u202egpj.exe", "a.lnk ", "a.js.", "cd.iso", "a.exe.pdf"]
)
def test_a_file_that_could_run_is_refused(sqlite_store: Store, name: str) -> None:
    made = register(sqlite_store)

    with sqlite_store.writing() as tx, pytest.raises(DeskError, match="可以运行"):
        attachments.add(tx, made.id, name, b"MZ", by="clerk")


def test_an_empty_and_a_too_large_file_are_refused(sqlite_store: Store) -> None:
    made = register(sqlite_store)

    with sqlite_store.writing() as tx:
        with pytest.raises(DeskError, match="空文件"):
            attachments.add(tx, made.id, "a.pdf", b"", by="clerk")
        with pytest.raises(DeskError, match="50 MB"):
            attachments.add(tx, made.id, "a.pdf", bytes(attachments.LARGEST + 1), by="clerk")


def test_files_of_a_sealed_case_and_of_a_case_of_conflict_do_not_exist(any_store: Store) -> None:
    sealed, plain = register(any_store, sealed=True), register(any_store)
    partial = kept_from(any_store, plain.id)
    with any_store.writing() as tx:
        ids = [attachments.add(tx, made.id, "信封.jpg", PICTURE, by="clerk") for made in (sealed, plain)]

    with any_store.reading() as tx:
        assert attachments.of_case(tx, sealed.id, HEAD) == ()
        for viewer, hidden in ((HEAD, ids[0]), (partial, ids[1])):
            with pytest.raises(NotFound):
                attachments.data(tx, hidden, viewer)


def test_links_are_seen_from_both_sides_and_not_towards_a_conflict(any_store: Store) -> None:
    first, second = register(any_store), register(any_store)
    partial = kept_from(any_store, second.id)
    with any_store.writing() as tx:
        for _ in range(2):
            links.join(tx, second.id, first.id, "repeats", by="clerk")
        with pytest.raises(DeskError, match="它自己"):
            links.join(tx, first.id, first.id, "repeats", by="clerk")

    with any_store.reading() as tx:
        assert links.of_case(tx, first.id, CLERK) == links.of_case(tx, second.id, CLERK)
        assert len(links.of_case(tx, first.id, CLERK)) == 1
        assert links.of_case(tx, first.id, partial) == ()


def test_a_window_learns_that_another_desk_has_saved(any_store: Store, reopened: StoreMaker) -> None:
    news = News(any_store)
    nothing = news.changed()

    register(reopened(any_store))

    assert not nothing
    assert any(news.changed() for _ in range(250))  # a server's word takes a moment
    assert not news.changed()
    news.close()
