"""Checks the folder of a pack or a layer: every fault of all files at once, and the thing itself when there is none.

Either opens when it is sound. How it is written is told its authors and stands in nobody's way, so a later program,
which may be stricter there, still opens what an earlier one did.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from asnquiz.content.checks.blind_reading import reading_faults
from asnquiz.content.checks.calendar import calendar_faults, calendar_source_faults
from asnquiz.content.checks.coverage import coverage_faults
from asnquiz.content.checks.craft import craft_faults
from asnquiz.content.checks.exam import exam_faults, header_faults, naming_faults, pledge_faults
from asnquiz.content.checks.identity import identity_faults
from asnquiz.content.checks.items import item_faults
from asnquiz.content.checks.language import language_faults
from asnquiz.content.checks.law import law_faults, rule_faults
from asnquiz.content.checks.layer import layer_faults, misplacement_faults
from asnquiz.content.checks.lessons import lesson_faults
from asnquiz.content.checks.neutrality import neutrality_faults
from asnquiz.content.checks.pictures import picture_faults
from asnquiz.content.checks.scenarios import scenario_craft_faults, scenario_faults
from asnquiz.content.contents import Contents, Section, T
from asnquiz.content.layout import picture_name
from asnquiz.content.reader import read_layer, read_pack
from asnquiz.domain.fault import Fault
from asnquiz.domain.layer import Layer, national_part
from asnquiz.domain.pack import Pack
from asnquiz.domain.pack_statistics import statistics
from asnquiz.domain.wording import harmless
from asnquiz.usecases.check_pack import Checked, CheckedLayer, count

_SOUND = (
    header_faults,
    pledge_faults,
    identity_faults,
    law_faults,
    rule_faults,
    item_faults,
    lesson_faults,
    picture_faults,
    scenario_faults,
    calendar_faults,
    calendar_source_faults,
    exam_faults,
)
_ADVICE = (coverage_faults, craft_faults, scenario_craft_faults, language_faults)

_SOUND_LAYER = (
    layer_faults,
    pledge_faults,
    identity_faults,
    rule_faults,
    item_faults,
    scenario_faults,
    calendar_faults,
)
# A rule of an office's own may stand for itself.
_ADVICE_LAYER = (craft_faults, scenario_craft_faults, language_faults)

_Checks = tuple[Callable[[Contents], Iterator[Fault]], ...]


def open_pack(folder: Path) -> Checked:
    """The pack in `folder`, or what keeps the program from using it. Raises Refusal when there is no such folder."""
    contents, faults = read_pack(folder)
    for check in _SOUND:
        faults += check(contents)
    return _checked(contents, faults)


def check_pack(folder: Path, readings: Path | None = None) -> Checked:
    """The pack in `folder`, or every fault of it and of the table of its blind readings, where there is one.

    Raises Refusal when there is no such folder.
    """
    contents, faults = read_pack(folder)
    for check in (*_SOUND, neutrality_faults):
        faults += check(contents)
    if readings:
        faults += reading_faults(contents, readings)
    return _checked(contents, faults, [one for check in _ADVICE for one in check(contents)])


def open_layer(folder: Path, base: Pack) -> CheckedLayer:
    """The layer in `folder`, or what keeps it from being laid over a pack.

    `base` may have a layer over it already, which does not count. Raises Refusal when there is no such folder.
    """
    return _checked_layer(folder, base, _SOUND_LAYER, ())


def check_layer(folder: Path, base: Pack) -> CheckedLayer:
    """The layer in `folder`, or every fault of it. Otherwise as `open_layer`."""
    return _checked_layer(folder, base, (*_SOUND_LAYER, neutrality_faults), _ADVICE_LAYER)


def _checked_layer(folder: Path, base: Pack, checks: _Checks, advising: _Checks) -> CheckedLayer:
    base = national_part(base)
    contents, faults = read_layer(folder, base)
    for check in checks:
        faults += check(contents)
    advice = [one for check in advising for one in check(contents)]
    faults += advice
    faults += naming_faults(contents, base)
    layer = _assembled_layer(contents)
    if layer:
        told = {_place(fault)[:3] for fault in faults}
        faults += (one for one in misplacement_faults(contents, base, layer) if _place(one)[:3] not in told)
    header, items = contents.layer, _values(contents.items)
    return CheckedLayer(
        layer=None if faults else layer,
        faults=tuple(sorted(map(_shown, faults), key=_place)),
        advice=frozenset(map(_shown, advice)),
        layer_id=header.value.id if header else None,
        version=header.value.version if header else None,
        counts=count(
            _values(contents.rules), items, laws=0, terms=0, lessons=0, scenarios=len(contents.scenarios.entries)
        ),
        statistics=statistics(contents.rules.by_id.values(), items),
    )


def _assembled_layer(contents: Contents) -> Layer | None:
    """None while something that would be part of it cannot be read."""
    if contents.layer is None or not all(one.whole for one in (contents.rules, contents.items, contents.scenarios)):
        return None
    return replace(
        contents.layer.value,
        calendar=contents.calendar.value if contents.calendar else None,
        pledge=contents.pledge.value if contents.pledge else None,
        rules=_values(contents.rules),
        items=_values(contents.items),
        scenarios=_values(contents.scenarios),
        images=tuple(contents.photos.values()),
    )


def _checked(contents: Contents, faults: list[Fault], advice: Sequence[Fault] = ()) -> Checked:
    faults = [*faults, *advice]
    rules, items = _values(contents.rules), _values(contents.items)
    header = contents.header
    return Checked(
        pack=None if faults else _assembled(contents),
        faults=tuple(sorted(map(_shown, faults), key=_place)),
        advice=frozenset(map(_shown, advice)),
        pack_id=header.value.id if header else None,
        version=header.value.version if header else None,
        counts=count(
            rules,
            items,
            laws=len(contents.laws.entries),
            terms=len(contents.terms.entries),
            lessons=len(contents.lessons.entries),
            scenarios=len(contents.scenarios.entries),
        ),
        statistics=statistics(rules, items),
    )


def _shown(fault: Fault) -> Fault:
    """What a sentence quotes of a pack may steer no terminal either."""
    return replace(fault, message=harmless(fault.message))


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
        calendar=contents.calendar.value if contents.calendar else None,
    )
