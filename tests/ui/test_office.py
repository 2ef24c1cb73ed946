"""An office from its set-up to a task file: what is made, what is refused where, and what nobody loses by it."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from asnquiz.documents.fingerprint import FOR_ALL_TO_SEE, HOW
from asnquiz.domain import collection
from asnquiz.domain.collection import RosterEntry
from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.task import Counting
from asnquiz.painting.tokens import CHANGING
from asnquiz.programs.walks import office
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.scorefiles.task_file import read_file
from asnquiz.ui.destinations import Office, Section, SetUpOffice, WriteTask
from asnquiz.ui.office.page import OfficePage
from asnquiz.ui.office.set_up_pages import NamePage, NewKeyPage, ReadyPage, TrialPage
from asnquiz.ui.office.task_pages import TaskFormPage, TaskPreviewPage, TaskSavedPage
from asnquiz.ui.recap.overview_page import OverviewPage
from tests.documents.pdfs import says
from tests.scorefiles.offices import RECIPIENTS, SIGNING
from tests.ui.conftest import Opened, OpenWindow


def nothing(_: str) -> None:
    """Takes no picture."""


def folder_of(opened: Opened) -> Path:
    return opened.database.parent.parent


def line(opened: Opened, name: str) -> QLineEdit:
    lines = opened.window.findChildren(QLineEdit)
    return next(one for one in lines if one.isVisible() and one.accessibleName() == name)


def said(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def go(opened: Opened, place: Section | SetUpOffice | Office | WriteTask) -> None:
    opened.window.go(place)
    opened.walker.settle()


@pytest.fixture
def set_up(open_window: OpenWindow) -> Opened:
    opened = open_window()
    go(opened, Section.RECAP)
    office.set_up(opened.walker, nothing, folder_of(opened))
    return opened


@pytest.fixture
def standing(open_window: OpenWindow) -> Opened:
    """The page of an office whose keys nobody has at hand."""
    opened = open_window()
    recipients = tuple((one.holder.value, one.kid, one.x) for one in RECIPIENTS)
    head = ("Pemerintah Kabupaten Contoh", office.NAME)
    now = opened.learning.clock.now().utc
    opened.learning.collection.store.keep_office(
        collection.Office(office.NAME, head, SIGNING.thumbprint(), recipients, now)
    )
    go(opened, Office())
    return opened


def to_key(opened: Opened, step: int) -> None:
    """To the step that makes the office's key (2) or the spare one (3)."""
    go(opened, SetUpOffice())
    opened.walker.write("Nama kantor", office.NAME)
    opened.walker.press("Lanjut ke kunci kantor")
    if step > 2:
        for label in ("Kata sandi", "Ulangi kata sandi"):
            opened.walker.write(label, office.OFFICE_WORDS)
        opened.walker.press("Lanjut ke kunci cadangan")


def test_the_way_through_makes_both_keys_and_shows_the_fingerprint(set_up: Opened) -> None:
    folder = folder_of(set_up)
    assert isinstance(set_up.window.page, ReadyPage)
    assert (folder / "kunci-kantor.pem").is_file()
    assert (folder / "diska-lepas" / "kunci-cadangan.pem").is_file()
    kept = set_up.learning.collection.store.office()
    assert kept is not None
    assert kept.name == office.NAME
    assert kept.letterhead == ("Pemerintah Kabupaten Contoh", "Badan Kepegawaian Daerah")
    assert kept.rehearsed is not None
    (shown,) = set_up.window.findChildren(QLabel, "fingerprint")
    assert shown.text() == fingerprint(kept.signer)
    go(set_up, Section.RECAP)
    assert isinstance(set_up.window.page, OverviewPage)
    go(set_up, SetUpOffice())
    assert isinstance(set_up.window.page, OfficePage), "an office that stands is not set up again"


def test_no_password_is_written_anywhere(set_up: Opened) -> None:
    words = [office.OFFICE_WORDS, office.SPARE_WORDS]
    files = [file for file in folder_of(set_up).rglob("*") if file.is_file()]
    assert not [file.name for file in files for one in words if one.encode() in file.read_bytes()]


