"""What the room sees fits every projector: nothing cut, nothing over something else, no letter too small."""

import re
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from asnquiz.documents.qr import qr_matrix
from asnquiz.domain.briefing import Way
from asnquiz.domain.pack import Phase, Verdict
from asnquiz.painting.tokens import AUDIENCE, AUDIENCE_DARK, Palette
from asnquiz.painting.votes import Vote
from asnquiz.ui.briefing.audience.kit import Kit
from asnquiz.ui.briefing.audience.parts import Bars, Choice
from asnquiz.ui.briefing.audience.pictures import BarsPiece, DrawingPiece
from asnquiz.ui.briefing.audience.pieces import ChoicePiece
from asnquiz.ui.briefing.audience.window import AudienceWindow
from asnquiz.ui.briefing.audience.words import Words
from asnquiz.ui.theme import Theme
from asnquiz.usecases.show_audience import (
    ClosingPicture,
    JoinPicture,
    Picture,
    QuestionPicture,
    Row,
    RulePicture,
    SlidePicture,
)
from tests.ui.briefing.walls import FRAME, ICONS, SHAPES, SIZES, Clock, painted, sheets, wall
from tests.ui.checks.contrast import colours_in, unreadable
from tests.ui.checks.names import misnamed
from tests.ui.checks.stillness import moving
from tests.ui.test_names import headings, misplaced
from tests.ui.test_without_colour import alike, grey

SMALLEST = 1 / 40  # of the height of the wall
IN_PICTURES = 13  # the smallest letters of the pack's pictures


def cut_or_covered(window: AudienceWindow) -> list[str]:
    """What has less room than it needs, stands beside its place, or over something else."""
    wrong = []
    for one in window.findChildren(QWidget):
        parent = one.parentWidget()
        if not one.isVisible() or parent is None:
            continue
        if not parent.rect().contains(one.geometry()):
            wrong.append(f"{name(one)} at {one.geometry()} is not inside of {parent.rect()}")
        if isinstance(one, Words) and one.height() < one.needed(one.width()):
            wrong.append(f"{name(one)} is cut")
        beside = [other for other in one.findChildren(QWidget) if other.parent() is one and other.isVisible()]
        for first, second in combinations(beside, 2):
            if first.geometry().intersects(second.geometry()):
                wrong.append(f"{name(first)} is over {name(second)}")
    edges = [one for one in window.children() if isinstance(one, QWidget) and one.isVisible()]
    wrong += [
        f"{name(first)} is over {name(second)}"
        for first, second in combinations(edges, 2)
        if first.geometry().intersects(second.geometry())
    ]
    return wrong


def name(one: QWidget) -> str:
    return f"{type(one).__name__} “{(one.text() if isinstance(one, Words) else one.accessibleName())[:40]}”"


def small(window: AudienceWindow, picture: Picture) -> list[str]:
    """Letters that the last row cannot read."""
    least = window.height() * SMALLEST
    drawings = window.findChildren(DrawingPiece)
    if not drawings:
        return [f"{run.words[:40]}: {run.size}" for run in painted(window) if run.words and run.size < least]
    # Letters of a drawing are painted as a part of it, so they are reckoned from its size.
    assert isinstance(picture, SlidePicture)
    (drawing,), (svg,) = drawings, picture.drawings.values()
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert box
    letters = IN_PICTURES * min(drawing.width() / int(box[1]), drawing.height() / int(box[2]))
    return [] if letters >= least else [f"{drawing.accessibleName()[:40]}: {letters}"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_picture_fits_every_projector(
    theme: Theme, every_picture: dict[str, Picture], size: tuple[int, int]
) -> None:
    """Of each shape of a wall one size is looked at with all pictures, others of that shape with every third."""
    assert theme
    window = wall(size)
    wrong: dict[tuple[str, int], list[str]] = {}
    counts = Counter[int]()
    for of, picture in list(every_picture.items())[:: 1 if size in SHAPES else 3]:
        window.show_picture(picture, FRAME)
        for sheet in sheets(window):
            if found := cut_or_covered(window) + small(window, picture):
                wrong[of, sheet] = found
        counts[window.sheet[1]] += 1
    assert wrong == {}
    assert counts[1] > counts[2] > counts[3]
    assert max(counts) <= 4


@pytest.mark.parametrize("palette", [AUDIENCE, AUDIENCE_DARK], ids=["light", "dark"])
def test_every_picture_can_be_read_by_eye_and_by_ear(
    theme: Theme, qapp: QApplication, every_picture: dict[str, Picture], palette: Palette
) -> None:
    assert theme
    window = wall(palette=palette)
    wrong: dict[tuple[str, int], list[object]] = {}
    for of, picture in list(every_picture.items())[::3]:
        window.show_picture(picture, replace(FRAME, timer=Clock().timer(80, of=120)))
        for sheet in sheets(window):
            image = window.grab().toImage()
            told = headings(window)
            found: list[object] = [*unreadable(window, image, 7.0), *misnamed(window), *moving(qapp, window)]
            found += [told] if misplaced([level for level, _ in told]) else []
            if found:
                wrong[of, sheet] = found
    assert wrong == {}


def test_another_theme_is_worn_at_once_and_by_all_of_it(theme: Theme, every_picture: dict[str, Picture]) -> None:
    assert theme
    window = wall()
    for of in ("open", "twice", "test"):
        picture = next(one for name, one in every_picture.items() if name.startswith(of))
        window.wear(AUDIENCE)
        window.show_picture(picture, FRAME)
        light = window.grab().toImage()
        window.wear(AUDIENCE_DARK)
        dark = window.grab().toImage()
        window.wear(AUDIENCE)
        assert window.grab().toImage() == light
        shared = {AUDIENCE.ink, AUDIENCE.paper, AUDIENCE.groove, AUDIENCE.control, AUDIENCE.allowed.ink}
        assert colours_in(dark) & shared == set()


def test_texts_without_end_are_made_smaller_and_never_cut(theme: Theme) -> None:
    assert theme
    window = wall()
    endless = "x" * 400 + " " + "kata " * 1500
    for picture in (
        ClosingPicture(endless, 3),
        JoinPicture(endless, Way.PHONES, 3),
        QuestionPicture(1, 1, Phase.DURING, endless, (Row("A", endless),), False, Way.HANDS, 1, True, None, 3),
        RulePicture(endless, (), Verdict.TIDAK, endless, endless, endless, ((endless, endless),), 0, 1, verified=True),
    ):
        window.show_picture(picture, FRAME)
        for _ in sheets(window):
            assert cut_or_covered(window) == []


def test_what_is_right_and_what_was_before_the_talk_are_told_apart_without_colour(theme: Theme) -> None:
    assert theme
    kit = Kit(AUDIENCE, ICONS, qr_matrix, 0.7)
    rows: dict[str, QImage] = {}
    bars: dict[str, QImage] = {}
    letters: dict[str, QImage] = {}
    for right in (False, True):
        row = ChoicePiece(kit, Choice("B", "Menyimpan foto itu", right))
        row.resize(400, 60)
        rows[f"{right}"] = grey(row)
        votes = BarsPiece(kit, Bars((Vote("B", right, 9, 9),)))
        votes.resize(240, 300)
        drawn = grey(votes)
        bars |= {f"before {right}": drawn.copy(20, 140, 90, 90), f"after {right}": drawn.copy(130, 140, 90, 90)}
        letters[f"{right}"] = drawn.copy(80, 262, 80, 38)
    assert alike(rows) == []
    assert alike(letters) == []
    assert [pair for pair in alike(bars) if {one.split()[0] for one in pair} == {"before", "after"}] == []
