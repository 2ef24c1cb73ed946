"""Moodle XML as questions: HTML becomes plain text, and what has no place here is told question by question."""

import base64
import math
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from asnquiz.domain.canonical import sha256_hex
from asnquiz.domain.image import ENDINGS, image_of
from asnquiz.domain.pack import Image, ItemType, Option
from asnquiz.domain.question import Brought, LoosePicture, Loss, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.unseen import NOT_TEXT
from asnquiz.domain.wording import harmless
from asnquiz.exchange.moodle_words import INSTEAD, INSTEAD_CLASS, NOTE, PLUGIN_FILE, ROWS_CLASS, WRONG_SHARE
from asnquiz.exchange.rich_text import Shown, marked, plain
from asnquiz.exchange.safe_xml import Node, read_xml
from asnquiz.exchange.shapes import FALSE, MADE_SINGLE, NO_PHASES, OTHER_SHARES, TRUE, Match, chosen, matched
from asnquiz.exchange.tags import read_tags

_LONGEST_TEXT = 100_000
_QUOTED = 80
_NO_FILE = "Gambar atau berkas “{}” tidak dibawa: hanya teks soal yang dapat memuat gambar."

# Each stops at the first tag that is not its own, so that no text is looked at again and again.
_LINES = r"(?:[^<]|<br ?/?>)*"
_INSTEAD = re.compile(rf'<p class="{INSTEAD_CLASS}">(?:{INSTEAD})?({_LINES})</p>')
_ROWS = re.compile(rf'<ol class="{ROWS_CLASS}">((?:[^<]|</?(?:li|b|br ?/?)>)*)</ol>')
_NOTES = re.compile(rf"<!-- {NOTE}([^<>]*) -->")
_ROW = re.compile(rf"<li>(?:<b>{_LINES}</b><br ?/?>)?({_LINES})</li>")

# How a quiz asks, and not what: nothing of it is told, since no program but Moodle has it.
_SETTINGS = frozenset(
    {
        *("defaultgrade", "penalty", "hidden", "shuffleanswers", "answernumbering", "showstandardinstruction"),
        *("shownumcorrect", "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle"),
    }
)
_READ = frozenset(
    {
        *("name", "questiontext", "generalfeedback", "idnumber", "tags", "coursetags"),
        *("single", "answer", "subquestion"),
    }
)
_PARTS = {
    "hint": "petunjuk",
    "correctfeedback": "umpan balik untuk jawaban benar",
    "partiallycorrectfeedback": "umpan balik untuk jawaban sebagian benar",
    "incorrectfeedback": "umpan balik untuk jawaban salah",
}
_OF_ROWS = frozenset({"ordering", "matching", "match"})
_KINDS = {
    "shortanswer": "jawaban singkat",
    "numerical": "jawaban angka",
    "essay": "uraian",
    "cloze": "isian di dalam teks",
    "multianswer": "isian di dalam teks",
    "description": "keterangan tanpa pertanyaan",
    "calculated": "hitungan",
    "calculatedsimple": "hitungan",
    "calculatedmulti": "hitungan",
    "ddwtos": "seret kata",
    "ddimageortext": "seret ke gambar",
    "ddmarker": "tandai pada gambar",
    "gapselect": "pilih kata yang hilang",
}


def read_moodle(content: bytes) -> Brought:
    """The questions of a file.

    Raises Refusal, with the line, for what is no Moodle XML, is damaged, or holds a picture that no question may show.
    """
    quiz = read_xml(content)
    if quiz.tag != "quiz":
        raise Refusal(
            f"Baris {quiz.line}: berkas ini bukan Moodle XML, karena tidak diawali <quiz>. Di Moodle, pilih Ekspor "
            "dengan format Moodle XML."
        )
    questions: list[Question] = []
    losses: list[Loss] = []
    images: dict[str, Image] = {}
    number = 0
    for node in quiz.children:
        if node.tag != "question":
            losses.append(Loss(f"Baris {node.line}", f"Bagian “{_short(node.tag)}” bukan soal, jadi dilewati."))
        elif node.attributes.get("type") == "category":
            words = (
                f"Kategori “{_short(node.said('category', 'text'))}” tidak dibawa; di sini soal dikelompokkan per fase."
            )
            losses.append(Loss(f"Baris {node.line}", words))
        else:
            number += 1
            reading = _Reading(node, images)
            question = reading.question()
            item = harmless(node.said("idnumber")) or f"Soal {number}"
            losses += (Loss(item, words) for words in dict.fromkeys(reading.losses))
            questions += [question] if question else []
    if not number:
        raise Refusal(
            "Berkas ini tidak memuat satu pun soal. Di Moodle, pilih kategori yang berisi soal, lalu ekspor lagi."
        )
    return Brought(tuple(questions), tuple(losses))


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return harmless(one_line if len(one_line) <= _QUOTED else f"{one_line[:_QUOTED]} …")


