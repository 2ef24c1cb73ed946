"""The floors of `benchmarks collect --scale` insert what the program inserts, so that their times may be compared."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, select

from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.storage.collection.tables import (
    answers,
    arrivals,
    attempts,
    choices,
    evidence,
    files,
    items,
    reports,
    sendings,
)
from benchmarks import collect_scale
from tests.data_folders import compiled_before
from tests.storage.collection.conftest import PLACES
from tests.storage.collection.guide import told

PEOPLE = 40
# Answers by what was answered: the numbers of that may be given in any order. Nor does a floor receive anything.
INSERTED = (
    select(*[column for column in reports.c if column is not reports.c.received_ms]),
    select(evidence),
    select(attempts),
    select(sendings),
    select(files),
    select(arrivals),
    select(answers.c.attempt, answers.c.place, items.c.item, choices.c.revision, choices.c.answer, answers.c.certainty)
    .join(choices, choices.c.id == answers.c.choice)
    .join(items),
)


@pytest.fixture(autouse=True)
def _compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The content compiled before, instead of where the benchmark would leave it."""
    packs = pack_library(compiled_before(Paths(tmp_path / "data")))
    monkeypatch.setattr(collect_scale, "own_packs", lambda: packs)


@pytest.mark.parametrize("place", PLACES)
def test_a_floor_inserts_the_same_rows(place: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if place == "file":
        addresses, floor = [str(tmp_path / f"{name}.db") for name in ("program", "floor")], "floor"
    else:
        server = request.getfixturevalue("postgres")
        addresses, floor = [server.address(server.new_database()) for _ in range(2)], "copy"
    for step, address in (("roster", addresses[0]), ("import", addresses[0]), (floor, addresses[1])):
        figures = collect_scale.STEPS[step](address, PEOPLE)
        assert all(figure > 0 for figure in figures.values()), figures
    by_program, by_floor = map(inserted, addresses)
    assert by_program == by_floor
    assert [len(rows) for rows in by_floor] == [PEOPLE] * 6 + [30 * PEOPLE]


def inserted(address: str) -> list[list[tuple[object, ...]]]:
    url = make_url(address if "://" in address else f"sqlite:///{address}")
    engine = create_engine(url.set(drivername="postgresql+psycopg") if "://" in address else url)
    try:
        with engine.connect() as connection:
            return [sorted(map(tuple, connection.execute(query))) for query in INSERTED]
    finally:
        engine.dispose()


def test_a_server_is_measured_with_the_settings_that_are_recommended() -> None:
    settings = (line.partition(" = ")[::2] for line in told("ukuran.conf").splitlines() if not line.startswith("#"))
    assert dict(settings) == collect_scale.SERVER
