"""`asnquiz collect init`, `rehearse`, `task` and `fingerprint`: an office's keys and what it asks of its staff."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import Any
from uuid import uuid4

from asnquiz.cli.collect import COUNTING_BY_WORD
from asnquiz.cli.parser import parse_day
from asnquiz.domain.collection import Office
from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder, SignedTask
from asnquiz.domain.wording import date_words, harmless
from asnquiz.usecases.ports import Clock, PackSource
from asnquiz.usecases.set_up_office import (
    ESCROW_FILE,
    HOLDER,
    OFFICE_FILE,
    KeyPlace,
    OfficeForm,
    OfficeSeal,
    OfficeStore,
    office_fields,
    rehearse,
    set_up_office,
    standing_office,
)
from asnquiz.usecases.write_task import TaskForm, exam_for, suggested_task_name, write_task

_INIT = (
    "Menyiapkan kantor yang merekap nilai: membuat dua berkas kunci, membacanya kembali, dan mencoba keduanya dengan "
    "contoh. Kunci kantor membuka berkas yang masuk dan menyegel tugas; kunci cadangan membuka berkas yang sama bila "
    "kunci kantor hilang, jadi titipkan kepada orang lain, misalnya provinsi. Tanpa kedua kunci dan kata sandinya, "
    "nilai yang masuk tidak dapat dibaca siapa pun."
)

AskSecret = Callable[[str], str]


@dataclass(frozen=True)
class OfficeDesk:
    """What these commands need of one office."""

    store: OfficeStore
    seal: OfficeSeal
    packs: PackSource
    clock: Clock


OpenOffice = Callable[[argparse.Namespace], AbstractContextManager[OfficeDesk]]


def add_office_commands(
    actions: "argparse._SubParsersAction[Any]", *, open_office: OpenOffice, ask_secret: AskSecret = getpass
) -> None:
    """Adds `init`, `rehearse`, `task` and `fingerprint`; see asnquiz.cli.score.add_commands on what they leave."""
    init = actions.add_parser("init", help="menyiapkan kantor dan kedua kuncinya", description=_INIT)
    init.add_argument("name", metavar="NAMA", help="nama kantor, misalnya “BKPSDM Kabupaten Contoh”")
    init.add_argument(
        "--kop", action="append", default=[], metavar="BARIS", help="satu baris kop surat; boleh diulang; bawaan: nama"
    )
    init.add_argument(
        "--ganti-kunci",
        action="store_true",
        help="membuat kunci baru walaupun kantor sudah disiapkan; simpan yang lama",
    )
    init.set_defaults(run=lambda args: _init(args, open_office, ask_secret))

    again = actions.add_parser("rehearse", help="mencoba kedua kunci dengan contoh; lakukan setiap tahun")
    again.set_defaults(run=lambda args: _rehearse(args, open_office, ask_secret))

    task = actions.add_parser("task", help="menulis berkas tugas untuk dibagikan")
    _add_form(task)
    task.set_defaults(run=lambda args: _task(args, open_office, ask_secret))

    shown = actions.add_parser("fingerprint", help="menampilkan sidik kunci kantor untuk dicetak dan dibandingkan")
    shown.set_defaults(run=lambda args: _fingerprint(args, open_office))

    for parser in (init, again, task):
        parser.add_argument(
            "--kunci-kantor", type=Path, required=True, metavar="FILE", help=f"berkas kunci kantor ({OFFICE_FILE})"
        )
        parser.add_argument(
            "--sandi-stdin",
            action="store_true",
            help="membaca kata sandi dari masukan standar, satu baris setiap kunci",
        )
    for parser in (init, again):
        parser.add_argument(
            "--kunci-cadangan", type=Path, required=True, metavar="FILE", help=f"berkas kunci cadangan ({ESCROW_FILE})"
        )
    for parser in (init, again, task, shown):
        parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")


def _add_form(task: argparse.ArgumentParser) -> None:
    task.add_argument("--judul", required=True, metavar="JUDUL", help="judul ujian, seperti tampil di layar pegawai")
    task.add_argument(
        "--tenggat",
        type=parse_day,
        required=True,
        metavar="TANGGAL",
        help="hari terakhir berkas diterima, misalnya 2026-12-11",
    )
    task.add_argument("--soal", type=int, metavar="N", help="jumlah soal; bawaan: seperti simulasi ujian")
    task.add_argument("--menit", type=int, metavar="N", help="waktu ujian dalam menit")
    task.add_argument("--lulus", type=int, metavar="N", help="batas lulus, 0 sampai 100")
    task.add_argument(
        "--hitung", choices=tuple(COUNTING_BY_WORD), default="terbaik", help="ujian yang dihitung bila ada beberapa"
    )
    task.add_argument("--diawasi", action="store_true", help="dikerjakan di hadapan pengawas, dengan kode sesi")
    task.add_argument("--tanpa-jeda", action="store_true", help="waktu berjalan terus selama jeda")
    task.add_argument("--tanya-yakin", action="store_true", help="setiap jawaban ditanya yakin atau ragu")
    task.add_argument("--unit", action="append", default=[], metavar="UNIT", help="satu unit kerja; boleh diulang")
    task.add_argument("--daftar-unit", type=Path, metavar="FILE", help="berkas teks, satu unit kerja setiap baris")
    task.add_argument("--out", required=True, metavar="FILE", help="berkas baru yang ditulis, atau folder")


def _init(args: argparse.Namespace, open_office: OpenOffice, ask_secret: AskSecret) -> int:
    asked = _secrets(args, (Holder.OFFICE, Holder.ESCROW), ask_secret, "Kata sandi baru untuk kunci {}: ")
    again = asked
    if not args.sandi_stdin:
        again = _secrets(args, (Holder.OFFICE, Holder.ESCROW), ask_secret, "Ulangi kata sandi kunci {}: ")
    with open_office(args) as desk:
        office = set_up_office(
            OfficeForm(args.name, tuple(args.kop)),
            _places(args, asked),
            again,
            seal=desk.seal,
            store=desk.store,
            clock=desk.clock,
            replacing=args.ganti_kunci,
        )
    _print_office(office, args, "Kantor disiapkan. Kedua kunci sudah dicoba dan membuka contoh.")
    return 0


def _rehearse(args: argparse.Namespace, open_office: OpenOffice, ask_secret: AskSecret) -> int:
    asked = _secrets(args, (Holder.OFFICE, Holder.ESCROW), ask_secret, "Kata sandi kunci {}: ")
    with open_office(args) as desk:
        office = rehearse(_places(args, asked), seal=desk.seal, store=desk.store, clock=desk.clock)
    _print_office(office, args, "Kedua kunci membuka contoh yang disegel untuknya.")
    return 0


def _task(args: argparse.Namespace, open_office: OpenOffice, ask_secret: AskSecret) -> int:
    asked = _secrets(args, (Holder.OFFICE,), ask_secret, "Kata sandi kunci {}: ")
    path = Path(args.out)
    if path.is_dir():
        path /= suggested_task_name(args.judul, args.tenggat)
    with open_office(args) as desk:
        exam = exam_for(desk.packs.current()[0], items=args.soal, minutes=args.menit, mark=args.lulus)
        form = TaskForm(
            title=args.judul,
            deadline=args.tenggat,
            exam=exam,
            counting=COUNTING_BY_WORD[args.hitung],
            supervised=args.diawasi,
            pauses=not args.tanpa_jeda,
            certainty=args.tanya_yakin,
            units=(*args.unit, *listed_units(args.daftar_unit)),
        )
        place = KeyPlace(args.kunci_kantor, asked[Holder.OFFICE])
        signed = write_task(
            form, path, place, task_id=uuid4(), seal=desk.seal, store=desk.store, packs=desk.packs, clock=desk.clock
        )
    _print_task(signed, path, as_json=args.json)
    return 0


def _fingerprint(args: argparse.Namespace, open_office: OpenOffice) -> int:
    with open_office(args) as desk:
        office = standing_office(desk.store)
    _print_office(office, args)
    return 0


def _secrets(
    args: argparse.Namespace, holders: Sequence[Holder], ask_secret: AskSecret, prompt: str
) -> dict[Holder, str]:
    """A password for each holder, from the terminal or from lines of standard input. Raises Refusal where one lacks."""
    try:
        if args.sandi_stdin:
            return {holder: _line() for holder in holders}
        return {holder: ask_secret(prompt.format(HOLDER[holder])) for holder in holders}
    except (EOFError, KeyboardInterrupt):
        raise Refusal("Kata sandi belum dimasukkan, jadi tidak ada yang dikerjakan. Jalankan lagi.") from None


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _places(args: argparse.Namespace, asked: Mapping[Holder, str]) -> dict[Holder, KeyPlace]:
    paths = {Holder.OFFICE: args.kunci_kantor, Holder.ESCROW: args.kunci_cadangan}
    return {holder: KeyPlace(paths[holder], asked[holder]) for holder in Holder}


def listed_units(file: Path | None) -> list[str]:
    """The lines of a text file, none of no file. Raises Refusal where it cannot be read."""
    try:
        return file.read_text("utf-8-sig").splitlines() if file else []
    except (OSError, ValueError) as error:
        raise Refusal(f"Daftar unit “{file}” tidak dapat dibaca. Simpan sebagai teks UTF-8, lalu ulangi.") from error


def _print_office(office: Office, args: argparse.Namespace, done: str = "") -> None:
    if args.json:
        keys = {holder: {"kid": kid, "fingerprint": fingerprint(kid)} for holder, kid, _ in office.recipients}
        keys["task"] = {"kid": office.signer, "fingerprint": fingerprint(office.signer)}
        rehearsed = office.rehearsed and office.rehearsed.isoformat()
        print(json.dumps({"office": office.name, "keys": keys, "rehearsed": rehearsed}))
        return
    for line in (done, *(f"{label}: {value}" for label, value in office_fields(office))):
        if line:
            print(harmless(line))


def _print_task(signed: SignedTask, path: Path, *, as_json: bool) -> None:
    if as_json:
        task = signed.task
        print(json.dumps({"file": str(path), "task": str(task.id), "signer": signed.signer}))
        return
    print(harmless(f"Berkas tugas tersimpan: {path}"))
    print(harmless(f"{signed.task.title}, tenggat {date_words(signed.task.deadline)}"))
    shown = fingerprint(signed.signer)
    print(f"Sidik kunci kantor: {shown}. Umumkan sidik ini dengan cara lain, agar dapat dibandingkan.")
