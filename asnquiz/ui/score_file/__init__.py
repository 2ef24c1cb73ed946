"""Somebody's score file, opened to be looked at."""
