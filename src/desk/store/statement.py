"""Core statements compiled once for each kind of database and then run by the driver itself.

SQLAlchemy's own path costs some 60 microseconds a statement, its shorter one for ready words 20, and registering one
case needs sixteen. Nothing else is special: same connection, same transaction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, insert
from sqlalchemy.sql.elements import ClauseElement

Given = Mapping[str, Any]
_Compiled = tuple[str, Callable[[Given], Any], dict[str, Any]]


class Statement:
    """A statement with named parameters that are plain driver values: text, integers, bytes, None."""

    __slots__ = ("_built", "_columns", "_compiled")

    def __init__(self, built: ClauseElement, columns: Sequence[str] | None = None) -> None:
        self._built = built
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, given: Given) -> None:
        """Runs it once for its effect."""
        self._execute(connection, given)

    def run_many(self, connection: Connection, rows: Iterable[Given]) -> None:
        """Runs it for each of ``rows``; nothing happens if there is none."""
        words, ordered, constants = self._for(connection)
        whole = ({**constants, **row} for row in rows) if constants else rows
        if many := list(map(ordered, whole)):
            connection.connection.cursor().executemany(words, many)

    def touched(self, connection: Connection, given: Given) -> int:
        """Runs it and says how many rows it changed."""
        return int(self._execute(connection, given).rowcount)

    def row(self, connection: Connection, given: Given) -> tuple[Any, ...] | None:
        """The first row of its result, if any."""
        found: tuple[Any, ...] | None = self._execute(connection, given).fetchone()
        return found

    def rows(self, connection: Connection, given: Given) -> list[tuple[Any, ...]]:
        """All rows of its result."""
        found: list[tuple[Any, ...]] = self._execute(connection, given).fetchall()
        return found

    def number(self, connection: Connection, given: Given) -> int:
        """The first value of its result; 0 where there is none."""
        found = self.row(connection, given)
        return int(found[0]) if found and found[0] is not None else 0

    def _execute(self, connection: Connection, given: Given) -> Any:
        words, ordered, constants = self._for(connection)
        cursor: Any = connection.connection.cursor()
        cursor.execute(words, ordered({**constants, **given} if constants else given))
        return cursor

    def _for(self, connection: Connection) -> _Compiled:
        name = connection.dialect.name
        found = self._compiled.get(name)
        if found is None:
            compiled: Any = self._built.compile(dialect=connection.dialect, column_keys=self._columns)
            constants = {key: value for key, value in compiled.params.items() if value is not None}
            found = self._compiled[name] = (str(compiled), _ordering(compiled.positiontup), constants)
        return found


class Among:
    """A question about some rows, by their ids in the column ``by``.

    About one it is a ready statement, since that is what is asked all day; about several SQLAlchemy writes the list.
    """

    __slots__ = ("_one", "_several")

    def __init__(self, asked: Select[Any], by: ColumnElement[Any]) -> None:
        self._one = Statement(asked.where(by == bindparam("id_")))
        self._several = asked.where(by.in_(bindparam("ids_", expanding=True)))

    def rows(self, connection: Connection, ids: Sequence[int]) -> Sequence[Sequence[Any]]:
        """All rows of its result, each as its columns."""
        if len(ids) == 1:
            return self._one.rows(connection, {"id_": ids[0]})
        return connection.execute(self._several, {"ids_": list(ids)}).all() if ids else ()


def inserting(table: Table, *, counted: bool = False) -> Statement:
    """The insertion of whole rows; ``counted`` leaves the ``id`` to the database."""
    columns = [column.name for column in table.columns if not (counted and column.name == "id")]
    return Statement(insert(table).inline(), columns)


def _ordering(names: Sequence[str] | None) -> Callable[[Given], Any]:
    """What makes of a row the values in the driver's order; a driver that takes names gets them."""
    if names is None:
        return dict
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: tuple(given[name] for name in names)
