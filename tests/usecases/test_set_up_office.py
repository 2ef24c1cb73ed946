"""Setting up an office: nothing is kept before both keys were read from their files and opened a sample."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder, Recipient
from asnquiz.scorefiles.office_keys import open_key_file, opening_keys
from asnquiz.scorefiles.office_seal import KeyFileSeal
from asnquiz.scorefiles.sealed import open_sealed, seal
from asnquiz.usecases.set_up_office import (
    HOLDER,
    KeyPlace,
    OfficeForm,
    PublicKeys,
    office_fields,
    parse_office,
    recipients_of,
    rehearse,
    set_up_office,
)
from tests.fakes import FakeClock, FakeOfficeStore
from tests.scorefiles.offices import GOLDEN, PASSWORD, RECIPIENTS

PASSWORDS = {Holder.OFFICE: "kuda hujan meja biru", Holder.ESCROW: "lampu sungai topi zaitun"}
FORM = OfficeForm("BKPSDM Kabupaten Contoh", ("Pemerintah Kabupaten Contoh", "BKPSDM Kabupaten Contoh"))


class Room:
    """An office's room: two places for keys, and a database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = FakeOfficeStore()
        self.clock = FakeClock()
        self.seal: KeyFileSeal = KeyFileSeal()

    def places(self, **passwords: str) -> dict[Holder, KeyPlace]:
        given = PASSWORDS | {Holder(name): password for name, password in passwords.items()}
        return {holder: KeyPlace(self.folder / f"{holder.value}.pem", given[holder]) for holder in Holder}

    def set_up(
        self,
        form: OfficeForm = FORM,
        places: dict[Holder, KeyPlace] | None = None,
        again: dict[Holder, str] | None = None,
        *,
        replacing: bool = False,
    ) -> None:
        set_up_office(
            form,
            places or self.places(),
            again or PASSWORDS,
            seal=self.seal,
            store=self.store,
            clock=self.clock,
            replacing=replacing,
        )

    def rehearse(self, places: dict[Holder, KeyPlace] | None = None) -> None:
        rehearse(places or self.places(), seal=self.seal, store=self.store, clock=self.clock)

    def files(self) -> list[str]:
        return sorted(entry.name for entry in self.folder.iterdir())


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """An office that stands; deriving keys from passwords takes long, as it should."""
    room = Room(tmp_path_factory.mktemp("kantor"))
    room.set_up()
    return room


@pytest.fixture
def standing(made: Room, tmp_path: Path) -> Room:
    room = Room(tmp_path)
    shutil.copytree(made.folder, tmp_path, dirs_exist_ok=True)
    room.store = FakeOfficeStore(made.store.kept, [], [*made.store.entries])
    return room


def test_an_office_is_kept_with_keys_that_were_tried_out(standing: Room) -> None:
    room = standing
    office = room.store.kept
    assert office is not None
    assert (office.name, office.letterhead, office.rehearsed) == (FORM.name, FORM.letterhead, room.clock.utc)
    files = {holder: open_key_file(room.folder / f"{holder.value}.pem", PASSWORDS[holder]) for holder in Holder}
    assert office.signer == files[Holder.OFFICE].signer
    assert recipients_of(office) == (files[Holder.OFFICE].recipient, files[Holder.ESCROW].recipient)
    assert [entry.act for entry in room.store.entries] == ["Kantor"]
    for file in files.values():
        assert open_sealed(seal(b"nilai", recipients_of(office)), opening_keys([file])).jws == b"nilai"


def test_the_letterhead_is_the_name_where_none_is_given() -> None:
    parsed = parse_office(OfficeForm("  BKPSDM   Kota Contoh\n"))
    assert parsed == OfficeForm("BKPSDM Kota Contoh", ("BKPSDM Kota Contoh",))


def test_an_office_without_a_name_is_refused(room: Room) -> None:
    with pytest.raises(Refusal, match="Nama kantor masih kosong"):
        room.set_up(OfficeForm(" "))
    with pytest.raises(Refusal, match="1 sampai 6 baris"):
        room.set_up(replace(FORM, letterhead=("Kop",) * 7))
    assert room.files() == []


