"""Everyday questions about the program find the part of the guide that answers them."""

import pytest

from asnquiz.content.guides import read_guides
from asnquiz.domain.guide import Topic
from asnquiz.programs.paths import guides_folder
from asnquiz.usecases.find_in_guides import index_guides
from asnquiz.usecases.find_passages import PassageIndex, find_passages


@pytest.fixture(scope="module")
def index() -> PassageIndex[Topic]:
    return index_guides(read_guides(guides_folder()))


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("nilai hilang", "Bila ada yang tidak berjalan"),
        ("listrik mati saat ujian", "Bila ada yang tidak berjalan"),
        ("huruf terlalu kecil", "Bila ada yang tidak berjalan"),
        ("memperbesar huruf", "Ukuran huruf dan warna"),
        ("menyerahkan nilai", "Menyerahkan nilai ujian"),
        ("ganti nama", "Bila ada yang tidak berjalan"),
        ("hapus data saya", "Data saya"),
        ("mencetak surat keterangan", "Mencetak dan menyimpan PDF"),
        ("di mana data disimpan", "Data saya"),
        ("melanjutkan ujian", "Ujian"),
        ("cari dalam materi", "Membaca materi"),
        ("pembaca layar", "Untuk pembaca layar"),
        ("cadangan", "Data saya"),
        ("tombol ujian", "Di ujian, tes awal, dan tes akhir"),
        ("layar penuh", "Ukuran huruf dan warna"),
        ("pindah komputer", "Data saya"),
        ("lupa pin", "Bila ada yang tidak berjalan"),
        ("ganti orang", "Beberapa orang di satu komputer"),
        ("memulihkan cadangan", "Data saya"),
        ("salinan data saya", "Data saya"),
        ("komputer mati tiba-tiba", "Bila ada yang tidak berjalan"),
        ("cek kondisi komputer", "Bila ada yang tidak berjalan"),
        ("laporan untuk petugas TI", "Bila ada yang tidak berjalan"),
        ("ditanya yakin atau ragu", "Latihan dan cek pemahaman"),
    ],
)
def test_an_everyday_question_is_answered_among_the_first_three(
    index: PassageIndex[Topic], typed: str, topic: str
) -> None:
    assert topic in [one.source.title for one in find_passages(typed, index).passages[:3]]


def test_a_row_of_a_table_is_found_by_itself(index: PassageIndex[Topic]) -> None:
    first = find_passages("nilai hilang", index).passages[0]
    assert first.row == 0
    assert first.words.startswith("Nilai atau jawaban hilang dari Hasil saya: Tutup program")


def test_a_topic_is_found_by_its_title(index: PassageIndex[Topic]) -> None:
    first = find_passages("keadaan hukum", index).passages[0]
    assert (first.source.title, first.block) == ("Keadaan hukum", None)
