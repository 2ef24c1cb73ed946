"""Calendars of stages: the borders of the phases, what cannot be, and days as people type them."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.calendar import disorder, is_over, parse_day, phase_on, stage_on
from asnquiz.domain.pack import Calendar, Phase, Stage
from asnquiz.domain.refusal import Refusal

# The days of 2024 as the fact sheet has them, section 1.9.
CAMPAIGN = Stage("kampanye", "Kampanye", dt.date(2024, 9, 25), dt.date(2024, 11, 23))
QUIET = Stage("masa-tenang", "Masa tenang", dt.date(2024, 11, 24), dt.date(2024, 11, 26))
COUNT = Stage("rekapitulasi", "Rekapitulasi", dt.date(2024, 11, 27), dt.date(2024, 12, 16))
CALENDAR = Calendar("Pilkada 2024", dt.date(2024, 9, 22), dt.date(2024, 11, 27), (CAMPAIGN, QUIET, COUNT))

MONTHS = [
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
]


@pytest.mark.parametrize(
    ("day", "phase", "stage"),
    [
        (dt.date(2019, 1, 1), Phase.BEFORE, None),
        (dt.date(2024, 9, 21), Phase.BEFORE, None),
        (dt.date(2024, 9, 22), Phase.DURING, "penetapan calon"),
        (dt.date(2024, 9, 23), Phase.DURING, None),
        (dt.date(2024, 9, 25), Phase.DURING, "kampanye"),
        (dt.date(2024, 11, 23), Phase.DURING, "kampanye"),
        (dt.date(2024, 11, 24), Phase.DURING, "masa tenang"),
        (dt.date(2024, 11, 27), Phase.DURING, "pemungutan suara"),
        (dt.date(2024, 11, 28), Phase.AFTER, "rekapitulasi"),
        (dt.date(2024, 12, 17), Phase.AFTER, None),
        (dt.date(2025, 8, 27), Phase.AFTER, None),  # the last voting again after 2024
        (dt.date(2025, 11, 27), Phase.AFTER, None),
        (dt.date(2025, 11, 28), None, None),
        (dt.date(2026, 11, 21), None, None),
    ],
)
def test_a_day_has_its_phase_and_stage(day: dt.date, phase: Phase | None, stage: str | None) -> None:
    assert phase_on(CALENDAR, day) is phase
    assert stage_on(CALENDAR, day) == stage
    assert is_over(CALENDAR, day) is (phase is None)


@given(st.dates(), st.integers(1, 400), st.dates())
def test_phases_follow_each_other_and_meet_at_two_days(fixed: dt.date, length: int, day: dt.date) -> None:
    if fixed > dt.date.max - dt.timedelta(days=length + 400):
        return
    calendar = Calendar("Contoh", fixed, fixed + dt.timedelta(days=length))
    order = [*Phase, None]
    next_day = day + dt.timedelta(days=day < dt.date.max)
    assert order.index(phase_on(calendar, day)) <= order.index(phase_on(calendar, next_day))
    assert (phase_on(calendar, day) is Phase.DURING) is (fixed <= day <= calendar.voting)


def test_two_stages_on_one_day_give_the_shorter_one() -> None:
    long = Stage("tahapan", "Semua tahapan", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert stage_on(replace(CALENDAR, stages=(long, QUIET)), dt.date(2024, 11, 25)) == "masa tenang"


def test_the_days_of_2024_are_in_order() -> None:
    assert list(disorder(CALENDAR)) == []


@pytest.mark.parametrize("voting", [CALENDAR.candidates_fixed, dt.date(2024, 9, 21)])
def test_voting_comes_after_the_candidates_are_fixed(voting: dt.date) -> None:
    ((place, words),) = disorder(replace(CALENDAR, voting=voting))
    assert place == ("voting",)
    assert words.endswith("harus sesudah penetapan calon (22 September 2024).")


@pytest.mark.parametrize(
    ("stage", "place", "words"),
    [
        (replace(CAMPAIGN, last=dt.date(2024, 9, 24)), "last", "Kampanye berakhir 24 September 2024, sebelum dimulai"),
        (replace(CAMPAIGN, first=dt.date(2024, 9, 22)), "first", "Kampanye harus sesudah penetapan calon"),
        (replace(QUIET, last=dt.date(2024, 11, 27)), "first", "Masa tenang harus sesudah penetapan calon"),
    ],
)
def test_stages_lie_where_they_can(stage: Stage, place: str, words: str) -> None:
    found = list(disorder(replace(CALENDAR, stages=(COUNT, stage))))
    assert [where for where, _ in found] == [("stages", 1, place)]
    assert found[0][1].startswith(words)


@given(st.dates())
def test_every_day_is_understood_as_it_is_written(day: dt.date) -> None:
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}"
    assert parse_day(written, "Hari") == day
    assert parse_day(f"  {written.upper().replace(' ', '   ')} ", "Hari") == day
    assert parse_day(f"{day.day:02d}-{day.month:02d}-{day.year:04d}", "Hari") == day
    assert parse_day(f"{day.day}-{day.month}-{day.year:04d}", "Hari") == day


@pytest.mark.parametrize("nothing", ["", "   "])
def test_an_empty_field_is_no_day(nothing: str) -> None:
    assert parse_day(nothing, "Hari") is None


@pytest.mark.parametrize(
    "typed",
    [
        "2024-11-27",
        "27-11-24",
        "27/11/2024",
        "27.11.2024",
        "November 2024",
        "27 Nopember 2024",
        "27 Nov 2024",
        "27 November 2024 pagi",
        "besok",
        "27-November-2024",
        "٢٧-١١-٢٠٢٤",
        "027-11-2024",
        "27 11 2024",
        "27--11-2024",
    ],
)
def test_anything_else_is_refused_by_name_and_shows_how(typed: str) -> None:
    with pytest.raises(Refusal, match=r"Hari pemungutan ditulis seperti 27 November 2024 atau 27-11-2024\."):
        parse_day(typed, "Hari pemungutan")


@pytest.mark.parametrize("typed", ["31-11-2024", "29 Februari 2023", "0-1-2024", "1-13-2024", "1-1-0000"])
def test_a_day_that_no_calendar_has_is_refused_as_such(typed: str) -> None:
    with pytest.raises(Refusal, match=f"Hari: tidak ada tanggal {typed}"):
        parse_day(typed, "Hari")
