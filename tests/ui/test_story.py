"""Writing a case study at the real window: by keys alone, by mouse, in the list, walked, undone, and on a full disk."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from asnquiz.content.checker import check_pack
from asnquiz.domain import story as stories
from asnquiz.domain.pack import EndingKind
from asnquiz.painting.story_map import Spot
from asnquiz.ui.drafts.story.canvas import NAME
from asnquiz.ui.drafts.story.tree import StoryTree
from asnquiz.usecases.local_ports import Finding
from tests.content.sample_pack import write_pack
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stories import ID, Shelf, Story, open_story, written
from tests.ui.test_keys import PLAIN, SHIFT, Hands
from tests.ui.test_names import name_of, told

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
RULE = "Menyukai unggahan"


class Writer:
    """Somebody who writes at the page by keys alone."""

    def __init__(self, opened: Opened) -> None:
        self.hands = Hands(opened)

    def fill(self, words: str) -> None:
        self.hands.type(words)
        self.hands.opened.walker.settle()

    def to(self, name: str) -> None:
        self.hands.tab_to(name)

    def pick(self, name: str, words: str) -> None:
        """Chooses an entry of a list, from its top."""
        box = self.hands.tab_to(name)
        assert isinstance(box, QComboBox)
        self.hands.tap(Key.Key_Home)
        while box.currentText() != words:
            before = box.currentIndex()
            self.hands.tap(Key.Key_Down)
            box = self.hands.tab_to(name)
            assert isinstance(box, QComboBox)
            assert box.currentIndex() != before, words

    def back(self) -> None:
        self.hands.tap(Key.Key_Escape)
        assert name_of(self.hands.focused) == NAME

    def scene(self, words: str) -> None:
        self.hands.tap(Key.Key_Return)
        self.fill(words)
        self.back()

    def ending(self, words: str, kind: str, title: str) -> None:
        self.hands.tap(Key.Key_Return)
        self.fill(words)
        self.pick("Apakah cerita berakhir di sini?", kind)
        self.to("Judul akhir")
        self.fill(title)
        self.to("Yang dapat dipetik")
        self.fill("Anda tetap netral.")
        self.back()

    def choice(self, words: str, risk: str) -> None:
        """A choice with a new scene behind it; the focus is on the map, at the choice."""
        self.hands.tap(Key.Key_Insert)
        self.hands.tap(Key.Key_Return)
        self.fill(words)
        self.pick("Risiko sanksi", risk)
        self.to("Cari ketentuan")
        self.fill(RULE)
        self.to("Pakai ketentuan: ")
        self.hands.tap(Key.Key_Return)
        self.to("Akibat dan penjelasannya")
        self.fill("Tepat.")
        self.back()


def test_a_whole_study_is_written_by_keys_alone_walked_to_its_end_and_has_no_fault(
    open_window: OpenWindow, quick_hands: None, tmp_path: Path
) -> None:
    del quick_hands
    folder = write_pack(tmp_path / "paket")
    pack = check_pack(folder).pack
    assert pack is not None
    opened = open_window()
    story, writer = open_story(opened, {}, pack=pack), Writer(opened)
    hands = writer.hands
    writer.to(NAME)
    writer.to("Judul")
    writer.fill("Undangan")
    writer.pick("Fase", "Selama")
    hands.tab_to("Staf")
    hands.tap(Key.Key_Space)
    hands.tab_to(NAME, back=True)
    hands.tap(Key.Key_Insert)
    writer.scene("Atasan mengundang Anda.")
    writer.choice("Menolak.", "−1")
    hands.tap(Key.Key_Right)
    writer.scene("Atasan bertanya lagi.")
    for words, risk, kind, title in (("Diam.", "0", "Akhir baik", "Tenang"), ("Ikut.", "+2", "Akhir buruk", "Dilapor")):
        writer.choice(words, risk)
        hands.tap(Key.Key_Right)
        writer.ending("Hari berakhir.", kind, title)
        hands.tap(Key.Key_Left)
        hands.tap(Key.Key_Left)
    hands.tap(Key.Key_Home)
    writer.choice("Menunda.", "+1")
    hands.tap(Key.Key_Right)
    writer.ending("Anda menonton debat.", "Akhir campuran", "Ragu")
    assert story.writing.faults == ()
    file = folder / "skenario" / "ditulis.yaml"
    file.write_text(json.dumps({"id": ID, **story.content}, ensure_ascii=False), encoding="utf-8")
    assert check_pack(folder).faults == ()
    hands.press("Jalani dari awal", back=True)
    for _ in range(2):
        hands.tap(Key.Key_A)
        hands.tap(Key.Key_Return)
        hands.tap(Key.Key_Return)
    ending = story.walk.presenter.walk.ending
    assert ending is not None
    assert (ending.kind, ending.title) == (EndingKind.BAIK, "Tenang")
    hands.tap(Key.Key_Return)
    assert story.page.writing is story.writing


def chosen(story: Story) -> Spot | None:
    return story.writing.chosen


def heard(story: Story) -> str:
    return told(story.canvas).text(QAccessible.Text.Description)


def test_arrows_go_along_choices_and_each_stop_is_told(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    hands.tab_to(NAME)
    for key, spot, words in (
        (Key.Key_Home, ("pagi", None), "Adegan pagi, awal cerita: Atasan mengundang Anda., 2 pilihan"),
        (Key.Key_Right, ("pagi", 0), "Pilihan A dari pagi: "),
        (Key.Key_Down, ("pagi", 1), "menuju aula"),
        (Key.Key_Down, ("pagi", 1), "menuju aula"),
        (Key.Key_Right, ("aula", None), "Adegan aula: Anda difoto."),
        (Key.Key_Left, ("pagi", 1), "Pilihan B"),
        (Key.Key_Up, ("pagi", 0), "Pilihan A"),
        (Key.Key_Left, ("pagi", None), "awal cerita"),
        (Key.Key_Escape, None, "Studi kasus ini"),
    ):
        hands.tap(key)
        assert chosen(story) == spot
        assert words in heard(story)
    story.choose(("tenang", None))
    seen = {story.writing.chosen}
    for _ in range(3):
        hands.tap(Key.Key_Down)
        seen.add(story.writing.chosen)
    assert {spot[0] for spot in seen if spot} <= {"tenang", "dibina", "terlapor"}
    assert heard(story).startswith("Adegan ")


def turn(story: Story, modifier: Qt.KeyboardModifier) -> None:
    """Turns the wheel by one step over the middle of the map."""
    place, none = QPointF(story.canvas.rect().center()), Qt.MouseButton.NoButton
    there, phase = story.canvas.mapToGlobal(place), Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(place, there, QPoint(), QPoint(0, 120), none, modifier, phase, False)
    QApplication.sendEvent(story.canvas, wheel)


def test_what_is_chosen_is_always_in_view_and_the_map_is_sized_by_keys(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    hands.tab_to(NAME)
    for name in story.writing.scenario.scenes:
        story.choose((name, None))
        assert story.canvas.rect().contains(story.place((name, None)).toPoint()), name
    for key, larger in ((Key.Key_Plus, True), (Key.Key_Minus, False), (Key.Key_Minus, False)):
        before = story.canvas.zoom
        hands.tap(key)
        assert (story.canvas.zoom > before) is larger
        assert story.canvas.rect().contains(story.place(story.writing.chosen or ("pagi", None)).toPoint())
    for modifier, larger in ((CONTROL, True), (PLAIN, False)):
        before = story.canvas.zoom
        turn(story, modifier)
        assert (story.canvas.zoom > before) is larger
    hands.tap(Key.Key_0)
    corners = [story.canvas.place_of(box.topLeft()) for box in story.canvas.map.boxes.values()]
    assert all(story.canvas.rect().contains(corner.toPoint()) for corner in corners)


def test_removing_asks_first_and_leaves_nothing_dangling(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    hands.tab_to(NAME)
    story.choose(("aula", None))
    hands.tap(Key.Key_Delete)
    assert opened.window.question is not None
    assert "2 pilihan di adegan lain" in opened.window.question.informativeText()
    hands.tap(Key.Key_Escape)
    assert story.shelf.kept == []
    hands.tap(Key.Key_Delete)
    opened.walker.press("Hapus, pilihan itu tetap ada")
    assert story.content == stories.remove_scene(written(), "aula", keep_choices=True)
    hands.tap(Key.Key_Z, CONTROL)
    assert story.content == written()
    assert chosen(story) == ("aula", None)
    opened.walker.press("Hapus adegan …")
    opened.walker.press("Hapus beserta pilihan itu")
    assert story.content == stories.remove_scene(written(), "aula")
    opened.walker.press("Urungkan")
    story.choose(("pagi", 0))
    opened.walker.press("Hapus pilihan …")
    opened.walker.press("Hapus pilihan")
    assert story.content == stories.remove_choice(written(), ("pagi", 0))
    assert hands.focused is story.canvas


def test_a_scene_with_choices_becomes_an_ending_only_after_a_yes(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    story.choose(("aula", None))
    box = hands.tab_to("Apakah cerita berakhir di sini?")
    assert isinstance(box, QComboBox)
    hands.tap(Key.Key_Down)
    assert opened.window.question is not None
    assert "2 pilihan" in opened.window.question.informativeText()
    hands.tap(Key.Key_Escape)
    assert story.shelf.kept == []
    box = hands.tab_to("Apakah cerita berakhir di sini?")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Bukan akhir: cerita berlanjut"
    hands.tap(Key.Key_Down)
    opened.walker.press("Akhiri di sini")
    assert story.content == stories.end_scene(written(), "aula", EndingKind.BAIK)


def test_typing_is_kept_by_itself_and_undone_at_once(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    story.choose(("pagi", None))
    opened.walker.write("Cerita adegan", "Baru")
    assert story.content["scenes"]["pagi"]["text"] == "Baru"
    assert len(story.shelf.kept) == 1
    hands.tap(Key.Key_Z, CONTROL)
    assert story.content == written()
    hands.tap(Key.Key_Z, CONTROL | SHIFT)
    assert story.content["scenes"]["pagi"]["text"] == "Baru"
    assert not opened.walker.button("Ulangi").isEnabled()
    hands.tap(Key.Key_Z, CONTROL)
    opened.walker.write("Cerita adegan", "Lain")
    assert not opened.walker.button("Ulangi").isEnabled()


def test_choices_change_places_and_scenes_their_names(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    hands.tab_to(NAME)
    story.choose(("pagi", 0))
    hands.tap(Key.Key_Down, CONTROL)
    assert chosen(story) == ("pagi", 1)
    assert [one["to"] for one in story.content["scenes"]["pagi"]["choices"]] == ["aula", "kantor"]
    hands.tap(Key.Key_Up, CONTROL)
    assert story.content == written()
    story.choose(("aula", None))
    for wanted, said in (("Aula Besar", "huruf kecil"), ("pagi", "Sudah ada adegan")):
        opened.walker.write("Nama adegan", wanted)
        hands.tap(Key.Key_Return)
        assert any(said in label.text() for label in opened.labels())
        assert story.content == written()
    opened.walker.write("Nama adegan", "balai")
    hands.tap(Key.Key_Return)
    assert story.content == stories.rename_scene(written(), "aula", "balai")
    assert chosen(story) == ("balai", None)
    opened.walker.press("Jadikan adegan awal")
    assert story.content["start"] == "balai"
    kept = len(story.shelf.kept)
    opened.walker.write("Nama adegan", "setengah")
    hands.tap(Key.Key_Z, CONTROL)
    assert story.content == stories.rename_scene(written(), "aula", "balai")
    assert len(story.shelf.kept) == kept + 1
    story.writing.start_at("pagi")
    assert len(story.shelf.kept) == kept + 1


def mouse(story: Story, kind: QEvent.Type, place: QPointF, *, held: bool = True) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    buttons = left if held else none
    there = story.canvas.mapToGlobal(place)
    QApplication.sendEvent(story.canvas, QMouseEvent(kind, place, there, button, buttons, PLAIN))
    story.opened.walker.settle()


def drag(story: Story, begin: QPointF, end: QPointF) -> None:
    mouse(story, QEvent.Type.MouseButtonPress, begin)
    mouse(story, QEvent.Type.MouseMove, (begin + end) / 2)
    mouse(story, QEvent.Type.MouseMove, end)
    mouse(story, QEvent.Type.MouseButtonRelease, end, held=False)


def test_a_choice_is_dragged_to_a_scene_and_the_ground_moves_the_map(open_window: OpenWindow) -> None:
    opened = open_window()
    story = open_story(opened, written())
    opened.walker.press("Semua")
    handle = story.canvas.place_of(story.canvas.map.handle_of(("aula", 0)))
    drag(story, handle, story.place(("pagi", None)))
    assert story.content == stories.join(written(), ("aula", 0), "pagi")
    assert chosen(story) == ("aula", 0)
    kept = len(story.shelf.kept)
    drag(story, story.canvas.place_of(story.canvas.map.handle_of(("aula", 1))), QPointF(3, 3))
    assert len(story.shelf.kept) == kept
    before = story.place(("pagi", None))
    drag(story, QPointF(5, 5), QPointF(65, 25))
    assert story.place(("pagi", None)) == before + QPointF(60, 20)
    assert chosen(story) == ("aula", 1)
    story.page.show_findings()
    assert story.place(("pagi", None)) == before + QPointF(60, 20)
    QTest.mouseClick(story.canvas, Qt.MouseButton.LeftButton, PLAIN, QPointF(5, 5).toPoint())
    assert chosen(story) is None


def test_a_click_chooses_and_a_second_goes_to_the_form(open_window: OpenWindow) -> None:
    opened = open_window()
    story = open_story(opened, written())
    opened.walker.press("Semua")
    spots: tuple[Spot, ...] = (("kantor", None), ("kantor", 1), ("terlapor", None))
    for spot in spots:
        rect = story.canvas.map.rect_of(spot)
        place = story.canvas.place_of(QPointF(rect.center().x(), rect.top() + 8))
        QTest.mouseClick(story.canvas, Qt.MouseButton.LeftButton, PLAIN, place.toPoint())
        opened.walker.settle()
        assert chosen(story) == spot
    mouse(story, QEvent.Type.MouseButtonDblClick, story.place(("terlapor", None)))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Cerita adegan"


def test_the_list_does_what_the_map_does(open_window: OpenWindow) -> None:
    opened = open_window()
    story, hands = open_story(opened, written()), Hands(opened)
    opened.walker.press("Daftar")
    tree = story.page.map
    assert isinstance(tree, StoryTree)
    hands.tab_to("Daftar adegan")
    hands.tap(Key.Key_Home)
    assert chosen(story) == ("pagi", None)
    hands.tap(Key.Key_Down)
    hands.tap(Key.Key_Down)
    assert chosen(story) == ("pagi", 1)
    item = tree.currentItem()
    assert item is not None
    assert item.text(0) == "B. Menuju aula. · menuju aula"
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole).startswith("Pilihan B dari pagi: ")
    hands.tap(Key.Key_Up, CONTROL)
    assert [one["to"] for one in story.content["scenes"]["pagi"]["choices"]] == ["aula", "kantor"]
    assert chosen(story) == ("pagi", 0)
    hands.tap(Key.Key_Insert)
    assert story.content["scenes"]["pagi"]["choices"][2]["to"] == "adegan-1"
    hands.tap(Key.Key_Return)
    hands.type("Pulang.")
    assert story.content["scenes"]["pagi"]["choices"][2]["text"] == "Pulang."
    item = tree.currentItem()
    assert item is not None
    assert item.text(0) == "C. Pulang. · menuju adegan-1"
    hands.tap(Key.Key_Escape)
    assert hands.focused is tree
    hands.tap(Key.Key_Delete)
    opened.walker.press("Hapus pilihan")
    assert len(story.content["scenes"]["pagi"]["choices"]) == 2


def test_findings_stand_at_the_fields_that_they_are_about(open_window: OpenWindow) -> None:
    opened = open_window()
    found = (
        Finding(("title",), "Judul terlalu panjang."),
        Finding(("scenes", "pagi", "choices", 1, "rule"), "Ketentuan itu tidak ada."),
        Finding(("scenes", "pagi", "text"), "Kalimat terlalu panjang."),
    )
    mended = written()["scenes"]["pagi"]["text"] + "!"
    advice = Finding(("scenes", "pagi", "text"), "Pakai kata yang lebih umum.", advice=True)
    shelf = Shelf(found=lambda content: () if content["scenes"]["pagi"]["text"] == mended else (*found, advice))
    story = open_story(opened, written(), shelf=shelf)

    def said() -> set[str]:
        return {one.message for one in found if any(label.text() == one.message for label in opened.labels())}

    assert said() == {"Judul terlalu panjang."}
    assert story.writing.faulty == {"pagi": 2}
    opened.walker.press("Pilihan B dari pagi: Ketentuan itu tidak ada.")
    assert chosen(story) == ("pagi", 1)
    assert said() == {"Ketentuan itu tidak ada."}
    line = next(one for one in opened.window.findChildren(QLineEdit) if one.accessibleName() == "Cari ketentuan")
    assert line.accessibleDescription().startswith("Ketentuan itu tidak ada.")
    opened.walker.press("Buka adegannya")
    assert said() == {"Kalimat terlalu panjang."}
    assert "Saran: Pakai kata yang lebih umum." in [label.text() for label in opened.labels()]
    opened.walker.write("Cerita adegan", mended)
    opened.walker.until(lambda: not story.writing.faults)
    assert said() == set()


def test_a_full_disk_is_told_and_nothing_typed_is_lost(open_window: OpenWindow) -> None:
    opened = open_window()
    story = open_story(opened, written())
    story.shelf.full = True
    opened.walker.write("Judul", "Lain")
    opened.walker.until(lambda: any(label.text() == "Belum tersimpan" for label in opened.labels()))
    assert story.page.unsaved
    gone: list[None] = []
    story.page.save_then(lambda: gone.append(None))
    assert not gone
    story.shelf.full = False
    story.page.save_then(lambda: gone.append(None))
    assert gone
    assert story.content["title"] == "Lain"
    assert any(label.text() == "Tersimpan" for label in opened.labels())


def test_an_unfinished_study_is_walked_from_any_scene_and_nothing_is_kept(open_window: OpenWindow) -> None:
    opened = open_window()
    content = stories.put(written(), ("scenes", "aula", "choices", 0, "to"), None)
    story = open_story(opened, content)
    story.choose(("aula", None))
    opened.walker.press("Jalani dari adegan ini")
    opened.walker.key(Key.Key_A)
    opened.walker.press("Pilih jalan ini")
    assert "Ketentuan tentang tindakan ini belum dipilih." in [label.text() for label in opened.labels()]
    opened.walker.press("Lanjutkan")
    assert any("belum menuju ke adegan mana pun" in label.text() for label in opened.labels())
    opened.walker.press("Kembali menulis")
    assert chosen(story) == ("aula", None)
    assert story.shelf.kept == []
    assert opened.learning.store.case_steps(opened.profile.id, opened.journey.pack.id) == ()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda story: [story.writing.add_choice("pagi") for _ in range(4)], "paling banyak 5 pilihan"),
        (lambda story: story.writing.add_choice_with_scene("tenang"), "Cerita berakhir"),
    ],
)
def test_what_cannot_be_done_says_why(open_window: OpenWindow, act: Callable[[Story], object], said: str) -> None:
    opened = open_window()
    story = open_story(opened, written())
    act(story)
    opened.walker.settle()
    assert opened.window.question is not None
    assert said in opened.window.question.informativeText()
    opened.walker.press("Mengerti")


def test_the_page_in_another_size_is_the_same(open_window: OpenWindow) -> None:
    opened = open_window()
    story = open_story(opened, written())
    story.choose(("pagi", 1))
    opened.walker.press("Daftar")
    opened.walker.key(Key.Key_Plus, CONTROL)
    assert story.page.theme.scale > 1
    assert story.writing.view is story.page
    assert isinstance(story.page.map, StoryTree)
    opened.walker.write("Tindakan yang dapat dipilih", "Pulang.")
    opened.walker.press("Kembali")
    assert story.left
    assert story.shelf.kept[-1]["scenes"]["pagi"]["choices"][1]["text"] == "Pulang."
