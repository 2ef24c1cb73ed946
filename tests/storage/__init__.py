"""The learner's database, on real SQLite files."""
