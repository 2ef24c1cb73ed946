"""Pictures of a pack in every theme: only its own colours, and something drawn."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from asnquiz.painting.diagrams import diagram
from asnquiz.painting.recolour import recoloured
from asnquiz.painting.tokens import DARK, LIGHT, ThemeName
from tests.source_texts import ROOT

PICTURES = sorted((ROOT / "questions" / "netralitas-pilkada" / "gambar").glob("*.svg"))


def test_each_colour_becomes_that_of_the_same_token_and_white_the_ground_of_cards() -> None:
    svg = f'<rect fill="{LIGHT.teal}" stroke="{LIGHT.conditional.ground}"/><rect fill="#FFFFFF" stroke="none"/>'
    wanted = f'<rect fill="{DARK.teal}" stroke="{DARK.conditional.ground}"/><rect fill="{DARK.card}" stroke="none"/>'
    assert recoloured(svg, DARK) == wanted
    assert recoloured(svg, LIGHT) == svg


def test_words_and_single_quotes_are_left_as_they_are() -> None:
    svg = f"<text fill='{LIGHT.ink}'>Kode #123456 &#128077; fill=</text>"
    assert recoloured(svg, DARK) == f"<text fill='{DARK.ink}'>Kode #123456 &#128077; fill=</text>"


def test_there_are_pictures() -> None:
    assert len(PICTURES) == 5


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_the_pictures_that_ship_are_drawn_in_the_colours_of_each_theme(picture: Path, theme: ThemeName) -> None:
    svg = picture.read_text("utf-8")
    assert set(re.findall("#[0-9A-F]{6}", recoloured(svg, theme.palette))) <= set(theme.palette.colours)
    renderer = diagram(svg, theme.palette)
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.palette.paper))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert {image.pixelColor(x, y).name().upper() for x in range(0, 600, 7) for y in range(0, image.height(), 3)} > {
        theme.palette.paper
    }
