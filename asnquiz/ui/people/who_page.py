"""Siapa Anda?: everyone who shares the computer, and somebody new; nothing personal stands here but names and units."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from asnquiz.domain.person import Profile
from asnquiz.domain.wording import time_words
from asnquiz.painting.mark import mark_pixmap
from asnquiz.ui.destinations import ComeIn, Destination, NewPerson
from asnquiz.ui.people.person_row import PersonRow
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.spoken import Spoken, SpokenLabel
from asnquiz.ui.widgets.texts import text

_WIDTH = 560
_MARK = 44


class WhoPage(Page):
    """Without the rail, so that nothing leads further before somebody says who they are."""

    renews = True
    topic = "Beberapa orang di satu komputer"

    def __init__(self, theme: Theme, people: Sequence[Profile], go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Siapa Anda?", None)
        self.column.addWidget(self._mark())
        self.title("Siapa Anda?")
        words = "Pilih nama Anda. Hasil, jawaban, dan tampilan setiap orang tersimpan sendiri-sendiri."
        self.column.addWidget(text(theme, words, tone="ink-2"))
        listed = self.narrow(_WIDTH)
        listed.setSpacing(10)
        for profile, (name, under) in zip(people, named(people), strict=True):
            come_in = partial(go, ComeIn(profile.id))
            listed.addWidget(PersonRow(theme, name, under, locked=profile.has_pin, on_click=come_in))
        listed.addSpacing(6)
        new = button(theme, "Orang baru", partial(go, NewPerson()), icon="user-plus")
        listed.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _mark(self) -> QLabel:
        palette = self.theme.palette
        mark = SpokenLabel("", Spoken.DECORATION)
        mark.setPixmap(mark_pixmap(_MARK, palette.teal, palette.paper))
        return mark


def named(people: Sequence[Profile]) -> list[tuple[str, str]]:
    """Name and unit of each; guests, and people who would look alike, with the time since they are here."""
    plain = [(profile.person.name or "Tamu", profile.person.unit or "") for profile in people]
    found = []
    for profile, (name, unit) in zip(people, plain, strict=True):
        alike = plain.count((name, unit)) > 1 or profile.person.name is None
        since = f"sejak {time_words(profile.created.local)}" if alike else ""
        found.append((name, ", ".join(filter(None, (unit, since)))))
    return found
