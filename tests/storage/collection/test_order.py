"""What a collection answers is a function of the set of files: held against a model that never saw an order."""

import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import cycle, product
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.collection import (
    Flag,
    Looked,
    Overview,
    People,
    PersonState,
    Question,
    TakenAttempt,
    TakenReport,
    Verdict,
)
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase, open_collection, open_server_collection
from asnquiz.storage.collection.tables import collection_version, metadata, roster
from tests.conftest import IN_CI
from tests.servers import Server
from tests.storage.collection.conftest import PLACES
from tests.storage.collection.given import BEGUN, BUDI, ROSTER, SITI, File, attempt, file, report

TASK = UUID(int=7)
AT_ONCE = 3  # collections
QUESTIONS = [Question(*parts) for parts in product((None, TASK), (False, True), Counting)]
NAMES = {SITI: "Siti Aminah", BUDI: "Budi Santoso", "9" * 18: "Dedi", None: "Tanpa Nomor"}


def attempts() -> st.SearchStrategy[TakenAttempt]:
    return st.builds(
        attempt,
        st.sampled_from(["u1", "u2", "u3", "u4", "u5"]),
        start=st.integers(0, 3).map(lambda quarters: quarters * 15),
        right=st.sampled_from([7, 8, 9]),
        total=st.sampled_from([9, 10]),
        state=st.sampled_from(["finished", "expired", "abandoned"]),
        supervisor=st.sampled_from([None, "Ibu Ratna"]),
        chain_holds=st.booleans(),
        odd_times=st.booleans(),
    )


@st.composite
def reports(draw: st.DrawFn) -> list[TakenReport]:
    pool = draw(st.lists(attempts(), min_size=1, max_size=6))
    found = []
    for number in range(draw(st.integers(1, 5))):
        nip = draw(st.sampled_from(list(NAMES)))
        sent = draw(st.lists(st.sampled_from(pool), max_size=3))
        device = draw(st.sampled_from(["kunci-1", "kunci-2"]))
        task = draw(st.sampled_from([None, str(TASK)]))
        made = draw(st.integers(0, 2))
        found.append(report(str(number), nip, *sent, made=made, device=device, task=task, name=NAMES[nip]))
    return found


@st.composite
def worlds(draw: st.DrawFn) -> list[File]:
    """Files of every verdict, some with the same bytes, the same results or the same name."""
    kinds: list[TakenReport | Verdict] = [*draw(reports())]
    kinds += draw(st.lists(st.sampled_from([Verdict.CHANGED, Verdict.FOREIGN, Verdict.UNREADABLE]), max_size=3))
    files = []
    for number, kind in enumerate(kinds):
        files.append(file(f"{number}.asnskor", kind))
        if draw(st.booleans()):
            files.append(
                file(f"{number} (1).asnskor", kind, content=draw(st.sampled_from([None, f"{number}.asnskor"])))
            )
    return files


@dataclass(frozen=True)
class Answers:
    """What is asked of a collection; the time of the last import is not of its files."""

    overviews: list[Overview]
    people: list[People]
    refused: Counter[tuple[str, Verdict, str]]


def answers(store: CollectionDatabase, questions: list[Question]) -> Answers:
    return Answers(
        [replace(store.overview(question), last_import=None) for question in questions],
        [store.people(question) for question in questions],
        Counter((one.name, one.verdict, one.reason) for one in store.refused()),
    )


@pytest.fixture(scope="module", params=PLACES)
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "Fresh":
    """Makes collections that know nothing but the roster."""
    if request.param == "file":
        folder = tmp_path_factory.mktemp("collections")
        with_roster(open_collection(folder / "empty.db"))
        return lambda: open_collection(Path(shutil.copy(folder / "empty.db", tempfile.mkdtemp(dir=folder))))
    server: Server = request.getfixturevalue("postgres")
    addresses = cycle([server.address(server.new_database()) for _ in range(AT_ONCE)])
    others = ", ".join(table for table in metadata.tables if table not in (collection_version.name, roster.name))
    for _ in range(AT_ONCE):
        with_roster(open_server_collection(next(addresses)))

    def emptied() -> CollectionDatabase:
        address = next(addresses)
        with closing(psycopg.connect(address, autocommit=True)) as connection:
            connection.execute(f"TRUNCATE {others}".encode())
        return open_server_collection(address)

    return emptied


Fresh = Callable[[], CollectionDatabase]


def with_roster(store: CollectionDatabase) -> None:
    store.keep_roster(ROSTER, BEGUN)
    store.close()


def parts(files: list[File], data: st.DataObject) -> Iterator[list[File]]:
    """The files in order, cut anywhere."""
    left = files
    while left:
        size = data.draw(st.integers(1, len(left)))
        yield left[:size]
        left = left[size:]


def as_known(store: CollectionDatabase, files: list[File]) -> list[File]:
    """What an import does that asks first: files whose bytes it knows are not looked at."""
    known = store.known([arrival.sha256 for arrival, _ in files])
    return [
        (arrival, Looked(known[arrival.sha256], "") if arrival.sha256 in known else looked) for arrival, looked in files
    ]


