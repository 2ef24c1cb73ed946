"""Paket soal in the window: who published a file and what it changes, the yes, going back, and what stays."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from asnquiz.content.layer_files import layer_files
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.learning import Learning
from asnquiz.programs.publishing import publish_folder
from asnquiz.ui.destinations import OpenFile, OpenPack, Packs, ResumeQuiz, Section
from asnquiz.ui.home.without_content_page import WithoutContentPage
from asnquiz.ui.packs.open_page import OpenPackPage
from asnquiz.ui.packs.page import PacksPage
from asnquiz.usecases.know_person import welcome
from asnquiz.usecases.local_ports import OpenedPack, PackKind, Trust
from asnquiz.usecases.take_quiz import PracticePlan, start
from tests import builders
from tests.fake_shelf import FakeShelf, ShelfPacks, changed, opened
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.local_packs import ACT, PUBLISHER, office_layer, on_shelf
from tests.ui.screens_ask import ask

FILE = "kabupaten.asnpack"
SHELF = Callable[[Pack], FakeShelf]
OWN = builders.pack(rules=tuple(builders.rule(id=f"aturan-{number}") for number in range(1, 13)))


def shelf_with(trust: Trust = Trust.KNOWN, make: Callable[[Pack], OpenedPack] | None = None) -> SHELF:
    """A computer on which one file can be opened: an office's layer, unless made otherwise."""

    def shelf(pack: Pack) -> FakeShelf:
        found = make(pack) if make else opened(office_layer(pack), trust)
        return FakeShelf(own=pack, files={FILE: found})

    return shelf


def open_on(open_window: OpenWindow, make: SHELF, **others: object) -> tuple[Opened, FakeShelf]:
    def learn(real: Learning) -> Learning:
        return on_shelf(real, make(OWN))

    window = open_window(learn=learn, **others)
    shelf = window.learning.shelf()
    assert isinstance(shelf, FakeShelf)
    return window, shelf


def go(opened_: Opened, to: Packs | OpenPack) -> None:
    opened_.window.go(to)
    opened_.walker.settle()


def offer(opened_: Opened) -> None:
    go(opened_, OpenPack(Path(FILE)))
    assert isinstance(opened_.window.page, OpenPackPage)


def said(opened_: Opened) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in opened_.labels())


def asked(opened_: Opened) -> str:
    question = opened_.window.question
    assert question is not None
    return f"{question.text()}\n{question.informativeText()}"


def answers_to(opened_: Opened, words: str) -> list[str]:
    opened_.window.go(Section.ASK)
    opened_.walker.settle()
    return [card.rule.act for card in ask(opened_, words).cards]


def test_what_is_in_use_is_told_with_its_publisher_and_key(open_window: OpenWindow) -> None:
    window, _ = open_on(open_window, shelf_with())
    window.walker.press("Pengaturan")
    window.walker.press("Buka Paket soal")
    shown = said(window)
    for words in ("Paket contoh", "31 Januari 2026", "Tidak ada paket setempat yang dipakai"):
        assert words in shown
    assert "tetap memakai isi paket pada saat dimulai" in shown
    offer(window)
    window.walker.press("Pakai paket ini")
    window.walker.press("Mengerti")
    shown = said(window)
    for words in ("Netralitas di Kabupaten Contoh", PUBLISHER, "k3Vb 9xQ2 Lm0- pZ7r Ta_4", "4 (2 sudah ditelaah)"):
        assert words in shown


