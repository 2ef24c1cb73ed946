"""To the quizzes: choosing one, beginning or resuming it, and sitting it."""

import uuid
from collections.abc import Mapping
from functools import partial
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind, AttemptSummary
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import time_words
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import BeginQuiz, ResumeQuiz, Section
from asnquiz.ui.widgets.ask import ask
from asnquiz.usecases.pair_tests import TESTS, PairedTests, see_pair
from asnquiz.usecases.see_progress import open_attempts
from asnquiz.usecases.see_repetition import Repetition, see_repetition
from asnquiz.usecases.see_tasks import TaskStanding, see_tasks
from asnquiz.usecases.take_quiz import Plan, Sitting, TaskPlan, resume, start, title_of

_OpenAttempts = Mapping[tuple[str, UUID | None], AttemptSummary]
_Offered = tuple[_OpenAttempts, Repetition, PairedTests, tuple[TaskStanding, ...]]


def travel(journey: Journey, destination: Section | BeginQuiz | ResumeQuiz) -> None:
    learning = journey.learning
    match destination:
        case BeginQuiz(plan):
            offer = partial(_offer, journey, plan)
            found = partial(open_attempts, journey.profile.id, learning.store)
            journey.fetch(found, offer, "Menyiapkan kuis …")
        case ResumeQuiz(attempt):
            work = partial(resume, attempt, store=learning.store, packs=learning.packs, clock=learning.clock)
            journey.fetch(work, partial(_sit, journey), "Membuka kembali kuis …")
        case _:
            pack, profile, now = journey.pack, journey.profile.id, learning.clock.now().utc

            def offered() -> _Offered:
                store = learning.store
                repetition = see_repetition(profile, pack, store, now)
                return (
                    open_attempts(profile, store),
                    repetition,
                    see_pair(profile, pack, store),
                    see_tasks(profile, store),
                )

            journey.fetch(offered, partial(_choose, journey, pack), "Membuka Kuis …")


def _choose(journey: Journey, pack: Pack, offered: _Offered) -> None:
    from asnquiz.ui.quiz.choose_page import ChooseQuizPage

    window, (found, repetition, pair, tasks) = journey.window, offered
    attempts = tuple(found.values())
    window.show_page(
        ChooseQuizPage(window.theme, pack, attempts, repetition, pair, window.go, journey.profile.job, tasks)
    )


def _offer(journey: Journey, plan: Plan, found: _OpenAttempts) -> None:
    """Asks before a new attempt takes the place of an open one of the same name or task."""
    if isinstance(plan, TaskPlan):
        attempt = next((one for (_, task), one in found.items() if task == plan.task), None)
    else:
        attempt = found.get((title_of(plan, journey.pack), None))
    if attempt is None:
        _begin(journey, plan)
        return
    begun = time_words(attempt.started.local)
    words = (
        f"Dimulai {begun}, {attempt.answered} dari {attempt.total} soal sudah dijawab. "
        "Bila Anda mulai baru, yang lama disimpan sebagai ditinggalkan."
    )
    ask(
        journey.window,
        f"{attempt.title} belum selesai",
        words,
        [
            ("Lanjutkan", partial(journey.window.travel, ResumeQuiz(attempt.id))),
            ("Mulai baru", partial(_begin, journey, plan, attempt.id)),
            ("Batal", None),
        ],
    )


def _begin(journey: Journey, plan: Plan, instead_of: UUID | None = None) -> None:
    learning = journey.learning
    work = partial(
        start,
        plan,
        journey.profile.id,
        store=learning.store,
        packs=learning.packs,
        clock=learning.clock,
        attempt_id=uuid.uuid4(),
        seed=journey.seeds(),
        instead_of=instead_of,
    )
    journey.fetch(work, partial(_sit, journey), "Menyiapkan kuis …", "Kuis belum dapat dimulai")


def _sit(journey: Journey, sitting: Sitting) -> None:
    window, learning = journey.window, journey.learning
    if sitting.attempt.kind in (AttemptKind.EXAM, *TESTS):
        from asnquiz.ui.quiz.exam import ExamPresenter
        from asnquiz.ui.quiz.exam_page import ExamPage

        exam = ExamPresenter(
            sitting,
            store=learning.store,
            clock=learning.clock,
            background=journey.background,
            go=journey.goer(),
            report=journey.reporter(),
            in_use=journey.in_use,
        )
        window.show_page(ExamPage(window.theme, exam, journey.profile.person.name or "Tamu"))
        return
    from asnquiz.ui.quiz.practice import PracticePresenter
    from asnquiz.ui.quiz.practice_page import PracticePage

    practice = PracticePresenter(
        sitting,
        store=learning.store,
        clock=learning.clock,
        background=journey.background,
        go=journey.goer(),
        report=journey.reporter(),
        in_use=journey.in_use,
    )
    window.show_page(PracticePage(window.theme, practice))
