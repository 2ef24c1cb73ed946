"""Drafts become entries, travel as questions and are shown, whatever still lacks in them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.content.drafts import content_of, entry_of, item_to_show, question_of_draft
from asnquiz.content.findings import find_faults
from asnquiz.domain.answering import choice_count, is_valid, right_answer
from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.image import image_of
from asnquiz.domain.pack import Item, ItemType, Phase, Picture, Review
from asnquiz.domain.plain import to_plain
from asnquiz.domain.question import LoosePair, LoosePicture, Question, question_of
from tests import builders
from tests.content.sample_layer import png
from tests.layers import READ, REVIEWED, WRITTEN, own, rule

BASE = builders.pack()
IMAGE = image_of(own("papan"), png())
IMAGES = {IMAGE.name: IMAGE}


def draft(content: dict[str, Any], kind: DraftKind = DraftKind.ITEM) -> Draft:
    return Draft(own("soal"), kind, content, REVIEWED)


def full(kind: ItemType) -> Item:
    review = Review(WRITTEN.on, READ.on, None)
    return builders.item(kind, id=own("soal"), picture=Picture(IMAGE.name, "Papan kosong."), review=review)


@pytest.mark.parametrize("kind", ItemType)
def test_a_question_from_elsewhere_becomes_the_entry_it_was(kind: ItemType) -> None:
    item = full(kind)
    question = question_of(item, IMAGES)
    content = content_of(question)
    assert entry_of(draft(content)) == item
    assert question_of_draft(draft(content), IMAGES) == question


@pytest.mark.parametrize("kind", ItemType)
def test_a_question_that_says_little_comes_back_as_little(kind: ItemType) -> None:
    little = Question(kind, "Apa ini?", id=own("soal"))
    assert content_of(little) == {"type": kind.value, "stem": "Apa ini?"}
    assert question_of_draft(draft(content_of(little)), {}) == little
    assert entry_of(draft(content_of(little))) is None


def test_a_picture_is_named_and_what_lacks_is_not_made_up() -> None:
    pairs = (LoosePair("Pendaftaran"), LoosePair("Kampanye", Phase.DURING))
    asked = Question(ItemType.MATCHING, "Pasangkan.", id=own("soal"), pairs=pairs, picture=LoosePicture(IMAGE))
    content = content_of(asked)
    assert content["pairs"] == [{"left": "Pendaftaran"}, {"left": "Kampanye", "phase": "during"}]
    assert content["picture"] == {"image": IMAGE.name}
    assert question_of_draft(draft(content), IMAGES) == asked
    assert question_of_draft(draft(content), {}) == replace(asked, picture=None)


def test_only_questions_of_a_type_leave_as_questions() -> None:
    assert question_of_draft(draft({"stem": "Apa?"}), {}) is None
    assert question_of_draft(draft({"type": "esai", "stem": "Apa?"}), {}) is None
    assert question_of_draft(draft({"title": "Pagi"}, DraftKind.SCENARIO), {}) is None


def test_a_field_that_makes_no_sense_stays_behind() -> None:
    content = {
        "type": "single",
        "stem": "Apa?",
        "phase": "siang",
        "difficulty": "sulit",
        "options": "A",
        "scored": True,
    }
    assert question_of_draft(draft(content), {}) == Question(ItemType.SINGLE, "Apa?", id=own("soal"))


def test_rules_and_case_studies_are_entries_too() -> None:
    for kind, value in ((DraftKind.RULE, rule("soal")), (DraftKind.SCENARIO, builders.scenario(id=own("soal")))):
        plain = to_plain(value)
        assert isinstance(plain, dict)
        assert entry_of(draft({key: part for key, part in plain.items() if key != "id"}, kind)) == value


@pytest.mark.parametrize("kind", ItemType)
def test_a_whole_question_is_shown_as_it_is(kind: ItemType) -> None:
    item = full(kind)
    shown = item_to_show(content_of(question_of(item, IMAGES)), replace(BASE, images=(IMAGE,)))
    assert shown == replace(item, id="konsep", review=shown.review)


@pytest.mark.parametrize("kind", ItemType)
def test_what_lacks_is_seen(kind: ItemType) -> None:
    shown = item_to_show({"type": kind.value, "picture": {"image": IMAGE.name}}, replace(BASE, images=(IMAGE,)))
    assert shown.stem == "(teks soal belum ditulis)"
    assert shown.explanation == "(penjelasan belum ditulis)"
    assert shown.picture == Picture(IMAGE.name, "(uraian gambar belum ditulis)")
    assert choice_count(shown) >= 2
    rows = [*shown.options, *shown.pairs, *(shown.feedback or {}).values()]
    assert all("belum ditulis" in str(row) for row in rows)
    assert is_valid(shown, right_answer(shown))


def test_only_what_the_pack_has_is_shown() -> None:
    content: dict[str, Any] = {
        "rules": ["aturan-1", "lain"],
        "topic": "lain",
        "jobs": ["staf", "lain"],
        "type": "single",
    }
    content["citations"] = [{"law": "lain", "ref": "Pasal 1"}, to_plain(builders.citation())]
    shown = item_to_show(content | {"picture": {"image": "lain", "alt": "x"}}, BASE)
    assert (shown.rules, shown.topic, shown.jobs) == (("aturan-1",), "media-sosial", ("staf",))
    assert (shown.citations, shown.picture) == ((builders.citation(),), None)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["text", "feedback", "key", "to", "trust", "choices", "ending", "kind", "image", "alt", "law", "boleh", "pagi"]
    ), inner, max_size=4),
    max_leaves=9,
)  # fmt: skip
KEYS = [*vars(full(ItemType.SINGLE)), "title", "start", "scenes"]
contents = st.dictionaries(st.sampled_from(KEYS), anything, max_size=8)


@settings(max_examples=60, deadline=None)
@given(contents, st.sampled_from([kind.value for kind in ItemType]))
def test_whatever_a_draft_says_can_be_shown_and_is_judged(content: dict[str, Any], kind: str) -> None:
    typed = content | {"type": kind}
    shown = item_to_show(typed, BASE)
    assert is_valid(shown, right_answer(shown)) or shown.type is ItemType.SINGLE  # with several keys
    assert item_to_show(content, BASE).stem
    assert question_of_draft(draft(typed), {}) is not None
    for of in DraftKind:
        found = find_faults(draft(typed, of), (), BASE)
        assert any(not one.advice for one in found) or entry_of(draft(typed, of))


def test_a_character_that_no_file_can_hold_is_shown_as_a_mark_and_told() -> None:
    odd = {"type": "verdict", "stem": "Apa\ud800?", "feedback": {"\ud800": "Ya.", "boleh": "Tidak\u202e."}}
    shown = item_to_show(odd, BASE)
    assert shown.stem == "Apa□?"
    assert question_of_draft(draft(odd), {}) == Question(ItemType.VERDICT, "Apa□?", id=own("soal"))
    assert [one.path for one in find_faults(draft(odd), (), BASE)] == [
        ("stem",),
        ("feedback", "\ud800"),
        ("feedback", "boleh"),
    ]
    scenes = {"pagi\ud800": {"text": "Pagi.", "choices": [{"to": "pagi\ud800"}]}}
    assert find_faults(draft({"scenes": scenes}, DraftKind.SCENARIO), (), BASE)
