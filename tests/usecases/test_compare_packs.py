"""What a file would change is told whole: nothing is said of what stays, and nothing that changes is left out."""

import datetime as dt
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.layer import Layer, lay_over, national_part
from asnquiz.domain.local import Contact, ContactRole, Office
from asnquiz.domain.pack import (
    Article,
    Calendar,
    Image,
    Item,
    ItemType,
    Law,
    LawStatus,
    Lesson,
    Pack,
    Picture,
    Pledge,
    Rule,
    Scenario,
    Term,
    Verdict,
)
from asnquiz.usecases.compare_packs import (
    FIELD,
    Comparison,
    Difference,
    How,
    What,
    compare_packs,
    comparison_lines,
)
from tests import builders, layers
from tests.conftest import IN_CI
from tests.layers import DRAFT, REVIEWED, WAITING, own

BASE = builders.pack()
CALENDAR = Calendar("Pilkada Kabupaten Contoh", dt.date(2029, 9, 22), dt.date(2029, 11, 27))


def only(comparison: Comparison) -> Difference:
    (one,) = comparison.differences
    return one


def national(**changes: Any) -> Pack:
    return replace(BASE, version="2026.12.1", **changes)


def with_rule(**changes: Any) -> Pack:
    return national(rules=(replace(BASE.rules[0], **changes), *BASE.rules[1:]))


def test_of_the_same_content_nothing_is_told() -> None:
    compared = compare_packs(BASE, national())
    assert (compared.before, compared.after, compared.older, compared.differences) == (
        BASE.version, "2026.12.1", False, (),
    )  # fmt: skip
    assert list(comparison_lines(compared)) == [
        f"Versi {BASE.version} menjadi 2026.12.1.",
        "Isinya sama dengan yang dipakai sekarang.",
    ]


def test_a_verdict_is_told_with_both() -> None:
    was = replace(BASE, rules=(replace(BASE.rules[0], verdict=Verdict.BOLEH), *BASE.rules[1:]))
    told = only(compare_packs(was, with_rule(verdict=Verdict.TIDAK, reason="Alasan lain.")))
    assert (told.what, told.how, told.id, told.name) == (What.RULE, How.CHANGED, BASE.rules[0].id, BASE.rules[0].act)
    assert told.details == (
        "Ketentuan: boleh menjadi tidak boleh.",
        "Alasan: “Tanda suka adalah dukungan yang terlihat.” menjadi “Alasan lain.”.",
    )


@pytest.mark.parametrize(
    ("was", "now", "detail"),
    [
        (
            builders.item(),
            {"options": tuple(replace(one, key=index == 0) for index, one in enumerate(builders.item().options))},
            "Jawaban benar: “Pilihan 2” menjadi “Pilihan 0”.",
        ),
        (builders.item(ItemType.VERDICT), {"key": Verdict.BOLEH}, "Jawaban benar: “Tidak boleh” menjadi “Boleh”."),
        (
            builders.item(ItemType.ORDERING),
            {"options": tuple(reversed(builders.item(ItemType.ORDERING).options))},
            "Jawaban benar: “Pilihan 0 → Pilihan 1 → Pilihan 2 → Pilihan 3” menjadi "
            "“Pilihan 3 → Pilihan 2 → Pilihan 1 → Pilihan 0”.",
        ),
        (builders.item(), {"scored": False}, "Ikut dinilai: ya menjadi tidak."),
        (builders.item(), {"stem": "Apa yang tepat?"}, "menjadi “Apa yang tepat?”."),
    ],
)
def test_a_key_is_told_with_both(was: Item, now: dict[str, Any], detail: str) -> None:
    before = replace(BASE, items=(was,))
    told = only(compare_packs(before, replace(before, items=(replace(was, **now),))))
    assert (told.what, told.how) == (What.ITEM, How.CHANGED)
    assert any(one.endswith(detail) for one in told.details)


def test_an_instrument_that_was_withdrawn_and_its_articles_are_told() -> None:
    law = BASE.laws[0]
    changed = replace(law, status=LawStatus.DICABUT, articles=(Article("Pasal 99", "Bunyi baru.", law.confidence),))
    told = only(compare_packs(BASE, national(laws=(changed, *BASE.laws[1:]))))
    assert told.what is What.LAW
    assert told.details[0] == "Status: berlaku menjadi dicabut."
    assert told.details[-1] == f"Bunyinya berubah: Pasal 99, {law.articles[0].ref}."


