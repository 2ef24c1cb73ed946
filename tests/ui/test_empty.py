"""Places with nothing in them yet say what they are for, and lead on with one button."""

import datetime as dt
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from asnquiz.domain.attempt import AttemptKind, AttemptState, AttemptSummary, PackRef
from asnquiz.domain.pack import Phase
from asnquiz.domain.wording import PHASE
from asnquiz.ui.ask.page import AskPage
from asnquiz.ui.cases.list_page import CasesPage
from asnquiz.ui.destinations import Ask, BrowseLaw, Destination, Section
from asnquiz.ui.discussion.list_page import DiscussionPage
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.home.without_content_page import WithoutContentPage
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.quiz.choose_page import ChooseQuizPage
from asnquiz.ui.remembering.page import MemoryPage
from asnquiz.ui.results.list_page import ResultsPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.page import Page
from asnquiz.usecases.pair_tests import PairedTests
from asnquiz.usecases.see_progress import Progress
from asnquiz.usecases.see_repetition import Repetition
from asnquiz.usecases.see_results import Results
from tests import builders
from tests.ui.conftest import OpenWindow

PRACTICE = AttemptSummary(
    uuid4(),
    AttemptKind.PRACTICE,
    "Latihan",
    PackRef("contoh", "1", "0" * 64),
    builders.moment(),
    None,
    AttemptState.ACTIVE,
    answered=1,
    total=10,
    pass_mark=None,
    score=None,
)
NOTHING_TO_REPEAT = Repetition(0, (), None, ())
WITHOUT_LESSONS = Progress(builders.pack(lessons=()), None, (), frozenset(), None, None, None, NOTHING_TO_REPEAT)


def words(page: Page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def press_primary(page: Page) -> None:
    roles = ("primary", "on-banner")
    (only,) = [one for one in page.findChildren(QPushButton) if one.property("role") in roles]
    only.click()


def press(page: Page, name: str) -> None:
    next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name).click()


@pytest.fixture
def gone() -> list[Destination]:
    return []


def test_a_pack_without_lessons_leads_to_the_quizzes(theme: Theme, gone: list[Destination]) -> None:
    page = LessonsPage(theme, WITHOUT_LESSONS, gone.append, print, print)
    assert "Belum ada materi" in words(page)
    assert not any("0 dari 0" in one for one in words(page))
    assert page.paths is None
    press_primary(page)
    assert gone == [Section.QUIZ]


def test_the_first_screen_does_not_praise_somebody_for_lessons_that_are_not_there(
    theme: Theme, gone: list[Destination]
) -> None:
    page = HomePage(theme, WITHOUT_LESSONS, None, gone.append)
    assert not any("sudah dibaca" in one for one in words(page))
    press_primary(page)
    assert gone == [Section.QUIZ]


def test_no_results_yet_leads_to_the_quizzes(theme: Theme, gone: list[Destination]) -> None:
    page = ResultsPage(theme, Results(), gone.append)
    assert "Belum ada hasil" in words(page)
    press_primary(page)
    assert gone == [Section.QUIZ]


def test_no_exam_among_the_results_leads_to_it(theme: Theme, gone: list[Destination]) -> None:
    page = ResultsPage(theme, Results(summaries=(PRACTICE,)), gone.append)
    assert any("Belum ada ujian yang selesai" in one for one in words(page))
    press(page, "Lihat ujian")
    assert gone == [Section.QUIZ]


def test_nothing_ever_missed_says_what_comes_there_and_leads_to_practice(theme: Theme, gone: list[Destination]) -> None:
    page = HomePage(theme, WITHOUT_LESSONS, None, gone.append)
    assert any(one.startswith("Belum ada yang perlu diulang. Ketentuan") for one in words(page))
    press(page, "Mulai berlatih")
    memory = MemoryPage(theme, (), builders.pack(), gone.append)
    assert "Belum ada ketentuan yang diulang" in words(memory)
    press_primary(memory)
    assert gone == [Section.QUIZ, Section.QUIZ]


