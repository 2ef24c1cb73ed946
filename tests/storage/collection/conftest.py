"""A collection of its own for each test, in a file and on a server."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from asnquiz.storage.collection.database import CollectionDatabase, open_collection, open_server_collection
from asnquiz.usecases.ports import PackSource
from tests.servers import Server

PLACES = ("file", "server")

# Opens a collection, of some content; opened again, what was kept is there.
Open = Callable[[PackSource | None], CollectionDatabase]


def opening(place: str, path: Path, request: pytest.FixtureRequest) -> "partial[CollectionDatabase]":
    """How a new collection is opened that is in a file, or in a database of the tests' server."""
    if place == "file":
        return partial(open_collection, path)
    server: Server = request.getfixturevalue("postgres")
    return partial(open_server_collection, server.address(server.new_database()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rekap.db"


@pytest.fixture(params=PLACES)
def open_store(request: pytest.FixtureRequest, path: Path) -> Open:
    return opening(request.param, path, request)


@pytest.fixture
def store(open_store: Open) -> Iterator[CollectionDatabase]:
    opened = open_store(None)
    yield opened
    opened.close()
