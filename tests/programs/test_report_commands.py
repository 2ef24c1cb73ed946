"""`asnquiz collect report`, `export`, `remind` and `aggregate` over one collection, with the real writers of files."""

import csv
import json
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from asnquiz.programs.commands import run_command
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.storage.collection.database import open_collection
from asnquiz.usecases.see_collection import NO_EVIDENCE
from benchmarks.office_report import entry, taken
from tests.data_folders import compiled_before
from tests.storage.collection.given import BEGUN, file, took

PEOPLE = 60


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with sixty people's exams, and five people who sent nothing."""
    paths = compiled_before(Paths(tmp_path_factory.mktemp("data")))
    packs = pack_library(paths)
    pack, sha, _ = packs.current()
    with closing(open_collection(paths.collection, packs)) as store:
        store.keep_roster([entry(number) for number in range(PEOPLE + 5)], BEGUN)
        sent = [taken(number, pack, sha) for number in range(PEOPLE)]
        took(store, *(file(f"{one.nip}.pdf", one) for one in sent))
    return paths.data


class Terminal:
    """Runs commands over a data folder."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data = data
        self._capsys = capsys

    def __call__(self, *words: str | Path, code: int = 0) -> str:
        """What is printed, or said of a refusal."""
        assert run_command(["--data-dir", str(self._data), "collect", *map(str, words)]) == code
        printed = self._capsys.readouterr()
        return printed.err if code else printed.out

    def told(self, *words: str | Path) -> Any:
        return json.loads(self(*words, "--json"))

    def acts(self) -> list[str]:
        return [entry["act"] for entry in self.told("log")["log"]]


@pytest.fixture
def terminal(data: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(data, capsys)


def test_a_report_is_told_in_the_terminal_with_what_it_is_of(terminal: Terminal) -> None:
    printed = terminal("report")
    assert NO_EVIDENCE in printed
    assert "Yang dihitung: ujian terbaik tiap orang, tanpa pengawas\n" in printed
    assert "Pegawai di daftar: 65" in printed
    told = terminal.told("report")
    assert told["facts"]["Sifat"] == NO_EVIDENCE
    assert sum(one["finished"] for one in told["tables"]["agencies"]) == PEOPLE


def test_the_ending_of_the_name_says_what_a_report_becomes(terminal: Terminal, tmp_path: Path) -> None:
    for ending, beginning in {".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK", ".json": b"{"}.items():
        out = tmp_path / f"laporan{ending}"
        assert terminal.told("report", "--out", out) == {"file": str(out)}
        assert out.read_bytes().startswith(beginning)
    again = tmp_path / "lagi.xlsx"
    terminal("report", "--out", again)
    assert again.read_bytes() == (tmp_path / "laporan.xlsx").read_bytes()
    assert "sudah ada" in terminal("report", "--out", again, code=1)
    assert "Akhiran “.odt” tidak dikenal" in terminal("report", "--out", tmp_path / "laporan.odt", code=1)
    assert not (tmp_path / "laporan.odt").exists()


def test_everybodys_answers_leave_with_a_note_in_the_log(terminal: Terminal, tmp_path: Path) -> None:
    before = terminal.acts().count("NIP utuh")
    for shape, lines in {"orang": PEOPLE + 5, "lebar": PEOPLE, "panjang": PEOPLE * 30}.items():
        out = tmp_path / f"{shape}.csv"
        terminal("export", "--bentuk", shape, "--out", out, "--csv", "internasional")
        with out.open(newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        assert len(rows) == lines
        assert head[0] == "NIP"
        assert {row[0] for row in rows} <= {entry(number).nip for number in range(PEOPLE + 5)}
    assert terminal.acts().count("NIP utuh") == before + 3


def test_others_get_sums_and_names_only_for_a_reason(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "provinsi.json"
    terminal("aggregate", "--out", out)
    nips = [entry(number).nip for number in range(PEOPLE + 5)]
    told = out.read_text("utf-8")
    assert not any(nip in told for nip in nips)
    counts = [cell for row in json.loads(told)["tables"]["agencies"]["rows"] for cell in row[1:5]]
    assert not any(cell is not None and 0 < cell < 10 for cell in counts)
    named = tmp_path / "bernama.json"
    assert "Alasannya masih kosong" in terminal("aggregate", "--out", named, "--nama-dengan-alasan", "ya", code=1)
    assert not named.exists()
    terminal("aggregate", "--out", named, "--nama-dengan-alasan", "Surat inspektorat nomor 7")
    assert all(nip in named.read_text("utf-8") for nip in nips)
    assert "Nama untuk pihak lain" in terminal.acts()


def test_who_has_not_finished_gets_a_letter(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "pengingat.docx"
    terminal("remind", "--out", out)
    with ZipFile(out) as letter:
        text = letter.read("word/document.xml").decode()
    assert all(entry(number).name in text for number in range(PEOPLE, PEOPLE + 5))
    assert not any(entry(number).nip in text for number in range(PEOPLE + 5))
    assert "tidak ada di daftar" in terminal("remind", "--out", tmp_path / "x.docx", "--perangkat-daerah", "X", code=1)


def test_where_nothing_was_collected_every_output_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No office, no roster, no file: whatever can be empty is, and the others say what is needed first."""
    terminal = Terminal(tmp_path / "data", capsys)
    for ending in (".pdf", ".docx", ".xlsx", ".csv", ".json"):
        terminal("report", "--out", tmp_path / f"laporan{ending}")
    assert "Lulus: –" in terminal("report").splitlines()
    for shape in ("orang", "lebar", "panjang", "sosialisasi"):
        terminal("export", "--bentuk", shape, "--out", tmp_path / f"{shape}.xlsx")
    needed = {
        (
            "aggregate",
            "--out",
            tmp_path / "a.xlsx",
            "--nama-dengan-alasan",
            "Surat nomor 7",
        ): "Daftar pegawai masih kosong",
        ("remind", "--out", tmp_path / "b.docx"): "Daftar pegawai masih kosong",
        ("rescore", "--yes"): "Tidak satu pun soal",
    }
    for words, said in needed.items():
        assert said in terminal(*words, code=1)
    assert terminal.acts() == ["NIP utuh"] * 4
    elsewhere = terminal("report", "--tugas", "00000000-0000-4000-8000-000000000001")
    assert "Tugas: Ujian untuk tugas yang tidak dibuat di sini" in elsewhere.splitlines()
