"""Lessons in the window: the path of a job, and pictures that follow the theme."""

from uuid import UUID

from PySide6.QtWidgets import QApplication, QProgressBar

from asnquiz.domain.pack import Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import ThemeName
from asnquiz.ui.destinations import ReadLesson
from asnquiz.ui.lessons.diagram import Diagram
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import Select
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, StoreFront


def paths(opened: Opened) -> Select:
    page = opened.window.page
    assert isinstance(page, LessonsPage)
    assert page.paths is not None
    return page.paths


def choose(opened: Opened, words: str) -> None:
    select = paths(opened)
    select.setCurrentIndex(select.findText(words))
    select.activated.emit(select.currentIndex())
    opened.walker.settle()


def listed(opened: Opened) -> set[str]:
    """Ids of the lessons that stand on the page."""
    pack, _, _ = opened.learning.packs.current()
    page = opened.window.page
    assert page is not None
    names = [row.accessibleName() for row in page.findChildren(RowButton)]
    return {lesson.id for lesson in pack.lessons if any(name.startswith(f"{lesson.title}, ") for name in names)}


def test_a_chosen_job_leaves_the_lessons_of_its_path_and_is_still_chosen_later(open_window: OpenWindow) -> None:
    opened = open_window()
    pack, _, _ = opened.learning.packs.current()
    opened.walker.press("Materi")
    assert paths(opened).currentText() == "Semua jabatan"
    assert listed(opened) == {lesson.id for lesson in pack.lessons}
    choose(opened, pack.jobs["desa"])
    wanted = {lesson.id for lesson in pack.lessons if "desa" in lesson.jobs}
    assert listed(opened) == wanted
    assert 0 < len(wanted) < len(pack.lessons)
    assert QApplication.focusWidget() is paths(opened), "the keyboard stays where it was"
    opened.walker.press("Beranda")
    opened.walker.press("Materi")
    assert paths(opened).currentText() == pack.jobs["desa"]
    assert opened.profile.job == "desa"


def test_a_path_shows_only_the_phases_that_it_has_on_the_first_screen_too(open_window: OpenWindow) -> None:
    opened = open_window()
    pack, _, _ = opened.learning.packs.current()
    opened.walker.press("Materi")
    choose(opened, pack.jobs["desa"])
    opened.walker.press("Beranda")
    bars = [
        bar.accessibleName() for bar in opened.window.findChildren(QProgressBar) if "dibaca" in bar.accessibleName()
    ]
    parts = {lesson.phase for lesson in pack.path("desa")}
    assert len(bars) == len(parts) < 4
    assert not any(name.endswith("0 dari 0") for name in bars)


class RefusesPaths(StoreFront):
    def keep_job(self, profile: UUID, job: str | None) -> None:
        raise Refusal(f"{profile}, {job}: {FULL_DISK}")


def test_a_path_that_cannot_be_kept_is_told_and_not_shown_as_chosen(open_window: OpenWindow) -> None:
    opened = open_window(store=RefusesPaths().before)
    pack, _, _ = opened.learning.packs.current()
    opened.walker.press("Materi")
    choose(opened, pack.jobs["guru"])
    assert opened.window.question is not None
    assert FULL_DISK in opened.window.question.informativeText()
    assert paths(opened).currentText() == "Semua jabatan"
    assert listed(opened) == {lesson.id for lesson in pack.lessons}


def test_a_picture_takes_on_the_colours_of_the_theme_of_the_moment(open_window: OpenWindow) -> None:
    opened = open_window()
    pack, _, _ = opened.learning.packs.current()
    lesson = next(lesson for phase in (None, *Phase) for lesson in pack.lessons_of(phase) if "](gambar/" in lesson.body)
    opened.window.go(ReadLesson(lesson.id))
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, ReaderPage)
    picture = page.findChildren(Diagram)[0]
    light = picture.grab().toImage()
    assert 0.9 < picture.width() / picture.height() * picture.heightForWidth(600) / 600 < 1.1, "its own proportions"
    page.theme.name = ThemeName.DARK
    dark = picture.grab().toImage()
    page.theme.name = ThemeName.LIGHT
    assert light != dark
    assert light == picture.grab().toImage()
