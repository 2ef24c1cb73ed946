"""Looking through instruments and glossary words."""

import pytest

from asnquiz.domain.pack import LawKind, LawStatus, Pack, Term
from asnquiz.usecases.find_law import find_law
from tests import builders


@pytest.fixture
def pack() -> Pack:
    laws = (
        builders.law(),
        builders.law(
            id="skb-2022",
            kind=LawKind.KEPUTUSAN_BERSAMA,
            number="MenPANRB 2/2022; BKN 246/2022",
            title="Pedoman netralitas",
            status=LawStatus.DIRUJUK,
        ),
        builders.law(id="uu-5-2014", number="UU 5/2014", title="ASN (lama)", status=LawStatus.DICABUT),
    )
    terms = (
        Term("SKB", "keputusan bersama", "Keputusan beberapa pimpinan lembaga.", ("skb-2022",)),
        Term("CLTN", "cuti di luar tanggungan negara", "Cuti tanpa hak gaji.", ()),
        Term("apel", None, "Kumpul pagi.", ()),
    )
    return builders.pack(laws=laws, terms=terms)


@pytest.mark.parametrize(
    ("words", "laws", "terms"),
    [
        ("", ["pp-94-2021", "skb-2022", "uu-5-2014"], ["apel", "CLTN", "SKB"]),
        ("  ", ["pp-94-2021", "skb-2022", "uu-5-2014"], ["apel", "CLTN", "SKB"]),
        ("KEPUTUSAN BERSAMA", ["skb-2022"], ["SKB"]),
        ("94", ["pp-94-2021"], []),
        ("disiplin 2021", ["pp-94-2021"], []),
        ("dicabut", ["uu-5-2014"], []),
        ("pencabutan", ["skb-2022"], []),
        ("tanggungan", [], ["CLTN"]),
        ("menguntungkan pasal skb", ["skb-2022"], []),
        ("gaji cuti", [], ["CLTN"]),
        ("gaji pp", [], []),
    ],
)
def test_every_word_typed_stands_in_what_is_found(pack: Pack, words: str, laws: list[str], terms: list[str]) -> None:
    found = find_law(words, pack)
    assert [law.id for law in found.laws] == laws
    assert [term.term for term in found.terms] == terms
