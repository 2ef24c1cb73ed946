"""What Moodle's importer asks of a file and makes of it, read with another parser than the program's.

Restated from Moodle's question/format/xml/format.php, question/format.php, question/type/*/questiontype.php and
question/engine/bank.php. It shares no code with asnquiz.exchange, but the same hands wrote both: it guards against
slips, and not against a misreading of Moodle.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from lxml import etree

# engine/bank.php: the weights that an answer may have, negative ones too.
WEIGHTS = [1, 0.9, 5 / 6, 0.8, 0.75, 0.7, 2 / 3, 0.6, 0.5, 0.4, 1 / 3, 0.3, 0.25, 0.2, 1 / 6, 1 / 7, 1 / 8, 1 / 9, 0.1]
WEIGHTS += [0.05, 0]
LONGEST_NAME, LONGEST_ID, LONGEST_TAG = 255, 100, 50
_IMAGE = re.compile(r'src="@@PLUGINFILE@@/([^"]*)"')


@dataclass(frozen=True)
class Imported:
    """A question as Moodle keeps it; `answers` with their weights, `pairs` of matching with the extra words last."""

    kind: str
    name: str
    id: str
    text: str
    feedback: str
    single: bool
    answers: Sequence[tuple[str, float, str]]
    pairs: Sequence[tuple[str, str]]
    tags: Sequence[str]
    files: dict[str, bytes]
    grading: str

    def grade(self, ticked: Sequence[int]) -> float:
        """The mark of a multichoice answer, from 0 to 1 (type/multichoice/question.php)."""
        given = sum(self.answers[index][1] for index in ticked)
        return given if self.single else min(1.0, max(0.0, given))


def imported(content: bytes) -> list[Imported]:
    """Every question of a file; AssertionError where Moodle would refuse or change something."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.tag == "quiz"
    assert all(child.tag == "question" for child in root)
    found = [_question(node) for node in root]
    ids = [one.id for one in found if one.id]
    assert len(ids) == len(set(ids)), "an idnumber is used once in a category"
    return found


def _question(node: etree._Element) -> Imported:
    kind = node.get("type") or ""
    text = _text(node.find("questiontext"))
    files = {file.get("name") or "": _decoded(file) for file in node.iterfind("questiontext/file")}
    assert len(list(node.iter("file"))) == len(files)
    assert {unquote(unescape(name)) for name in _IMAGE.findall(text)} == set(files)
    made = Imported(
        kind=kind,
        name=_text(node.find("name")),
        id=(node.findtext("idnumber") or "").strip(),
        text=text,
        feedback=_text(node.find("generalfeedback")),
        single=node.findtext("single", "true").strip() not in ("false", ""),
        answers=[_answer(answer) for answer in node.iterfind("answer")],
        pairs=[(_text(row), _text(row.find("answer"))) for row in node.iterfind("subquestion")],
        tags=[_text(tag) for tag in node.iterfind("tags/tag")],
        files=files,
        grading=node.findtext("gradingtype", ""),
    )
    assert 0 < len(made.name) <= LONGEST_NAME
    assert len(made.id) <= LONGEST_ID
    assert all(0 < len(tag) <= LONGEST_TAG and not re.search("[\x00-\x1f<>`]|  ", tag) for tag in made.tags)
    _CHECKS[kind](made)
    return made


def _text(node: etree._Element | None) -> str:
    assert node is not None
    texts = node.findall("text")
    assert len(texts) == 1
    assert not len(texts[0]), "invalidxml: a text that holds elements"
    assert node.get("format", "html") == "html"
    return (texts[0].text or "").strip(" \t\n\r\0\x0b")


def _answer(node: etree._Element) -> tuple[str, float, str]:
    feedback = node.find("feedback")
    return _text(node), float(node.get("fraction", "0")) / 100, "" if feedback is None else _text(feedback)


def _decoded(node: etree._Element) -> bytes:
    assert node.get("encoding") == "base64"
    assert node.get("path") == "/"
    return base64.b64decode(node.text or "", validate=True)


def _multichoice(made: Imported) -> None:
    assert len(made.answers) >= 2
    assert all(text for text, _, _ in made.answers)
    for _, weight, _ in made.answers:
        assert any(abs(abs(weight) - one) < 0.00001 for one in WEIGHTS), f"{weight} is not in the list"
    positive = [weight for _, weight, _ in made.answers if weight > 0]
    if made.single:
        assert max(positive) == 1
    else:
        assert round(sum(positive), 2) == 1


def _match(made: Imported) -> None:
    assert sum(bool(text) for text, _ in made.pairs) >= 2
    assert len({answer for _, answer in made.pairs}) >= 3
    assert all(answer for _, answer in made.pairs)


def _ordering(made: Imported) -> None:
    assert len(made.answers) >= 2
    assert all(text for text, _, _ in made.answers)
    assert made.grading == "ALL_OR_NOTHING"


_CHECKS = {"multichoice": _multichoice, "matching": _match, "ordering": _ordering}
