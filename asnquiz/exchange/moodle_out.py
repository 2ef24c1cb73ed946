"""Questions as Moodle XML: what Moodle has no place for goes into tags and into the general feedback."""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from asnquiz.domain.answering import MATCHING_CHOICES
from asnquiz.domain.image import ENDINGS
from asnquiz.domain.pack import ItemType
from asnquiz.domain.question import Carried, LoosePicture, Loss, Question
from asnquiz.domain.unseen import NOT_TEXT
from asnquiz.domain.wording import phase_words
from asnquiz.exchange.moodle_words import (
    INSTEAD,
    INSTEAD_CLASS,
    LONGEST_TAG,
    NOTE,
    PLUGIN_FILE,
    ROWS_CLASS,
    SHARES,
    WRONG_SHARE,
)
from asnquiz.exchange.rich_text import marked
from asnquiz.exchange.shapes import CHOOSING, NO_PARTS, choices_of, lacking, matches_of
from asnquiz.exchange.tags import tags_of

_LONGEST_NAME = 100
_TYPES = {ItemType.ORDERING: "ordering", ItemType.MATCHING: "matching"}
_ALL_OR_NOTHING = (
    "<layouttype>VERTICAL</layouttype>",
    "<selecttype>ALL</selecttype>",
    "<gradingtype>ALL_OR_NOTHING</gradingtype>",
    "<showgrading>SHOW</showgrading>",
    "<numberingstyle>none</numberingstyle>",
)


def write_moodle(questions: Sequence[Question]) -> Carried:
    """A file that Moodle's import takes whole; what is not ready for it is left out and told."""
    losses: list[Loss] = []
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    for number, question in enumerate(questions, start=1):
        item = question.id or f"Soal {number}"
        told = list(_losses(question))
        losses += (Loss(item, words) for words in told)
        if not _left_out(question):
            lines += _question(question)
    lines.append("</quiz>\n")
    # No text of a question holds such a character once it was checked, and XML cannot hold most of them.
    return Carried(NOT_TEXT.sub("", "\n".join(lines)).encode(), tuple(losses))


def _left_out(question: Question) -> str | None:
    keys = sum(option.key for option in question.options)
    if question.type is ItemType.MULTIPLE and keys > max(SHARES):
        return f"Moodle tidak mengenal bobot untuk {keys} jawaban yang benar, jadi soal ini dilewati."
    return lacking(question)


def _losses(question: Question) -> Iterator[str]:
    if reason := _left_out(question):
        yield reason
        return
    if question.type in (ItemType.MULTIPLE, ItemType.MATCHING):
        yield NO_PARTS
    if any(NOT_TEXT.search(text) for text in _texts(question)):
        yield "Huruf kendali yang tidak terlihat di dalam teksnya tidak dibawa."


def _texts(question: Question) -> Iterator[str]:
    yield from (question.stem, question.explanation, question.instead)
    yield from (text for option in question.options for text in (option.text, option.feedback))
    yield from (text for pair in question.pairs for text in (pair.left, pair.feedback))
    yield from question.feedback.values()
    if question.picture:
        yield question.picture.alt


def _question(question: Question) -> Iterator[str]:
    yield f'<question type="{_TYPES.get(question.type, "multichoice")}">'
    name = question.id or " ".join(question.stem.split())[:_LONGEST_NAME]
    yield f"<name>{_plain(name)}</name>"
    yield f'<questiontext format="html">{_html(_stem(question))}{_file(question.picture)}</questiontext>'
    yield f'<generalfeedback format="html">{_html(_feedback(question))}</generalfeedback>'
    yield "<defaultgrade>1</defaultgrade>"
    yield "<penalty>0</penalty>"
    yield "<hidden>0</hidden>"
    yield f"<idnumber>{escape(question.id or '', quote=False)}</idnumber>"
    if question.type in CHOOSING:
        yield from _choices(question)
    elif question.type is ItemType.ORDERING:
        yield from _ALL_OR_NOTHING
        yield f"<selectcount>{len(question.options)}</selectcount>"
        for place, option in enumerate(question.options, start=1):
            yield f'<answer fraction="{place}" format="html">{_html(marked(option.text))}</answer>'
    else:
        yield from _pairs(question)
    yield f"<tags>{''.join(f'<tag>{_plain(tag)}</tag>' for tag in _tags(question)[0])}</tags>"
    yield "</question>"


