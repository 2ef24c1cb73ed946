"""The tour: the real window, offscreen, on the real pack, led through the whole journey by real clicks and keys."""

import itertools
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from asnquiz.domain.answering import Answer, right_answer
from asnquiz.domain.pack import Item, ItemType
from asnquiz.domain.preferences import Preferences, ThemeChoice
from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import ThemeName
from asnquiz.programs.desktop import make_application, open_desk
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.programs.walker import Walker, save, wrong_answer
from asnquiz.programs.walks import (
    ask,
    briefing,
    cases,
    condition,
    documents,
    law,
    local,
    office,
    own_data,
    people,
    proof,
    recap,
    remembering,
    results,
    tasks,
)
from asnquiz.programs.walks import help as help_
from asnquiz.ui.destinations import OpenFile
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.shell.main_window import MainWindow

_FIRST_SEED = 20_261_121
_WHO = "Siti Aminah"


@dataclass(frozen=True)
class Look:
    """How the window looks while pictures are taken."""

    theme: ThemeName = ThemeName.LIGHT
    width: int = 1366
    height: int = 768
    text_scale: float = 1.0


@dataclass(frozen=True)
class Screen:
    """One picture, as the summary lists it."""

    name: str
    file: str
    theme: str
    width: int
    height: int
    text_scale: float


_PROJECTOR = Look(width=1920, height=1080)
_OTHER_LOOKS = (
    Look(theme=ThemeName.HIGH_CONTRAST),
    Look(theme=ThemeName.HIGH_CONTRAST, text_scale=2.0, width=1024, height=700),
    Look(text_scale=1.5),
    Look(theme=ThemeName.DARK),
    Look(text_scale=2.0),
    Look(theme=ThemeName.DARK, text_scale=2.0, width=1024, height=700),
    Look(width=1024, height=700),
)


