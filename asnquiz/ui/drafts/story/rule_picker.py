"""The rule that a choice is about, looked for by words among those of the pack."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.pack import Rule
from asnquiz.domain.wording import VERDICT
from asnquiz.painting.tokens import Size
from asnquiz.ui.drafts.story.writing import StoryWriting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, text

_LABEL = "Cari ketentuan"
_SHOWN = 6


class RulePicker(Flow):
    """Says which rule is chosen, and offers others that have the words typed.

    Attributes:
        field: the line that is typed into, which says what is wrong with the choice.
    """

    def __init__(self, theme: Theme, writing: StoryWriting, rule: str | None, pick: Callable[[str], None]) -> None:
        super().__init__()
        self._theme = theme
        self._writing = writing
        self._pick = pick
        column = column_in(self, 4)
        column.addWidget(text(theme, "Ketentuan tentang tindakan ini", size=Size.CAPTION, tone="ink-2"))
        self._chosen = text(theme, "", weight=QFont.Weight.DemiBold)
        column.addWidget(self._chosen)
        self.field = Field(theme, _LABEL, QLineEdit(), lambda words: words, "Ketik beberapa kata dari tindakannya.")
        self.field.line.textChanged.connect(self._look)
        column.addWidget(self.field)
        self._offers, self._offered = flow_column(2)
        column.addWidget(self._offers)
        self.show_rule(rule)

    def show_rule(self, rule: str | None) -> None:
        """Says which rule is chosen."""
        known = self._writing.pack.rule_by_id.get(rule or "")
        words = _words(known) if known else f"“{rule}” tidak ada di paket soal." if rule else "Belum dipilih."
        self._chosen.setText(words)

    def _look(self, words: str) -> None:
        clear(self._offers)
        found = self._writing.rules(words)
        for rule in found[:_SHOWN]:
            row = RowButton(self._theme, _words(rule), "scale", partial(self._take, rule), current=False)
            row.setAccessibleName(f"Pakai ketentuan: {_words(rule)}")
            self._offered.addWidget(row)
        if words.strip():
            said = _found_words(len(found))
            self.field.note(said)
            announce(self.field.line, said)

    def _take(self, rule: Rule) -> None:
        self._pick(rule.id)
        self.show_rule(rule.id)
        self.field.line.clear()
        self.field.take_focus()
        announce(self, f"Ketentuan dipilih: {_words(rule)}")


def _found_words(count: int) -> str:
    if not count:
        return "Tidak ada yang cocok. Coba kata lain."
    if count > _SHOWN:
        return f"{count} ketentuan cocok; {_SHOWN} yang teratas ditampilkan. Tambahkan kata untuk mempersempit."
    return f"{count} ketentuan cocok."


def _words(rule: Rule) -> str:
    return f"{rule.act} ({VERDICT[rule.verdict].lower()})"
