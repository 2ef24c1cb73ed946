"""The editor's database beside the learner's: made when somebody first writes, and closed with the rest."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from asnquiz.domain.draft import DraftKind
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.usecases.write_drafts import layer_of
from tests import drafts
from tests.data_folders import compiled_before


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return compiled_before(Paths(tmp_path / "data"))


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


def test_a_template_offers_the_offices_own_rules_and_says_whose_they_are(paths: Paths) -> None:
    rule = drafts.draft("ketentuan-01", DraftKind.RULE, content=drafts.rule_content(act="Menyiarkan azan"))
    with open_learning(paths) as learning:
        learning.drafts.store.keep_workshop(drafts.WORKSHOP, [rule])
        made = learning.drafts.tools.template()
    with CalamineWorkbook.from_filelike(BytesIO(made.content)) as book:
        _, *rows = book.get_sheet_by_name("Ketentuan").to_python()
    marked = [row[0] for row in rows if str(row[3]).startswith("Tambahan setempat, belum ditelaah")]
    assert marked == ["Menyiarkan azan"] == [rows[-1][0]]


def test_one_that_cannot_be_used_is_refused_when_it_is_asked_for_and_hinders_nothing_else(paths: Paths) -> None:
    paths.drafts.write_bytes(b"Daftar soal\n" * 500)
    with open_learning(paths) as learning:
        assert learning.store.profiles() == ()
        for _ in range(2):
            with pytest.raises(Refusal, match="bukan data soal setempat"):
                _ = learning.drafts.store


def test_what_others_could_not_open_is_not_published(paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "paket.asnpack"
    with open_learning(paths) as learning:
        tools, base = learning.drafts.tools, learning.national()
        office = replace(drafts.WORKSHOP, letterhead=("Pemerintah Kabupaten Contoh",) * 7)
        layer = layer_of(office, (), base, dt.date(2026, 11, 30), tools.entry_of)
        noted: list[bool] = []
        note = lambda: noted.append(file.exists())  # noqa: E731
        with pytest.raises(Refusal, match="Baris kop surat paling banyak 6, bukan 7"):
            tools.write_pack(layer, file, note)
        assert list(tmp_path.iterdir()) == [paths.data]
        assert noted == []
        tools.write_pack(replace(layer, letterhead=layer.letterhead[:6]), file, note)
        assert noted == [False]
        assert learning.shelf().open(file).content == replace(layer, letterhead=layer.letterhead[:6])


def test_a_pack_that_cannot_be_proven_for_lack_of_a_place_is_refused_in_words(paths: Paths, tmp_path: Path) -> None:
    with open_learning(paths) as learning:
        tools = learning.drafts.tools
        layer = layer_of(drafts.WORKSHOP, (), learning.national(), dt.date(2026, 11, 30), tools.entry_of)
        with pytest.raises(Refusal, match=r"tidak dapat disimpan\. Folder itu tidak ditemukan"):
            tools.write_pack(layer, tmp_path / "tidak-ada" / "paket.asnpack", pytest.fail)
