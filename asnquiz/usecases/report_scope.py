"""What is printed with every figure of a report, whatever it goes out as: without it none may be passed on."""

from collections.abc import Iterator

from asnquiz.domain.office_report import PackUse, Scope
from asnquiz.domain.task import Task
from asnquiz.domain.wording import date_words, number_words, pack_version_words
from asnquiz.usecases.see_collection import BEHIND, NO_EVIDENCE, counted_words, last_day_words

_OWN_CHOICE = "Ujian pilihan sendiri, tanpa tugas"
_OF_OTHERS = "Ujian untuk tugas yang tidak dibuat di sini"


def task_words(task: Task | None, *, of_others: bool = False) -> str:
    """What exams were made for: the title of a task made here, one of others, or none."""
    return task.title if task else _OF_OTHERS if of_others else _OWN_CHOICE


def title_of(scope: Scope) -> str:
    """What the exams of a report were made for."""
    return task_words(scope.task, of_others=scope.question.task is not None)


def scope_facts(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Label and value of each, in the order in which they are printed."""
    return tuple(_facts(scope))


def _facts(scope: Scope) -> Iterator[tuple[str, str]]:
    yield "Kantor", scope.office or "belum disiapkan"
    yield "Tugas", title_of(scope)
    if scope.task:
        yield "Batas waktu", last_day_words(scope.task)
    yield "Yang dihitung", counted_words(scope.question)
    yield "Periode", _period_words(scope)
    yield "Paket soal", "; ".join(map(_pack_words, scope.packs)) or "belum ada ujian"
    yield "Dinilai dengan", _pack_words(scope.marked_by) if scope.marked_by else "paket soal masing-masing ujian"
    if scope.as_told:
        yield (
            "Nilai menurut berkas",
            f"{number_words(scope.as_told)} ujian, karena paket soalnya tidak dikenal kantor; jawabannya tidak ikut "
            "dalam analisis butir soal",
        )
    if scope.behind:
        yield "Belum dihitung", BEHIND
    yield "Sifat", NO_EVIDENCE


def _period_words(scope: Scope) -> str:
    """From which day to which the counted exams ended, by the clocks of their computers."""
    if scope.first is None or scope.last is None:
        return "belum ada ujian"
    if scope.first == scope.last:
        return f"{date_words(scope.first)}, menurut jam komputer peserta"
    return f"{date_words(scope.first)} sampai {date_words(scope.last)}, menurut jam komputer peserta"


def _pack_words(use: PackUse) -> str:
    law = f"keadaan hukum per {date_words(use.law_as_of)}" if use.law_as_of else "keadaan hukumnya tidak diketahui"
    return f"{use.ref.id} versi {pack_version_words(use.ref.version)} ({law}; {number_words(use.exams)} ujian)"
