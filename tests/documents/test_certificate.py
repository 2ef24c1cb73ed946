"""The certificate on paper: every signed field printed, and the code read back by a scanner that is not ours."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from asnquiz.documents.certificate import FOR_COMPARING, WHAT_IT_IS, certificate_pdf
from asnquiz.documents.paper import Press
from asnquiz.domain.certificate import Certificate, certificate_fields
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles import certificate_text
from asnquiz.scorefiles.device_key import load_or_make
from tests import builders
from tests.documents.conftest import Print
from tests.documents.pdfs import needs_zbar, pages, reader, says, scanned

SITI = builders.certificate(name="Siti Aminah binti Abdurrahman, S.Kep., Ns.", unit="Dinas Kesehatan Kabupaten Lembata")
LONG = replace(SITI, name="Nama panjang " * 11 + "sekali", unit="Unit kerja panjang " * 7 + "sekali lagi ya")


def printed(press: Press, on_worker: Print, certificate: Certificate, folder: Path) -> tuple[bytes, str]:
    """The page and the text that its code should hold."""
    key, _ = load_or_make(folder / "device.key", certificate.date)
    text = certificate_text.sign(certificate, key)
    return on_worker(partial(certificate_pdf, press, certificate, key.kid, text)), text


def test_every_field_is_printed_as_a_line_to_compare(press: Press, on_worker: Print, tmp_path: Path) -> None:
    pdf, text = printed(press, on_worker, SITI, tmp_path)
    device = certificate_text.read(text).device
    assert device is not None
    lines = certificate_fields(SITI, device)
    assert len(lines) == 13
    for label, value in lines:
        assert says(pdf, f"{label}: {value}")
    assert says(pdf, "Nilai: 86,6")
    for words in (WHAT_IT_IS, FOR_COMPARING, "tanpa pengawas", "bukan sertifikat"):
        assert says(pdf, words)
    assert len(pages(pdf)) == 1


def test_what_is_left_out_is_printed_nowhere(press: Press, on_worker: Print, tmp_path: Path) -> None:
    whole, _ = printed(press, on_worker, SITI, tmp_path)
    pdf, _ = printed(press, on_worker, replace(SITI, nip=None, unit=None), tmp_path)
    for label in ("NIP/NI PPPK:", "Unit kerja:"):  # with the colon, which no fingerprint of a key has
        assert says(whole, label)
        assert not says(pdf, label)
    told = str(reader(pdf).metadata)
    assert "Siti" not in told
    assert "1986" not in told


@needs_zbar
@pytest.mark.parametrize("certificate", [SITI, replace(SITI, nip=None, unit=None), LONG])
def test_a_scanner_reads_the_signed_text(
    press: Press, on_worker: Print, tmp_path: Path, certificate: Certificate
) -> None:
    pdf, text = printed(press, on_worker, certificate, tmp_path)
    assert scanned(pdf, tmp_path) == text
    seen = certificate_text.read(scanned(pdf, tmp_path, dpi=300))
    assert seen.certificate == certificate


def test_the_longest_names_that_can_be_typed_still_fit_on_one_page(
    press: Press, on_worker: Print, tmp_path: Path
) -> None:
    assert len(LONG.name) == 149
    assert len(LONG.unit or "") == 147
    pdf, text = printed(press, on_worker, LONG, tmp_path)
    assert len(text) < 1300
    assert len(pages(pdf)) == 1


def test_a_usual_certificate_keeps_its_code_small(press: Press, on_worker: Print, tmp_path: Path) -> None:
    _, text = printed(press, on_worker, SITI, tmp_path)
    assert len(text) < 1000


def test_names_that_no_code_can_hold_are_refused(press: Press, on_worker: Print, tmp_path: Path) -> None:
    strange = replace(SITI, name="\N{LINEAR B IDEOGRAM B100 MAN}" * 150, unit="\N{LINEAR B IDEOGRAM B100 MAN}" * 150)
    with pytest.raises(Refusal, match="Singkatkan"):
        printed(press, on_worker, strange, tmp_path)
