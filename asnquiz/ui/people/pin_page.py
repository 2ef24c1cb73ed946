"""The page between a chosen name and its owner: the PIN, and what to do when it is forgotten."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.person import Profile
from asnquiz.domain.wording import time_words
from asnquiz.ui.destinations import ChoosePerson, Destination
from asnquiz.ui.people.pin_entry import PinEntry
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.guard_profile import Standing

_WIDTH = 560
_NOTHING_LOST = "Lupa PIN tidak menghapus apa pun: semua hasil dan jawaban tetap ada."
_HOW = (
    "Catat di sini bahwa PIN lupa. Setelah 24 jam, PIN dapat dilepas di halaman ini. Bila PIN yang benar dimasukkan "
    "sebelum itu, catatan ini batal, dan pemilik PIN diberi tahu bahwa ada yang mencatatnya."
)


class PinPage(Page):
    """`take` gets a typed PIN; `forgotten` notes that it is, `take_off` takes it off after a day.

    Attributes:
        entry: where the PIN is typed.
    """

    topic = "PIN dan kunci"

    def __init__(
        self,
        theme: Theme,
        profile: Profile,
        seen: Standing,
        *,
        take: Callable[[str], None],
        forgotten: Callable[[], None],
        take_off: Callable[[], None],
        go: Callable[[Destination], None],
    ) -> None:
        name = profile.person.name or "Tamu"
        super().__init__(theme, f"Masuk sebagai {name}", None)
        self._forgotten = forgotten
        self._take_off = take_off
        self.title(f"Masuk sebagai {name}")
        column = self.narrow(_WIDTH)
        send = button(theme, "Masuk", lambda: None, role="primary")
        self.entry = PinEntry(theme, f"PIN {name}", send, take)
        frame, inside = card(spacing=12)
        inside.addWidget(self.entry)
        other = button(theme, "Bukan saya", partial(go, ChoosePerson()), role="quiet", icon="arrow-left")
        inside.addWidget(flow_row(send, other))
        column.addWidget(frame)
        self._help, self._helping = flow_column(0)
        column.addWidget(self._help)
        self.column.addStretch(1)
        self.show_standing(seen)
        self.entry.wait(seen.left_ms)
        self.focus_on(self.entry.field.line)

    def show_standing(self, seen: Standing) -> None:
        """Shows what can be done about a forgotten PIN now."""
        clear(self._help)
        self._helping.addWidget(self._forgetting(seen))

    def _forgetting(self, seen: Standing) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=8)
        column.addWidget(heading(theme, "Lupa PIN?"))
        column.addWidget(text(theme, _NOTHING_LOST, tone="ink-2"))
        left = Qt.AlignmentFlag.AlignLeft
        if seen.forgotten is None or seen.until is None:
            column.addWidget(text(theme, _HOW, tone="ink-2"))
            column.addWidget(button(theme, "Catat bahwa PIN lupa", self._forgotten), 0, left)
        elif seen.may_be_taken_off:
            words = (
                f"Dicatat lupa {time_words(seen.forgotten)}, lebih dari 24 jam yang lalu. PIN boleh dilepas sekarang."
            )
            column.addWidget(text(theme, words, tone="ink-2"))
            column.addWidget(button(theme, "Lepas PIN dan masuk", self._take_off), 0, left)
        else:
            words = (
                f"Dicatat lupa {time_words(seen.forgotten)}. PIN dapat dilepas di halaman ini sesudah "
                f"{time_words(seen.until)}. Bila Anda ingat PIN itu, masukkan saja; catatan ini lalu batal."
            )
            column.addWidget(text(theme, words, tone="ink-2"))
        return frame
