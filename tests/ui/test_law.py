"""Cards of instruments over any page, and the page of all instruments and glossary words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import Citation, Confidence, ItemType, Law, LawStatus, Pack
from asnquiz.domain.wording import LAW_STATUS, law_name
from asnquiz.ui.destinations import BrowseLaw, ReadLesson
from asnquiz.ui.law.page import LawPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.quiz.review_page import ReviewPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.law import LawCard, LawNote, law_notes
from asnquiz.ui.widgets.panel import Panel
from tests import builders
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_announcements import heard  # noqa: F401 - a fixture
from tests.ui.test_hands import practice_at


def pack_of(opened: Opened) -> Pack:
    pack, _, _ = opened.learning.packs.current()
    return pack


def notes(opened: Opened) -> list[LawNote]:
    return [one for one in opened.window.findChildren(LawNote) if one.isVisible()]


def card(opened: Opened) -> LawCard:
    over = opened.window.over
    assert isinstance(over, LawCard)
    return over


def words(panel: Panel) -> list[str]:
    """Everything written in a panel, from above."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def show(opened: Opened, law: Law) -> LawCard:
    opened.window.go(BrowseLaw())
    opened.walker.settle()
    opened.walker.click(next(one for one in notes(opened) if one.words.startswith(law_name(law))))
    return card(opened)


def checked_question(opened: Opened) -> PracticePage:
    page = practice_at(opened, ItemType.SINGLE)
    while all(citation.no_prohibition_found for citation in page.question.item.citations):
        opened.walker.answer(right_answer(page.question.item))
        opened.walker.press("Simpan, yakin")
        opened.walker.press("Soal berikutnya")
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan, yakin")
    return page


def test_a_card_over_a_question_leaves_everything_as_it_was(open_window: OpenWindow) -> None:
    opened = open_window()
    page = checked_question(opened)
    item, index, focused = page.question.item, page.presenter.index, QApplication.focusWidget()
    opened.walker.click(notes(opened)[0])
    assert card(opened).isVisible()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F, Qt.Key.Key_A):
        opened.walker.key(key)
    opened.walker.key(Qt.Key.Key_Escape)
    assert opened.window.over is None
    assert opened.window.page is page
    assert (page.question.item, page.presenter.index, page.presenter.flagged) == (item, index, False)
    assert QApplication.focusWidget() is focused, "where the focus was before the click"


def test_a_card_opened_by_keys_gives_the_focus_back_to_its_note(open_window: OpenWindow) -> None:
    opened = open_window()
    checked_question(opened)
    note = notes(opened)[0]
    note.setFocus(Qt.FocusReason.TabFocusReason)
    opened.walker.key(Qt.Key.Key_Return)
    title = card(opened).focusWidget()
    assert title is not None
    assert title.accessibleName() == card(opened).windowTitle(), "a screen reader begins at the title"
    opened.walker.press("Tutup")
    assert opened.window.over is None
    assert QApplication.focusWidget() is note


def test_a_note_names_instrument_articles_and_status(open_window: OpenWindow) -> None:
    opened = open_window()
    page = checked_question(opened)
    of_laws = [one for one in page.question.item.citations if one.law is not None]
    assert of_laws
    for citation in of_laws:
        law = pack_of(opened).law_by_id[citation.law or ""]
        (note,) = [one for one in notes(opened) if one.words.startswith(law_name(law))]
        assert citation.ref is not None
        assert citation.ref in note.accessibleName()
        assert LAW_STATUS[law.status] in note.accessibleName()