def _stem(question: Question) -> str:
    shown = question.picture
    source = f"{PLUGIN_FILE}{quote(_file_name(shown))}" if shown else ""
    image = f'<p><img src="{source}" alt="{_attribute(shown.alt)}"></p>' if shown else ""
    return f"<p>{marked(question.stem)}</p>{image}"


def _file(picture: LoosePicture | None) -> str:
    if picture is None:
        return ""
    return f'<file name="{_attribute(_file_name(picture))}" path="/" encoding="base64">{picture.image.data}</file>'


def _file_name(picture: LoosePicture) -> str:
    ending = ENDINGS[picture.image.media]
    return picture.image.name if picture.image.name.endswith(ending) else f"{picture.image.name}{ending}"


def _feedback(question: Question) -> str:
    """The explanation, what to do instead, and what Moodle has no place for.

    That is what is said of each row, and tags that it would cut, as comments: half a citation would be a false one.
    """
    parts = [f"<p>{marked(question.explanation)}</p>" if question.explanation else ""]
    if question.instead:
        parts.append(f'<p class="{INSTEAD_CLASS}">{INSTEAD}{marked(question.instead)}</p>')
    if question.type not in CHOOSING and any(one.feedback for one in matches_of(question)):
        rows = (f"<li><b>{marked(one.left)}</b><br>{marked(one.feedback)}</li>" for one in matches_of(question))
        parts.append(f'<ol class="{ROWS_CLASS}">{"".join(rows)}</ol>')
    parts += (f"<!-- {NOTE}{tag} -->" for tag in _tags(question)[1])
    return "".join(parts)


def _tags(question: Question) -> tuple[Sequence[str], Sequence[str]]:
    """The tags that Moodle keeps whole, and those from the first one on that it would cut, in their order."""
    tags = tags_of(question)
    whole = next((at for at, tag in enumerate(tags) if len(tag) > LONGEST_TAG), len(tags))
    return tags[:whole], tags[whole:]


def _choices(question: Question) -> Iterator[str]:
    several = question.type is ItemType.MULTIPLE
    choices = choices_of(question)
    right = SHARES[sum(option.key for option in choices)]
    wrong = WRONG_SHARE if several else "0"
    yield f"<single>{str(not several).lower()}</single>"
    yield f"<shuffleanswers>{str(question.type is not ItemType.VERDICT).lower()}</shuffleanswers>"
    yield "<answernumbering>ABCD</answernumbering>"
    for one in choices:
        feedback = f'<feedback format="html">{_html(marked(one.feedback))}</feedback>'
        share = right if one.key else wrong
        yield f'<answer fraction="{share}" format="html">{_html(marked(one.text))}{feedback}</answer>'


def _pairs(question: Question) -> Iterator[str]:
    yield "<shuffleanswers>true</shuffleanswers>"
    for one in matches_of(question):
        yield _subquestion(_html(marked(one.left)), one.right)
    # All three phases can be chosen here, also those that belong to no row.
    for phase in MATCHING_CHOICES:
        if phase not in {pair.phase for pair in question.pairs}:
            yield _subquestion("<text></text>", phase_words(phase))


def _subquestion(text: str, answer: str) -> str:
    return f'<subquestion format="html">{text}<answer>{_plain(answer)}</answer></subquestion>'


def _html(html: str) -> str:
    """Every > of a text is escaped in it, so the section cannot end early."""
    return f"<text><![CDATA[{html}]]></text>"


def _plain(text: str) -> str:
    return f"<text>{escape(text, quote=False)}</text>"


def _attribute(text: str) -> str:
    """XML and HTML alike fold line ends in attributes that are not written as numbers."""
    return escape(text).replace("\n", "&#10;").replace("\t", "&#9;")
