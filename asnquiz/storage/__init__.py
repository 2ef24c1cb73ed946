"""What is kept on this computer: learner's data, a collection, briefings, drafts; on SQLAlchemy Core and SQLite.

The only room that knows SQL. Use cases see it through usecases.ports, collection_ports, briefing_ports and local_ports;
errors of SQLite leave it as Refusal.
"""
