"""A question on screen: stem, rows, and beside them why the answer is what it is."""

from string import ascii_uppercase

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from asnquiz.domain.answering import Answer, is_right, right_answer
from asnquiz.domain.local_wording import local_words
from asnquiz.domain.pack import Item, ItemType, Subject, Verdict
from asnquiz.domain.wording import SUBJECT, SURE_BUT_WRONG, certainty_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.quiz.answer_rows import AnswerRows, answer_rows
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column
from asnquiz.ui.widgets.frames import card, chip, marked
from asnquiz.ui.widgets.law import law_notes
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.photo import question_photo
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.term_text import term_text
from asnquiz.ui.widgets.texts import focus_target, heading, text
from asnquiz.usecases.take_quiz import Sitting

_SIDE_BY_SIDE = 860


class Question(Flow):
    """One question of a sitting, showing `answer`; `actions` stand under its rows.

    For the length of a double click it takes no mouse: the second press was meant for the question before.
    """

    def __init__(self, theme: Theme, sitting: Sitting, index: int, answer: Answer, *actions: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self._take_mouse)
        self._theme = theme
        self._sitting = sitting
        self.item: Item = sitting.item(index)
        order = sitting.attempt.items[index].order
        self.stem = focus_target(heading(theme, self.item.stem), "stem")
        where = f"Soal {index + 1} dari {len(sitting.attempt.items)}"
        told = (where, local_words(sitting.pack, self.item.id), self.item.stem)
        self.stem.setAccessibleName(". ".join(filter(None, told)))
        self.rows: AnswerRows = answer_rows(theme, self.item, order, answer)
        self.rows.setAccessibleName("Jawaban")
        self._order = order
        self._split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        column_in(self, 0).addWidget(self._split)
        asked, left = flow_column(16)
        add_badge(theme, left, sitting.pack, self.item.id)
        left.addWidget(self.stem)
        if shown := question_photo(theme, self.item, sitting.pack):
            left.addWidget(shown)
        if hint := _HINT.get(self.item.type):
            left.addWidget(text(theme, hint, size=Size.CAPTION, tone="ink-2"))
        left.addWidget(self.rows)
        for widget in actions:
            left.addWidget(widget)
        left.addStretch(1)
        self._split.add(asked, 65)

    def _take_mouse(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def show_outcome(self, answer: Answer, certainty: str | None) -> None:
        """Marks the rows and adds the reason beside them, with how sure the answer was where that was asked."""
        self.rows.show_outcome(answer)
        self._split.add(self._reason(answer, certainty), 35, top=True)

    def verdict(self, answer: Answer) -> str:
        """Whether an answer is right, and which one is; the first thing that is said of it."""
        if is_right(self.item, answer):
            return "Jawaban Anda benar."
        if self.item.type in (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.VERDICT):
            letters = sorted(ascii_uppercase[self._order.index(index)] for index in right_answer(self.item))
            return f"Belum tepat. Jawaban yang benar: {', '.join(letters)}."
        return "Belum tepat. Lihat jawaban yang benar pada setiap baris."

    def _reason(self, answer: Answer, certainty: str | None) -> QFrame:
        theme, pack, item = self._theme, self._sitting.pack, self.item
        frame, column = card(spacing=12)
        good = is_right(item, answer)
        tone = "allowed" if good else "forbidden"
        outcome = "Benar" if good else "Belum tepat" if answer else "Tidak dijawab"
        column.addWidget(chip(theme, outcome, tone, "check" if good else "x"))
        if certainty:
            column.addWidget(_certainty_chip(theme, certainty_words(certainty, right=good)))
        column.addWidget(marked(theme, "lightbulb", "teal", heading(theme, "Alasan", level=3)))
        column.addWidget(text(theme, self.verdict(answer), weight=QFont.Weight.DemiBold))
        add_badge(theme, column, pack, item.id)
        column.addWidget(term_text(theme, item.explanation, pack))
        column.addWidget(text(theme, f"Sebaiknya: {item.instead}"))
        for note in law_notes(theme, item.citations, pack):
            column.addWidget(note)
        for words in self._sanctions():
            column.addWidget(text(theme, words, size=Size.CAPTION, tone="forbidden"))
        return frame

    def _sanctions(self) -> list[str]:
        """The sanctions of the acts that the item is about; an item that sorts acts into phases is about none."""
        if self.item.type is ItemType.MATCHING:
            return []
        rules = [self._sitting.pack.rule_by_id[rule] for rule in self.item.rules]
        sanctions = {entry for rule in rules if rule.verdict is Verdict.TIDAK for entry in rule.sanction.items()}
        ordered = sorted(sanctions, key=lambda entry: list(Subject).index(entry[0]))
        return [f"Bagi {SUBJECT[subject]}: {words}" for subject, words in ordered]


def _certainty_chip(theme: Theme, words: str) -> QWidget:
    if words == SURE_BUT_WRONG:
        return chip(theme, words, "conditional", "triangle-alert")
    return chip(theme, words, "ink-2")


_HINT = {
    ItemType.MULTIPLE: "Pilih semua jawaban yang tepat. Nilai diberikan bila seluruh pilihan tepat.",
    ItemType.ORDERING: "Susun urutannya dengan tombol panah di setiap baris.",
    ItemType.MATCHING: "Pilih fase untuk setiap baris.",
}
