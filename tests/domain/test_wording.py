"""Numbers, dates and fixed terms as Indonesian readers write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.attempt import AttemptState, Score
from asnquiz.domain.pack import Citation, LawKind, LawStatus, Phase, Subject, Verdict
from asnquiz.domain.person import Employment
from asnquiz.domain.wording import (
    ATTEMPT_STATE,
    EMPLOYMENT,
    LAW_STATUS,
    PHASE,
    PHASE_MEANING,
    SUBJECT,
    VERDICT,
    citations_words,
    clock_words,
    date_words,
    duration_words,
    law_name,
    law_stamp,
    phase_words,
    score_words,
    time_words,
)
from tests import builders


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2024, 11, 27), "27 November 2024"),
        (dt.date(2026, 1, 1), "1 Januari 2026"),
        (dt.date(2026, 2, 28), "28 Februari 2026"),
        (dt.date(2026, 3, 9), "9 Maret 2026"),
        (dt.date(2026, 5, 31), "31 Mei 2026"),
        (dt.date(2026, 8, 17), "17 Agustus 2026"),
        (dt.date(2026, 10, 28), "28 Oktober 2026"),
        (dt.date(2026, 12, 9), "9 Desember 2026"),
    ],
)
def test_a_date_is_day_month_and_year(day: dt.date, words: str) -> None:
    assert date_words(day) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (dt.datetime(2024, 11, 27, 8, 5, 59, tzinfo=dt.UTC), "27 November 2024 pukul 08.05"),
        (dt.datetime(2024, 11, 27, 0, 0, tzinfo=dt.UTC), "27 November 2024 pukul 00.00"),
        (dt.datetime(2024, 11, 27, 23, 59, tzinfo=dt.UTC), "27 November 2024 pukul 23.59"),
    ],
)
def test_a_time_is_hours_and_minutes_with_a_dot(time: dt.datetime, words: str) -> None:
    assert time_words(time) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (1_308_000, "21.48"),
        (1_307_001, "21.48"),
        (1_307_000, "21.47"),
        (5_400_000, "90.00"),
        (7_200_000, "120.00"),
        (59_001, "01.00"),
        (1_000, "00.01"),
        (1, "00.01"),
        (0, "00.00"),
    ],
)
def test_the_clock_is_rounded_up_so_that_nothing_left_means_nothing(milliseconds: int, words: str) -> None:
    assert clock_words(milliseconds) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (1_450_000, "24 menit 10 detik"),
        (60_000, "1 menit 0 detik"),
        (59_999, "59 detik"),
        (999, "0 detik"),
        (5_403_000, "90 menit 3 detik"),
        (7_199_999, "119 menit 59 detik"),
        (7_200_000, "2 jam 0 menit"),
        (30_300_000, "8 jam 25 menit"),
        (172_799_999, "47 jam 59 menit"),
        (172_800_000, "2 hari 0 jam"),
        (31_536_000_000, "365 hari 0 jam"),
    ],
)
def test_a_duration_is_told_in_its_two_largest_units(milliseconds: int, words: str) -> None:
    assert duration_words(milliseconds) == words


@pytest.mark.parametrize(
    ("right", "total", "words"),
    [
        (26, 30, "86,6"),
        (30, 30, "100"),
        (0, 30, "0,0"),
        (3, 4, "75,0"),
        (1, 30, "3,3"),
        (1999, 2000, "99,9"),
        (1, 2000, "0,0"),
    ],
)
def test_a_score_has_one_decimal_rounded_down(right: int, total: int, words: str) -> None:
    assert score_words(Score(right, total)) == words


@given(st.integers(1, 300).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_only_a_full_score_is_shown_as_100(counts: tuple[int, int]) -> None:
    assert (score_words(Score(*counts)) == "100") == (counts[0] == counts[1])


def test_phases_are_said_with_what_they_stand_to() -> None:
    assert [phase_words(phase) for phase in Phase] == [
        "Sebelum (penetapan calon)",
        "Selama (penetapan calon sampai pemungutan suara)",
        "Sesudah (pemungutan suara)",
    ]


def test_verdicts_are_said_in_the_words_of_the_field() -> None:
    assert [VERDICT[verdict] for verdict in Verdict] == [
        "Boleh",
        "Tidak boleh",
        "Boleh bersyarat",
        "Masih berbeda pendapat",
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (VERDICT, Verdict),
        (PHASE, Phase),
        (PHASE_MEANING, Phase),
        (LAW_STATUS, LawStatus),
        (SUBJECT, Subject),
        (EMPLOYMENT, Employment),
        (ATTEMPT_STATE, AttemptState),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_member_has_words_of_its_own(words: dict[object, str], kind: type[Phase]) -> None:
    assert list(words) == list(kind)
    assert len(set(words.values())) == len(words)


def test_employment_is_said_as_on_forms() -> None:
    assert list(EMPLOYMENT.values()) == ["PNS", "CPNS", "PPPK", "Non-ASN", "Perangkat desa"]


def test_an_instrument_goes_by_its_number_and_a_joint_decree_by_its_date() -> None:
    assert law_name(builders.law(number="PP 94/2021")) == "PP 94/2021"
    decree = builders.law(kind=LawKind.KEPUTUSAN_BERSAMA, number="2/2022; 800-5474/2022", date=dt.date(2022, 9, 22))
    assert law_name(decree) == "SKB 22 September 2022"
    assert law_name(builders.law(kind=LawKind.KEPUTUSAN_BERSAMA, number="2/2022", date=None)) == "2/2022"


def test_citations_are_grouped_by_instrument_in_the_order_they_come() -> None:
    pack = builders.pack(
        laws=(
            builders.law(number="PP 94/2021"),
            builders.law(
                id="skb-2022",
                kind=LawKind.KEPUTUSAN_BERSAMA,
                date=dt.date(2022, 9, 22),
                status=LawStatus.DIRUJUK,
            ),
        )
    )
    citations = [
        Citation("skb-2022", "Lampiran II butir 7"),
        Citation("pp-94-2021", "Pasal 3"),
        Citation("skb-2022", "Lampiran I butir 4"),
        Citation("pp-94-2021", "Pasal 5 huruf n angka 5"),
    ]
    assert citations_words(citations, pack) == [
        (
            "SKB 22 September 2022",
            "Lampiran II butir 7; Lampiran I butir 4 · masih dirujuk; pencabutan belum ditemukan",
        ),
        ("PP 94/2021", "Pasal 3; Pasal 5 huruf n angka 5 · berlaku"),
    ]


def test_where_no_prohibition_was_found_it_says_just_that() -> None:
    found = citations_words([Citation(no_prohibition_found=True, facts=("3#1",))], builders.pack())
    assert [title for title, _ in found] == ["Tidak ditemukan larangan dalam peraturan yang dibaca"]
    assert citations_words([], builders.pack()) == []


def test_the_stamp_is_the_agreed_sentence() -> None:
    assert law_stamp(dt.date(2026, 1, 31)) == (
        "Keadaan hukum per 31 Januari 2026; periksa JDIH. Penerapan bergantung pada pemeriksaan; jika ragu, tanyakan "
        "atasan, BKPSDM, atau Bawaslu."
    )
