"""Reads the folder of a pack or a layer: every file as text, YAML and values, with every fault of form on the way."""

import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from asnquiz.content import layout
from asnquiz.content.contents import Contents, Entry, Section, Written
from asnquiz.content.schema import fit
from asnquiz.content.yaml_reader import Document, Place, read_yaml
from asnquiz.domain.fault import Fault
from asnquiz.domain.image import ENDINGS, MOST_IMAGE_BYTES, MOST_IMAGES, image_of
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Calendar, Image, Item, Law, Lesson, Pack, Pledge, Rule, Scenario, Term
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.unseen import NOT_TEXT, odd_character
from asnquiz.domain.wording import harmless

T = TypeVar("T")

_TOP = Place(1, 1)
_FENCE = "---"
_MAX_BYTES = 4_000_000
MAX_BYTES_OF_ALL = 8_000_000
BLANK = "Teks ini kosong; isi, atau hapus bila boleh kosong (`null`)."
# Markdown can be written so that reading it takes time by the square of its length.
_MAX_LESSON = 20_000
_MAX_PARAGRAPH = 4_000

_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n")

# What Pack holds beside the keys of pack.yaml, empty while the header is read alone.
_NOT_IN_HEADER: Mapping[str, Any] = {
    "laws": [],
    "terms": [],
    "rules": [],
    "lessons": [],
    "items": [],
    "scenarios": [],
    "pledge": {"name": "", "opening": "", "points": [], "closing": "", "source": []},
    "pictures": {},
    "calendar": None,
    "images": [],
    "local": None,
}


# What Layer holds beside the keys of setempat.yaml.
_NOT_IN_LAYER: Mapping[str, Any] = {
    "calendar": None,
    "pledge": None,
    "rules": [],
    "items": [],
    "scenarios": [],
    "images": [],
}

_NAMED = {
    layout.LAWS: f"daftar peraturan (`{layout.LAWS}`)",
    layout.TERMS: f"daftar istilah (`{layout.TERMS}`)",
    layout.RULES: f"daftar aturan (`{layout.RULES}`)",
    layout.LESSONS: f"materi (`{layout.LESSONS}`)",
    layout.ITEMS: f"daftar soal (`{layout.ITEMS}`)",
    layout.SCENARIOS: f"studi kasus (`{layout.SCENARIOS}`)",
}


def read_pack(folder: Path) -> tuple[Contents, list[Fault]]:
    """What the files say, and every fault of their form. Raises Refusal when the folder holds no pack."""
    files = layout.pack_files(folder)
    _refuse_bulk(folder, files.values())
    reader = _Reader(folder.resolve(), files, layout.PACK)
    return reader.pack_contents(), reader.faults


def read_layer(folder: Path, base: Pack) -> tuple[Contents, list[Fault]]:
    """The same of a layer's files, with what they may rest on of the pack beneath. Raises as `read_pack` does."""
    files = layout.pack_files(folder, layout.LAYER)
    photos = set(layout.LAYER.files_of(layout.PICTURES, files))
    _refuse_bulk(folder, [path for file, path in files.items() if file not in photos])
    reader = _Reader(folder.resolve(), files, layout.LAYER)
    return reader.layer_contents(base), reader.faults


def contents_beneath(base: Pack) -> Contents:
    """What a layer may rest on of a pack, and nothing of the layer's own yet."""
    return Contents(
        header=None,
        laws=_section_beneath(layout.LAWS, base.law_by_id),
        terms=_section_beneath(layout.TERMS, {term.term: term for term in base.terms}),
        rules=_section_beneath(layout.RULES, base.rule_by_id),
        lessons=_section_beneath(layout.LESSONS, base.lesson_by_id),
        items=_section_beneath(layout.ITEMS, base.item_by_id),
        scenarios=_section_beneath(layout.SCENARIOS, {one.id: one for one in base.scenarios}),
        pledge=None,
        calendar=None,
        pictures={},
        images=frozenset(image.name for image in base.images),
    )


def _section_beneath(name: str, beneath: Mapping[str, T]) -> Section[T]:
    return Section(_NAMED[name], (), (), True, beneath)


def _refuse_bulk(folder: Path, files: Iterable[Path]) -> None:
    if sum(map(_size, files)) > MAX_BYTES_OF_ALL:
        raise Refusal(
            f"Berkas di folder paket “{folder}” seluruhnya melebihi {MAX_BYTES_OF_ALL // 1_000_000} MB. "
            "Hapus yang bukan bagian paket, lalu coba lagi."
        )


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:  # told when the file is read
        return 0


