"""Materi: the lessons of each phase, and the reader."""
