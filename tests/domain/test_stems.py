"""Stems: words of one root meet, whatever is written around it; reading a text never fails."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from asnquiz.domain.root_words import ROOTS
from asnquiz.domain.stems import stem, stems, words

# The forms that grammars and dictionaries list under a root, and how people type them.
FAMILIES = {
    "calon": "calon mencalonkan dicalonkan pencalonan calonnya nyalon nyalonin",
    "coblos": "coblos mencoblos nyoblos dicoblos coblosan pencoblosan",
    "kampanye": "kampanye kampanyekan mengampanyekan berkampanye kampanyenya dikampanyekan",
    "dukung": "dukung mendukung pendukung dukungan didukung dukungin dukunglah mendukungnya",
    "pilih": "pilih memilih dipilih pilihan pilihanmu pilihanku milih pemilih",
    "kumpul": "kumpul mengumpulkan pengumpulan dikumpulkan kumpulin ngumpulin",
    "sebar": "sebar menyebarkan disebarkan penyebaran nyebar sebarkan",
    "tolak": "tolak menolak ditolak penolakan nolak",
    "pakai": "pakai memakai dipakai pakaikan",
    "potret": "potret memotret dipotret motret",
    "ajak": "ajak mengajak diajak ajakan ngajak ngajakin ajaklah",
    "lapor": "lapor melapor melaporkan dilaporkan laporan pelapor lapornya laporin ngelaporin",
    "ancam": "ancam mengancam diancam ancaman",
    "layan": "layanan melayani pelayanan dilayani",
    "hadir": "hadir menghadiri kehadiran dihadiri hadirkan",
    "suka": "suka menyukai disukai",
    "lantik": "lantik melantik dilantik pelantikan",
    "bagi": "bagi membagikan dibagikan bagikan pembagian bagiin dibagiin",
    "like": "like ngelike dilike",
    "pihak": "pihak memihak berpihak keberpihakan pemihakan",
    "undur": "undur mengundurkan pengunduran",
}


LOOKING_AFFIXED = """
bupati istri partai polisi makan bukan ikan dengan sekolah kepala pemilu terima media menteri jangan
"""


@pytest.mark.parametrize("root", FAMILIES)
def test_forms_of_one_root_meet(root: str) -> None:
    assert {form: stem(form) for form in FAMILIES[root].split()} == dict.fromkeys(FAMILIES[root].split(), root)


@pytest.mark.parametrize("word", LOOKING_AFFIXED.split())
def test_what_only_looks_like_an_affix_stays(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Boleh ga, Pak?", ("boleh", "tidak", "pak")),
        ("foto2 foto-foto", ("foto", "foto")),
        ("teman2nya teman-temannya", ("temannya", "temannya")),
        ("jelek2in", ("jelekin",)),
        ("dgn utk yg sm p3k", ("dengan", "untuk", "yang", "dengan", "pppk")),
        ("bolehhh bangeeeet", ("boleh", "banget")),
        ("nge-forward e-KTP", ("ngeforward", "ktp")),
        ("suami/istri", ("suami", "istri")),
        ("kafé", ("kafe",)),
        ("pppk", ("pppk",)),
        ("“ ” — 😀 ???", ()),
    ],
)
def test_words_as_they_are_typed(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


def test_words_that_tell_nothing_are_left_out() -> None:
    assert stems("apakah saya boleh memakai mobil dinas untuk kampanye?") == ("pakai", "mobil", "dinas", "kampanye")


@given(st.text())
def test_normal_words_are_normal(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found
    assert all(word and word == word.lower() and word.isascii() and word.isalnum() for word in found)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=30))
def test_no_word_loses_everything(word: str) -> None:
    assert len(stem(word)) >= min(len(word), 3)


@given(st.text())
def test_any_text_has_stems(text: str) -> None:
    assert all(stems(text))


@given(st.sampled_from(sorted(ROOTS)))
def test_a_root_is_its_own_stem(root: str) -> None:
    assert stem(root) == root


@example("media", "ku")
@given(
    st.sampled_from(sorted(root for root in ROOTS if len(root) > 4)), st.sampled_from(["nya", "lah", "kah", "ku", "mu"])
)
def test_what_is_only_put_behind_a_root_comes_off(root: str, ending: str) -> None:
    assert stem(root + ending) == root or root + ending in ROOTS


@given(st.lists(st.sampled_from(["foto", "calon", "mencoblos", "yg", "2", "-", "dukungin", " "])))
def test_stems_are_those_of_the_words_in_their_order(parts: list[str]) -> None:
    text = " ".join(parts)
    assert list(stems(text)) == [one for word in words(text) for one in stems(word)]
