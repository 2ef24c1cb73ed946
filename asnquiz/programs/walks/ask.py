"""The tour of Bolehkah saya? and of the calendar of stages."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.programs.walker import Walker

_LINE = "Bolehkah saya … ketik perbuatannya"


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Asks four questions and sets a calendar, from which the last of them takes its phase."""
    walker.press("Bolehkah saya?")
    shoot("bolehkah-saya")
    _ask(walker, "foto bersama calon")
    shoot("bolehkah-saya-jawaban")
    _ask(walker, "hadir kampanye pasif")
    shoot("bolehkah-saya-berbeda-pendapat")
    _ask(walker, "memperbaiki genteng bocor")
    shoot("bolehkah-saya-tidak-ada-jawaban")
    _ask(walker, "kampanye untuk caleg")
    shoot("bolehkah-saya-pemilu")
    walker.click(walker.first_button_with("alender"))
    walker.press("Isi formulir dengan contoh ini")
    walker.write("Daerah", "Kabupaten Contoh")
    walker.write("Pemungutan suara", "20 September 2024")
    walker.write("Ditetapkan oleh", "BKPSDM Kabupaten Contoh")
    walker.press("Simpan kalender")
    shoot("kalender-tahapan-ditolak")
    walker.write("Pemungutan suara", "27-11-2024")
    walker.press("Simpan kalender")
    shoot("kalender-tahapan")
    walker.press("Kembali ke Bolehkah saya?")
    _ask(walker, "like status calon")
    shoot("bolehkah-saya-menurut-kalender")


def _ask(walker: Walker, words: str) -> None:
    """Types and presses Enter, which answers without the pause in typing."""
    walker.write(_LINE, words)
    walker.key(Qt.Key.Key_Return)
