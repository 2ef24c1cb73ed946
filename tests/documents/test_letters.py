"""The letters of an office in Word: what they say, that they say nothing of few people, and how others lay them out."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from asnquiz.documents.office_letters import reminders_docx, results_docx
from asnquiz.domain.gain import group_gain
from asnquiz.domain.office_report import Gain, RuleReport, Share
from asnquiz.domain.pack import LawStatus, Pack, Phase
from asnquiz.usecases.make_report import make_report
from asnquiz.usecases.report_scope import scope_facts
from asnquiz.usecases.write_reminders import Reminder
from asnquiz.usecases.write_results_letter import write_results_letter
from tests import builders
from tests.office_reports import GivenCollection, question, sample_report

AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
NO_EVIDENCE = "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin."
PEOPLE = 150
LayOut = Callable[..., list[list[str]]]


def reminder(agency: str, people: int) -> Reminder:
    rows = [(f"Orang ke-{n}", "Guru Ahli Pertama", "SDN 1", "1986•••••••••••001") for n in range(people)]
    return Reminder(
        office="BKPSDM Kabupaten Contoh",
        letterhead=("PEMERINTAH KABUPATEN CONTOH", "BKPSDM", "Jalan Merdeka 1"),
        agency=agency,
        fields=(("Nomor", "………………"), ("Hal", "Pengingat")),
        opening=("Bukti nilai mereka belum kami terima.",),
        steps=("Membuka ASN Netral.", "Mengerjakan tugas."),
        notes=("Tercantumnya nama bukan tuduhan.",),
        closing="Kami ucapkan terima kasih.",
        scope="Yang dihitung: ujian terbaik tiap orang, tanpa pengawas.",
        people=tuple(rows),
        made=AT,
    )


@pytest.fixture(scope="module")
def results(pack: Pack) -> bytes:
    return results_docx(write_results_letter(sample_report(pack), pack, AT))


@pytest.fixture(scope="module")
def reminders() -> bytes:
    return reminders_docx([reminder("Dinas Pendidikan", PEOPLE), reminder("Dinas Sosial", 1)])


def read(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def texts(document: Document) -> list[str]:
    """Every paragraph, those in tables cell by cell."""
    found: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return found


def sections(document: Document) -> dict[str, list[Paragraph]]:
    found: dict[str, list[Paragraph]] = {"": []}
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == "Heading 1":
            found[paragraph.text] = []
        else:
            found[list(found)[-1]].append(paragraph)
    return found


def test_the_report_has_every_section_with_the_figures_of_the_report(pack: Pack, results: bytes) -> None:
    document = read(results)
    parts = sections(document)
    assert [name[:2] for name in list(parts)[1:8]] == ["A.", "B.", "C.", "D.", "E.", "F.", "G."]
    assert [name.partition(". ")[0] for name in list(parts)[8:]] == ["Lampiran 1", "Lampiran 2", "Lampiran 3"]
    course = {one.text.partition("\t:\t")[::2] for one in parts["C. Pelaksanaan"]}
    assert set(scope_facts(sample_report(pack).scope)) < course
    assert ("Bentuk ujian", "30 soal, 45 menit, batas lulus 75 dari 100") in course
    said = "\n".join(one.text for one in parts["D. Hasil"])
    # 182 of 214 and 106 of 182; Wilson's ends of the latter as another program has them.
    assert "182 dari 214 pegawai (85,0 %) telah menyelesaikan ujian, dan 32 pegawai belum." in said
    assert "106 pegawai atau 58,2 % mencapai batas lulus 75 (rentang kepercayaan 95 %: 51,0–65,2)" in said
    assert "76,0 dari 100 (rentang kepercayaan 95 %: 73,6–78,4)" in said
    assert "96 ujian, diselesaikan pada pekan yang dimulai 9 November 2026" in said
    advice = "\n".join(one.text for one in parts["G. Saran"])
    (lesson,) = (one for one in pack.lessons if "mutasi-menjelang-penetapan" in one.rules)
    assert f"tanpa persetujuan tertulis Menteri” dengan membaca materi “{lesson.title}”." in advice
    assert "Mengingatkan 32 pegawai" in advice
    assert NO_EVIDENCE in [one.text for one in parts["F. Kesimpulan"]]
    for heading in ("", "G. Saran"):
        assert any("………" in one.text for one in parts[heading])


def test_it_names_only_law_of_the_content_that_is_in_force(pack: Pack, results: bytes) -> None:
    def named(data: bytes) -> list[str]:
        return [one.text for one in sections(read(data))["A. Dasar"] if " tentang " in one.text]

    cited = [law for law in pack.laws if any(rule.scorable for rule in pack.rules_citing(law.id))]
    assert len(named(results)) == len(cited) > 5
    for words, law in zip(named(results), cited, strict=True):
        assert law.status.in_force
        assert law.number in words
        assert f" tentang {law.title}; status: " in words
    repealed = [replace(law, status=LawStatus.DICABUT) if law.id == "pp-94-2021" else law for law in pack.laws]
    without = named(results_docx(write_results_letter(sample_report(pack), replace(pack, laws=tuple(repealed)), AT)))
    assert [one for one in named(results) if one not in without] == [
        "PP 94/2021 tentang Disiplin Pegawai Negeri Sipil; status: berlaku."
    ]


def test_figures_of_few_people_are_hidden_and_no_agency_is_ranked(results: bytes) -> None:
    agencies, units, items = read(results).tables
    rows = [[cell.text for cell in row.cells] for row in agencies.rows]
    assert [row[0] for row in rows[1:]] == sorted(row[0] for row in rows[1:])
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["Kecamatan Sukamaju"] == ["9", "8", "1", "–", "–", "–"]
    assert by_name["Dinas Kesehatan"] == ["47", "40", "7", "50,0 %", "35,2–64,8", "74,9"]
    (small,) = ([cell.text for cell in row.cells][2:] for row in units.rows if row.cells[1].text == "Puskesmas Kenanga")
    assert small == ["6", "5", "1", "–", "–"]
    assert all(int(row.cells[1].text) >= 10 for row in items.rows[1:])
    assert len(items.rows) > 20


def test_nothing_is_concluded_from_nothing(pack: Pack) -> None:
    task = builders.task()
    store: Any = GivenCollection(pack, builders.signed_task(task), rosters=())
    empty = make_report(question(), store)
    report = replace(empty, overview=replace(empty.overview, people=12), scope=replace(empty.scope, newest=None))
    document = read(results_docx(write_results_letter(replace(report, weeks=()), pack, AT)))
    said = "\n".join(texts(document))
    assert "Belum ada pegawai yang menyelesaikan ujian" in said
    assert "Persentase lulus dan rata-rata tidak dihitung" in said
    assert "Mengingatkan 12 pegawai yang belum selesai" in said
    assert "Memperdalam" not in said
    assert "Reliabilitas ujian" not in said
    assert document.core_properties.created == AT


def test_many_answers_of_few_people_are_few(pack: Pack) -> None:
    """And what a group has gained is rounded down, as its name is: 0,697 is medium."""
    few = Share(5, 30, 9)
    report = sample_report(
        pack,
        rules=(RuleReport("satu", "Perbuatan sedikit orang", few, few),),
        phases=dict.fromkeys(Phase, few),
    )
    report = replace(report, gain=Gain("Awal", group_gain([(Fraction(0), Fraction(697, 10))] * 10)))
    said = "\n".join(texts(read(results_docx(write_results_letter(report, pack, AT)))))
    assert "belum ada ketentuan yang ditanyakan kepada 10 orang atau lebih" in said
    for words in ("Perbuatan sedikit orang", "16,6 %", "menurut fase"):
        assert words not in said, words
    assert "0,69, tergolong sedang" in said


def test_they_are_word_documents_for_editing(results: bytes, reminders: bytes) -> None:
    for data in (results, reminders):
        document = read(data)
        for section in document.sections:
            sizes = (section.page_width, section.page_height, section.left_margin, section.bottom_margin)
            assert [size and round(size.mm) for size in sizes] == [210, 297, 25, 25]
            assert NO_EVIDENCE in section.footer.paragraphs[0].text
            assert section.footer._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE"]
        for table in document.tables:
            assert table.style is not None
            assert table.style.name == "Table Grid"
            assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [
                not place for place in range(len(table.rows))
            ]
            assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
        assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["id-ID"]
        assert document.styles["Normal"].font.name == "Arial"
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            assert not [name for name in parts.namelist() if re.search(r"vba|macro|thumbnail", name, re.IGNORECASE)]
            relations = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
        assert b"External" not in relations
    told = read(results).core_properties
    assert (told.title, told.author, told.language, told.created) == (
        "Laporan Hasil Belajar Netralitas ASN",
        "BKPSDM Kabupaten Contoh",
        "id-ID",
        datetime(2026, 11, 20, 3, 15, tzinfo=UTC),
    )


def test_numbers_of_each_list_begin_with_one(results: bytes) -> None:
    document = read(results)
    used = [
        number for paragraph in document.paragraphs for number in paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val")
    ]
    lists = list(dict.fromkeys(used))
    assert len(lists) > 5
    assert [key for place, key in enumerate(used) if key != used[place - 1]] == lists
    numbering = document.part.numbering_part.element
    for key in lists:
        assert numbering.num_having_numId(int(key)).xpath("w:lvlOverride/w:startOverride/@w:val") == ["1"]


def test_each_agency_has_its_letter_and_its_list(reminders: bytes) -> None:
    document = read(reminders)
    assert len(document.sections) == 2
    assert [one.text for one in document.paragraphs if one.text.startswith("Yth.")] == [
        "Yth. Pimpinan Dinas Pendidikan\ndi Tempat",
        "Yth. Pimpinan Dinas Sosial\ndi Tempat",
    ]
    whole, alone = ([[cell.text for cell in row.cells] for row in table.rows] for table in document.tables)
    assert [row[1] for row in whole[1:]] == [f"Orang ke-{n}" for n in range(PEOPLE)]
    assert alone[1:] == [["1", "Orang ke-0", "Guru Ahli Pertama", "SDN 1", "1986•••••••••••001"]]
    assert all(one.find(qn("w:pgNumType")) is not None for one in document.element.iter(qn("w:sectPr")))


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> LayOut:
    """Lays out documents by LibreOffice, all in one start of it, and gives the text of each page of each."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice is missing")
    folder = tmp_path_factory.mktemp("letters")

    def lay_out(*documents: bytes) -> list[list[str]]:
        files = [folder / f"{number}.docx" for number in range(len(documents))]
        for file, data in zip(files, documents, strict=True):
            file.write_bytes(data)
        profile = (folder / "profile").as_uri()
        start = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
        subprocess.run([*start, folder, *files], capture_output=True, check=True)
        return [_pages(file.with_suffix(".pdf")) for file in files]

    return lay_out


def _pages(file: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split("\f")[:-1]


def test_the_head_of_a_table_stands_on_each_page(laid_out: LayOut, results: bytes, reminders: bytes) -> None:
    report, letters = laid_out(results, reminders)
    assert all(NO_EVIDENCE in page for page in (*report, *letters))
    assert [re.findall(r"Halaman (\d+)", page) for page in report] == [[str(n + 1)] for n in range(len(report))]
    listed = [page for page in letters if "Orang ke-" in page]
    assert len(listed) > 3
    assert all("Unit kerja" in page and "NIP/NI PPPK" in page for page in listed)
    whole = "\n".join(listed[:-1])
    assert [len(re.findall(rf"Orang ke-{n}\b", whole)) for n in range(PEOPLE)] == [1] * PEOPLE
    (second,) = (page for page in letters if "Pimpinan Dinas Sosial" in page)
    assert "Halaman 1" in second
