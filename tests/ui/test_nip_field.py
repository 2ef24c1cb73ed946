"""The line for a number: digits in groups, and whatever hands do to it, the same digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from asnquiz.domain.person import grouped_nip
from asnquiz.ui.widgets.nip_field import NipLine, note_words, regrouped

NIP = "198503122010011004"
SHOWN = "19850312 201001 1 004"


def digits_of(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


@pytest.fixture
def line(qtbot: QtBot) -> NipLine:
    made = NipLine("")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("", ""),
        ("1985", "1985"),
        ("19850312", "19850312"),
        ("198503122", "19850312 2"),
        ("19850312201001", "19850312 201001"),
        ("198503122010011", "19850312 201001 1"),
        (NIP, SHOWN),
        (NIP + "56", SHOWN + "56"),
    ],
)
def test_digits_stand_in_groups_of_eight_six_one_and_three(digits: str, shown: str) -> None:
    assert grouped_nip(digits) == shown


@given(st.text("0123456789 .-'", max_size=30), st.data())
def test_grouping_keeps_the_digits_and_the_digit_before_the_caret(text: str, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(text)))
    shown, place = regrouped(text, caret)
    assert digits_of(shown) == digits_of(text)
    assert digits_of(shown[:place]) == digits_of(text[:caret])
    assert regrouped(shown, place) == (shown, place)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "0 dari 18 angka."),
        ("198503122010", "12 dari 18 angka."),
        (NIP, "18 dari 18 angka, lengkap."),
        (NIP + "56", "20 dari 18 angka: kelebihan 2 angka."),
        ("1985x", "Isian ini hanya angka; huruf dan tanda lain tidak dimasukkan. 4 dari 18 angka."),
    ],
)
def test_the_note_counts_and_says_what_is_odd(text: str, words: str) -> None:
    assert note_words(text) == words


def test_a_number_that_begins_with_no_day_is_complete_and_worth_a_second_look() -> None:
    words = note_words("198513122010011004")
    assert words.startswith("18 dari 18 angka, lengkap.")
    assert "tanggal lahir" in words
    assert note_words("199009132025242014") == "18 dari 18 angka, lengkap.", "24 is no month in an NI PPPK, and right"


def test_gaps_come_by_themselves_while_typing(line: NipLine) -> None:
    seen = []
    for digit in NIP:
        QTest.keyClicks(line, digit)
        seen.append(line.text())
    assert seen == [grouped_nip(NIP[: length + 1]) for length in range(18)]
    assert line.cursorPosition() == len(SHOWN)


@pytest.mark.parametrize(
    "pasted",
    [
        NIP,
        SHOWN,
        "19850312.201001.1.004",
        "19850312-201001-1-004",
        "'198503122010011004",
        "\t198503122010011004\n",
        "１９８５０３１２２０１００１１００４",
    ],
)
def test_a_number_may_be_pasted_as_it_stands_elsewhere(line: NipLine, pasted: str) -> None:
    QGuiApplication.clipboard().setText(pasted)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == SHOWN


def test_letters_are_not_taken_and_that_is_said(line: NipLine) -> None:
    said: list[str] = []
    line.noted.connect(said.append)
    QTest.keyClicks(line, "19a")
    assert line.text() == "19"
    assert said[-1].startswith("Isian ini hanya angka")
    QTest.keyClicks(line, "8")
    assert said[-1] == "3 dari 18 angka."
    QGuiApplication.clipboard().setText("NIP 5")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "1985"
    assert said[-1].startswith("Isian ini hanya angka")


@pytest.mark.parametrize("gap", [8, 15, 17])
def test_deleting_at_a_gap_deletes_the_digit_behind_it(line: NipLine, gap: int) -> None:
    line.setText(NIP)
    at = len(digits_of(SHOWN[:gap]))
    line.setCursorPosition(gap + 1)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert digits_of(line.text()) == NIP[: at - 1] + NIP[at:]
    assert digits_of(line.text()[: line.cursorPosition()]) == NIP[: at - 1]
    line.setText(NIP)
    line.setCursorPosition(gap)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert digits_of(line.text()) == NIP[:at] + NIP[at + 1 :]
    assert digits_of(line.text()[: line.cursorPosition()]) == NIP[:at]


def test_typing_in_the_middle_stays_there(line: NipLine) -> None:
    line.setText(NIP)
    line.setCursorPosition(4)
    QTest.keyClicks(line, "77")
    assert line.text() == "19857703 122010 0 11004"
    assert line.cursorPosition() == 6


Edit = tuple[str, int, str]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("type", "paste", "backspace", "delete", "select", "move")),
        st.integers(0, 30),
        st.text("0123456789 .-", max_size=6),
    ),
    max_size=12,
)


@given(EDITS)
def test_after_any_edits_the_digits_are_those_that_hands_left(edits: list[Edit]) -> None:
    """Against a plain list of digits with a caret and a selection, which knows of no gaps."""
    line = NipLine("")
    digits, caret, anchor = "", 0, 0

    def place(count: int) -> int:
        return len(grouped_nip(digits[:count]))

    for kind, number, words in edits:
        low, high = min(caret, anchor), max(caret, anchor)
        if kind in ("move", "select"):
            caret = number % (len(digits) + 1)
            anchor = caret if kind == "move" else anchor
            line.setCursorPosition(place(anchor))
            if anchor != caret:
                line.setSelection(place(anchor), place(caret) - place(anchor))
            continue
        if kind in ("type", "paste"):
            typed = digits_of(words)
            if kind == "type":
                QTest.keyClicks(line, words)
            else:
                line.insert(words)
            taken = bool(words) or kind == "paste"
        else:
            typed, taken = "", True
            QTest.keyClick(line, Qt.Key.Key_Backspace if kind == "backspace" else Qt.Key.Key_Delete)
            if low == high:
                low, high = (max(0, low - 1), high) if kind == "backspace" else (low, min(len(digits), high + 1))
        if taken:
            digits = digits[:low] + typed + digits[high:]
            caret = anchor = low + len(typed)
        assert line.text() == grouped_nip(digits)
        assert len(digits_of(line.text()[: line.cursorPosition()])) == caret
    line.deleteLater()
