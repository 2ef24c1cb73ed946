"""What a report asks of a collection, and marks anew: held against plain Python over the same files."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from asnquiz.content import compiled
from asnquiz.domain.attempt import SURE, UNSURE, PackRef
from asnquiz.domain.collection import (
    AskedCount,
    ChangedAnswer,
    ChoiceCount,
    Flag,
    GivenAnswer,
    PersonRow,
    Question,
    RosterEntry,
    SureCount,
    TakenAnswer,
    TakenAttempt,
    TakenReport,
    Week,
)
from asnquiz.domain.marking import Choice, KnownPack, Mark, Marking
from asnquiz.domain.pack import Item, Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from tests import builders
from tests.fakes import FixedPack
from tests.storage.collection.conftest import PLACES, Open, opening
from tests.storage.collection.given import AT_NINE, BEGUN, PICKED, SITI, attempt, file, iso, report, took

TASK = UUID(int=7)
QUESTIONS = [Question(task, False, way) for task in (None, TASK) for way in Counting] + [
    Question(TASK, True, Counting.FIRST)
]
MarkOf = Callable[[Choice], Mark | None]


def item(number: int, revision: int = 1, key: int = 2, **changes: Any) -> Item:
    options = tuple(replace(one, key=place == key) for place, one in enumerate(builders.item().options))
    return builders.item(id=f"soal-{number}", revision=revision, options=options, **changes)


def ref(pack: Pack) -> PackRef:
    return PackRef(pack.id, pack.version, compiled.identity(pack))


OLD = builders.pack(tuple(map(item, range(6))))
# Another answer is right, one is not scored any more, one is gone, one asks something else, and one is as it was.
NEW = replace(
    OLD,
    version="2026.12.1",
    items=(item(0, 2, key=1), item(1, 2, scored=False), item(3, 2, key=0, stem="Lain?"), item(4), item(5)),
)


def as_asked(choice: Choice) -> Mark | None:
    if choice.item == "soal-9":
        return None
    return Mark.RIGHT if choice.answer == "[2]" else Mark.WRONG


def by_new(choice: Choice) -> Mark | None:
    if choice.item == "soal-0":
        return Mark.RIGHT if choice.answer == "[1]" else Mark.WRONG
    return Mark.DROPPED if choice.item in ("soal-1", "soal-2") else as_asked(choice)


NIPS = [f"{place:018}" for place in range(30)]
ROSTER = tuple(
    RosterEntry(nip, f"Orang {place % 7}", f"Dinas {place % 3}", f"Unit {place % 2}", "Guru")
    for place, nip in enumerate(NIPS[:24])
)


def sat(random: Random, number: int) -> TakenAttempt:
    """An exam of four questions; one in eight has one that nobody here knows, and one in six tells another score."""
    asked = random.sample(range(6), 4)
    answers = [
        TakenAnswer(f"soal-{place}", 1, random.choice(["[2]", "[2]", "[1]", "[]"]), random.choice([SURE, UNSURE, None]))
        for place in asked
    ]
    if random.random() < 1 / 8:
        answers[2] = TakenAnswer("soal-9", 1, "[2]", SURE)
    right = sum(one.answer == "[2]" for one in answers)
    minutes = random.randrange(30 * 24 * 60)
    ended = AT_NINE + timedelta(minutes=minutes + 20)
    return attempt(
        str(UUID(int=number)),
        start=minutes,
        ended_utc=iso(ended),
        ended_offset=random.choice([420, 540, -660]),
        right=max(right - (random.random() < 1 / 6), 0),
        total=4,
        pass_mark=random.choice([50, 75, None]),
        state=random.choice(["finished", "expired", "finished", "abandoned"]),
        supervisor=random.choice([None, None, "Ibu Ratna"]),
        pack_version=random.choice(["1.0", "1.1"]),
        answers=tuple(answers),
    )


def sent(random: Random) -> list[TakenReport]:
    reports = []
    for place, nip in enumerate(NIPS):
        for times in range(random.randrange(4)):
            number = 10 * place + times
            mine = [sat(random, number * 3 + one) for one in range(1, 3)]
            task = random.choice([None, str(TASK)])
            name, unit = f"Orang {place % 7}", f"Bagian {place % 2}"
            told = report(str(number), nip, *mine, made=number, device=nip, task=task, name=name, unit=unit)
            reports.append(told)
            if random.random() < 1 / 8:  # the same exams for another task as well, one of them told otherwise
                again = (mine[0], replace_content(mine[1]))
                reports.append(told._replace(sha256=told.sha256[::-1], task=str(TASK), attempts=again))
    return reports


def replace_content(one: TakenAttempt) -> TakenAttempt:
    return one._replace(content=one.content[::-1])


REPORTS = sent(Random(5))
_FILES = [file(f"{place}.asnskor", one) for place, one in enumerate(REPORTS)]


@pytest.fixture(scope="module", params=PLACES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CollectionDatabase]:
    opened = opening(request.param, tmp_path_factory.mktemp("report") / "rekap.db", request)(FixedPack(OLD))
    opened.keep_roster(ROSTER, BEGUN)
    took(opened, *_FILES)
    yield opened
    opened.close()


@dataclass(frozen=True)
class Exam:
    """One attempt that may count, as one person sent it for one task."""

    key: str
    task: str
    sat: TakenAttempt
    mark: MarkOf

    @property
    def choices(self) -> list[Choice]:
        return [Choice(*one[:3]) for one in self.sat.answers]

    @property
    def marks(self) -> list[Mark | None]:
        return list(map(self.mark, self.choices))

    @property
    def score(self) -> tuple[int, int]:
        if None in self.marks:
            return self.sat.right, self.sat.total
        return self.marks.count(Mark.RIGHT), len(self.marks) - self.marks.count(Mark.DROPPED)

    @property
    def passed(self) -> bool | None:
        right, total = self.score
        return None if self.sat.pass_mark is None else right * 100 >= self.sat.pass_mark * total

    @property
    def ended(self) -> datetime:
        zone = timezone(timedelta(minutes=self.sat.ended_offset))
        return datetime.fromisoformat(self.sat.ended_utc).astimezone(zone)

    @property
    def order(self) -> tuple[Any, ...]:
        return self.sat.started_utc, self.sat.ended_utc, self.sat.id

    @property
    def person(self) -> tuple[str, str, str, str]:
        """Key, name, agency, unit."""
        of_roster = {entry.nip: (entry.agency, entry.unit) for entry in ROSTER}
        return (self.key, f"Orang {int(self.key) % 7}", *of_roster.get(self.key, ("", "")))

    @property
    def place(self) -> tuple[Any, ...]:
        key, name, agency, unit = self.person
        return not agency, agency, unit or f"Bagian {int(key) % 2}", name, key


def may_count(mark: MarkOf) -> list[Exam]:
    contents = defaultdict(set)
    for one in REPORTS:
        for each in one.attempts:
            contents[each.id].add(each.content)
    found = {
        (one.nip, one.task, each.content): Exam(str(one.nip), one.task or "", each, mark)
        for one in REPORTS
        for each in one.attempts
        if len(contents[each.id]) == 1 and each.state != "abandoned"
    }
    return sorted(found.values(), key=lambda exam: (exam.place, exam.order, exam.task))


def of_question(question: Question, mark: MarkOf) -> dict[str, list[Exam]]:
    """The exams of each person, in order of time."""
    task = "" if question.task is None else str(question.task)
    found = defaultdict(list)
    for exam in may_count(mark):
        if (exam.task, exam.sat.supervisor is not None) == (task, question.supervised):
            found[exam.key].append(exam)
    return found


def counting(question: Question, mark: MarkOf) -> list[Exam]:
    def tenths(exam: Exam) -> int:
        right, total = exam.score
        return right * 1000 // total if total else 0

    picks: dict[Counting, Callable[[list[Exam]], Exam]] = {
        Counting.FIRST: lambda mine: mine[0],
        Counting.BEST: lambda mine: max(mine, key=tenths),
        Counting.LAST: lambda mine: mine[-1],
    }
    return [picks[question.counting](mine) for mine in of_question(question, mark).values()]


def assert_as_told(store: CollectionDatabase, mark: MarkOf) -> None:
    once = {exam.sat.content: exam for exam in may_count(mark)}.values()
    asked = Counter(choice[:2] for exam in once for choice in exam.choices)
    assert Counter(store.asked()) == Counter(AskedCount(*one, times) for one, times in asked.items())
    for question in QUESTIONS:
        exams = counting(question, mark)
        assert_people(store, question, exams, mark)
        assert_counted(store, question, exams)
        assert_answers(store, question, exams, counting(replace(question, counting=Counting.FIRST), mark))
        other = QUESTIONS[1]
        scores = {exam.key: exam.score for exam in counting(other, mark)}
        assert list(store.matched(question, other)) == [
            (*exam.score, *scores[exam.key]) for exam in sorted(exams, key=lambda one: one.key) if exam.key in scores
        ]


def assert_people(store: CollectionDatabase, question: Question, exams: Sequence[Exam], mark: MarkOf) -> None:
    mine = of_question(question, mark)
    expected = {
        exam.key: (*exam.score, exam.passed, len(mine[exam.key]), any(map(tells_otherwise, mine[exam.key])))
        for exam in exams
    }
    rows = [row for row in store.people(question).rows if row.attempts]
    assert expected == {
        row.key: (row.right, row.total, row.passed, row.attempts, Flag.SCORE in row.flags) for row in rows
    }
    assert store.overview(question).flagged[Flag.SCORE] == sum(one[-1] for one in expected.values())


def tells_otherwise(exam: Exam) -> bool:
    """By the content it was given on, whatever is in force."""
    return replace(exam, mark=as_asked).score != (exam.sat.right, exam.sat.total)


def assert_counted(store: CollectionDatabase, question: Question, exams: Sequence[Exam]) -> None:
    told = store.counted(question)
    days = [exam.ended.date() for exam in exams]
    assert (told.first, told.last, told.newest) == (min(days), max(days), max(exam.ended for exam in exams))
    versions = Counter(exam.sat.pack_version for exam in exams)
    assert [(pack.version, times) for pack, times in told.packs] == sorted(versions.items())
    assert told.as_told == sum(None in exam.marks for exam in exams)
    assert told.pass_marks == {exam.sat.pass_mark for exam in exams}
    by_week: defaultdict[date, list[Exam]] = defaultdict(list)
    for exam, day in zip(exams, days, strict=True):
        by_week[day - timedelta(days=day.weekday())].append(exam)
    assert store.weeks(question) == tuple(
        Week(monday, len(some), sum(bool(one.passed) for one in some), mean_tenths([one.score for one in some]))
        for monday, some in sorted(by_week.items())
    )


def mean_tenths(scores: Sequence[tuple[int, int]]) -> int:
    return int(sum(Fraction(right, total) if total else Fraction(0) for right, total in scores) * 1000 / len(scores))


def assert_answers(store: CollectionDatabase, question: Question, exams: Sequence[Exam], first: Sequence[Exam]) -> None:
    counts: Counter[tuple[Any, ...]] = Counter()
    sure: defaultdict[tuple[Any, ...], list[Mark]] = defaultdict(list)
    for exam in first:
        for choice, mark, given in zip(exam.choices, exam.marks, exam.sat.answers, strict=True):
            if None not in exam.marks and mark in (Mark.RIGHT, Mark.WRONG):
                counts[choice, mark, given.certainty, *exam.score] += 1
                if given.certainty == SURE and exam.person[2]:
                    sure[(*exam.person[2:], *choice[:2])].append(mark)
    assert Counter(store.choices(question)) == Counter(
        ChoiceCount._make((*one, times)) for one, times in counts.items()
    )
    assert Counter(store.sure(question)) == Counter(
        SureCount._make((*one, marks.count(Mark.WRONG), len(marks))) for one, marks in sure.items()
    )
    assert list(store.answers(question)) == [
        GivenAnswer(*exam.person, UUID(exam.sat.id), exam.ended, place, choice, given.certainty, mark)
        for exam in sorted(exams, key=lambda exam: exam.place)
        for place, (choice, given, mark) in enumerate(zip(exam.choices, exam.sat.answers, exam.marks, strict=True))
    ]


def changed(before: MarkOf, after: MarkOf) -> list[ChangedAnswer]:
    return [
        ChangedAnswer(
            *exam.person, UUID(exam.sat.id), exam.task, *exam.score, *replace(exam, mark=after).score,
            exam.sat.pass_mark, place, choice, before(choice), after(choice),
        )
        for exam in may_count(before)
        for place, choice in enumerate(exam.choices)
        if before(choice) is not after(choice)
    ]  # fmt: skip


def test_everything_is_as_the_files_say_by_each_version_of_the_content_and_back(store: CollectionDatabase) -> None:
    assert_as_told(store, as_asked)
    known = store.marking()
    assert [one.ref for one in known.known] == [ref(OLD)]
    marking = Marking((*known.known, KnownPack(ref(NEW), NEW)), ref(NEW).sha256)
    expected = changed(as_asked, by_new)
    assert expected
    assert list(store.changed_answers(marking)) == expected
    assert list(store.changed_answers(known)) == []

    store.mark_by(ref(NEW), compiled.encode(NEW), BEGUN)
    in_force = store.marking().in_force
    assert in_force is not None
    assert in_force.ref == ref(NEW)
    assert_as_told(store, by_new)
    assert list(store.changed_answers(known)) == changed(by_new, as_asked)

    store.mark_by(None, b"", BEGUN + timedelta(days=1))
    assert store.marking().in_force is None
    assert_as_told(store, as_asked)
    assert [(entry.act, entry.words) for entry in store.log(2)] == [
        ("Penilaian ulang", "Jawaban dinilai menurut paket soal yang dikerjakan"),
        ("Penilaian ulang", "Jawaban dinilai menurut paket soal contoh versi 2026.12.1"),
    ]


def test_order_and_when_the_content_became_known_change_nothing(store: CollectionDatabase, tmp_path: Path) -> None:
    path = tmp_path / "rekap.db"
    shuffled = Random(1).sample(_FILES, len(_FILES))
    with closing(open_collection(path)) as other:
        other.keep_roster(ROSTER, BEGUN)
        for start in range(0, len(shuffled), 9):
            took(other, *shuffled[start : start + 9])
        assert other.choices(PICKED) == []
        assert other.counted(PICKED).as_told == other.people(PICKED).total - sum(
            not row.attempts for row in other.people(PICKED).rows
        )
        assert [one.mark for one in other.answers(PICKED)] == [None] * sum(1 for _ in store.answers(PICKED))
    with closing(open_collection(path, FixedPack(OLD))) as other:
        assert_as_told(other, as_asked)
        for question in QUESTIONS:
            assert replace(other.overview(question), last_import=None) == replace(
                store.overview(question), last_import=None
            )
            assert other.people(question) == store.people(question)


class Faulty:
    """Content that cannot be read."""

    def current(self) -> tuple[Pack, str, bytes]:
        raise Refusal("Paket soal rusak.")

    def search_index(self) -> Any:
        raise Refusal("Paket soal rusak.")

    def decode(self, compiled_form: bytes) -> Pack:
        raise Refusal(f"Paket soal {compiled_form[:9]!r} dibuat oleh program yang lebih baru.")


def test_content_that_cannot_be_read_changes_no_mark_and_stops_nobody(open_store: Open) -> None:
    best = replace(PICKED, counting=Counting.BEST)

    def take_one(store: CollectionDatabase, number: int, answer: str) -> PersonRow:
        """An exam of one question that tells that nothing in it is right; gives what counts then."""
        answers = (TakenAnswer("soal-0", 1, answer, None),)
        one = attempt(str(UUID(int=number)), start=60 * number, right=0, total=1, answers=answers)
        took(store, file(f"{number}.asnskor", report(str(number), SITI, one)))
        return store.people(best).rows[0]

    with closing(open_store(FixedPack(OLD))) as store:
        row = take_one(store, 1, "[2]")
        assert (row.right, row.flags) == (1, frozenset({Flag.SCORE}))
        store.mark_by(ref(NEW), compiled.encode(NEW), BEGUN)
        assert store.people(best).rows[0].right == 0
    with closing(open_store(Faulty())) as store:
        row = take_one(store, 2, "[1]")
        assert (row.right, row.total, row.flags) == (0, 1, frozenset({Flag.SCORE}))
        last = replace(PICKED, counting=Counting.LAST)
        assert [one.mark for way in (PICKED, last) for one in store.answers(way)] == [Mark.WRONG, None]
        for refused in (store.marking, lambda: store.mark_by(None, b"", BEGUN)):
            with pytest.raises(Refusal, match="lebih baru"):
                refused()
    with closing(open_store(FixedPack(NEW))) as store:
        assert take_one(store, 3, "[0]").right == 1
        assert [known.ref.version for known in store.marking().known] == [OLD.version, NEW.version]
    with closing(open_store(None)) as store, pytest.raises(ValueError, match="without content"):
        store.mark_by(None, b"", BEGUN)
