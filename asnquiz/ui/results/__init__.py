"""Hasil saya: the history, one result, and handing over a score file."""
