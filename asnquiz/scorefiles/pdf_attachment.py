"""What is attached to a PDF of anyone: a bounded look that ends in bytes or in PdfError, whatever the PDF is."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

MAX_PDF_BYTES: Final = 8 * 1024 * 1024
_MAX_ATTACHMENT_BYTES: Final = 4 * 1024 * 1024
_MOST_ATTACHMENTS: Final = 8
_MOST_COLUMNS: Final = 32  # of a table of where objects are; larger ones are pictures

_HEADER, _HEADER_WITHIN = b"%PDF", 1024
# Names of attachments stand in the open, or in objects that are compressed together; where neither is, there are none.
_HINTS: Final = (b"/EmbeddedFiles", b"/ObjStm")


_MOST_COMPLAINTS: Final = 100


class PdfError(Exception):
    """A PDF that cannot be read, or that nobody should go on reading."""


class _Patience(logging.Handler):
    """Hears what the library finds wrong with one PDF, writes it nowhere, and ends when it goes on and on.

    Of a file that is damaged enough it complains byte by byte, which takes longer than anybody waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._left = _MOST_COMPLAINTS

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self._left -= 1
        if self._left < 0:
            raise PdfError


def is_pdf(data: bytes) -> bool:
    """Whether a file begins as programs that show PDFs expect it."""
    return _HEADER in data[:_HEADER_WITHIN]


def attachments(data: bytes) -> list[bytes]:
    """The attached files of a PDF of at most MAX_PDF_BYTES; raises PdfError, and nothing else."""
    if not any(hint in data for hint in _HINTS):
        return []
    try:
        return list(_attachments(data))
    except Exception as error:  # whatever goes wrong in a stranger's PDF, with whatever it is made of
        raise PdfError from error


def _attachments(data: bytes) -> Iterator[bytes]:
    import pypdf

    with (
        _heard_by(_Patience()),
        pypdf.apply_configuration(
            zlib_maximum_output_length=_MAX_ATTACHMENT_BYTES,
            zlib_maximum_recovery_input_length=0,  # what is damaged is not mended byte by byte
            stream_filters_maximum_length=1,
            stream_decoding_work_maximum_length=2 * _MAX_ATTACHMENT_BYTES,
            maximum_declared_stream_length=MAX_PDF_BYTES,
            flate_maximum_columns=_MOST_COLUMNS,
            flate_maximum_row_length=_MOST_COLUMNS,
            lzw_maximum_output_length=1,
            run_length_maximum_output_length=1,
            brotli_maximum_output_length=1,
            jbig2_maximum_output_length=1,
            jbig2dec_binary=None,
            disable_legacy_handling=True,
        ),
    ):
        for number, entry in enumerate(pypdf.PdfReader(BytesIO(data), strict=False).attachment_list):
            content = entry.content
            if number == _MOST_ATTACHMENTS or len(content) > _MAX_ATTACHMENT_BYTES:
                raise PdfError
            yield content


@contextmanager
def _heard_by(handler: logging.Handler) -> Iterator[None]:
    log = logging.getLogger("pypdf")
    log.propagate = False
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
