"""Writing in the window: what is typed is kept by itself, can be taken back, and is found again after anything."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.local import Standing
from asnquiz.domain.pack import ItemType
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.routes import drafts as route
from asnquiz.storage.drafts.database import DraftDatabase
from asnquiz.ui.destinations import Section
from asnquiz.ui.drafts.draft_page import DraftPage
from asnquiz.ui.drafts.list_page import DraftsPage
from asnquiz.ui.drafts.places import ChoicePlace, TicksPlace
from asnquiz.ui.drafts.story.page import StoryPage
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.tick import Tick
from tests import drafts, layers
from tests.ui.drafts.conftest import Desk, OpenDesk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def area(desk: Desk, name: str) -> QPlainTextEdit:
    return next(one for one in desk.page.findChildren(QPlainTextEdit) if one.accessibleName() == name)


def texts(desk: Desk, what: str = "Pilihan") -> list[str]:
    """What stands in the rows, from top to bottom."""
    rows = [one for one in desk.page.findChildren(QPlainTextEdit) if one.accessibleName().startswith(f"{what} ")]
    return [one.toPlainText() for one in sorted(rows, key=lambda one: one.accessibleName())]


def choose(desk: Desk, label: str, words: str) -> None:
    box = next(one for one in desk.page.findChildren(QComboBox) if one.accessibleName() == label)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
    desk.opened.walker.settle()


def test_what_is_typed_is_kept_by_itself_soon_after(desk: OpenDesk, qtbot: QtBot) -> None:
    here = desk(drafts.draft())
    page = here.edit("soal-01")
    area(here, "Teks soal").setPlainText("")
    QTest.keyClicks(area(here, "Teks soal"), "Bolehkah?")
    assert page._saved.text() == "Menyimpan …"
    assert page._timer.interval() < 500
    qtbot.waitUntil(lambda: page._saved.text() == "Tersimpan", timeout=5_000)
    assert here.draft("soal-01").content["stem"] == "Bolehkah?"


def test_an_empty_draft_is_kept_only_once_something_stands_in_it(desk: OpenDesk) -> None:
    here = desk()
    here.list()
    for _ in range(2):
        here.opened.walker.press("Soal baru")
        assert here.page.writing.draft.id == layers.own("soal-01")
        here.opened.walker.press("Kembali ke Soal setempat")
    assert here.store.used_ids() == frozenset()
    here.opened.walker.press("Ketentuan baru")
    here.opened.walker.write("Perbuatan", "Memimpin apel")
    here.opened.walker.press("Beranda")
    assert [draft.content["act"] for draft in here.store.drafts()] == ["Memimpin apel"]


def test_leaving_keeps_what_was_typed_last(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    here.opened.walker.write("Sebaiknya", "Bertanya kepada atasan.")
    here.opened.window.go(Section.HOME)
    here.opened.walker.settle()
    assert here.draft("soal-01").content["instead"] == "Bertanya kepada atasan."
    assert here.opened.window.question is None


def test_closing_the_window_keeps_it_as_well(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    here.opened.walker.write("Sebaiknya", "Bertanya.")
    here.opened.window.close()
    here.opened.walker.settle()
    assert here.draft("soal-01").content["instead"] == "Bertanya."


def test_what_cannot_be_kept_is_told_and_is_kept_once_that_is_possible(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    usual = DraftDatabase.keep

    def full(_store: DraftDatabase, _draft: Draft) -> None:
        raise Refusal("Ruang penyimpanan penuh. Kosongkan, lalu coba lagi.")

    monkeypatch.setattr(DraftDatabase, "keep", full)
    here.opened.walker.write("Sebaiknya", "Bertanya.")
    here.pause()
    assert here.opened.window.question is not None
    here.opened.walker.press("Mengerti")
    assert here.page._saved.text() == "Belum tersimpan"
    here.opened.window.go(Section.HOME)
    here.opened.walker.settle()
    assert here.opened.window.question is not None
    monkeypatch.setattr(DraftDatabase, "keep", usual)
    here.opened.walker.press("Simpan")
    assert here.draft("soal-01").content["instead"] == "Bertanya."
    assert not isinstance(here.opened.window.page, DraftPage)


def test_steps_are_taken_back_by_keys_and_by_buttons_also_after_leaving(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    before = here.draft("soal-01").content["stem"]
    here.opened.walker.write("Teks soal", "Satu dua tiga")
    here.pause()
    here.opened.walker.write("Sebaiknya", "Empat")
    here.opened.walker.key(Qt.Key.Key_Z, CTRL)
    assert area(here, "Sebaiknya").toPlainText() == "Jangan bereaksi."
    here.pause()
    here.list()
    here.edit("soal-01")
    here.opened.walker.press("Urungkan")
    here.pause()
    assert here.draft("soal-01").content["stem"] == before
    here.opened.walker.key(Qt.Key.Key_Y, CTRL)
    here.opened.walker.press("Ulangi")
    here.pause()
    content = here.draft("soal-01").content
    assert (content["stem"], content["instead"]) == ("Satu dua tiga", "Empat")


@pytest.mark.parametrize(("type_", "what"), [(ItemType.SINGLE, "Pilihan"), (ItemType.ORDERING, "Langkah")])
def test_rows_are_moved_by_keys_with_the_focus_on_them(desk: OpenDesk, type_: ItemType, what: str) -> None:
    here = desk(drafts.draft(content=drafts.content(type_)))
    here.edit("soal-01")
    area(here, f"{what} 3").setFocus()
    here.opened.walker.key(Qt.Key.Key_Up, ALT)
    assert texts(here, what) == ["Pilihan 0", "Pilihan 2", "Pilihan 1", "Pilihan 3"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"{what} 2"
    for _ in range(2):  # and no further than to the top
        here.opened.walker.key(Qt.Key.Key_Up, ALT)
    here.opened.walker.press(f"Turun: {what.lower()} 4"[:-1] + "1")
    assert texts(here, what) == ["Pilihan 0", "Pilihan 2", "Pilihan 1", "Pilihan 3"]
    here.opened.walker.press(f"Hapus: {what.lower()} 2")
    here.opened.walker.press(f"Tambah {what.lower()}")
    here.pause()
    assert [row.get("text") for row in here.draft("soal-01").content["options"]] == [
        "Pilihan 0",
        "Pilihan 1",
        "Pilihan 3",
        None,
    ]


def test_one_option_is_right_in_a_question_with_one_and_several_in_one_with_several(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    here.opened.walker.press("Jawaban yang benar: pilihan 1")
    here.pause()
    assert [row.get("key") for row in here.draft("soal-01").content["options"]] == [True, None, None, None]
    choose(here, "Jenis soal", "Beberapa pilihan benar")
    here.opened.walker.press("Jawaban yang benar: pilihan 4")
    here.pause()
    assert [row.get("key") for row in here.draft("soal-01").content["options"]] == [True, None, None, True]


@pytest.mark.parametrize("type_", ItemType)
def test_the_preview_is_the_question_as_it_is_asked_and_explained(desk: OpenDesk, type_: ItemType) -> None:
    here = desk(drafts.draft(content=drafts.content(type_)))
    here.edit("soal-01")
    here.opened.walker.write("Teks soal", "Bolehkah memimpin apel?")
    here.opened.walker.write("Penjelasan", "Karena apel bukan kampanye.")
    here.pause()
    question = here.opened.walker.question()
    assert (question.stem.text(), question.item.type) == ("Bolehkah memimpin apel?", type_)
    assert not any("Karena apel" in label.text() for label in here.opened.labels())
    here.opened.walker.press("Sesudah dijawab")
    assert any("Karena apel" in label.text() for label in here.opened.labels())


def test_a_finding_stands_beside_its_field_and_leads_to_it(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    page = here.edit("soal-01")
    assert any(label.text() == "Tidak ada yang perlu dibenahi" for label in here.opened.labels())
    here.opened.walker.write("Pilihan 2", " ")
    here.pause()
    assert "Pilihan ini masih kosong." in area(here, "Pilihan 2").accessibleDescription()
    leading = page.findChild(RowButton)
    assert leading is not None
    here.opened.walker.click(leading)
    assert area(here, "Pilihan 2").hasFocus()
    QTest.keyClicks(area(here, "Pilihan 2"), "Menolak.")
    here.pause()
    assert "masih kosong" not in area(here, "Pilihan 2").accessibleDescription()
    assert page.findChild(RowButton) is None


def test_law_and_rules_are_chosen_from_lists_by_words(desk: OpenDesk) -> None:
    rule = drafts.draft("ketentuan-01", DraftKind.RULE, content=drafts.rule_content(act="Menyiarkan azan"))
    here = desk(drafts.draft(content=drafts.content(citations=[], rules=[])), rule)
    here.edit("soal-01")
    walker, pack = here.opened.walker, here.opened.learning.packs.current()[0]
    law = next(one for one in pack.laws if one.status.in_force and one.articles)
    for adding, words in (("Tambah dasar hukum …", law.articles[0].text), ("Tambah ketentuan …", "azan menyiar")):
        walker.press(adding)
        over = here.opened.window.over
        assert over is not None
        line = over.findChild(QLineEdit)
        assert line is not None
        line.setText(words)
        walker.settle()
        found = [one for one in over.findChildren(RowButton) if one.isVisible()]
        walker.click(found[0])
    here.pause()
    content = here.draft("soal-01").content
    assert content["citations"] == [{"law": law.id, "ref": law.articles[0].ref}]
    assert content["rules"] == [layers.own("ketentuan-01")]
    walker.press("Hapus dari dasar hukum")
    walker.press("Tidak ditemukan larangan")
    walker.write("Dari mana Anda tahu", "Surat Bawaslu Kabupaten Contoh")
    here.pause()
    assert here.draft("soal-01").content["citations"] == [
        {"no_prohibition_found": True, "facts": ["Surat Bawaslu Kabupaten Contoh"]}
    ]


def test_a_rule_is_written_and_seen_as_in_bolehkah_saya(desk: OpenDesk) -> None:
    here = desk()
    here.list()
    walker = here.opened.walker
    walker.press("Ketentuan baru")
    walker.write("Perbuatan", "Memimpin apel pagi")
    choose(here, "Menurut ketentuan", "Masih berbeda pendapat")
    walker.press("Tambah pandangan")
    walker.write("Pandangan 1", "Boleh, karena bukan kampanye.")
    walker.write("Sikap aman", "Tanyakan lebih dahulu.")
    walker.press("PPPK")
    walker.press("Selama")
    walker.write("Sanksi bagi PPPK", "Menurut perjanjian kerja.")
    walker.write("Kata sehari-hari", "apel pagi\nupacara")
    walker.press("Tidak ditemukan larangan")
    here.pause()
    content = here.draft("ketentuan-01").content
    assert (content["verdict"], content["subjects"], content["phases"]) == ("diperdebatkan", ["pppk"], ["during"])
    assert content["positions"] == [{"says": "Boleh, karena bukan kampanye."}]
    assert content["safe"] == "Tanyakan lebih dahulu."
    assert content["sanction"] == {"pppk": "Menurut perjanjian kerja."}
    assert content["words"] == ["apel pagi", "upacara"]
    assert any(label.text() == "Memimpin apel pagi" for label in here.opened.labels())


def test_two_people_review_and_a_change_takes_it_back(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    walker = here.opened.walker
    walker.press("Ajukan untuk ditelaah")
    assert here.draft("soal-01").mark.standing is Standing.DRAFT  # nobody has said who wrote it
    walker.write("Nama penulis", "Siti Aminah")
    walker.press("Ajukan untuk ditelaah")
    walker.write("Nama penelaah", "siti  aminah")
    walker.press("Nyatakan sudah ditelaah")
    assert any("Mintalah orang lain" in label.text() for label in here.opened.labels())
    walker.write("Nama penelaah", "Budi Santoso")
    walker.press("Nyatakan sudah ditelaah")
    mark = here.draft("soal-01").mark
    assert mark.settled
    assert any("Penelaah: Budi Santoso" in label.text() for label in here.opened.labels())
    walker.write("Sebaiknya", "Bertanya.")
    here.pause()
    assert here.draft("soal-01").mark == layers.DRAFT


def test_removing_asks_and_the_id_is_not_given_again(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    here.opened.walker.write("Sebaiknya", "Bertanya.")
    here.opened.walker.press("Hapus entri …")
    here.opened.walker.press("Batal")
    assert len(here.store.drafts()) == 1
    here.opened.walker.press("Hapus entri …")
    here.opened.walker.press("Hapus")
    assert isinstance(here.opened.window.page, DraftsPage)
    assert here.store.drafts() == ()
    here.opened.walker.press("Soal baru")
    assert here.page.writing.draft.id == layers.own("soal-02")


def test_a_picture_is_added_told_in_words_and_taken_away(
    desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk(drafts.draft(mark=layers.REVIEWED))
    chosen = tmp_path / "papan.png"
    monkeypatch.setattr(route, "ask_for_files", lambda *given, **_: given[3]([chosen]))
    here.edit("soal-01")
    chosen.write_bytes(b"GIF89a")
    here.opened.walker.press("Tambah gambar …")
    assert here.opened.window.question is not None
    here.opened.walker.press("Mengerti")
    assert here.draft("soal-01").mark == layers.REVIEWED
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    for colour, words in (("white", "Tambah gambar …"), ("black", "Ganti gambar …")):
        image.fill(QColor(colour))
        assert image.save(str(chosen))
        here.opened.walker.press(words)
    here.opened.walker.write("Yang terlihat di gambar", "Papan pengumuman kantor")
    here.pause()
    kept = here.store.workshop()
    assert kept is not None
    assert len({one.name for one in kept.images}) == 2
    picture = here.draft("soal-01").content["picture"]
    assert picture["alt"] == "Papan pengumuman kantor"
    assert picture["image"] in {one.name for one in kept.images}
    assert here.draft("soal-01").mark == layers.DRAFT
    here.opened.walker.press("Hapus dari gambar")
    here.pause()
    assert "picture" not in here.draft("soal-01").content


def test_a_value_that_the_pack_has_no_more_stands_as_it_is(desk: OpenDesk) -> None:
    here = desk(drafts.draft(content=drafts.content(topic="topik-lama")))
    page = here.edit("soal-01")
    topic = page._form.places["topic",]
    assert isinstance(topic, ChoicePlace)
    box = topic.findChild(QComboBox)
    assert box is not None
    assert box.currentText() == "topik-lama"
    assert page.writing.draft.content["topic"] == "topik-lama"


def test_an_empty_form_is_not_full_of_faults(desk: OpenDesk) -> None:
    here = desk()
    here.list()
    here.opened.walker.press("Soal baru")
    assert not any("kosong" in label.text() for label in here.opened.labels())
    here.opened.walker.write("Sebaiknya", "Bertanya.")
    here.pause()
    assert any("Pilihan ini masih kosong." in label.text() for label in here.opened.labels())


def test_in_another_size_the_page_stands_as_it_was_with_what_was_typed(desk: OpenDesk) -> None:
    here = desk(drafts.draft())
    here.edit("soal-01")
    here.opened.walker.write("Teks soal", "Bolehkah memimpin apel?")
    here.opened.walker.key(Qt.Key.Key_Plus, CTRL)
    assert here.opened.window.theme.scale > 1
    assert area(here, "Teks soal").toPlainText() == "Bolehkah memimpin apel?"
    here.pause()
    assert here.draft("soal-01").content["stem"] == "Bolehkah memimpin apel?"


def test_another_writer_finds_what_is_kept(desk: OpenDesk) -> None:
    here = desk(drafts.draft(), drafts.draft("soal-02", content=drafts.content(stem="Kedua?")))
    here.edit("soal-01")
    here.store.keep(replace(here.draft("soal-02"), content=drafts.content(stem="Diubah?")))
    here.edit("soal-02")
    assert area(here, "Teks soal").toPlainText() == "Diubah?"


def test_the_stages_of_a_rule_are_ticked_and_one_that_no_list_has_stays(desk: OpenDesk) -> None:
    content = drafts.rule_content(stages=["sengketa-hasil"])
    here = desk(drafts.draft("ketentuan-01", DraftKind.RULE, content=content))
    page, press = here.edit("ketentuan-01"), here.opened.walker.press
    (place,) = (one for one in page.findChildren(TicksPlace) if one.label == "Tahapan")
    calendar = here.opened.learning.packs.current()[0].calendar
    assert calendar is not None
    names = [stage.name for stage in calendar.stages]
    assert [tick.text() for tick in place.findChildren(Tick)] == [*names, "Pemungutan", "sengketa-hasil"]
    press("Masa tenang")
    press("Pemungutan")
    here.pause()
    assert here.draft("ketentuan-01").content["stages"] == ["masa-tenang", "pemungutan", "sengketa-hasil"]
    for words in ("Masa tenang", "Pemungutan", "sengketa-hasil"):
        press(words)
    here.pause()
    assert here.draft("ketentuan-01").content["stages"] == []


def test_a_case_study_is_drawn_on_a_page_of_its_own_and_kept_by_itself(desk: OpenDesk) -> None:
    rule = drafts.draft("ketentuan-01", DraftKind.RULE, content=drafts.rule_content(act="Menyiarkan azan"))
    here = desk(rule)
    here.list()
    walker = here.opened.walker
    walker.press("Studi kasus baru")
    walker.press("Buka jalan cerita")
    page = here.opened.window.page
    assert isinstance(page, StoryPage)
    assert page.writing.pack.rule_by_id[rule.id].act == "Menyiarkan azan"
    walker.press("Judul dan fase")
    walker.write("Judul", "Undangan kepala dinas")
    walker.press("Kembali")
    assert here.page.writing.draft.content["title"] == "Undangan kepala dinas"
    assert here.draft("kasus-01").content["title"] == "Undangan kepala dinas"
