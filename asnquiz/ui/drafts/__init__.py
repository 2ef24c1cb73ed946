"""Soal setempat: what an office writes of its own, in the window."""
