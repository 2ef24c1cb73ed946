"""What a person sees of the terminal commands before any of them runs."""

import argparse
import ast
import inspect
import re
from pathlib import Path

import pytest

from asnquiz import __version__
from asnquiz.cli.parser import in_indonesian, root_parser

# Sentences that only a mistake in our own calls of argparse brings out, or that the parser replaces as a whole.
UNREACHABLE = {
    "usage: ",
    "%(heading)s:",
    "options",
    "positional arguments",
    "subcommands",
    "show this help message and exit",
    "show program's version number and exit",
    "%(prog)s: error: %(message)s\n",
    "%(prog)s: warning: %(message)s\n",
    " (default: %(default)s)",
    "argument %(argument_name)s: %(message)s",
    "command '%(parser_name)s' is deprecated",
    "option '%(option)s' is deprecated",
    "argument '%(argument_name)s' is deprecated",
    ".__call__() not defined",
    "conflicting subparser: %s",
    "conflicting subparser alias: %s",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "'required' is an invalid argument for positionals",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "mutually exclusive arguments must be optional",
    "%r is not callable",
    'argument "-" with mode %r',
    "unknown parser %(parser_name)r (choices: %(choices)s)",
}
# Sentences that stand alone; all others come behind "argument NAME: ".
WHOLE = (
    "the following arguments are required: %s",
    "one of the arguments %s is required",
    "unrecognized arguments: %s",
    "unexpected option string: %s",
    "ambiguous option: %(option)s could match %(matches)s",
)
ENGLISH = re.compile(
    r"\b(argument|arguments|usage|error|options?|positional|show|exit|invalid|choose|expected|required|unrecognized"
    r"|ignored|ambiguous|allowed|subcommands|version number|default)\b"
)


