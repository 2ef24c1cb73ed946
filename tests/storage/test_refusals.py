"""What the world does to the file is told in a sentence, and nothing kept before is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import make_engine
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from tests import builders
from tests.storage.sitting import begun


def opened_with(path: Path, pragma: str) -> LearnerDatabase:
    """The database over connections that SQLite itself limits."""
    engine = make_engine(path)
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}").close())
    return LearnerDatabase(engine)


def test_a_full_disk_loses_nothing_kept_before(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    kept = store.add_response(attempt.id, builders.response("soal-single", (1,)))
    full = opened_with(path, "max_page_count=1")  # SQLite takes the present size instead, and grows no more
    with pytest.raises(Refusal, match="Ruang penyimpanan penuh"):
        full.keep_setting("catatan", "x" * 100_000)
    full.close()
    assert store.setting("catatan") is None
    assert store.attempt(attempt.id).responses == (kept,)
    assert store.add_response(attempt.id, builders.response("soal-single", (2,), 3)).answer == (2,)


def test_a_file_that_may_not_be_written_is_named(path: Path, store: LearnerDatabase) -> None:
    read_only = opened_with(path, "query_only=ON")
    with pytest.raises(Refusal, match="tidak dapat ditulisi") as refused:
        read_only.add_profile(builders.profile())
    read_only.close()
    assert str(path) in str(refused.value)
    assert store.profiles() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX processes")
def test_a_storage_that_fails_in_mid_write_loses_nothing_kept_before(path: Path, store: LearnerDatabase) -> None:
    store.keep_setting("tema", "gelap")
    program = (
        "import resource, sys; from pathlib import Path; from asnquiz.domain.refusal import Refusal;"
        "from asnquiz.storage.learner import open_learner_database;"
        "store = open_learner_database(Path(sys.argv[1]));"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try: store.keep_setting('catatan', 'x' * 400_000)\n"
        "except Refusal as refusal: print(refusal)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert "gagal membaca atau menulis" in done.stdout
    assert (store.setting("tema"), store.setting("catatan")) == ("gelap", None)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Periksa apakah folder itu ada"):
        open_learner_database(tmp_path / "tidak-ada" / "belajar.db")


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Refusal, match="tidak dapat dibuka"):
        open_learner_database(path)
