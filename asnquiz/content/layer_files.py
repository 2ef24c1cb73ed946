"""A layer as the files of its folder, which the strict reader reads back to the equal layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

import yaml

from asnquiz.content import layout
from asnquiz.content.reader import MAX_BYTES_OF_ALL
from asnquiz.content.yaml_reader import MAX_ENTRIES, read_yaml
from asnquiz.domain.image import ENDINGS, MOST_IMAGES, image_bytes
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Item
from asnquiz.domain.plain import plain_name, to_plain
from asnquiz.domain.refusal import Refusal

_IN_HEADER = ("schema", "id", "version", "title", "publisher", "base", "changed", "contacts", "offices", "letterhead")
_ITEMS_OF_ONE = 50
_WIDTH = 120
_FULL = "Paket setempat ini terlalu besar. Bagilah isinya menjadi dua paket, atau hapus yang tidak dipakai lagi."


def layer_files(layer: Layer) -> Mapping[str, bytes]:
    """The content of every file by its path in the folder; of one layer the same bytes on every computer.

    Raises Refusal where a text cannot stand in a file, and for more than a folder may hold.
    """
    documents = dict(_documents(layer))
    too_many = len(documents) + len(layer.images) > layout.MAX_FILES
    if too_many or len(layer.marks) > MAX_ENTRIES or len(layer.images) > MOST_IMAGES:
        raise Refusal(_FULL)
    files = {file: _yaml(file, plain) for file, plain in documents.items()}
    if sum(map(len, files.values())) > MAX_BYTES_OF_ALL:
        raise Refusal(_FULL)
    files |= {f"{layout.PICTURES}/{image.name}{ENDINGS[image.media]}": image_bytes(image) for image in layer.images}
    if odd := [file for file in files if not layout.LAYER.expects(file)]:
        raise ValueError(f"no name for a file: {odd[0]}")
    return files


def bare(value: Any) -> Any:
    """The plain form of a value as an author would write it: without what is as it is when nobody writes it."""
    if is_dataclass(value):
        return {
            plain_name(field.name): bare(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, Mapping):
        return {str(to_plain(key)): bare(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [bare(part) for part in value]
    return to_plain(value)


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _documents(layer: Layer) -> Iterator[tuple[str, Any]]:
    plain = bare(layer)
    header = {key: plain[key] for key in _IN_HEADER if key in plain}
    yield layout.LAYER_HEADER, header | {"marks": dict(sorted(plain.get("marks", {}).items()))}
    for file, key in ((layout.CALENDAR, "calendar"), (layout.PLEDGE, "pledge"), (layout.RULES, "rules")):
        if key in plain:
            yield file, plain[key]
    for number, items in enumerate(_shared_out(layer.items), start=1):
        yield f"{layout.ITEMS}/soal-{number:03}.yaml", bare(items)
    for number, scenario in enumerate(layer.scenarios, start=1):
        yield f"{layout.SCENARIOS}/kasus-{number:03}.yaml", bare(scenario)


def _shared_out(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for first in range(0, len(items), _ITEMS_OF_ONE):
        yield items[first : first + _ITEMS_OF_ONE]


class _Writer(yaml.SafeDumper):
    """Not of libyaml, which writes other bytes."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # What breaks a line, however it is written, comes back as it was only from between double quotes.
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if set(text) & set("\n\t\x85") else None)


_Writer.add_representer(str, _text)


def _yaml(file: str, plain: Any) -> bytes:
    text: str = yaml.dump(plain, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDTH)
    document, faults = read_yaml(text, file)
    if document is None:
        raise Refusal(f"Paket setempat tidak dapat ditulis. {faults[0].message} Perbaiki, lalu coba lagi.")
    if document.plain != plain:
        raise ValueError(f"{file} would not be read as it was written")
    return text.encode()
