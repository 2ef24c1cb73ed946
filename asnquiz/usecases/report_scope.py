"""What is printed with every figure of a report, whatever it goes out as: without it none may be passed on."""

from collections.abc import Iterator

from asnquiz.domain.office_report import PackUse, Scope
from asnquiz.domain.wording import date_words, number_words
from asnquiz.usecases.see_collection import NO_EVIDENCE, deadline_words, policy_words

OWN_CHOICE = "Ujian pilihan sendiri, tanpa tugas"


def scope_facts(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Label and value of each, in the order in which they are printed."""
    return tuple(_facts(scope))


def _facts(scope: Scope) -> Iterator[tuple[str, str]]:
    yield "Kantor", scope.office or "belum disiapkan"
    yield "Tugas", scope.task.title if scope.task else OWN_CHOICE
    if scope.task:
        yield "Batas waktu", deadline_words(scope.task).removeprefix("Batas waktu: ").removesuffix(".")
    yield "Pengawasan", "dengan pengawas" if scope.question.supervised else "tanpa pengawas"
    yield "Yang dihitung", policy_words(scope.question).removeprefix("Yang dihitung: ").removesuffix(".")
    yield "Periode", period_words(scope)
    yield "Paket soal", "; ".join(map(_pack_words, scope.packs)) or "belum ada ujian"
    yield "Dinilai dengan", _pack_words(scope.marked_by) if scope.marked_by else "paket soal masing-masing ujian"
    if scope.as_told:
        yield (
            "Nilai menurut berkas",
            f"{number_words(scope.as_told)} ujian, karena paket soalnya tidak dikenal kantor; jawabannya tidak ikut "
            "dalam analisis butir soal",
        )
    yield "Sifat", NO_EVIDENCE


def period_words(scope: Scope) -> str:
    """From which day to which the counted exams ended, by the clocks of their computers."""
    if scope.first is None or scope.last is None:
        return "belum ada ujian"
    if scope.first == scope.last:
        return f"{date_words(scope.first)}, menurut jam komputer peserta"
    return f"{date_words(scope.first)} sampai {date_words(scope.last)}, menurut jam komputer peserta"


def _pack_words(use: PackUse) -> str:
    law = f"keadaan hukum per {date_words(use.law_as_of)}" if use.law_as_of else "keadaan hukumnya tidak diketahui"
    return f"{use.ref.id} versi {use.ref.version} ({law}; {number_words(use.exams)} ujian)"