class _Reader:
    def __init__(self, folder: Path, files: dict[str, Path], shape: layout.Shape) -> None:
        self.faults: list[Fault] = []
        self._folder = folder
        self._files = files
        self._shape = shape

    def pack_contents(self) -> Contents:
        self._refuse_unexpected()
        return Contents(
            header=self._single(layout.HEADER, Pack, _NOT_IN_HEADER),
            laws=self._listed(layout.LAWS, (layout.LAWS,), Law),
            terms=self._listed(layout.TERMS, (layout.TERMS,), Term),
            rules=self._listed(layout.RULES, (layout.RULES,), Rule),
            lessons=self._lessons(),
            items=self._listed(layout.ITEMS, self._files_of(layout.ITEMS), Item),
            scenarios=self._scenarios(),
            pledge=self._single(layout.PLEDGE, Pledge),
            calendar=self._calendar(),
            pictures={file: text for file in self._files_of(layout.PICTURES) if (text := self._text(file)) is not None},
        )

    def layer_contents(self, base: Pack) -> Contents:
        self._refuse_unexpected()
        beneath = contents_beneath(base)
        photos = self._files_of(layout.PICTURES)
        rules = self._listed(layout.RULES, [layout.RULES] if layout.RULES in self._files else [], Rule)
        items = self._listed(layout.ITEMS, self._files_of(layout.ITEMS), Item)
        return replace(
            beneath,
            layer=self._single(layout.LAYER_HEADER, Layer, _NOT_IN_LAYER),
            rules=replace(rules, beneath=beneath.rules.beneath),
            items=replace(items, beneath=beneath.items.beneath),
            scenarios=replace(self._scenarios(), beneath=beneath.scenarios.beneath),
            pledge=self._single(layout.PLEDGE, Pledge) if layout.PLEDGE in self._files else None,
            calendar=self._calendar(),
            images=beneath.images.union(map(layout.photo_name, photos)),
            photos=self._photos(photos),
        )

    def _files_of(self, folder: str) -> list[str]:
        return self._shape.files_of(folder, self._files)

    def _calendar(self) -> Entry[Calendar] | None:
        return self._single(layout.CALENDAR, Calendar) if layout.CALENDAR in self._files else None

    def _photos(self, files: list[str]) -> dict[str, Image]:
        if len(files) > MOST_IMAGES:
            self._fault(layout.PICTURES, f"Paket memuat paling banyak {MOST_IMAGES} gambar, bukan {len(files)}.")
            return {}
        read: dict[str, Image] = {}
        for file in files:
            data = self._bytes(file, MOST_IMAGE_BYTES)
            if data is None:
                continue
            try:
                image = image_of(layout.photo_name(file), data)
            except Refusal as refusal:
                self._fault(file, str(refusal))
                continue
            if file.endswith(ENDINGS[image.media]):
                read[file] = image
            else:
                self._fault(file, f"Isi gambar ini berjenis lain; beri akhiran {ENDINGS[image.media]}.")
        return read

    def _refuse_unexpected(self) -> None:
        for file in self._files:
            if not self._shape.expects(file):
                self._fault(
                    harmless(file),
                    "Berkas atau folder ini bukan bagian paket. Periksa nama (huruf kecil, angka, tanda hubung), "
                    "akhiran, dan tempatnya, atau hapus.",
                )
        for folder in self._shape.needed:
            if not self._files_of(folder):
                endings = ", ".join(self._shape.folders[folder])
                self._fault(folder, f"Folder {folder} belum berisi satu pun berkas {endings}.")

    def _single(self, file: str, kind: type[T], supplied: Mapping[str, Any] | None = None) -> Entry[T] | None:
        document = self._document(file)
        if document is None:
            return None
        return self._fitted(Written(file, document, (), document.plain, None, supplied or {}), kind)

    def _listed(self, name: str, files: Iterable[str], kind: type[T]) -> Section[T]:
        documents = {file: self._document(file) for file in files}
        written = [entry for file, document in documents.items() if document for entry in self._rows(file, document)]
        readable = all(document and isinstance(document.plain, list) for document in documents.values())
        return self._section(name, written, kind, readable=readable)

    def _rows(self, file: str, document: Document) -> Iterator[Written]:
        if not isinstance(document.plain, list):
            place = document.place(())
            self._fault(file, "Berkas ini harus berisi daftar; awali setiap entri dengan tanda hubung.", place)
            return
        for index, row in enumerate(document.plain):
            yield Written(file, document, (index,), row, _id_of(row), {})

    def _scenarios(self) -> Section[Scenario]:
        documents = {file: self._document(file) for file in self._files_of(layout.SCENARIOS)}
        written = [
            Written(file, document, (), document.plain, _id_of(document.plain), {})
            for file, document in documents.items()
            if document
        ]
        return self._section(layout.SCENARIOS, written, Scenario, readable=len(written) == len(documents))

    def _lessons(self) -> Section[Lesson]:
        files = self._files_of(layout.LESSONS)
        written = [lesson for file in files if (lesson := self._lesson(file))]
        return self._section(layout.LESSONS, written, Lesson, readable=len(written) == len(files))

    def _lesson(self, file: str) -> Written | None:
        text = self._text(file)
        if text is None:
            return None
        lines = [line.rstrip() for line in text.split("\n")]
        if lines[0] != _FENCE or _FENCE not in lines[1:]:
            self._fault(file, "Materi harus diawali keterangan YAML di antara dua baris ---.")
            return None
        if len(text) > _MAX_LESSON:
            self._fault(file, f"Materi terlalu panjang; paling banyak {_MAX_LESSON} huruf. Bagilah isinya.")
            return None
        end = lines.index(_FENCE, 1)
        document = self._parsed("\n".join(lines[1:end]), file, first_line=2)
        if document is None:
            return None
        start = next((number for number in range(end + 1, len(lines)) if lines[number]), end + 1)
        body = "\n".join(text.split("\n")[start:]).rstrip() + "\n"
        if any(len(paragraph) > _MAX_PARAGRAPH for paragraph in _BETWEEN_PARAGRAPHS.split(body)):
            words = f"Ada paragraf yang terlalu panjang; paling banyak {_MAX_PARAGRAPH} huruf. Bagilah isinya."
            self._fault(file, words, Place(start + 1, 1))
            return None
        document = replace(document, values={**document.values, ("body",): Place(start + 1, 1)})
        return Written(file, document, (), document.plain, _id_of(document.plain), {"body": body})

    def _section(self, name: str, written: list[Written], kind: type[T], *, readable: bool) -> Section[T]:
        entries = tuple(entry for one in written if (entry := self._fitted(one, kind)))
        return Section(_NAMED[name], entries, tuple(written), readable)

    def _fitted(self, written: Written, kind: type[T]) -> Entry[T] | None:
        self.faults += [written.fault(BLANK, *path) for path, text in written.texts() if not text.strip()]
        fitting = fit(kind, written.plain, written.supplied)
        self.faults += [written.fault(one.message, *one.path, key=one.at_key) for one in fitting.misfits]
        return Entry(**vars(written), value=fitting.value) if fitting.value else None

    def _document(self, file: str) -> Document | None:
        text = self._text(file)
        return None if text is None else self._parsed(text, file)

    def _parsed(self, text: str, file: str, first_line: int = 1) -> Document | None:
        document, faults = read_yaml(text, file, first_line)
        self.faults += faults
        return document

    def _text(self, file: str) -> str | None:
        """The text of a file with plain line ends, so that a checkout on Windows has the same identity."""
        data = self._bytes(file, _MAX_BYTES)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            place = Place(before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
            self._fault(file, "Berkas harus disimpan sebagai UTF-8; simpan ulang dengan pengodean itu.", place)
            return None
        if odd := NOT_TEXT.search(text):
            before_it = text[: odd.start()]
            place = Place(before_it.count("\n") + 1, odd.start() - before_it.rfind("\n"))
            self._fault(file, odd_character(odd.group()), place)
            return None
        return text

    def _bytes(self, file: str, most: int) -> bytes | None:
        path = self._files.get(file)
        if path is None:
            self._fault(file, f"Berkas {file} tidak ada; setiap paket harus memuatnya.")
            return None
        try:
            status = path.stat()
            if not path.resolve().is_relative_to(self._folder):
                self._fault(file, "Tautan ini menunjuk ke luar paket; gantilah dengan berkasnya sendiri.")
                return None
            if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device could last for ever
                self._fault(file, "Ini bukan berkas biasa; gantilah dengan berkasnya sendiri.")
                return None
            if status.st_size > most:
                self._fault(file, f"Berkas terlalu besar; paling banyak {most // 1_000_000} MB.")
                return None
            return path.read_bytes()
        except OSError:
            self._fault(file, "Berkas tidak dapat dibuka; periksa izin aksesnya.")
            return None

    def _fault(self, file: str, message: str, place: Place = _TOP) -> None:
        self.faults.append(Fault(file, place.line, place.column, None, message))


def _id_of(plain: Any) -> str | None:
    """An entry's id, or a glossary entry's term."""
    if not isinstance(plain, dict):
        return None
    found = plain.get("id", plain.get("term"))
    return found if isinstance(found, str) else None
