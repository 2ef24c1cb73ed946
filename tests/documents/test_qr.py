"""QR codes: read back by a scanner that is not ours, whatever they say."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from asnquiz.documents.qr import qr_matrix
from asnquiz.painting.qr import paint_qr, qr_side
from tests.documents.pdfs import needs_zbar

# The pattern at three corners of every code, by ISO 18004.
FINDER = ("#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######")


@needs_zbar
@pytest.mark.parametrize("text", ["http://192.168.1.1:8080/#482913", "WIFI:T:WPA;S:Aula\\;1;P:x y;;", "asn" * 90])
def test_a_scanner_reads_what_was_said(qapp: QApplication, tmp_path: Path, text: str) -> None:
    assert qapp
    matrix = qr_matrix(text)
    image = QImage(3 * qr_side(matrix), 3 * qr_side(matrix), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_qr(painter, matrix, 0, 0, 3)
    painter.end()
    image.save(str(tmp_path / "kode.png"))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", tmp_path / "kode.png"], stdout=subprocess.PIPE, check=True)
    assert read.stdout.decode() == f"{text}\n"


def test_a_code_is_square_and_begins_with_its_own_corner() -> None:
    matrix = qr_matrix("482913")
    assert len(matrix) == 21
    assert {len(row) for row in matrix} == {21}
    assert tuple("".join(".#"[dark] for dark in row[:7]) for row in matrix[:7]) == FINDER


def test_what_no_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        qr_matrix("x" * 3000)
