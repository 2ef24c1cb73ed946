"""How numbers, dates and the field's fixed terms are written for Indonesian readers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from asnquiz.domain import collection
from asnquiz.domain.attempt import UNSURE, AttemptKind, AttemptState, Score
from asnquiz.domain.collection import Flag, PersonState
from asnquiz.domain.gain import Band
from asnquiz.domain.pack import (
    Citation,
    Confidence,
    EndingKind,
    ItemType,
    Law,
    LawKind,
    LawStatus,
    Pack,
    Phase,
    Rule,
    Subject,
    Verdict,
)
from asnquiz.domain.person import Employment
from asnquiz.domain.score_report import FileVerdict
from asnquiz.domain.task import Counting

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

VERDICT = {
    Verdict.BOLEH: "Boleh",
    Verdict.TIDAK: "Tidak boleh",
    Verdict.BERSYARAT: "Boleh bersyarat",
    Verdict.DIPERDEBATKAN: "Masih berbeda pendapat",
}

PHASE = {Phase.BEFORE: "Sebelum", Phase.DURING: "Selama", Phase.AFTER: "Sesudah"}

# The parts that lessons are read in: None stands for the foundations.
LESSON_PART: dict[Phase | None, str] = {None: "Dasar", **{phase: PHASE[phase] for phase in Phase}}

PHASE_MEANING = {
    Phase.BEFORE: "penetapan calon",
    Phase.DURING: "penetapan calon sampai pemungutan suara",
    Phase.AFTER: "pemungutan suara",
}

LESSON_PART_MEANING: dict[Phase | None, str] = {
    None: "berlaku sepanjang masa",
    **{phase: PHASE_MEANING[phase] for phase in Phase},
}

LAW_STATUS = {
    LawStatus.BERLAKU: "berlaku",
    LawStatus.DIUBAH: "berlaku, sudah diubah",
    LawStatus.DIBATASI: "berlaku, dibatasi putusan Mahkamah Konstitusi",
    LawStatus.DIRUJUK: "masih dirujuk; pencabutan belum ditemukan",
    LawStatus.DICABUT: "dicabut",
    LawStatus.HISTORIS: "catatan sejarah",
}

LAW_KIND = {
    LawKind.UNDANG_UNDANG: "Undang-undang",
    LawKind.PERATURAN_PEMERINTAH: "Peraturan pemerintah",
    LawKind.PERATURAN_PRESIDEN: "Peraturan presiden",
    LawKind.PERATURAN_LEMBAGA: "Peraturan lembaga",
    LawKind.KEPUTUSAN_BERSAMA: "Keputusan bersama",
    LawKind.SURAT_EDARAN: "Surat edaran",
    LawKind.SURAT: "Surat",
    LawKind.PUTUSAN_MK: "Putusan Mahkamah Konstitusi",
}

CONFIDENCE = {
    Confidence.A: "bunyinya sudah dibaca",
    Confidence.B: "dibaca dari ringkasan",
    Confidence.C: "belum diverifikasi",
}

# As they stand within a sentence.
SUBJECT = {
    Subject.PNS: "PNS",
    Subject.CPNS: "CPNS",
    Subject.PPPK: "PPPK",
    Subject.PEJABAT: "pejabat",
    Subject.NON_ASN: "non-ASN",
    Subject.DESA: "perangkat desa",
    Subject.CALON: "calon",
    Subject.TNI_POLRI: "anggota TNI dan Polri",
}

ITEM_TYPE = {
    ItemType.SINGLE: "satu pilihan benar",
    ItemType.MULTIPLE: "beberapa pilihan benar",
    ItemType.VERDICT: "boleh atau tidak",
    ItemType.ORDERING: "mengurutkan",
    ItemType.MATCHING: "menjodohkan",
}

ENDING_KIND = {
    EndingKind.BAIK: "Akhir baik",
    EndingKind.CAMPURAN: "Akhir campuran",
    EndingKind.BURUK: "Akhir buruk",
}

_STATUS = {status: SUBJECT[Subject(status.value)] for status in Employment}
EMPLOYMENT = {status: words[0].upper() + words[1:] for status, words in _STATUS.items()}

ATTEMPT_KIND = {
    AttemptKind.EXAM: "Ujian",
    AttemptKind.PRACTICE: "Latihan",
    AttemptKind.CHECK: "Cek pemahaman",
    AttemptKind.REVIEW: "Latihan ulang",
    AttemptKind.PRETEST: "Tes awal",
    AttemptKind.POSTTEST: "Tes akhir",
}

ATTEMPT_STATE = {
    AttemptState.ACTIVE: "belum selesai",
    AttemptState.FINISHED: "selesai",
    AttemptState.EXPIRED: "selesai, waktu habis",
    AttemptState.ABANDONED: "ditinggalkan",
}

_DAY_HOURS = 24
# A quiz that took 90 minutes is told in minutes.
_HOURS_FROM = 2

FILE_VERDICT = {
    FileVerdict.INTACT: "Utuh",
    FileVerdict.CHANGED: "Berubah sejak disegel",
    FileVerdict.FOREIGN: "Bukan berkas nilai yang dikenal",
}

# What became of a file that somebody sent in.
COLLECTED = {
    collection.Verdict.ACCEPTED: "Masuk",
    collection.Verdict.DUPLICATE: "Sudah ada",
    collection.Verdict.CONFLICT: "Bertentangan dengan berkas lain",
    collection.Verdict.CHANGED: "Berubah sejak disegel",
    collection.Verdict.RECIPIENTS: "Disegel untuk pihak lain",
    collection.Verdict.SEALED: "Tersegel, kuncinya tidak ada di sini",
    collection.Verdict.LATER: "Dari program yang lebih baru",
    collection.Verdict.DELETED: "Sudah dihapus di sini",
    collection.Verdict.UNSAFE: "Arsip tidak aman",
    collection.Verdict.UNREADABLE: "Tidak terbaca",
    collection.Verdict.FOREIGN: "Bukan berkas nilai",
}

# For people to look into: none of these says that somebody did wrong.
FLAG = {
    Flag.OTHER_DEVICE: "Dari komputer lain",
    Flag.SHARED_DEVICE: "Satu komputer pada waktu yang sama",
    Flag.TIMES: "Waktu tidak mungkin",
    Flag.CHAIN: "Rantai jawaban terputus",
    Flag.SCORE: "Nilai berbeda dari jawabannya",
    Flag.LATE: "Diterima setelah batas waktu",
}
FLAG_MEANING = {
    Flag.OTHER_DEVICE: "mengirim dari komputer lain daripada yang pertama; wajar bila komputernya berganti",
    Flag.SHARED_DEVICE: "ujian beberapa orang bertumpuk waktunya; memakai satu komputer bergiliran itu wajar",
    Flag.TIMES: "selesai sebelum mulai, atau jam mundur; jam komputer yang salah juga menyebabkannya",
    Flag.CHAIN: "urutan jawaban tidak tersambung; data yang rusak juga menyebabkannya",
    Flag.SCORE: "nilai yang tertulis tidak sama dengan hitungan dari jawabannya",
    Flag.LATE: "berkasnya diterima kantor setelah hari terakhir",
}

COUNTING = {
    Counting.FIRST: "ujian pertama",
    Counting.BEST: "ujian terbaik",
    Counting.LAST: "ujian terakhir",
}

PERSON_STATE = {
    PersonState.FINISHED: "Selesai",
    PersonState.UNFINISHED: "Belum selesai",
    PersonState.UNKNOWN: "Tidak ada di daftar pegawai",
}

GAIN_BAND = {Band.HIGH: "tinggi", Band.MEDIUM: "sedang", Band.LOW: "rendah"}

SURE_BUT_WRONG = "Yakin, tetapi keliru"
NO_PROHIBITION_FOUND = "Tidak ditemukan larangan dalam peraturan yang dibaca"


def number_words(number: int) -> str:
    """10.214."""
    return f"{number:,}".replace(",", ".")


def decimal_words(value: float, places: int = 1) -> str:
    """12,35 or −0,40: rounded to so many places, with a real minus sign."""
    rounded = round(value, places) + 0.0  # never -0
    return f"{rounded:.{places}f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def signed_words(number: int) -> str:
    """+1, 0, −2, with a real minus sign."""
    return f"{number:+,}".replace(",", ".").replace("-", "\N{MINUS SIGN}") if number else "0"


def harmless(words: str) -> str:
    """A text of a stranger's file for a screen: what could steer a terminal or turn the reading order is a mark."""
    return words if words.isprintable() else "".join(char if char.isprintable() else "□" for char in words)


