"""The tests around the lessons and what Hasil saya shows of them, each screen with something on it."""

from collections.abc import Iterator

from asnquiz.programs.walks.results import narrow, take_test
from tests.ui.conftest import Opened


def screens(opened: Opened) -> Iterator[str]:
    """Takes both tests and looks at the results in every state."""
    walker = opened.walker
    walker.press("Kuis")
    walker.press("Mulai tes awal")
    yield "tes-awal"
    walker.press("Jeda, lanjutkan nanti")
    yield "kuis-tes-awal-belum-selesai"
    walker.press("Lanjutkan Tes awal")
    take_test(walker, every=2)
    walker.press("Selesai tes …")
    yield "ujian-tes-selesai"
    walker.press("Selesai tes")
    yield "hasil-tes-awal"
    walker.press("Kuis")
    yield "kuis-tes-akhir"
    walker.press("Mulai tes akhir")
    walker.press("Selesai tes …")
    walker.press("Selesai tes")
    yield "hasil-tes-akhir"
    walker.press("Kuis")
    yield "kuis-tes-keduanya"
    walker.press("Hasil saya")
    yield "hasil-semua"
    walker.press("Tampilkan tabel")
    yield "hasil-saya-tabel"
    narrow(walker)
    yield "hasil-saya-tes-saja"
