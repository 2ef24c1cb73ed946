"""From an error to the sentence a person reads: a refusal brings its own, anything else is our fault and is logged."""

import logging

from asnquiz.domain.refusal import Refusal

_FAULT = (
    "Terjadi kesalahan pada program ini, bukan pada Anda. Jawaban yang sudah tersimpan tetap aman. "
    "Catatannya ada di folder data; tutup program, lalu buka kembali."
)


def sentence(error: BaseException) -> str:
    """What to show for an error; faults of the program are logged with their trace."""
    if isinstance(error, Refusal):
        from asnquiz.domain.wording import harmless_lines  # not needed for the first picture

        return harmless_lines(str(error))
    logging.getLogger("asnquiz").error("fault", exc_info=error)
    return _FAULT
