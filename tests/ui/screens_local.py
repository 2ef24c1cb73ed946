"""The screens of packs and of what an office adds, on a computer where an office's layer is in force."""

from collections.abc import Iterator
from pathlib import Path

from asnquiz.domain.answering import right_answer
from asnquiz.ui.destinations import Destination, OpenPack, Section, SetCalendar, StudyCase, TryLocal
from asnquiz.ui.local.question_page import LocalQuestionPage
from asnquiz.usecases.local_ports import Trust
from tests import layers
from tests.fake_shelf import FakeShelf, changed, opened
from tests.ui.conftest import Opened
from tests.ui.local_packs import office_layer, on_shelf
from tests.ui.screens_ask import ask


def screens(opened_: Opened) -> Iterator[str]:
    """Opens each in turn; the computer is without a layer again afterwards."""
    journey, real, content = opened_.journey, opened_.journey.learning, opened_.journey.content
    pack, _, _ = real.packs.current()
    shelf = FakeShelf(own=pack)
    shelf.files = {
        "nasional.asnpack": opened(changed(pack, "2099.1", [f"Ketentuan yang baru {n}" for n in range(12)]), Trust.NEW),
        "setempat.asnpack": opened(office_layer(pack, version="4", pledge=None), Trust.OTHER_KEY),
        "polos.asnpack": opened(office_layer(pack, version="2"), Trust.UNSIGNED),
        "dikenal.asnpack": opened(office_layer(pack, version="3")),
    }
    journey.learning = on_shelf(real, shelf)
    yield from _packs(opened_)
    yield from _local(opened_)
    yield from _marked(opened_)
    journey.learning = real
    journey.go_on_with(content)


def _go(opened_: Opened, to: Destination) -> None:
    opened_.window.go(to)
    opened_.walker.settle()


def _packs(opened_: Opened) -> Iterator[str]:
    walker = opened_.walker
    walker.press("Pengaturan")
    walker.press("Buka Paket soal")
    yield "paket"
    _go(opened_, OpenPack(Path("dikenal.asnpack")))
    yield "paket-buka-dikenal"
    walker.press("Pakai paket ini")
    yield "paket-dipakai"
    walker.press("Mengerti")
    for name in ("setempat", "nasional", "polos"):
        _go(opened_, OpenPack(Path(f"{name}.asnpack")))
        yield f"paket-buka-{name}"
    walker.press("Pakai paket ini")
    yield "paket-tanya"
    walker.press("Jangan pakai")
    _go(opened_, OpenPack(Path("rusak.asnpack")))
    yield "paket-rusak"
    walker.press("Mengerti")
    _go(opened_, OpenPack(Path("setempat.asnpack")))
    walker.press("Pakai paket ini")
    walker.press("Sudah cocok")
    walker.press("Mengerti")
    yield "paket-versi"
    walker.press("Kembali ke versi ini")
    yield "paket-kembali"
    walker.press("Kembali ke versi ini")
    walker.press("Mengerti")


def _local(opened_: Opened) -> Iterator[str]:
    walker = opened_.walker
    walker.press("Beranda")
    walker.press("Buka Setempat")
    yield "setempat"
    _go(opened_, TryLocal(layers.own("pendapa-01")))
    yield "setempat-soal"
    page = opened_.window.page
    assert isinstance(page, LocalQuestionPage)
    walker.answer(right_answer(page.question.item))
    walker.press("Lihat pembahasan")
    yield "setempat-bahas"


def _marked(opened_: Opened) -> Iterator[str]:
    _go(opened_, Section.ASK)
    ask(opened_, "apel kabupaten")
    yield "bolehkah-setempat"
    ask(opened_, "memperbaiki genteng bocor")
    yield "bolehkah-kontak"
    _go(opened_, SetCalendar())
    yield "kalender-kantor"
    _go(opened_, Section.CASES)
    yield "studi-kasus-setempat"
    _go(opened_, StudyCase(layers.own("kasus")))
    yield "studi-kasus-setempat-langkah"
    _go(opened_, Section.PLEDGE)
    yield "ikrar-setempat"
    _go(opened_, Section.SETTINGS)
    yield "pengaturan-unit"
