"""A process in which somebody uses the real window, offscreen, on a data folder that the world is unkind to.

Started with the name of a scene and a data folder; what was seen is printed as one JSON object.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import Attempt
from asnquiz.domain.preferences import Preferences
from asnquiz.programs.desktop import make_application, open_desk
from asnquiz.programs.logs import log_to_folder
from asnquiz.programs.paths import Paths, make_data
from asnquiz.programs.walker import Walker
from asnquiz.storage.learner import open_learner_database
from asnquiz.ui.messages import sentence
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.welcome.page import WelcomePage
from asnquiz.ui.widgets.select import Select


@contextmanager
def at_desk(data: Path) -> Iterator[Walker]:
    """The window on Beranda, the first start behind it, as `programs.desktop.run_window` opens it."""
    paths = Paths(data)
    make_data(paths, {})
    log_to_folder(paths)
    seeds = iter(range(1, 1_000))
    with open_desk(
        make_application(),
        paths,
        data,
        preferences=Preferences(),
        seeds=seeds.__next__,
        show=lambda window: window.show(),
    ) as desk:
        walker = Walker(desk)
        walker.settle()
        if isinstance(walker.window.page, WelcomePage):
            walker.press("Coba dulu")
            walker.press("Lewati")
        yield walker
        desk.window.close()
        walker.settle()


def words_on(walker: Walker) -> list[str]:
    return [label.text() for label in walker.window.findChildren(QLabel) if label.isVisible()]


def told(walker: Walker) -> list[str]:
    """Title and words of what stands over the page, which is then closed."""
    message = walker.window.question
    if message is None:
        return []
    found = [message.text(), message.informativeText()]
    walker.press("Mengerti")
    return found


class Disk:
    """The file system that a folder is on, filled to the last byte and emptied again."""

    def __init__(self, folder: Path) -> None:
        self.filler = folder / "isi-lain"

    def fill(self) -> None:
        with self.filler.open("ab", buffering=0) as file:
            for size in (1 << 16, 1 << 12, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    continue

    def free(self) -> None:
        self.filler.unlink()


def begin_exam(walker: Walker) -> ExamPage:
    walker.press("Kuis")
    walker.press("Mulai ujian")
    page = walker.window.page
    if not isinstance(page, ExamPage):
        raise TypeError(f"no exam on screen: {told(walker)}")
    return page


def kept(data: Path, attempt: UUID) -> Attempt:
    store = open_learner_database(Paths(data).database)
    found = store.attempt(attempt)
    store.close()
    return found


def answering(data: Path) -> dict[str, object]:
    """The disk is full for some answers of an exam, then there is room again."""
    disk, said = Disk(data), []
    with at_desk(data) as walker:
        page = begin_exam(walker)
        attempt = page.presenter.sitting.attempt.id
        for number in range(page.presenter.total):
            item = walker.question().item
            walker.answer(right_answer(item))
            if number in (3, 7):
                disk.fill()
                walker.press("Simpan dan lanjutkan")
                said += [told(walker)]
                stayed = walker.question().item is item and page.picked() == right_answer(item)
                said[-1] += ["masih di soal itu" if stayed else "pindah"]
                disk.free()
            walker.press("Simpan dan lanjutkan")
        walker.press("Selesai ujian …")
        walker.press("Selesai ujian")
        shown = words_on(walker)
    found = kept(data, attempt)
    return {"said": said, "answered": found.answered, "state": found.state.value, "shown": shown}


def settings(data: Path) -> dict[str, object]:
    """Another theme is chosen while the disk is full."""
    disk = Disk(data)
    with at_desk(data) as walker:
        walker.press("Pengaturan")
        disk.fill()
        box = next(one for one in walker.window.findChildren(Select) if one.accessibleName() == "Tema")
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        walker.settle()
        said = told(walker)
        disk.free()
        walker.press("Beranda")
        return {"said": said, "shown": words_on(walker)}


def starting(data: Path) -> dict[str, object]:
    """Just the first screen."""
    with at_desk(data) as walker:
        return {"shown": words_on(walker), "said": told(walker)}


def handing_over(data: Path) -> dict[str, object]:
    """A score file is saved elsewhere while there is no room for this computer's key, and once more with room."""
    disk, out = Disk(data), Path(sys.argv[3])
    with at_desk(data) as walker:
        begin_exam(walker)
        walker.press("Selesai ujian …")
        walker.press("Selesai ujian")
        walker.press("Lihat dan simpan")
        walker.write("Nama", "Siti Aminah")
        walker.press("Lihat isi berkas")
        walker.write("Simpan ke", str(out / "nilai.asnskor"))
        disk.fill()
        walker.press("Simpan berkas nilai")
        said = told(walker)
        left = sorted(file.name for folder in (data, out) for file in folder.iterdir() if file.stat().st_size < 2_000)
        disk.free()
        walker.press("Simpan berkas nilai")
        return {"said": said, "left": left, "shown": words_on(walker)}


def faulting(data: Path) -> dict[str, object]:
    """The program itself fails while its log cannot be written."""
    disk = Disk(data)
    with at_desk(data) as walker:
        disk.fill()
        for _ in range(500):
            said = sentence(RuntimeError("kesalahan program"))
        disk.free()
        return {"said": said, "shown": words_on(walker)}


def pausing(data: Path) -> dict[str, object]:
    """An exam is begun, answered once and left."""
    with at_desk(data) as walker:
        begin_exam(walker)
        walker.answer(right_answer(walker.question().item))
        walker.press("Simpan dan lanjutkan")
        walker.press("Jeda, lanjutkan nanti")
        return {"shown": words_on(walker)}


def resuming(data: Path) -> dict[str, object]:
    """What is still there without content: an exam begun before, and its result."""
    with at_desk(data) as walker:
        first = words_on(walker)
        walker.press("Materi")
        said = [told(walker)]
        walker.press("Kuis")
        said += [told(walker)]
        walker.press("Pengaturan")
        settings = words_on(walker)
        walker.press("Beranda")
        walker.press("Buka Hasil saya")
        walker.press("Lanjutkan Simulasi ujian")
        walker.answer(right_answer(walker.question().item))
        walker.press("Simpan dan lanjutkan")
        walker.press("Selesai ujian …")
        walker.press("Selesai ujian")
        result = words_on(walker)
        walker.press("Lihat pembahasan")
        return {"first": first, "said": said, "settings": settings, "result": result, "review": words_on(walker)}


SCENES: dict[str, Callable[[Path], dict[str, object]]] = {
    scene.__name__: scene for scene in (answering, settings, starting, handing_over, faulting, pausing, resuming)
}


def main() -> None:
    seen = SCENES[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps(seen), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
