"""Tables as workbooks, CSV and JSON: what goes in comes out, also by way of LibreOffice, and text stays text."""

import csv
import datetime as dt
import io
import json
import os
import re
import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from asnquiz.documents import xlsx_file
from asnquiz.documents.csv_file import Profile, write_csv
from asnquiz.documents.data_files import write_data_file
from asnquiz.documents.roster_file import read_sheets
from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable, Kind
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.roster import read_roster
from asnquiz.scorefiles.durable import write_by

ENDINGS = (".xlsx", ".csv", ".json")
WIB = dt.timezone(dt.timedelta(hours=7))
NEWEST = dt.datetime(2024, 11, 27, 8, 5, 9, 123_000, WIB)

# A text, and how it stands in the CSV for Excel and in the one for programs.
TEXTS = (
    ("Siti Amínah; S.Pd., “guru”", *["Siti Amínah; S.Pd., “guru”"] * 2),
    ("199009132025242014", "19900913 202524 2 014", "199009132025242014"),
    ("198609262015051002", "19860926 201505 1 002", "198609262015051002"),
    ("=1+1", *["'=1+1"] * 2),
    ('=HYPERLINK("https://jahat.example";"x")', *['\'=HYPERLINK("https://jahat.example";"x")'] * 2),
    ("+62 812-3456-7890", *["'+62 812-3456-7890"] * 2),
    ("@SUM(A1:A9)", *["'@SUM(A1:A9)"] * 2),
    ("-5", *["'-5"] * 2),
    ("\tx", *["'\tx"] * 2),
    ("007", "'007", "007"),
    ("1e5", "'1e5", "1e5"),
    ("1/2", "'1/2", "1/2"),
    ("12:30", "'12:30", "12:30"),
    ("(5)", "'(5)", "(5)"),
    (" 5%", "' 5%", " 5%"),
    ("86,7", "'86,7", "86,7"),
    ("E", *["E"] * 2),
    ("12 RT 3", *["12 RT 3"] * 2),
    ("https://jdih.example/a?b=1&c=2#d", *["https://jdih.example/a?b=1&c=2#d"] * 2),
    ("mailto:a@example.id", *["mailto:a@example.id"] * 2),
    ('dua\nbaris; "kutip", koma', *['dua\nbaris; "kutip", koma'] * 2),
    ("  spasi di tepi  ", *["  spasi di tepi  "] * 2),
    ("😀👩🏽\N{ZERO WIDTH JOINER}🏫 ✓", *["😀👩🏽\N{ZERO WIDTH JOINER}🏫 ✓"] * 2),
    ("محمد \N{RIGHT-TO-LEFT OVERRIDE}tfel", *["محمد \N{RIGHT-TO-LEFT OVERRIDE}tfel"] * 2),
    ("<r><t>x</t></r>", *["<r><t>x</t></r>"] * 2),
    ("<r></t></is></c><c><f>1+1</f></c></r>", *["<r></t></is></c><c><f>1+1</f></c></r>"] * 2),
    ("</t>&amp;<![CDATA[ _x0041_", *["</t>&amp;<![CDATA[ _x0041_"] * 2),
    ("panjang " * 4_095 + "sekali", *["panjang " * 4_095 + "sekali"] * 2),
)
COLUMNS = (
    Column("text", "Teks"),
    Column("score", "Nilai (0–100)", Kind.DECIMAL),
    Column("exams", "Banyak ujian", Kind.WHOLE),
    Column("day", "Hari", Kind.DAY),
    Column("at", "Selesai", Kind.TIME),
    Column("share", "Bagian (0–1)", Kind.DECIMAL, places=4),
)
# Of every row but the first, which is empty but for its text.
FIGURES: tuple[Cell, ...] = (86.74, 10_214, dt.date(2024, 12, 5), NEWEST, -0.000_04)
SHOWN = {
    Profile.EXCEL_INDONESIA: ("86,7", "10214", "05/12/2024", "27/11/2024 08:05:09", "0,0000"),
    Profile.INTERNATIONAL: ("86.7", "10214", "2024-12-05", "2024-11-27T08:05:09+07:00", "0.0000"),
}
READ = (86.7, 10_214.0, dt.date(2024, 12, 5), dt.datetime(2024, 11, 27, 8, 5, 9), 0.0)  # noqa: DTZ001
FACTS = (("Kantor", "=BKPSDM Contoh"), ("Sifat", "Hasil belajar, bukan bukti pelanggaran."))


