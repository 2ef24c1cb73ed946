"""What a question is answered: who finished, which attempt counts, and what is odd."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from asnquiz.domain.collection import Flag, PersonRow, PersonState, Question, RosterEntry, UnitStanding
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase
from tests.storage.collection.given import (
    AT_NINE,
    BEGUN,
    BUDI,
    CICI,
    PICKED,
    ROSTER,
    SITI,
    attempt,
    file,
    iso,
    report,
    task,
    took,
)


def row(store: CollectionDatabase, key: str, question: Question = PICKED) -> PersonRow:
    found = store.person(question, key)
    assert found is not None
    return found


def by(counting: Counting) -> Question:
    return Question(None, supervised=False, counting=counting)


def test_first_best_or_last_counts_as_asked(store: CollectionDatabase) -> None:
    took(
        store,
        file("a", report("a", SITI, attempt("u1", start=100, right=10), attempt("u2", start=0, right=3))),
        file("b", report("b", SITI, attempt("u3", start=200, right=10, total=11), attempt("u4", start=150, right=10))),
    )
    store.keep_roster(ROSTER, BEGUN)
    counted = {way: row(store, SITI, by(way)) for way in Counting}
    assert {way: (one.right, one.total, one.passed) for way, one in counted.items()} == {
        Counting.FIRST: (3, 10, False),
        Counting.BEST: (10, 10, True),
        Counting.LAST: (10, 11, True),
    }
    assert {one.attempts for one in counted.values()} == {4}


def test_an_exam_of_nothing_that_counts_is_passed_by_nobody(store: CollectionDatabase) -> None:
    """As a hand-made file tells it, or a version of the content that withdraws every question leaves it."""
    nothing = attempt("u1", right=0, total=0, pass_mark=0, answers=())
    took(store, file("a", report("a", SITI, nothing, attempt("u2", start=60, right=1, total=10))))
    store.keep_roster(ROSTER, BEGUN)
    counted = {way: row(store, SITI, by(way)) for way in Counting}
    assert {way: (one.right, one.total, one.passed) for way, one in counted.items()} == {
        Counting.FIRST: (0, 0, False),
        Counting.BEST: (1, 10, False),
        Counting.LAST: (1, 10, False),
    }
    assert store.overview(by(Counting.FIRST)).finished == 1


def test_passing_takes_the_fraction_unrounded_and_a_mark(store: CollectionDatabase) -> None:
    took(
        store,
        file("a", report("a", SITI, attempt("u1", right=23, total=29))),  # 79.3 %
        file("b", report("b", BUDI, attempt("u2", start=60, right=4, total=5))),
        file("c", report("c", CICI, attempt("u3", start=120, pass_mark=None))),
    )
    store.keep_roster(ROSTER, BEGUN)
    assert [row(store, key).passed for key in (SITI, BUDI, CICI)] == [False, True, None]
    assert store.overview(PICKED).passed == 1


def test_only_what_was_finished_and_asked_for_counts(store: CollectionDatabase) -> None:
    of_task = Question(UUID(int=7), supervised=False, counting=Counting.FIRST)
    watched = Question(UUID(int=7), supervised=True, counting=Counting.FIRST)
    sat = attempt("u3", start=200, right=7, supervisor="Ibu Ratna", place="Aula", code="AB12")
    took(
        store,
        file("a", report("a", SITI, attempt("u1", right=5), attempt("u9", start=60, state="abandoned"))),
        file("b", report("b", SITI, attempt("u2", start=100, right=6), sat, task=str(UUID(int=7)))),
    )
    store.keep_roster(ROSTER, BEGUN)
    assert [(row(store, SITI, one).right, row(store, SITI, one).attempts) for one in (PICKED, of_task, watched)] == [
        (5, 1),
        (6, 1),
        (7, 1),
    ]
    assert store.overview(watched).finished == 1
    assert store.overview(Question(UUID(int=8), supervised=False, counting=Counting.FIRST)).finished == 0


def test_agencies_and_units_add_up_people_finished_passed_and_means(store: CollectionDatabase) -> None:
    store.keep_roster((*ROSTER, RosterEntry("1" * 18, "Dedi", "Dinas Kesehatan", "Puskesmas Dua", "Sopir")), BEGUN)
    took(
        store,
        file("a", report("a", SITI, attempt("u1", right=1, total=3))),
        file("b", report("b", BUDI, attempt("u2", start=60, right=9, total=10))),
    )
    assert store.agencies(PICKED) == (
        # (1/3 + 9/10) / 2 is 0.61666...
        UnitStanding("Dinas Kesehatan", "", 3, 2, 1, 0, 616),
        UnitStanding("Dinas Pendidikan", "", 1, 0, 0, 0, None),
    )
    assert store.units(PICKED, "Dinas Kesehatan") == (
        UnitStanding("Dinas Kesehatan", "Puskesmas Dua", 2, 1, 1, 0, 900),
        UnitStanding("Dinas Kesehatan", "Puskesmas Satu", 1, 1, 0, 0, 333),
    )
    assert {one.agency for one in store.standings(PICKED).units} == {"Dinas Kesehatan", "Dinas Pendidikan"}
    overview = store.overview(PICKED)
    assert (overview.people, overview.agencies, overview.units) == (4, 2, 3)
    assert (overview.finished, overview.passed, overview.unknown, overview.files) == (2, 1, 0, 2)


@pytest.mark.parametrize(
    ("right", "total", "mean", "interval"),
    [
        # Student's t of 5 degrees of freedom is 2.5706: 75 ± 2.5706 · 18.708 / √6, and 83.3 ± 2.5706 · 40.825 / √6.
        ((5, 6, 7, 8, 9, 10), 10, 750, (553, 947)),
        ((10, 10, 0, 10, 10, 10), 10, 833, (404, 1000)),
        ((10, 10, 0, 10, 10), 10, 800, None),
        ((20,) * 6, 30, 666, (666, 667)),  # a mean that is rounded down is within
    ],
)
def test_a_mean_is_told_with_how_sure_it_is(
    store: CollectionDatabase, right: tuple[int, ...], total: int, mean: int, interval: tuple[int, int] | None
) -> None:
    nips = [f"{place:018}" for place in range(len(right))]
    store.keep_roster([RosterEntry(nip, "Dedi", "Dinas", "Unit", "Guru") for nip in nips], BEGUN)
    each = [report(nip, nip, attempt(nip, right=one, total=total)) for nip, one in zip(nips, right, strict=True)]
    took(store, *(file(one.file_id, one) for one in each))
    overview = store.overview(PICKED)
    assert (overview.mean_tenths, overview.interval_tenths) == (mean, interval)
    for told in (*store.agencies(PICKED), *store.standings(PICKED).units):
        assert (told.mean_tenths, told.interval_tenths) == (mean, interval)


def test_the_roster_says_who_somebody_is_and_the_latest_report_where_it_does_not(store: CollectionDatabase) -> None:
    took(
        store,
        file("a", report("a", SITI, attempt("u1"), made=10, name="Siti A.", unit="Lama")),
        file("b", report("b", SITI, attempt("u2", start=60), made=5, name="S. Aminah", unit="Lebih lama")),
    )
    unknown = row(store, SITI)
    assert (unknown.name, unknown.agency, unknown.unit, unknown.state) == ("Siti A.", "", "Lama", PersonState.UNKNOWN)
    assert store.overview(PICKED).unknown == 1
    store.keep_roster(ROSTER, BEGUN)
    known = row(store, SITI)
    assert (known.name, known.agency, known.unit) == ("Siti Aminah", "Dinas Kesehatan", "Puskesmas Satu")
    assert (known.position, known.state, known.nip) == ("Perawat", PersonState.FINISHED, SITI)
    assert store.overview(PICKED).unknown == 0


def test_people_are_found_by_words_state_place_and_flag_a_page_at_a_time(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    took(
        store,
        file("a", report("a", SITI, attempt("u1", chain_holds=False))),
        file("b", report("b", "9" * 18, attempt("u2", start=60), name="Émile 100%")),
    )

    def names(**asked: object) -> list[str]:
        people = store.people(PICKED, **asked)  # type: ignore[arg-type]
        assert people.total == len(people.rows)
        return [one.name for one in people.rows]

    everybody = ["Budi Santoso", "Siti Aminah", "Cici Lestari", "Émile 100%"]
    assert names() == everybody
    assert names(words="aminah SITI") == ["Siti Aminah"]
    assert names(words=CICI[4:9]) == ["Cici Lestari"]
    assert names(words="émile") == ["Émile 100%"]
    assert names(words="0%") == ["Émile 100%"]
    assert names(words="_") == []
    assert names(agency="Dinas Kesehatan", unit="Puskesmas Dua") == ["Budi Santoso"]
    assert names(state=PersonState.UNFINISHED) == ["Budi Santoso", "Cici Lestari"]
    assert names(state=PersonState.UNKNOWN) == ["Émile 100%"]
    assert names(flag=Flag.CHAIN) == ["Siti Aminah"]
    assert names(flag=Flag.SCORE) == []
    page = store.people(PICKED, limit=2, offset=1)
    assert ([one.name for one in page.rows], page.total) == (everybody[1:3], 4)


def test_somebody_without_a_number_waits_and_may_be_linked_by_hand(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    took(
        store,
        file("a", report("a", None, attempt("u1"), name="Budi  SANTOSO")),
        file("b", report("b", None, attempt("u2", start=60), name="budi santoso")),
        file("c", report("c", None, attempt("u3", start=120), name="Budi Santoso", device="kunci-2")),
    )
    waiting = store.people(PICKED, state=PersonState.UNKNOWN).rows
    assert sorted((one.attempts, one.nip) for one in waiting) == [(1, None), (2, None)]
    key = next(one.key for one in waiting if one.attempts == 2)
    assert "budi" not in key.casefold()
    store.link(key, BUDI, BEGUN)
    assert (row(store, BUDI).attempts, row(store, key).key) == (2, BUDI)
    assert store.overview(PICKED).unknown == 1
    took(store, file("d", report("d", None, attempt("u4", start=180), name="Budi Santoso")))
    store.keep_roster(ROSTER[:2], BEGUN)
    assert row(store, BUDI).attempts == 3
    store.link(key, None, BEGUN)
    assert row(store, BUDI).state is PersonState.UNFINISHED
    assert row(store, key).attempts == 3


def test_a_number_with_a_slip_may_be_linked_too(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    slip = SITI[:-1] + "2"
    took(store, file("a", report("a", slip, attempt("u1"))), file("b", report("b", SITI, attempt("u2", start=60))))
    store.link(slip, SITI, BEGUN)
    assert row(store, SITI).attempts == 2
    assert store.person(PICKED, slip) == row(store, SITI)
    assert store.overview(PICKED).unknown == 0
    assert [key for key, _ in store.linked(SITI)] == [slip]
    store.link(slip, None, BEGUN)
    assert store.linked(SITI) == ()


def test_late_is_what_was_received_after_the_deadlines_day_at_the_office(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    store.add_task(task(7, deadline=date(2026, 11, 20)))  # eight hours ahead of UTC: it ends at 16.00
    closes = datetime(2026, 11, 20, 16, tzinfo=UTC)
    of_task = str(UUID(int=7))
    took(
        store,
        file("a", report("a", SITI, attempt("u1"), task=of_task)),
        at=closes - timedelta(milliseconds=1),
    )
    took(store, file("b", report("b", BUDI, attempt("u2", start=60), device="kunci-2", task=of_task)), at=closes)
    took(store, file("a lagi", report("a", SITI, attempt("u1"), task=of_task)), at=closes + timedelta(days=1))
    asked = Question(UUID(int=7), supervised=False, counting=Counting.FIRST)
    assert [row(store, key, asked).flags for key in (SITI, BUDI)] == [frozenset(), {Flag.LATE}]
    assert row(store, SITI, asked).received == closes - timedelta(milliseconds=1)
    overview = store.overview(asked)
    assert (overview.late, overview.flagged) == (1, {Flag.LATE: 1})
    assert [one.late for one in store.agencies(asked)] == [1, 0]


def test_another_key_than_that_of_the_earliest_report_is_told(store: CollectionDatabase) -> None:
    took(store, file("b", report("b", SITI, attempt("u2", start=60), made=20, device="kunci-2")))
    assert row(store, SITI).flags == frozenset()
    took(store, file("a", report("a", SITI, attempt("u1"), made=10, device="kunci-1")))
    assert row(store, SITI).flags == {Flag.OTHER_DEVICE}


def test_one_key_for_several_people_at_overlapping_times_is_told(store: CollectionDatabase) -> None:
    took(
        store,
        file("a", report("a", SITI, attempt("u1", start=0))),
        file("b", report("b", BUDI, attempt("u2", start=30))),  # begins as the other ends
        file("c", report("c", CICI, attempt("u3", start=15), device="kunci-2")),
    )
    assert {key: row(store, key).flags for key in (SITI, BUDI, CICI)} == dict.fromkeys((SITI, BUDI, CICI), frozenset())
    took(store, file("d", report("d", CICI, attempt("u4", start=200), attempt("u5", start=59), made=-1)))
    assert row(store, SITI).flags == frozenset()
    assert row(store, BUDI).flags == {Flag.SHARED_DEVICE}
    assert row(store, CICI).flags == {Flag.SHARED_DEVICE, Flag.OTHER_DEVICE}
    assert store.overview(PICKED).flagged == {Flag.SHARED_DEVICE: 2, Flag.OTHER_DEVICE: 1}


def test_one_attempt_in_two_names_is_told(store: CollectionDatabase) -> None:
    sat = attempt("u1")
    took(
        store,
        file("a", report("a", SITI, sat)),
        file("b", report("b", BUDI, sat, device="kunci-2")),
    )
    assert [row(store, key).flags for key in (SITI, BUDI)] == [{Flag.SHARED_DEVICE}] * 2


def test_impossible_times_and_broken_chains_are_told_and_count(store: CollectionDatabase) -> None:
    backwards = attempt("u1", ended_utc=iso(AT_NINE - timedelta(hours=1)), odd_times=True)
    took(
        store,
        file("a", report("a", SITI, backwards)),
        file("b", report("b", BUDI, attempt("u2", start=60, chain_holds=False))),
    )
    assert [row(store, key).flags for key in (SITI, BUDI)] == [{Flag.TIMES}, {Flag.CHAIN}]
    assert [row(store, key).right for key in (SITI, BUDI)] == [8, 8]


def test_an_import_that_was_never_ended_is_looked_at_all_the_same(store: CollectionDatabase) -> None:
    number = store.begin_import("stik USB", BEGUN)
    store.take(number, [file("a", report("a", SITI, attempt("u1")))])
    assert row(store, SITI).right == 8
