"""Every file has one verdict, and what is in is what the good ones say."""

from dataclasses import replace
from datetime import timedelta

from asnquiz.domain.collection import Arrival, Looked, Verdict
from asnquiz.storage.collection.database import CollectionDatabase
from tests.storage.collection.given import BEGUN, BUDI, PICKED, ROSTER, SITI, attempt, digest, file, report, took

FIRST = report("satu", SITI, attempt("u1"))
SECOND = report("dua", BUDI, attempt("u2"), name="Budi Santoso")


def test_the_verdicts_of_a_mix_add_up_to_its_files(store: CollectionDatabase) -> None:
    number = store.begin_import("stik USB", BEGUN)
    store.take(
        number,
        [
            file("a.asnskor", FIRST),
            file("a (1).pdf", FIRST),
            file("b.asnskor", SECOND),
            file("rusak.asnskor", Verdict.CHANGED),
            file("~$daftar.xlsx", Verdict.FOREIGN),
            file("hilang.asnskor", Verdict.UNREADABLE),
        ],
    )
    tally = store.end_import(number, BEGUN)
    assert tally.files == 6
    assert tally.verdicts == {
        Verdict.ACCEPTED: 2,
        Verdict.DUPLICATE: 1,
        Verdict.CHANGED: 1,
        Verdict.FOREIGN: 1,
        Verdict.UNREADABLE: 1,
    }
    told = [(one.name, one.verdict, one.reason, one.at) for one in store.refused(number)]
    assert told == [
        ("hilang.asnskor", Verdict.UNREADABLE, "Alasan untuk unreadable.", BEGUN),
        ("~$daftar.xlsx", Verdict.FOREIGN, "Alasan untuk foreign.", BEGUN),
        ("rusak.asnskor", Verdict.CHANGED, "Alasan untuk changed.", BEGUN),
    ]


def test_a_folder_that_comes_again_adds_nothing(store: CollectionDatabase) -> None:
    files = [file("a.asnskor", FIRST), file("b.asnskor", SECOND), file("x.asnskor", Verdict.CHANGED)]
    took(store, *files)
    before = (replace(store.overview(PICKED), last_import=None), store.people(PICKED), tuple(store.refused()))
    later = BEGUN + timedelta(days=1)
    assert took(store, *files, at=later) == {Verdict.DUPLICATE: 2, Verdict.CHANGED: 1}
    overview = store.overview(PICKED)
    assert overview.last_import == later
    assert (replace(overview, last_import=None), store.people(PICKED)) == before[:2]
    assert [(one.name, one.verdict) for one in store.refused()] == [(one.name, one.verdict) for one in before[2]]


def test_what_is_in_is_known_by_its_bytes_and_need_not_be_looked_at(store: CollectionDatabase) -> None:
    first, refused = file("a.asnskor", FIRST), file("x.asnskor", Verdict.CHANGED)
    took(store, first, refused)
    hashes = [first[0].sha256, refused[0].sha256, digest("never seen"), b""]
    assert store.known(hashes) == {first[0].sha256: Verdict.DUPLICATE}
    unlooked = (Arrival("salinan.asnskor", first[0].sha256), Looked(Verdict.DUPLICATE, ""))
    assert took(store, unlooked) == {Verdict.DUPLICATE: 1}


def test_many_hashes_are_known_at_once(store: CollectionDatabase) -> None:
    files = [file(f"{n}.asnskor", report(str(n), SITI, attempt(f"u{n}"))) for n in range(1200)]
    assert took(store, *files) == {Verdict.ACCEPTED: 1200}
    assert store.known([arrival.sha256 for arrival, _ in files]) == dict.fromkeys(
        (arrival.sha256 for arrival, _ in files), Verdict.DUPLICATE
    )


def test_two_contents_of_one_attempt_are_kept_and_neither_counts(store: CollectionDatabase) -> None:
    other = report("lain", BUDI, attempt("u1", right=10), attempt("u9"), name="Budi Santoso")
    store.keep_roster(ROSTER, BEGUN)
    assert took(store, file("a.asnskor", FIRST)) == {Verdict.ACCEPTED: 1}
    assert took(store, file("b.asnskor", other)) == {Verdict.CONFLICT: 1}
    assert {(one.name, one.verdict) for one in store.refused()} == {
        ("a.asnskor", Verdict.CONFLICT),
        ("b.asnskor", Verdict.CONFLICT),
    }
    assert store.overview(PICKED).refused == {Verdict.CONFLICT: 2}
    siti, budi = store.person(PICKED, SITI), store.person(PICKED, BUDI)
    assert siti is not None
    assert budi is not None
    assert (siti.right, siti.attempts) == (None, 0)
    assert (budi.right, budi.attempts) == (8, 1)
    unlooked = (file("a.asnskor", FIRST)[0], Looked(Verdict.DUPLICATE, ""))
    assert took(store, unlooked) == {Verdict.CONFLICT: 1}


def test_a_file_needs_no_look_any_more_once_its_results_are_in(store: CollectionDatabase) -> None:
    sealed, unread = file("a.asnskor", Verdict.SEALED), file("b.asnskor", Verdict.UNREADABLE)
    took(store, sealed, unread)
    assert store.overview(PICKED).refused == {Verdict.SEALED: 1, Verdict.UNREADABLE: 1}
    took(store, file("a.asnskor", FIRST), file("b.asnskor", SECOND))
    assert store.overview(PICKED).refused == {}
    assert tuple(store.refused()) == ()
    took(store, sealed, unread)
    assert store.overview(PICKED).refused == {}


def test_an_import_that_was_recorded_late_still_tells_when_results_were_received(store: CollectionDatabase) -> None:
    early = store.begin_import("surel", BEGUN - timedelta(hours=2))
    took(store, file("a.asnskor", FIRST))
    store.take(early, [file("salinan.asnskor", FIRST)])
    store.end_import(early, BEGUN)
    row = store.person(PICKED, SITI)
    assert row is not None
    assert row.received == BEGUN - timedelta(hours=2)


def test_thousands_of_refused_files_are_told_one_by_one(store: CollectionDatabase) -> None:
    names = [f"{number:04}.asnskor" for number in range(2500)]
    took(store, *(file(name, Verdict.FOREIGN) for name in names))
    assert [one.name for one in store.refused()] == names[::-1]


def test_what_was_done_is_in_the_log_newest_first_without_names(store: CollectionDatabase) -> None:
    took(store, file("a.asnskor", FIRST))
    store.keep_roster(ROSTER, BEGUN)
    store.write_log("Ekspor", "Tabel untuk Excel", BEGUN)
    entries = store.log()
    assert [one.act for one in entries] == ["Ekspor", "Daftar pegawai", "Rekap", "Rekap"]
    assert [one.words for one in entries[1:]] == [
        "Diganti: 3 orang",
        "Selesai: 1 berkas diperiksa, 1 hasil baru",
        "Mulai memeriksa berkas dari stik USB",
    ]
    assert store.log(limit=1) == entries[:1]
