"""What takes longer than half a second says what it is, hides nothing, and can be left."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from asnquiz.content.library import PackLibrary
from asnquiz.domain.preferences import Preferences, ThemeChoice
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.desktop import open_desk
from asnquiz.programs.paths import Paths
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.list_page import ResultsPage
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.shell.trouble_page import TroublePage
from asnquiz.ui.welcome.page import WelcomePage
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import SlowStore, StoreFront


class SlowReader(StoreFront):
    """Answers no question about a person's attempts before `gate` is set; refuses them while `broken`."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.broken = False

    def summaries(self, profile: UUID) -> Any:
        self.gate.wait(30)
        if self.broken:
            raise Refusal("Data tidak dapat dibaca. Periksa penyimpanan komputer ini, lalu coba lagi.")
        return self.real.summaries(profile)


def bar(window: MainWindow) -> QProgressBar:
    return window.busy.frame.findChildren(QProgressBar)[0]


def words(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def test_a_journey_that_takes_long_says_where_it_goes_until_it_is_there(open_window: OpenWindow, qtbot: QtBot) -> None:
    store = SlowReader()
    opened = open_window(store=store.before)
    page = opened.window.page
    store.gate.clear()
    with qtbot.waitSignal(opened.window.busy.patience.timeout):
        opened.walker.button("Hasil saya").click()
        assert opened.window.busy.frame.isHidden(), "not before half a second"
    assert opened.window.busy.frame.isVisible()
    assert "Membuka Hasil saya …" in words(opened)
    assert bar(opened.window).maximum() == 0, "nobody knows how long it takes"
    assert (
        QAccessible.queryAccessibleInterface(bar(opened.window)).text(QAccessible.Text.Name) == "Membuka Hasil saya …"
    )
    assert opened.window.page is page
    QApplication.processEvents()
    assert page is not None
    assert not page.geometry().intersects(opened.window.busy.frame.geometry()), "nothing of the page is covered"
    store.gate.set()
    opened.walker.settle()
    assert isinstance(opened.window.page, ResultsPage)
    assert opened.window.busy.frame.isHidden()


def test_what_is_there_at_once_says_nothing(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Hasil saya")
    assert not opened.window.busy.patience.isActive()
    assert opened.window.busy.frame.isHidden()


def test_closing_while_an_answer_is_saved_says_so_and_ends_when_it_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    opened.walker.answer((0,) if page.question.item.options else (1,))
    page.presenter.keep()
    with qtbot.waitSignal(opened.window.busy.patience.timeout):
        opened.window.close()
    assert opened.window.isVisible()
    assert "Menyimpan sebelum ditutup …" in words(opened)
    store.gate.set()
    opened.walker.settle()
    assert not opened.window.isVisible()


def test_a_first_page_that_cannot_be_opened_leaves_a_button_to_try_again(open_window: OpenWindow) -> None:
    store = SlowReader()
    store.broken = True
    opened = open_window(store=store.before)
    assert isinstance(opened.window.page, TroublePage)
    assert any("Periksa penyimpanan" in one for one in words(opened))
    opened.walker.press("Coba lagi")
    assert isinstance(opened.window.page, TroublePage)
    store.broken = False
    opened.walker.press("Coba lagi")
    assert isinstance(opened.window.page, HomePage)


class Gate:
    """Stands before something that is opened at start, and lets it through when told."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.open = threading.Event()

    def before(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def passing(*args: Any) -> Any:
            self.reached.set()
            self.open.wait(30)
            return real(*args)

        return passing


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


def start(qapp: QApplication, folder: Path, shown: list[MainWindow]) -> Any:
    def show(window: MainWindow) -> None:
        shown.append(window)
        window.resize(1366, 768)
        window.show()

    paths = Paths(folder / "data")
    paths.data.mkdir(exist_ok=True)
    return open_desk(qapp, paths, folder, preferences=Preferences(ThemeChoice.LIGHT), seeds=lambda: 1, show=show)


def test_a_start_that_takes_long_says_which_step_it_is_at(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PackLibrary, "current", gate.before(PackLibrary.current))
    with start(qapp, tmp_path, []) as desk:
        qtbot.waitUntil(gate.reached.is_set)
        if desk.window.busy.frame.isHidden():
            with qtbot.waitSignal(desk.window.busy.patience.timeout):
                pass
        assert bar(desk.window).accessibleName() == "Menyiapkan paket soal …"
        assert (bar(desk.window).value(), bar(desk.window).maximum()) == (0, 2)
        gate.open.set()
        qtbot.waitUntil(lambda: isinstance(desk.window.page, WelcomePage))
        assert desk.window.busy.frame.isHidden()
        desk.window.close()


def test_a_start_can_be_left_and_ends_with_everything_closed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PackLibrary, "current", gate.before(PackLibrary.current))
    with start(qapp, tmp_path, []) as desk:
        qtbot.waitUntil(gate.reached.is_set)
        desk.window.close()
        assert not desk.window.isVisible(), "nobody waits for a window that is closed"
        gate.open.set()
    assert not (tmp_path / "data" / "asnquiz.db-wal").exists(), "the database was closed"


def test_a_start_that_fails_closes_the_window_and_raises_why(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    shown: list[MainWindow] = []
    (tmp_path / "data" / "asnquiz.db").mkdir(parents=True)
    with pytest.raises(Refusal), start(qapp, tmp_path, shown) as desk:
        qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert not shown[0].isVisible()
