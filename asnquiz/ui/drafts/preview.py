"""A draft as a learner will see it, made of the same parts as the quiz and Bolehkah saya?"""

import datetime as dt
from dataclasses import replace
from enum import Enum
from random import Random
from uuid import UUID

from asnquiz.domain.answering import Answer, is_valid, right_answer
from asnquiz.domain.attempt import Attempt, AttemptKind, PackRef
from asnquiz.domain.drawing import freeze
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, Pack, Rule
from asnquiz.painting.tokens import Size
from asnquiz.ui.ask.rule_card import RuleCard
from asnquiz.ui.drafts.writing import Writing
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.take_quiz import Sitting

_AS_RULE = "Seperti di Bolehkah saya?"
_WITHOUT_LAW = "Tampil di sini setelah dasar hukumnya dipilih."
_NOBODY = UUID(int=0)
_NEVER = Moment(dt.datetime.fromtimestamp(0, dt.UTC), 0, 0)


class Side(Enum):
    ASKED = "Sebelum dijawab"
    EXPLAINED = "Sesudah dijawab"


class Preview(Flow):
    """Stays on the side that was chosen while the draft changes; an answer that was picked stays picked."""

    def __init__(self, theme: Theme, writing: Writing) -> None:
        super().__init__()
        self._theme = theme
        self._writing = writing
        self._shown: Item | Rule | None = None
        self._question: Question | None = None
        self._answer: Answer = ()
        column = column_in(self, 12)
        frame, inside = card(spacing=12)
        inside.addWidget(heading(theme, "Pratinjau"))
        self._note = text(theme, "", size=Size.CAPTION, tone="ink-2")
        inside.addWidget(self._note)
        sides: dict[Side | None, str] = {side: side.value for side in Side}
        self._sides = Filters(theme, "Pratinjau", sides, Side.ASKED, self._turn)
        inside.addWidget(self._sides)
        self._place, self._body = flow_column(0)
        inside.addWidget(self._place)
        column.addWidget(frame)

    def show_draft(self, shown: Item | Rule | None) -> None:
        """Shows it as it is now, where anything can be shown."""
        if shown is None or shown == self._shown:
            return
        if self._question:
            self._answer = self._question.rows.picked()
        self._shown = shown
        self._fill()

    def _turn(self, side: Side | None) -> None:
        if side is None:  # one of them is always pressed
            self._sides.show_chosen(Side.ASKED if self._sides.chosen is Side.EXPLAINED else Side.EXPLAINED)
        if self._question:
            self._answer = self._question.rows.picked()
        self._fill()

    def _fill(self) -> None:
        clear(self._place)
        self._question = None
        if isinstance(self._shown, Rule):
            self._sides.hide()
            self._note.setText(_AS_RULE if self._shown.citations else _WITHOUT_LAW)
            if not self._shown.citations:
                return
            base = self._writing.base
            pack = replace(base, rules=(*base.rules, self._shown))
            self._body.addWidget(_without_offers(RuleCard(self._theme, self._shown, pack, None, lambda _: None, None)))
        elif isinstance(self._shown, Item):
            self._note.setText("Seperti di Kuis; pilihan diacak untuk setiap orang.")
            self._body.addWidget(self._asked(self._shown))

    def _asked(self, item: Item) -> Question:
        base = replace(self._writing.base, images=self._writing.workshop.images)
        known = tuple(rule for rule in item.rules if rule in base.rule_by_id)
        item = replace(item, rules=known)
        answer = self._answer if is_valid(item, self._answer) else ()
        self._question = question = Question(self._theme, _sitting(item, base), 0, answer)
        if self._sides.chosen is Side.EXPLAINED:
            question.show_outcome(answer or right_answer(item), None)
        return question


def _without_offers(made: RuleCard) -> RuleCard:
    """What leads elsewhere has no place in a preview."""
    clear(made.offers)
    return made


def _sitting(item: Item, base: Pack) -> Sitting:
    """A sitting of one question, of nobody."""
    frozen = freeze((item,), Random(len(item.options)))
    attempt = Attempt(
        _NOBODY,
        _NOBODY,
        AttemptKind.PRACTICE,
        "Pratinjau",
        PackRef(base.id, base.version, ""),
        0,
        frozen,
        None,
        None,
        _NEVER,
    )
    return Sitting(attempt, replace(base, items=(item,)))
