"""Ikrar: the pledge, a point at a time."""
