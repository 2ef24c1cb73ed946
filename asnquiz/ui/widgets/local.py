"""What an office adds, as it is marked wherever it is shown, and whom one can ask there."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from asnquiz.domain.local import Contact, ContactRole
from asnquiz.domain.local_wording import (
    CONTACT_ROLE,
    NOT_REVIEWED,
    contact_fields,
    contact_text,
    local_words,
    publisher_of,
)
from asnquiz.domain.pack import Pack
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import chip, line
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.strange import strange_words
from asnquiz.ui.widgets.texts import heading, text

_SIDE_BY_SIDE = 420
_COPY, _COPIED = "Salin", "Tersalin"


def badge(theme: Theme, words: str, publisher: str, *, settled: bool) -> QWidget:
    """A mark and whose it is, side by side where there is room."""
    host = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=8)
    made = chip(theme, words, "teal", "house") if settled else chip(theme, words, "conditional", "triangle-alert")
    host.add(made)
    host.add(text(theme, strange_words(publisher), size=Size.CAPTION, tone="ink-2"), 1)
    return host


def add_badge(theme: Theme, column: QVBoxLayout, pack: Pack, id_: str, indent: int = 0) -> None:
    """Adds to a column, so far from its left, how far an addition was looked at; nothing for whatever is national."""
    if words := local_words(pack, id_):
        made = badge(theme, words, publisher_of(pack.local), settled=words != NOT_REVIEWED)
        made.setContentsMargins(theme.px(indent), 0, 0, 0)
        column.addWidget(made)


def contacts_list(theme: Theme, contacts: Sequence[Contact], level: int) -> QWidget:
    """Whom one can ask, role by role, each to be copied; nothing here leads out of the program."""
    host, column = flow_column(10)
    roles = list(ContactRole)
    for place, contact in enumerate(sorted(contacts, key=lambda one: roles.index(one.role))):
        if place:
            column.addWidget(line())
        column.addWidget(_contact(theme, contact, level))
    return host


def _contact(theme: Theme, contact: Contact, level: int) -> QWidget:
    host = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=12)
    told, column = flow_column(4)
    column.addWidget(text(theme, CONTACT_ROLE[contact.role], size=Size.CAPTION, tone="ink-2"))
    name = strange_words(contact.name)
    column.addWidget(heading(theme, name, Size.BODY, level=level))
    for label, value in contact_fields(contact):
        column.addWidget(text(theme, f"{label}: {strange_words(value)}"))
    host.add(told, 1)
    copying = button(theme, _COPY, lambda: _copy(copying, contact), role="quiet")
    copying.setAccessibleName(f"{_COPY}: {name}")
    host.add(copying, top=True)
    return host


def _copy(copying: Button, contact: Contact) -> None:
    QGuiApplication.clipboard().setText(contact_text(contact))
    words = f"{_COPIED}: {strange_words(contact.name)}"
    copying.setText(_COPIED)
    copying.setAccessibleName(words)
    announce(copying, words)
