"""Guides from Markdown: what a window shows of them, what it leaves out, and damaged files told in a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.content.guides import parse_guide, read_guides
from asnquiz.domain.guide import Code, Table, place_in
from asnquiz.domain.prose import Bullets, Heading, Paragraph
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import guides_folder

TEXT = """\
# Judul

![gambar](gambar/x.png)

Pembuka.

## Bagian **satu**

Tekan **Mulai**, lalu `py main.py`; lihat [Bagian dua](#bagian-dua), [situs](https://contoh.id) dan [lain](telaah.md).

### Rincian

1. Satu.
2. Dua,
   baris kedua.

| Tombol | Gunanya |
| --- | --- |
| F1 | [bantuan](aksesibilitas.md#tombol) & <b>lain</b> |

    python3 main.py

<script>alert(1)</script>

## Bagian dua
"""


def test_a_guide_is_read_as_topics_of_blocks() -> None:
    guide = parse_guide("panduan-peserta", TEXT)
    intro, first, second = guide.topics
    assert (guide.title, intro.title, intro.blocks) == ("Judul", "Pengantar", (Paragraph("Pembuka."),))
    assert (first.title, second.title, second.blocks) == ("Bagian satu", "Bagian dua", ())
    assert first.blocks == (
        Paragraph(
            "Tekan <b>Mulai</b>, lalu <code>py main.py</code>; lihat "
            '<a href="panduan-peserta#bagian-dua">Bagian dua</a>, situs dan lain.'
        ),
        Heading(3, "Rincian"),
        Bullets(("Satu.", "Dua, baris kedua."), ordered=True),
        Table(
            ("Tombol", "Gunanya"),
            (("F1", '<a href="aksesibilitas#tombol">bantuan</a> &amp; &lt;b&gt;lain&lt;/b&gt;'),),
        ),
        Code("python3 main.py"),
        Paragraph("&lt;script&gt;alert(1)&lt;/script&gt;"),
    )


@given(st.text(alphabet="#*_`[]()<>|!-.&\n ab1", max_size=200))
def test_no_markdown_brings_a_tag_of_its_own(text: str) -> None:
    guide = parse_guide("panduan-peserta", f"# a\n\n## b\n\n{text}\n\n## c\n")
    for topic in guide.topics:
        for block in topic.blocks:
            if isinstance(block, Paragraph):
                bare = block.html
                for tag in ("<b>", "</b>", "<i>", "</i>", "<br>", "<code>", "</code>", "</a>"):
                    bare = bare.replace(tag, "")
                assert "<" not in bare.replace('<a href="panduan-peserta#', "")


def test_every_link_of_the_guides_leads_somewhere() -> None:
    guides = read_guides(guides_folder())
    links = [
        part.split('"')[0]
        for guide in guides
        for topic in guide.topics
        for block in topic.blocks
        if isinstance(block, Paragraph)
        for part in block.html.split('<a href="')[1:]
    ]
    assert links
    assert [link for link in links if place_in(guides, link) is None] == []


def test_no_two_headings_of_a_guide_have_one_anchor() -> None:
    for guide in read_guides(guides_folder()):
        headings = sum(1 + sum(isinstance(block, Heading) for block in topic.blocks) for topic in guide.topics)
        assert len(guide.places) == headings, guide.name


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"# Judul saja\n", b"tanpa judul\n\n## Bagian\n"])
def test_a_guide_that_is_missing_or_damaged_is_told_in_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "panduan-peserta.md").write_bytes(content)
    with pytest.raises(Refusal, match=r"tidak ada atau rusak\. Pasang ulang program"):
        read_guides(tmp_path)


def test_a_second_guide_is_offered_where_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "panduan-peserta.md").write_text("# Panduan\n\n## Awal\n")
    assert [guide.name for guide in read_guides(tmp_path)] == ["panduan-peserta"]
    (tmp_path / "aksesibilitas.md").write_text("# Aksesibilitas\n\n## Awal\n")
    assert [guide.title for guide in read_guides(tmp_path)] == ["Panduan", "Aksesibilitas"]
