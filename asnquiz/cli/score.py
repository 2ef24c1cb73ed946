"""`asnquiz score`: writes a score file of finished exams, prints one, and says whether one is intact."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import Any, Protocol, TextIO
from uuid import UUID, uuid4

from asnquiz import __version__
from asnquiz.domain.certificate import NOT_THERE, Difference, ReadCertificate, certificate_fields, differences
from asnquiz.domain.person import Profile
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, ReadScore, ReportedAttempt, ScoreReport
from asnquiz.domain.wording import harmless
from asnquiz.usecases.guard_profile import asked_words, enter, standing, waiting_words
from asnquiz.usecases.hand_in import STANDING, ProofPreview, ProofSeal, hand_in, preview_proof
from asnquiz.usecases.hand_over import (
    HandedOver,
    Preview,
    ScoreSeal,
    attempt_lines,
    hand_over,
    may_leave,
    person_fields,
    preview,
    refuse_taken,
    suggested_name,
    target_path,
)
from asnquiz.usecases.open_file import ReadFile, file_fields, other_kind
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource

_VERIFY = (
    "Memeriksa berkas nilai, atau isi kode QR surat keterangan. Untuk surat: pindai kodenya, salin teksnya, lalu tulis "
    "teks itu sebagai FILE, atau simpan di berkas .txt. Isian yang disegel ditampilkan agar dapat dibandingkan dengan "
    "surat; isian yang Anda tulis dengan --isi dibandingkan oleh program, dan yang berbeda disebutkan. Kode selesai 0: "
    "utuh dan sama; 1: berubah, berbeda, atau tidak dikenal."
)
_BEGINNING = "eyJ"  # how every compact text begins: an opened JSON object
_LONGEST = 16_384


class Seal(ScoreSeal, ProofSeal, Protocol):
    """The key of this computer, for both kinds of files that an export writes."""


# What makes the PDF of a proof around sealed bytes; loads what draws it.
PageFor = Callable[[ProofPreview], Callable[[bytes], bytes]]


@dataclass(frozen=True)
class Learner:
    """What an export needs of one data folder."""

    store: LearnerStore
    packs: PackSource
    clock: Clock
    seal: Seal
    page_for: PageFor


ReadCertificateText = Callable[[str], ReadCertificate]
OpenLearner = Callable[[argparse.Namespace], AbstractContextManager[Learner]]


def add_commands(
    subparsers: "argparse._SubParsersAction[Any]",
    *,
    open_learner: OpenLearner,
    read_file: ReadFile,
    read_certificate: ReadCertificateText,
    ask_secret: Callable[[str], str] = getpass,
) -> None:
    """Adds `score export`, `score show` and `score verify`.

    Each leaves `run` in the parsed arguments: a callable that takes them and returns the exit code, 0 for done and
    intact, 1 for a file that is not intact. Refusals pass through it.
    """
    score = subparsers.add_parser("score", help="menulis, menampilkan, dan memeriksa nilai")
    actions = score.add_subparsers(title="perintah", metavar="PERINTAH", required=True)

    export = actions.add_parser("export", help="menulis berkas nilai dari ujian yang sudah selesai")
    export.add_argument(
        "--out", required=True, metavar="FILE", help="berkas baru yang ditulis, atau folder untuk nama bawaan"
    )
    what = export.add_mutually_exclusive_group()
    what.add_argument(
        "--attempt", type=_id, action="append", metavar="ID", help="ujian yang diserahkan; tanpa ini ujian terbaru"
    )
    what.add_argument(
        "--task", type=_id, metavar="ID", help="tugas kantor; ditulis bukti nilai (.pdf) yang tersegel untuk kantor itu"
    )
    export.add_argument("--profile", type=_id, metavar="ID", help="pemilik nilai, bila ada beberapa profil")
    export.set_defaults(run=lambda args: _export(args, open_learner, ask_secret))

    show = actions.add_parser("show", help="menampilkan isi berkas nilai")
    show.set_defaults(run=lambda args: _show(_read(args.file, read_file), as_json=args.json))
    show.add_argument("file", type=Path, metavar="FILE", help="berkas nilai (.asnskor)")
    verify = actions.add_parser(
        "verify", help="memeriksa apakah berkas nilai atau surat keterangan masih utuh", description=_VERIFY
    )
    verify.set_defaults(run=lambda args: _verify(args, read_file, read_certificate))
    verify.add_argument(
        "file",
        metavar="FILE",
        help="berkas nilai (.asnskor); teks kode QR, berkas berisi teks itu, atau - untuk ditempel",
    )
    verify.add_argument(
        "--isi",
        action="append",
        default=[],
        metavar="ISIAN",
        help="satu isian seperti tercetak di surat, misalnya --isi Nilai:86,6 (beri tanda kutip bila ada spasi); "
        "boleh diulang",
    )
    for parser in (export, show, verify):
        parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan nomor yang benar") from None


def _export(args: argparse.Namespace, open_learner: OpenLearner, ask_secret: Callable[[str], str]) -> int:
    with open_learner(args) as learner:
        profile = _profile(learner.store.profiles(), args.profile)
        if profile.has_pin:
            _ask_pin(profile, learner, ask_secret)
        told = sys.stderr if args.json else None
        done = _write_proof(args, profile, learner, told) if args.task else _write(args, profile, learner, told)
    if args.json:
        print(json.dumps(_exported(done)))
    else:
        _print(_done_lines(done))
    if done.notice:
        print(done.notice, file=sys.stderr)
    return 0


def _write(args: argparse.Namespace, profile: Profile, learner: Learner, told: TextIO | None) -> HandedOver:
    chosen = args.attempt or _newest(profile, learner.store)
    shown = preview(profile, chosen, store=learner.store, packs=learner.packs)
    file_id = uuid4()
    path = _new_file(args.out, suggested_name(profile.person, learner.clock.now().local.date(), file_id))
    _print(_preview_lines(shown), told)
    return hand_over(shown, path, seal=learner.seal, clock=learner.clock, file_id=file_id, program=__version__)


def _write_proof(args: argparse.Namespace, profile: Profile, learner: Learner, told: TextIO | None) -> HandedOver:
    shown = preview_proof(
        profile,
        args.task,
        store=learner.store,
        packs=learner.packs,
        today=learner.clock.now().local.date(),
        file_id=uuid4(),
    )
    path = _new_file(args.out, shown.page.file_name)
    _print(["Terbaca oleh siapa pun, di halaman PDF:", *_indented(_field_lines(shown.page.fields))], told)
    _print(_preview_lines(shown.sealed), told)
    _print(shown.notes, told)
    return hand_in(
        shown,
        path,
        seal=learner.seal,
        page=learner.page_for(shown),
        store=learner.store,
        clock=learner.clock,
        program=__version__,
    )


def _ask_pin(profile: Profile, learner: Learner, ask_secret: Callable[[str], str]) -> None:
    """Refuses whoever does not know the PIN, with the waiting of the window. It may also come on standard input."""
    left = standing(profile, store=learner.store, clock=learner.clock).left_ms
    if left:
        raise Refusal(waiting_words(left))
    try:
        pin = ask_secret(f"PIN {harmless(profile.person.name or '(tanpa nama)')}: ")
    except (EOFError, KeyboardInterrupt):
        raise Refusal("PIN belum dimasukkan, jadi berkas nilai tidak ditulis. Jalankan lagi, lalu ketik PIN.") from None
    asked = enter(profile, pin, store=learner.store, clock=learner.clock)
    if asked is not None:
        print(asked_words(asked), file=sys.stderr)


def _new_file(typed: str, suggested: str) -> Path:
    path = target_path(typed, Path(), suggested)
    refuse_taken(path)
    return path


def _profile(profiles: Sequence[Profile], wanted: UUID | None) -> Profile:
    found = [profile for profile in profiles if wanted in (None, profile.id)]
    if len(found) == 1:
        return found[0]
    if found:
        known = "\n".join(f"  {profile.id}  {profile.person.name or '(tanpa nama)'}" for profile in found)
        raise Refusal(f"Ada beberapa profil di komputer ini. Pilih satu dengan --profile:\n{known}")
    if profiles:
        raise Refusal("Profil itu tidak ada di komputer ini. Periksa nomornya, lalu ulangi.")
    raise Refusal("Belum ada profil di komputer ini. Buka ASN Netral dan kerjakan simulasi ujian dahulu.")


def _newest(profile: Profile, store: LearnerStore) -> list[UUID]:
    exams = may_leave(profile.id, store)
    if not exams:
        raise Refusal("Belum ada ujian yang selesai. Selesaikan simulasi ujian dahulu, lalu ulangi.")
    return [exams[0].id]


def _exported(done: HandedOver) -> dict[str, Any]:
    report = done.report
    return {
        "file": str(done.path),
        "file_id": str(report.file_id),
        "device": report.device,
        "attempts": [str(attempt.id) for attempt in report.attempts],
    }


def _show(seen: ReadScore, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(_verified(seen) | {"reason": seen.reason, "report": to_plain(seen.report)}))
    else:
        if seen.verdict is not FileVerdict.INTACT:
            _print([f"PERINGATAN: {seen.reason}", ""])
        if seen.report is not None:
            _print(_report_lines(seen.report))
    return _exit_code(seen)


def _verify(args: argparse.Namespace, read_file: ReadFile, read_certificate: ReadCertificateText) -> int:
    text = _certificate_text(args.file)
    if text is not None:
        return _verify_certificate(read_certificate(text), args.isi, as_json=args.json)
    seen = _read(Path(args.file), read_file)
    if args.isi:
        raise Refusal("--isi hanya untuk surat keterangan. Untuk berkas nilai, pakai score show.")
    return _verify_file(seen, as_json=args.json)


def _read(file: Path, read_file: ReadFile) -> ReadScore:
    """What a file says; one of another kind is named."""
    other = other_kind(file) if file.is_file() else None
    return ReadScore(FileVerdict.FOREIGN, None, None, None, other) if other else read_file(file)


def _certificate_text(given: str) -> str | None:
    """The text of a QR code that was given itself, in a file, or at standard input; None for anything else.

    Blanks and line breaks, which come along when people copy, mean nothing in it.
    """
    if given == "-":
        return _joined(sys.stdin.read(_LONGEST))
    beginning = given
    with suppress(OSError, ValueError):  # ValueError: a name with a NUL character
        if Path(given).is_file():  # reading a pipe could last for ever
            with Path(given).open(encoding="ascii", errors="replace") as file:
                beginning = file.read(_LONGEST)
    return _joined(beginning) if beginning.lstrip().startswith(_BEGINNING) else None


def _joined(text: str) -> str:
    return "".join(text.split())


def _verify_certificate(seen: ReadCertificate, typed: Sequence[str], *, as_json: bool) -> int:
    """Prints what was signed; what the paper says otherwise is named."""
    intact = seen.verdict is FileVerdict.INTACT
    fields = certificate_fields(seen.certificate, seen.device or "") if intact and seen.certificate else ()
    different = differences(fields, typed) if intact else ()
    if as_json:
        verified = {"verdict": seen.verdict.value, "device": seen.device, "file_id": None}
        print(json.dumps(verified | {"certificate": dict(fields), "differences": to_plain(different)}))
    else:
        _print([seen.reason])
        _print(_field_lines(fields))
        _print(_difference_lines(different))
        if typed and intact and not different:
            _print(["Isian yang Anda tulis sama dengan yang disegel."])
    return 0 if intact and not different else 1


def _difference_lines(different: Sequence[Difference]) -> Iterator[str]:
    for one in different:
        yield f"BERBEDA: {one.label}. Di surat: {one.on_paper or NOT_THERE}. Yang disegel: {one.signed}."
    if different:
        yield "Surat itu sudah diubah, atau Anda salah ketik. Periksa lagi; bila tetap berbeda, jangan pakai surat itu."


def _verify_file(seen: ReadScore, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(_verified(seen)))
    else:
        _print([seen.reason])
        if seen.verdict is FileVerdict.INTACT:
            _print([f"Kunci komputer: {seen.device}", f"Nomor berkas: {seen.file_id}"])
    return _exit_code(seen)


def _verified(seen: ReadScore) -> dict[str, Any]:
    return {"verdict": seen.verdict.value, "device": seen.device, "file_id": seen.file_id}


def _exit_code(seen: ReadScore) -> int:
    return 0 if seen.verdict is FileVerdict.INTACT else 1


def _preview_lines(shown: Preview) -> Iterator[str]:
    yield "Yang akan diserahkan:"
    yield from _indented(_field_lines(person_fields(shown.person)))
    for attempt in shown.attempts:
        yield from _indented(_attempt_lines(attempt))
    yield from _indented(shown.goes)
    yield "Yang tetap di komputer ini:"
    yield from _indented(shown.stays)
    yield shown.warning


def _done_lines(done: HandedOver) -> Iterator[str]:
    yield ""
    if done.report.task:
        yield f"Bukti nilai: {done.path}"
        yield f"{STANDING}."
    else:
        yield f"Berkas nilai tersimpan: {done.path}"
    yield f"Kunci komputer: {done.report.device}"


def _report_lines(report: ScoreReport) -> Iterator[str]:
    yield from _field_lines(person_fields(report.person))
    yield from _field_lines(file_fields(report))
    for attempt in report.attempts:
        yield ""
        yield from _attempt_lines(attempt)


def _field_lines(fields: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from (f"{label}: {value}" for label, value in fields)


def _attempt_lines(attempt: ReportedAttempt) -> Iterator[str]:
    title, *details = attempt_lines(attempt)
    yield title
    yield from _indented(details)


def _indented(lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _print(lines: Sequence[str] | Iterator[str], to: TextIO | None = None) -> None:
    """Prints lines whose text may come from a stranger's file: what could steer a terminal is shown as a mark."""
    for line in lines:
        print(harmless(line), file=to)
