"""The office's collection database: every file it was given, the results in them, its roster, and what they come to."""
