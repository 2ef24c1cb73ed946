"""A trainer's database beside the learner's: made when it is first asked for, and part of one data folder's time."""

from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from tests import briefings, builders

NIP = "198609262015051001"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "data").mkdir()
    return Paths(tmp_path / "data")


def test_nobody_who_leads_no_briefing_has_one(paths: Paths) -> None:
    with open_learning(paths):
        pass
    assert not paths.briefings.exists()


def test_it_is_opened_once_and_closed_with_the_rest(paths: Paths) -> None:
    briefing = briefings.briefing()
    with open_learning(paths) as learning:
        learning.briefings.store.begin(briefing, b"paket")
        assert learning.briefings.store is learning.briefings.store
    assert sorted(file.name for file in paths.data.glob("sosialisasi.db*")) == [
        "sosialisasi.db",
        "sosialisasi.db.sha256",
    ]
    with open_learning(paths) as learning:
        assert learning.briefings.store.briefing(briefing.id) == briefing


def test_the_clock_counts_on_from_what_happened_in_briefings(paths: Paths) -> None:
    briefing = briefings.briefing()
    with open_learning(paths) as learning:
        learning.briefings.store.begin(briefing, b"paket")
        learning.briefings.store.append(briefing.id, briefings.events(briefings.joined(1), counter=700))
    with open_learning(paths) as learning:
        assert learning.clock.now().counter < 700
        assert learning.briefings.store.summaries()[0].last == builders.moment(700)
        assert learning.clock.now().counter == 701


def test_one_that_cannot_be_used_is_refused_when_it_is_asked_for_and_hinders_nothing_else(paths: Paths) -> None:
    paths.briefings.write_bytes(b"Daftar hadir\n" * 500)
    with open_learning(paths) as learning:
        assert learning.store.profiles() == ()
        for _ in range(2):
            with pytest.raises(Refusal, match="bukan data sosialisasi"):
                _ = learning.briefings.store


def test_in_a_folder_that_is_carried_about_no_nip_is_kept(paths: Paths) -> None:
    briefing = briefings.briefing()
    assert any(guest.nip == NIP for guest in briefing.guests)
    (paths.data.parent / "portable").touch()
    with open_learning(paths) as learning:
        learning.briefings.store.begin(briefing, b"paket")
        assert [guest.nip for guest in learning.briefings.store.briefing(briefing.id).guests] == [None, None]
    assert not any(NIP.encode() in file.read_bytes() for file in paths.data.rglob("*") if file.is_file())
