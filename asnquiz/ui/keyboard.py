"""The keys of the program as one table: the help sheet, the guide and the buttons' own hints all say what stands here.

Each page names its group in `Page.keys`; those of `EVERYWHERE` work on every page.
"""

import re
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Key:
    """`press` is how the key is written for people; `does` what it does, as the end of a sentence."""

    press: str
    does: str

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter or digit alone, or several, which a person may turn off (WCAG 2.1.4)."""
        return all(len(part) == 1 for part in re.split(", | sampai ", self.press))


SURE = Key("Y", "menyimpan jawaban dengan yakin")
UNSURE = Key("R", "menyimpan jawaban dengan ragu")
FLAG = Key("F", "menandai soal, sesudah dijawab")
EXPLAINED = Key("Enter", "sesudah penjelasan: ke soal berikutnya")
SAVE = Key("Enter", "menyimpan dan melanjutkan")
SAVE_BACK = Key("Alt + panah kiri", "menyimpan dan kembali ke soal sebelumnya")
DOUBTFUL = Key("F", "menandai ragu-ragu")
NEXT = Key("Enter", "ke soal berikutnya")
BEFORE = Key("Alt + panah kiri", "ke soal sebelumnya")
THIS_WAY = Key("Enter", "memilih jalan ini, lalu melanjutkan cerita")
STEP_BACK = Key("Alt + panah kiri", "kembali selangkah")
CLOSE_MEANING = Key("Esc", "menutup arti istilah")
ONWARD = Key("Enter", "melanjutkan")
BACK = Key("Alt + panah kiri", "kembali")
SKIP = Key("Esc", "melewati perkenalan")
CLOSE = Key(
    "Esc",
    "menutup pertanyaan dengan jawaban yang aman, atau kartu yang terbuka di atas halaman; keluar dari layar penuh",
)
HELP = Key("F1", "membuka lembar tombol papan ketik")
_CHOOSE = Key("A sampai E", "memilih jawaban; angka tidak memilih apa pun")


class KeyGroup(Enum):
    """Where keys work: in words that begin a heading, the keys in the order in which they are told."""

    EVERYWHERE = (
        "Di semua halaman",
        Key("Tab, Shift + Tab", "maju atau mundur ke tombol, pilihan, atau isian lain"),
        Key("Enter", "menekan tombol yang sedang terpilih"),
        Key("Spasi", "menekan tombol yang sedang terpilih; pada bacaan: menggulir satu layar"),
        Key("Panah, Page Up, Page Down, Home, End", "menggulir bacaan"),
        CLOSE,
        HELP,
        Key("F11", "menampilkan layar penuh, dan kembali lagi"),
        Key("Ctrl + +", "memperbesar huruf"),
        Key("Ctrl + -", "memperkecil huruf"),
        Key("Ctrl + 0", "mengembalikan huruf ke ukuran biasa"),
    )
    WELCOME = (
        "Di halaman selamat datang",
        Key("Panah", "memilih ukuran huruf"),
        Key("Enter", "pada isian nama: mulai"),
    )
    WALK = (
        "Di perkenalan singkat",
        ONWARD,
        BACK,
        SKIP,
    )
    SEARCH = (
        "Di Materi dan Bantuan",
        Key("Enter", "pada isian pencarian: mencari"),
    )
    READING = (
        "Di bacaan materi",
        Key("Tab, lalu Enter", "membuka arti istilah yang bergaris titik-titik"),
        CLOSE_MEANING,
    )
    ASK = (
        "Di Bolehkah saya?",
        Key("Enter", "pada isian: membawa ke hasil pertama"),
        Key("Esc", "mengosongkan isian"),
    )
    PRACTICE = (
        "Di latihan, cek pemahaman, dan latihan ulang",
        _CHOOSE,
        Key("Panah", "berpindah di antara pilihan jawaban"),
        SURE,
        UNSURE,
        EXPLAINED,
        FLAG,
    )
    EXAM = (
        "Di ujian, tes awal, dan tes akhir",
        _CHOOSE,
        Key("Panah", "berpindah di antara pilihan jawaban, atau di antara nomor soal"),
        SAVE,
        Key("Alt + panah kanan", "menyimpan dan melanjutkan"),
        SAVE_BACK,
        DOUBTFUL,
    )
    EXAM_CERTAINTY = (
        "Di ujian tugas yang meminta keyakinan",
        _CHOOSE,
        Key("Panah", "berpindah di antara pilihan jawaban, atau di antara nomor soal"),
        SURE,
        UNSURE,
        Key("Enter", "melanjutkan ke soal berikutnya, bila jawabannya sudah disimpan atau belum ada"),
        Key("Alt + panah kanan", "melanjutkan ke soal berikutnya, bila jawabannya sudah disimpan atau belum ada"),
        SAVE_BACK,
        Key("F", "menandai soal"),
    )
    REVIEW = (
        "Di pembahasan",
        NEXT,
        Key("Alt + panah kanan", "ke soal berikutnya"),
        BEFORE,
        Key("Panah", "berpindah di antara nomor soal"),
    )
    CASE = (
        "Di studi kasus",
        Key("A sampai E, 1 sampai 5", "memilih jalan"),
        THIS_WAY,
        STEP_BACK,
    )

    PAPERS = (
        "Di Ketik jawaban kertas",
        Key("Enter", "pada nama: memilih yang teratas; pada jawaban: menyimpan lembar itu, lalu ke nama berikutnya"),
    )
    PLAN = (
        "Di Susun rencana",
        Key("Alt + panah atas", "menaikkan bagian yang sedang terpilih"),
        Key("Alt + panah bawah", "menurunkan bagian yang sedang terpilih"),
    )
    DRAFT = (
        "Di Soal setempat, saat menulis soal atau ketentuan",
        Key("Ctrl + Z", "mengurungkan perubahan terakhir"),
        Key("Ctrl + Y, Ctrl + Shift + Z", "mengulangi yang diurungkan"),
        Key("Alt + panah atas", "menaikkan pilihan, langkah, atau peristiwa yang sedang ditulis"),
        Key("Alt + panah bawah", "menurunkannya"),
    )
    LEAD = (
        "Saat memandu sosialisasi, juga dengan alat penunjuk (clicker)",
        Key("Page Down, panah kanan", "melanjutkan: membuka dan menutup jawaban, menampilkan pembahasan, maju"),
        Key("Page Up, panah kiri", "kembali ke halaman atau bagian sebelumnya"),
        Key("F5", "menampilkan layar peserta"),
        Key("F6", "menukar layar peserta dan layar ini"),
        Key("B, .", "mengosongkan layar peserta, dan menampilkannya lagi"),
    )
    STORY = (
        "Di Tulis studi kasus, pada peta adegan",
        Key("Panah kanan", "dari adegan ke pilihannya, dari pilihan ke adegan tujuannya"),
        Key("Panah kiri", "dari pilihan ke adegannya, dari adegan ke pilihan yang menuju ke sana"),
        Key("Panah atas, panah bawah", "ke pilihan atau adegan di atas atau di bawahnya"),
        Key("Home", "ke adegan awal"),
        Key("Enter", "mengisi adegan atau pilihan yang terpilih"),
        Key("Esc", "dari isian: kembali ke peta; pada peta: ke studi kasus seluruhnya"),
        Key("Insert", "menambah pilihan beserta adegan barunya"),
        Key("Delete", "menghapus adegan atau pilihan, sesudah ditanya"),
        Key("Ctrl + panah atas", "menaikkan pilihan"),
        Key("Ctrl + panah bawah", "menurunkan pilihan"),
        Key("+", "memperbesar peta"),
        Key("-", "memperkecil peta"),
        Key("0", "menampilkan seluruh peta"),
        Key("Ctrl + Z", "mengurungkan perubahan terakhir"),
        Key("Ctrl + Y, Ctrl + Shift + Z", "mengulangi yang diurungkan"),
    )

    def __init__(self, title: str, *keys: Key) -> None:
        self.title = title
        self.keys = keys
