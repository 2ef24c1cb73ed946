"""Questions of other programs into the drafts: what is new, what stays as it is, and what is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from asnquiz.content.drafts import content_of, question_of_draft
from asnquiz.domain.draft import DraftKind, Workshop
from asnquiz.domain.local import Standing
from asnquiz.domain.pack import ItemType, Option, Phase
from asnquiz.domain.question import Brought, Loss, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.drafts.database import DraftDatabase, open_drafts
from asnquiz.usecases.bring_in import bring_in
from tests.storage.drafts.test_keeping import on_a_full_disk

QUESTION = Question(
    ItemType.SINGLE,
    "Siapa yang wajib netral?",
    phase=Phase.DURING,
    options=(Option("ASN", "Benar.", key=True), Option("Calon", "")),
)
MINE = replace(QUESTION, id="kab-contoh-siapa")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftDatabase]:
    opened = open_drafts(tmp_path / "setempat.db")
    opened.keep_workshop(Workshop("kab-contoh", "Netralitas di Kabupaten Contoh", "BKPSDM Kabupaten Contoh"))
    yield opened
    opened.close()


def brings(store: DraftDatabase, *questions: Question, replacing: bool = False) -> tuple[int, list[str]]:
    done = bring_in(Brought(questions, ()), store, content_of, question_of_draft, replacing=replacing)
    return done.drafts, [f"{loss.item}: {loss.message.split(',')[0]}" for loss in done.losses]


def stems(store: DraftDatabase) -> dict[str, str]:
    return {draft.id: draft.content["stem"] for draft in store.drafts()}


def test_a_question_without_an_id_is_a_new_draft_that_nobody_has_read(store: DraftDatabase) -> None:
    assert brings(store, QUESTION) == (1, [])
    (draft,) = store.drafts()
    assert draft.id == "kab-contoh-soal-01"
    assert draft.kind is DraftKind.ITEM
    assert draft.mark.standing is Standing.DRAFT
    assert draft.content["options"] == [{"text": "ASN", "feedback": "Benar.", "key": True}, {"text": "Calon"}]
    assert draft.content["phase"] == "during"


def test_the_same_file_again_changes_nothing(store: DraftDatabase) -> None:
    brings(store, QUESTION, MINE)
    before = store.drafts()
    assert brings(store, QUESTION, MINE) == (
        0,
        ["kab-contoh-soal-01: Sudah ada di konsep sebagai “kab-contoh-soal-01”"],
    )
    assert store.drafts() == before


def test_an_id_of_ones_own_survives_and_is_not_written_over_unasked(store: DraftDatabase) -> None:
    assert brings(store, MINE) == (1, [])
    other = replace(MINE, stem="Siapa saja yang wajib netral?")
    assert brings(store, other) == (0, ["kab-contoh-siapa: Sudah ada di konsep dengan isi lain"])
    assert stems(store) == {"kab-contoh-siapa": "Siapa yang wajib netral?"}
    assert brings(store, other, replacing=True) == (1, [])
    assert stems(store) == {"kab-contoh-siapa": "Siapa saja yang wajib netral?"}


def test_ids_of_other_packs_and_of_what_was_removed_are_given_anew_and_told(store: DraftDatabase) -> None:
    brings(store, MINE)
    store.remove("kab-contoh-siapa")
    taken = brings(store, MINE, replace(MINE, id="sebelum-nasional-01", stem="Kapan?"))
    assert taken == (
        2,
        [
            "kab-contoh-siapa: Id ini tidak dapat dipakai di paket setempat; menjadi “kab-contoh-soal-01”.",
            "sebelum-nasional-01: Id ini tidak dapat dipakai di paket setempat; menjadi “kab-contoh-soal-02”.",
        ],
    )


@pytest.mark.parametrize("id_", ["kab-contoh-Siapa", "kab-contoh-../x", "kab-contoh-a b", f"kab-contoh-{'a' * 60}"])
def test_an_id_that_no_pack_could_have_is_given_anew(store: DraftDatabase, id_: str) -> None:
    drafts, told = brings(store, replace(MINE, id=id_))
    assert (drafts, len(told), list(stems(store))) == (1, 1, ["kab-contoh-soal-01"])


def test_two_questions_with_one_id_are_both_kept(store: DraftDatabase) -> None:
    drafts, told = brings(store, MINE, replace(MINE, stem="Kapan?"))
    assert (drafts, len(told)) == (2, 1)
    assert stems(store) == {"kab-contoh-siapa": "Siapa yang wajib netral?", "kab-contoh-soal-01": "Kapan?"}


def test_losses_of_the_form_come_first(store: DraftDatabase) -> None:
    loss = Loss("Soal 2", "Soal esai tidak ada di sini; dilewati.")
    assert bring_in(Brought((QUESTION,), (loss,)), store, content_of, question_of_draft, replacing=False).losses == (
        loss,
    )


def test_a_full_disk_leaves_nothing_of_a_file(tmp_path: Path, store: DraftDatabase) -> None:
    questions = [replace(QUESTION, stem=f"Siapa yang wajib netral? {number} {'apel ' * 400}") for number in range(40)]
    full = on_a_full_disk(tmp_path / "setempat.db")
    try:
        with pytest.raises(Refusal, match="Ruang penyimpanan penuh"):
            brings(full, *questions)
    finally:
        full.close()
    assert store.drafts() == ()
    assert brings(store, *questions) == (40, [])


def test_nothing_is_taken_where_no_layer_is_written(tmp_path: Path) -> None:
    store = open_drafts(tmp_path / "kosong.db")
    try:
        with pytest.raises(Refusal, match="belum ada paket setempat"):
            bring_in(Brought((QUESTION,), ()), store, content_of, question_of_draft, replacing=False)
        assert store.drafts() == ()
    finally:
        store.close()
