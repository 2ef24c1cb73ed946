"""The task for those who follow by video: what the room is asked, no more and no less, as an exam of the office."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.pack import Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.office_seal import KeyFileSeal
from asnquiz.scorefiles.task_file import read_file
from asnquiz.usecases.take_quiz import draw_for
from asnquiz.usecases.write_briefing_task import briefing_task
from asnquiz.usecases.write_task import TaskForm, write_task
from tests import briefings, builders
from tests.fakes import FakeClock, FakeOfficeStore, FixedPack
from tests.usecases.test_write_task import KEY, OFFICE, TASK_ID

PACK = builders.pack()
DEADLINE = dt.date(2026, 12, 11)
BRIEFING = briefings.briefing(PACK)


def written(form: TaskForm, folder: Path) -> Path:
    file = folder / "video.asntugas"
    store, seal = FakeOfficeStore(OFFICE), KeyFileSeal()
    write_task(form, file, KEY, task_id=TASK_ID, seal=seal, store=store, packs=FixedPack(PACK), clock=FakeClock())
    return file


def test_an_exam_of_it_asks_each_question_of_the_plan_once(tmp_path: Path) -> None:
    task = read_file(written(briefing_task(BRIEFING, PACK, DEADLINE), tmp_path)).task
    assert (task.title, task.units, task.deadline) == (BRIEFING.occasion.title, briefings.UNITS, DEADLINE)
    assert (task.exam.items, task.exam.pass_, dict(task.exam.phase)) == (
        3, PACK.exam.pass_, {Phase.BEFORE: 0, Phase.DURING: 3, Phase.AFTER: 0},
    )  # fmt: skip
    assert task.exam.minutes == -(-PACK.exam.minutes * 3 // PACK.exam.items)
    for seed in range(5):
        assert sorted(item.id for item in draw_for(task, PACK, Random(seed))) == sorted(briefings.ASKED)


def test_what_is_not_scored_is_not_asked(tmp_path: Path) -> None:
    first, *others = PACK.items
    pack = replace(PACK, items=(replace(first, scored=False), *others))
    form = briefing_task(BRIEFING, pack, DEADLINE)
    assert {one.item for one in form.items} == {*briefings.ASKED} - {first.id}
    none = replace(PACK, items=tuple(replace(item, scored=False) for item in PACK.items))
    with pytest.raises(Refusal, match="tidak memuat soal yang dinilai"):
        briefing_task(BRIEFING, none, DEADLINE)


def test_content_that_changed_since_the_plan_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    first, *others = PACK.items
    revised = replace(PACK, items=(replace(first, revision=first.revision + 1), *others))
    form = briefing_task(BRIEFING, revised, DEADLINE)
    with pytest.raises(Refusal, match="dengan bunyi yang sama"):
        written(form, tmp_path)
    assert list(tmp_path.iterdir()) == []
