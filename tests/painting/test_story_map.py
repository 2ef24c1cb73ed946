"""The map of a case study being written: boxes apart, lines around them, the same one each time, and what is drawn."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from asnquiz.domain.case_study import ways_of
from asnquiz.domain.pack import Ending, EndingKind, Scenario, Scene
from asnquiz.painting.icons import Icons
from asnquiz.painting.story_map import Spot, StoryMap, lines_of
from asnquiz.painting.tokens import ThemeName
from tests import builders
from tests.builders import choice
from tests.source_texts import ROOT

NAMES = [f"s{number}" for number in range(8)]
pytestmark = pytest.mark.usefixtures("qapp")


@st.composite
def unfinished(draw: st.DrawFn) -> Scenario:
    """Anything that somebody may have on the page: loops, scenes out of reach, choices that lead nowhere, no start."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    scenes = {}
    for name in names:
        targets = draw(st.lists(st.sampled_from([*NAMES, ""]), max_size=5))
        ending = Ending(EndingKind.BAIK, "Selesai", "…") if draw(st.booleans()) else None
        scenes[name] = Scene("Cerita.", tuple(choice(to) for to in targets), ending)
    return builders.scenario(start=draw(st.sampled_from([*NAMES, ""])), scenes=scenes)


def drawn(scenario: Scenario, scale: float = 1.0, **faulty: int) -> StoryMap:
    return StoryMap(scenario, faulty, scale, QFont("Plus Jakarta Sans", 10))


@given(unfinished(), st.sampled_from([1.0, 2.0]))
@settings(max_examples=60)
def test_boxes_never_overlap_and_all_stand_on_the_map(scenario: Scenario, scale: float) -> None:
    story = drawn(scenario, scale)
    assert list(story.boxes) == list(scenario.scenes)
    for one, other in itertools.combinations(story.boxes.values(), 2):
        assert not one.intersects(other)
    for box in story.boxes.values():
        assert box.left() >= 0
        assert box.top() >= 0
        assert box.right() <= story.size.width()
        assert box.bottom() <= story.size.height()


@given(unfinished())
@settings(max_examples=60)
def test_lines_lead_from_handle_to_scene_and_through_no_box(scenario: Scenario) -> None:
    story = drawn(scenario)
    for way, to in ways_of(scenario):
        assert story.boxes[way[0]].contains(story.row_of(way).center())
        if to not in scenario.scenes:
            continue
        line = story.line_of(way)
        assert line.pointAtPercent(0) == story.handle_of(way)
        assert abs(line.currentPosition().x() - story.boxes[to].left()) < 1
        points = [line.pointAtPercent(part / 200) for part in range(201)]
        for box in story.boxes.values():
            inner = box.adjusted(2, 2, -2, -2)
            assert not any(inner.contains(point) for point in points)


@given(unfinished())
@settings(max_examples=30)
def test_the_same_case_study_is_drawn_the_same_and_words_move_nothing(scenario: Scenario) -> None:
    longer = {name: replace(scene, text="Lain sama sekali. " * 20) for name, scene in scenario.scenes.items()}
    assert drawn(scenario).boxes == drawn(scenario).boxes == drawn(replace(scenario, scenes=longer)).boxes


def test_the_start_stands_first_and_what_is_hit_is_what_is_drawn_there() -> None:
    story = drawn(builders.scenario())
    assert min(story.boxes, key=lambda name: story.boxes[name].left()) == "pagi"
    spots: list[Spot] = [("kantor", 0), ("kantor", 1), ("aula", 1)]
    for spot in spots:
        assert story.spot_at(story.rect_of(spot).center()) == spot
    assert story.spot_at(story.boxes["tenang"].center()) == ("tenang", None)
    assert story.spot_at(QPointF(0, 0)) is None
    assert story.handle_at(story.handle_of(("aula", 1))) == ("aula", 1)
    assert story.handle_at(story.boxes["aula"].topLeft()) is None
    assert {story.above("dibina", -1), story.above("dibina", 1)} <= {"tenang", "dibina", "terlapor"}
    assert story.above("pagi", 1) == "pagi"


def picture(story: StoryMap, chosen: Spot | None = None, theme: ThemeName = ThemeName.LIGHT) -> QImage:
    image = QImage(story.size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.palette.paper))
    painter = QPainter(image)
    story.paint(painter, theme.palette, Icons(ROOT / "assets" / "icons"), chosen)
    painter.end()
    return image


@pytest.mark.parametrize("theme", ThemeName)
def test_start_kind_of_ending_faults_and_what_is_chosen_are_to_be_seen(theme: ThemeName) -> None:
    case = builders.scenario()
    loose = replace(case.scenes["aula"], choices=(choice("", 1), case.scenes["aula"].choices[1]))
    worse = replace(case.scenes["tenang"], ending=Ending(EndingKind.BURUK, "Hari yang tenang", "…"))
    pictures = [
        picture(drawn(case), theme=theme),
        picture(drawn(replace(case, start="kantor")), theme=theme),
        picture(drawn(case, aula=2), theme=theme),
        picture(drawn(case), ("aula", None), theme),
        picture(drawn(case), ("aula", 1), theme),
        picture(drawn(replace(case, scenes={**case.scenes, "aula": loose})), theme=theme),
        picture(drawn(replace(case, scenes={**case.scenes, "tenang": worse})), theme=theme),
    ]
    assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_a_long_text_is_shown_in_so_many_lines_and_says_that_it_goes_on() -> None:
    font = QFont("Plus Jakarta Sans", 10)
    assert list(lines_of("Pendek.", font, 200, 2)) == ["Pendek."]
    shown = list(lines_of("Surat undangan itu menyebut nama Anda. " * 9, font, 200, 2))
    assert len(shown) == 2
    assert shown[0].startswith("Surat undangan")
    assert shown[1].endswith("…")
