"""Where the data folder is, and that it is refused where data would come to harm."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import (
    Paths,
    assets_folder,
    content_folder,
    find_data,
    make_data,
    network_place,
    program_folder,
)

posix = pytest.mark.skipif(os.name == "nt", reason="needs permissions and links as POSIX has them")

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/vdb /home/local ext4 rw 0 0
//kantor/bersama /mnt/Folder\\040Bersama cifs rw 0 0
budi@server:/ /mnt/jauh fuse.sshfs rw 0 0
/dev/vdc /mnt/ganti ext4 rw 0 0
server:/ganti /mnt/ganti nfs rw 0 0
"""


def test_the_option_comes_before_the_variable(tmp_path: Path) -> None:
    environ = {"ASNQUIZ_DATA": str(tmp_path / "variable")}
    assert find_data(str(tmp_path / "option"), environ, tmp_path) == Paths(tmp_path / "option")
    assert find_data(None, environ, tmp_path) == Paths(tmp_path / "variable")


def test_a_relative_folder_is_taken_from_where_the_person_stands(tmp_path: Path) -> None:
    assert find_data("data saya", {}, tmp_path).data == Path.cwd() / "data saya"


def test_a_portable_program_keeps_its_data_beside_it(tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    assert find_data(None, {}, tmp_path).data == tmp_path / "data"
    assert find_data(str(tmp_path / "option"), {}, tmp_path).data == tmp_path / "option"


def test_a_packaged_program_stands_where_its_executable_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "asnquiz"))
    assert program_folder() == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="names the place of Linux")
def test_otherwise_data_is_where_the_operating_system_keeps_a_persons_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert find_data(None, {"ASNQUIZ_DATA": ""}, tmp_path).data == tmp_path / "share" / "asnquiz"


def test_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    assert paths.database == tmp_path / "asnquiz.db"
    assert paths.briefings == tmp_path / "sosialisasi.db"
    assert paths.drafts == tmp_path / "setempat.db"
    assert paths.device_key == tmp_path / "device.key"
    assert paths.cache == tmp_path / "cache"
    assert paths.log == tmp_path / "log"


@posix
def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "a" / "b")
    make_data(paths, {})
    make_data(paths, {})
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700
    assert list(paths.data.iterdir()) == []


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    for data in (tmp_path / "berkas", tmp_path / "berkas" / "data"):
        with pytest.raises(Refusal, match="di jalur itu ada berkas"):
            make_data(Paths(data), {})


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder that everyone may enter and nobody may write to."""
    with TemporaryDirectory() as parent:
        Path(parent).chmod(0o755)
        folder = Path(parent) / "cakram"
        folder.mkdir()
        folder.chmod(0o555)
        yield folder


@posix
@pytest.mark.parametrize("inner", ["", "data"])
def test_a_folder_that_cannot_be_written_to_is_refused_and_no_other_is_taken(
    read_only_folder: Path, inner: str
) -> None:
    data = read_only_folder / inner
    # The superuser may write anywhere, so the program runs as nobody.
    as_nobody = f"""
import os
from pathlib import Path
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import Paths, make_data
if os.geteuid() == 0:
    os.setuid(65534)
try:
    make_data(Paths(Path({str(data)!r})), {{}})
except Refusal as refusal:
    print(refusal)
