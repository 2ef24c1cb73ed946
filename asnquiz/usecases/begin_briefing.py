"""Beginning a briefing: a form, checked line by line, becomes a briefing that is kept together with its pack."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR
from random import Random
from uuid import UUID

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.briefing import Briefing, Guest, Occasion, Plan, Way
from asnquiz.domain.briefing_codes import class_code, guest_codes
from asnquiz.domain.drawing import freeze
from asnquiz.domain.invitation import Invited
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import NIP_LENGTH, parse_line
from asnquiz.domain.plan_check import plan_faults
from asnquiz.domain.task_check import MOST_UNITS, line_faults, office_faults, refuse_first
from asnquiz.domain.wording import number_words
from asnquiz.usecases.briefing_ports import BriefingStore
from asnquiz.usecases.invite_guests import MOST_GUESTS
from asnquiz.usecases.ports import Clock, PackSource


@dataclass(frozen=True)
class BriefingForm:
    """What a trainer fills in; fields as in `Briefing`."""

    occasion: Occasion
    way: Way
    plan: Plan
    units: tuple[str, ...] = ()
    guests: tuple[Invited, ...] = ()
    rehearsal: bool = False
    task: UUID | None = None


def begin_briefing(
    form: BriefingForm,
    *,
    briefing_id: UUID,
    random: Random,
    packs: PackSource,
    clock: Clock,
    store: BriefingStore,
) -> Briefing:
    """Keeps a new briefing and gives it as it is kept: on portable media without a NIP.

    `random` draws the codes and shuffles the rows, so it must be one that nobody can foretell. Raises Refusal, with
    nothing kept, for the first fault of the form.
    """
    pack, sha256, compiled = packs.current()
    clean = _clean(form)
    refuse_first(form_faults(clean, pack))
    asked = [pack.item_by_id[item] for step in clean.plan.steps if step.kind.asks for item in step.refs]
    codes = guest_codes(len(clean.guests), random)
    briefing = Briefing(
        id=briefing_id,
        made=clock.now(),
        occasion=clean.occasion,
        way=clean.way,
        plan=clean.plan,
        pack=PackRef(pack.id, pack.version, sha256),
        items=freeze(asked, random),
        units=clean.units,
        guests=tuple(
            Guest(code, one.name, one.position, one.unit, one.nip)
            for code, one in zip(codes, clean.guests, strict=True)
        ),
        class_code=class_code(random),
        rehearsal=clean.rehearsal,
        task=clean.task,
    )
    store.begin(briefing, compiled)
    return store.briefing(briefing_id)


def form_faults(form: BriefingForm, pack: Pack) -> Iterator[str]:
    """An Indonesian sentence for each thing that keeps a briefing from being begun."""
    yield from _occasion_faults(form.occasion)
    yield from plan_faults(form.plan, pack, form.way)
    if len(form.units) > MOST_UNITS or len(set(form.units)) < len(form.units):
        yield f"Daftar unit kerja paling banyak {MOST_UNITS} dan masing-masing ditulis sekali. Perbaiki daftarnya."
    for unit in form.units:
        yield from line_faults(unit, "Unit kerja")
    if len(form.guests) > MOST_GUESTS:
        yield f"Undangan paling banyak {number_words(MOST_GUESTS)} orang. Kurangi daftarnya."
    for number, guest in enumerate(form.guests, start=1):
        for fault in _guest_faults(guest):
            yield f"Undangan {number}: {fault}"
    nips = Counter(guest.nip for guest in form.guests if guest.nip is not None)
    if any(times > 1 for times in nips.values()):
        yield "Ada NIP yang sama untuk dua orang di daftar undangan. Hapus salah satunya."


def _occasion_faults(occasion: Occasion) -> Iterator[str]:
    yield from line_faults(occasion.title, "Judul acara")
    yield from office_faults(occasion.office, occasion.letterhead)
    yield from line_faults(occasion.place, "Tempat")
    if not MINYEAR < occasion.date.year < MAXYEAR:
        yield "Tanggal acara tidak masuk akal. Periksa tanggalnya."
    if occasion.number:
        yield from line_faults(occasion.number, "Nomor surat")
    yield from line_faults(occasion.speaker, "Narasumber")


def _guest_faults(guest: Invited) -> Iterator[str]:
    yield from line_faults(guest.name, "Nama")
    if guest.position:
        yield from line_faults(guest.position, "Jabatan")
    yield from line_faults(guest.unit, "Unit kerja")
    if guest.nip is not None and not (len(guest.nip) == NIP_LENGTH and guest.nip.isascii() and guest.nip.isdigit()):
        yield f"NIP terdiri atas {NIP_LENGTH} angka. Perbaiki NIP-nya, atau kosongkan."


def _clean(form: BriefingForm) -> BriefingForm:
    """With every text as one line of visible characters, and without lines that say nothing."""
    of = form.occasion
    occasion = Occasion(
        title=_line(of.title, "Judul acara"),
        office=_line(of.office, "Nama kantor"),
        letterhead=_lines(of.letterhead, "Baris kop surat"),
        place=_line(of.place, "Tempat"),
        date=of.date,
        number=_line(of.number, "Nomor surat"),
        speaker=_line(of.speaker, "Narasumber"),
    )
    guests = tuple(
        Invited(_line(one.name, "Nama"), _line(one.position, "Jabatan"), _line(one.unit, "Unit kerja"), one.nip)
        for one in form.guests
    )
    units = tuple(dict.fromkeys(_lines(form.units, "Unit kerja")))
    plan = replace(form.plan, name=_line(form.plan.name, "Nama rencana"))
    return replace(form, occasion=occasion, plan=plan, units=units, guests=guests)


def _lines(texts: tuple[str, ...], label: str) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := _line(text, label)))


def _line(text: str, label: str) -> str:
    return parse_line(text, label) or ""
