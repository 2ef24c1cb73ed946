"""The screens of Data saya: the page, moving away with its code, coming from elsewhere, and the backups."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QLabel

from asnquiz.domain.move import code_words
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.scorefiles.move_file import write
from asnquiz.ui.destinations import MoveHere, OwnData
from tests.scorefiles.moving import SECRET, packed, somebody
from tests.ui.conftest import Opened


def screens(opened: Opened) -> Iterator[str]:
    """From any page, with a person who has a name."""
    walker = opened.walker
    opened.window.go(OwnData())
    walker.settle()
    yield "data-saya"
    walker.press("Hapus data saya")
    yield "data-saya-hapus"
    walker.press("Saya mengerti")
    yield "data-saya-hapus-mengerti"
    walker.press("Jangan hapus")
    yield from _moving(opened)
    yield from _backups(opened)


def _moving(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Pindah ke komputer lain")
    yield "pindah"
    walker.press("Simpan berkas pindah")
    file = save_as_offered(walker)
    yield "pindah-kode"
    code = opened.window.findChildren(QLabel, "code")[0].text()
    opened.window.go(MoveHere(file))
    walker.settle()
    yield "pindah-di-sini"
    walker.write("Kode", "12")
    walker.press("Buka berkas")
    yield "pindah-kode-salah"
    walker.write("Kode", code)
    walker.press("Buka berkas")
    yield "pindah-isi-sudah-ada"
    walker.press("Batal")


def _backups(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Lihat cadangan")
    yield "cadangan-kosong"
    opened.learning.store.back_up(dt.date(2026, 11, 21))
    (opened.database.parent / "backups" / f"{opened.database.stem}-2026-11-20.db").write_bytes(b"rusak")
    opened.learning.store.restore(f"{opened.database.stem}-2026-11-21.db", opened.learning.clock.now())
    walker.press("Kembali ke Data saya")
    walker.press("Lihat cadangan")
    yield "cadangan"
    walker.press("Pulihkan")
    yield "cadangan-pulihkan"
    walker.press("Batal")


def brought_file(folder: Path) -> tuple[Path, str]:
    """A file that brings Siti from another computer, and its code."""
    learning = somebody(folder / "elsewhere")
    learning.take(1, 2)
    path = folder / "pindah.asnpindah"
    write(path, packed(learning), SECRET)
    learning.store.close()
    return path, code_words(SECRET)
