"""Questions in a workbook and in CSV: what goes in comes back, also by way of LibreOffice, and nothing hostile does."""

import io
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from asnquiz.documents.csv_file import Profile
from asnquiz.documents.question_guide import EXAMPLES, HELP
from asnquiz.documents.question_table import read_question_table, write_question_book, write_question_csv
from asnquiz.documents.roster_file import read_sheets
from asnquiz.domain.local import Local
from asnquiz.domain.pack import ItemType
from asnquiz.domain.question import Question
from asnquiz.domain.question_rows import FaultyTable
from asnquiz.domain.question_table import Part
from asnquiz.domain.refusal import Refusal
from tests import layers
from tests.table_questions import NASTY, PACK, QUESTIONS, one_of_each

HEAD = ("Jenis", "Pertanyaan", "Pilihan A", "Pilihan B", "Kunci")
ROW = ("Satu pilihan benar", "Bagaimana?", "Begini", "Begitu", "A")


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def book(fill: Callable[[Any, Any], object] | None = None) -> bytes:
    """A small workbook of one question; `fill` writes more into its sheet."""
    out = io.BytesIO()
    with Workbook(out) as made:
        sheet = made.add_worksheet("Soal")
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ROW)
        if fill:
            fill(made, sheet)
    return out.getvalue()


