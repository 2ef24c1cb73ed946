"""What is kept on this computer: the learner's database, on SQLAlchemy Core and SQLite.

The only room that knows SQL. Use cases see it through usecases.ports; errors of SQLite leave it as Refusal.
"""
