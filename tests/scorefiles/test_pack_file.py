"""The pack's file: read back as it was written, in whatever order, and made the same twice."""

import hashlib
import io
import json
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.pack_file import read_file, read_folder, read_pack, write_pack
from asnquiz.scorefiles.pack_zip import MAX_BYTES, MAX_ENTRY
from asnquiz.usecases.local_ports import PackFacts, PackKind
from tests.conftest import IN_CI
from tests.scorefiles.by_hand import compact
from tests.scorefiles.pack_files import KEY, MADE, manifest, parts_of, signature, zipped

FACTS = PackFacts(PackKind.NATIONAL, "contoh", "2026.11.1", "Paket contoh", "asnquiz")
WHEN = datetime(2026, 11, 30, 12, tzinfo=UTC)
CONTENT = {"pack.yaml": b"schema: asnquiz/pack/1\n", "soal/satu.yaml": b"- id: satu\n" * 40}
DEVICE = DeviceKey(KEY)

stems = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True).filter(
    lambda stem: not stem.startswith(("con", "prn", "aux", "nul", "com", "lpt"))
)
contents = st.dictionaries(
    st.builds("{}{}.yaml".format, st.sampled_from(["", "soal/", "skenario/"]), stems),
    st.one_of(st.binary(max_size=2000), st.integers(0, 90_000).map(lambda size: b"a" * size)),
    min_size=1,
    max_size=8,
)
lines = st.lists(st.text("abcKLM0189é“”&<", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join)


@given(contents, lines, lines, st.sampled_from(PackKind), st.booleans())
@settings(max_examples=150 if IN_CI else 25)
def test_what_was_written_is_read_back_and_made_the_same_twice(
    content: dict[str, bytes], title: str, publisher: str, kind: PackKind, signed: bool
) -> None:
    facts = PackFacts(kind, "kab-contoh", "3.1", title, publisher)
    key = DEVICE if signed else None
    head, data = write_pack(facts, content, WHEN, key)
    seen = read_pack(data)
    assert (seen.head, dict(seen.content)) == (head, content)
    assert (head.kind, head.id, head.version, head.title, head.publisher, head.made, head.key) == (
        kind, "kab-contoh", "3.1", title, publisher, MADE, KEY.thumbprint() if signed else None,
    )  # fmt: skip
    assert head.sha256 == hashlib.sha256(seen.manifest).hexdigest()
    backwards = dict(reversed(content.items()))
    assert write_pack(facts, backwards, WHEN, key)[1] == data


def test_it_is_what_anybody_would_write_by_the_guide() -> None:
    _, data = write_pack(FACTS, CONTENT, WHEN, DEVICE)
    by_hand = zipped(parts_of(CONTENT))
    assert read_pack(by_hand) == read_pack(data)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        names = ["manifest.json", "manifest.jws", "isi/pack.yaml", "isi/soal/satu.yaml"]
        assert file.namelist() == names
        assert file.read("manifest.json") == compact(manifest(CONTENT))
        assert file.read("manifest.jws") == signature(compact(manifest(CONTENT)))
        assert {stat.S_ISREG(entry.external_attr >> 16) for entry in file.infolist()} == {True}


def test_a_file_of_another_tool_is_taken_where_it_says_the_same() -> None:
    made = io.BytesIO()
    text = compact(manifest(CONTENT))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        for name, data in {**{f"isi/{name}": data for name, data in CONTENT.items()}, "manifest.json": text}.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 11, 30, 12, 0, 0)), data)
    seen = read_pack(made.getvalue())
    assert (seen.head.key, dict(seen.content)) == (None, CONTENT)


def test_content_that_could_not_be_read_again_is_not_published() -> None:
    with pytest.raises(Refusal, match=f"lebih dari {MAX_ENTRY >> 20} MB"):
        write_pack(FACTS, {"pack.yaml": bytes(MAX_ENTRY + 1)}, WHEN, DEVICE)
    with pytest.raises(Refusal, match="tidak boleh dipakai"):
        write_pack(FACTS, {"../pack.yaml": b""}, WHEN, DEVICE)


def test_no_byte_of_it_can_be_another() -> None:
    content = {"pack.yaml": b"satu: 1\n"}
    _, data = write_pack(FACTS, content, WHEN, DEVICE)
    honest = read_pack(data)
    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 0x01]) + data[place + 1 :]
        try:
            seen = read_pack(changed)
        except Refusal:
            continue
        assert seen == honest  # a time, or a note on the tool, which nobody reads
    for length in range(len(data)):
        with pytest.raises(Refusal):
            read_pack(data[:length])


@given(st.binary(max_size=300), st.integers(0, 60))
@settings(max_examples=300 if IN_CI else 60)
def test_any_bytes_end_in_a_sentence(junk: bytes, at: int) -> None:
    good = zipped(parts_of({"pack.yaml": b"satu: 1\n"}))
    for data in (junk, junk + good, good + junk if junk else b"", good[:at] + junk + good[at:] if junk else b""):
        if data != good:
            with pytest.raises(Refusal):
                read_pack(data)


def test_a_file_that_is_too_large_or_none_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "besar.asnpack"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(Refusal, match="terlalu besar"):
        read_file(large)
    with pytest.raises(Refusal, match="tidak ditemukan"):
        read_file(tmp_path / "tidak-ada.asnpack")
    with pytest.raises(Refusal, match="adalah folder"):
        read_file(tmp_path)


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        file.extractall(folder)
    return folder


@pytest.mark.parametrize("signed", [True, False])
def test_what_was_unpacked_is_proven_as_the_file_is(tmp_path: Path, signed: bool) -> None:
    _, data = write_pack(FACTS, CONTENT, WHEN, DEVICE if signed else None)
    folder = unpacked(data, tmp_path / "versi")
    seen = read_folder(folder)
    assert (seen.head, dict(seen.content)) == (read_pack(data).head, CONTENT)
    (folder / "isi" / "pack.yaml").write_bytes(b"schema: lain\n")
    with pytest.raises(Refusal, match=r"isi/pack\.yaml” berbeda"):
        read_folder(folder)


def test_a_link_or_a_stranger_in_what_was_unpacked_is_noticed(tmp_path: Path) -> None:
    _, data = write_pack(FACTS, CONTENT, WHEN, DEVICE)
    stranger = unpacked(data, tmp_path / "satu")
    (stranger / "isi" / "lain.yaml").touch()
    linked = unpacked(data, tmp_path / "dua")
    (tmp_path / "luar").write_bytes(CONTENT["pack.yaml"])
    (linked / "isi" / "pack.yaml").unlink()
    (linked / "isi" / "pack.yaml").symlink_to(tmp_path / "luar")
    for folder in (stranger, linked):
        with pytest.raises(Refusal, match="rusak"):
            read_folder(folder)


def test_a_file_of_a_later_program_is_told_as_one() -> None:
    later = json.loads(compact(manifest(CONTENT))) | {"schema": "asnquiz/pack-file/2", "baru": True}
    with pytest.raises(Refusal, match="versi ASN Netral yang lebih baru"):
        read_pack(zipped(parts_of(CONTENT, compact(later))))
