"""Packs seen and compared: what a file changes for whoever uses the content now, whatever a layer has added to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from asnquiz.domain.layer import Layer, lay_over
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.compare_packs import Group, compare_packs
from asnquiz.usecases.local_ports import PackKind, Trust
from asnquiz.usecases.see_packs import PackOffer, content_now, head_fields, kept_words, look_into, see_packs
from tests import builders, layers
from tests.layers import own
from tests.fake_shelf import FakeShelf, ShelfPacks, changed, opened

FILE = Path("paket.asnpack")
NATIONAL = builders.pack()
GIVEN = replace(NATIONAL.pledge, name="Ikrar Kabupaten Contoh")


def offer(content: Pack | Layer, in_use: Pack | None) -> PackOffer:
    shelf = FakeShelf(files={FILE.name: opened(content, Trust.NEW)})
    return look_into(FILE, in_use, shelf, compare_packs)


def groups(content: Pack | Layer, in_use: Pack) -> tuple[Group, ...]:
    found = offer(content, in_use).differences
    assert found is not None
    return found.groups


def test_a_later_national_pack_is_compared_without_what_the_layer_added() -> None:
    in_use = lay_over(NATIONAL, layers.layer(pledge=GIVEN, calendar=layers.calendar()))
    later = changed(NATIONAL, "2026.12.1", ["Menyukai unggahan siapa pun"])
    assert groups(later, in_use) == (Group("Ketentuan", (), ("Menyukai unggahan siapa pun",), ()),)


def test_a_layer_is_compared_with_the_one_in_force() -> None:
    in_use = lay_over(NATIONAL, layers.layer(items=(layers.item(), layers.item("lama", stem="Yang lama?"))))
    later = layers.layer(version="4", items=(layers.item(stem="Yang diubah?"), layers.item("baru", stem="Yang baru?")))
    assert groups(later, in_use) == (Group("Soal", ("Yang baru?",), ("Yang diubah?",), ("Yang lama?",)),)


def test_the_first_layer_is_all_new() -> None:
    given = groups(layers.layer(pledge=GIVEN), NATIONAL)
    assert [one.title for one in given] == ["Soal", "Ikrar"]
    assert given[0].new == ("Bagaimana di kabupaten ini?",)
    assert given[1].changed == ("Ikrar Kabupaten Contoh",)


def test_a_pledge_and_a_calendar_that_a_layer_no_longer_gives_are_said_to_go() -> None:
    in_use = lay_over(NATIONAL, layers.layer(pledge=GIVEN, calendar=layers.calendar()))
    (gone,) = groups(layers.layer(version="4"), in_use)
    assert gone.title == "Ikrar dan kalender setempat"
    assert [line.split(";")[0] for line in gone.withdrawn] == ["Ikrar setempat", "Kalender kantor"]


def test_an_addition_that_is_reviewed_by_now_is_a_change() -> None:
    in_use = lay_over(NATIONAL, layers.layer(marks={own("soal"): layers.WAITING}))
    assert groups(layers.layer(version="4"), in_use)[0].changed == ("Bagaimana di kabupaten ini?",)


@pytest.mark.parametrize(
    ("content", "older"),
    [
        (changed(NATIONAL, "2026.10.30"), True),
        (changed(NATIONAL, "2026.11.10"), False),
        (changed(replace(NATIONAL, id="lain"), "2020.1"), False),
        (layers.layer(version="2"), True),
        (layers.layer(version="3"), False),
        (layers.layer(version="10"), False),
    ],
)
def test_an_earlier_version_of_what_is_in_use_is_known(content: Pack | Layer, older: bool) -> None:
    assert offer(content, lay_over(NATIONAL, layers.layer())).older is older


def test_without_content_there_is_nothing_to_compare_with() -> None:
    found = offer(changed(NATIONAL, "2026.12.1"), None)
    assert (found.differences, found.older) == (None, False)


def test_a_refused_file_is_refused_whole() -> None:
    with pytest.raises(Refusal, match="isinya tidak sesuai"):
        look_into(FILE, NATIONAL, FakeShelf(), compare_packs)


def test_what_is_here_is_seen_also_without_content() -> None:
    shelf = FakeShelf()
    shelf.keep(opened(changed(NATIONAL, "2026.12.1")))
    shelf.use(PackKind.NATIONAL, None)
    refusal = content_now(ShelfPacks(shelf, broken="Paket rusak. Pasang ulang."))
    assert str(refusal) == "Paket rusak. Pasang ulang."
    assert isinstance(refusal, Refusal)
    standing = see_packs(refusal, shelf)
    assert [(one.version, one.in_use) for one in standing.kept[PackKind.NATIONAL]] == [
        ("2026.12.1", False),
        ("2026.11.1", True),
    ]
    assert standing.in_use(PackKind.LAYER) is None


def test_what_a_file_and_a_version_say_of_themselves() -> None:
    shelf, layer = FakeShelf(), opened(layers.layer(publisher="Dinas\u202e"))
    assert head_fields(layer.head) == (
        ("Jenis", "Paket setempat"),
        ("Versi", "3"),
        ("Penerbit", "Dinas□"),
        ("Sidik kunci", "k3Vb 9xQ2 Lm0- pZ7r Ta_4"),
    )
    shelf.keep(opened(layers.layer(), Trust.UNSIGNED))
    (kept,) = shelf.kept(PackKind.LAYER)
    assert kept_words(kept) == (
        "Diterbitkan BKPSDM Kabupaten Contoh · sidik kunci: tidak ditandatangani · sejak 21 November 2026"
    )
    assert kept_words(shelf.kept(PackKind.NATIONAL)[0]) == "Bawaan program"
