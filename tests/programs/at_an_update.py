"""A process in which somebody uses the real window before or after the content was updated under it.

Started with the name of a scene and a data folder; what was seen is printed as one JSON object.
"""

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from asnquiz.domain.answering import Answer, right_answer
from asnquiz.domain.pack import Item, ItemType
from asnquiz.programs.paths import Paths
from asnquiz.programs.walker import Walker
from asnquiz.storage.learner import open_learner_database
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.widgets.number_grid import NumberGrid
from tests.programs.at_the_desk import at_desk

_TOOK = re.compile(r"\d+ (menit|detik)( \d+ detik)?")


def words_in(place: QWidget) -> list[str]:
    """Every word in a place: of labels, and of options and other buttons with what they say of their outcome.

    But for what is repeated later, which the pack in use decides.
    """
    found = place.findChildren(QLabel) + place.findChildren(QAbstractButton)
    shown = [one for one in found if one.isVisible()]
    words = [_TOOK.sub("…", one.text() if isinstance(one, QLabel) else one.accessibleName()) for one in shown]
    return [one for one in words if "masuk latihan ulang" not in one]


def picture_of(place: QWidget) -> str:
    """The size and the pixels of a picture of it, as their SHA-256."""
    picture = place.grab().toImage()
    size = f"{picture.width()} x {picture.height()}".encode()
    return hashlib.sha256(size + bytes(picture.constBits())).hexdigest()


def question_of(walker: Walker) -> Question:
    walker.settle()
    return walker.question()


def numbers(walker: Walker) -> list[str]:
    grid = next(one for one in walker.window.findChildren(NumberGrid) if one.isVisible())
    return [button.accessibleName() for button in grid.buttons]


def a_wrong_answer(item: Item) -> Answer:
    if item.type in (ItemType.ORDERING, ItemType.MATCHING):
        return ()
    return ((right_answer(item)[0] + 1) % (len(item.options) or 3),)


def answer(walker: Walker, place: int) -> None:
    """Every third question wrongly, as far as its type can be answered wrongly in one click."""
    item = walker.question().item
    walker.answer(right_answer(item) if place % 3 else a_wrong_answer(item) or right_answer(item))


def exam_page(walker: Walker) -> ExamPage:
    page = walker.window.page
    if not isinstance(page, ExamPage):
        raise TypeError("no exam on screen")
    return page


def practice(walker: Walker) -> Iterator[PracticePage]:
    """The practice on screen at each of its questions."""
    while isinstance(page := walker.window.page, PracticePage):
        yield page
        walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")


def review(walker: Walker) -> dict[str, object]:
    """The result on screen, then every question as it is explained."""
    page = walker.window.page
    found: dict[str, object] = {"result": words_in(page) if page else []}
    walker.press("Lihat pembahasan")
    found["grid"] = numbers(walker)
    explained = []
    for number in range(len(numbers(walker))):
        walker.press(f"Soal {number + 1},")
        question = question_of(walker)
        explained.append([*words_in(question), picture_of(question)])
    return found | {"explained": explained}


def beginning(data: Path) -> dict[str, object]:
    """An exam with ten answers and a practice with three, both left."""
    with at_desk(data) as walker:
        walker.press("Kuis")
        walker.press("Mulai ujian")
        exam = exam_page(walker)
        for place in range(10):
            answer(walker, place)
            walker.press("Simpan dan lanjutkan")
        walker.press("Ragu-ragu")
        walker.press("Jeda, lanjutkan nanti")
        walker.press("Mulai latihan semua fase")
        for place, page in enumerate(islice(practice(walker), 3)):
            answer(walker, place)
            walker.press("Simpan, yakin")
            asked = [frozen.item for frozen in page.presenter.sitting.attempt.items]
        return {"exam": [one.item for one in exam.presenter.sitting.attempt.items], "practice": asked}


def resuming(data: Path) -> dict[str, object]:
    """Both are gone on with to their end, and reviewed; everything that is seen of their content on the way."""
    seen: dict[str, object] = {}
    with at_desk(data) as walker:
        walker.press("Kuis")
        walker.press("Lanjutkan Simulasi ujian")
        page = exam_page(walker)
        seen["exam resumed at"] = page.presenter.index
        asked = []
        for number in range(page.presenter.total):
            walker.press(f"Soal {number + 1},")
            asked.append(words_in(question_of(walker)))
            if number >= 10:
                answer(walker, number)
        walker.press("Simpan dan lanjutkan")
        seen |= {"exam asked": asked, "exam grid": numbers(walker)}
        walker.press("Selesai ujian …")
        walker.press("Selesai ujian")
        seen["exam"] = review(walker)
        walker.press("Kuis")
        walker.press("Lanjutkan Latihan: semua fase")
        explained = []
        for place, _ in enumerate(practice(walker)):
            explained.append(words_in(question_of(walker)))
            answer(walker, place)
            walker.press("Simpan, yakin")
            explained.append(words_in(question_of(walker)))
        seen["practice asked"] = explained
        seen["practice"] = review(walker)
    return seen


def beginning_anew(data: Path) -> dict[str, object]:
    """A new exam: all that it asks."""
    asked = []
    with at_desk(data) as walker:
        walker.press("Kuis")
        walker.press("Mulai ujian")
        for number in range(exam_page(walker).presenter.total):
            walker.press(f"Soal {number + 1},")
            asked.append(words_in(question_of(walker)))
    return {"asked": asked}


def kept(data: Path) -> list[dict[str, Any]]:
    """Every attempt as it is stored, and the content that each was made of, without a window."""
    store = open_learner_database(Paths(data).database)
    (profile,) = store.profiles()
    summaries = store.summaries(profile.id)
    contents = {one.pack.sha256: hashlib.sha256(store.compiled_pack(one.pack.sha256)).hexdigest() for one in summaries}
    attempts = [
        {
            "title": one.title,
            "version": one.pack.version,
            "content": contents[one.pack.sha256],
            "items": [[item.item, item.revision, list(item.order)] for item in store.attempt(one.id).items],
            "score": [one.score.right, one.score.total] if one.score else None,
        }
        for one in reversed(summaries)
    ]
    store.close()
    return attempts


SCENES: dict[str, Callable[[Path], dict[str, object]]] = {
    "beginning": beginning,
    "resuming": resuming,
    "beginning anew": beginning_anew,
}

if __name__ == "__main__":
    print(json.dumps(SCENES[sys.argv[1]](Path(sys.argv[2]))))
