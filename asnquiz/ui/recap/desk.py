"""What stays of Rekap nilai while its pages come and go: what was asked, whom one looked for, what is under way."""

from dataclasses import dataclass, field

from asnquiz.domain.collection import Question
from asnquiz.ui.recap.importing import Importing
from asnquiz.ui.recap.reporting import Reporting
from asnquiz.ui.recap.saving import Saving
from asnquiz.usecases.see_recap import Wanted


@dataclass
class RecapDesk:
    """Belongs to one person's time at the window.

    Attributes:
        question: what was asked last; None before.
        wanted: how the list of people was narrowed last.
    """

    importing: Importing
    reporting: Reporting
    saving: Saving
    question: Question | None = None
    wanted: Wanted = field(default_factory=Wanted)
