"""Opening a store and running transactions in it: ``with store.writing() as tx:`` and ``with store.reading() as tx:``."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine, func, select

from desk.domain.errors import StoreError
from desk.domain.progress import Told
from desk.store import (
    audit,
    failures,
    kept_counts,
    places,
    postgres,
    search_index,
    server_roles,
    sqlite,
    upgrading,
)
from desk.store.cipher import KEY_BYTES, Cipher, cipher
from desk.store.failures import BUSY, StoreBusy, told
from desk.store.highwater import HighWater
from desk.store.transaction import Transaction

Clock = Callable[[], datetime]
READER_LANES = 2


@dataclass(slots=True)
class Store:
    """One office's cases. Safe to share between threads: writers take turns, readers see a snapshot.

    ``ours`` are the rows of the audit that came from this store here, until ``news`` has passed them: what is not
    among them another desk did.
    """

    url: str = field(repr=False)  # a server's address may hold a password
    path: Path | None
    cipher: Cipher
    clock: Clock
    highwater: HighWater | None
    writer: Engine
    reader: Engine
    lane: Lock
    ours: set[int] = field(default_factory=set)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """All or nothing. Ends with audit, high-water mark and commit, in this order; leaves nothing on an exception."""
        with self._turn(), told(self.path):
            with self.writer.connect() as connection, connection.begin():
                tx = Transaction(connection, self.cipher, self.clock, writes=True, highwater=self.highwater)
                yield tx
                written = finish(tx)
            self.ours.update(written)
            if self.highwater:
                self.highwater.settle(tx.taken)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A consistent snapshot for as long as the block runs; writers are not held up."""
        with told(), self.reader.connect() as connection, connection.begin():
            yield Transaction(connection, self.cipher, self.clock, writes=False, highwater=self.highwater)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Waits for the writer lane, but not for ever: a write within a write would wait for itself."""
        if not self.lane.acquire(timeout=sqlite.WAIT_SECONDS):
            raise StoreBusy(BUSY.code, BUSY.message, BUSY.hint)
        try:
            yield
        finally:
            self.lane.release()

    def checkpoint(self) -> None:
        """Moves what is in the write-ahead log into the file; for idle moments, and before copying."""
        if self.path is None:
            return
        with self._turn(), told(self.path):
            raw = self.writer.raw_connection()
            try:
                # What the planner knows of sizes is brought up to date now and then; it looks at a sample.
                raw.cursor().execute("PRAGMA analysis_limit=400")
                raw.cursor().execute("PRAGMA optimize")
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()
        if self.highwater:
            self.highwater.compact()

    def close(self) -> None:
        """Gives all connections back; SQLite then folds its log into the file."""
        self.reader.dispose()
        self.writer.dispose()


def finish(tx: Transaction) -> Sequence[int]:
    """The last acts of a writing transaction before its commit; the numbers of the rows that its acts are in the audit."""
    search_index.write(tx)
    if not tx.acts and not tx.taken:
        kept_counts.forget(tx)
        return ()
    acts = len(tx.acts)
    head = audit.write(tx)
    kept_counts.forget(tx)
    if not tx.on_sqlite:
        tx.connection.execute(select(func.pg_notify("desk", str(head[0]))))
    if tx.highwater:
        try:
            tx.highwater.raise_to(tx.taken, head)
        except OSError as error:
            raise failures.of_system(error) from error
    return range(head[0] - acts + 1, head[0] + 1)


def open_store(
    url: str,
    key: bytes | None = None,
    *,
    now: Clock,
    mark: Path | None = None,
    upgrade: bool = True,
    progress: Told | None = None,
) -> Store:
    """Opens or creates the store at ``sqlite:///path`` or ``postgresql://…`` with its 32-byte key.

    ``now`` is the office's clock, with its zone. ``mark`` is the high-water file; by default beside the SQLite file,
    none on PostgreSQL. ``upgrade=False`` is for desks that must leave the tables to the administrator. ``progress`` hears
    how far an upgrade is.
    Raises ``StoreError``: wrong place, wrong key, damaged, too old a SQLite, written by a newer release.
    """
    if key is None or len(key) != KEY_BYTES:
        raise StoreError("no_key", "缺少资料库的密钥，打不开。", "请用口令或恢复密钥解锁后再试。")
    with told():
        store = _file(url, key, now, mark) if url.startswith("sqlite:") else _server(url, key, now, mark)
        try:
            _prepare(store, upgrade=upgrade, progress=progress)
        except BaseException:
            store.close()
            raise
    return store


def _file(url: str, key: bytes, now: Clock, mark: Path | None) -> Store:
    path = places.check(Path(url.removeprefix("sqlite:///")))
    keys = cipher(key, seals=False)
    return Store(
        url=url, path=path, cipher=keys, clock=now,
        highwater=HighWater(mark or path.with_name(path.name + ".mark"), keys.mark_key),
        writer=sqlite.engine(path, keys.file_key, begin="BEGIN IMMEDIATE", lanes=1),
        reader=sqlite.engine(path, keys.file_key, begin="BEGIN", lanes=READER_LANES),
        lane=Lock(),
    )  # fmt: skip


def _server(url: str, key: bytes, now: Clock, mark: Path | None) -> Store:
    keys = cipher(key, seals=True)
    return Store(
        url=url, path=None, cipher=keys, clock=now,
        highwater=HighWater(mark, keys.mark_key) if mark else None,
        writer=postgres.engine(url, lanes=1, read_only=False),
        reader=postgres.engine(url, lanes=READER_LANES, read_only=True),
        lane=Lock(),
    )  # fmt: skip


def _prepare(store: Store, *, upgrade: bool, progress: Told | None) -> None:
    with store.writer.connect() as connection, connection.begin():
        if not upgrade or not upgrading.owns_tables(connection):
            upgrading.refuse_to_upgrade(connection)
        if not upgrading.needs_upgrade(connection):
            return
        found = upgrading.revision(connection)
        if not found or store.path is None:
            upgrading.upgrade(connection, progress if found else None)
            tx = Transaction(connection, store.cipher, store.clock, writes=True)
            if not found:
                audit.begin(tx)
            server_roles.renew(tx)
            return
    store.close()  # a file is upgraded by way of a copy
    upgrading.upgrade_file(store.path, store.cipher.file_key, progress)
