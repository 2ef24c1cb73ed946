"""A report of an office over the program's own content, of people who are made up: always the same ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from asnquiz.domain.answering import Answer, is_right, right_answer
from asnquiz.domain.attempt import SURE, UNSURE, PackRef
from asnquiz.domain.collection import (
    ChoiceCount,
    Counted,
    Flag,
    Office,
    Overview,
    Question,
    Standings,
    SureCount,
    UnitStanding,
    Verdict,
    Week,
)
from asnquiz.domain.marking import Choice, KnownPack, Mark, Marking
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.pack import Item, ItemType, Pack
from asnquiz.domain.task import Counting, SignedTask
from asnquiz.usecases.make_report import make_report
from tests import builders

UNITS = (
    ("Dinas Pendidikan", "Sekretariat", 64),
    ("Dinas Pendidikan", "Bidang Pembinaan Sekolah Dasar dan Pendidikan Anak Usia Dini", 58),
    ("Dinas Kesehatan", "Puskesmas Melati", 41),
    ("Dinas Kesehatan", "Puskesmas Kenanga", 6),
    ("Sekretariat Daerah", "Bagian Pemerintahan", 24),
    ("Kecamatan Sukamaju", "Kecamatan Sukamaju", 9),
    ("Dinas Perhubungan", "Terminal", 12),
)
_FINISHED = 0.83
REF = PackRef("asn-netral", "2026.1", "a" * 64)


@dataclass
class GivenCollection:
    """What a collection would say of made-up people; the part of the port `CollectionStore` that reports need."""

    pack: Pack
    task: SignedTask
    rosters: tuple[tuple[str, str, int], ...] = UNITS
    _choices: Counter[tuple[Choice, Mark, str, int, int]] = field(default_factory=Counter)
    _sure: Counter[tuple[str, str, str, int, bool]] = field(default_factory=Counter)
    _scores: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        random = Random(9)
        pool = self.pack.scored_items[:60]
        for agency, unit, people in self.rosters:
            for _ in range(people):
                if random.random() < _FINISHED:
                    self._sit(random, pool, agency, unit)

    def _sit(self, random: Random, pool: Sequence[Item], agency: str, unit: str) -> None:
        skill = random.gauss(0.78, 0.1)
        given = []
        for item in random.sample(pool, self.task.task.exam.items):
            hard = pool.index(item) % 7 * 0.06
            answer = right_answer(item) if random.random() < skill - hard + 0.15 else _other(random, item)
            given.append((item, answer, SURE if random.random() < 0.7 else UNSURE))
        right = sum(is_right(item, answer) for item, answer, _ in given)
        for item, answer, certainty in given:
            mark = Mark.RIGHT if is_right(item, answer) else Mark.WRONG
            choice = Choice(item.id, item.revision, str(list(answer)).replace(" ", ""))
            self._choices[choice, mark, certainty, right, len(given)] += 1
            if certainty == SURE:
                self._sure[agency, unit, item.id, item.revision, mark is Mark.WRONG] += 1
        self._scores.setdefault((agency, unit), []).append(right)

    def office(self) -> Office:
        return Office("BKPSDM Kabupaten Contoh", self.task.task.letterhead, "s" * 43, (), None)

    def tasks(self) -> tuple[SignedTask, ...]:
        return (self.task,)

    def marking(self) -> Marking:
        return Marking([KnownPack(REF, self.pack)])

    def counted(self, _question: Question) -> Counted:
        exams = sum(map(len, self._scores.values()))
        newest = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
        marks = frozenset({self.task.task.exam.pass_})
        return Counted(date(2026, 11, 2), date(2026, 11, 20), newest, ((REF, exams),), 0, marks)

    def choices(self, _question: Question) -> list[ChoiceCount]:
        return [ChoiceCount(*key, people) for key, people in self._choices.items()]

    def sure(self, _question: Question) -> list[SureCount]:
        places = sorted({key[:4] for key in self._sure})
        return [
            SureCount(*place, self._sure[*place, True], self._sure[*place, True] + self._sure[*place, False])
            for place in places
        ]

    def overview(self, question: Question) -> Overview:
        every = self._standing("", "", self.rosters)
        return Overview(
            question,
            people=every.people,
            agencies=len({agency for agency, _, _ in self.rosters}),
            units=len(self.rosters),
            finished=every.finished,
            passed=every.passed,
            late=every.late,
            unknown=3,
            refused={Verdict.CHANGED: 2, Verdict.FOREIGN: 5},
            flagged={Flag.OTHER_DEVICE: 4},
            files=every.finished + 7,
            last_import=datetime(2026, 11, 21, 2, 0, tzinfo=UTC),
            mean_tenths=every.mean_tenths,
            interval_tenths=every.interval_tenths,
        )

    def agencies(self, _question: Question) -> tuple[UnitStanding, ...]:
        names = sorted({agency for agency, _, _ in self.rosters})
        return tuple(self._standing(name, "", [one for one in self.rosters if one[0] == name]) for name in names)

    def standings(self, question: Question) -> Standings:
        units = tuple(self._standing(*one[:2], [one]) for one in sorted(self.rosters))
        return Standings(self.overview(question), self.agencies(question), units)

    def _standing(self, agency: str, unit: str, of: Sequence[tuple[str, str, int]]) -> UnitStanding:
        scores = [score for place in of for score in self._scores.get(place[:2], [])]
        exam = self.task.task.exam
        tenths = [score * 1000 // exam.items for score in scores]
        mean = sum(tenths) // len(tenths) if tenths else None
        return UnitStanding(
            agency,
            unit,
            people=sum(people for _, _, people in of),
            finished=len(scores),
            passed=sum(score * 100 >= exam.pass_ * exam.items for score in scores),
            late=len(scores) // 20,
            mean_tenths=mean,
            interval_tenths=None if mean is None else (mean - 24, min(1000, mean + 24)),
        )

    def weeks(self, _question: Question) -> tuple[Week, ...]:
        return (
            Week(date(2026, 11, 2), 41, 33, 812),
            Week(date(2026, 11, 9), 96, 80, 834),
            Week(date(2026, 11, 16), 38, 35, 861),
        )

    def matched(self, _before: Question, _after: Question) -> list[tuple[int, int, int, int]]:
        random = Random(5)
        return [(random.randint(9, 20), 30, random.randint(18, 30), 30) for _ in range(120)]


def _other(random: Random, item: Item) -> Answer:
    """A wrong answer, or none."""
    right = right_answer(item)
    match item.type:
        case ItemType.SINGLE:
            others: list[Answer] = [(place,) for place in range(len(item.options))]
        case ItemType.VERDICT:
            others = [(0,), (1,), (2,)]
        case ItemType.MULTIPLE:
            others = [(0,), (1, 2), (0, 1)]
        case ItemType.ORDERING:
            others = [tuple(reversed(right)), (*right[1:], right[0])]
        case ItemType.MATCHING:
            others = [tuple((phase + 1) % 3 for phase in right)]
    return random.choice([(), *[one for one in others if one != right]])


def question() -> Question:
    return Question(builders.task().id, False, Counting.BEST)


def sample_report(pack: Pack, *, gain: bool = True, **changes: Any) -> OfficeReport:
    """Some 210 people of five agencies, two units too small for figures; `changes` replace parts of the report."""
    task = builders.task(exam=pack.exam)
    store: Any = GivenCollection(pack, builders.signed_task(task))
    asked = Question(task.id, task.supervised, task.counting)
    return replace(make_report(asked, store, asked if gain else None), **changes)
