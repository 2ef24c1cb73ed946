"""The screens of an office that gathers results: setting it up, its keys, and its tasks."""
