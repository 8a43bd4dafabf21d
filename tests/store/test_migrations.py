"""Each revision leaves the tables that the program expects, on both databases."""

import ast

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desk.store import schema, upgrading
from desk.store.engine import Store
from desk.store.schema import metadata


def test_revision_0001_makes_the_tables_that_queries_see(any_store: Store) -> None:
    with any_store.reading() as tx:
        context = MigrationContext.configure(tx.connection, opts={"compare_type": False})
        differences = compare_metadata(context, metadata)

    ours = [
        entry for entry in differences if "search_pieces" not in str(entry) and "_grams" not in str(entry)
    ]
    assert ours == []


def test_revision_0001_makes_the_same_columns_with_the_same_obligations(any_store: Store) -> None:
    from sqlalchemy import inspect

    with any_store.reading() as tx:
        found = inspect(tx.connection)
        for table in metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
            wanted = {column.name: column.nullable for column in table.columns}
            assert {name: columns[name] for name in wanted} == wanted, table.name
            assert found.get_pk_constraint(table.name)["constrained_columns"] == [
                c.name for c in table.primary_key
            ], table.name


def test_an_upgraded_store_needs_no_upgrade(any_store: Store) -> None:
    with any_store.reading() as tx:
        assert upgrading.revision(tx.connection) == schema.REVISION
        assert not upgrading.needs_upgrade(tx.connection)


@pytest.mark.parametrize(
    "path", sorted((upgrading.MIGRATIONS / "versions").glob("r*.py")), ids=lambda path: path.stem
)
def test_no_revision_imports_anything_of_the_program(path: "object") -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]

    assert not [name for name in imported if name.startswith("desk")]
