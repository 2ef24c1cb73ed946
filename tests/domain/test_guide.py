"""A guide as topics: anchors as GitHub makes them, where links lead, and what stands under one heading."""

import pytest

from asnquiz.domain.guide import Guide, Topic, anchor_of, place_in
from asnquiz.domain.prose import Heading, Paragraph

TOPIC = Topic("panduan", "Data diri", (Paragraph("Awal."), Heading(3, "Menghapus"), Paragraph("Isi."), Heading(3, "A")))
GUIDE = Guide("panduan", "Panduan", (TOPIC, Topic("panduan", "Ikrar", ())))
OTHER = Guide("kantor", "Kantor", (Topic("kantor", "Menulis tugas", ()), Topic("kantor", "Ikrar", ())))


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Bertanya: Bolehkah saya?", "bertanya-bolehkah-saya"),
        ("Mencetak dan menyimpan PDF", "mencetak-dan-menyimpan-pdf"),
        ("Bila 1/2, ke-2", "bila-12-ke-2"),
    ],
)
def test_an_anchor_is_what_github_makes_of_a_heading(heading: str, anchor: str) -> None:
    assert anchor_of(heading) == anchor


def test_a_link_leads_to_a_topic_or_to_a_heading_in_one() -> None:
    assert place_in([GUIDE], "panduan#data-diri") == (TOPIC, None)
    assert place_in([GUIDE], "panduan#menghapus") == (TOPIC, 1)
    assert place_in([GUIDE], "panduan#") == (TOPIC, None)
    assert place_in([GUIDE], "panduan#tidak-ada") is None
    assert place_in([GUIDE, OTHER], "#tidak-ada") is None
    assert place_in([GUIDE, OTHER], "#menulis-tugas") == (OTHER.topics[0], None)
    assert place_in([GUIDE, OTHER], "#ikrar") == (GUIDE.topics[1], None)
    assert place_in([GUIDE], "lain#data-diri") is None


def test_a_part_ends_before_the_next_heading() -> None:
    assert TOPIC.part(None) == ("Data diri", TOPIC.blocks)
    assert TOPIC.part(1) == ("Menghapus", (Paragraph("Isi."),))
    assert TOPIC.part(3) == ("A", ())
