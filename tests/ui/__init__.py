"""The window, with a real database, a real worker and real clicks."""
