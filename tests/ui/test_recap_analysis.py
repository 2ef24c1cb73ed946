"""The analysis of Rekap nilai at the window: the hardest questions, how they were answered, and what is too little."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from asnquiz.domain.answering import is_right
from asnquiz.domain.collection import Question
from asnquiz.domain.gain import group_gain
from asnquiz.domain.office_report import Gain, OfficeReport
from asnquiz.domain.pack import Item
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting, SignedTask
from asnquiz.programs.walks import recap
from asnquiz.programs.walks.many_people import content_of, files, roster
from asnquiz.ui.destinations import RecapAnalysis, Section
from asnquiz.ui.recap.analysis_page import AnalysisPage
from asnquiz.ui.recap.reporting import Reporting
from asnquiz.usecases.report_words import gain_sentences
from asnquiz.usecases.see_recap import Recap, see_recap
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK
from tests.ui.test_recap import ASKED, TASK, go, said, set_up, shown_cells, store_of
from tests.ui.test_recap_import import ByHand

PEOPLE = 120


def answered(opened: Opened, people: int) -> tuple[Counter[str], Counter[str]]:
    """Of each question how many were asked it and how many had it wrong, by the files that were sent in."""
    known = content_of(opened.learning.packs)
    asked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for _, looked in files(roster(people), TASK, known):
        for one in looked.report.attempts[0].answers if looked.report else ():
            asked[one.item] += 1
            wrong[one.item] += not is_right(known.pack.item_by_id[one.item], tuple(json.loads(one.answer)))
    return asked, wrong


def percent(part: int, whole: int) -> str:
    return f"{part * 1000 // whole / 10:.1f} %".replace(".", ",")


def hardest_first(opened: Opened) -> Iterator[tuple[Item, int, int]]:
    asked, wrong = answered(opened, PEOPLE)
    items = content_of(opened.learning.packs).pack.item_by_id
    for item in sorted(asked, key=lambda one: (-Fraction(wrong[one], asked[one]), one)):
        yield items[item], wrong[item], asked[item]


def test_what_most_have_wrong_leads_from_the_overview_to_how_it_was_answered(open_window: OpenWindow) -> None:
    opened = set_up(open_window(), PEOPLE)
    store_of(opened).add_task(SignedTask(replace(TASK, id=UUID(int=7), title="Tes awal"), "s" * 43, b""))
    go(opened, Section.RECAP)
    recap.pick(opened.walker, "Tugas", 1)
    ranked = list(hardest_first(opened))
    acts = {rule.id: rule.act for rule in content_of(opened.learning.packs).pack.rules}
    words = said(opened)
    for item, wrong, asked in ranked[:4]:
        assert f"\n{acts[item.rules[0]]}\n{percent(wrong, asked)}\n" in words
    cells = {len(row[4]): row for row in shown_cells(opened, "Perangkat daerah")}
    assert re.fullmatch(r"[\d,]+ %, antara [\d,]+ dan [\d,]+ %", cells[max(cells)][4])
    assert re.fullmatch(r"[\d,]+, antara [\d,]+ dan [\d,]+", cells[max(cells)][3])
    opened.walker.press("Analisis butir soal")
    item, wrong, asked = ranked[0]
    words = said(opened)
    assert f"{acts[item.rules[0]]}\n{percent(asked - wrong, asked)} benar" in words
    assert item.id in words
    assert ranked[8][0].id not in words
    assert item.stem not in words
    opened.walker.press(f"Selengkapnya: {acts[item.rules[0]]} ({item.id})")
    opened.walker.press("20 soal berikutnya")
    words = said(opened)
    assert item.stem in words
    assert f"Jawaban yang benar\n{right_words(item)}\n{percent(asked - wrong, asked)} · {asked - wrong} orang" in words
    assert ranked[27][0].id in words
    assert ranked[28][0].id not in words
    assert opened.window.renew_page(), "in another text size it stands as it stood"
    opened.walker.settle()
    assert said(opened) == words
    recap.open_row(opened.walker, "Yakin, tetapi keliru, per unit kerja", 0)
    place = next(
        one for one in opened.window.findChildren(QComboBox) if one.accessibleName() == "Tampilkan ketentuan untuk"
    )
    assert place.currentText() == shown_cells(opened, "Yakin, tetapi keliru, per unit kerja")[0][0].split(", ")[0]
    recap.pick(opened.walker, "Bandingkan dengan tes awal", 1)
    assert "0 orang mengerjakan kedua tes.\nPerubahannya dihitung mulai 10 orang." in said(opened)
    recap.open_row(opened.walker, "Tugas dan hasilnya", 0)
    assert isinstance(opened.window.page, AnalysisPage)
    assert "Belum ada ujian yang jawabannya dapat dinilai di sini" in said(opened), "that of the other task"


def right_words(item: Item) -> str:
    return next(option.text for option in item.options if option.key)


def test_of_few_people_no_figure_is_told(open_window: OpenWindow) -> None:
    opened = set_up(open_window(), 8)
    go(opened, Section.RECAP)
    assert "Tidak ada soal yang dijawab salah, dari yang ditanyakan kepada 10 orang atau lebih." in said(opened)
    go(opened, RecapAnalysis())
    words = said(opened)
    assert words.count("data belum cukup; ditampilkan mulai 10 orang") == 5
    assert words.count("data belum cukup; ditampilkan mulai 30 orang") == 4
    assert "% benar" not in words
    assert "Tidak ada yang ditampilkan; angkanya dihitung mulai 10 orang." in words
    assert "Sifat: Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin." in words


class Pages:
    """A page that waits for reports, and what it was told."""

    def __init__(self, make: Callable[[Question], Any]) -> None:
        self.background = ByHand()
        self.reporting = Reporting(make, lambda *_: None, self.background)
        self.told = 0

    def show_report(self) -> None:
        self.told += 1


def test_what_is_asked_last_is_made_next_and_kept_until_something_changes(open_window: OpenWindow) -> None:
    store = store_of(set_up(open_window(), 8))
    made: list[Question] = []

    def make(question: Question) -> str:
        made.append(question)
        return "laporan"

    pages = Pages(make)
    first, second, third = (replaced(store, counting) for counting in Counting)
    for asked in (first, second, third):
        pages.reporting.want(asked, pages)
    pages.background.do_all()
    assert made == [first.question, third.question], "nobody waits for the second any more"
    assert pages.told == 1
    assert pages.reporting.report_on(third) is not None
    pages.reporting.want(first, pages)
    assert pages.background.waiting == [], "it is still there"
    store.write_log("Penautan", "Hasil ditautkan", TASK.made.utc)
    again = replaced(store, Counting.FIRST)
    assert pages.reporting.report_on(again) is None
    pages.reporting.want(again, pages)
    pages.reporting.want(second, pages)
    pages.reporting.leave(pages)
    pages.background.do_all()
    assert made[2:] == [first.question], "whoever left waits for nothing"


def replaced(store: Any, counting: Counting) -> Recap:
    found = see_recap(replace(ASKED, counting=counting), store)
    assert found is not None
    return found


def test_a_report_that_cannot_be_made_says_why_in_its_place(open_window: OpenWindow) -> None:
    opened = set_up(open_window(), 8)

    def refuse(_: Question) -> OfficeReport:
        raise Refusal(FULL_DISK)

    go(opened, Section.RECAP)
    assert opened.journey.recap is not None
    opened.journey.recap.reporting.make = refuse
    recap.pick(opened.walker, "Ujian yang dihitung", 0)
    assert FULL_DISK in said(opened)
    assert opened.window.question is None
    opened.walker.press("Analisis butir soal")
    assert FULL_DISK in said(opened)


def test_what_a_group_has_learnt_is_said_of_ten_people_or_more() -> None:
    """Ten people from 40 to 70 have gained half of what was missing; by hand."""
    rose = [(Fraction(40), Fraction(70))] * 10
    told = list(gain_sentences(Gain("Tes awal", group_gain(rose))))
    assert told[1] == (
        "Rata-ratanya 40,0 pada tes awal dan 70,0 pada tes akhir: 50 % dari yang belum diraih pada tes awal kini "
        "diraih (peningkatan ternormalisasi kelompok 0,50, tergolong sedang)."
    )
    assert told[2] == "Naik 10 orang, turun 0, tetap 0."
    fell = list(gain_sentences(Gain("Tes awal", group_gain([(after, before) for before, after in rose]))))
    assert fell[1].endswith(": tidak ada peningkatan.")
    mastered = [(Fraction(100), Fraction(100))] * 10
    assert "sudah tuntas sejak tes awal" in list(gain_sentences(Gain("Tes awal", group_gain(mastered))))[1]
    assert list(gain_sentences(Gain("Tes awal", group_gain(rose[:9])))) == [
        "9 orang mengerjakan kedua tes.",
        "Perubahannya dihitung mulai 10 orang.",
    ]
