"""Whether this Windows can run the program at all; asked before Qt is loaded, which would fail in English on a DLL.

Standard library only. Elsewhere than on Windows there is nothing to ask.
"""

import sys

# Windows 10 version 1809, the oldest that Qt 6.11 runs on.
OLDEST_BUILD = 17763


def refuse_unfit_windows() -> None:
    """Leaves with exit code 1 and a sentence, in a window where there is no terminal."""
    if sys.platform != "win32":
        return
    import sysconfig

    words = unfit_windows(sysconfig.get_platform(), sys.getwindowsversion().platform_version)
    if words and sys.stderr is None:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "ASN Netral", 0x10)  # the picture of a fault
    if words:
        sys.exit(words)


def unfit_windows(platform: str, version: tuple[int, int, int]) -> str | None:
    """Why the program does not run with a Python made for `platform`, on a Windows of `version`; None where it does."""
    if version[2] < OLDEST_BUILD:
        return (
            f"ASN Netral memerlukan Windows 11, atau Windows 10 versi 1809 atau yang lebih baru. {_name(version)} di "
            "komputer ini terlalu lama. Perbarui Windows, atau pakai komputer lain."
        )
    if platform == "win32":
        return (
            "ASN Netral memerlukan Python 64-bit, sedangkan Python ini 32-bit. Pasang Python 64-bit (Windows installer "
            "64-bit), lalu jalankan lagi. Windows 32-bit tidak dapat menjalankan program ini."
        )
    if platform != "win-amd64":
        return (
            f"ASN Netral memerlukan Python untuk prosesor x86-64, sedangkan Python ini dibuat untuk {platform}. Pasang "
            "Python 64-bit biasa (Windows installer 64-bit), lalu jalankan lagi."
        )
    return None


def _name(version: tuple[int, int, int]) -> str:
    names = {(6, 1): "Windows 7", (6, 2): "Windows 8", (6, 3): "Windows 8.1", (10, 0): "Windows 10"}
    return f"{names.get(version[:2], 'Windows')} (build {version[2]})"
