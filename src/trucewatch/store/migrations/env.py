"""Runs migrations on the connection that ``opening`` hands over; there is no configuration file."""

from alembic import context

from trucewatch.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
