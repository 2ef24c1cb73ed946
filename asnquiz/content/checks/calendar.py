"""The calendar of stages: days in their order, and what they rest on."""

from collections.abc import Iterator

from asnquiz.content.contents import Contents
from asnquiz.domain.calendar import disorder
from asnquiz.domain.fault import Fault


def calendar_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of kalender.yaml."""
    entry = contents.calendar
    if entry is None:
        return
    calendar = entry.value
    for path, words in disorder(calendar):
        yield entry.fault(words, *path)
    seen: set[str] = set()
    for index, stage in enumerate(calendar.stages):
        if stage.id in seen:
            yield entry.fault(f'Tahapan "{stage.id}" sudah ditulis.', "stages", index, "id")
        seen.add(stage.id)


def calendar_source_faults(contents: Contents) -> Iterator[Fault]:
    """A pack's calendar says what it rests on; an office answers for its own."""
    entry = contents.calendar
    if entry and not (entry.value.confidence and entry.value.source and entry.value.facts):
        yield entry.fault("Kalender harus memuat confidence, source, dan facts: sumber dan keyakinannya.")
