"""The files of a pack or a layer laid out in a folder, to stay there or only to be looked at."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_LOOK = ".asnquiz-"


def unpack(files: Mapping[str, bytes], into: Path, write: Callable[[Path, bytes], object]) -> None:
    """Writes files whose names were proven to lead nowhere else."""
    for name, data in files.items():
        path = into / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(path, data)


@contextmanager
def unpacked(files: Mapping[str, bytes], beside: Path) -> Iterator[Path]:
    """A folder of them in the folder `beside`, which is gone afterwards. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix=_LOOK, dir=beside) as folder:
        unpack(files, Path(folder), Path.write_bytes)
        yield Path(folder)