class _Reading:
    """One question; `images` are those of the questions before it, by name.

    Attributes:
        losses: what could not be taken along, as sentences.
    """

    def __init__(self, node: Node, images: dict[str, Image]) -> None:
        self.losses: list[str] = []
        self._node = node
        self._images = images
        self._stem = node.first("questiontext") or Node("questiontext", {}, node.line)
        self._format = self._stem.attributes.get("format", "html")

    def question(self) -> Question | None:
        kind = self._node.attributes.get("type", "")
        make = _MAKERS.get(kind)
        if make is None:
            words = _KINDS.get(kind, "jenis lain")
            self.losses.append(
                f"Jenis soal Moodle “{_short(kind)}” ({words}) tidak ada di sini, jadi soal ini dilewati."
            )
            return None
        self._tell_files()
        picture, stem = self._picture()
        explanation, instead, self._rows = self._feedback()
        self._told = read_tags(self._tags())
        made = make(self, stem)
        if made is None:
            return None
        self._tell_rest(stem)
        return replace(
            made,
            id=NOT_TEXT.sub("", self._node.said("idnumber")) or None,
            explanation=explanation,
            instead=instead,
            picture=picture,
        )

    def _tags(self) -> Iterator[str]:
        for list_ in ("tags", "coursetags"):
            for tags in self._node.all(list_):
                yield from (tag.said("text") for tag in tags.all("tag"))
        yield from _NOTES.findall(self._html(self._node.first("generalfeedback")))

    def choices(self, stem: str) -> Question:
        """A multichoice question; whether several can be ticked stands apart from the weights."""
        single = self._node.first("single")
        several = single is not None and single.text.strip() in ("false", "0", "")
        shares = [_share(answer) for answer in self._node.all("answer")]
        keys = [share > 0 if several else share == max(shares, default=0) > 0 for share in shares]
        if not _plain_shares(shares, several=several):
            self.losses.append(OTHER_SHARES)
        options = [
            replace(self._option(answer), key=key) for answer, key in zip(self._node.all("answer"), keys, strict=True)
        ]
        return chosen(stem, options, several=several, told=self._told)

    def truth(self, stem: str) -> Question:
        """A statement that is true or false; older files name the two in the language of their program."""
        self.losses.append(MADE_SINGLE)
        answers = list(self._node.all("answer"))
        named = {answer.said("text").lower(): answer for answer in answers}
        if not {"true", "false"} <= named.keys():
            named = dict(zip(("true", "false"), answers, strict=False))
        options = [
            Option(words, self._text(named[name].first("feedback")), _share(named[name]) > 0)
            for name, words in (("true", TRUE), ("false", FALSE))
            if name in named
        ]
        return chosen(stem, options, several=False, told=self._told)

    def order(self, stem: str) -> Question:
        """Steps, in the order in which the file has them, as Moodle takes them."""
        options = [self._option(answer) for answer in self._node.all("answer")]
        said = self._of_rows(len(options)) or [option.feedback for option in options]
        rows = tuple(Option(option.text, feedback) for option, feedback in zip(options, said, strict=True))
        return replace(Question(ItemType.ORDERING, stem, options=rows), **self._told.facts)

    def match(self, stem: str) -> Question | None:
        """Texts and the words that belong to them; a word without a text is only there to be chosen wrongly."""
        rows = [(self._text(row), row.said("answer", "text")) for row in self._node.all("subquestion")]
        said = iter(self._of_rows(sum(bool(left) for left, _ in rows)))
        made = matched(stem, [Match(left, right, next(said, "") if left else "") for left, right in rows], self._told)
        if made is None:
            self.losses.append(NO_PHASES)
        return made

    def _of_rows(self, count: int) -> list[str]:
        """What is said of each row, where it is known which row that is."""
        if self._rows and len(self._rows) != count:
            self.losses.append("Umpan balik tiap baris tidak dibawa, karena jumlahnya tidak sama dengan barisnya.")
        return self._rows if len(self._rows) == count else []

    def _option(self, answer: Node) -> Option:
        return Option(self._text(answer), self._text(answer.first("feedback")))

    def _text(self, node: Node | None) -> str:
        """A text that holds no picture here."""
        html = self._html(node)
        self.losses += (_NO_FILE.format(_short(_wanted(picture))) for picture in plain(html).pictures)
        return self._plain(html)

    def _html(self, node: Node | None) -> str:
        """The text of an element as HTML, whatever it was written in."""
        if node is None:
            return ""
        raw = node.said("text")
        if any(text.children for text in node.all("text")):
            raise Refusal(
                f"Baris {node.line}: teks ini memuat unsur XML di luar CDATA, sehingga tidak utuh. "
                "Ekspor ulang dari Moodle."
            )
        if len(raw) > _LONGEST_TEXT:
            raise Refusal(
                f"Baris {node.line}: teks ini melebihi {_LONGEST_TEXT} huruf. Ringkas di Moodle, lalu ekspor lagi."
            )
        match node.attributes.get("format", self._format):
            case "html":
                return raw
            case "moodle_auto_format":
                return raw.replace("\n", "<br>")
            case "plain_text":
                return marked(raw)
            case other:
                self.losses.append(f"Teks berformat “{_short(other)}” dibawa apa adanya, dengan tanda-tandanya.")
                return marked(raw)

    def _plain(self, html: str, apart: str | None = None) -> str:
        read = plain(html, apart)
        self.losses += (f"Tidak dibawa dari teks: {words}." for words in read.lost)
        if NOT_TEXT.search(read.text):
            self.losses.append("Huruf kendali yang tidak terlihat dibuang dari teks.")
        return NOT_TEXT.sub("", read.text)

    def _feedback(self) -> tuple[str, str, list[str]]:
        """The explanation, what to do instead, and what is said of each row."""
        html = self._html(self._node.first("generalfeedback"))
        self.losses += (_NO_FILE.format(_short(_wanted(picture))) for picture in plain(html).pictures)
        instead = _INSTEAD.search(html)
        rows = _ROWS.search(html) if self._node.attributes.get("type") in _OF_ROWS else None
        said = [self._plain(row) for row in _ROW.findall(rows.group(1))] if rows else []
        for found in (instead, rows):
            html = html.replace(found.group(), "", 1) if found else html
        return self._plain(html), self._plain(instead.group(1) if instead else ""), said

    def _picture(self) -> tuple[LoosePicture | None, str]:
        """The first picture of the question's text that can be shown here, and the text without it."""
        html = self._html(self._stem)
        shown = plain(html).pictures
        files = {_path(file): file for file in self._stem.all("file")}
        for picture in shown:
            if file := files.get(_wanted(picture)):
                image = self._image(file)
                if image:
                    self._tell_pictures(shown, files, picture)
                    return LoosePicture(image, NOT_TEXT.sub("", picture.alt)), self._plain(html, picture.source)
        self._tell_pictures(shown, files, None)
        return None, self._plain(html)

    def _tell_pictures(self, shown: tuple[Shown, ...], files: Mapping[str, Node], taken: Shown | None) -> None:
        known = {_wanted(picture) for picture in shown}
        for picture in shown:
            if picture is not taken:
                self.losses.append(
                    f"Gambar “{_short(_wanted(picture))}” tidak dibawa: satu soal memuat satu gambar PNG atau JPEG "
                    "dari berkas ini."
                )
        for path in files.keys() - known:
            self.losses.append(f"Berkas “{_short(path)}” tidak dibawa, karena tidak tampak pada soal.")

    def _tell_files(self) -> None:
        """Files elsewhere than in the question's text; every one must be whole."""
        for node, file in _files(self._node):
            _decoded(file)
            if node is not self._stem:
                self.losses.append(_NO_FILE.format(_short(_path(file))))

    def _image(self, file: Node) -> Image | None:
        data, name = _decoded(file), _image_name(_path(file))
        if not data.startswith((b"\x89PNG", b"\xff\xd8")):
            return None
        try:
            image = image_of(name, data)
        except Refusal as refusal:
            raise Refusal(f"Baris {file.line}, gambar “{_short(_path(file))}”: {refusal}") from refusal
        if self._images.setdefault(name, image) != image:
            image = replace(image, name=f"{name}-{sha256_hex(data)[:8]}")
        return image

    def _tell_rest(self, stem: str) -> None:
        name, id_ = self._node.said("name", "text"), self._node.said("idnumber")
        if name != id_ and not " ".join(stem.split()).startswith(name):
            self.losses.append(f"Nama “{_short(name)}” tidak dibawa; soal dikenal dari id dan pertanyaannya.")
        self.losses += (
            f"Tanda “{_short(tag)}” tidak dikenal di sini, jadi tidak dibawa." for tag in self._told.unknown
        )
        for node in self._node.children:
            if node.tag not in _READ | _SETTINGS and _holds(node):
                self.losses.append(f"Tidak dibawa: {_PARTS.get(node.tag, f'bagian “{_short(node.tag)}”')}.")


