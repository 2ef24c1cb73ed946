"""Where Alembic starts: the revisions run on the connection, and in the transaction, that upgrade() handed over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="collection_version")
context.run_migrations()