@pytest.mark.parametrize(
    ("trust", "named", "advice", "question"),
    [
        (Trust.NEW, "Penerbit baru", "bandingkan sidik kunci di atas dengan yang diumumkan", "sudah cocok?"),
        (Trust.OTHER_KEY, "Kunci lain daripada sebelumnya", "tanyakan langsung bila ragu", "sudah cocok?"),
        (Trust.UNSIGNED, "Tidak ditandatangani", "Siapa pun dapat membuat berkas ini", "tidak ditandatangani?"),
    ],
)
def test_a_publisher_that_is_not_known_is_named_and_asked_about_before_the_yes(
    open_window: OpenWindow, trust: Trust, named: str, advice: str, question: str
) -> None:
    window, shelf = open_on(open_window, shelf_with(trust))
    offer(window)
    assert named in said(window)
    assert advice in said(window)
    window.walker.press("Pakai paket ini")
    assert question in asked(window)
    window.walker.key(Qt.Key.Key_Return)  # the safe answer
    assert isinstance(window.window.page, OpenPackPage)
    assert shelf.kept(PackKind.LAYER) == ()
    window.walker.press("Pakai paket ini")
    yes = "Pakai tanpa tanda tangan" if trust is Trust.UNSIGNED else "Sudah cocok"
    window.walker.press(yes)
    assert [one.in_use for one in shelf.kept(PackKind.LAYER)] == [True]


@pytest.mark.parametrize(
    ("trust", "named"), [(Trust.KNOWN, "Penerbit dikenal"), (Trust.OWN, "Diterbitkan dari komputer ini")]
)
def test_a_known_publisher_is_taken_at_once_and_nothing_before(
    open_window: OpenWindow, trust: Trust, named: str
) -> None:
    window, shelf = open_on(open_window, shelf_with(trust))
    offer(window)
    assert named in said(window)
    assert shelf.kept(PackKind.LAYER) == ()
    window.walker.press("Jangan pakai")
    assert isinstance(window.window.page, PacksPage)
    assert shelf.kept(PackKind.LAYER) == ()


def test_what_a_layer_adds_is_told_with_who_wrote_and_reviewed_it(open_window: OpenWindow) -> None:
    window, _ = open_on(open_window, shelf_with())
    offer(window)
    shown = said(window)
    assert f"Ketentuan: {ACT}" in shown
    assert "Penulis: Siti Aminah (20 November 2026). Penelaah: Budi Santoso (22 November 2026)." in shown
    assert "2 dari 4 belum ditelaah" in shown
    assert "Ketentuan baru: 2" in shown


