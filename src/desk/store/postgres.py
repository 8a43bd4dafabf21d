"""A PostgreSQL server as the store, for several desks."""

from sqlalchemy import Engine, create_engine

LOCK_WAIT = "5s"
IDLE_LIMIT = "30s"
"""A desk that hangs inside a transaction holds the counter; the server ends it after this long."""


def engine(url: str, *, lanes: int, read_only: bool) -> Engine:
    """A pool for ``postgresql://…`` through psycopg 3; sslmode and the like stay in the URL.

    Readers see one snapshot for a whole transaction; writers lock the rows they change.
    """
    return create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        pool_size=lanes,
        max_overflow=8 if read_only else 0,
        pool_pre_ping=True,
        hide_parameters=True,
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        connect_args={
            "connect_timeout": 10,
            # Hits are read one after the other but all of them may be asked for: the index first, then the order.
            "options": "-c cursor_tuple_fraction=1 "
            f"-c lock_timeout={LOCK_WAIT} -c idle_in_transaction_session_timeout={IDLE_LIMIT}"
            f" -c default_transaction_read_only={'on' if read_only else 'off'}",
        },
    )
