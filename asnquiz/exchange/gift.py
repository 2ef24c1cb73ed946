"""GIFT, the text form of Moodle, both ways; docs/exchange.md says what it carries.

What it has no place for stands in comments, where Moodle finds the id and tags, and this program the rest too:
`// [id:…] [tag:…] [own:…] [instead:…] [feedback:…|…]`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from asnquiz.domain.pack import ItemType, Option
from asnquiz.domain.question import Brought, Carried, Loss, Question
from asnquiz.domain.unseen import NOT_TEXT
from asnquiz.domain.wording import harmless, number_words
from asnquiz.exchange.gift_syntax import GENERAL, STAND_INS, Answer, Kind, Stated, Text, blocks, escaped, state
from asnquiz.exchange.moodle_words import LONGEST_TAG, SHARES, WRONG_SHARE
from asnquiz.exchange.rich_text import plain
from asnquiz.exchange.shapes import (
    CHOOSING,
    FALSE,
    MADE_SINGLE,
    NO_PARTS,
    NO_PHASES,
    OTHER_SHARES,
    TRUE,
    Match,
    choices_of,
    chosen,
    lacking,
    matched,
    matches_of,
)
from asnquiz.exchange.tags import read_tags, restored, safe, tags_of
from asnquiz.exchange.text_file import MAX_QUESTIONS, MAX_TEXT, LineFault, refused, text_of, too_many

_FORM = "GIFT"

_NOTE = re.compile(r"\[(id|tag|own|instead|feedback):")
_NOTE_END = re.compile(r"(?<!\\)\]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
# A tag or an entity: a text without a format of its own may be either.
_HTML = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,20}(?:[\s/][^<>]*)?>|&(?:[a-zA-Z]{2,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
_LONGEST_QUOTE = 60

_NO_PICTURE = "Gambar soal tidak dapat dimuat GIFT."
_TOO_MANY_KEYS = f"Jawaban benarnya lebih dari {len(SHARES)}, jadi soal ini dilewati."
_ONLY_NOTED = "tersimpan sebagai catatan di berkas ini; program lain tidak menampilkannya."
_INSTEAD_NOTED = f"Bagian “Sebaiknya” hanya {_ONLY_NOTED}"
_FEEDBACK_NOTED = f"Umpan balik tiap butir hanya {_ONLY_NOTED}"
_NUMBERED = "Soal mengurutkan menjadi soal menjodohkan setiap butir dengan nomornya."
_ARROW = "Tanda “->” menjadi “→”, sebab GIFT memakainya untuk menjodohkan."

_PICTURES_APART = "Gambar di dalam teks tidak dibawa, sebab GIFT hanya menyebut letaknya."
_SKIPPED = {
    Kind.DESCRIPTION: "Teks tanpa jawaban bukan soal; dilewati.",
    Kind.ESSAY: "Soal esai tidak ada di sini; dilewati.",
    Kind.NUMERICAL: "Soal dengan jawaban angka tidak ada di sini; dilewati.",
    Kind.SHORT: "Soal isian singkat tidak ada di sini; dilewati.",
}
_TOO_LONG = f"Ada teks yang lebih panjang dari {number_words(MAX_TEXT)} huruf, jadi soal ini dilewati."
_TWO_SIGNS = (
    "Ada jawaban berbobot dan jawaban bertanda “=”: soal ini dibaca sebagai soal satu pilihan benar, dan bobot itu "
    "tidak dibawa."
)
_NO_RIGHT = "Tidak ada jawaban yang ditandai benar; tandailah sebelum soal ini diterbitkan."
_SEVERAL_RIGHT = "Lebih dari satu jawaban ditandai benar, padahal hanya satu yang boleh dipilih; tinggalkan satu."
_READ_AS_ORDER = "Butir yang dijodohkan dengan nomor dibaca sebagai soal mengurutkan."
_NO_VERDICT = "Pilihannya bukan tiga ketentuan, jadi soal ini menjadi soal satu pilihan benar."


def write_gift(questions: Sequence[Question]) -> Carried:
    """The questions that GIFT can hold, in their order."""
    written, losses = [], []
    for number, question in enumerate(questions, 1):
        reason = lacking(question)
        if reason is None and sum(option.key for option in question.options) > len(SHARES):
            reason = _TOO_MANY_KEYS
        if reason is None:
            written.append("\n".join(_lines(question)))
        told = _left_behind(question) if reason is None else (reason,)
        losses += [Loss(question.id or f"Soal {number}", message) for message in told]
    return Carried("".join(f"{block}\n\n" for block in written).encode(), tuple(losses))


def _left_behind(question: Question) -> Iterator[str]:
    if question.picture:
        yield _NO_PICTURE
    if question.instead:
        yield _INSTEAD_NOTED
    yield from (f"Tanda “{_quoted(tag)}” hanya {_ONLY_NOTED}" for tag in tags_of(question) if len(tag) > LONGEST_TAG)
    if question.type is ItemType.MULTIPLE:
        yield NO_PARTS
    if question.type is ItemType.ORDERING:
        yield _NUMBERED
    matches = _matches(question)
    if any(match.feedback for match in matches):
        yield _FEEDBACK_NOTED
    if any("->" in match.left for match in matches):
        yield _ARROW


def _matches(question: Question) -> tuple[Match, ...]:
    return () if question.type in CHOOSING else matches_of(question)


def _lines(question: Question) -> Iterator[str]:
    # Moodle would cut a longer tag, and half a citation is a false one.
    notes = [f"[{'tag' if len(tag) <= LONGEST_TAG else 'own'}:{tag}]" for tag in tags_of(question)]
    if question.id:
        id_ = question.id.replace("]", r"\]")
        notes.insert(0, f"[id:{id_}]")
    yield f"// {' '.join(notes)}"
    if question.instead:
        yield f"// [instead:{safe(question.instead)}]"
    matches = _matches(question)
    if any(match.feedback for match in matches):
        for match in matches:
            yield f"// [feedback:{safe(_left(match))}|{safe(match.feedback)}]"
    name = f"::{escaped(question.id)}::" if question.id else ""
    yield f"{name}[plain]{escaped(question.stem)}{{"
    yield from (f"\t={_opening(_left(match))} -> {escaped(match.right)}" for match in matches)
    if not matches:
        yield from _choice_lines(question)
    if question.explanation.strip():
        yield f"\t{GENERAL}{_opening(question.explanation)}"
    yield "}"


def _left(match: Match) -> str:
    return match.left.replace("->", "→").strip()


def _choice_lines(question: Question) -> Iterator[str]:
    options = choices_of(question)
    right, wrong = "=", "~"
    if question.type is ItemType.MULTIPLE:
        right, wrong = f"~%{SHARES[sum(option.key for option in options)]}%", f"~%{WRONG_SHARE}%"
    for option in options:
        feedback = f"#{_opening(option.feedback)}" if option.feedback.strip() else ""
        yield f"\t{right if option.key else wrong}{_opening(option.text)}{feedback}"


def _opening(text: str) -> str:
    """A text at whose beginning a format or a weight could stand, and none is meant."""
    kept = escaped(text)
    return f"[plain]{kept}" if kept.startswith(("[", "%")) else kept


def read_gift(content: bytes) -> Brought:
    """Every question that has a place here. Raises Refusal, with the line of each fault, for a file that has any."""
    questions: list[Question] = []
    losses: list[Loss] = []
    number = 0
    for stated in _all_stated(text_of(content, _FORM)):
        if stated.kind is Kind.CATEGORY:
            losses.append(Loss("Kategori", f"Kategori “{_quoted(stated.name)}” tidak dibawa."))
            continue
        number += 1
        notes = _notes(stated.comments)
        reading = _Reading(stated, notes)
        question = reading.question()
        questions += [question] if question else []
        losses += [Loss(_quoted(notes.id or f"Soal {number}"), message) for message in reading.lost]
    return Brought(tuple(questions), tuple(losses))


def _all_stated(text: str) -> list[Stated]:
    """Raises Refusal for what is at fault anywhere."""
    faults = [
        LineFault(text.count("\n", 0, text.index(odd)) + 1, f"tanda U+{ord(odd):04X} bukan huruf; hapus tanda itu.")
        for odd in STAND_INS
        if odd in text
    ]
    all_stated = []
    for number, block in enumerate(blocks(text)):
        if number == MAX_QUESTIONS:
            raise too_many(_FORM)
        all_stated.append(state(block, faults))
    if faults:
        raise refused(_FORM, faults)
    return [stated for stated in all_stated if stated]


@dataclass
class _Notes:
    """What the comments of a question say.

    Attributes:
        feedback: by the text it belongs to.
    """

    id: str = ""
    tags: list[str] = field(default_factory=list)
    instead: str = ""
    feedback: dict[str, list[str]] = field(default_factory=dict)


def _notes(comments: Sequence[str]) -> _Notes:
    notes = _Notes()
    for kind, value in (noted for comment in comments for noted in _noted(comment)):
        match kind:
            case "id":
                notes.id = notes.id or value.replace(r"\]", "]").rstrip("\\").strip()
            case "tag" | "own":
                notes.tags.append(value.replace(r"\]", "]").strip())
            case "instead":
                notes.instead = _read_back(value)
            case _:
                left, _, feedback = map(_read_back, value.partition("|"))
                notes.feedback.setdefault(left, []).append(feedback)
    return notes


def _read_back(value: str) -> str:
    return NOT_TEXT.sub("", restored(value)).strip()


def _noted(comment: str) -> Iterator[tuple[str, str]]:
    place = 0
    while opened := _NOTE.search(comment, place):
        closed = _NOTE_END.search(comment, opened.end())
        if closed is None:
            return
        yield opened[1], comment[opened.end() : closed.start()]
        place = closed.end()


def _quoted(text: str) -> str:
    return harmless(f"{text[:_LONGEST_QUOTE]}…" if len(text) > _LONGEST_QUOTE else text)


class _Reading:
    """One question as it stands becomes one of ours.

    Attributes:
        lost: a sentence for everything that does not come along, each once.
    """

    def __init__(self, stated: Stated, notes: _Notes) -> None:
        self._stated, self._notes = stated, notes
        self._told = read_tags(notes.tags)
        self.lost: dict[str, None] = {}

    def question(self) -> Question | None:
        """None where there is no place for it."""
        if self._stated.kind in _SKIPPED:
            self._lose(_SKIPPED[self._stated.kind])
            return None
        stem = self._plain(self._stated.stem)
        match self._stated.kind:
            case Kind.CHOICE:
                made: Question | None = self._choice(stem)
            case Kind.TRUTH:
                made = self._truth(stem)
            case _:
                made = self._match(stem)
        return made and self._whole(made)

    def _lose(self, *messages: str) -> None:
        self.lost |= dict.fromkeys(messages)

    def _plain(self, text: Text) -> str:
        words = text.text
        if text.format == "moodle" and _HTML.search(words):
            words = words.replace("\n", "<br>")
        elif text.format != "html":
            return words
        read = plain(words)
        self._lose(*(f"Tidak dibawa dari teks: {lost}." for lost in read.lost))
        if read.pictures:
            self._lose(_PICTURES_APART)
        return NOT_TEXT.sub("", read.text)

    def _choice(self, stem: str) -> Question:
        answers = self._stated.answers
        several = not any(answer.right for answer in answers)
        options = [self._option(answer, several=several) for answer in answers]
        keys = sum(option.key for option in options)
        if not several and any(answer.weight is not None for answer in answers):
            self._lose(_TWO_SIGNS)
        if several and not self._own_shares(keys):
            self._lose(OTHER_SHARES)
        if not keys:
            self._lose(_NO_RIGHT)
        if keys > 1 and not several:
            self._lose(_SEVERAL_RIGHT)
        question = chosen(stem, options, several=several, told=self._told)
        if self._told.type is ItemType.VERDICT and question.type is not ItemType.VERDICT:
            self._lose(_NO_VERDICT)
        return question

    def _option(self, answer: Answer, *, several: bool) -> Option:
        right = (answer.weight or 0) > 0 if several else answer.right
        return Option(self._plain(answer.text), self._plain(answer.feedback), right)

    def _own_shares(self, keys: int) -> bool:
        """Whether the answers weigh what this program writes, so that no other way of marking is lost."""
        if self._told.type is not ItemType.MULTIPLE or not 0 < keys <= len(SHARES):
            return False
        return {answer.weight for answer in self._stated.answers} <= {float(SHARES[keys]), float(WRONG_SHARE)}

    def _truth(self, stem: str) -> Question:
        self._lose(MADE_SINGLE)
        words = zip((TRUE, FALSE), self._stated.answers, strict=True)
        options = [Option(word, self._plain(answer.feedback), answer.right) for word, answer in words]
        return chosen(stem, options, several=False, told=self._told)

    def _match(self, stem: str) -> Question | None:
        matches = []
        for answer in self._stated.answers:
            left = self._plain(answer.text)
            feedback = self._notes.feedback.get(left, [])
            matches.append(Match(left, answer.match, feedback.pop(0) if feedback else ""))
        question = matched(stem, matches, self._told)
        if question is None:
            self._lose(NO_PHASES)
            return None
        if question.type is ItemType.ORDERING and self._told.type is not ItemType.ORDERING:
            self._lose(_READ_AS_ORDER)
        return question

    def _whole(self, question: Question) -> Question | None:
        name = self._stated.name
        id_ = self._notes.id or (name if _ID.fullmatch(name) else "")
        if name not in ("", id_):
            self._lose(f"Nama soal “{_quoted(name)}” tidak dibawa.")
        self._lose(*(f"Tanda “{_quoted(tag)}” tidak dikenal; dilewati." for tag in self._told.unknown))
        for left in (left for left, rest in self._notes.feedback.items() if rest):
            self._lose(f"Umpan balik untuk “{_quoted(left)}” tidak menemukan butirnya; dilewati.")
        whole = replace(
            question, id=id_ or None, explanation=self._plain(self._stated.general), instead=self._notes.instead
        )
        if any(len(text) > MAX_TEXT for text in _texts(whole)):
            self._lose(_TOO_LONG)
            return None
        return whole


def _texts(question: Question) -> Iterator[str]:
    yield from (question.stem, question.explanation, question.instead, *question.feedback.values())
    for option in question.options:
        yield from (option.text, option.feedback)
    for pair in question.pairs:
        yield from (pair.left, pair.feedback)
