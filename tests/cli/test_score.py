"""`asnquiz score`: what is printed, what is written, and the exit codes that scripts rely on."""

import argparse
import dataclasses
import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from asnquiz.cli.score import Learner, add_commands
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ScoreReport, TimeAnomaly
from asnquiz.domain.task import Session
from asnquiz.scorefiles.certificate_text import read
from asnquiz.scorefiles.durable import write
from asnquiz.scorefiles.score_file import read_file, sign
from asnquiz.scorefiles.seal import Seal
from asnquiz.scorefiles.sealed import open_sealed
from asnquiz.usecases.take_quiz import PracticePlan, TaskPlan
from tests.scorefiles import offices
from tests.scorefiles.learning import FILE_ID, Learning, new_key, task_here


class Desk:
    """A person's data folder and the commands over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.learning = Learning(folder)
        self.asked: list[str] = []
        self.types = ""

    def run(self, *words: str) -> int:
        parser = argparse.ArgumentParser(prog="asnquiz")
        add_commands(
            parser.add_subparsers(required=True),
            open_learner=self._open,
            read_file=read_file,
            read_certificate=read,
            ask_secret=self._typed,
        )
        args = parser.parse_args(["score", *words])
        code = args.run(args)
        assert isinstance(code, int)
        return code

    def _typed(self, prompt: str) -> str:
        self.asked.append(prompt)
        if not self.types:
            raise EOFError
        return self.types

    def _open(self, _args: argparse.Namespace) -> AbstractContextManager[Learner]:
        learning = self.learning
        seal = Seal(self.folder / "device.key", learning.clock)
        return nullcontext(Learner(learning.store, learning.packs, learning.clock, seal, lambda _: bytes))

    def write_report(self, change: Callable[[ScoreReport], ScoreReport] = lambda report: report) -> str:
        """A file of one exam, 26 of 30 right, changed before it was signed."""
        key = new_key(self.folder)
        exam = self.learning.take(1, right=26)
        path = self.folder / "nilai.asnskor"
        write(path, sign(change(self.learning.report(exam, device=key.kid)), key))
        return str(path)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.learning.store.close()


def change_a_byte(path: str) -> None:
    data = Path(path).read_bytes()
    Path(path).write_bytes(data + b"\n")


def test_export_shows_what_goes_and_writes_the_newest_exam(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.learning.take(1, right=3)
    newest = desk.learning.take(2, right=26)
    desk.learning.take(3, plan=PracticePlan(None, 5))
    path = desk.folder / "siti.asnskor"
    assert desk.run("export", "--out", str(path)) == 0
    out = capsys.readouterr().out
    for words in (
        "Nama: Siti Aminah",
        "NIP/NI PPPK: 198609262015051001",
        "Nilai 86,6 (26 dari 30 benar), lulus",
        "Ujian ke-2 dari 2",
        "Yang tetap di komputer ini:",
        "siapa pun yang memegangnya dapat membaca isinya",
        f"Berkas nilai tersimpan: {path}",
    ):
        assert words in out
    report = read_file(path).report
    assert report is not None
    assert [attempt.id for attempt in report.attempts] == [newest]


def test_export_for_machines_prints_one_object(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    first = desk.learning.take(1, right=3)
    second = desk.learning.take(2, right=26)
    path = desk.folder / "siti.asnskor"
    ids = ["--attempt", str(first), "--attempt", str(second)]
    assert desk.run("export", "--out", str(path), *ids, "--json") == 0
    seen = read_file(path)
    assert json.loads(capsys.readouterr().out) == {
        "file": str(path),
        "file_id": seen.file_id,
        "device": seen.device,
        "attempts": [str(first), str(second)],
    }


def test_export_into_a_folder_names_the_file_itself(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.learning.take(1, right=26)
    assert desk.run("export", "--out", str(desk.folder), "--json") == 0
    done = json.loads(capsys.readouterr().out)
    assert Path(done["file"]).name == f"nilai-siti-aminah-2026-11-21-{done['file_id'][:8]}.asnskor"
    assert read_file(Path(done["file"])).file_id == done["file_id"]


@pytest.mark.parametrize("out", ["siti.asnskor", "siti"])
def test_export_never_replaces_a_file(desk: Desk, capsys: pytest.CaptureFixture[str], out: str) -> None:
    desk.learning.take(1, right=26)
    path = desk.folder / "siti.asnskor"
    path.write_bytes(b"lama")
    with pytest.raises(Refusal) as refused:
        desk.run("export", "--out", str(desk.folder / out))
    assert f"“{path}” sudah ada" in str(refused.value)
    assert path.read_bytes() == b"lama"
    assert not (desk.folder / "device.key").exists()
    assert capsys.readouterr().out == ""


def test_export_to_a_name_too_long_is_refused(desk: Desk) -> None:
    desk.learning.take(1, right=26)
    with pytest.raises(Refusal, match="Namanya terlalu panjang"):
        desk.run("export", "--out", str(desk.folder / ("a" * 300)))


def test_export_names_its_files_by_their_kind(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.learning.take(1, right=26)
    assert desk.run("export", "--out", str(desk.folder / "siti"), "--json") == 0
    assert json.loads(capsys.readouterr().out)["file"] == str(desk.folder / "siti.asnskor")
    assert read_file(desk.folder / "siti.asnskor").report is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
def test_export_does_not_write_over_what_is_no_file(desk: Desk) -> None:
    desk.learning.take(1, right=26)
    pipe = desk.folder / "pipa"
    os.mkfifo(pipe)
    with pytest.raises(Refusal, match="bukan berkas biasa"):
        desk.run("export", "--out", str(pipe))
    assert pipe.is_fifo()
    assert not (desk.folder / "device.key").exists()


def test_export_for_machines_shows_people_what_goes(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.learning.take(1, right=26)
    assert desk.run("export", "--out", str(desk.folder / "a.asnskor")) == 0
    told = capsys.readouterr().out.partition("\nBerkas nilai tersimpan")[0]
    assert desk.run("export", "--out", str(desk.folder / "b.asnskor"), "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["attempts"]
    assert "Yang akan diserahkan:" in printed.err
    assert printed.err.strip() == told.strip()


def test_export_tells_of_a_damaged_key_apart_from_the_object(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.learning.take(1, right=26)
    (desk.folder / "device.key").write_bytes(b"rusak")
    assert desk.run("export", "--out", str(desk.folder / "a.asnskor"), "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["attempts"]
    assert "device-rusak-2026-11-21.key" in printed.err


def test_export_without_a_finished_exam_is_refused(desk: Desk) -> None:
    desk.learning.take(1, right=3, end=None)
    with pytest.raises(Refusal, match="Belum ada ujian yang selesai"):
        desk.run("export", "--out", str(desk.folder / "a.asnskor"))
    assert not (desk.folder / "a.asnskor").exists()
    assert not (desk.folder / "device.key").exists()


def test_export_asks_whose_score_it_is_when_people_share_the_computer(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    budi = desk.learning.add_profile(UUID(int=2), Person("Budi"))
    desk.learning.take(1, right=26, profile=budi)
    path = desk.folder / "a.asnskor"
    with pytest.raises(Refusal, match=rf"--profile:(.|\n)*Siti Aminah(.|\n)*{budi.id}  Budi"):
        desk.run("export", "--out", str(path))
    assert desk.run("export", "--out", str(path), "--profile", str(budi.id)) == 0
    assert "Nama: Budi" in capsys.readouterr().out
    with pytest.raises(Refusal, match="Profil itu tidak ada"):
        desk.run("export", "--out", str(path), "--profile", str(UUID(int=3)))


def test_an_id_that_is_none_is_wrong_usage(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        desk.run("export", "--out", "a.asnskor", "--attempt", "satu")
    assert left.value.code == 2
    assert "“satu” bukan nomor yang benar" in capsys.readouterr().err


def test_verify_says_what_intact_means(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.write_report()
    assert desk.run("verify", path) == 0
    out = capsys.readouterr().out
    assert out.startswith("Berkas ini utuh.")
    assert "tidak berubah sejak disegel oleh komputer pembuatnya; bukan bukti siapa yang mengerjakan" in out
    assert f"Kunci komputer: {new_key(desk.folder).kid}" in out


def test_verify_for_machines(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.write_report()
    device = new_key(desk.folder).kid
    assert desk.run("verify", path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"verdict": "intact", "device": device, "file_id": str(FILE_ID)}
    change_a_byte(path)
    assert desk.run("verify", path, "--json") == 1
    assert json.loads(capsys.readouterr().out)["verdict"] == "changed"
    Path(path).write_bytes(b"bukan berkas nilai")
    assert desk.run("verify", path, "--json") == 1
    assert json.loads(capsys.readouterr().out) == {"verdict": "foreign", "device": None, "file_id": None}


@pytest.mark.parametrize(
    ("ending", "what", "onward"),
    [
        (".asnkelas", "catatan sosialisasi", "Tambah berkas nilai di Rekap nilai, atau asnquiz collect import"),
        (".asntugas", "tugas dari kantor", "Buka di ASN Netral"),
        (".ASNPACK", "paket soal", "asnquiz content open"),
        (".asnpindah", "berkas pindah", "jangan dibagikan"),
    ],
)
def test_verify_names_a_file_of_another_kind_and_what_to_do_with_it(
    desk: Desk, capsys: pytest.CaptureFixture[str], ending: str, what: str, onward: str
) -> None:
    path = desk.folder / f"kiriman{ending}"
    path.write_bytes(b"PK" * 9_000_000)
    for command in ("verify", "show"):
        assert desk.run(command, str(path)) == 1
        out = capsys.readouterr().out
        assert f"Menurut namanya, “kiriman{ending}” adalah {what}" in out
        assert onward in out
    assert desk.run("verify", str(path), "--json") == 1
    assert json.loads(capsys.readouterr().out) == {"verdict": "foreign", "device": None, "file_id": None}
    path.unlink()
    with pytest.raises(Refusal, match="tidak ditemukan"):
        desk.run("verify", str(path))


def test_verify_warns_of_what_is_not_intact(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.write_report()
    change_a_byte(path)
    assert desk.run("verify", path) == 1
    assert capsys.readouterr().out.startswith("Berkas ini berubah sejak disegel.")
    Path(path).write_bytes(b"")
    assert desk.run("verify", path) == 1
    assert capsys.readouterr().out.startswith("Ini bukan berkas nilai ASN Netral")


def test_show_prints_person_and_scores_as_indonesians_write_them(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("show", desk.write_report()) == 0
    out = capsys.readouterr().out
    assert "PERINGATAN" not in out
    for words in (
        "Nama: Siti Aminah",
        "Status kepegawaian: PNS",
        "Simulasi ujian, 21 November 2026 pukul 08.02",
        "Nilai 86,6 (26 dari 30 benar), lulus",
        "Ujian ke-1 dari 1",
        "Tanpa pengawas",
        f"Nomor berkas: {FILE_ID}",
    ):
        assert words in out


def test_show_warns_first_when_the_file_is_not_intact(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.write_report()
    change_a_byte(path)
    assert desk.run("show", path) == 1
    out = capsys.readouterr().out
    assert out.startswith("PERINGATAN: Berkas ini berubah")
    assert "Nama: Siti Aminah" in out


def test_show_names_odd_times_pauses_and_who_watched(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    def watched(report: ScoreReport) -> ScoreReport:
        session = Session("Rahmat", "Aula BKPSDM", "7K2M")
        attempt = dataclasses.replace(report.attempts[0], session=session, anomalies=tuple(TimeAnomaly))
        return dataclasses.replace(report, attempts=(attempt,))

    assert desk.run("show", desk.write_report(watched)) == 0
    out = capsys.readouterr().out
    assert "Diawasi oleh Rahmat, Aula BKPSDM, kode sesi 7K2M" in out
    assert out.count("Perhatikan:") == 3


def test_show_for_machines_holds_the_whole_report(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("show", desk.write_report(), "--json") == 0
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert shown["verdict"] == "intact"
    assert shown["report"]["attempts"][0]["tenths"] == 866


def test_a_strangers_file_cannot_steer_the_terminal(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    def hostile(report: ScoreReport) -> ScoreReport:
        return dataclasses.replace(report, person=Person("Siti\x1b[2J\nNilai 100\u202e"))

    assert desk.run("show", desk.write_report(hostile)) == 0
    out = capsys.readouterr().out
    assert "Nama: Siti□[2J□Nilai 100□\n" in out


def test_a_file_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="tidak ditemukan"):
        desk.run("verify", str(desk.folder / "hilang.asnskor"))


def guarded(desk: Desk) -> Path:
    desk.learning.take(1, right=26)
    desk.learning.store.keep_pin(desk.learning.profile.id, "2468")
    return desk.folder / "siti.asnskor"


def test_export_asks_for_the_pin_where_there_is_one(desk: Desk) -> None:
    path = guarded(desk)
    desk.types = "2468"
    assert desk.run("export", "--out", str(path), "--json") == 0
    assert desk.asked == ["PIN Siti Aminah: "]
    assert path.exists()


@pytest.mark.parametrize("typed", ["1111", "", "bukan angka"])
def test_export_writes_nothing_without_the_right_pin(desk: Desk, typed: str) -> None:
    path = guarded(desk)
    desk.types = typed
    with pytest.raises(Refusal, match="PIN"):
        desk.run("export", "--out", str(path))
    assert not path.exists()
    assert not (desk.folder / "device.key").exists()


def test_wrong_pins_in_the_terminal_cost_the_waiting_of_the_window(desk: Desk) -> None:
    path = guarded(desk)
    desk.types = "1111"
    for _ in range(5):  # the clock of this desk goes on by a minute whenever it is asked
        with pytest.raises(Refusal, match="PIN"):
            desk.run("export", "--out", str(path))
    desk.asked.clear()
    desk.types = "2468"
    with pytest.raises(Refusal, match="Tunggu"):
        desk.run("export", "--out", str(path))
    assert desk.asked == [], "not even asked"


def test_export_tells_the_owner_that_somebody_said_it_is_forgotten(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    path = guarded(desk)
    store, profile = desk.learning.store, desk.learning.profile
    store.change_guard(profile.id, lambda guard: guard.said_forgotten(desk.learning.clock.now().wall_ms))
    desk.types = "2468"
    assert desk.run("export", "--out", str(path)) == 0
    assert "ada yang mencatat bahwa PIN Anda lupa" in capsys.readouterr().err
    assert store.change_guard(profile.id, lambda guard: guard).forgotten is None


def test_export_of_a_task_seals_all_of_it_for_its_office(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    task = desk.learning.take_on(task_here()).task
    taken = [desk.learning.take(number, right=26, plan=TaskPlan(task.id)) for number in (1, 2)]
    desk.learning.take(3, right=26)
    assert desk.run("export", "--task", str(task.id), "--out", str(desk.folder), "--json") == 0
    out, err = capsys.readouterr()
    made = json.loads(out)
    assert made["attempts"] == [str(attempt) for attempt in taken]
    assert Path(made["file"]).name.startswith("Bukti nilai - Siti Aminah - Dinas Kesehatan - Ujian netralitas 2026 - ")
    assert "Terbaca oleh siapa pun, di halaman PDF:\n  Nama: Siti Aminah\n" in err
    assert "Hasil tersegel hanya dapat dibuka oleh BKPSDM Kabupaten Contoh." in err
    sealed = Path(made["file"]).read_bytes()
    assert open_sealed(sealed, offices.KEYS).jws is not None
    assert desk.run("export", "--task", str(task.id), "--out", str(desk.folder / "lagi")) == 0
    assert (desk.folder / "lagi.pdf").exists()
    assert "Sudah disimpan, belum dipastikan diterima." in capsys.readouterr().out


def test_export_takes_a_task_or_exams_and_not_both(desk: Desk) -> None:
    with pytest.raises(SystemExit):
        desk.run("export", "--out", "a.pdf", "--task", str(FILE_ID), "--attempt", str(FILE_ID))
    with pytest.raises(Refusal, match="Tugas itu tidak ada"):
        desk.run("export", "--out", "a.pdf", "--task", str(FILE_ID))
