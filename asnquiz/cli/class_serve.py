"""`asnquiz class serve`: a briefing's server without a window, led from the terminal."""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from random import SystemRandom
from typing import Any, TextIO
from uuid import UUID, uuid4

from asnquiz.cli.class_lead import COMMANDS, Terminal
from asnquiz.cli.collect_office import listed_units
from asnquiz.cli.parser import parse_day
from asnquiz.domain.briefing import Briefing, Occasion, Plan, Way
from asnquiz.domain.briefing_course import course_of
from asnquiz.domain.briefing_wording import WAY
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, harmless, number_words
from asnquiz.usecases.begin_briefing import BriefingForm, begin_briefing
from asnquiz.usecases.briefing_ports import BriefingStore, BriefingSummary, Hall, TellHall
from asnquiz.usecases.invite_guests import ReadSheets, invited_in, taken
from asnquiz.usecases.plan_briefing import ready_plans
from asnquiz.usecases.ports import Clock, PackSource
from asnquiz.usecases.show_audience import Prose

_SERVE = (
    "Memimpin sosialisasi dari terminal, tanpa jendela: membuka server untuk HP peserta, lalu membaca perintah baris "
    f"demi baris dari masukan standar: {COMMANDS}. Semua jawaban tersimpan begitu diterima; setelah server ditutup, "
    "sosialisasi dapat dilanjutkan dengan --lanjut. Server hanya berjalan selama perintah ini berjalan."
)
_WAYS = {way.value: way for way in Way if way.networked}
_USUAL_PLAN = "siap-20"
_ENDINGS = (signal.SIGINT, signal.SIGTERM)
# What a new briefing needs to be told, and what it may be told.
_NEEDED = ("judul", "kantor", "tempat", "narasumber")
_MORE = ("kop", "tanggal", "nomor", "plan", "way", "units", "guests")

StartHall = Callable[[Briefing, Pack, str, TellHall], Hall]


@dataclass(frozen=True)
class ClassDesk:
    """What leading needs of one data folder.

    Attributes:
        likeliest_host: the address at which phones most likely reach this computer. Raises Refusal where it has none.
        start: opens a hall with its door at such an address.
    """

    data: Path
    store: BriefingStore
    packs: PackSource
    clock: Clock
    prose: Prose
    read_sheets: ReadSheets
    likeliest_host: Callable[[], str]
    start: StartHall


OpenClass = Callable[[argparse.Namespace], AbstractContextManager[ClassDesk]]


def add_commands(subparsers: "argparse._SubParsersAction[Any]", *, open_class: OpenClass) -> None:
    """Adds `class serve`; see asnquiz.cli.score.add_commands on what it leaves."""
    group = subparsers.add_parser("class", help="memimpin sosialisasi tanpa jendela")
    actions = group.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    serve = actions.add_parser("serve", help="membuka server sosialisasi untuk HP peserta", description=_SERVE)
    serve.add_argument("--judul", metavar="JUDUL", help="judul acara")
    serve.add_argument("--kantor", metavar="NAMA", help="kantor penyelenggara")
    serve.add_argument("--tempat", metavar="TEMPAT", help="tempat acara")
    serve.add_argument("--narasumber", metavar="NAMA", help="nama narasumber")
    serve.add_argument(
        "--kop",
        action="append",
        default=[],
        metavar="BARIS",
        help="satu baris kop surat; boleh diulang; bawaan: nama kantor",
    )
    serve.add_argument("--tanggal", type=parse_day, metavar="TANGGAL", help="misalnya 2026-11-21; bawaan: hari ini")
    serve.add_argument("--nomor", metavar="NOMOR", help="nomor undangan atau surat tugas")
    serve.add_argument(
        "--plan", metavar="RENCANA", help=f"siap-20, siap-45, siap-90, atau nama rencana sendiri; bawaan: {_USUAL_PLAN}"
    )
    serve.add_argument(
        "--way", choices=tuple(_WAYS), help="phones: setiap orang memakai HP (bawaan); tables: satu HP per meja"
    )
    serve.add_argument("--units", type=Path, metavar="FILE", help="berkas teks, satu unit kerja setiap baris")
    serve.add_argument("--guests", type=Path, metavar="FILE", help="daftar undangan (XLSX atau CSV)")
    serve.add_argument("--host", metavar="ALAMAT", help="alamat komputer ini di jaringan yang dipakai HP peserta")
    which = serve.add_mutually_exclusive_group()
    which.add_argument("--lanjut", type=_id, metavar="ID", help="melanjutkan sosialisasi yang sudah ada")
    which.add_argument("--list", action="store_true", help="menampilkan sosialisasi yang ada, lalu selesai")
    serve.add_argument(
        "--json", action="store_true", help="mencetak satu objek JSON setelah server terbuka; yang lain ke stderr"
    )
    serve.set_defaults(run=partial(_serve, serve, open_class))


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan nomor yang benar; lihat --list") from None


def _serve(parser: argparse.ArgumentParser, open_class: OpenClass, args: argparse.Namespace) -> int:
    _check(parser, args)
    with open_class(args) as desk:
        if args.list:
            _print_list(desk.store.summaries(), as_json=args.json)
            return 0
        host = args.host or desk.likeliest_host()
        briefing = _kept(args.lanjut, desk) if args.lanjut else _begun(args, desk)
        _lead(briefing, host, desk, args)
    return 0


