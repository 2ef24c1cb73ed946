"""`asnquiz collect receipt`: the receipts of units as a PDF, for an office that prints them by script."""

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from asnquiz.cli.collect import OpenCollection, add_question, asked, check_new
from asnquiz.domain.wording import harmless, number_words
from asnquiz.usecases.write_receipt import Receipt, write_receipts

SaveReceipts = Callable[[argparse.Namespace, Sequence[Receipt]], None]


def add_receipt_command(
    actions: "argparse._SubParsersAction[Any]",
    *,
    open_collection: OpenCollection,
    save: SaveReceipts,
    now: Callable[[], datetime],
) -> None:
    """Adds `collect receipt`; see asnquiz.cli.score.add_commands on what it leaves."""
    parser = actions.add_parser("receipt", help="menyimpan tanda terima setiap unit kerja sebagai PDF")
    parser.add_argument("--perangkat-daerah", required=True, metavar="NAMA", help="seperti di daftar pegawai")
    parser.add_argument("--unit", metavar="NAMA", help="hanya unit kerja ini; bawaan: semua, satu halaman per unit")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="berkas PDF baru")
    add_question(parser)
    parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")
    parser.set_defaults(run=lambda args: _receipt(args, open_collection, save, now))


def _receipt(
    args: argparse.Namespace, open_collection: OpenCollection, save: SaveReceipts, now: Callable[[], datetime]
) -> int:
    check_new(args.out, (".pdf",))
    with open_collection(args) as store:
        _, question = asked(args, store)
        receipts = write_receipts(question, args.perangkat_daerah, args.unit, store=store, now=now())
    save(args, receipts)
    if args.json:
        print(json.dumps({"file": str(args.out), "units": len(receipts)}))
    else:
        print(harmless(f"Tanda terima {number_words(len(receipts))} unit kerja tersimpan: {args.out}"))
    return 0
