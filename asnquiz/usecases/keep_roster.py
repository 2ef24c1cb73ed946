"""The office's list of who is expected: what a file says, what it would change, and taking it over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.roster import RosterChange, RosterReading, change_of, read_roster
from asnquiz.domain.sheet import Sheet
from asnquiz.domain.wording import number_words
from asnquiz.usecases.collection_ports import CollectionStore

ReadSheets = Callable[[Path], Sequence[Sheet]]


@dataclass(frozen=True)
class RosterPreview:
    """What a file says, and what taking it over would change; nothing is kept yet."""

    reading: RosterReading
    change: RosterChange

    @property
    def agencies(self) -> int:
        return len({entry.agency for entry in self.reading.entries})

    @property
    def units(self) -> int:
        return len({(entry.agency, entry.unit) for entry in self.reading.entries})


def preview_roster(path: Path, *, store: CollectionStore, read_sheets: ReadSheets) -> RosterPreview:
    """Reads a file. Raises Refusal where it is none that could be a roster, or has nobody in it."""
    reading = read_roster(read_sheets(path))
    if not reading.entries and not reading.faults:
        raise Refusal("Tidak ada pegawai di bawah judul kolom. Periksa berkasnya, lalu pilih lagi.")
    return RosterPreview(reading, change_of(store.roster(), reading.entries))


def keep_roster(shown: RosterPreview, *, store: CollectionStore, now: datetime, without_faulty: bool = False) -> None:
    """Takes over what was shown. Raises Refusal while cells are faulty, unless their rows are to be left out."""
    reading = shown.reading
    if reading.faults and not without_faulty:
        count = number_words(len(reading.faults))
        raise Refusal(f"Ada {count} sel yang salah. Perbaiki berkasnya, atau pakai daftar ini tanpa baris yang salah.")
    if not reading.entries:
        raise Refusal("Tidak ada baris yang benar di berkas itu. Perbaiki berkasnya, lalu pilih lagi.")
    store.keep_roster(reading.entries, now)
