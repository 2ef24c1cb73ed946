"""The way from each earlier version of the collection's tables to the next, run by Alembic; loaded only when needed."""
