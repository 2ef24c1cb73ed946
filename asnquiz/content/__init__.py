"""From the files of questions/ to the domain: reading, checking, compiling and finding packs, and lessons as blocks.

Nothing is imported here, because the program starts from the compiled form without loading YAML or pydantic.
"""
