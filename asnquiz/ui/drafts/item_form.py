"""The form of a question, for every type of question."""

from collections.abc import Callable
from functools import partial

from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.pack import Confidence, ItemType, Phase
from asnquiz.domain.wording import ITEM_TYPE, PHASE, VERDICT, phase_words
from asnquiz.ui.drafts.form import Form
from asnquiz.ui.drafts.places import ChoicePlace, ListPlace
from asnquiz.ui.drafts.words import DIFFICULTY, SURENESS

_ROWS_WORDS = {
    ItemType.SINGLE: "Tepat satu pilihan benar. Umpan balik memberi alasan untuk tiap pilihan.",
    ItemType.MULTIPLE: "Sebagian pilihan benar; sebutkan di soalnya bahwa jawaban boleh lebih dari satu.",
    ItemType.ORDERING: "Tulis menurut urutan yang benar; peserta melihatnya teracak.",
    ItemType.MATCHING: "Peserta memilih fase untuk setiap peristiwa.",
    ItemType.VERDICT: "Peserta memilih boleh, tidak boleh, atau boleh bersyarat.",
}
_SCORED = "Dinilai setelah ditelaah"
_SCORED_NOTE = "Selama belum ditelaah orang kedua, soal ini hanya untuk dibahas, tidak menentukan nilai."


def build_item_form(form: Form, choose_picture: Callable[[], None]) -> None:
    """`choose_picture` asks for the file of a picture."""
    writing, pack = form.writing, form.writing.base
    type_ = ItemType(writing.value("type"))
    form.part("Soal")
    types = {one: words[0].upper() + words[1:] for one, words in ITEM_TYPE.items()}
    made = ChoicePlace(form.theme, "Jenis soal", types, type_, writing.retype, needed=True)
    form.add(("type",), made)
    form.text("Teks soal", "stem", rows=4, note="Ceritakan keadaannya, lalu tanyakan satu hal.")
    _picture(form, choose_picture)
    form.part("Jawaban", _ROWS_WORDS[type_])
    _ANSWERS[type_](form)
    form.part("Pembahasan")
    form.text("Penjelasan", "explanation", rows=3)
    form.text("Sebaiknya", "instead", rows=2, note="Apa yang sebaiknya dilakukan pegawai.")
    form.part("Letaknya")
    form.choice("Fase", {phase.value: phase_words(phase) for phase in Phase}, "phase")
    form.choice("Topik", pack.topics, "topic")
    form.choice("Tingkat kesulitan", DIFFICULTY, "difficulty")
    form.chosen_rules()
    form.ticks("Terutama untuk", pack.jobs, "jobs", note="Kosongkan bila untuk semua jabatan.")
    form.part("Dasar hukum")
    form.citations()
    form.choice("Keyakinan isi", {one.value: SURENESS[one] for one in Confidence}, "confidence")
    form.tick(_SCORED, _SCORED, "scored", note=_SCORED_NOTE)


def _picture(form: Form, choose: Callable[[], None]) -> None:
    writing = form.writing
    if writing.value("picture") is None:
        form.add(("picture",), ListPlace(form.theme, "Gambar", (), lambda _: None, [("Tambah gambar …", choose)]))
        return
    name = writing.value("picture", "image") or ""
    removing = lambda _: writing.put(("picture",), None)  # noqa: E731
    form.add(("picture",), ListPlace(form.theme, "Gambar", [(name, "")], removing, [("Ganti gambar …", choose)]))
    note = "Bagi yang tidak dapat melihatnya, dan bila gambar tidak tampil."
    form.text("Yang terlihat di gambar", "picture", "alt", rows=2, note=note)


def _options(form: Form, what: str, *, keyed: bool) -> None:
    for at in range(len(form.writing.value("options") or ())):
        form.row(what, at, ("options",), partial(_option, form, what, at, keyed=keyed))
    form.more_rows(what, ("options",))
    form.places.setdefault(("options",), form.places.get(("options", 0, "text"), form.places[("type",)]))


def _option(form: Form, what: str, at: int, *, keyed: bool) -> None:
    form.text(f"{what} {at + 1}", "options", at, "text")
    form.text(f"Umpan balik {what.lower()} {at + 1}", "options", at, "feedback")
    if keyed:
        form.key_tick(at)


def _verdict(form: Form) -> None:
    form.choice("Jawaban yang benar", {one.value: VERDICT[one] for one in VERDICT_CHOICES}, "key")
    for one in VERDICT_CHOICES:
        form.text(f"Umpan balik bila menjawab “{VERDICT[one]}”", "feedback", one.value)


def _pairs(form: Form) -> None:
    for at in range(len(form.writing.value("pairs") or ())):
        form.row("Peristiwa", at, ("pairs",), partial(_pair, form, at))
    form.more_rows("Peristiwa", ("pairs",))


def _pair(form: Form, at: int) -> None:
    form.text(f"Peristiwa {at + 1}", "pairs", at, "left")
    phases = {phase.value: PHASE[phase] for phase in Phase}
    form.choice(f"Fase peristiwa {at + 1}", phases, "pairs", at, "phase")
    form.text(f"Umpan balik peristiwa {at + 1}", "pairs", at, "feedback")


_ANSWERS: dict[ItemType, Callable[[Form], None]] = {
    ItemType.SINGLE: partial(_options, what="Pilihan", keyed=True),
    ItemType.MULTIPLE: partial(_options, what="Pilihan", keyed=True),
    ItemType.ORDERING: partial(_options, what="Langkah", keyed=False),
    ItemType.VERDICT: _verdict,
    ItemType.MATCHING: _pairs,
}
