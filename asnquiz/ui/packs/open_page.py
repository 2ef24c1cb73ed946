"""Buka paket: who published a file and what it would change, before anybody says yes to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.layer import Layer
from asnquiz.domain.local_wording import NOT_REVIEWED, hands_words
from asnquiz.domain.wording import date_words, harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Packs, Section
from asnquiz.ui.packs.page import TOPIC
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import chip, line, titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.strange import strange_words
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.compare_packs import Difference, How, What
from asnquiz.usecases.local_ports import Trust
from asnquiz.usecases.see_packs import RUNNING, TRUST, PackOffer, head_fields, key_words

_WIDTH = 860
_OLDER = "Versi ini lebih lama daripada yang dipakai sekarang."
_ABOVE = 8  # over each kind of change
_SAME = "Tidak ada yang berubah dari yang dipakai sekarang."
_NOTHING_TO_COMPARE = "Paket yang dipakai sekarang tidak dapat dibuka, jadi perbedaannya tidak dapat disebutkan."

# The tone and the icon of its mark.
_TRUST: Mapping[Trust, tuple[str, str]] = {
    Trust.OWN: ("check", "allowed"),
    Trust.KNOWN: ("check", "allowed"),
    Trust.NEW: ("triangle-alert", "conditional"),
    Trust.OTHER_KEY: ("triangle-alert", "forbidden"),
    Trust.UNSIGNED: ("triangle-alert", "forbidden"),
}


class OpenPackPage(Page):
    """`take` puts the file's content in use; where its key is a stranger's, the fingerprint is asked about first."""

    renews = True
    topic = TOPIC

    def __init__(
        self, theme: Theme, offer: PackOffer, *, take: Callable[[], None], go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Buka paket", Section.SETTINGS)
        self._offer = offer
        self._take = take
        head = offer.opened.head
        self.title(strange_words(head.title))
        about = f"{strange_words(offer.file.name)}. Paket ini belum dipakai; periksa dahulu isinya."
        self.column.addWidget(text(theme, about, tone="ink-2"))
        body = self.narrow(_WIDTH)
        body.addWidget(self._who())
        if isinstance(offer.opened.content, Layer):
            body.addWidget(self._layer(offer.opened.content))
        body.addWidget(self._changes())
        using = button(theme, "Pakai paket ini", self._confirm, role="primary", icon="check")
        body.addWidget(flow_row(using, button(theme, "Jangan pakai", partial(go, Packs()))))
        body.addWidget(text(theme, RUNNING, size=Size.CAPTION, tone="ink-2"))
        self.column.addStretch(1)

    def _who(self) -> QFrame:
        theme, opened = self.theme, self._offer.opened
        frame, column = titled_card(theme, "Siapa yang menerbitkan")
        fields = [(label, strange_words(value)) for label, value in head_fields(opened.head)]
        content = opened.content
        if not isinstance(content, Layer):
            fields.append(("Keadaan hukum per", date_words(content.law_as_of)))
        add_facts(theme, column, fields)
        column.addWidget(line())
        (words, meaning), (icon, tone) = TRUST[opened.trust], _TRUST[opened.trust]
        column.addWidget(chip(theme, words, tone, icon))
        column.addWidget(text(theme, meaning.format(strange_words(opened.head.publisher))))
        if self._offer.comparison and self._offer.comparison.older:
            column.addWidget(text(theme, _OLDER, weight=QFont.Weight.Medium, tone="conditional"))
        return frame

    def _layer(self, layer: Layer) -> QFrame:
        """What the layer holds, and who wrote and reviewed each addition."""
        theme = self.theme
        frame, column = titled_card(theme, "Yang ditambahkan kantor")
        add_facts(theme, column, _counts(layer))
        column.addWidget(line())
        column.addWidget(heading(theme, "Penulis dan penelaah", Size.BODY, level=3))
        named = _named(layer)
        if not named:
            column.addWidget(text(theme, "Tidak ada ketentuan, soal, atau studi kasus setempat.", tone="ink-2"))
            return frame
        waiting = sum(not layer.marks[id_].settled for id_, _ in named)
        words = "Semua sudah ditelaah oleh orang lain daripada penulisnya."
        if waiting:
            words = (
                f"{number_words(waiting)} dari {number_words(len(named))} belum ditelaah: ditandai “{NOT_REVIEWED}” "
                "dan tidak dinilai."
            )
        column.addWidget(text(theme, words, tone="ink-2"))

        def row(place: int) -> QWidget:
            id_, title = named[place]
            host, inside = flow_column(2)
            inside.addWidget(text(theme, strange_words(title)))
            mark = layer.marks[id_]
            said = strange_words(hands_words(mark))
            inside.addWidget(text(theme, said, size=Size.CAPTION, tone="ink-2" if mark.settled else "conditional"))
            return host

        column.addWidget(Longer(theme, "tambahan", "Penulis dan penelaah", len(named), row))
        return frame

    def _changes(self) -> QFrame:
        theme, comparison = self.theme, self._offer.comparison
        frame, column = titled_card(theme, "Yang berubah bila dipakai")
        if comparison is None:
            column.addWidget(text(theme, _NOTHING_TO_COMPARE, tone="ink-2"))
            return frame
        if comparison.replaces is not None:
            words = f"Paket setempat “{strange_words(comparison.replaces)}” tidak dipakai lagi."
            column.addWidget(text(theme, words, weight=QFont.Weight.Medium, tone="conditional"))
        if not comparison.differences:
            column.addWidget(text(theme, _SAME, tone="ink-2"))
        for what, how in product(What, How):
            if found := [one for one in comparison.of(what) if one.how is how]:
                title = f"{what.value} {how.value}: {number_words(len(found))}"
                column.addSpacing(_ABOVE)
                column.addWidget(heading(theme, title, Size.BODY, level=3))
                column.addWidget(Longer(theme, "baris", title, len(found), partial(self._difference, found)))
        return frame

    def _difference(self, found: Sequence[Difference], place: int) -> QWidget:
        one = found[place]
        host, column = flow_column(2)
        column.addWidget(text(self.theme, strange_words(one.name)))
        for detail in one.details:
            column.addWidget(text(self.theme, harmless(detail), size=Size.CAPTION, tone="ink-2"))
        return host

    def _confirm(self) -> None:
        opened = self._offer.opened
        publisher = strange_words(opened.head.publisher)
        answers: list[Answer]
        if opened.trust in (Trust.OWN, Trust.KNOWN):
            self._take()
        elif opened.trust is Trust.UNSIGNED:
            answers = [("Pakai tanpa tanda tangan", self._take), ("Jangan pakai", None)]
            words = f"Tidak ada yang membuktikan bahwa berkas ini dari {publisher}."
            ask(self, "Pakai paket yang tidak ditandatangani?", words, answers, default=1)
        else:
            words = f"{key_words(opened.head.key)}\n\nBandingkan dengan sidik kunci yang diumumkan {publisher}."
            answers = [("Sudah cocok", self._take), ("Belum saya cocokkan", None)]
            ask(self, "Sidik kunci penerbit sudah cocok?", words, answers, default=1)


def _counts(layer: Layer) -> Iterator[tuple[str, str]]:
    for label, many in (
        ("Kontak", len(layer.contacts)),
        ("Perangkat daerah", len(layer.offices)),
        ("Ketentuan setempat", len(layer.rules)),
        ("Soal setempat", len(layer.items)),
        ("Studi kasus setempat", len(layer.scenarios)),
    ):
        if many:
            yield label, number_words(many)
    for label, given in (
        ("Kop surat", bool(layer.letterhead)),
        ("Kalender tahapan", layer.calendar is not None),
        ("Ikrar setempat", layer.pledge is not None),
    ):
        if given:
            yield label, "ada"


def _named(layer: Layer) -> list[tuple[str, str]]:
    """Every addition with a mark, by its id and what it is called."""
    return [
        *((rule.id, f"Ketentuan: {rule.act}") for rule in layer.rules),
        *((item.id, f"Soal: {item.stem}") for item in layer.items),
        *((scenario.id, f"Studi kasus: {scenario.title}") for scenario in layer.scenarios),
    ]