def test_long_lists_of_changes_are_folded(open_window: OpenWindow) -> None:
    acts = [f"Perbuatan nomor {number}" for number in range(12)]
    window, _ = open_on(open_window, shelf_with(make=lambda pack: opened(changed(pack, "2099.1", acts))))
    offer(window)
    assert "Ketentuan berubah: 12" in said(window)
    assert acts[7] in said(window)
    assert acts[8] not in said(window)
    window.walker.press("4 baris berikutnya")
    assert acts[11] in said(window)
    page = window.window.page
    QTest.keyClick(window.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    window.walker.settle()
    assert window.window.page is not page
    assert acts[11] in said(window)


def test_the_new_content_is_used_at_once_and_the_old_again_after_going_back(open_window: OpenWindow) -> None:
    window, _ = open_on(open_window, shelf_with())
    assert ACT not in answers_to(window, "apel kabupaten")
    offer(window)
    window.walker.press("Pakai paket ini")
    assert "Paket sudah dipakai" in asked(window)
    window.walker.press("Mengerti")
    assert answers_to(window, "apel kabupaten")[0] == ACT
    window.walker.press("Beranda")
    assert "Setempat" in said(window)
    go(window, Packs())
    window.walker.press("Berhenti memakai paket setempat …")
    window.walker.press("Berhenti memakai")
    window.walker.press("Mengerti")
    assert ACT not in answers_to(window, "apel kabupaten")
    go(window, Packs())
    assert "Versi paket setempat" in said(window)  # kept, and one click away


def test_one_click_goes_back_to_a_kept_version_and_is_asked_once(open_window: OpenWindow) -> None:
    acts = ["Perbuatan yang diubah"]
    window, shelf = open_on(open_window, shelf_with(make=lambda pack: opened(changed(pack, "2099.1", acts))))
    offer(window)
    window.walker.press("Pakai paket ini")
    window.walker.press("Mengerti")
    assert window.journey.pack.rules[0].act == acts[0]
    window.walker.press("Kembali ke versi ini")
    assert "tetap memakai isi paket pada saat dimulai" in asked(window)
    window.walker.press("Batal")
    assert window.journey.pack.rules[0].act == acts[0]
    window.walker.press("Kembali ke versi ini")
    window.walker.key(Qt.Key.Key_Return)
    window.walker.press("Mengerti")
    assert window.journey.pack == shelf.own
    window.walker.press("Hapus: ")
    window.walker.press("Hapus")
    window.walker.press("Mengerti")
    assert len(shelf.kept(PackKind.NATIONAL)) == 1


def begun(window: Opened, pack: Pack) -> ResumeQuiz:
    learning = window.learning
    sitting = start(
        PracticePlan(None, 3, None),
        window.profile.id,
        store=learning.store,
        packs=learning.packs,
        clock=learning.clock,
        attempt_id=uuid4(),
        seed=3,
    )
    assert sitting.pack == pack
    return ResumeQuiz(sitting.attempt.id)


def test_a_running_quiz_stays_on_its_content(open_window: OpenWindow) -> None:
    def every_stem_changed(pack: Pack) -> OpenedPack:
        items = tuple(replace(item, stem=f"Diubah: {item.stem}") for item in pack.items)
        return opened(replace(pack, version="2099.1", items=items))

    window, shelf = open_on(open_window, shelf_with(make=every_stem_changed))
    resume = begun(window, shelf.own)
    offer(window)
    window.walker.press("Pakai paket ini")
    window.walker.press("Mengerti")
    window.window.go(resume)
    window.walker.settle()
    assert not window.walker.question().item.stem.startswith("Diubah")
    assert window.journey.pack.items[0].stem.startswith("Diubah")


def test_a_refused_file_is_told_whole_and_the_page_stays(open_window: OpenWindow) -> None:
    window, _ = open_on(open_window, shelf_with())
    go(window, Packs())
    go(window, OpenPack(Path("rusak.asnpack")))
    words = "Paket belum dapat dibuka\n“rusak.asnpack” bukan berkas paket: isinya tidak sesuai dengan daftarnya."
    assert asked(window) == words
    window.walker.press("Mengerti")
    assert isinstance(window.window.page, PacksPage)


def test_what_cannot_be_kept_leaves_everything_as_it_was(open_window: OpenWindow) -> None:
    window, shelf = open_on(open_window, shelf_with())
    offer(window)
    shelf.refuses = "Penyimpanan penuh. Kosongkan sebagian, lalu ulangi."
    window.walker.press("Pakai paket ini")
    assert asked(window) == "Paket belum diganti\nPenyimpanan penuh. Kosongkan sebagian, lalu ulangi."
    assert window.journey.pack == shelf.own


def test_content_that_cannot_be_opened_leads_to_the_versions_that_can(open_window: OpenWindow) -> None:
    window, shelf = open_on(open_window, shelf_with(make=lambda pack: opened(changed(pack, "2099.1"))))
    shelf.keep(shelf.files[FILE])
    packs = window.learning.packs
    assert isinstance(packs, ShelfPacks)
    packs.broken = "Paket soal versi 2099.1 rusak."
    window.journey.go_on_with(Refusal(packs.broken))
    window.walker.press("Beranda")
    assert isinstance(window.window.page, WithoutContentPage)
    window.walker.press("Buka Paket soal")
    assert "Paket soal versi 2099.1 rusak." in said(window)
    window.walker.press("Kembali ke versi ini")
    packs.broken = ""
    window.walker.key(Qt.Key.Key_Return)
    window.walker.press("Mengerti")
    assert window.journey.content == shelf.own
    packs.broken = "Paket soal bawaan rusak. Pasang ulang program."
    window.walker.press("Pakai versi ini")
    window.walker.key(Qt.Key.Key_Return)
    assert "Pasang ulang program" in asked(window)


def test_what_somebody_put_in_use_is_in_use_for_whoever_comes_next(open_window: OpenWindow) -> None:
    window, _ = open_on(open_window, shelf_with())
    store, clock = window.learning.store, window.learning.clock
    other: Profile = welcome("Budi Santoso", store=store, clock=clock, profile_id=uuid4())
    offer(window)
    window.walker.button("Pakai paket ini").click()
    window.journey.come_in(other, Preferences(), store.profiles())  # before the work is done
    window.walker.settle()
    assert window.journey.pack.local is not None
    assert window.window.question is None  # nothing of what the other person did is told


def test_a_strangers_words_stay_plain_and_short(open_window: OpenWindow) -> None:
    def hostile(pack: Pack) -> OpenedPack:
        title, publisher = "<b>Paket</b>\u202e\x1b[2J", "x" * 100_000
        return opened(office_layer(pack, title=title, publisher=publisher), Trust.NEW)

    window, _ = open_on(open_window, shelf_with(make=hostile))
    offer(window)
    shown = said(window)
    assert "<b>Paket</b>□□[2J" in shown
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in window.labels() if "Paket" in label.text())
    assert max(len(line) for line in shown.splitlines()) < 600


