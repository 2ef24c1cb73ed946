"""Shows what was accepted on the widgets that show it to people, without a screen."""

from functools import cache
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from asnquiz.content.markdown import prose
from asnquiz.documents.lesson import lesson_pdf
from asnquiz.documents.paper import Press
from asnquiz.domain.pack import Pack
from asnquiz.domain.score_report import ReadScore
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import ThemeName
from asnquiz.programs.desktop import make_application
from asnquiz.programs.paths import assets_folder
from asnquiz.ui.ask.rule_card import RuleCard
from asnquiz.ui.law.page import LawPage
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.packs.open_page import OpenPackPage
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.score_file.page import ScoreFilePage
from asnquiz.ui.theme import Theme, apply_theme
from asnquiz.usecases.read_lesson import LessonView
from asnquiz.usecases.see_packs import PackOffer
from asnquiz.usecases.take_quiz import Sitting
from tests import builders

_NAMES = tuple(ThemeName)


@cache
def _application() -> QApplication:
    return make_application()


@cache
def _theme(name: ThemeName) -> Theme:
    return Theme(name, 1.0, Icons(assets_folder() / "icons"))


def theme(turn: int = 0) -> Theme:
    """One of the three looks, put on."""
    app = _application()
    made = _theme(_NAMES[turn % len(_NAMES)])
    apply_theme(app, made, assets_folder() / "style.qss")
    return made


def _press(pack: Pack) -> Press:
    return Press(pack, assets_folder() / "icons")


def show(page: QWidget) -> None:
    """Lays a page out and paints all of it."""
    page.resize(1000, 700)
    page.grab()
    page.deleteLater()
    _application().sendPostedEvents(None, 52)  # QEvent.DeferredDelete


def draw_pack(pack: Pack) -> None:
    """Every lesson on screen and on paper, every question and rule, the instruments and the words of a pack."""
    worn = theme(len(pack.title))
    for lesson in pack.lessons:
        citations = tuple(one for rule in lesson.rules for one in pack.rule_by_id[rule].citations if one.law)
        view = LessonView(pack, lesson, prose(lesson.body), (lesson,), frozenset(), citations, None)
        show(ReaderPage(worn, view, lambda _: None, lambda: None))
        assert lesson_pdf(_press(pack), view).startswith(b"%PDF")
    for rule in pack.rules:
        show(RuleCard(worn, rule, pack, None, lambda _: None, None))
    sitting = Sitting(builders.attempt(pack, UUID(int=1)), pack)
    for index in range(len(pack.items)):
        question = Question(worn, sitting, index, ())
        question.show_outcome((), None)
        show(question)
    show(LawPage(worn, pack, lambda _: None))


def draw_offer(offer: PackOffer) -> None:
    """The page of a pack's file."""
    show(OpenPackPage(theme(), offer, take=lambda: None, go=lambda _: None))


def draw_score(seen: ReadScore, file: Path) -> None:
    """The page of a score file."""
    show(ScoreFilePage(theme(), file, seen, lambda _: None))
