"""Laporan hasil: what an office reports to the regional secretary, whole, as text that the office edits and signs.

Every figure comes from the report and every instrument from the content; nobody is judged and no agency is ranked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten

from asnquiz.domain.collection import UnitStanding, Week
from asnquiz.domain.item_analysis import Suspicion
from asnquiz.domain.office_report import ItemReport, OfficeReport, RuleReport, Share
from asnquiz.domain.pack import Law, Pack
from asnquiz.domain.recap_wording import (
    BLANK,
    FEWEST,
    TOO_FEW,
    here,
    mean_interval_words,
    mean_words,
    passed_interval_words,
    passed_words,
    share_words,
    tenths_words,
)
from asnquiz.domain.wording import (
    LAW_STATUS,
    PHASE,
    SURE_BUT_WRONG,
    date_words,
    decimal_words,
    harmless,
    law_name,
    number_words,
    pack_version_words,
    time_words,
)
from asnquiz.usecases.report_scope import scope_facts, title_of
from asnquiz.usecases.report_words import (
    BY_NAME,
    INTERVAL_MEANS,
    MASTERY_MEANS,
    SUSPICION_MEANS,
    gain_sentences,
    item_notes,
    nothing_missed,
    reliability_words,
)
from asnquiz.usecases.see_collection import NO_EVIDENCE
from asnquiz.usecases.take_task import exam_words

_MOST_RULES = 5
_MOST_SURE = 3
_MOST_ITEMS = 20
_STEM = 140  # characters of a question, by which whoever knows the questions knows which it is
_LESSONS_OF_A_RULE = 3
_NO_ADVICE = "Belum ada saran dari data yang terkumpul."


@dataclass(frozen=True)
class Points:
    """Sentences that are numbered."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Label and value of each."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GridColumn:
    """A column and its share of the width; figures stand at its right."""

    title: str
    weight: int
    figure: bool = False


@dataclass(frozen=True)
class Grid:
    """A table, with what is said of it above it."""

    caption: str
    note: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]


Block = str | Points | Facts | Grid


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ResultsLetter:
    """The whole letter.

    Attributes:
        head: label and value of each line between title and text.
        attachments: each begins on a page of its own.
        made: when the newest of the exams in it ended, so that the same data make the same letter; where there is none,
            when it was written.
    """

    office: str
    letterhead: tuple[str, ...]
    title: str
    head: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    closing: str
    attachments: tuple[Section, ...]
    made: datetime


def write_results_letter(report: OfficeReport, pack: Pack, now: datetime) -> ResultsLetter:
    """The letter on a report; `pack` has the law that it names and the lessons that it recommends."""
    return ResultsLetter(
        office=report.scope.office,
        letterhead=report.scope.letterhead,
        title="Laporan Hasil Belajar Netralitas ASN",
        head=(
            ("Kepada Yth.", f"Sekretaris Daerah {BLANK}"),
            ("Dari", report.scope.office or BLANK),
            *((label, BLANK) for label in ("Nomor", "Sifat", "Lampiran", "Hal")),
        ),
        sections=(
            Section("A. Dasar", tuple(_basis(pack))),
            Section("B. Maksud dan Tujuan", tuple(_purpose(report, pack))),
            Section("C. Pelaksanaan", tuple(_course(report, now))),
            Section("D. Hasil", tuple(_results(report, now))),
            Section("E. Analisis", tuple(_analysis(report))),
            Section("F. Kesimpulan", (Points(tuple(_conclusions(report, pack))),)),
            Section("G. Saran", (Points(tuple(_advice(report, pack)) or (_NO_ADVICE,)),)),
        ),
        closing="Demikian laporan ini disampaikan sebagai bahan pertimbangan lebih lanjut.",
        attachments=(
            Section("Lampiran 1. Hasil menurut unit kerja", (_units(report.units),)),
            Section("Lampiran 2. Butir soal", tuple(_items(report.missed))),
            Section("Lampiran 3. Cara menghitung angka", tuple(_methods(report))),
        ),
        made=report.scope.newest or now,
    )


def _basis(pack: Pack) -> Iterator[Block]:
    laws = [law for law in pack.laws if law.status.in_force and any(one.scorable for one in pack.rules_citing(law.id))]
    yield "Laporan ini disusun berdasarkan:"
    yield Points((*map(_law_words, laws), f"Surat tugas/instruksi Nomor {BLANK} tanggal {BLANK}."))
    yield (
        f"Nama ringkas dan status peraturan dikutip dari paket soal “{pack.title}” versi "
        f"{pack_version_words(pack.version)}, keadaan hukum per {date_words(pack.law_as_of)}. Judul resmi dan status "
        "terbarunya perlu diperiksa di JDIH sebelum laporan ini ditandatangani."
    )


