"""QR codes as modules, for paper and for the wall."""

import segno

from asnquiz.painting.qr import Matrix


def qr_matrix(text: str) -> Matrix:
    """The modules of a QR code, dark ones true, without its quiet zone; level M of error correction at least.

    Raises ValueError where the text is too long for any code.
    """
    return tuple(tuple(map(bool, row)) for row in segno.make_qr(text, error="m").matrix)
