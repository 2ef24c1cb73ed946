"""Calendars of stages: which phase a day belongs to, what cannot be in one, and days as Indonesians type them."""

import datetime as dt
import re
from collections.abc import Iterator

from asnquiz.domain.pack import Calendar, Pack, Phase, Rule, Stage
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import MONTHS, PHASE, date_words, harmless

CAMPAIGN, QUIET = "kampanye", "masa-tenang"

# Disputes, voting again and the six months after an inauguration took this long in 2024 and 2025 (fact sheet 1.9, 2).
_LASTS = dt.timedelta(days=365)

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_DAY = re.compile(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})|([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")


def is_over(calendar: Calendar, day: dt.date) -> bool:
    """Whether the election is so long past on a day that the calendar says nothing of it any more."""
    return day > calendar.voting + _LASTS


def phase_on(calendar: Calendar, day: dt.date) -> Phase | None:
    """The phase that a day belongs to, None when the calendar is over.

    The day on which the candidates are fixed and the day of voting, with the count at the polling station, are both in
    the phase between them.
    """
    if day < calendar.candidates_fixed:
        return Phase.BEFORE
    if day <= calendar.voting:
        return Phase.DURING
    return None if is_over(calendar, day) else Phase.AFTER


def stage_on(calendar: Calendar, day: dt.date) -> str | None:
    """What takes place on a day, as it stands within a sentence; the shortest stage where several do."""
    if day == calendar.voting:
        return "pemungutan suara"
    if day == calendar.candidates_fixed:
        return "penetapan calon"
    found = [stage for stage in calendar.stages if stage.first <= day <= stage.last]
    if not found:
        return None
    name = min(found, key=lambda stage: stage.last - stage.first).name
    return name[0].lower() + name[1:]


def today_words(calendar: Calendar, day: dt.date) -> str:
    """`Hari ini: Selama (kampanye) menurut kalender Kabupaten Contoh.`; empty when the calendar is over."""
    phase, stage = phase_on(calendar, day), stage_on(calendar, day)
    if phase is None:
        return ""
    return f"Hari ini: {PHASE[phase]}{f' ({stage})' if stage else ''} menurut kalender {harmless(calendar.name)}."


def stage_names(pack: Pack) -> dict[str, str]:
    """The stages in which rules may hold, by id: those of the pack's calendar, and those of its rules."""
    named = {stage.id: stage.name for stage in (pack.calendar.stages if pack.calendar else ())}
    others = sorted({stage for rule in pack.rules for stage in rule.stages} - named.keys())
    return named | {stage: stage.replace("-", " ").capitalize() for stage in others}


def stages_words(rule: Rule, pack: Pack) -> str:
    """`Tahapan: Kampanye, Masa tenang`; empty of a rule that holds throughout its phases."""
    names = stage_names(pack) if rule.stages else {}
    return f"Tahapan: {', '.join(names[stage] for stage in rule.stages)}" if names else ""


def days_of(calendar: Calendar) -> list[tuple[str, str]]:
    """What takes place when, in words and in its order."""
    rows = [
        (calendar.candidates_fixed, calendar.candidates_fixed, "Penetapan calon"),
        (calendar.voting, calendar.voting, "Pemungutan suara"),
        *((stage.first, stage.last, stage.name) for stage in calendar.stages),
    ]
    return [
        (name, date_words(first) if first == last else f"{date_words(first)} sampai {date_words(last)}")
        for first, last, name in sorted(rows)
    ]


def disorder(calendar: Calendar) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every day of a calendar that cannot be, by its place among the fields and in a sentence."""
    fixed, voting = calendar.candidates_fixed, calendar.voting
    if voting <= fixed:
        words = f"Pemungutan suara ({date_words(voting)}) harus sesudah penetapan calon ({date_words(fixed)})."
        yield ("voting",), words
        return
    for index, stage in enumerate(calendar.stages):
        if stage.last < stage.first:
            words = f"{stage.name} berakhir {date_words(stage.last)}, sebelum dimulai {date_words(stage.first)}."
            yield ("stages", index, "last"), words
        elif stage.id in (CAMPAIGN, QUIET) and not _between(stage, calendar):
            words = (
                f"{stage.name} harus sesudah penetapan calon ({date_words(fixed)}) dan sebelum pemungutan suara "
                f"({date_words(voting)})."
            )
            yield ("stages", index, "first"), words


def _between(stage: Stage, calendar: Calendar) -> bool:
    return calendar.candidates_fixed < stage.first and stage.last < calendar.voting


def parse_day(text: str, label: str) -> dt.date | None:
    """The day of 27 November 2024 or 27-11-2024; None for an empty field.

    Raises Refusal, naming the field by `label`, for anything else and for days that no calendar has.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    found = _DAY.fullmatch(typed.lower())
    month = found and (int(found[5]) if found[5] else _MONTHS.get(found[2]))
    if not found or month is None:
        raise Refusal(f"{label} ditulis seperti 27 November 2024 atau 27-11-2024. Periksa kembali, lalu ketik ulang.")
    try:
        return dt.date(int(found[3] or found[6]), month, int(found[1] or found[4]))
    except ValueError as error:
        raise Refusal(f"{label}: tidak ada tanggal {typed}. Periksa kembali, lalu ketik ulang.") from error
