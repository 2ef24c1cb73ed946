"""Bolehkah saya?: what a person may do, asked in everyday words, and the calendar of stages that answers follow."""
