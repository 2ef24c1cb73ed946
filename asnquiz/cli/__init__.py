"""The terminal commands: each parses its words, calls a use case, prints, and returns an exit code.

They stand beside `ui`: another front of the same use cases, without Qt and without a screen.
"""
