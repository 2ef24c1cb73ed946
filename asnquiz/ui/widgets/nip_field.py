"""The line for a NIP or NI PPPK: its digits stand in groups while they are typed, pasted and changed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.person import NIP_LENGTH, begins_with_a_date, grouped_nip, nip_digits
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import announce

_GAP = " "
_GAP_WIDER = 6


def regrouped(text: str, caret: int) -> tuple[str, int]:
    """A text that was typed into, in groups, and the caret behind the same digit as before."""
    before, _ = nip_digits(text[:caret])
    digits, _ = nip_digits(text)
    return grouped_nip(digits), len(grouped_nip(digits[: len(before)]))


def note_words(text: str) -> str:
    """How far the number is, and what is odd about it."""
    digits, strange = nip_digits(text)
    count = f"{len(digits)} dari {NIP_LENGTH} angka"
    if strange:
        return f"Isian ini hanya angka; huruf dan tanda lain tidak dimasukkan. {count}."
    if len(digits) > NIP_LENGTH:
        return f"{count}: kelebihan {len(digits) - NIP_LENGTH} angka."
    if len(digits) < NIP_LENGTH:
        return f"{count}."
    if not begins_with_a_date(digits):
        return f"{count}, lengkap. Periksa delapan angka pertama: biasanya tahun, bulan, dan tanggal lahir."
    return f"{count}, lengkap."


def digits_font(theme: Theme) -> QFont:
    """Digits of one width, and gaps wide enough to be seen."""
    font = theme.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setWordSpacing(theme.px(_GAP_WIDER))
    return font


class NipLine(QLineEdit):
    """Holds digits and the gaps between their groups, and never loses a digit: too many are counted, not cut.

    Signals:
        noted: what there is to say about what stands here now.
    """

    noted = Signal(str)

    def __init__(self, digits: str) -> None:
        super().__init__(grouped_nip(digits))
        self.textChanged.connect(self._regroup)

    def _regroup(self, typed: str) -> None:
        text, caret = regrouped(typed, self.cursorPosition())
        if text != typed:
            with QSignalBlocker(self):
                self.setText(text)
                self.setCursorPosition(caret)
        words = note_words(typed)
        self.noted.emit(words)
        if nip_digits(typed)[1]:
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Deleting steps over a gap first, or it would come back at once and hold the person up."""
        if not self.hasSelectedText():
            place = self.cursorPosition()
            if event.key() == Qt.Key.Key_Backspace and self.text()[place - 1 : place] == _GAP:
                self.cursorBackward(False)
            elif event.matches(QKeySequence.StandardKey.Delete) and self.text()[place : place + 1] == _GAP:
                self.cursorForward(False)
        super().keyPressEvent(event)
