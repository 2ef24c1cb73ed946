"""The words of the program and its guides: the field's own, and none that mean something else there or are English.

Content is not searched: law has words of its own, and `Putusan MK` is one of them. So a guide that names rulings says
`putusan Mahkamah Konstitusi`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_texts import ROOT, sources, texts

# What is not said, what is said in its place, and why where the reason is not plain.
NOT_SAID = {
    "putusan": "ketentuan; a putusan is a court's",
    "selama tahapan": "selama (penetapan calon sampai pemungutan suara); registration and counting are tahapan too",
    "pasangan yang menjadi calon": "suami/istri yang menjadi calon; a pasangan calon is the ticket",
    "skenario bercabang": "studi kasus",
    "ulangan": "latihan ulang; an ulangan is a test at school",
    "pra-uji": "tes awal",
    "pasca-uji": "tes akhir",
    "uji paham": "cek pemahaman",
    "kelas": "sosialisasi",
    "pelatih": "narasumber; a pelatih coaches a sport",
    "SDM": "kepegawaian, BKPSDM",
    "himpun skor": "rekap nilai",
    "berkas skor": "berkas nilai; only the extension is .asnskor",
    "bertanda tangan": "bersegel digital; it is no certified electronic signature",
    "piagam": "surat keterangan hasil belajar",
    "sertifikat": "surat keterangan hasil belajar; only an office gives certificates",
    "luring": "tanpa internet; luring is read as face to face",
    "yakin tapi salah": "yakin, tetapi keliru",
    "paling lemah": "perlu diperdalam",
    "keliru umum": "kekeliruan yang sering terjadi",
    "tinjau": "lihat pembahasan",
    "tandai untuk dibahas": "tandai soal",
    "mengapa": "alasan",
    "rerata": "rata-rata",
    "laporan butir": "analisis butir soal",
    "PIN kelas": "kode kelas; a PIN is a person's own",
    "PIN peserta": "kode peserta; a PIN is a person's own",
    "periksa komputer ini": "cek kondisi komputer; it sounds like an inspection",
    "sanksi: moral": "kode etik: sanksi moral",
}

# Where such a word is the right one after all.
EXCEPTIONS = {
    "putusan": ("putusan Mahkamah Konstitusi", "putusan-mk"),  # a court's indeed, and what packs call its kind
    # What a certificate of ours says of itself, what a server shows, and what programs for Windows are signed with.
    "sertifikat": ("bukan sertifikat", "sertifikat server", "sertifikat penandatanganan"),
    "kelas": ("kode kelas",),  # what participants type at a briefing
    "mengapa": ("diskusikan: mengapa",),  # a question that a room talks about
}

# What people may type is no word of the program.
TYPED = {"everyday_words.py", "root_words.py"}

# In an exam the next question comes by "Simpan dan lanjutkan", as in the state's own tests; elsewhere nothing is saved.
NOT_SAID_IN_AN_EXAM = "soal berikutnya"

ENGLISH = re.compile(r"(?<!\w)(OK|Ok|Cancel|Yes|No|Save|Close|Open|Help)(?!\w)")

ALL_ROOMS = (
    *("domain", "usecases", "painting", "content", "storage", "scorefiles", "documents", "classroom"),
    *("exchange", "ui", "cli", "programs"),
)
GUIDES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]


def is_indonesian(text: str) -> bool:
    """Whether a page is written in Indonesian; developers' pages are in English."""
    return len(re.findall(r"\b(yang|dan|untuk)\b", text)) > len(re.findall(r"\b(the|and|for)\b", text))


def guides() -> Iterator[tuple[Path, str]]:
    """The guides in Indonesian without what they write as code: commands, and ids such as `dukungan-di-kelas`."""
    for file in GUIDES:
        text = re.sub(r"`[^`\n]+`", "", file.read_text(encoding="utf-8"))
        if is_indonesian(text):
            yield file, text


def says(text: str, phrase: str) -> bool:
    """Whether a text says a phrase, in whole words, on one line or over two, and not as an exception."""
    for exception in EXCEPTIONS.get(phrase, ()):
        text = re.sub(_whole(exception), "", text, flags=re.IGNORECASE)
    return re.search(_whole(phrase), text, re.IGNORECASE) is not None


def _whole(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return rf"(?<!\w){words}(?!\w)"


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Lihat Putusan ini", "putusan", True),
        ("sudah diputuskan; keputusan", "putusan", False),
        ("dibatasi putusan Mahkamah Konstitusi", "putusan", False),
        ("kode kelas di layar kelas", "kelas", True),
        ("Masukkan kode kelas", "kelas", False),
        ("kelaster", "kelas", False),
        ("pasangan yang\nmenjadi calon", "pasangan yang menjadi calon", True),
        ("BKPSDM", "SDM", False),
        ("Bagian SDM", "SDM", True),
        ("peninjauan", "tinjau", False),
    ],
)
def test_the_search_finds_whole_words_and_knows_exceptions(text: str, phrase: str, found: bool) -> None:
    assert says(text, phrase) is found


def test_every_room_of_the_program_is_searched() -> None:
    rooms = {place.name for place in (ROOT / "asnquiz").iterdir() if place.is_dir() and place.name != "__pycache__"}
    assert rooms == set(ALL_ROOMS)
    shown = [text for file in sources("ui") for text in texts(file)]
    assert {"Simpan dan lanjutkan", "Lihat pembahasan", "Ragu-ragu", "Soal {} dari {}"} <= set(shown)


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_the_program_does_not_say_it(phrase: str) -> None:
    files = [file for file in sources(*ALL_ROOMS) if file.name not in TYPED]
    saying = [(file.name, text) for file in files for text in texts(file) if says(text, phrase)]
    assert saying == [], f"say instead: {NOT_SAID[phrase]}"


def test_an_exam_saves_and_goes_on() -> None:
    exam = [file for file in sources("ui") if file.stem.startswith("exam")]
    assert len(exam) == 2
    assert [text for file in exam for text in texts(file) if says(text, NOT_SAID_IN_AN_EXAM)] == []


def test_the_program_counts_before_it_says_what_was_refused() -> None:
    """37 berkas ditolak, and not the other way round."""
    turned = re.compile(r"ditolak\s+(\d|\{\})")
    assert [text for file in sources(*ALL_ROOMS) for text in texts(file) if turned.search(text)] == []
    assert [file.name for file, text in guides() if turned.search(text)] == []


def test_the_guides_are_found() -> None:
    assert {"README.md", "panduan-peserta.md"} <= {file.name for file, _ in guides()}


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_the_guides_do_not_say_it(phrase: str) -> None:
    saying = [file.name for file, text in guides() if says(text, phrase)]
    assert saying == [], f"say instead: {NOT_SAID[phrase]}"


def test_no_button_or_sentence_is_in_english() -> None:
    # translation.py holds Qt's own English words as what is to be translated.
    ours = [file for file in sources(*ALL_ROOMS) if file.name != "translation.py"]
    assert [(file.name, text) for file in ours for text in texts(file) if ENGLISH.search(text)] == []


def test_no_question_has_the_buttons_that_qt_labels_in_english() -> None:
    assert [file.name for file in sources("ui", "programs") if "StandardButton" in file.read_text("utf-8")] == []