@settings(max_examples=8 if IN_CI else 6)
@given(worlds(), st.data())
def test_order_repetition_and_the_cut_into_imports_change_nothing(
    fresh: Fresh, files: list[File], data: st.DataObject
) -> None:
    once, other, cut = fresh(), fresh(), fresh()
    number = once.begin_import("stik", BEGUN)
    once.take(number, files)
    tally = once.end_import(number, BEGUN)
    assert tally.verdicts == expected_verdicts(files)
    assert tally.files == len(files)
    assert_as_modelled(answers(once, QUESTIONS), files)
    questions = data.draw(st.lists(st.sampled_from(QUESTIONS), max_size=3, unique=True))
    expected = answers(once, questions)

    shuffled = data.draw(st.permutations(files))
    number = other.begin_import("stik", BEGUN)
    for batch in parts(shuffled, data):
        for _ in range(data.draw(st.integers(1, 2))):
            other.take(number, batch)
    assert other.end_import(number, BEGUN) == tally
    assert answers(other, questions) == expected

    repeated = data.draw(st.permutations([*files, *data.draw(st.lists(st.sampled_from(files), max_size=4))]))
    for some in parts(repeated, data):
        number = cut.begin_import("stik", BEGUN)
        for batch in parts(some, data):
            cut.take(number, as_known(cut, batch) if data.draw(st.booleans()) else batch)
        assert cut.end_import(number, BEGUN).files == len({arrival for arrival, _ in some})
    assert answers(cut, questions) == expected
    for store in (once, other, cut):
        store.close()


def results_of(files: list[File]) -> list[TakenReport]:
    return list({looked.report.sha256: looked.report for _, looked in files if looked.report}.values())


def conflicting(files: list[File]) -> set[str]:
    contents = defaultdict(set)
    for one in results_of(files):
        for sat in one.attempts:
            contents[sat.id].add(sat.content)
    return {id_ for id_, told in contents.items() if len(told) > 1}


def expected_verdicts(files: list[File]) -> Counter[Verdict]:
    bad = conflicting(files)
    verdicts: Counter[Verdict] = Counter()
    seen = set()
    for _, looked in files:
        if looked.report is None:
            verdicts[looked.verdict] += 1
        elif any(sat.id in bad for sat in looked.report.attempts):
            verdicts[Verdict.CONFLICT] += 1
        else:
            verdicts[Verdict.DUPLICATE if looked.report.sha256 in seen else Verdict.ACCEPTED] += 1
            seen.add(looked.report.sha256)
    return verdicts


def assert_as_modelled(found: Answers, files: list[File]) -> None:
    bad, told, on_roster = conflicting(files), results_of(files), {entry.nip for entry in ROSTER}
    sent = [(one, sat) for one in told for sat in one.attempts if sat.id not in bad and sat.state != "abandoned"]
    shared = sharing(sent)
    for question, overview, people in zip(QUESTIONS, found.overviews, found.people, strict=True):
        of_person: dict[Person, list[Sent]] = defaultdict(list)
        for one, sat in sent:
            if (one.task, sat.supervisor is not None) == (question.task and str(TASK), question.supervised):
                of_person[person(one)].append((one, sat))
        rows = [modelled(key, mine, question.counting, told, shared) for key, mine in of_person.items()]
        assert Counter(rows) == Counter(
            (row.nip, row.right, row.total, row.passed, row.attempts, row.flags) for row in people.rows if row.attempts
        )
        finished = [row for row in rows if row[0] in on_roster]
        assert {row.nip for row in people.rows if row.state is PersonState.FINISHED} == {row[0] for row in finished}
        assert (overview.people, overview.finished, overview.files) == (len(ROSTER), len(finished), len(files))
        assert (overview.passed, overview.unknown) == (sum(row[3] for row in finished), len(rows) - len(finished))
        assert overview.flagged == Counter(flag for row in rows for flag in row[5])
        refused = Counter({verdict: times for verdict, times in expected_verdicts(files).items() if verdict.refused})
        assert overview.refused == refused == Counter(one[1] for one in found.refused.elements())


Person = tuple[str | None, str]
Sent = tuple[TakenReport, TakenAttempt]


def person(of: TakenReport) -> Person:
    return of.nip, "" if of.nip else of.device


def modelled(
    key: Person, mine: list[Sent], way: Counting, told: list[TakenReport], shared: set[tuple[Person, bytes]]
) -> tuple[str | None, int, int, bool, int, frozenset[Flag]]:
    """What a person's row says of those of their attempts that a question is about."""
    distinct = list({sat.content: sat for _, sat in mine}.values())
    oldest = sorted(distinct, key=lambda sat: (sat.started_utc, sat.ended_utc, sat.id))
    best = max(oldest, key=lambda sat: sat.right * 1000 // sat.total)  # the first of several
    counts = {Counting.FIRST: oldest[0], Counting.BEST: best, Counting.LAST: oldest[-1]}[way]
    earliest = min((one for one in told if person(one) == key), key=lambda one: (one.made_utc, one.sha256))
    odd = {
        Flag.OTHER_DEVICE: any(one.device != earliest.device for one, _ in mine),
        Flag.SHARED_DEVICE: any((key, sat.content) in shared for sat in distinct),
        Flag.TIMES: any(sat.odd_times for sat in distinct),
        Flag.CHAIN: not all(sat.chain_holds for sat in distinct),
    }
    flags = frozenset(flag for flag, is_so in odd.items() if is_so)
    return key[0], counts.right, counts.total, counts.right * 100 >= 80 * counts.total, len(distinct), flags


def sharing(sent: list[Sent]) -> set[tuple[Person, bytes]]:
    """Who took which attempt in one stretch with somebody else by one key, or sent it as somebody else did."""
    senders = defaultdict(set)
    for one, sat in sent:
        senders[sat.content].add(person(one))
    found = {(one, content) for content, several in senders.items() if len(several) > 1 for one in several}
    for device in {one.device for one, _ in sent}:
        stretch: list[Sent] = []
        until = ""
        for one, sat in sorted((one for one in sent if one[0].device == device), key=lambda one: one[1].started_utc):
            if sat.started_utc >= until:
                stretch = []
            stretch.append((one, sat))
            until = max(until, sat.ended_utc)
            if len({person(other) for other, _ in stretch}) > 1:
                found |= {(person(other), taken.content) for other, taken in stretch}
    return found
