"""How the figures of an office's report are read, the same wherever they stand; none is told of too few people."""

from collections.abc import Iterator
from dataclasses import dataclass

from asnquiz.domain.collection import Week
from asnquiz.domain.item_analysis import SHOWN_FROM, OptionFigures, TestFigures
from asnquiz.domain.office_report import Gain, ItemReport
from asnquiz.domain.recap_wording import CHANGE, FEWEST, NO_FIGURE, SUSPICION, tenths_words
from asnquiz.domain.wording import GAIN_BAND, date_words, decimal_words, number_words

NOT_ENOUGH = "data belum cukup"
BY_NAME = (
    "Perangkat daerah dan unit kerja diurutkan menurut abjad. Laporan ini bukan peringkat: selisih kecil dapat terjadi "
    "karena kebetulan."
)
INTERVAL_MEANS = (
    "Rentang kepercayaan 95 %: dari 100 rentang yang dihitung dengan cara ini, kira-kira 95 memuat angka yang "
    "sebenarnya. Dua perangkat daerah yang rentangnya bertumpang tindih belum tentu berbeda."
)
MASTERY_MEANS = (
    "Ujian ini memeriksa apakah materi sudah dikuasai, bukan siapa yang terbaik. Bila pembelajaran berhasil, hampir "
    "semua orang menjawab benar; nilainya menjadi seragam, dan daya beda serta reliabilitas tampak rendah dengan "
    "sendirinya. Itu bukan tanda bahwa soalnya buruk. Reliabilitas dan angka yang diturunkan darinya dimuat mulai "
    f"{SHOWN_FROM} orang."
)
SUSPICION_MEANS = (
    f"Soal perlu diperiksa bila ditanyakan kepada {SHOWN_FROM} orang atau lebih, dijawab benar oleh kurang dari 90 %, "
    "dan daya bedanya negatif (orang yang lebih baik di soal lain justru lebih sering keliru) atau ada pilihan keliru "
    "yang menyaingi kunci (justru dipilih orang itu). Dugaan bukan kesimpulan: bacalah soalnya lebih dahulu."
)
SURE_MEANS = "Jawaban yang diyakini tetapi keliru perlu dibahas lebih dahulu: orangnya tidak merasa perlu bertanya."


@dataclass(frozen=True)
class Reading:
    """A figure of the whole test and how it is read.

    Attributes:
        figure: None where it cannot be told, also where there are fewer than `fewest` people.
        places: how many decimals are told.
        enough: whether there are as many people.
    """

    name: str
    figure: float | None
    places: int
    words: str
    fewest: int
    enough: bool

    @property
    def value(self) -> str:
        """The figure in words; a dash where it cannot be told."""
        return NO_FIGURE if self.figure is None else decimal_words(self.figure, self.places)


def test_readings(test: TestFigures) -> Iterator[Reading]:
    """Every figure of the test; those that compare people need more of them."""
    for name, figure, places, fewest, words in (
        (
            "Rata-rata jawaban benar",
            test.mean,
            1,
            FEWEST,
            "Banyaknya soal yang dijawab benar, rata-rata tiap orang.",
        ),
        (
            "Median jawaban benar",
            test.median,
            1,
            FEWEST,
            "Sedikitnya separuh orang menjawab benar sebanyak ini atau lebih, dan sedikitnya separuh sebanyak ini "
            "atau kurang.",
        ),
        ("Simpangan baku", test.deviation, 2, FEWEST, "Makin kecil, makin seragam hasilnya."),
        (
            "Kemencengan",
            test.skewness,
            2,
            FEWEST,
            "Negatif: kebanyakan hasil tinggi dan sedikit yang jauh di bawahnya, seperti diharapkan sesudah belajar.",
        ),
        (
            "Keruncingan",
            test.kurtosis,
            2,
            FEWEST,
            "0 seperti sebaran normal; makin tinggi, makin sering ada hasil yang jauh dari rata-rata.",
        ),
        (
            f"Reliabilitas ({reliability_words(test)})",
            test.reliability,
            2,
            SHOWN_FROM,
            "Bagian dari perbedaan hasil antarorang yang bukan kebetulan; paling tinggi 1, dan cenderung rendah "
            "bila hampir semua orang sudah menguasai materi.",
        ),
        (
            "Reliabilitas keputusan lulus (K² Livingston)",
            test.livingston,
            2,
            SHOWN_FROM,
            "Seberapa andal ujian ini memisahkan yang lulus dari yang belum. Bacalah angka ini lebih dahulu, karena "
            "ujian ini memeriksa penguasaan; angkanya tidak pernah di bawah reliabilitas.",
        ),
        (
            "Rasio galat (%)",
            test.error_ratio,
            1,
            SHOWN_FROM,
            "Bagian dari simpangan baku yang berasal dari kebetulan.",
        ),
        (
            "Galat baku jawaban benar",
            test.standard_error,
            2,
            SHOWN_FROM,
            "Sejauh inilah hasil seseorang biasanya meleset dari kemampuannya karena kebetulan.",
        ),
    ):
        enough = test.people >= fewest
        yield Reading(name, figure if enough else None, places, words, fewest, enough)


