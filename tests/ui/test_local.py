"""What an office adds, in the window: marked wherever it stands, tried without a score, and its facts put to use."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from asnquiz.content.markdown import prose
from asnquiz.documents.paper import Press
from asnquiz.documents.pledge import pledge_pdf
from asnquiz.documents.rule_card import rule_pdf
from asnquiz.documents.sheet import sheet_pdf
from asnquiz.domain.answering import right_answer
from asnquiz.domain.briefing import Plan, Step, StepKind, Way
from asnquiz.domain.briefing_course import Course
from asnquiz.domain.layer import lay_over
from asnquiz.domain.pack import Pack, Phase, Verdict
from asnquiz.programs.learning import Learning
from asnquiz.ui.ask.page import AskPage
from asnquiz.ui.briefing.audience.frame import Frame
from asnquiz.ui.briefing.audience.scenes import scene
from asnquiz.ui.briefing.plan_editing import PlanEditing
from asnquiz.ui.briefing.words import ref_words
from asnquiz.ui.destinations import (
    BeginQuiz,
    BrowseLaw,
    Destination,
    Discuss,
    PrepareBriefing,
    Section,
    SetCalendar,
    SetUpOffice,
    ShowLocal,
    StudyCase,
    TryLocal,
)
from asnquiz.ui.local.page import LocalPage
from asnquiz.ui.local.question_page import LocalQuestionPage
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.usecases import show_audience
from asnquiz.usecases.take_quiz import PracticePlan
from tests import briefings, builders, layers
from tests.documents.pdfs import running_text, squeezed
from tests.fake_shelf import FakeShelf, opened
from tests.layers import own
from tests.ui.conftest import ICONS, Opened, OpenWindow
from tests.ui.local_packs import ACT, LETTERHEAD, PUBLISHER, STEM, WAITING_ACT, WAITING_STEM, office_layer, on_shelf
from tests.ui.screens_ask import ask, set_region

SETTLED, WAITING = "Tambahan setempat", "Tambahan setempat, belum ditelaah"
PACK = builders.pack(scenarios=(builders.scenario(),))


def at_the_office(open_window: OpenWindow, **changes: object) -> Opened:
    """A window where an office's layer is in force over the sample pack."""
    shelf = FakeShelf(own=PACK)
    shelf.keep(opened(office_layer(PACK, **changes)))

    def learn(real: Learning) -> Learning:
        return on_shelf(real, shelf)

    return open_window(learn=learn)


def go(opened_: Opened, to: Destination) -> None:
    opened_.window.go(to)
    opened_.walker.settle()


def said(opened_: Opened) -> list[str]:
    return [label.text().replace("\u200b", "") for label in opened_.labels()]


def line(opened_: Opened, label: str) -> str:
    fields: list[QLineEdit | QPlainTextEdit] = opened_.window.findChildren(QLineEdit)
    fields += opened_.window.findChildren(QPlainTextEdit)
    found = next(one for one in fields if one.isVisible() and one.accessibleName() == label)
    return found.text() if isinstance(found, QLineEdit) else found.toPlainText()


def test_the_offices_page_tells_whom_to_ask_when_and_what(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    window.walker.press("Buka Setempat")
    assert isinstance(window.window.page, LocalPage)
    shown = said(window)
    for words in (
        f"Netralitas di Kabupaten Contoh, versi 3, dari {PUBLISHER}.",
        "Satuan tugas netralitas",
        "Telepon: (000) 000002",
        "22 September 2026",
        ACT,
        WAITING_ACT,
        "1 soal sudah ditelaah dan ikut dalam latihan dan ujian.",
        "1 soal tidak dinilai",
    ):
        assert words in shown
    assert STEM not in "\n".join(shown)
    window.walker.press("Salin: Bawaslu Kabupaten Contoh")
    assert QGuiApplication.clipboard().text() == "Bawaslu Kabupaten Contoh\nTelepon: (000) 000002"
    assert window.walker.button("Tersalin: Bawaslu Kabupaten Contoh").text() == "Tersalin"
    window.walker.press(f"Soal 1. {WAITING_STEM}")
    assert isinstance(window.window.page, LocalQuestionPage)


def test_a_layer_that_adds_little_says_whom_to_ask_all_the_same(open_window: OpenWindow) -> None:
    little = {
        "contacts": (),
        "offices": (),
        "calendar": None,
        "pledge": None,
        "rules": (),
        "items": (),
        "scenarios": (),
    }
    window = at_the_office(open_window, **little)
    go(window, ShowLocal())
    shown = said(window)
    assert "Paket setempat ini tidak memuat kontak. Tanyakan kepada atasan, BKPSDM, atau Bawaslu." in shown
    for words in ("Kalender kantor", "Ketentuan setempat", "Studi kasus setempat", "Soal setempat"):
        assert words not in shown
    go(window, Section.ASK)
    ask(window, "memperbaiki genteng bocor")
    assert "Siapa yang dapat ditanya" not in said(window)
    go(window, Section.SETTINGS)
    assert "Unit kerja dari daftar kantor" not in said(window)


def test_without_a_layer_nothing_leads_there_and_it_is_said_why(open_window: OpenWindow) -> None:
    window = open_window(learn=lambda real: on_shelf(real, FakeShelf(own=PACK)))
    assert "Setempat" not in said(window)
    go(window, Section.ASK)
    with pytest.raises(LookupError):
        window.walker.button("Setempat")
    go(window, ShowLocal())
    assert window.window.question is not None
    assert "Tidak ada paket setempat yang dipakai" in window.window.question.informativeText()


def test_a_question_that_waits_is_tried_and_explained_and_nothing_is_kept(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, TryLocal(own("pendapa-01")))
    page = window.window.page
    assert isinstance(page, LocalQuestionPage)
    assert WAITING in said(window)
    assert not window.walker.button("Lihat pembahasan").isEnabled()
    item = page.question.item
    window.walker.answer(right_answer(item))
    window.walker.press("Lihat pembahasan")
    assert "Jawaban Anda benar." in said(window)
    window.walker.press("Coba lagi")
    window.walker.answer((0,))
    window.walker.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)  # the same page in larger letters
    page = window.window.page
    assert isinstance(page, LocalQuestionPage)
    assert page.question.rows.picked() == (0,)
    window.walker.press("Lihat pembahasan")
    assert "Belum tepat. Jawaban yang benar" in "\n".join(said(window))
    assert window.learning.store.summaries(window.profile.id) == ()
    assert window.learning.store.latest_recalls(window.profile.id, PACK.id) == ()


