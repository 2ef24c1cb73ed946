"""The letters of an office about its results, as Word documents that it edits: Laporan hasil and Pengingat.

To be imported only where one is written: python-docx is slow to come in, and most people never write one.
"""

from collections.abc import Sequence

from asnquiz.documents import word_file as word
from asnquiz.documents.word_file import WordFile
from asnquiz.domain.recap_wording import BLANK
from asnquiz.usecases.see_collection import NO_EVIDENCE
from asnquiz.usecases.write_reminders import Reminder
from asnquiz.usecases.write_results_letter import Facts, Grid, Points, ResultsLetter, Section

_PEOPLE = (
    ("Nomor", 10, True),
    ("Nama", 24, False),
    ("Jabatan", 21, False),
    ("Unit kerja", 21, False),
    ("NIP/NI PPPK", 25, False),
)


def results_docx(letter: ResultsLetter) -> bytes:
    """The letter, then its attachments, each from a page of its own on."""
    file = WordFile(letter.title, letter.office, letter.made, NO_EVIDENCE)
    file.letterhead(letter.letterhead)
    file.text(letter.title.upper(), word.TITLE)
    file.facts(letter.head)
    for section in letter.sections:
        _put(file, section)
    _close(file, letter.closing)
    for attachment in letter.attachments:
        _put(file, attachment, on_new_page=True)
    return file.data()


def reminders_docx(reminders: Sequence[Reminder]) -> bytes:
    """Each letter from a page of its own on, and its list from another one on; one letter at least."""
    first = reminders[0]
    file = WordFile("Pengingat penyelesaian ujian netralitas ASN", first.office, first.made, NO_EVIDENCE)
    for reminder in reminders:
        if reminder is not first:
            file.begin_again()
        file.letterhead(reminder.letterhead)
        file.facts(reminder.fields)
        file.text(f"Yth. Pimpinan {reminder.agency}\ndi Tempat", word.ADDRESSEE)
        for words in reminder.opening:
            file.text(words)
        file.text("Langkah yang perlu dilakukan pegawai:", word.LEAD)
        file.points(reminder.steps)
        for words in reminder.notes:
            file.text(words)
        _close(file, reminder.closing)
        file.text(f"Lampiran. Pegawai {reminder.agency} yang belum selesai", word.HEADING, on_new_page=True)
        file.text(reminder.scope, word.NOTE)
        file.table(_PEOPLE, [(str(number), *person) for number, person in enumerate(reminder.people, start=1)])
    return file.data()


def _put(file: WordFile, section: Section, *, on_new_page: bool = False) -> None:
    file.text(section.heading, word.HEADING, on_new_page=on_new_page)
    for block in section.blocks:
        match block:
            case str():
                file.text(block, word.LEAD if block.endswith(":") else word.BODY)
            case Facts(pairs):
                file.facts(pairs)
            case Points(lines):
                file.points(lines)
            case Grid(caption, note, columns, rows):
                file.text(caption, word.CAPTION)
                file.text(note, word.NOTE)
                file.table([(one.title, one.weight, one.figure) for one in columns], rows)


def _close(file: WordFile, words: str) -> None:
    """The last sentence on one page with where, when and by whom it is signed."""
    file.text(words, word.LEAD)
    file.text(f"{BLANK}, tanggal {BLANK}", word.SIGNATURE)
    file.text(f"Jabatan {BLANK}", word.SIGNATURE)
    file.text(f"Nama {BLANK}", word.SIGNATORY)
    file.text(f"NIP {BLANK}", word.SIGNATURE)
