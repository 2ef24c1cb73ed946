"""`asnquiz collect`: what is printed, for people and for machines, and what each exit code means."""

import argparse
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from asnquiz.cli.collect import add_commands
from asnquiz.cli.collect_import import add_import_commands
from asnquiz.cli.parser import root_parser
from asnquiz.domain.collection import RosterEntry, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder
from asnquiz.domain.wording import harmless
from asnquiz.programs.paths import Paths
from asnquiz.scorefiles import class_file
from asnquiz.scorefiles.office_keys import make_key_file
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.usecases import collect
from asnquiz.usecases.collect import Import
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import NO_EVIDENCE, question_on
from benchmarks.score_files import RECIPIENTS, TASK, seal
from tests.data_folders import compiled_before
from tests.scorefiles import class_records
from tests.scorefiles.offices import PASSWORD
from tests.usecases.archives import zipped
from tests.usecases.sendings import KEYS, LooksHere, edited, good, sealed

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
NIP = re.compile(r"\d{18}")


class Desk:
    """The commands over one database, without other processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "rekap.db"
        self.asked: list[str] = []
        self.stick = folder / "stik"
        self.stick.mkdir()

    def __call__(self, *words: str) -> int:
        parser, commands = root_parser()
        add_commands(
            commands,
            open_collection=self._open,
            now=lambda: AT,
            more=(
                partial(
                    add_import_commands,
                    open_collection=self._open,
                    open_keys=self._keys,
                    begin_import=self._begin,
                    ask_secret=self._secret,
                ),
            ),
        )
        args = parser.parse_args(["collect", *words])
        return int(args.run(args))

    @contextmanager
    def _open(self, _args: argparse.Namespace) -> Iterator[CollectionStore]:
        with self.store() as store:
            yield store

    @contextmanager
    def store(self) -> Iterator[CollectionDatabase]:
        with closing(open_collection(self.database)) as store:
            yield store

    def _keys(self, _file: Path, password: str) -> Mapping[str, Any]:
        if password != PASSWORD:
            raise Refusal("Kata sandi itu tidak membuka kunci.")
        return KEYS

    def _begin(self, sources: Any, store: CollectionStore, keys: Mapping[str, Any]) -> Import:
        return Import(sources, store=store, looker=LooksHere(dict(keys)), now=lambda: AT)

    def _secret(self, prompt: str) -> str:
        self.asked.append(prompt)
        return PASSWORD

    def send(self, **files: bytes) -> None:
        for name, data in files.items():
            (self.stick / f"{name}.asnskor").write_bytes(data)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    shown = capsys.readouterr()
    assert shown.err == ""
    return json.loads(shown.out)


def test_an_import_prints_every_verdict_and_each_refused_file(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.send(a=good(1).data, b=good(2).data, c=edited(3).data, d=b"bukan")
    assert desk("import", str(desk.stick), "--json") == 1
    found = told(capsys)
    none = dict.fromkeys((verdict.value for verdict in Verdict), 0)
    assert found["files"] == 4
    assert found["verdicts"] == none | {"accepted": 2, "changed": 1, "foreign": 1}
    refused = {one["path"]: one["verdict"] for one in found["refused"]}
    assert refused == {"c.asnskor": "changed", "d.asnskor": "foreign"}
    assert all(one.keys() == {"path", "verdict", "reason"} and one["reason"] for one in found["refused"])

    assert desk("import", str(desk.stick / "a.asnskor"), str(desk.stick / "b.asnskor")) == 0
    assert capsys.readouterr().out == "2 berkas diperiksa.\n  Sudah ada: 2\n"


def test_refused_files_are_named_with_their_reason(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    nip = "198609262015051001"
    (desk.stick / f"bukti_{nip}.pdf").write_bytes(b"bukan")
    assert desk("import", str(desk.stick)) == 1
    assert "bukti_1986•••••••••••001.pdf: Bukan berkas nilai. Ini bukan berkas nilai" in capsys.readouterr().out
    assert desk("refused") == 0
    assert capsys.readouterr().out.startswith("bukti_1986•••••••••••001.pdf: Bukan berkas nilai. Ini bukan")
    assert desk("refused", "--json") == 0
    (one,) = told(capsys)["refused"]
    assert one["path"] == "bukti_1986•••••••••••001.pdf"


def test_of_very_many_refused_files_the_first_are_printed(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.send(**{f"{number:02d}": b"bukan" for number in range(30)})
    assert desk("import", str(desk.stick)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum("Bukan berkas nilai. " in line for line in lines) == 20
    assert lines[-1] == "Selebihnya: asnquiz collect refused"


def test_sealed_files_are_opened_by_the_keys_given(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.send(a=sealed(1).data)
    assert desk("import", str(desk.stick), "--json") == 1
    assert told(capsys)["verdicts"]["sealed"] == 1
    assert desk("import", str(desk.stick), "--kunci", "kantor.pem", "--json") == 0
    assert told(capsys)["verdicts"]["accepted"] == 1
    assert desk.asked == ["Kata sandi kantor.pem: "]


def test_a_password_may_come_by_standard_input(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.send(a=sealed(1).data)
    words = ("import", str(desk.stick), "--kunci", "kantor.pem", "--sandi-stdin", "--json")
    for typed, sentence in (("salah\n", "tidak membuka"), ("", "Kata sandi belum dimasukkan")):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(Refusal, match=sentence):
            desk(*words)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert desk(*words) == 0
    assert told(capsys)["files"] == 1


def test_ctrl_c_ends_it_between_two_steps_and_says_how_to_go_on(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collect, "CHUNK_FILES", 1)
    monkeypatch.setattr(collect, "BATCH_FILES", 1)
    monkeypatch.setattr(collect, "STEP_S", 0.0001)
    desk.send(**{str(number): good(number).data for number in range(12)})
    step = Import.step
    steps = 0

    def interrupted(one: Import) -> Any:
        nonlocal steps
        steps += 1
        if steps == 12:
            os.kill(os.getpid(), signal.SIGINT)
        return step(one)

    before = signal.getsignal(signal.SIGINT)
    with monkeypatch.context() as patch:
        patch.setattr(Import, "step", interrupted)
        assert desk("import", str(desk.stick), "--json") == 1
    assert signal.getsignal(signal.SIGINT) is before
    shown = capsys.readouterr()
    done = json.loads(shown.out)["files"]
    assert 0 < done < 12
    assert f"Dihentikan: {done} dari 12 berkas sudah diperiksa dan tersimpan." in shown.err
    assert "jalankan perintah yang sama" in shown.err
    assert desk("import", str(desk.stick), "--json") == 0
    assert told(capsys)["verdicts"] == dict.fromkeys((verdict.value for verdict in Verdict), 0) | {
        "accepted": 12 - done,
        "duplicate": done,
    }


def office(desk: Desk) -> list[str]:
    """Results of two people of the roster and one who is not on it, and their NIPs."""
    desk.send(**{str(number): good(number).data for number in range(3)})
    assert desk("import", str(desk.stick)) == 0
    with desk.store() as store:
        nips = [row.key for row in store.people(question_on(None, other=TASK)).rows]
        entries = [RosterEntry(nip, f"Pegawai {nip[:4]}", "Dinas Kesehatan", "Bidang 1", "Analis") for nip in nips[:2]]
        entries.append(RosterEntry("198001012005012009", "Belum Ujian", "Dinas Sosial", "Sekretariat", "Analis"))
        store.keep_roster(entries, AT)
    return nips


def test_status_tells_who_has_finished_by_agency_and_unit(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    office(desk)
    capsys.readouterr()
    assert desk("status", "--tugas", str(TASK)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Yang dihitung: ujian terbaik tiap orang, tanpa pengawas." in lines
    assert "Pegawai di daftar: 3 (2 perangkat daerah, 2 unit kerja)" in lines
    assert {"Selesai: 2", "Belum selesai: 1", "Tidak ada di daftar pegawai: 1"} <= set(lines)
    assert any(line.startswith("Dinas Kesehatan: 2 dari 2 selesai, ") for line in lines)
    assert "Dinas Sosial: 0 dari 1 selesai" in lines
    assert "  Sekretariat: 0 dari 1 selesai" in lines
    assert lines[-1] == NO_EVIDENCE

    assert desk("status", "--tugas", str(TASK), "--hitung", "pertama", "--diawasi", "--json") == 0
    found = told(capsys)
    assert found["policy"] == "Yang dihitung: ujian pertama tiap orang, dengan pengawas."
    assert (found["overview"]["people"], found["overview"]["finished"]) == (3, 0)
    assert [agency["agency"] for agency in found["agencies"]] == ["Dinas Kesehatan", "Dinas Sosial"]
    assert found["agencies"][0]["units"][0]["unit"] == "Bidang 1"


def test_records_of_briefings_come_in_from_folders_and_archives_and_are_told_apart_from_exams(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    open_one = class_file.sign(class_records.record(), class_records.KEY)
    table = replace(class_records.held(), id=UUID(int=5))
    kids = tuple(key.kid for key in RECIPIENTS)
    of_a_task = replace(class_records.record(table, sealed=True), recipients=kids)
    jws = class_file.sign(of_a_task, class_records.KEY)
    (desk.stick / "apel.asnkelas").write_bytes(open_one)
    (desk.stick / "rapat.zip").write_bytes(
        zipped({"a/rapat.asnkelas": seal(jws, RECIPIENTS), "apel.asnkelas": open_one})
    )
    assert desk("import", str(desk.stick), "--json") == 1
    assert {name: count for name, count in told(capsys)["verdicts"].items() if count} == {
        "accepted": 1, "duplicate": 1, "sealed": 1,
    }  # fmt: skip
    assert desk("import", str(desk.stick), "--kunci", "kantor.pem", "--json") == 0
    assert told(capsys)["verdicts"]["accepted"] == 1
    assert desk("status") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Catatan sosialisasi: 2 sosialisasi, 4 peserta (10 orang)" in lines
    assert {"Selesai: 0", "Tidak ada di daftar pegawai: 0"} <= set(lines)
    assert desk("status", "--tugas", str(class_records.TASK.id), "--json") == 0
    found = told(capsys)
    assert found["briefings"] == {"briefings": 2, "attendees": 4, "people": 10}
    assert (found["overview"]["finished"], found["overview"]["unknown"]) == (0, 0)


def test_people_are_shown_with_masked_nips_unless_somebody_asks_which_is_noted(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    nips = office(desk)
    capsys.readouterr()
    assert desk("people", "--tugas", str(TASK)) == 0
    shown = capsys.readouterr().out
    assert not NIP.search(shown)
    assert all(f"{nip[:4]}•••••••••••{nip[-3:]}" in shown for nip in nips)
    assert desk("people", "--tugas", str(TASK), "--json") == 0
    shown = capsys.readouterr().out
    assert not NIP.search(shown)
    assert len(json.loads(shown)["people"]) == 4
    assert "NIP utuh" not in log(desk, capsys)

    assert desk("people", "--tugas", str(TASK), "--nip-utuh", "--json", "--keadaan", "tidak-dikenal") == 0
    (unknown,) = told(capsys)["people"]
    assert (unknown["nip"], unknown["state"], unknown["flags"]) == (nips[2], "unknown", [])
    assert "NIP utuh" in log(desk, capsys)
    assert desk("people", "--tugas", str(TASK), "--cari", "belum") == 0
    assert "Belum Ujian · 1980•••••••••••009 · Dinas Sosial · Sekretariat · Belum selesai" in capsys.readouterr().out


def log(desk: Desk, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert desk("log") == 0
    shown = capsys.readouterr().out
    assert not NIP.search(shown)
    return shown


def test_purging_asks_and_then_nothing_of_it_is_left(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nips = office(desk)
    for typed in ("", "tidak\n", "y\n"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(Refusal, match="Tidak ada yang dihapus"):
            desk("purge", "--nip", nips[0])
    monkeypatch.setattr(sys, "stdin", io.StringIO("Ya\n"))
    capsys.readouterr()
    assert desk("purge", "--nip", nips[0]) == 0
    shown = capsys.readouterr()
    assert shown.out == "1 hasil dihapus.\n"
    assert not NIP.search(shown.err)
    assert "Penghapusan" in log(desk, capsys)
    assert desk("purge", "--before", "2026-11-30", "--yes", "--json") == 0
    assert told(capsys) == {"purged": 0}
    assert desk("purge", "--before", "2026-12-01", "--yes", "--json") == 0
    assert told(capsys) == {"purged": 2}
    assert desk("import", str(desk.stick), "--json") == 1
    assert told(capsys)["verdicts"]["deleted"] == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["import"], "Yang wajib diisi belum ada: PATH."),
        (["purge"], "Salah satu wajib diisi: --before --nip."),
        (["purge", "--before", "kemarin"], "--before: “kemarin” bukan tanggal; tulis seperti 2026-12-31."),
        (["purge", "--nip", "123"], "--nip: NIP/NI PPPK terdiri atas 18 angka"),
        (["status", "--tugas", "1"], "--tugas: “1” bukan nomor tugas."),
        (["status", "--hitung", "best"], "--hitung: best tidak ada; pilih pertama, terbaik, terakhir."),
    ],
)
def test_wrong_usage_is_told(desk: Desk, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str) -> None:
    with pytest.raises(SystemExit) as left:
        desk(*words)
    assert left.value.code == 2
    assert sentence in capsys.readouterr().err


def run(folder: Path, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(folder / "data"), "collect", *words]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=120, check=False)


def test_the_program_itself_imports_in_other_processes(tmp_path: Path) -> None:
    """By main.py, with a key file of an office, and a database of its own or named."""
    compiled_before(Paths(tmp_path / "data"))
    (tmp_path / "stik").mkdir()
    (tmp_path / "stik" / "a.asnskor").write_bytes(good(1).data)
    (tmp_path / "stik" / "b\x1b[2J.pdf").write_bytes(sealed(2).data)
    make_key_file(tmp_path / "kantor.pem", "kata sandi kantor", holder=Holder.OFFICE)
    done = run(
        tmp_path, "import", "stik", str(tmp_path / "stik"), "--kunci", str(tmp_path / "kantor.pem"),
        "--sandi-stdin", "--json", typed="kata sandi kantor\n",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    assert found["files"] == 3
    assert {one["path"]: one["verdict"] for one in found["refused"]} == {
        "stik": "unreadable",
        next(one["path"] for one in found["refused"] if one["verdict"] == "sealed"): "sealed",
    }
    assert all(harmless(one["path"]) == one["path"] for one in found["refused"])
    named = run(tmp_path, "import", str(tmp_path / "stik" / "a.asnskor"), "--database", f"sqlite:///{tmp_path}/b.db")
    assert (named.returncode, named.stdout) == (0, "1 berkas diperiksa.\n  Masuk: 1\n")
    assert (tmp_path / "b.db").is_file()
    refused = run(tmp_path, "status", "--database", "postgresql://kantor/rekap")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Rekap “rekap” di server kantor tidak dapat dihubungi")
