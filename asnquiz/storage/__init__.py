"""What is kept on this computer: learner's data, an office's collection, briefings; on SQLAlchemy Core and SQLite.

The only room that knows SQL. Use cases see it through usecases.ports, collection_ports and briefing_ports;
errors of SQLite leave it as Refusal.
"""
