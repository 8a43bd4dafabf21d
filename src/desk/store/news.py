"""Has another desk changed something? Asked every second or so by a window; costs next to nothing."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from desk.store import audit, sqlite
from desk.store.audit import Record
from desk.store.engine import Store
from desk.store.failures import told

_PATIENCE = 0.02
"""Seconds that a server's word is waited for."""
MOST = 500
"""No more acts than this are told one by one."""


class News:
    """A connection of its own that only listens. To be asked from one thread, and closed with the window."""

    def __init__(self, store: Store) -> None:
        self._store = store
        with told():
            self._connection: Any = _listening(store)
        self._on_file = store.path is not None
        self._seen = self._version() if self._on_file else 0
        with store.reading() as tx:
            self._row = audit.head(tx).count

    def changed(self) -> bool:
        """Whether anything was committed since the last question, by this program or another."""
        with told():
            if not self._on_file:
                return any(True for _ in list(self._connection.notifies(timeout=_PATIENCE)))
            before, self._seen = self._seen, self._version()
        return self._seen != before

    def acts(self) -> Sequence[Record] | None:
        """What other desks did since the last question, the oldest first; None where it is too much to tell."""
        if not self.changed():
            return ()
        with self._store.reading() as tx:
            head = audit.head(tx).count
            rows = audit.since(tx, self._row, MOST + 1)
        ours = {n for n in self._store.ours if n <= head}
        self._store.ours -= ours
        self._row = max(head, self._row)
        return None if len(rows) > MOST else tuple(row for row in rows if row.n <= head and row.n not in ours)

    def close(self) -> None:
        """Gives the connection back."""
        with suppress(Exception):  # a server that has gone away needs no farewell
            self._connection.close()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def _listening(store: Store) -> Any:
    if store.path is not None:
        return sqlite.connect(store.path, store.cipher.file_key, read_only=True)
    import psycopg

    connection = psycopg.connect(store.url, autocommit=True)
    connection.execute("LISTEN desk")
    return connection
