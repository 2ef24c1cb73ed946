"""What a person repeats: the questions that are due now, by topic, and when something is due next."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.pack import Item, Pack
from asnquiz.domain.remembering import askable, due_day, due_items
from asnquiz.usecases.ports import LearnerRecord

# How many questions one Latihan ulang asks at most; what is left stays due.
REVIEW_ITEMS = 20


@dataclass(frozen=True)
class Repetition:
    """What is repeated of one pack.

    Attributes:
        rules: how many rules are in repetition.
        due: the questions that are due, the longest due first.
        following: the first day on which something is due that is not due yet; None where there is none.
        topics: the titles of the due questions' topics, each with how many they are, most first.
    """

    rules: int
    due: tuple[Item, ...]
    following: dt.date | None
    topics: tuple[tuple[str, int], ...]


def see_repetition(profile: UUID, pack: Pack, store: LearnerRecord, now: dt.datetime) -> Repetition:
    """Reads what is due at `now` of the rules that the pack can still ask."""
    items = askable(pack)
    latest = [one for one in store.latest_recalls(profile, pack.id) if one.rule in items]
    is_due = any(one.due <= now for one in latest)
    due = due_items(latest, items, store.last_asked(profile, pack.id), now) if is_due else ()
    return Repetition(
        rules=len(latest),
        due=due,
        following=min((due_day(one) for one in latest if one.due > now), default=None),
        topics=tuple((pack.topics[topic], count) for topic, count in Counter(one.topic for one in due).most_common()),
    )
