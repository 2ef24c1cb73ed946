"""`content check` and `content dump`: what is printed, for people and for machines, and the exit code."""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from asnquiz.cli.content import add_commands
from asnquiz.content.checker import check_pack, open_pack
from asnquiz.domain.layer import Base, lay_over
from asnquiz.usecases.check_pack import Checked
from tests import layers
from tests.content.sample_pack import break_file, write_pack
from tests.layers import own

Run = Callable[..., tuple[int, str]]
IN_USE = "Yang dipakai di komputer ini: paket yang datang bersama program."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "paket")


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command of `content`; without a path it is about the sample pack. Gives exit code and output."""

    def run(*words: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        add_commands(
            parser.add_subparsers(),
            check=lambda args: check_pack(args.path or folder, args.telaah),
            open_any=lambda args: open_pack(args.path or folder),
            open_pack=lambda args: open_pack(args.path or folder),
            in_use=lambda _: IN_USE,
            write_report=_write,
        )
        args = parser.parse_args(["content", *words])
        code = args.run(args)
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def _write(checked: Checked, file: Path) -> None:
    file.write_text(f"Halaman {checked.pack_id}", encoding="utf-8")


def as_json(printed: str) -> Any:
    return json.loads(printed)


def test_a_sound_pack_is_said_to_be_sound(run: Run) -> None:
    code, printed = run("check")
    assert code == 0
    assert printed == (
        "Paket contoh 2026.11.1: 2 peraturan, 2 istilah, 4 ketentuan, 1 materi, 6 soal bernilai, 1 studi kasus, "
        f"2 bahan diskusi.\nTidak ada kesalahan.\n{IN_USE}\n"
    )


def test_the_report_for_machines_has_the_promised_keys(run: Run) -> None:
    code, printed = run("check", "--json")
    assert code == 0
    assert as_json(printed) == {
        "kind": "national",
        "pack": "contoh",
        "version": "2026.11.1",
        "counts": {
            "laws": 2,
            "terms": 2,
            "rules": 4,
            "lessons": 1,
            "items": 6,
            "items_by_phase": {"before": 0, "during": 5, "after": 1},
            "scenarios": 1,
            "discussions": 2,
        },
        "statistics": {
            "scored": {"before": 0, "during": 5, "after": 1},
            "allowing": {"before": 0, "during": 3, "after": 1},
            "single": 1,
            "key_positions": {"A": 1, "B": 0, "C": 0, "D": 0},
            "key_longest": 0,
            "key_shortest": 0,
            "types": {"single": 1, "multiple": 1, "verdict": 2, "ordering": 1, "matching": 1},
            "difficulties": {"1": 1, "2": 3, "3": 2},
            "topics": {"cuti": 2, "media-sosial": 4},
            "jobs": {"guru": 1, "staf": 3},
        },
        "faults": [],
        "in_use": IN_USE,
    }


def test_each_fault_is_one_line_with_its_place_and_id(run: Run, folder: Path) -> None:
    break_file(folder, "aturan.yaml", "safe: Hindari.", "safe: null")
    break_file(folder, "pack.yaml", "pass: 75", "pass: 0")
    code, printed = run("check", str(folder))
    lines = printed.splitlines()
    assert code == 1
    assert lines[0] == "aturan.yaml:70:9: [stiker-pasangan] Ketentuan diperdebatkan harus memuat sikap aman (`safe`)."
    assert lines[1] == "pack.yaml:12:9: [-] pass harus 1 sampai 100."
    assert lines[-1] == "2 kesalahan ditemukan."


def test_a_table_of_blind_readings_is_checked_when_it_is_named(run: Run, tmp_path: Path) -> None:
    assert run("check", "--telaah", str(tmp_path / "tidak-ada.csv")) == (
        1,
        "tidak-ada.csv:1:1: [-] Berkas telaah tidak ada atau tidak dapat dibuka.\n"
        "Paket contoh 2026.11.1: 2 peraturan, 2 istilah, 4 ketentuan, 1 materi, 6 soal bernilai, 1 studi kasus, "
        f"2 bahan diskusi.\n1 kesalahan ditemukan.\n{IN_USE}\n",
    )


def test_a_badly_written_pack_is_dumped(run: Run, folder: Path) -> None:
    break_file(folder, "aturan.yaml", "reason: Peraturan", "reason: ABC Peraturan")
    code, printed = run("check")
    lines = printed.splitlines()
    assert code == 1
    assert "[stiker-pasangan] Saran: " in lines[0]
    assert lines[-2:] == ["1 saran ditemukan.", IN_USE]
    assert run("dump")[0] == 0


def test_what_is_wrong_is_counted_apart_from_what_could_be_better(run: Run, folder: Path) -> None:
    break_file(folder, "aturan.yaml", "reason: Peraturan", "reason: ABC Peraturan")
    break_file(folder, "pack.yaml", "pass: 75", "pass: 0")
    assert run("check")[1].splitlines()[-2:] == ["1 kesalahan dan 1 saran ditemukan.", IN_USE]


@pytest.mark.parametrize("command", ["check", "dump"])
def test_faults_for_machines_are_one_object(run: Run, folder: Path, command: str) -> None:
    break_file(folder, "aturan.yaml", "safe: Hindari.", "safe: null")
    code, printed = run(command, "--json")
    assert code == 1
    (fault,) = as_json(printed)["faults"]
    assert list(fault) == ["file", "line", "column", "id", "message"]
    assert (fault["file"], fault["line"], fault["column"], fault["id"]) == ("aturan.yaml", 70, 9, "stiker-pasangan")


def test_dump_prints_every_field_by_its_name_in_the_files(run: Run) -> None:
    code, printed = run("dump", "--json")
    pack = as_json(printed)
    assert code == 0
    assert pack["exam"]["pass"] == 75
    assert pack["law_as_of"] == "2026-01-31"
    assert list(pack)[-9:-2] == ["laws", "terms", "rules", "lessons", "items", "scenarios", "pledge"]
    assert list(pack)[-2:] == ["pictures", "calendar"]
    assert pack["rules"][1]["citations"] == [
        {"law": None, "ref": None, "no_prohibition_found": True, "facts": ["3#38"]},
    ]
    assert pack["items"][0]["options"][0] == {
        "text": "Membacanya tanpa bereaksi.",
        "feedback": "Membaca tidak dilarang.",
        "key": True,
    }
    assert pack["lessons"][0]["body"].startswith("## Akun pribadi")


def test_dump_for_people_shows_headings_and_every_text(run: Run) -> None:
    code, printed = run("dump")
    assert code == 0
    for shown in (
        "PERATURAN",
        "STUDI KASUS",
        "Bunyi pasal dua.",
        "Cuti tanpa gaji.",
        "  stem: Mana yang boleh",
        "Empat",
    ):
        assert shown in printed
    assert "None" not in printed
    assert (
        """
    instead: Jangan bereaksi.
    citations:
      - law: pp-contoh
        ref: Pasal 2
