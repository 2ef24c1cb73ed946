"""Bolehkah saya? in the window: answers while one types, filters, the phase of today, and nothing kept of the words."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Confidence, Phase, Subject, Verdict
from asnquiz.domain.person import Employment, Person
from asnquiz.ui.ask.page import AskPage
from asnquiz.ui.ask.rule_card import RuleCard
from asnquiz.ui.destinations import Ask, Section, SetCalendar
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.widgets.law import LawNote
from asnquiz.usecases.know_person import know_person
from asnquiz.usecases.ports import Clock
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens_ask import ask, set_region
from tests.ui.test_announcements import heard as heard

# Letters that no checksum, id or word of the program holds by chance.
ODD = "kupuzwimba"


class OnDay:
    """The real clock on another day."""

    def __init__(self, day: dt.date) -> None:
        self._day = day

    def before(self, real: Clock) -> Clock:
        self._real = real
        return self

    def now(self) -> Moment:
        noon = dt.datetime.combine(self._day, dt.time(12), dt.UTC)
        return replace(self._real.now(), utc=noon, offset_minutes=0)

    def monotonic_ms(self) -> int:
        return self._real.monotonic_ms()


def page_of(opened: Opened) -> AskPage:
    page = opened.window.page
    assert isinstance(page, AskPage)
    return page


def open_ask(open_window: OpenWindow, day: dt.date = dt.date(2026, 11, 21)) -> Opened:
    opened = open_window(clock=OnDay(day).before)
    opened.walker.press("Bolehkah saya?")
    return opened


def words_in(card: RuleCard) -> list[str]:
    notes = [note.words for note in card.findChildren(LawNote) if note.isVisible()]
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()] + notes


def said(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def test_the_line_has_the_focus_and_answers_while_one_types(open_window: OpenWindow, qtbot: QtBot) -> None:
    opened = open_ask(open_window)
    page = page_of(opened)
    assert QApplication.focusWidget() is page.line
    assert page.cards == []
    QTest.keyClicks(page.line, "like status calon")
    qtbot.waitUntil(lambda: len(page.cards) > 0, timeout=5_000)
    opened.walker.settle()
    assert page.line.hasFocus()
    assert any("tanda suka" in card.rule.act for card in page.cards)
    page.line.selectAll()
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    opened.walker.settle()
    assert page.cards == []
    assert opened.walker.button("like status calon").isVisible()


def test_at_first_five_are_shown_and_the_others_on_demand(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    page = ask(opened, "foto bersama calon")
    assert len(page.cards) == 5
    (count,) = (label.text() for label in opened.labels() if label.text().endswith(" hasil"))
    found = int(count.split()[0])
    opened.walker.press(f"Tampilkan {found - 5} hasil lainnya")
    assert len(page.cards) == found > 5
    assert QApplication.focusWidget() is page.cards[5].fold


def test_enter_goes_to_the_first_result_which_is_open_while_the_others_are_brief(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    page = ask(opened, "hadir kampanye")
    first, *others = page.cards
    assert others
    assert QApplication.focusWidget() is first.act
    assert first.act.accessibleName().startswith("Hasil 1 dari ")
    assert first.rule.act in first.act.accessibleName()
    assert "Dasar hukum" in words_in(first)
    assert all("Dasar hukum" not in words_in(card) for card in others)


def test_a_card_is_unfolded_and_folded_by_keys_and_says_so(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    page = ask(opened, "hadir kampanye")
    card = page.cards[1]
    button = opened.walker.button(f"Selengkapnya: {card.rule.act}")

    def state() -> tuple[bool, bool, str]:
        told = QAccessible.queryAccessibleInterface(button)
        return bool(told.state().expanded), bool(told.state().collapsed), told.text(QAccessible.Text.Name)

    assert state() == (False, True, f"Selengkapnya: {card.rule.act}")
    button.setFocus()
    opened.walker.key(Qt.Key.Key_Return)
    assert state() == (True, False, f"Ringkas: {card.rule.act}")
    assert f"Sebaiknya: {card.rule.instead}" in words_in(card)
    assert QApplication.focusWidget() is button
    opened.walker.key(Qt.Key.Key_Space)
    assert state()[0] is False
    assert f"Sebaiknya: {card.rule.instead}" not in words_in(card)


def test_how_much_was_found_is_announced_with_the_first(open_window: OpenWindow, heard: list[str]) -> None:
    opened = open_ask(open_window)
    heard.clear()
    page = ask(opened, "jadi kpps")
    first = page.cards[0].rule
    verdict = {Verdict.BOLEH: "Boleh", Verdict.TIDAK: "Tidak boleh", Verdict.BERSYARAT: "Boleh bersyarat"}
    assert len(page.cards) < 5, "all of them are shown"
    assert heard == [f"{len(page.cards)} hasil. Yang pertama: {first.act}: {verdict[first.verdict]}."]
    heard.clear()
    ask(opened, "jadi kpps ")
    assert heard == [], "the same answer is not said again"
    ask(opened, "memperbaiki genteng bocor")
    assert heard[0] == "Tidak ada hasil."


def test_an_answer_says_all_that_its_rule_says(open_window: OpenWindow) -> None:
    """A rule of each kind, by its verdict and by what else it says, opened as the first result."""
    opened = open_ask(open_window)
    kinds = {
        (
            rule.verdict,
            rule.confidence,
            bool(rule.condition),
            bool(rule.safe),
            *map(len, (rule.sanction, rule.positions)),
        ): rule
        for rule in opened.journey.pack.rules
    }
    for rule in kinds.values():
        opened.window.go(Ask(rule.act))
        opened.walker.settle()
        card = next(one for one in page_of(opened).cards if one.rule == rule)
        if "Dasar hukum" not in words_in(card):
            opened.walker.press(f"Selengkapnya: {rule.act}")
        shown = "\n".join(words_in(card))
        positions = [f"{one.who}, {one.when}: {one.says}" for one in rule.positions]
        for words in (
            rule.act,
            rule.reason,
            rule.instead,
            rule.condition,
            rule.safe,
            *rule.sanction.values(),
            *positions,
        ):
            assert words is None or words in shown, (rule.id, words)
        for citation in rule.citations:
            assert citation.ref is None or citation.ref in shown, rule.id
        assert ("Belum diverifikasi" in shown) is (rule.confidence is Confidence.C), rule.id
        assert ("Pandangan yang berbeda" in shown) is (rule.verdict is Verdict.DIPERDEBATKAN), rule.id


def test_the_law_is_shown_with_its_status(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    page = ask(opened, "hadir kampanye")
    (note,) = (words for words in words_in(page.cards[0]) if words.startswith("SKB 22 September 2022"))
    assert note.endswith("masih dirujuk; pencabutan belum ditemukan")


def test_ones_own_sanction_comes_first(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    profile = know_person(opened.profile, Person("Siti", employment=Employment.PPPK), opened.learning.store)
    opened.journey.show_person(profile)
    opened.walker.press("Bolehkah saya?")
    page = ask(opened, "hadir kampanye")
    shown = words_in(page.cards[0])
    sanctions = shown[shown.index("Sanksi") + 1 : shown.index("Dasar hukum")]
    assert [words.split(":")[0] for words in sanctions][:2] == ["Bagi PPPK (status Anda)", "Bagi PNS"]
    other = next(card for card in page.cards[1:] if Subject.PPPK in card.rule.sanction)
    brief = next(words for words in words_in(other) if " · " in words)
    assert "bagi PPPK:" in brief


def test_chips_narrow_by_phase_and_status(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    page = ask(opened, "foto bersama calon")
    opened.walker.press("Sesudah")
    assert all(Phase.AFTER in card.rule.phases for card in page.cards)
    assert opened.walker.button("Sesudah").isChecked()
    assert not opened.walker.button("Semua fase").isChecked()
    opened.walker.press("Semua fase")
    opened.walker.press("Non-ASN")
    assert page.cards
    assert all(Subject.NON_ASN in card.rule.subjects for card in page.cards)
    opened.walker.press("Non-ASN")
    assert not opened.walker.button("Non-ASN").isChecked(), "a second press takes the filter away"


def test_what_only_filters_hide_is_offered(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    opened.walker.press("Perangkat desa")
    page = ask(opened, "foto surat suara di bilik")
    assert page.cards == []
    assert "Tidak ada jawaban untuk saringan ini" in said(opened)
    opened.walker.press("Tampilkan semua")
    assert page.cards
    assert not opened.walker.button("Perangkat desa").isChecked()
    assert page.line.hasFocus()


def test_where_nothing_fits_it_says_whom_to_ask(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    page = ask(opened, "memperbaiki genteng bocor")
    assert page.cards == []
    assert "tidak menebak" in said(opened)
    assert "Tanyakan kepada atasan, BKPSDM, atau Bawaslu" in said(opened)
    assert page.line.hasFocus()


def test_a_question_about_a_general_election_is_told_so_and_leads_to_the_lesson(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    ask(opened, "kampanye untuk capres")
    assert "kewajiban netral tetap berlaku, tetapi pasalnya berbeda" in said(opened)
    opened.walker.press("Baca: Bagaimana dengan Pemilu?")
    assert isinstance(opened.window.page, ReaderPage)


def test_an_answer_leads_to_a_lesson_about_it(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    rule = ask(opened, "hadir kampanye").cards[0].rule
    opened.walker.press("Materi tentang ini")
    page = opened.window.page
    assert isinstance(page, ReaderPage)
    lesson = next(one for one in opened.journey.pack.lessons if one.title in page.accessibleName())
    assert rule.id in lesson.rules


def test_words_may_come_with_the_way_and_an_example_fills_the_line(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    opened.walker.press("jadi KPPS")
    page = page_of(opened)
    assert page.line.text() == "jadi KPPS"
    assert page.line.hasFocus()
    found = [card.rule.id for card in page.cards]
    assert found
    opened.window.go(Ask("jadi KPPS"))
    opened.walker.settle()
    assert [card.rule.id for card in page_of(opened).cards] == found


@pytest.mark.parametrize(
    ("day", "phase", "words"),
    [
        (dt.date(2027, 9, 21), "Sebelum", "Hari ini: Sebelum menurut kalender Kabupaten Contoh."),
        (dt.date(2027, 9, 22), "Selama", "Hari ini: Selama (penetapan calon) menurut kalender Kabupaten Contoh."),
        (dt.date(2027, 11, 27), "Selama", "Hari ini: Selama (pemungutan suara) menurut kalender Kabupaten Contoh."),
        (dt.date(2027, 11, 28), "Sesudah", "Hari ini: Sesudah menurut kalender Kabupaten Contoh."),
        (
            dt.date(2029, 1, 1),
            "Semua fase",
            "Kalender Kabupaten Contoh sudah lewat (pemungutan suara 27 November 2027)",
        ),
    ],
)
def test_the_answers_follow_the_calendar(open_window: OpenWindow, day: dt.date, phase: str, words: str) -> None:
    opened = open_ask(open_window, day)
    assert "Kalender tahapan daerah Anda belum diatur; semua fase ditampilkan." in said(opened)
    assert opened.walker.button("Semua fase").isChecked()
    opened.walker.press("Atur kalender")
    set_region(opened, "22 September 2027", "27-11-2027")
    opened.walker.press("Kembali ke Bolehkah saya?")
    assert words in said(opened)
    assert opened.walker.button(phase).isChecked()
    if phase != "Semua fase":
        assert "Ditetapkan oleh Badan Kepegawaian Contoh pada" in said(opened)
        opened.walker.press("Semua fase")
        assert not opened.walker.button(phase).isChecked()


def test_the_words_come_back_from_the_calendar(open_window: OpenWindow) -> None:
    opened = open_ask(open_window)
    ask(opened, "jadi kpps")
    opened.walker.press("Atur kalender")
    opened.walker.press("Kembali ke Bolehkah saya?")
    assert page_of(opened).line.text() == "jadi kpps"


def test_nothing_that_was_typed_is_kept_or_logged_or_in_the_title(
    open_window: OpenWindow, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    opened = open_ask(open_window)
    ask(opened, f"like status {ODD}")
    assert ODD not in opened.window.windowTitle()
    opened.walker.press("Atur kalender")
    set_region(opened, "22-9-2027", "27-11-2027")
    opened.walker.press("Kembali ke Bolehkah saya?")
    ask(opened, f"foto {ODD} caleg")
    opened.window.go(Section.SETTINGS)
    opened.walker.settle()
    opened.window.go(SetCalendar(ODD))
    opened.walker.settle()
    opened.learning.store.back_up(dt.date(2026, 11, 21))
    folder = opened.database.parent

    def traces() -> list[str]:
        files = [file for file in folder.parent.rglob("*") if file.is_file()]
        assert opened.database in files
        return [file.name for file in files if ODD.encode() in file.read_bytes()]

    assert traces() == [], "while the log of the database is open"
    opened.learning.store.close()
    assert traces() == []
    assert b"Kabupaten Contoh" in opened.database.read_bytes(), "what was meant to be kept is found"
    assert ODD not in caplog.text
    assert ODD not in "".join(capfd.readouterr())
