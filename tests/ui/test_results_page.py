"""Hasil saya in the window: trend with its table, figures by phase and topic, lessons to deepen, and the history."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.refusal import Refusal
from asnquiz.ui.destinations import Section
from asnquiz.ui.lessons.reader_page import ReaderPage
from asnquiz.ui.quiz.review_page import ReviewPage
from asnquiz.ui.results.list_page import ResultsPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.widgets.figures import Figure
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.usecases.take_quiz import CheckPlan, ExamPlan, Plan, PracticePlan, PretestPlan, answer, finish, start
from tests.ui.conftest import Opened, OpenWindow


def take(opened: Opened, plan: Plan, right: int, *, seed: int = 1) -> None:
    """Takes a quiz to its end behind the window, the first `right` questions rightly and the others not at all."""
    learning = opened.learning
    sitting = start(
        plan,
        opened.profile.id,
        store=learning.store,
        packs=learning.packs,
        clock=learning.clock,
        attempt_id=uuid.uuid4(),
        seed=seed,
    )
    for place in range(right):
        picked = right_answer(sitting.item(place))
        sitting = answer(sitting, place, picked, flagged=False, at=learning.clock.now(), remaining_ms=None)
        learning.store.add_response(sitting.attempt.id, sitting.attempt.responses[-1])
    finish(sitting, AttemptState.FINISHED, store=learning.store, clock=learning.clock)


def show(opened: Opened) -> ResultsPage:
    opened.walker.press("Hasil saya")
    page = opened.window.page
    assert isinstance(page, ResultsPage)
    return page


def words(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def entries(opened: Opened) -> list[str]:
    names = (one.accessibleName() for one in opened.window.findChildren(QAbstractButton) if one.isVisible())
    return [name for name in names if name.startswith("Lihat hasil ") and "Lihat hasil tes akhir" not in name]


def filters(page: QWidget) -> Select:
    return next(one for one in page.findChildren(Select) if one.accessibleName() == "Tampilkan")


def test_without_results_it_says_so_and_shows_no_empty_charts(open_window: OpenWindow) -> None:
    opened = open_window()
    page = show(opened)
    assert "Belum ada hasil" in words(opened)
    assert page.findChildren(Figure) == []
    assert "Riwayat" not in words(opened)


def test_exams_over_time_are_a_picture_a_sentence_and_a_table(open_window: OpenWindow) -> None:
    opened = open_window()
    for seed, right in enumerate((15, 24, 21)):
        take(opened, ExamPlan(), right, seed=seed)
    page = show(opened)
    # 50, 80 and 70 of 100; only 80 reaches 75; 200 / 3 is 66.66
    sentence = "3 ujian, 1 lulus. Nilai terakhir 70,0, pertama 50,0, tertinggi 80,0, rata-rata 66,6."
    assert sentence in words(opened)
    (chart,) = [one for one in page.findChildren(Figure) if one.spoken is Spoken.PICTURE]
    assert chart.accessibleName() == f"Grafik nilai ujian. {sentence}"
    assert "Tanggal" not in words(opened)
    opened.walker.press("Tampilkan tabel")
    shown = words(opened)
    table = shown[shown.index("Tanggal") :]
    assert table[:3] == ["Tanggal", "Nilai", "Hasil"]
    assert [table[place : place + 2] for place in (4, 7, 10)] == [
        ["50,0", "belum lulus"],
        ["80,0", "lulus"],
        ["70,0", "belum lulus"],
    ]
    opened.walker.press("Sembunyikan tabel")
    assert "Tanggal" not in words(opened)


def test_one_exam_and_no_exam_have_words_of_their_own(open_window: OpenWindow) -> None:
    opened = open_window()
    take(opened, PracticePlan(None, 10), 9)
    show(opened)
    assert any(one.startswith("Belum ada ujian yang selesai.") for one in words(opened))
    take(opened, ExamPlan(), 30)
    show(opened)
    assert "Satu ujian, nilai 100, lulus." in words(opened)


def test_under_ten_answers_there_is_no_share(open_window: OpenWindow) -> None:
    opened = open_window()
    take(opened, PracticePlan(None, 8), 8)
    show(opened)
    assert not any("%" in one for one in words(opened))
    take(opened, PracticePlan(None, 60), 45)
    show(opened)
    assert any(one.startswith("Dari 2 kuis terakhir yang selesai: 53 dari 68 soal") for one in words(opened))
    for row in (
        one
        for one in words(opened)
        if " dari " in one and one[0].isdigit() and not one.endswith(("benar", "dijawab", "tepat"))
    ):
        right, total = (int(part) for part in row.split(" · ")[0].split(" dari "))
        assert row == f"{right} dari {total}" + (f" · {100 * right // total} %" if total >= 10 else "")


def test_what_to_deepen_leads_to_a_lesson_on_it(open_window: OpenWindow) -> None:
    opened = open_window()
    take(opened, ExamPlan(), 0)
    show(opened)
    assert "Perlu diperdalam" in words(opened)
    entry = opened.walker.first_button_with("Baca materi ")
    title, topic = entry.accessibleName().removeprefix("Baca materi ").rsplit(", untuk ", 1)
    assert topic in opened.journey.pack.topics.values()
    opened.walker.click(entry)
    page = opened.window.page
    assert isinstance(page, ReaderPage)
    assert page.accessibleName() == title


def test_where_nothing_is_missed_nothing_is_to_deepen(open_window: OpenWindow) -> None:
    opened = open_window()
    take(opened, ExamPlan(), 30)
    show(opened)
    assert "Tidak ada topik yang nilainya di bawah batas lulus." in words(opened)


def test_the_history_can_be_narrowed_to_a_kind_by_keys(open_window: OpenWindow) -> None:
    opened = open_window()
    lesson = next(one for one in opened.journey.pack.lessons_in_order if one.checks)
    for plan in (PracticePlan(None, 5), ExamPlan(), CheckPlan(lesson.id), PretestPlan(), PracticePlan(None, 6)):
        take(opened, plan, 1)
    page = show(opened)
    box = filters(page)
    assert [box.itemText(place) for place in range(box.count())] == [
        "Semua (5)",
        "Ujian (1)",
        "Latihan (2)",
        "Cek pemahaman (1)",
        "Tes awal dan tes akhir (1)",
    ]
    seen = []
    for _ in range(box.count()):
        seen.append([name.removeprefix("Lihat hasil ").split(",")[0] for name in entries(opened)])
        box.setFocus()
        opened.walker.key(Qt.Key.Key_Down)
    check = f"Cek pemahaman: {lesson.title}".split(",")[0]
    practice = "Latihan: semua fase"
    assert seen == [
        [practice, "Tes awal", check, "Simulasi ujian", practice],
        ["Simulasi ujian"],
        [practice, practice],
        [check],
        ["Tes awal"],
    ]


def test_every_finished_quiz_can_be_seen_and_reviewed(open_window: OpenWindow) -> None:
    opened = open_window()
    lesson = next(one for one in opened.journey.pack.lessons_in_order if one.checks)
    for plan in (PracticePlan(None, 5), ExamPlan(), CheckPlan(lesson.id), PretestPlan()):
        take(opened, plan, 1)
    show(opened)
    names = entries(opened)
    assert len(names) == 4
    for name in names:
        show(opened)
        opened.walker.press(name)
        assert isinstance(opened.window.page, ResultPage)
        opened.walker.press("Lihat pembahasan")
        assert isinstance(opened.window.page, ReviewPage)


def test_a_long_history_comes_in_portions_and_the_focus_goes_on_with_it(open_window: OpenWindow) -> None:
    opened = open_window()
    for seed in range(45):
        take(opened, PracticePlan(None, 1), 0, seed=seed)
    page = show(opened)
    assert len(entries(opened)) == 20
    opened.walker.press("Tampilkan 20 lagi")
    assert len(entries(opened)) == 40
    focused = opened.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName().endswith("21 dari 45")
    opened.walker.press("Tampilkan 5 lagi")
    assert len(entries(opened)) == 45
    assert not any(
        name.startswith("Tampilkan 5") for name in (one.text() for one in page.findChildren(QAbstractButton))
    )


def test_at_200_percent_the_date_of_an_entry_has_a_line_of_its_own(open_window: OpenWindow) -> None:
    opened = open_window(scale=2.0, size=(1024, 700))
    take(opened, ExamPlan(), 24)
    show(opened)
    date = next(one for one in opened.labels() if "soal dijawab" in one.text())
    assert isinstance(date, QLabel)
    chip = next(one for one in opened.labels() if one.text() == "Lulus")
    assert date.mapToGlobal(date.rect().bottomLeft()).y() < chip.mapToGlobal(chip.rect().topLeft()).y()
    assert date.width() > 700
    assert date.height() < 3 * date.fontMetrics().lineSpacing()


def test_without_content_the_results_are_there(open_window: OpenWindow) -> None:
    opened = open_window()
    take(opened, ExamPlan(), 10)
    opened.journey.content = Refusal("Paket soal hilang.")
    opened.window.go(Section.RESULTS)
    opened.walker.settle()
    assert "Nilai ujian" in words(opened)
    assert not any(
        one.accessibleName().startswith("Baca materi") for one in opened.window.findChildren(QAbstractButton)
    )
