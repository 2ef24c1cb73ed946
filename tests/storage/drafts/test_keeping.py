"""What is written stays as it was kept, in its order, and an id that was given once is never free again."""

import datetime as dt
import os
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.local import Contact, ContactRole, Office
from asnquiz.domain.pack import Calendar, Image, Stage
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.drafts.database import DraftDatabase, open_drafts
from asnquiz.storage.engine import make_engine
from tests import builders, layers

PICTURE = Image("kab-contoh-apel.png", "image/png", "iVBORw0KGgo=")
WORKSHOP = Workshop("kab-contoh", "Soal Kabupaten Contoh", "BKPSDM Kabupaten Contoh")

plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
contents = st.dictionaries(st.text(), plain, max_size=4)


def draft(name: str = "soal-01", **changes: Any) -> Draft:
    base = Draft(layers.own(name), DraftKind.ITEM, {"stem": "Bolehkah?"}, layers.DRAFT)
    return replace(base, **changes)


def test_nothing_is_there_before_anything_was_begun(store: DraftDatabase) -> None:
    assert (store.workshop(), store.drafts(), store.used_ids()) == (None, (), frozenset())


def test_everything_of_a_workshop_comes_back(path: Path) -> None:
    day = dt.date(2027, 9, 22)
    whole = replace(
        WORKSHOP,
        published="3",
        contacts=(Contact(ContactRole.BAWASLU, "Bawaslu Kabupaten Contoh", phone="0000", hours="Senin sampai Jumat"),),
        offices=(Office("Dinas Kesehatan", ("Puskesmas Satu",)), Office("Sekretariat Daerah")),
        letterhead=("Pemerintah Kabupaten Contoh",),
        calendar=Calendar("Kabupaten Contoh", day, dt.date(2027, 11, 27), (Stage("kampanye", "Kampanye", day, day),)),
        pledge=builders.pack().pledge,
        images=(PICTURE,),
    )
    with closing(open_drafts(path)) as store:
        store.keep_workshop(WORKSHOP)
        store.keep_workshop(whole)
    with closing(open_drafts(path)) as store:
        assert store.workshop() == whole
        other = replace(PICTURE, data="AAAA")
        store.keep_workshop(replace(whole, images=(other,)))
        assert store.workshop() == replace(whole, images=(other,))
        store.keep_workshop(replace(whole, images=()))
        assert store.workshop() == replace(whole, images=())


@settings(max_examples=20)
@given(contents)
def test_any_content_comes_back(tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any]) -> None:
    kept = draft(content=content, mark=layers.REVIEWED, published=2)
    with closing(open_drafts(tmp_path_factory.mktemp("isi") / "setempat.db")) as store:
        store.keep(kept)
        assert store.drafts() == (kept,)


def test_a_draft_keeps_its_place(store: DraftDatabase) -> None:
    first, second, third = (draft(f"soal-{number}") for number in (9, 1, 5))
    for one in (first, second, third):
        store.keep(one)
    store.keep(changed := replace(second, content={"stem": "Lain"}, mark=layers.WAITING))
    assert store.drafts() == (first, changed, third)


def test_the_id_of_what_was_removed_is_remembered(path: Path) -> None:
    with closing(open_drafts(path)) as store:
        store.keep(draft("soal-01"))
        store.keep(draft("soal-02"))
        store.remove(layers.own("soal-01"))
        store.remove(layers.own("tidak-ada"))
    with closing(open_drafts(path)) as store:
        assert store.drafts() == (draft("soal-02"),)
        assert store.used_ids() == {layers.own("soal-01"), layers.own("soal-02")}
        with pytest.raises(ValueError, match="was removed"):
            store.keep(draft("soal-01"))


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_only_its_owner_may_read_it_and_a_closed_one_is_one_file(path: Path, store: DraftDatabase) -> None:
    store.keep(draft())
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    store.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["setempat.db", "setempat.db.sha256"]


def test_a_full_disk_leaves_nothing_of_what_was_to_be_kept_together(path: Path, store: DraftDatabase) -> None:
    store.keep_workshop(WORKSHOP, [draft("soal-01")])
    many = [draft(f"soal-{number:02}", content={"stem": "apel " * 1_000}) for number in range(2, 40)]
    full = on_a_full_disk(path)
    with pytest.raises(Refusal, match="Ruang penyimpanan penuh"):
        full.keep_workshop(replace(WORKSHOP, title="Judul baru", images=(PICTURE,)), many)
    full.close()
    assert (store.workshop(), store.drafts()) == (WORKSHOP, (draft("soal-01"),))
    store.keep_workshop(WORKSHOP, many)
    assert store.drafts() == (draft("soal-01"), *many)


def on_a_full_disk(path: Path) -> DraftDatabase:
    """The database over connections for which SQLite takes the present size as the largest."""
    engine = make_engine(path)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1").close())
    return DraftDatabase(engine)