@pytest.mark.parametrize(
    ("passwords", "again", "words"),
    [
        ({"office": "pendek"}, {}, "sedikitnya 12"),
        ({"escrow": "passwordpassword"}, {Holder.ESCROW: "passwordpassword"}, "mudah ditebak"),
        ({}, {Holder.OFFICE: "kuda hujan meja hijau"}, "untuk kunci kantor tidak sama"),
        ({}, {Holder.ESCROW: "lampu sungai topi delima"}, "untuk kunci cadangan tidak sama"),
        ({"escrow": PASSWORDS[Holder.OFFICE]}, {Holder.ESCROW: PASSWORDS[Holder.OFFICE]}, "harus lain"),
    ],
)
def test_passwords_that_will_not_do_are_refused_before_anything_is_written(
    room: Room, passwords: dict[str, str], again: dict[Holder, str], words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        room.set_up(places=room.places(**passwords), again=PASSWORDS | again)
    assert (room.files(), room.store.kept) == ([], None)


def test_both_keys_in_one_file_are_refused(room: Room) -> None:
    places = room.places()
    places[Holder.ESCROW] = KeyPlace(places[Holder.OFFICE].path, PASSWORDS[Holder.ESCROW])
    with pytest.raises(Refusal, match="berkas yang sama"):
        room.set_up(places=places)


class DamagingSeal(KeyFileSeal):
    """A medium that loses what was written on it: `after` says what happens to a file once it was made."""

    def __init__(self, after: Callable[[Path], object]) -> None:
        self.after = after

    def make(self, place: KeyPlace, holder: Holder) -> PublicKeys:
        made = super().make(place, holder)
        if holder is Holder.ESCROW:
            self.after(place.path)
        return made


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


@pytest.mark.parametrize(("after", "words"), [(cut, "rusak"), (Path.unlink, "tidak ditemukan")])
def test_a_key_that_cannot_be_read_back_stops_it_all(room: Room, after: Callable[[Path], object], words: str) -> None:
    room.seal = DamagingSeal(after)
    with pytest.raises(Refusal, match=words):
        room.set_up()
    assert (room.files(), room.store.kept, room.store.entries) == ([], None, [])


class ForOthers(KeyFileSeal):
    """Seals the sample for others than it should."""

    def try_out(self, recipients: tuple[Recipient, ...], place: KeyPlace) -> PublicKeys:
        assert recipients
        return super().try_out(RECIPIENTS, place)


def test_a_key_that_opens_nothing_stops_it_all(room: Room) -> None:
    room.seal = ForOthers()
    with pytest.raises(Refusal, match="bukan kunci yang dipakai"):
        room.set_up()
    assert (room.files(), room.store.kept) == ([], None)


def test_files_that_stand_there_stay_and_those_made_are_taken_away(room: Room) -> None:
    (room.folder / "escrow.pem").write_bytes(b"surat")
    with pytest.raises(Refusal, match="sudah ada"):
        room.set_up()
    assert room.files() == ["escrow.pem"]
    assert (room.folder / "escrow.pem").read_bytes() == b"surat"


def test_an_office_that_cannot_be_kept_leaves_no_keys(room: Room) -> None:
    room.store.refuses = "keep_office"
    with pytest.raises(Refusal, match="penuh"):
        room.set_up()
    assert room.files() == []


def test_an_office_that_stands_is_replaced_only_where_that_is_said(standing: Room, tmp_path: Path) -> None:
    room = standing
    former = room.store.kept
    with pytest.raises(Refusal, match="sudah disiapkan"):
        room.set_up()
    assert former
    sealed = seal(b"nilai", recipients_of(former))
    retired = open_key_file(tmp_path / "office.pem", PASSWORDS[Holder.OFFICE])
    places = {holder: KeyPlace(tmp_path / f"{holder.value}-2.pem", PASSWORDS[holder]) for holder in Holder}
    room.set_up(places=places, replacing=True)
    new = open_key_file(tmp_path / "office-2.pem", PASSWORDS[Holder.OFFICE])
    assert room.store.kept
    assert room.store.kept.signer == new.signer != former.signer
    assert open_sealed(sealed, opening_keys([new, retired])).jws == b"nilai"


def test_the_trial_can_be_repeated_and_is_told_when_it_was(standing: Room) -> None:
    with pytest.raises(Refusal, match="belum disiapkan"):
        Room(standing.folder).rehearse()
    room = standing
    room.clock.set_wall(365 * 24 * 3_600_000)
    room.rehearse()
    assert room.store.kept
    assert room.store.kept.rehearsed == room.clock.utc
    assert [entry.act for entry in room.store.entries] == ["Kantor", "Gladi buka kunci"]


def test_a_trial_that_fails_changes_nothing(standing: Room) -> None:
    room = standing
    kept = room.store.kept
    room.clock.set_wall(1000)
    with pytest.raises(Refusal, match="tidak membuka"):
        room.rehearse(room.places(escrow="lampu sungai topi zaitum"))
    places = room.places()
    swapped = {Holder.OFFICE: places[Holder.ESCROW], Holder.ESCROW: places[Holder.OFFICE]}
    with pytest.raises(Refusal, match="bukan kunci yang dipakai"):
        room.rehearse(swapped)
    golden = {holder: KeyPlace(GOLDEN / f"kunci-{HOLDER[holder]}-1.pem", PASSWORD) for holder in Holder}
    with pytest.raises(Refusal, match="bukan kunci yang dipakai"):
        room.rehearse(golden)
    assert room.store.kept == kept


def test_what_is_printed_of_an_office_are_fingerprints(standing: Room) -> None:
    room = standing
    assert room.store.kept
    fields = dict(office_fields(room.store.kept))
    assert fields["Nama kantor"] == FORM.name
    assert fields["Sidik kunci kantor"] == fingerprint(room.store.kept.signer)
    assert set(fields) == {"Nama kantor", "Sidik kunci kantor", "Sidik kunci pembuka", "Sidik kunci cadangan"}
