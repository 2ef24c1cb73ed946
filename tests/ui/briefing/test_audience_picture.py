"""What each picture says, how people come in by it, and what keys and time do at the window."""

import datetime as dt
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from asnquiz.documents.qr import qr_matrix
from asnquiz.domain import pack as packs
from asnquiz.domain.briefing import Step, StepKind, Way
from asnquiz.domain.pack import Phase
from asnquiz.domain.question import LoosePicture
from asnquiz.painting.tokens import AUDIENCE, AUDIENCE_DARK, Palette
from asnquiz.ui.briefing.audience.pictures import PhotoPiece
from asnquiz.ui.briefing.audience.press import Press
from asnquiz.ui.briefing.audience.scenes import wifi_text
from asnquiz.ui.briefing.audience.sheets import Body
from asnquiz.ui.briefing.audience.window import AudienceWindow
from asnquiz.ui.theme import Theme
from asnquiz.usecases import show_audience
from asnquiz.usecases.briefing_ports import Door
from asnquiz.usecases.show_audience import (
    JoinPicture,
    Outcome,
    OutcomePicture,
    Picture,
    PledgePicture,
    QuestionPicture,
    Row,
)
from tests import builders, photos
from tests.documents.pdfs import needs_zbar
from tests.ui.briefing.pictures import placed
from tests.ui.briefing.walls import DOOR, FRAME, ICONS, Clock, painted_words, settle, sheets, wall
from tests.ui.test_announcements import heard as heard

JOIN = JoinPicture("Sosialisasi netralitas", Way.PHONES, 42)
ROWS = ("Tetap di grup", "Memberi tanda suka", "Keluar dan memberi tahu admin", "Mengganti nama profil")
QUESTION = QuestionPicture(
    number=4,
    of=10,
    phase=Phase.DURING,
    stem="Grup alumni Anda berganti nama. Apa yang sebaiknya Anda lakukan?",
    rows=tuple(Row(letter, words) for letter, words in zip("ABCD", ROWS, strict=True)),
    several=False,
    way=Way.PHONES,
    round=1,
    open=True,
    answered=38,
    expected=42,
)


def outcome(first: tuple[int, ...] | None, second: tuple[int, ...] | None, way: Way = Way.PHONES) -> OutcomePicture:
    rows = tuple(
        Outcome("ABCD"[at], words, at == 2, first[at] if first else None, second[at] if second else None)
        for at, words in enumerate(ROWS)
    )
    law = (("SKB 22 September 2022", "Lampiran II, disiplin butir 6 · masih dirujuk"),)
    return OutcomePicture(4, 10, Phase.DURING, QUESTION.stem, rows, 42, "Karena.", "Keluarlah.", law, way)


def says(picture: Picture, size: tuple[int, int] = (1920, 1080)) -> str:
    """What a picture says on its first sheet."""
    window = wall(size)
    window.show_picture(picture, FRAME)
    settle()
    return painted_words(window)


