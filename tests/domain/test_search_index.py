"""The index: a rule is found by its own words in any order, by words alike, and through slips of the hand."""

import json
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.search_index import SearchIndex, build_index, concepts, scores
from tests import builders

ACTS = {
    "baliho": ("Memasang baliho calon di rumah", ("spanduk", "pagar")),
    "foto": ("Mengunggah foto bersama calon", ("selfie", "ig")),
    "kpps": ("Menjadi anggota KPPS", ("pps", "izin atasan")),
    "lapor": ("Melaporkan dugaan pelanggaran netralitas", ("aduan", "bawaslu")),
    "ktp": ("Memberi surat dukungan disertai fotokopi KTP", ("tanda tangan", "perseorangan")),
}


@cache
def index() -> SearchIndex:
    rules = tuple(builders.rule(id=id_, act=act, words=words) for id_, (act, words) in ACTS.items())
    return build_index(builders.pack(rules=rules))


def best(question: str) -> str | None:
    found = scores(index(), question)
    return max(found, key=lambda id_: found[id_], default=None)


@pytest.mark.parametrize("id_", ACTS)
def test_every_rule_is_found_by_its_own_act(id_: str) -> None:
    act, _ = ACTS[id_]
    assert best(act) == id_


@pytest.mark.parametrize(
    ("question", "id_"),
    [
        ("pasang spanduk paslon di pagar", "baliho"),
        ("upload selfie sm cabup", "foto"),
        ("jadi petugas TPS", "kpps"),
        ("ngelaporin pelanggaran", "lapor"),
        ("ttd dukungan independen", "ktp"),
    ],
)
def test_a_rule_is_found_by_words_alike(question: str, id_: str) -> None:
    assert best(question) == id_


@pytest.mark.parametrize(
    "slip",
    ["pelangaran", "pelanggarran", "pelanggarsn", "pelagngaran", "pelanggara"],  # one of each kind
)
def test_one_slip_of_the_hand_is_forgiven(slip: str) -> None:
    assert best(f"laporkan {slip}") == "lapor"


def test_two_slips_are_another_word() -> None:
    assert index().meant("pelxnggxran") == "pelxnggxran"


@pytest.mark.parametrize("question", ["", "???", "yang boleh saya", "resep rendang", "qwrtp zxcv"])
def test_what_no_rule_tells_of_finds_none(question: str) -> None:
    assert scores(index(), question) == {}


def test_a_question_without_an_election_must_be_covered_almost_whole() -> None:
    assert scores(index(), "foto ijazah rusak") == {}
    assert "foto" in scores(index(), "foto calon di kantor camat yang rusak")


def test_a_phrase_and_what_stands_for_it_are_one() -> None:
    assert concepts("cuti di luar tanggungan negara") == concepts("CLTN")
    assert concepts("bakal calon bupati") == concepts("bacabup") == concepts("balon")
    assert concepts("tim pemenangan") == concepts("timses")


def test_a_greeting_says_nothing() -> None:
    assert (
        concepts("izin bertanya, pasang spanduk") == concepts("selamat siang, pasang spanduk") == ("pasang", "spanduk")
    )


def test_to_hand_out_is_not_the_word_for_whom() -> None:
    assert "bagi" in concepts("bagi kerudung dari calon")
    assert concepts("larangan bagi PNS") == ()


def test_a_form_that_means_something_else_is_not_taken_for_its_root() -> None:
    assert concepts("menangin calon") == concepts("dukung calon")
    assert concepts("menang") != concepts("dukung")


@given(st.sampled_from(sorted(ACTS)), st.randoms(use_true_random=False))
def test_the_order_of_words_does_not_matter(id_: str, random: object) -> None:
    words = ACTS[id_][0].split()
    shuffled = list(words)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assume(sorted(concepts(" ".join(shuffled))) == sorted(concepts(" ".join(words))))  # no phrase was torn apart
    assert scores(index(), " ".join(shuffled)) == scores(index(), " ".join(words))


@given(st.text())
def test_any_question_has_an_answer_or_none(question: str) -> None:
    assert all(id_ in ACTS and score > 0 for id_, score in scores(index(), question).items())


@given(st.lists(st.tuples(st.text(min_size=1), st.lists(st.text(), max_size=4)), min_size=1, max_size=6))
def test_an_index_comes_back_from_json(texts: list[tuple[str, list[str]]]) -> None:
    rules = tuple(
        builders.rule(id=f"aturan-{place}", act=act, words=tuple(words)) for place, (act, words) in enumerate(texts)
    )
    made = build_index(builders.pack(rules=rules))
    assert from_plain(SearchIndex, json.loads(json.dumps(to_plain(made)))) == made
