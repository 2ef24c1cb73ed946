"""`asnquiz collect rescore`: nothing is replaced before it was shown, and whole NIPs are in the file alone."""

import argparse
import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from asnquiz.cli.collect_rescore import add_rescore_command
from asnquiz.domain.data_table import DataFile
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.commands import run_command
from asnquiz.storage.collection.database import CollectionDatabase
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import NO_EVIDENCE
from tests.content.sample_pack import FILES
from tests.usecases.rescoring import AT, NEXT_IN_USE, office, take_in

NIP = re.compile(r"\d{18}")


class Desk:
    """The command over one database."""

    def __init__(self, store: CollectionDatabase) -> None:
        self.store = store
        self.saved: dict[Path, list[tuple[Any, ...]]] = {}

    def __call__(self, *words: str) -> int:
        parser = argparse.ArgumentParser()
        add_rescore_command(
            parser.add_subparsers(),
            open_collection=self._open,
            open_version=lambda _args: NEXT_IN_USE,
            save=self._save,
            now=lambda: AT,
        )
        args = parser.parse_args(["rescore", *words])
        return int(args.run(args))

    @contextmanager
    def _open(self, _args: argparse.Namespace) -> Iterator[CollectionStore]:
        yield self.store

    def _save(self, path: Path, file: DataFile) -> None:
        assert self.marked_by() is None  # nothing is replaced before it is written
        self.saved[path] = [row for table in file.tables for row in table.rows]

    def marked_by(self) -> str | None:
        in_force = self.store.marking().in_force
        return in_force.ref.version if in_force else None


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with office(tmp_path / "rekap.db") as store:
        take_in(store)
        yield Desk(store)


def test_what_changes_is_shown_before_somebody_says_yes(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for typed in ("", "tidak\n"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(Refusal, match="Tidak ada nilai yang diganti"):
            desk()
    assert desk.marked_by() is None
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO("ya\n"))
    assert desk() == 0
    shown = capsys.readouterr()
    assert shown.err == "Semua jawaban di rekap ini dinilai ulang. Ketik “ya” untuk melanjutkan: "
    assert shown.out.splitlines() == [
        "Dinilai sekarang dengan: paket soal masing-masing ujian",
        "Akan dinilai dengan: contoh versi 2026.12.1 (keadaan hukum per 1 Desember 2026)",
        "7 jawaban di 4 ujian berubah nilainya.",
        "Menjadi lulus: 1 ujian. Tidak lagi lulus: 1 ujian.",
        "",
        "Soal",
        "  soal-kunci revisi 1 · kunci jawaban diperbaiki · 2 menjadi benar, 2 menjadi belum tepat",
        "  soal-tarik revisi 1 · tidak lagi dinilai · 3 menjadi tidak dinilai",
        "  soal-asing revisi 3 · isi soal tidak dikenal kantor, jadi nilai lama tetap · 1 jawaban tidak berubah",
        "  soal-hukum revisi 1 · hukum yang mendasarinya berubah · 3 jawaban tidak berubah",
        "  soal-ubah revisi 1 · isi soal berubah, jadi nilai lama tetap · 3 jawaban tidak berubah",
        "",
        "Ujian",
        "  Budi Santoso · 1970•••••••••••002 · Dinas Kesehatan · Puskesmas Dua · Ujian netralitas · "
        "60,0 menjadi 50,0 · tidak lagi lulus",
        "  Siti Aminah · 1970•••••••••••001 · Dinas Kesehatan · Puskesmas Satu · Ujian netralitas · 60,0 menjadi 75,0",
        "  Cici Lestari · 1970•••••••••••003 · Dinas Pendidikan · SMP Negeri 1 · Ujian netralitas · "
        "40,0 menjadi 75,0 · menjadi lulus",
        next(line for line in shown.out.splitlines() if line.startswith("  Doni · kunci ~")),
        "",
        NO_EVIDENCE,
        "Semua jawaban sudah dinilai ulang.",
    ]
    assert desk.marked_by() == "2026.12.1"
    with pytest.raises(Refusal, match="sudah dinilai dengan cara itu"):
        desk("--yes")
    assert desk("--semula", "--yes") == 0
    line = (
        "  soal-tarik revisi 1 · kembali dinilai menurut soal yang dikerjakan · 1 menjadi benar, 2 menjadi belum tepat"
    )
    assert line in capsys.readouterr().out.splitlines()
    assert desk.marked_by() is None


def test_programs_are_told_by_one_object_and_write_each_change(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(Refusal, match="Tidak ada nilai yang diganti"):
        desk("--json")
    seen = json.loads(capsys.readouterr().out)
    assert desk("--json", "--yes", "--out", str(tmp_path / "perubahan.xlsx")) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert not NIP.search(shown.out)
    done = json.loads(shown.out)
    assert (seen.pop("replaced"), done.pop("replaced")) == (False, True)
    assert (seen.pop("file"), done.pop("file")) == (None, str(tmp_path / "perubahan.xlsx"))
    assert seen == done
    assert (done["before"], done["after"]["law_as_of"]) == (None, "2026-12-01")
    assert (done["answers"], done["now_passed"], done["not_passed_any_more"]) == (7, 1, 1)
    assert done["questions"][0]["becomes"] == {"right": 2, "wrong": 2}
    assert {one["name"]: (one["tenths_before"], one["tenths_after"], one["passed_after"]) for one in done["exams"]} == {
        "Budi Santoso": (600, 500, False),
        "Siti Aminah": (600, 750, True),
        "Cici Lestari": (400, 750, True),
        "Doni": (1000, 1000, True),
    }
    (rows,) = desk.saved.values()
    assert len(rows) == 7 + 4 + 5
    assert any(NIP.fullmatch(str(row[0])) for row in rows)


def test_a_file_that_stands_there_is_not_replaced(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "ada.csv").touch()
    with pytest.raises(Refusal, match="sudah ada"):
        desk("--yes", "--out", str(tmp_path / "ada.csv"))
    assert desk.marked_by() is None
    with pytest.raises(SystemExit):
        desk("--semula", "--paket", str(tmp_path))


def test_the_program_takes_a_folder_as_it_checks_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder's content, which asks none of what was asked here, its own, which is another, and no faulty one."""
    folder, out, database = tmp_path / "paket", tmp_path / "perubahan.json", tmp_path / "rekap.db"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with office(database) as store:
        take_in(store)
    words = ["--data-dir", str(tmp_path / "data"), "collect", "--database", str(database), "rescore", "--yes"]
    assert run_command([*words, "--paket", str(folder), "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["change"] for one in told["questions"]} == {"dropped", "unknown"}
    assert out.read_text(encoding="utf-8").count("tidak lagi dinilai") >= told["answers"] > 0
    assert run_command(words) == 1
    assert "berasal dari paket netralitas-pilkada." in capsys.readouterr().err
    (folder / "pack.yaml").unlink()
    assert run_command([*words, "--paket", str(folder)]) == 1
    assert "mempunyai kesalahan" in capsys.readouterr().err
