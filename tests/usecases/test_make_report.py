"""An office's report over a real collection, against a recount of everything that was sent, by other code."""

import json
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.collection import Question, TakenAnswer, TakenReport
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.pack import Pack, Phase
from asnquiz.domain.task import Counting
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.usecases.make_report import make_report
from asnquiz.usecases.ports import PackSource
from asnquiz.usecases.report_file import report_file
from asnquiz.usecases.report_scope import scope_facts
from asnquiz.usecases.see_collection import NO_EVIDENCE
from benchmarks.office_report import entry, taken
from tests.data_folders import compiled_before
from tests.storage.collection.given import BEGUN, file, took

PEOPLE = 160
QUESTION = Question(None, supervised=False, counting=Counting.BEST)


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> PackSource:
    return pack_library(compiled_before(Paths(tmp_path_factory.mktemp("data"))))


@pytest.fixture(scope="module")
def pack(packs: PackSource) -> Pack:
    return packs.current()[0]


@pytest.fixture(scope="module")
def sent(packs: PackSource) -> list[TakenReport]:
    pack, sha, _ = packs.current()
    return [taken(number, pack, sha) for number in range(PEOPLE)]


@pytest.fixture(scope="module")
def store(
    packs: PackSource, sent: list[TakenReport], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CollectionDatabase]:
    """Everybody once, the last one from a computer with content that nobody here knows, and ten who sent nothing."""
    path = tmp_path_factory.mktemp("rekap") / "rekap.db"
    with closing(open_collection(path, packs)) as opened:
        opened.keep_roster([entry(number) for number in range(PEOPLE + 10)], BEGUN)
        (exam,) = sent[-1].attempts
        unknown = exam._replace(answers=(*exam.answers[1:], TakenAnswer("soal-lain", 1, "[0]", None)))
        files = [*sent[:-1], sent[-1]._replace(attempts=(unknown,))]
        took(opened, *(file(f"{one.nip}.pdf", one) for one in files))
        yield opened


@pytest.fixture(scope="module")
def report(store: CollectionDatabase) -> OfficeReport:
    return make_report(QUESTION, store)


def rows(sent: list[TakenReport], pack: Pack) -> Iterator[tuple[int, TakenAnswer, bool]]:
    """Each answer with whose it is and whether it is right, of those whose questions are all known."""
    for number, one in enumerate(sent[:-1]):
        for answer in one.attempts[0].answers:
            key = right_answer(pack.item_by_id[answer.item])
            yield number, answer, tuple(json.loads(answer.answer)) == key


def test_it_counts_whom_it_says(report: OfficeReport, sent: list[TakenReport]) -> None:
    scores = [Fraction(one.attempts[0].right, one.attempts[0].total) for one in sent]
    assert (report.overview.people, report.overview.finished) == (PEOPLE + 10, PEOPLE)
    assert report.overview.mean_tenths == int(sum(scores) * 1000 / PEOPLE)
    assert report.analysed == PEOPLE - 1
    assert report.scope.as_told == 1
    assert sum(week.finished for week in report.weeks) == PEOPLE
    assert sum(one.finished for one in report.units) == sum(one.finished for one in report.agencies) == PEOPLE


def test_every_question_is_told_as_it_was_answered(report: OfficeReport, sent: list[TakenReport], pack: Pack) -> None:
    marks: dict[str, list[bool]] = defaultdict(list)
    sure: dict[str, list[bool]] = defaultdict(list)
    for _, answer, right in rows(sent, pack):
        marks[answer.item].append(right)
        if answer.certainty == "yakin":
            sure[answer.item].append(right)
    assert {item.item for item in report.items} == set(marks)
    for item in report.items:
        assert item.figures.people == len(marks[item.item]) == sum(one.figures.people for one in item.options)
        assert item.figures.facility == pytest.approx(statistics.mean(marks[item.item]))
        assert (item.sure.part, item.sure.whole) == (sure[item.item].count(False), len(sure[item.item]))
    told = [item for item in report.items if item.figures.people >= 10]
    assert [item.figures.facility for item in told] == sorted(item.figures.facility or 0 for item in told)
    assert list(report.items[: len(told)]) == told


def test_the_whole_test_is_of_first_exams_with_drawn_questions(report: OfficeReport, sent: list[TakenReport]) -> None:
    totals = [one.attempts[0].right for one in sent[:-1]]
    assert report.test.drawn
    assert report.test.mean == pytest.approx(statistics.mean(totals))
    assert report.test.deviation == pytest.approx(statistics.stdev(totals))
    assert report.test.median == statistics.median(totals)


def test_rules_phases_and_units_add_up(report: OfficeReport, sent: list[TakenReport], pack: Pack) -> None:
    phases: Counter[tuple[Phase, bool]] = Counter()
    rules: Counter[tuple[str, bool]] = Counter()
    units: Counter[tuple[str, bool]] = Counter()
    for number, answer, right in rows(sent, pack):
        item = pack.item_by_id[answer.item]
        phases[item.phase, right] += 1
        for rule in set(item.rules):
            rules[rule, right] += 1
        if answer.certainty == "yakin":
            units[entry(number).agency, right] += 1
    for phase, share in report.phases.items():
        assert (share.part, share.whole) == (phases[phase, True], phases[phase, True] + phases[phase, False])
    for of in report.rules:
        asked = rules[of.rule, True] + rules[of.rule, False]
        assert (of.right.part, of.right.whole) == (rules[of.rule, True], asked)
        assert of.act == pack.rule_by_id[of.rule].act
    of_agencies = {one.agency: one.sure for one in report.certainty if not one.unit}
    for agency, told in of_agencies.items():
        sure = units[agency, True] + units[agency, False]
        assert (told.part, told.whole) == (units[agency, False], sure)


def test_it_says_what_its_figures_are_of(report: OfficeReport) -> None:
    facts = dict(scope_facts(report.scope))
    assert facts["Sifat"] == NO_EVIDENCE
    assert facts["Yang dihitung"] == "ujian terbaik tiap orang, tanpa pengawas"
    assert "2026" in facts["Periode"]
    assert "keadaan hukum per 31 Januari 2026" in facts["Paket soal"]
    assert facts["Nilai menurut berkas"].startswith("1 ujian")


def test_no_table_tells_of_fewer_than_ten(report: OfficeReport) -> None:
    """Four people of each agency: they are counted, and nothing of their results is told."""
    tables = {table.name: table for table in report_file(report).tables}
    for row in tables["agencies"].rows:
        told = dict(zip([column.name for column in tables["agencies"].columns], row, strict=True))
        assert told["finished"] == 4
        assert {told[name] for name in ("passed", "passed_low", "mean", "mean_low")} == {None}
    assert list(tables["certainty"].rows) == []
    items = [column.name for column in tables["items"].columns]
    for row in tables["items"].rows:
        cells = dict(zip(items, row, strict=True))
        people = cells["people"]
        assert isinstance(people, int)
        assert (cells["facility"] is None) == (people < 10)
        assert people >= 30 or cells["discrimination"] is None
        assert people >= 10 or cells["sure"] is None
