"""Leading a briefing at the window: what the leader sees, what the room sees, and that it goes on after anything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import StepKind, Way
from asnquiz.domain.briefing_course import course_of
from asnquiz.painting.tokens import AUDIENCE, AUDIENCE_DARK
from asnquiz.programs.idle import IdleWatch
from asnquiz.ui.briefing.lead.page import LeadPage
from asnquiz.ui.briefing.lead.stage import Display, Place, Stage, displays
from asnquiz.ui.destinations import LeadBriefing, Section
from asnquiz.usecases.briefing_ports import DoorWish
from asnquiz.usecases.lead_briefing import Close, GoTo, Open, Reveal
from tests.ui.briefing.leading import HERE, begin, lead, phone
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.people import words

Key = Qt.Key


def step_of(page: LeadPage, kind: StepKind) -> int:
    return next(at for at, step in enumerate(page.presenter.briefing.steps) if step.kind is kind)


def press(opened: Opened, page: LeadPage, key: Qt.Key) -> None:
    """A key at the leader's page, and what comes of it."""
    before = (page.presenter.news, page.wall.window.sheet)
    opened.walker.key(key)
    opened.walker.until(lambda: (page.presenter.news, page.wall.window.sheet) != before)


def onward(opened: Opened, page: LeadPage) -> Iterator[None]:
    """The whole way of a clicker, from the first picture to the last."""
    while page.presenter.state.forward is not None:
        yield
        press(opened, page, Key.Key_PageDown)
    yield


def at_vote(opened: Opened, way: Way = Way.PHONES) -> LeadPage:
    page = lead(opened, begin(opened, way))
    vote = step_of(page, StepKind.QUESTION)
    page.presenter.send(GoTo(vote))
    opened.walker.until(lambda: page.presenter.news.course.step == vote)
    return page


def on_the_wall(page: LeadPage) -> str:
    inside = page.wall.window.findChildren(QWidget)
    return " ".join(f"{one.accessibleName()} {one.accessibleDescription()} {one.toolTip()}" for one in inside)


def test_a_clicker_leads_through_all_of_it_and_no_name_ever_reaches_the_wall(open_window: OpenWindow) -> None:
    opened = open_window()
    briefing = begin(opened, rehearsal=True)
    page = lead(opened, briefing)
    told: list[str] = []
    with phone(page, briefing, "Siti Aminah") as siti, phone(page, briefing, "Budi Santoso"):
        opened.walker.until(lambda: len(page.presenter.news.online) == 2)
        for _ in onward(opened, page):
            state, course = page.presenter.state, page.presenter.news.course
            step = briefing.steps[state.step]
            vote = step.kind is StepKind.QUESTION and course.state(state.step).open
            if vote and not page.presenter.news.course.given(state.step, step.refs[0], 1):
                siti.answer(state.step, step.refs[0], [0])
                siti.hear_at_last("saved")
                opened.walker.until(lambda: page.presenter.state.answered == 1)
                assert "Belum menjawab: Budi Santoso" in words(opened)
                assert page.presenter.state.missing is not None
                assert [one.participant.name for one in page.presenter.state.missing] == ["Budi Santoso"]
            told.append(on_the_wall(page))
    assert len(told) > len(briefing.steps)
    assert not any("Siti" in one or "Budi" in one for one in told)
    assert page.presenter.state.title == "Penutup"


def test_what_only_the_leader_may_see_is_covered_where_the_room_may_look_on(open_window: OpenWindow) -> None:
    opened = open_window()
    page = at_vote(opened)
    item = page.presenter.state.question
    assert item is not None
    assert page.stage.place is Place.HIDDEN
    assert page.covered
    assert item.item.explanation not in words(opened)
    opened.walker.press("Satu layar")
    assert item.item.explanation not in words(opened)
    opened.walker.press("Tampilkan catatan dan nama")
    assert item.item.explanation in words(opened)
    opened.walker.press("Sembunyikan catatan dan nama")
    assert item.item.explanation not in words(opened)
    opened.walker.press("Tampilkan catatan dan nama")
    page.stage.open(Place.HIDDEN)
    opened.walker.settle()
    assert item.item.explanation not in words(opened)  # the room may be looking on again


def test_hands_are_counted_in_the_order_of_the_letters_and_kept_in_the_items_own(open_window: OpenWindow) -> None:
    opened = open_window()
    page = at_vote(opened, Way.HANDS)
    briefing, step = page.presenter.briefing, page.presenter.state.step
    press(opened, page, Key.Key_PageDown)
    frozen = briefing.frozen_by_item[briefing.steps[step].refs[0]]
    for place in range(len(frozen.order)):
        box = next(
            one for one in page.findChildren(QWidget) if one.accessibleName() == f"Jumlah untuk {chr(65 + place)}"
        )
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        opened.walker.settle()
        QTest.keyClicks(box, str(place + 1))
    opened.walker.press("Simpan jumlah")
    opened.walker.until(lambda: bool(page.presenter.news.course.counts))
    counts = page.presenter.news.course.counts[(step, 1)]
    assert [counts[index] for index in frozen.order] == list(range(1, len(frozen.order) + 1))
    assert page.presenter.news.door is None
    assert "tanda tangan di daftar hadir" in words(opened)
    assert "0 orang hadir" not in words(opened)


