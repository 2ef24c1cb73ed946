"""A hall that is killed while people answer goes on where it was, with every answer that was acknowledged."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from websockets.exceptions import ConnectionClosed

from asnquiz.domain.briefing_course import course_of
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.usecases.briefing_ports import Door
from tests.classroom.building import ID, ITEMS, VOTE
from tests.classroom.calling import Caller
from tests.conftest import IN_CI
from tests.source_texts import ROOT

KILLS = 10 if IN_CI else 2
PEOPLE = 5


@contextmanager
def serving(file: Path) -> Iterator[tuple["subprocess.Popen[str]", Door]]:
    """A hall in a process of its own, killed at the end at the latest."""
    command = [sys.executable, "-m", "tests.classroom.serving", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            host, port = process.stdout.readline().split()
            yield process, Door(host, int(port))
        finally:
            process.kill()


def answer_until_killed(
    process: "subprocess.Popen[str]", phones: list[Caller], saved: list[int], random: Random
) -> None:
    """Each phone answers anew as soon as its answer is saved; after some of that the hall is killed in between."""
    for _ in range(random.randrange(1, 20)):
        for at, phone in enumerate(phones):
            phone.answer(VOTE, ITEMS[0], [(saved[at] + 1) % 4], saved[at] + 1)
        for at, phone in enumerate(phones):
            saved[at] = phone.hear("saved")["number"]
    for at, phone in enumerate(phones):
        phone.answer(VOTE, ITEMS[0], [(saved[at] + 1) % 4], saved[at] + 1)
    for at, phone in enumerate(phones[: random.randrange(PEOPLE + 1)]):
        saved[at] = phone.hear("saved")["number"]
    process.kill()
    process.wait()
    for at, phone in enumerate(phones):
        with suppress(ConnectionClosed):
            saved[at] = phone.hear("saved")["number"]
        phone.leave()


def test_no_acknowledged_answer_is_lost_by_kills(tmp_path: Path) -> None:
    file, random = tmp_path / "sosialisasi.db", Random(5)
    tokens: list[str | None] = [None] * PEOPLE
    saved = [0] * PEOPLE
    for kill in range(KILLS):
        with serving(file) as (process, door):
            phones = [Caller(door, token) for token in tokens]
            for at, phone in enumerate(phones):
                if kill == 0:
                    phone.join(f"Peserta {at}")
                else:
                    given = phone.settle().own["given"][0]
                    assert given["number"] in (saved[at], saved[at] + 1)  # the last one may have been kept untold
                    assert given["answer"] == [given["number"] % 4]
                    saved[at] = given["number"]
                assert phone.own["name"] == f"Peserta {at}"
                assert phone.room["screen"]["open"] is True
            tokens = [phone.token for phone in phones]
            answer_until_killed(process, phones, saved, random)
    store = open_briefings(file)
    given = course_of(store.events(ID)).given(VOTE, ITEMS[0], 1)
    store.close()
    assert [given[at + 1].number - saved[at] in (0, 1) for at in range(PEOPLE)] == [True] * PEOPLE
