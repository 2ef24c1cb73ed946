"""Where the window can go and what each place needs: the code that joins pages, presenters and use cases."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from asnquiz import __version__
from asnquiz.domain.attempt import AttemptKind, AttemptSummary
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.domain.prose import Block
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore
from asnquiz.domain.wording import harmless, law_stamp, time_words
from asnquiz.programs.learning import Learning, read_score_file
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import (
    BeginQuiz,
    Destination,
    HandOver,
    OpenFile,
    ReadLesson,
    ResumeQuiz,
    ReviewQuiz,
    Section,
    ShowResult,
)
from asnquiz.ui.messages import sentence
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.shell.trouble_page import TroublePage
from asnquiz.ui.widgets.ask import ask, tell
from asnquiz.usecases.erase_person import erase_person
from asnquiz.usecases.follow_path import follow_path
from asnquiz.usecases.keep_preferences import keep_preferences
from asnquiz.usecases.know_person import welcome
from asnquiz.usecases.open_file import open_file
from asnquiz.usecases.read_lesson import LessonView, read_lesson
from asnquiz.usecases.review_result import result_of
from asnquiz.usecases.see_progress import Progress, open_attempts, see_progress
from asnquiz.usecases.take_quiz import Plan, Sitting, open_sitting, resume, start, title_of

_FILE_NOT_OPENED = "Berkas belum dapat dibuka"

T = TypeVar("T")
_DOING: Mapping[type[Destination], str] = {
    ReadLesson: "Membuka materi …",
    BeginQuiz: "Menyiapkan kuis …",
    ResumeQuiz: "Membuka kembali kuis …",
    ReviewQuiz: "Membuka pembahasan …",
    ShowResult: "Membuka hasil …",
}
OpenAttempts = Mapping[str, AttemptSummary]


class Traveller:
    """Goes where the window asks: fetches in the background, then builds the page from what came.

    Page modules are imported where they are first shown, to keep them out of the way of the first screen.
    """

    def __init__(
        self,
        window: MainWindow,
        learning: Learning,
        content: Pack | Refusal,
        profile: Profile | None,
        background: Background,
        folder: Path,
        seeds: Callable[[], int],
        preferences: Preferences,
        restyle: Callable[[Preferences], None],
        data: Path,
    ) -> None:
        self._window = window
        self._learning = learning
        self._content = content
        self._background = background
        self._folder = folder
        self._seeds = seeds
        self._known = profile
        self._under_way = False
        self._doing = ""
        self._waiting_file: OpenFile | None = None
        self._preferences = preferences
        self._restyle = restyle
        self._data = data
        if profile:
            self._show_person(profile)

    @property
    def _profile(self) -> Profile:
        if self._known is None:
            raise RuntimeError("the first start is not over")
        return self._known

    def travel(self, destination: Destination) -> None:
        """Opens a destination; a refusal is told over the page that stays.

        While one is on its way another is not taken: the second press of a double click means the first again. A file
        waits, because nobody would hand it over twice, also until the first start is over.
        """
        if isinstance(destination, OpenFile) and (self._under_way or self._known is None):
            self._waiting_file = destination
            return
        if self._under_way:
            return
        if self._known is None:
            self._welcome()
            return
        try:
            self._set_out(destination)
        except Refusal as refusal:
            self._window.report("Halaman belum dapat dibuka", str(refusal))

    @property
    def _pack(self) -> Pack:
        if isinstance(self._content, Refusal):
            raise Refusal(str(self._content))
        return self._content

    def _set_out(self, destination: Destination) -> None:  # noqa: C901 - one case a destination, nothing nested
        learning, profile = self._learning, self._profile.id
        place = destination.value if isinstance(destination, Section) else "halaman"
        self._doing = _DOING.get(type(destination), f"Membuka {place} …")
        match destination:
            case Section.HOME if isinstance(self._content, Refusal):
                self._home_without_content(self._content)
            case Section.HOME:
                self._fetch(partial(see_progress, self._profile, self._pack, learning.store), self._home)
            case Section.LESSONS:
                self._fetch(partial(see_progress, self._profile, self._pack, learning.store), self._lessons)
            case ReadLesson(lesson):
                work = partial(read_lesson, lesson, self._profile, pack=self._pack, store=learning.store, prose=_prose)
                self._fetch(work, self._read)
            case Section.QUIZ:
                self._fetch(partial(open_attempts, profile, learning.store), partial(self._choose, self._pack))
            case BeginQuiz(plan):
                offer = partial(self._offer, plan, title_of(plan, self._pack))
                self._fetch(partial(open_attempts, profile, learning.store), offer)
            case ResumeQuiz(attempt):
                work_on = partial(resume, attempt, store=learning.store, packs=learning.packs, clock=learning.clock)
                self._fetch(work_on, self._sit)
            case Section.RESULTS:
                self._fetch(partial(learning.store.summaries, profile), self._results)
            case ReviewQuiz(attempt):
                self._fetch(self._sitting(attempt), self._review)
            case ShowResult(attempt):
                self._fetch(self._sitting(attempt), self._result)
            case HandOver(attempt):
                self._hand_over(attempt)
            case OpenFile(file):
                self._open_file(file)
            case Section.SETTINGS:
                self._settings()

    def _fetch(
        self, work: Callable[[], T], show: Callable[[T], None], trouble: str = "Halaman belum dapat dibuka"
    ) -> None:
        def arrived(result: T) -> None:
            self._under_way = False
            show(result)
            self._open_waiting_file()

        def failed(error: Exception) -> None:
            self._under_way = False
            if self._window.page is None:
                self._window.show_page(TroublePage(self._window.theme, trouble, sentence(error), again))
            else:
                self._window.report(trouble, sentence(error))
            self._open_waiting_file()

        again = partial(self._fetch, work, show, trouble)
        self._under_way = True
        self._background.run(work, arrived, failed, self._doing)

    def _open_waiting_file(self) -> None:
        if waiting := self._waiting_file:
            self._waiting_file = None
            self._window.go(waiting)

    def _open_file(self, file: Path) -> None:
        """Opens a file that was handed over, unless the page on screen is one that nothing leads away from."""
        page = self._window.page
        if page is not None and page.section is None:
            words = f"Selesaikan atau jeda dahulu yang sedang Anda kerjakan, lalu buka “{harmless(file.name)}” lagi."
            self._window.report(_FILE_NOT_OPENED, words)
            return
        self._fetch(partial(open_file, file, read_score_file), partial(self._score_file, file), _FILE_NOT_OPENED)

    def _score_file(self, file: Path, seen: ReadScore) -> None:
        from asnquiz.ui.score_file.page import ScoreFilePage

        self._window.show_page(ScoreFilePage(self._window.theme, file, seen, self._window.go))

    def _sitting(self, attempt: UUID) -> Callable[[], Sitting]:
        return partial(open_sitting, attempt, store=self._learning.store, packs=self._learning.packs)

    def _show_person(self, profile: Profile) -> None:
        self._known = profile
        self._window.rail.show_person(profile.person.name, profile.person.unit)

    def _welcome(self, typed: str = "", *, resized: bool = False) -> None:
        from asnquiz.ui.welcome.page import WelcomePage

        page = WelcomePage(
            self._window.theme,
            self._preferences.text_percent,
            data=self._data,
            on_size=self._welcome_in_size,
            on_begin=self._begin_learning,
            typed=typed,
            resized=resized,
        )
        self._window.show_page(page)

    def _welcome_in_size(self, percent: int, typed: str) -> None:
        self._wear(replace(self._preferences, text_percent=percent))
        self._welcome(typed, resized=True)

    def _begin_learning(self, name: str | None) -> None:
        if self._under_way:
            return
        store, clock = self._learning.store, self._learning.clock
        work = partial(welcome, name, store=store, clock=clock, profile_id=uuid.uuid4())
        self._doing = "Menyimpan pilihan Anda …"
        self._fetch(work, self._begun, "Anda belum dapat mulai")

    def _begun(self, profile: Profile) -> None:
        self._show_person(profile)
        self.travel(Section.HOME)

    def _home(self, standing: Progress) -> None:
        from asnquiz.ui.home.page import HomePage

        self._window.show_page(HomePage(self._window.theme, standing, self._profile.person.name, self._window.go))

    def _home_without_content(self, refusal: Refusal) -> None:
        from asnquiz.ui.home.without_content_page import WithoutContentPage

        self._window.show_page(WithoutContentPage(self._window.theme, str(refusal), self._window.go))

    def _lessons(self, standing: Progress, *, chosen: bool = False) -> None:
        from asnquiz.ui.lessons.list_page import LessonsPage

        page = LessonsPage(self._window.theme, standing, self._window.go, self._follow)
        self._window.show_page(page)
        if chosen and page.paths:
            page.focus_on(page.paths)

    def _follow(self, job: str | None) -> None:
        if self._under_way:
            return

        def followed() -> tuple[Profile, Progress]:
            profile = follow_path(self._profile, job, self._learning.store)
            return profile, see_progress(profile, self._pack, self._learning.store)

        def show(result: tuple[Profile, Progress]) -> None:
            self._known, standing = result
            self._lessons(standing, chosen=True)

        self._doing = "Menyimpan jalur belajar …"
        self._fetch(followed, show, "Jalur belajar belum tersimpan")

    def _read(self, view: LessonView) -> None:
        from asnquiz.ui.lessons.reader_page import ReaderPage

        def keep_read() -> None:
            store, now = self._learning.store, self._learning.clock.now()
            work = partial(store.mark_read, self._profile.id, self._pack.id, view.lesson.id, now)
            self._background.run(work, lambda _: None, not_kept)

        def not_kept(error: Exception) -> None:
            self._window.report("Tanda sudah dibaca belum tersimpan", sentence(error))

        self._window.show_page(ReaderPage(self._window.theme, view, self._window.go, keep_read))

    def _choose(self, pack: Pack, found: OpenAttempts) -> None:
        from asnquiz.ui.quiz.choose_page import ChooseQuizPage

        page = ChooseQuizPage(self._window.theme, pack, tuple(found.values()), self._window.go)
        self._window.show_page(page)

    def _offer(self, plan: Plan, title: str, found: OpenAttempts) -> None:
        """Asks before a new attempt takes the place of an open one of the same name."""
        attempt = found.get(title)
        if attempt is None:
            self._begin(plan)
            return
        begun = time_words(attempt.started.local)
        words = (
            f"Dimulai {begun}, {attempt.answered} dari {attempt.total} soal sudah dijawab. "
            "Bila Anda mulai baru, yang lama disimpan sebagai ditinggalkan."
        )
        ask(
            self._window,
            f"{title} belum selesai",
            words,
            [
                ("Lanjutkan", partial(self.travel, ResumeQuiz(attempt.id))),
                ("Mulai baru", partial(self._begin, plan, attempt.id)),
                ("Batal", None),
            ],
        )

    def _begin(self, plan: Plan, instead_of: UUID | None = None) -> None:
        learning = self._learning
        work = partial(
            start,
            plan,
            self._profile.id,
            store=learning.store,
            packs=learning.packs,
            clock=learning.clock,
            attempt_id=uuid.uuid4(),
            seed=self._seeds(),
            instead_of=instead_of,
        )
        self._fetch(work, self._sit, "Kuis belum dapat dimulai")

    def _sit(self, sitting: Sitting) -> None:
        window, learning = self._window, self._learning
        if sitting.attempt.kind is AttemptKind.EXAM:
            from asnquiz.ui.quiz.exam import ExamPresenter
            from asnquiz.ui.quiz.exam_page import ExamPage

            exam = ExamPresenter(
                sitting,
                store=learning.store,
                clock=learning.clock,
                background=self._background,
                go=window.go,
                report=window.report,
            )
            window.show_page(ExamPage(window.theme, exam, self._profile.person.name or "Tamu"))
            return
        from asnquiz.ui.quiz.practice import PracticePresenter
        from asnquiz.ui.quiz.practice_page import PracticePage

        practice = PracticePresenter(
            sitting,
            store=learning.store,
            clock=learning.clock,
            background=self._background,
            go=window.go,
            report=window.report,
        )
        window.show_page(PracticePage(window.theme, practice))

    def _results(self, summaries: tuple[AttemptSummary, ...]) -> None:
        from asnquiz.ui.results.list_page import ResultsPage

        self._window.show_page(ResultsPage(self._window.theme, summaries, self._window.go))

    def _result(self, sitting: Sitting) -> None:
        from asnquiz.ui.results.result_page import ResultPage

        self._window.show_page(ResultPage(self._window.theme, result_of(sitting), self._window.go))

    def _review(self, sitting: Sitting) -> None:
        from asnquiz.ui.quiz.review_page import ReviewPage

        self._window.show_page(ReviewPage(self._window.theme, sitting, self._window.go))

    def _settings(self, *, again: bool = False) -> None:
        from asnquiz.ui.settings.page import SettingsPage

        now = self._window.page

        about = (
            f"Versi {__version__}.",
            *_about_content(self._content),
            "Lisensi: program MIT; huruf Plus Jakarta Sans, SIL OFL; ikon Lucide, ISC; Qt, LGPL.",
        )
        page = SettingsPage(
            self._window.theme,
            self._preferences,
            self._keeper(),
            data=self._data,
            about=about,
            on_change=self._change_look,
            erase=self._erase,
            before=now if again and isinstance(now, SettingsPage) else None,
        )
        self._window.show_page(page)

    def _change_look(self, preferences: Preferences) -> None:
        self._wear(preferences)
        self._show_person(self._profile)
        self._settings(again=True)

    def _wear(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._restyle(preferences)
        work = partial(keep_preferences, preferences, self._learning.store)
        self._background.run(work, lambda _: None, self._look_not_kept)

    def _look_not_kept(self, error: Exception) -> None:
        self._window.report("Tampilan belum tersimpan", sentence(error))

    def _keeper(self) -> PersonKeeper:
        return PersonKeeper(
            self._profile,
            store=self._learning.store,
            background=self._background,
            report=self._window.report,
            on_person=self._show_person,
        )

    def _erase(self) -> None:
        work = partial(erase_person, self._profile.id, self._learning.store)
        self._doing = "Menghapus data Anda …"
        self._fetch(work, self._erased, "Data Anda belum terhapus")

    def _erased(self, left: Profile | None) -> None:
        self._known = left
        if left:
            self._show_person(left)
        self.travel(Section.HOME)
        words = "Berkas nilai yang sudah disimpan atau diserahkan tetap ada di tempatnya."
        tell(self._window, "Data Anda sudah dihapus dari komputer ini", words)

    def _hand_over(self, attempt: UUID) -> None:
        from asnquiz.ui.results.hand_over import HandOverPresenter
        from asnquiz.ui.results.hand_over_page import HandOverPage

        window, learning = self._window, self._learning
        presenter = HandOverPresenter(
            self._keeper(),
            attempt,
            store=learning.store,
            packs=learning.packs,
            seal=learning.seal,
            clock=learning.clock,
            background=self._background,
            folder=self._folder,
            program=__version__,
            report=window.report,
        )
        window.show_page(HandOverPage(window.theme, presenter, attempt, window.go))


def _about_content(content: Pack | Refusal) -> tuple[str, ...]:
    if isinstance(content, Refusal):
        return (str(content),)
    return (
        f"Paket soal {content.title}, versi {content.version}.",
        law_stamp(content.law_as_of),
        "Isi paket ini sudah dibaca oleh pembaca kedua, tetapi belum diperiksa oleh ahli hukum.",
    )


def _prose(body: str) -> tuple[Block, ...]:
    from asnquiz.content.markdown import prose

    return prose(body)
