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
    if not (calendar.confidence and calendar.source and calendar.facts):
        yield entry.fault("Kalender harus memuat confidence, source, dan facts: sumber dan keyakinannya.")
