"""A process with the real window that comes to its end in one way or another.

Started with the name of an ending and a data folder. What stands over the first page is printed as one JSON list.
"""

import faulthandler
import json
import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer

from asnquiz.domain.answering import right_answer
from asnquiz.programs import learning
from asnquiz.programs.desktop import Desk, make_application
from asnquiz.programs.walker import Walker
from asnquiz.programs.window import open_window
from asnquiz.ui.shell.main_window import MainWindow
from tests.programs.at_the_desk import begin_exam, told

NAME = "Zwartonegoro"
ANSWERED = 3


def closed(walker: Walker) -> None:
    walker.window.close()


def asked_to_end(_walker: Walker) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def killed(walker: Walker) -> None:
    """In an exam, behind some answers."""
    begin_exam(walker)
    for _ in range(ANSWERED):
        walker.answer(right_answer(walker.question().item))
        walker.press("Simpan dan lanjutkan")
    os.kill(os.getpid(), signal.SIGKILL)


def crashed(walker: Walker) -> None:
    """In native code, on a page that is named."""
    walker.press("Kuis")
    faulthandler._sigsegv()  # type: ignore[attr-defined] # of CPython, for tests like this one


def aborted(_walker: Walker) -> None:
    os.abort()


def broken(walker: Walker) -> None:
    """Nothing comes here: the data cannot be opened, for a reason that nobody has foreseen."""
    raise AssertionError(walker)


def _break(*_: object) -> None:
    raise KeyError(NAME)


ENDINGS: dict[str, Callable[[Walker], None]] = {
    ending.__name__: ending for ending in (closed, asked_to_end, killed, crashed, aborted, broken)
}


def main() -> int:
    ending, data = sys.argv[1:]
    app = make_application()

    def come() -> None:
        window = next((one for one in app.topLevelWidgets() if isinstance(one, MainWindow)), None)
        if window is None or window.page is None or window._background.pending or not window.rail.isEnabled():
            return
        timer.stop()
        walker = Walker(Desk(app, window, window._background))
        walker.settle()
        print(json.dumps(told(walker)), flush=True)
        ENDINGS[ending](walker)

    timer = QTimer(interval=20)
    timer.timeout.connect(come)
    timer.start()
    if ending == "broken":
        learning.open_learning = _break  # type: ignore[assignment]
    return open_window(data)


if __name__ == "__main__":
    sys.exit(main())
