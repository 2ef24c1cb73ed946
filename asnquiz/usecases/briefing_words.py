"""How the results of a briefing are told, the same on paper and in tables."""

from collections.abc import Iterator
from fractions import Fraction

from asnquiz.domain.briefing import Briefing, Occasion, StepKind, Way
from asnquiz.domain.briefing_wording import WAY
from asnquiz.domain.gain import Change
from asnquiz.domain.recap_wording import NO_FIGURE
from asnquiz.domain.wording import GAIN_BAND, date_words, decimal_words, harmless, pack_version_words
from asnquiz.usecases.see_briefing import Attendance, BriefingResults, QuestionResult
from asnquiz.usecases.see_collection import NO_EVIDENCE
from asnquiz.usecases.take_minutes import day_words

PART = {StepKind.PRETEST: "Tes awal", StepKind.QUESTION: "Soal bersama", StepKind.POSTTEST: "Tes akhir"}
_PRESENT = "Tercatat hadir"
_INVITED = "Diundang"
_ATTENDANCE = {
    Attendance.PRESENT: "Diundang, tercatat hadir",
    Attendance.ABSENT: "Diundang, tidak tercatat hadir",
    Attendance.UNINVITED: "Tercatat hadir tanpa undangan",
}
REHEARSAL = "Gladi"
REHEARSED = (
    "Gladi, bukan hasil sosialisasi. Jawaban di sini diberikan untuk mencoba program; jangan dipakai sebagai laporan."
)
ONLY_COUNTED = (
    "Jawaban dihitung dari tangan atau kartu yang diangkat, jadi hanya jumlahnya yang diketahui. Hasil tiap orang "
    "tidak ada."
)
RECORDED = (
    "Yang tercatat ialah yang masuk dengan HP atau dicatat oleh narasumber. Yang hanya menandatangani daftar hadir "
    "tidak terhitung di sini."
)
SIGNED_ONLY = (
    "Dengan cara menjawab ini tidak ada yang masuk satu per satu. Yang hadir terlihat di daftar hadir yang "
    "ditandatangani."
)
NO_RANKING = "Urutannya menurut daftar undangan, lalu menurut abjad. Daftar ini bukan peringkat."
TWICE = "Nama dan unit kerja yang sama tercatat lebih dari sekali; periksa apakah orangnya sama."
UNFINISHED = "Sosialisasi belum diakhiri; angka di sini masih dapat berubah."
TABLES = "Satu meja menjawab dengan satu HP dan dihitung sebagai satu jawaban, berapa pun orangnya."


def occasion_facts(occasion: Occasion) -> Iterator[tuple[str, str]]:
    """Label and value of what every paper of a briefing says of it; what is not known is left out."""
    for label, value in (
        ("Acara", occasion.title),
        ("Hari, tanggal", day_words(occasion.date)),
        ("Tempat", occasion.place),
        ("Nomor surat", occasion.number),
        ("Penyelenggara", occasion.office),
        ("Narasumber", occasion.speaker),
    ):
        if value:
            yield label, harmless(value)


def results_title(briefing: Briefing) -> str:
    """`Hasil sosialisasi`, with its mark where it was only tried out."""
    return f"{REHEARSAL}: hasil sosialisasi" if briefing.rehearsal else "Hasil sosialisasi"


def results_facts(results: BriefingResults) -> Iterator[tuple[str, str]]:
    """Label and value of what is told with any figure."""
    briefing, pack = results.briefing, results.pack
    if briefing.rehearsal:
        yield "Keadaan", REHEARSED
    yield from occasion_facts(briefing.occasion)
    yield "Cara menjawab", WAY[briefing.way]
    if briefing.way is Way.TABLES:
        yield "Meja", TABLES
    yield "Rencana", f"{harmless(briefing.plan.name)}, {briefing.plan.minutes} menit"
    version = pack_version_words(pack.version)
    yield "Paket soal", f"{pack.title}, versi {version} (keadaan hukum per {date_words(pack.law_as_of)})"
    if not results.ended:
        yield "Catatan", UNFINISHED
    yield "Sifat", NO_EVIDENCE


def attendance_words(attendance: Attendance, results: BriefingResults) -> str:
    """Whether somebody was invited and is noted as present; where nobody was invited, only that.

    Where nobody was noted, nobody is said to be missing.
    """
    if results.unnoted:
        return _INVITED
    return _ATTENDANCE[attendance] if results.briefing.guests else _PRESENT


def attendance_counts(results: BriefingResults) -> Iterator[tuple[str, int]]:
    """How many participants each of these holds for; nothing where nobody was noted."""
    if results.unnoted:
        return
    kinds = Attendance if results.briefing.guests else (Attendance.UNINVITED,)
    for attendance in kinds:
        yield attendance_words(attendance, results), len(results.standing(attendance))


def question_name(question: QuestionResult) -> str:
    """`Tes awal 3`."""
    return f"{PART[question.part]} {question.number}"


def change_words(change: Change | None) -> str:
    """What became of one person's result between the tests, short; without a figure where too little was asked."""
    if change is None or (not change.mastered and change.normalised is None):
        return NO_FIGURE
    if change.mastered:
        return "Tetap tuntas" if change.after.right == change.after.total else "Tuntas, lalu turun"
    normalised = change.normalised or Fraction(0)
    direction = "Naik" if normalised > 0 else "Turun" if normalised < 0 else "Tetap"
    if not normalised or not change.enough:
        return direction
    figure = decimal_words(int(abs(100 * normalised)) / 100, 2)  # rounded down, as scores are
    return f"{direction} {figure}, {GAIN_BAND[change.band]}" if change.band else f"{direction} {figure}"
