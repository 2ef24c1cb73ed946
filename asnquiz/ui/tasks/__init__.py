"""The tasks of an office: looking at one before it is taken on, its page, and the session of a supervised exam."""
