"""Alembic's entry: the connection is handed over by drafter.storage.migrating."""

from alembic import context

from drafter.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
