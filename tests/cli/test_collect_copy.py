"""`asnquiz collect copy`: what it says, to people and to machines, and what it leaves where it is refused."""

import argparse
import io
import json
import signal
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from asnquiz.cli.collect_copy import add_copy_command
from asnquiz.domain.collection import Copied
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.commands import run_command
from asnquiz.storage.collection.database import open_collection
from asnquiz.usecases.collection_ports import TellRows
from tests.servers import Server
from tests.storage.collection.given import BEGUN, ROSTER, SITI, attempt, file, report, took


class Desk:
    """A data folder with one report in two files, and commands over it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = folder / "data"
        self.own = self.data / "rekap.db"
        self.target = folder / "salinan.db"
        self._capsys = capsys
        self.data.mkdir()
        with closing(open_collection(self.own)) as store:
            store.keep_roster(ROSTER, BEGUN)
            one = report("a", SITI, attempt("u1"), name="Sîti\n")
            took(store, file("a.pdf", one), file("b.pdf", one))

    def __call__(self, *words: str | Path, code: int = 0) -> str:
        """What is printed, or said of a refusal."""
        assert run_command(["--data-dir", str(self.data), "collect", *map(str, words)]) == code
        printed = self._capsys.readouterr()
        return printed.err if code else printed.out

    def acts(self, *place: str | Path) -> list[tuple[str, str]]:
        log = json.loads(self("log", "--json", *place))["log"]
        return [(entry["act"], entry["words"]) for entry in log if entry["act"] == "Penyalinan"]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_it_tells_what_was_copied_and_what_is_next(desk: Desk) -> None:
    first, *others = desk("copy", "--ke", desk.target).splitlines()
    assert first == "Disalin: 1 hasil, 2 berkas, dan 3 pegawai di daftar."
    assert others[0] == "Periksa salinannya dengan: asnquiz collect status --database TUJUAN"
    assert "simpan, atau hapus setelah salinannya diperiksa" in others[1]
    with closing(open_collection(desk.target)) as copy:
        assert set(copy.roster()) == set(ROSTER)
    begun = ("Penyalinan", f"Mulai disalin ke tempat lain: Berkas {desk.target}")
    assert desk.acts() == [begun]
    assert desk.acts("--database", desk.target) == [
        ("Penyalinan", f"Disalin dari tempat lain: Berkas {desk.own}"),
        begun,
    ]


def test_a_password_of_a_server_is_told_nowhere(desk: Desk, postgres: Server) -> None:
    database = postgres.new_database()
    address = postgres.address(database).replace("pemilik@", "pemilik:rahasia@")
    told = desk("copy", "--ke", address, "--json")
    assert json.loads(told) == {"copied": {"files": 2, "reports": 1, "attempts": 1, "answers": 2, "roster": 3}}
    again = desk("copy", "--ke", address, code=1)
    assert again.startswith(f"Rekap “{database}” di server {postgres.folder} sudah berisi, jadi tidak ada yang disalin")
    back = desk("copy", "--database", address, "--ke", desk.target)
    acts = desk.acts("--database", desk.target)
    assert acts[0] == ("Penyalinan", f"Disalin dari tempat lain: Rekap “{database}” di server {postgres.folder}")
    assert "rahasia" not in f"{told}{again}{back}{acts}{desk.acts()}"


def test_what_is_not_there_is_not_copied_and_not_made(desk: Desk, tmp_path: Path) -> None:
    missing = tmp_path / "rekpa.db"
    assert f"“{missing}” tidak ada" in desk("copy", "--database", missing, "--ke", desk.target, code=1)
    (tmp_path / "kosong").mkdir()
    assert run_command(["--data-dir", str(tmp_path / "kosong"), "collect", "copy", "--ke", str(desk.target)]) == 1
    assert not (tmp_path / "kosong" / "rekap.db").exists()
    assert not missing.exists()
    assert not desk.target.exists()


def test_nothing_is_copied_onto_itself(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "lain.db").symlink_to(desk.own)
    for same in (desk.own, f"sqlite:///{desk.own}", tmp_path / "lain.db"):
        assert "sudah berisi" in desk("copy", "--ke", same, code=1)
    assert desk.acts() == []


def test_nothing_is_copied_to_a_portable_program(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    assert "NIP pegawai tidak disimpan" in desk("copy", "--ke", desk.target, code=1)
    assert not desk.target.exists()


def test_where_it_goes_must_be_said(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        desk("copy")
    assert left.value.code == 2
    assert "Yang wajib diisi belum ada: --ke." in capsys.readouterr().err


class Watched(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_who_watches_sees_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Watched())
    desk("copy", "--ke", desk.target)
    assert isinstance(sys.stderr, Watched)
    nothing, *lines = sys.stderr.getvalue().split("\r\033[K")
    rows = [tuple(map(int, line.removesuffix(" baris").split(" dari "))) for line in lines[:-1]]
    total = rows[0][1]
    assert nothing == ""
    assert rows == sorted({(done, total) for done, _ in rows})
    assert lines[-1] == f"{total} dari {total} baris\n"


def test_ctrl_c_leaves_nothing_and_says_so(desk: Desk) -> None:
    def copy(_args: argparse.Namespace, tell: TellRows) -> Copied:
        def pressed(done: int, total: int) -> None:
            signal.raise_signal(signal.SIGINT)
            tell(done, total)

        with closing(open_collection(desk.own)) as source, closing(open_collection(desk.target)) as target:
            return source.copy_to(target, BEGUN + timedelta(days=1), pressed)

    parser = argparse.ArgumentParser()
    add_copy_command(parser.add_subparsers(), copy=copy)
    args = parser.parse_args(["copy", "--ke", str(desk.target)])
    with pytest.raises(Refusal, match="tempat tujuan masih kosong"):
        args.run(args)
    assert desk.acts("--database", desk.target) == []
    assert desk("copy", "--ke", desk.target).startswith("Disalin: 1 hasil")
