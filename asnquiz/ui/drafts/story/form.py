"""The form beside the map: of the case study, a scene or a choice, with what is wrong at the field that it is about."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from string import ascii_uppercase
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from asnquiz.domain.case_check import MOST_CHOICES, MOST_EFFECT
from asnquiz.domain.case_study import Way
from asnquiz.domain.pack import EndingKind, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.story import Path
from asnquiz.domain.wording import ENDING_KIND, PHASE, signed_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.words import RISK, TRUST, excerpt
from asnquiz.ui.drafts.story.commands import Commands
from asnquiz.ui.drafts.story.rule_picker import RulePicker
from asnquiz.ui.drafts.story.writing import leads_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, flow_row
from asnquiz.ui.widgets.lines_field import LinesField
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.ui.widgets.tick import Tick

UNDO, REDO = "Ctrl+Z", ("Ctrl+Shift+Z", "Ctrl+Y")

_NEW = "Adegan baru"
_GOES_ON = "Bukan akhir: cerita berlanjut"
_NOT_CHOSEN = "Belum dipilih"


class StoryForm(Flow):
    """Writes into what is chosen, letter by letter.

    Attributes:
        first: where editing begins.
    """

    def __init__(
        self, theme: Theme, commands: Commands, walk: Callable[[str], None], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._commands = commands
        self._writing = commands.writing
        self._walk = walk
        self._column = column_in(self, 12)
        self._keys = _FieldKeys(self, leave)
        self._places: dict[Path, Callable[[str], None]] = {}
        self.first: QWidget | None = None
        self.show_chosen()

    def show_chosen(self) -> None:
        """Shows the form of what is chosen now."""
        for line in self.findChildren(QLineEdit):
            line.setModified(False)  # what goes with the form has not been finished
        clear(self)
        self._places.clear()
        self.first = None
        self._general, self._said = flow_column(4)
        match self._writing.chosen:
            case None:
                self._study()
            case (name, None):
                self._scene(name)
            case (name, int(at)):
                self._choice((name, at))
        self.show_faults()

    def show_faults(self) -> None:
        """Says at each field what is wrong with it, and above them what is wrong with the whole."""
        writing = self._writing
        told: dict[Path, list[str]] = {}
        general: list[tuple[Path, str]] = []
        for fault in writing.faults:
            place = max((one for one in self._places if fault.path[: len(one)] == one), key=len, default=None)
            if place is not None:
                told.setdefault(place, []).append(fault.message)
            elif writing.chosen is None or writing.spot_of(fault.path) == writing.chosen:
                general.append((fault.path, fault.message))
        for place, complain in self._places.items():
            complain(" ".join(told.get(place, ())))
        advice = [one for one in writing.advice if writing.chosen in (None, writing.spot_of(one.path))]
        self._show_general(general, [one.message for one in advice])

    def _show_general(self, faults: Sequence[tuple[Path, str]], advice: Sequence[str]) -> None:
        clear(self._general)
        theme, writing = self._theme, self._writing
        if writing.chosen is None and faults:
            self._said.addWidget(heading(theme, "Yang perlu dibenahi", Size.BODY, level=3))
        for path, words in faults:
            spot = writing.spot_of(path)
            if writing.chosen is None and spot is not None:
                if spot[1] is not None or spot[0] not in words:
                    place = spot_name(spot)
                    words = f"{place[0].upper()}{place[1:]}: {words}"
                row = RowButton(theme, words, "triangle-alert", partial(writing.choose, spot), current=False)
                row.setAccessibleName(f"{words} Buka {spot_name(spot)}.")
                self._said.addWidget(row)
            else:
                self._said.addWidget(text(theme, words, tone="forbidden"))
        for words in advice:
            self._said.addWidget(text(theme, f"Saran: {words}", size=Size.CAPTION, tone="conditional"))
        self._general.setVisible(bool(faults or advice))

    # The three forms.

    def _study(self) -> None:
        theme, writing = self._theme, self._writing
        self._column.addWidget(heading(theme, "Studi kasus ini"))
        self._line("Judul", ("title",))
        phases = {phase.value: PHASE[phase] for phase in Phase}
        self._select("Fase", phases, writing.value("phase"), partial(self._write, ("phase",)), ("phase",))
        jobs = list(writing.value("jobs") or ())
        self._column.addWidget(text(theme, "Untuk jabatan", size=Size.CAPTION, tone="ink-2"))
        ticks = []
        for job, name in writing.pack.jobs.items():
            ticks.append(Tick(theme, name, self))
            ticks[-1].setChecked(job in jobs)
            ticks[-1].clicked.connect(lambda on, job=job: self._tick(job, on))
        host = flow_row(*ticks)
        self._column.addWidget(host)
        self._problem_below(("jobs",), host)
        self._column.addWidget(self._general)

    def _scene(self, name: str) -> None:
        theme, writing = self._theme, self._writing
        scene, at = writing.scenario.scenes[name], ("scenes", name)
        self._column.addWidget(heading(theme, f"Adegan {name}"))
        self._column.addWidget(self._general)
        self._area("Cerita adegan", (*at, "text"), rows=5)
        kinds = {"": _GOES_ON, **{kind.value: words for kind, words in ENDING_KIND.items()}}
        shown = scene.ending.kind.value if scene.ending else ""
        self._select("Apakah cerita berakhir di sini?", kinds, shown, partial(self._end, name), (*at, "ending", "kind"))
        if scene.ending:
            self._line("Judul akhir", (*at, "ending", "title"))
            self._area("Yang dapat dipetik", (*at, "ending", "debrief"), rows=4)
        else:
            self._choices(name)
        self._name(name)
        actions: list[tuple[str, str, Callable[[], None], bool]] = [
            ("Jalani dari adegan ini", "play", lambda: self._walk(name), True),
            ("Jadikan adegan awal", "flag", lambda: writing.start_at(name), name != writing.scenario.start),
            ("Hapus adegan …", "x", lambda: self._commands.remove((name, None)), True),
        ]
        self._actions(actions)

    def _choices(self, name: str) -> None:
        theme, scenario = self._theme, self._writing.scenario
        self._column.addWidget(heading(theme, "Pilihan", Size.BODY, level=3))
        wrong = {self._writing.spot_of(fault.path) for fault in self._writing.faults}
        for at, choice in enumerate(scenario.scenes[name].choices):
            told = excerpt(choice.text) if choice.text else "belum ditulis"
            words = f"{ascii_uppercase[at]}. {told} · {leads_words(choice.to, scenario)}"
            icon = "route"
            if (name, at) in wrong:
                words, icon = f"{words} · perlu dibenahi", "triangle-alert"
            row = RowButton(theme, words, icon, partial(self._writing.choose, (name, at)), current=False)
            row.setAccessibleName(f"Pilihan {words}")
            self._column.addWidget(row)
        add = button(theme, "Tambah pilihan", partial(self._writing.add_choice, name), icon="plus")
        add.setEnabled(len(scenario.scenes[name].choices) < MOST_CHOICES)
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _choice(self, way: Way) -> None:
        theme, writing, (name, index) = self._theme, self._writing, way
        at: Path = ("scenes", name, "choices", index)
        self._column.addWidget(heading(theme, f"Pilihan {ascii_uppercase[index]} dari {name}"))
        self._column.addWidget(self._general)
        self._area("Tindakan yang dapat dipilih", (*at, "text"), rows=3)
        scenes = {one: one for one in writing.scenario.scenes}
        to = writing.value(*at, "to")
        self._select("Menuju adegan", {**scenes, "": _NEW}, to or None, partial(self._join, way), (*at, "to"))
        steps = {by: signed_words(by) for by in range(-MOST_EFFECT, MOST_EFFECT + 1)}
        for label, key in ((TRUST, "trust"), (RISK, "risk")):
            path = (*at, key)
            self._select(label, steps, writing.value(*path), partial(self._write, path), path)
        picker = RulePicker(theme, writing, writing.value(*at, "rule"), partial(self._write, (*at, "rule")))
        self._put(picker, picker.field.line, (*at, "rule"), picker.field.complain)
        self._area("Akibat dan penjelasannya", (*at, "feedback"), rows=4)
        last = len(writing.scenario.scenes[name].choices) - 1
        actions: list[tuple[str, str, Callable[[], None], bool]] = [
            ("Buka adegannya", "arrow-left", partial(writing.choose, (name, None)), True),
            ("Buka tujuannya", "arrow-right", partial(writing.choose, (to or "", None)), to in scenes),
            ("Naik", "arrow-up", lambda: writing.move(-1), index > 0),
            ("Turun", "arrow-down", lambda: writing.move(1), index < last),
            ("Hapus pilihan …", "x", lambda: self._commands.remove(way), True),
        ]
        self._actions(actions)

    # What a form is made of.

    def _actions(self, actions: Sequence[tuple[str, str, Callable[[], None], bool]]) -> None:
        row = []
        for words, icon, act, usable in actions:
            row.append(button(self._theme, words, act, icon=icon))
            row[-1].setEnabled(usable)
        self._column.addWidget(flow_row(*row))

    def _line(self, label: str, path: Path) -> None:
        field = Field(self._theme, label, QLineEdit(self._writing.value(*path) or ""), lambda words: words)
        field.line.textChanged.connect(partial(self._write, path))
        self._put(field, field.line, path, field.complain)

    def _area(self, label: str, path: Path, *, rows: int) -> None:
        words = self._writing.value(*path) or ""
        field = LinesField(self._theme, label, words.split("\n"), lambda line: line, rows=rows)
        field.area.textChanged.connect(lambda: self._write(path, field.area.toPlainText()))
        self._put(field, field.area, path, field.complain)

    def _put(self, field: QWidget, typed: QWidget, path: Path, complain: Callable[[str], None]) -> None:
        typed.installEventFilter(self._keys)
        self._column.addWidget(field)
        self._places[path] = complain
        self.first = self.first or typed

    def _name(self, name: str) -> None:
        """The scene's name is taken over once it is whole: other scenes are called by it."""
        note = "Hanya dilihat penulis. Huruf kecil, angka, dan tanda hubung."
        field = Field(self._theme, "Nama adegan", QLineEdit(name), lambda words: words, note)

        def rename() -> None:
            if not field.line.isModified():
                return
            field.line.setModified(False)
            try:
                self._writing.rename(name, field.line.text().strip())
            except Refusal as refusal:
                field.complain(str(refusal))

        field.line.editingFinished.connect(rename)
        field.line.installEventFilter(self._keys)
        self._column.addWidget(field)

    def _select(
        self, label: str, choices: Mapping[Any, str], chosen: Any, take: Callable[[Any], None], path: Path
    ) -> None:
        """A list that is narrower than its words may be; `chosen` is None where nothing was chosen yet."""
        caption = text(self._theme, label, size=Size.CAPTION, tone="ink-2")
        select = Select(self._theme, label)
        select.setPlaceholderText(_NOT_CHOSEN)
        select.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        select.setMinimumContentsLength(14)
        caption.setBuddy(select)
        for value, words in choices.items():
            select.addItem(words, value)
        select.setCurrentIndex(list(choices).index(chosen) if chosen in choices else -1)
        # Later, because the form may be made anew by it.
        select.activated.connect(lambda _: QTimer.singleShot(0, select, lambda: take(select.currentData())))
        select.installEventFilter(self._keys)
        host, column = flow_column(4)
        column.addWidget(caption)
        column.addWidget(select)
        self._column.addWidget(host)
        self._problem_below(path, select)
        self.first = self.first or select

    def _problem_below(self, path: Path, about: QWidget) -> None:
        """A place for what is wrong with what stands above."""
        problem = text(self._theme, "", tone="forbidden")
        self._column.addWidget(problem)

        def complain(words: str) -> None:
            problem.setText(words)
            problem.setVisible(bool(words))
            about.setAccessibleDescription(words)

        complain("")
        self._places[path] = complain

    # What is done with it.

    def _write(self, path: Path, value: Any) -> None:
        self._writing.write(path, value)

    def _tick(self, job: str, on: bool) -> None:
        chosen = {*(self._writing.value("jobs") or ())} - {job} | ({job} if on else set())
        self._writing.write(("jobs",), [one for one in self._writing.pack.jobs if one in chosen])

    def _end(self, name: str, kind: str) -> None:
        self._commands.end(name, EndingKind(kind) if kind else None)

    def _join(self, way: Way, to: str) -> None:
        if to:
            self._writing.join(way, to)
        else:
            self._writing.join_to_new(way)


class _FieldKeys(QObject):
    """Keys in a field that are not the field's: Escape goes back to the map, and undoing is the page's."""

    def __init__(self, form: QObject, leave: Callable[[], None]) -> None:
        super().__init__(form)
        self._leave = leave

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            pressed = QKeySequence(event.keyCombination()).toString()
            return pressed in (UNDO, *REDO) and isinstance(watched, QLineEdit | QPlainTextEdit)
        if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False


def spot_name(spot: tuple[str, int | None]) -> str:
    """Adegan kantor; pilihan A dari kantor."""
    name, at = spot
    return f"adegan {name}" if at is None else f"pilihan {ascii_uppercase[at]} dari {name}"
