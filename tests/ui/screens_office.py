"""The screens of an office: none yet, the steps of its set-up, its page, its tasks, and trying its keys out again."""

from collections.abc import Iterator

from asnquiz.programs.walks import office
from tests.ui.conftest import Opened


def screens(opened: Opened) -> Iterator[str]:
    """From any page with the rail."""
    walker, folder = opened.walker, opened.database.parent.parent
    walker.press("Pengaturan")
    walker.press("Saya juga merekap nilai")
    yield "pengaturan-merekap"
    walker.press("Rekap nilai")
    yield "rekap-tanpa-kantor"
    yield from _set_up(opened)
    walker.press("Ke halaman kantor")
    yield "kantor-tanpa-tugas"
    walker.press("Tulis tugas")
    yield "tugas-isi"
    walker.write("Tenggat", "31-02-2099")
    walker.press("Lihat tugas")
    yield "tugas-salah"
    file = office.write(walker, lambda _: None, folder)
    assert file.is_file()
    yield "tugas-tersimpan"
    walker.press("Ke halaman kantor")
    yield "kantor"
    walker.press("Ulangi gladi")
    yield "gladi"
    office.rehearse(walker, folder)
    yield "gladi-berhasil"
    walker.press("Mengerti")


def _set_up(opened: Opened) -> Iterator[str]:
    walker, folder = opened.walker, opened.database.parent.parent
    walker.press("Siapkan kantor")
    yield "kantor-nama"
    walker.press("Lanjut ke kunci kantor")
    yield "kantor-nama-kosong"
    walker.press("Batal")
    office.set_up(walker, lambda _: None, folder)
    yield "kantor-siap"
