"""The picture of a question on its pages: no wider than they are, heard by what it shows, in words where damaged."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from asnquiz.content.markdown import prose
from asnquiz.domain.attempt import SURE, AttemptState
from asnquiz.domain.briefing import Step, StepKind
from asnquiz.domain.briefing_course import FIRST, Opened, course_of
from asnquiz.domain.pack import Image, Pack, Picture
from asnquiz.ui.briefing.lead.notes import Notes
from asnquiz.ui.briefing.record_page import Record, RecordPage
from asnquiz.ui.discussion.item_page import DiscussItemPage
from asnquiz.ui.quiz.review_page import ReviewPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets import accessible  # noqa: F401 - tells of pictures
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.photo import Photo
from asnquiz.usecases.discuss import discuss
from asnquiz.usecases.review_result import result_of
from asnquiz.usecases.see_briefing import see_briefing
from asnquiz.usecases.show_leader import leader_view
from asnquiz.usecases.take_quiz import Sitting
from tests import briefings, builders, photos

ALT = "Undangan apel di Kabupaten Contoh"
COLOUR = (20, 120, 110)


def pack_with(image: Image, *, scored: bool = True) -> Pack:
    item = replace(builders.item(), id="soal-1", scored=scored, picture=Picture(image.name, ALT))
    return builders.pack((item,), images=(image,))


def pages(theme: Theme, image: Image) -> Iterator[Page]:
    pack = pack_with(image)
    yield ReviewPage(theme, Sitting(builders.attempt(pack, uuid4()), pack), lambda _: None)
    yield DiscussItemPage(theme, discuss("soal-1", pack_with(image, scored=False)), lambda _: None)
    wrong = builders.response("soal-1", (0,), certainty=SURE)
    over = builders.attempt(pack, uuid4(), state=AttemptState.FINISHED, responses=(wrong,))
    yield ResultPage(theme, result_of(Sitting(over, pack)), lambda _: None)


def shown(page: QWidget, width: int) -> QWidget:
    page.resize(width, 768)
    page.show()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_wide_as_the_page_allows_and_never_larger_than_it_is(theme: Theme, scale: float) -> None:
    at_size = Theme(theme.name, scale, theme.icons)
    for pixels in (300, 3000):
        for page in pages(at_size, photos.image(data=photos.png(pixels, pixels // 3, COLOUR))):
            photo = shown(page, 1146).findChild(Photo)
            assert photo
            assert photo.width() <= min(pixels, 1146)
            assert photo.width() == 300 if pixels == 300 else photo.width() > 500
            assert abs(photo.height() - photo.width() / 3) <= 2
            seen = photo.grab().toImage()
            assert seen.pixelColor(seen.width() // 2, seen.height() // 2) == QColor(*COLOUR)
            page.close()


def test_a_screen_reader_hears_what_it_shows(theme: Theme) -> None:
    for page in pages(theme, photos.image()):
        photo = shown(page, 1146).findChild(Photo)
        assert photo
        heard = QAccessible.queryAccessibleInterface(photo)
        assert heard.role() == QAccessible.Role.Graphic
        assert heard.text(QAccessible.Text.Name) == ALT
        page.close()


@pytest.mark.qt_log_ignore("libpng")
def test_a_damaged_one_is_told_in_words(theme: Theme) -> None:
    for page in pages(theme, photos.damaged()):
        assert shown(page, 1146).findChild(Photo) is None
        told = [label.text() for label in page.findChildren(QLabel)]
        assert f"Gambar pada soal ini tidak dapat ditampilkan. Isinya: {ALT}" in told
        page.close()


def briefing_pages(theme: Theme, image: Image) -> Iterator[QWidget]:
    """What the leader sees of a vote, and the record of it."""
    pack = pack_with(image)
    steps = (Step(StepKind.QUESTION, 2, ("soal-1",)),)
    briefing = briefings.briefing(pack, plan=briefings.plan(steps=steps))
    course = course_of(briefings.events(briefings.joined(), Opened(0, FIRST)))
    question = leader_view(briefing, pack, course, frozenset(), prose).question
    assert question
    yield Notes(theme, question, pack)
    record = Record(see_briefing(briefing, pack, course), "", gathers=False, deadline="")
    yield RecordPage(theme, record, save=lambda _: None, write_task=lambda _: None, day=str, go=lambda _: None)


def test_the_leader_and_the_record_show_it_small(theme: Theme) -> None:
    for page in briefing_pages(theme, photos.image(data=photos.png(1000, 500, COLOUR))):
        photo = shown(page, 1146).findChild(Photo)
        assert photo
        assert (photo.width(), photo.height()) == (360, 180)
        page.close()


@pytest.mark.qt_log_ignore("libpng")
def test_the_leader_and_the_record_tell_a_damaged_one_in_words(theme: Theme) -> None:
    for page in briefing_pages(theme, photos.damaged()):
        assert shown(page, 1146).findChild(Photo) is None
        assert any(label.text().endswith(f"Isinya: {ALT}") for label in page.findChildren(QLabel))
        page.close()
