"""Setting up an office: its name, its keys, and the trial that both keys open what will be sealed for them.

Without a key that opens them, results of thousands of people would be lost; so nothing goes out before each key was
read back from its file and has opened a sample.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from asnquiz.domain.collection import Office
from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.password import parse_password
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder, Recipient, SignedTask, Task
from asnquiz.domain.task_check import office_faults, refuse_first
from asnquiz.usecases.ports import Clock

OFFICE_FILE, ESCROW_FILE = "kunci-kantor.pem", "kunci-cadangan.pem"

HOLDER = {Holder.OFFICE: "kantor", Holder.ESCROW: "cadangan"}
_OPENS = {Holder.OFFICE: "Sidik kunci pembuka", Holder.ESCROW: "Sidik kunci cadangan"}

NOT_SET_UP = "Kantor ini belum disiapkan. Siapkan nama kantor dan kuncinya lebih dahulu, lalu ulangi."


@dataclass(frozen=True)
class PublicKeys:
    """What may be known of a key file; `signer` is the thumbprint of the key that signs tasks, None for the escrow."""

    signer: str | None
    recipient: Recipient


@dataclass(frozen=True)
class KeyPlace:
    """A key file and what opens it."""

    path: Path
    password: str


class OfficeSeal(Protocol):
    """The key files of an office: the only place where its private keys are."""

    def make(self, place: KeyPlace, holder: Holder) -> PublicKeys:
        """Makes new keys in a new file. Raises Refusal where it cannot be written or something stands there."""

    def try_out(self, recipients: tuple[Recipient, ...], place: KeyPlace) -> PublicKeys:
        """Reads a key file anew, seals a sample for all recipients, and opens it with the file's key.

        Raises Refusal for a wrong password, for a damaged or foreign file, for a key that is none of the recipients'
        and for one that does not open the sample.
        """

    def sign(self, task: Task, place: KeyPlace) -> SignedTask:
        """Signs a task, after its office's key was tried out, and reads it back as whoever is given it will.

        Raises Refusal as `try_out` does, and for a file that signs nothing.
        """

    def save(self, signed: SignedTask, path: Path) -> None:
        """Writes a task file, whole and over no other. Raises Refusal."""


class OfficeStore(Protocol):
    """What of asnquiz.usecases.collection_ports.CollectionStore an office and its tasks need."""

    def office(self) -> Office | None: ...

    def keep_office(self, office: Office) -> None: ...

    def tasks(self) -> tuple[SignedTask, ...]: ...

    def add_task(self, task: SignedTask) -> None: ...

    def write_log(self, act: str, words: str, at: datetime) -> None: ...


@dataclass(frozen=True)
class OfficeForm:
    """What somebody says of their office; the letterhead is its name alone where it is empty."""

    name: str
    letterhead: tuple[str, ...] = ()


def parse_office(form: OfficeForm) -> OfficeForm:
    """The same with blanks trimmed and what cannot be seen left out. Raises Refusal."""
    name = parse_line(form.name, "Nama kantor") or ""
    lines = (parse_line(line, "Baris kop surat") for line in form.letterhead)
    parsed = OfficeForm(name, tuple(line for line in lines if line) or (name,))
    refuse_first(office_faults(parsed.name, parsed.letterhead))
    return parsed


def set_up_office(
    form: OfficeForm,
    places: Mapping[Holder, KeyPlace],
    again: Mapping[Holder, str],
    *,
    seal: OfficeSeal,
    store: OfficeStore,
    clock: Clock,
    replacing: bool = False,
) -> Office:
    """Makes both key files, tries them out with the passwords typed `again`, and only then keeps the office.

    Raises Refusal, with nothing kept and no file left that was made here. An office that stands already is only
    replaced where that is said: its tasks stay, and what was sealed for its former keys is opened by their files.
    """
    if store.office() is not None and not replacing:
        raise Refusal(
            "Kantor ini sudah disiapkan. Berkas yang masuk disegel untuk kuncinya; ganti kunci hanya bila perlu, dan "
            "simpan berkas kunci yang lama."
        )
    parsed = parse_office(form)
    _refuse_weak(places, again)
    tried = {holder: KeyPlace(place.path, again[holder]) for holder, place in places.items()}
    made: list[Path] = []
    try:
        keys = {}
        for holder, place in places.items():
            keys[holder] = seal.make(place, holder)
            made.append(place.path)
        recipients = tuple(_as_kept(keys[holder].recipient) for holder in Holder)
        office = Office(parsed.name, parsed.letterhead, keys[Holder.OFFICE].signer or "", recipients, None)
        done = _tried_out(office, tried, seal, clock)
        store.keep_office(done)
    except Refusal:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    store.write_log("Kantor", "Kantor disiapkan; kedua kunci dicoba dan membuka contoh.", clock.now().utc)
    return done


def rehearse(places: Mapping[Holder, KeyPlace], *, seal: OfficeSeal, store: OfficeStore, clock: Clock) -> Office:
    """Tries out both keys of an office that stands, as should be done every year. Raises Refusal where one fails."""
    done = _tried_out(standing_office(store), places, seal, clock)
    store.keep_office(done)
    store.write_log("Gladi buka kunci", "Kedua kunci dicoba lagi dan membuka contoh.", clock.now().utc)
    return done


def standing_office(store: OfficeStore) -> Office:
    """Who gathers here. Raises Refusal before that was said."""
    office = store.office()
    if office is None:
        raise Refusal(NOT_SET_UP)
    return office


def recipients_of(office: Office) -> tuple[Recipient, ...]:
    """The keys that open what is sent to an office."""
    return tuple(Recipient(Holder(holder), kid, x) for holder, kid, x in office.recipients)


def office_fields(office: Office) -> tuple[tuple[str, str], ...]:
    """Label and value of what is shown of an office and its keys: the one that signs is what people know it by."""
    keys = ((_OPENS[Holder(holder)], fingerprint(kid)) for holder, kid, _ in office.recipients)
    return (("Nama kantor", office.name), ("Sidik kunci kantor", fingerprint(office.signer)), *keys)


def _tried_out(office: Office, places: Mapping[Holder, KeyPlace], seal: OfficeSeal, clock: Clock) -> Office:
    recipients = recipients_of(office)
    for recipient in recipients:
        place = places[recipient.holder]
        signer = office.signer if recipient.holder is Holder.OFFICE else None
        if seal.try_out(recipients, place) != PublicKeys(signer, recipient):
            raise Refusal(not_in_use(place.path))
    return replace(office, rehearsed=clock.now().utc)


def not_in_use(path: Path) -> str:
    """What to tell of a key file that is another office's, another holder's, or one that was replaced."""
    return f"“{path}” bukan kunci yang dipakai kantor ini untuk keperluan itu. Pilih berkas kunci yang benar."


def _refuse_weak(places: Mapping[Holder, KeyPlace], again: Mapping[Holder, str]) -> None:
    office, escrow = places[Holder.OFFICE], places[Holder.ESCROW]
    for holder, place in places.items():
        if parse_password(place.password) != parse_password(again[holder]):
            raise Refusal(f"Kedua kata sandi untuk kunci {HOLDER[holder]} tidak sama. Ketik ulang keduanya.")
    if office.path == escrow.path:
        raise Refusal("Kunci kantor dan kunci cadangan tidak boleh di berkas yang sama. Pilih dua tempat terpisah.")
    if parse_password(office.password) == parse_password(escrow.password):
        raise Refusal(
            "Kata sandi kunci cadangan harus lain daripada kata sandi kunci kantor, karena dipegang orang lain. "
            "Ketik kata sandi yang lain."
        )


def _as_kept(recipient: Recipient) -> tuple[str, str, str]:
    return recipient.holder.value, recipient.kid, recipient.x