def _law_words(law: Law) -> str:
    name = law_name(law)
    whole = name if name == law.number else f"{name} ({law.number})"
    return f"{whole} tentang {law.title}; status: {LAW_STATUS[law.status]}."


def _purpose(report: OfficeReport, pack: Pack) -> Iterator[Block]:
    yield (
        f"Laporan ini dimaksudkan untuk menyampaikan hasil belajar “{pack.title}” ({title_of(report.scope)}), dengan "
        "tujuan:"
    )
    yield Points(
        (
            "mengetahui sejauh mana pegawai telah menyelesaikan ujian dan memahami ketentuan netralitas;",
            "menentukan ketentuan yang perlu diperdalam dalam pembelajaran berikutnya; dan",
            "menyediakan bahan untuk memperbaiki materi dan soal.",
        )
    )
    yield "Laporan ini tidak dimaksudkan untuk menilai pribadi pegawai dan tidak memeringkat perangkat daerah."


def _course(report: OfficeReport, now: datetime) -> Iterator[Block]:
    task = report.scope.task
    yield "Ujian dilaksanakan dan dihitung dengan ketentuan sebagai berikut."
    exam = (("Bentuk ujian", f"{exam_words(task)} dari 100"),) if task else ()
    yield Facts((*scope_facts(report.scope), *exam, ("Keadaan data", f"per {time_words(here(now))}")))


def _results(report: OfficeReport, now: datetime) -> Iterator[Block]:
    of = report.overview
    late = f" Hasil {number_words(of.late)} pegawai diterima setelah batas waktu." if of.late else ""
    yield (
        f"Daftar pegawai memuat {number_words(of.people)} pegawai dari {number_words(of.agencies)} perangkat daerah "
        f"dan {number_words(of.units)} unit kerja. Sampai dengan {time_words(here(now))}, {_finished_words(report)}, "
        f"dan {number_words(of.people - of.finished)} pegawai belum.{late}"
    )
    yield _outcome_words(report)
    if of.unknown:
        yield (
            f"Hasil dari {number_words(of.unknown)} orang yang tidak ada di daftar pegawai tidak ikut dihitung dalam "
            "angka di atas."
        )
    yield _trend(report.weeks)
    yield _agencies(report.agencies)


def _finished_words(report: OfficeReport) -> str:
    of = report.overview
    return (
        f"{number_words(of.finished)} dari {number_words(of.people)} pegawai ({share_words(of.finished, of.people)}) "
        "telah menyelesaikan ujian"
    )


def _outcome_words(report: OfficeReport) -> str:
    """Pass rate and mean with their intervals, or that they are too few for them."""
    of = report.overview
    if of.finished < FEWEST:
        return f"Persentase lulus dan rata-rata tidak dihitung, karena yang selesai kurang dari {FEWEST} orang."
    mark = "batas lulus ujiannya masing-masing" if report.passes_at is None else f"batas lulus {report.passes_at}"
    passed, mean = (
        f"(rentang kepercayaan 95 %: {words(of.standing)})" for words in (passed_interval_words, mean_interval_words)
    )
    return (
        f"Dari {number_words(of.finished)} pegawai yang selesai, {number_words(of.passed)} pegawai atau "
        f"{passed_words(of.standing)} mencapai {mark} {passed}. Rata-rata nilainya {mean_words(of.standing)} dari 100 "
        f"{mean}."
    )


_FIGURES = (
    GridColumn("Pegawai", 12, figure=True),
    GridColumn("Selesai", 10, figure=True),
    GridColumn("Belum selesai", 10, figure=True),
    GridColumn("Lulus", 9, figure=True),
)
_MEAN = GridColumn("Rata-rata", 9, figure=True)


def _standing(one: UnitStanding) -> tuple[str, ...]:
    counts = (one.people, one.finished, one.people - one.finished)
    return (*map(number_words, counts), passed_words(one))


def _agencies(standings: Iterable[UnitStanding]) -> Grid:
    return Grid(
        "Hasil menurut perangkat daerah, diurutkan menurut abjad",
        TOO_FEW,
        (
            GridColumn("Perangkat daerah", 27),
            *_FIGURES,
            GridColumn("Lulus, rentang 95\N{NO-BREAK SPACE}%", 14, figure=True),
            _MEAN,
        ),
        tuple((one.agency, *_standing(one), passed_interval_words(one), mean_words(one)) for one in standings),
    )


def _units(standings: Iterable[UnitStanding]) -> Grid:
    return Grid(
        "Diurutkan menurut abjad",
        TOO_FEW,
        (GridColumn("Perangkat daerah", 22), GridColumn("Unit kerja", 24), *_FIGURES, _MEAN),
        tuple((one.agency, one.unit, *_standing(one), mean_words(one)) for one in standings),
    )


