"""The ways to the pages: for each room of the window, what is fetched, and how pages and use cases are joined.

Each is imported when somebody goes there first, to keep it out of the way of the first screen.
"""
