"""A hall in a process of its own, on a trainer's database: `python -m tests.classroom.serving FILE`.

Tells its address once phones can come. A briefing that is new begins with the vote open; it serves until it is killed.
"""

import sys
import threading
from pathlib import Path

from asnquiz.classroom.hall import start_hall
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.clock import SystemClock
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.usecases.lead_briefing import GoTo, Open
from tests.classroom.building import ID, VOTE, the_briefing, the_pack
from tests.classroom.calling import Window


def main(file: str) -> None:
    store, window = open_briefings(Path(file)), Window()
    try:
        store.briefing(ID)
    except Refusal:
        store.begin(the_briefing(), b"")
    clock = SystemClock(store.highest_counter())
    hall = start_hall(store.briefing(ID), the_pack(), store, clock, window, host="127.0.0.1")
    if not window.news.course.state(VOTE).open:
        hall.send(GoTo(VOTE))
        hall.send(Open(VOTE))
    window.wait(lambda news: news.course.state(VOTE).open)
    print(window.door.host, window.door.port, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
