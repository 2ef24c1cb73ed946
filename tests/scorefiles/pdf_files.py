"""PDFs with files attached, as pypdf writes them."""

import zlib
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import NameObject


def pdf_with(*attached: bytes) -> bytes:
    """An empty page, with each file attached and compressed."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    for content in attached:
        entry: Any = writer.add_attachment("bukti-nilai.asnskor", zlib.compress(content))
        entry.pdf_object["/EF"]["/F"].get_object()[NameObject("/Filter")] = NameObject("/FlateDecode")
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
