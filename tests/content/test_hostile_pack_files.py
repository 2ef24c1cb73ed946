"""Every hostile pack file is refused by a sentence that names what is wrong, and leaves the data folder as it was."""

import tempfile
from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import PackKind
from tests.content.hostile_pack_files import GOOD, HOSTILE, TEXT
from tests.scorefiles.pack_files import signature, zipped
from tests.shelves import Desk, newer


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A data folder with a kept version in use, whose publisher is known."""
    desk = Desk(tmp_path_factory.mktemp("komputer"))
    desk.take(desk.national_file(newer()))
    return desk


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_without_any_change_it_would_be_opened(desk: Desk, scratch: Path) -> None:
    assert signature(TEXT) == GOOD[1].content
    before = desk.everything()
    assert desk.shelf.open(desk.arrive("baik.asnpack", zipped(GOOD))).head.id == "contoh"
    assert (desk.everything(), list(scratch.iterdir())) == (before, [])
    assert len(HOSTILE) >= 100


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_nothing_is_written(desk: Desk, scratch: Path, name: str) -> None:
    file = desk.arrive("jahat.asnpack", HOSTILE[name].data())
    before, around = desk.everything(), sorted(desk.folder.rglob("*"))
    with pytest.raises(Refusal) as refusal:
        desk.shelf.open(file)
    assert HOSTILE[name].says in str(refusal.value)
    assert all(char.isprintable() for char in str(refusal.value))
    assert (desk.everything(), sorted(desk.folder.rglob("*")), list(scratch.iterdir())) == (before, around, [])
    assert [one.in_use for one in desk.shelf.kept(PackKind.NATIONAL)] == [True, False]
