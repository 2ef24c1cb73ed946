"""How the figures of an office's report are read: each with a plain sentence, and none of too few people."""

from collections.abc import Iterator
from dataclasses import dataclass

from asnquiz.domain.collection import Week
from asnquiz.domain.item_analysis import SHOWN_FROM, OptionFigures
from asnquiz.domain.office_report import Gain, ItemReport, OfficeReport
from asnquiz.domain.recap_wording import CHANGE, FEWEST, NO_FIGURE, SUSPICION, tenths_words
from asnquiz.domain.wording import GAIN_BAND, date_words, decimal_words, number_words

NOT_ENOUGH = "data belum cukup"
SURE_MEANS = "Yang diyakini tetapi keliru paling mudah menjadi pelanggaran, dan orangnya tidak merasa perlu bertanya."


@dataclass(frozen=True)
class Reading:
    """A figure of the whole test, in words, and how it is read."""

    name: str
    value: str
    words: str


def test_readings(report: OfficeReport) -> Iterator[Reading]:
    """Every figure of the test; those that compare people are told of 30 of them or more."""
    test = report.test

    def told(value: float | None, places: int, least: int, unit: str = "") -> str:
        if test.people < least:
            return f"{NOT_ENOUGH}, mulai {least} orang"
        return NO_FIGURE if value is None else decimal_words(value, places) + unit

    yield Reading(
        "Rata-rata", told(test.mean, 1, FEWEST, " soal"), "Jumlah soal yang rata-rata dijawab benar oleh satu orang."
    )
    yield Reading(
        "Median", told(test.median, 1, FEWEST, " soal"), "Separuh orang menjawab benar sebanyak ini atau lebih."
    )
    yield Reading(
        "Simpangan baku",
        told(test.deviation, 2, FEWEST, " soal"),
        "Jarak yang biasa antara nilai orang dan rata-ratanya. Makin kecil, makin seragam kemampuannya.",
    )
    yield Reading(
        "Kemencengan",
        told(test.skewness, 2, FEWEST),
        "Di bawah 0: kebanyakan orang bernilai tinggi, sebagian kecil tertinggal jauh.",
    )
    yield Reading(
        "Kelancipan",
        told(test.kurtosis, 2, FEWEST),
        "Di atas 0: nilai lebih berkumpul di tengah, dengan beberapa yang sangat jauh.",
    )
    yield Reading(
        "Reliabilitas (KR-21)" if test.drawn else "Reliabilitas (alfa Cronbach)",
        told(test.reliability, 2, SHOWN_FROM),
        "Mendekati 1: orang akan mendapat urutan nilai yang sama bila ujian diulang. Bila hampir semua menguasai, "
        "angka ini wajar rendah.",
    )
    yield Reading(
        "Rasio galat",
        told(test.error_ratio, 1, SHOWN_FROM, " %"),
        "Bagian dari perbedaan nilai antarorang yang dapat berasal dari kebetulan.",
    )
    yield Reading(
        "Galat baku",
        told(test.standard_error, 2, SHOWN_FROM, " soal"),
        "Sejauh ini nilai satu orang dapat meleset dari kemampuannya.",
    )
    at = "" if report.passes_at is None else f" {report.passes_at}"
    yield Reading(
        "K² Livingston",
        told(test.livingston, 2, SHOWN_FROM),
        f"Mendekati 1: lulus atau belum lulus pada batas{at} hampir tidak bergantung pada kebetulan.",
    )


def week_words(week: Week) -> str:
    """Minggu yang dimulai 2 November 2026: 41 selesai, rata-rata 81,2."""
    mean = f", rata-rata {tenths_words(week.mean_tenths)}" if week.finished >= FEWEST else ""
    return f"Minggu yang dimulai {date_words(week.monday)}: {number_words(week.finished)} selesai{mean}."


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
        yield (
            f"{changed}: {int(group.gain * 100)} % dari yang belum diraih pada tes awal kini diraih (peningkatan "
            f"ternormalisasi {decimal_words(float(group.gain), 2)}{named})."
        )
    yield f"Naik {number_words(group.rose)} orang, turun {number_words(group.fell)}, tetap {number_words(group.same)}."
    if group.mastered:
        yield f"{number_words(group.mastered)} orang sudah tuntas sejak tes awal."
    yield "Orang yang hanya mengerjakan satu dari keduanya tidak ikut dihitung."
