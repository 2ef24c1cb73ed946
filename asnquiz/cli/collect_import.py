"""`asnquiz collect import` and `refused`: takes in what people sent, and tells what of it somebody must look at."""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from getpass import getpass
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

from asnquiz.cli.collect import OpenCollection, print_lines
from asnquiz.domain.collection import RefusedFile, Tally, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import COLLECTED, duration_words, harmless, number_words
from asnquiz.usecases.collect import Import, Progress
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import masked, tally_lines

Keys = Mapping[str, Any]
OpenKeys = Callable[[Path, str], Keys]
BeginImport = Callable[[Sequence[Path], CollectionStore, Keys], Import]

_MOST_REFUSED = 20

_IMPORT = (
    "Memeriksa berkas nilai, Bukti nilai, dan catatan sosialisasi di folder, berkas, atau arsip zip mana pun, lalu "
    "memasukkan yang utuh ke rekap. Berkas yang sama tidak dihitung dua kali, jadi perintah yang terhenti cukup "
    "dijalankan lagi. Kode selesai 0: semuanya masuk atau sudah ada; 1: ada berkas yang ditolak."
)


def add_import_commands(
    actions: "argparse._SubParsersAction[Any]",
    *,
    open_collection: OpenCollection,
    open_keys: OpenKeys,
    begin_import: BeginImport,
    ask_secret: Callable[[str], str] = getpass,
) -> None:
    """Adds `import` and `refused`; see asnquiz.cli.score.add_commands on what they leave."""
    taking = actions.add_parser("import", help="memasukkan berkas yang dikirim", description=_IMPORT)
    taking.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="folder, berkas, atau arsip zip")
    taking.add_argument(
        "--kunci",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="berkas kunci kantor yang membuka berkas bersegel; boleh diulang",
    )
    taking.add_argument(
        "--sandi-stdin", action="store_true", help="membaca kata sandi dari masukan standar, satu baris setiap kunci"
    )
    taking.set_defaults(run=lambda args: _import(args, open_collection, open_keys, begin_import, ask_secret))

    refused = actions.add_parser("refused", help="menampilkan berkas yang ditolak beserta alasannya")
    refused.set_defaults(run=lambda args: _refused(args, open_collection))

    for parser in (taking, refused):
        parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")


def _import(
    args: argparse.Namespace,
    open_collection: OpenCollection,
    open_keys: OpenKeys,
    begin_import: BeginImport,
    ask_secret: Callable[[str], str],
) -> int:
    keys: dict[str, Any] = {}
    for file in args.kunci:
        keys |= open_keys(file, _password(file, ask_secret, from_input=args.sandi_stdin))
    with open_collection(args) as store:
        with closing(begin_import(args.paths, store, keys)) as importing, interruptible() as interrupted:
            progress = _to_its_end(importing, interrupted)
        # Closing says what it came to where it was stopped.
        tally, number = importing.tally, importing.number
        if tally is None or number is None:
            raise Refusal("Tidak ada yang diperiksa. Jalankan perintah yang sama lagi.")
        if args.json:
            _print_object({"files": tally.files, "verdicts": _counts(tally)}, store.refused(number))
        else:
            print_lines(tally_lines(tally))
            print_lines(_refused_lines(store.refused(number)))
    if not progress.finished:
        print_lines(_stopped_lines(tally.files, progress), to_error=True)
    done = tally.verdicts.get(Verdict.ACCEPTED, 0) + tally.verdicts.get(Verdict.DUPLICATE, 0)
    return 0 if progress.finished and done == tally.files else 1


def _password(file: Path, ask_secret: Callable[[str], str], *, from_input: bool) -> str:
    try:
        typed = sys.stdin.readline() if from_input else f"{ask_secret(f'Kata sandi {harmless(file.name)}: ')}\n"
    except (EOFError, KeyboardInterrupt):
        typed = ""
    if not typed:
        raise Refusal("Kata sandi belum dimasukkan, jadi tidak ada yang diperiksa. Jalankan lagi, lalu ketik.")
    return typed.rstrip("\r\n")


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Ctrl+C is noticed between two steps only; pressed again, it ends the program as ever."""
    pressed = False

    def notice(number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        signal.signal(number, before)

    before = signal.signal(signal.SIGINT, notice)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _to_its_end(importing: Import, interrupted: Callable[[], bool]) -> Progress:
    """Steps until it is finished or stopped, and tells how far it is where somebody watches."""
    watched = sys.stderr.isatty()
    while True:
        progress = importing.step()
        if watched:
            print(f"\r\033[K{_progress_words(progress)}", end="\n" if progress.finished else "", file=sys.stderr)
            sys.stderr.flush()
        if progress.finished or interrupted():
            if watched and not progress.finished:
                print(file=sys.stderr)
            return progress


def _progress_words(progress: Progress) -> str:
    words = f"{number_words(progress.done)} dari {number_words(progress.total)} berkas"
    if progress.finished or progress.left_s is None:
        return words
    return f"{words} · sisa {duration_words(progress.left_s * 1000)}"


def _stopped_lines(done: int, progress: Progress) -> Iterator[str]:
    total = max(progress.total, done)
    yield f"Dihentikan: {number_words(done)} dari {number_words(total)} berkas sudah diperiksa dan tersimpan."
    yield "Untuk melanjutkan, jalankan perintah yang sama; yang sudah masuk tidak dihitung dua kali."


def _counts(tally: Tally) -> dict[str, int]:
    return {verdict.value: tally.verdicts.get(verdict, 0) for verdict in Verdict}


def _refused_lines(files: Iterator[RefusedFile], most: int | None = _MOST_REFUSED) -> Iterator[str]:
    for file in islice(files, most):
        yield f"{masked(file.name)}: {COLLECTED[file.verdict]}. {file.reason}"
    if next(files, None) is not None:
        yield "Selebihnya: asnquiz collect refused"


def _print_object(head: Mapping[str, Any], files: Iterator[RefusedFile]) -> None:
    """One JSON object that ends in the refused files, which may be many."""
    print(json.dumps(head)[:-1], end=', "refused": [' if head else '"refused": [')
    between = ""
    for file in files:
        one = {"path": masked(file.name), "verdict": file.verdict.value, "reason": file.reason}
        print(between, json.dumps(one), sep="", end="")
        between = ", "
    print("]}")


def _refused(args: argparse.Namespace, open_collection: OpenCollection) -> int:
    with open_collection(args) as store:
        if args.json:
            _print_object({}, store.refused())
        else:
            print_lines(_refused_lines(store.refused(), None))
    return 0