def test_an_office_needs_a_name_and_has_it_for_its_letterhead(open_window: OpenWindow) -> None:
    opened = open_window()
    go(opened, SetUpOffice())
    opened.walker.press("Lanjut ke kunci kantor")
    assert isinstance(opened.window.page, NamePage)
    assert "Tulis nama kantor" in said(opened)
    opened.walker.write("Nama kantor", "  BKD   Kota Contoh ")
    opened.walker.press("Lanjut ke kunci kantor")
    assert isinstance(opened.window.page, NewKeyPage)
    opened.walker.press("Kembali")
    assert line(opened, "Nama kantor").text() == "BKD Kota Contoh"
    (head,) = [one for one in opened.window.findChildren(QPlainTextEdit) if one.isVisible()]
    assert head.toPlainText() == "BKD Kota Contoh"


def test_a_letterhead_of_too_many_lines_is_refused_beside_it(open_window: OpenWindow) -> None:
    opened = open_window()
    go(opened, SetUpOffice())
    opened.walker.write("Nama kantor", office.NAME)
    opened.walker.write("Kop surat", "\n".join("abcdefg"))
    opened.walker.press("Lanjut ke kunci kantor")
    assert isinstance(opened.window.page, NamePage)
    assert "1 sampai 6 baris" in said(opened)
    assert isinstance(opened.window.focusWidget(), QPlainTextEdit)


def test_a_password_that_will_not_do_is_told_beside_its_line(open_window: OpenWindow) -> None:
    opened = open_window()
    to_key(opened, 2)
    for first, again, words in (
        ("sepeda biru di bawah hujan", "", "Ketik kata sandinya"),
        ("pendek", "pendek", "sedikitnya 12 huruf"),
        ("rahasia123456789", "rahasia123456789", "mudah ditebak"),
        ("sepeda biru di bawah hujan", "sepeda biru di bawah hujam", "Berbeda dari yang ditulis di atas"),
    ):
        opened.walker.write("Kata sandi", first)
        opened.walker.write("Ulangi kata sandi", again)
        opened.walker.press("Lanjut ke kunci cadangan")
        assert words in said(opened)
        assert line(opened, "Kata sandi").text() == first
    assert not list(folder_of(opened).glob("*.pem")), "nothing is made before the trial"


def test_passwords_are_covered_until_somebody_wants_to_see_them(open_window: OpenWindow) -> None:
    opened = open_window()
    to_key(opened, 2)
    lines = [line(opened, "Kata sandi"), line(opened, "Ulangi kata sandi")]
    assert {one.echoMode() for one in lines} == {QLineEdit.EchoMode.Password}
    opened.walker.press("Tampilkan kata sandi")
    assert {one.echoMode() for one in lines} == {QLineEdit.EchoMode.Normal}
    opened.walker.press("Tampilkan kata sandi")
    assert {one.echoMode() for one in lines} == {QLineEdit.EchoMode.Password}


def test_the_spare_key_is_kept_apart_and_has_a_password_of_its_own(open_window: OpenWindow) -> None:
    opened = open_window()
    to_key(opened, 3)
    place = "Simpan kunci cadangan di"
    assert line(opened, place).text() == "", "somebody has to think of a place"
    for label in ("Kata sandi", "Ulangi kata sandi"):
        opened.walker.write(label, office.OFFICE_WORDS)
    opened.walker.write(place, str(folder_of(opened) / "kunci-cadangan.pem"))
    opened.walker.press("Lanjut ke uji kunci")
    assert "Kunci cadangan tidak disimpan di folder kunci kantor" in said(opened)
    (folder_of(opened) / "diska").mkdir()
    opened.walker.write(place, str(folder_of(opened) / "diska" / "kunci-cadangan.pem"))
    opened.walker.press("Lanjut ke uji kunci")
    assert "Pilih kata sandi lain daripada kata sandi kunci kantor" in said(opened)
    for label in ("Kata sandi", "Ulangi kata sandi"):
        opened.walker.write(label, office.SPARE_WORDS)
    opened.walker.press("Lanjut ke uji kunci")
    assert isinstance(opened.window.page, TrialPage)


def test_no_key_goes_over_a_file_or_into_a_folder_that_is_not_there(open_window: OpenWindow) -> None:
    opened = open_window()
    to_key(opened, 2)
    standing = folder_of(opened) / "lama.pem"
    standing.write_bytes(b"kunci lama")
    for typed, words in (
        (str(standing), "tidak ditimpa"),
        (str(folder_of(opened) / "tidak-ada" / "k.pem"), "tidak ada. Pasang diska lepasnya"),
        (str(folder_of(opened) / "kunci.txt"), "berakhiran .pem"),
        ("kunci.pem", "Tulis folder dan nama berkas"),
    ):
        opened.walker.write("Simpan kunci kantor di", typed)
        opened.walker.press("Lanjut ke kunci cadangan")
        assert words in said(opened), typed
    assert standing.read_bytes() == b"kunci lama"


