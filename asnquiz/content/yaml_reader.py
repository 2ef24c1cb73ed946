"""YAML through a narrow door: plain data and the place of every value, or faults with an Indonesian sentence.

PyYAML only cuts the text into events; values are built here, so that dates, `10:30`, `no`, `0x1F` and `1_000` stay
the strings the author wrote, and nothing in a hostile file can recurse, expand or construct.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from asnquiz.domain.fault import Fault
from asnquiz.domain.unseen import NOT_TEXT, odd_character

Path = tuple[str | int, ...]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 20
MAX_ENTRIES = 1_000
# A label with a word of a hundred thousand letters is laid out for minutes.
MAX_TEXT = 4_000

# libyaml is about twenty times as fast; both cut the same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

_UNCLOSED_QUOTE = "unexpected end of stream"
_SENTENCES = (
    (_UNCLOSED_QUOTE, "Tanda kutip ini tidak ditutup."),
    ("mapping values are not allowed", 'Titik dua ini tidak pada tempatnya; apit teks yang memuat ": " dengan kutip.'),
    ("expected ':'", 'Titik dua setelah nama kunci tidak ditemukan; tulis sebagai "kunci: isi".'),
    ("cannot start any token", "Teks tidak boleh diawali tanda ini atau tab; pakai spasi, atau apit dengan kutip."),
    ("',' or", "Kurung siku atau kurawal belum ditutup, atau koma di dalamnya kurang."),
    ("escape", "Garis miring terbalik di dalam kutip ganda tidak dikenal; gunakan kutip tunggal."),
)
_UNREADABLE = (
    "Susunan YAML tidak terbaca di sini; periksa inden (spasi, bukan tab), titik dua, tanda hubung, dan kutip."
)


@dataclass(frozen=True)
class Place:
    """A line and column of a file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """What a file says, and where.

    Attributes:
        plain: None, bool, int, float, str, list and dict only.
        values: the place of every value by its path from the top, which is the empty path.
        keys: the place of every mapping key by the path of its value.
    """

    plain: Any
    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where a value (or its key) stands; for one that is not written, where the nearest value around it stands."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(1, 1))


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Document | None, tuple[Fault, ...]]:
    """The one document of `text`, or None with everything that is wrong with its form. Never raises.

    `first_line` is the line of `file` that the text begins on.
    """
    builder = _Builder(text, file, first_line)
    try:
        builder.build()
    except _UnreadableError:
        return None, tuple(builder.faults)
    if builder.faults:
        return None, tuple(builder.faults)
    return Document(builder.plain, builder.values, builder.keys), ()


def text_messages(text: str) -> Iterator[str]:
    """Why a text cannot stand in a file, wherever it stands."""
    if odd := NOT_TEXT.search(text):
        yield odd_character(odd.group())
    if len(text) > MAX_TEXT:
        yield f"Teks ini terlalu panjang; paling banyak {MAX_TEXT} huruf. Bagilah isinya."


class _UnreadableError(Exception):
    """The rest of the text cannot be read; the fault is kept already."""


@dataclass
class _Open:
    """A list or mapping whose end has not come yet; `key` is a mapping's key that waits for its value."""

    path: Path
    content: list[Any] | dict[str, Any]
    key: str | None = None


