"""An office's own layer over the program's content, and a window on a computer where it is in force."""

import datetime as dt
from dataclasses import replace
from typing import Any, cast

from asnquiz.content.in_use import PackInUse
from asnquiz.domain.layer import SCHEMA, Base, Layer
from asnquiz.domain.local import Contact, ContactRole, Office
from asnquiz.domain.pack import Pack, Phase
from asnquiz.programs.learning import Learning
from tests import layers
from tests.fake_shelf import FakeShelf, ShelfPacks, opened

PUBLISHER = "BKPSDM Kabupaten Contoh"
ACT = "Memimpin apel pagi bersama bakal calon di halaman kantor kabupaten"
WAITING_ACT = "Meminjamkan pendapa kabupaten untuk rapat tim relawan"
CASE = "Apel pagi di halaman kabupaten"
STEM = "Apel pagi di kabupaten ini dihadiri seorang bakal calon. Apa yang sebaiknya Anda lakukan?"
WAITING_STEM = "Seorang relawan meminta kunci pendapa kabupaten kepada Anda. Apa jawaban Anda?"
CONTACTS = (
    Contact(
        ContactRole.TASK_FORCE,
        "Sekretariat Satgas Netralitas Kabupaten Contoh",
        "Jalan Contoh Nomor 1, Kabupaten Contoh",
        "(000) 000001",
        "satgas@kabupaten-contoh.example",
        "Senin sampai Jumat, pukul 08.00 sampai 15.00",
    ),
    Contact(ContactRole.BAWASLU, "Bawaslu Kabupaten Contoh", phone="(000) 000002"),
    Contact(ContactRole.BKPSDM, "Bidang Kinerja, BKPSDM Kabupaten Contoh", hours="Senin sampai Kamis"),
)
OFFICES = (
    Office("Dinas Kesehatan", ("Sekretariat", "Puskesmas Mekar")),
    Office("Dinas Pendidikan", ("Sekretariat",)),
    Office("Kecamatan Contoh"),
)
LETTERHEAD = ("PEMERINTAH KABUPATEN CONTOH", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM")


def office_layer(pack: Pack, **changes: Any) -> Layer:
    """Of everything that an office may add one that was reviewed and one that waits, on what the pack has."""
    rule, item, scenario = pack.rules[0], pack.scored_items[0], pack.scenarios[0] if pack.scenarios else None
    own = layers.own
    values: dict[str, Any] = {
        "schema": SCHEMA,
        "id": layers.ID,
        "version": "3",
        "title": "Netralitas di Kabupaten Contoh",
        "publisher": PUBLISHER,
        "base": Base(pack.id, pack.version),
        "changed": dt.date(2026, 11, 25),
        "contacts": CONTACTS,
        "offices": OFFICES,
        "letterhead": LETTERHEAD,
        "calendar": layers.calendar(),
        "pledge": replace(pack.pledge, name="Ikrar Netralitas Kabupaten Contoh"),
        "rules": (
            replace(rule, id=own("apel"), act=ACT, words=("apel kabupaten",), phases=tuple(Phase)),
            replace(rule, id=own("pendapa"), act=WAITING_ACT, words=("pendapa",)),
        ),
        "items": (
            replace(item, id=own("apel-01"), stem=STEM, rules=(own("apel"),)),
            replace(item, id=own("pendapa-01"), stem=WAITING_STEM, rules=(own("pendapa"),)),
        ),
        "scenarios": (replace(scenario, id=own("kasus"), title=CASE),) if scenario else (),
        **changes,
    }
    added = [one.id for kind in ("rules", "items", "scenarios") for one in values[kind]]
    waiting = {own("pendapa"): layers.WAITING, own("pendapa-01"): layers.WAITING, own("kasus"): layers.WAITING}
    marks = dict.fromkeys(added, layers.REVIEWED) | {id_: mark for id_, mark in waiting.items() if id_ in added}
    return Layer(**values | {"marks": marks})


def with_layer(real: Learning, **changes: Any) -> Learning:
    """A computer on which an office's layer is in force over the program's own pack."""
    pack, _, _ = real.packs.current()
    shelf = FakeShelf(own=pack)
    shelf.keep(opened(office_layer(pack, **changes)))
    return on_shelf(real, shelf)


def on_shelf(real: Learning, shelf: FakeShelf) -> Learning:
    return replace(real, packs=cast(PackInUse, ShelfPacks(shelf)), shelf=lambda: shelf)
