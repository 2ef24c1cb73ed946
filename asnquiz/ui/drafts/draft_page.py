"""One draft: its form, and beside it how far it has come, what is wrong with it, and what a learner will see."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from asnquiz.domain.draft import DraftKind
from asnquiz.domain.local import Standing
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Drafts, Section
from asnquiz.ui.drafts.form import Form
from asnquiz.ui.drafts.item_form import build_item_form
from asnquiz.ui.drafts.places import FormPlace, is_redo, is_undo
from asnquiz.ui.drafts.preview import Preview
from asnquiz.ui.drafts.rule_form import build_rule_form
from asnquiz.ui.drafts.words import KIND, STANDING, STANDING_LOOK, hands_words
from asnquiz.ui.drafts.writing import SAVED, Place, Writing
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import chip, titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, id_words, text
from asnquiz.usecases.local_ports import Finding

_SIDE_BY_SIDE = 940
_PAUSE_MS = 400
_LEFT = Qt.AlignmentFlag.AlignLeft
_WILL_CHANGE = "Bila isinya diubah, entri ini kembali menjadi konsep dan kedua nama dihapus."
_ASKING = {
    Standing.DRAFT: (
        "Nama penulis",
        "Ajukan untuk ditelaah",
        "Bila sudah selesai ditulis, ajukan dengan nama Anda. Orang lain lalu membacanya.",
    ),
    Standing.REVIEW: (
        "Nama penelaah",
        "Nyatakan sudah ditelaah",
        f"Penelaah adalah orang lain daripada penulisnya. {_WILL_CHANGE}",
    ),
}
_NOT_BEGUN = "Yang perlu dibenahi tampil di sini setelah Anda mulai menulis."
_STORY = "Jalan ceritanya digambar di halaman tersendiri, adegan demi adegan."


class DraftPage(Page):
    """Keeps by itself whatever is changed, soon after the last change and when one leaves.

    `name` is who works here; `remove` asks, then removes; `choose_picture` asks for a picture's file; `open_story`
    leads to the page of a case study.
    """

    renews = True
    topic = "Soal setempat"
    keys = KeyGroup.DRAFT
    unsaved_title = "Perubahan terakhir belum tersimpan"
    unsaved_words = "Perubahan itu tidak dapat disimpan tadi, dan akan hilang bila tidak disimpan sekarang."

    def __init__(
        self,
        theme: Theme,
        writing: Writing,
        *,
        name: str,
        go: Callable[[Destination], None],
        remove: Callable[[], None],
        choose_picture: Callable[[], None],
        open_story: Callable[[], None],
    ) -> None:
        kind = KIND[writing.draft.kind]
        super().__init__(theme, kind, Section.SETTINGS)
        self.writing = writing
        self._name = name
        self._choose_picture = choose_picture
        self._open_story = open_story
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(lambda: writing.flush())
        writing.view = self
        self.way_back("Kembali ke Soal setempat", partial(go, Drafts()))
        self.title(kind)
        self.column.addWidget(text(theme, id_words(writing.draft.id), size=Size.CAPTION, tone="ink-3"))
        self.column.addWidget(self._bar(remove))
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=20)
        self._form_place, self._form_column = flow_column(16)
        self._beside, right = flow_column(16)
        self._state_place, self._state_column = flow_column(0)
        self._found_place, self._found_column = flow_column(0)
        right.addWidget(self._state_place)
        right.addWidget(self._found_place)
        self._preview = Preview(theme, writing)
        if writing.draft.kind is not DraftKind.SCENARIO:
            right.addWidget(self._preview)
        both.add(self._form_place, 6, top=True)
        both.add(self._beside, 5, top=True)
        self.column.addWidget(both)
        self.column.addStretch(1)
        self._scroll.verticalScrollBar().valueChanged.connect(self._keep_beside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_beside)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, by))
        self._fill()
        self.show_state()
        self.show_looked()

    def _keep_beside(self) -> None:
        """Keeps what stands beside the form in view while one scrolls along it: its end, where it is too high."""
        layout, form, whole = self._beside.layout(), self._form_place, self._scroll.widget()
        if layout is None or whole is None:
            return
        down = 0
        if self._beside.x() > form.x():
            high = layout.heightForWidth(self._beside.width()) - layout.contentsMargins().top()
            top, seen = form.mapTo(whole, form.rect().topLeft()).y(), self._scroll.viewport().height()
            wanted = self._scroll.verticalScrollBar().value() - top + min(0, seen - high)
            down = max(0, min(wanted, form.height() - high))
        layout.setContentsMargins(0, down, 0, 0)

    def _bar(self, remove: Callable[[], None]) -> QWidget:
        theme = self.theme
        self._undo = button(theme, "Urungkan", self.writing.undo, icon="rotate-ccw", keys="Ctrl + Z")
        self._redo = button(theme, "Ulangi", self.writing.redo, icon="rotate-cw", keys="Ctrl + Y")
        removing = button(theme, "Hapus entri …", remove, role="quiet", icon="x")
        self._saved = text(theme, SAVED, tone="ink-2", wrap=False)
        return flow_row(self._undo, self._redo, removing, self._saved)

    def show_content(self, focus: str = "") -> None:
        focused = QApplication.focusWidget()
        here = focused is not None and self._form_place.isAncestorOf(focused)
        name = focus or (focused.accessibleName() if here and focused else "")
        # Held at its height, or what is in view would jump while the new places find theirs.
        self._form_place.setMinimumHeight(self._form_place.height())
        seen = self._scroll.verticalScrollBar().value()
        self._fill()
        self.show_looked()
        QTimer.singleShot(0, self, partial(self._find_again, name, seen))

    def _find_again(self, name: str, seen: int) -> None:
        self._form_column.activate()
        self._scroll.verticalScrollBar().setValue(seen)
        if name:
            again = next((one for one in self._form_place.findChildren(QWidget) if one.accessibleName() == name), None)
            (again or self._undo).setFocus(Qt.FocusReason.OtherFocusReason)
        self._form_place.setMinimumHeight(0)

    def _fill(self) -> None:
        clear(self._form_place)
        self._form = Form(self.theme, self.writing, self._form_column)
        match self.writing.draft.kind:
            case DraftKind.ITEM:
                build_item_form(self._form, self._choose_picture)
            case DraftKind.RULE:
                build_rule_form(self._form)
            case DraftKind.SCENARIO:
                frame, column = titled_card(self.theme, "Cerita", (_STORY,))
                telling = button(self.theme, "Buka jalan cerita", self._open_story, role="primary", icon="route")
                column.addWidget(telling, 0, _LEFT)
                self._form_column.addWidget(frame)

    def show_state(self) -> None:
        """Shows how far it has come, and what can be done about that; not anew for every letter typed."""
        self._undo.setEnabled(self.writing.can_undo)
        self._redo.setEnabled(self.writing.can_redo)
        mark = self.writing.draft.mark
        if getattr(self, "_shown_mark", None) == mark:
            return
        self._shown_mark = mark
        clear(self._state_place)
        theme = self.theme
        frame, column = titled_card(theme, "Keadaan")
        tone, icon = STANDING_LOOK[mark.standing]
        column.addWidget(chip(theme, STANDING[mark.standing], tone, icon), 0, _LEFT)
        if words := hands_words(mark):
            column.addWidget(text(theme, words))
        if mark.standing in _ASKING:
            self._ask_name(column, mark.standing)
        else:
            column.addWidget(text(theme, _WILL_CHANGE, size=Size.CAPTION, tone="ink-2"))
        if mark.standing is not Standing.DRAFT:
            column.addWidget(button(theme, "Kembalikan ke konsep", self._take_back), 0, _LEFT)
        self._state_column.addWidget(frame)

    def _ask_name(self, column: QVBoxLayout, standing: Standing) -> None:
        label, words, note = _ASKING[standing]
        name = self._name if standing is Standing.DRAFT else ""
        field = Field(self.theme, label, QLineEdit(name), partial(parse_line, label=label), note)
        act = self.writing.send if standing is Standing.DRAFT else self.writing.settle
        stand = partial(self._stand, field, act)
        field.line.returnPressed.connect(stand)
        column.addWidget(field)
        column.addWidget(button(self.theme, words, stand, role="primary", icon="check"), 0, _LEFT)

    def _stand(self, field: Field, act: Callable[[str], None]) -> None:
        """Somebody stands for what is written once the last of it is kept and looked at."""

        def kept() -> None:
            if self.writing.view is not self:
                return
            try:
                act(field.line.text())
            except Refusal as refusal:
                field.complain(str(refusal))
                field.take_focus()
                return
            self._say_standing()

        self.writing.flush(kept)

    def _take_back(self) -> None:
        try:
            self.writing.take_back()
        except Refusal as refusal:
            announce(self, str(refusal), urgent=True)
            return
        self._say_standing()

    def _say_standing(self) -> None:
        announce(self, STANDING[self.writing.draft.mark.standing])
        if back := self._state_place.findChild(QPushButton):
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, words: str) -> None:
        self._saved.setText(words)
        if words != SAVED:
            self._timer.start()

    def show_looked(self) -> None:
        self._preview.show_draft(self.writing.looked.shown)
        findings = self.writing.looked.findings if self.writing.begun else ()
        for place in dict.fromkeys(self._form.places.values()):
            here = [finding for finding in findings if self._place_of(finding.path) is place]
            place.complain(
                [finding.message for finding in here if not finding.advice],
                [f"Saran: {finding.message}" for finding in here if finding.advice],
            )
        self._show_findings(findings)

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused and self._found_place.isAncestorOf(focused) else ""
        clear(self._found_place)
        wrong = [finding for finding in findings if not finding.advice]
        advice = [finding for finding in findings if finding.advice]
        title = f"Yang perlu dibenahi: {number_words(len(wrong))}" if wrong else "Pemeriksaan"
        frame, column = titled_card(self.theme, title)
        if not self.writing.begun:
            column.addWidget(text(self.theme, _NOT_BEGUN, tone="ink-2"))
        elif not wrong:
            column.addWidget(chip(self.theme, "Tidak ada yang perlu dibenahi", "allowed", "check"), 0, _LEFT)
        self._list_findings(column, wrong, "triangle-alert", "Perlu dibenahi")
        if advice:
            column.addWidget(heading(self.theme, f"Saran: {number_words(len(advice))}", Size.BODY, level=3))
        self._list_findings(column, advice, "lightbulb", "Saran")
        self._found_column.addWidget(frame)
        if name:
            again = next((one for one in frame.findChildren(RowButton) if one.accessibleName() == name), self._undo)
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_findings(self, column: QVBoxLayout, findings: Sequence[Finding], icon: str, what: str) -> None:
        many = number_words(len(findings))
        for number, finding in enumerate(findings, start=1):
            place = self._place_of(finding.path)
            if place is None:
                column.addWidget(text(self.theme, finding.message))
                continue
            said = f"{place.label}: {finding.message}" if place.label else finding.message
            row = RowButton(self.theme, said, icon, partial(self._lead_to, place), current=False)
            row.setAccessibleName(f"{what} {number} dari {many}. {said}")
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(row)

    def _place_of(self, path: Place) -> FormPlace | None:
        """The place that a finding is about: the narrowest that its path leads to."""
        return next(
            (place for end in range(len(path), 0, -1) if (place := self._form.places.get(path[:end])) is not None), None
        )

    def _lead_to(self, place: FormPlace) -> None:
        place.take_focus()
        self.scroll_to(place)

    def _move_focused(self, by: int) -> None:
        focused = QApplication.focusWidget()
        for frame, move in self._form.rows:
            if focused is not None and frame.isAncestorOf(focused):
                move(by)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self.writing.undo()
        elif is_redo(event):
            self.writing.redo()
        else:
            super().keyPressEvent(event)

    @property
    def unsaved(self) -> bool:
        return self.writing.failed and self.writing.changed

    def save_then(self, go_on: Callable[[], None]) -> None:
        self.writing.flush(go_on)

    def keep(self) -> None:
        self.writing.flush()

    def set_aside(self) -> None:
        self.writing.flush()

    def leave(self) -> None:
        self._timer.stop()
        self.writing.view = None
        self.writing.flush()
