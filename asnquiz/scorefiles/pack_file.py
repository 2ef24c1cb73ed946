"""The pack's file `.asnpack`: a zip of content with a manifest of every file in it, signed by whoever publishes it.

What it is taken for stands in docs/file-formats.md; that a key signed it says nothing of whose key it is.
"""

import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from asnquiz.domain.canonical import canonical_bytes, sha256_hex
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task_check import is_pack_name, line_faults
from asnquiz.domain.wording import harmless
from asnquiz.scorefiles.arrived import bytes_of
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.pack_zip import MAX_BYTES, MAX_ENTRIES, MAX_ENTRY, Unfit, read_zip, write_zip
from asnquiz.scorefiles.signed import fitted, flattened, is_later, json_value, signed_by
from asnquiz.usecases.local_ports import PackFacts, PackFile, PackHead, PackKind
from asnquiz.usecases.name_file import CONTENT_FOLDER, MANIFEST_NAME, PACK_ENDING, SIGNATURE_NAME

SCHEMA: Final = "asnquiz/pack-file/1"
TYPE: Final = "asnquiz-pack+json"

_CONTENT = f"{CONTENT_FOLDER}/"
_MAX_MANIFEST = 256 * 1024
_MOST_PARTS = 4_000
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MADE = "%Y-%m-%dT%H:%M:%SZ"

_LATER = (
    "Berkas paket ini dibuat oleh versi ASN Netral yang lebih baru. Perbarui program di komputer ini, lalu buka lagi."
)


@dataclass(frozen=True)
class Listed:
    """One file of the content: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """What a file says of itself; `files` by their names in the zip, which begin with `isi/`."""

    schema: str
    kind: PackKind
    id: str
    version: str
    title: str
    publisher: str
    made: str
    files: Mapping[str, Listed]


def write_pack(
    facts: PackFacts, content: Mapping[str, bytes], made: datetime, key: DeviceKey | None
) -> tuple[PackHead, bytes]:
    """The head and the bytes of a file, the same for the same input and key; not signed where there is no key.

    Raises Refusal for what could not be read again, such as content that is too large.
    """
    files = {f"{_CONTENT}{path}": data for path, data in sorted(content.items())}
    manifest = canonical_bytes(
        Manifest(
            SCHEMA,
            **vars(facts),
            made=made.astimezone(UTC).strftime(_MADE),
            files={name: Listed(sha256_hex(data), len(data)) for name, data in files.items()},
        )
    )
    signature = {SIGNATURE_NAME: flattened(manifest, key.private, TYPE)} if key else {}
    data = write_zip({MANIFEST_NAME: manifest} | signature | files)
    try:
        return _proven(read_zip(data)).head, data
    except Unfit as why:
        raise Refusal(f"Paket ini tidak dapat menjadi satu berkas: {why}. Perbaiki isinya, lalu ulangi.") from why


def read_file(path: Path) -> PackFile:
    """Reads a file of anyone. Raises Refusal for whatever is not, to the byte, what its manifest and key say."""
    return read_pack(bytes_of(path, "berkas paket", PACK_ENDING, MAX_BYTES))


def read_pack(data: bytes) -> PackFile:
    """As `read_file`, for bytes."""
    try:
        return _proven(read_zip(data))
    except Unfit as why:
        raise Refusal(
            f"Berkas paket ini tidak dibuka, dan tidak ada yang disimpan: {why}. Minta berkas yang asli kepada "
            "penerbitnya."
        ) from why


def read_folder(folder: Path) -> PackFile:
    """A file that was unpacked into a folder as it is, proven again. Raises Refusal where anything is another now."""
    try:
        return _proven(dict(_files_in(folder)))
    except OSError as error:
        raise Refusal(f"“{folder}” tidak dapat dibaca. Periksa izin folder itu, lalu ulangi.") from error
    except Unfit as why:
        raise Refusal(f"Paket yang tersimpan di “{folder}” rusak: {why}.") from why


def _files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files in a folder and below it, no more than a file may bring."""
    for count, path in enumerate(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()):
        name, status = path.relative_to(folder).as_posix(), path.lstat()
        if count >= MAX_ENTRIES or not stat.S_ISREG(status.st_mode) or status.st_size > MAX_ENTRY:
            raise Unfit(f"“{harmless(name)}” tidak mungkin bagian sebuah paket")
        yield name, path.read_bytes()


def _proven(files: dict[str, bytes]) -> PackFile:
    text, signature = files.pop(MANIFEST_NAME, None), files.pop(SIGNATURE_NAME, None)
    if text is None:
        raise Unfit(f"di dalamnya tidak ada {MANIFEST_NAME}, jadi ini bukan berkas paket ASN Netral")
    manifest = _read_manifest(text)
    for fault in _faults(manifest, files):
        raise Unfit(fault)
    head = PackHead(
        manifest.kind,
        manifest.id,
        manifest.version,
        manifest.title,
        manifest.publisher,
        manifest.made,
        None if signature is None else _signer(signature, text),
        sha256_hex(text),
    )
    content = {name.removeprefix(_CONTENT): data for name, data in files.items()}
    return PackFile(head, text, signature, content)


def _read_manifest(text: bytes) -> Manifest:
    content = json_value(text, _MOST_PARTS) if len(text) <= _MAX_MANIFEST else None
    if is_later(content, SCHEMA):
        raise Refusal(_LATER)
    manifest = fitted(Manifest, content)
    with suppress(ValueError):  # a number or a character that canonical JSON does not have
        if manifest is not None and manifest.schema == SCHEMA and canonical_bytes(manifest) == text:
            return manifest
    raise Unfit(f"{MANIFEST_NAME} tidak dapat dibaca atau memuat hal yang tidak dikenal")


def _faults(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with a manifest, and where the files are others than it says."""
    if not is_pack_name(manifest.id, manifest.version):
        yield "id atau versi paketnya tidak dapat dipakai"
    if any((*line_faults(manifest.title, "Judul"), *line_faults(manifest.publisher, "Penerbit"))):
        yield "judul atau nama penerbitnya kosong, terlalu panjang, atau memuat huruf yang tidak terlihat"
    if not _is_time(manifest.made):
        yield "waktu pembuatannya tidak masuk akal"
    if not manifest.files or manifest.files.keys() != files.keys():
        yield "berkas di dalamnya tidak sama dengan yang didaftar"
    for name, listed in manifest.files.items():
        if not name.startswith(_CONTENT):
            yield f"“{name}” tidak berada di folder {_CONTENT}"
        if listed != Listed(sha256_hex(files[name]), len(files[name])):
            yield f"isi “{name}” berbeda dengan sidiknya"


def _is_time(text: str) -> bool:
    try:
        return datetime.strptime(text, _MADE).replace(tzinfo=UTC).strftime(_MADE) == text
    except ValueError:
        return False


def _signer(signature: bytes, manifest: bytes) -> str:
    """The key that signed; a signature that does not hold is never taken for none."""
    signed = signed_by(signature, TYPE)
    if signed is None or signed.payload != manifest:
        raise Unfit("segelnya tidak cocok, jadi berkas ini berubah sejak disegel penerbitnya")
    return signed.kid
