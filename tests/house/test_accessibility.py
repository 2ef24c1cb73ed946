"""docs/aksesibilitas.md has a row for each criterion of WCAG 2.2 at levels A and AA, and names tests that there are."""

import re

from tests.house.tree import ROOT

# Numbers and levels as in the recommendation of 12 December 2024; 4.1.1 is obsolete, and 2.3.3 is of level AAA.
LEVEL_A = (
    "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 "
    "2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2"
)
LEVEL_AA = (
    "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 "
    "3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"
)
TEXT = (ROOT / "docs" / "aksesibilitas.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\| \d.*\|$", TEXT, re.MULTILINE)
]


def test_every_criterion_has_its_row_in_order_and_at_its_level() -> None:
    expected = {**dict.fromkeys(LEVEL_A.split(), "A"), **dict.fromkeys(LEVEL_AA.split(), "AA"), "2.3.3": "AAA"}
    assert {row[0]: row[1] for row in ROWS} == expected
    assert len(expected) == 31 + 24 + 1
    numbers = [tuple(map(int, row[0].split("."))) for row in ROWS]
    assert numbers == sorted(numbers)


def test_what_is_met_names_its_test_and_what_does_not_apply_says_why() -> None:
    for number, _, _, state, words in ROWS:
        assert state in ("Terpenuhi", "Sebagian", "Tidak berlaku"), number
        assert ("`tests/" in words) == (state != "Tidak berlaku"), number
        assert words.partition(" `")[0].endswith("."), number


def test_the_tests_that_it_names_are_there() -> None:
    named = re.findall(r"`(tests/[^`]+)`", TEXT)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