def _check(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """Wrong usage that argparse has no words for."""
    given = [f"--{name}" for name in (*_NEEDED, *_MORE) if getattr(args, name)]
    if args.list and args.host:
        given.append("--host")
    if given and (args.lanjut or args.list):
        parser.error(f"{given[0]}: tidak dapat dipakai bersama {'--lanjut' if args.lanjut else '--list'}.")
    missing = [f"--{name}" for name in _NEEDED if getattr(args, name) is None]
    if missing and not (args.lanjut or args.list):
        parser.error(f"Yang wajib diisi belum ada: {', '.join(missing)}.")


def _kept(briefing: UUID, desk: ClassDesk) -> Briefing:
    """A briefing to go on with."""
    found = desk.store.briefing(briefing)
    if not found.way.networked:
        raise Refusal(
            f"Sosialisasi itu dijawab dengan {WAY[found.way]}, jadi tidak memerlukan server. Pimpin dari jendela "
            "program, pada bagian Sosialisasi."
        )
    if course_of(desk.store.events(briefing)).ended:
        raise Refusal("Sosialisasi itu sudah diakhiri, jadi tidak dapat dilanjutkan. Mulai sosialisasi baru.")
    return found


def _begun(args: argparse.Namespace, desk: ClassDesk) -> Briefing:
    way = _WAYS[args.way or Way.PHONES.value]
    guests = taken(invited_in(args.guests, read_sheets=desk.read_sheets)) if args.guests else ()
    occasion = Occasion(
        title=args.judul,
        office=args.kantor,
        letterhead=tuple(args.kop) or (args.kantor,),
        place=args.tempat,
        date=args.tanggal or desk.clock.now().local.date(),
        number=args.nomor or "",
        speaker=args.narasumber,
    )
    units = tuple(listed_units(args.units))
    form = BriefingForm(occasion, way, _plan(args.plan or _USUAL_PLAN, way, desk), units, guests)
    return begin_briefing(
        form, briefing_id=uuid4(), random=SystemRandom(), packs=desk.packs, clock=desk.clock, store=desk.store
    )


def _plan(wanted: str, way: Way, desk: ClassDesk) -> Plan:
    """A ready plan by its id, else a trainer's own by its name."""
    ready, own = ready_plans(desk.packs.current()[0], way), desk.store.plans()
    named = {plan.name.casefold(): plan for plan in own} | {plan.id: plan for plan in ready}
    found = named.get(wanted.casefold())
    if found is None:
        known = ", ".join([*(plan.id for plan in ready), *(f"“{plan.name}”" for plan in own)]) or "tidak ada"
        raise Refusal(f"Rencana “{wanted}” tidak ada. Yang ada: {known}.")
    return found


def _lead(briefing: Briefing, host: str, desk: ClassDesk, args: argparse.Namespace) -> None:
    """Until the commands end, or somebody ends them. Raises Refusal where the door does not open."""
    told = partial(_say, sys.stderr if args.json else sys.stdout)
    pack = desk.packs.decode(desk.store.compiled_pack(briefing.pack.sha256))
    terminal = Terminal(briefing, pack, desk.prose, say=told, warn=partial(_say, sys.stderr))
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a stray byte is no reason to close the door
    try:
        opened = desk.start(briefing, pack, host, terminal.tell)
    except Refusal:
        if not args.lanjut:
            desk.store.erase(briefing.id)  # nobody came in, since its door never opened
        raise
    with _until_interrupted(), _closing_in_peace(opened) as hall:
        if args.json:
            print(json.dumps(_opened(briefing, terminal, desk)), flush=True)
        for line in (*terminal.way_in(), f"Data: {desk.data}", f"Perintah: {COMMANDS}."):
            told(line)
        terminal.lead(hall, sys.stdin)
    if not terminal.news.course.ended:
        told("Server ditutup, dan semua jawaban tersimpan. Untuk melanjutkan:")
        told(f"asnquiz class serve --lanjut {briefing.id}")


def _opened(briefing: Briefing, terminal: Terminal, desk: ClassDesk) -> dict[str, str | None]:
    door = terminal.news.door
    return {
        "briefing": str(briefing.id),
        "address": door.address if door else None,
        "class_code": briefing.class_code,
        "data": str(desk.data),
    }


@contextmanager
def _until_interrupted() -> Iterator[None]:
    """Ctrl+C and the system's wish that the program end stop what is done in here, and nothing else."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in _ENDINGS}
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _closing_in_peace(hall: Hall) -> Iterator[Hall]:
    """Closes the hall at the end, which a second Ctrl+C does not cut short."""
    with closing(hall):
        try:
            yield hall
        finally:
            for number in _ENDINGS:
                signal.signal(number, signal.SIG_IGN)


def _say(to: TextIO, line: str) -> None:
    print(harmless(line), file=to, flush=True)


def _print_list(summaries: Sequence[BriefingSummary], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"briefings": [_listed(one) for one in summaries]}))
        return
    for one in summaries:
        occasion = one.briefing.occasion
        ended = "selesai" if one.ended else "belum diakhiri"
        words = f"{date_words(occasion.date)}  {occasion.title}  {number_words(one.participants)} peserta, {ended}"
        print(harmless(f"{one.briefing.id}  {words}"))
    if not summaries:
        print("Belum ada sosialisasi.")


def _listed(summary: BriefingSummary) -> dict[str, object]:
    briefing = summary.briefing
    return {
        "briefing": str(briefing.id),
        "title": briefing.occasion.title,
        "date": briefing.occasion.date.isoformat(),
        "way": briefing.way.value,
        "participants": summary.participants,
        "ended": summary.ended,
    }
