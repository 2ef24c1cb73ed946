"""Charts of results: what stands where, told apart without colour, on a screen and on paper alike."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPdfWriter

from asnquiz.painting.charts import Point, paint_change, paint_tally, paint_trend
from asnquiz.painting.tokens import FAMILY, LIGHT, ThemeName

Paint = Callable[[QPainter, QRectF], None]
WIDTH, HEIGHT = 600, 300


def drawn(paint: Paint, width: int = WIDTH, height: int = HEIGHT, ground: str = LIGHT.card) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def trend(*scores: tuple[int, bool], dates: tuple[str, str] = ("", "")) -> Paint:
    points = [Point(tenths, "", passed) for tenths, passed in scores]

    def paint(painter: QPainter, target: QRectF) -> None:
        paint_trend(painter, target, points, 75, dates, QFont(FAMILY, 18), LIGHT)

    return paint


def change(before: float, after: float) -> Paint:
    return lambda painter, target: paint_change(painter, target, before, after, LIGHT)


def tally(right: int, total: int) -> Paint:
    return lambda painter, target: paint_tally(painter, target, right, total, LIGHT)


def columns(image: QImage, colour: str, row: int) -> list[int]:
    """Where a row of pixels has a colour."""
    return [x for x in range(image.width()) if image.pixelColor(x, row) == QColor(colour)]


def runs(places: list[int]) -> list[tuple[int, int]]:
    """Places next to one another as their first and last."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def dots(image: QImage) -> list[tuple[int, int, bool]]:
    """Places within dots: x, y, and whether the dot is full.

    Within a full dot teal goes on in all directions; from within a hollow one there is ground, and teal around it.
    """
    teal = [[image.pixelColor(x, y) == QColor(LIGHT.teal) for y in range(HEIGHT)] for x in range(WIDTH)]
    found = []
    for x in range(12, WIDTH - 12):
        for y in range(12, HEIGHT - 12):
            full = teal[x][y]
            ringed = full or all(
                any(teal[x + far * dx][y + far * dy] for far in range(2, 12))
                for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
            )
            if ringed and all(teal[x + dx][y + dy] is full for dx in range(-3, 4) for dy in range(-3, 4)):
                found.append((x, y, full))
    return found


@pytest.mark.usefixtures("qapp")
def test_a_passed_exam_is_a_full_dot_and_another_a_hollow_one_and_higher_scores_stand_higher() -> None:
    image = drawn(trend((400, False), (900, True)))
    found = dots(image)
    left = [(y, full) for x, y, full in found if x < WIDTH / 2]
    right = [(y, full) for x, y, full in found if x > WIDTH / 2]
    assert {full for _, full in left} == {False}
    assert {full for _, full in right} == {True}
    assert max(y for y, _ in right) < min(y for y, _ in left)


@pytest.mark.usefixtures("qapp")
def test_scores_stand_on_one_scale_from_0_to_100() -> None:
    """Equal steps of score are equal steps of height: 0, 50 and 100."""
    heights = []
    for tenths in (0, 500, 1000):
        ys = [y for _, y, _ in dots(drawn(trend((tenths, True))))]
        heights.append(sum(ys) / len(ys))
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=1)
    assert heights[0] - heights[2] > HEIGHT / 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("many", [1, 2, 20])
def test_a_trend_of_any_length_stays_within_its_place(many: int) -> None:
    image = drawn(
        lambda painter, target: paint_trend(
            painter,
            target.adjusted(40, 40, -40, -40),
            [Point(number * 50, "88,8", number % 2 == 0) for number in range(many)],
            75,
            ("1 Januari 2026", "31 Desember 2026"),
            QFont(FAMILY, 9),
            LIGHT,
        )
    )
    ground = QColor(LIGHT.card)
    outside = [
        (x, y)
        for x in range(WIDTH)
        for y in range(HEIGHT)
        if not (38 <= x <= WIDTH - 38 and 38 <= y <= HEIGHT - 38) and image.pixelColor(x, y) != ground
    ]
    assert outside == []


