"""`content check` and `content dump` on the folder of a layer, against the pack in use."""

import json
from pathlib import Path

import pytest

from asnquiz.programs.commands import run_command
from asnquiz.programs.paths import Paths
from tests.content.sample_layer import HEADER, ITEMS, write_layer
from tests.content.sample_pack import break_file
from tests.data_folders import compiled_before

# What the sample layer rests on in the sample pack, and what it may rest on in the program's own.
HERE = {
    "{id: contoh, version: 2026.11.1}": "{id: netralitas-pilkada, version: 2026.11.1}",
    "pp-contoh": "pp-94-2021",
    'ref: "Pasal 1"': 'ref: "Pasal 5 huruf n angka 6"',
    'ref: "Pasal 2"': 'ref: "Pasal 5 huruf n angka 6"',
    "suka-akun-calon": "ajakan-memihak-di-unit-kerja",
    "cuti-dampingi-suami": "ajakan-memihak-di-unit-kerja",
    "menonton-debat": "ajakan-memihak-di-unit-kerja",
    "topic: cuti": "topic: keluarga",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    layer = write_layer(tmp_path / "setempat")
    for file in layer.rglob("*.yaml"):
        text = file.read_text("utf-8")
        for old, new in HERE.items():
            text = text.replace(old, new)
        file.write_text(text, "utf-8")
    return layer


@pytest.fixture
def used(tmp_path: Path) -> None:
    """The program ran before on this data folder."""
    compiled_before(Paths(tmp_path / "data"))


def run(tmp_path: Path, *words: str) -> int:
    return run_command(["--data-dir", str(tmp_path / "data"), "content", *words])


def test_a_sound_layer_is_said_to_be_sound(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "check", str(folder)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Paket setempat kab-contoh 3: 1 ketentuan, 2 soal bernilai, 1 studi kasus, 0 bahan diskusi.",
        "Tidak ada kesalahan.",
    ]
    assert not (tmp_path / "data").exists()


@pytest.mark.usefixtures("used")
def test_what_this_computer_published_is_its_own_and_a_strangers_elsewhere(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "setempat.asnpack")
    assert run(tmp_path, "publish", str(folder), "--out", file) == 0
    here, elsewhere = tmp_path, tmp_path / "lain"
    elsewhere.mkdir()
    told = []
    for place in (here, elsewhere):
        capsys.readouterr()
        assert run(place, "open", file, "--json") == 1
        told.append(json.loads(capsys.readouterr().out)["trust"])
    assert told == ["own", "new"]
    assert not (elsewhere / "data").exists()


@pytest.mark.usefixtures("used")
def test_the_report_for_machines_says_what_it_is_about(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    break_file(folder, ITEMS, "difficulty: 1", "difficulty: 9")
    assert run(tmp_path, "check", str(folder), "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["kind", "pack", "version", "counts", "statistics", "faults"]
    assert (report["kind"], report["pack"], report["version"]) == ("layer", "kab-contoh", "3")
    assert report["counts"]["items"] == 2
    assert [(fault["file"], fault["id"]) for fault in report["faults"]] == [(ITEMS, "kab-contoh-papan")]


@pytest.mark.usefixtures("used")
def test_a_layer_is_dumped_for_people_and_for_machines(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "dump", str(folder)) == 0
    printed = capsys.readouterr().out
    for shown in (
        "KETENTUAN",
        "SOAL",
        "Puskesmas Satu, Puskesmas Dua",
        "Papan pengumuman yang kosong.",
        "media: image/png",
    ):
        assert shown in printed
    assert "PERATURAN" not in printed
    assert run(tmp_path, "dump", str(folder), "--json") == 0
    plain = json.loads(capsys.readouterr().out)
    assert (plain["schema"], plain["items"][0]["id"]) == ("asnquiz/layer/1", "kab-contoh-papan")
    assert plain["marks"]["kab-contoh-cuti"]["standing"] == "review"


@pytest.mark.usefixtures("used")
def test_what_cannot_be_laid_over_the_pack_in_use_is_told(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    break_file(folder, HEADER, "version: 2026.11.1", "version: 9999.1.1")
    assert run(tmp_path, "dump", str(folder)) == 1
    assert "memerlukan paket nasional versi 9999.1.1" in capsys.readouterr().out


@pytest.mark.usefixtures("used")
def test_a_layer_has_no_table_of_blind_readings(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "check", str(folder), "--telaah", str(tmp_path / "telaah.csv")) == 1
    assert "tanpa --telaah" in capsys.readouterr().err