def test_no_quiz_asks_what_waits_and_what_is_reviewed_is_marked_when_asked(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, BeginQuiz(PracticePlan(None, 100)))
    asked: dict[str, bool] = {}
    while isinstance(page := window.window.page, PracticePage):
        item = page.question.item
        asked[item.id] = SETTLED in said(window)
        window.walker.answer(right_answer(item))
        window.walker.press("Simpan, yakin")
        assert said(window).count(SETTLED) == (2 if asked[item.id] else 0)  # the question, and its explanation
        window.walker.press("Lihat hasil" if page.presenter.last else "Soal berikutnya")
    assert asked == {item.id: False for item in PACK.items} | {own("apel-01"): True}
    window.walker.press("Lihat pembahasan")
    while SETTLED not in said(window):
        window.walker.press("Soal berikutnya")
    assert STEM in said(window)


def test_answers_of_an_office_are_marked_and_follow_its_calendar(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, Section.ASK)
    assert f"menurut kalender Kabupaten Contoh. Dari paket setempat {PUBLISHER}." in "\n".join(said(window))
    page = ask(window, "pendapa")
    window.walker.press("Semua fase")
    assert page.cards[0].rule.id == own("pendapa")
    assert WAITING in said(window)
    assert page.cards[0].act.accessibleName().endswith(f"Tidak boleh. {WAITING}")
    ask(window, "memperbaiki genteng bocor")
    assert "Siapa yang dapat ditanya" in said(window)
    assert "Bawaslu Kabupaten Contoh" in said(window)
    window.walker.press("Setempat")
    assert isinstance(window.window.page, LocalPage)


