"""The form of a draft: its places by the keys that they write, so that a finding leads to its own."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from asnquiz.domain.pack import Citation, ItemType, Pack
from asnquiz.domain.wording import NO_PROHIBITION_FOUND, harmless, law_name
from asnquiz.painting.tokens import Size
from asnquiz.ui.drafts.choose_panel import ChoosePanel, Offer
from asnquiz.ui.drafts.places import ChoicePlace, FormPlace, LinesPlace, ListPlace, TextPlace, TickPlace, TicksPlace
from asnquiz.ui.drafts.words import rule_words
from asnquiz.ui.drafts.writing import Place, Writing
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.texts import heading, text

_ADD_LAW, _ADD_RULE = "Tambah dasar hukum …", "Tambah ketentuan …"
_SOURCE = "Dari mana Anda tahu"
_SOURCE_NOTE = "Misalnya surat atau keterangan Bawaslu yang Anda baca, beserta tanggalnya."


class Form:
    """Builds places into a column.

    Attributes:
        places: by the keys and rows that they write.
        rows: the frames of rows that can be moved, with how to move them.
    """

    def __init__(self, theme: Theme, writing: Writing, column: QVBoxLayout) -> None:
        self.theme = theme
        self.writing = writing
        self.column = column
        self.places: dict[Place, FormPlace] = {}
        self.rows: list[tuple[QWidget, Callable[[int], None]]] = []

    def part(self, title: str, words: str = "") -> None:
        """Begins a part of the form in a card of its own."""
        frame, inside = card(spacing=12)
        inside.addWidget(heading(self.theme, title))
        if words:
            inside.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-2"))
        self.column.addWidget(frame)
        self._inside = inside

    def add(self, place: Place, made: FormPlace) -> None:
        self.places[place] = made
        self._inside.addWidget(made)

    def text(self, label: str, *place: str | int, rows: int = 2, note: str = "") -> None:
        put = partial(self._put_typed, place)
        self.add(place, TextPlace(self.theme, label, self.writing.value(*place) or "", put, rows, note))

    def lines(self, label: str, *place: str | int, note: str) -> None:
        put = partial(self._put_typed, place)
        self.add(place, LinesPlace(self.theme, label, self.writing.value(*place) or (), put, note))

    def choice(self, label: str, choices: Mapping[Any, str], *place: str | int, note: str = "") -> None:
        chosen, put = self.writing.value(*place), partial(self.writing.put, place)
        self.add(place, ChoicePlace(self.theme, label, choices, chosen, put, note))

    def ticks(self, label: str, choices: Mapping[str, str], *place: str | int, note: str = "") -> None:
        chosen, put = self.writing.value(*place) or (), partial(self.writing.put, place)
        self.add(place, TicksPlace(self.theme, label, choices, chosen, put, note))

    def tick(self, label: str, name: str, *place: str | int, note: str = "") -> None:
        on, put = bool(self.writing.value(*place)), partial(self.writing.put, place)
        self.add(place, TickPlace(self.theme, label, name, on, put, note))

    def key_tick(self, at: int) -> None:
        """Whether an option is right; where only one may be, it is the one that was ticked last."""
        words = "Jawaban yang benar"
        on = bool(self.writing.value("options", at, "key"))
        name = f"{words}: pilihan {at + 1}"
        self.add(("options", at, "key"), TickPlace(self.theme, words, name, on, partial(self._key, at)))

    def _key(self, at: int, on: bool) -> None:
        rows = [dict(row) for row in self.writing.value("options")]
        if self.writing.value("type") == ItemType.SINGLE.value:
            for row in rows:
                row.pop("key", None)
        rows[at] = {key: value for key, value in rows[at].items() if key != "key"} | ({"key": True} if on else {})
        self.writing.set_rows(("options",), rows)

    def _put_typed(self, place: Place, value: Any) -> None:
        self.writing.put(place, value, typed=True)

    def row(self, what: str, at: int, place: Place, fill: Callable[[], None]) -> None:
        """One of several rows that can be moved and taken away; `fill` adds its places."""
        theme, rows = self.theme, self.writing.value(*place)
        outer = self._inside
        frame, self._inside = card(kind="note", padding=12, spacing=8)
        fill()
        actions = []
        called = f"{what.lower()} {at + 1}"
        for words, icon, act, usable in (
            ("Naik", "arrow-up", partial(self._move, place, what, at, -1), at > 0),
            ("Turun", "arrow-down", partial(self._move, place, what, at, 1), at < len(rows) - 1),
            ("Hapus", "x", partial(self._remove, place, f"{what} {min(at + 1, len(rows) - 1)}", at), True),
        ):
            made = button(theme, words, act, role="quiet", icon=icon)
            made.setAccessibleName(f"{words}: {called}")
            made.setEnabled(usable)
            actions.append(made)
        self._inside.addWidget(flow_row(*actions))
        outer.addWidget(frame)
        self._inside = outer
        self.rows.append((frame, partial(self._move, place, what, at)))

    def more_rows(self, what: str, place: Place) -> None:
        """The button that adds an empty row, at which typing goes on."""
        rows = self.writing.value(*place) or []
        adding = partial(self.writing.set_rows, place, [*rows, {}], f"{what} {len(rows) + 1}")
        self._inside.addWidget(flow_row(button(self.theme, f"Tambah {what.lower()}", adding, icon="plus")))

    def _move(self, place: Place, what: str, at: int, by: int) -> None:
        rows, to = list(self.writing.value(*place)), at + by
        if 0 <= to < len(rows):
            rows[at], rows[to] = rows[to], rows[at]
            self.writing.set_rows(place, rows, f"{what} {to + 1}")

    def _remove(self, place: Place, focus: str, at: int) -> None:
        rows = list(self.writing.value(*place))
        self.writing.set_rows(place, rows[:at] + rows[at + 1 :], focus)

    def citations(self) -> None:
        """The law it stands on, from the instruments in force of the national pack."""
        writing, pack = self.writing, self.writing.base
        place: Place = ("citations",)
        rows: list[dict[str, Any]] = list(writing.value(*place) or ())
        told = [_citation_words(row, pack) for row in rows]

        def take(row: dict[str, Any]) -> None:
            writing.set_rows(place, [*rows, row])

        def choose() -> None:
            offers = [Offer(words, under, partial(take, row)) for words, under, row in _articles(pack, rows)]
            self._choose("Pilih dasar hukum", "Cari peraturan, pasal, atau isinya", offers)

        adding = [(_ADD_LAW, choose)]
        if not any(row.get("no_prohibition_found") for row in rows):
            adding.append(("Tidak ditemukan larangan", partial(take, {"no_prohibition_found": True})))
        made = ListPlace(self.theme, "Dasar hukum", told, partial(self._remove, place, _ADD_LAW), adding)
        self.add(place, made)
        for at, row in enumerate(rows):
            self.places[*place, at] = made
            if row.get("no_prohibition_found"):
                facts = row.get("facts") or [""]
                source = TextPlace(self.theme, _SOURCE, facts[0], partial(self._source, at), 1, _SOURCE_NOTE)
                made.rows[at].insertWidget(1, source)
                self.places[*place, at, "facts"] = source

    def _source(self, at: int, words: str | None) -> None:
        self.writing.put(("citations", at, "facts"), [words] if words else None, typed=True)

    def chosen_rules(self) -> None:
        """The rules that a question is about, national and the office's own."""
        writing, place = self.writing, ("rules",)
        chosen: list[str] = list(writing.value(*place) or ())
        own = writing.rules
        told = [(harmless(own[id_]) or id_ if id_ in own else rule_words(id_, writing.base), "") for id_ in chosen]

        def choose() -> None:
            offers = [
                *(
                    Offer(harmless(words) or id_, "Ketentuan setempat", partial(take, id_))
                    for id_, words in own.items()
                ),
                *(Offer(rule.act, rule.reason, partial(take, rule.id)) for rule in writing.base.rules),
            ]
            self._choose("Pilih ketentuan", "Cari perbuatan atau alasannya", offers)

        def take(id_: str) -> None:
            writing.set_rows(place, list(dict.fromkeys([*chosen, id_])))

        made = ListPlace(self.theme, "Ketentuan", told, partial(self._remove, place, _ADD_RULE), [(_ADD_RULE, choose)])
        self.add(place, made)

    def _choose(self, title: str, label: str, offers: Sequence[Offer]) -> None:
        parent = self.column.parentWidget()
        if parent is not None:
            ChoosePanel(self.theme, parent.window(), title, label, offers).open()


def _citation_words(row: Mapping[str, Any], pack: Pack) -> tuple[str, str]:
    citation = Citation(row.get("law"), row.get("ref"), bool(row.get("no_prohibition_found")))
    if citation.no_prohibition_found:
        return NO_PROHIBITION_FOUND, ""
    law = pack.law_by_id.get(citation.law or "")
    return harmless(law_name(law) if law else citation.law or ""), harmless(citation.ref or "")


def _articles(pack: Pack, chosen: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, dict[str, Any]]]:
    """Every article of an instrument in force that was not chosen yet."""
    taken = {(row.get("law"), row.get("ref")) for row in chosen}
    return [
        (f"{law_name(law)}, {article.ref}", article.text, {"law": law.id, "ref": article.ref})
        for law in pack.laws
        if law.status.in_force
        for article in law.articles
        if (law.id, article.ref) not in taken
    ]
