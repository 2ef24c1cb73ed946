"""Bukti nilai: what goes to the office for a task, shown, saved as a PDF, and what is left to do then."""
