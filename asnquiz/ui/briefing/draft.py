"""A briefing while it is prepared, as plain values: the occasion, who comes, how they answer, and the plan."""

import datetime as dt
import json
from dataclasses import dataclass, replace

from asnquiz.domain.briefing import Occasion, Plan, Way
from asnquiz.domain.invitation import Invited

# The setting of the trainer's database with what papers said at their head last.
SETTING = "occasion"
USUAL_TITLE = "Sosialisasi netralitas ASN dalam Pilkada"


@dataclass(frozen=True)
class Draft:
    """What has been said so far; everything has a usual value from the first step on.

    Attributes:
        people: how many are expected, 0 where that is not said.
    """

    occasion: Occasion
    plan: Plan
    way: Way
    people: int = 0
    units: tuple[str, ...] = ()
    guests: tuple[Invited, ...] = ()


def remembered(occasion: Occasion) -> str:
    """What the next briefing begins with, as it is kept."""
    kept = {
        "title": occasion.title,
        "office": occasion.office,
        "letterhead": list(occasion.letterhead),
        "place": occasion.place,
        "speaker": occasion.speaker,
    }
    return json.dumps(kept, ensure_ascii=False)


def first_occasion(kept: str | None, today: dt.date, *, speaker: str, office: str) -> Occasion:
    """What the first step begins with: what was said last, else who learns here and the office that gathers here."""
    usual = Occasion(USUAL_TITLE, office, (), "", today, "", speaker)
    try:
        plain = json.loads(kept or "{}")
        lines = {name: plain[name] for name in ("title", "office", "place", "speaker")}
        letterhead = tuple(plain["letterhead"])
    except (KeyError, TypeError, ValueError, RecursionError):
        return usual
    if not all(isinstance(line, str) for line in (*lines.values(), *letterhead)):
        return usual
    return replace(usual, **lines, letterhead=letterhead)
