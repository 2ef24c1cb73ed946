"""Task files that an office put beside the program: found by name, and read only when somebody looks at one."""

from collections.abc import Iterable
from pathlib import Path

from asnquiz.domain.taken_task import TakenTask
from asnquiz.programs.paths import Paths, program_folder
from asnquiz.usecases.name_file import TASK_ENDING

_MOST = 5
_MOST_BYTES = 4 * 1024 * 1024


def waiting_files(paths: Paths, taken: Iterable[TakenTask]) -> tuple[Path, ...]:
    """Those in the program's folder, or beside a data folder that is carried about, that were not taken on yet."""
    known = {one.signed.text for one in taken}
    folders = dict.fromkeys([program_folder(), *([paths.data.parent] if paths.portable else [])])
    found = sorted(file for folder in folders for file in folder.glob(f"*{TASK_ENDING}"))
    return tuple(file for file in found[:_MOST] if _is_new(file, known))


def _is_new(file: Path, known: Iterable[bytes]) -> bool:
    try:
        return file.is_file() and file.stat().st_size <= _MOST_BYTES and file.read_bytes() not in known
    except OSError:
        return False  # what cannot be read can still be opened by hand, which says why
