"""Packs seen before and after the yes: what a file would change, and what there is on this computer."""

from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.compare_packs import compare_packs
from asnquiz.usecases.local_ports import PackKind, Trust
from asnquiz.usecases.see_packs import head_fields, kept_words, look_into, see_packs
from tests import builders, layers
from tests.fake_shelf import FakeShelf, ShelfPacks, changed, opened

FILE = Path("paket.asnpack")
NATIONAL = builders.pack()


def test_a_file_is_compared_with_whatever_is_in_use() -> None:
    shelf = FakeShelf(files={FILE.name: opened(changed(NATIONAL, "2026.12.1", ["Yang berubah"]), Trust.NEW)})
    shelf.keep(opened(layers.layer()))
    found = look_into(FILE, ShelfPacks(shelf), shelf)
    assert found.opened == shelf.files[FILE.name]
    assert found.comparison == compare_packs(shelf.in_use(), found.opened.content)
    assert [one.name for one in found.comparison.differences] == ["Yang berubah"]


def test_without_content_there_is_nothing_to_compare_with() -> None:
    shelf = FakeShelf(files={FILE.name: opened(changed(NATIONAL, "2026.12.1"))})
    assert look_into(FILE, ShelfPacks(shelf, broken="Paket rusak."), shelf).comparison is None


def test_a_refused_file_is_refused_whole() -> None:
    shelf = FakeShelf()
    with pytest.raises(Refusal, match="isinya tidak sesuai"):
        look_into(FILE, ShelfPacks(shelf), shelf)


def test_what_is_here_is_seen_also_without_content() -> None:
    shelf = FakeShelf(broken=("ab" * 32,))
    shelf.keep(opened(changed(NATIONAL, "2026.12.1")))
    shelf.use(PackKind.NATIONAL, None)
    standing = see_packs(ShelfPacks(shelf, broken="Paket rusak. Pasang ulang."), shelf, lambda: "Versi itu rusak.")
    assert str(standing.content) == "Paket rusak. Pasang ulang."
    assert isinstance(standing.content, Refusal)
    assert [(one.version, one.in_use) for one in standing.kept[PackKind.NATIONAL]] == [
        ("2026.12.1", False),
        ("2026.11.1", True),
    ]
    assert standing.in_use(PackKind.LAYER) is None
    assert (standing.damaged, standing.notice) == (("ab" * 32,), "Versi itu rusak.")


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
