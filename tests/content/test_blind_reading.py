"""The table of blind readings: one thing wrong in it gives one fault at its line."""

from pathlib import Path
from typing import NamedTuple

import pytest

from asnquiz.content.checker import check_pack
from tests.content.sample_pack import break_file, write_pack
from tests.content.test_checker import ITEMS

TABLE = """\
butir,revisi,jawaban,kunci,tindakan,catatan
soal-suka,1,A,A,tetap,
soal-debat,1,A,A B,stem diperjelas,"ragu, lalu sepakat"
soal-cuti,1,bersyarat,bersyarat,tetap,
soal-urutan,1,A B C,A B C,tetap,
soal-jodoh,1,before before after,before during before,pasangan diganti,
soal-jodoh,2,before during after,before during after,tetap,
soal-cuti-lagi,1,boleh,boleh,,
aturan:menonton-debat,,boleh,boleh,tetap,
"""


class Break(NamedTuple):
    """In the table, `old` becomes `new`; one fault is at `line`, of `id`, and says `says`."""

    old: str
    new: str
    line: int
    id: str | None
    says: str


BREAKS = {
    "another key": Break("soal-suka,1,A,A", "soal-suka,1,B,B", 2, "soal-suka", 'sekarang "A", bukan "B"'),
    "a key of several in another order": Break("1,A,A B", "1,A,B A", 3, "soal-debat", 'sekarang "A B"'),
    "a difference left open": Break("A B,stem diperjelas", "A B,", 3, "soal-debat", "tindakan masih kosong"),
    "an old difference left open": Break("pasangan diganti", "", 6, "soal-jodoh", "tindakan masih kosong"),
    "no answer": Break("soal-suka,1,A,", "soal-suka,1,,", 2, "soal-suka", "jawaban masih kosong"),
    "an unknown item": Break("aturan:menonton-debat,,", "soal-x,1,", 9, "soal-x", '"soal-x" tidak ada di paket'),
    "an unknown rule": Break("aturan:menonton", "aturan:x", 9, "aturan:x-debat", 'Ketentuan "x-debat" tidak ada'),
    "a row twice": Break(
        "aturan:menonton-debat,,", "soal-cuti-lagi,1,", 9, "soal-cuti-lagi", "sudah ada di baris lain"
    ),
    "a later revision": Break("aturan:menonton-debat,,", "soal-suka,2,", 9, "soal-suka", '1 sampai 1, bukan "2"'),
    "no revision": Break("aturan:menonton-debat,,", "soal-suka,,", 9, "soal-suka", 'bukan ""'),
    "a revision of 5,000 digits": Break(
        "aturan:menonton-debat,,", f"soal-suka,{'9' * 5_000},", 9, "soal-suka", "revisi harus 1 sampai 1"
    ),
    "a revision in another script": Break("soal-suka,1", "soal-suka,١", 2, "soal-suka", 'bukan "١"'),
    "revision nought": Break("aturan:menonton-debat,,", "soal-suka,0,", 9, "soal-suka", 'bukan "0"'),
    "a comma too many": Break("soal-cuti-lagi,1", "aturan:menonton-debat,,a,b\nsoal-cuti-lagi,1", 8, None, "4 kolom"),
    "other columns": Break("butir,", "soal,", 1, None, "Baris pertama harus butir,revisi,"),
    "a quote left open": Break("aturan:menonton-debat", '"aturan:menonton-debat', 9, None, "periksa tanda kutip"),
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "telaah.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "paket")


def test_a_whole_table_has_no_fault(pack: Path, table: Path) -> None:
    checked = check_pack(pack, table)
    assert checked.faults == ()
    assert checked.pack == check_pack(pack).pack


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_one_thing_wrong_gives_one_fault_at_its_line(pack: Path, table: Path, broken: Break) -> None:
    assert TABLE.count(broken.old) == 1
    table.write_text(TABLE.replace(broken.old, broken.new), encoding="utf-8")
    faults = [fault for fault in check_pack(pack, table).faults if fault.file == "telaah.csv"]
    assert [(fault.line, fault.column, fault.id) for fault in faults] == [(broken.line, 1, broken.id)], faults
    assert broken.says in faults[0].message


def test_a_scored_item_without_a_row_is_a_fault_at_the_item(pack: Path, table: Path) -> None:
    table.write_text(TABLE.replace("soal-suka,1,A,A,tetap,\n", ""), encoding="utf-8")
    (fault,) = check_pack(pack, table).faults
    assert (fault.file, fault.line, fault.id) == (ITEMS, 1, "soal-suka")
    assert "Revisi 1 soal ini belum ditelaah buta; tambahkan baris di telaah.csv." in fault.message


def test_an_item_revised_since_is_a_fault_at_the_item(pack: Path, table: Path) -> None:
    break_file(pack, ITEMS, "revision: 2", "revision: 3")
    (fault,) = check_pack(pack, table).faults
    assert (fault.id, fault.message[:8]) == ("soal-jodoh", "Revisi 3")


def test_a_key_changed_without_a_revision_is_a_fault_at_the_row(pack: Path, table: Path) -> None:
    break_file(pack, ITEMS, "key: bersyarat", "key: tidak")
    (fault,) = check_pack(pack, table).faults
    assert (fault.file, fault.line) == ("telaah.csv", 4)


def test_a_row_of_an_unscored_item_is_no_fault(pack: Path, table: Path) -> None:
    table.write_text(TABLE + "soal-stiker,1,A,A,tetap,\n", encoding="utf-8")
    assert check_pack(pack, table).faults == ()


def test_a_row_over_two_lines_moves_those_below(pack: Path, table: Path) -> None:
    table.write_text(
        TABLE.replace("ragu, lalu", "ragu,\nlalu").replace("aturan:menonton", "aturan:x"), encoding="utf-8"
    )
    assert [fault.line for fault in check_pack(pack, table).faults] == [10]


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "Baris pertama harus"), (b"\xff", "UTF-8"), (b" " * 1_000_001, "terlalu besar")],
)
def test_what_is_no_table_is_one_fault(pack: Path, table: Path, content: bytes, says: str) -> None:
    table.write_bytes(content)
    (fault,) = check_pack(pack, table).faults
    assert (fault.file, fault.line, fault.id) == ("telaah.csv", 1, None)
    assert says in fault.message


@pytest.mark.parametrize("odd", ["\0", "\x1b", "\x9b", "\u200b", "\u202e", "\xad"])
def test_a_character_that_is_not_seen_is_a_fault_at_its_place(pack: Path, table: Path, odd: str) -> None:
    table.write_text(TABLE.replace("ragu, lalu", f"ragu, {odd}lalu"), encoding="utf-8")
    (fault,) = check_pack(pack, table).faults
    assert (fault.file, fault.line, fault.column, fault.id) == ("telaah.csv", 3, 43, None)
    assert f"tidak terlihat (U+{ord(odd):04X})" in fault.message


@pytest.mark.parametrize("empty", ["\n", "\n\n", "  \n"])
def test_an_empty_last_line_is_skipped(pack: Path, table: Path, empty: str) -> None:
    table.write_text(TABLE + empty, encoding="utf-8")
    assert check_pack(pack, table).faults == ()


def test_a_table_that_is_missing_is_one_fault(pack: Path, tmp_path: Path) -> None:
    (fault,) = check_pack(pack, tmp_path / "tidak-ada.csv").faults
    assert "tidak ada atau tidak dapat dibuka" in fault.message


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(pack: Path, table: Path) -> None:
    table.write_bytes(b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode())
    assert check_pack(pack, table).faults == ()
