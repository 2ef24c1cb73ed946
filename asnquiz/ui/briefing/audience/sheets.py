"""Which parts of a scene stand on which sheet: all on one where smaller letters make that possible, else on as few as
can be, in letters as large as those allow.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from asnquiz.ui.briefing.audience.kit import STEPS, Kit
from asnquiz.ui.briefing.audience.parts import Barred, Beside, Part, Text
from asnquiz.ui.briefing.audience.pieces import Piece, gaps, piece

_SHRUNK = 0.9


@dataclass(frozen=True)
class Sheet:
    """What stands on the wall at once, and what it is drawn with."""

    parts: tuple[Part, ...]
    kit: Kit


Group = tuple[Part, ...]


@lru_cache(maxsize=8)  # what is counted comes many times a second and changes nothing here
def sheets(groups: tuple[Group, ...], kit: Kit, width: int, height: int) -> tuple[Sheet, ...]:
    """The sheets of a scene's groups; the kit is for a wall of that size, at its largest letters."""
    made: list[Sheet] = []
    carried: Group = ()
    for group, following in pairwise((*groups, ())):
        found, carried = _without_loose((*group, *carried), kit, width, height, may_carry=bool(following))
        made += found
    return tuple(made)


def _without_loose(group: Group, kit: Kit, width: int, height: int, *, may_carry: bool) -> tuple[list[Sheet], Group]:
    """The sheets of a group, and what it leaves to the next: the law for larger letters, all that is loose in need."""
    found, carried = _fewest(group, kit, width, height), Group()
    loose = tuple(part for part in group if isinstance(part, Barred | Text) and part.loose)
    law = tuple(part for part in loose if isinstance(part, Barred))
    for leaving, more_than in ((law, 0), (loose, 1)):
        if may_carry and leaving and len(found) > more_than:
            tried = _fewest(tuple(part for part in group if part not in leaving), kit, width, height)
            if len(tried) < len(found) or tried[0].kit.step > found[0].kit.step:
                found, carried = tried, leaving
    return found, carried


class Body(QWidget):
    """A sheet at its place on the wall.

    Attributes:
        sheet: what is shown.
    """

    def __init__(self, sheet: Sheet, place: QRect, *, centred: bool) -> None:
        super().__init__()
        self.sheet = sheet
        self.setGeometry(place)
        made = [piece(sheet.kit, part) for part in sheet.parts]
        placed = _heights(made, sheet.kit, place.width(), place.height())
        spare = place.height() - sum(placed[-1]) if centred else 0
        for one, (y, height) in zip(made, placed, strict=True):
            one.setParent(self)
            one.setGeometry(0, y + max(0, spare) // 2, place.width(), height)


def _heights(made: Sequence[Piece], kit: Kit, width: int, height: int) -> list[tuple[int, int]]:
    """Where each piece of a sheet begins, and how high it is; what can, takes the room that is left."""
    needed = [min(one.needed(width), height) for one in made]
    between = gaps(kit, made)
    spare, growing = height - sum(needed) - sum(between), sum(one.stretches for one in made)
    placed, y = [], 0
    for one, high, above in zip(made, needed, between, strict=True):
        tall = high + (max(0, spare) // growing if one.stretches else 0)
        placed.append((y + above, tall))
        y += above + tall
    return placed


def _fewest(group: Group, kit: Kit, width: int, height: int) -> list[Sheet]:
    best: list[Sheet] = []
    for step in STEPS:
        found = _flow(group, replace(kit, step=step), width, height)
        if not best or len(found) < len(best):
            best = found
        if len(best) == 1:
            break
    return best


def _flow(group: Group, kit: Kit, width: int, height: int) -> list[Sheet]:
    filled: list[list[Part]] = [[]]
    pieces: list[Piece] = []  # of the last sheet
    kits = [kit]
    waiting = list(group)
    while waiting:
        part = waiting.pop(0)
        one = piece(kit, part)
        needed = one.needed(width)
        if needed > height and isinstance(part, Beside):
            waiting[:0] = [*part.left, *part.right]
            continue
        if pieces and _height([*pieces, one], kit, width) > height:
            headings = _headings(filled[-1])
            filled.append(headings)
            kits.append(kit)
            pieces = pieces[len(pieces) - len(headings) :]
        if needed > height and not one.stretches:
            kits[-1] = _smaller(part, kit, width, height)
        filled[-1].append(part)
        pieces.append(one)
    return [Sheet(tuple(parts), its) for parts, its in zip(filled, kits, strict=True)]


def _height(made: list[Piece], kit: Kit, width: int) -> int:
    return sum(one.needed(width) for one in made) + sum(gaps(kit, made))


def _headings(parts: list[Part]) -> list[Part]:
    """Takes headings off the end of a sheet, since they stay with what follows; never all of a sheet."""
    taken: list[Part] = []
    while len(parts) > 1 and isinstance(parts[-1], Text) and parts[-1].level:
        taken.insert(0, parts.pop())
    return taken


def _smaller(part: Part, kit: Kit, width: int, height: int) -> Kit:
    """Letters for a part that no sheet holds otherwise: smaller than they should be, rather than cut."""
    while piece(kit, part).needed(width) > height and kit.smallest > 1:
        kit = replace(kit, smallest=kit.smallest * _SHRUNK, step=kit.step * _SHRUNK)
    return kit
