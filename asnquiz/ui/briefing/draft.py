"""A briefing while it is prepared, as plain values: the occasion, who comes, how they answer, and the plan."""

import datetime as dt
import json
from dataclasses import dataclass, replace

from asnquiz.domain.briefing import Occasion, Plan, Way
from asnquiz.domain.invitation import Invited
from asnquiz.ui.briefing.way_page import RoomDraft
from asnquiz.usecases.begin_briefing import BriefingForm

# The setting of the trainer's database with what papers said at their head last.
SETTING = "occasion"
_USUAL_TITLE = "Sosialisasi netralitas ASN dalam Pilkada"
_USUAL_PLACE = "Aula"
_REHEARSAL = "Gladi"


@dataclass(frozen=True)
class Draft:
    """What has been said so far; everything has a usual value from the first step on.

    Attributes:
        way: None where it was not chosen yet, so that the recommended one is offered.
    """

    occasion: Occasion
    plan: Plan
    room: RoomDraft
    way: Way | None = None
    units: tuple[str, ...] = ()
    guests: tuple[Invited, ...] = ()


def form_of(draft: Draft, way: Way, *, rehearsal: bool) -> BriefingForm:
    """What is begun of a draft; without a letterhead papers have the office's name at their head."""
    occasion = draft.occasion
    headed = replace(occasion, letterhead=occasion.letterhead or (occasion.office,))
    return BriefingForm(headed, way, draft.plan, draft.units, draft.guests, rehearsal)


def for_rehearsal(draft: Draft) -> Draft:
    """With a word in each line that was not said yet, so that a rehearsal begins without any typing."""
    occasion = draft.occasion
    lines = {name: getattr(occasion, name) or _REHEARSAL for name in ("title", "place", "office", "speaker")}
    return replace(draft, occasion=replace(occasion, **lines))


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
    usual = Occasion(_USUAL_TITLE, office, (), _USUAL_PLACE, today, "", speaker)
    try:
        plain = json.loads(kept or "{}")
        lines = {name: plain[name] for name in ("title", "office", "place", "speaker")}
        letterhead = tuple(plain["letterhead"])
    except (KeyError, TypeError, ValueError, RecursionError):
        return usual
    if not all(isinstance(line, str) for line in (*lines.values(), *letterhead)):
        return usual
    return replace(usual, **lines, letterhead=letterhead)
