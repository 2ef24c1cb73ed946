"""Bolehkah saya?: one line to type an act into, and under it what answers it while one types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.pack import Phase, Rule, Subject
from asnquiz.domain.wording import PHASE, SUBJECT, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.ask.presenter import EXAMPLES, Answers, AskPresenter
from asnquiz.ui.ask.rule_card import RuleCard
from asnquiz.ui.ask.search_line import SearchLine
from asnquiz.ui.destinations import Destination, ReadLesson, Section, SetCalendar, ShowLocal
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.local import contacts_list
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text

_NAME = "Bolehkah saya …"
# Enough for a page; more would only make every stroke of a key slower.
_SHOWN = 5
_PAUSE_MS = 120  # in typing, before it is answered
_CALENDAR = 640
_SIDE_BY_SIDE = 900
_PRIVATE = "Yang Anda ketik di halaman ini tidak disimpan dan tidak dicatat di mana pun."


class AskPage(Page):
    """The line has the focus at once; `words` are typed into it already."""

    keys = KeyGroup.ASK

    def __init__(
        self, theme: Theme, presenter: AskPresenter, go: Callable[[Destination], None], words: str = ""
    ) -> None:
        super().__init__(theme, Section.ASK.value, Section.ASK)
        self._presenter = presenter
        self._go = go
        self._shown: Answers | None = None
        title = self.title(_NAME)
        self.line = SearchLine(theme)
        self.line.setAccessibleName(f"{_NAME} ketik perbuatannya")
        self.line.setAccessibleDescription(f"{presenter.today_words()} {_PRIVATE}")
        title.setBuddy(self.line)
        self.column.addWidget(self.line)
        self.column.addWidget(self._filters())
        self.column.addWidget(self._today())
        self._place, self._results = flow_column(14)
        self.column.addWidget(self._place)
        self.stamp(law_stamp(presenter.pack.law_as_of))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._answer)
        self.line.setText(words)
        self._show(presenter.answers(words))
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self._to_first)
        self.focus_on(self.line)

    def anew(self, theme: Theme) -> Page:
        page = AskPage(theme, self._presenter, self._go, self.line.text())
        page.subjects.show_chosen(self._presenter.subject)
        if self._shown and len(self.cards) > _SHOWN:
            page._show_rest(self._shown.rules[_SHOWN:])
        for mine, its in zip(self.cards, page.cards, strict=True):
            if mine.fold.unfolded != its.fold.unfolded:
                its.fold.click()
        return page

    def _filters(self) -> QWidget:
        phases: dict[Phase | None, str] = {None: "Semua fase"} | dict(PHASE.items())
        self.phases = Filters(self.theme, "Fase", phases, self._presenter.phase, self._choose_phase)
        named: dict[Subject | None, str] = {
            subject: SUBJECT[subject][0].upper() + SUBJECT[subject][1:] for subject in self._presenter.subjects
        }
        self.subjects = Filters(self.theme, "Status kepegawaian", named, None, self._choose_subject)
        host = SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=20)
        host.add(self.phases, top=True)
        host.add(self.subjects, 1)
        return host

    def _today(self) -> QWidget:
        theme, office = self.theme, self._presenter.office
        host = SideBySide(theme, at_least=_CALENDAR, spacing=8)
        host.add(text(theme, self._presenter.today_words(), size=Size.CAPTION, tone="ink-2"), 1)
        words = "Kalender tahapan" if office else "Atur kalender"
        host.add(button(theme, words, lambda: self._go(SetCalendar(self.line.text())), role="quiet", icon="calendar"))
        if self._presenter.pack.local:
            host.add(button(theme, "Setempat", lambda: self._go(ShowLocal()), role="quiet", icon="house"))
        return host

    def _choose_phase(self, phase: Phase | None) -> None:
        self._presenter.phase = phase
        self._answer()

    def _choose_subject(self, subject: Subject | None) -> None:
        self._presenter.subject = subject
        self._answer()

    def _show_all(self) -> None:
        self._presenter.show_all()
        self.phases.show_chosen(None)
        self.subjects.show_chosen(None)
        self.line.setFocus()
        self._answer()

    def _try(self, words: str) -> None:
        self.line.setText(words)
        self.line.setFocus()
        self._answer()

    def _typed(self) -> None:
        if self.line.text():
            self._pause.start()
        else:
            self._answer()

    def _to_first(self) -> None:
        """Brings whoever pressed Enter to the first result, also when it was not looked for yet."""
        if self._pause.isActive():
            self._answer()
        first = self.cards[0] if self.cards else None
        if first:
            first.act.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown:
            announce(self.line, self._shown.spoken)

    @property
    def cards(self) -> list[RuleCard]:
        """The results on screen, the best first."""
        found = [self._results.itemAt(place) for place in range(self._results.count())]
        return [card for item in found if item and isinstance(card := item.widget(), RuleCard)]

    def _answer(self) -> None:
        """Looks up what stands in the line now, and shows and says it where it is another answer."""
        self._pause.stop()
        found = self._presenter.answers(self.line.text())
        if found != self._shown:
            self._show(found)
            if found:
                announce(self.line, found.spoken)

    def _show(self, found: Answers | None) -> None:
        self._shown = found
        self.line.show_count(found.count if found else "")
        clear(self._place)
        if found is None:
            self._results.addWidget(self._examples())
            return
        if found.pemilu:
            self._results.addWidget(self._about_pemilu())
        self._add_cards(found.rules[:_SHOWN], len(found.rules))
        if rest := found.rules[_SHOWN:]:
            words = f"Tampilkan {len(rest)} hasil lainnya"
            self._results.addWidget(flow_row(button(self.theme, words, partial(self._show_rest, rest))))
        if not found.rules:
            self._results.addWidget(self._nothing(found))

    def _add_cards(self, rules: tuple[Rule, ...], first_of: int | None = None) -> None:
        presenter = self._presenter
        for rule in rules:
            made = RuleCard(self.theme, rule, presenter.pack, presenter.employment, self._go, first_of)
            self._results.addWidget(made)
            first_of = None

    def _show_rest(self, rest: tuple[Rule, ...]) -> None:
        """Puts the other results in the place of the button, and the focus on the first of them."""
        item = self._results.takeAt(self._results.count() - 1)
        if item and (more := item.widget()):
            more.hide()
            more.deleteLater()
        self._add_cards(rest)
        self.focus_on(self.cards[-len(rest)].fold)

    def _examples(self) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Tulis dengan kata-kata Anda sendiri"))
        column.addWidget(text(theme, "Jawabannya tampil selagi Anda mengetik. Contohnya:", tone="ink-2"))
        column.addWidget(flow_row(*(button(theme, words, partial(self._try, words)) for words in EXAMPLES)))
        column.addWidget(text(theme, _PRIVATE, tone="ink-2"))
        return frame

    def _nothing(self, found: Answers) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=12)
        if found.hidden:
            column.addWidget(heading(theme, "Tidak ada jawaban untuk saringan ini"))
            words = "Ada jawaban untuk fase atau status kepegawaian yang lain."
            column.addWidget(text(theme, words, tone="ink-2"))
            column.addWidget(flow_row(button(theme, "Tampilkan semua", self._show_all, role="primary")))
            return frame
        column.addWidget(heading(theme, "Belum ada jawaban yang cocok"))
        for words in (
            "Program ini tidak memuat ketentuan tentang itu, dan tidak menebak. Coba kata lain yang lebih umum, "
            "misalnya “foto”, “grup WA”, atau “cuti”.",
            "Tanyakan kepada atasan, BKPSDM, atau Bawaslu sebelum melakukannya.",
            _PRIVATE,
        ):
            column.addWidget(text(theme, words, tone="ink-2"))
        local = self._presenter.pack.local
        if local and local.contacts:
            column.addWidget(line())
            column.addWidget(heading(theme, "Siapa yang dapat ditanya", level=3))
            column.addWidget(contacts_list(theme, local.contacts, level=3))
        return frame

    def _about_pemilu(self) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=8)
        column.addWidget(heading(theme, "Pertanyaan ini tentang Pemilu"))
        words = (
            "Isi program ini tentang Pilkada. Dalam Pemilu kewajiban netral tetap berlaku, tetapi pasalnya berbeda; "
            "jawaban di bawah memakai pasal Pilkada."
        )
        if not (self._shown and self._shown.rules):
            words = (
                "Isi program ini tentang Pilkada. Dalam Pemilu kewajiban netral tetap berlaku, tetapi pasalnya berbeda."
            )
        column.addWidget(text(theme, words, tone="ink-2"))
        if lesson := self._presenter.pemilu_lesson:
            read = button(theme, f"Baca: {lesson.title}", lambda: self._go(ReadLesson(lesson.id)), icon="book-open")
            column.addWidget(flow_row(read))
        return frame

    def leave(self) -> None:
        self._pause.stop()
