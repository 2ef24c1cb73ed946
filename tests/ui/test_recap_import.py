"""Taking files in at the window: step by step beside other work, stopped and gone on with, with the office's key."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.collection import Tally, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.walks import recap
from asnquiz.programs.walks.many_people import office
from asnquiz.scorefiles.sealed import seal
from asnquiz.ui.destinations import AddScoreFiles, Section
from asnquiz.ui.recap.import_page import ImportPage
from asnquiz.ui.recap.importing import Importing, State, left_words, progress_words
from asnquiz.usecases.collect import Progress
from asnquiz.usecases.see_collection import question_on
from tests.scorefiles.offices import GOLDEN, PASSWORD, RECIPIENTS
from tests.scorefiles.test_look import signed
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK


@dataclass
class ByHand:
    """A background whose work is done when the test says so."""

    waiting: list[tuple[Callable[[], object], Callable[..., None], Callable[[Exception], None]]] = field(
        default_factory=list
    )

    def run(
        self,
        work: Callable[[], object],
        on_success: Callable[..., None],
        on_failure: Callable[[Exception], None],
        doing: str = "",  # noqa: ARG002
        *,
        long: bool = False,  # noqa: ARG002
    ) -> None:
        self.waiting.append((work, on_success, on_failure))

    def do_next(self) -> None:
        work, on_success, on_failure = self.waiting.pop(0)
        try:
            result = work()
        except Refusal as error:
            on_failure(error)
        else:
            on_success(result)

    def do_all(self) -> None:
        while self.waiting:
            self.do_next()


class Pieces:
    """An import of so many steps; the store is full at one of them."""

    def __init__(self, steps: int, full_at: int | None = None) -> None:
        self.steps = steps
        self.full_at = full_at
        self.done = 0
        self.closed = False

    def step(self) -> Progress:
        self.done += 1
        if self.done == self.full_at:
            raise Refusal(FULL_DISK)
        over = self.done == self.steps
        tally = Tally(self.done, {Verdict.ACCEPTED: self.done}) if over else None
        return Progress(self.done, self.steps, self.steps - self.done, over, tally)

    def close(self) -> None:
        self.closed = True


@dataclass
class Desk:
    """An import at hand: what it began, what was told, and whether the window is leaving."""

    runs: list[Pieces]
    background: ByHand = field(default_factory=ByHand)
    begun: list[Pieces] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    leaving: bool = False

    def importing(self) -> Importing:
        def begin(_sources: Sequence[Path], _keys: object) -> Pieces:
            self.begun.append(self.runs.pop(0))
            return self.begun[-1]

        def report(title: str, words: str) -> None:
            self.told.append((title, words))

        made = Importing(begin, lambda *_: "keys", self.background, report, lambda: self.leaving)
        made.choose([Path("kiriman")])
        return made


def state_of(importing: Importing) -> State:
    """Asked anew each time, also by mypy's reckoning."""
    return importing.state


def test_other_work_is_done_between_two_steps() -> None:
    desk = Desk([Pieces(3)])
    importing = desk.importing()
    importing.start()
    desk.background.do_next()
    done: list[str] = []
    desk.background.run(lambda: done.append("jawaban"), lambda _: None, lambda _: None)
    desk.background.do_next()
    assert importing.step is not None
    assert importing.step.done == 1
    desk.background.do_next()
    assert (done, importing.step.done) == (["jawaban"], 1)
    desk.background.do_all()
    assert state_of(importing) is State.DONE
    assert importing.step.tally == Tally(3, {Verdict.ACCEPTED: 3})
    assert desk.begun[0].closed


def test_stopping_ends_it_after_the_step_under_way_and_going_on_begins_it_again() -> None:
    desk = Desk([Pieces(9), Pieces(2)])
    importing = desk.importing()
    importing.start()
    desk.background.do_next()
    desk.background.do_next()
    importing.stop()
    assert state_of(importing) is State.STOPPING
    desk.background.do_all()
    assert state_of(importing) is State.STOPPED
    assert (desk.begun[0].done, desk.begun[0].closed) == (2, True)
    importing.start()
    desk.background.do_all()
    assert state_of(importing) is State.DONE
    assert desk.begun[1].closed


def test_a_window_that_wants_to_close_ends_it_after_the_step_under_way() -> None:
    desk = Desk([Pieces(9)])
    importing = desk.importing()
    importing.start()
    desk.background.do_next()
    desk.leaving = True
    desk.background.do_all()
    assert (desk.begun[0].done, desk.begun[0].closed) == (1, True)


def test_a_full_disk_is_told_and_what_was_done_can_be_gone_on_with() -> None:
    desk = Desk([Pieces(9, full_at=2), Pieces(1)])
    importing = desk.importing()
    importing.start()
    desk.background.do_all()
    assert desk.told == [("Pemeriksaan berkas berhenti", FULL_DISK)]
    assert state_of(importing) is State.STOPPED
    assert desk.begun[0].closed
    importing.start()
    desk.background.do_all()
    assert state_of(importing) is State.DONE


def test_what_is_chosen_after_an_import_is_another_one() -> None:
    desk = Desk([Pieces(1)])
    importing = desk.importing()
    importing.choose([Path("kiriman"), Path("lagi")])
    assert [source.name for source in importing.sources] == ["kiriman", "lagi"]
    importing.start()
    desk.background.do_all()
    importing.choose([Path("baru")])
    assert [source.name for source in importing.sources] == ["baru"]
    assert state_of(importing) is State.CHOOSING


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (None, "Mencari berkas …"),
        (Progress(0, 0, None, False, None), "Mencari berkas …"),
        (Progress(7216, 10_000, 3, False, None), "Memeriksa 7.216 dari 10.000 berkas · sisa ± 3 detik"),
        (Progress(5, 10, None, False, None), "Memeriksa 5 dari 10 berkas"),
    ],
)
def test_how_far_it_is_is_said_as_indonesians_write_it(step: Progress | None, words: str) -> None:
    assert progress_words(step) == words