@pytest.mark.usefixtures("qapp")
def test_a_change_is_a_bar_from_a_hollow_dot_to_a_full_one() -> None:
    """In a place of 420 by 20 the dots' middles lie 10 from its ends, so that 0.25 is at 110 and 0.75 at 310."""
    rise, fall = drawn(change(0.25, 0.75), 420, 20), drawn(change(0.75, 0.25), 420, 20)
    for image, hollow, full in ((rise, 110, 310), (fall, 310, 110)):
        assert image.pixelColor(hollow, 10) == QColor(LIGHT.card)
        assert image.pixelColor(full, 10) == QColor(LIGHT.teal)
        assert {image.pixelColor(x, 10).name().upper() for x in range(125, 296)} == {LIGHT.teal}
        assert LIGHT.teal not in {image.pixelColor(x, 10).name().upper() for x in [*range(95), *range(325, 420)]}


@pytest.mark.usefixtures("qapp")
def test_no_change_is_a_dot_within_a_ring() -> None:
    image = drawn(change(0.5, 0.5), 420, 20)
    assert image.pixelColor(210, 10) == QColor(LIGHT.teal)
    assert QColor(LIGHT.card) in [image.pixelColor(x, 10) for x in range(211, 220)]


@pytest.mark.usefixtures("qapp")
def test_few_answers_are_drawn_one_by_one_and_many_as_a_share() -> None:
    few = drawn(tally(4, 9), 400, 10)
    assert [end - begin > 10 for begin, end in runs(columns(few, LIGHT.teal, 5))] == [True] * 4
    hollow = runs([x for x in range(400) if few.pixelColor(x, 5) != QColor(LIGHT.card)])[4:]
    assert [end - begin < 5 for begin, end in hollow] == [True] * 10  # the two ends of five
    many = drawn(tally(5, 10), 400, 10)
    ((begin, end),) = runs(columns(many, LIGHT.teal, 5))
    assert end - begin == pytest.approx(200, abs=4)
    assert QColor(LIGHT.teal) not in [drawn(tally(0, 10), 400, 10).pixelColor(x, 5) for x in range(400)]
    assert runs(columns(drawn(tally(10, 10), 400, 10), LIGHT.teal, 5))[0][1] > 390


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("kind", ["trend", "change", "tally", "few"])
def test_charts_are_drawn_in_the_colours_of_each_theme(kind: str, theme: ThemeName) -> None:
    palette = theme.palette
    paints: dict[str, Paint] = {
        "trend": lambda painter, target: paint_trend(
            painter, target, [Point(800, "80,0", True)], 75, ("", ""), QFont(FAMILY, 9), palette
        ),
        "change": lambda painter, target: paint_change(painter, target, 0.2, 0.8, palette),
        "tally": lambda painter, target: paint_tally(painter, target, 8, 12, palette),
        "few": lambda painter, target: paint_tally(painter, target, 3, 5, palette),
    }
    image = drawn(paints[kind], 300, 160, palette.card)
    found = {image.pixelColor(x, y).name().upper() for x in range(300) for y in range(160)}
    assert palette.teal in found
    assert not found & ({LIGHT.teal} - {palette.teal})


@pytest.mark.usefixtures("qapp")
def test_the_same_chart_goes_on_paper(tmp_path: Path) -> None:
    file = tmp_path / "grafik.pdf"
    writer = QPdfWriter(str(file))
    writer.setResolution(300)
    painter = QPainter(writer)
    trend((400, False), (900, True), dates=("1 Mei 2026", "2 Mei 2026"))(painter, QRectF(0, 0, 1800, 600))
    change(0.25, 0.75)(painter, QRectF(0, 700, 1800, 60))
    tally(4, 9)(painter, QRectF(0, 900, 1800, 30))
    painter.end()
    from pypdf import PdfReader

    assert "1 Mei 2026" in PdfReader(file).pages[0].extract_text().replace("\t", " ")