def changed(content: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """A workbook with other parts, and with more of them (`/` is written `__` in their names)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(part.filename, change(part.filename, source.read(part)))
        for name, data in more.items():
            target.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def in_sheet(old: str, new: str) -> Callable[[str, bytes], bytes]:
    def change(name: str, data: bytes) -> bytes:
        return data.replace(old.encode(), new.encode()) if name == "xl/worksheets/sheet1.xml" else data

    return change


@settings(max_examples=10)
@given(QUESTIONS)
def test_any_questions_come_back_from_a_workbook(questions: tuple[Question, ...]) -> None:
    made = write_question_book(questions, PACK)
    assert made.losses == ()
    brought = read_question_table(made.content, PACK)
    assert brought.questions == questions
    assert brought.losses == ()


@settings(max_examples=25)
@given(QUESTIONS)
def test_any_questions_come_back_from_csv(questions: tuple[Question, ...]) -> None:
    for profile in Profile:
        brought = read_question_table(write_question_csv(questions, PACK, profile).content, PACK)
        assert brought.questions == questions


@pytest.mark.parametrize("text", NASTY)
def test_every_awkward_text_comes_back_and_is_nothing_but_text(text: str) -> None:
    questions = (Question(ItemType.SINGLE, text, explanation=text),)
    made = write_question_book(questions, PACK).content
    assert read_question_table(made, PACK).questions == questions
    assert not re.search(r"<f[ >]|<hyperlink|TargetMode", "".join(parts_of(made).values()))
    for profile in Profile:
        written = write_question_csv(questions, PACK, profile).content
        assert read_question_table(written, PACK).questions == questions
        assert not re.search(r'(?:^|[;,"\n])[=+@-]\w', written.decode("utf-8-sig").replace('""', ""))


def test_libreoffice_saves_questions_as_they_were(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("soffice is missing")
    file = tmp_path / "soal.xlsx"
    file.write_bytes(write_question_book(one_of_each(), PACK).content)
    command = [office, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "disimpan"), str(file)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    saved = (tmp_path / "disimpan" / "soal.xlsx").read_bytes()
    assert saved != file.read_bytes()
    assert read_question_table(saved, PACK).questions == one_of_each()
    assert parts_of(saved)["xl/worksheets/sheet1.xml"].count("<dataValidation ") >= len(validations(file.read_bytes()))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as made:
        return {name: [list(row) for row in made.get_sheet_by_name(name).to_python()] for name in made.sheet_names}


def validations(content: bytes) -> dict[str, str]:
    """The list of each column of the sheet of questions, by its title; empty of a column without one."""
    found = {}
    sheet = parts_of(content)["xl/worksheets/sheet1.xml"]
    titles = sheets(content)["Soal"][0]
    for place, inside in re.findall(
        r'<dataValidation [^>]*?sqref="([A-Z]+)2:[A-Z]+\d{3}"[^>]*?(?:/>|>(.*?)</dataValidation>)', sheet
    ):
        number = ord(place[-1]) - 64 + (26 * (ord(place[0]) - 64) if len(place) > 1 else 0)
        listed = re.search(r"<formula1>(.*)</formula1>", inside)
        found[str(titles[number - 1])] = listed[1] if listed else ""
    return found


def test_every_column_helps_and_those_with_a_list_offer_the_words_of_the_pack() -> None:
    made = write_question_book((), PACK).content
    lists = validations(made)
    assert list(lists) == sheets(made)["Soal"][0]
    free = {Part.STEM, Part.OPTION, Part.FEEDBACK, Part.EXPLANATION, Part.INSTEAD, Part.ID, Part.REVISION}
    assert {title for title, source in lists.items() if not source} == {
        title for title in lists if re.sub(r" (?:[A-H]|\d)$", "", title) in {part.value for part in free}
    }
    offered = {}
    for title, source in lists.items():
        if source:
            sheet, column, last = re.fullmatch(r"'(.+)'!\$(.)\$2:\$.\$(\d+)", source).groups()  # type: ignore[union-attr]
            offered[title] = [row[ord(column) - 65] for row in sheets(made)[sheet][1 : int(last)]]
            assert all(offered[title])
    assert offered["Jenis soal"] == [
        "Satu pilihan benar",
        "Beberapa pilihan benar",
        "Boleh atau tidak",
        "Mengurutkan",
        "Menjodohkan",
    ]
    assert offered["Kunci"] == [*"ABCDEFGH", "Boleh", "Tidak boleh", "Boleh bersyarat"]
    assert offered["Fase"] == ["Sebelum", "Selama", "Sesudah"]
    assert offered["Topik"] == ["Media sosial", "Foto dan unggahan"]
    assert offered["Tingkat kesulitan"] == ["1 (mudah)", "2 (sedang)", "3 (sulit)"]
    assert offered["Terutama untuk 3"] == ["Staf", "Guru dan dosen", "Kepala, dan perangkat desa"]
    assert offered["Ketentuan 1"] == ["Memimpin apel", "memimpin apel (dua)", "Menulis; lalu membaca", "Menyapa"]
    assert offered["Dasar hukum 1"] == [
        "Tidak ditemukan larangan dalam peraturan yang dibaca",
        *(f"94 Tahun 2021, Pasal {number}" for number in (1, 2, 12)),
    ]


def test_a_rule_of_an_office_is_marked_where_it_is_described_and_chosen_by_its_act_alone() -> None:
    first, other, *_ = PACK.rules
    marks = {first.id: layers.REVIEWED, other.id: layers.WAITING}
    pack = replace(PACK, local=Local("kab-contoh", "1", "Judul", "BKPSDM Kabupaten Contoh", marks=marks))
    made = write_question_book((), pack).content
    plain, marked = (sheets(one)["Ketentuan"] for one in (write_question_book((), PACK).content, made))
    assert [row[3] for row in marked[1:3]] == [
        "\n".join(filter(None, (words, str(row[3]))))
        for words, row in zip(("Tambahan setempat", "Tambahan setempat, belum ditelaah"), plain[1:3], strict=True)
    ]
    assert [row[:3] for row in marked] == [row[:3] for row in plain]
    assert marked[3:] == plain[3:]


def test_a_cell_of_nothing_but_marks_is_refused_in_time() -> None:
    cell = "a" + "\u0315\u0300" * 16_000
    began = time.process_time()
    with pytest.raises(FaultyTable, match="1 sel perlu diperbaiki"):
        read_question_table(f"Jenis;Pertanyaan;Fase\nMengurutkan;Apa?;{cell}\n".encode(), PACK)
    assert time.process_time() - began < 2


def test_the_template_is_prepared_for_writing() -> None:
    made = write_question_book((), PACK).content
    parts = parts_of(made)
    assert list(sheets(made)) == ["Soal", "Petunjuk", "Ketentuan", "Dasar hukum", "Daftar"]
    soal = parts["xl/worksheets/sheet1.xml"]
    assert '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>' in soal
    assert "<sheetProtection" not in soal
    for number in (2, 3, 4, 5):
        assert "<sheetProtection" in parts[f"xl/worksheets/sheet{number}.xml"]
    assert 'formatCode="@"' in parts["xl/styles.xml"]
    assert all('style="' in column for column in re.findall(r"<col [^>]*>", soal))
    assert all(len(told) <= 255 for told in HELP.values())
    with pytest.raises(Refusal, match="Belum ada soal"):
        read_question_table(made, PACK)
    assert made == write_question_book((), PACK).content


def test_the_examples_on_the_sheet_of_instructions_are_questions_of_every_type() -> None:
    assert [one.type for one in EXAMPLES] == list(ItemType)
    made = write_question_book(EXAMPLES, PACK).content
    assert read_question_table(made, PACK).questions == EXAMPLES
    shown = {row[0]: row[1:] for row in sheets(made)["Petunjuk"]}
    assert shown["Kunci"] == ["A", "A, C", "Boleh bersyarat", "", "Sebelum, Selama, Sesudah"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("declared", [False, True])
def test_csv_of_every_usual_kind_is_read(encoding: str, delimiter: str, declared: bool) -> None:
    # More lines with one comma than there are rows, which must not make the comma the delimiter.
    explanation = "\n".join(f"Baris {number}, lalu é" for number in range(20))
    rows = [("Jenis", "Pertanyaan", "Penjelasan"), ("Boleh atau tidak", "Apa; mengapa?", explanation)]
    text = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    content = (f"sep={delimiter}\r\n" * declared + text).encode(encoding)
    assert read_question_table(content, PACK).questions == (
        Question(ItemType.VERDICT, "Apa; mengapa?", explanation=explanation),
    )


def test_a_quote_without_end_swallows_no_question() -> None:
    rows = ["Jenis;Pertanyaan", 'Ketentuan;"Apa', "Ketentuan;Mengapa?", ""]
    with pytest.raises(Refusal, match="tanda kutip sampai baris 3"):
        read_question_table("\n".join(rows).encode(), PACK)


def test_cells_that_hold_formulas_are_named_and_never_worked_out() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_formula("B3", "=1+1", None, 2)
        sheet.write_formula("B4", '="Bagai"&"mana?"', None, "Bagaimana lagi?")
        sheet.write_formula("C4", "=Soal!Z9", None, "")
        sheet.write_formula("D4", "=1/0", None, "#DIV/0!")
        for row in (2, 3):
            sheet.write(row, 0, ROW[0])

    with pytest.raises(FaultyTable) as refused:
        read_question_table(book(fill), PACK)
    assert [fault.cell for fault in refused.value.faults] == ["Soal!B3", "Soal!C4", "Soal!D4"]
    assert all("rumus" in fault.message for fault in refused.value.faults)


def test_a_date_or_number_that_excel_made_of_a_text_is_told() -> None:
    def fill(made: Any, sheet: Any) -> None:
        day = made.add_format({"num_format": "d mmm"})
        sheet.write_number("C2", 46_082, day)
        sheet.write("D2", 12)

    brought = read_question_table(book(fill), PACK)
    assert [option.text for option in brought.questions[0].options] == ["1 Maret 2026", "12"]
    (told,) = brought.losses
    assert told.item == "Soal!C2"
    assert "tanggal" in told.message


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("xl__vbaProject.bin", "makro"),
        ("xl__externalLinks__externalLink1.xml", "tautan ke buku kerja lain"),
        ("xl__embeddings__oleObject1.bin", "berkas yang ditanam"),
    ],
)
def test_a_workbook_with_more_than_cells_is_refused_by_what_it_has(part: str, named: str) -> None:
    content = changed(book(), lambda _, data: data, **{part: b"<x/>"})
    with pytest.raises(Refusal, match=f"memuat {named}"):
        read_question_table(content, PACK)


FAR = {
    "a cell far away": in_sheet("</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    "in single quotes": in_sheet("</sheetData>", "<row><c r = 'XFD1048576' t='str'><v>x</v></c></row></sheetData>"),
    "in small letters": in_sheet("</sheetData>", '<row><c r="xfd1048576" t="str"><v>x</v></c></row></sheetData>'),
    "by its row alone": in_sheet(
        "</sheetData>", f'<row r="1048576">{"<c/>" * 100}<c t="str"><v>x</v></c></row></sheetData>'
    ),
}


@pytest.mark.parametrize("change", FAR.values(), ids=FAR)
def test_a_claim_of_a_million_rows_is_not_laid_out(change: Callable[[str, bytes], bytes], tmp_path: Path) -> None:
    content = changed(book(), change)
    with pytest.raises(Refusal, match="terlalu luas"):
        read_question_table(content, PACK)
    file = tmp_path / "pegawai.xlsx"
    file.write_bytes(content)
    with pytest.raises(Refusal, match=r"“pegawai\.xlsx” memuat lembar yang terlalu luas"):
        read_sheets(file)


@pytest.mark.parametrize(("part", "told"), [("lain/data.xml", "terlalu luas"), ("lain/gambar.png", "rusak")])
def test_a_sheet_under_another_name_is_looked_through_too(part: str, told: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as source, zipfile.ZipFile(out, "w") as target:
        for one in source.infolist():
            data = FAR["a cell far away"](one.filename, source.read(one))
            name = one.filename.replace("worksheets/sheet1.xml", part)
            target.writestr(name, data.replace(b"worksheets/sheet1.xml", part.encode()))
    with pytest.raises(Refusal, match=told):
        read_question_table(out.getvalue(), PACK)


def ods() -> bytes:
    """A table of OpenDocument whose one cell is repeated a thousand million times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("content.xml", '<table-row number-rows-repeated="1000000"/>')
    return out.getvalue()


def twice() -> bytes:
    out = io.BytesIO(book())
    with zipfile.ZipFile(out, "a") as target:
        target.writestr("XL/worksheets/Sheet1.xml", "<worksheet/>")
    return out.getvalue()


def growing(name: str, data: bytes) -> bytes:
    """A sheet whose entities are a thousand million letters."""
    entities = "".join(f'<!ENTITY {to} "{f"&{of};" * 100}">' for of, to in zip("abcd", "bcde", strict=True))
    declared = f'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">{entities}]><worksheet '
    return in_sheet("<sheetData>", "<sheetData>&e;")(name, in_sheet("<worksheet ", declared)(name, data))


HOSTILE = {
    "old Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a web page": b"<html><table><tr><td>Jenis</td></tr></table>",
    "a PDF": b"%PDF-1.7",
    "zeros": bytes(100),
    "nothing": b"",
    "a broken archive": b"PK\x03\x04 and no more",
    "half a workbook": book()[:2_000],
    "another table": ods(),
    "a part twice": twice(),
    "XML that grows": changed(book(), growing),
    "XML that is none": changed(book(), in_sheet("<sheetData>", "<sheetData><row><<")),
    "a text without titles": b"nama;alamat\nSiti;Jalan Contoh\n",
    "only a header": ";".join(HEAD).encode(),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_table_of_questions_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal):
        read_question_table(content, PACK)


@pytest.mark.parametrize(
    ("part", "end", "more", "told"),
    [
        ("xl/worksheets/sheet1.xml", "</sheetData>", "<a/>" * 10_000_000, "terlalu besar setelah dibuka"),
        ("xl/sharedStrings.xml", "</sst>", "<si></si>" * 5_000_000, "terlalu besar setelah dibuka"),
        ("xl/workbook.xml", "</workbook>", "<a/>" * 300_000, "rusak"),
    ],
)
def test_a_bomb_is_refused_before_it_swells(part: str, end: str, more: str, told: str) -> None:
    content = changed(
        book(), lambda name, data: data.replace(end.encode(), f"{more}{end}".encode()) if name == part else data
    )
    assert len(content) < 200_000
    with pytest.raises(Refusal, match=told):
        read_question_table(content, PACK)


def test_the_mark_of_a_workbook_that_is_open_is_named(tmp_path: Path) -> None:
    file = tmp_path / "~$soal.xlsx"
    file.write_bytes(b"\x05Siti ".ljust(165))
    with pytest.raises(Refusal, match="sedang dibuka di Excel"):
        read_sheets(file)


def test_a_text_that_no_cell_can_hold_is_refused_by_its_row() -> None:
    questions = (Question(ItemType.SINGLE, "Apa?", explanation="x" * 32_768),)
    with pytest.raises(Refusal, match=r"Baris 2 lembar “Soal”"):
        write_question_book(questions, PACK)
    assert read_question_table(write_question_csv(questions, PACK).content, PACK).questions == questions