def evil() -> DataTable:
    rows = iter([(TEXTS[0][0], *[None] * 5), *((text, *FIGURES) for text, _, _ in TEXTS[1:])])
    return DataTable("people", "Orang: [semua]/*?", COLUMNS, rows)


def data(*tables: DataTable) -> DataFile:
    return DataFile("Rekap nilai <b>", FACTS, NEWEST, tables)


def nothing() -> DataTable:
    return DataTable("none", "Tidak ada baris", COLUMNS, ())


def write(path: Path, file: DataFile, profile: Profile = Profile.EXCEL_INDONESIA) -> tuple[Path, ...]:
    return write_data_file(path, file, put=write_by, profile=profile)


def sheets(path: Path) -> dict[str, list[list[object]]]:
    with CalamineWorkbook.from_path(path) as book:
        return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def read_csv(path: Path, profile: Profile) -> list[list[str]]:
    for_excel = profile is Profile.EXCEL_INDONESIA
    with path.open(encoding="utf-8-sig" if for_excel else "utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";" if for_excel else ","))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `a.xlsx`, `a.json`, and for each profile its own `a.csv` in a folder of its name."""
    folder = tmp_path_factory.mktemp("tabel")
    for ending in (".xlsx", ".json"):
        write(folder / f"a{ending}", data(evil(), nothing()))
    for profile in Profile:
        (folder / profile.value).mkdir()
        write(folder / profile.value / "a.csv", data(evil(), nothing()), profile)
    return folder


@pytest.fixture(scope="module")
def by_office(written: Path) -> Path:
    """A folder with what LibreOffice makes of each of them: `a.xlsx`, and one for each profile in a folder of its name.

    The CSV for Excel is opened as by a double click, the other one by somebody who says what its columns are.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("soffice is missing")
    csv_filter = "--infilter=Text - txt - csv (StarCalc):"
    sources = {
        written / "a.xlsx": "--writer",
        written / Profile.EXCEL_INDONESIA.value / "a.csv": f"{csv_filter}59,34,76,1,,1057,false,true",
        written
        / Profile.INTERNATIONAL.value
        / "a.csv": f"{csv_filter}44,34,76,1,1/2/2/1/3/1/4/5/5/2/6/1,1033,true,true",
    }
    running = []
    for number, (source, how) in enumerate(sources.items()):
        profile = f"-env:UserInstallation={(written / f'soffice{number}').as_uri()}"
        out = source.parent / "dibuka"
        command = [office, profile, "--headless", how, "--convert-to", "xlsx", "--outdir", str(out), str(source)]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    assert [process.wait() for process in running] == [0, 0, 0]
    return written


def expected(texts: Iterator[str]) -> list[list[object]]:
    first, *others = texts
    return [[column.title for column in COLUMNS], [first, *[""] * 5], *([text, *READ] for text in others)]


def test_a_workbook_holds_every_cell_as_what_its_column_says(written: Path) -> None:
    facts, people, none = sheets(written / "a.xlsx").items()
    assert facts == ("Keterangan", [["Rekap nilai <b>", ""], ["", ""], *map(list, FACTS)])
    assert people == ("Orang   semua", expected(text for text, _, _ in TEXTS))
    assert none == ("Tidak ada baris", [[column.title for column in COLUMNS]])


def test_a_workbook_has_no_formula_no_link_and_text_only_as_text(written: Path) -> None:
    with zipfile.ZipFile(written / "a.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 31, 0, 0, 0)}
    assert not re.search(r"<f[ >]|<hyperlink|TargetMode", "".join(parts.values()))
    sheet = parts["xl/worksheets/sheet2.xml"]
    of_text = re.findall(r'<c r="A\d+"([^>]*)>', sheet)
    assert len(of_text) == len(TEXTS) + 1
    assert all('t="inlineStr"' in attributes for attributes in of_text)
    assert 'state="frozen"' in sheet
    assert f'<autoFilter ref="A1:F{len(TEXTS) + 1}"/>' in sheet
    assert '<dcterms:created xsi:type="dcterms:W3CDTF">2024-11-27T01:05:09Z<' in parts["docProps/core.xml"]
    formats = re.findall(r'formatCode="([^"]*)"', parts["xl/styles.xml"])
    assert {"@", "0.0", "0.0000", "#,##0", "[$-421]d mmmm yyyy"} <= set(formats)


def test_libreoffice_saves_a_workbook_with_every_cell_as_it_was(written: Path, by_office: Path) -> None:
    assert sheets(by_office / "dibuka" / "a.xlsx") == sheets(written / "a.xlsx")


@pytest.mark.parametrize("profile", Profile)
def test_a_csv_says_the_same_to_a_program_and_in_libreoffice(profile: Profile, written: Path, by_office: Path) -> None:
    shown = [texts[1 + list(Profile).index(profile)] for texts in TEXTS]
    folder = written / profile.value
    rows = read_csv(folder / "a.csv", profile)
    assert rows[1:] == [[shown[0], *[""] * 5], *([text, *SHOWN[profile]] for text in shown[1:])]
    assert rows[0] == [column.title for column in COLUMNS]
    assert read_csv(folder / "a-tidak-ada-baris.csv", profile) == [rows[0]]
    assert read_csv(folder / "a-keterangan.csv", profile)[1:] == [
        ["Judul", "Rekap nilai <b>"],
        ["Kantor", "'=BKPSDM Contoh"],
        list(FACTS[1]),
    ]
    raw = (folder / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfTeks;") is (profile is Profile.EXCEL_INDONESIA)
    assert raw.replace(b"dua\nbaris", b"").count(b"\n") == raw.count(b"\r\n") == len(rows)
    ((_, seen),) = sheets(by_office / profile.value / "dibuka" / "a.xlsx").items()
    for row in seen[2:]:
        if profile is Profile.INTERNATIONAL:  # an offset is nothing that a cell could hold
            assert row[4] == SHOWN[profile][3]
            row[4] = READ[3]
    assert seen == expected(iter(shown))


def test_json_holds_every_value_with_what_it_is(written: Path) -> None:
    read = json.loads((written / "a.json").read_bytes())
    assert read["title"] == "Rekap nilai <b>"
    assert read["created"] == "2024-11-27T08:05:09.123000+07:00"
    assert read["facts"] == dict(FACTS)
    table = read["tables"]["people"]
    assert table["columns"][3] == {"name": "day", "title": "Hari", "kind": "day"}
    figures = [86.7, 10_214, "2024-12-05", "2024-11-27T08:05:09+07:00", 0.0]
    assert table["rows"] == [[TEXTS[0][0], *[None] * 5], *([text, *figures] for text, _, _ in TEXTS[1:])]
    assert read["tables"]["none"]["rows"] == []


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("profile", Profile)
def test_a_nip_comes_back_where_such_a_table_is_taken_for_a_roster(
    ending: str, profile: Profile, tmp_path: Path
) -> None:
    columns = (Column("nip", "NIP"), Column("name", "Nama"), Column("agency", "Perangkat daerah"))
    rows = [(text, "Siti", "Dinas Pendidikan") for text, _, _ in TEXTS[1:3]]
    path = write(tmp_path / f"daftar{ending}", data(DataTable("roster", "Daftar", columns, rows)), profile)[0]
    assert [entry.nip for entry in read_roster(read_sheets(path)).entries] == [row[0] for row in rows]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_data_make_the_same_bytes_and_nothing_else(ending: str, written: Path, tmp_path: Path) -> None:
    source = written / (f"{Profile.EXCEL_INDONESIA.value}/a.csv" if ending == ".csv" else f"a{ending}")
    made = write(tmp_path / f"lain{ending}", data(evil(), nothing()))
    assert made[0].read_bytes() == source.read_bytes()
    assert sorted(tmp_path.iterdir()) == sorted(made)
    empty = DataFile("Kosong", (), None, (nothing(),))
    assert len({write(tmp_path / f"{name}{ending}", empty)[0].read_bytes() for name in ("x", "y")}) == 1


@given(st.lists(st.text(max_size=30), min_size=1, max_size=30))
def test_any_text_comes_back_from_csv_and_never_as_a_number_in_excel(texts: list[str]) -> None:
    table = DataTable("any", "Apa pun", (Column("text", "Teks"),), [(text,) for text in texts])
    for profile in Profile:
        out = io.BytesIO()
        write_csv(out, table, profile)
        encoding, delimiter = ("utf-8-sig", ";") if profile is Profile.EXCEL_INDONESIA else ("utf-8", ",")
        _, *rows = csv.reader(io.StringIO(out.getvalue().decode(encoding), newline=""), delimiter=delimiter)
        for (cell,), text in zip(rows, texts, strict=True):
            assert cell in (text, f"'{text}")
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert profile is Profile.INTERNATIONAL or not re.fullmatch(r"[\s\d.,/:%-]*\d[\s\d.,/:%-]*", cell)


@settings(max_examples=10)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), min_size=1, max_size=50))
def test_any_text_comes_back_from_a_workbook(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    table = DataTable("any", "Apa pun", (Column("text", "Teks"), Column("end", "Akhir")), [(one, "|") for one in texts])
    path = tmp_path_factory.mktemp("buku") / "a.xlsx"
    write(path, data(table))
    assert sheets(path)["Apa pun"][1:] == [[text, "|"] for text in texts]


def test_days_before_those_of_excel_are_words_there(tmp_path: Path) -> None:
    long_ago = dt.datetime(2, 1, 1, 8, 5, 9, tzinfo=WIB)
    table = DataTable("old", "Lama", COLUMNS[3:5], [(dt.date(1899, 12, 31), long_ago), (dt.date(1900, 1, 1), NEWEST)])
    path = write(tmp_path / "a.xlsx", data(table))[0]
    assert sheets(path)["Lama"][1] == ["1899-12-31", "0002-01-01T08:05:09"]
    assert sheets(path)["Lama"][2][1] == READ[3]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Makes the system refuse more, as a full disk does."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_cannot_be_written_whole_leaves_what_was_there(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("lama")
    many = DataTable("many", "Banyak", COLUMNS, [(str(number), *FIGURES) for number in range(2_000)])
    with files_no_larger_than(20_000), pytest.raises(Refusal, match=rf"a\{ending}” tidak dapat disimpan"):
        write(path, data(many))
    with pytest.raises(Refusal, match="Folder itu tidak ditemukan"):
        write(tmp_path / "hilang" / f"a{ending}", data(nothing()))
    with pytest.raises(Refusal, match="Namanya terlalu panjang"):
        write(tmp_path / f"{'a' * 300}{ending}", data(nothing()))

    def broken() -> Iterator[tuple[Cell, ...]]:
        yield ("x", *FIGURES)
        raise Refusal("Rekap tidak terbaca.")

    with pytest.raises(Refusal, match=r"Rekap tidak terbaca\."):
        write(path, data(DataTable("broken", "Rusak", COLUMNS, broken())))
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_what_excel_cannot_hold_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    for long in ("x" * 32_768, "😀" * 16_384, f"<r>{'x' * 32_768}</r>"):
        with pytest.raises(Refusal, match=r"Baris 2 lembar “Teks” .*32\.767"):
            write(path, data(DataTable("text", "Teks", COLUMNS[:1], [(long,)])))
    with pytest.raises(Refusal, match=r"“Lebar” .*CSV"):
        write(path, data(DataTable("wide", "Lebar", COLUMNS[:1] * 16_385, [])))
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 2)
    with pytest.raises(Refusal, match=r"“Panjang” .*CSV"):
        write(path, data(DataTable("long", "Panjang", COLUMNS[:1], [("x",)] * 3)))
    assert list(tmp_path.iterdir()) == []
    write(path, data(DataTable("long", "Panjang", COLUMNS[:1], [("x",)] * 2)))


@pytest.mark.parametrize("name", ["a.xls", "a", "a.csv.gz"])
def test_another_ending_is_refused_by_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=rf"“{name}” harus berakhiran \.xlsx, \.csv, atau \.json"):
        write(tmp_path / name, data(nothing()))
    assert list(tmp_path.iterdir()) == []


def test_a_csv_takes_no_name_beside_it_that_it_was_not_given(tmp_path: Path) -> None:
    beside = tmp_path / "a-keterangan.csv"
    beside.write_text("milik orang")
    with pytest.raises(Refusal, match=r"“a-keterangan\.csv” sudah ada"):
        write(tmp_path / "a.csv", data(nothing()))
    assert list(tmp_path.iterdir()) == [beside]
    assert beside.read_text() == "milik orang"
    (tmp_path / "a.csv").write_text("dari ekspor yang lalu")
    assert beside in write(tmp_path / "a.csv", data(nothing()))
    assert beside.read_text(encoding="utf-8-sig").startswith("Keterangan;Isi\n")


@pytest.mark.parametrize("ending", ENDINGS)
def test_rows_are_not_kept(ending: str, tmp_path: Path) -> None:
    rows = ((f"{number} {'x' * 1_000}",) for number in range(6_000))
    tracemalloc.start()
    try:
        write(tmp_path / f"a{ending}", data(DataTable("many", "Banyak", COLUMNS[:1], rows)))
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
