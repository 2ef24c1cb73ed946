"""Processes that work on a database until they are killed, forked from one that has loaded everything already.

`python -m tests.storage.children` reads one order a line; the child of each says what it does line by line, and when it
is over the line `{"ended": STATUS}` follows.
"""

import datetime as dt
import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.storage import backups, carving, checking, erasure, restoring, salvage  # noqa: F401 - loaded before the fork
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.storage.collection.database import open_collection, open_server_collection
from asnquiz.storage.drafts.database import open_drafts
from asnquiz.storage.engine import make_engine
from asnquiz.storage.learner import open_learner_database
from tests import builders, layers
from tests.storage.briefings.batches import batches
from tests.storage.collection.given import BEGUN, row_of_files
from tests.storage.sitting import begun

ITEMS = 40
# What changes the names of files, or begins to change what is in one.
_STEPS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Order = dict[str, Any]


def say(content: object) -> None:
    os.write(1, f"{json.dumps(content)}\n".encode())


def answer(order: Order) -> None:
    """Answers without end, and says what was saved only after it was saved."""
    random = Random(order["seed"])
    pack = builders.pack(tuple(builders.item(id=f"soal-{number}") for number in range(ITEMS)))
    store = open_learner_database(Path(order["path"]))
    attempt = begun(store, pack)
    say(str(attempt.id))
    counter = 1
    while True:
        counter += 1
        given = builders.response(random.choice(attempt.items).item, (random.randrange(4),), counter)
        saved = store.add_response(attempt.id, given)
        say([saved.item, saved.answer, saved.h])


def recover(order: Order) -> None:
    _die_at(order["step"])
    open_learner_database(Path(order["path"])).close()


def back_up(order: Order) -> None:
    store = open_learner_database(Path(order["path"]))
    _die_at(order["step"])
    store.back_up(dt.date.fromisoformat(order["day"]))


def erase(order: Order) -> None:
    store = open_learner_database(Path(order["path"]))
    _die_at(order["step"])
    store.erase(UUID(order["profile"]))


def restore(order: Order) -> None:
    store = open_learner_database(Path(order["path"]))
    _die_at(order["step"])
    store.restore(order["backup"], builders.moment(99))


def put_in_place(order: Order) -> None:
    """Puts one copy after the other in place of the whole database, without end."""
    engine = make_engine(Path(order["path"]))
    say("ready")
    for copy in itertools.cycle(order["copies"]):
        restoring._put_in_place(engine, Path(copy))


def take(order: Order) -> None:
    """Imports a long row of files by batches, and says the number of each batch only after it was taken."""
    store = open_collection(Path(order["path"]))
    number = store.begin_import("stik USB", BEGUN)
    for place, batch in enumerate(row_of_files(order["batches"])):
        store.take(number, batch)
        say(place)


def copy(order: Order) -> None:
    """Copies a collection to another place, and is killed when so many parts are there."""
    parts = itertools.count(1)

    def tell(_done: int, _total: int) -> None:
        if next(parts) == order["parts"]:
            os.kill(os.getpid(), signal.SIGKILL)

    to = str(order["to"])
    target = open_server_collection(to) if to.startswith("postgresql") else open_collection(Path(to))
    open_collection(Path(order["path"])).copy_to(target, BEGUN, tell)


def lead(order: Order) -> None:
    """Appends to a briefing by batches without end, and says how many events there are only after they were kept."""
    store, briefing = open_briefings(Path(order["path"])), UUID(order["briefing"])
    for batch in batches(order["seed"]):
        store.append(briefing, batch)
        say(batch[-1].number)


def erase_briefing(order: Order) -> None:
    store = open_briefings(Path(order["path"]))
    _die_at_statement(order["step"])
    store.erase(UUID(order["briefing"]))


def write(order: Order) -> None:
    """Changes drafts without end, and says which one and the number of the change only after it was kept."""
    random, store = Random(order["seed"]), open_drafts(Path(order["path"]))
    for change in itertools.count():
        id_ = layers.own(f"soal-{random.randrange(8)}")
        store.keep(Draft(id_, DraftKind.ITEM, {"change": change, "stem": "apel " * 400}, layers.DRAFT))
        say([id_, change])


def take_questions(order: Order) -> None:
    """Keeps the drafts of one file after the other, with a workshop that counts the files, without end."""
    store = open_drafts(Path(order["path"]))
    for file in itertools.count(1):
        workshop = Workshop(layers.ID, f"Berkas {file}", "BKPSDM")
        ids = (layers.own(f"berkas-{file}-{number}") for number in range(order["drafts"]))
        taken = [Draft(id_, DraftKind.ITEM, {"stem": "apel " * 40}, layers.DRAFT) for id_ in ids]
        store.keep_workshop(workshop, taken)
        say(file)


def _die_at_statement(step: int) -> None:
    """Kills this process right before the SQL statement of that number, from 0; those that VACUUM is made of count."""
    before = itertools.count()

    def hook(_statement: str) -> None:
        if next(before) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "checkout", lambda connection, *_: connection.set_trace_callback(hook))


def _die_at(step: int) -> None:
    """Kills this process right before its file operation of that number, from 0."""
    left = step

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _STEPS or (event == "open" and int(str(arguments[2])) & _WRITING):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(hook)


_ALL = (answer, recover, back_up, erase, restore, put_in_place, take, copy, lead, erase_briefing, write, take_questions)
WORK: dict[str, Callable[[Order], None]] = {work.__name__: work for work in _ALL}


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            say(os.getpid())
            code = 1
            try:
                WORK[order["do"]](order)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        say({"ended": os.waitstatus_to_exitcode(status)})


@dataclass
class Children:
    """The process that forks them, as tests see it."""

    process: "subprocess.Popen[str]"

    def start(self, do: str, path: Path, **order: object) -> int:
        """Starts a child and returns its process id."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, "path": str(path), **order}) + "\n")
        self.process.stdin.flush()
        return int(self.hear())

    def hear(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def hear_to_the_end(self) -> tuple[list[Any], int]:
        """What is still to be heard of the child, and its exit code, below 0 for a signal."""
        heard: list[Any] = []
        while not isinstance(last := self.hear(), dict):
            heard.append(last)
        return heard, last["ended"]


@contextmanager
def forking() -> Iterator[Children]:
    command = [sys.executable, "-m", "tests.storage.children"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Children(process)


if __name__ == "__main__":
    main()
