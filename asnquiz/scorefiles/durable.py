"""Files that appear whole or not at all, and the sentences for when they cannot be written."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO

from asnquiz.domain.refusal import Refusal

_REASONS = {
    errno.ENOSPC: "Ruang penyimpanan penuh. Kosongkan sebagian atau pilih tempat lain, lalu ulangi.",
    errno.EDQUOT: "Jatah ruang penyimpanan habis. Kosongkan sebagian atau pilih tempat lain, lalu ulangi.",
    # Which is also what Windows says of a file that another program has open, such as a spreadsheet.
    errno.EACCES: (
        "Anda tidak berhak menulis di folder itu, atau berkasnya sedang terbuka di program lain. Tutup dahulu, atau "
        "pilih folder lain, misalnya Dokumen."
    ),
    errno.EPERM: "Anda tidak berhak menulis di folder itu. Pilih folder lain, misalnya Dokumen.",
    errno.EROFS: "Tempat itu hanya dapat dibaca. Pilih folder lain, misalnya Dokumen.",
    errno.ENOENT: "Folder itu tidak ditemukan. Periksa letaknya atau pilih folder lain.",
    errno.ENOTDIR: "Folder itu tidak ditemukan. Periksa letaknya atau pilih folder lain.",
    errno.EISDIR: "Di sana sudah ada folder dengan nama itu. Pilih nama lain.",
    errno.ENAMETOOLONG: "Namanya terlalu panjang. Pilih nama yang lebih pendek.",
}
_OTHERWISE = "Periksa apakah tempat itu masih tersambung, atau pilih folder lain."


def written_beside(path: Path, data: bytes) -> AbstractContextManager[Path]:
    """A temporary file in the folder of `path` that holds `data` on the disk already; gone afterwards unless renamed.

    From its first moment only its owner may read and write it (0600; on Windows as the folder says). Raises OSError.
    """
    return _filled_beside(path, lambda file: file.write(data))


@contextmanager
def _filled_beside(path: Path, fill: Callable[[BinaryIO], object]) -> Iterator[Path]:
    descriptor, name = tempfile.mkstemp(prefix=".asnquiz-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Puts a file in place whole, over one that stood there. Raises Refusal; then the old one is as it was."""
    write_by(path, lambda file: file.write(data))


def write_by(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """As `write`, of whatever `fill` puts into the file, which may be more than memory holds."""
    try:
        with _filled_beside(path, fill) as temporary:
            temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def write_new(path: Path, data: bytes) -> None:
    """Puts a file in place whole where nothing stands. Raises Refusal; whatever stood there is as it was."""
    try:
        with written_beside(path, data) as temporary:
            _name(temporary, path)
    except FileExistsError as error:
        raise Refusal(
            f"“{path}” sudah ada dan tidak diganti. Pilih nama lain, atau pindahkan dahulu berkas itu."
        ) from error
    except OSError as error:
        raise cannot_write(path, error) from error


def _name(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as FAT on a stick: the name is taken first, then filled
        path.touch(exist_ok=False)
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise


def cannot_write(path: Path, error: OSError) -> Refusal:
    """What to tell the person when `path` could not be written."""
    return Refusal(f"“{path}” tidak dapat disimpan. {_REASONS.get(error.errno or 0, _OTHERWISE)}")