def test_nothing_due_today_says_when_it_will_be(theme: Theme, gone: list[Destination]) -> None:
    later = Repetition(3, (), dt.date(2026, 12, 1), ())
    page = HomePage(theme, replace(WITHOUT_LESSONS, repetition=later), None, gone.append)
    assert "Belum ada yang perlu diulang. Berikutnya: 1 Desember 2026." in words(page)
    quizzes = ChooseQuizPage(theme, builders.pack(), (), later, PairedTests(None, None), gone.append)
    assert "Belum ada yang perlu diulang. Berikutnya: 1 Desember 2026." in words(quizzes)


def test_a_phase_without_questions_says_so_and_offers_no_quiz(theme: Theme, gone: list[Destination]) -> None:
    pack = builders.pack()
    left = {item.phase for item in pack.scored_items}
    empty = [phase for phase in Phase if phase not in left]
    assert empty
    page = ChooseQuizPage(theme, pack, (), NOTHING_TO_REPEAT, PairedTests(None, None), gone.append)
    assert words(page).count("Belum ada soal di sini. Pilih fase lain.") == len(empty)
    offered = [one.accessibleName() for one in page.findChildren(QPushButton)]
    assert not any(f"Mulai latihan {PHASE[phase]}" in offered for phase in empty)


def test_a_pack_without_case_studies_or_discussion_leads_to_the_lessons(theme: Theme, gone: list[Destination]) -> None:
    pack = builders.pack(scenarios=())
    cases = CasesPage(theme, pack, (), gone.append)
    assert "Belum ada studi kasus" in words(cases)
    press_primary(cases)
    discussion = DiscussionPage(theme, pack, gone.append)
    assert "Belum ada bahan diskusi" in words(discussion)
    press_primary(discussion)
    assert gone == [Section.LESSONS, Section.LESSONS]


def test_without_content_home_leads_to_what_is_left(theme: Theme, gone: list[Destination]) -> None:
    page = WithoutContentPage(theme, "Paket tidak ada. Pasang ulang program.", gone.append)
    assert "Paket tidak ada. Pasang ulang program." in words(page)
    press_primary(page)
    assert gone == [Section.RESULTS]


def test_no_pledge_yet_begins_with_its_opening(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Ikrar")
    assert not any(label.text().startswith("Terakhir dibaca") for label in opened.labels())
    assert opened.walker.button("Mulai ikrar").isEnabled()


@pytest.mark.parametrize(
    ("place", "line", "typed", "said"),
    [
        (Section.LESSONS, "Cari dalam materi", "helikopter", "Coba kata lain yang lebih umum"),
        (Section.HELP, "Cari dalam panduan", "helikopter", "Coba kata lain yang lebih umum"),
        (BrowseLaw(), "Cari peraturan atau istilah", "helikopter", "Coba kata lain, atau hapus sebagian"),
        (Section.ASK, "Bolehkah saya … ketik perbuatannya", "helikopter rusak", "Tanyakan kepada atasan"),
    ],
)
def test_a_search_that_finds_nothing_says_what_to_try(
    open_window: OpenWindow, place: Destination, line: str, typed: str, said: str
) -> None:
    opened = open_window()
    opened.window.go(place)
    opened.walker.settle()
    opened.walker.write(line, typed)
    opened.walker.key(Qt.Key.Key_Return)
    assert any(said in label.text() for label in opened.labels())


def test_filters_that_leave_nothing_offer_to_show_everything(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.go(Ask("cuti kampanye untuk pasangan"))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, AskPage)
    found = len(page.cards)
    assert found
    for chip in (*page.phases.chips.values(), *page.subjects.chips.values()):
        if not page.cards:
            break
        opened.walker.click(chip)
    assert not page.cards
    opened.walker.press("Tampilkan semua")
    assert len(page.cards) == found


def test_no_calendar_yet_leads_to_it_and_has_its_form(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Bolehkah saya?")
    opened.walker.press("Atur kalender")
    assert "Belum diatur." in [label.text() for label in opened.labels()]
    assert opened.walker.button("Simpan kalender").isEnabled()


def test_no_exam_yet_says_so_and_leads_to_it(theme: Theme, gone: list[Destination]) -> None:
    page = HomePage(theme, WITHOUT_LESSONS, None, gone.append)
    assert any("Belum ada ujian" in one for one in words(page))
    press(page, "Lihat ujian")
    assert gone == [Section.QUIZ]
