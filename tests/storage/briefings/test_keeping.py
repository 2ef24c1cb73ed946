"""What was kept is there, as it was and in order, when it is read again."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import (
    KINDS,
    Answered,
    Closed,
    Counted,
    Ended,
    Event,
    Happening,
    Joined,
    Opened,
    Pledged,
    Removed,
    Returned,
    Revealed,
    Submitted,
    Went,
    course_of,
)
from asnquiz.domain.moment import Moment
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import BriefingDatabase, open_briefings
from asnquiz.usecases.briefing_ports import BriefingSummary
from tests import briefings, builders
from tests.fakes import FixedPack

ONE_OF_EACH: tuple[Happening, ...] = (
    briefings.joined(1),
    Joined(2, "Siti Aminah", "Dinas Kesehatan", "7K2M", 1, "a" * 64),
    Went(4, 0),
    Opened(4, 1),
    Answered(1, 4, "soal-single", 1, (2,), 1),
    Counted(4, 1, (3, 0, 12, 1)),
    Closed(4),
    Revealed(4),
    Returned(2, "b" * 64),
    Submitted(2, 7),
    Pledged(1),
    Removed(1),
    Ended(),
)

# Whatever a phone may send: half a pair of surrogates too, which no file can hold as it is.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
NUMBERS = st.integers(-(2**63), 2**63)
ANSWERS = st.lists(NUMBERS, max_size=4).map(tuple)
HAPPENINGS = st.one_of(
    st.builds(Joined, NUMBERS, TEXTS, TEXTS, st.none() | TEXTS, NUMBERS, TEXTS),
    st.builds(Returned, NUMBERS, TEXTS),
    st.builds(Removed, NUMBERS),
    st.builds(Went, NUMBERS, NUMBERS),
    st.builds(Opened, NUMBERS, NUMBERS),
    st.builds(Closed, NUMBERS),
    st.builds(Revealed, NUMBERS),
    st.builds(Answered, NUMBERS, NUMBERS, TEXTS, NUMBERS, ANSWERS, NUMBERS),
    st.builds(Counted, NUMBERS, NUMBERS, ANSWERS),
    st.builds(Submitted, NUMBERS, NUMBERS),
    st.builds(Pledged, NUMBERS),
    st.builds(Ended),
)
MOMENTS = st.builds(
    lambda utc, offset, counter: Moment(utc.replace(microsecond=utc.microsecond // 1000 * 1000), offset, counter),
    st.datetimes(timezones=st.just(dt.UTC)),
    st.integers(-720, 840),
    st.integers(0, 2**62),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BriefingDatabase]:
    """For many examples, each with a briefing of its own."""
    with closing(open_briefings(tmp_path_factory.mktemp("bersama") / "sosialisasi.db")) as opened:
        yield opened


def test_each_kind_of_event_comes_back(store: BriefingDatabase) -> None:
    assert {type(what) for what in ONE_OF_EACH} == set(KINDS.values())
    briefing, happened = briefings.briefing(), briefings.events(*ONE_OF_EACH)
    store.begin(briefing, b"paket")
    store.append(briefing.id, happened)
    assert store.events(briefing.id) == happened


@given(batches=st.lists(st.lists(st.tuples(MOMENTS, HAPPENINGS), max_size=4), max_size=4))
def test_whatever_happened_comes_back_however_it_was_batched(
    shared: BriefingDatabase, batches: list[list[tuple[Moment, Happening]]]
) -> None:
    briefing = briefings.briefing()
    shared.begin(briefing, b"paket")
    kept: list[Event] = []
    for batch in batches:
        events = [Event(len(kept) + place, at, what) for place, (at, what) in enumerate(batch, start=1)]
        shared.append(briefing.id, events)
        kept += events
    assert shared.events(briefing.id) == tuple(kept)


def test_all_is_there_when_it_is_opened_again(path: Path) -> None:
    packs = FixedPack()
    _, sha256, compiled = packs.current()
    briefing, own = briefings.briefing(packs.pack, task=uuid4(), way=Way.TABLES), briefings.plan()
    happened = briefings.events(*ONE_OF_EACH)
    with closing(open_briefings(path)) as store:
        store.begin(briefing, compiled)
        store.append(briefing.id, happened[:5])
        store.append(briefing.id, happened[5:])
        store.keep_plan(own)
        store.keep_setting("lebar", "1024")
    with closing(open_briefings(path)) as store:
        assert store.briefing(briefing.id) == briefing
        assert packs.decode(store.compiled_pack(sha256)) == packs.pack
        assert store.events(briefing.id) == happened
        assert course_of(store.events(briefing.id)) == course_of(happened)
        assert store.plans() == (own,)
        assert store.setting("lebar") == "1024"
        assert store.highest_counter() == happened[-1].at.counter
    assert sorted(file.name for file in path.parent.iterdir()) == ["sosialisasi.db", "sosialisasi.db.sha256"]


def test_a_new_database_holds_nothing(store: BriefingDatabase) -> None:
    assert (store.summaries(), store.plans(), store.setting("lebar"), store.highest_counter()) == ((), (), None, 0)


def test_a_list_tells_how_far_each_briefing_is_newest_first(store: BriefingDatabase) -> None:
    older, newer = (briefings.briefing(made=builders.moment(counter)) for counter in (3, 20))
    for one in (older, newer):
        store.begin(one, b"paket")
    assert store.highest_counter() == 20
    people = briefings.joined(1), briefings.joined(2), Removed(2)
    store.append(older.id, briefings.events(*people, counter=30))
    store.append(newer.id, briefings.events(Went(1, 0), counter=40))
    store.append(older.id, [Event(4, builders.moment(50, minute=-9), Ended())])
    assert store.summaries() == (
        BriefingSummary(newer, 0, ended=False, last=builders.moment(40)),
        BriefingSummary(older, 2, ended=True, last=builders.moment(50, minute=-9)),
    )
    assert store.highest_counter() == 50


def test_before_anything_happens_there_is_no_last_time(store: BriefingDatabase) -> None:
    briefing = briefings.briefing()
    store.begin(briefing, b"paket")
    store.append(briefing.id, ())
    assert store.summaries() == (BriefingSummary(briefing, 0, ended=False, last=None),)
    assert store.events(briefing.id) == ()


def test_a_pack_is_kept_once_for_all_its_briefings(path: Path, store: BriefingDatabase) -> None:
    compiled = b"paket-soal" * 1000
    for _ in range(5):
        store.begin(briefings.briefing(), compiled)
    store.close()
    assert path.read_bytes().count(b"paket-soal") < 2 * 1000


def test_what_is_not_there_is_refused_by_name(store: BriefingDatabase) -> None:
    nobody = uuid4()
    for ask in (store.briefing, store.events):
        with pytest.raises(Refusal, match="tidak ada lagi di komputer ini"):
            ask(nobody)
    with pytest.raises(Refusal, match="tidak ada lagi di komputer ini"):
        store.append(nobody, briefings.events(Ended()))
    with pytest.raises(Refusal, match="tidak ada lagi di komputer ini"):
        store.compiled_pack("ab" * 32)
    store.erase(nobody)


@pytest.mark.parametrize("number", [1, 3, 5])
def test_numbers_that_do_not_follow_are_refused_and_nothing_of_them_is_kept(
    store: BriefingDatabase, number: int
) -> None:
    briefing, kept = briefings.briefing(), briefings.events(briefings.joined(1), briefings.joined(2), Went(1, 0))
    store.begin(briefing, b"paket")
    store.append(briefing.id, kept)
    wrong = [replace(event, number=number + place) for place, event in enumerate(kept)]
    with pytest.raises(Refusal, match="dipimpin dari program lain"):
        store.append(briefing.id, wrong)
    assert store.events(briefing.id) == kept


def test_events_that_do_not_follow_one_another_are_a_fault_of_the_program(store: BriefingDatabase) -> None:
    briefing = briefings.briefing()
    store.begin(briefing, b"paket")
    first, second, third = briefings.events(Went(1, 0), Went(2, 0), Went(3, 0))
    for wrong in ([first, third], [second, first], [first, first]):
        with pytest.raises(ValueError, match="do not follow one another"):
            store.append(briefing.id, wrong)
    assert store.events(briefing.id) == ()


def test_of_two_programs_that_lead_one_briefing_the_later_is_refused(path: Path, store: BriefingDatabase) -> None:
    briefing = briefings.briefing()
    store.begin(briefing, b"paket")
    here, there = briefings.events(briefings.joined(1)), briefings.events(briefings.joined(1, name="Budi"), Went(1, 0))
    with closing(open_briefings(path)) as other:
        other.append(briefing.id, here)
        with pytest.raises(Refusal, match="dipimpin dari program lain"):
            store.append(briefing.id, there)
        assert store.events(briefing.id) == here
        store.append(briefing.id, [replace(there[1], number=2)])
        assert other.events(briefing.id) == store.events(briefing.id)


def test_a_moment_that_would_lose_something_is_a_fault_of_the_program(store: BriefingDatabase) -> None:
    briefing = briefings.briefing()
    store.begin(briefing, b"paket")
    at = Moment(dt.datetime(2026, 11, 21, 1, 0, 0, 1, dt.UTC), 420, 2)
    with pytest.raises(ValueError, match="whole milliseconds"):
        store.append(briefing.id, [Event(1, at, Ended())])


def test_plans_are_told_by_name_and_replaced_and_removed_by_id(store: BriefingDatabase) -> None:
    first, second = briefings.plan(name="apel pagi"), briefings.plan(name="Rapat")
    renamed = replace(first, name="Sore", steps=first.steps[:3])
    for plan in (second, first):
        store.keep_plan(plan)
    assert store.plans() == (first, second)
    store.keep_plan(renamed)
    assert store.plans() == (second, renamed)
    store.remove_plan(second.id)
    store.remove_plan(second.id)
    assert store.plans() == (renamed,)


def test_a_setting_is_what_it_was_set_to_last(store: BriefingDatabase) -> None:
    store.keep_setting("jaringan", "Aula")
    store.keep_setting("jaringan", "Aula 2")
    assert store.setting("jaringan") == "Aula 2"
