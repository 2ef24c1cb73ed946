"""What is kept of learning beside quizzes: rules recalled, steps through case studies, pledges read."""

import datetime as dt
from dataclasses import dataclass

from asnquiz.domain.moment import Moment


@dataclass(frozen=True)
class Recall:
    """One time that a rule was recalled, and when it is due again.

    Attributes:
        rating: 1 to 4, as FSRS has them: again, hard, good, easy.
        due: when the rule is to be repeated, in UTC.
        card: what FSRS knows of the rule after it, as its JSON.
    """

    rule: str
    rating: int
    at: Moment
    due: dt.datetime
    card: str


@dataclass(frozen=True)
class CaseStep:
    """One choice made in a case study: which scene, and the position of the choice in it."""

    scenario: str
    scene: str
    choice: int
    at: Moment


@dataclass(frozen=True)
class PledgeTaken:
    """The pledge read to its end; `text` is all that stood there, as it was read."""

    at: Moment
    text: str
