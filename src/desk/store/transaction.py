"""One transaction as query functions get it: a connection, who keeps the keys, and what must happen before commit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from desk.store.cipher import Cipher

if TYPE_CHECKING:
    from desk.store.audit import Act
    from desk.store.highwater import HighWater
    from desk.store.search_index import Ready

Series = tuple[str, str, str]
"""Rulebook, series, period: what one counter counts."""


@dataclass(slots=True)
class Transaction:
    """Handed to every query function; opened and committed by the store alone.

    ``texts``, ``acts`` and ``taken`` are written as the transaction's last acts, in the order that every desk keeps:
    counters (already moved by then), search index, audit head, high-water mark, commit.
    ``moments`` are when something happened to the cases that change (``kept_counts``).
    ``kept`` are the cases that must not exist for a user, by user (``conflicts.kept_from``).
    """

    connection: Connection
    cipher: Cipher
    clock: Callable[[], datetime]
    writes: bool
    highwater: "HighWater | None" = None
    taken: dict[Series, int] = field(default_factory=dict)
    acts: "list[Act]" = field(default_factory=list)
    texts: "dict[int, Ready]" = field(default_factory=dict)
    moments: set[int] = field(default_factory=set)
    kept: dict[str, frozenset[int]] = field(default_factory=dict)

    @property
    def on_sqlite(self) -> bool:
        """Whether one encrypted file is the whole store, so that nothing inside needs a second lock."""
        return self.connection.dialect.name == "sqlite"

    def now(self) -> datetime:
        """The moment by the office's clock, with its zone."""
        return self.clock()
