"""Has another desk changed something? Asked every second or so by a window; costs next to nothing."""

from contextlib import suppress
from typing import Any

from desk.store import sqlite
from desk.store.engine import Store
from desk.store.failures import told

_PATIENCE = 0.02
"""Seconds that a server's word is waited for."""


class News:
    """A connection of its own that only listens. To be asked from one thread, and closed with the window."""

    def __init__(self, store: Store) -> None:
        with told():
            self._connection: Any = _listening(store)
        self._on_file = store.path is not None
        self._seen = self._version() if self._on_file else 0

    def changed(self) -> bool:
        """Whether anything was committed since the last question, by this program or another."""
        with told():
            if not self._on_file:
                return any(True for _ in list(self._connection.notifies(timeout=_PATIENCE)))
            before, self._seen = self._seen, self._version()
        return self._seen != before

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
