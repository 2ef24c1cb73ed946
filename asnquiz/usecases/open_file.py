"""Opening a file that somebody handed to the program: which kind it is by its name, and what a score file says."""

from collections.abc import Callable
from pathlib import Path

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore, ScoreReport
from asnquiz.domain.wording import harmless, time_words
from asnquiz.usecases.hand_over import ENDING
from asnquiz.usecases.name_file import MOVE_ENDING, PACK_ENDING, TASK_ENDING

ReadFile = Callable[[Path], ReadScore]


def open_file(path: Path, read_file: ReadFile) -> ReadScore:
    """What the file says, and whether it is intact. Raises Refusal for what this program does not open."""
    if path.suffix.lower() != ENDING:
        raise Refusal(
            f"“{harmless(path.name)}” tidak dapat dibuka di sini. "
            f"Yang dapat dibuka adalah berkas tugas, yang namanya berakhiran {TASK_ENDING}, berkas nilai ({ENDING}), "
            f"berkas pindah ({MOVE_ENDING}), dan berkas paket soal ({PACK_ENDING})."
        )
    return read_file(path)


def file_fields(report: ScoreReport) -> tuple[tuple[str, str], ...]:
    """Label and value of what a report says of its file."""
    return (
        ("Dibuat", f"{time_words(report.made.local)}, ASN Netral {report.versions.program}"),
        ("Kunci komputer", report.device),
        ("Nomor berkas", str(report.file_id)),
    )
