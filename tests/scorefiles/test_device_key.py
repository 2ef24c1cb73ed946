"""The computer's key: made once, for its owner only, replaced without loss when it is damaged."""

import json
import os
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.device_key import load_or_make
from tests.scorefiles.learning import TODAY

# RFC 8037, appendices A.1 and A.3.
RFC_KEY = {
    "kty": "OKP",
    "crv": "Ed25519",
    "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}
RFC_THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"

DAMAGED = {
    "empty": b"",
    "cut off": json.dumps(RFC_KEY).encode()[:60],
    "another digit": json.dumps(RFC_KEY | {"d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2E"}).encode(),
    "public half only": json.dumps({name: RFC_KEY[name] for name in ("kty", "crv", "x")}).encode(),
    "another curve": json.dumps(RFC_KEY | {"crv": "X25519"}).encode(),
    "a list": b"[]",
    "a number for a key": json.dumps(RFC_KEY | {"d": 7}).encode(),
    "noise": bytes(range(256)),
    "deep": b"[" * 100_000,
}


def test_the_thumbprint_is_that_of_the_rfc(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    path.write_text(json.dumps(RFC_KEY))
    key, notice = load_or_make(path, TODAY)
    assert key.kid == RFC_THUMBPRINT
    assert notice is None


def test_a_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    first, notice = load_or_make(path, TODAY)
    again, notice_again = load_or_make(path, TODAY)
    assert again.kid == first.kid
    assert (notice, notice_again) == (None, None)
    assert [entry.name for entry in tmp_path.iterdir()] == ["device.key"]


def test_two_computers_have_two_keys(tmp_path: Path) -> None:
    assert load_or_make(tmp_path / "a.key", TODAY)[0].kid != load_or_make(tmp_path / "b.key", TODAY)[0].kid


def test_starts_at_the_same_time_agree_on_one_key(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    with ThreadPoolExecutor(8) as starts:
        made = list(starts.map(lambda _: load_or_make(path, TODAY), range(32)))
    assert len({key.kid for key, _ in made}) == 1
    assert {notice for _, notice in made} == {None}
    assert [entry.name for entry in tmp_path.iterdir()] == ["device.key"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in the folder")
def test_only_the_owner_may_read_the_key_whatever_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    before = os.umask(0)
    try:
        load_or_make(path, TODAY)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_private_half_is_not_shown(tmp_path: Path) -> None:
    key, _ = load_or_make(tmp_path / "device.key", TODAY)
    private = json.loads((tmp_path / "device.key").read_text())["d"]
    assert private not in repr(key)
    assert str(key.private) not in repr(key)


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_key_is_set_aside_and_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "device.key"
    path.write_bytes(content)
    key, notice = load_or_make(path, TODAY)
    aside = tmp_path / "device-rusak-2026-11-21.key"
    assert aside.read_bytes() == content
    assert notice is not None
    assert aside.name in notice
    assert load_or_make(path, TODAY) == (load_or_make(path, TODAY)[0], None)
    assert load_or_make(path, TODAY)[0].kid == key.kid != RFC_THUMBPRINT


def test_a_key_set_aside_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    for content in (b"pertama", b"kedua", b"ketiga"):
        path.write_bytes(content)
        load_or_make(path, TODAY)
    kept = {entry.name: entry.read_bytes() for entry in tmp_path.glob("*rusak*")}
    assert kept == {
        "device-rusak-2026-11-21.key": b"pertama",
        "device-rusak-2026-11-21-2.key": b"kedua",
        "device-rusak-2026-11-21-3.key": b"ketiga",
    }


def refusal_of(path: Path) -> str:
    with pytest.raises(Refusal) as refused:
        load_or_make(path, TODAY)
    assert str(path) in str(refused.value)
    assert "folder lain, misalnya Dokumen" not in str(refused.value)  # the key has one place; another cannot be picked
    return str(refused.value)


def test_a_folder_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert "tidak dapat disimpan" in refusal_of(tmp_path / "hilang" / "device.key")


def test_a_folder_in_the_place_of_the_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "device.key").mkdir()
    assert "tidak dapat dibaca" in refusal_of(tmp_path / "device.key")
    assert [entry.name for entry in tmp_path.iterdir()] == ["device.key"]


@contextmanager
def as_someone_without_rights(path: Path) -> Iterator[None]:
    """Nobody may read the file; root, who may read everything, is another user meanwhile."""
    user, nobody = os.geteuid(), 65534
    path.chmod(0)
    os.seteuid(user or nobody)
    try:
        yield
    finally:
        os.seteuid(user)
        path.chmod(0o600)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o777, 0o400])
def test_a_key_that_others_could_read_is_for_its_owner_only_again(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "device.key"
    key, _ = load_or_make(path, TODAY)
    path.chmod(mode)
    again, notice = load_or_make(path, TODAY)
    assert (again.kid, notice) == (key.kid, None)
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
def test_a_pipe_in_the_place_of_the_key_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "device.key")
    assert "tidak dapat dibaca" in refusal_of(tmp_path / "device.key")


@given(st.binary(max_size=300), st.integers(0, 200), st.booleans())
def test_whatever_stands_in_the_key_is_read_or_kept_aside(noise: bytes, at: int, whole: bool) -> None:
    """Noise, or a good key with noise written over a part of it: what stood there is never lost."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "device.key"
        good = json.dumps(RFC_KEY).encode()
        content = noise if whole else good[:at] + noise + good[at + len(noise) :]
        path.write_bytes(content)
        key, notice = load_or_make(path, TODAY)
        kept = [entry.read_bytes() for entry in Path(folder).glob("*rusak*")]
        assert (kept, key.kid == RFC_THUMBPRINT) == (([], True) if notice is None else ([content], False))
        assert load_or_make(path, TODAY)[0].kid == key.kid


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_a_key_that_may_not_be_read_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    key, _ = load_or_make(path, TODAY)
    with as_someone_without_rights(path):
        sentence = refusal_of(path)
    assert "tidak dapat dibaca" in sentence
    assert "Periksa izin berkas itu" in sentence
    assert load_or_make(path, TODAY)[0].kid == key.kid


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that nobody can write to")
def test_a_key_that_cannot_be_made_is_refused() -> None:
    assert "tidak dapat disimpan" in refusal_of(Path("/proc/device.key"))
