"""A briefing while it is prepared, as plain values: the occasion, who comes, how they answer, and the plan."""

import datetime as dt
import json
from dataclasses import dataclass, replace
from uuid import UUID

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
        plan: its id; what a ready one goes through depends on the way of answering.
        task: the office's task whose keys its record is sealed for, if any.
        way: None where it was not chosen yet, so that the recommended one is offered.
    """

    occasion: Occasion
    room: RoomDraft
    plan: str = "siap-45"
    way: Way | None = None
    units: tuple[str, ...] = ()
    guests: tuple[Invited, ...] = ()
    task: UUID | None = None


def form_of(draft: Draft, way: Way, plan: Plan, *, rehearsal: bool) -> BriefingForm:
    """What is begun of a draft; without a letterhead papers have the name of the office at their head."""
    occasion = draft.occasion
    headed = replace(occasion, letterhead=occasion.letterhead or (occasion.office,))
    return BriefingForm(headed, way, plan, draft.units, draft.guests, rehearsal, draft.task)


def for_rehearsal(draft: Draft) -> Draft:
    """With a word in each line that was not said yet, so that a rehearsal begins without any typing."""
    occasion = draft.occasion
    said = replace(
        occasion,
        title=occasion.title or _REHEARSAL,
        place=occasion.place or _REHEARSAL,
        office=occasion.office or _REHEARSAL,
        speaker=occasion.speaker or _REHEARSAL,
    )
    return replace(draft, occasion=said)


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


def first_occasion(
    kept: str | None, today: dt.date, *, speaker: str, office: str, letterhead: tuple[str, ...] = ()
) -> Occasion:
    """What the first step begins with: what was said last, else who learns here and the office that gathers here.

    `letterhead` stands where none was said.
    """
    usual = Occasion(_USUAL_TITLE, office, letterhead, _USUAL_PLACE, today, "", speaker)
    try:
        plain = json.loads(kept or "{}")
        lines = {name: plain[name] for name in ("title", "office", "place", "speaker")}
        said = tuple(plain["letterhead"])
    except (KeyError, TypeError, ValueError, RecursionError):
        return usual
    if not all(isinstance(line, str) for line in (*lines.values(), *said)):
        return usual
    return replace(usual, **lines, letterhead=said or letterhead)
