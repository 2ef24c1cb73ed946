"""Task files of an office, for the window that is open in a test."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from asnquiz.domain.task import Task
from asnquiz.scorefiles import task_file
from asnquiz.ui.destinations import OpenFile
from tests.scorefiles import offices
from tests.ui.conftest import Opened


def written(opened: Opened, folder: Path, **changes: Any) -> tuple[Task, Path]:
    """A task that the content in use fills, and its file; the task is due long after today, unless changed."""
    pack, _, _ = opened.learning.packs.current()
    today = opened.learning.clock.now().local.date()
    usual = {"id": uuid4(), "exam": pack.exam, "deadline": today.replace(year=today.year + 1, day=28)}
    task = offices.task(**usual | changes)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"tugas-{task.id}.asntugas"
    file.write_bytes(task_file.sign(task, offices.SIGNING))
    return task, file


def take_on(opened: Opened, folder: Path, **changes: Any) -> Task:
    """Opens the file of a task, and says yes to it and to its office."""
    task, file = written(opened, folder, **changes)
    opened.window.go(OpenFile(file))
    opened.walker.settle()
    opened.walker.press("Ambil tugas")
    if opened.window.question is not None:
        opened.walker.press("Sudah cocok")
    return task
