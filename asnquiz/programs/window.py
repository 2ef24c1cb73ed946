"""The front door of the window: a start without words, or with a file, which loads none of the commands."""

import os
import sys
from pathlib import Path

from asnquiz.programs.paths import find_data, make_data, program_folder
from asnquiz.programs.system_packages import missing_qt_library, qt_advice

_OTHER_SCREENS = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_SCREENS = ("DISPLAY", *_OTHER_SCREENS)


def open_window(data_dir: str | None = None, file: Path | None = None) -> int:
    """Shows the window, with `file` opened in it, until it is closed; the exit code.

    What keeps it from opening is said on standard error and, to whoever started it by a double click, in a window.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        program = "python3 main.py" if Path(sys.argv[0]).name == "main.py" else "asnquiz"
        return _told(
            "Tidak ada layar di sini, jadi jendela tidak dapat dibuka. Jalankan di komputer dengan layar, atau "
            f"lihat seluruh layarnya sebagai gambar dengan: {program} tour --out FOLDER"
        )
    # On X11 alone, where a library of Qt's plug-in is missing, Qt would end the process with English words.
    if not any(os.environ.get(name) for name in _OTHER_SCREENS) and (library := missing_qt_library()):
        return _told(qt_advice(library))
    from asnquiz.programs.desktop import run_window, show_refusal
    from asnquiz.programs.logs import log_to_folder
    from asnquiz.ui.messages import sentence

    try:
        paths = find_data(data_dir, os.environ, program_folder())
        make_data(paths, os.environ)
        log_to_folder(paths)
        return run_window(paths, file)
    except Exception as error:
        words = sentence(error)
        show_refusal(words)
        return _told(words)


def _told(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
