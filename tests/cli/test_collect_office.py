"""`asnquiz collect init`, `rehearse`, `task`, `fingerprint`: what is asked, written and printed, and the exit codes."""

import argparse
import io
import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from asnquiz.cli.collect_office import OfficeDesk, add_office_commands
from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.scorefiles.office_seal import KeyFileSeal
from asnquiz.scorefiles.task_file import read_file
from tests.fakes import FakeClock, FakeOfficeStore, FixedPack
from tests.scorefiles.offices import GOLDEN, PASSWORD
from tests.usecases.test_write_task import OFFICE

NEW, SPARE = "kuda hujan meja biru", "lampu sungai topi zaitun"
OFFICE_KEY, ESCROW_KEY = str(GOLDEN / "kunci-kantor-1.pem"), str(GOLDEN / "kunci-cadangan-1.pem")


class Room:
    def __init__(self) -> None:
        self.store = FakeOfficeStore()
        self.asked: list[str] = []
        self.types: list[str] = []

    def run(self, *words: str) -> int:
        parser = argparse.ArgumentParser(prog="asnquiz")
        add_office_commands(parser.add_subparsers(required=True), open_office=self._open, ask_secret=self._typed)
        args = parser.parse_args(words)
        code = args.run(args)
        assert isinstance(code, int)
        return code

    def _typed(self, prompt: str) -> str:
        self.asked.append(prompt)
        if not self.types:
            raise EOFError
        return self.types.pop(0)

    def _open(self, _args: argparse.Namespace) -> AbstractContextManager[OfficeDesk]:
        return nullcontext(OfficeDesk(self.store, KeyFileSeal(), FixedPack(), FakeClock()))


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def standing() -> Room:
    room = Room()
    room.store.kept = OFFICE
    return room


def test_init_asks_twice_makes_both_keys_and_prints_fingerprints(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room.types = [NEW, SPARE, NEW, SPARE]
    files = [str(tmp_path / name) for name in ("kunci-kantor.pem", "kunci-cadangan.pem")]
    assert room.run("init", "BKPSDM Kota Contoh", "--kunci-kantor", files[0], "--kunci-cadangan", files[1]) == 0
    assert room.asked == [
        "Kata sandi baru untuk kunci kantor: ",
        "Kata sandi baru untuk kunci cadangan: ",
        "Ulangi kata sandi kunci kantor: ",
        "Ulangi kata sandi kunci cadangan: ",
    ]
    printed = capsys.readouterr().out
    assert "Kedua kunci sudah dicoba" in printed
    assert printed.count("Sidik kunci") == 3
    assert NEW not in printed
    assert room.store.kept
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["kunci-cadangan.pem", "kunci-kantor.pem"]


def test_init_reads_passwords_from_standard_input_for_scripts(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NEW}\n{SPARE}\r\n"))
    keys = ("--kunci-kantor", str(tmp_path / "a.pem"), "--kunci-cadangan", str(tmp_path / "b.pem"))
    head = ("--kop", "Pemerintah Kota Contoh", "--kop", "BKPSDM")
    assert room.run("init", "BKPSDM", *head, *keys, "--sandi-stdin", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert room.store.kept
    assert told["keys"]["task"]["kid"] == room.store.kept.signer
    assert set(told["keys"]) == {"task", "office", "escrow"}
    assert told["rehearsed"] == "2026-11-21T01:00:00+00:00"
    assert room.store.kept.letterhead == ("Pemerintah Kota Contoh", "BKPSDM")
    assert room.asked == []


def test_without_a_password_nothing_is_done(room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keys = ("--kunci-kantor", str(tmp_path / "a.pem"), "--kunci-cadangan", str(tmp_path / "b.pem"))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NEW}\n"))
    for more in ((), ("--sandi-stdin",)):
        with pytest.raises(Refusal, match="Kata sandi belum dimasukkan"):
            room.run("init", "BKPSDM", *keys, *more)
    assert list(tmp_path.iterdir()) == []


def test_rehearse_tries_both_keys(standing: Room, capsys: pytest.CaptureFixture[str]) -> None:
    standing.types = [PASSWORD, PASSWORD]
    assert standing.run("rehearse", "--kunci-kantor", OFFICE_KEY, "--kunci-cadangan", ESCROW_KEY) == 0
    assert "Kedua kunci membuka contoh" in capsys.readouterr().out
    standing.types = [PASSWORD, "lain sama sekali"]
    with pytest.raises(Refusal, match="tidak membuka"):
        standing.run("rehearse", "--kunci-kantor", OFFICE_KEY, "--kunci-cadangan", ESCROW_KEY)


def test_task_writes_a_file_of_the_form(standing: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "unit.txt").write_bytes("\ufeffDinas Kesehatan\r\nDinas Pendidikan\r\n\r\n".encode())
    standing.types = [PASSWORD]
    form = ("--judul", "Ujian netralitas", "--tenggat", "2026-12-11", "--soal", "2", "--menit", "7", "--lulus", "80")
    how = ("--hitung", "pertama", "--diawasi", "--tanpa-jeda", "--tanya-yakin", "--unit", "Sekretariat")
    where = ("--daftar-unit", str(tmp_path / "unit.txt"), "--kunci-kantor", OFFICE_KEY, "--out", str(tmp_path))
    assert standing.run("task", *form, *how, *where, "--json") == 0
    file = tmp_path / "tugas-ujian-netralitas-2026-12-11.asntugas"
    task = read_file(file).task
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "task": str(task.id), "signer": OFFICE.signer}
    assert (task.exam.items, task.exam.minutes, task.exam.pass_) == (2, 7, 80)
    assert (task.counting, task.supervised, task.pauses, task.certainty) == (Counting.FIRST, True, False, True)
    assert task.units == ("Sekretariat", "Dinas Kesehatan", "Dinas Pendidikan")


def test_task_says_where_and_with_which_fingerprint(
    standing: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    standing.types = [PASSWORD]
    file = tmp_path / "t.asntugas"
    form = ("--judul", "Ujian", "--tenggat", "2026-12-11")
    assert standing.run("task", *form, "--kunci-kantor", OFFICE_KEY, "--out", str(file)) == 0
    printed = capsys.readouterr().out
    assert f"Berkas tugas tersimpan: {file}" in printed
    assert "tenggat 11 Desember 2026" in printed
    assert f"Sidik kunci kantor: {fingerprint(OFFICE.signer)}. Umumkan sidik ini" in printed
    assert read_file(file).task.units == ()


def test_what_is_no_date_or_no_list_is_told(standing: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        standing.run("task", "--judul", "U", "--tenggat", "11-12-2026", "--kunci-kantor", OFFICE_KEY, "--out", "x")
    assert ended.value.code == 2
    assert "bukan tanggal" in capsys.readouterr().err
    standing.types = [PASSWORD]
    form = ("--judul", "U", "--tenggat", "2026-12-11", "--daftar-unit", str(tmp_path / "tidak-ada.txt"))
    with pytest.raises(Refusal, match="Daftar unit"):
        standing.run("task", *form, "--kunci-kantor", OFFICE_KEY, "--out", str(tmp_path))


def test_fingerprint_needs_no_password(room: Room, standing: Room, capsys: pytest.CaptureFixture[str]) -> None:
    assert standing.run("fingerprint") == 0
    assert f"Sidik kunci kantor: {fingerprint(OFFICE.signer)}\n" in capsys.readouterr().out
    assert standing.run("fingerprint", "--json") == 0
    assert json.loads(capsys.readouterr().out)["office"] == OFFICE.name
    with pytest.raises(Refusal, match="belum disiapkan"):
        room.run("fingerprint")
