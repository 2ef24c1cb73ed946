"""The trainer's database: briefings, what happened in them, and plans."""
