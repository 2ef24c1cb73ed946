"""The invitation list: tables as offices keep them, typed and pasted lines, and faults by the cell they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.invitation import InvitationReading, Invited, read_invitation, read_lines
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Cell, Sheet

SITI = Invited("Siti Aminah", "Guru", "SDN 1 Contoh", "198609262015051001")
BUDI = Invited("Budi Santoso", "", "Kecamatan Contoh", None)


def faults_of(reading: InvitationReading) -> list[str]:
    return [fault.cell for fault in reading.faults]


def test_a_table_is_read_from_under_titles_and_nobody_needs_a_nip() -> None:
    sheet = Sheet(
        "Undangan",
        [
            ("DAFTAR UNDANGAN", None, None, None, None),
            ("Nama", ": Sosialisasi netralitas", None, None, None),
            ("No", "Nama Peserta", "NIP", "Jabatan", "Unit Kerja"),
            ("1", "2", "3", "4", "5"),
            (1.0, SITI.name, SITI.nip, SITI.position, SITI.unit),
            (2.0, BUDI.name, "-", None, BUDI.unit),
            (3.0, None, None, None, None),
            ("Jumlah", None, None, None, "2"),
        ],
    )
    assert read_invitation([sheet]) == InvitationReading((SITI, BUDI), ())


def test_a_list_may_have_no_column_for_nips_and_two_levels_of_offices() -> None:
    rows = [
        ("Nama", "Jabatan", "OPD", "Unit Kerja"),
        ("Ani", "Staf", "Dinas A", "Bidang B"),
        ("Ali", "", "Dinas A", ""),
    ]
    assert read_invitation([Sheet("", rows)]).people == (
        Invited("Ani", "Staf", "Bidang B", None),
        Invited("Ali", "", "Dinas A", None),
    )


def test_every_fault_is_named_by_sheet_and_cell() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("Nama", "Jabatan", "Unit kerja", "NIP"),
        (SITI.name, SITI.position, SITI.unit, SITI.nip),
        (None, "Camat", "Kecamatan", None),
        ("Ani", "Staf", None, None),
        ("Ali", "Staf", "Dinas", 198609262015051001),
        ("Siti lagi", "Guru", "SDN 2", SITI.nip),
        (BUDI.name, None, BUDI.unit, None),
        (BUDI.name, None, BUDI.unit, None),
        ("x" * 151, "Staf", "Dinas", None),
    ]
    reading = read_invitation([Sheet("Undangan", rows)])
    assert faults_of(reading) == [f"Undangan!{at}" for at in ("A3", "C4", "D5", "D6", "A8", "A9")]
    assert "Undangan!A7" in reading.faults[4].message


def test_two_people_of_one_name_in_different_offices_are_two() -> None:
    rows = [("Nama", "Jabatan", "Unit kerja"), ("Ani", "Staf", "Dinas A"), ("Ani", "Staf", "Dinas B")]
    reading = read_invitation([Sheet("", rows)])
    assert len(reading.people) == 2
    assert not reading.faults


def test_a_table_without_the_columns_is_refused_with_what_it_lacks() -> None:
    with pytest.raises(Refusal, match="Kolom Jabatan tidak ditemukan di sebelah kolom Nama"):
        read_invitation([Sheet("", [("Nama", "Unit kerja"), ("Ani", "Dinas")])])
    with pytest.raises(Refusal, match="Daftar undangan memerlukan kolom Nama, Jabatan, dan Unit kerja"):
        read_invitation([Sheet("", [("a", "b"), ("c", "d")])])


@pytest.mark.parametrize(
    "text",
    [
        "Siti Aminah; Guru ;SDN 1 Contoh; 19860926 201505 1 001\n\nBudi Santoso;;Kecamatan Contoh\n",
        "Siti Aminah\tGuru\tSDN 1 Contoh\t198609262015051001\r\nBudi Santoso\t\tKecamatan Contoh",
        "No\tNIP\tNama\tUnit kerja\tJabatan\n"
        "1\t198609262015051001\tSiti Aminah\tSDN 1 Contoh\tGuru\n"
        "2\t\tBudi Santoso\tKecamatan Contoh\t",
    ],
)
def test_lines_are_read_as_they_are_typed_and_pasted(text: str) -> None:
    assert read_lines(text) == InvitationReading((SITI, BUDI), ())


def test_faults_of_lines_are_named_by_the_line() -> None:
    lines = [
        "",
        "Siti Aminah",
        "Ani; Staf; Dinas; 123",
        "Ali; S.Pd.; M.Pd.; Staf; Dinas",
        "; Staf; Dinas",
        "Ana;Staf;Dinas",
        "Ana;Staf;Dinas",
    ]
    reading = read_lines("\n".join(lines))
    assert faults_of(reading) == [
        "Baris 2, bagian 3",
        "Baris 3, bagian 4",
        "Baris 4",
        "Baris 5, bagian 1",
        "Baris 7, bagian 1",
    ]
    assert "Baris 6, bagian 1" in reading.faults[-1].message
    assert [person.name for person in reading.people] == ["Ana"]


def test_a_pasted_header_that_lacks_something_is_refused() -> None:
    with pytest.raises(Refusal, match="Kolom Jabatan"):
        read_lines("Nama\tUnit kerja\nAni\tDinas")


@given(st.text(st.sampled_from("ab;\n 1'=\u200b\u0301"), max_size=200))
def test_every_line_that_says_something_is_somebody_or_a_fault(text: str) -> None:
    reading = read_lines(text)
    said = [line for line in text.splitlines() if line.replace(";", "").strip()]
    assert len(reading.people) + len(reading.faults) == len(said)
    assert all(person.name and person.unit for person in reading.people)
