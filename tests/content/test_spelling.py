"""Every word that a learner reads in the shipped pack stands in the kept list."""

import pytest

from tests.content.spelling import kept_words, unknown_words, words


def test_every_word_of_the_pack_is_in_the_list() -> None:
    """A word that is spelled right is added to kata.txt; how, tells the module that reads it."""
    assert unknown_words() == []


def test_the_list_is_in_order() -> None:
    kept = kept_words()
    assert kept == sorted(set(kept))
    assert [word for word in kept if list(words(word)) != [word]] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pilkada, pilihan-pilihan; Jum’at?", ["pilkada", "pilihan", "pilihan", "jum'at"]),
        (
            "PNS-nya di KemenPANRB, Pasal II huruf n, 25% dari Rp1.005",
            ["nya", "di", "pasal", "huruf", "n", "dari", "rp"],
        ),
    ],
)
def test_words_are_letters_without_abbreviations(text: str, found: list[str]) -> None:
    assert list(words(text)) == found
