"""What other processes of tests look with, in place of the program's reader: by the first word of a file."""

import os
import signal
import sys
from collections.abc import Mapping
from typing import Any

from asnquiz.domain.collection import Looked, Verdict


def look(data: bytes, keys: Mapping[str, Any]) -> Looked:
    match data.split():
        case [b"mati", *_]:
            os.kill(os.getpid(), signal.SIGKILL)
        case [b"keluar", *_]:
            os._exit(0)
        case [b"galat", *_]:
            raise MemoryError
        case [b"lama", *_]:
            signal.pause()
        case [b"dimuat", *_]:
            return Looked(Verdict.FOREIGN, " ".join(sorted(name for name in sys.modules if "." not in name)))
    return Looked(Verdict.FOREIGN, f"{data.decode()} {' '.join(sorted(keys))}")
