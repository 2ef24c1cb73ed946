"""The signed files that travel between computers.

They stand beside storage because a file is evidence on its own: it is read and judged without any database.
"""
