"""Passages of lessons found by words in any form, against a small text whose answers are plain to a reader."""

from dataclasses import replace

import pytest

from asnquiz.content.markdown import prose
from asnquiz.domain.pack import Lesson, Pack
from asnquiz.usecases.find_in_lessons import index_lessons
from asnquiz.usecases.find_passages import FoundPassages, PassageIndex, find_passages
from tests import builders

MEDIA = """\
Akun pribadi tetap akun Anda.

## Menyukai unggahan

Tanda suka terlihat oleh semua orang, juga pada unggahan lama.

- Jangan membagikan berita.
- Jangan **mengomentari** unggahan itu.

:::aturan aturan-1:::
"""
LEAVE = """\
Seorang guru mengambil cuti. Suaminya mencalonkan diri.

> Cuti tahunan tidak sama dengan cuti di luar tanggungan negara & bukan izin berkampanye.
"""


@pytest.fixture
def pack() -> Pack:
    (lesson,) = builders.pack().lessons
    lessons = (
        replace(lesson, id="media", title="Satu ketukan jempol", body=MEDIA),
        replace(lesson, id="cuti", title="Ketika suami menjadi calon", order=2, body=LEAVE),
    )
    return builders.pack(lessons=lessons)


@pytest.fixture
def index(pack: Pack) -> PassageIndex[Lesson]:
    return index_lessons(pack, prose)


def shown(found: FoundPassages[Lesson]) -> list[tuple[str, int | None, str]]:
    """Lesson, block, and the passage with [ ] around what was looked for."""
    return [
        (one.source.id, one.block, "".join(f"[{words}]" if marked else words for words, marked in one.parts))
        for one in found.passages
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("komentar", ("media", 3, "Jangan membagikan berita. Jangan [mengomentari] unggahan itu.")),
        ("dibagikan", ("media", 3, "Jangan [membagikan] berita. Jangan mengomentari unggahan itu.")),
        ("tanda terlihat", ("media", 2, "[Tanda] suka [terlihat] oleh semua orang, juga pada unggahan lama.")),
        ("cuti guru", ("cuti", 0, "Seorang [guru] mengambil [cuti]. Suaminya mencalonkan diri.")),
        ("akun pemenangan", ("media", 4, "Menyukai unggahan [akun] [pemenangan] calon")),
        (
            "KAMPANYE!",
            ("cuti", 1, "Cuti tahunan tidak sama dengan cuti di luar tanggungan negara & bukan izin [berkampanye]."),
        ),
    ],
)
def test_the_passage_that_says_it_is_found_whatever_form_its_words_have(
    index: PassageIndex[Lesson], typed: str, expected: tuple[str, int, str]
) -> None:
    found = find_passages(typed, index)
    assert found.whole
    assert shown(found)[0] == expected


def test_words_may_stand_in_the_heading_above_but_not_all_of_them(index: PassageIndex[Lesson]) -> None:
    found = shown(find_passages("jempol berita", index))
    assert found == [("media", 3, "Jangan membagikan [berita]. Jangan mengomentari unggahan itu.")]
    assert not find_passages("jempol", index).passages


def test_passages_with_half_of_the_words_come_only_where_none_has_all(index: PassageIndex[Lesson]) -> None:
    found = find_passages("komentar kapal", index)
    assert not found.whole
    assert [lesson for lesson, _, _ in shown(found)] == ["media"]
    assert find_passages("komentar kapal layar", index) == FoundPassages((), whole=False)


@pytest.mark.parametrize("typed", ["kapal", "", "  ", "!?", "… &amp;"])
def test_what_is_not_there_is_not_found(index: PassageIndex[Lesson], typed: str) -> None:
    assert not find_passages(typed, index).passages


def test_words_that_say_nothing_count_where_nothing_else_was_typed(index: PassageIndex[Lesson]) -> None:
    assert [lesson for lesson, _, _ in shown(find_passages("yang dengan", index))] == ["cuti"]


def test_a_long_passage_is_cut_between_words_around_what_was_found() -> None:
    filling = "kata " * 100
    (lesson,) = builders.pack().lessons
    body = f"{filling}kapal {filling}"
    made = index_lessons(builders.pack(lessons=(replace(lesson, body=body),)), prose)
    ((_, _, passage),) = shown(find_passages("kapal", made))
    assert passage.startswith("… kata ")
    assert passage.endswith(" kata …")
    assert " [kapal] " in passage
    assert len(passage) < 250


def test_at_most_twelve_lessons_are_shown_each_once() -> None:
    (lesson,) = builders.pack().lessons
    lessons: tuple[Lesson, ...] = tuple(
        replace(lesson, id=f"materi-{number}", order=number, body="Kapal.\n\nKapal layar.\n") for number in range(20)
    )
    found = find_passages("kapal", index_lessons(builders.pack(lessons=lessons), prose))
    ids = [passage.source.id for passage in found.passages]
    assert len(ids) == len(set(ids)) == 12
    assert {passage.block for passage in found.passages} == {0}, "the shorter passage is more about it"