def scanned(window: AudienceWindow, folder: Path) -> set[str]:
    """What a scanner that is not ours reads on the wall."""
    file = folder / "layar.png"
    window.grab().save(str(file))
    done = subprocess.run(["zbarimg", "--quiet", "--raw", file], stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return set(done.stdout.splitlines())


@needs_zbar
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("palette", [AUDIENCE, AUDIENCE_DARK], ids=["light", "dark"])
def test_a_phone_comes_in_by_scanning(theme: Theme, tmp_path: Path, size: tuple[int, int], palette: Palette) -> None:
    assert theme
    window = wall(size, palette)
    url = "http://192.168.43.117:8080/#482913"
    window.show_picture(JOIN, replace(FRAME, door=replace(DOOR, password=None)))
    assert scanned(window, tmp_path) == {url}
    window.show_picture(JOIN, FRAME)
    assert scanned(window, tmp_path) == {url, r"WIFI:T:WPA;S:Aula-Setda;P:rahasia\;2026;;"}
    window.show_picture(JOIN, replace(FRAME, door=replace(DOOR, password="")))
    assert scanned(window, tmp_path) == {url, "WIFI:T:nopass;S:Aula-Setda;;"}


@given(st.text(max_size=32), st.text(min_size=1, max_size=63))
def test_any_name_and_password_can_be_told_apart_again(network: str, password: str) -> None:
    field = r'((?:[^\\;,:"]|\\.)*)'
    fields = re.fullmatch(f"WIFI:T:WPA;S:{field};P:{field};;", wifi_text(network, password), re.DOTALL)
    assert fields
    assert [re.sub(r"\\(.)", r"\1", one, flags=re.DOTALL) for one in fields.groups()] == [network, password]


def test_the_join_picture_says_in_three_steps_how_to_come_in(theme: Theme) -> None:
    assert theme
    seen = says(JOIN)
    for words in (
        "Sosialisasi netralitas",
        "1. Sambungkan HP ke Wi-Fi Aula-Setda",
        "Kata sandi: rahasia;2026",
        "2. Buka di HP 192.168.43.117:8080",
        "3. Ketik kode kelas 482 913",
        "42 orang sudah bergabung · Tanpa HP? Angkat kartu huruf",
    ):
        assert words in seen
    assert "satu HP untuk satu meja" in says(replace(JOIN, way=Way.TABLES))


@pytest.mark.parametrize(
    ("way", "words"),
    [(Way.CARDS, "kartu huruf"), (Way.HANDS, "mengangkat tangan"), (Way.PAPER, "lembar jawaban")],
)
def test_without_phones_nobody_is_sent_to_an_address(theme: Theme, way: Way, words: str) -> None:
    assert theme
    window = wall()
    window.show_picture(replace(JOIN, way=way), replace(FRAME, door=None))
    seen = painted_words(window)
    assert "Hari ini kita menjawab d" in seen
    assert words in seen
    assert "482 913" not in seen
    assert "Wi-Fi" not in seen
    window.show_picture(replace(QUESTION, way=way, answered=None, expected=None), replace(FRAME, door=None))
    assert "482 913" not in painted_words(window)


def test_a_door_that_is_not_there_yet_is_waited_for(theme: Theme) -> None:
    assert theme
    window = wall()
    window.show_picture(JOIN, replace(FRAME, door=None))
    assert "Mohon tunggu" in painted_words(window)


def test_a_question_says_where_one_is_how_many_answered_and_how_to_answer(theme: Theme) -> None:
    assert theme
    seen = says(QUESTION)
    for words in (
        "Soal 4 dari 10 · Selama",
        "38 dari 42 sudah menjawab",
        "C Keluar dan memberi tahu admin",
        "Pilih jawaban di HP Anda.",
        "192.168.43.117:8080 · kode kelas 482 913",
        "Keadaan hukum per 31 Januari 2026",
    ):
        assert words in seen
    assert "dapat lebih dari satu" in says(replace(QUESTION, several=True))
    assert "Pilihan sudah ditutup." in says(replace(QUESTION, open=False))
    assert "Bicarakan alasannya" in says(replace(QUESTION, open=False, talk=True))
    assert "Pilihan kedua, setelah diskusi." in says(replace(QUESTION, round=2))
    assert "baca soalnya dahulu" in says(replace(QUESTION, round=0, open=False, answered=None))


@pytest.mark.qt_log_ignore("libpng")
def test_the_picture_of_a_question_stands_beside_its_rows_and_later_beside_the_reason(theme: Theme) -> None:
    assert theme
    alt = "Undangan apel di Kabupaten Contoh"
    whole, broken = (LoosePicture(image, alt) for image in (photos.image(data=photos.png(90, 60)), photos.damaged()))
    for picture in (QUESTION, outcome(None, None, Way.HANDS)):
        window = wall((1366, 768))
        window.show_picture(replace(picture, photo=whole), FRAME)
        settle()
        found = [
            (photo.accessibleName(), photo.width() > 2 * 60)
            for _ in sheets(window)
            for photo in window.findChildren(PhotoPiece)
            if photo.isVisible()
        ]
        assert found == [(alt, True)]
        window.show_picture(replace(picture, photo=broken), FRAME)
        settle()
        assert not any(photo.isVisible() for photo in window.findChildren(PhotoPiece))
        said = " ".join(painted_words(window) for _ in sheets(window))
        assert f"Gambar pada soal ini tidak dapat ditampilkan. Isinya: {alt}" in said
        window.close()


def test_the_wall_gets_the_picture_that_the_pack_has(theme: Theme) -> None:
    assert theme
    image = photos.image()
    item = replace(builders.item(), id="soal-single", picture=packs.Picture(image.name, "Undangan"))
    pack = builders.pack((item,), images=(image,))
    shown = placed(pack, Step(StepKind.QUESTION, 2, (item.id,)))
    assert isinstance(shown, QuestionPicture)
    assert shown.photo == LoosePicture(image, "Undangan")


def test_an_outcome_says_what_is_right_what_the_talk_changed_and_what_to_talk_about(theme: Theme) -> None:
    assert theme
    seen = says(outcome((6, 25, 9, 2), (6, 9, 25, 2)))
    for words in (
        "Soal 4 dari 10 · pembahasan",
        "C · Benar · Keluar dan memberi tahu admin",
        "Pilihan pertama",
        "Setelah diskusi: C dari 9 menjadi 25.",
        "Diskusikan: mengapa sembilan orang memilih B?",
        "SKB 22 September 2022 · Lampiran II, disiplin butir 6 · masih dirujuk",
    ):
        assert words in seen
    once = says(outcome((6, 12, 9, 2), None, Way.TABLES))
    assert "Setelah diskusi" not in once
    assert "mengapa 12 meja memilih B?" in once


@pytest.mark.parametrize("counts", [(0, 0, 42, 0), (0, 1, 41, 0)])
def test_nobody_is_pointed_at_who_was_alone(theme: Theme, counts: tuple[int, ...]) -> None:
    assert theme
    assert "Diskusikan" not in says(outcome(counts, None))
    assert "Setelah diskusi" not in says(outcome(None, None))


def test_how_many_are_through_is_said_and_those_who_type_on_paper_are_not_counted(theme: Theme) -> None:
    assert theme
    test = show_audience.TestPicture(False, 10, 15, Way.PHONES, open=True, revealed=False, through=12, expected=42)
    assert "12 dari 42 sudah selesai" in says(test)
    assert "sudah selesai" not in says(replace(test, way=Way.PAPER, through=None))
    pledge = PledgePicture("Ikrar", "Menolak politik uang.", 4, 6, 4, 29, 42)
    assert "4. Menolak politik uang." in says(pledge)
    assert "29 dari 42 sudah berikrar di HP" in says(pledge)
    assert "tirukan" in says(PledgePicture("Ikrar", "Kami berikrar:", 0, 6, None, None, None))


def test_a_blank_wall_says_nothing(theme: Theme) -> None:
    assert theme
    window = wall()
    window.show_picture(QUESTION, FRAME)
    window.show_blank()
    settle()
    assert painted_words(window) == ""
    window.show_picture(QUESTION, FRAME)
    assert QUESTION.stem in painted_words(window)


def test_what_is_long_goes_on_over_sheets_and_counting_turns_none(theme: Theme) -> None:
    assert theme
    window = wall()
    picture = outcome((6, 25, 9, 2), (6, 9, 25, 2))
    window.show_picture(picture, FRAME)
    assert window.sheet == (1, 2)
    assert "bagian 1 dari 2" in painted_words(window)
    assert not window.turn(-1)
    assert window.turn(1)
    assert "bagian 2 dari 2" in painted_words(window)
    assert "Keluarlah." in painted_words(window)
    assert not window.turn(1)
    window.show_picture(replace(picture, answered=43), FRAME)
    assert window.sheet == (2, 2)
    assert "43 jawaban" in painted_words(window)
    window.show_blank()
    window.show_picture(picture, FRAME)
    assert window.sheet == (2, 2)
    window.show_picture(replace(picture, number=5), FRAME)
    assert window.sheet == (1, 2)


def test_counting_answers_leaves_what_is_read_alone(theme: Theme) -> None:
    assert theme
    window = wall()
    window.show_picture(QUESTION, FRAME)
    read = window.findChildren(Body)
    window.show_picture(replace(QUESTION, answered=39), FRAME)
    assert window.findChildren(Body) == read
    assert "39 dari 42 sudah menjawab" in painted_words(window)


@pytest.mark.parametrize(
    ("key", "press"),
    [
        (Qt.Key.Key_PageDown, Press.NEXT),
        (Qt.Key.Key_Right, Press.NEXT),
        (Qt.Key.Key_Space, Press.NEXT),
        (Qt.Key.Key_Return, Press.NEXT),
        (Qt.Key.Key_PageUp, Press.BACK),
        (Qt.Key.Key_Left, Press.BACK),
        (Qt.Key.Key_F5, Press.START),
        (Qt.Key.Key_Escape, Press.LEAVE),
        (Qt.Key.Key_F6, Press.SWAP),
        (Qt.Key.Key_B, Press.BLANK),
        (Qt.Key.Key_Period, Press.BLANK),
    ],
)
def test_keys_are_handed_on_and_change_nothing_here(theme: Theme, qtbot: QtBot, key: Qt.Key, press: Press) -> None:
    assert theme
    window = wall()
    window.show_picture(outcome((6, 25, 9, 2), None), FRAME)
    before = window.grab().toImage()
    with qtbot.waitSignal(window.pressed) as asked:
        QTest.keyClick(window, key)
    assert asked.args == [press]
    assert window.grab().toImage() == before


def test_keys_of_one_character_can_be_turned_off_and_others_are_left_to_the_computer(theme: Theme) -> None:
    assert theme
    window = AudienceWindow(ICONS, qr_matrix, characters=False)
    asked: list[Press] = []
    window.pressed.connect(asked.append)
    window.show()
    QTest.keyClick(window, Qt.Key.Key_B)
    QTest.keyClick(window, Qt.Key.Key_Period)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_X)
    assert asked == []
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    window.close()
    assert asked == [Press.NEXT, Press.LEAVE]


