"""The way from each earlier version of the tables to the next, run by Alembic; loaded only when one is needed."""
