"""argparse in Indonesian: the root parser, and the class that every command's parser has.

argparse looks for translations by the operating system's language; here the language is Indonesian whatever the
system's is. So headings are given, and messages are translated on their way out.
"""

import argparse
import datetime as dt
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from asnquiz import __version__
from asnquiz.domain.wording import harmless_lines

_NO_CHOICE = r"invalid choice: (.*?)(?:, maybe .*\?)? \(choose from (.*)\)"

# argparse's sentences, of Python 3.11 to 3.14, with a group for each value; the first that fits is taken.
_SENTENCES = (
    (r"the following arguments are required: (.*)", "Yang wajib diisi belum ada: {0}."),
    (r"one of the arguments (.*) is required", "Salah satu wajib diisi: {0}."),
    (r"(?:unrecognized arguments|unexpected option string): (.*)", "Tidak dikenal di sini: {0}."),
    (r"ambiguous option: (.*) could match (.*)", "Pilihan {0} kurang jelas; yang mungkin: {1}."),
    (rf"argument PERINTAH: {_NO_CHOICE}", "Perintah tidak dikenal: {0}. Yang ada: {1}."),
    (rf"argument (.*?): {_NO_CHOICE}", "{0}: {1} tidak ada; pilih {2}."),
    (r"argument (.*?): expected one argument", "{0}: harus diikuti satu nilai."),
    (r"argument (.*?): expected at most one argument", "{0}: paling banyak diikuti satu nilai."),
    (r"argument (.*?): expected at least one argument", "{0}: harus diikuti sedikitnya satu nilai."),
    (r"argument (.*?): expected (.*) arguments?", "{0}: harus diikuti {1} nilai."),
    (r"argument (.*?): not allowed with argument (.*)", "{0}: tidak dapat dipakai bersama {1}."),
    (r"argument (.*?): ignored explicit argument (.*)", "{0}: tidak menerima nilai {1}."),
    (r"argument (.*?): invalid .* value: (.*)", "{0}: {1} bukan nilai yang benar."),
    (r"argument (.*?): can't open '(.*)': .*", "{0}: berkas {1} tidak dapat dibuka."),
    (r"argument (.*?): (.*)", "{0}: {1}."),  # in a command's own words
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Indonesian and knows `--data-dir`; parsers added under it are of this class too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self.formatter_class = _Help
        self._positionals.title = "isian"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini lalu selesai")
        self.add_argument(
            "--data-dir",
            type=_folder,
            metavar="FOLDER",
            default=argparse.SUPPRESS,  # so that a command does not forget what was given before it
            help="simpan dan baca data di FOLDER ini",
        )

    def error(self, message: str) -> NoReturn:
        """Leaves with exit code 2, the usage and an Indonesian sentence."""
        self.print_usage(sys.stderr)
        self.exit(
            2, f'{harmless_lines(in_indonesian(message))}\nKetik "{self.prog} --help" untuk melihat penjelasannya.\n'
        )


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "penggunaan: " if prefix is None else prefix)


def root_parser() -> "tuple[Parser, argparse._SubParsersAction[Parser]]":
    """The parser of `asnquiz` and the place where commands are added.

    Parsed arguments have `data_dir` (str, or None when it was not given) and `command` (None when there was none).
    """
    parser = Parser(
        prog="asnquiz",
        usage="asnquiz [pilihan] [BERKAS | PERINTAH ...]",
        description="ASN Netral: belajar netralitas ASN dalam Pilkada, tanpa internet. Tanpa perintah, jendela program "
        "dibuka; BERKAS (tugas, .asntugas, berkas nilai, .asnskor, paket soal, .asnpack, atau berkas pindah, "
        ".asnpindah) dibuka di dalamnya.",
    )
    parser.add_argument(
        "--versi", "--version", action="version", version=f"ASN Netral {__version__}", help="tampilkan versi program"
    )
    parser.set_defaults(data_dir=None)
    return parser, parser.add_subparsers(title="perintah", metavar="PERINTAH", dest="command", prog="asnquiz")


def in_indonesian(message: str) -> str:
    """A message of argparse in Indonesian; one that is not argparse's own stays as it is."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*map(_unquoted, found.groups()))
    return message


def parse_day(text: str) -> dt.date:
    """The day of an argument."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan tanggal; tulis seperti 2026-12-31") from None


def _unquoted(value: str) -> str:
    """A value, or several with commas between, without the quotes that Python's repr sets around each."""
    return re.sub(r"(^|, )(['\"])(.*?)\2(?=, |$)", r"\1\3", value)


def _folder(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("nama folder masih kosong")
    return text