def test_leaving_asks_first_and_what_was_led_goes_on_where_it_was(open_window: OpenWindow) -> None:
    opened = open_window()
    page = at_vote(opened)
    briefing, step = page.presenter.briefing, page.presenter.state.step
    press(opened, page, Key.Key_PageDown)
    opened.window.close()
    opened.walker.settle()
    assert opened.window.question is not None
    assert opened.window.question.text() == "Sosialisasi sedang berjalan"
    opened.walker.press("Kembali")
    assert opened.window.page is page
    assert page.presenter.running
    opened.window.go(Section.HOME)
    opened.walker.press("Tutup sementara")
    assert opened.window.page is not page
    again = lead(opened, briefing)
    assert again.presenter.news.course.state(step).open
    assert again.presenter.state.step == step
    assert course_of(opened.learning.briefings.store.events(briefing.id)) == again.presenter.news.course


def test_the_briefing_is_ended_only_by_saying_so_twice(open_window: OpenWindow) -> None:
    opened = open_window()
    page = lead(opened, begin(opened))
    opened.walker.press("Akhiri sosialisasi …")
    opened.walker.press("Kembali")
    assert not page.presenter.state.ended
    opened.walker.press("Akhiri sosialisasi …")
    opened.walker.press("Akhiri sosialisasi")
    opened.walker.until(lambda: page.presenter.state.ended)
    assert page.presenter.state.forward is None
    opened.walker.button("Lihat hasil")
    assert not page.unsaved


def test_the_wall_is_dark_for_a_dark_hall_and_light_again(open_window: OpenWindow) -> None:
    opened = open_window()
    page = lead(opened, begin(opened, Way.HANDS))
    for paper in (AUDIENCE_DARK.paper, AUDIENCE.paper):
        opened.walker.press("Latar gelap")
        assert page.wall.window.grab().toImage().pixelColor(0, 0).name() == paper.lower()


def test_a_door_that_cannot_be_opened_is_told_and_tried_again(open_window: OpenWindow) -> None:
    opened = open_window()
    briefing = begin(opened)
    opened.window.go(LeadBriefing(briefing.id, DoorWish("203.0.113.9")))  # RFC 5737: no computer has it
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, LeadPage)
    assert not page.presenter.running
    assert opened.window.question is not None
    opened.walker.press("Mengerti")
    page.presenter.door = HERE
    opened.walker.press("Coba buka lagi")
    opened.walker.until(lambda: page.presenter.running)


def test_nobody_is_locked_out_while_a_briefing_is_on_screen(open_window: OpenWindow) -> None:
    opened = open_window()
    page = lead(opened, begin(opened))
    opened.journey.people = (opened.profile, opened.profile)
    opened.journey.show_person(opened.profile)
    (watch,) = opened.window.findChildren(IdleWatch)
    watch.timer.timeout.emit()
    opened.walker.settle()
    assert opened.window.page is page


class Screens:
    """Screens that come and go, over the one that there is."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __call__(self, leading: QWidget) -> list[Display]:
        own = displays(leading)[0]
        beside = QRect(own.area.width(), 0, 1024, 768)
        return [own, Display("proyektor", beside, main=False, screen=own.screen)][: self.count]


@pytest.fixture
def stage(open_window: OpenWindow) -> Iterator[tuple[Stage, Screens, QLabel]]:
    opened = open_window()
    wall, screens = QLabel("Soal"), Screens(2)
    made = Stage(wall, opened.window, "proyektor", screens)
    yield made, screens, wall
    made.end()


def test_the_room_sees_its_window_on_the_second_screen(stage: tuple[Stage, Screens, QLabel]) -> None:
    made, _, wall = stage
    made.open(Place.SECOND)
    assert made.place is Place.SECOND
    assert wall.isVisible()
    assert wall.isFullScreen()


def test_a_screen_that_is_unplugged_takes_nothing_along_and_one_that_comes_is_used(
    stage: tuple[Stage, Screens, QLabel],
) -> None:
    made, screens, wall = stage
    made.open(Place.SECOND)
    shown = []
    for count in (1, 2):
        screens.count = count
        made.look_again()
        shown.append((made.place, wall.isVisible()))
    assert shown == [(Place.HIDDEN, False), (Place.SECOND, True)]


def test_one_screen_stays_one_where_another_comes(stage: tuple[Stage, Screens, QLabel]) -> None:
    made, screens, _ = stage
    screens.count = 1
    made.open(Place.ONLY)
    screens.count = 2
    made.look_again()
    assert made.place is Place.ONLY


def test_a_second_screen_that_is_not_there_is_no_place(stage: tuple[Stage, Screens, QLabel]) -> None:
    made, screens, wall = stage
    screens.count = 1
    made.open(Place.SECOND)
    assert made.place is Place.HIDDEN
    assert not wall.isVisible()


def test_before_the_key_is_shown_the_wall_says_nothing_of_it(open_window: OpenWindow) -> None:
    opened = open_window()
    page = at_vote(opened)
    briefing, step = page.presenter.briefing, page.presenter.state.step
    item = page.presenter.pack.item_by_id[briefing.steps[step].refs[0]]
    assert right_answer(item)
    for command in (Open(step), Close(step)):
        page.presenter.send(command)
        opened.walker.until(
            lambda command=command: page.presenter.news.course.state(step).open is isinstance(command, Open)  # type: ignore[misc]
        )
        wall = on_the_wall(page)
        assert "enar" not in wall.replace(item.stem, "")
        assert item.explanation not in wall
    page.presenter.send(Reveal(step))
    opened.walker.until(lambda: page.presenter.news.course.state(step).revealed)
    assert "enar" in on_the_wall(page).replace(item.stem, "")
