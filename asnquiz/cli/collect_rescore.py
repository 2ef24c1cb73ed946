"""`asnquiz collect rescore`: marks everything anew by another version of the content, after what changes was shown."""

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from asnquiz.cli.collect import SHEETS, YES, OpenCollection, agreed, check_new
from asnquiz.domain.collection import nip_of
from asnquiz.domain.data_table import DataFile
from asnquiz.domain.marking import KnownPack, Mark
from asnquiz.domain.plain import to_plain
from asnquiz.domain.recap_wording import MARK
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, number_words, score_words
from asnquiz.usecases.rescore import (
    ExamChange,
    PackInUse,
    QuestionChange,
    RescorePreview,
    changed_tables,
    preview_lines,
    preview_rescore,
    reason_words,
    rescore,
    version_words,
)
from asnquiz.usecases.see_collection import NO_EVIDENCE, masked, masked_nip

OpenVersion = Callable[[argparse.Namespace], PackInUse]
SaveTables = Callable[[Path, DataFile], object]

_RESCORE = (
    "Menilai ulang semua jawaban di rekap menurut paket soal lain, misalnya setelah hukum berubah atau kunci "
    "diperbaiki. Perubahannya ditampilkan lebih dahulu; jawaban yang dikirim pegawai tidak pernah diubah. Kode selesai "
    "0: sudah dinilai ulang; 1: tidak ada yang diganti."
)
_MOST = 20
_PASSING: dict[tuple[bool | None, bool | None], str] = {
    (False, True): "menjadi lulus",
    (True, False): "tidak lagi lulus",
}


def add_rescore_command(
    actions: "argparse._SubParsersAction[Any]",
    *,
    open_collection: OpenCollection,
    open_version: OpenVersion,
    save: SaveTables,
    now: Callable[[], datetime],
) -> None:
    """Adds `collect rescore`; see asnquiz.cli.score.add_commands on what it leaves.

    `open_version` gives the pack in the folder `paket` of a command line, or the program's own; Refusal for a faulty
    one. `save` writes a file of tables as its name ends.
    """
    parser = actions.add_parser("rescore", help="menilai ulang jawaban menurut paket soal lain", description=_RESCORE)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--paket", type=Path, metavar="FOLDER", help="folder paket; bawaan: paket program ini")
    which.add_argument(
        "--semula", action="store_true", help="kembali menilai setiap jawaban menurut paket soal ujiannya"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="menyimpan setiap perubahan (.xlsx, .csv, atau .json)")
    parser.add_argument("--yes", action="store_true", help="menilai ulang tanpa bertanya")
    parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")
    parser.set_defaults(run=lambda args: _rescore(args, open_collection, open_version, save, now))


def _rescore(
    args: argparse.Namespace,
    open_collection: OpenCollection,
    open_version: OpenVersion,
    save: SaveTables,
    now: Callable[[], datetime],
) -> int:
    if args.out:
        check_new(args.out, SHEETS)
    pack = None if args.semula else open_version(args)
    with open_collection(args) as store:
        preview = preview_rescore(pack, store)
        if args.out:
            save(args.out, changed_tables(preview, store, now()))
        if not args.json:
            for line in _lines(preview, args.out):
                print(harmless(line))
        replaced = args.yes or agreed(f"Semua jawaban di rekap ini dinilai ulang. Ketik “{YES}” untuk melanjutkan: ")
        if replaced:
            rescore(preview, store, now())
    if args.json:
        print(json.dumps(_plain(preview) | {"file": args.out and str(args.out), "replaced": replaced}))
    if not replaced:
        raise Refusal("Tidak ada nilai yang diganti.")
    if not args.json:
        print("Semua jawaban sudah dinilai ulang.")
    return 0


def _lines(preview: RescorePreview, out: Path | None) -> Iterator[str]:
    yield f"Dinilai sekarang dengan: {version_words(preview.before)}"
    yield f"Akan dinilai dengan: {version_words(preview.after)}"
    yield from preview_lines(preview)
    for heading, lines in (("Soal", map(_question_words, preview.questions)), ("Ujian", _exam_lines(preview))):
        shown = list(islice(lines, _MOST))
        if shown:
            yield from ("", heading, *shown)
        if next(lines, None) is not None:
            yield "  Selebihnya dapat disimpan dengan --out."
    yield from ("", NO_EVIDENCE)
    if out:
        yield f"Setiap perubahan tersimpan: {out}"


def _question_words(one: QuestionChange) -> str:
    becomes = [f"{number_words(one.becomes[mark])} menjadi {MARK[mark]}" for mark in Mark if one.becomes.get(mark)]
    told = ", ".join(becomes) or f"{number_words(one.answers)} jawaban tidak berubah"
    return f"  {one.item} revisi {one.revision} · {reason_words(one.change, law=one.law)} · {told}"


def _exam_lines(preview: RescorePreview) -> Iterator[str]:
    for one in preview.exams:
        passing = _PASSING.get(one.passed, "")
        scores = f"{score_words(one.before)} menjadi {score_words(one.after)}"
        nip = nip_of(one.key)
        whose = masked_nip(nip) if nip else f"kunci {one.key}"
        parts = (one.name or "(tanpa nama)", whose, one.agency, one.unit, one.task, scores, passing)
        yield f"  {' · '.join(part for part in parts if part)}"


def _plain(preview: RescorePreview) -> dict[str, Any]:
    return {
        "before": _plain_version(preview.before),
        "after": _plain_version(preview.after),
        "answers": preview.answers,
        "now_passed": preview.now_passed,
        "not_passed_any_more": preview.not_passed_any_more,
        "questions": to_plain(preview.questions),
        "exams": [_plain_exam(one) for one in preview.exams],
        "note": NO_EVIDENCE,
    }


def _plain_version(known: KnownPack | None) -> Any:
    return None if known is None else to_plain(vars(known.ref) | {"law_as_of": known.pack.law_as_of})


def _plain_exam(one: ExamChange) -> Any:
    before, after = one.passed
    scores = {"tenths_before": one.before.tenths, "tenths_after": one.after.tenths}
    return to_plain(vars(one) | scores | {"key": masked(one.key), "passed_before": before, "passed_after": after})
