"""Inviting from a file and from typed lines: a list is taken whole or not at all, and never too long."""

from pathlib import Path

import pytest

from asnquiz.documents.roster_file import read_sheets
from asnquiz.domain.invitation import Invited
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.invite_guests import MOST_GUESTS, invited_by, invited_in, taken


def test_a_file_and_typed_lines_invite_the_same(tmp_path: Path) -> None:
    file = tmp_path / "undangan.csv"
    file.write_text("Nama;Jabatan;Unit kerja\nSiti Aminah;Guru;SDN 1\n", encoding="utf-8")
    people = (Invited("Siti Aminah", "Guru", "SDN 1", None),)
    assert taken(invited_in(file, read_sheets=read_sheets)) == taken(invited_by("Siti Aminah; Guru; SDN 1")) == people


def test_a_list_with_a_fault_is_not_taken_at_all() -> None:
    reading = invited_by("Siti Aminah; Guru; SDN 1\nBudi")
    assert len(reading.people) == 1
    with pytest.raises(Refusal, match=r"1 kesalahan\. Baris 2, bagian 3: Tempat kerja masih kosong"):
        taken(reading)


@pytest.mark.parametrize("text", ["", "\n ;;\n", "Nama\tJabatan\tUnit kerja\n"])
def test_a_list_of_nobody_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="tidak memuat nama"):
        invited_by(text)


def test_no_more_are_invited_than_can_take_part() -> None:
    lines = [f"Peserta {number}; ; Dinas" for number in range(MOST_GUESTS + 1)]
    assert len(taken(invited_by("\n".join(lines[:-1])))) == MOST_GUESTS
    with pytest.raises(Refusal, match=r"lebih dari 2\.000 orang"):
        invited_by("\n".join(lines))
