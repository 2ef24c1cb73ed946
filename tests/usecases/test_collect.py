"""Taking in hostile mixes: every file one verdict, the good ones in, and nothing depends on order or repetition."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.collection import Question, Tally, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.usecases import collect
from asnquiz.usecases.collect import Import, Progress
from benchmarks.score_files import TASK
from tests.conftest import IN_CI
from tests.usecases import sendings
from tests.usecases.archives import zipped
from tests.usecases.sendings import LooksHere, Sent, edited, expected, foreign, good, sealed

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parents[1] / "scorefiles" / "golden" / "nilai-1.asnskor"
KINDS = (
    good, sealed, sendings.retold, sendings.later, sendings.shut, sendings.resealed, edited, sendings.cut, foreign,
)  # fmt: skip
QUESTION = Question(TASK, supervised=False, counting=Counting.BEST)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CollectionDatabase]:
    with closing(open_collection(tmp_path / "rekap.db")) as opened:
        yield opened


def importing(store: CollectionDatabase, *sources: Path, looker: LooksHere | None = None, **more: Any) -> Import:
    return Import(sources, store=store, looker=looker or LooksHere(), now=lambda: AT, **more)


def to_its_end(one: Import) -> tuple[Tally, list[Progress]]:
    told = [one.step()]
    while not told[-1].finished:
        told.append(one.step())
    one.close()
    tally = told[-1].tally
    assert tally is not None
    return tally, told


def verdicts(tally: Tally) -> dict[Verdict, int]:
    assert sum(tally.verdicts.values()) == tally.files
    return {verdict: times for verdict, times in tally.verdicts.items() if times}


def standing(store: CollectionDatabase) -> tuple[object, ...]:
    """What is known of people and of files that somebody must look at, without the number of files ever seen."""
    overview = store.overview(QUESTION)
    refused = sorted((one.name, one.verdict.value) for one in store.refused())
    return replace(overview, files=0, last_import=None), store.people(QUESTION, limit=10_000), refused


def laid(folder: Path, sent: Sequence[Sent]) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for place, one in enumerate(sent):
        (folder / f"bukti ({place}).pdf").write_bytes(one.data)
    return [folder / f"bukti ({place}).pdf" for place in range(len(sent))]


sent_files = st.lists(
    st.builds(lambda make, number: make(number), st.sampled_from(KINDS), st.integers(0, 4)), max_size=25
)


@settings(max_examples=40 if IN_CI else 10)
@given(sent_files, st.randoms(use_true_random=False), st.integers(1, 7))
def test_of_a_hostile_mix_every_file_has_its_verdict_in_any_order_and_again(
    tmp_path_factory: pytest.TempPathFactory, sent: list[Sent], random: Any, size: int
) -> None:
    folder = tmp_path_factory.mktemp("kiriman")
    files = laid(folder / "stik", sent)
    turned = random.sample(files, len(files))
    with (
        pytest.MonkeyPatch.context() as patch,
        closing(open_collection(folder / "1.db")) as one,
        closing(open_collection(folder / "2.db")) as other,
    ):
        patch.setattr(collect, "CHUNK_FILES", size)
        patch.setattr(collect, "BATCH_FILES", 2 * size)
        tally, _ = to_its_end(importing(one, *files))
        assert tally.files == len(sent)
        assert verdicts(tally) == expected(sent)
        to_its_end(importing(other, *turned))
        assert standing(other) == standing(one)
        before = standing(one)
        looker = LooksHere()
        again, _ = to_its_end(importing(one, *turned, looker=looker))
        assert again.files == len(sent)
        assert looker.looked_at == sum(one.report is None for one in sent)
        assert again.verdicts.get(Verdict.ACCEPTED, 0) == 0
        assert standing(one) == before


def test_a_whole_stick_is_taken_in_with_all_that_lies_about_on_it(store: CollectionDatabase, tmp_path: Path) -> None:
    stick = tmp_path / "stik"
    (stick / "bukti.pdf").mkdir(parents=True)
    for name, data in {
        "a.asnskor": good(1).data,
        "bukti (1).pdf": sealed(2).data,
        "bukti.pdf/b.asnskor": good(3).data,
        "lama.asnskor": GOLDEN.read_bytes(),
        "~$bukti.docx": b"\x05Budi " * 27,
        ".DS_Store": b"\0\0\0\1Bud1",
        "Thumbs.db": b"\xd0\xcf\x11\xe0",
        "._a.asnskor": b"\0\5\26\7",
        "kiriman.zip": zipped({"c.asnskor": good(4).data, "a lagi.asnskor": good(1).data, "foto.jpg": b"\xff\xd8"}),
        "~$utuh": good(5).data,
    }.items():
        (stick / name).write_bytes(data)
    tally, _ = to_its_end(importing(store, stick))
    assert verdicts(tally) == {Verdict.ACCEPTED: 6, Verdict.DUPLICATE: 1, Verdict.FOREIGN: 6}
    reasons = {one.name: one.reason for one in store.refused()}
    assert set(reasons) == {
        "bukti.pdf/",
        "~$bukti.docx",
        ".DS_Store",
        "Thumbs.db",
        "._a.asnskor",
        "kiriman.zip » foto.jpg",
    }
    assert "penanda sementara" in reasons["~$bukti.docx"]
    assert all("milik sistem operasi" in reasons[name] for name in (".DS_Store", "Thumbs.db", "._a.asnskor"))


def test_two_sticks_with_the_same_names_are_two(store: CollectionDatabase, tmp_path: Path) -> None:
    first, second = tmp_path / "1" / "STIK", tmp_path / "2" / "STIK"
    for folder, numbers in ((first, (1, 2)), (second, (1, 3))):
        folder.mkdir(parents=True)
        for place, number in enumerate(numbers):
            (folder / f"{place}.asnskor").write_bytes(good(number).data)
    tally, _ = to_its_end(importing(store, first, second))
    assert verdicts(tally) == {Verdict.ACCEPTED: 3, Verdict.DUPLICATE: 1}


def test_what_was_purged_stays_so(store: CollectionDatabase, tmp_path: Path) -> None:
    files = laid(tmp_path / "stik", [good(1), good(2)])
    to_its_end(importing(store, *files))
    key = store.people(QUESTION).rows[0].key
    assert store.purge(key=key, at=AT) == 1
    tally, _ = to_its_end(importing(store, *files))
    assert verdicts(tally) == {Verdict.DUPLICATE: 1, Verdict.DELETED: 1}
    assert key not in {one.key for one in store.people(QUESTION).rows}


def test_nothing_to_take_in_is_an_import_too(store: CollectionDatabase, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    tally, told = to_its_end(importing(store, tmp_path / "kosong"))
    assert (tally, told[-1].total) == (Tally(0, tally.verdicts), 0)


def small_steps(patch: pytest.MonkeyPatch) -> None:
    """A second for each look at the clock, so that a step is a few chunks of one file."""
    patch.setattr(collect, "CHUNK_FILES", 1)
    patch.setattr(collect, "BATCH_FILES", 2)
    patch.setattr(collect, "STEP_S", 20.0)


def test_progress_grows_to_the_whole_and_tells_how_long(
    store: CollectionDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_steps(monkeypatch)
    files = laid(tmp_path / "stik", [good(number) for number in range(20)])
    seconds = count()
    _, told = to_its_end(importing(store, *files, ticks=lambda: float(next(seconds))))
    assert len(told) > 3
    done = [one.done for one in told]
    assert done == sorted(done)
    assert (done[-1], told[-1].total, told[-1].left_s) == (20, 20, 0)
    assert {one.total for one in told[1:]} == {20}
    estimated = [one.left_s for one in told if one.left_s is not None]
    assert len(estimated) > 2
    assert estimated == sorted(estimated, reverse=True)


@pytest.mark.parametrize("steps", range(6))
def test_an_import_that_was_closed_goes_on_where_it_was(
    store: CollectionDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    small_steps(monkeypatch)
    sent = [*(good(number) for number in range(9)), good(3), edited(1), foreign(1), sendings.retold(2), sealed(4)]
    files = laid(tmp_path / "stik", sent)
    seconds = count()
    looker = LooksHere()
    stopped = importing(store, *files, looker=looker, ticks=lambda: float(next(seconds)))
    done = 0
    for _ in range(steps):
        done = stopped.step().done
    stopped.close()
    stopped.close()
    assert looker.closed
    assert (stopped.tally is None) == (steps == 0)
    if stopped.tally is not None:
        assert done <= stopped.tally.files <= len(sent)
    tally, _ = to_its_end(importing(store, *files))
    assert tally.files == len(sent)
    with closing(open_collection(tmp_path / "lain.db")) as undisturbed:
        to_its_end(importing(undisturbed, *files))
        assert standing(store) == standing(undisturbed)


def test_a_store_that_is_full_ends_it_and_closing_asks_it_for_nothing(
    store: CollectionDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise Refusal("Ruang penyimpanan penuh.")

    files = laid(tmp_path / "stik", [good(1)])
    with monkeypatch.context() as patch:
        patch.setattr(store, "take", full)
        failing = importing(store, *files)
        with pytest.raises(Refusal, match="penuh"):
            failing.step()
        failing.close()
        assert failing.tally is None
    tally, _ = to_its_end(importing(store, *files))
    assert verdicts(tally) == {Verdict.ACCEPTED: 1}


def test_few_large_files_are_under_way_at_once(
    store: CollectionDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many chunks others would take."""
    monkeypatch.setattr(collect, "UNDER_WAY_BYTES", 3_000)
    monkeypatch.setattr(collect, "CHUNK_BYTES", 1_000)
    (tmp_path / "stik").mkdir()
    for number in range(30):
        (tmp_path / "stik" / str(number)).write_bytes(b"%d" % number * 1_000)
    looker = LooksHere(ahead=50)
    most = 0
    send = looker.send

    def counted(number: int, chunk: Sequence[bytes]) -> None:
        nonlocal most
        send(number, chunk)
        most = max(most, len(looker.sent))

    looker.send = counted  # type: ignore[method-assign]
    tally, _ = to_its_end(importing(store, tmp_path / "stik", looker=looker))
    assert tally.files == 30
    assert most <= 3
