"""Alembic's entry: runs the revisions on the connection that it is handed, inside the transaction already begun."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"], transaction_per_migration=False, on_version_apply=given.get("applied")
)
context.run_migrations()
