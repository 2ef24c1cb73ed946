"""Charts of results: what stands where, told apart without colour, on a screen and on paper alike."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPdfWriter

from asnquiz.domain.collection import Week
from asnquiz.painting.charts import Point, paint_change, paint_interval, paint_tally, paint_trend, paint_weeks
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


def weeks(*given: tuple[int, int, int]) -> list[Week]:
    """Each is told by how many weeks after the first it was, how many finished, and their mean in tenths."""
    return [Week(date(2026, 11, 2) + timedelta(weeks=after), many, 0, mean) for after, many, mean in given]


def calendar(*given: tuple[int, int, int]) -> Paint:
    return lambda painter, target: paint_weeks(painter, target, weeks(*given), QFont(FAMILY, 8), LIGHT)


def columns(image: QImage, colour: str, row: int) -> list[int]:
    """Where a row of pixels has a colour."""
    wanted = QColor(colour).rgb()
    return [x for x in range(image.width()) if image.pixel(x, row) == wanted]


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
    wanted = QColor(LIGHT.teal).rgb()
    teal = [[image.pixel(x, y) == wanted for y in range(HEIGHT)] for x in range(WIDTH)]

    def near(x: int, y: int) -> list[bool]:
        return [teal[x + dx][y + dy] for dx in range(-3, 4) for dy in range(-3, 4)]

    def surrounded(x: int, y: int) -> bool:
        ways = ((1, 0), (-1, 0), (0, 1), (0, -1))
        return all(any(teal[x + far * dx][y + far * dy] for far in range(2, 12)) for dx, dy in ways)

    return [
        (x, y, teal[x][y])
        for x in range(12, WIDTH - 12)
        for y in range(12, HEIGHT - 12)
        if (all(near(x, y)) if teal[x][y] else surrounded(x, y) and not any(near(x, y)))
    ]


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
@pytest.mark.parametrize("many", [1, 2, 20, 90])
def test_a_chart_of_any_length_stays_within_its_place(many: int) -> None:
    points = [Point(number * 50 % 1000, "88,8", number % 2 == 0) for number in range(many)]
    dates = ("1 Januari 2026", "31 Desember 2026")
    charts: list[Paint] = [
        lambda painter, target: paint_trend(painter, target, points, 75, dates, QFont(FAMILY, 9), LIGHT),
        calendar(*((number, number * 1234, 1000 - number) for number in range(many))),
    ]
    within = QRectF(38, 38, WIDTH - 76, HEIGHT - 76)
    for paint in charts:

        def wiped(painter: QPainter, target: QRectF, paint: Paint = paint) -> None:
            paint(painter, target.adjusted(40, 40, -40, -40))
            painter.fillRect(within, QColor(LIGHT.card))

        assert drawn(wiped) == drawn(lambda *_: None)


@pytest.mark.usefixtures("qapp")
def test_a_line_joins_the_means_of_weeks_that_follow_one_another_where_enough_people_finished() -> None:
    """Means of 80 stand beside one another, in the upper half of the picture."""

    def runs_of_means(image: QImage) -> list[tuple[int, int]]:
        rows = [y for y in range(HEIGHT // 2) if columns(image, LIGHT.teal, y)]
        middle = sum(rows) // max(1, len(rows))
        return runs([x for x in range(WIDTH) if image.pixelColor(x, middle).lightness() < 200])

    ((begin, end),) = runs_of_means(drawn(calendar((0, 40, 800), (1, 10, 800))))
    assert end - begin > WIDTH / 3
    assert len(runs_of_means(drawn(calendar((0, 40, 800), (2, 40, 800))))) == 2
    assert len(runs_of_means(drawn(calendar((0, 40, 800), (1, 9, 800))))) == 1
    nobody = drawn(calendar((0, 0, 0)))
    assert not any(columns(nobody, LIGHT.teal, y) for y in range(HEIGHT))


@pytest.mark.usefixtures("qapp")
def test_a_bar_of_half_as_many_people_is_half_as_high() -> None:
    image = drawn(calendar((0, 8, 0), (1, 4, 0)))
    tall, low = (
        sum(any(bar_at in side for bar_at in columns(image, LIGHT.teal, y)) for y in range(HEIGHT))
        for side in (range(WIDTH // 2), range(WIDTH // 2, WIDTH))
    )
    assert tall == pytest.approx(2 * low, abs=2)
    assert tall > 30


@pytest.mark.usefixtures("qapp")
def test_an_interval_is_a_line_with_ends_through_a_dot_and_nothing_of_it_is_drawn_beyond_the_scale() -> None:
    """In a place of 416 by 20 the scale begins at 8 and is 400 long."""
    image = drawn(lambda painter, target: paint_interval(painter, target, 0.5, (0.25, 1.5), LIGHT), 416, 20)
    dark = [x for x in range(416) if image.pixelColor(x, 10) == QColor(LIGHT.ink)]
    assert image.pixelColor(208, 10) == QColor(LIGHT.teal)
    assert dark[0] == pytest.approx(108, abs=2)
    assert dark[-1] == pytest.approx(408, abs=2)


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
@pytest.mark.parametrize("kind", ["trend", "change", "tally", "few", "interval", "weeks"])
def test_charts_are_drawn_in_the_colours_of_each_theme(kind: str, theme: ThemeName) -> None:
    palette = theme.palette
    paints: dict[str, Paint] = {
        "trend": lambda painter, target: paint_trend(
            painter, target, [Point(800, "80,0", True)], 75, ("", ""), QFont(FAMILY, 9), palette
        ),
        "change": lambda painter, target: paint_change(painter, target, 0.2, 0.8, palette),
        "tally": lambda painter, target: paint_tally(painter, target, 8, 12, palette),
        "few": lambda painter, target: paint_tally(painter, target, 3, 5, palette),
        "interval": lambda painter, target: paint_interval(
            painter, target.adjusted(0, 0, 0, -120), 0.5, (0.2, 0.8), palette
        ),
        "weeks": lambda painter, target: paint_weeks(painter, target, weeks((0, 40, 800)), QFont(FAMILY, 9), palette),
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
    calendar((0, 1234, 812), (1, 9, 999))(painter, QRectF(0, 1000, 1800, 900))
    painter.end()
    from pypdf import PdfReader

    text = PdfReader(file).pages[0].extract_text().replace("\t", " ")
    assert all(words in text for words in ("1 Mei 2026", "2 Nov", "1.234", "81,2"))
    assert "99,9" not in text