"""
        in printed
    )


def test_dump_of_a_faulty_pack_says_the_faults(run: Run, folder: Path) -> None:
    break_file(folder, "aturan.yaml", "safe: Hindari.", "safe: null")
    code, printed = run("dump")
    assert code == 1
    assert printed.startswith("aturan.yaml:70:9: [stiker-pasangan]")


@pytest.mark.parametrize("words", [[], ["check"], ["dump"]])
def test_every_command_explains_itself_in_indonesian(
    run: Run, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(*words, "--help")
    assert left.value.code == 0
    assert "paket" in capsys.readouterr().out


def test_the_page_for_reviewers_is_written_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "telaah.html"
    assert run("report", "--out", str(page)) == (0, f"Halaman telaah tersimpan di {page}.\n")
    assert page.read_text("utf-8") == "Halaman contoh"
    assert run("report", "--out", str(page), "--json")[1] == json.dumps({"file": str(page)}) + "\n"


def test_a_pack_with_faults_gets_no_page_and_its_faults_are_told(run: Run, folder: Path, tmp_path: Path) -> None:
    break_file(folder, "ikrar.yaml", "name: Ikrar contoh", "nama: Ikrar contoh")
    code, printed = run("report", "--out", str(tmp_path / "telaah.html"))
    assert code == 1
    assert "ikrar.yaml:1:1:" in printed
    assert not (tmp_path / "telaah.html").exists()


def test_an_act_is_looked_up_by_everyday_words(run: Run) -> None:
    code, printed = run("search", "ngelike", "postingan", "paslon")
    assert code == 0
    first, when, law, *_, stamp = printed.splitlines()
    assert first == "Tidak boleh: Menyukai unggahan akun calon"
    assert when == "  Masa: Selama (penetapan calon sampai pemungutan suara)"
    assert law == "  Dasar: PP 2/2020, Pasal 2 · berlaku"
    assert stamp.startswith("Keadaan hukum per 31 Januari 2026; periksa JDIH.")


def test_a_search_for_machines_has_the_promised_keys(run: Run) -> None:
    code, printed = run("search", "menyukai", "unggahan calon", "--json")
    assert code == 0
    found = as_json(printed)
    assert found.keys() == {"query", "results"}
    assert found["query"] == "menyukai unggahan calon"
    first = found["results"][0]
    assert first.keys() == {"id", "verdict", "phases", "score"}
    assert (first["id"], first["verdict"], first["phases"]) == ("suka-akun-calon", "tidak", ["during"])
    assert first["score"] > 0


def test_what_an_office_added_is_marked_in_a_search(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked = open_pack(folder)
    assert checked.pack is not None
    rule = checked.pack.rule_by_id["suka-akun-calon"]
    added = replace(rule, id=own("pendapa"), act="Meminjamkan pendapa", stages=("masa-tenang", "hari-pasar"))
    given = layers.layer(base=Base(checked.pack.id, "1"), items=(), rules=(added,), marks={added.id: layers.WAITING})
    laid = replace(checked, pack=lay_over(checked.pack, given))
    printed = {}
    for form in ((), ("--json",)):
        parser = argparse.ArgumentParser()
        add_commands(
            parser.add_subparsers(),
            check=lambda *_: laid,
            open_any=lambda _: laid,
            open_pack=lambda _: laid,
            in_use=lambda _: IN_USE,
            write_report=_write,
        )
        args = parser.parse_args(["content", "search", "pendapa", *form])
        assert args.run(args) == 0
        printed[form] = capsys.readouterr().out
    assert "  Tahapan: Masa tenang, Hari pasar" in printed[()].splitlines()
    assert "  Tambahan setempat, belum ditelaah · BKPSDM Kabupaten Contoh" in printed[()].splitlines()
    assert as_json(printed["--json",])["results"][0]["local"] == "Tambahan setempat, belum ditelaah"


def test_where_nothing_fits_it_is_said_whom_to_ask(run: Run) -> None:
    code, printed = run("search", "resep", "rendang")
    assert code == 0
    assert printed == (
        "Tidak ada ketentuan dalam paket ini yang menjawab pertanyaan itu. Tanyakan kepada atasan, BKPSDM, atau "
        "Bawaslu.\n"
    )
    assert as_json(run("search", "resep rendang", "--json")[1]) == {"query": "resep rendang", "results": []}


def test_a_question_about_a_general_election_is_told_apart(run: Run) -> None:
    _, printed = run("search", "menyukai", "unggahan", "caleg")
    assert printed.startswith("Pertanyaan itu tentang Pemilu, sedangkan paket ini tentang Pilkada.")
    assert "Menyukai unggahan akun calon" in printed


def test_a_search_is_made_in_the_pack_named(run: Run, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "lain")
    break_file(other, "aturan.yaml", "Menyukai unggahan akun calon", "Menyunting kamus calon")
    code, printed = run("search", "kamus", "calon", "--path", str(other))
    assert code == 0
    assert "Menyunting kamus calon" in printed


def test_no_search_is_made_in_a_pack_with_faults(run: Run, folder: Path) -> None:
    break_file(folder, "aturan.yaml", "verdict: tidak", "verdict: mungkin")
    code, printed = run("search", "calon")
    assert code == 1
    assert "aturan.yaml" in printed
