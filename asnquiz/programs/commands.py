"""One command line: parse, open what the command needs, run it, and answer with an exit code."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from asnquiz.cli import content, score
from asnquiz.cli.parser import Parser, root_parser
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore
from asnquiz.programs.learning import PACK, open_learning
from asnquiz.programs.paths import Paths, content_folder, find_data, make_data, program_folder
from asnquiz.usecases.check_pack import Checked
from asnquiz.usecases.tell_recovery import recovery_words, untold_recovery


def run_command(argv: list[str]) -> int:
    """Runs the command of `argv`, or the window when there is none."""
    _print_whatever_the_console_can()
    args = _parser().parse_args(argv)
    try:
        return _window(args) if args.command is None else int(args.run(args))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1


def _print_whatever_the_console_can() -> None:
    """An old Windows console lacks some characters; a mark in their place is better than a stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> Parser:
    parser, commands = root_parser()
    content.add_commands(commands, check=_check)
    score.add_commands(commands, open_learner=_open_learner, read_file=_read_score)
    tour = commands.add_parser("tour", help="menjalankan jendela tanpa layar dan memotret setiap layarnya")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder kosong untuk gambar dan berkas")
    tour.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")
    tour.set_defaults(run=_tour)
    return parser


def _data(args: argparse.Namespace) -> Paths:
    paths = find_data(args.data_dir, os.environ, program_folder())
    make_data(paths, os.environ)
    return paths


def _window(args: argparse.Namespace) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise Refusal(
            "Tidak ada layar di sini, jadi jendela tidak dapat dibuka. Jalankan di komputer dengan layar, atau "
            "lihat seluruh layarnya sebagai gambar dengan: python3 main.py tour --out FOLDER"
        )
    from asnquiz.programs.desktop import run_window, show_refusal
    from asnquiz.programs.logs import log_to_folder

    try:
        paths = _data(args)
        log_to_folder(paths)
        return run_window(paths)
    except Refusal as refusal:
        show_refusal(str(refusal))
        raise


_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _check(folder: Path | None) -> Checked:
    from asnquiz.content.checker import check_pack

    return check_pack(folder or content_folder() / PACK)


@contextmanager
def _open_learner(args: argparse.Namespace) -> Iterator[score.Learner]:
    paths = _data(args)
    with open_learning(paths, partial(_claimed, paths.data)) as learning:
        recovery = untold_recovery(learning.store)
        if recovery is not None:
            print(*recovery_words(recovery), sep=". ", file=sys.stderr)
        yield score.Learner(learning.store, learning.packs, learning.clock, learning.seal)


def _claimed(data: Path) -> AbstractContextManager[None]:
    from asnquiz.programs.one_window import claimed  # Qt, which most commands do without

    return claimed(data)


def _read_score(path: Path) -> ReadScore:
    from asnquiz.scorefiles.score_file import read_file

    return read_file(path)


def _tour(args: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from asnquiz.programs.tour import run_tour

    return run_tour(args.out, as_json=args.json)
