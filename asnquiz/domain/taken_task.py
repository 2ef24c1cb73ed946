"""What a learner's computer keeps of the tasks that a person took on."""

from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.moment import Moment
from asnquiz.domain.task import Session, SignedTask


@dataclass(frozen=True)
class TakenTask:
    """A task that one person took on.

    Attributes:
        taken: when the person said yes to it.
        handed_in: when proof was last saved for it, which is not yet known to be received; None before.
        file_id: of the score file in that proof; None before.
    """

    signed: SignedTask
    taken: Moment
    handed_in: Moment | None
    file_id: UUID | None = None


@dataclass(frozen=True)
class TaskAttempt:
    """What an attempt has beside itself where it was made for a task; `session` where that is supervised."""

    task: UUID
    session: Session | None
