"""What is made anew of some people after a change is what would be made of all of them."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.collection import TakenAnswer, TakenReport
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.storage.collection.rows import own_key
from tests.conftest import IN_CI
from tests.fakes import FixedPack
from tests.storage.collection.given import BEGUN, PICKED, attempt, file, report, took
from tests.storage.collection.test_report import OLD

NIPS = [f"19700101199003{number:04d}" for number in range(4)]
DEVICES = [f"kunci-{number}" for number in range(4)]
MADE = {
    "people": "SELECT * FROM people ORDER BY person",
    "standings": "SELECT * FROM standings ORDER BY task, supervised, counting, person",
    "marks": "SELECT * FROM marks ORDER BY attempt",
}


@st.composite
def reports(draw: st.DrawFn) -> TakenReport:
    """Of few people at few computers, who mostly keep to their own; exams are told twice, and otherwise."""
    own = draw(st.integers(0, 3))
    device = DEVICES[own if draw(st.integers(0, 2)) else draw(st.integers(0, 3))]
    nip = draw(st.sampled_from([NIPS[own], NIPS[own], None, NIPS[draw(st.integers(0, 3))]]))
    number = draw(st.integers(0, 7))
    told = [
        attempt(
            f"u{own}-{one}",
            start=draw(st.integers(0, 3)) * 20 if draw(st.integers(0, 4)) == 0 else 40 * one,
            right=8,
            answers=(TakenAnswer(f"soal-{draw(st.integers(0, 5))}", 1, f"[{draw(st.integers(0, 2))}]", None),),
        )
        for one in draw(st.sets(st.integers(0, 1)))
    ]
    of = f"{own} {device} {nip} {sorted(one.content for one in told)}"
    return report(of, nip, *told, made=number, device=device, name=f"Orang {own}")


STEPS = st.one_of(
    st.tuples(st.just("take"), st.lists(reports(), min_size=1, max_size=4), st.integers(-2, 2)),
    st.tuples(st.just("link"), st.integers(0, 3), st.sampled_from([*NIPS, None])),
    st.tuples(st.just("look"), st.just(0), st.just(0)),
)


def do(store: CollectionDatabase, step: tuple[str, Any, Any], number: int) -> None:
    kind, what, how = step
    if kind == "take":
        files = [file(f"{number}-{place}", one) for place, one in enumerate(what)]
        took(store, *files, at=BEGUN + timedelta(hours=how))
    elif kind == "link":
        store.link(own_key(None, DEVICES[what], f"Orang {what}"), how, BEGUN)
    else:
        store.people(PICKED)


def made(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(query).fetchall() for table, query in MADE.items()}


@settings(max_examples=20 if IN_CI else 10)
@given(st.lists(STEPS, min_size=2, max_size=8), st.sampled_from([0, 2, 99]))
def test_a_change_reaches_all_whom_it_concerns(steps: list[tuple[str, Any, Any]], known_from: int) -> None:
    """From some step on it is known what was asked, of which everything is made anew once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rekap.db"
        for packs, some in ((None, steps[:known_from]), (FixedPack(OLD), steps[known_from:])):
            if some:
                with closing(open_collection(path, packs)) as store:
                    for number, step in enumerate(some):
                        do(store, step, number)
                    store.people(PICKED)
        found = made(path)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("INSERT INTO settings VALUES ('stale', '1')")
        with closing(open_collection(path)) as store:
            store.people(PICKED)
        assert made(path) == found
