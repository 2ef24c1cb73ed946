"""The keys of an office at work: made, tried out, and put under a task, each time from their file."""

from pathlib import Path

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder, Recipient, SignedTask, Task
from asnquiz.scorefiles import durable, sealed, task_file
from asnquiz.scorefiles.office_keys import KeyFile, make_key_file, open_key_file, opening_keys
from asnquiz.usecases.set_up_office import KeyPlace, PublicKeys, not_in_use

# As long as a score file of an exam, and nothing of anybody.
_SAMPLE = b"Contoh untuk mencoba kunci. " * 1000


class KeyFileSeal:
    """The port `OfficeSeal` over key files; no private key outlives a call."""

    def make(self, place: KeyPlace, holder: Holder) -> PublicKeys:
        return _public(make_key_file(place.path, place.password, holder=holder))

    def try_out(self, recipients: tuple[Recipient, ...], place: KeyPlace) -> PublicKeys:
        file = open_key_file(place.path, place.password)
        _try_out(file, recipients, place.path)
        return _public(file)

    def sign(self, task: Task, place: KeyPlace) -> SignedTask:
        file = open_key_file(place.path, place.password)
        if file.signing is None:
            raise Refusal(f"“{place.path}” tidak memuat kunci untuk menyegel tugas. Pilih berkas kunci kantor.")
        _try_out(file, task.recipients, place.path)
        return task_file.read(task_file.sign(task, file.signing))

    def save(self, signed: SignedTask, path: Path) -> None:
        durable.write_new(path, signed.text)


def _try_out(file: KeyFile, recipients: tuple[Recipient, ...], path: Path) -> None:
    if file.recipient not in recipients:
        raise Refusal(not_in_use(path))
    opened = sealed.open_sealed(sealed.seal(_SAMPLE, recipients), opening_keys([file]))
    if opened.jws != _SAMPLE:
        raise Refusal(
            f"Kunci di “{path}” tidak membuka contoh yang disegel untuknya, jadi tidak boleh dipakai. Ambil salinan "
            "cadangannya, atau buat kunci baru."
        )


def _public(file: KeyFile) -> PublicKeys:
    return PublicKeys(file.signer, file.recipient)
