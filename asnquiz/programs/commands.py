"""One command line: parse, open what the command needs, run it, and answer with an exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from asnquiz.cli import class_serve, collect, content, doctor, score
from asnquiz.cli.collect_copy import add_copy_command
from asnquiz.cli.collect_import import Keys, add_import_commands
from asnquiz.cli.collect_office import OfficeDesk, add_office_commands
from asnquiz.cli.collect_receipt import add_receipt_command
from asnquiz.cli.collect_report import ReportDesk, add_report_commands
from asnquiz.cli.collect_rescore import add_rescore_command
from asnquiz.cli.collect_roster import add_roster_commands
from asnquiz.cli.content_exchange import add_exchange_commands
from asnquiz.cli.content_packs import PackDesk, add_pack_commands
from asnquiz.cli.parser import Parser, root_parser
from asnquiz.content import in_use
from asnquiz.domain.collection import Copied
from asnquiz.domain.condition import Finding
from asnquiz.domain.moment import Moment
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.pack import Pack
from asnquiz.domain.question import Brought
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Sheet
from asnquiz.domain.wording import harmless, harmless_lines, pack_version_words
from asnquiz.programs.clock import SystemClock
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.learning import LateSeal, Learning, open_learning, pack_shelf, read_certificate, read_score_file
from asnquiz.programs.logs import log_to_folder
from asnquiz.programs.paths import (
    PACK,
    Paths,
    content_folder,
    find_data,
    make_data,
    program_folder,
    readings_file,
)
from asnquiz.programs.question_forms import FORMS, bytes_of
from asnquiz.programs.routes.office_files import save_data, save_letter, save_pdf, save_reminders
from asnquiz.usecases.bring_in import BroughtIn, bring_in
from asnquiz.usecases.check_computer import check_computer
from asnquiz.usecases.check_pack import Checked, CheckedLayer
from asnquiz.usecases.collect import Import
from asnquiz.usecases.collection_ports import CollectionStore, TellRows
from asnquiz.usecases.hand_in import ProofPreview
from asnquiz.usecases.hand_over import refuse_taken
from asnquiz.usecases.local_ports import PackHead
from asnquiz.usecases.rescore import PackInUse
from asnquiz.usecases.tell_recovery import recovery_words, untold_recovery
from asnquiz.usecases.write_receipt import Receipt


def run_command(argv: list[str]) -> int:
    """Runs the command of `argv`; the window when it names none, or a file."""
    parser, commands = _parser()
    argv, file = _without_file(argv, commands)
    args = parser.parse_args(argv)
    if file is not None and args.command is not None:
        parser.error(f"{file} mendahului perintah {args.command}.")
    if args.command is None:
        from asnquiz.programs.window import open_window

        return open_window(args.data_dir, file)
    try:
        return int(args.run(args))
    except Refusal as refusal:
        print(harmless_lines(str(refusal)), file=sys.stderr)
        return 1


def _without_file(argv: list[str], commands: Container[str]) -> tuple[list[str], Path | None]:
    """The command line without the file that is to be opened in the window, and that file.

    A first word that is no command is a file when it looks like one or there is one; otherwise it was a slip of the
    hand, which the parser tells.
    """
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 2 if argv[place] == "--data-dir" else 1
    if place >= len(argv) or argv[place] in commands:
        return argv, None
    file = Path(argv[place])
    if len(file.parts) == 1 and not file.suffix and not os.path.lexists(file):
        return argv, None
    return argv[:place] + argv[place + 1 :], file.absolute()


def _parser() -> tuple[Parser, Container[str]]:
    """The parser, and the names of the commands."""
    parser, commands = root_parser()
    content.add_commands(
        commands,
        check=_check,
        open_any=_open_any,
        open_pack=_open_content,
        in_use=_told_in_use,
        write_report=_write_report,
        more=(
            partial(add_pack_commands, open_desk=_open_packs),
            partial(
                add_exchange_commands,
                forms=FORMS,
                open_pack=_pack_to_export,
                known_pack=_known_pack,
                read=bytes_of,
                save=_save,
                bring_in=_bring_in,
            ),
        ),
    )
    score.add_commands(
        commands, open_learner=_open_learner, read_file=read_score_file, read_certificate=read_certificate
    )
    collect.add_commands(
        commands,
        open_collection=_open_collection,
        now=_now,
        more=(
            partial(
                add_import_commands,
                open_collection=_open_collection,
                open_keys=_open_keys,
                begin_import=_begin_import,
            ),
            partial(add_office_commands, open_office=_open_office),
            partial(add_roster_commands, open_collection=_open_collection, read_sheets=_read_sheets, now=_now),
            partial(add_receipt_command, open_collection=_open_collection, save=_save_receipts, now=_now),
            partial(
                add_report_commands,
                open_collection=_open_collection,
                desk=ReportDesk(save_data, _save_pdf, _save_letter, save_reminders),
                now=_now,
            ),
            partial(
                add_rescore_command,
                open_collection=_open_collection,
                open_version=_open_version,
                save=save_data,
                now=_now,
            ),
            partial(add_copy_command, copy=_copy_collection),
        ),
    )
    class_serve.add_commands(commands, open_class=_open_class)
    doctor.add_command(commands, check=_check_computer, addresses=_addresses)
    tour = commands.add_parser("tour", help="menjalankan jendela tanpa layar dan memotret setiap layarnya")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder kosong untuk gambar dan berkas")
    tour.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")
    tour.set_defaults(run=_tour)
    return parser, commands.choices


def _data(args: argparse.Namespace) -> Paths:
    paths = find_data(args.data_dir, os.environ, program_folder())
    make_data(paths, os.environ)
    return paths


def _check(args: argparse.Namespace) -> Checked | CheckedLayer:
    """Checks a pack, the national one in use or a layer; the blind readings are those named, or the own pack's own."""
    from asnquiz.content.checker import check_layer, check_pack
    from asnquiz.content.layout import is_layer

    folder: Path = args.path or _packs_here(args).national_folder()
    readings: Path | None = args.telaah
    if args.path is None and folder == content_folder() / PACK:
        return check_pack(folder, readings or readings_file())
    if not is_layer(folder):
        return check_pack(folder, readings)
    if readings is not None:
        raise Refusal("Telaah buta hanya ada untuk paket nasional. Ulangi perintah ini tanpa --telaah.")
    return check_layer(folder, _packs_here(args).national())