def nothing_missed(what: str) -> str:
    """That of questions, or of what they ask about, all are right that enough people were asked."""
    return f"Tidak ada {what} yang dijawab salah, dari yang ditanyakan kepada {FEWEST} orang atau lebih."


def reliability_words(test: TestFigures) -> str:
    """Which reliability it is, and why."""
    return "KR-21, karena soal tiap orang diundi" if test.drawn else "alfa Cronbach, KR-20"


def week_words(week: Week) -> str:
    """Pekan yang dimulai 2 November 2026: 41 selesai, rata-rata 81,2."""
    mean = f", rata-rata {tenths_words(week.mean_tenths)}" if week.finished >= FEWEST else ""
    return f"Pekan yang dimulai {date_words(week.monday)}: {number_words(week.finished)} selesai{mean}."


def discrimination_words(item: ItemReport) -> str:
    """Daya beda 34; that there are too few people, or that there is none."""
    figures = item.figures
    if not figures.enough:
        return f"daya beda: {NOT_ENOUGH}"
    if figures.discrimination is None:
        return "daya beda tidak dapat dihitung"
    return f"daya beda {decimal_words(figures.discrimination, 0)}"


def item_notes(item: ItemReport) -> tuple[str, ...]:
    """Why somebody should read a question again."""
    changes = (CHANGE[item.change],) if item.change else ()
    return (*changes, *(SUSPICION[found] for found in item.suspicions))


def option_note(figures: OptionFigures) -> str:
    """What is odd about an option, of a question that enough people answered; empty where nothing is."""
    return "hampir tidak dipilih" if figures.dead else "menyaingi kunci" if figures.competing else ""


def gain_means(gain: Gain) -> tuple[int, int] | None:
    """The means of both tests, 0 to 100, in tenths, rounded down as all means; None where too few took both."""
    of = gain.group
    if of.people < FEWEST or of.mean_before is None or of.mean_after is None:
        return None
    return int(10 * of.mean_before), int(10 * of.mean_after)


def gain_sentences(gain: Gain, who: str = "orang") -> Iterator[str]:
    """What a group learnt, and how far that can be trusted; `who` took the tests."""
    group, means = gain.group, gain_means(gain)
    yield f"{number_words(group.people)} {who} mengerjakan kedua tes."
    if means is None:
        yield f"Perubahannya dihitung mulai {FEWEST} {who}."
        return
    before, after = map(tenths_words, means)
    changed = f"Rata-ratanya {before} pada tes awal dan {after} pada tes akhir"
    if group.gain is None:
        yield f"{changed}: sudah tuntas sejak tes awal."
    elif group.gain < 0:
        yield f"{changed}: tidak ada peningkatan."
    else:
        named = f", tergolong {GAIN_BAND[group.band]}" if group.band else ""
        share = int(group.gain * 100)  # towards zero, as scores are
        yield (
            f"{changed}: {share} % dari yang belum diraih pada tes awal kini diraih (peningkatan ternormalisasi "
            f"kelompok {decimal_words(share / 100, 2)}{named})."
        )
    yield f"Naik {number_words(group.rose)} {who}, turun {number_words(group.fell)}, tetap {number_words(group.same)}."
    if group.mean_change is not None:
        change = decimal_words(int(group.mean_change * 100) / 100, 2)
        yield (
            f"Rata-rata perubahan ternormalisasi tiap {who} {change}; ini ukuran lain, yang tidak dibandingkan dengan "
            "peningkatan kelompok."
        )
    if group.mastered:
        yield f"{number_words(group.mastered)} {who} sudah tuntas sejak tes awal."
    yield f"{who.capitalize()} yang hanya mengerjakan satu tes tidak ikut dihitung."
