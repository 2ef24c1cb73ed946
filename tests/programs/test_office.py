"""The desk of an office as its commands get it."""

from contextlib import nullcontext
from pathlib import Path

from asnquiz.programs.office import open_office_desk
from asnquiz.programs.paths import Paths
from asnquiz.scorefiles.task_file import read, sign
from tests import builders
from tests.fakes import FakeOfficeStore
from tests.scorefiles.offices import RECIPIENTS, SIGNING, task
from tests.usecases.test_write_task import KEY, OFFICE


def test_its_clock_counts_on_and_its_seal_opens_key_files(tmp_path: Path) -> None:
    store = FakeOfficeStore(OFFICE, [read(sign(task(made=builders.moment(7)), SIGNING))])
    with open_office_desk(Paths(tmp_path), lambda: nullcontext(store)) as desk:
        assert desk.store is store
        assert desk.clock.now().counter == 8
        assert desk.seal.try_out(RECIPIENTS, KEY).signer == OFFICE.signer