def test_a_wrong_password_at_the_trial_leaves_everything_typed(open_window: OpenWindow) -> None:
    opened = open_window()
    to_key(opened, 3)
    (folder_of(opened) / "diska").mkdir()
    opened.walker.write("Simpan kunci cadangan di", str(folder_of(opened) / "diska" / "kunci-cadangan.pem"))
    for label in ("Kata sandi", "Ulangi kata sandi"):
        opened.walker.write(label, office.SPARE_WORDS)
    opened.walker.press("Lanjut ke uji kunci")
    opened.walker.write("Kata sandi kunci kantor", office.OFFICE_WORDS)
    opened.walker.write("Kata sandi kunci cadangan", office.OFFICE_WORDS)
    opened.walker.press("Buat dan uji kedua kunci")
    assert isinstance(opened.window.page, TrialPage)
    assert "berbeda dari yang dipilih di langkah sebelumnya" in said(opened)
    assert line(opened, "Kata sandi kunci kantor").text() == office.OFFICE_WORDS
    assert line(opened, "Kata sandi kunci cadangan").text() == office.OFFICE_WORDS
    assert opened.learning.collection.store.office() is None
    opened.walker.write("Kata sandi kunci cadangan", office.SPARE_WORDS)
    opened.walker.press("Buat dan uji kedua kunci")
    assert isinstance(opened.window.page, ReadyPage)


def test_the_fingerprint_is_printed_with_the_letterhead(standing: Opened) -> None:
    standing.walker.press("Simpan lembar sidik kunci")
    pdf = save_as_offered(standing.walker).read_bytes()
    kept = standing.learning.collection.store.office()
    assert kept is not None
    assert says(pdf, fingerprint(kept.signer))
    assert all(says(pdf, words) for words in (*HOW, FOR_ALL_TO_SEE))
    assert all(says(pdf, words) for words in kept.letterhead)


def test_a_task_is_what_the_form_said(set_up: Opened) -> None:
    walker, folder = set_up.walker, folder_of(set_up)
    walker.press("Tulis tugas")
    walker.write("Judul tugas", "Ujian Sekretariat")
    walker.write("Tenggat", "30 november 2098")
    walker.write("Jumlah soal", "20")
    walker.write("Waktu (menit)", "30")
    walker.write("Batas lulus", "80")
    walker.press("Diawasi")
    walker.press("Boleh dijeda")
    walker.press("Tanyakan yakin atau ragu")
    walker.write("Unit kerja", "Dinas A\n\n  Dinas   B ")
    walker.press("Lihat tugas")
    assert isinstance(set_up.window.page, TaskPreviewPage)
    shown = said(set_up)
    for words in (
        "30 November 2098",
        "20 soal, 30 menit, batas lulus 80",
        "diawasi; nama pengawas",
        "tidak boleh;",
        "2 unit",
    ):
        assert words in shown, words
    file = folder / "satu.asntugas"
    walker.write("Simpan tugas di", str(file))
    walker.write("Kata sandi kunci kantor", "bukan kata sandi ini")
    walker.press("Segel dan simpan tugas")
    assert set_up.window.question is not None
    walker.press("Mengerti")
    assert isinstance(set_up.window.page, TaskPreviewPage)
    assert line(set_up, "Kata sandi kunci kantor").text() == "bukan kata sandi ini"
    assert not file.exists()
    walker.press("Ubah")
    assert line(set_up, "Jumlah soal").text() == "20"
    walker.press("Lihat tugas")
    walker.write("Simpan tugas di", str(file))
    walker.write("Kata sandi kunci kantor", office.OFFICE_WORDS)
    walker.press("Segel dan simpan tugas")
    assert isinstance(set_up.window.page, TaskSavedPage)
    task = read_file(file).task
    assert (task.title, task.deadline, task.units) == (
        "Ujian Sekretariat",
        dt.date(2098, 11, 30),
        ("Dinas A", "Dinas B"),
    )
    assert (task.exam.items, task.exam.minutes, task.exam.pass_) == (20, 30, 80)
    assert sum(task.exam.phase.values()) == 20
    assert (task.supervised, task.pauses, task.certainty) == (True, False, True)
    assert task.counting is Counting.BEST


