"""Certifying: only an exam that was passed, of the person who learns here, and exactly what the paper will say."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.certificate_text import read
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.certify import Draft, draft_certificate
from asnquiz.usecases.take_quiz import PracticePlan
from tests.scorefiles.learning import Learning


@pytest.fixture
def learning(tmp_path: Path) -> Iterator[Learning]:
    opened = Learning(tmp_path)
    yield opened
    opened.store.close()


def draft(learning: Learning, attempt: UUID, tmp_path: Path) -> Draft:
    seal = Seal(tmp_path / "device.key", learning.clock)
    return draft_certificate(
        learning.profile, attempt, store=learning.store, packs=learning.packs, seal=seal, program="0.1.0"
    )


def test_a_passed_exam_says_what_was_asked_and_how_it_went(learning: Learning, tmp_path: Path) -> None:
    attempt = learning.take(1, right=26)
    made = draft(learning, attempt, tmp_path)
    assert dict(made.fields) == {
        "Nama": "Siti Aminah",
        "NIP/NI PPPK": "198609262015051001",
        "Unit kerja": "Dinas Kesehatan",
        "Ujian": "Simulasi ujian",
        "Tanggal ujian": "21 November 2026",
        "Nilai": "86,6",
        "Jawaban benar": "26 dari 30",
        "Batas lulus": "75",
        "Paket soal": "Paket contoh, versi 2026.11.1",
        "Keadaan hukum": "31 Januari 2026",
        "Program": "ASN Netral 0.1.0",
        "Nomor ujian": str(attempt),
        "Kunci komputer": made.device,
    }
    assert made.file_name == "surat-keterangan-siti-aminah-2026-11-21.pdf"
    assert "NIP/NI PPPK" not in dict(made.without_nip().fields)


def test_what_is_signed_is_what_was_shown(learning: Learning, tmp_path: Path) -> None:
    made = draft(learning, learning.take(1, right=30), tmp_path).without_nip()
    seen = read(Seal(tmp_path / "device.key", learning.clock).certify(made.certificate))
    assert seen.certificate == made.certificate
    assert seen.device == made.device


def test_an_exam_that_time_ended_counts_when_it_was_passed(learning: Learning, tmp_path: Path) -> None:
    made = draft(learning, learning.take(1, right=23, end=AttemptState.EXPIRED), tmp_path)
    assert dict(made.fields)["Nilai"] == "76,6"


@pytest.mark.parametrize(
    ("right", "end", "words"),
    [
        (22, AttemptState.FINISHED, "yang lulus"),  # 73.3, and 75 is the mark
        (29, None, "sudah selesai"),
        (29, AttemptState.ABANDONED, "sudah selesai"),
    ],
)
def test_nothing_else_is_certified(
    learning: Learning, tmp_path: Path, right: int, end: AttemptState | None, words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        draft(learning, learning.take(1, right=right, end=end), tmp_path)
    assert not (tmp_path / "device.key").exists()


def test_practice_is_not_certified(learning: Learning, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="sudah selesai"):
        draft(learning, learning.take(1, right=30, plan=PracticePlan(None, 30)), tmp_path)


def test_anothers_exam_is_refused(learning: Learning, tmp_path: Path) -> None:
    other = learning.add_profile(UUID(int=2), Person("Budi"))
    with pytest.raises(Refusal, match="bukan milik profil ini"):
        draft(learning, learning.take(1, right=30, profile=other), tmp_path)


@pytest.mark.parametrize("name", [None, "   "])
def test_a_name_is_needed(learning: Learning, tmp_path: Path, name: str | None) -> None:
    attempt = learning.take(1, right=30)
    learning.profile = dataclasses.replace(learning.profile, person=Person(name))
    with pytest.raises(Refusal, match="Isi nama Anda"):
        draft(learning, attempt, tmp_path)
