"""The letters: every weight of the family loads, and every character that can be shown is in it, so no box is drawn."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from asnquiz.painting.tokens import FAMILY, Size
from tests.source_texts import ROOT, sources, texts

FONTS = sorted((ROOT / "assets" / "fonts").glob("*.ttf"))
WEIGHTS = (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold)


def program_texts() -> Iterator[str]:
    """Every text of the rooms that draw or are drawn; the commands print to a terminal, which has its own letters."""
    for file in sources("domain", "usecases", "painting", "content", "storage", "scorefiles", "ui", "programs"):
        yield from texts(file)


def content_texts() -> Iterator[str]:
    for file in (ROOT / "questions").rglob("*"):
        if file.suffix in (".yaml", ".md"):
            yield file.read_text(encoding="utf-8")


def shown(texts: Iterator[str]) -> set[str]:
    """Every character with a shape of its own."""
    characters = {character for text in texts for character in text}
    return {character for character in characters if unicodedata.category(character) not in ("Cc", "Cf")}


def missing(file: Path, characters: set[str]) -> list[str]:
    font = QRawFont(str(file), 12)
    assert font.isValid()
    return sorted(one for one in characters if not font.supportsCharacter(ord(one)))


@pytest.fixture
def fonts(qapp: QApplication) -> None:
    for file in FONTS:
        assert QFontDatabase.addApplicationFont(str(file)) >= 0


def test_four_weights_are_shipped_with_their_licence() -> None:
    assert [file.stem.partition("_")[2] for file in FONTS] == ["400Regular", "500Medium", "600SemiBold", "700Bold"]
    assert "SIL OPEN FONT LICENSE" in (ROOT / "assets" / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_the_family_is_found_in_every_weight_that_is_used(fonts: None, weight: QFont.Weight) -> None:
    font = QFont(FAMILY, 12)
    font.setWeight(weight)
    info = QFontInfo(font)
    assert (info.family().startswith(FAMILY), info.weight(), info.exactMatch()) == (True, weight, True)


def test_each_weight_is_drawn_from_a_file_of_its_own(fonts: None) -> None:
    widths = set()
    for weight in WEIGHTS:
        font = QFont(FAMILY, 12)
        font.setWeight(weight)
        widths.add(QFontMetricsF(font).horizontalAdvance("Netralitas ASN dalam Pilkada"))
    assert len(widths) == len(WEIGHTS)


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_every_character_of_the_program_is_in_the_font(qapp: QApplication, file: Path) -> None:
    assert missing(file, shown(program_texts())) == []


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_every_character_of_the_content_is_in_the_font(qapp: QApplication, file: Path) -> None:
    assert missing(file, shown(content_texts())) == []


def test_no_size_is_below_nine_points() -> None:
    assert all(size.value >= 9 for size in Size)
    assert (Size.BODY.value, Size.READING.value) == (11.25, 12.5)
