"""How what an office adds is written: marks by their standing, whom to ask, and units that no other is called by."""

import datetime as dt
from dataclasses import replace

import pytest

from asnquiz.domain.layer import lay_over
from asnquiz.domain.local import Contact, ContactRole, Hand, Local, Mark, Office, Standing
from asnquiz.domain.local_wording import (
    above_words,
    basis_words,
    contact_text,
    hands_words,
    letterhead_of,
    local_words,
    marked_words,
    pledge_words,
    unit_choices,
)
from asnquiz.domain.pack import Pack
from tests import builders, layers
from tests.layers import READ, WRITTEN, own


def laid(**changes: object) -> Pack:
    return lay_over(builders.pack(), layers.layer(**changes))


def test_what_is_national_has_no_mark() -> None:
    pack = laid()
    assert local_words(pack, "aturan-1") == marked_words(pack, "soal-single") == ""
    assert local_words(builders.pack(), own("soal")) == ""


def test_a_reviewed_addition_and_one_that_waits_are_told_apart_with_whose_they_are() -> None:
    pack = laid(items=(layers.item(), layers.item("baru")), marks={own("baru"): layers.WAITING})
    assert marked_words(pack, own("soal")) == "Tambahan setempat · BKPSDM Kabupaten Contoh"
    assert marked_words(pack, own("baru")) == "Tambahan setempat, belum ditelaah · BKPSDM Kabupaten Contoh"


def test_a_reviewed_question_on_a_rule_that_waits_is_not_reviewed() -> None:
    rule = layers.rule()
    pack = laid(rules=(rule,), items=(layers.item(rules=(rule.id,)),), marks={rule.id: layers.WAITING})
    assert local_words(pack, own("soal")) == "Tambahan setempat, belum ditelaah"


def test_the_name_of_a_publisher_cannot_steer_a_screen() -> None:
    assert (
        marked_words(laid(publisher="Dinas\x1b[2J \u202eContoh"), own("soal"))
        == "Tambahan setempat · Dinas□[2J □Contoh"
    )


def test_an_answer_rests_on_the_law_and_says_first_that_an_office_added_it() -> None:
    pack = laid()
    (law,) = basis_words((builders.citation(),), "soal-single", pack)
    assert law[0] == "94 Tahun 2021"
    marked = ("Tambahan setempat", "BKPSDM Kabupaten Contoh")
    assert basis_words((builders.citation(),), own("soal"), pack) == (marked, law)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (layers.REVIEWED, "Penulis: Siti Aminah (20 November 2026). Penelaah: Budi Santoso (22 November 2026)."),
        (layers.WAITING, "Penulis: Siti Aminah (20 November 2026). Belum ada penelaah."),
        (layers.DRAFT, "Masih konsep, jadi tidak ditampilkan."),
        (
            Mark(Standing.REVIEWED, WRITTEN, replace(WRITTEN, name="SITI  aminah")),
            "Penulis: Siti Aminah (20 November 2026). Penelaah: SITI  aminah (20 November 2026). "
            "Keduanya orang yang sama, jadi belum dihitung ditelaah.",
        ),
        (
            Mark(Standing.REVIEWED, None, READ),
            "Penulis tidak disebut. Penelaah: Budi Santoso (22 November 2026).",
        ),
        (Mark(Standing.REVIEW, None), "Penulis tidak disebut. Belum ada penelaah."),
        (
            Mark(Standing.REVIEWED, Hand("Siti\nAminah", dt.date(2026, 11, 1)), READ),
            "Penulis: Siti□Aminah (1 November 2026). Penelaah: Budi Santoso (22 November 2026).",
        ),
    ],
)
def test_who_wrote_and_who_reviewed_is_said_with_the_day(mark: Mark, words: str) -> None:
    assert hands_words(mark) == words


def test_a_contact_is_copied_as_far_as_it_is_known() -> None:
    contact = Contact(ContactRole.BAWASLU, "Bawaslu Kabupaten Contoh", phone="(000) 1", hours="Senin\x07")
    assert contact_text(contact) == "Bawaslu Kabupaten Contoh\nTelepon: (000) 1\nJam layanan: Senin□"


def test_units_of_the_same_name_say_which_office_they_are_of() -> None:
    offices = (
        Office("Dinas Kesehatan", ("Sekretariat", "Puskesmas Mekar")),
        Office("Dinas Pendidikan", ("Sekretariat",)),
        Office("Kecamatan Contoh"),
        Office("Kecamatan Contoh"),
    )
    assert unit_choices(Local("kab", "1", "Paket", "Kantor", offices=offices)) == (
        "Dinas Kesehatan",
        "Sekretariat, Dinas Kesehatan",
        "Puskesmas Mekar",
        "Dinas Pendidikan",
        "Sekretariat, Dinas Pendidikan",
        "Kecamatan Contoh",
    )
    assert unit_choices(None) == ()


def test_a_letterhead_is_no_longer_than_papers_take() -> None:
    assert letterhead_of(Local("kab", "1", "Paket", "Kantor", letterhead=tuple("abcdefgh"))) == tuple("abcdef")
    assert letterhead_of(None) == ()


def test_only_a_pledge_that_the_office_gave_is_marked() -> None:
    assert pledge_words(laid()) == pledge_words(builders.pack()) == ""
    given = laid(pledge=replace(builders.pack().pledge, name="Ikrar Kabupaten Contoh"))
    assert pledge_words(given) == "Ikrar setempat · BKPSDM Kabupaten Contoh"


def test_over_a_question_stands_its_phase_and_that_an_office_added_it() -> None:
    pack = laid()
    national, own_item = pack.item_by_id["soal-single"], pack.item_by_id[own("soal")]
    assert above_words(own_item, pack) == f"{above_words(national, pack)} · Tambahan setempat"
