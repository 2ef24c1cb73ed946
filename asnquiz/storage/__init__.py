"""What is kept on this computer: the learner's database and an office's collection, on SQLAlchemy Core and SQLite.

The only room that knows SQL. Use cases see it through usecases.ports and usecases.collection_ports;
errors of SQLite leave it as Refusal.
"""
