"""The office's key files: opened by their password and by openssl, and by nothing else."""

import base64
import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder
from asnquiz.scorefiles.durable import write_new
from asnquiz.scorefiles.office_keys import KeyFile, make_key_file, open_key_file, opening_keys
from tests.scorefiles.offices import GOLDEN, OPENING, PASSWORD, SIGNING, SPARE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, KeyFile]:
    path = tmp_path_factory.mktemp("kunci") / "kunci-kantor.pem"
    return path, make_key_file(path, PASSWORD, holder=Holder.OFFICE)


def refused(path: Path, password: str = PASSWORD) -> str:
    with pytest.raises(Refusal) as caught:
        open_key_file(path, password)
    return str(caught.value)


def test_the_password_opens_both_keys_of_an_office(office: tuple[Path, KeyFile]) -> None:
    path, made = office
    seen = open_key_file(path, PASSWORD)
    assert (seen.signer, seen.recipient) == (made.signer, made.recipient)
    assert seen.recipient.holder is Holder.OFFICE
    assert open_key_file(path, "kuda hujan me\u0301ja biru").signer == made.signer  # as another keyboard writes it


def test_the_escrow_opens_and_signs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kunci-cadangan.pem"
    made = make_key_file(path, PASSWORD, holder=Holder.ESCROW)
    seen = open_key_file(path, PASSWORD)
    assert (seen.signer, seen.recipient) == (None, made.recipient)
    assert seen.recipient.holder is Holder.ESCROW


def test_files_of_an_earlier_program_open_as_they_did() -> None:
    office = open_key_file(GOLDEN / "kunci-kantor-1.pem", PASSWORD)
    escrow = open_key_file(GOLDEN / "kunci-cadangan-1.pem", PASSWORD)
    assert office.signer == SIGNING.thumbprint()
    assert opening_keys([office, escrow]) == {key.thumbprint(): key for key in (OPENING, SPARE)}


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_opens_them_with_the_password_alone(office: tuple[Path, KeyFile]) -> None:
    path, made = office
    said = subprocess.run(
        ["openssl", "pkey", "-in", path, "-passin", f"pass:{PASSWORD}", "-outform", "DER"],
        capture_output=True,
        check=True,
    )
    assert made.signing
    assert said.stdout == made.signing.as_der(private=True)  # the first of the two, as RFC 8410 writes it


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        make_key_file(tmp_path / "k.pem", PASSWORD, holder=Holder.ESCROW)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "k.pem").stat().st_mode) == 0o600


def test_nothing_that_stands_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "k.pem"
    path.write_bytes(b"surat")
    link = tmp_path / "tautan.pem"
    link.symlink_to(tmp_path / "lain")
    for taken in (path, link, tmp_path):
        with pytest.raises(Refusal, match="sudah ada"):
            make_key_file(taken, PASSWORD, holder=Holder.ESCROW)
    assert path.read_bytes() == b"surat"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["k.pem", "tautan.pem"]
    with pytest.raises(Refusal, match="Folder itu tidak ditemukan"):
        make_key_file(tmp_path / "tidak" / "ada.pem", PASSWORD, holder=Holder.ESCROW)


def test_a_file_system_without_hard_links_takes_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")  # what Linux answers on FAT

    monkeypatch.setattr(os, "link", link)
    write_new(tmp_path / "k.pem", b"1")
    with pytest.raises(Refusal, match="sudah ada"):
        write_new(tmp_path / "k.pem", b"2")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("k.pem", b"1")]


WRITING = """
import sys
from pathlib import Path
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.durable import write_new
try:
    write_new(Path(sys.argv[1]), b"1")
except Refusal as refusal:
    print(refusal)
"""


