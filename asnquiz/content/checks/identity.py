"""Ids: well-formed, lasting names, each given once among its kind."""

import re
from collections.abc import Iterable, Iterator

from asnquiz.content.contents import Contents, Entry, Written
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Pack

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 60


def identity_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the ids of all kinds, and of the terms, which are the glossary's ids."""
    named = (contents.laws, contents.rules, contents.lessons, contents.items, contents.scenarios)
    for section in named:
        yield from _repeated(section.written, "id")
        for entry in section.written:
            if entry.id is not None and not is_id(entry.id):
                yield entry.fault(malformed(entry.id), "id")
    yield from _repeated(contents.terms.written, "term")
    for scenario in contents.scenarios.entries:
        yield from _malformed_keys(scenario, scenario.value.scenes, "scenes")
    if contents.header:
        yield from _header_faults(contents.header)


def _header_faults(header: Entry[Pack]) -> Iterator[Fault]:
    if not is_id(header.value.id):
        yield header.fault(malformed(header.value.id), "id")
    yield from _malformed_keys(header, header.value.topics, "topics")
    yield from _malformed_keys(header, header.value.jobs, "jobs")


def _malformed_keys(entry: Written, keys: Iterable[str], name: str) -> Iterator[Fault]:
    for key in keys:
        if not is_id(key):
            yield entry.fault(malformed(key), name, key, key=True)


def _repeated(written: Iterable[Written], key: str) -> Iterator[Fault]:
    first: dict[str, Written] = {}
    for entry in written:
        if entry.id is None:
            continue
        if entry.id in first:
            at = first[entry.id]
            line = at.document.place(at.path).line
            yield entry.fault(f'"{entry.id}" sudah dipakai (`{at.file}` baris {line}); beri nama lain.', key)
        else:
            first[entry.id] = entry


def is_id(text: str) -> bool:
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


def malformed(id_: str) -> str:
    shown = id_ if len(id_) <= _LONGEST else f"{id_[:_LONGEST]}…"
    return (
        f'"{shown}" bukan id yang sah; hanya huruf kecil, angka, dan tanda hubung di antaranya, '
        f"paling banyak {_LONGEST} huruf."
    )
