"""The commands about packs: `content check`, `content dump`, `content search` and `content report`."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from asnquiz.domain.calendar import stages_words
from asnquiz.domain.local_wording import local_words, marked_words
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import Plain, to_plain
from asnquiz.domain.search_index import build_index
from asnquiz.domain.wording import VERDICT, citations_words, harmless, harmless_lines, law_stamp, phase_words
from asnquiz.usecases.check_pack import Checked, CheckedLayer, Counts
from asnquiz.usecases.local_ports import PackKind
from asnquiz.usecases.look_up import Lookup, look_up

Open = Callable[[argparse.Namespace], Checked]
Check = Callable[[argparse.Namespace], Checked | CheckedLayer]
Tell = Callable[[argparse.Namespace], str]
Add = Callable[[Any], None]
WriteReport = Callable[[Checked, Path], None]

_NOTHING_FITS = (
    "Tidak ada ketentuan dalam paket ini yang menjawab pertanyaan itu. Tanyakan kepada atasan, BKPSDM, atau Bawaslu."
)
_ABOUT_PEMILU = (
    "Pertanyaan itu tentang Pemilu, sedangkan paket ini tentang Pilkada. Dalam Pemilu kewajiban netral tetap berlaku, "
    "tetapi pasalnya berbeda."
)

_HEADINGS = {
    "laws": "Peraturan",
    "terms": "Istilah",
    "rules": "Ketentuan",
    "lessons": "Materi",
    "items": "Soal",
    "scenarios": "Studi kasus",
    "pledge": "Ikrar",
}


def add_commands(
    subparsers: "argparse._SubParsersAction[Any]",
    *,
    check: Check,
    open_any: Check,
    open_pack: Open,
    in_use: Tell,
    write_report: WriteReport,
    more: Iterable[Add] = (),
) -> None:
    """Adds `content`, and what `more` adds to it.

    Arguments have at `path` the pack or, for `check` and `open_any`, the layer that is meant; None is the pack in use,
    which `in_use` tells. `check` takes the table of blind readings at `telaah` too. `write_report` writes the page of
    a pack that opens; Refusal when it cannot.
    """
    content = subparsers.add_parser("content", help="memeriksa dan mencetak paket soal")
    commands = content.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    checking = _add(
        commands, "check", "memeriksa paket dan menyebut setiap kesalahan", lambda args: _check(args, check, in_use)
    )
    checking.add_argument(
        "--telaah", type=Path, metavar="FILE", help="CSV hasil telaah buta; bawaan: milik paket program ini"
    )
    _add(commands, "dump", "mencetak seluruh isi paket", lambda args: _dump(args, open_any))
    search = _command(
        commands, "search", "mencari ketentuan tentang suatu perbuatan", lambda args: _search(args, open_pack)
    )
    search.add_argument("words", nargs="+", metavar="KATA", help="perbuatan itu dengan kata sehari-hari")
    search.add_argument("--path", type=Path, metavar="PATH", help="folder paket; bawaan: paket yang dipakai")
    report = _add(
        commands, "report", "menulis halaman untuk penelaah", lambda args: _write(args, open_pack, write_report)
    )
    report.add_argument("--out", type=Path, required=True, metavar="F.html", help="berkas baru untuk halaman itu")
    for add in more:
        add(commands)


def _add(commands: Any, name: str, told: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    parser = _command(commands, name, told, run)
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="folder paket; bawaan: paket yang dipakai")
    return parser


def _command(commands: Any, name: str, told: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=told, description=told.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="cetak satu objek JSON")
    parser.set_defaults(run=run)
    return parser


def _check(args: argparse.Namespace, check: Check, in_use: Tell) -> int:
    checked = check(args)
    _report(checked, as_json=args.json, in_use=None if args.path else in_use(args))
    return 1 if checked.faults else 0


def _dump(args: argparse.Namespace, open_any: Check) -> int:
    checked = open_any(args)
    opened = checked.pack if isinstance(checked, Checked) else checked.layer
    if opened is None:
        _report(checked, as_json=args.json)
        return 1
    plain = to_plain(opened)
    print(json.dumps(plain, indent=2) if args.json else harmless_lines("\n".join(_readable(plain))))
    return 0


def _search(args: argparse.Namespace, open_pack: Open) -> int:
    checked = open_pack(args)
    if checked.pack is None:
        _report(checked, as_json=args.json)
        return 1
    query = " ".join(args.words)
    found = look_up(query, checked.pack, build_index(checked.pack))
    if args.json:
        results = [
            {
                "id": hit.rule.id,
                "verdict": hit.rule.verdict.value,
                "phases": to_plain(hit.rule.phases),
                "score": round(hit.score, 3),
                **({"local": marked} if (marked := local_words(checked.pack, hit.rule.id)) else {}),
            }
            for hit in found.hits
        ]
        print(json.dumps({"query": query, "results": results}, indent=2))
    else:
        print(harmless_lines("\n".join(_answers(found, checked.pack))))
    return 0


def _answers(found: Lookup, pack: Pack) -> Iterator[str]:
    if found.pemilu:
        yield _ABOUT_PEMILU
    for hit in found.hits:
        law, articles = citations_words(hit.rule.citations[:1], pack)[0]
        yield f"{VERDICT[hit.rule.verdict]}: {hit.rule.act}"
        yield f"  Masa: {', '.join(phase_words(phase) for phase in hit.rule.phases)}"
        if stages := stages_words(hit.rule, pack):
            yield f"  {stages}"
        yield f"  Dasar: {law}, {articles}"
        if marked := marked_words(pack, hit.rule.id):
            yield f"  {marked}"
    yield law_stamp(pack.law_as_of) if found.hits else _NOTHING_FITS


def _write(args: argparse.Namespace, open_pack: Open, write_report: WriteReport) -> int:
    checked = open_pack(args)
    if checked.pack is None:
        _report(checked, as_json=args.json)
        return 1
    write_report(checked, args.out)
    print(
        json.dumps({"file": str(args.out)}) if args.json else f"Halaman telaah tersimpan di {harmless(str(args.out))}."
    )
    return 0


def _report(checked: Checked | CheckedLayer, *, as_json: bool, in_use: str | None = None) -> None:
    if isinstance(checked, Checked):
        kind, named, id_ = PackKind.NATIONAL, "Paket", checked.pack_id
    else:
        kind, named, id_ = PackKind.LAYER, "Paket setempat", checked.layer_id
    if as_json:
        report = {
            "kind": kind.value,
            "pack": id_,
            "version": checked.version,
            "counts": to_plain(checked.counts),
            "statistics": to_plain(checked.statistics),
            "faults": to_plain(checked.faults),
        } | ({"in_use": in_use} if in_use else {})
        print(json.dumps(report, indent=2))
        return
    for fault in checked.faults:
        mark = "Saran: " if fault in checked.advice else ""
        line = f"{fault.file}:{fault.line}:{fault.column}: [{fault.id or '-'}] {mark}{fault.message}"
        print(harmless(" ".join(line.split())))  # a text quoted from the pack may hold line ends
    named = harmless(f"{named} {id_ or '(tanpa id)'} {checked.version or ''}")
    print(f"{named}: {', '.join(_counted(kind, checked.counts))}.")
    advice = sum(fault in checked.advice for fault in checked.faults)
    print(_found(len(checked.faults) - advice, advice))
    if in_use:
        print(harmless(in_use))


def _found(faults: int, advice: int) -> str:
    counted = [f"{many} {word}" for many, word in ((faults, "kesalahan"), (advice, "saran")) if many]
    return f"{' dan '.join(counted)} ditemukan." if counted else "Tidak ada kesalahan."


def _counted(kind: PackKind, counts: Counts) -> Iterator[str]:
    if kind is PackKind.NATIONAL:
        yield f"{counts.laws} peraturan"
        yield f"{counts.terms} istilah"
    yield f"{counts.rules} ketentuan"
    if kind is PackKind.NATIONAL:
        yield f"{counts.lessons} materi"
    yield f"{counts.items} soal bernilai"
    yield f"{counts.scenarios} studi kasus"
    yield f"{counts.discussions} bahan diskusi"


def _readable(pack: Any) -> Iterator[str]:
    for key, value in pack.items():
        if key in _HEADINGS and value:
            yield f"\n{_HEADINGS[key].upper()}"
        if key == "images":
            value = [{"name": image["name"], "media": image["media"]} for image in value]
        yield from _lines(key, value, "")


def _lines(key: str, value: Plain, indent: str) -> Iterator[str]:
    """A value under its key as in the files; what is empty is left out."""
    match value:
        case dict() if value:
            yield f"{indent}{key}:"
            for inner, part in value.items():
                yield from _lines(inner, part, indent + "  ")
        case [dict(), *_]:
            yield f"{indent}{key}:"
            for row in value:
                inside = f"{indent}    "
                first, *rest = [line for inner, part in row.items() for line in _lines(inner, part, inside)]
                yield f"{indent}  - {first.removeprefix(inside)}"
                yield from rest
        case list() if value:
            yield f"{indent}{key}: {', '.join(str(part) for part in value)}"
        case str() if "\n" in value:
            yield f"{indent}{key}:"
            yield from (f"{indent}  {line}" for line in value.splitlines())
        case bool():
            yield f"{indent}{key}: {'ya' if value else 'tidak'}"
        case int() | str():
            yield f"{indent}{key}: {value}"
