"""The task file `.asntugas`: a task as a flattened JSON JWS (RFC 7515, 7.2.2), in one byte form and no other."""

from pathlib import Path
from typing import Final

from joserfc.jwk import OKPKey

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import SCHEMA, SignedTask, Task, schema_of
from asnquiz.domain.task_check import task_faults
from asnquiz.scorefiles.arrived import bytes_of
from asnquiz.scorefiles.sealed import can_be_sealed_for
from asnquiz.scorefiles.signed import claim_of, fitted, flattened, is_later, json_value, signed_by
from asnquiz.usecases.name_file import TASK_ENDING

TYPE: Final = "asnquiz-task+json"
MAX_BYTES: Final = 4 * 1024 * 1024

_FOREIGN = (
    "Ini bukan berkas tugas ASN Netral, atau berkasnya terpotong. Periksa apakah berkas yang dipilih benar; namanya "
    f"berakhiran {TASK_ENDING}."
)
_CHANGED = (
    "Berkas tugas ini berubah sejak disegel, jadi tidak dipakai. Minta berkas yang asli kepada kantor yang memberi "
    "tugas."
)
_AT_ODDS = (
    "Isi berkas tugas ini tidak saling cocok, jadi tidak dibuat oleh ASN Netral apa adanya. Tanyakan kepada kantor "
    "yang memberi tugas."
)
_LATER = "Tugas ini dibuat oleh versi ASN Netral yang lebih baru. Perbarui program di komputer ini, lalu buka lagi."


def sign(task: Task, key: OKPKey) -> bytes:
    """The file's bytes, under an office's Ed25519 key. Raises ValueError for a task that `read` would refuse."""
    if not _is_sound(task):
        raise ValueError("no task that could be read again")
    return flattened(canonical_bytes(task), key, TYPE)


def read_file(path: Path) -> SignedTask:
    """Reads a file of anyone. Raises Refusal for whatever is no task that was left as it was signed."""
    return read(bytes_of(path, "berkas tugas", TASK_ENDING, MAX_BYTES))


def read(data: bytes) -> SignedTask:
    """As `read_file`, for bytes. That a key signed it says nothing of whose key it is: people compare fingerprints."""
    claim = claim_of(data) if len(data) <= MAX_BYTES else None
    if claim is None or claim.header.get("typ") != TYPE:
        raise Refusal(_FOREIGN)
    signed = signed_by(data, TYPE)
    if signed is None:
        raise Refusal(_CHANGED)
    content = json_value(signed.payload)
    if is_later(content, SCHEMA):
        raise Refusal(_LATER)
    task = fitted(Task, content)
    if task is None or not _is_sound(task) or canonical_bytes(task) != signed.payload:
        raise Refusal(_AT_ODDS)
    return SignedTask(task, signed.kid, data)


def _is_sound(task: Task) -> bool:
    return (
        task.schema == schema_of(task.items, task.layer)
        and not any(task_faults(task))
        and all(map(can_be_sealed_for, task.recipients))
    )
