"""The bytes of a file that came from anyone, bounded, and read from nothing but an ordinary file."""

import stat
from pathlib import Path

from asnquiz.domain.refusal import Refusal


def bytes_of(path: Path, kind: str, ending: str, most: int) -> bytes:
    """What stands in a file of a `kind`, as people call it, of at most `most` bytes. Raises Refusal."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refusal(f"“{path}” adalah folder. Pilih {kind} di dalamnya, lalu ulangi.")
        if not stat.S_ISREG(found.st_mode):  # reading a pipe or a device could last for ever
            raise Refusal(f"“{path}” bukan berkas biasa. Pilih {kind} berakhiran {ending}, lalu ulangi.")
        if found.st_size > most:
            raise Refusal(
                f"“{path}” terlalu besar untuk sebuah {kind} (lebih dari {most >> 20} MB). "
                "Periksa apakah berkas yang dipilih benar, atau minta kiriman ulang."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refusal(f"“{path}” tidak ditemukan. Periksa letak dan nama berkasnya, lalu ulangi.") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL character
        raise Refusal(f"“{path}” tidak dapat dibuka. Periksa letak dan izin berkasnya, lalu ulangi.") from error
