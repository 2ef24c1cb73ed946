"""The screens of Rekap nilai: the whole, its agencies and people, files and their import, and what is kept of them."""
