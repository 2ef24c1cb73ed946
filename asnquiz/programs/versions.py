"""The versions of what the program runs on, for whoever helps from afar."""

import platform

import PySide6


def system_words() -> str:
    """The operating system, Python and Qt with their versions; not how the computer is called."""
    system = " ".join(filter(None, (platform.system(), platform.release(), platform.machine())))
    return f"{system}, Python {platform.python_version()}, Qt {PySide6.__version__}"
