"""Soal setempat: what an office writes itself, from an empty form to a pack that it publishes."""
