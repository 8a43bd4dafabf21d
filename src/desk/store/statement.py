"""Core statements compiled once for each kind of database and then run by the driver itself.

SQLAlchemy's own path costs some 60 microseconds a statement, and registering one case needs a dozen.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.sql.elements import ClauseElement

Given = Mapping[str, Any]
_Compiled = tuple[str, Sequence[str] | None, dict[str, Any]]


class Statement:
    """A statement with named parameters that are plain driver values: text, integers, bytes, None."""

    __slots__ = ("_built", "_columns", "_compiled")

    def __init__(self, built: ClauseElement, columns: Sequence[str] | None = None) -> None:
        self._built = built
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def _for(self, connection: Connection) -> _Compiled:
        name = connection.dialect.name
        found = self._compiled.get(name)
        if found is None:
            compiled: Any = self._built.compile(dialect=connection.dialect, column_keys=self._columns)
            constants = {key: value for key, value in compiled.params.items() if value is not None}
            found = self._compiled[name] = (str(compiled), compiled.positiontup, constants)
        return found

    def run(self, connection: Connection, given: Given) -> Any:
        """Runs it once and returns the driver's result (a ``CursorResult``)."""
        words, order, constants = self._for(connection)
        return connection.exec_driver_sql(words, _ordered({**constants, **given}, order))

    def run_many(self, connection: Connection, rows: Iterable[Given]) -> None:
        """Runs it for each of ``rows``; nothing happens if there is none."""
        words, order, constants = self._for(connection)
        if many := [_ordered({**constants, **row}, order) for row in rows]:
            connection.exec_driver_sql(words, many)


def inserting(table: Table, *, counted: bool = False) -> Statement:
    """The insertion of whole rows; ``counted`` leaves the ``id`` to the database."""
    return Statement(insert(table).inline(), _columns(table, counted=counted))


def inserting_one(table: Table) -> Statement:
    """The insertion of one row whose ``id`` the database counts and gives back."""
    return Statement(insert(table).returning(table.c.id), _columns(table, counted=True))


def _columns(table: Table, *, counted: bool) -> list[str]:
    return [column.name for column in table.columns if not (counted and column.name == "id")]


def _ordered(given: dict[str, Any], order: Sequence[str] | None) -> Any:
    return tuple([given[name] for name in order]) if order is not None else given
