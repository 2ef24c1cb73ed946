"""The room sees no key, no count and no reason before they are revealed, and never a name, a code or a note.

Read is all that the window holds and all that it paints, in every state of every picture and way of answering.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from asnquiz.content.markdown import prose
from asnquiz.domain.briefing import Briefing, Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import (
    Answered,
    Closed,
    Counted,
    Happening,
    Opened,
    Pledged,
    Revealed,
    Submitted,
    Went,
    course_of,
)
from asnquiz.domain.pack import Item, ItemType, Option, Pack, Verdict
from asnquiz.ui.briefing.audience.frame import Frame
from asnquiz.ui.briefing.audience.window import AudienceWindow
from asnquiz.ui.theme import Theme
from asnquiz.usecases import show_audience
from tests import briefings, builders
from tests.ui.briefing.walls import FRAME, kept, painted_words, settle, sheets, wall

REASON, INSTEAD, FEEDBACK = "Alasan-yang-rahasia", "Anjuran-yang-rahasia", "Umpan-yang-rahasia"
OPTIONS = ("Menolak dengan sopan", "Menerima lalu diam", "Meneruskan ke grup", "Menyimpan kartunya")
# So many chose each row, before and after the talk: numbers that stand nowhere else.
FIRST, AGAIN = (41, 17, 38, 29), (59, 16, 37, 14)
PEOPLE = 127
NAMES = [f"Siti Rahmawati {'abcdefghij'[n % 10]}{n}" for n in range(1, PEOPLE + 1)]
QUESTION, PRETEST, PLEDGE = 1, 2, 3


def item(type_: ItemType, key: int) -> Item:
    """An item whose right row is that of `key`."""
    told = builders.item(type_, id=f"soal-{type_.value}", explanation=REASON, instead=INSTEAD)
    if type_ is ItemType.VERDICT:
        return replace(told, key=(Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT)[key % 3])
    keys = {key, (key + 1) % 4} if type_ is ItemType.MULTIPLE else {key}
    return replace(told, options=tuple(Option(words, FEEDBACK, at in keys) for at, words in enumerate(OPTIONS)))


def pack(type_: ItemType, key: int) -> Pack:
    return builders.pack((item(type_, key),))


def briefing(of: Pack, way: Way) -> Briefing:
    asked = of.items[0].id
    steps = (
        Step(StepKind.JOIN, 1),
        Step(StepKind.QUESTION, 1, (asked,), twice=True),
        Step(StepKind.PRETEST, 1, (asked,)),
        Step(StepKind.PLEDGE, 1),
        Step(StepKind.CLOSE, 1),
    )
    return briefings.briefing(of, plan=Plan("rencana", "Rencana", steps), way=way)


def votes(of: Pack, way: Way, round_: int) -> list[Happening]:
    asked, rows = of.items[0], FIRST if round_ == 1 else AGAIN
    counts = rows[:3] if asked.type is ItemType.VERDICT else rows
    if way.counted:
        return [Counted(QUESTION, round_, counts)]
    voters = iter(range(1, PEOPLE + 1))
    return [
        Answered(next(voters), QUESTION, asked.id, round_, (row,), 1)
        for row, count in enumerate(counts)
        for _ in range(count)
    ]


def states(of: Pack, way: Way) -> Iterator[tuple[str, list[Happening]]]:
    """All that a vote goes through before its key is shown, each with all that happened up to it."""
    happened: list[Happening] = [briefings.joined(number, name=name) for number, name in enumerate(NAMES, start=1)]
    happened.append(Went(QUESTION, 0))
    yield "before", list(happened)
    happened += [Opened(QUESTION, 1), *votes(of, way, 1)]
    yield "open", list(happened)
    happened.append(Closed(QUESTION))
    yield "closed", list(happened)
    happened += [Opened(QUESTION, 2), *votes(of, way, 2)]
    yield "again", list(happened)
    happened.append(Closed(QUESTION))
    yield "closed again", list(happened)
    happened.append(Revealed(QUESTION))
    yield "revealed", list(happened)


def shown(window: AudienceWindow, of: Pack, way: Way, happened: list[Happening], frame: Frame = FRAME) -> None:
    course = course_of(briefings.events(*happened))
    window.show_picture(show_audience.picture(briefing(of, way), of, course, prose), frame)
    settle()


def read(window: QWidget) -> str:
    """All that can be read from a window, by anybody and any program."""
    return "\n".join([*kept(window), painted_words(window)])


def never_told(text: str) -> list[str]:
    """What stands there that no wall shows at any time."""
    invited = [part for guest in briefings.briefing().guests for part in (guest.code, guest.name, guest.nip) if part]
    secret = [*NAMES, *invited, *briefings.UNITS, FEEDBACK, "Siti", "Rahmat", f"{1:064x}"]
    return [one for one in secret if one in text]


def numbers(text: str) -> set[int]:
    return {int(found) for found in re.findall(r"(?<![\d.:])\d+(?![\d.:])", text)}


@pytest.mark.parametrize(
    ("type_", "way"),
    [
        *[(ItemType.SINGLE, way) for way in Way],
        (ItemType.MULTIPLE, Way.TABLES),
        *[(ItemType.VERDICT, way) for way in (Way.PHONES, Way.HANDS)],
    ],
)
def test_nothing_is_told_before_the_reveal_and_nobody_named_after_it(theme: Theme, type_: ItemType, way: Way) -> None:
    assert theme
    one, other = pack(type_, 0), pack(type_, 2)
    window = wall()
    voted = 3 if type_ is ItemType.VERDICT else 4
    counts = {*FIRST[:voted], *AGAIN[:voted]}
    for (state, happened), (_, the_same) in zip(states(one, way), states(other, way), strict=True):
        shown(window, one, way, happened)
        seen, image = read(window), window.grab().toImage()
        assert never_told(seen) == [], state
        assert "482 913" in seen, state
        assert "soal-" not in seen, state
        if state == "revealed":
            break
        assert numbers(seen) & counts == set(), state
        for word in ("benar ·", "Benar", REASON, INSTEAD, "Diskusikan", "Setelah diskusi:", builders.law().number):
            assert word not in seen, (state, word)
        # The key is nowhere in it at all: with another one every pixel is the same, and every text.
        shown(window, other, way, the_same)
        assert window.grab().toImage() == image, state
        assert sorted(set(read(window).split("\n"))) == sorted(set(seen.split("\n"))), state
    read_on = "\n".join(read(window) for _ in sheets(window))
    assert numbers(seen) >= counts
    assert "Benar" in seen
    assert REASON in read_on
    assert INSTEAD in read_on
    assert never_told(read_on) == []


def test_what_was_revealed_is_gone_with_its_picture(theme: Theme) -> None:
    assert theme
    of = pack(ItemType.SINGLE, 1)
    window = wall()
    *_, (_, revealed) = states(of, Way.PHONES)
    shown(window, of, Way.PHONES, revealed)
    window.show_blank()
    # At once, before anything else happens in the program.
    assert not [text for text in kept(window) if "Benar" in text or text.startswith("Menolak")]
    shown(window, of, Way.PHONES, [*revealed, Went(0, 0)])
    assert not [text for text in kept(window) if "Benar" in text or REASON in text]


@pytest.mark.parametrize("way", [Way.PHONES, Way.TABLES, Way.PAPER])
def test_a_test_a_pledge_and_those_who_came_are_counted_and_never_named(theme: Theme, way: Way) -> None:
    assert theme
    of = pack(ItemType.SINGLE, 0)
    window = wall()
    here: list[Happening] = [briefings.joined(number, name=name) for number, name in enumerate(NAMES, start=1)]
    asked = of.items[0].id
    through: list[Happening] = [
        Opened(PRETEST, 1),
        *[Answered(n, PRETEST, asked, 1, (0,), 1) for n in range(1, 90)],
        *[Submitted(number, PRETEST) for number in range(1, 84)],
    ]
    for happened, told in (
        ([*here, Went(0, 0)], {PEOPLE} if way.networked else set()),
        ([*here, *through, Went(PRETEST, 0)], {83, PEOPLE} if way.networked else set()),
        ([*here, *through, Revealed(PRETEST), Went(PRETEST, 0)], set()),
        ([*here, Opened(PLEDGE, 1), *[Pledged(n) for n in range(1, 60)], Went(PLEDGE, 2)], {59, PEOPLE}),
        ([*here, Went(4, 0)], {PEOPLE}),
    ):
        shown(window, of, way, happened)
        seen = read(window)
        assert never_told(seen) == []
        assert told <= numbers(seen)
        assert numbers(seen) & {89, 84} == set()
