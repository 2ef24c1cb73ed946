"""Kalender tahapan in the window: kept on demand, refused by line, begun from the example, never lost in silence."""

import datetime as dt

from PySide6.QtWidgets import QApplication

from asnquiz.domain.refusal import Refusal
from asnquiz.ui.ask.calendar_page import CalendarPage
from asnquiz.ui.ask.page import AskPage
from asnquiz.usecases.set_calendar import SETTING, office_calendar
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens_ask import set_region
from tests.ui.stores import FULL_DISK, StoreFront
from tests.ui.test_announcements import heard as heard
from tests.ui.test_ask import said


def open_calendar(open_window: OpenWindow, **others: object) -> Opened:
    opened = open_window(**others)
    opened.walker.press("Pengaturan")
    opened.walker.press("Buka kalender tahapan")
    return opened


def page_of(opened: Opened) -> CalendarPage:
    page = opened.window.page
    assert isinstance(page, CalendarPage)
    return page


def problem(opened: Opened, key: str) -> str:
    return page_of(opened).fields[key].line.accessibleDescription()


def test_two_days_a_region_and_a_name_are_enough(open_window: OpenWindow, heard: list[str]) -> None:
    opened = open_calendar(open_window)
    assert "Belum diatur." in said(opened)
    heard.clear()
    set_region(opened, "22-9-2027", "27 november 2027")
    assert heard[-1] == "Tersimpan"
    kept = office_calendar(opened.learning.store)
    assert kept is not None
    calendar = kept.calendar
    assert (calendar.name, calendar.candidates_fixed) == ("Kabupaten Contoh", dt.date(2027, 9, 22))
    assert (calendar.voting, calendar.stages) == (dt.date(2027, 11, 27), ())
    assert (kept.by, kept.profile) == ("Badan Kepegawaian Contoh", opened.profile.id)
    assert "Ditetapkan oleh Badan Kepegawaian Contoh pada" in said(opened)
    assert page_of(opened).fields["voting"].line.text() == "27 November 2027", "as it was understood"


def test_every_line_that_is_missing_says_so_and_the_first_has_the_focus(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window)
    opened.walker.press("Simpan kalender")
    assert QApplication.focusWidget() is page_of(opened).fields["name"].line
    for key in ("name", "candidates_fixed", "voting", "by"):
        assert problem(opened, key) != ""
    assert "harus diisi" in problem(opened, "voting")
    assert opened.learning.store.setting(SETTING) is None


def test_voting_before_the_candidates_are_fixed_is_refused_at_its_line(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window)
    set_region(opened, "27-11-2027", "22-9-2027")
    assert QApplication.focusWidget() is page_of(opened).fields["voting"].line
    assert "harus sesudah penetapan calon (27 November 2027)" in problem(opened, "voting")
    assert opened.learning.store.setting(SETTING) is None


def test_a_day_that_is_not_understood_is_refused_at_its_line(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window)
    set_region(opened, "22-9-2027", "akhir November")
    assert problem(opened, "voting").startswith("Pemungutan suara ditulis seperti 27 November 2024")


def test_half_a_stage_is_refused(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window)
    set_region(opened, "22-9-2027", "27-11-2027")
    opened.walker.write("Kampanye mulai", "25-9-2027")
    opened.walker.press("Simpan kalender")
    assert QApplication.focusWidget() is page_of(opened).fields["kampanye-last"].line
    assert problem(opened, "kampanye-last") == "Kampanye: isi kedua tanggalnya, atau kosongkan keduanya."
    opened.walker.write("Kampanye selesai", "27-11-2027")
    opened.walker.press("Simpan kalender")
    assert "Kampanye harus sesudah penetapan calon" in problem(opened, "kampanye-first")


def test_the_example_of_2024_is_called_over_and_fills_the_form_without_keeping_it(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window)
    assert "Contoh: Pilkada serentak 2024 (sudah selesai)" in said(opened)
    opened.walker.press("Isi formulir dengan contoh ini")
    lines = {key: field.line.text() for key, field in page_of(opened).fields.items()}
    assert lines == {
        "name": "Pilkada serentak 2024",
        "candidates_fixed": "22 September 2024",
        "voting": "27 November 2024",
        "kampanye-first": "25 September 2024",
        "kampanye-last": "23 November 2024",
        "masa-tenang-first": "24 November 2024",
        "masa-tenang-last": "26 November 2024",
        "by": "",
    }
    assert opened.learning.store.setting(SETTING) is None
    opened.walker.write("Ditetapkan oleh", "Siti")
    opened.walker.press("Simpan kalender")
    assert "Pemungutan suaranya sudah lama lewat; isi tanggal yang baru." in said(opened)


def test_leaving_asks_about_what_is_not_kept(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window)
    opened.walker.write("Daerah", "Kota Contoh")
    opened.walker.press("Kembali ke Bolehkah saya?")
    asked = opened.window.question
    assert asked is not None
    assert asked.text() == "Kalender belum disimpan"
    opened.walker.press("Simpan")
    assert isinstance(opened.window.page, CalendarPage), "it cannot be kept yet"
    set_region(opened, "22-9-2027", "27-11-2027", name="Kota Contoh")
    opened.walker.press("Kembali ke Bolehkah saya?")
    assert isinstance(opened.window.page, AskPage)


class RefusesSettings(StoreFront):
    def keep_setting(self, name: str, value: str) -> None:
        raise Refusal(f"{name}: {FULL_DISK} {len(value)}")


def test_a_calendar_that_cannot_be_kept_is_told_and_stays_typed(open_window: OpenWindow) -> None:
    opened = open_calendar(open_window, store=RefusesSettings().before)
    set_region(opened, "22-9-2027", "27-11-2027")
    asked = opened.window.question
    assert asked is not None
    assert asked.text() == "Kalender belum tersimpan"
    opened.walker.press("Mengerti")
    assert page_of(opened).fields["voting"].line.text() == "27 November 2027"
    assert "Belum disimpan" in said(opened)
