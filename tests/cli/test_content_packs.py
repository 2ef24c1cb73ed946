"""`content open`, `content packs` and `content publish`: what is told, what is kept, and the exit code."""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from asnquiz.cli.content_packs import PackDesk, add_pack_commands
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.publishing import publish_folder
from asnquiz.scorefiles.pack_file import read_file
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.local_ports import PackKind
from tests import builders
from tests.content import sample_layer as files_of_layer
from tests.content.sample_pack import break_file
from tests.fakes import FakeClock
from tests.shelves import MADE, Desk, newer, sample_layer

Run = Callable[..., tuple[int, str]]
NATIONAL, LAYER = PackKind.NATIONAL, PackKind.LAYER


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def run(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command of `content`; gives exit code and output."""

    def publish(folder: Path, file: Path) -> Any:
        seal = Seal(desk.data / "device.key", FakeClock())
        return publish_folder(folder, file, packs=desk.in_use, seal=seal, made=MADE)

    def run(*words: object) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        commands = parser.add_subparsers()
        open_desk = lambda _: PackDesk(  # noqa: E731
            desk.shelf, desk.in_use.look, desk.in_use.notice, lambda: builders.moment(3, 3), publish
        )
        add_pack_commands(commands, open_desk=open_desk)
        args = parser.parse_args([*map(str, words)])
        code = args.run(args)
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def test_a_file_is_told_and_waits_for_yes(desk: Desk, run: Run) -> None:
    content = newer("2026.12.1", ("aturan.yaml", "Menonton debat calon di televisi", "Menonton debat di rumah"))
    file = desk.national_file(content)
    before = desk.everything()
    code, printed = run("open", file)
    assert (code, desk.everything()) == (1, before)
    for line in (
        "Paket contoh",
        "Penerbit: asnquiz",
        "Versi 2026.11.1 menjadi 2026.12.1.",
        "Ketentuan: 1 berubah",
        "    Perbuatan: “Menonton debat calon di televisi” menjadi “Menonton debat di rumah”.",
        "Belum ada yang disimpan. Pakai dengan --yes.",
    ):
        assert line in printed.splitlines()
    assert "Penerbit baru: " in printed
    code, printed = run("open", file, "--yes")
    assert (code, printed.splitlines()[-1]) == (0, "Paket ini dipakai mulai sekarang.")
    assert desk.in_use.current()[0].version == "2026.12.1"
    assert "Penerbit dikenal: " in run("open", file)[1]


def test_for_machines_it_is_one_object(desk: Desk, run: Run) -> None:
    file = desk.layer_file(sample_layer())
    code, printed = run("open", file, "--json")
    told = json.loads(printed)
    assert (code, told["taken"], told["trust"], told["head"]["kind"]) == (1, False, "new", "layer")
    assert told["comparison"]["before"] is None
    assert {"what": "Soal", "how": "baru", "id": "kab-contoh-soal"}.items() <= told["comparison"]["differences"][
        0
    ].items()
    assert json.loads(run("open", file, "--json", "--yes")[1])["taken"]
    listed = json.loads(run("packs", "--json")[1])
    assert (listed["layer"][0]["in_use"], listed["damaged"], listed["notice"]) == (True, [], "")
    assert listed["layer"][0]["head"]["sha256"] == told["head"]["sha256"]


def test_versions_are_listed_chosen_and_removed_by_the_beginning_of_their_digits(desk: Desk, run: Run) -> None:
    assert run("packs") == (
        0,
        "Paket nasional:\n  asal: versi 2026.11.1. Bawaan program, dipakai\nPaket setempat: tidak ada.\n",
    )
    first = desk.take(desk.national_file(newer("2026.12.1"))).head.sha256
    second = desk.take(desk.national_file(newer("2026.12.2"))).head.sha256
    layer = desk.take(desk.layer_file(sample_layer())).head.sha256
    code, printed = run("packs", "--use", first[:8].upper())
    lines = printed.splitlines()
    assert code == 0
    assert [line.split(":")[0].strip() for line in lines] == [
        "Paket nasional", second[:12], first[:12], "asal", "Paket setempat", layer[:12],
    ]  # fmt: skip
    assert [line.endswith(", dipakai") for line in lines] == [False, False, True, False, False, True]
    assert "“Paket contoh”" in lines[1]
    run("packs", "--use", "asal")
    run("packs", "--use", "tanpa-setempat")
    assert desk.in_use.current()[0].version == "2026.11.1"
    run("packs", "--remove", second[:12])
    assert second not in {one.head.sha256 for one in desk.shelf.kept(NATIONAL) if one.head}


@pytest.mark.parametrize("words", ["", "abc", "zzzzzzzz", "0" * 64])
def test_what_names_no_version_is_refused(desk: Desk, run: Run, words: str) -> None:
    desk.take(desk.national_file(newer()))
    for option in ("--use", "--remove"):
        with pytest.raises(Refusal, match="bukan sidik dari tepat satu versi"):
            run("packs", option, words)


def test_damage_is_listed_and_can_be_removed(desk: Desk, run: Run) -> None:
    sha256 = desk.take(desk.national_file(newer())).head.sha256
    (desk.data / "paket" / sha256 / "isi" / "pack.yaml").write_bytes(b"")
    lines = run("packs")[1].splitlines()
    assert lines[1].endswith("Bawaan program, dipakai")
    assert lines[-2] == f"Rusak: {sha256[:12]}. Buka lagi berkasnya, atau hapus dengan --remove."
    assert "Untuk sementara dipakai" in lines[-1]
    run("packs", "--use", "asal")
    assert "Rusak" not in run("packs", "--remove", sha256[:12])[1]


@pytest.mark.parametrize("kind", PackKind)
def test_a_folder_is_published_and_opened_elsewhere(desk: Desk, run: Run, tmp_path: Path, kind: PackKind) -> None:
    folder = desk.own if kind is NATIONAL else files_of_layer.write_layer(tmp_path / "setempat")
    file = tmp_path / "keluar.asnpack"
    code, printed = run("publish", folder, "--out", file)
    assert (code, printed.splitlines()[-1]) == (0, f"Paket tersimpan di {file}.")
    head = read_file(file).head
    key = Seal(desk.data / "device.key", FakeClock()).device()[0]
    assert (head.kind, head.key, head.made) == (kind, key, "2026-11-30T12:00:00Z")
    (tmp_path / "lain").mkdir()
    elsewhere = Desk(tmp_path / "lain")
    elsewhere.take(file)
    assert (elsewhere.in_use.current()[0].local is not None) == (kind is LAYER)
    with pytest.raises(Refusal, match="sudah ada"):
        run("publish", folder, "--out", file)


def test_a_folder_with_faults_and_another_ending_are_not_published(desk: Desk, run: Run, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"harus berakhiran \.asnpack"):
        run("publish", desk.own, "--out", tmp_path / "keluar.zip")
    break_file(desk.own, "pack.yaml", "language: id", "language: en")
    with pytest.raises(Refusal, match="mempunyai kesalahan"):
        run("publish", desk.own, "--out", tmp_path / "keluar.asnpack")
    assert not (tmp_path / "keluar.asnpack").exists()


def test_names_of_a_stranger_steer_no_terminal(desk: Desk, run: Run) -> None:
    layer = replace(sample_layer(), title="Paket “resmi” \u00ad")
    with pytest.raises(Refusal):
        desk.layer_file(layer)
    kept = desk.take(desk.layer_file(sample_layer(title="Judul & <b>tebal</b>")))
    assert "Judul & <b>tebal</b>" in run("packs")[1]
    assert all(char.isprintable() or char == "\n" for char in run("packs")[1])
    assert kept.head.title == "Judul & <b>tebal</b>"
