"""Places with nothing in them yet say what they are for, and lead on with one button."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.results.list_page import ResultsPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.page import Page
from asnquiz.usecases.see_progress import Progress
from asnquiz.usecases.see_repetition import Repetition
from asnquiz.usecases.see_results import Results
from tests import builders

NOTHING_TO_REPEAT = Repetition(0, (), None, ())
WITHOUT_LESSONS = Progress(builders.pack(lessons=()), None, (), frozenset(), None, None, None, NOTHING_TO_REPEAT)


def words(page: Page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def press_primary(page: Page) -> None:
    roles = ("primary", "on-banner")
    (only,) = [one for one in page.findChildren(QPushButton) if one.property("role") in roles]
    only.click()


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


def test_no_exam_yet_says_so_and_leads_to_it(theme: Theme, gone: list[Destination]) -> None:
    page = HomePage(theme, WITHOUT_LESSONS, None, gone.append)
    assert any("Belum ada ujian" in one for one in words(page))
    next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "Lihat ujian").click()
    assert gone == [Section.QUIZ]