def test_an_older_version_is_told_as_one() -> None:
    compared = compare_packs(BASE, replace(BASE, version="2020.1"))
    assert compared.older
    assert "Perhatian: versi ini lebih lama daripada yang dipakai sekarang." in comparison_lines(compared)


def test_a_text_of_a_stranger_steers_no_terminal() -> None:
    lines = "\n".join(comparison_lines(compare_packs(BASE, with_rule(act="Satu\x1b[2J\n\u202edua"))))
    assert all(line.isprintable() for line in lines.split("\n"))
    assert "Satu□[2J □dua" in lines


# One change of each field, by its kind.
def _other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return f"{value} lagi"
        case dt.date():
            return value + dt.timedelta(days=1)
        case tuple():
            return value[1:] if value else ("lagi",)
        case dict():
            return dict(list(value.items())[1:]) if value else {"lagi": "lagi"}
        case None:
            return "lagi"
    kind = type(value)
    return next(one for one in kind if one is not value) if hasattr(kind, "__members__") else None


def _in(pack: Pack, kind: str, changed: Any) -> Pack:
    changes: dict[str, Any] = {kind: (changed, *getattr(pack, kind)[1:])}
    return replace(pack, **changes)


KINDS: dict[str, type] = {"laws": Law, "rules": Rule, "lessons": Lesson, "terms": Term, "scenarios": Scenario}
FULL = replace(
    BASE, terms=(Term("KPU", "Komisi Pemilihan Umum", "Penyelenggara.", ()),), scenarios=(builders.scenario(),)
)
FIELDS = [(kind, one.name) for kind, of in KINDS.items() for one in fields(of) if one.name not in ("id", "term")]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_no_change_of_a_field_is_left_out(kind: str, field: str) -> None:
    first = getattr(FULL, kind)[0]
    told = only(compare_packs(FULL, _in(FULL, kind, replace(first, **{field: _other(getattr(first, field))}))))
    assert told.how is How.CHANGED
    assert told.details


@pytest.mark.parametrize("field", ["revision", "jobs", "difficulty", "explanation", "instead", "review", "confidence"])
def test_no_change_of_a_question_is_left_out(field: str) -> None:
    item = FULL.items[0]
    now: dict[str, Any] = {field: _other(getattr(item, field)) or replace(item.review, read=dt.date(2027, 1, 1))}
    changed = replace(item, **now)
    assert only(compare_packs(FULL, _in(FULL, "items", changed))).details


def test_every_field_has_words_of_its_own_within_its_kind() -> None:
    for kind in (Law, Term, Rule, Lesson, Item, Scenario, Pledge, Calendar, Contact, Office):
        words = [FIELD[one.name] for one in fields(kind)]
        assert len(set(words)) == len(words), kind


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"exam": replace(BASE.exam, minutes=BASE.exam.minutes + 1)}, What.EXAM),
        ({"pledge": replace(BASE.pledge, opening="Kami:")}, What.PLEDGE),
        ({"calendar": CALENDAR}, What.CALENDAR),
        ({"pictures": {"gambar": "<svg/>"}}, What.PICTURE),
        ({"title": "Judul lain"}, What.NAMING),
        ({"publisher": "Penerbit lain"}, What.NAMING),
        ({"law_as_of": dt.date(2027, 1, 1)}, What.NAMING),
        ({"topics": {}}, What.NAMING),
    ],
)
def test_what_there_is_one_of_is_told(changes: dict[str, Any], what: What) -> None:
    assert only(compare_packs(BASE, national(**changes))).what is what


sub = st.integers(0, 2**5 - 1)


def _some(which: int) -> Pack:
    """A pack with those of five questions whose bit is set; bit 8 on, the first of them in other words."""
    items = tuple(builders.item(id=f"soal-{bit}") for bit in range(5) if which >> bit & 1)
    return replace(BASE, items=items)


@given(sub, sub)
@settings(max_examples=200 if IN_CI else 40)
def test_the_other_way_round_new_is_withdrawn(one: int, other: int) -> None:
    there = {(diff.id, diff.how) for diff in compare_packs(_some(one), _some(other)).differences}
    back = {(diff.id, diff.how) for diff in compare_packs(_some(other), _some(one)).differences}
    turned = {How.NEW: How.WITHDRAWN, How.WITHDRAWN: How.NEW}
    assert there == {(id_, turned[how]) for id_, how in back}
    assert {id_ for id_, how in there if how is How.NEW} == {
        f"soal-{bit}" for bit in range(5) if other >> bit & 1 and not one >> bit & 1
    }