def test_time_runs_down_as_a_number_and_is_told_aloud_once_a_minute(
    theme: Theme, qtbot: QtBot, heard: list[str]
) -> None:
    assert theme
    clock = Clock()
    window = wall(clock=clock)
    frame = replace(FRAME, timer=clock.timer(125, of=180))
    window.show_picture(QUESTION, frame)

    def after(seconds: float, words: str) -> None:
        clock.now += dt.timedelta(seconds=seconds)
        qtbot.waitUntil(lambda: words in painted_words(window), timeout=5000)

    after(0, "Sisa 02.05")
    after(1, "Sisa 02.04")
    assert heard == []
    after(4, "Sisa 02.00")
    assert heard == ["Sisa waktu 2 menit"]
    window.show_picture(replace(QUESTION, answered=40), frame)
    after(59, "Sisa 01.01")
    after(1.5, "Sisa 01.00")
    assert heard == ["Sisa waktu 2 menit", "Sisa waktu 1 menit"]
    after(300, "Waktu habis")
    assert heard == ["Sisa waktu 2 menit", "Sisa waktu 1 menit", "Waktu habis"]
    window.show_picture(QUESTION, FRAME)
    assert "Waktu habis" not in painted_words(window)


def test_an_address_that_is_long_stays_on_one_line(theme: Theme) -> None:
    assert theme
    window = wall()
    window.show_picture(JOIN, replace(FRAME, door=Door("192.168.100.200", 58080, "Aula")))
    assert "192.168.100.200:58080" in painted_words(window)
