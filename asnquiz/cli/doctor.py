"""The command `doctor`: how the computer and the program's files stand, for whoever helps from afar."""

import argparse
import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from asnquiz.domain.condition import Finding
from asnquiz.usecases.check_computer import report_text

Check = Callable[[argparse.Namespace], tuple[Finding, ...]]


def add_command(
    subparsers: "argparse._SubParsersAction[Any]", *, check: Check, addresses: Callable[[], tuple[str, ...]]
) -> None:
    """Adds `doctor`; `addresses` are the computer's own in its networks."""
    told = "memeriksa data, cadangan, materi, dan komputer ini tanpa mengubah apa pun"
    parser = subparsers.add_parser("doctor", help=told, description=told.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    parser.set_defaults(run=lambda args: _doctor(args, check(args), addresses()))


def _doctor(args: argparse.Namespace, findings: tuple[Finding, ...], addresses: tuple[str, ...]) -> int:
    """Exit code 1 when something needs attention."""
    well = all(one.well for one in findings)
    if args.json:
        listed = [{"name": one.name, "well": one.well, "words": one.words, "advice": one.advice} for one in findings]
        print(json.dumps({"well": well, "findings": listed, "addresses": addresses}, indent=2))
    else:
        print(report_text(findings, dt.datetime.now().astimezone()))
        print(f"Alamat di jaringan, yang tidak dipakai program ini: {', '.join(addresses) or 'tidak ada'}.")
    return 0 if well else 1
