"""What an office's commands need, joined: its store, its key files and the content that exams are drawn from."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from asnquiz.cli.collect_office import OfficeDesk
from asnquiz.programs.clock import SystemClock
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.usecases.set_up_office import OfficeStore


@contextmanager
def open_office_desk(
    paths: Paths, open_store: Callable[[], AbstractContextManager[OfficeStore]]
) -> Iterator[OfficeDesk]:
    """The desk over a store that `open_store` opens and closes. Raises Refusal."""
    from asnquiz.scorefiles.office_seal import KeyFileSeal  # cryptography, which most starts do without

    with open_store() as store:
        highest = max((signed.task.made.counter for signed in store.tasks()), default=0)
        yield OfficeDesk(store, KeyFileSeal(), pack_library(paths), SystemClock(highest))
