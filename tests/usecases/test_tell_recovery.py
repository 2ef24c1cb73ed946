"""What a person reads after their data was damaged or lost."""

import datetime as dt
from pathlib import Path

import pytest

from asnquiz.domain.recovery import Recovery
from asnquiz.storage.learner import open_learner_database
from asnquiz.usecases.tell_recovery import (
    SETTING,
    kept_form,
    recovery_of,
    recovery_told,
    recovery_words,
    untold_recovery,
)

DAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("recovery", "title", "words"),
    [
        (
            Recovery("D:\\data\\rusak", 12, 10_214, 0, 0, None, complete=True),
            "Data belajar sudah dipulihkan",
            "Berkas data rusak dan sudah dipulihkan: 12 kuis dan 10.214 jawaban. Tidak ada catatan yang diketahui "
            "hilang. Berkas yang rusak disimpan di D:\\data\\rusak.",
        ),
        (
            Recovery("/data/rusak", 12, 340, 3, 41, DAY, complete=True),
            "Data belajar sudah dipulihkan",
            "Berkas data rusak dan sudah dipulihkan: 12 kuis dan 340 jawaban. 3 kuis dan 41 jawaban di antaranya "
            "diambil dari cadangan tanggal 20 November 2026. Catatan sesudah tanggal itu mungkin ada yang hilang. "
            "Berkas yang rusak disimpan di /data/rusak.",
        ),
        (
            Recovery("/data/rusak", 12, 340, 0, 0, None, complete=False),
            "Data belajar sudah dipulihkan",
            "Berkas data rusak dan sudah dipulihkan: 12 kuis dan 340 jawaban. Sebagian catatan hilang; kuis "
            "yang catatannya tidak lengkap tidak dapat dibuka. Berkas yang rusak disimpan di /data/rusak.",
        ),
        (
            Recovery(None, 2, 30, 2, 30, DAY, complete=True),
            "Data belajar sudah dipulihkan",
            "Berkas data tidak ditemukan, lalu dipulihkan dari cadangan tanggal 20 November 2026: 2 kuis dan 30 "
            "jawaban. Catatan sesudah tanggal itu mungkin ada yang hilang.",
        ),
        (
            Recovery("/data/rusak", 0, 0, 0, 0, None, complete=True),
            "Data belajar dimulai dari awal",
            "Berkas data rusak, dan tidak ada kuis yang dapat dipulihkan. Berkas yang rusak disimpan di "
            "/data/rusak. Jangan hapus folder itu; bila catatan lama penting, mintalah bantuan petugas TI.",
        ),
    ],
)
def test_the_sentences_say_what_there_is_again(recovery: Recovery, title: str, words: str) -> None:
    assert recovery_words(recovery) == (title, words)


def test_it_waits_in_the_store_until_it_is_told(tmp_path: Path) -> None:
    store = open_learner_database(tmp_path / "asnquiz.db")
    assert untold_recovery(store) is None
    recovery = Recovery("/data/rusak", 12, 340, 3, 41, DAY, complete=True)
    store.keep_setting(SETTING, kept_form(recovery))
    assert untold_recovery(store) == recovery
    recovery_told(store)
    assert untold_recovery(store) is None
    store.close()


@pytest.mark.parametrize("kept", ["", "null", "{", "[]", "7", '{"damaged": 1}', "[" * 5_000, "9" * 5_000])
def test_a_setting_that_is_no_recovery_tells_nothing(kept: str) -> None:
    assert recovery_of(kept) is None
