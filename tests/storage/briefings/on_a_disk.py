"""Leads a briefing on the small disk in PATH until it is full, and opens it where it can only be read; says both."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from asnquiz.domain.briefing_course import Event
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import open_briefings
from tests import briefings, builders


def main(disk: Path) -> None:
    path, briefing = disk / "sosialisasi.db", briefings.briefing()
    kept: list[Event] = []
    with closing(open_briefings(path)) as store:
        store.begin(briefing, b"paket")
        try:
            while True:
                numbers = range(len(kept) + 1, len(kept) + 51)
                batch = [Event(number, builders.moment(number), briefings.joined(number)) for number in numbers]
                store.append(briefing.id, batch)
                kept += batch
        except Refusal as refusal:
            full = str(refusal)
        nothing_lost = store.events(briefing.id) == tuple(kept)
        (disk / "isi").unlink()
        store.append(briefing.id, batch)
        goes_on = store.events(briefing.id) == (*kept, *batch)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        open_briefings(path)
    except Refusal as refusal:
        read_only = str(refusal)
    print(json.dumps({"full": full, "nothing_lost": nothing_lost, "goes_on": goes_on, "read_only": read_only}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
