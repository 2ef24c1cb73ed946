"""People who share the computer: somebody new comes, sets a PIN and goes away, and both come back."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.programs.walker import Walker

_PIN = "2468"
_NEW = "Budi Santoso"


def walk(walker: Walker, shoot: Callable[[str], None], name: str) -> None:
    """From any page with the rail, where `name` learns alone; so it is again at the end, for whoever starts next."""
    walker.press("Ganti orang")
    walker.press("Orang baru")
    shoot("mulai-orang-baru")
    walker.write("Nama", _NEW)
    walker.press("Mulai")
    walker.press("Lewati")
    walker.press("Pengaturan")
    walker.press("Buka orang dan PIN")
    shoot("orang-dan-pin")
    walker.write("PIN baru", _PIN)
    walker.write("Ulangi PIN baru", _PIN)
    walker.press("Pasang PIN")
    shoot("orang-dan-pin-terpasang")
    walker.press("Kunci")
    shoot("siapa-anda")
    walker.press(_NEW)
    shoot("pin")
    walker.write(f"PIN {_NEW}", "1111")
    walker.key(Qt.Key.Key_Return)
    shoot("pin-keliru")
    walker.press("Catat bahwa PIN lupa")
    shoot("pin-lupa")
    walker.write(f"PIN {_NEW}", _PIN)
    walker.key(Qt.Key.Key_Return)
    shoot("pin-lupa-dibatalkan")
    walker.press("Mengerti")
    _erase(walker, shoot)
    walker.press("Mengerti")
    if not walker.window.rail.person.accessibleName().startswith(f"Ganti orang, {name}"):
        raise RuntimeError(f"{name} is not the one who is left")


def look(walker: Walker, shoot: Callable[[str], None], name: str) -> None:
    """What stands there before anybody says who they are."""
    walker.press("Ganti orang")
    shoot("siapa-anda")
    walker.press(name)


def _erase(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Pengaturan")
    walker.press("Buka Data saya")
    walker.press("Hapus data saya")
    walker.press("Saya mengerti")
    walker.press("Hapus semuanya")
    shoot("pin-sekali-lagi")
    walker.write("PIN Anda", _PIN)
    walker.key(Qt.Key.Key_Return)
