"""`doctor` and Cek kondisi komputer look at a whole computer, change nothing, and tell nothing of whoever uses it."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from asnquiz.domain.condition import Place
from asnquiz.programs.addresses import _of_qt, own_addresses
from asnquiz.programs.computer import ThisComputer, is_removable_device, place_of_data
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.usecases.check_computer import MADE_ON
from asnquiz.usecases.know_person import welcome
from tests.data_folders import compiled_before
from tests.source_texts import ROOT
from tests.storage.test_inspection import contents

NAME, ACCOUNT, FOLDER = "Zwartonegoro", "akunkwartaal", "Berkas Zwartonegoro"

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of itself")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The usual data folder of somebody with an unmistakable name, in a home that is called so as well."""
    paths = compiled_before(Paths(tmp_path / ACCOUNT / ".local" / "share" / "asnquiz"))
    with open_learning(paths) as learning:
        welcome(NAME, store=learning.store, clock=learning.clock, profile_id=uuid4())
        learning.store.back_up(learning.clock.now().local.date())
    return paths


def doctor(home: Path, *words: str, as_json: bool = False) -> "subprocess.CompletedProcess[str]":
    left_out = ("ASNQUIZ_DATA", "QT_QPA_PLATFORM", "XDG_DATA_HOME", "DISPLAY")
    environ = {name: value for name, value in os.environ.items() if name not in left_out}
    environ |= {"HOME": str(home), "USER": ACCOUNT, "LOGNAME": ACCOUNT}
    command = [sys.executable, str(ROOT / "main.py"), *words, "doctor", *["--json"][:as_json]]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)


def findings(done: "subprocess.CompletedProcess[str]") -> dict[str, dict[str, Any]]:
    report = json.loads(done.stdout)
    assert set(report) == {"well", "findings", "addresses"}
    assert report["well"] is (done.returncode == 0)
    return {one["name"]: one for one in report["findings"]}


def test_a_folder_in_order_is_well_and_left_to_the_byte_as_it_was(paths: Paths) -> None:
    before = contents(paths.data)
    done = doctor(paths.data.parents[2])
    assert done.returncode == 0, done.stdout
    assert "Dibuat " in done.stdout
    assert "Semua baik." in done.stdout
    assert "Data tersimpan di tempat biasa untuk akun ini: ~/.local/share/asnquiz." in done.stdout
    assert "Alamat di jaringan" in done.stdout
    assert contents(paths.data) == before


@pytest.mark.parametrize("options", [(), ("--data-dir",)])
def test_it_tells_nothing_of_the_person_the_account_or_the_computer(paths: Paths, options: tuple[str, ...]) -> None:
    there = paths.data.parent / FOLDER
    if options:
        paths.data.rename(there)
    done = doctor(paths.data.parents[2], *options, *([str(there)] if options else []))
    assert done.returncode == 0, done.stdout + done.stderr
    told = done.stdout + done.stderr
    secrets = (NAME, ACCOUNT, FOLDER, str(paths.data.parents[2]), str(ROOT))
    assert [secret for secret in secrets if secret.lower() in told.lower()] == []
    assert not re.search(rf"\b{re.escape(socket.gethostname())}\b", told)


def damage(paths: Paths) -> None:
    content = paths.database.read_bytes()
    paths.database.write_bytes(bytes(100) + content[100:])


@pytest.mark.parametrize(
    ("harm", "unwell"),
    [
        (damage, {"database"}),
        (lambda paths: (paths.data / "asnquiz.db-journal").touch(), {"database"}),
        (lambda paths: [file.unlink() for file in (paths.data / "backups").iterdir()], {"backup"}),
    ],
    ids=["damaged", "unfinished", "no backup"],
)
def test_harm_needs_attention_and_is_not_mended(
    paths: Paths, harm: Callable[[Paths], object], unwell: set[str]
) -> None:
    harm(paths)
    before = contents(paths.data)
    done = doctor(paths.data.parents[2], "--data-dir", str(paths.data), as_json=True)
    assert done.returncode == 1
    found = findings(done)
    assert {name for name, one in found.items() if not one["well"]} == unwell
    assert all(found[name]["advice"] for name in unwell)
    assert contents(paths.data) == before


def test_a_folder_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    done = doctor(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "Folder itu belum ada" in done.stdout
    assert list(tmp_path.iterdir()) == []


@linux
def test_a_stick_is_known_by_its_port_or_by_what_it_says_of_itself(tmp_path: Path) -> None:
    def device(path: str, removable: str) -> Path:
        whole = tmp_path / path
        (whole / "sda1").mkdir(parents=True)
        (whole / "removable").write_text(f"{removable}\n")
        link = tmp_path / path.replace("/", "-")
        link.symlink_to(whole / "sda1")
        return link

    assert is_removable_device(device("pci0/usb2/2-1/block/sda", "0")) is True
    assert is_removable_device(device("pci0/mmc/block/sda", "1")) is True
    assert is_removable_device(device("pci0/ata1/block/sda", "0")) is False
    assert is_removable_device(tmp_path / "0:35") is None


def test_the_place_of_the_data_is_told_by_its_kind(tmp_path: Path) -> None:
    assert place_of_data(ROOT / "data") is Place.PORTABLE
    assert place_of_data(tmp_path, {"ASNQUIZ_DATA": str(tmp_path)}) is Place.CHOSEN
    folder = ThisComputer(Paths(tmp_path / "belum" / "ada"), ()).folder()
    assert (folder.place, folder.exists, folder.writable, folder.home_path) == (Place.CHOSEN, False, True, None)
    assert folder.free


TRIE = """\
Main:
  +-- 0.0.0.0/0 3 0 5
     |-- 0.0.0.0
        /0 universe UNICAST
     |-- 10.20.0.0
        /16 link UNICAST
Local:
     |-- 10.20.3.4
        /32 host LOCAL
     |-- 10.20.255.255
        /32 link BROADCAST
     |-- 127.0.0.1
        /32 host LOCAL
"""
IPV6 = """\
fd000000000000000000000000000002 02 40 00 80     eth0
fe80000000000000001122fffe334455 02 40 20 80     eth0
00000000000000000000000000000001 01 80 10 80       lo
"""


@linux
def test_addresses_are_read_from_what_the_kernel_lists(tmp_path: Path) -> None:
    (tmp_path / "fib_trie").write_text(TRIE)
    (tmp_path / "if_inet6").write_text(IPV6)
    assert own_addresses(tmp_path) == ("10.20.3.4", "fd00::2")
    assert own_addresses(tmp_path / "tidak ada") == ()


@linux
def test_qt_lists_the_same_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    by_kernel = own_addresses()
    monkeypatch.setattr("asnquiz.programs.addresses._of_linux", lambda _: _of_qt())
    assert own_addresses() == by_kernel


def test_the_day_the_program_was_made_is_not_before_its_content(tmp_path: Path) -> None:
    pack = pack_library(Paths(tmp_path)).look()
    assert pack.law_as_of <= MADE_ON
    assert list(tmp_path.iterdir()) == []