class _Builder:
    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.plain: Any = None
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.faults: list[Fault] = []
        self._text = text
        self._file = file
        self._above = first_line - 1
        self._open: list[_Open] = []

    def build(self) -> None:
        if len(self._text) > MAX_CHARACTERS:
            self._stop(0, 0, f"Berkas terlalu besar; paling banyak {MAX_CHARACTERS} huruf. Bagilah isinya.")
        if odd := NOT_TEXT.search(self._text):
            before = self._text[: odd.start()]
            self._stop(before.count("\n"), odd.start() - before.rfind("\n") - 1, odd_character(odd.group()))
        documents = 0
        try:
            for event in yaml.parse(self._text, Loader=_LOADER):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._stop_at(event, "Satu berkas hanya memuat satu dokumen; hapus baris --- yang kedua.")
                self._take(event)
        except yaml.YAMLError as error:
            self._stop_on(error)

    def _take(self, event: Any) -> None:
        match event:
            case yaml.AliasEvent():
                self._stop_at(event, "Rujukan YAML (*nama) tidak dipakai; tulis isinya sekali lagi.")
            case yaml.ScalarEvent():
                self._refuse_marks(event)
                if self._waits_for_key():
                    self._take_key(event)
                else:
                    self._put(event, self._scalar(event))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_marks(event)
                self._enter(event, [] if isinstance(event, yaml.SequenceStartEvent) else {})
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()

    def _enter(self, event: Any, content: list[Any] | dict[str, Any]) -> None:
        if self._waits_for_key():
            self._stop_at(event, "Nama kunci harus berupa satu kata, bukan daftar atau kumpulan kunci.")
        if len(self._open) >= MAX_DEPTH:
            self._stop_at(event, f"Susunan terlalu dalam; paling banyak {MAX_DEPTH} tingkat.")
        self._open.append(_Open(self._put(event, content), content))

    def _put(self, event: Any, value: Any) -> Path:
        """Sets a value where the text has come to, and returns its path."""
        path: Path = ()
        if not self._open:
            self.plain = value
        else:
            parent = self._open[-1]
            if len(parent.content) >= MAX_ENTRIES:
                self._stop_at(event, f"Daftar atau kumpulan ini terlalu panjang; paling banyak {MAX_ENTRIES} isi.")
            if isinstance(parent.content, list):
                path = (*parent.path, len(parent.content))
                parent.content.append(value)
            else:
                name = parent.key or ""
                path = (*parent.path, name)
                parent.content[name] = value
                parent.key = None
        self.values[path] = self._place(event)
        return path

    def _waits_for_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].content, dict) and self._open[-1].key is None

    def _take_key(self, event: Any) -> None:
        parent = self._open[-1]
        name = self._clean(event)
        if name in parent.content:
            self._fault(event, f'Kunci "{name}" ditulis dua kali; sisakan satu.')
        parent.key = name
        self.keys[(*parent.path, name)] = self._place(event)

    def _scalar(self, event: Any) -> Any:
        text = self._clean(event)
        if not event.implicit[0]:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text

    def _clean(self, event: Any) -> str:
        text: str = event.value
        for message in text_messages(text):
            self._fault(event, message)
        return text

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(event, "Jangkar YAML (&nama) tidak dipakai; apit dengan kutip bila ini memang teks.")
        if event.tag is not None:
            self._fault(event, "Tag YAML (!nama) tidak dipakai; apit dengan kutip bila ini memang teks.")

    def _place(self, event: Any) -> Place:
        return Place(event.start_mark.line + 1 + self._above, event.start_mark.column + 1)

    def _fault(self, event: Any, message: str) -> None:
        place = self._place(event)
        self.faults.append(Fault(self._file, place.line, place.column, None, message))

    def _stop_at(self, event: Any, message: str) -> NoReturn:
        self._fault(event, message)
        raise _UnreadableError

    def _stop_on(self, error: yaml.YAMLError) -> NoReturn:
        problem = str(getattr(error, "problem", None) or "")
        sentence = next((told for part, told in _SENTENCES if part in problem), _UNREADABLE)
        mark = getattr(error, "problem_mark", None)
        last_line = self._text.rstrip("\n").count("\n")
        if mark is None or mark.line > last_line or _UNCLOSED_QUOTE in problem:
            mark = getattr(error, "context_mark", None)
        if mark is None:
            self._stop(last_line, 0, sentence)
        self._stop(min(mark.line, last_line), mark.column, sentence)

    def _stop(self, line: int, column: int, message: str) -> NoReturn:
        self.faults.append(Fault(self._file, line + 1 + self._above, column + 1, None, message))
        raise _UnreadableError
