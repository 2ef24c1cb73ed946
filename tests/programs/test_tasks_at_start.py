"""Tasks on the first screen, which is read before the data is open and without cryptography."""

import subprocess
import sys
from pathlib import Path

from asnquiz.programs.first_screen import first_screen
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.scorefiles import task_file
from asnquiz.usecases.know_person import welcome
from asnquiz.usecases.see_tasks import TaskState
from tests import builders
from tests.scorefiles import offices


def test_an_open_task_and_a_file_beside_a_portable_program_are_there_from_the_first_picture(tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    paths = Paths(tmp_path / "data")
    paths.data.mkdir()
    signed = task_file.read(task_file.sign(offices.task(), offices.SIGNING))
    (tmp_path / "lama.asntugas").write_bytes(signed.text)
    (tmp_path / "baru.asntugas").write_bytes(b"belum dilihat siapa pun")
    with open_learning(paths) as learning:
        profile = builders.profile().id
        welcome("Siti", store=learning.store, clock=learning.clock, profile_id=profile)
        learning.store.take_task(profile, signed, learning.clock.now())
    first = first_screen(paths)
    assert first.files == (tmp_path / "baru.asntugas",)
    assert first.standing is not None
    task = first.standing[1].task
    assert task is not None
    assert (task.taken.signed, task.state) == (signed, TaskState.NOT_DONE)
    program = (
        "import sys; from pathlib import Path; from asnquiz.programs.paths import Paths;"
        "from asnquiz.programs.first_screen import first_screen;"
        "assert first_screen(Paths(Path(sys.argv[1]))).standing[1].task;"
        "print([name for name in ('cryptography', 'joserfc', 'sqlalchemy', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(paths.data)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
