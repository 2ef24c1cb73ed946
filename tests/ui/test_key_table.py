"""Every key of the table is pressed where it is said to work, and does what is said there."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import StepKind
from asnquiz.domain.pack import ItemType
from asnquiz.painting.story_map import Spot
from asnquiz.ui.ask.page import AskPage
from asnquiz.ui.briefing.lead.page import LeadPage
from asnquiz.ui.briefing.lead.stage import Place
from asnquiz.ui.briefing.plan_editor_page import PlanEditorPage
from asnquiz.ui.briefing.typing_page import TypingPage
from asnquiz.ui.cases.case_page import CasePage
from asnquiz.ui.destinations import Ask, EditDraft, EditPlan, LookAround, ReadGuide, Section, TypePapers
from asnquiz.ui.drafts.draft_page import DraftPage
from asnquiz.ui.drafts.story.canvas import NAME as MAP
from asnquiz.ui.drafts.story.page import StoryPage
from asnquiz.ui.help.key_sheet import KeySheet
from asnquiz.ui.help.page import HelpPage
from asnquiz.ui.help.walk_page import WalkPage
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.lessons.list_page import LessonsPage
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.quiz.review_page import ReviewPage
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.welcome.page import WelcomePage
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.passage_search import PassageSearch
from asnquiz.ui.widgets.term_label import TermLabel
from asnquiz.ui.widgets.term_text import TermText
from tests import drafts
from tests.ui.briefing.held import on_paper
from tests.ui.briefing.leading import begin, lead
from tests.ui.conftest import OpenWindow
from tests.ui.drafts.conftest import at_the_desk
from tests.ui.office_tasks import take_on
from tests.ui.stories import open_story, written
from tests.ui.test_hands import practice_at
from tests.ui.test_keys import ALT, PLAIN, SHIFT, Hands, scrolled
from tests.ui.test_names import name_of

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LETTERS = (Key.Key_A, Key.Key_B, Key.Key_C, Key.Key_D, Key.Key_E)


def go(hands: Hands, place: Section | Ask | ReadGuide | LookAround) -> Page:
    hands.opened.window.go(place)
    hands.opened.walker.settle()
    page = hands.opened.window.page
    assert page is not None
    return page


def everywhere(hands: Hands) -> Iterator[str]:
    window: MainWindow = hands.opened.window
    go(hands, ReadGuide("panduan-instalasi#daftar-coba"))
    first = hands.focused
    hands.tap(Key.Key_Tab)
    assert hands.focused is not first
    hands.tap(Key.Key_Tab, SHIFT)
    assert hands.focused is first
    yield "Tab, Shift + Tab"
    down = (Key.Key_Down, Key.Key_PageDown, Key.Key_End, Key.Key_Space)
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Up, Key.Key_End, Key.Key_PageUp, Key.Key_Home, Key.Key_Space):
        before = scrolled(hands)
        hands.tap(key)
        assert (scrolled(hands) > before) is (key in down), key.name
        assert scrolled(hands) != before, key.name
    yield "Panah, Page Up, Page Down, Home, End"
    hands.press("Kembali ke Bantuan", Key.Key_Space)
    assert isinstance(hands.page, HelpPage)
    yield "Spasi"
    hands.press("Perkenalan singkat")
    assert isinstance(hands.page, WalkPage)
    yield "Enter"
    hands.tap(Key.Key_F1)
    assert isinstance(window.over, KeySheet)
    yield "F1"
    hands.tap(Key.Key_Escape)
    assert window.over is None
    go(hands, Section.HOME)
    hands.tap(Key.Key_F11)
    assert window.isFullScreen()
    yield "F11"
    hands.tap(Key.Key_Escape)
    assert not window.isFullScreen()
    yield "Esc"
    for key, size, press in (
        (Key.Key_Plus, 1.25, "Ctrl + +"),
        (Key.Key_Minus, 1.0, "Ctrl + -"),
        (Key.Key_Plus, 1.25, ""),
        (Key.Key_0, 1.0, "Ctrl + 0"),
    ):
        hands.tap(key, CTRL)
        assert window.theme.scale == size
        if press:
            yield press


def welcome(hands: Hands) -> Iterator[str]:
    hands.tap(Key.Key_Tab)
    hands.tap(Key.Key_Right)
    assert hands.opened.window.theme.scale == 1.5
    yield "Panah"
    hands.tab_to("Nama")
    hands.type("Siti")
    hands.tap(Key.Key_Return)
    assert not isinstance(hands.page, WelcomePage)
    yield "Enter"


def walk(hands: Hands) -> Iterator[str]:
    page = go(hands, LookAround(Section.HELP))
    assert isinstance(page, WalkPage)
    hands.tap(Key.Key_Return)
    assert page.step == 1
    yield "Enter"
    hands.tap(Key.Key_Left, ALT)
    assert page.step == 0
    yield "Alt + panah kiri"
    hands.tap(Key.Key_Escape)
    assert isinstance(hands.page, HelpPage)
    yield "Esc"


def search(hands: Hands) -> Iterator[str]:
    for section, field, kind in (
        (Section.LESSONS, "Cari dalam materi", LessonsPage),
        (Section.HELP, "Cari dalam panduan", HelpPage),
    ):
        page = go(hands, section)
        assert isinstance(page, kind)
        hands.tab_to(field)
        hands.type("nilai")
        hands.tap(Key.Key_Return)
        found = page.findChildren(PassageSearch)[0].found
        assert found is not None
        assert found.passages
    yield "Enter"


def reading(hands: Hands) -> Iterator[str]:
    go(hands, Section.LESSONS)
    hands.opened.walker.press(hands.opened.walker.first_button_with(", belum dibaca").accessibleName())
    assert isinstance(hands.page, ReaderPage)
    while not isinstance(hands.focused, TermLabel):
        hands.tap(Key.Key_Tab)
    text = hands.focused.parentWidget()
    assert isinstance(text, TermText)
    hands.tap(Key.Key_Return)
    assert text.findChildren(QPushButton)
    yield "Tab, lalu Enter"
    hands.tap(Key.Key_Escape)
    assert not text.findChildren(QPushButton)
    yield "Esc"


def ask(hands: Hands) -> Iterator[str]:
    page = go(hands, Ask("foto bersama calon"))
    assert isinstance(page, AskPage)
    hands.tap(Key.Key_Return)
    assert name_of(hands.focused).startswith("Hasil 1 dari ")
    yield "Enter"
    page.line.setFocus()
    hands.tap(Key.Key_Escape)
    assert page.line.text() == ""
    yield "Esc"


def practice(hands: Hands) -> Iterator[str]:
    page = practice_at(hands.opened, ItemType.SINGLE)
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    for place, letter in enumerate(LETTERS[: len(page.question.item.options)]):
        hands.tap(letter)
        assert rows.picked() == (rows.order[place],)
    hands.tap(Key.Key_1)
    assert rows.picked() == (rows.order[-1],)
    yield "A sampai E"
    hands.tap(Key.Key_Up)
    assert rows.picked() != (rows.order[-1],)
    yield "Panah"
    for key, press in ((Key.Key_Y, "Y"), (Key.Key_R, "R")):
        assert not page.presenter.checked
        hands.answer(right_answer(page.question.item))
        hands.tap(key)
        assert page.presenter.certainty == {"Y": "yakin", "R": "ragu"}[press]
        yield press
        hands.tap(Key.Key_F)
        assert page.presenter.flagged
        index = page.presenter.index
        hands.tap(Key.Key_Return)
        assert page.presenter.index != index
    yield "F"
    yield "Enter"


def exam(hands: Hands) -> Iterator[str]:
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    page = hands.page
    assert isinstance(page, ExamPage)
    presenter = page.presenter
    hands.answer(right_answer(page.question.item))
    yield "A sampai E"
    hands.tap(Key.Key_F)
    assert presenter.flagged
    yield "F"
    hands.tap(Key.Key_Return)
    assert (presenter.index, presenter.sitting.attempt.answered) == (1, 1)
    yield "Enter"
    hands.answer(right_answer(page.question.item))
    hands.tap(Key.Key_Right, ALT)
    assert (presenter.index, presenter.sitting.attempt.answered) == (2, 2)
    yield "Alt + panah kanan"
    hands.answer(right_answer(page.question.item))
    hands.tap(Key.Key_Left, ALT)
    assert (presenter.index, presenter.sitting.attempt.answered) == (1, 3)
    yield "Alt + panah kiri"
    hands.tab_to("Soal 2, ")
    hands.tap(Key.Key_Right)
    assert name_of(hands.focused).startswith("Soal 3, ")
    yield "Panah"


def exam_certainty(hands: Hands) -> Iterator[str]:
    take_on(hands.opened, hands.opened.database.parent.parent, certainty=True)
    hands.opened.walker.press("Mulai ujian")
    page = hands.page
    assert isinstance(page, ExamPage)
    assert page.keys is KeyGroup.EXAM_CERTAINTY
    presenter = page.presenter
    for index, (key, press) in enumerate(((Key.Key_Y, "Y"), (Key.Key_R, "R"))):
        hands.answer(right_answer(page.question.item))
        hands.tap(Key.Key_Return)
        assert presenter.index == index, "an answer without its certainty stays"
        hands.tap(key)
        attempt = presenter.sitting.attempt
        assert (presenter.index, attempt.certainty_of(attempt.items[index].item)) == (
            index + 1,
            {"Y": "yakin", "R": "ragu"}[press],
        )
        yield press
    yield "A sampai E"
    hands.tap(Key.Key_F)
    assert presenter.flagged
    yield "F"
    hands.tap(Key.Key_Return)
    assert presenter.index == 3
    yield "Enter"
    hands.tap(Key.Key_Right, ALT)
    assert presenter.index == 4
    yield "Alt + panah kanan"
    hands.tap(Key.Key_Left, ALT)
    assert presenter.index == 3
    yield "Alt + panah kiri"
    hands.tab_to("Soal 4, ")
    hands.tap(Key.Key_Right)
    assert name_of(hands.focused).startswith("Soal 5, ")
    yield "Panah"


def review(hands: Hands) -> Iterator[str]:
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    hands.press("Selesai ujian …")
    hands.press("Selesai ujian", Key.Key_Space)
    hands.press("Lihat pembahasan")
    assert isinstance(hands.page, ReviewPage)
    for key, modifier, number, press in (
        (Key.Key_Return, PLAIN, 2, "Enter"),
        (Key.Key_Right, ALT, 3, "Alt + panah kanan"),
        (Key.Key_Left, ALT, 2, "Alt + panah kiri"),
    ):
        hands.tap(key, modifier)
        assert name_of(hands.focused).startswith(f"Soal {number} dari 30. ")
        yield press
    hands.tab_to("Soal 2, ")
    hands.tap(Key.Key_Right)
    assert name_of(hands.focused).startswith("Soal 3, ")
    yield "Panah"


def case(hands: Hands) -> Iterator[str]:
    hands.press("Studi kasus", back=True)
    hands.press("Mulai: ")
    page = hands.page
    assert isinstance(page, CasePage)
    hands.tap(Key.Key_2)
    assert page.ways.picked() == (1,)
    hands.tap(Key.Key_A)
    assert page.ways.picked() == (0,)
    yield "A sampai E, 1 sampai 5"
    hands.tap(Key.Key_Return)
    assert page.presenter.consequence is not None
    hands.tap(Key.Key_Return)
    assert page.presenter.consequence is None
    assert len(page.presenter.walk.path) == 1
    yield "Enter"
    hands.tap(Key.Key_Left, ALT)
    assert page.presenter.walk.path == ()
    yield "Alt + panah kiri"


def plan(hands: Hands) -> Iterator[str]:
    hands.opened.window.go(EditPlan(None))
    hands.opened.walker.settle()
    page = hands.page
    assert isinstance(page, PlanEditorPage)
    for name in ("Tambah Peserta masuk", "Tambah Ikrar", "Tambah Penutup"):
        hands.opened.walker.press(name)
    hands.tab_to("Turun: bagian 2, Ikrar")
    for key, press, order in (
        (Key.Key_Down, "Alt + panah bawah", [StepKind.JOIN, StepKind.CLOSE, StepKind.PLEDGE]),
        (Key.Key_Up, "Alt + panah atas", [StepKind.JOIN, StepKind.PLEDGE, StepKind.CLOSE]),
    ):
        hands.tap(key, ALT)
        assert [step.kind for step in page.presenter.plan.steps] == order
        yield press


def story(hands: Hands) -> Iterator[str]:
    held = open_story(hands.opened, written())
    canvas = held.canvas

    def chosen() -> Spot | None:
        return held.writing.chosen

    hands.tab_to(MAP)
    moves: tuple[tuple[str, Key, Spot | None], ...] = (
        ("Home", Key.Key_Home, ("pagi", None)),
        ("Panah kanan", Key.Key_Right, ("pagi", 0)),
        ("Panah atas, panah bawah", Key.Key_Down, ("pagi", 1)),
        ("Panah kiri", Key.Key_Left, ("pagi", None)),
        ("Esc", Key.Key_Escape, None),
    )
    for press, key, spot in moves:
        hands.tap(key)
        assert chosen() == spot
        yield press
    held.choose(("pagi", 0))
    hands.tap(Key.Key_Return)
    assert name_of(hands.focused) == "Tindakan yang dapat dipilih"
    yield "Enter"
    hands.tap(Key.Key_Escape)
    assert hands.focused is canvas
    zoomed: tuple[tuple[str, Key, float], ...] = (("+", Key.Key_Plus, 1.25), ("-", Key.Key_Minus, 1.0))
    for press, key, zoom in zoomed:
        hands.tap(key)
        assert canvas.zoom == zoom
        yield press
    hands.tap(Key.Key_0)
    assert canvas.zoom < 1
    yield "0"
    for press, key, at in (("Ctrl + panah bawah", Key.Key_Down, 1), ("Ctrl + panah atas", Key.Key_Up, 0)):
        hands.tap(key, CTRL)
        assert chosen() == ("pagi", at)
        yield press
    hands.tap(Key.Key_Insert)
    assert chosen() == ("pagi", 2)
    yield "Insert"
    hands.tap(Key.Key_Delete)
    hands.opened.walker.press("Hapus pilihan")
    assert chosen() == ("pagi", None)
    yield "Delete"
    hands.tap(Key.Key_Z, CTRL)
    assert chosen() == ("pagi", 2)
    yield "Ctrl + Z"
    hands.tap(Key.Key_Y, CTRL)
    assert chosen() == ("pagi", None)
    hands.tap(Key.Key_Z, CTRL)
    hands.tap(Key.Key_Z, CTRL | SHIFT)
    assert chosen() == ("pagi", None)
    yield "Ctrl + Y, Ctrl + Shift + Z"


def leading(hands: Hands) -> Iterator[str]:
    walker, page = hands.opened.walker, lead(hands.opened, begin(hands.opened))

    def step() -> int:
        return page.presenter.news.course.step

    for key, at in ((Key.Key_PageDown, 1), (Key.Key_PageUp, 0), (Key.Key_Right, 1), (Key.Key_Left, 0)):
        hands.tap(key)
        walker.until(lambda at=at: step() == at)  # type: ignore[misc]
    yield from ("Page Down, panah kanan", "Page Up, panah kiri")
    for key in (Key.Key_B, Key.Key_Period):
        hands.tap(key)
        assert page.wall.blank
        hands.tap(key)
        assert not page.wall.blank
    yield "B, ."
    swapped: list[None] = []
    page.stage.swap = lambda: swapped.append(None)  # type: ignore[method-assign]
    hands.tap(Key.Key_F6)
    assert swapped
    yield "F6"
    hands.tap(Key.Key_F5)
    assert page.stage.place is Place.ONLY
    yield "F5"


def papers(hands: Hands) -> Iterator[str]:
    held = on_paper(hands.opened)
    hands.opened.window.go(TypePapers(held.id))
    hands.opened.walker.settle()
    page = hands.page
    assert isinstance(page, TypingPage)
    hands.type("siti")
    hands.tap(Key.Key_Return)
    assert page.presenter.entry is not None
    hands.type("-" * len(page.presenter.questions))
    hands.tap(Key.Key_Return)
    assert page.presenter.entry is None
    yield "Enter"


def draft(hands: Hands) -> Iterator[str]:
    at_the_desk(hands.opened)
    store = hands.opened.journey.learning.drafts.store
    store.keep_workshop(drafts.WORKSHOP)
    store.keep(drafts.draft())
    hands.opened.window.go(EditDraft(drafts.draft().id))
    hands.opened.walker.settle()
    page = hands.page
    assert isinstance(page, DraftPage)

    def texts() -> list[str]:
        return [row["text"][-1] for row in page.writing.draft.content["options"]]

    hands.tab_to("Pilihan 2")
    for key, press, order in (
        (Key.Key_Down, "Alt + panah bawah", "0213"),
        (Key.Key_Up, "Alt + panah atas", "0123"),
    ):
        hands.tap(key, ALT)
        assert texts() == list(order)
        yield press
    hands.tap(Key.Key_Z, CTRL)
    assert texts() == list("0213")
    yield "Ctrl + Z"
    hands.tap(Key.Key_Y, CTRL)
    assert texts() == list("0123")
    hands.tap(Key.Key_Z, CTRL)
    hands.tap(Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert texts() == list("0123")
    yield "Ctrl + Y, Ctrl + Shift + Z"


TRIALS: Mapping[KeyGroup, Callable[[Hands], Iterator[str]]] = {
    KeyGroup.EVERYWHERE: everywhere,
    KeyGroup.WELCOME: welcome,
    KeyGroup.WALK: walk,
    KeyGroup.SEARCH: search,
    KeyGroup.READING: reading,
    KeyGroup.ASK: ask,
    KeyGroup.PRACTICE: practice,
    KeyGroup.EXAM: exam,
    KeyGroup.EXAM_CERTAINTY: exam_certainty,
    KeyGroup.REVIEW: review,
    KeyGroup.CASE: case,
    KeyGroup.LEAD: leading,
    KeyGroup.PAPERS: papers,
    KeyGroup.PLAN: plan,
    KeyGroup.DRAFT: draft,
    KeyGroup.STORY: story,
}
PAGES: Mapping[KeyGroup, type[Page]] = {
    KeyGroup.EVERYWHERE: HomePage,
    KeyGroup.WELCOME: WelcomePage,
    KeyGroup.WALK: WalkPage,
    KeyGroup.SEARCH: HelpPage,
    KeyGroup.READING: ReaderPage,
    KeyGroup.ASK: AskPage,
    KeyGroup.PRACTICE: PracticePage,
    KeyGroup.EXAM: ExamPage,
    KeyGroup.REVIEW: ReviewPage,
    KeyGroup.CASE: CasePage,
    KeyGroup.LEAD: LeadPage,
    KeyGroup.PAPERS: TypingPage,
    KeyGroup.PLAN: PlanEditorPage,
    KeyGroup.DRAFT: DraftPage,
    KeyGroup.STORY: StoryPage,
}


@pytest.mark.parametrize("group", list(KeyGroup))
def test_every_key_does_what_the_table_says(open_window: OpenWindow, quick_hands: None, group: KeyGroup) -> None:
    opened = open_window(guest=group is not KeyGroup.WELCOME)
    tried = list(TRIALS[group](Hands(opened)))
    assert sorted(tried) == sorted(key.press for key in group.keys)
    if group is not KeyGroup.EXAM_CERTAINTY:  # one page for both exams
        assert PAGES[group].keys is (None if group is KeyGroup.EVERYWHERE else group)


def test_a_button_tells_its_key_as_the_table_has_it(open_window: OpenWindow) -> None:
    opened = open_window()
    hands = Hands(opened)
    hands.press("Kuis", back=True)
    hands.press("Mulai ujian")
    told = {
        one.accessibleName(): one.accessibleDescription()
        for one in opened.window.findChildren(QPushButton)
        if one.toolTip().startswith("Tombol: ")
    }
    assert told == {
        "Sebelumnya": "Tombol: Alt + panah kiri",
        "Ragu-ragu": "Tombol: F",
        "Simpan dan lanjutkan": "Tombol: Enter",
    }
    assert {words.removeprefix("Tombol: ") for words in told.values()} <= {key.press for key in KeyGroup.EXAM.keys}