def test_cards_open_from_lessons_and_from_the_review(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.go(ReadLesson(pack_of(opened).lessons_in_order[0].id))
    opened.walker.settle()
    opened.walker.click(notes(opened)[0])
    assert card(opened).isVisible()
    opened.walker.key(Qt.Key.Key_Escape)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    opened.walker.press("Selesai ujian …")
    opened.walker.press("Selesai ujian")
    opened.walker.press("Lihat pembahasan")
    while not notes(opened):
        opened.walker.press("Soal berikutnya")
    opened.walker.click(notes(opened)[0])
    assert card(opened).isVisible()
    opened.walker.key(Qt.Key.Key_Escape)
    assert isinstance(opened.window.page, ReviewPage)


def test_a_card_says_everything_that_the_pack_has_of_an_instrument(open_window: OpenWindow) -> None:
    opened = open_window()
    law = pack_of(opened).law_by_id["skb-2022"]
    said = words(show(opened, law))
    assert said[0] == "SKB 22 September 2022"
    assert law.number in said
    assert law.title in said
    assert "Keputusan bersama · 22 September 2022" in said
    assert "Masih dirujuk; pencabutan belum ditemukan" in said
    assert law.note in said
    for article in law.articles:
        assert article.ref in said
        assert article.text in said
    if any(article.confidence is Confidence.C for article in law.articles):
        assert "Belum diverifikasi" in said
    citing = [rule.act for rule in pack_of(opened).rules if any(citation.law == law.id for citation in rule.citations)]
    assert citing
    assert [act for act in said if act in citing] == citing


def test_the_articles_cited_come_first(open_window: OpenWindow) -> None:
    opened = open_window()
    page = checked_question(opened)
    note = notes(opened)[0]
    law = next(law for law in pack_of(opened).laws if note.words.startswith(f"{law_name(law)} "))
    refs = [citation.ref for citation in page.question.item.citations if citation.law == law.id]
    opened.walker.click(note)
    said = words(card(opened))
    start = said.index("Yang dirujuk di sini")
    assert [one for one in said[start:] if one in {article.ref for article in law.articles}][: len(refs)] == [
        article.ref for article in law.articles if article.ref in refs
    ]


def test_what_replaced_an_instrument_is_shown_in_the_same_card_and_there_is_a_way_back(open_window: OpenWindow) -> None:
    opened = open_window()
    old = pack_of(opened).law_by_id["uu-5-2014"]
    assert old.status is LawStatus.DICABUT
    panel = show(opened, old)
    opened.walker.press("Diganti oleh UU 20/2023")
    assert card(opened) is panel
    assert panel.windowTitle() == "UU 20/2023"
    opened.walker.press("Kembali ke kartu sebelumnya")
    assert panel.windowTitle() == "UU 5/2014"
    assert "Dicabut" in words(panel)


def test_no_prohibition_found_has_no_card(theme: Theme) -> None:
    pack = builders.pack()
    citations = (Citation(no_prohibition_found=True, facts=("3#1",)), builders.citation())
    made = law_notes(theme, citations, pack)
    assert [isinstance(one, QPushButton) for one in made] == [False, True]


def test_the_card_is_of_the_pack_that_the_page_shows(open_window: OpenWindow) -> None:
    """An attempt is looked back at on its own content, so its cards are of that content too."""
    opened = open_window()
    checked_question(opened)
    law = pack_of(opened).law_by_id["pp-94-2021"]
    frozen = builders.pack(laws=(builders.law(id=law.id, note="Sebagaimana dibekukan."),))
    page = opened.window.page
    assert page is not None
    (note,) = law_notes(opened.window.theme, (builders.citation(),), frozen)
    page.column.addWidget(note)
    opened.walker.settle()
    opened.walker.click(note)
    assert "Sebagaimana dibekukan." in words(card(opened))


def page_words(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def test_every_instrument_and_every_word_stands_on_the_page(open_window: OpenWindow) -> None:
    opened = open_window()
    pack = pack_of(opened)
    opened.walker.press("Materi")
    opened.walker.press("Hukum dan istilah")
    assert isinstance(opened.window.page, LawPage)
    for law in pack.laws:
        name = f"{law_name(law)} {law.title}"
        assert any(one.words.startswith(name) for one in notes(opened)), name
    said = page_words(opened)
    terms = [one for one in said if one in {term.term for term in pack.terms}]
    assert terms == sorted({term.term for term in pack.terms}, key=str.casefold)
    assert all(term.meaning in said for term in pack.terms)
    assert {"Masih dirujuk; pencabutan belum ditemukan", "Dicabut", "Catatan sejarah"} <= set(said)


def test_one_field_filters_laws_and_words_and_says_how_many_are_left(
    open_window: OpenWindow,
    heard: list[str],  # noqa: F811
) -> None:
    opened = open_window()
    opened.window.go(BrowseLaw())
    opened.walker.settle()
    heard.clear()
    opened.walker.write("Cari peraturan atau istilah", "tanggungan")
    said = page_words(opened)
    assert "CLTN" in said
    assert "KPPS" not in said
    assert "Peraturan presiden" not in said, "a kind without anything left"
    assert heard[-1] == next(one for one in said if one.startswith("Ditemukan "))
    opened.walker.write("Cari peraturan atau istilah", "tidakadakataitu")
    assert any(one.startswith("Tidak ada peraturan atau istilah") for one in page_words(opened))
    field = opened.window.findChildren(QLineEdit)[0]
    field.clear()
    opened.walker.settle()
    pack = pack_of(opened)
    assert f"{len(pack.laws)} peraturan dan {len(pack.terms)} istilah." in page_words(opened)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_notes_have_the_height_that_their_words_need(open_window: OpenWindow, scale: float) -> None:
    opened = open_window(scale=scale, size=(1024, 700))
    opened.window.go(BrowseLaw())
    opened.walker.settle()
    assert [one.words for one in notes(opened) if one.height() + 1 < one.heightForWidth(one.width())] == []