def test_a_damaged_version_is_named_and_can_be_taken_away(open_window: OpenWindow) -> None:
    window, shelf = open_on(open_window, shelf_with())
    shelf.broken = ("abcdef012345" + "6" * 52,)
    packs = window.learning.packs
    assert isinstance(packs, ShelfPacks)
    packs.told = "Paket yang dipilih rusak, jadi paket bawaan program yang dipakai."
    go(window, Packs())
    assert packs.told in said(window)
    assert "Versi bersidik abcdef012345" in said(window)
    window.walker.press("Hapus: Versi bersidik")
    window.walker.press("Hapus")
    window.walker.press("Mengerti")
    assert not shelf.broken
    assert "Versi yang rusak" not in said(window)


def test_what_a_command_put_in_use_meanwhile_is_seen_and_used(open_window: OpenWindow) -> None:
    window, shelf = open_on(open_window, shelf_with())
    shelf.keep(shelf.files[FILE])
    assert window.journey.pack.local is None
    go(window, Packs())
    assert PUBLISHER in said(window)
    assert window.journey.pack.local is not None


def test_a_double_click_leads_to_the_file_and_a_bad_one_is_refused_by_what_is_really_there(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    file = tmp_path / "rusak.ASNPACK"
    file.write_bytes(b"bukan arsip")
    window.window.go(OpenFile(file))
    window.walker.settle()
    assert asked(window).startswith("Paket belum dapat dibuka\n")
    window.walker.press("Mengerti")
    go(window, Packs())
    assert "Bawaan program" in said(window)
    with pytest.raises(LookupError):
        window.walker.button("Kembali ke versi ini")


def test_a_layer_published_here_is_opened_proven_and_in_force_at_once(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    learning, pack = window.learning, window.journey.pack
    layer = office_layer(pack, rules=(), items=(), scenarios=(), pledge=None)
    folder, file = tmp_path / "setempat", tmp_path / FILE
    folder.mkdir()
    for name, content in layer_files(layer).items():
        (folder / name).write_bytes(content)
    publish_folder(folder, file, packs=learning.packs, seal=learning.seal, made=builders.moment().utc)
    window.window.go(OpenFile(file))
    window.walker.settle()
    assert "Diterbitkan dari komputer ini" in said(window)
    assert "Kontak baru: 3" in said(window)
    window.walker.press("Pakai paket ini")
    window.walker.press("Mengerti")
    assert window.journey.local is not None
    assert window.journey.local.contacts == layer.contacts
    window.walker.press("Beranda")
    window.walker.press("Buka Setempat")
    assert "Telepon: (000) 000002" in said(window)
    go(window, OpenPack(file))
    assert "Tidak ada yang berubah dari yang dipakai sekarang." in said(window)
    go(window, Packs())
    window.walker.press("Berhenti memakai paket setempat …")
    window.walker.press("Berhenti memakai")
    window.walker.press("Mengerti")
    assert window.journey.pack == pack
