"""The fixtures of the store's tests; other rooms name the same plugin."""

from tests.fixtures_store import (  # noqa: F401
    any_store,
    clock,
    empty_file,
    postgres_server,
    postgres_store,
    reopened,
    sqlite_store,
)
