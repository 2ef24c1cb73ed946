"""Writing, reviewing and publishing drafts: who may do what, what a change means, and what goes out."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from asnquiz.content.drafts import entry_of
from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.layer import LONGEST_ID, lay_over
from asnquiz.domain.local import Hand, Mark, Standing
from asnquiz.domain.pack import Image, ItemType, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.drafts.database import DraftDatabase, open_drafts
from asnquiz.usecases.local_ports import Finding
from asnquiz.usecases.write_drafts import (
    Wanted,
    begin_workshop,
    find_drafts,
    layer_of,
    new_draft,
    new_id,
    note_published,
    retyped,
    rewritten,
    send_to_review,
    settle,
    take_back,
)
from tests import builders, drafts, layers

TODAY = dt.date(2026, 11, 30)
AUTHOR, READER = Hand("Siti Aminah", TODAY), Hand("Budi Santoso", TODAY)
FAULT = (Finding(("stem",), "Masih kosong."), Finding(("stem",), "Terlalu pendek.", advice=True))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftDatabase]:
    with closing(open_drafts(tmp_path / "setempat.db")) as opened:
        yield opened


def test_a_workshop_is_called_by_its_office() -> None:
    begun = begin_workshop(" Netralitas  di Contoh ", "BKPSDM Kabupatén Contoh", builders.pack())
    assert (begun.id, begun.title, begun.publisher) == (
        "bkpsdm-kabupaten-contoh",
        "Netralitas di Contoh",
        "BKPSDM Kabupatén Contoh",
    )


def test_no_id_of_a_workshop_begins_a_national_one() -> None:
    pack = builders.pack((builders.item(id="bkpsdm-01"), builders.item(id="bkpsdm-2-01")))
    assert begin_workshop("Judul", "BKPSDM", pack).id == "bkpsdm-3"
    assert begin_workshop("Judul", "中文", pack).id == "kantor"


@pytest.mark.parametrize(
    ("office", "id_"),
    [
        ("BKPSDM Kabupaten Penukal Abab Lematang Ilir", "penukal-abab-lematang-ilir"),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Contoh", "manusia-kabupaten-contoh"),
        ("x" * 80, "x" * 27),
    ],
)
def test_a_long_office_is_called_by_its_end_within_what_a_layer_may_be_called(office: str, id_: str) -> None:
    assert begin_workshop("Judul", office, builders.pack()).id == id_
    pack = builders.pack((builders.item(id=f"{id_}-01"),))
    assert len(begin_workshop("Judul", office, pack).id) <= LONGEST_ID


@pytest.mark.parametrize(("title", "office"), [("", "BKPSDM"), ("Judul", " "), ("Judul", "x" * 200)])
def test_a_workshop_without_a_name_is_refused(title: str, office: str) -> None:
    with pytest.raises(Refusal, match=r"kosong|paling panjang"):
        begin_workshop(title, office, builders.pack())


def test_ids_are_never_given_twice(store: DraftDatabase) -> None:
    given = []
    for _ in range(3):
        draft = new_draft(drafts.WORKSHOP, DraftKind.ITEM, store.used_ids())
        given.append(draft.id)
        store.keep(draft)
        store.remove(draft.id)
    assert given == ["kab-contoh-soal-01", "kab-contoh-soal-02", "kab-contoh-soal-03"]
    others = frozenset({"kab-contoh-soal-lama", "kab-contoh-ketentuan-99", "kab-contoh-soal-120"})
    assert new_id(drafts.WORKSHOP, DraftKind.ITEM, others) == "kab-contoh-soal-121"


@pytest.mark.parametrize("mark", [layers.WAITING, layers.REVIEWED])
def test_a_change_takes_the_mark_away_and_the_same_content_does_not(mark: Mark) -> None:
    draft = drafts.draft(mark=mark)
    assert rewritten(draft, dict(draft.content)) is draft
    changed = rewritten(draft, {**draft.content, "stem": "Lain?"})
    assert (changed.mark, changed.content["stem"]) == (layers.DRAFT, "Lain?")


def test_a_revision_counts_up_once_it_went_out_and_not_before(store: DraftDatabase) -> None:
    draft = drafts.draft(content=drafts.content(revision=1), mark=layers.REVIEWED)
    draft = rewritten(draft, {**draft.content, "stem": "Satu?"})
    assert draft.content["revision"] == 1
    waiting = replace(draft, mark=layers.WAITING)
    store.keep(waiting)
    note_published(store, drafts.WORKSHOP, [waiting])
    (kept,) = store.drafts()
    for words in ("Dua?", "Tiga?"):
        kept = rewritten(kept, {**kept.content, "stem": words})
        assert kept.content["revision"] == 2


def test_two_people_bring_a_draft_to_its_end() -> None:
    draft = drafts.draft()
    advice = (Finding(("stem",), "Terlalu pendek.", advice=True),)
    sent = send_to_review(draft, "  Siti   Aminah ", TODAY, advice)
    assert sent.mark == Mark(Standing.REVIEW, AUTHOR)
    done = settle(sent, "Budi Santoso", TODAY, ())
    assert done.mark == Mark(Standing.REVIEWED, AUTHOR, READER)
    assert done.mark.settled
    assert take_back(done).mark == layers.DRAFT


@pytest.mark.parametrize("name", ["Siti Aminah", "  siti AMINAH", "SITI  aminah "])
def test_nobody_reviews_their_own_words(name: str) -> None:
    with pytest.raises(Refusal, match="orang lain"):
        settle(send_to_review(drafts.draft(), "Siti Aminah", TODAY, ()), name, TODAY, ())


def test_what_is_faulty_nameless_or_out_of_turn_is_refused() -> None:
    with pytest.raises(Refusal, match="1 hal yang perlu dibenahi"):
        send_to_review(drafts.draft(), "Siti Aminah", TODAY, FAULT)
    with pytest.raises(Refusal, match="perlu dibenahi"):
        settle(drafts.draft(mark=layers.WAITING), "Budi Santoso", TODAY, FAULT)
    with pytest.raises(Refusal, match="Nama penulis masih kosong"):
        send_to_review(drafts.draft(), " ", TODAY, ())
    for mark in (layers.DRAFT, layers.REVIEWED):
        with pytest.raises(Refusal, match="tidak sedang menunggu"):
            settle(drafts.draft(mark=mark), "Orang Ketiga", TODAY, ())


def test_another_type_keeps_the_rows_that_it_has_as_well() -> None:
    single = drafts.content(ItemType.SINGLE)
    ordering = retyped(single, ItemType.ORDERING)
    assert [row["text"] for row in ordering["options"]] == [f"Pilihan {at}" for at in range(4)]
    assert not any("key" in row for row in ordering["options"])
    multiple = drafts.content(ItemType.MULTIPLE)
    assert [row.get("key") for row in retyped(multiple, ItemType.SINGLE)["options"]] == [True, None, None, None]
    verdict = retyped(single, ItemType.VERDICT)
    assert verdict.keys() & {"options", "pairs", "key", "feedback"} == {"feedback"}
    assert verdict["stem"] == single["stem"]
    assert len(retyped(verdict, ItemType.MATCHING)["pairs"]) == 4


def written() -> tuple[Draft, ...]:
    verdict = drafts.content(ItemType.VERDICT, stem="Bolehkah memimpin apel?", phase="before")
    return (
        drafts.draft("soal-01", content=drafts.content(stem="Bagaimana di pasar?"), mark=layers.WAITING),
        drafts.draft("soal-02", content=verdict, mark=layers.REVIEWED),
        drafts.draft("ketentuan-01", DraftKind.RULE, content=drafts.rule_content(phases=["after"], act="Apel pagi")),
        drafts.draft("kasus-01", DraftKind.SCENARIO, content={"title": "Undangan", "phase": "after"}),
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "soal-01 soal-02 ketentuan-01 kasus-01"),
        (Wanted("APEL"), "soal-02 ketentuan-01"),
        (Wanted("apel memimpin"), "soal-02"),
        (Wanted("kasus-01"), "kasus-01"),
        (Wanted("rapat"), ""),
        (Wanted(kind=DraftKind.ITEM), "soal-01 soal-02"),
        (Wanted(standing=Standing.DRAFT), "ketentuan-01 kasus-01"),
        (Wanted(phase=Phase.AFTER), "ketentuan-01 kasus-01"),
        (Wanted(type=ItemType.VERDICT), "soal-02"),
        (Wanted("apel", phase=Phase.BEFORE), "soal-02"),
    ],
)
def test_drafts_are_found_by_words_and_by_what_they_are(wanted: Wanted, found: str) -> None:
    assert [draft.id.removeprefix("kab-contoh-") for draft in find_drafts(written(), wanted)] == found.split()


def test_a_layer_holds_what_goes_out_and_can_be_laid_over_the_pack_it_is_for() -> None:
    picture, other = (Image(layers.own(name), "image/png", "aQ==") for name in ("soal-01.png", "soal-09.png"))
    shown = drafts.content(picture={"image": picture.name, "alt": "Papan pengumuman"})
    given = (drafts.draft("soal-01", content=shown, mark=layers.REVIEWED), *written()[1:])
    workshop = replace(drafts.WORKSHOP, published="9", letterhead=("Kabupaten Contoh",), images=(picture, other))
    layer = layer_of(workshop, given, builders.pack(), TODAY, entry_of)
    assert (layer.version, layer.changed, layer.letterhead) == ("10", TODAY, ("Kabupaten Contoh",))
    assert [item.id for item in layer.items] == [layers.own("soal-01"), layers.own("soal-02")]
    assert (layer.rules, layer.scenarios, layer.images) == ((), (), (picture,))
    laid = lay_over(builders.pack(), layer)
    assert {item.id for item in laid.items if laid.mark(item.id)} == layer.marks.keys()


def test_a_pack_that_a_layer_lies_over_already_is_not_what_the_next_is_for() -> None:
    laid = lay_over(builders.pack(), layers.layer())
    assert layer_of(drafts.WORKSHOP, (), laid, TODAY, entry_of).base.version == builders.pack().version


def test_what_is_no_entry_is_no_part_of_a_layer() -> None:
    with pytest.raises(ValueError, match="cannot go out"):
        layer_of(drafts.WORKSHOP, [drafts.draft(content={}, mark=layers.WAITING)], builders.pack(), TODAY, entry_of)


def test_what_went_out_is_remembered(store: DraftDatabase) -> None:
    store.keep_workshop(drafts.WORKSHOP)
    for draft in written():
        store.keep(draft)
    assert note_published(store, drafts.WORKSHOP, store.drafts()).published == "1"
    kept = store.workshop()
    assert kept is not None
    assert kept.published == "1"
    assert [draft.published for draft in store.drafts()] == [1, 1, None, None]