def test_ones_own_calendar_comes_first_and_can_be_given_up(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    assert "menurut kalender Kabupaten Contoh." in "\n".join(said(window))  # Beranda
    go(window, SetCalendar())
    assert "Belum diatur; kalender kantor yang dipakai." in said(window)
    with pytest.raises(LookupError):
        window.walker.button("Pakai kalender kantor")
    set_region(window, "22-9-2027", "27-11-2027", "Kota Contoh")
    assert "Sekarang yang berlaku adalah kalender yang disimpan di bawah." in said(window)
    window.walker.press("Kembali ke Bolehkah saya?")
    assert "menurut kalender Kota Contoh" in "\n".join(said(window))
    window.walker.press("Beranda")
    assert "menurut kalender Kota Contoh." in "\n".join(said(window))
    go(window, SetCalendar())
    window.walker.press("Pakai kalender kantor")
    assert line(window, "Daerah") == ""
    window.walker.press("Kembali ke Bolehkah saya?")
    assert isinstance(window.window.page, AskPage)
    assert "menurut kalender Kabupaten Contoh" in "\n".join(said(window))


@pytest.mark.parametrize(
    ("place", "mark"),
    [
        (Section.CASES, WAITING),
        (StudyCase(own("kasus")), WAITING),
        (Section.PLEDGE, "Ikrar setempat"),
        (Discuss(), SETTLED),
    ],
)
def test_additions_are_marked_where_they_stand(open_window: OpenWindow, place: Destination, mark: str) -> None:
    contested = layers.rule("beda", verdict=Verdict.DIPERDEBATKAN, safe="Jangan hadir.")
    window = at_the_office(open_window, rules=(*office_layer(PACK).rules, contested))
    go(window, place)
    assert mark in said(window)
    assert PUBLISHER in said(window)


def test_the_card_of_a_law_marks_the_offices_rules_that_stand_on_it(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, BrowseLaw())
    window.walker.press("94 Tahun 2021")
    assert said(window).count(SETTLED) == 1
    assert said(window).count(WAITING) == 1


def test_units_of_the_office_are_offered_where_one_is_typed(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, Section.SETTINGS)
    boxes = window.window.findChildren(QComboBox)
    listed = next(box for box in boxes if box.accessibleName() == "Unit kerja dari daftar kantor")
    assert "Sekretariat, Dinas Kesehatan" in [listed.itemText(place) for place in range(listed.count())]
    listed.setCurrentIndex(listed.findText("Puskesmas Mekar"))
    assert line(window, "Unit kerja") == "Puskesmas Mekar"
    window.walker.write("Unit kerja", "Unit lain")
    assert line(window, "Unit kerja") == "Unit lain"


def test_a_briefing_begins_with_the_offices_letterhead_and_may_take_its_units(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, PrepareBriefing())
    assert line(window, "Penyelenggara") == PUBLISHER
    assert line(window, "Kop surat") == "\n".join(LETTERHEAD)
    window.walker.write("Narasumber", "Siti Aminah")
    window.walker.press("Lanjut ke peserta")
    assert line(window, "Unit kerja peserta") == ""
    window.walker.press("Isi dengan unit dari paket setempat")
    assert "Puskesmas Mekar" in line(window, "Unit kerja peserta").split("\n")


def test_setting_up_an_office_begins_with_its_name_and_letterhead(open_window: OpenWindow) -> None:
    window = at_the_office(open_window)
    go(window, SetUpOffice())
    assert line(window, "Nama kantor") == PUBLISHER
    assert line(window, "Kop surat") == "\n".join(LETTERHEAD)


def laid(**changes: object) -> Pack:
    return lay_over(PACK, office_layer(PACK, **changes))


def test_the_editor_of_plans_marks_what_can_be_added() -> None:
    pack = laid()
    editing = PlanEditing(Plan("a", "Rencana", ()), pack, Way.HANDS, lambda *_: None)
    rules = {offer.step.refs[0]: offer.below for offer in editing.offers(StepKind.RULES, "", None, None)}
    assert rules[own("apel")].startswith(f"{SETTLED} · {PUBLISHER}. ")
    assert rules[own("pendapa")].startswith(f"{WAITING} · {PUBLISHER}. ")
    assert "setempat" not in rules["aturan-1"]
    questions = {offer.step.refs[0]: offer.below for offer in editing.offers(StepKind.QUESTION, "", None, None)}
    assert questions[own("apel-01")].startswith(SETTLED)
    assert own("pendapa-01") not in questions
    assert ref_words(StepKind.RULES, own("pendapa"), pack) == f"{WAITING_ACT} (tambahan setempat, belum ditelaah)"


def test_the_stages_of_a_rule_are_told_wherever_its_phase_is(open_window: OpenWindow) -> None:
    told = "Tahapan: Kampanye, Hari pasar"
    rule = layers.rule("apel", act=ACT, words=("apel kabupaten",), stages=("kampanye", "hari-pasar"))
    window = at_the_office(open_window, rules=(rule,), items=(), scenarios=())
    go(window, Section.ASK)
    card = ask(window, "apel kabupaten").cards[0]
    for _ in range(2):
        assert said(window).count(told) == 1
        card.fold.click()

    pack = laid(rules=(rule,), items=(), scenarios=())
    press = Press(pack, ICONS)
    for paper in (rule_pdf(press, rule.id), sheet_pdf(press, Phase.DURING, "staf")):
        assert squeezed(told) in running_text(paper)
    plan = briefings.plan(steps=(Step(StepKind.RULES, 3, (rule.id,)),))
    picture = show_audience.picture(briefings.briefing(pack, plan=plan), pack, Course(), prose)
    assert told in scene(picture, Frame(None, "", "")).left
    assert "Tahapan" not in running_text(rule_pdf(press, "aturan-1"))


def test_papers_mark_what_an_office_added(qapp: object) -> None:
    pack = laid()
    press = Press(pack, ICONS)
    sheet = running_text(sheet_pdf(press, Phase.DURING, "staf"))
    assert squeezed(f"{SETTLED} · {PUBLISHER}") in sheet
    assert squeezed(f"{WAITING} · {PUBLISHER}") in sheet
    assert squeezed(f"{WAITING} · {PUBLISHER}") in running_text(rule_pdf(press, own("pendapa")))
    assert "setempat" not in running_text(rule_pdf(press, "aturan-1"))
    assert squeezed(f"Ikrar setempat · {PUBLISHER}") in running_text(pledge_pdf(press))
    assert "Ikrarsetempat" not in running_text(pledge_pdf(Press(PACK, ICONS)))
