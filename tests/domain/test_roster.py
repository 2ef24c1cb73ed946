"""The office's list of people: headers as offices write them, NIPs that a spreadsheet ruined, and near matches."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.collection import PersonRow, PersonState, RosterEntry
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.roster import change_of, proposals, read_roster
from asnquiz.domain.sheet import Sheet

HEAD = ("NIP", "Nama", "Perangkat Daerah", "Unit Kerja", "Jabatan")
SITI = ("198609262015051001", "Siti Aminah", "Dinas Pendidikan", "SDN 1 Contoh", "Guru")
BUDI = ("199009132025242014", "Budi Santoso", "Dinas Kesehatan", "Puskesmas Contoh", "Perawat")


def faults_of(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> list[tuple[str, str]]:
    reading = read_roster([Sheet("Pegawai", [head, *rows])])  # type: ignore[list-item]
    return [(fault.cell, fault.message) for fault in reading.faults]


def test_two_levels_and_the_position_are_read_from_under_titles_and_above_sums() -> None:
    sheet = Sheet(
        "Pegawai",
        [
            ("DAFTAR PEGAWAI KABUPATEN CONTOH", None, None, None, None),
            (None, None, None, None, None),
            ("No.", "NIP/NI PPPK", "Nama Lengkap", "OPD", "Unit Kerja", "Jabatan"),
            ("1", "2", "3", "4", "5", "6"),
            (1.0, *SITI),
            (None, None, None, None, None, None),
            (2.0, *BUDI),
            ("Jumlah", None, None, None, None, 2.0),
        ],
    )
    reading = read_roster([sheet])
    assert reading.faults == ()
    assert reading.entries == (RosterEntry(*SITI), RosterEntry(*BUDI))


def test_one_level_is_agency_and_unit_at_once() -> None:
    reading = read_roster([Sheet("", [("Nama", "NIP", "SKPD"), ("Siti Aminah", SITI[0], "Dinas Pendidikan")])])
    assert reading.entries == (RosterEntry(SITI[0], "Siti Aminah", "Dinas Pendidikan", "Dinas Pendidikan", ""),)


@pytest.mark.parametrize(
    "written",
    [
        "19860926 201505 1 001",
        "'198609262015051001",
        "198609262015051001\u00a0",
        "１９８６０９２６２０１５０５１００１",
    ],
)
def test_a_nip_is_read_as_people_write_it(written: str) -> None:
    reading = read_roster([Sheet("", [HEAD, (written, *SITI[1:])])])
    assert [entry.nip for entry in reading.entries] == ["198609262015051001"]


@pytest.mark.parametrize(
    "ruined", [198609262015051001, 1.98609262015051e17, "1,98609E+17", "1.98609262015051E+17", "198609262015051000"]
)
def test_a_nip_that_a_spreadsheet_ruined_is_refused_by_its_cell(ruined: object) -> None:
    ((cell, message),) = faults_of((ruined, *SITI[1:]))
    assert cell == "Pegawai!A2"
    assert "rusak oleh Excel" in message


def test_every_fault_is_named_by_its_cell_and_keeps_only_its_own_row_out() -> None:
    rows = [
        SITI,
        ("131110468", "Lama", "Dinas", "Unit", "Staf"),
        (SITI[0], "Siti Lagi", "Dinas", "Unit", "Staf"),
        (BUDI[0], None, "Dinas", "Unit", "Staf"),
        ("198609262015051002", "Tanpa Dinas", None, "Unit", "Staf"),
        (None, "Tanpa NIP", "Dinas", "Unit", "Staf"),
        ("19860926201505100A", "Huruf", "Dinas", "Unit", "Staf"),
    ]
    assert [cell for cell, _ in faults_of(*rows)] == [f"Pegawai!{at}" for at in ("A3", "A4", "B5", "C6", "A7", "A8")]
    assert "Pegawai!A2" in faults_of(*rows)[1][1]


def test_a_table_without_the_columns_is_refused_with_what_it_lacks() -> None:
    with pytest.raises(Refusal, match="Nama dan Perangkat daerah atau Unit kerja"):
        read_roster([Sheet("", [("NIP", "Gaji"), (SITI[0], "1")])])
    with pytest.raises(Refusal, match="Baris judul kolom tidak ditemukan"):
        read_roster([Sheet("", [("a", "b"), ("c", "d")])])


def test_what_replacing_a_roster_changes_is_told() -> None:
    moved = RosterEntry(SITI[0], "Siti Aminah", "Dinas Kesehatan", "Dinas Kesehatan", "Guru")
    change = change_of([RosterEntry(*SITI)], [moved, RosterEntry(*BUDI)])
    assert (change.new, change.changed, change.gone) == ((BUDI[0],), (SITI[0],), ())
    assert change_of([RosterEntry(*BUDI)], []).gone == (BUDI[0],)


def unknown(name: str, nip: str | None) -> PersonRow:
    state = PersonState.UNKNOWN
    return PersonRow("k", nip, name, "", "", "", state, 1, 1, True, 1, dt.datetime.now(dt.UTC), frozenset())


@pytest.mark.parametrize(
    ("name", "nip", "reason"),
    [
        ("Orang Lain", "198609262015051011", "NIP berbeda satu angka"),
        ("Orang Lain", "198609262015015001", "Dua angka NIP bertukar tempat"),
        ("Dr. Hj. Siti Amínah, S.Pd., M.Pd.", None, "Namanya sama"),
    ],
)
def test_somebody_near_is_proposed(name: str, nip: str | None, reason: str) -> None:
    (proposal,) = proposals([unknown(name, nip)], [RosterEntry(*SITI), RosterEntry(*BUDI)])
    assert (proposal.entry.nip, proposal.reason) == (SITI[0], reason)


def test_nobody_is_proposed_who_is_not_near() -> None:
    assert proposals([unknown("Orang Lain", "198609262015051112")], [RosterEntry(*SITI)]) == ()
    assert proposals([unknown("Orang Lain", None)], [RosterEntry(*SITI)]) == ()


@given(st.text("0123456789", min_size=18, max_size=18), st.integers(0, 17), st.integers(1, 9))
def test_any_one_digit_wrong_is_near(nip: str, place: int, by: int) -> None:
    wrong = nip[:place] + str((int(nip[place]) + by) % 10) + nip[place + 1 :]
    (proposal,) = proposals([unknown("Lain", wrong)], [RosterEntry(nip, "Siti", "Dinas", "Dinas", "")])
    assert proposal.entry.nip == nip