@pytest.mark.parametrize(("seconds", "words"), [(0, "1 detik"), (2.1, "3 detik"), (119, "119 detik"), (121, "3 menit")])
def test_what_is_left_is_rounded_up(seconds: float, words: str) -> None:
    assert left_words(seconds) == words


@pytest.fixture
def at_import(open_window: OpenWindow) -> Opened:
    opened = open_window()
    opened.learning.collection.store.keep_office(office())
    opened.window.show_purposes(briefs=False, gathers=True)
    opened.window.go(AddScoreFiles())
    opened.walker.settle()
    return opened


def said(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def choose_folder(opened: Opened, folder: Path) -> None:
    opened.walker.press("Pilih folder")
    recap.choose(opened.walker, folder)


def test_real_files_of_every_kind_come_to_a_tally_and_again_to_nothing_new(at_import: Opened, tmp_path: Path) -> None:
    sent = tmp_path / "kiriman"
    sent.mkdir()
    for name in ("nilai-2.asnskor", "tersegel-1.asnskor"):
        shutil.copy(GOLDEN / name, sent)
    (sent / "undangan.txt").write_text("Undangan rapat")
    choose_folder(at_import, sent)
    assert "Dipilih: kiriman" in said(at_import)
    at_import.walker.press("Mulai periksa")
    words = said(at_import)
    assert "3 berkas diperiksa." in words
    assert "Masuk: 1" in words
    assert "Tersegel, kuncinya tidak ada di sini: 1" in words
    assert "Bukan berkas nilai: 1" in words
    at_import.walker.press("Lihat berkas yang ditolak")
    names = {row[0].split(",")[0].split("/")[-1] for row in rows(at_import, "Daftar berkas yang ditolak")}
    assert names == {"tersegel-1.asnskor", "undangan.txt"}
    before = at_import.learning.collection.store.overview(question_on(None))
    at_import.window.go(AddScoreFiles())
    at_import.walker.settle()
    at_import.walker.press("Tambah berkas lain")
    choose_folder(at_import, sent)
    at_import.walker.press("Mulai periksa")
    assert "Sudah ada: 1" in said(at_import)
    after = at_import.learning.collection.store.overview(question_on(None))
    assert (after.files, after.refused, after.unknown) == (before.files, before.refused, before.unknown)


def rows(opened: Opened, name: str) -> list[list[str]]:
    model = recap.table(opened.walker, name).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_office_s_key_opens_sealed_files_and_its_password_stays_nowhere(at_import: Opened, tmp_path: Path) -> None:
    key = tmp_path / "kunci-kantor.pem"
    shutil.copy(GOLDEN / "kunci-kantor-1.pem", key)
    at_import.walker.press("Buka kunci")
    assert "Pilih berkas kuncinya lebih dahulu." in said(at_import)
    at_import.walker.press("Pilih berkas kunci")
    recap.choose(at_import.walker, key)
    at_import.walker.write("Kata sandi kunci kantor", "salah sama sekali")
    at_import.walker.press("Buka kunci")
    box = at_import.window.question
    assert box is not None
    assert box.text() == "Kunci kantor belum terbuka"
    at_import.walker.press("Mengerti")
    line = next(one for one in at_import.window.findChildren(QLineEdit) if one.isVisible())
    line.setText(PASSWORD)  # Qt's hands have no key for its accent
    at_import.walker.press("Buka kunci")
    assert "Terbuka: kunci-kantor.pem." in said(at_import)
    assert not [one for one in at_import.window.findChildren(QLineEdit) if one.text() == PASSWORD]
    sent = tmp_path / "kiriman"
    sent.mkdir()
    inner = signed(recipients=tuple(one.kid for one in RECIPIENTS))
    (sent / "bukti.asnskor").write_bytes(seal(inner, RECIPIENTS))
    choose_folder(at_import, sent)
    at_import.walker.press("Mulai periksa")
    assert "Masuk: 1" in said(at_import)
    kept = b"".join(file.read_bytes() for file in at_import.database.parent.rglob("*") if file.is_file())
    assert PASSWORD.encode() not in kept
    at_import.walker.press("Tambah berkas lain")
    at_import.walker.press("Tutup kunci")
    assert "Berkas kunci: " in said(at_import)


def test_files_that_are_dropped_on_the_page_are_chosen(at_import: Opened, tmp_path: Path) -> None:
    page = at_import.window.page
    assert isinstance(page, ImportPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.asnskor")), QUrl("https://contoh.go.id/b.asnskor")])
    dropped = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(dropped)
    at_import.walker.settle()
    assert "Dipilih: a.asnskor" in said(at_import).split("\n")


def test_an_import_goes_on_while_another_page_is_open(at_import: Opened, tmp_path: Path) -> None:
    sent = tmp_path / "kiriman"
    sent.mkdir()
    shutil.copy(GOLDEN / "nilai-2.asnskor", sent)
    choose_folder(at_import, sent)
    importing = at_import.journey.recap and at_import.journey.recap.importing
    assert importing
    importing.start()
    at_import.window.go(Section.RECAP)
    at_import.walker.settle()
    assert state_of(importing) is State.DONE
    assert "semuanya 1 berkas" in said(at_import), "what it brought is on the page that was open"
