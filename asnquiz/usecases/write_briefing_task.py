"""The task for those who follow a briefing by video: the same questions, as an exam that their office asks.

Only the office that holds its key can sign it, by asnquiz.usecases.write_task.
"""

import datetime as dt
from collections import Counter
from fractions import Fraction
from math import ceil

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.pack import Blueprint, Item, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import AskedItem
from asnquiz.usecases.write_task import TaskForm


def briefing_task(briefing: Briefing, pack: Pack, deadline: dt.date) -> TaskForm:
    """What an office asks of those who were not in the room: each question of the plan once, in the time of an exam.

    Questions that are not scored are left out, as no exam asks them. `pack` is the one that the briefing is frozen
    with. Raises Refusal where the plan asks nothing that is left.
    """
    items = [pack.item_by_id[one.item] for one in briefing.items if pack.item_by_id[one.item].scored]
    if not items:
        raise Refusal("Susunan sosialisasi ini tidak memuat soal yang dinilai. Tambahkan soal, lalu ulangi.")
    return TaskForm(
        title=briefing.occasion.title,
        deadline=deadline,
        exam=_exam(items, pack.exam),
        units=briefing.units,
        items=tuple(AskedItem(item.id, item.revision) for item in items),
    )


def _exam(items: list[Item], usual: Blueprint) -> Blueprint:
    """What is asked, told as a blueprint, with the pass mark of the usual exam and as much time for each question."""
    phases = Counter(item.phase for item in items)
    rules = Counter(rule for item in items for rule in item.rules)
    return Blueprint(
        items=len(items),
        minutes=ceil(Fraction(usual.minutes * len(items), usual.items)),
        pass_=usual.pass_,
        phase={phase: phases[phase] for phase in Phase},
        max_per_rule=max(rules.values(), default=1),
        topics={},
    )
