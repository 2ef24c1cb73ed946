"""An office of invented people and what they sent in: as many as wished, the same each time, for the tour and tests."""

import datetime as dt
import json
import random
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from asnquiz.domain.answering import Answer, right_answer
from asnquiz.domain.attempt import SURE, UNSURE, PackRef
from asnquiz.domain.collection import (
    Arrival,
    Looked,
    Office,
    RosterEntry,
    TakenAnswer,
    TakenAttempt,
    TakenReport,
    Verdict,
)
from asnquiz.domain.marking import KnownPack
from asnquiz.domain.pack import Item, ItemType
from asnquiz.domain.task import Holder, Task
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.ports import PackSource

_BEGINNINGS = (
    "Su",
    "Wi",
    "Ra",
    "De",
    "Ha",
    "Nu",
    "Ar",
    "Bu",
    "Yu",
    "In",
    "Ma",
    "Si",
    "Ri",
    "Fi",
    "La",
    "Ka",
    "Di",
    "Wa",
)
_MIDDLES = ("di", "wa", "ra", "ni", "ti", "la", "ma", "yu", "ri", "na")
_ENDS = ("no", "ti", "wan", "ni", "to", "sih", "man", "ya", "yah", "din", "ta", "tri")
# Each with its share of the people, in hundredths; what is left is in the first.
_AGENCIES = (
    ("Dinas Pendidikan", 0),
    ("Dinas Kesehatan", 18),
    ("Sekretariat Daerah", 5),
    ("Dinas Pekerjaan Umum dan Penataan Ruang", 6),
    ("Dinas Perhubungan", 3),
    ("Satuan Polisi Pamong Praja", 4),
    ("Dinas Sosial", 3),
    ("Badan Pendapatan Daerah", 4),
    ("Dinas Kependudukan dan Pencatatan Sipil", 3),
    ("Rumah Sakit Umum Daerah", 9),
    ("Kecamatan Sukaraja", 2),
    ("Inspektorat Daerah", 1),
)
_UNITS = ("Sekretariat", "Bidang Pelayanan", "Bidang Perencanaan", "Unit Pelaksana Teknis")
_POSITIONS = (
    "Guru Ahli Pertama",
    "Perawat Terampil",
    "Analis Kebijakan",
    "Pengadministrasi Perkantoran",
    "Kepala Seksi",
)
_MARKS = ("Berkas ini berubah sejak disegel. Minta pengirimnya menyimpan bukti nilai sekali lagi.",)
_ITEMS = 30
_FORMS = 2
_PASS = 75
_BATCH = 1_000


def office(signer: str = "s" * 43) -> Office:
    """Who gathers: nobody's real office."""
    keys = ((Holder.OFFICE.value, "k" * 43, "x" * 43), (Holder.ESCROW.value, "l" * 43, "y" * 43))
    return Office("BKPSDM Kabupaten Contoh", ("PEMERINTAH KABUPATEN CONTOH",), signer, keys, None)


def content_of(packs: PackSource) -> KnownPack:
    """The content in use."""
    pack, sha256, _ = packs.current()
    return KnownPack(PackRef(pack.id, pack.version, sha256), pack)


def roster(count: int, seed: int = 1) -> tuple[RosterEntry, ...]:
    """So many people in twelve agencies of four units each; no NIP comes twice."""
    chance = random.Random(seed)
    nips: set[str] = set()
    entries: list[RosterEntry] = []
    while len(entries) < count:
        nip = _nip(chance)
        if nip in nips:
            continue
        nips.add(nip)
        agency = _agency(chance.randrange(100))
        unit = chance.choice(_UNITS)
        name = f"{_word(chance)} {_word(chance)}"
        entries.append(RosterEntry(nip, name, agency, unit, chance.choice(_POSITIONS)))
    return tuple(entries)


def _nip(chance: random.Random) -> str:
    born = dt.date(1967, 1, 1) + dt.timedelta(days=chance.randrange(11_000))
    since = born.year + 22 + chance.randrange(6)
    return f"{born:%Y%m%d}{since}{1 + chance.randrange(12):02d}{1 + chance.randrange(2)}{1 + chance.randrange(998):03d}"


def _agency(place: int) -> str:
    for name, share in _AGENCIES:
        if place < share:
            return name
        place -= share
    return _AGENCIES[0][0]


def _word(chance: random.Random) -> str:
    return chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)


