"""What surrounds a briefing: the charger and battery, and how sleep is switched off, by what the system tells."""

import sys
from contextlib import suppress
from pathlib import Path

from asnquiz.usecases.check_briefing import Power

_NOT_KNOWN = Power(None, None)
_UNKNOWN_PERCENT = 255  # of the Windows function GetSystemPowerStatus, for either of its values

_KEEP_AWAKE = {
    "win32": (
        "Di Windows buka Pengaturan, Sistem, Daya, lalu pilih “Tidak pernah” untuk layar dan tidur selama acara. "
        "Matikan juga pemberitahuan (Jangan ganggu)."
    ),
    "darwin": (
        "Di macOS buka Pengaturan Sistem, Baterai atau Layar Kunci, lalu pilih “Tidak pernah” untuk mematikan layar "
        "selama acara. Matikan juga pemberitahuan (Jangan Ganggu)."
    ),
}
_ELSEWHERE = (
    "Buka pengaturan daya komputer ini, lalu matikan tidur dan layar padam selama acara. Matikan juga pemberitahuan."
)


def keep_awake_words() -> str:
    """How sleep is switched off here. Asking the system from a program needs a way of its own on each, untried here."""
    return _KEEP_AWAKE.get(sys.platform, _ELSEWHERE)


def power(supplies: Path = Path("/sys/class/power_supply")) -> Power:
    """The charger and the battery, as far as the system tells."""
    if sys.platform == "win32":
        return _of_windows()
    if not supplies.is_dir():
        return _NOT_KNOWN
    plugged: bool | None = None
    percent: int | None = None
    for supply in sorted(supplies.iterdir()):
        with suppress(OSError, ValueError):
            kind = (supply / "type").read_text("ascii").strip()
            if kind == "Mains":
                plugged = bool(plugged) or (supply / "online").read_text("ascii").strip() == "1"
            elif kind == "Battery" and (supply / "capacity").is_file():
                percent = int((supply / "capacity").read_text("ascii"))
    return Power(plugged, percent)


def _of_windows() -> Power:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("system", ctypes.c_ubyte),
            ("life", ctypes.c_ulong),
            ("full", ctypes.c_ulong),
        )

    status = Status()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):  # type: ignore[attr-defined]
        return _NOT_KNOWN
    plugged = None if status.line == _UNKNOWN_PERCENT else status.line == 1
    return Power(plugged, None if status.percent == _UNKNOWN_PERCENT else status.percent)
