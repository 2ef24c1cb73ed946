"""Aiken, both ways: what it carries, what is told as lost, and what is refused by its line."""

import pytest

from asnquiz.domain.pack import Image, ItemType, Option, Phase
from asnquiz.domain.question import LoosePicture, Question, question_of
from asnquiz.domain.refusal import Refusal
from asnquiz.exchange.aiken import read_aiken, write_aiken
from tests.builders import item

TEXT = "Siapa yang wajib netral?\nA) Calon\nB) ASN\nC) Relawan\nANSWER: B\n\n"
QUESTION = Question(
    ItemType.SINGLE,
    "Siapa yang wajib netral?",
    options=(Option("Calon", ""), Option("ASN", "", key=True), Option("Relawan", "")),
)


def test_a_question_is_written_as_moodle_reads_it_and_comes_back() -> None:
    carried = write_aiken([QUESTION])
    assert carried.content.decode() == TEXT
    assert read_aiken(carried.content).questions == (QUESTION,)


def test_dots_for_brackets_windows_lines_and_no_space_between_are_read() -> None:
    text = "\ufeffSiapa yang wajib netral?\nA. Calon\nB. ASN\nC. Relawan\nANSWER: B\nDua?\nA)ya\nB)tidak\nANSWER:A"
    brought = read_aiken(text.replace("\n", "\r\n").encode())
    assert brought.questions[0] == QUESTION
    assert brought.questions[1].options == (Option("ya", "", key=True), Option("tidak", ""))
    assert brought.losses == ()


def test_all_that_is_not_words_or_not_one_choice_is_told() -> None:
    asked = [question_of(item(type_, id=type_.value), {}) for type_ in ItemType]
    carried = write_aiken(asked)
    assert carried.content.decode() == (
        "Apa yang sebaiknya Anda lakukan?\nA) Pilihan 0\nB) Pilihan 1\nC) Pilihan 2\nD) Pilihan 3\nANSWER: C\n\n"
    )
    assert [loss.item for loss in carried.losses] == ["single", "multiple", "verdict", "ordering", "matching"]
    assert [loss.message for loss in carried.losses[1:]] == [
        "Aiken hanya memuat soal satu pilihan benar; soal ini dilewati."
    ] * 4
    assert carried.losses[0].message.startswith("Aiken hanya memuat pertanyaan dan pilihan")


@pytest.mark.parametrize("stem", ["A. Rahman, seorang PNS, diminta hadir.", "B) begitu?", "ANSWER: apa?"])
def test_a_question_that_begins_as_a_choice_does_is_left_out(stem: str) -> None:
    carried = write_aiken([Question(ItemType.SINGLE, stem, options=QUESTION.options)])
    assert carried.content == b""
    assert [loss.message for loss in carried.losses] == [
        "Pertanyaannya dimulai seperti baris pilihan atau jawaban Aiken, jadi soal ini dilewati."
    ]


def test_lines_become_one_and_pictures_stay_and_both_are_told() -> None:
    picture = LoosePicture(Image("a.png", "image/png", ""), "Spanduk")
    lines = Question(ItemType.SINGLE, "Satu\n\ndua?", options=QUESTION.options, phase=Phase.AFTER, picture=picture)
    carried = write_aiken([lines])
    assert carried.content.decode().startswith("Satu dua?\n")
    assert len(carried.losses) == 3


def test_every_fault_is_told_with_its_line_and_nothing_is_taken() -> None:
    text = (
        "A) tanpa pertanyaan\n"  # 1
        "ANSWER: A\n\n"  # 2
        "Baik?\nA) ya\nB) bukan\nANSWER: A\n\n"
        "Pertanyaan dua\nbaris?\nA) ya\nB) bukan\nANSWER: C\n\n"  # 9, 13
        "Loncat?\nA) ya\nC) bukan\nANSWER: a\n\n"  # 17, 18
        "Satu?\nA) ya\nANSWER: A\n\n"  # 22
        "Kosong?\nA) ya\nB)\nANSWER: A\n\n"  # 26
        "Tanpa jawaban?\nA) ya\nB) bukan\n"  # 29
    )
    with pytest.raises(Refusal) as refusal:
        read_aiken(text.encode())
    head, *lines = str(refusal.value).split("\n")
    assert head.startswith("Berkas Aiken ini memuat 9 kesalahan")
    assert [int(line.split()[1].rstrip(":")) for line in lines] == [1, 2, 9, 13, 17, 18, 22, 26, 29]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff", "Baris 1: bukan teks UTF-8"),
        (b"a" * 1_000_000, "lebih panjang dari 4.000 huruf"),
        (b"x" * (5 << 20), "lebih besar dari 4 MB"),
        (TEXT.encode() * 5_001, "lebih dari 5.000 soal"),
        (b"Apa?\n" + b"A) ya\n" * 40 + b"ANSWER: A", "pilihannya terlalu banyak"),
        (b"{" * 1_000_000, "Baris 1: "),
        (b"A)\n" * 330_000, "Dan "),
    ],
)
def test_a_hostile_file_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_aiken(content)
    assert words in str(refusal.value)
