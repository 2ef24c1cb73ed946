"""A layer adds to a national pack and changes nothing in it; two people decide what is scored."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from asnquiz.domain.layer import Base, lay_over, misplaced, national_part, version_parts
from asnquiz.domain.local import Contact, ContactRole, Hand, Mark, Office, Standing
from asnquiz.domain.pack import Calendar, Image, Pack
from asnquiz.domain.plain import from_plain, to_plain
from tests import builders, layers
from tests.layers import DRAFT, ID, READ, REVIEWED, WAITING, WRITTEN, item, layer, own, rule, scenario

BASE = builders.pack()
CALENDAR = Calendar("Pilkada Kabupaten Contoh", dt.date(2029, 9, 22), dt.date(2029, 11, 27))


def test_what_is_national_stays_key_by_key() -> None:
    whole = layer(
        rules=(rule(),),
        scenarios=(scenario(),),
        calendar=CALENDAR,
        pledge=replace(BASE.pledge, opening="Kami, pegawai Kabupaten Contoh:"),
        contacts=(Contact(ContactRole.TASK_FORCE, "Satgas Netralitas", phone="0265 123456"),),
        offices=(Office("Dinas Kesehatan", ("Puskesmas Satu",)),),
        letterhead=("Pemerintah Kabupaten Contoh",),
    )
    laid = lay_over(BASE, whole)
    for kind in ("rules", "items", "scenarios"):
        national, added = getattr(BASE, kind), getattr(whole, kind)
        assert getattr(laid, kind) == (*national, *added), kind
    for kept in ("id", "laws", "terms", "lessons", "exam", "topics", "jobs", "law_as_of", "publisher"):
        assert getattr(laid, kept) == getattr(BASE, kept), kept
    assert (laid.calendar, laid.pledge, laid.version) == (
        whole.calendar, whole.pledge, f"{BASE.version}+kab-contoh.3",
    )  # fmt: skip
    assert laid.local is not None
    assert (laid.local.own_calendar, laid.local.own_pledge, laid.local.contacts) == (True, True, whole.contacts)
    assert from_plain(Pack, to_plain(laid)) == laid


def test_without_its_own_calendar_and_pledge_the_national_ones_stay() -> None:
    laid = lay_over(BASE, layer())
    assert (laid.calendar, laid.pledge) == (BASE.calendar, BASE.pledge)
    assert laid.local is not None
    assert (laid.local.own_calendar, laid.local.own_pledge) == (False, False)


@pytest.mark.parametrize(
    ("mark", "shown", "scored"),
    [
        (REVIEWED, True, True),
        (WAITING, True, False),
        (DRAFT, False, False),
        (Mark(Standing.REVIEWED, WRITTEN), True, False),
        (Mark(Standing.REVIEWED, None, READ), True, False),
        (Mark(Standing.REVIEWED, WRITTEN, Hand(f" {WRITTEN.name.upper()} ", READ.on)), True, False),
        (Mark(Standing.REVIEWED, Hand("Siti Am\u00ednah", READ.on), Hand("Siti Ami\u0301nah", READ.on)), True, False),
    ],
)
def test_only_what_two_people_stand_for_is_scored(mark: Mark, shown: bool, scored: bool) -> None:
    laid = lay_over(BASE, layer(marks={own("soal"): mark}))
    found = laid.item_by_id.get(own("soal"))
    assert (found is not None) == shown
    assert (found in laid.scored_items) == scored
    assert laid.mark(own("soal")) == (mark if shown else None)
    assert laid.mark(BASE.items[0].id) is None
    assert own("soal") not in {one.id for one in laid.discussion_items}


def test_a_question_on_a_rule_that_was_not_reviewed_is_not_scored() -> None:
    asked = item(rules=(own("aturan"),))
    both = layer(rules=(rule(),), items=(asked,))
    assert lay_over(BASE, both).item_by_id[asked.id].scored
    waiting = replace(both, marks=dict(both.marks) | {own("aturan"): WAITING})
    assert not lay_over(BASE, waiting).item_by_id[asked.id].scored


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"base": Base("lain", "1")}, "dibuat untuk paket “lain”"),
        ({"base": Base(BASE.id, "9999.1")}, "versi 9999.1 atau yang lebih baru"),
        ({"items": (item(id=BASE.items[0].id),)}, "tidak diawali “kab-contoh-”"),
        ({"items": (item(), item())}, "dipakai lebih dari sekali"),
        ({"items": (item(),), "scenarios": (scenario("soal"),)}, "dipakai lebih dari sekali"),
        ({"marks": {own("hilang"): REVIEWED}}, "tidak mempunyai isi"),
        ({"images": (Image("gambar", "image/png", ""),)}, "“gambar” tidak diawali"),
        ({"images": (Image(own("a"), "image/png", ""), Image(own("a"), "image/jpeg", ""))}, "ada lebih dari satu"),
    ],
)
def test_a_layer_that_does_not_fit_is_told_why_and_never_laid(changes: dict[str, object], sentence: str) -> None:
    wrong = layer(**changes)
    assert any(sentence in found for found in misplaced(BASE, wrong))
    with pytest.raises(ValueError, match=re.escape(next(misplaced(BASE, wrong)))):
        lay_over(BASE, wrong)


def test_an_addition_without_a_mark_and_a_national_id_in_the_way_are_told() -> None:
    unmarked = replace(layer(), marks={})
    assert any("tidak mempunyai keadaan telaah" in found for found in misplaced(BASE, unmarked))
    taken = replace(BASE, items=(*BASE.items, layers.item("lama")))
    assert any("sudah ada di paket nasional" in found for found in misplaced(taken, layer()))
    assert list(misplaced(BASE, layer())) == []


def test_versions_compare_as_people_read_them_and_layers_do_not_count() -> None:
    assert version_parts("2026.11.10") > version_parts("2026.11.9")
    assert version_parts(f"2026.11.1+{ID}.3") == version_parts("2026.11.1")


def test_taking_a_layer_off_gives_the_national_pack() -> None:
    image = Image(own("papan"), "image/png", "")
    whole = layer(rules=(rule(),), items=(item(), item("lain")), scenarios=(scenario(),), images=(image,))
    assert national_part(lay_over(BASE, whole)) == BASE
    assert national_part(BASE) is BASE