@pytest.mark.usefixtures("may_trace")
def test_a_name_that_was_taken_where_there_are_no_hard_links_is_free_again_when_filling_it_failed(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "stik"
    folder.mkdir()
    # The system itself refuses: links as on FAT, and then the renaming, as when a stick is pulled out.
    faults = ["-e", "inject=link,linkat:error=EPERM", "-e", "inject=rename,renameat,renameat2:error=EIO"]
    strace = ["strace", "-f", "-qq", "-o", str(tmp_path / "trace"), "-e", "trace=link,linkat,rename,renameat,renameat2"]
    run = subprocess.run(
        [*strace, *faults, sys.executable, "-B", "-c", WRITING, str(folder / "k.pem")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "k.pem” tidak dapat disimpan. Periksa apakah tempat itu masih tersambung" in run.stdout, run.stderr
    assert re.findall(r"(E[A-Z]+) .*\(INJECTED\)", (tmp_path / "trace").read_text()) == ["EPERM", "EIO"]
    assert list(folder.iterdir()) == []


def test_no_private_key_and_no_password_stands_in_the_file(office: tuple[Path, KeyFile]) -> None:
    path, made = office
    blocks = path.read_text().split("-----\n")[1::2]
    everything = [path.read_bytes(), *(base64.b64decode(block.split("-----")[0]) for block in blocks)]
    assert len(everything) == 3
    assert made.signing
    for key in (made.signing, made.opening):
        secret = base64.urlsafe_b64decode(str(key.as_dict(private=True)["d"]) + "=")
        assert not any(secret in part or PASSWORD.encode() in part for part in everything)


def test_a_wrong_password_is_told_from_damage(office: tuple[Path, KeyFile]) -> None:
    path, _ = office
    for wrong in ("", "kuda hujan meja biru", PASSWORD.upper(), PASSWORD + " ", "\ud800", "a" * 5000):
        assert "Kata sandi itu tidak membuka" in refused(path, wrong)


def test_every_byte_that_changed_is_damage(office: tuple[Path, KeyFile], tmp_path: Path) -> None:
    data = office[0].read_bytes()
    path = tmp_path / "k.pem"
    for at in range(len(b"asnquiz-keys/1 sha256="), len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert "rusak atau berubah" in refused(path)
    for changed in (data[:-1], data + data, data[:400], data + b"x"):
        path.write_bytes(changed)
        assert "rusak atau berubah" in refused(path)


def test_what_an_editor_of_windows_saves_opens_still(office: tuple[Path, KeyFile], tmp_path: Path) -> None:
    path = tmp_path / "k.pem"
    path.write_bytes(office[0].read_bytes().replace(b"\n", b"\r\n"))
    assert open_key_file(path, PASSWORD).signer == office[1].signer


def test_no_file_asks_for_more_time_or_memory_than_ours(office: tuple[Path, KeyFile], tmp_path: Path) -> None:
    """A block of another cost, under a first line that fits: what the owner of a stick could have written."""
    first, _, blocks = office[0].read_bytes().partition(b"\n")
    assert first.endswith(hashlib.sha256(blocks).hexdigest().encode())
    dearer = blocks.replace(b"AgJAAAIBCAIB", b"AgJ/AAIBCAIB")  # the cost of scrypt, in the base64 of the first block
    assert dearer != blocks
    path = tmp_path / "k.pem"
    path.write_bytes(b"asnquiz-keys/1 sha256=" + hashlib.sha256(dearer).hexdigest().encode() + b"\n" + dearer)
    assert "rusak atau berubah" in refused(path)


def test_foreign_files_are_named(tmp_path: Path) -> None:
    path = tmp_path / "k.pem"
    for data in (b"", b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n", b"%PDF-1.7", b"\xff" * 9999):
        path.write_bytes(data)
        assert "bukan berkas kunci" in refused(path)
    path.write_bytes(bytes(2 << 20))
    assert "terlalu besar" in refused(path)
    assert "tidak ditemukan" in refused(tmp_path / "tidak-ada.pem")


def test_no_key_is_printed_by_accident(office: tuple[Path, KeyFile]) -> None:
    assert repr(office[1]) == "KeyFile()"
