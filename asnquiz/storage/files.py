"""Files beside the database: where they are, what they hold, and what makes their names outlive a power cut."""

import os
from pathlib import Path


def set_aside_folder(database: Path) -> Path:
    """Where damaged files are kept, for somebody who can do more with them."""
    return database.parent / "rusak"


def bytes_of(file: Path) -> bytes:
    """All that a file holds; nothing where there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; Windows has no such call and does it by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