def harmless_lines(words: str) -> str:
    """Sentences of our own that may name a file, or quote what somebody typed, made `harmless` line by line."""
    return "\n".join(map(harmless, words.split("\n")))


def pack_version_words(version: str) -> str:
    """`2026.11.1`, or where a layer was laid over it `2026.11.1 dengan paket setempat kab-contoh versi 3`."""
    national, _, added = version.partition("+")
    layer, _, its_version = added.partition(".")
    return f"{national} dengan paket setempat {layer} versi {its_version}" if added else national


def date_words(day: dt.date) -> str:
    """27 November 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def time_words(time: dt.datetime) -> str:
    """27 November 2024 pukul 08.05."""
    return f"{date_words(time)} pukul {time:%H.%M}"


def clock_words(milliseconds: int) -> str:
    """21.48 for minutes and seconds left, rounded up so that 00.00 means that time is over."""
    seconds = -(-milliseconds // 1000)
    return f"{seconds // 60:02d}.{seconds % 60:02d}"


def duration_words(milliseconds: int) -> str:
    """24 menit 10 detik; from two hours on 2 jam 5 menit, from two days on 3 hari 7 jam."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 2 * _DAY_HOURS:
        return f"{hours // _DAY_HOURS} hari {hours % _DAY_HOURS} jam"
    if hours >= _HOURS_FROM:
        return f"{hours} jam {rest} menit"
    return f"{minutes} menit {seconds} detik" if minutes else f"{seconds} detik"