def parse(*words: str) -> argparse.Namespace:
    parser, commands = root_parser()
    content = commands.add_parser("content", help="memeriksa paket soal")
    inner = content.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    check = inner.add_parser("check", help="memeriksa paket")
    check.add_argument("path", nargs="?", type=Path, metavar="PATH", help="folder paket")
    check.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    check.add_argument("--seed", type=int, help="angka awal pengacakan")
    check.add_argument("--format", choices=("gift", "csv"), help="bentuk berkas")
    check.add_argument("--pair", nargs=2, metavar="KODE", help="dua kode")
    check.add_argument("--some", nargs="+", metavar="KODE", help="beberapa kode")
    one_of = check.add_mutually_exclusive_group()
    one_of.add_argument("--brief", action="store_true", help="ringkas")
    one_of.add_argument("--long", action="store_true", help="lengkap")
    needy = inner.add_parser("needy", help="meminta isian")
    needy.add_argument("file", metavar="FILE", help="berkas")
    must = needy.add_mutually_exclusive_group(required=True)
    must.add_argument("--left", action="store_true", help="kiri")
    must.add_argument("--right", action="store_true", help="kanan")
    return parser.parse_args(words)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the person reads on standard error; standard output must stay empty and the exit code be 2."""
    with pytest.raises(SystemExit) as left:
        parse(*words)
    shown = capsys.readouterr()
    assert left.value.code == 2
    assert shown.out == ""
    assert shown.err.startswith("penggunaan: asnquiz")
    assert not ENGLISH.search(shown.err.replace("--version", "")), shown.err
    return shown.err


def helped(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as left:
        parse(*words)
    shown = capsys.readouterr()
    assert left.value.code == 0
    assert not ENGLISH.search(shown.out.replace("--version", "")), shown.out
    return shown.out


def test_help_is_indonesian_at_every_level(capsys: pytest.CaptureFixture[str]) -> None:
    root = helped(capsys, "--help")
    assert root.startswith("penggunaan: asnquiz [pilihan]")
    assert "\npilihan:\n" in root
    assert "\nperintah:\n" in root
    assert "tampilkan bantuan ini lalu selesai" in root
    assert helped(capsys, "content", "-h").startswith("penggunaan: asnquiz content [-h]")
    check = helped(capsys, "content", "check", "--help")
    assert check.startswith("penggunaan: asnquiz content check [-h]")
    assert "\nisian:\n" in check


@pytest.mark.parametrize("word", ["--versi", "--version"])
def test_the_version_is_printed(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert helped(capsys, word) == f"ASN Netral {__version__}\n"


def test_without_words_there_is_no_command() -> None:
    arguments = parse()
    assert arguments.command is None
    assert arguments.data_dir is None


@pytest.mark.parametrize(
    "words",
    [
        ("--data-dir", "/d", "content", "check"),
        ("content", "--data-dir", "/d", "check"),
        ("content", "check", "--data-dir", "/d"),
        ("content", "check", "--data-dir=/d", "paket"),
    ],
)
def test_the_data_folder_is_taken_before_and_after_a_command(words: tuple[str, ...]) -> None:
    arguments = parse(*words)
    assert arguments.data_dir == "/d"
    assert arguments.command == "content"


def test_the_last_data_folder_counts() -> None:
    assert parse("--data-dir", "/a", "content", "check", "--data-dir", "/b").data_dir == "/b"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["foo"], "Perintah tidak dikenal: foo. Yang ada: content."),
        (["content", "foo"], "Perintah tidak dikenal: foo. Yang ada: check, needy."),
        (["content"], "Yang wajib diisi belum ada: PERINTAH."),
        (["--data-dir"], "--data-dir: harus diikuti satu nilai."),
        (["--data-dir", ""], "--data-dir: nama folder masih kosong."),
        (["--data=/d"], "Tidak dikenal di sini: --data=/d."),
        (["Jum'at"], "Perintah tidak dikenal: Jum'at. Yang ada: content."),
        (["content", "check", "--sedd"], "Tidak dikenal di sini: --sedd."),
        (["content", "check", "a", "b"], "Tidak dikenal di sini: b."),
        (["content", "check", "--seed", "x"], "--seed: x bukan nilai yang benar."),
        (["content", "check", "--format", "pdf"], "--format: pdf tidak ada; pilih gift, csv."),
        (["content", "check", "--json=1"], "--json: tidak menerima nilai 1."),
        (["content", "check", "--pair", "a"], "--pair: harus diikuti 2 nilai."),
        (["content", "check", "--some"], "--some: harus diikuti sedikitnya satu nilai."),
        (["content", "check", "--brief", "--long"], "--long: tidak dapat dipakai bersama --brief."),
        (["content", "needy", "--left"], "Yang wajib diisi belum ada: FILE."),
        (["content", "needy", "berkas"], "Salah satu wajib diisi: --left --right."),
    ],
)
def test_wrong_usage_is_told_in_indonesian(capsys: pytest.CaptureFixture[str], words: list[str], sentence: str) -> None:
    assert f"\n{sentence}\n" in refused(capsys, *words)


def test_wrong_usage_names_where_help_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "content", "foo").endswith('Ketik "asnquiz content --help" untuk melihat penjelasannya.\n')


def test_every_sentence_of_this_argparse_that_can_occur_is_translated() -> None:
    sentences = _sentences_of_argparse() - UNREACHABLE
    assert len(sentences) >= 14, "the sentences were not found in argparse's source"
    for sentence in sentences:
        message = re.sub(r"%(\(\w+\))?[rs]", "7", sentence)
        shown = in_indonesian(message if sentence in WHOLE else f"argument --x: {message}")
        assert not ENGLISH.search(shown), f"{sentence!r} is shown as {shown!r}"


def test_a_commands_own_words_are_kept() -> None:
    assert in_indonesian("argument --seed: angka itu terlalu besar") == "--seed: angka itu terlalu besar."
    assert in_indonesian("argument --day: hari 'Jum'at' libur") == "--day: hari 'Jum'at' libur."
    assert in_indonesian("Berkas itu kosong.") == "Berkas itu kosong."


def _sentences_of_argparse() -> set[str]:
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call))
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
