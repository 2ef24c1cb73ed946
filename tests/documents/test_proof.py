"""Bukti nilai and Berita acara on paper: everything that was shown, the sealed file untouched, and one page each."""

import random
from dataclasses import replace
from functools import partial

import pytest

from asnquiz.documents.minutes import minutes_pdf
from asnquiz.documents.paper import Press
from asnquiz.documents.proof import proof_pdf
from asnquiz.usecases.hand_in import SEND
from tests.documents.conftest import Print
from tests.documents.office_papers import MINUTES, PAGE, TASK
from tests.documents.pdfs import pages, reader, says

RANDOM = random.Random(8)


@pytest.mark.parametrize("sealed", [b"{}", b"endstream\nendobj\n%%EOF", RANDOM.randbytes(1 << 20)])
def test_the_file_inside_comes_back_byte_for_byte(press: Press, on_worker: Print, sealed: bytes) -> None:
    read = reader(on_worker(partial(proof_pdf, press, PAGE, sealed)))
    assert list(read.attachments) == ["bukti-nilai.asnskor"]
    assert read.attachments["bukti-nilai.asnskor"] == [sealed]


def test_everything_that_anyone_may_read_is_printed(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(proof_pdf, press, PAGE, b"{}"))
    assert len(pages(pdf)) == 1
    for line in TASK.letterhead:
        assert says(pdf, line)
    for label, value in PAGE.fields:
        assert says(pdf, f"{label}: {value}")
    assert says(pdf, "Batas waktu: diterima paling lambat 11 Desember 2026")
    for words in (*SEND, "lampirannya hilang", "Sudah disimpan, belum dipastikan diterima", "Bukti pengerjaan tugas"):
        assert says(pdf, words)
    assert says(pdf, "Hasil tersegel hanya dapat dibuka oleh BKPSDM Kabupaten Contoh.")
    for one in TASK.recipients:
        assert says(pdf, one.kid[:20])


def test_the_properties_name_nobody(press: Press, on_worker: Print) -> None:
    read = reader(on_worker(partial(proof_pdf, press, PAGE, b"{}")))
    assert read.metadata is not None
    assert read.metadata.title == "Bukti nilai"
    assert not read.metadata.author
    assert "Siti" not in str(read.metadata)


def test_the_longest_that_can_be_typed_is_all_there(press: Press, on_worker: Print) -> None:
    line = ("panjang " * 19)[:149] + "x"
    task = replace(TASK, title=line, office=line, letterhead=(line,) * 6)
    page = replace(PAGE, task=task, name=line, unit=line)
    pdf = on_worker(partial(proof_pdf, press, page, b"{}"))
    assert len(pages(pdf)) <= 2
    for _, value in page.fields:
        assert says(pdf, value)


def test_the_minutes_have_places_to_sign_and_all_that_was_kept(press: Press, on_worker: Print) -> None:
    pdf = on_worker(partial(minutes_pdf, press, MINUTES))
    assert len(pages(pdf)) == 1
    for label, value in (*MINUTES.before, *MINUTES.course):
        assert says(pdf, f"{label}: {value}")
    assert says(pdf, MINUTES.times[0])
    assert says(pdf, "Pengawas")
    assert says(pdf, "Rahmat Hidayat, S.Sos.")
    assert says(pdf, "Siti Aminah, S.Kep., Ns.")


def test_minutes_of_many_pauses_go_on_on_other_pages(press: Press, on_worker: Print) -> None:
    times = tuple(f"Sampai pukul 08.{minute:02d}: tidak ada di layar selama 5 detik" for minute in range(60))
    pdf = on_worker(partial(minutes_pdf, press, replace(MINUTES, times=times)))
    assert len(pages(pdf)) > 1
    for words in times:
        assert says(pdf, words)
