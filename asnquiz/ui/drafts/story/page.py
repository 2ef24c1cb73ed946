"""Tulis studi kasus: the scenes as a map or a list, beside them the form of what is chosen, and a walk through it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from asnquiz.domain.pack import EndingKind
from asnquiz.painting.story_map import Spot
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.presenter import CaseSteps
from asnquiz.ui.destinations import Destination
from asnquiz.ui.drafts.story.canvas import StoryCanvas
from asnquiz.ui.drafts.story.commands import Commands
from asnquiz.ui.drafts.story.form import REDO, UNDO, StoryForm, spot_name
from asnquiz.ui.drafts.story.tree import StoryTree
from asnquiz.ui.drafts.story.walk_page import SECTION, StoryWalkPage
from asnquiz.ui.drafts.story.writing import NOT_SAVED, SAVED, StoryWriting
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask, tell
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, picture
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import text

_SIDE_BY_SIDE = 860
# How long nobody types before it is kept, in milliseconds.
_PAUSE = 400
_LEAST_HEIGHT = 480
_ABOVE = 270
_LEFT = Qt.AlignmentFlag.AlignLeft


Show = Callable[[Callable[[Theme], Page]], None]


class StoryPage(Page):
    """`back` leads to where one came from; `show` puts on screen the page that is made in the look of then."""

    renews = True
    unsaved_title = "Studi kasus belum tersimpan"
    unsaved_words = "Perubahan terakhir belum dapat disimpan dan akan hilang bila halaman ini ditutup."
    unsaved_answers = ("Coba simpan lagi", "Jangan simpan")
    topic = "Menulis studi kasus"
    keys = KeyGroup.STORY

    def __init__(self, theme: Theme, writing: StoryWriting, *, back: Callable[[], None], show: Show) -> None:
        super().__init__(theme, "Tulis studi kasus", SECTION)
        self.writing = writing
        self._back = back
        self._show = show
        writing.view = self
        self.column.setSpacing(12)
        self.column.addLayout(self._top())
        self.title("Tulis studi kasus")
        self.column.addWidget(self._actions())
        self._commands = Commands(writing, self._edit, self._ask_to_remove, self._ask_to_end, writing.add_scene)
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        left, inside = flow_column(8)
        inside.addLayout(self._views())
        # Both before the form, because Tab goes through widgets in the order in which they came.
        self.canvas, self.tree = StoryCanvas(theme, self._commands), StoryTree(theme, self._commands)
        inside.addWidget(self.canvas)
        inside.addWidget(self.tree)
        both.add(left, 58, top=True)
        frame, column = card(spacing=12)
        self.form = StoryForm(theme, self._commands, self._walk_from, self._leave_form)
        column.addWidget(self.form)
        both.add(frame, 42, top=True)
        self.column.addWidget(both)
        self.column.addStretch(1)
        self._show_map()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(lambda: writing.flush())
        for key, act in ((UNDO, writing.undo), *((one, writing.redo) for one in REDO)):
            QShortcut(QKeySequence(key), self, act)
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map and the list are as high as the window leaves room for, below what stands above them."""
        super().resizeEvent(event)
        for one in (self.canvas, self.tree):
            one.setFixedHeight(max(_LEAST_HEIGHT, self.height() - self.theme.px(_ABOVE)))

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(self.theme, "Kembali", self._go_back, role="quiet", icon="arrow-left"), 0, _LEFT)
        self._name = text(self.theme, "", size=Size.CAPTION, tone="ink-2")
        row.addWidget(self._name, 1)
        row.addWidget(picture(self.theme, "save", "ink-3", 16))
        self._saved = text(self.theme, SAVED, size=Size.CAPTION, tone="ink-3")
        row.addWidget(self._saved)
        return row

    def _actions(self) -> QWidget:
        theme, writing = self.theme, self.writing
        walking = button(theme, "Jalani dari awal", self._walk, role="primary", icon="play")
        adding = button(theme, "Tambah adegan", writing.add_scene, icon="plus")
        naming = button(theme, "Judul dan fase", partial(self._edit_spot, None), icon="scroll-text")
        self._undo = button(theme, "Urungkan", writing.undo, icon="rotate-ccw", keys="Ctrl + Z")
        self._redo = button(theme, "Ulangi", writing.redo, icon="rotate-cw", keys="Ctrl + Y")
        return flow_row(walking, adding, naming, self._undo, self._redo)

    def _views(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        choices: dict[bool | None, str] = {None: "Peta", True: "Daftar"}
        views = Filters(theme, "Tampilan adegan", choices, self.writing.as_list or None, self._show_as)
        row.addWidget(views, 1)
        self._zoom = QWidget()
        sizes = QHBoxLayout(self._zoom)
        sizes.setContentsMargins(0, 0, 0, 0)
        sizes.setSpacing(theme.px(4))
        for words, act, key in (
            ("Perkecil", lambda: self.canvas.zoom_by(-1), "-"),
            ("Perbesar", lambda: self.canvas.zoom_by(1), "+"),
            ("Semua", lambda: self.canvas.show_all(), "0"),
        ):
            sizes.addWidget(button(theme, words, act, role="quiet", keys=key))
        row.addWidget(self._zoom)
        return row

    @property
    def map(self) -> StoryCanvas | StoryTree:
        """The map or the list, whichever is wanted."""
        return self.tree if self.writing.as_list else self.canvas

    def _show_map(self) -> None:
        self.canvas.setVisible(not self.writing.as_list)
        self.tree.setVisible(self.writing.as_list)
        self._zoom.setVisible(not self.writing.as_list)

    def _show_as(self, as_list: bool | None) -> None:
        self.writing.as_list = bool(as_list)
        self.map.show_content()
        self.map.show_chosen()
        self._show_map()

    # What the presenter asks for.

    def show_content(self, *, anew: bool) -> None:
        if anew:
            self._renew_form()
            announce(self, self.writing.spot_words(self.writing.chosen))
        self.show_findings()
        if anew:
            self.map.show_chosen()
        self._show_state()
        self._pause.start()

    def show_chosen(self) -> None:
        self._renew_form()
        self.map.show_chosen()

    def show_findings(self) -> None:
        self.map.show_content()
        self.form.show_faults()

    def show_saving(self, words: str) -> None:
        lost = words == NOT_SAVED
        self._saved.setText(words)
        self._saved.setProperty("tone", "forbidden" if lost else "ink-3")
        self._saved.style().polish(self._saved)

    def refuse(self, words: str) -> None:
        self._renew_form()  # a list shows what was chosen in it, though it was not done
        tell(self.window(), "Tidak dapat dilakukan", words)

    def _renew_form(self) -> None:
        """Makes the form anew; the focus stays on what has the same name, or comes to where editing begins."""
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self.form.isAncestorOf(focused) else None
        self.form.show_chosen()
        if name is not None:
            same = (one for one in self.form.findChildren(QWidget) if one.accessibleName() == name and one.isEnabled())
            target = next(same, self.form.first)
            if target is not None:
                self.focus_on(target)

    def _show_state(self) -> None:
        self._undo.setEnabled(self.writing.may_undo)
        self._redo.setEnabled(self.writing.may_redo)
        self._name.setText(self.writing.scenario.title)

    # What the person does.

    def _go_back(self) -> None:
        self.writing.flush()  # or who comes there would read what was kept before
        self._back()

    def _edit(self) -> None:
        if self.form.first is not None:
            self.form.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _edit_spot(self, spot: Spot | None) -> None:
        self.writing.choose(spot)
        self._edit()

    def _leave_form(self) -> None:
        self.map.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_to_remove(self, spot: Spot) -> None:
        writing, (name, at) = self.writing, spot
        undone = "Penghapusan dapat diurungkan."
        answers: list[Answer]
        if at is not None:
            words = f"Adegan tujuannya tetap ada. {undone}"
            answers = [("Hapus pilihan", self._removing(partial(writing.remove_choice, (name, at))))]
        else:
            both, alone = (
                self._removing(partial(writing.remove_scene, name, keep_choices=keep)) for keep in (False, True)
            )
            if ways := writing.ways_to(name):
                words = f"{ways} pilihan di adegan lain menuju ke adegan ini. {undone}"
                answers = [("Hapus beserta pilihan itu", both), ("Hapus, pilihan itu tetap ada", alone)]
            else:
                words = f"Tidak ada pilihan di adegan lain yang menuju ke adegan ini. {undone}"
                answers = [("Hapus adegan", both)]
        ask(self.window(), f"Hapus {spot_name(spot)}?", words, [*answers, ("Batal", None)])

    def _removing(self, remove: Callable[[], None]) -> Callable[[], None]:
        """What had the focus may go with what is removed."""

        def removed() -> None:
            remove()
            self.focus_on(self.map)

        return removed

    def _ask_to_end(self, scene: str, kind: EndingKind | None) -> None:
        count = len(self.writing.scenario.scenes[scene].choices)
        end = partial(self.writing.end, scene, kind)
        if kind is None or not count:
            end()
            return
        words = f"Akhir cerita tidak memuat pilihan: {count} pilihan adegan ini dihapus. Penghapusan dapat diurungkan."
        answers: list[Answer] = [("Akhiri di sini", end), ("Batal", self._renew_form)]
        ask(self.window(), f"Akhiri cerita di adegan {scene}?", words, answers)

    def _walk(self) -> None:
        if (first := self.writing.first) is None:
            self.refuse("Belum ada adegan untuk dijalani. Tambahkan dahulu satu adegan.")
        else:
            self._walk_from(first[0])

    def _walk_from(self, scene: str) -> None:
        writing, back, show = self.writing, self._back, self._show

        def write_on(_: Destination) -> None:
            show(lambda theme: StoryPage(theme, writing, back=back, show=show))

        show(lambda theme: StoryWalkPage(theme, CaseSteps(writing.study(scene), writing.clock), write_on))

    @property
    def unsaved(self) -> bool:
        return self.writing.failed

    def save_then(self, go_on: Callable[[], None]) -> None:
        self.writing.flush(go_on)

    def keep(self) -> None:
        self.writing.flush()

    def set_aside(self) -> None:
        self.writing.flush()

    def leave(self) -> None:
        self.writing.flush()
        self.writing.view = None
