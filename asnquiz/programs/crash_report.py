"""The report of a fault that ended the program: Indonesian words for whoever finds it, below them the technical trace.

It holds no personal data: of errors only what `discretion` lets through, of the interpreter's own trace only lines of
known form.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from asnquiz import __version__
from asnquiz.domain.wording import time_words
from asnquiz.programs.discretion import lines_about, place_of
from asnquiz.programs.versions import system_words

_KEPT = 5
_OURS = "laporan-*.txt"

_FRAME = re.compile(r'^  File "(.*)", line (\d+) in (\S+)$')
# faulthandler writes letters beyond ASCII so, and nothing else.
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U(000[0-9a-f]{5}))")
_KNOWN = re.compile(
    r"^(Fatal Python error: [\w ]+|Windows fatal exception: [\w ]+|(?:Current thread|Thread) 0x[0-9a-f]+|"
    r"  <[\w ]+>|  Garbage-collecting|Extension modules: [\w., ]+)"
)


def of_error(folder: Path, error: BaseException, page: str) -> Path:
    """Writes the report of an error that ends the program now."""
    now = dt.datetime.now().astimezone()
    what = "Program berhenti karena kesalahan di dalam program."
    return _keep(folder, now, what, page, __version__, lines_about(error))


def of_trace(folder: Path, trace: str, page: str, version: str, when: dt.datetime) -> Path:
    """Writes the report of a program that was ended by the system, from the trace that its interpreter left."""
    what = "Program dihentikan oleh sistem karena kesalahan di salah satu bagiannya."
    return _keep(folder, when, what, page, version, _discreet(trace))


def _keep(folder: Path, when: dt.datetime, what: str, page: str, version: str, trace: Iterable[str]) -> Path:
    """Raises OSError when it cannot be written; only the newest few stay."""
    folder.mkdir(exist_ok=True)
    file = folder / f"laporan-{when:%Y%m%d-%H%M%S}.txt"
    top = (
        "Laporan kerusakan ASN Netral",
        "",
        what,
        f"Waktu: {time_words(when)}",
        f"Versi program: {version}",
        f"Sistem: {system_words()}",
        f"Yang terbuka: {page or 'belum ada'}",
        "",
        "Saat ASN Netral dibuka lagi, program menyebutkan apa yang tersimpan. Bila kerusakan terulang, serahkan",
        "laporan ini kepada petugas TI atau pembuat program. Isinya tanpa nama, NIP, jawaban, dan yang Anda ketik.",
        "",
        "Jejak teknis",
        "",
    )
    file.write_text("\n".join((*top, *trace)) + "\n", "utf-8", errors="backslashreplace")
    for old in sorted(folder.glob(_OURS))[:-_KEPT]:
        old.unlink()
    return file


def _discreet(trace: str) -> Iterator[str]:
    for line in trace.splitlines():
        if frame := _FRAME.match(line):
            file = _ESCAPE.sub(lambda found: chr(int(found[found.lastindex or 0], 16)), frame[1])
            yield f"  {place_of(file)}:{frame[2]} {frame[3]}"
        elif known := _KNOWN.match(line):
            yield known[1]