def score_words(score: Score) -> str:
    """86,6: the score of 0 to 100 with one decimal, rounded down; 100 without one."""
    return "100" if score.tenths == 1000 else f"{score.tenths // 10},{score.tenths % 10}"


def certainty_words(certainty: str, *, right: bool) -> str:
    """How sure somebody was of an answer, told beside whether it was right."""
    if certainty == UNSURE:
        return "Dijawab ragu"
    return "Dijawab yakin" if right else SURE_BUT_WRONG


def nothing_due_words(following: dt.date | None) -> str:
    """That nothing is to be repeated, and when something will be."""
    words = "Belum ada yang perlu diulang."
    if following is None:
        return f"{words} Ketentuan yang Anda jawab keliru atau ragu di latihan akan ditanyakan lagi, sebelum terlupa."
    return f"{words} Berikutnya: {date_words(following)}."


def phase_words(phase: Phase) -> str:
    """Sebelum (penetapan calon)."""
    return f"{PHASE[phase]} ({PHASE_MEANING[phase]})"


def lesson_part_words(part: Phase | None) -> str:
    """A phase's words, or Dasar (berlaku sepanjang masa)."""
    return f"{LESSON_PART[part]} ({LESSON_PART_MEANING[part]})"


def law_name(law: Law) -> str:
    """The short name of an instrument as staff say it: its number, or for a joint decree its date."""
    if law.kind is LawKind.KEPUTUSAN_BERSAMA and law.date:
        return f"SKB {date_words(law.date)}"
    return law.number


@dataclass(frozen=True)
class CitedLaw:
    """One instrument of some citations: its name, then its articles and status; no law where no prohibition was found.

    Attributes:
        refs: the articles cited, in their order.
    """

    law: Law | None
    refs: tuple[str, ...]
    title: str
    detail: str


def cited_laws(citations: Iterable[Citation], pack: Pack) -> list[CitedLaw]:
    """Each instrument cited once, with all its articles."""
    articles: dict[str, list[str]] = {}
    for citation in citations:
        articles.setdefault(citation.law or "", []).append(citation.ref or "")
    cited = []
    for law_id, refs in articles.items():
        law = pack.law_by_id.get(law_id)
        if law is None:
            cited.append(CitedLaw(None, (), NO_PROHIBITION_FOUND, "Tanyakan kepada atasan atau BKPSDM bila ragu."))
        else:
            detail = f"{'; '.join(refs)} · {LAW_STATUS[law.status]}"
            cited.append(CitedLaw(law, tuple(refs), law_name(law), detail))
    return cited


def citations_words(citations: Iterable[Citation], pack: Pack) -> list[tuple[str, str]]:
    """Heading and second line for each instrument cited: its name, then its articles and status."""
    return [(cited.title, cited.detail) for cited in cited_laws(citations, pack)]


def caution_words(rule: Rule) -> list[str]:
    """What a rule's verdict alone does not say: its condition, the safe attitude, and that it is not verified."""
    said = []
    if rule.condition:
        said.append(f"Syarat: {rule.condition}")
    if rule.safe:
        said.append(f"Sikap aman: {rule.safe}")
    if not rule.scorable and not rule.safe:
        said.append("Belum diverifikasi")
    return said


def law_stamp(law_as_of: dt.date) -> str:
    """The sentence under every screen that states law."""
    return (
        f"Keadaan hukum per {date_words(law_as_of)}; periksa JDIH. Penerapan bergantung pada pemeriksaan; "
        "jika ragu, tanyakan atasan, BKPSDM, atau Bawaslu."
    )