def _open_any(args: argparse.Namespace) -> Checked | CheckedLayer:
    from asnquiz.content.checker import open_layer
    from asnquiz.content.layout import is_layer

    folder: Path | None = args.path
    if folder is None or not is_layer(folder):
        return _open_content(args)
    return open_layer(folder, _packs_here(args).national())


def _open_content(args: argparse.Namespace) -> Checked:
    """A pack, or the one in use as it is, with the layer in force."""
    from asnquiz.content.checker import open_pack
    from asnquiz.usecases.check_pack import checked_before

    packs = _packs_here(args)
    if args.path is None and packs.chosen:
        return checked_before(packs.look())
    return open_pack(args.path or content_folder() / PACK)


def _told_in_use(args: argparse.Namespace) -> str:
    packs = _packs_here(args)
    if not packs.chosen:
        return "Yang dipakai di komputer ini: paket yang datang bersama program."
    pack = packs.look()
    words = f"Yang dipakai di komputer ini: {pack.title}, versi {pack_version_words(pack.version)}."
    return f"{words} {packs.notice()}".strip()


def _packs_here(args: argparse.Namespace) -> in_use.PackInUse:
    """The packs in the data folder, which is not made for it."""
    return pack_library(find_data(args.data_dir, os.environ, program_folder()))


def _open_packs(args: argparse.Namespace) -> PackDesk:
    """Nothing is made where a command only looks."""
    from asnquiz.programs.publishing import publish_folder

    if any(vars(args).get(change) for change in ("yes", "use", "remove", "out")):
        _data(args)
    paths = find_data(args.data_dir, os.environ, program_folder())
    packs = pack_library(paths)

    def publish(folder: Path, file: Path) -> tuple[PackHead, str | None]:
        seal = LateSeal(_data(args), SystemClock(0))
        return publish_folder(folder, file, packs=packs, seal=seal, made=_now())

    shelf = pack_shelf(packs, paths.device_key)
    return PackDesk(shelf, packs.look, packs.notice, partial(_moment, args), publish)


def _moment(args: argparse.Namespace) -> Moment:
    with _open_learning(_data(args)) as learning:
        return learning.clock.now()


def _write_report(checked: Checked, file: Path) -> None:
    from asnquiz.content.report import report_html
    from asnquiz.scorefiles.durable import write

    if checked.pack is None:
        raise ValueError("only a pack without faults has a report")
    refuse_taken(file)
    write(file, report_html(checked.pack, checked).encode())


@contextmanager
def _open_learner(args: argparse.Namespace) -> Iterator[score.Learner]:
    with _open_learning(_data(args)) as learning:
        yield score.Learner(learning.store, learning.packs, learning.clock, learning.seal, _page_for)


@contextmanager
def _open_class(args: argparse.Namespace) -> Iterator[class_serve.ClassDesk]:
    from asnquiz.programs.class_desk import class_desk

    paths = _data(args)
    log_to_folder(paths)
    with _open_learning(paths) as learning:
        yield class_desk(paths, learning)


@contextmanager
def _open_learning(paths: Paths) -> Iterator[Learning]:
    with open_learning(paths, partial(_claimed, paths.data)) as learning:
        recovery = untold_recovery(learning.store)
        if recovery is not None:
            print(harmless(". ".join(recovery_words(recovery))), file=sys.stderr)
        yield learning


