"""Lessons as blocks: what a page can show, and the name and line of everything it cannot."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.content.markdown import prose, read_prose
from asnquiz.domain.prose import Bullets, Heading, Paragraph, Quote, RuleTable


def test_each_kind_of_block_is_read() -> None:
    body = """\
## Akun *pribadi*

Satu **dua** _tiga_
empat\\
lima.

- a
- **b**

1. x
2. y

> Contoh
> lanjut

> satu
>
> dua

:::aturan suka-akun menonton-debat:::

### Kecil
"""
    assert prose(body) == (
        Heading(2, "Akun pribadi"),
        Paragraph("Satu <b>dua</b> <i>tiga</i> empat<br>lima."),
        Bullets(("a", "<b>b</b>"), ordered=False),
        Bullets(("x", "y"), ordered=True),
        Quote("Contoh lanjut"),
        Quote("satu<br>dua"),
        RuleTable(("suka-akun", "menonton-debat")),
        Heading(3, "Kecil"),
    )
    assert read_prose(body).faults == ()


def test_a_heading_is_plain_text_and_everything_else_is_escaped() -> None:
    assert prose('## A & B\n\nA & B < C "d" &amp; \\*e\\*\n') == (
        Heading(2, "A & B"),
        Paragraph('A &amp; B &lt; C "d" &amp; *e*'),
    )


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("a\n\n<div>\nx\n</div>\n", 3, "HTML"),
        ("a\nb <b>c</b>\n", 2, "HTML"),
        ("<!-- x -->\n", 1, "HTML"),
        ("[a](http://x.id)\n", 1, "Tautan"),
        ("<http://x.id>\n", 1, "Tautan"),
        ("a\n\n![b](c.png)\n", 3, "Gambar"),
        ("`a`\n", 1, "Teks kode"),
        ("a\n\n    b\n", 3, "Blok kode"),
        ("```\na\n```\n", 1, "Blok kode"),
        ("a\n\n***\n", 3, "Garis"),
        ("~~a~~\n", 1, "dicoret"),
        ("a\n\n|a|b|\n|-|-|\n|c|d|\n", 3, "Tabel Markdown"),
        ("# a\n", 1, "## atau ###"),
        ("#### a\n", 1, "## atau ###"),
        ("- a\n  - b\n", 2, "Butir daftar"),
        ("> ## a\n", 1, "Butir daftar"),
        ("- a\n\n      b\n", 3, "Blok kode"),
        (":::aturan:::\n", 1, "paragraf sendiri"),
        (":::aturan A_b:::\n", 1, "paragraf sendiri"),
        ("a\n:::aturan b:::\n", 1, "paragraf sendiri"),
        ("- a\n- :::aturan b:::\n", 2, "paragraf sendiri"),
        ("*" * 4000 + "a" + "*" * 4000, 1, "bersarang"),
    ],
)
def test_what_a_page_cannot_show_is_named_with_its_line(body: str, line: int, says: str) -> None:
    fault = read_prose(body).faults[0]
    assert fault[0] == line
    assert says in fault[1]


def test_a_reference_that_markdown_would_swallow_stays_visible() -> None:
    assert prose("[x]: http://x.id\n") == (Paragraph("[x]: http://x.id"),)


def test_the_rules_of_tables_are_named_with_their_lines() -> None:
    assert read_prose("a\n\n:::aturan b c:::\n\n:::aturan\nd\n:::\n").named_rules == ((3, "b"), (3, "c"), (5, "d"))


SIGNS = (
    "# ## - 1. > * ** _ ` ``` ~~ | |-|-| <b> </b> <div> <script> &lt; < & [a] (b) ![ ]( ::: :::aturan --- === \\ a é"
)
MARKS = st.sampled_from([*SIGNS.split(), " ", "\n", "\n\n", "    ", "\t", "\x00", ":::aturan a:::"])


@given(st.lists(MARKS).map("".join) | st.text())
def test_any_body_gives_blocks_whose_markup_is_only_bold_italic_and_breaks(body: str) -> None:
    reading = read_prose(body)
    for block in reading.blocks:
        match block:
            case Paragraph(html) | Quote(html):
                texts: tuple[str, ...] = (html,)
            case Bullets(items):
                texts = items
            case _:
                texts = ()
        for text in texts:
            assert "<" not in re.sub(r"</?[bi]>|<br>", "", text)
    assert all(1 <= line <= len(re.split("\r\n|\r|\n", body)) for line, _ in reading.faults)
