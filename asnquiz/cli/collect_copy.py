"""`asnquiz collect copy`: everything that was gathered, copied whole to another place."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from asnquiz.cli.collect_import import interruptible
from asnquiz.domain.collection import Copied
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.usecases.collection_ports import TellRows

Copy = Callable[[argparse.Namespace, TellRows], Copied]

_COPY = (
    "Menyalin seluruh rekap ke tempat lain yang masih kosong: dari berkas ke server PostgreSQL, dari server ke berkas, "
    "atau antara yang sejenis. Rekap asalnya tetap ada. Perintah yang terhenti tidak meninggalkan apa pun di tujuan, "
    "jadi cukup dijalankan lagi."
)
_STOPPED = "Dihentikan: tempat tujuan masih kosong. Untuk menyalin, jalankan perintah yang sama lagi."
_SHOWN = 1000  # how often at most the progress is shown


def add_copy_command(actions: "argparse._SubParsersAction[Any]", *, copy: Copy) -> None:
    """Adds `collect copy`; see asnquiz.cli.score.add_commands on what it leaves.

    `copy` copies what is at the place `database` of a command line to the place `ke`.
    """
    parser = actions.add_parser("copy", help="menyalin seluruh rekap ke berkas atau server lain", description=_COPY)
    parser.add_argument(
        "--ke", required=True, metavar="TUJUAN", help="berkas baru, atau alamat server postgresql://… yang masih kosong"
    )
    parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")
    parser.set_defaults(run=lambda args: _copy(args, copy))


def _copy(args: argparse.Namespace, copy: Copy) -> int:
    with interruptible() as interrupted:
        copied = _watched(args, copy, interrupted)
    if args.json:
        print(json.dumps({"copied": copied._asdict()}))
        return 0
    reports, files, people = map(number_words, (copied.reports, copied.files, copied.roster))
    print(f"Disalin: {reports} hasil, {files} berkas, dan {people} pegawai di daftar.")
    print("Periksa salinannya dengan: asnquiz collect status --database TUJUAN")
    print(
        "Mulai sekarang pakai tempat yang baru saja, agar hasil tidak terbagi di dua tempat. Rekap asalnya tetap ada: "
        "simpan, atau hapus setelah salinannya diperiksa."
    )
    return 0


def _watched(args: argparse.Namespace, copy: Copy, interrupted: Callable[[], bool]) -> Copied:
    """Copies, and tells how far it is where somebody watches."""
    watched = sys.stderr.isatty()
    shown = -1

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if interrupted():
            raise Refusal(_STOPPED)
        if watched and shown != (shown := done * _SHOWN // total):
            words = f"{number_words(done)} dari {number_words(total)} baris"
            print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)

    try:
        return copy(args, tell)
    finally:
        if shown >= 0:
            print(file=sys.stderr)
