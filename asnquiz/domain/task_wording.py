"""What a task asks, in the words that its office sees while writing it and its staff when they open it."""

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.task import Counting, Task
from asnquiz.domain.wording import date_words, number_words

COUNTING = {
    Counting.FIRST: "Pengerjaan pertama",
    Counting.BEST: "Nilai terbaik",
    Counting.LAST: "Pengerjaan terakhir",
}


def exam_words(task: Task) -> str:
    """`30 soal, 45 menit, batas lulus 75`."""
    return f"{task.exam.items} soal, {task.exam.minutes} menit, batas lulus {task.exam.pass_}"


def task_fields(task: Task, signer: str) -> tuple[tuple[str, str], ...]:
    """Label and value of everything that is asked, in the order in which it is read; `signer` is whose key seals it."""
    return (
        ("Dari", task.office),
        ("Tenggat", f"{date_words(task.deadline)}; hari terakhir bukti nilai diterima kantor"),
        ("Ujian", exam_words(task)),
        ("Yang dihitung", COUNTING[task.counting]),
        ("Pengawasan", "Diawasi; kode sesi diberikan pengawas" if task.supervised else "Tanpa pengawas"),
        ("Jeda", "Boleh; waktu berhenti selama jeda" if task.pauses else "Tidak boleh; waktu tetap berjalan"),
        ("Yakin atau ragu", "Ditanyakan di setiap soal" if task.certainty else "Tidak ditanyakan"),
        ("Unit kerja", f"Dipilih dari {number_words(len(task.units))} unit" if task.units else "Ditulis sendiri"),
        ("Sidik kunci kantor", fingerprint(signer)),
    )
