"""`asnquiz score verify` on the text of a certificate: how a clerk gives it, what is named, and the exit codes."""

import argparse
import io
import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from asnquiz.cli.score import Learner, add_commands
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.certificate_text import read, sign
from asnquiz.scorefiles.score_file import read_file
from tests.scorefiles.learning import new_key
from tests.scorefiles.test_certificate_text import SITI


@pytest.fixture
def text(tmp_path: Path) -> str:
    return sign(SITI, new_key(tmp_path))


def run(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="asnquiz")

    def open_learner(_args: argparse.Namespace) -> nullcontext[Learner]:
        raise AssertionError("checking needs nobody's data")

    add_commands(
        parser.add_subparsers(required=True), open_learner=open_learner, read_file=read_file, read_certificate=read
    )
    args = parser.parse_args(["score", "verify", *words])
    code = args.run(args)
    assert isinstance(code, int)
    return code


def test_an_intact_text_shows_what_was_signed(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(text) == 0
    out = capsys.readouterr().out
    assert "utuh" in out
    for line in ("Nama: Siti Aminah", "NIP/NI PPPK: 198609262015051001", "Nilai: 86,6", "Jawaban benar: 26 dari 30"):
        assert line in out.splitlines()


def test_it_can_be_in_a_file_or_pasted_with_line_breaks(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kode.txt"
    file.write_text(f"  {text[:300]}\n{text[300:]}\r\n", "utf-8")
    assert run(str(file)) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{text[:77]}\n {text[77:]}\n"))
    assert run("-") == 0
    assert capsys.readouterr().out.count("Nilai: 86,6") == 2


def test_what_the_paper_says_otherwise_is_named(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(text, "--isi", "Nilai: 96,6", "--isi", "nama = Siti  Aminah", "--isi", "Unit kerja: Dinas Sosial") == 1
    out = capsys.readouterr().out
    assert "BERBEDA: Nilai. Di surat: 96,6. Yang disegel: 86,6." in out
    assert "BERBEDA: Unit kerja. Di surat: Dinas Sosial. Yang disegel: Dinas Kesehatan." in out
    assert "BERBEDA: Nama" not in out


def test_a_paper_that_says_the_same_is_told_so(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(text, "--isi", "Nilai: 86,6") == 0
    assert "sama dengan yang disegel" in capsys.readouterr().out


def test_a_field_that_no_certificate_has_is_refused_with_those_it_has(text: str) -> None:
    with pytest.raises(Refusal, match=r"Isian yang ada: Nama, .*Kunci komputer\."):
        run(text, "--isi", "Skor: 80")


def test_a_changed_text_shows_nothing_that_could_be_believed(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    header, payload, signature = text.split(".")
    changed = f"{header}.{payload[:60]}{'A' if payload[60] != 'A' else 'B'}{payload[61:]}.{signature}"
    assert run(changed, "--isi", "Nilai: 86,6") == 1
    out = capsys.readouterr().out
    assert "berubah sejak disegel" in out
    assert "Siti" not in out


def test_a_foreign_text_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("https://contoh.id/surat"))
    assert run("-") == 1
    assert "bukan isi kode QR" in capsys.readouterr().out
    assert run("eyJhbGciOiJIUzI1NiJ9.e30.AAAA") == 1


def test_machines_get_one_object(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(text, "--json", "--isi", "Nilai: 96,6") == 1
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (told["verdict"], told["file_id"]) == ("intact", None)
    assert told["certificate"]["Nilai"] == "86,6"
    assert told["certificate"]["Kunci komputer"] == told["device"]
    assert told["differences"] == [{"label": "Nilai", "on_paper": "96,6", "signed": "86,6"}]


def test_fields_are_compared_of_certificates_only(tmp_path: Path) -> None:
    file = tmp_path / "nilai.asnskor"
    file.write_text("{}", "utf-8")
    with pytest.raises(Refusal, match="hanya untuk surat keterangan"):
        run(str(file), "--isi", "Nilai: 86,6")
    with pytest.raises(Refusal, match="tidak ditemukan"):
        run(str(tmp_path / "tidak-ada.txt"), "--isi", "Nilai: 86,6")


def test_the_beginning_of_something_long_is_no_certificate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "panjang.txt"
    file.write_text("eyJ" * 100_000, "utf-8")
    assert run(str(file)) == 1
    assert "bukan isi kode QR" in capsys.readouterr().out
