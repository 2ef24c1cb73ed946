"""The map of a case study: where scenes stand, what is drawn of them, and that nothing unseen shows."""

import itertools
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from asnquiz.domain.case_study import Walk, endings_of, walk_through, ways_of
from asnquiz.domain.pack import Ending, EndingKind, Scenario, Scene
from asnquiz.painting.case_layout import case_layout
from asnquiz.painting.case_map import CaseMap
from asnquiz.painting.icons import Icons
from asnquiz.painting.measure import paint_measure
from asnquiz.painting.tokens import LIGHT, ThemeName
from tests import builders
from tests.builders import case_step, choice
from tests.source_texts import ROOT

CASE = builders.scenario()
WIDTH = 900


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    """Case studies without ways back, all of whose scenes are reached: each is led to by the one before."""
    count = draw(st.integers(1, 8))
    scenes = {}
    for number in range(count):
        following = [f"s{later}" for later in range(number + 1, count)] + ["akhir", "lain"]
        targets = [following[0], *draw(st.lists(st.sampled_from(following), max_size=4))]
        scenes[f"s{number}"] = Scene("…", tuple(choice(to) for to in targets))
    for name in ("akhir", "lain"):
        if any(one.to == name for scene in scenes.values() for one in scene.choices):
            scenes[name] = Scene("…", ending=Ending(EndingKind.BAIK, name, "…"))
    return builders.scenario(start="s0", scenes=scenes)


@given(stories())
def test_every_choice_leads_to_the_right_and_endings_stand_in_the_last_column(scenario: Scenario) -> None:
    layout = case_layout(scenario)
    for way, to in ways_of(scenario):
        spots = layout.ways[way]
        assert (spots[0], spots[-1]) == (layout.scenes[way[0]], layout.scenes[to])
        assert [spot.column for spot in spots] == list(range(spots[0].column, spots[-1].column + 1))
        assert len(spots) > 1
    assert {layout.scenes[name].column for name in endings_of(scenario)} == {layout.columns - 1}


@given(stories())
def test_scenes_of_a_column_keep_a_row_apart_and_lines_go_through_none(scenario: Scenario) -> None:
    layout = case_layout(scenario)
    for one, other in itertools.combinations(layout.scenes.values(), 2):
        assert one.column != other.column or abs(one.height - other.height) >= 1 - 1e-9
    for spots in layout.ways.values():
        for bend in spots[1:-1]:
            near = [scene for scene in layout.scenes.values() if scene.column == bend.column]
            assert all(abs(scene.height - bend.height) >= 0.7 for scene in near)
    assert all(0 <= spot.height <= layout.rows for spots in layout.ways.values() for spot in spots)


def test_a_way_back_and_the_largest_case_are_laid_out_in_a_moment() -> None:
    names = [f"s{number}" for number in range(59)]
    scenes = {
        name: Scene("…", tuple(choice(to) for to in (*names[at + 1 : at + 2], "akhir", "akhir", names[0], name)))
        for at, name in enumerate(names)
    }
    largest = builders.scenario(start="s0", scenes=scenes | {"akhir": CASE.scenes["tenang"]})
    began = time.process_time()
    layout = case_layout(largest)
    assert time.process_time() - began < 5
    assert layout.columns == 60
    assert [layout.scenes[name].column for name in names] == list(range(59))


def picture(walk: Walk, theme: ThemeName = ThemeName.LIGHT) -> QImage:
    font = QFont("Plus Jakarta Sans")
    drawing = CaseMap(walk, 1.0, font, font)
    image = QImage(WIDTH, round(drawing.height(WIDTH)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.palette.card))
    painter = QPainter(image)
    drawing.paint(painter, QRectF(image.rect()), theme.palette, Icons(ROOT / "assets" / "icons"))
    painter.end()
    return image


def renamed(kind: EndingKind, title: str) -> Scenario:
    """The case with its bad ending in other words and of another kind, and with another unseen scene's text."""
    scenes = dict(CASE.scenes)
    scenes["terlapor"] = Scene("Lain.", ending=Ending(kind, title, "Lain."))
    return replace(CASE, scenes=scenes)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ThemeName)
def test_an_ending_shows_its_title_and_kind_only_once_it_was_reached(theme: ThemeName) -> None:
    other = renamed(EndingKind.BAIK, "Judul yang lain sama sekali")
    good, bad = [case_step("pagi", 0), case_step("kantor", 0)], [case_step("pagi", 1), case_step("aula", 0)]
    assert picture(walk_through(CASE, good), theme) == picture(walk_through(other, good), theme)
    assert picture(walk_through(CASE, bad), theme) != picture(walk_through(other, bad), theme)


def teal(image: QImage) -> int:
    wanted = QColor(LIGHT.teal)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.usefixtures("qapp")
def test_what_was_tried_is_drawn_thick_and_the_present_path_thicker() -> None:
    fresh = Walk(CASE)
    walked = walk_through(CASE, [case_step("pagi", 0), case_step("kantor", 0)])
    gone_back = walked.back_to(1)
    assert teal(picture(fresh)) < teal(picture(gone_back)) < teal(picture(walked))


def test_endings_are_told_apart_by_their_shapes_without_colour(qapp: QApplication) -> None:
    del qapp
    bad = [case_step("pagi", 1), case_step("aula", 0)]
    drawn = []
    for kind in EndingKind:
        image = picture(walk_through(renamed(kind, "Selesai"), bad))
        drawn.append(bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    for one, other in itertools.combinations(drawn, 2):
        assert sum(abs(here - there) > 60 for here, there in zip(one, other, strict=True)) > 40


@pytest.mark.parametrize(("value", "filled"), [(0, 0), (3, 30), (-2, 20), (8, 80)])
def test_a_measure_is_filled_from_0_to_its_value(qapp: QApplication, value: int, filled: int) -> None:
    del qapp
    image = QImage(1002, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    paint_measure(painter, QRectF(image.rect()), value, -2, 8, LIGHT)
    painter.end()
    found = sum(image.pixelColor(x, 10) == QColor(LIGHT.teal) for x in range(1002))
    assert found == pytest.approx(filled * 10, abs=6)