def _trend(weeks: Sequence[Week]) -> str:
    """Where most finished, and from where to where the mean went, of weeks with enough people."""
    if not weeks:
        return "Perkembangan per pekan belum dapat diuraikan, karena belum ada ujian yang dihitung."
    most = max(weeks, key=lambda week: week.finished)
    told = (
        f"Ujian yang dihitung tersebar dalam {number_words(len(weeks))} pekan; paling banyak, yaitu "
        f"{number_words(most.finished)} ujian, diselesaikan pada {_week_words(most)}."
    )
    shown = [week for week in weeks if week.finished >= FEWEST]
    if len(shown) > 1:
        first, last = shown[0], shown[-1]
        told += (
            f" Rata-rata nilai pada {_week_words(first)} adalah {tenths_words(first.mean_tenths)} dan pada "
            f"{_week_words(last)} {tenths_words(last.mean_tenths)}. Peserta setiap pekan berbeda, jadi selisih "
            "ini tidak menunjukkan kemajuan orang yang sama."
        )
    return told


def _week_words(week: Week) -> str:
    return f"pekan yang dimulai {date_words(week.monday)}"


def _analysis(report: OfficeReport) -> Iterator[Block]:
    rules = [one for one in report.rules if one.right.enough]
    if not rules:
        yield f"Jawaban belum dianalisis, karena belum ada ketentuan yang ditanyakan kepada {FEWEST} orang atau lebih."
    else:
        yield (
            f"Analisis ini memakai {number_words(report.analysed)} ujian pertama. {_phases_words(report)}Ketentuan "
            "yang paling sering belum tepat dijawab:"
        )
        yield Points(tuple(map(_hard_words, rules[:_MOST_RULES])))
    if sure := report.surely_wrong:
        yield f"{SURE_BUT_WRONG}: jawaban yang dinyatakan yakin paling sering belum tepat tentang:"
        yield Points(tuple(map(_sure_words, sure[:_MOST_SURE])))
    test = report.test
    if test.enough and test.reliability is not None and test.standard_error is not None:
        yield (
            f"Reliabilitas ujian ({reliability_words(test)}) adalah {decimal_words(test.reliability, 2)} dengan galat "
            f"baku {decimal_words(test.standard_error)} jawaban benar, sehingga selisih sekecil itu antara dua peserta "
            "belum menunjukkan perbedaan pemahaman."
        )
    if report.gain:
        yield f"Dibandingkan dengan tes awal “{report.gain.before}”: {' '.join(gain_sentences(report.gain))}"
    yield "Soal yang paling sulit dimuat dalam Lampiran 2, dan cara menghitung semua angka dalam Lampiran 3."


def _phases_words(report: OfficeReport) -> str:
    shown = [f"{PHASE[phase]} {share.words}" for phase, share in report.phases.items() if share.enough]
    return f"Jawaban benar menurut fase: {', '.join(shown)}. " if shown else ""


def _hard_words(rule: RuleReport) -> str:
    return f"{rule.act}: benar pada {_of_answers(rule.right)}."


def _sure_words(rule: RuleReport) -> str:
    return f"{rule.act}: belum tepat pada {_of_answers(rule.sure)} yakin."


def _of_answers(share: Share) -> str:
    return f"{share.words} dari {number_words(share.whole)} jawaban"


def _to_deepen(report: OfficeReport, pack: Pack) -> list[RuleReport]:
    """The rules whose answers fall short of the pass mark, as for each person on their own; least known first."""
    passes_at = pack.exam.pass_ if report.passes_at is None else report.passes_at
    told = (one for one in report.rules if one.right.enough)
    return [one for one in told if 100 * one.right.part < passes_at * one.right.whole][:_MOST_RULES]


def _conclusions(report: OfficeReport, pack: Pack) -> Iterator[str]:
    of = report.overview
    if not of.finished:
        yield "Belum ada pegawai yang menyelesaikan ujian, sehingga belum ada hasil belajar yang dapat disimpulkan."
    else:
        yield f"Sebanyak {_finished_words(report)}."
        yield _outcome_words(report)
    if weak := _to_deepen(report, pack):
        acts = "; ".join(f"“{one.act}”" for one in weak)
        yield f"Menurut jawaban peserta, ketentuan yang paling perlu diperdalam ialah: {acts}."
    elif any(one.right.enough for one in report.rules):
        yield "Untuk setiap ketentuan yang cukup banyak ditanyakan, persentase jawaban benar mencapai batas lulus."
    yield (
        "Angka dalam laporan ini menggambarkan hasil belajar pada saat ujian. Angka ini tidak menilai integritas, "
        "kinerja, atau pribadi pegawai, dan perbedaan antarperangkat daerah bukan peringkat."
    )
    yield NO_EVIDENCE


