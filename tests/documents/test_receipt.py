"""The receipt of a unit: everybody stands on it once, no row is split, and the head stands on every page."""

from asnquiz.documents.paper import Press
from asnquiz.documents.receipt import receipts_pdf
from asnquiz.usecases.write_receipt import Receipt
from tests.documents.conftest import Print
from tests.documents.pdfs import pages, says

FIELDS = (("Dari", "BKPSDM Kabupaten Contoh"), ("Untuk", "SDN 1 Contoh, Dinas Pendidikan"))


def receipt(people: int) -> Receipt:
    rows = [(f"Orang ke-{n}", "1986•••••••••••001", "30 November 2026 pukul 08.15") for n in range(people)]
    return Receipt(("PEMERINTAH KABUPATEN CONTOH", "BKPSDM"), FIELDS, tuple(rows))


def test_everybody_stands_on_it_once_and_the_head_on_every_page(press: Press, on_worker: Print) -> None:
    texts = pages(on_worker(lambda: receipts_pdf(press, [receipt(120)])))
    assert len(texts) > 2
    assert all("Diterima" in text and "NIP/NI PPPK" in text for text in texts)
    whole = "\n".join(texts)
    assert [whole.count(f"Orang ke-{n}\n") + whole.count(f"Orang ke-{n} ") for n in range(120)] == [1] * 120


def test_it_says_that_it_is_no_result_and_has_no_whole_nip(press: Press, on_worker: Print) -> None:
    pdf = on_worker(lambda: receipts_pdf(press, [receipt(3)]))
    assert says(pdf, "bukan nilainya")
    assert says(pdf, "SDN 1 Contoh, Dinas Pendidikan")


def test_a_unit_without_files_is_told_so(press: Press, on_worker: Print) -> None:
    assert says(on_worker(lambda: receipts_pdf(press, [receipt(0)])), "Belum ada berkas yang diterima")


def test_every_unit_begins_on_a_page_of_its_own(press: Press, on_worker: Print) -> None:
    texts = pages(on_worker(lambda: receipts_pdf(press, [receipt(2), receipt(0), receipt(1)])))
    assert len(texts) == 3
    assert all("Tanda terima berkas nilai" in text for text in texts)
