"""To a file that somebody handed to the program."""

from functools import partial
from pathlib import Path

from asnquiz.domain.score_report import ReadScore
from asnquiz.domain.wording import harmless
from asnquiz.programs.journey import Journey
from asnquiz.programs.learning import read_score_file
from asnquiz.programs.routes import own_data, packs
from asnquiz.programs.routes.tasks import open_task_file
from asnquiz.ui.destinations import MoveHere, OpenFile, OpenPack
from asnquiz.usecases.name_file import is_move, is_pack, is_task
from asnquiz.usecases.open_file import open_file

_NOT_OPENED = "Berkas belum dapat dibuka"


def travel(journey: Journey, destination: OpenFile) -> None:
    """Opens the file, unless the page on screen is one that nothing leads away from."""
    file, page = destination.file, journey.window.page
    if page is not None and page.section is None and journey.known is not None:
        words = f"Selesaikan atau jeda dahulu yang sedang Anda kerjakan, lalu buka “{harmless(file.name)}” lagi."
        journey.window.report(_NOT_OPENED, words)
        return
    if is_move(file):
        own_data.travel(journey, MoveHere(file))
        return
    if is_pack(file):
        packs.travel(journey, OpenPack(file))
        return
    if is_task(file):
        open_task_file(journey, file)
        return
    work = partial(open_file, file, read_score_file)
    journey.fetch(work, partial(_show, journey, file), "Membuka berkas …", _NOT_OPENED)


def _show(journey: Journey, file: Path, seen: ReadScore) -> None:
    from asnquiz.ui.score_file.page import ScoreFilePage

    journey.window.show_page(ScoreFilePage(journey.window.theme, file, seen, journey.window.go))