def _holds(node: Node) -> bool:
    """Whether anything is said in an element."""
    return bool(node.text.strip()) or any(map(_holds, node.children))


def _share(answer: Node) -> float:
    """The weight of an answer, in per cent."""
    written = answer.attributes.get("fraction", "0")
    try:
        share = float(written)
    except ValueError:
        share = math.nan
    if not math.isfinite(share):
        raise Refusal(f"Baris {answer.line}: bobot jawaban “{_short(written)}” bukan angka. Ekspor ulang dari Moodle.")
    return share


def _plain_shares(shares: list[float], *, several: bool) -> bool:
    """Whether the weights say no more than which answers are right, by the rule that holds here."""
    right = [share for share in shares if share > 0]
    wrong = {share for share in shares if share <= 0}
    if several:
        return len(set(right)) == 1 and wrong <= {float(WRONG_SHARE)} and bool(wrong)
    return len(right) == 1 and wrong <= {0.0}


def _files(node: Node) -> Iterator[tuple[Node, Node]]:
    for child in node.children:
        if child.tag == "file":
            yield node, child
        yield from _files(child)


def _path(file: Node) -> str:
    return f"{file.attributes.get('path', '/')}{file.attributes.get('name', '')}".lstrip("/")


def _wanted(picture: Shown) -> str:
    """The path of the file that a picture shows, or where else it comes from."""
    return unquote(picture.source.removeprefix(PLUGIN_FILE)).lstrip("/")


def _decoded(file: Node) -> bytes:
    if file.attributes.get("encoding", "base64") == "base64":
        with suppress(ValueError):
            return base64.b64decode("".join(file.text.split()), validate=True)
    raise Refusal(
        f"Baris {file.line}: berkas “{_short(_path(file))}” di dalamnya rusak (bukan base64). "
        "Ekspor ulang dari Moodle, lalu coba lagi."
    )


def _image_name(path: str) -> str:
    """A name as packs have them, from that of a stranger's file."""
    name = PurePosixPath(path).name.lower()
    for ending in (*ENDINGS.values(), ".jpeg"):
        name = name.removesuffix(ending)
    return "-".join(re.findall("[a-z0-9]+", name)) or "gambar"


_MAKERS: Mapping[str, Callable[[_Reading, str], Question | None]] = {
    "multichoice": _Reading.choices,
    "truefalse": _Reading.truth,
    "ordering": _Reading.order,
    "matching": _Reading.match,
    "match": _Reading.match,
}
