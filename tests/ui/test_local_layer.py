"""A question's whole way through the windows: written, reviewed, carried, answered elsewhere, counted by the office."""

from itertools import count
from pathlib import Path
from random import Random

from asnquiz.domain.answering import is_right
from asnquiz.domain.attempt import score_of
from asnquiz.domain.collection import Question
from asnquiz.domain.marking import Mark
from asnquiz.programs.learning import read_task_file
from asnquiz.programs.walks import local, office, proof, recap, tasks
from asnquiz.usecases.know_person import know_person
from asnquiz.usecases.take_quiz import draw_for
from tests.ui.conftest import OpenWindow
from tests.ui.test_proof import SITI


def unseen(_: str) -> None:
    """Takes no picture."""


def test_a_question_goes_its_whole_way_from_the_office_and_back(open_window: OpenWindow, tmp_path: Path) -> None:
    folder = tmp_path / "kantor"
    folder.mkdir()
    at_office = open_window()
    national = at_office.learning.packs.current()[0]
    at_office.walker.press("Pengaturan")
    at_office.walker.press("Saya juga merekap nilai")
    file = local.write(at_office.walker, unseen, national)
    local.use(at_office.walker, unseen, file)
    task_file = office.walk(at_office.walker, unseen, folder)

    elsewhere = open_window(data="pegawai")
    elsewhere.journey.show_person(know_person(elsewhere.profile, SITI, elsewhere.learning.store))
    local.use(elsewhere.walker, unseen, file)
    pack = elsewhere.learning.packs.current()[0]
    (own,) = (item for item in pack.items if pack.mark(item.id))
    assert (own.stem, own.scored, pack.items[: len(national.items)]) == (local.STEM, True, national.items)
    task = read_task_file(task_file).task
    seed = next(seed for seed in count(1) if own in draw_for(task, pack, Random(seed)))
    elsewhere.journey.seeds = lambda: seed
    tasks.walk(elsewhere.walker, unseen, task_file)
    (summary,) = elsewhere.learning.store.summaries(elsewhere.profile.id)
    attempt = elsewhere.learning.store.attempt(summary.id)
    proved = proof.walk(elsewhere.walker, unseen, tmp_path)

    at_office.walker.press("Rekap nilai")
    recap.add_files(at_office.walker, unseen, folder, proved)
    store = at_office.learning.collection.store
    asked = Question(task.id, supervised=False, counting=task.counting)
    (row,) = store.people(asked).rows
    score = score_of(attempt, pack)
    assert (row.nip, row.right, row.total) == (SITI.nip, score.right, score.total)
    (answer,) = (answer for answer in store.answers(asked) if answer.choice.item == own.id)
    assert (answer.mark is Mark.RIGHT) == is_right(own, attempt.answer_of(own.id))
