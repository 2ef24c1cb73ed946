"""The screens of Bolehkah saya? and of the calendar of stages, in every state that looks different."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from asnquiz.ui.ask.page import AskPage
from tests.ui.conftest import Opened

CAMPAIGN = ("Kampanye mulai", "Kampanye selesai", "Masa tenang mulai", "Masa tenang selesai")


def ask(opened: Opened, words: str) -> AskPage:
    """Types into the line as it stands there, and presses Enter, which answers at once."""
    page = opened.window.page
    assert isinstance(page, AskPage)
    opened.walker.write(page.line.accessibleName(), words)
    opened.walker.key(Qt.Key.Key_Return)
    return page


def set_region(opened: Opened, fixed: str, voting: str, name: str = "Kabupaten Contoh") -> None:
    """Fills the form of the calendar and sends it; the other stages stay empty."""
    walker = opened.walker
    walker.write("Daerah", name)
    walker.write("Penetapan calon", fixed)
    walker.write("Pemungutan suara", voting)
    walker.write("Ditetapkan oleh", "Badan Kepegawaian Contoh")
    for line in opened.window.findChildren(QLineEdit):
        if line.accessibleName() in CAMPAIGN:
            line.clear()
    walker.press("Simpan kalender")


def screens_ask(opened: Opened) -> Iterator[str]:
    """Opens each of them in turn."""
    walker = opened.walker
    walker.press("Bolehkah saya?")
    yield "bolehkah"
    ask(opened, "foto bersama calon")
    yield "bolehkah-hasil"
    walker.press("Tampilkan")
    yield "bolehkah-hasil-lainnya"
    walker.press("Ringkas")
    yield "bolehkah-ringkas"
    page = opened.window.page
    assert isinstance(page, AskPage)
    for card in page.cards[:4]:
        walker.press(f"Selengkapnya: {card.rule.act}")
    yield "bolehkah-semua-terbuka"
    ask(opened, "hadir kampanye pasif")
    yield "bolehkah-berbeda-pendapat"
    ask(opened, "memperbaiki genteng bocor")
    yield "bolehkah-tidak-ada"
    ask(opened, "saya menjadi caleg dpr")
    yield "bolehkah-pemilu"
    walker.press("Atur kalender")
    yield "kalender"
    walker.press("Isi formulir dengan contoh ini")
    walker.write("Pemungutan suara", "22-09-2024")
    walker.press("Simpan kalender")
    yield "kalender-salah"
    set_region(opened, "22-9-2027", "27-11-2027")
    yield "kalender-tersimpan"
    walker.press("Kembali ke Bolehkah saya?")
    yield "bolehkah-menurut-kalender"
    walker.press("Sesudah")
    ask(opened, "menghadiri deklarasi bakal calon")
    yield "bolehkah-tersaring"
