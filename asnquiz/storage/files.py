"""Files beside the database: where they are, and what makes their names outlive a power cut."""

import os
from pathlib import Path


def set_aside_folder(database: Path) -> Path:
    """Where damaged files are kept, for somebody who can do more with them."""
    return database.parent / "rusak"


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; Windows has no such call and does it by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
