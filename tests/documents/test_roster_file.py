"""Rosters as offices keep them: workbooks and text tables of every usual kind, and what must not be opened."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from asnquiz.documents import roster_file
from asnquiz.documents.roster_file import read_sheets
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.roster import read_roster

HEAD = ("NIP", "Nama", "OPD", "Unit Kerja", "Jabatan")
ROW = ("198609262015051001", "Siti Amínah; S.Pd.", "Dinas Pendidikan", "SDN 1", "Guru")


def workbook(file: Path, sheets: dict[str, list[tuple[object, ...]]]) -> Path:
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file


def test_all_sheets_of_a_workbook_are_read_whatever_its_name_ends_in(tmp_path: Path) -> None:
    other = ("199009132025242014", "Budi", "Dinas Kesehatan", "RSUD", "Perawat")
    file = workbook(tmp_path / "pegawai.csv", {"Guru": [HEAD, ROW], "Nakes": [HEAD, other], "Catatan": [("halo",)]})
    reading = read_roster(read_sheets(file))
    assert [entry.nip for entry in reading.entries] == [ROW[0], other[0]]
    assert reading.faults == ()


def test_a_number_in_a_workbook_is_a_ruined_nip(tmp_path: Path) -> None:
    file = workbook(tmp_path / "pegawai.xlsx", {"Guru": [("Daftar",), HEAD, (198609262015051001, *ROW[1:])]})
    (fault,) = read_roster(read_sheets(file)).faults
    assert fault.cell == "Guru!A3"
    assert "rusak oleh Excel" in fault.message


def test_merged_titles_above_the_header_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "pegawai.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:E2", "DAFTAR PEGAWAI")
        sheet.write_row(3, 0, HEAD)
        sheet.write_row(4, 0, ROW)
    assert len(read_roster(read_sheets(file)).entries) == 1


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_tables_of_every_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [HEAD, ROW]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    file = tmp_path / "pegawai.csv"
    file.write_bytes(text.encode(encoding))
    (entry,) = read_roster(read_sheets(file)).entries
    assert (entry.nip, entry.name) == (ROW[0], ROW[1])


@pytest.mark.parametrize("guarded", ['"=""198609262015051001"""', "'198609262015051001"])
def test_what_keeps_a_spreadsheet_from_ruining_a_nip_is_no_part_of_it(tmp_path: Path, guarded: str) -> None:
    file = tmp_path / "pegawai.csv"
    file.write_text(f"sep=;\nNIP;Nama;OPD\n{guarded};Siti;Dinas\n", encoding="utf-8")
    reading = read_roster(read_sheets(file))
    assert [entry.nip for entry in reading.entries] == ["198609262015051001"]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0old", b"%PDF-1.4", b"<html><table>", b"NIP\0Nama"],
)
def test_what_is_no_table_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "pegawai.xlsx"
    file.write_bytes(data)
    with pytest.raises(Refusal, match=r"pegawai\.xlsx"):
        read_sheets(file)


def test_a_sheet_that_would_fill_the_memory_is_not_laid_out(tmp_path: Path) -> None:
    good = workbook(tmp_path / "baik.xlsx", {"Guru": [HEAD, ROW]}).read_bytes()
    file = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(file, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>')
            target.writestr(part, data)
    with pytest.raises(Refusal, match="terlalu luas"):
        read_sheets(file)


def test_a_file_that_is_too_large_or_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="tidak ditemukan"):
        read_sheets(tmp_path / "tidak-ada.xlsx")
    monkeypatch.setattr(roster_file, "MAX_BYTES", 10)
    file = tmp_path / "besar.csv"
    file.write_bytes(b"x" * 11)
    with pytest.raises(Refusal, match="terlalu besar"):
        read_sheets(file)