def test_the_first_layer_tells_what_it_adds_and_nothing_national() -> None:
    layer = layers.layer(
        rules=(layers.rule(),),
        scenarios=(layers.scenario(),),
        items=(layers.item(), layers.item("konsep")),
        marks={own("konsep"): DRAFT},
        contacts=(Contact(ContactRole.BAWASLU, "Bawaslu Kabupaten Contoh"),),
        offices=(Office("Dinas Kesehatan"),),
        letterhead=("Pemerintah Kabupaten Contoh",),
        calendar=CALENDAR,
        pledge=replace(BASE.pledge, opening="Kami, pegawai Kabupaten Contoh:"),
    )
    compared = compare_packs(BASE, layer)
    assert (compared.before, compared.after, compared.replaces) == (None, "3", None)
    assert {one.how for one in compared.differences} == {How.NEW}
    assert [(one.what, one.id) for one in compared.differences] == [
        (What.RULE, own("aturan")),
        (What.ITEM, own("soal")),
        (What.SCENARIO, own("kasus")),
        (What.PLEDGE, None),
        (What.CALENDAR, None),
        (What.CONTACT, None),
        (What.OFFICE, None),
        (What.PAPER, None),
        (What.NAMING, None),
    ]


Change = Callable[[Layer], Layer]
LATER: dict[str, tuple[Change, What, How, str]] = {
    "reviewed": (
        lambda one: replace(one, marks={own("soal"): REVIEWED}),
        What.ITEM,
        How.CHANGED,
        "Telaah: menunggu telaah menjadi ditelaah.",
    ),
    "gone": (lambda one: replace(one, items=(), marks={}), What.ITEM, How.WITHDRAWN, ""),
    "calendar": (lambda one: replace(one, calendar=None), What.CALENDAR, How.WITHDRAWN, ""),
    "voting": (
        lambda one: replace(one, calendar=replace(CALENDAR, voting=dt.date(2029, 11, 28))),
        What.CALENDAR,
        How.CHANGED,
        "Pemungutan suara: 27 November 2029 menjadi 28 November 2029.",
    ),
    "phone": (
        lambda one: replace(one, contacts=(replace(one.contacts[0], phone="0265 1"),)),
        What.CONTACT,
        How.CHANGED,
        "Telepon: tidak ada menjadi “0265 1”.",
    ),
}


@pytest.mark.parametrize("name", LATER)
def test_a_later_layer_is_compared_with_the_one_in_force(name: str) -> None:
    contact = Contact(ContactRole.BAWASLU, "Bawaslu")
    first = layers.layer(marks={own("soal"): WAITING}, calendar=CALENDAR, contacts=(contact,))
    change, what, how, detail = LATER[name]
    compared = compare_packs(lay_over(BASE, first), replace(change(first), version="4"))
    told = compared.of(what)[0]
    assert (compared.before, told.how, detail) == ("3", how, detail if detail in told.details else "")
    assert len(compared.differences) == 1


def test_another_picture_under_the_same_name_is_a_change_of_its_question() -> None:
    shown = layers.item(picture=Picture(own("foto"), "Sebuah foto"))
    first = layers.layer(items=(shown,), images=(Image(own("foto"), "image/png", "AAAA"),))
    later = replace(first, images=(Image(own("foto"), "image/png", "BBBB"),))
    assert only(compare_packs(lay_over(BASE, first), later)).details == ("Bunyinya berubah: isi gambar.",)


def test_a_layer_of_another_office_takes_the_place_of_the_first() -> None:
    laid = lay_over(BASE, layers.layer())
    other = replace(layers.layer(items=()), id="kota-contoh", title="Kota Contoh", marks={})
    compared = compare_packs(laid, other)
    assert (compared.before, compared.older, compared.replaces) == (None, False, "Netralitas di Kabupaten Contoh")
    assert compared.of(What.ITEM)[0].how is How.WITHDRAWN
    assert "Paket setempat “Netralitas di Kabupaten Contoh” tidak dipakai lagi." in comparison_lines(compared)


def test_under_a_layer_a_national_pack_is_compared_with_the_national_part() -> None:
    pledge = replace(BASE.pledge, opening="Kami:")
    layer = layers.layer(calendar=CALENDAR, pledge=pledge)
    laid = lay_over(BASE, layer)
    assert national_part(laid) == replace(BASE, calendar=CALENDAR, pledge=pledge)
    compared = compare_packs(laid, with_rule(verdict=Verdict.BOLEH))
    assert (compared.before, only(compared).what) == (BASE.version, What.RULE)