def files(
    entries: Sequence[RosterEntry], task: Task | None, known: KnownPack, seed: int = 1
) -> Iterator[tuple[Arrival, Looked]]:
    """What most of them sent in, a few of them at one computer or without the right NIP, and what was refused."""
    chance = random.Random(seed)
    exams = Exams(known, chance)
    begun = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
    for place, entry in enumerate(entries):
        if chance.random() > 0.88 and place % 301 not in (7, 8):
            continue
        shared = place % 400 < 4
        device = f"bersama-{place // 400}" if shared else f"komputer-{place}"
        started = begun + dt.timedelta(minutes=0 if shared else chance.randrange(20_000))
        nip = None if place % 301 == 7 else entry.nip[:-1] + str((int(entry.nip[-1]) + 1) % 10)
        nip = nip if place % 301 in (7, 8) else entry.nip
        report = _report(place, entry, nip, device, started, task, known.ref, exams.sit())
        yield Arrival(f"Bukti nilai {place + 1}.pdf", _sha(f"berkas {place}")), Looked(Verdict.ACCEPTED, "", report)
    for place in range(len(entries) // 300 + 1):
        verdict, reason = (
            (Verdict.CHANGED, _MARKS[0])
            if place % 2
            else (Verdict.FOREIGN, "Ini bukan berkas nilai ASN Netral. Abaikan bila terbawa tanpa sengaja.")
        )
        yield Arrival(f"kiriman-{place + 1}.pdf", _sha(f"lain {place}")), Looked(verdict, reason)


def _sha(words: str) -> bytes:
    return sha256(words.encode()).digest()


class Exams:
    """Sittings of two exams on some content; some questions are harder than others."""

    def __init__(self, known: KnownPack, chance: random.Random) -> None:
        self._chance = chance
        items = known.pack.scored_items
        size = min(_ITEMS, len(items))
        self._forms = [[_Given(item) for item in chance.sample(items, size)] for _ in range(_FORMS)]

    def sit(self) -> tuple[int, tuple[TakenAnswer, ...]]:
        """How many are right, and the answers."""
        chance = self._chance
        form = chance.choice(self._forms)
        wrong = len(form) * chance.randrange(11) // _ITEMS
        missed = set(sorted(form, key=lambda one: chance.random() * one.easy)[:wrong])
        answers = tuple(chance.choice(one.wrong if one in missed else one.right) for one in form)
        return len(form) - wrong, answers


class _Given:
    """The answers that people give to one question, each by somebody who is sure and by somebody who is not."""

    def __init__(self, item: Item) -> None:
        right = right_answer(item)
        others = [(place,) for place in range(len(item.options))] if item.type is ItemType.SINGLE else [()]
        self.easy = 1 + sum(map(ord, item.id)) % 7
        self.right = [_answer(item, right, certainty) for certainty in (SURE, SURE, SURE, UNSURE)]
        self.wrong = [_answer(item, one, certainty) for one in others if one != right for certainty in (SURE, UNSURE)]


def _answer(item: Item, answer: Answer, certainty: str) -> TakenAnswer:
    return TakenAnswer(item.id, item.revision, json.dumps(answer, separators=(",", ":")), certainty)


def _report(
    place: int,
    entry: RosterEntry,
    nip: str | None,
    device: str,
    started: dt.datetime,
    task: Task | None,
    pack: PackRef,
    sat: tuple[int, tuple[TakenAnswer, ...]],
) -> TakenReport:
    right, answers = sat
    ended = started + dt.timedelta(minutes=31)
    attempt = TakenAttempt(
        id=str(UUID(int=place + 1)),
        content=_sha(f"ujian {place}"),
        kind="exam",
        title="Simulasi ujian",
        pack_id=pack.id,
        pack_version=pack.version,
        pack_sha256=pack.sha256,
        started_utc=started.isoformat(),
        started_offset=420,
        ended_utc=ended.isoformat(),
        ended_offset=420,
        state="finished",
        limit_ms=45 * 60_000,
        pass_mark=_PASS,
        right=right,
        total=len(answers),
        number=1,
        made=1,
        supervisor="Pengawas" if task and task.supervised else None,
        place="Aula" if task and task.supervised else None,
        code="K1" if task and task.supervised else None,
        chain_holds=place % 977 != 5,
        odd_times=place % 613 == 3,
        answers=answers,
    )
    return TakenReport(
        sha256=_sha(f"isi {place}"),
        evidence=b"",
        file_id=str(UUID(int=10**6 + place)),
        made_utc=ended.isoformat(),
        made_offset=420,
        device=device,
        program="1.0",
        task=str(task.id) if task else None,
        signer=None,
        nip=nip,
        name=entry.name,
        position=entry.position,
        unit=entry.unit,
        employment="pns",
        attempts=(attempt,),
    )


def send_in(
    store: CollectionStore, entries: Sequence[RosterEntry], task: Task | None, known: KnownPack, at: dt.datetime
) -> None:
    """Keeps what these people sent in for a task, or picked themselves, as an import of that time does.

    Their exams are made of the content that is `known`.
    """
    number = store.begin_import("kiriman", at)
    batch = list(files(entries, task, known))
    for first in range(0, len(batch), _BATCH):
        store.take(number, batch[first : first + _BATCH])
    store.end_import(number, at)


def write_roster(entries: Sequence[RosterEntry], file: Path) -> None:
    """The list as an office hands it out: a CSV of a spreadsheet in Indonesian, under a title."""
    lines = ["DAFTAR PEGAWAI;;;;", "NIP;Nama;Perangkat daerah;Unit kerja;Jabatan"]
    lines += [";".join((one.nip, one.name, one.agency, one.unit, one.position)) for one in entries]
    file.write_text("\n".join(lines), encoding="utf-8")
