"""What whoever writes here has at hand while the window is open."""

from collections import defaultdict
from dataclasses import dataclass, field

from asnquiz.domain.draft import Draft
from asnquiz.usecases.draft_journal import Journal
from asnquiz.usecases.write_drafts import Wanted


@dataclass
class DraftDesk:
    """Of one person.

    Attributes:
        journals: what can be taken back, by the id of a draft.
        pending: drafts that are not known to be kept yet, by id; what stands here goes before what is in the store.
        wanted: what the list is narrowed to.
    """

    journals: defaultdict[str, Journal] = field(default_factory=lambda: defaultdict(Journal))
    pending: dict[str, Draft] = field(default_factory=dict)
    wanted: Wanted = field(default_factory=Wanted)