def _page_for(shown: ProofPreview) -> Callable[[bytes], bytes]:
    from asnquiz.documents.proof import proof_pdf
    from asnquiz.programs.routes.documents import press_for

    _without_screen()
    return partial(proof_pdf, press_for(shown.pack), shown.page)


@cache
def _without_screen() -> object:
    """What Qt draws with, kept as long as the command runs; most commands do without."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from asnquiz.programs.desktop import make_application

    return make_application()


def _claimed(data: Path) -> AbstractContextManager[None]:
    from asnquiz.programs.one_window import claimed  # Qt, which most commands do without

    return claimed(data)


@contextmanager
def _open_collection(args: argparse.Namespace) -> Iterator[CollectionStore]:
    from asnquiz.programs.collecting import open_collecting

    with open_collecting(_data(args), args.database) as store:
        yield store


def _copy_collection(args: argparse.Namespace, tell: TellRows) -> Copied:
    from asnquiz.programs.collecting import copy_collecting

    return copy_collecting(_data(args), args.database, args.ke, at=_now(), tell=tell)


def _open_keys(file: Path, password: str) -> Keys:
    from asnquiz.scorefiles.office_keys import open_key_file, opening_keys

    return opening_keys([open_key_file(file, password)])


def _begin_import(sources: Sequence[Path], store: CollectionStore, keys: Keys) -> Import:
    from asnquiz.programs.collecting import Workers

    return Import(sources, store=store, looker=Workers(keys), now=_now)


@contextmanager
def _open_office(args: argparse.Namespace) -> Iterator[OfficeDesk]:
    from asnquiz.programs.office import open_office_desk

    with open_office_desk(_data(args), partial(_open_collection, args)) as desk:
        yield desk


def _read_sheets(path: Path) -> Sequence[Sheet]:
    from asnquiz.documents.roster_file import read_sheets

    return read_sheets(path)


def _save_receipts(args: argparse.Namespace, receipts: Sequence[Receipt]) -> None:
    _without_screen()
    from asnquiz.documents.receipt import receipts_pdf
    from asnquiz.programs.routes.documents import press_for
    from asnquiz.scorefiles.durable import write

    write(args.out, receipts_pdf(press_for(_own_pack(args)), receipts))


def _own_pack(args: argparse.Namespace) -> Pack:
    pack, _, _ = pack_library(_data(args)).current()
    return pack


def _save_pdf(args: argparse.Namespace, report: OfficeReport) -> None:
    _without_screen()
    save_pdf(args.out, report, _own_pack(args))


def _save_letter(args: argparse.Namespace, report: OfficeReport) -> None:
    save_letter(args.out, report, _own_pack(args), _now())


def _open_version(args: argparse.Namespace) -> PackInUse:
    from asnquiz.content import compiled
    from asnquiz.programs.publishing import sound_folder

    if args.paket is None:
        return pack_library(_data(args)).current()
    pack = sound_folder(args.paket)
    made = compiled.encode(pack)
    return pack, compiled.identity_in(made), made


def _pack_to_export(args: argparse.Namespace) -> Pack:
    from asnquiz.programs.publishing import sound_folder

    return _own_pack(args) if args.path is None else sound_folder(args.path)


def _known_pack(args: argparse.Namespace) -> Pack:
    from asnquiz.storage.drafts.database import open_drafts
    from asnquiz.usecases.show_rule import with_own_rules

    with closing(open_drafts(_data(args).drafts)) as store:
        return with_own_rules(pack_library(_data(args)).national(), store.workshop(), store.drafts())


def _save(file: Path, data: bytes) -> None:
    from asnquiz.scorefiles.durable import write

    write(file, data)


def _bring_in(args: argparse.Namespace, brought: Brought) -> BroughtIn:
    from asnquiz.content.drafts import content_of, question_of_draft
    from asnquiz.storage.drafts.database import open_drafts

    with closing(open_drafts(_data(args).drafts)) as store:
        return bring_in(brought, store, content_of, question_of_draft, replacing=args.replace)


def _now() -> datetime:
    return datetime.now(UTC)


def _check_computer(args: argparse.Namespace) -> tuple[Finding, ...]:
    """Looks at the data folder as it is: unlike other commands, this one makes none and mends nothing."""
    from asnquiz.programs.computer import ThisComputer, missing_files
    from asnquiz.storage.inspection import DatabaseFile

    paths = find_data(args.data_dir, os.environ, program_folder())
    computer = ThisComputer(paths, missing_files())
    packs = pack_library(paths)
    return check_computer(computer, DatabaseFile(paths.database), packs.look, packs.notice)


def _addresses() -> tuple[str, ...]:
    from asnquiz.programs.addresses import own_addresses

    return own_addresses()


def _tour(args: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from asnquiz.programs.tour import run_tour

    return run_tour(args.out, as_json=args.json)
