"""Reading a lesson: its place among the others, what was read, and the law under it."""

from dataclasses import replace

import pytest

from asnquiz.content.markdown import prose
from asnquiz.domain.pack import Citation, Lesson, Pack, Phase
from asnquiz.domain.prose import Paragraph, RuleTable
from asnquiz.usecases.read_lesson import LessonView, read_lesson
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk


def lesson(id_: str, phase: Phase, order: int, *rules: str) -> Lesson:
    return replace(builders.pack().lessons[0], id=id_, phase=phase, order=order, rules=rules)


CITED = {
    "aturan-1": (Citation("pp-94-2021", "Pasal 3"), Citation("skb-2022", "Lampiran I butir 4", facts=("3#1",))),
    "aturan-2": (Citation(no_prohibition_found=True, facts=("3#2",)),),
    "aturan-3": (
        Citation("skb-2022", "Lampiran I butir 4", facts=("3#9",)),
        Citation("pp-94-2021", "Pasal 3"),
        Citation("pp-94-2021", "Pasal 5"),
    ),
}


def pack_of_lessons() -> Pack:
    return builders.pack(
        rules=tuple(builders.rule(id=id_, citations=citations) for id_, citations in CITED.items()),
        lessons=(
            lesson("sesudah-1", Phase.AFTER, 1),
            lesson("selama-2", Phase.DURING, 20, "aturan-1", "aturan-2", "aturan-3"),
            lesson("selama-1", Phase.DURING, 10, "aturan-2"),
            lesson("sebelum-1", Phase.BEFORE, 5),
        ),
    )


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(pack_of_lessons())


def view(desk: Desk, id_: str) -> LessonView:
    (profile,) = desk.store.profiles()
    return read_lesson(id_, profile, pack=desk.packs.pack, store=desk.store, prose=prose)


def test_a_lesson_shows_its_text_as_blocks(desk: Desk) -> None:
    seen = view(desk, "selama-2")
    assert seen.lesson.id == "selama-2"
    assert seen.blocks == (Paragraph("Akun pribadi tetap akun ASN."), RuleTable(("aturan-1",)))


@pytest.mark.parametrize(
    ("id_", "number", "of", "following"),
    [
        ("sebelum-1", 1, 1, "selama-1"),
        ("selama-1", 1, 2, "selama-2"),
        ("selama-2", 2, 2, "sesudah-1"),
        ("sesudah-1", 1, 1, None),
    ],
)
def test_a_lesson_knows_its_place_and_what_follows(
    desk: Desk, id_: str, number: int, of: int, following: str | None
) -> None:
    seen = view(desk, id_)
    assert (seen.number, len(seen.siblings)) == (number, of)
    assert (seen.following and seen.following.id) == following
    assert {sibling.phase for sibling in seen.siblings} == {seen.lesson.phase}
    assert [sibling.order for sibling in seen.siblings] == sorted(sibling.order for sibling in seen.siblings)


def test_the_law_of_its_rules_is_listed_with_each_article_once(desk: Desk) -> None:
    assert [(citation.law, citation.ref) for citation in view(desk, "selama-2").citations] == [
        ("pp-94-2021", "Pasal 3"),
        ("skb-2022", "Lampiran I butir 4"),
        ("pp-94-2021", "Pasal 5"),
    ]


def test_where_no_prohibition_was_found_there_is_no_law_to_list(desk: Desk) -> None:
    assert view(desk, "selama-1").citations == ()


def test_looking_at_a_lesson_does_not_mark_it_read(desk: Desk) -> None:
    assert view(desk, "selama-1").read == view(desk, "selama-1").read == frozenset()
    desk.store.mark_read(desk.profile, desk.packs.pack.id, "selama-1", desk.clock.now())
    assert view(desk, "sebelum-1").read == {"selama-1"}


def test_on_a_path_only_its_lessons_stand_beside_and_after(open_desk: OpenDesk) -> None:
    pack = pack_of_lessons()
    guru = [replace(one, jobs=("guru",)) for one in pack.lessons if one.id in ("selama-2", "sesudah-1")]
    rest = [one for one in pack.lessons if one.id not in ("selama-2", "sesudah-1")]
    desk = open_desk(replace(pack, jobs={"staf": "Staf", "guru": "Guru"}, lessons=(*guru, *rest)))
    desk.store.keep_job(desk.profile, "guru")
    on_it, beside = view(desk, "selama-2"), view(desk, "selama-1")
    assert [one.id for one in on_it.siblings] == ["selama-2"]
    assert on_it.following is not None
    assert on_it.following.id == "sesudah-1"
    assert [one.id for one in beside.siblings] == ["selama-1", "selama-2"], (
        "a lesson beside the path is read all the same"
    )
