"""Opening a file that somebody handed to the program: which kind it is by its name, and what a score file says."""

from collections.abc import Callable
from pathlib import Path

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore, ScoreReport
from asnquiz.domain.wording import harmless, time_words
from asnquiz.usecases.hand_over import ENDING
from asnquiz.usecases.name_file import CLASS_ENDING, MOVE_ENDING, PACK_ENDING, TASK_ENDING

# What else may be taken for a score file, and what is done with it; by how its name ends.
_OTHERS = {
    TASK_ENDING: "tugas dari kantor. Buka di ASN Netral untuk melihat dan mengerjakannya.",
    CLASS_ENDING: (
        "catatan sosialisasi. Kantor yang merekap nilai memasukkannya dengan Tambah berkas nilai di Rekap nilai, atau "
        "asnquiz collect import."
    ),
    PACK_ENDING: "paket soal. Buka di ASN Netral, atau dengan asnquiz content open, untuk melihat isi dan penerbitnya.",
    MOVE_ENDING: "berkas pindah milik seseorang. Buka di ASN Netral di komputer baru orang itu, dan jangan dibagikan.",
}

ReadFile = Callable[[Path], ReadScore]


def other_kind(path: Path) -> str | None:
    """What a file is by its name, and what is done with it; None of a score file and of what is none of ours."""
    what = _OTHERS.get(path.suffix.lower())
    return f"Menurut namanya, “{harmless(path.name)}” adalah {what}" if what else None


def open_file(path: Path, read_file: ReadFile) -> ReadScore:
    """What the file says, and whether it is intact. Raises Refusal for what this program does not open."""
    if path.suffix.lower() != ENDING:
        raise Refusal(
            other_kind(path)
            or f"“{harmless(path.name)}” tidak dapat dibuka di sini. "
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
