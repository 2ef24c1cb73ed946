"""A process in which somebody with an unmistakable name uses the window while faults are forced at every layer.

Started with a data folder; what was told on screen is printed as a JSON list.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from asnquiz.domain.answering import right_answer
from asnquiz.domain.refusal import Refusal
from asnquiz.programs import first_screen
from asnquiz.programs.desktop import fault_hook
from asnquiz.programs.paths import Paths
from asnquiz.programs.walker import Walker
from tests.programs.at_the_desk import at_desk, begin_exam, told

NAME, NIP, UNIT, TYPED = "Zwartonegoro", "198503122010012004", "Dinas Kwaliteit", "perbuatanxyz"
WORDS = (NAME, NIP, UNIT, TYPED)


@contextmanager
def at_guarded_desk(data: Path) -> Iterator[Walker]:
    """The desk of a whole program, which tells what nothing in the window caught."""
    with at_desk(data) as walker:
        sys.excepthook = fault_hook(walker.window.report)
        try:
            yield walker
        finally:
            sys.excepthook = sys.__excepthook__


def use(data: Path) -> list[list[str]]:
    """Everything that may be quoted is typed, and whatever then fails is told and logged."""
    with at_guarded_desk(data) as walker:
        walker.press("Pengaturan")
        walker.write("Nama", NAME)
        walker.write("NIP/NI PPPK", NIP)
        walker.write("Unit kerja", UNIT)
        walker.press("Simpan data diri")
        walker.press("Bolehkah saya?")
        walker.write("Bolehkah saya … ketik perbuatannya", TYPED)
        said = [_page_fails(walker), _refusal_is_not_caught(walker, data), _work_fails(walker), _content_is_lost(data)]
        begin_exam(walker)
        walker.answer(right_answer(walker.question().item))
        _break_tables(data)
        walker.press("Simpan dan lanjutkan")
        said.append(told(walker))
        walker.press("Jeda, lanjutkan nanti")
        said.append(told(walker))
        return said


def _page_fails(walker: Walker) -> list[str]:
    def fail() -> None:
        raise KeyError(NAME, TYPED) from ValueError(f"{UNIT}: {NIP}")

    QTimer.singleShot(0, fail)
    walker.settle()
    return told(walker)


def _refusal_is_not_caught(walker: Walker, data: Path) -> list[str]:
    def refuse() -> None:
        raise Refusal(f"Berkas {data / NAME}.asnskor tidak dapat dibuka.")

    QTimer.singleShot(0, refuse)
    walker.settle()
    return told(walker)


def _work_fails(walker: Walker) -> list[str]:
    def work() -> None:
        raise OSError(28, f"{NAME} {UNIT}", f"/home/{NAME}/{NIP}")

    traveller: Any = walker.window.travel
    traveller.__self__.journey.keep(work, "Belum tersimpan")
    walker.settle()
    return told(walker)


def _content_is_lost(data: Path) -> list[str]:
    vars(first_screen)["content_folder"] = lambda: data / NAME
    return [str(first_screen.first_screen(Paths(data)).content)]


def _break_tables(data: Path) -> None:
    """The next statement fails in SQLAlchemy with an error that would quote its values."""
    with closing(sqlite3.connect(Paths(data).database)) as connection:
        connection.execute("ALTER TABLE responses RENAME TO jawaban")
        connection.commit()


if __name__ == "__main__":
    print(json.dumps(use(Path(sys.argv[1]))), flush=True)
    os._exit(0)
