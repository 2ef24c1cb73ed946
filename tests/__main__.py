"""`python3 tests`: prepares the environment with the tools of the tests, then runs them; more words go to pytest."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said to older interpreters, so nothing above may need a newer one
    sys.exit(
        "ASN Netral memerlukan Python 3.11 atau yang lebih baru. Pasang Python yang lebih baru, lalu jalankan lagi.\n"
        "Di Windows, itu berarti Windows 11, atau Windows 10 versi 1809 atau yang lebih baru, 64-bit."
    )


def main() -> int:
    """The exit code of pytest, run in the program's folder without a screen."""
    import os
    from pathlib import Path

    program = Path(__file__).resolve().parent.parent
    sys.path[0] = str(program)

    from asnquiz.programs.entrance import enter

    enter(program, "requirements.txt", "requirements-dev.txt")

    from asnquiz.programs.system_packages import missing_qt_library, qt_advice

    if library := missing_qt_library():
        sys.exit(qt_advice(library))

    import pytest

    os.chdir(program)
    # One more than there are cores: some tests wait for other programs, for phones or for the disk.
    return int(pytest.main(["-n", "3", "--dist", "worksteal", *sys.argv[1:]]))


if __name__ == "__main__":
    sys.exit(main())