def test_what_cannot_be_asked_is_told_beside_its_line(standing: Opened) -> None:
    walker = standing.walker
    walker.press("Tulis tugas")
    walker.press("Lihat tugas")
    assert "Tulis tenggatnya" in said(standing)
    for label, typed, words, sound in (
        ("Tenggat", "31-02-2098", "tidak ada tanggal", "30-11-2098"),
        ("Tenggat", "1 Januari 2001", "sudah lewat", "30-11-2098"),
        ("Jumlah soal", "0", "angka 1 sampai 200", "30"),
        ("Waktu (menit)", "setengah jam", "angka 1 sampai 600", "45"),
        ("Batas lulus", "101", "angka 0 sampai 100", "75"),
        ("Unit kerja", "Dinas A\nDinas A", "ditulis dua kali", "Dinas A"),
        ("Judul tugas", " ", "Tulis judul tugas", "Ujian"),
    ):
        walker.write(label, typed)
        walker.press("Lihat tugas")
        assert isinstance(standing.window.page, TaskFormPage), typed
        assert words in said(standing), typed
        walker.write(label, sound)
    walker.press("Lihat tugas")
    assert isinstance(standing.window.page, TaskPreviewPage)


def test_more_questions_than_the_pack_can_fill_are_refused_before_anything_is_sealed(standing: Opened) -> None:
    standing.walker.press("Tulis tugas")
    standing.walker.write("Tenggat", "30-11-2098")
    standing.walker.write("Jumlah soal", "200")
    standing.walker.press("Lihat tugas")
    told = standing.window.question
    assert told is not None
    assert "Kurangi jumlah soalnya" in told.informativeText()
    standing.walker.press("Mengerti")
    assert line(standing, "Jumlah soal").text() == "200"


def test_the_units_of_the_roster_are_offered(standing: Opened) -> None:
    store = standing.learning.collection.store
    entries = (
        RosterEntry("198503122010011004", "Siti", "Dinas Pendidikan", "SMP 1", "Guru"),
        RosterEntry("198503122010011005", "Budi", "Dinas Pendidikan", "SMP 1", "Guru"),
        RosterEntry("198503122010011006", "Ani", "Kecamatan Contoh", "", "Staf"),
    )
    store.keep_roster(entries, dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    standing.walker.press("Tulis tugas")
    (area,) = [one for one in standing.window.findChildren(QPlainTextEdit) if one.isVisible()]
    assert area.toPlainText() == "Kecamatan Contoh\nSMP 1"


@pytest.mark.parametrize("words", ["EGpB p-5x -Kyp", "fi->ffi 0x4X--"])
def test_what_is_compared_is_painted_as_it_is_written(open_window: OpenWindow, words: str) -> None:
    font = open_window().window.theme.font()

    def glyphs(text: str) -> list[int]:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]

    assert glyphs(words) == [glyph for letter in words for glyph in glyphs(letter)]
    usual = QFont(font)
    for feature in CHANGING:
        usual.setFeature(QFont.Tag(feature), 1)
    font = usual
    assert glyphs(words) != [glyph for letter in words for glyph in glyphs(letter)], "so the test would see it"


def test_a_task_is_saved_again_as_the_same_bytes(set_up: Opened) -> None:
    set_up.walker.press("Tulis tugas")
    file = office.write(set_up.walker, nothing, folder_of(set_up))
    set_up.walker.press("Ke halaman kantor")
    assert fingerprint(read_file(file).signer) in said(set_up)
    file.rename(file.with_name("dibagikan.asntugas"))
    set_up.walker.press("Simpan lagi")
    again = save_as_offered(set_up.walker)
    assert again.read_bytes() == file.with_name("dibagikan.asntugas").read_bytes()


def test_the_trial_can_be_repeated_and_says_what_failed(set_up: Opened) -> None:
    before = set_up.learning.collection.store.office()
    assert before is not None
    go(set_up, Office())
    set_up.walker.press("Ulangi gladi")
    assert line(set_up, "Berkas kunci kantor").text() == str(folder_of(set_up) / "kunci-kantor.pem")
    set_up.walker.press("Uji kedua kunci")
    assert "Tulis nama berkasnya" in said(set_up)
    office.rehearse(set_up.walker, folder_of(set_up))
    assert set_up.window.question is not None
    set_up.walker.press("Mengerti")
    after = set_up.learning.collection.store.office()
    assert after is not None
    assert after.rehearsed is not None
    assert before.rehearsed is not None
    assert after.rehearsed >= before.rehearsed


def test_the_database_of_an_office_is_not_there_before_somebody_gathers(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    assert not (opened.database.parent / "rekap.db").exists()
    go(opened, Section.RECAP)
    assert (opened.database.parent / "rekap.db").exists()
