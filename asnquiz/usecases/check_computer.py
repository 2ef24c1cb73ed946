"""Looks at what the program depends on, and says of each whether it is well and, where not, what to do.

Nothing is changed by looking. No finding quotes a path, a file name or a text from outside: all are the program's own
words with numbers and dates, so that the report of them can be handed to anybody.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from asnquiz import __version__
from asnquiz.domain.condition import Backups, Finding, Folder, Integrity, Place, View
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, number_words, pack_version_words, time_words
from asnquiz.usecases.ports import Computer, KeptData

# The day that this version was made; a computer's clock before it is wrong.
MADE_ON = dt.date(2026, 11, 1)
_YEARS = 10

_MB = 1_000_000
_LEAST_FREE = 200 * _MB
_SMALLEST = (1024, 700)
# A backup is made when the day's first window opens, and within an hour of midnight in one that stays open.
_LATE = dt.timedelta(days=2)

_REINSTALL = "Pasang ulang program; data Anda tidak terpengaruh."
_PLACE = {
    Place.USUAL: "Data tersimpan di tempat biasa untuk akun ini",
    Place.PORTABLE: "Data tersimpan di sebelah program (portabel)",
    Place.CHOSEN: "Data tersimpan di folder yang dipilih sendiri",
}
_INTEGRITY = {
    Integrity.WHOLE: ("Berkas data utuh; setiap catatan sudah diperiksa.", ""),
    Integrity.ABSENT: ("Belum ada data belajar.", ""),
    Integrity.UNFINISHED: (
        "Berkas data belum ditutup dengan semestinya.",
        "Tutup program, lalu buka kembali: data akan diperiksa.",
    ),
    Integrity.DAMAGED: (
        "Berkas data rusak.",
        "Jangan hapus berkas itu. Tutup program, lalu buka kembali: data akan diperiksa dan dipulihkan.",
    ),
    Integrity.NEWER: (
        "Berkas data dibuat oleh ASN Netral versi yang lebih baru.",
        "Pasang versi terbaru program ini; data Anda tidak diubah.",
    ),
    Integrity.FOREIGN: (
        "Berkas di tempat itu bukan data belajar ASN Netral.",
        "Pindahkan berkas itu ke tempat lain, lalu buka kembali program.",
    ),
    Integrity.UNREADABLE: (
        "Berkas data tidak dapat dibaca.",
        "Periksa izin folder data dan apakah media penyimpanannya terpasang.",
    ),
}


def check_computer(
    computer: Computer, kept: KeptData, content: Callable[[], Pack], notice: Callable[[], str] = str
) -> tuple[Finding, ...]:
    """Looks at everything; what needs attention comes first.

    `content` raises Refusal when it cannot be opened; `notice` is what must be told of the choice of it, or empty.
    """
    today = computer.now().date()
    folder = computer.folder()
    found = [
        _folder(folder),
        _space(folder.free),
        Finding("database", "Berkas data", *_INTEGRITY[kept.integrity()]),
        _backups(kept.backups(), today),
        _content(content, notice),
        _look(computer.missing_look()),
        *_view(computer.view()),
        _clock(today),
        Finding("system", "Sistem", f"{computer.system()}."),
        Finding("version", "Program", f"ASN Netral versi {__version__}."),
    ]
    return tuple(sorted(found, key=lambda one: one.well))


def summary_words(findings: Sequence[Finding]) -> str:
    """How all of it stands."""
    wanting = sum(not one.well for one in findings)
    return f"{number_words(wanting)} hal perlu perhatian" if wanting else "Semua baik"


def report_text(findings: Sequence[Finding], at: dt.datetime) -> str:
    """The findings as a text to be handed on, made at a time on the wall."""
    return "\n".join(("Laporan kondisi komputer untuk ASN Netral", *_report(findings, at))) + "\n"


def _report(findings: Sequence[Finding], at: dt.datetime) -> Iterator[str]:
    yield f"Dibuat {time_words(at)}. {summary_words(findings)}."
    yield "Laporan ini tidak memuat nama, NIP, nama akun, nama komputer, atau nama berkas Anda."
    yield ""
    for one in findings:
        yield f"{state_words(one)} - {one.title}: {one.words}"
        if one.advice:
            yield f"    Yang dapat dilakukan: {one.advice}"


def state_words(finding: Finding) -> str:
    """Baik, or Perlu perhatian."""
    return "Baik" if finding.well else "Perlu perhatian"


def _folder(folder: Folder) -> Finding:
    title = "Folder data"
    if folder.elsewhere:
        words = f"Folder data berada di {folder.elsewhere}; di sana data dapat rusak."
        return Finding("folder", title, words, "Pindahkan folder data ke penyimpanan di komputer ini sendiri.")
    if not folder.writable:
        words = "Folder data tidak dapat ditulisi." if folder.exists else "Folder data tidak dapat dibuat."
        advice = "Beri izin tulis pada folder itu, atau pilih folder lain dengan --data-dir."
        return Finding("folder", title, words, advice)
    words = f"{_PLACE[folder.place]}: {folder.home_path}." if folder.home_path else f"{_PLACE[folder.place]}."
    if not folder.exists:
        words += " Folder itu belum ada; program membuatnya saat pertama kali dibuka."
    if folder.removable:
        words += (
            " Folder itu berada di media lepasan, misalnya flash disk: tutup program dan keluarkan media dengan aman "
            "sebelum mencabutnya."
        )
    return Finding("folder", title, words)


def _space(free: int | None) -> Finding:
    title = "Ruang penyimpanan"
    if free is None:
        return Finding("space", title, "Ruang yang masih kosong tidak dapat diketahui di sini.")
    words = f"Ruang yang masih kosong: {_size_words(free)}."
    advice = "Kosongkan sebagian ruang, agar jawaban dan cadangan selalu dapat tersimpan."
    return Finding("space", title, words, advice if free < _LEAST_FREE else "")


def _size_words(size: int) -> str:
    """310 MB, or from a thousand of them on 12,3 GB."""
    if size < 1_000 * _MB:
        return f"{size // _MB} MB"
    tenths = size // (100 * _MB)
    return f"{number_words(tenths // 10)},{tenths % 10} GB"


def _backups(backups: Backups, today: dt.date) -> Finding:
    name, title = "backup", "Cadangan"
    if backups.newest is None:
        if backups.changed is None:
            return Finding(name, title, "Belum ada data yang perlu dicadangkan.")
        advice = "Buka jendela program dan biarkan beberapa saat; cadangan dibuat sekali sehari."
        return Finding(name, title, "Belum ada cadangan.", advice)
    words = f"Cadangan terakhir: {date_words(backups.newest)}."
    if backups.newest > today:
        return Finding(name, title, f"{words} Tanggal itu belum tiba.", "Setel tanggal dan jam komputer dengan benar.")
    if backups.changed is not None and backups.changed - backups.newest >= _LATE:
        advice = "Kosongkan sebagian ruang penyimpanan, tutup program, lalu buka kembali."
        return Finding(name, title, f"{words} Data berubah {date_words(backups.changed)}.", advice)
    return Finding(name, title, words)


def _content(content: Callable[[], Pack], notice: Callable[[], str]) -> Finding:
    title = "Materi dan soal"
    try:
        pack = content()
    except Refusal:
        return Finding("content", title, "Berkas materi atau soal hilang atau rusak.", _REINSTALL)
    version, law = pack_version_words(pack.version), date_words(pack.law_as_of)
    words = f"Paket soal {pack.title}, versi {version}, utuh. Keadaan hukum per {law}."
    return Finding("content", title, words, notice())


def _look(missing: tuple[str, ...]) -> Finding:
    if missing:
        return Finding("look", "Huruf dan tampilan", f"Hilang atau rusak: {', '.join(missing)}.", _REINSTALL)
    return Finding("look", "Huruf dan tampilan", "Huruf, ikon, dan gaya tampilan lengkap.")


def _view(view: View | None) -> Iterator[Finding]:
    if view is None:
        return
    words = (
        f"Ruang di layar: {number_words(view.width)} × {number_words(view.height)} titik, skala {view.scale_percent} %."
    )
    small = view.width < _SMALLEST[0] or view.height < _SMALLEST[1]
    advice = "Kecilkan skala layar di setelan komputer, agar seluruh jendela terlihat." if small else ""
    yield Finding("screen", "Layar", words, advice)
    yield Finding("text", "Ukuran huruf", f"Ukuran huruf {view.text_percent} %, tema {view.theme}.")
    reader = "Pembaca layar sedang aktif." if view.reader else "Tidak ada pembaca layar yang aktif."
    yield Finding("reader", "Pembaca layar", reader)


def _clock(today: dt.date) -> Finding:
    title, words = "Jam komputer", f"Tanggal komputer: {date_words(today)}."
    advice = "Setel tanggal dan jam komputer, agar waktu pada nilai dan jadwal latihan ulang benar."
    if today < MADE_ON:
        return Finding("clock", title, f"{words} Tanggal itu sebelum program ini dibuat.", advice)
    if today.year > MADE_ON.year + _YEARS:
        return Finding("clock", title, f"{words} Tanggal itu jauh di masa depan.", advice)
    return Finding("clock", title, words)
