"""Opens ASN Netral; on a fresh machine it first prepares `.venv` beside this file."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said to older interpreters, so nothing above may need a newer one
    sys.exit(
        "ASN Netral memerlukan Python 3.11 atau yang lebih baru. Pasang Python yang lebih baru, lalu jalankan lagi.\n"
        "Di Windows, itu berarti Windows 11, atau Windows 10 versi 1809 atau yang lebih baru, 64-bit."
    )

if __name__ == "__main__":
    from pathlib import Path

    from asnquiz.programs.entrance import enter

    enter(Path(__file__).resolve().parent, "requirements.txt")

    from asnquiz.programs import main

    sys.exit(main(sys.argv[1:]))
