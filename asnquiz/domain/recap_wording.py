"""How what an office knows of results is written: verdicts of files, what is odd about results, and what was asked."""

from datetime import datetime

from asnquiz.domain.collection import Flag, PersonState, Question, UnitStanding, Verdict
from asnquiz.domain.task import Counting, Task
from asnquiz.domain.wording import date_words

# A mean or a share of fewer people says more about each of them than about a unit.
FEWEST = 10
NOT_PROOF = "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin."
TO_LOOK_AT = "Untuk dilihat, bukan tuduhan."
OWN_CHOICE = "Ujian pilihan sendiri"
TOO_FEW = f"Rata-rata dan persentase lulus tidak dihitung (–) bila yang selesai kurang dari {FEWEST} orang."

FILE = {
    Verdict.ACCEPTED: "diterima",
    Verdict.DUPLICATE: "sudah diterima sebelumnya",
    Verdict.CONFLICT: "isinya berbeda dengan yang sudah diterima",
    Verdict.CHANGED: "berubah sejak disegel",
    Verdict.RECIPIENTS: "disegel untuk penerima lain",
    Verdict.SEALED: "tersegel, kuncinya tidak ada",
    Verdict.LATER: "dari program yang lebih baru",
    Verdict.DELETED: "sudah dihapus di sini",
    Verdict.UNSAFE: "arsip yang tidak aman",
    Verdict.UNREADABLE: "tidak terbaca",
    Verdict.FOREIGN: "bukan berkas nilai",
}

FLAG = {
    Flag.OTHER_DEVICE: "Dikerjakan di komputer lain",
    Flag.SHARED_DEVICE: "Satu komputer, waktu bersamaan",
    Flag.TIMES: "Waktu tidak wajar",
    Flag.CHAIN: "Rangkaian jawaban terputus",
    Flag.SCORE: "Nilai tidak sesuai jawaban",
    Flag.LATE: "Diterima sesudah tenggat",
}

# What it usually means, before anybody thinks of anything else.
FLAG_MEANING = {
    Flag.OTHER_DEVICE: (
        "Orang yang sama mengirim dari lebih dari satu komputer. Itu biasa bila komputernya diganti atau dipasang ulang, "
        "atau bila mengerjakan di rumah."
    ),
    Flag.SHARED_DEVICE: (
        "Beberapa orang memakai satu komputer pada waktu yang beririsan. Empat orang memakai satu komputer itu biasa, dan "
        "jam komputer sering tidak tepat."
    ),
    Flag.TIMES: (
        "Waktu mulai atau selesai tidak mungkin, misalnya selesai sebelum mulai. Paling sering jam komputernya tidak tepat."
    ),
    Flag.CHAIN: (
        "Jawaban di dalam berkas tidak tersambung seperti ketika disimpan. Bisa karena kerusakan penyimpanan; mintalah "
        "orangnya menyimpan bukti nilai sekali lagi."
    ),
    Flag.SCORE: (
        "Nilai yang tertulis berbeda dengan yang dihitung dari jawabannya. Bisa karena versi program berbeda; tanyakan "
        "kepada petugas TI."
    ),
    Flag.LATE: "Berkas diterima di kantor sesudah tenggat. Yang menentukan ialah tanggal diterima, bukan jam komputer pegawai.",
}

STATE = {
    PersonState.FINISHED: "Selesai",
    PersonState.UNFINISHED: "Belum",
    PersonState.UNKNOWN: "Tidak dikenal",
}

COUNTING = {Counting.FIRST: "Pertama", Counting.BEST: "Terbaik", Counting.LAST: "Terakhir"}


def share_words(part: int, whole: int) -> str:
    """87,8 %: rounded down, so that 100 % means everybody; empty where there is nobody."""
    if not whole:
        return ""
    tenths = part * 1000 // whole
    return "100 %" if tenths == 1000 else f"{tenths // 10},{tenths % 10} %"


def tenths_words(tenths: int) -> str:
    """84,2: a mean of scores of 0 to 100."""
    return "100" if tenths == 1000 else f"{tenths // 10},{tenths % 10}"


def mean_words(unit: UnitStanding) -> str:
    """The mean of those who finished, or a dash where they are too few for one."""
    enough = unit.mean_tenths is not None and unit.finished >= FEWEST
    return tenths_words(unit.mean_tenths) if enough and unit.mean_tenths is not None else "–"


def passed_words(unit: UnitStanding) -> str:
    """The share that passed of those who finished, or a dash where they are too few for one."""
    return share_words(unit.passed, unit.finished) if unit.finished >= FEWEST else "–"


def question_words(question: Question, task: Task | None) -> str:
    """What was asked for, as it is printed with whatever answers it."""
    what = f"“{task.title}”" if task else "ujian yang dipilih sendiri oleh pegawai"
    watched = "dengan pengawas" if question.supervised else "tanpa pengawas"
    words = f"Yang ditampilkan: {what}, {watched}; tiap orang dihitung percobaan {COUNTING[question.counting].lower()}."
    return f"{words} Tenggat {date_words(task.deadline)}, menurut tanggal diterima." if task else words


def masked_nip(nip: str) -> str:
    """1968•••••••••••009."""
    hidden = max(0, len(nip) - 7)
    return f"{nip[:4]}{'•' * hidden}{nip[-3:]}" if hidden else "•" * len(nip)


def here(at: datetime) -> datetime:
    """A time as the clock of this office shows it."""
    return at.astimezone() if at.tzinfo else at