def _advice(report: OfficeReport, pack: Pack) -> Iterator[str]:
    of = report.overview
    for rule in _to_deepen(report, pack):
        yield f"Memperdalam ketentuan “{rule.act}”{_lessons_words(rule.rule, pack)}."
    if left := of.people - of.finished:
        yield (
            f"Mengingatkan {number_words(left)} pegawai yang belum selesai melalui pimpinan perangkat daerahnya; "
            "jumlahnya di setiap unit kerja tercantum dalam Lampiran 1."
        )
    if suspect := sum(bool(one.suspicions) for one in report.items):
        yield (
            f"Memeriksa {number_words(suspect)} soal sebelum dipakai lagi; untuk soal yang dimuat dalam Lampiran 2, "
            "alasannya tercantum di sana."
        )
    if of.unknown:
        yield f"Mencocokkan data {number_words(of.unknown)} pengirim hasil yang tidak ada di daftar pegawai."
    if refused := sum(of.refused.values()):
        yield f"Memeriksa {number_words(refused)} berkas yang ditolak dan, bila perlu, meminta berkas nilai yang baru."


def _lessons_words(rule: str, pack: Pack) -> str:
    """The lessons on a rule, those first that have the fewest others."""
    lessons = sorted((one for one in pack.lessons_in_order if rule in one.rules), key=lambda one: len(one.rules))
    titles = ", ".join(f"“{one.title}”" for one in lessons[:_LESSONS_OF_A_RULE])
    return f" dengan membaca materi {titles}" if titles else ""


def _items(missed: Sequence[ItemReport]) -> Iterator[Block]:
    """The hardest, and whichever those who know more have wrong."""
    shown = [one for place, one in enumerate(missed) if place < _MOST_ITEMS or Suspicion.NEGATIVE in one.suspicions]
    if not shown:
        yield nothing_missed("soal")
        return
    yield Grid(
        f"Paling banyak {_MOST_ITEMS} soal yang paling sulit, dan semua soal yang daya bedanya negatif",
        f"Persentase tidak dihitung (–) bila jawabannya kurang dari {FEWEST}.",
        (
            GridColumn("Soal", 45),
            GridColumn("Jawaban", 14, figure=True),
            GridColumn("Benar", 10, figure=True),
            GridColumn(SURE_BUT_WRONG, 11, figure=True),
            GridColumn("Catatan", 27),
        ),
        tuple(_item(one) for one in shown),
    )


def _item(one: ItemReport) -> tuple[str, ...]:
    return (
        f"{shorten(one.stem, _STEM, placeholder=' …')} ({harmless(one.item)}, revisi {one.revision})".strip(),
        number_words(one.figures.people),
        one.right.words,
        one.sure.words,
        "; ".join(item_notes(one)),
    )


def _methods(report: OfficeReport) -> Iterator[Block]:
    yield "Angka dalam laporan ini dihitung dari berkas nilai yang diterima, dengan ketentuan berikut."
    yield Points(
        (
            "Selesai: pegawai di daftar pegawai yang ujiannya sudah diterima menurut ketentuan “Yang dihitung”. Hasil "
            "dengan pengawas dan tanpa pengawas tidak pernah dijumlahkan.",
            "Lulus: nilai sekurang-kurangnya sama dengan batas lulus. Persentasenya dihitung dari yang selesai. "
            "Nilai, rata-rata, dan persentase itu dibulatkan ke bawah, sehingga 100 % selalu berarti semua.",
            f"{TOO_FEW} Angka dari orang sesedikit itu lebih menggambarkan orangnya daripada unitnya. Karena itu pula, "
            "angka unit kecil tidak boleh dihitung dari selisih angka yang lain.",
            f"{INTERVAL_MEANS} Makin sedikit orangnya, umumnya makin lebar rentangnya. Rentang persentase dihitung "
            "dengan cara Wilson, dan rentang rata-rata dengan sebaran t Student.",
            BY_NAME,
            "Analisis butir soal memakai ujian pertama setiap orang yang semua jawabannya dapat dinilai. Soal yang "
            "tidak dijawab dihitung belum tepat. Ketentuan dan soal yang ditanyakan kepada kurang dari "
            f"{FEWEST} orang tidak dimuat.",
            "Ketentuan perlu diperdalam bila persentase jawaban benarnya di bawah batas lulus.",
            SUSPICION_MEANS,
            f"Reliabilitas dihitung dengan {reliability_words(report.test)}. {MASTERY_MEANS}",
            "Peningkatan ternormalisasi kelompok (Hake): kenaikan rata-rata dibagi dengan kenaikan yang masih mungkin, "
            "hanya dari orang yang mengikuti kedua tes. Angka 0,7 atau lebih tergolong tinggi, 0,3 sampai di bawah 0,7 "
            "tergolong sedang, dan di bawah 0,3 tergolong rendah.",
            NO_EVIDENCE,
        )
    )
