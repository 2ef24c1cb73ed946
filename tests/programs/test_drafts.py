"""The editor's database beside the learner's: made when somebody first writes, and closed with the rest."""

from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from tests import drafts


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "data").mkdir()
    return Paths(tmp_path / "data")


@pytest.mark.parametrize("portable", [False, True])
def test_it_is_there_once_somebody_writes_also_where_it_is_carried_about(paths: Paths, portable: bool) -> None:
    if portable:
        (paths.data.parent / "portable").touch()
    with open_learning(paths):
        pass
    assert not paths.drafts.exists()
    with open_learning(paths) as learning:
        learning.drafts.store.keep(drafts.draft())
        assert learning.drafts.store is learning.drafts.store
        assert learning.national() == learning.packs.current()[0]
    assert sorted(file.name for file in paths.data.glob("setempat.db*")) == ["setempat.db", "setempat.db.sha256"]
    with open_learning(paths) as learning:
        assert learning.drafts.store.drafts() == (drafts.draft(),)


def test_one_that_cannot_be_used_is_refused_when_it_is_asked_for_and_hinders_nothing_else(paths: Paths) -> None:
    paths.drafts.write_bytes(b"Daftar soal\n" * 500)
    with open_learning(paths) as learning:
        assert learning.store.profiles() == ()
        for _ in range(2):
            with pytest.raises(Refusal, match="bukan data soal setempat"):
                _ = learning.drafts.store
