"""The leader's page: what is on the wall, what only the leader may know, who is missing, and what comes next."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from asnquiz.domain.wording import clock_words, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.audience.press import Press
from asnquiz.ui.briefing.lead.cards import PeopleCard, StepsCard, WallCard
from asnquiz.ui.briefing.lead.notes import Counter, Notes
from asnquiz.ui.briefing.lead.presenter import LeadPresenter
from asnquiz.ui.briefing.lead.preview import Preview
from asnquiz.ui.briefing.lead.stage import Place, Stage
from asnquiz.ui.briefing.lead.wall import Wall
from asnquiz.ui.destinations import Destination, Section, ShowBriefing
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask, tell
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text
from asnquiz.usecases.lead_briefing import CountHands, End, GoTo
from asnquiz.usecases.show_leader import Action, LeaderView

_SIDE_BY_SIDE = 900
_TICK_MS = 1_000
_KEYS = {
    "PgDown": Press.NEXT,
    "Right": Press.NEXT,
    "PgUp": Press.BACK,
    "Left": Press.BACK,
    "F5": Press.START,
    "F6": Press.SWAP,
    "B": Press.BLANK,
    ".": Press.BLANK,
}
_PRIVATE = (Place.SECOND, Place.BESIDE)


class LeadPage(Page):
    """No rail, so that nothing leads away by accident; what is secret is covered where the room may see this screen."""

    keys = KeyGroup.LEAD
    awake = True
    topic = "Pada hari acara"
    unsaved_title = "Sosialisasi sedang berjalan"
    unsaved_words = (
        "Semua jawaban sudah tersimpan. Bila ditutup sekarang, peserta menunggu sampai Anda melanjutkannya lagi."
    )
    unsaved_answers = ("Tutup sementara", None)

    def __init__(
        self,
        theme: Theme,
        presenter: LeadPresenter,
        stage: Stage,
        wall: Wall,
        *,
        change_door: Callable[[], None] | None,
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Memandu sosialisasi", None)
        self.presenter = presenter
        self.stage = stage
        self.wall = wall
        self._go = go
        self._uncovered = False
        self._built: object = None
        self._notes: Notes | None = None
        self._since = QElapsedTimer()
        self._at_step = -1
        self._where = text(theme, "", size=Size.CAPTION, tone="ink-2")
        self._title = focus_target(heading(theme, "", Size.TITLE, level=1), "title")
        self._time = text(theme, "", size=Size.LEAD, weight=QFont.Weight.Bold, wrap=False)
        self.column.addWidget(self._head())
        self._main, self._body = flow_column(14)
        self._people = PeopleCard(theme, presenter.briefing, change_door)
        self.preview = Preview(theme, wall.window)
        self._wall_card = WallCard(theme, stage, self.preview, self.turn_blank, self._turn_dark, self._turn_cover)
        self._steps = StepsCard(theme, presenter.state.steps, lambda step: presenter.send(GoTo(step)))
        side, beside = flow_column(16)
        for one in (self._people, self._wall_card, self._steps):
            beside.addWidget(one)
        beside.addStretch(1)
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        split.add(self._main, 3)
        split.add(side, 2)
        self.column.addWidget(split)
        self.stamp(law_stamp(presenter.pack.law_as_of))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_page)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self._add_keys()
        wall.window.pressed.connect(self._press)
        stage.moved.connect(self._show_place)
        presenter.view = self
        self.focus_on(self._title)
        self.wall.show()
        self._show_page()

    def _head(self) -> QWidget:
        row = SideBySide(self.theme, at_least=0, spacing=16)
        words, column = flow_column(2)
        column.addWidget(self._where)
        column.addWidget(self._title)
        row.add(words, 1)
        row.add(self._time)
        return row

    def _add_keys(self) -> None:
        """Those of a clicker; Page Up and Page Down would scroll otherwise."""
        for key, press in _KEYS.items():
            if len(key) > 1 or self.theme.letter_keys:
                QShortcut(QKeySequence(key), self, partial(self._press, press)).setAutoRepeat(False)

    def _press(self, press: Press) -> None:
        """A key of a clicker, whichever window has the focus."""
        match press:
            case Press.NEXT:
                self.wall.forward()
            case Press.BACK:
                self.wall.back()
            case Press.START:
                self._begin()
            case Press.BLANK:
                self.turn_blank()
            case Press.SWAP:
                self.stage.swap()
            case Press.LEAVE if self.stage.place is Place.ONLY or not self.wall.window.isVisible():
                self.stage.open(Place.HIDDEN)
                self.window().activateWindow()

    def _begin(self) -> None:
        """Shows the room its window: on the second screen, or over the only one."""
        self.stage.open(Place.SECOND if self.stage.second else Place.ONLY)

    @property
    def covered(self) -> bool:
        """Whether the room may see this page, so that nothing secret stands on it."""
        private = self.stage.place in _PRIVATE or self.presenter.briefing.rehearsal
        return not private and not self._uncovered

    def _show_place(self) -> None:
        """What was uncovered was so for another place of the room's window."""
        self._uncovered = False
        self.show_news()

    def show_news(self) -> None:
        """The hall told something, or the room's window stands elsewhere.

        The wall comes first, and this page in the next turn of the loop, so that neither waits for both.
        """
        self.wall.show()
        self._soon.start()

    def _show_page(self) -> None:
        presenter, state = self.presenter, self.presenter.state
        if state.step != self._at_step:
            self._at_step = state.step
            self._since.restart()
            self.scroll_to_top()
            announce(self, f"{state.place}. {state.title}")
        self._where.setText(state.place)
        self._title.setText(state.title)
        self._title.setAccessibleName(state.title)
        self._people.show_news(presenter.news, state, covered=self.covered)
        self._wall_card.show_place(
            covered=self.covered, may_cover=self.covered or self._uncovered, blank=self.wall.blank
        )
        self._steps.show_state(state.step)
        self.preview.take_soon()
        self._show_main()
        self._tick()

    def _show_main(self) -> None:
        """Built anew where something else is led; otherwise only the figures of the votes change."""
        state, course = self.presenter.state, self.presenter.news.course
        presenter = self.presenter
        built = (
            *(state.step, course.page, course.state(state.step), self.covered, state.ended),
            *(presenter.running, presenter.opening),
        )
        if built == self._built:
            if self._notes and state.question:
                self._notes.show_figures(state.question)
            return
        self._built = built
        self._notes = None
        self.wall.stop_countdown()
        clear(self._main)
        frame, column = card(spacing=10)
        for hint in state.hints:
            column.addWidget(text(self.theme, hint))
        column.addWidget(flow_row(*self._actions()))
        self._body.addWidget(frame)
        if state.following and not state.ended:
            self._body.addWidget(text(self.theme, f"Berikutnya: {state.following}", tone="ink-2"))
        if state.question:
            self._add_question()
        self._body.addStretch(1)

    def _add_question(self) -> None:
        presenter, notes = self.presenter, self.presenter.state.question
        if notes is None:
            return
        if notes.counted:
            frozen = presenter.briefing.frozen_by_item[notes.item.id]
            keep = partial(self._keep_counts, presenter.state.step)
            self._body.addWidget(Counter(self.theme, notes, frozen, keep))
        if self.covered:
            words = "Kunci, catatan, dan nama disembunyikan karena layar ini dapat terlihat oleh ruangan."
            self._body.addWidget(text(self.theme, words, tone="ink-2"))
        else:
            self._notes = Notes(self.theme, notes, presenter.pack)
            self._body.addWidget(self._notes)

    def _keep_counts(self, step: int, counts: tuple[int, ...]) -> None:
        self.presenter.send(CountHands(step, counts))
        announce(self, "Jumlah dikirim untuk disimpan")

    def _actions(self) -> Iterator[Button]:
        theme, presenter, state = self.theme, self.presenter, self.presenter.state
        if state.ended:
            show = partial(self._go, ShowBriefing(presenter.briefing.id))
            yield button(theme, "Lihat hasil", show, role="primary")
            yield button(theme, "Kembali ke Sosialisasi", partial(self._go, Section.BRIEFING))
            return
        if presenter.running:
            yield from self._leading(state)
        elif not presenter.opening:
            yield button(theme, "Coba buka lagi", lambda: presenter.open(presenter.door), role="primary")
        yield button(theme, "Tutup sementara", partial(self._go, Section.BRIEFING), role="quiet")

    def _leading(self, state: LeaderView) -> Iterator[Button]:
        theme = self.theme
        if state.forward:
            words = state.forward.words
            yield button(theme, words, self.wall.forward, role="primary", icon="arrow-right", keys="Page Down")
        if state.back:
            yield button(theme, state.back.words, self.wall.back, icon="arrow-left", keys="Page Up")
        if state.since or state.question:
            count = button(theme, "Hitung mundur 2 menit", self._turn_countdown)
            count.setCheckable(True)
            count.setChecked(self.wall.counting is not None)
            yield count
        for one in state.others:
            yield button(theme, one.words, partial(self._do, one), role="quiet")

    def _do(self, action: Action) -> None:
        if not isinstance(action.command, End):
            self.presenter.send(action.command)
            return
        words = "Setelah diakhiri, jawaban tidak dapat diterima lagi. Semua yang sudah masuk tetap tersimpan."
        end = partial(self.presenter.send, action.command)
        ask(self, "Akhiri sosialisasi?", words, [("Akhiri sosialisasi", end), ("Kembali", None)], default=1)

    def turn_blank(self) -> None:
        """Empties the wall, or fills it again."""
        self.wall.turn_blank()
        self.show_news()

    def _turn_dark(self) -> None:
        self.wall.turn_dark()
        self.preview.take_soon()

    def _turn_countdown(self) -> None:
        self.wall.turn_countdown()
        self.preview.take_soon()

    def _turn_cover(self) -> None:
        self._uncovered = not self._uncovered
        self.show_news()

    def _tick(self) -> None:
        minutes = self.presenter.state.minutes
        self._time.setText(f"{clock_words(self._since.elapsed())} dari {minutes} menit")

    def say_trouble(self, title: str, words: str) -> None:
        tell(self, title, words)

    @property
    def unsaved(self) -> bool:
        """Nothing is: but the people in the room would wait."""
        return not (self.presenter.stopped or self.presenter.state.ended)

    def save_then(self, go_on: Callable[[], None]) -> None:
        self.presenter.stop()
        go_on()

    def keep(self) -> None:
        self.presenter.stop()

    def leave(self) -> None:
        self.presenter.stop()
        self._ticking.stop()
        self._soon.stop()
        self.presenter.view = None
        self.wall.window.pressed.disconnect(self._press)
        self.stage.end()
