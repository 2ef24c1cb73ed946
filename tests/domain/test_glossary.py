"""Glossary words in running text, against what a reader would mark by hand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.glossary import Glossary
from asnquiz.domain.pack import Term

TERMS = (
    Term("PPK (kepegawaian)", "Pejabat Pembina Kepegawaian", "Yang menjatuhkan sanksi.", ()),
    Term("PPK (kecamatan)", "Panitia Pemilihan Kecamatan", "Penyelenggara.", ()),
    Term("Kampanye", None, "Kegiatan meyakinkan pemilih.", ()),
    Term("Kampanye hitam", "black campaign", "Konten palsu.", ()),
    Term("ASN", "aparatur sipil negara", "PNS dan PPPK.", ()),
    Term("Non-ASN", "PPNPN, honorer", "Bukan ASN.", ()),
    Term("SE", "surat edaran", "Misalnya SE 1/2023.", ()),
    Term("I'DIS", None, "Sistem BKN.", ()),
)
GLOSSARY = Glossary(TERMS)
NOTHING: frozenset[str] = frozenset()


def marked(html: str) -> str:
    """A text with [ ] around what is a link."""
    text, _ = GLOSSARY.mark(html, NOTHING)
    return re.sub(r'<a href="[\d ]+">(.*?)</a>', r"[\1]", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Masa kampanye. Kampanye dimulai.", "Masa [kampanye]. Kampanye dimulai."),
        ("Itu kampanye hitam, bukan kampanye.", "Itu [kampanye hitam], bukan [kampanye]."),
        ("Kampanyenya ramai, berkampanye juga.", "Kampanyenya ramai, berkampanye juga."),
        ("Pegawai non-ASN dan ASN.", "Pegawai [non-ASN] dan [ASN]."),
        ("Ia se rumah dengan SE itu.", "Ia se rumah dengan [SE] itu."),
        ("asn bukan ASN", "asn bukan [ASN]"),
        ("Aparatur sipil negara adalah ASN.", "[Aparatur sipil negara] adalah ASN."),
        ("pejabat pembina kepegawaian", "pejabat pembina kepegawaian"),
        ("Pejabat Pembina Kepegawaian", "[Pejabat Pembina Kepegawaian]"),
        ("<b>ASN</b> &amp; SE", "<b>[ASN]</b> &amp; [SE]"),
        ("I'DIS mencatat.", "[I'DIS] mencatat."),
        ("Black campaign dilarang.", "[Black campaign] dilarang."),
        ("kampanye\nhitam", "[kampanye\nhitam]"),
        ("surat/edaran ASN/PNS", "surat/edaran [ASN]/PNS"),
        ("honorer", "honorer"),
    ],
)
def test_whole_words_are_marked_where_they_come_first_the_longest_before_shorter(text: str, expected: str) -> None:
    assert marked(text) == expected


def test_what_was_seen_in_the_section_is_not_marked_again() -> None:
    first, seen = GLOSSARY.mark("ASN", NOTHING)
    again, then = GLOSSARY.mark("ASN dan SE", seen)
    assert "<a" in first
    assert again == 'ASN dan <a href="6">SE</a>'
    assert seen < then


def test_a_word_with_two_meanings_gives_both() -> None:
    text, _ = GLOSSARY.mark("Tanyakan kepada PPK.", NOTHING)
    (link,) = re.findall(r'href="([^"]+)"', text)
    assert GLOSSARY.meant(link) == TERMS[:2]


def test_without_terms_nothing_is_marked() -> None:
    assert Glossary(()).mark("ASN <b>dan</b> SE", NOTHING) == ("ASN <b>dan</b> SE", NOTHING)


_PIECES = ["ASN", "kampanye", "kampanye hitam", "PPK", "SE", " ", ", ", "<b>", "</b>", "<br>", "&amp;", "x", "-"]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_marking_adds_only_links_and_each_meaning_once(html: str) -> None:
    text, seen = GLOSSARY.mark(html, NOTHING)
    links = re.findall(r'<a href="([\d ]+)">', text)
    assert re.sub(r"</?a[^>]*>", "", text) == html
    assert len(links) == len(set(links))
    assert set(links) == seen
