"""Cek kondisi komputer, and its report saved where the dialog offers."""

from collections.abc import Callable

from asnquiz.programs.walker import Walker
from asnquiz.programs.walks.documents import save_as_offered


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From Pengaturan, and back to it."""
    walker.press("Cek kondisi komputer")
    shoot("kondisi-komputer")
    walker.press("Simpan laporan")
    save_as_offered(walker)
    shoot("kondisi-komputer-laporan")
    walker.press("Selesai")
    walker.press("Kembali ke Pengaturan")


def look(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From any page with the rail."""
    walker.press("Pengaturan")
    walker.press("Cek kondisi komputer")
    shoot("kondisi-komputer")
