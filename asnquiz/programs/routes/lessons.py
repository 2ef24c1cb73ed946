"""To the lessons: the list with its paths, and the reader."""

from collections.abc import Callable
from functools import cache, partial

from asnquiz.domain.person import Profile
from asnquiz.domain.prose import Block
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import ReadLesson, Section
from asnquiz.usecases.find_in_lessons import FoundPassages, LessonIndex, find_in_lessons, index_lessons
from asnquiz.usecases.follow_path import follow_path
from asnquiz.usecases.read_lesson import LessonView, read_lesson
from asnquiz.usecases.see_progress import Progress, see_progress


def travel(journey: Journey, destination: Section | ReadLesson) -> None:
    store = journey.learning.store
    if isinstance(destination, ReadLesson):
        work = partial(
            read_lesson,
            destination.lesson,
            journey.profile,
            pack=journey.pack,
            store=store,
            prose=_prose,
            block=destination.block,
        )
        journey.fetch(work, partial(_read, journey), "Membuka materi …")
    else:
        standing = partial(see_progress, journey.profile, journey.pack, store, journey.learning.clock.now().utc)
        journey.fetch(standing, partial(_list, journey), "Membuka Materi …")


def _list(journey: Journey, standing: Progress, *, chosen: bool = False) -> None:
    from asnquiz.ui.lessons.list_page import LessonsPage

    page = LessonsPage(journey.window.theme, standing, journey.window.go, partial(_follow, journey), _finder(journey))
    journey.window.show_page(page)
    if chosen and page.paths:
        page.focus_on(page.paths)


def _finder(journey: Journey) -> Callable[[str, Callable[[FoundPassages], None]], None]:
    """Looks for words in the lessons, which are read once for a page, when somebody looks for something first."""

    @cache
    def index() -> LessonIndex:
        return index_lessons(journey.pack, _prose)

    def find(typed: str, show: Callable[[FoundPassages], None]) -> None:
        if not journey.under_way:
            journey.fetch(lambda: find_in_lessons(typed, index()), show, "Mencari …", "Pencarian belum berhasil")

    return find


def _follow(journey: Journey, job: str | None) -> None:
    if journey.under_way:
        return

    def followed() -> tuple[Profile, Progress]:
        profile = follow_path(journey.profile, job, journey.learning.store)
        learning = journey.learning
        return profile, see_progress(profile, journey.pack, learning.store, learning.clock.now().utc)

    def show(result: tuple[Profile, Progress]) -> None:
        profile, standing = result
        journey.show_person(profile)
        _list(journey, standing, chosen=True)

    journey.fetch(followed, show, "Menyimpan jalur belajar …", "Jalur belajar belum tersimpan")


def _read(journey: Journey, view: LessonView) -> None:
    from asnquiz.ui.lessons.reader_page import ReaderPage

    def keep_read() -> None:
        store, now = journey.learning.store, journey.learning.clock.now()
        work = partial(store.mark_read, journey.profile.id, journey.pack.id, view.lesson.id, now)
        journey.keep(work, "Tanda sudah dibaca belum tersimpan")

    journey.window.show_page(ReaderPage(journey.window.theme, view, journey.window.go, keep_read))


def _prose(body: str) -> tuple[Block, ...]:
    from asnquiz.content.markdown import prose

    return prose(body)
