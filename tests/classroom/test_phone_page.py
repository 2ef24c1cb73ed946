"""The phone page in a real browser against a real hall: what a participant meets, and what can go wrong."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from asnquiz.domain.briefing import Step, StepKind, Way
from asnquiz.usecases.lead_briefing import Close, End, GoTo, Open, Reveal, VoteAgain
from tests.briefings import ASKED, plan
from tests.classroom.phone_pages import (
    CHROMIUM,
    DEADLINE,
    ONLY_IN_MEMORY,
    TOO_NEW,
    TWICE_AS_LARGE,
    Phone,
    Room,
    room,
)

JOIN, PRETEST, VOTE, SEVERAL, POSTTEST, PLEDGE, CLOSE = range(7)
STEPS = (
    Step(StepKind.JOIN, 5),
    Step(StepKind.PRETEST, 5, ASKED),
    Step(StepKind.QUESTION, 6, ASKED[:1], twice=True),
    Step(StepKind.QUESTION, 6, ASKED[1:2]),
    Step(StepKind.POSTTEST, 5, ASKED),
    Step(StepKind.PLEDGE, 3),
    Step(StepKind.CLOSE, 1),
)
STEM = "Apa yang sebaiknya Anda lakukan?"
HOSTILE = '<img src=x onerror=alert(1)>"&'

# A folder for pictures of each state, to be looked at.
PICTURES = os.environ.get("PHONE_PICTURES")

Opener = Callable[..., Phone]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is missing")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def make_room(tmp_path: Path) -> Iterator[Callable[..., Room]]:
    made: list[Room] = []

    def make(**changes: Any) -> Room:
        made.append(room(tmp_path, plan=plan(steps=STEPS), **changes))
        return made[-1]

    yield make
    for one in made:
        one.close()
        assert one.troubles == []


@pytest.fixture
def hall(make_room: Callable[..., Room]) -> Room:
    return make_room()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Opener]:
    opened: list[Phone] = []

    def open_(of: Room, **options: Any) -> Phone:
        opened.append(Phone(browser, of, **options))
        return opened[-1]

    yield open_
    for one in opened:
        one.close()


@dataclass
class Crowd:
    """Three phones at once: one in light, one in dark in a browser six years old, one with text twice as large."""

    light: Phone
    dark: Phone
    large: Phone
    number: Iterator[int] = field(default_factory=lambda: count(1))

    def on_all(self, heading: str) -> None:
        for name, one in (("light", self.light), ("dark", self.dark), ("large", self.large)):
            one.heads(heading)
            if PICTURES:
                one.page.screenshot(path=Path(PICTURES, f"{next(self.number):02}-{name}.png"))
        self.sound(self.light, self.dark, self.large)

    def sound(self, *phones: Phone) -> None:
        assert [one.faults() for one in phones] == [[]] * len(phones)


def test_everybody_goes_through_a_whole_briefing(hall: Room, phone: Opener) -> None:
    crowd = Crowd(
        light=phone(hall, color_scheme="light"),
        dark=phone(hall, color_scheme="dark", width=360, height=640, script=TOO_NEW),
        large=phone(hall, width=320, height=640, script=TWICE_AS_LARGE),
    )
    come_in(crowd)
    take_the_first_test(hall, crowd)
    vote_talk_and_vote_again(hall, crowd)
    vote_for_several(hall, crowd)
    take_the_last_test(hall, crowd)
    hall.do(GoTo(PLEDGE))
    crowd.on_all("Ikrar")
    expect(crowd.light.button("Saya turut berikrar")).to_be_hidden()
    hall.do(Open(PLEDGE))
    crowd.light.press("Saya turut berikrar")
    crowd.light.notes("Ikrar Anda tercatat")
    crowd.on_all("Ikrar")
    assert hall.wait(lambda news: bool(news.course.pledged)).course.pledged == {1}
    hall.do(End())
    crowd.on_all("Sosialisasi selesai")
    for one in (crowd.light, crowd.dark, crowd.large):
        assert one.complaints == []
        assert set(one.fetched) == {hall.address, hall.address.replace("http", "ws") + "ws"}


def come_in(crowd: Crowd) -> None:
    crowd.on_all("Masuk")
    crowd.light.join_by_code()
    crowd.dark.join_by_name(HOSTILE)
    crowd.large.press("Masuk")
    crowd.large.shows("Kode peserta masih kosong.")
    crowd.sound(crowd.large)
    crowd.large.join_by_name("Rina")
    crowd.on_all("Menunggu")
    crowd.light.shows("Siti Aminah")
    crowd.dark.shows(HOSTILE)
    assert crowd.dark.page.locator("main img").count() == 0


def take_the_first_test(hall: Room, crowd: Crowd) -> None:
    """One answers everything, one leaves something out, one does not finish."""
    light, dark, large = crowd.light, crowd.dark, crowd.large
    hall.do(GoTo(PRETEST), Open(PRETEST))
    crowd.on_all(STEM)
    for one in (light, dark, large):
        one.shows("1 / 3")
        one.pick("A")
        one.notes("Jawaban A terkirim")
        one.press("Berikutnya")
        one.shows("Boleh memilih lebih dari satu jawaban.")
    light.pick("A", "C")
    light.notes("Belum dikirim")
    crowd.sound(light)
    light.press("Kirim jawaban")
    light.notes("Jawaban A dan C terkirim")
    dark.pick("B")
    for one in (light, dark):
        one.press("Berikutnya")  # what is picked is sent
        one.shows("3 / 3")
    light.pick("B")
    for one in (light, dark):
        one.press("Lihat semua soal")
        one.heads("Tes awal: semua soal")
    light.shows("Semua soal sudah dijawab.")
    dark.shows("Masih ada 1 soal belum dijawab.")
    crowd.sound(light, dark)
    dark.page.get_by_label("Soal 3, belum dijawab").tap()
    dark.press("Sebelumnya")
    assert dark.picked() == ["B"]
    dark.press("Lihat semua soal")
    dark.press("Selesai")
    dark.press("Kembali ke soal")
    dark.shows("3 / 3")
    dark.press("Lihat semua soal")
    for one in (light, dark):
        one.press("Selesai")
        one.heads("Selesai mengerjakan tes awal?")
    crowd.sound(light, dark)
    for one in (light, dark):
        one.press("Ya, selesai")
        one.shows("Semua jawaban Anda sudah terkirim.")
    crowd.sound(light)
    hall.do(Close(PRETEST))
    large.heads("Tes awal sudah ditutup")
    large.shows("1 dari 3 soal")
    hall.do(Reveal(PRETEST))
    crowd.on_all("Hasil tes awal")
    expect(light.page.locator(".score")).to_have_text("Tes awal2 dari 3 benar")
    expect(dark.page.locator(".score")).to_have_text("Tes awal0 dari 3 benar")


def vote_talk_and_vote_again(hall: Room, crowd: Crowd) -> None:
    light, dark, large = crowd.light, crowd.dark, crowd.large
    hall.do(GoTo(VOTE))
    crowd.on_all("Menunggu")
    hall.do(Open(VOTE))
    light.pick("A")
    light.notes("Jawaban A terkirim")
    light.pick("C")
    light.notes("Jawaban C terkirim")
    light.shows("Masih bisa diganti sampai narasumber menutup.")
    dark.pick("A")
    dark.notes("Jawaban A terkirim")
    crowd.on_all(STEM)
    hall.do(Close(VOTE))
    light.notes("Ditutup. Jawaban Anda: C")
    large.notes("Ditutup. Anda belum menjawab soal ini.")
    expect(light.page.get_by_role("radio", name="C Pilihan 2")).to_be_disabled()
    crowd.on_all(STEM)
    hall.do(VoteAgain(VOTE))
    light.shows("Pilihan pertama Anda: C.")
    large.shows("Pada pilihan pertama Anda belum menjawab.")
    crowd.on_all(STEM)
    dark.pick("C")
    dark.notes("Jawaban C terkirim")
    light.pick("B")
    light.notes("Jawaban B terkirim")
    hall.do(Reveal(VOTE))
    light.shows("Belum tepat. Jawaban yang benar: C")
    light.shows("Pilihan pertama: C. Pilihan kedua: B.")
    light.shows("Pilihan Anda, belum tepat")
    dark.shows("Benar. Jawaban Anda: C")
    large.shows("Anda tidak menjawab. Jawaban yang benar: C")
    for one in (light, dark, large):
        one.shows("Sebaiknya: Jangan bereaksi.")
        one.shows("Keadaan hukum per 31 Januari 2026")
    crowd.on_all(STEM)


def vote_for_several(hall: Room, crowd: Crowd) -> None:
    hall.do(GoTo(SEVERAL), Open(SEVERAL))
    crowd.light.press("Kirim jawaban")
    crowd.light.shows("Belum ada yang dipilih.")
    crowd.sound(crowd.light)
    crowd.light.pick("A", "B")
    crowd.light.press("Kirim jawaban")
    crowd.light.notes("Jawaban A dan B terkirim")
    hall.do(Reveal(SEVERAL))
    crowd.light.shows("Belum tepat. Jawaban yang benar: A dan C")


def take_the_last_test(hall: Room, crowd: Crowd) -> None:
    hall.do(GoTo(POSTTEST), Open(POSTTEST))
    for one in (crowd.light, crowd.dark):
        one.pick("C")
        one.press("Berikutnya")
        one.pick("A", "C")
        one.press("Berikutnya")
        one.pick("B")
        one.notes("Jawaban B terkirim")
    crowd.large.shows("1 / 3")
    hall.do(Reveal(POSTTEST))
    crowd.on_all("Hasil tes akhir")
    crowd.light.shows("Bertambah 1 jawaban benar")
    crowd.large.shows("Anda tidak mengikuti tes ini.")


def test_a_reloaded_page_is_back_at_its_question_with_its_answer(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    one.heads("Menunggu")
    hall.do(GoTo(VOTE), Open(VOTE))
    one.pick("B")
    one.notes("Jawaban B terkirim")
    one.page.reload()
    one.notes("Jawaban B terkirim")
    assert one.picked() == ["B"]
    one.pick("D")
    one.notes("Jawaban D terkirim")
    answers = hall.wait(lambda news: news.course.given(VOTE, ASKED[0], 1)[1].answer == (3,)).course.answers
    assert answers[VOTE, ASKED[0], 1][1].number == 2


def test_what_is_picked_while_the_line_is_cut_is_sent_when_it_is_back(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    one.heads("Menunggu")
    hall.do(GoTo(PRETEST), Open(PRETEST))
    one.shows("1 / 3")
    one.page.clock.install()
    one.cut_off()
    one.pick("B")
    one.notes("Mengirim jawaban B")  # nobody has told the phone yet
    one.page.clock.fast_forward(6000)
    one.notes("Jawaban B belum terkirim")
    one.shows("Jawaban Anda tersimpan di HP ini dan dikirim begitu tersambung.")
    one.page.clock.fast_forward(1000)
    one.shows("Terputus. Menyambung lagi …")
    assert one.faults() == []
    one.pick("C")
    one.press("Berikutnya")
    one.pick("A")
    one.press("Lihat semua soal")
    one.press("Selesai")
    one.press("Ya, selesai")
    one.notes("Belum semua terkirim")
    assert not hall.news[-1].course.answers
    one.connect()
    one.shows("Semua jawaban Anda sudah terkirim.")
    one.shows("Tersambung lagi.")
    course = hall.wait(lambda news: bool(news.course.submitted)).course
    assert [(key[1], given[1].answer) for key, given in course.answers.items()] == [(ASKED[0], (2,)), (ASKED[1], (0,))]


def test_a_page_that_was_closed_while_cut_off_sends_what_was_picked(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    hall.do(GoTo(VOTE), Open(VOTE))
    one.shows("Pilihan 1")
    one.cut_off()
    one.pick("B")
    one.notes("Mengirim jawaban B")
    one.page.close()
    one.connect()
    one.open()
    one.notes("Jawaban B terkirim")
    assert hall.wait(lambda news: bool(news.course.answers)).course.given(VOTE, ASKED[0], 1)[1].answer == (1,)


def test_an_answer_that_came_too_late_is_told_with_what_is_kept(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    hall.do(GoTo(VOTE), Open(VOTE))
    one.pick("B")
    one.notes("Jawaban B terkirim")
    one.cut_off()
    one.pick("D")
    one.notes("Mengirim jawaban D")
    hall.do(Close(VOTE))
    hall.wait(lambda news: not news.course.state(VOTE).open)
    one.page.close()
    one.connect()
    one.open()
    alert = one.page.get_by_role("alert")
    expect(alert).to_contain_text("Jawaban D tidak diterima.", timeout=DEADLINE * 1000)
    expect(alert).to_contain_text("Jawaban yang tersimpan: B.")
    one.notes("Ditutup. Jawaban Anda: B")
    assert one.picked() == ["B"]
    assert one.faults() == []


def test_phones_come_back_to_a_hall_that_was_opened_again(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    hall.do(GoTo(VOTE), Open(VOTE))
    one.pick("B")
    one.notes("Jawaban B terkirim")
    hall.close()
    one.heads("Sambungan ditutup")
    assert one.faults() == []
    hall.reopen()
    one.press("Sambungkan lagi")
    one.notes("Jawaban B terkirim")


def test_a_phone_that_nobody_tells_of_the_end_of_its_line_finds_out(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    one.heads("Menunggu")
    one.page.clock.install()
    hall.do(GoTo(VOTE))
    one.shows("Pilihan jawaban muncul di sini")  # and from now on the clock of the page is ours
    lines = len(one.fetched)
    one.cut_off()
    hall.do(Open(VOTE))
    hall.wait(lambda news: news.course.state(VOTE).open)
    one.page.clock.fast_forward(25_000)
    one.page.clock.fast_forward(7_000)
    one.shows("Terputus. Menyambung lagi …")
    one.connect()
    one.heads(STEM)
    assert len(one.fetched) > lines


def test_another_tab_takes_over_and_the_first_one_can_be_used_again(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.join_by_code()
    one.heads("Menunggu")
    first, second = one.page, one.open()
    one.heads("Menunggu")
    one.page = first
    one.heads("Sambungan ditutup")
    one.press("Sambungkan lagi")
    one.heads("Menunggu")
    one.page = second
    one.heads("Sambungan ditutup")


def test_a_second_phone_takes_a_code_once_the_first_is_gone(hall: Room, phone: Opener) -> None:
    first, second = phone(hall), phone(hall)
    first.join_by_code()
    hall.do(GoTo(VOTE), Open(VOTE))
    first.pick("B")
    first.notes("Jawaban B terkirim")
    second.join_by_code("7k2m")
    second.shows("Kode peserta ini sedang dipakai di HP lain.")
    expect(second.page.get_by_label("Kode peserta", exact=True)).to_be_focused()
    assert second.faults() == []
    first.page.close()
    hall.wait(lambda news: not news.online)
    second.press("Masuk")
    second.notes("Jawaban B terkirim")
    second.pick("C")
    second.notes("Jawaban C terkirim")
    first.open()
    first.heads("Masuk")
    assert len(hall.news[-1].course.participants) == 1


def test_a_table_comes_in_with_its_name_and_how_many_it_is(make_room: Callable[..., Room], phone: Opener) -> None:
    hall = make_room(way=Way.TABLES, units=())
    one = phone(hall)
    one.write("Nama meja", "Meja 3")
    one.write("Unit kerja", "Dinas Kesehatan")
    one.write("Jumlah orang", "tiga")
    one.press("Masuk")
    one.shows("Jumlah orang harus berupa angka.")
    one.write("Jumlah orang", "31")
    one.press("Masuk")
    one.shows("Jumlah orang di meja harus 1 sampai 30.")
    expect(one.page.get_by_label("Jumlah orang")).to_be_focused()
    assert one.faults() == []
    one.write("Jumlah orang", "6")
    one.press("Masuk")
    one.shows("6 orang menjawab dengan HP ini")
    (table,) = hall.wait(lambda news: bool(news.course.participants)).course.present
    assert (table.name, table.unit, table.people) == ("Meja 3", "Dinas Kesehatan", 6)


def test_a_wrong_kode_kelas_is_told_at_its_field(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    one.write("Kode kelas", "111 111")
    one.join_by_code()
    field = one.page.get_by_label("Kode kelas")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Kode kelas tidak cocok. Lihat kode kelas di layar, lalu ketik lagi. Enam angka di layar depan."
    )
    one.write("Kode kelas", "482 913")
    one.press("Masuk")
    one.heads("Menunggu")


def test_a_browser_that_keeps_nothing_is_known_after_a_reload(hall: Room, phone: Opener) -> None:
    one = phone(hall, script=ONLY_IN_MEMORY)
    one.join_by_code()
    hall.do(GoTo(VOTE), Open(VOTE))
    one.pick("B")
    one.notes("Jawaban B terkirim")
    one.page.reload()
    one.notes("Jawaban B terkirim")
    one.page.clock.install()
    one.cut_off()
    one.pick("C")
    one.notes("Mengirim jawaban C")
    one.page.clock.fast_forward(6000)
    one.notes("Jangan tutup halaman ini.")
    assert all("?" not in asked and asked.partition("#")[0].endswith(("/", "/ws")) for asked in one.fetched)


def test_everything_is_done_with_keys_alone(hall: Room, phone: Opener) -> None:
    one = phone(hall)
    keys = one.page.keyboard
    one.heads("Masuk")
    for words in ("", "7K2M"):
        keys.press("Tab")
        keys.type(words)
    keys.press("Enter")
    one.heads("Menunggu")
    hall.do(GoTo(PRETEST), Open(PRETEST))
    one.shows("1 / 3")
    expect(one.page.get_by_role("heading", level=1)).to_be_focused()
    keys.press("Tab")
    keys.press("ArrowDown")
    one.notes("Jawaban B terkirim")
    ring = one.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert ring == "3px"
    keys.press("Tab")
    keys.press("Enter")
    one.shows("2 / 3")
    for key in ("Tab", "Space", "Tab", "Tab", "Space", "Tab", "Tab", "Enter"):
        keys.press(key)
    one.notes("Jawaban A dan C terkirim")
