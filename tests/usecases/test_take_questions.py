"""Questions go out of the editor and come back with their ids; of what comes from elsewhere nothing is guessed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.content.drafts import content_of, question_of_draft
from asnquiz.domain.draft import Draft
from asnquiz.domain.pack import Citation, Image, ItemType, Option, Phase
from asnquiz.domain.question import Brought, LoosePicture, Loss, Question
from asnquiz.domain.question import question_of as question_of_item
from asnquiz.domain.unseen import NOT_TEXT
from asnquiz.usecases.take_questions import TakenIn, copy_of, take_questions
from asnquiz.usecases.write_drafts import new_draft
from tests import builders, drafts, layers

PICTURE = Image("apel.png", "image/png", "aQ==")


def question_of(draft: Draft) -> Question:
    """As it leaves the editor."""
    found = question_of_draft(draft, {})
    assert found is not None
    return found


def taken(*questions: Question, kept: tuple[str, ...] = (), **changes: object) -> TakenIn:
    standing = [drafts.draft(name) for name in kept]
    used = {draft.id for draft in standing}
    return take_questions(Brought(questions, ()), drafts.WORKSHOP, standing, used, content_of, question_of_draft)


@pytest.mark.parametrize("type_", ItemType)
def test_a_question_that_goes_out_and_comes_back_changes_nothing(type_: ItemType) -> None:
    draft = drafts.draft(content=drafts.content(type_), mark=layers.REVIEWED)
    back = take_questions(
        Brought((question_of(draft),), ()), drafts.WORKSHOP, [draft], {draft.id}, content_of, question_of_draft
    )
    assert (back.new, back.changed, back.same, back.drafts) == (0, 0, 1, ())


# What a file of a pack may hold: all else is marked where it stands.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(lambda text: not NOT_TEXT.search(text))


@given(stem=texts, option=texts, feedback=texts, type_=st.sampled_from([ItemType.SINGLE, ItemType.ORDERING]))
def test_any_words_come_back_as_they_went_out(stem: str, option: str, feedback: str, type_: ItemType) -> None:
    row = {key: value for key, value in (("text", option), ("feedback", feedback)) if value.strip()}
    content = drafts.content(type_, options=[row, {}]) | ({"stem": stem} if stem.strip() else {})
    draft = drafts.draft(content=content)
    back = take_questions(
        Brought((question_of(draft),), ()), drafts.WORKSHOP, [draft], {draft.id}, content_of, question_of_draft
    )
    assert back.same == 1


def test_what_a_form_did_not_carry_stays_in_the_draft() -> None:
    came = Question(ItemType.SINGLE, "Kalimat yang diperbaiki?", id=layers.own("soal-01"))
    result = taken(came, kept=("soal-01",))
    (after,) = result.drafts
    before = drafts.draft("soal-01").content
    assert after.content == {**before, "stem": "Kalimat yang diperbaiki?"}
    assert (result.new, result.changed, after.mark) == (0, 1, layers.DRAFT)


def test_feedback_stays_with_the_option_that_it_belongs_to() -> None:
    options = (Option("Pilihan 3", "", key=True), Option("Yang baru", ""), Option("Pilihan 0", "Ditulis lagi"))
    (after,) = taken(
        Question(ItemType.SINGLE, "Apa?", id=layers.own("soal-01"), options=options), kept=("soal-01",)
    ).drafts
    assert after.content["options"] == [
        {"text": "Pilihan 3", "feedback": "Umpan balik 3", "key": True},
        {"text": "Yang baru"},
        {"text": "Pilihan 0", "feedback": "Ditulis lagi"},
    ]


def test_where_no_prohibition_was_found_stays_told() -> None:
    row = {"no_prohibition_found": True, "facts": ["Surat Bawaslu Kabupaten Contoh"]}
    draft = drafts.draft(content=drafts.content(citations=[row]))
    out = replace(question_of(draft), citations=(Citation(no_prohibition_found=True),), stem="Lain?")
    (after,) = take_questions(
        Brought((out,), ()), drafts.WORKSHOP, [draft], {draft.id}, content_of, question_of_draft
    ).drafts
    assert after.content["citations"] == [row]


def test_a_question_of_others_is_new_and_has_what_was_said_and_no_more() -> None:
    came = Question(ItemType.VERDICT, "Bolehkah?", id="q-17", phase=Phase.DURING)
    result = taken(came, came, kept=("soal-01",))
    assert [draft.id for draft in result.drafts] == [layers.own("soal-02"), layers.own("soal-03")]
    content = result.drafts[0].content
    assert (content["stem"], content["phase"]) == ("Bolehkah?", "during")
    assert content.keys().isdisjoint({"topic", "difficulty", "confidence", "options", "key"})
    assert result.drafts[0].mark == layers.DRAFT


def test_an_id_of_ones_own_from_another_computer_is_kept_and_one_that_was_removed_is_not() -> None:
    came = Question(ItemType.SINGLE, "Apa?", id=layers.own("soal-41"))
    assert taken(came).drafts[0].id == layers.own("soal-41")
    again = take_questions(
        Brought((came,), ()), drafts.WORKSHOP, [], {layers.own("soal-41")}, content_of, question_of_draft
    )
    assert again.drafts[0].id == layers.own("soal-42")


def test_a_picture_comes_along_under_a_name_of_the_drafts_own() -> None:
    came = Question(ItemType.SINGLE, "Apa?", picture=LoosePicture(PICTURE, "Papan"))
    result = taken(came)
    (image,) = result.workshop.images
    assert image.name.startswith(layers.own("soal-01-"))
    assert image == replace(PICTURE, name=image.name)
    assert result.drafts[0].content["picture"] == {"image": image.name, "alt": "Papan"}


def test_another_picture_changes_a_draft_that_was_reviewed() -> None:
    first = taken(Question(ItemType.SINGLE, "Apa?", id=layers.own("soal-09"), picture=LoosePicture(PICTURE, "Papan")))
    reviewed = replace(first.drafts[0], mark=layers.REVIEWED)
    other = LoosePicture(replace(PICTURE, data="aWk="), "Papan")
    again = Question(ItemType.SINGLE, "Apa?", id=reviewed.id, picture=other)
    result = take_questions(
        Brought((again,), ()), first.workshop, [reviewed], {reviewed.id}, content_of, question_of_draft
    )
    assert (result.changed, result.drafts[0].mark) == (1, layers.DRAFT)


def test_losses_are_handed_on() -> None:
    losses = (Loss("Soal 3", "Gambar tidak terbawa."),)
    assert (
        take_questions(Brought((), losses), drafts.WORKSHOP, [], set(), content_of, question_of_draft).losses == losses
    )


@pytest.mark.parametrize("type_", ItemType)
def test_a_copy_of_a_national_question_has_a_life_of_its_own(type_: ItemType) -> None:
    item = builders.item(type_, revision=4, id="soal-nasional")
    draft = new_draft(drafts.WORKSHOP, drafts.draft().kind, set())
    copy, image = copy_of(question_of_item(item, {}), draft, content_of)
    assert (copy.id, copy.content.get("revision"), image) == (layers.own("soal-01"), None, None)
    assert replace(question_of(copy), id=None, revision=None) == replace(
        question_of_item(item, {}), id=None, revision=None
    )
