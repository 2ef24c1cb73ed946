"""The commands about packs that travel: `content open`, `content packs` and `content publish`."""

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, harmless_lines
from asnquiz.usecases.compare_packs import Comparison, compare_packs, comparison_lines
from asnquiz.usecases.local_ports import KeptPack, OpenedPack, PackHead, PackKind, PackShelf
from asnquiz.usecases.name_file import PACK_ENDING
from asnquiz.usecases.see_packs import KIND, TRUST, head_fields, kept_words

_OWN, _NO_LAYER = "asal", "tanpa-setempat"
_SHOWN = 12  # of the digits that name a version, which are enough to tell a few apart
_FEWEST = 6


@dataclass(frozen=True)
class PackDesk:
    """What the commands need.

    Attributes:
        in_use: the pack in use.
        notice: what must be told of the choice of it; empty where nothing.
        publish: writes a folder into a file, and gives what is to be told of this computer's key, if anything.
    """

    shelf: PackShelf
    in_use: Callable[[], Pack]
    notice: Callable[[], str]
    now: Callable[[], Moment]
    publish: Callable[[Path, Path], tuple[PackHead, str | None]]


OpenDesk = Callable[[argparse.Namespace], PackDesk]


def add_pack_commands(commands: Any, *, open_desk: OpenDesk) -> None:
    """Adds the three commands to `content`."""
    opening = _command(commands, "open", "memperlihatkan berkas paket, dan memakainya dengan --yes", open_desk, _open)
    opening.add_argument("file", type=Path, metavar="FILE", help=f"berkas paket ({PACK_ENDING})")
    opening.add_argument("--yes", action="store_true", help="simpan paket itu dan pakai mulai sekarang")
    packs = _command(commands, "packs", "menyebut versi paket di komputer ini, dan memilihnya", open_desk, _packs)
    choice = packs.add_mutually_exclusive_group()
    choice.add_argument(
        "--use",
        metavar="VERSI",
        help=f"pakai versi dengan sidik ini; “{_OWN}” untuk paket yang datang bersama program, “{_NO_LAYER}” untuk "
        "berhenti memakai paket setempat",
    )
    choice.add_argument("--remove", metavar="VERSI", help="hapus versi dengan sidik ini, bila tidak sedang dipakai")
    publish = _command(commands, "publish", "menulis folder paket menjadi satu berkas bersegel", open_desk, _publish)
    publish.add_argument("folder", type=Path, metavar="FOLDER", help="folder paket nasional atau paket setempat")
    publish.add_argument("--out", type=Path, required=True, metavar=f"FILE{PACK_ENDING}", help="berkas baru untuk itu")


def _command(
    commands: Any, name: str, told: str, open_desk: OpenDesk, run: Callable[[argparse.Namespace, PackDesk], int]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=told, description=told.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    parser.set_defaults(run=lambda args: run(args, open_desk(args)))
    return parser


def _open(args: argparse.Namespace, desk: PackDesk) -> int:
    """Exit code 1 where nothing was taken."""
    opened = desk.shelf.open(args.file)
    compared = compare_packs(desk.in_use(), opened.content)
    if args.yes:
        desk.shelf.take(opened, args.file, desk.now())
    if args.json:
        told = {"head": opened.head, "trust": opened.trust, "comparison": compared, "taken": args.yes}
        print(json.dumps({name: to_plain(value) for name, value in told.items()}, indent=2))
    else:
        print(harmless_lines("\n".join(_opened(opened, compared))))
        print("Paket ini dipakai mulai sekarang." if args.yes else "Belum ada yang disimpan. Pakai dengan --yes.")
    return 0 if args.yes else 1


def _opened(opened: OpenedPack, compared: Comparison) -> Iterator[str]:
    yield from _told(opened.head)
    mark, meaning = TRUST[opened.trust]
    yield f"{mark}: {meaning.format(opened.head.publisher)}"
    yield ""
    yield from comparison_lines(compared)
    yield ""


def _told(head: PackHead) -> Iterator[str]:
    yield harmless(head.title)
    for label, value in head_fields(head):
        yield f"{label}: {value}"


def _packs(args: argparse.Namespace, desk: PackDesk) -> int:
    if args.use is not None:
        desk.shelf.use(*_wanted(args.use, desk.shelf))
    if args.remove is not None:
        desk.shelf.remove(_named(args.remove, [*_kept(desk.shelf), *desk.shelf.damaged()]))
    kept, damaged = {kind: desk.shelf.kept(kind) for kind in PackKind}, desk.shelf.damaged()
    notice = desk.notice()
    if args.json:
        told = {kind.value: to_plain(versions) for kind, versions in kept.items()}
        print(json.dumps({**told, "damaged": to_plain(damaged), "notice": notice}, indent=2))
        return 0
    for kind, versions in kept.items():
        print(f"{KIND[kind]}:" if versions else f"{KIND[kind]}: tidak ada.")
        for one in versions:
            print(f"  {_line(one)}")
    for sha256 in damaged:
        print(f"Rusak: {sha256[:_SHOWN]}. Buka lagi berkasnya, atau hapus dengan --remove.")
    if notice:
        print(harmless(notice))
    return 0


def _line(one: KeptPack) -> str:
    used = ", dipakai" if one.in_use else ""
    if one.head is None:
        return f"{_OWN}: versi {one.version}. {kept_words(one)}{used}"
    return f"{one.head.sha256[:_SHOWN]}: versi {one.version}, “{harmless(one.head.title)}”. {kept_words(one)}{used}"


def _kept(shelf: PackShelf) -> dict[str, PackKind]:
    return {one.head.sha256: kind for kind in PackKind for one in shelf.kept(kind) if one.head}


def _wanted(words: str, shelf: PackShelf) -> tuple[PackKind, str | None]:
    if words == _OWN:
        return PackKind.NATIONAL, None
    if words == _NO_LAYER:
        return PackKind.LAYER, None
    kept = _kept(shelf)
    sha256 = _named(words, list(kept))
    return kept[sha256], sha256


def _named(words: str, known: list[str]) -> str:
    """The version whose SHA-256 begins so."""
    found = [sha256 for sha256 in known if len(words) >= _FEWEST and sha256.startswith(words.lower())]
    if len(found) != 1:
        raise Refusal(
            f"“{words}” bukan sidik dari tepat satu versi di komputer ini. Lihat daftarnya dengan asnquiz content "
            f"packs, lalu tulis sedikitnya {_FEWEST} huruf pertamanya."
        )
    return found[0]


def _publish(args: argparse.Namespace, desk: PackDesk) -> int:
    head, notice = desk.publish(args.folder, args.out)
    if args.json:
        print(json.dumps({"file": str(args.out), "head": to_plain(head), "notice": notice}, indent=2))
        return 0
    if notice:
        print(harmless(notice))
    print("\n".join(_told(head)))
    print(f"Paket tersimpan di {harmless(str(args.out))}.")
    return 0
