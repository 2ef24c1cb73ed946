"""The database of the editor: what an office writes itself, until it is published and after."""
