"""The screens of Soal setempat, in every state that looks different."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from asnquiz.domain.draft import DraftKind
from asnquiz.domain.pack import ItemType
from asnquiz.domain.question import Brought, Loss, Question
from asnquiz.programs.routes.draft_files import _take
from asnquiz.ui.destinations import DraftOffice, Drafts, EditDraft, PublishDrafts
from asnquiz.usecases.local_ports import DraftStore
from tests import drafts, layers
from tests.ui.conftest import Opened
from tests.ui.drafts.conftest import at_the_desk

MARKS = (layers.DRAFT, layers.WAITING, layers.REVIEWED, layers.DRAFT, layers.REVIEWED)


def screens(opened: Opened) -> Iterator[str]:
    """From any page with the rail, for somebody who leads briefings or gathers results."""
    at_the_desk(opened)
    walker, window = opened.walker, opened.window
    window.go(Drafts())
    walker.settle()
    yield "soal-setempat-mulai"
    walker.press("Mulai menulis")
    yield "soal-setempat-isi-mulai-kosong"
    walker.write("Nama kantor", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Contoh")
    walker.write("Judul paket", "Netralitas ASN di Kabupaten Contoh")
    walker.press("Mulai menulis")
    yield "soal-setempat-kosong"
    store = opened.journey.learning.drafts.store
    ids = _fill(store)
    window.go(Drafts())
    walker.settle()
    yield "soal-setempat-daftar"
    yield from _writing(opened, ids)
    yield from _around(opened)


def _fill(store: DraftStore) -> list[str]:
    workshop = store.workshop()
    assert workshop is not None
    given = []
    for type_, mark in zip(ItemType, MARKS, strict=True):
        law = [{"law": "skb-2022", "ref": "Isi pokok"}]
        content = drafts.content(type_, topic="foto", citations=law, rules=["unggah-foto-bakal-calon"])
        given.append(drafts.draft(content=content, mark=mark))
    content = drafts.rule_content(citations=law, verdict="diperdebatkan", positions=[{}, {}])
    given += [
        drafts.draft(kind=DraftKind.RULE, content=content, mark=layers.WAITING),
        drafts.draft(kind=DraftKind.SCENARIO, content={"title": "Undangan kepala dinas"}),
    ]
    for number, draft in enumerate(given, start=1):
        store.keep(drafts.draft(**{**vars(draft), "id": f"{workshop.id}-entri-{number:02}"}))
    return [f"{workshop.id}-entri-{number:02}" for number in range(1, len(given) + 1)]


def _writing(opened: Opened, ids: list[str]) -> Iterator[str]:
    walker = opened.walker
    for id_ in ids:
        opened.window.go(EditDraft(id_))
        walker.settle()
        yield f"soal-setempat-tulis-{id_[-2:]}"
        if id_ == ids[0]:
            walker.press("Sesudah dijawab")
            yield "soal-setempat-tulis-sesudah"
            walker.write("Pilihan 2", " ")
            page = opened.window.page
            assert page is not None
            page.keep()
            walker.settle()
            yield "soal-setempat-isi-salah"
            walker.press("Ajukan untuk ditelaah")
            yield "soal-setempat-isi-belum"
            walker.press("Tambah dasar hukum …")
            yield "soal-setempat-isi-hukum"
            _close(opened)
    opened.window.go(Drafts())
    walker.settle()


def _close(opened: Opened) -> None:
    over = opened.window.over
    assert isinstance(over, QDialog)
    over.reject()
    opened.walker.settle()


def _around(opened: Opened) -> Iterator[str]:
    walker, window = opened.walker, opened.window
    walker.press("Simpan ke berkas …")
    yield "soal-setempat-isi-bentuk"
    _close(opened)
    brought = Brought(
        (Question(ItemType.SINGLE, "Bagaimana sebaiknya?"),), (Loss("Soal 1", "Umpan balik tidak terbawa."),)
    )
    file = Path(__file__)
    from asnquiz.programs.routes.drafts import _workshop

    journey = opened.journey
    _take(journey, file, lambda _: brought, lambda: _workshop(journey), lambda: window.go(Drafts()))
    walker.settle()
    yield "soal-setempat-ambil"
    walker.press("Batal")
    window.go(PublishDrafts())
    walker.settle()
    yield "soal-setempat-terbit"
    window.go(DraftOffice())
    walker.settle()
    yield "soal-setempat-kantor"
    walker.press("Tambah kontak")
    walker.write("Telepon, kontak 1", "0000")
    walker.press("Pakai naskah ikrar kantor sendiri")
    walker.press("Simpan keterangan")
    yield "soal-setempat-isi-kantor-salah"
    walker.press("Kembali ke Soal setempat")
    walker.press("Jangan simpan")