"""
    shown = subprocess.run(
        [sys.executable, "-c", as_nobody], cwd=program_folder(), capture_output=True, encoding="utf-8", check=True
    )
    assert shown.stdout.startswith(f'Folder data "{data}" tidak dapat ditulisi.')
    assert "--data-dir" in shown.stdout
    assert list(read_only_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        (PureWindowsPath(r"\\kantor\bersama\data"), "jaringan"),
        (PureWindowsPath(r"C:\Users\Siti\OneDrive - Pemkab Contoh\data"), "folder yang disinkronkan OneDrive"),
        (PureWindowsPath(r"C:\Users\Siti\onedrive\data"), "folder yang disinkronkan OneDrive"),
        (PureWindowsPath(r"G:\My Drive\data"), "folder yang disinkronkan Google Drive"),
        (PureWindowsPath(r"G:\Drive Saya\data"), "folder yang disinkronkan Google Drive"),
        (PurePosixPath("/home/local/siti/Dropbox/data"), "folder yang disinkronkan Dropbox"),
        (PurePosixPath("/home/local/siti/Dropbox (Pribadi)"), "folder yang disinkronkan Dropbox"),
        (PurePosixPath("/home/local/siti/Nextcloud/data"), "folder yang disinkronkan Nextcloud"),
        (PurePosixPath("/home/local/siti/Google Drive/data"), "folder yang disinkronkan Google Drive"),
        (PurePosixPath("/home/siti/.local/share/asnquiz"), "jaringan"),
        (PurePosixPath("/mnt/Folder Bersama/data"), "jaringan"),
        (PurePosixPath("/mnt/jauh"), "jaringan"),
        (PurePosixPath("/mnt/ganti/data"), "jaringan"),
        (PurePosixPath("/home/local/siti/.local/share/asnquiz"), None),
        (PurePosixPath("/home/local/siti/onedrives/data"), None),
        (PurePosixPath("/mnt/jauh-dekat/data"), None),
        (PureWindowsPath(r"C:\Users\Siti\AppData\Local\asnquiz"), None),
    ],
)
def test_network_and_synced_folders_are_known_by_name(folder: PurePath, place: str | None) -> None:
    assert network_place(folder, {}, MOUNTS if isinstance(folder, PurePosixPath) else "") == place


def test_a_onedrive_folder_of_any_name_is_known_by_its_variable() -> None:
    environ = {"OneDriveCommercial": r"C:\Users\Siti\Awan Kantor", "OneDrive": ""}
    synced = PureWindowsPath(r"C:\Users\Siti\Awan Kantor\data")
    assert network_place(synced, environ) == "folder yang disinkronkan OneDrive"
    assert network_place(PureWindowsPath(r"C:\Users\Siti\data"), environ) is None


def test_a_synced_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    data = tmp_path / "Dropbox" / "data"
    with pytest.raises(Refusal, match="berada di folder yang disinkronkan Dropbox") as refusal:
        make_data(Paths(data), {})
    assert str(data) in str(refusal.value)
    assert not data.parent.exists()


@posix
def test_a_link_to_a_network_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    (tmp_path / "dekat").symlink_to(tmp_path / "server")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nserver:/x {tmp_path / 'server'} nfs rw 0 0\n")
    with pytest.raises(Refusal, match="berada di jaringan"):
        make_data(Paths(tmp_path / "dekat"), {}, mounts)
    make_data(Paths(tmp_path / "sini"), {}, mounts)


def test_content_and_assets_are_found_in_a_checkout() -> None:
    assert any(content_folder().glob("*/pack.yaml"))
    assert any(assets_folder().glob("fonts/*.ttf"))
    assert content_folder().parent == assets_folder().parent == program_folder()


@pytest.mark.parametrize("chosen", ["~tidakadaoranginidisini", "~tidakadaoranginidisini/data"])
def test_the_folder_of_nobody_is_refused(tmp_path: Path, chosen: str) -> None:
    with pytest.raises(Refusal, match="tidak ada pengguna dengan nama itu"):
        find_data(chosen, {}, tmp_path)
    with pytest.raises(Refusal, match="tidak ada pengguna dengan nama itu"):
        find_data(None, {"ASNQUIZ_DATA": chosen}, tmp_path)


@posix
def test_links_that_lead_to_one_another_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(Refusal, match="tidak sampai ke sebuah folder"):
        make_data(Paths(tmp_path / "a"), {})


@posix
@pytest.mark.parametrize(
    "name", ["asnquiz.db", "asnquiz.db.sha256", "device.key", "log/asnquiz.log", "cache", "backups/x"]
)
def test_a_link_that_somebody_put_into_the_data_folder_is_refused_and_not_followed(tmp_path: Path, name: str) -> None:
    paths, victim = Paths(tmp_path / "data"), tmp_path / "milik-orang"
    victim.write_text("utuh")
    link = paths.data / name
    link.parent.mkdir(parents=True)
    link.symlink_to(victim)
    with pytest.raises(Refusal, match="tautan ke tempat lain") as refusal:
        make_data(paths, {})
    assert str(link) in str(refusal.value)
    assert victim.read_text() == "utuh"
