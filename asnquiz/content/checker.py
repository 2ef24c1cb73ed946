"""Checks a pack's folder whole: every fault of all files at once, and the pack itself when there is none."""

from dataclasses import replace
from pathlib import Path

from asnquiz.content.checks.exam import exam_faults, header_faults
from asnquiz.content.checks.identity import identity_faults
from asnquiz.content.checks.items import item_faults
from asnquiz.content.checks.law import law_faults, rule_faults
from asnquiz.content.checks.lessons import lesson_faults
from asnquiz.content.checks.pictures import picture_faults
from asnquiz.content.checks.scenarios import scenario_faults
from asnquiz.content.contents import Contents, Section, T
from asnquiz.content.layout import picture_name
from asnquiz.content.reader import read_pack
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Pack
from asnquiz.usecases.check_pack import Checked, count

_CHECKS = (
    header_faults,
    identity_faults,
    law_faults,
    rule_faults,
    item_faults,
    lesson_faults,
    picture_faults,
    scenario_faults,
    exam_faults,
)


def check_pack(folder: Path) -> Checked:
    """The pack in `folder`, or every fault of it. Raises Refusal when there is no such folder."""
    contents, faults = read_pack(folder)
    for check in _CHECKS:
        faults += check(contents)
    header = contents.header
    return Checked(
        pack=None if faults else _assembled(contents),
        faults=tuple(sorted(faults, key=_place)),
        pack_id=header.value.id if header else None,
        version=header.value.version if header else None,
        counts=count(
            _values(contents.rules),
            _values(contents.items),
            laws=len(contents.laws.entries),
            terms=len(contents.terms.entries),
            lessons=len(contents.lessons.entries),
            scenarios=len(contents.scenarios.entries),
        ),
    )


def _place(fault: Fault) -> tuple[str, int, int, str]:
    return fault.file, fault.line, fault.column, fault.message


def _values(section: Section[T]) -> tuple[T, ...]:
    return tuple(entry.value for entry in section.entries)


def _assembled(contents: Contents) -> Pack:
    if contents.header is None or contents.pledge is None:
        raise ValueError("a pack without header or pledge must have had faults")
    return replace(
        contents.header.value,
        laws=_values(contents.laws),
        terms=_values(contents.terms),
        rules=_values(contents.rules),
        lessons=_values(contents.lessons),
        items=_values(contents.items),
        scenarios=_values(contents.scenarios),
        pledge=contents.pledge.value,
        pictures={picture_name(file): text for file, text in contents.pictures.items()},
    )
