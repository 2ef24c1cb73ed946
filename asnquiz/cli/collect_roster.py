"""`asnquiz collect roster` and `collect link`: the list of who is expected, and who somebody unknown on it is."""

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from asnquiz.cli.collect import OpenCollection
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, number_words
from asnquiz.usecases.keep_roster import ReadSheets, RosterPreview, keep_roster, preview_roster

_MOST_FAULTS = 50


def add_roster_commands(
    actions: "argparse._SubParsersAction[Any]",
    *,
    open_collection: OpenCollection,
    read_sheets: ReadSheets,
    now: Callable[[], datetime],
) -> None:
    """Adds `collect roster` and `collect link`; see asnquiz.cli.score.add_commands on what they leave."""
    roster = actions.add_parser("roster", help="memuat daftar pegawai dari XLSX atau CSV, mengganti yang lama")
    roster.add_argument("file", type=Path, metavar="FILE", help="daftar pegawai (.xlsx atau .csv)")
    roster.add_argument(
        "--lihat", action="store_true", help="hanya menampilkan isi berkas dan perubahannya; tidak ada yang diganti"
    )
    roster.add_argument(
        "--tanpa-yang-salah", action="store_true", help="memakai daftar itu tanpa baris yang memuat sel salah"
    )
    roster.set_defaults(run=lambda args: _roster(args, open_collection, read_sheets, now))
    link = actions.add_parser("link", help="menautkan orang yang tidak dikenal dengan pegawai di daftar")
    link.add_argument("key", metavar="ORANG", help="kunci orang itu, seperti tampil pada collect people")
    link.add_argument("nip", metavar="NIP", nargs="?", help="NIP pegawai di daftar; kosongkan untuk melepas tautan")
    link.set_defaults(run=lambda args: _link(args, open_collection, now))
    for parser in (roster, link):
        parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")


def _roster(
    args: argparse.Namespace, open_collection: OpenCollection, read_sheets: ReadSheets, now: Callable[[], datetime]
) -> int:
    with open_collection(args) as store:
        shown = preview_roster(args.file, store=store, read_sheets=read_sheets)
        faulty = bool(shown.reading.faults)
        keeps = not args.lihat and (args.tanpa_yang_salah or not faulty)
        if keeps:
            keep_roster(shown, store=store, now=now(), without_faulty=args.tanpa_yang_salah)
    if args.json:
        print(json.dumps(_previewed(shown) | {"kept": keeps}))
    else:
        for line in _lines(shown, kept=keeps):
            print(harmless(line))
    return 1 if faulty and not keeps else 0


def _previewed(shown: RosterPreview) -> dict[str, Any]:
    change = shown.change
    return {
        "people": len(shown.reading.entries),
        "agencies": shown.agencies,
        "units": shown.units,
        "new": len(change.new),
        "changed": len(change.changed),
        "gone": len(change.gone),
        "faults": to_plain(shown.reading.faults),
    }


def _lines(shown: RosterPreview, *, kept: bool) -> Iterator[str]:
    reading, change = shown.reading, shown.change
    people, agencies, units = map(number_words, (len(reading.entries), shown.agencies, shown.units))
    yield f"{people} pegawai di {agencies} perangkat daerah, {units} unit kerja."
    new, changed, gone = map(number_words, (len(change.new), len(change.changed), len(change.gone)))
    yield f"Dibanding daftar sekarang: {new} baru, {changed} berubah, {gone} tidak ada lagi."
    for fault in reading.faults[:_MOST_FAULTS]:
        yield f"{fault.cell}: {fault.message}"
    if len(reading.faults) > _MOST_FAULTS:
        yield f"Masih ada {number_words(len(reading.faults) - _MOST_FAULTS)} sel lain yang salah."
    if kept:
        yield "Daftar pegawai diganti."
    elif reading.faults:
        yield "Daftar pegawai belum diganti. Perbaiki berkasnya, atau jalankan lagi dengan --tanpa-yang-salah."
    else:
        yield "Daftar pegawai belum diganti."


def _link(args: argparse.Namespace, open_collection: OpenCollection, now: Callable[[], datetime]) -> int:
    with open_collection(args) as store:
        if args.nip and all(entry.nip != args.nip for entry in store.roster()):
            raise Refusal("NIP itu tidak ada di daftar pegawai. Periksa NIP-nya, atau muat daftar yang baru.")
        store.link(args.key, args.nip, now())
    if args.json:
        print(json.dumps({"linked": bool(args.nip)}))
    else:
        print("Tautan disimpan." if args.nip else "Tautan dilepas.")
    return 0
