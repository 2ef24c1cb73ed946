"""The icon family: every name that the code asks for is there, every picture is asked for, and each one is drawn."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from asnquiz.painting.icons import Icons
from asnquiz.painting.verdicts import VERDICT_ICON
from tests.source_texts import ROOT, sources

FOLDER = ROOT / "assets" / "icons"
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg"))
TREES = [ast.parse(file.read_text(encoding="utf-8"), str(file)) for file in sources("ui", "painting")]


def literals(node: ast.AST | None) -> Iterator[str]:
    """The texts that an expression may come to, as far as they stand in it."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.IfExp(_, one, other):
            yield from literals(one)
            yield from literals(other)


def places(owner: str, node: ast.FunctionDef) -> tuple[str, int] | None:
    """By which name a function that takes an icon is called, and in which place it takes it."""
    names = [argument.arg for argument in node.args.args]
    method = names[:1] == ["self"]
    wanted = "name" if owner == "Icons" else "icon"
    if wanted not in names:
        return None
    return owner if node.name == "__init__" else node.name, names.index(wanted) - method


def takers() -> dict[str, int]:
    found = {}
    for tree in TREES:
        owners: list[tuple[str, ast.AST]] = [
            ("", tree),
            *((n.name, n) for n in ast.walk(tree) if isinstance(n, ast.ClassDef)),
        ]
        for owner, body in owners:
            for node in ast.iter_child_nodes(body):
                if isinstance(node, ast.FunctionDef) and (place := places(owner, node)):
                    found[place[0]] = place[1]
    return found


def asked_for() -> Iterator[str]:
    """Every icon name that is handed over, bound to the name `icon`, or stands in a table of icons."""
    known = takers()
    for tree in TREES:
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                    if name in known and known[name] < len(node.args):
                        yield from literals(node.args[known[name]])
                    yield from (text for word in node.keywords if word.arg == "icon" for text in literals(word.value))
                case ast.Assign(targets=[ast.Name(id="_ICONS")], value=ast.Dict(values=names)):
                    yield from (text for each in names for text in literals(each))
                case ast.Assign(targets=[target], value=value):
                    yield from bound(target, value)
                case ast.For(target=target, iter=ast.Tuple(elts=rows)):
                    for row in rows:
                        yield from bound(target, row)
                case ast.AnnAssign(value=ast.Dict(values=rows)):
                    yield from (text for row in rows if isinstance(row, ast.Tuple) for text in literals(row.elts[0]))
    yield from VERDICT_ICON.values()


def bound(target: ast.AST, value: ast.AST) -> Iterator[str]:
    """What a binding gives to the name `icon`."""
    match target, value:
        case ast.Name(id="icon"), _:
            yield from literals(value)
        case ast.Tuple(elts=names), ast.Tuple(elts=values):
            for name, one in zip(names, values, strict=True):
                yield from bound(name, one)
        case ast.Tuple(), ast.IfExp(_, one, other):
            yield from bound(target, one)
            yield from bound(target, other)


def test_the_search_sees_every_way_of_asking() -> None:
    assert {"picture", "chip", "RowButton", "paint", "pixmap", "icon"} <= set(takers())
    assert {"lightbulb", "save", "chevron-down", "clock", "house", "arrow-up", "circle-dot", "scale"} <= set(
        asked_for()
    )


def test_every_icon_that_is_asked_for_is_there() -> None:
    assert set(asked_for()) - set(NAMES) == set()


def test_every_icon_that_is_there_is_asked_for() -> None:
    assert set(NAMES) - set(asked_for()) == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_line_drawing_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert re.findall(r'stroke-width="([^"]+)"', svg) == ["1.75"]
    assert re.findall(r'stroke="([^"]+)"', svg) == ["currentColor"]
    image = Icons(FOLDER).pixmap(name, "#A82F25", 24).toImage()
    assert (image.width(), image.height(), image.devicePixelRatio()) == (48, 48, 2)
    seen = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250]
    assert len(seen) > 20
    red = QColor("#A82F25")
    assert all(abs(pixel.red() - red.red()) <= 2 and abs(pixel.blue() - red.blue()) <= 2 for pixel in seen)


def drawn(icons: Icons, name: str) -> bool:
    """Whether anything is to be seen of an icon."""
    picture = QPixmap(24, 24)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    icons.paint(painter, name, "#000000", QRectF(picture.rect()))
    painter.end()
    image = picture.toImage()
    return any(image.pixelColor(x, y) != QColor("white") for x in range(24) for y in range(24))


@pytest.mark.parametrize("content", [None, b"", b"<svg", b"\xff\xfe\x00", b"bukan gambar"])
def test_a_missing_or_damaged_icon_leaves_its_place_empty_and_is_logged_once(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "clock.svg").write_bytes(content)
    icons = Icons(tmp_path)
    assert not drawn(icons, "clock")
    assert icons.pixmap("clock", "#A82F25", 24).size() == QSize(48, 48)
    assert not drawn(icons, "clock")
    assert icons.missing == {"clock"}
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "clock" in caplog.text
    assert drawn(Icons(FOLDER), "clock")
