"""How the figures of an office's report are read: each with a plain sentence, and none of too few people."""

from collections.abc import Iterator
from dataclasses import dataclass

from asnquiz.domain.collection import Week
from asnquiz.domain.item_analysis import SHOWN_FROM, OptionFigures, TestFigures
from asnquiz.domain.office_report import Gain, ItemReport
from asnquiz.domain.recap_wording import CHANGE, FEWEST, NO_FIGURE, SUSPICION, tenths_words
from asnquiz.domain.wording import GAIN_BAND, date_words, decimal_words, number_words

NOT_ENOUGH = "data belum cukup"
SURE_MEANS = "Jawaban yang diyakini tetapi keliru perlu dibahas lebih dahulu: orangnya tidak merasa perlu bertanya."


@dataclass(frozen=True)
class Reading:
    """A figure of the whole test and how it is read.

    Attributes:
        value: in words; a dash where it cannot be told.
        fewest: of how many people it is told at least.
        enough: whether there are as many.
    """

    name: str
    value: str
    words: str
    fewest: int
    enough: bool


def test_readings(test: TestFigures) -> Iterator[Reading]:
    """Every figure of the test; those that compare people need more of them."""

    def read(name: str, value: float | None, places: int, words: str, fewest: int = SHOWN_FROM) -> Reading:
        enough = test.people >= fewest
        shown = NO_FIGURE if value is None or not enough else decimal_words(value, places)
        return Reading(name, shown, words, fewest, enough)

    kind = "KR-21, karena soal tiap orang diundi" if test.drawn else "alfa Cronbach, KR-20"
    yield read(
        "Rata-rata jawaban benar", test.mean, 1, "Banyaknya soal yang dijawab benar, rata-rata tiap orang.", FEWEST
    )
    yield read(
        "Median jawaban benar",
        test.median,
        1,
        "Sedikitnya separuh orang menjawab benar sebanyak ini atau lebih, dan sedikitnya separuh sebanyak ini atau "
        "kurang.",
        FEWEST,
    )
    yield read("Simpangan baku", test.deviation, 2, "Makin kecil, makin seragam hasilnya.", FEWEST)
    yield read(
        "Kemencengan",
        test.skewness,
        2,
        "Negatif: kebanyakan hasil tinggi dan sedikit yang jauh di bawahnya, seperti diharapkan sesudah belajar.",
        FEWEST,
    )
    yield read(
        "Keruncingan",
        test.kurtosis,
        2,
        "0 seperti sebaran normal; makin tinggi, makin sering ada hasil yang jauh dari rata-rata.",
        FEWEST,
    )
    yield read(
        f"Reliabilitas ({kind})",
        test.reliability,
        2,
        "Bagian dari perbedaan hasil antarorang yang bukan kebetulan; paling tinggi 1, dan cenderung rendah bila "
        "hampir semua orang sudah menguasai materi.",
    )
    yield read(
        "Reliabilitas keputusan lulus (K² Livingston)",
        test.livingston,
        2,
        "Seberapa andal ujian ini memisahkan yang lulus dari yang belum. Bacalah angka ini lebih dahulu, karena ujian "
        "ini memeriksa penguasaan; angkanya tidak pernah di bawah reliabilitas.",
    )
    yield read("Rasio galat (%)", test.error_ratio, 1, "Bagian dari simpangan baku yang berasal dari kebetulan.")
    yield read(
        "Galat baku jawaban benar",
        test.standard_error,
        2,
        "Sejauh inilah hasil seseorang biasanya meleset dari kemampuannya karena kebetulan.",
    )


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


def gain_sentences(gain: Gain) -> Iterator[str]:
    """What a group learnt, and how far that can be trusted."""
    group = gain.group
    yield f"{number_words(group.people)} orang mengerjakan kedua tes."
    if group.people < FEWEST or group.mean_before is None or group.mean_after is None:
        yield f"Perubahannya dihitung mulai {FEWEST} orang."
        return
    before, after = (decimal_words(float(mean), 1) for mean in (group.mean_before, group.mean_after))
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
    yield f"Naik {number_words(group.rose)} orang, turun {number_words(group.fell)}, tetap {number_words(group.same)}."
    if group.mastered:
        yield f"{number_words(group.mastered)} orang sudah tuntas sejak tes awal."
    yield "Orang yang hanya mengerjakan satu tes tidak ikut dihitung."