class Tour:
    """One tour into one folder, with a data folder and key of its own under it."""

    def __init__(self, app: QApplication, out: Path) -> None:
        self._app = app
        self._out = out
        self._seeds = itertools.count(_FIRST_SEED)
        self._look = Look()
        self.screens: list[Screen] = []
        self.score_file = out / "nilai.asnskor"

    def run(self) -> None:
        """The whole journey once, then its main screens in the other looks. Raises what went wrong in any handler."""
        faults: list[BaseException] = []
        sys.excepthook = lambda _kind, error, _trace: faults.append(error)
        try:
            self._visit(Look(), self._journey)
            for look in _OTHER_LOOKS:
                self._visit(look, self._main_screens)
        finally:
            sys.excepthook = sys.__excepthook__
        if faults:
            raise ExceptionGroup(
                "the window failed on the way", [fault for fault in faults if isinstance(fault, Exception)]
            )

    def _visit(self, look: Look, walk: Callable[[Walker], None]) -> None:
        self._look = look
        paths = Paths(self._out / "data")
        with open_desk(
            self._app,
            paths,
            self._out,
            preferences=Preferences(ThemeChoice(look.theme.value), round(look.text_scale * 100)),
            seeds=lambda: next(self._seeds),
            show=self._show,
        ) as desk:
            walker = Walker(desk)
            walker.settle()
            walk(walker)
            desk.window.close()
            walker.settle()

    def _show(self, window: MainWindow) -> None:
        window.resize(self._look.width, self._look.height)
        window.show()

    def _shoot(self, walker: Walker, name: str) -> None:
        walker.shoot(self._note(name, self._look))

    def _project(self, name: str, wall: QWidget) -> None:
        """A picture of the room's window as a projector shows it, which looks the same whatever the leader's does."""
        wall.resize(_PROJECTOR.width, _PROJECTOR.height)
        file = self._note(name, _PROJECTOR)
        save(wall.grab(), file)

    def _note(self, name: str, look: Look) -> Path:
        """Lists a picture; gives the file that it is to be in."""
        file = f"{len(self.screens) + 1:03d}-{name}.png"
        self.screens.append(Screen(name, file, look.theme.value, look.width, look.height, look.text_scale))
        return self._out / file

    def _journey(self, walker: Walker) -> None:
        self._start(walker)
        self._shoot(walker, "beranda-awal")
        self._read(walker)
        self._practise(walker)
        self._sit_exam(walker)
        documents.certify(walker, partial(self._shoot, walker))
        self._hand_over(walker)
        for walk in (
            ask.walk,
            law.walk,
            cases.walk,
            remembering.walk,
            results.walk,
            documents.walk,
            own_data.walk,
            help_.walk,
        ):
            walk(walker, partial(self._shoot, walker))
        self._work_for_an_office(walker)
        briefing.walk(walker, partial(self._shoot, walker), self._project)
        local.walk(walker, partial(self._shoot, walker), pack_library(Paths(self._out / "data")).look())
        walker.press("Pengaturan")
        self._shoot(walker, "pengaturan")
        condition.walk(walker, partial(self._shoot, walker))
        people.walk(walker, partial(self._shoot, walker), _WHO)
        walker.press("Beranda")
        self._shoot(walker, "beranda")

    def _work_for_an_office(self, walker: Walker) -> None:
        """A task of an office, from its key to the proof that is taken in, and ten thousand people on screen."""
        shoot, folder = partial(self._shoot, walker), self._out / "kantor"
        folder.mkdir()
        task = office.walk(walker, shoot, folder)
        tasks.walk(walker, shoot, task)
        proved = proof.walk(walker, shoot, self._out)
        recap.walk(walker, shoot, folder, Paths(self._out / "data").collection, proved)

    def _start(self, walker: Walker) -> None:
        """The first start: looks at a larger size and goes back, once by mouse and once by keys, then gives a name."""
        self._shoot(walker, "mulai-ukuran")
        walker.press("Ukuran huruf besar")
        walker.key(Qt.Key.Key_Up)
        walker.write("Nama", _WHO)
        self._shoot(walker, "mulai-nama")
        walker.press("Mulai")
        help_.look_around(walker, partial(self._shoot, walker))

    def _read(self, walker: Walker) -> None:
        walker.press("Materi")
        self._shoot(walker, "materi")
        walker.press(self._first_lesson(walker))
        self._shoot(walker, "materi-baca")
        if walker.window.page is not None:
            walker.window.page.scroll_to(walker.button("Cek pemahaman"))
        self._shoot(walker, "materi-akhir")
        walker.press("Cek pemahaman")
        while isinstance(walker.window.page, PracticePage):
            self._answer_and_check(walker, right_answer)
            walker.key(Qt.Key.Key_Return)
        self._shoot(walker, "hasil-cek-pemahaman")

    def _first_lesson(self, walker: Walker) -> str:
        return walker.first_button_with(", belum dibaca").accessibleName()

    def _practise(self, walker: Walker) -> None:
        walker.press("Kuis")
        self._shoot(walker, "kuis")
        walker.press("Mulai latihan semua fase")
        self._shoot(walker, "latihan-soal")
        shown: set[ItemType] = set()
        for number in itertools.count():
            page = walker.window.page
            if not isinstance(page, PracticePage):
                break
            kind = walker.question().item.type
            wrong = number == 0
            self._answer_and_check(walker, wrong_answer if wrong else right_answer)
            if wrong:
                self._shoot(walker, "latihan-belum-tepat")
                walker.press("Tandai soal")
            elif kind not in shown:
                self._shoot(walker, f"latihan-{kind.value}")
            shown.add(kind)
            walker.key(Qt.Key.Key_Return)
        self._shoot(walker, "hasil-latihan")

    def _answer_and_check(self, walker: Walker, choose: Callable[[Item], Answer]) -> None:
        walker.answer(choose(walker.question().item))
        walker.press("Simpan, yakin")

    def _sit_exam(self, walker: Walker) -> None:
        walker.press("Kuis")
        walker.press("Mulai ujian")
        page = walker.window.page
        if not isinstance(page, ExamPage):
            raise TypeError("the exam did not open")
        total = page.presenter.total
        for number in range(total):
            item = walker.question().item
            walker.answer(wrong_answer(item) if number == total - 1 else right_answer(item))
            if number in (2, 5):
                walker.press("Ragu-ragu")
            if number == total // 2:
                self._shoot(walker, "ujian")
                walker.press("Jeda, lanjutkan nanti")
                self._shoot(walker, "kuis-belum-selesai")
                walker.press("Lanjutkan Simulasi ujian")
                walker.answer(right_answer(walker.question().item))
            if number == total - 1:
                self._shoot(walker, "ujian-akhir")
            walker.key(Qt.Key.Key_Return)
        walker.press("Selesai ujian …")
        self._shoot(walker, "ujian-selesai")
        walker.press("Selesai ujian")
        self._shoot(walker, "hasil-ujian")
        walker.press("Lihat pembahasan")
        self._shoot(walker, "pembahasan")
        walker.press(f"Soal {total}")
        self._shoot(walker, "pembahasan-belum-tepat")
        walker.press("Kembali ke hasil")

    def _hand_over(self, walker: Walker) -> None:
        walker.press("Lihat dan simpan")
        walker.write("NIP/NI PPPK", "198503122010012004")
        walker.write("Unit kerja", "Dinas Contoh")
        self._shoot(walker, "berkas-nilai-data-diri")
        walker.press("Lihat isi berkas")
        self._shoot(walker, "berkas-nilai-isi")
        walker.write("Simpan ke", str(self.score_file))
        walker.press("Simpan berkas nilai")
        self._shoot(walker, "berkas-nilai-tersimpan")
        walker.press("Kembali ke hasil")
        self._open_score_file(walker)

    def _open_score_file(self, walker: Walker) -> None:
        walker.window.go(OpenFile(self.score_file))
        walker.settle()
        self._shoot(walker, "berkas-nilai-dibuka")

    def _main_screens(self, walker: Walker) -> None:
        self._shoot(walker, "beranda")
        walker.press("Materi")
        walker.press(walker.first_button_with(" dibaca, ").accessibleName())
        self._shoot(walker, "materi-baca")
        walker.press("Cek pemahaman")
        self._answer_and_check(walker, wrong_answer)
        self._shoot(walker, "latihan-belum-tepat")
        self._finish_practice(walker)
        walker.press("Kuis")
        self._shoot(walker, "kuis")
        walker.press("Mulai ujian")
        walker.answer(right_answer(walker.question().item))
        self._shoot(walker, "ujian")
        walker.press("Selesai ujian …")
        walker.press("Selesai ujian")
        self._shoot(walker, "hasil-ujian")
        self._open_score_file(walker)
        people.look(walker, partial(self._shoot, walker), _WHO)
        if self._look.theme is ThemeName.DARK and self._look.text_scale > 1:
            for walk in (
                ask.walk,
                law.walk,
                cases.walk,
                results.look,
                own_data.look,
                condition.look,
                briefing.look,
                local.look,
                help_.walk,
            ):
                walk(walker, partial(self._shoot, walker))

    def _finish_practice(self, walker: Walker) -> None:
        walker.key(Qt.Key.Key_Return)
        while isinstance(walker.window.page, PracticePage):
            self._answer_and_check(walker, right_answer)
            walker.key(Qt.Key.Key_Return)

    def summary(self) -> dict[str, Any]:
        """What the tour made."""
        return {
            "screens": [asdict(screen) for screen in self.screens],
            "score_file": self.score_file.name,
            "certificate": next(self._out.glob("surat-keterangan*.pdf")).name,
        }


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's messages on standard error, but for the one that the offscreen platform has about every dialog."""
    if message != "This plugin does not support propagateSizeHints()":
        print(message, file=sys.stderr)


def run_tour(out: Path, *, as_json: bool) -> int:
    """Walks the whole program into the empty folder `out`; writes pictures, the score file and summary.json."""
    out = out.resolve()  # whole, as data folders are
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise Refusal(f"Folder {out} tidak kosong. Pilih folder kosong agar tidak ada berkas yang tertimpa.")
        (out / "data").mkdir(mode=0o700)
    except OSError as error:
        raise Refusal(f"Folder {out} tidak dapat dibuat atau ditulisi. Pilih folder lain.") from error
    qInstallMessageHandler(_pass_on)
    tour = Tour(make_application(), out)
    tour.run()
    text = json.dumps(tour.summary(), indent=2, ensure_ascii=False)
    (out / "summary.json").write_text(text + "\n", "utf-8")
    if as_json:
        print(json.dumps(tour.summary()))
    else:
        print(f"{len(tour.screens)} gambar layar, berkas nilai, dan surat keterangan tersimpan di {out}.")
    return 0
