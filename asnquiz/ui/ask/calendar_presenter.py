"""The form of the calendar of stages as plain values: from its lines to a calendar and back, refused by line."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from asnquiz.domain.calendar import CAMPAIGN, QUIET, disorder
from asnquiz.domain.pack import Calendar, Stage
from asnquiz.domain.wording import date_words

NAME, FIXED, VOTING, BY = "name", "candidates_fixed", "voting", "by"
FIRST, LAST = "first", "last"

# The stages that an office may add, by the words on screen.
STAGES = {CAMPAIGN: "Kampanye", QUIET: "Masa tenang"}

LABELS = {
    NAME: "Daerah",
    FIXED: "Penetapan calon",
    VOTING: "Pemungutan suara",
    **{
        f"{id_}-{end}": f"{words} {said}"
        for id_, words in STAGES.items()
        for end, said in ((FIRST, "mulai"), (LAST, "selesai"))
    },
    BY: "Ditetapkan oleh",
}
DAYS = tuple(key for key in LABELS if key not in (NAME, BY))

_NEEDED = {
    NAME: "Tulis nama daerahnya, misalnya Kabupaten Contoh.",
    FIXED: "Tanggal penetapan calon harus diisi; lihat keputusan KPU daerah Anda.",
    VOTING: "Tanggal pemungutan suara harus diisi; lihat keputusan KPU daerah Anda.",
    BY: "Tulis siapa yang menetapkan kalender ini, misalnya unit kerja Anda.",
}


@dataclass(frozen=True)
class Refused:
    """What is wrong with one line of the form."""

    key: str
    words: str


def lines_of(calendar: Calendar) -> dict[str, str]:
    """What stands in the lines for a calendar; stages that the form does not ask for are left out."""
    found = {
        NAME: calendar.name,
        FIXED: date_words(calendar.candidates_fixed),
        VOTING: date_words(calendar.voting),
    }
    for stage in calendar.stages:
        if stage.id in STAGES:
            found |= {f"{stage.id}-{FIRST}": date_words(stage.first), f"{stage.id}-{LAST}": date_words(stage.last)}
    return found


def assembled(name: str | None, by: str | None, days: Mapping[str, dt.date | None]) -> Calendar | list[Refused]:
    """The calendar of the lines as they were understood, or what is wrong, the first line first."""
    wrong = [Refused(key, words) for key, words in _NEEDED.items() if not {NAME: name, BY: by, **days}.get(key)]
    wrong += _halves(days)
    fixed, voting = days.get(FIXED), days.get(VOTING)
    if not (name and fixed and voting) or wrong:
        return sorted(wrong, key=lambda one: list(LABELS).index(one.key))
    calendar = Calendar(name, fixed, voting, tuple(_stages(days)))
    refused = [Refused(_key(place, calendar), words) for place, words in disorder(calendar)]
    return refused or calendar


def _stages(days: Mapping[str, dt.date | None]) -> Iterator[Stage]:
    for id_, words in STAGES.items():
        first, last = days.get(f"{id_}-{FIRST}"), days.get(f"{id_}-{LAST}")
        if first and last:
            yield Stage(id_, words, first, last)


def _halves(days: Mapping[str, dt.date | None]) -> Iterator[Refused]:
    """Stages of which only one end was typed."""
    for id_, words in STAGES.items():
        missing = [end for end in (FIRST, LAST) if not days.get(f"{id_}-{end}")]
        if len(missing) == 1:
            yield Refused(f"{id_}-{missing[0]}", f"{words}: isi kedua tanggalnya, atau kosongkan keduanya.")


def _key(place: tuple[str | int, ...], calendar: Calendar) -> str:
    """The line that a place in a calendar belongs to."""
    match place:
        case ("stages", int(index), str(end)):
            return f"{calendar.stages[index].id}-{end}"
        case _:
            return str(place[0])
