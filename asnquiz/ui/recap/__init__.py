"""The screens of Rekap nilai: the whole, its agencies and people, the files and their import, and what is kept of it."""
