"""Beginning a briefing over a real database: what is kept of a form, codes, shuffled rows, and refused forms."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from asnquiz.domain.answering import choice_count
from asnquiz.domain.briefing import Briefing, Guest, Step, StepKind, Way
from asnquiz.domain.briefing_codes import GUEST_LETTERS, class_code_words, typed_code
from asnquiz.domain.invitation import Invited
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.usecases.begin_briefing import BriefingForm, begin_briefing
from asnquiz.usecases.briefing_ports import BriefingStore
from tests import briefings
from tests.briefings import ASKED
from tests.fakes import FakeClock, FixedPack

ID = UUID("3b0f3c9a-1b5f-4e7c-8b9a-0c1d2e3f4a5b")
TASK = UUID("0f3c9a1b-5f6e-4d7c-8b9a-0c1d2e3f4a5b")
SINGLE, MULTIPLE, VERDICT = ASKED
STEPS = (
    Step(StepKind.JOIN, 2),
    Step(StepKind.PRETEST, 2, (MULTIPLE, SINGLE)),
    Step(StepKind.QUESTION, 2, (VERDICT,)),
    Step(StepKind.CLOSE, 1),
)
SITI = Invited("Siti Aminah", "Guru", "SDN 1 Contoh", "198609262015051001")
BUDI = Invited("Budi Santoso", "", "Kecamatan Contoh", None)
FORM = BriefingForm(
    briefings.occasion(), Way.PHONES, briefings.plan(steps=STEPS), ("Dinas Kesehatan",), (SITI, BUDI), task=TASK
)
PACKS = FixedPack()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BriefingStore]:
    opened = open_briefings(tmp_path / "sosialisasi.db")
    yield opened
    opened.close()


def begin(store: BriefingStore, form: BriefingForm = FORM, seed: int = 7, briefing_id: UUID = ID) -> Briefing:
    return begin_briefing(
        form, briefing_id=briefing_id, random=Random(seed), packs=PACKS, clock=FakeClock(), store=store
    )


def changed(**changes: Any) -> BriefingForm:
    return replace(FORM, occasion=briefings.occasion(**changes))


def test_what_the_form_says_is_kept_with_the_pack(store: BriefingStore) -> None:
    made = begin(store)
    assert store.briefing(ID) == made
    pack, sha256, compiled = PACKS.current()
    assert (made.pack.id, made.pack.version, made.pack.sha256) == (pack.id, pack.version, sha256)
    assert store.compiled_pack(sha256) == compiled
    assert (made.occasion, made.way, made.plan, made.units) == (FORM.occasion, FORM.way, FORM.plan, FORM.units)
    assert (made.rehearsal, made.task, made.made.utc) == (False, TASK, FakeClock().utc)
    assert begin(store, replace(FORM, rehearsal=True, task=None), briefing_id=TASK).rehearsal
    assert [guest.name for guest in made.guests] == [SITI.name, BUDI.name]
    assert made.guests[0] == Guest(made.guests[0].code, SITI.name, SITI.position, SITI.unit, SITI.nip)


def test_items_are_frozen_in_the_order_of_the_plan_with_their_rows_shuffled(store: BriefingStore) -> None:
    made = begin(store)
    assert [frozen.item for frozen in made.items] == [MULTIPLE, SINGLE, VERDICT]
    for frozen in made.items:
        assert sorted(frozen.order) == list(range(choice_count(PACKS.pack.item_by_id[frozen.item])))
    assert made.frozen_by_item[VERDICT].order == (0, 1, 2)
    others = {begin(store, seed=seed, briefing_id=UUID(int=seed)).frozen_by_item[SINGLE].order for seed in range(9)}
    assert len(others) > 1


def test_codes_are_of_letters_that_are_not_mistaken_and_different_for_everybody(store: BriefingStore) -> None:
    guests = tuple(replace(BUDI, name=f"Undangan {number}") for number in range(2000))
    made = begin(store, replace(FORM, guests=guests))
    codes = {guest.code for guest in made.guests}
    assert len(codes) == 2000
    assert all(len(code) == 4 and set(code) <= set(GUEST_LETTERS) for code in codes)
    assert set("01ILOAEU").isdisjoint(GUEST_LETTERS)
    assert len(made.class_code) == 6
    assert made.class_code.isdigit()
    assert made.class_code[0] != "0"


def test_a_generator_that_nobody_can_foretell_will_do(store: BriefingStore) -> None:
    made = begin_briefing(
        FORM, briefing_id=ID, random=random.SystemRandom(), packs=PACKS, clock=FakeClock(), store=store
    )
    assert store.briefing(ID) == made


@pytest.mark.parametrize("typed", ["7k2m", " 7K 2M ", "7-K2m", "7K2M\u200b", "７Ｋ２Ｍ"])
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert typed_code(typed) == "7K2M"
    assert class_code_words("482913") == "482 913"


def test_texts_are_kept_as_lines_of_visible_characters(store: BriefingStore) -> None:
    occasion = briefings.occasion(
        title=" Sosialisasi \u200b netralitas ", letterhead=("Pemerintah  Kabupaten", " "), number=" ", place="Aula\tA"
    )
    form = replace(FORM, occasion=occasion, units=("Dinas  A", "Dinas A", ""), guests=(replace(SITI, name=" Siti "),))
    made = begin(store, form)
    assert (made.occasion.title, made.occasion.place, made.occasion.number) == (
        "Sosialisasi netralitas",
        "Aula A",
        "",
    )
    assert made.occasion.letterhead == ("Pemerintah Kabupaten",)
    assert made.units == ("Dinas A",)
    assert made.guests[0].name == "Siti"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (changed(title=" "), "Judul acara masih kosong"),
        (changed(title="x" * 151), "Judul acara paling panjang 150 huruf"),
        (changed(office=""), "Nama kantor masih kosong"),
        (changed(letterhead=()), "Kop surat terdiri atas"),
        (changed(letterhead=("a",) * 7), "Kop surat terdiri atas"),
        (changed(place=""), "Tempat masih kosong"),
        (changed(speaker=""), "Narasumber masih kosong"),
        (changed(date=dt.date(1, 1, 1)), "Tanggal acara tidak masuk akal"),
        (replace(FORM, way=Way.HANDS), r"Bagian 2 \(Tes awal\): tes tidak dapat dijawab dengan angkat tangan"),
        (replace(FORM, plan=briefings.plan(steps=())), "Rencana ini masih kosong"),
        (replace(FORM, units=tuple(map(str, range(2001)))), "Daftar unit kerja paling banyak"),
        (replace(FORM, guests=(SITI, replace(BUDI, name=""))), "Undangan 2: Nama masih kosong"),
        (replace(FORM, guests=(replace(BUDI, unit=""),)), "Undangan 1: Unit kerja masih kosong"),
        (replace(FORM, guests=(replace(BUDI, nip="123"),)), "Undangan 1: NIP terdiri atas 18 angka"),
        (replace(FORM, guests=(SITI, replace(BUDI, nip=SITI.nip))), "Ada NIP yang sama"),
        (replace(FORM, guests=(BUDI,) * 2001), r"Undangan paling banyak 2\.000 orang"),
    ],
)
def test_a_faulty_form_is_refused_by_name_and_nothing_is_kept(
    store: BriefingStore, form: BriefingForm, words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        begin(store, form)
    assert store.summaries() == ()


def test_plans_without_tests_begin_with_hands(store: BriefingStore) -> None:
    plan = briefings.plan(steps=(STEPS[0], STEPS[2], STEPS[3]))
    made = begin(store, replace(FORM, plan=plan, way=Way.HANDS))
    assert [frozen.item for frozen in made.items] == [VERDICT]


def test_no_nip_is_kept_on_portable_media(tmp_path: Path) -> None:
    store = open_briefings(tmp_path / "sosialisasi.db", keeps_nip=False)
    made = begin(store)
    store.close()
    assert [guest.nip for guest in made.guests] == [None, None]
