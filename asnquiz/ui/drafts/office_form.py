"""The office's facts as plain values: from the lines of a form to what is published, refused by line."""

from collections.abc import Iterator, Mapping, Sequence

from asnquiz.domain.calendar import parse_day
from asnquiz.domain.draft import Workshop
from asnquiz.domain.local import Contact, ContactRole, Office
from asnquiz.domain.pack import Calendar, Pledge, PledgePoint
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task_check import MOST_UNITS
from asnquiz.domain.unseen import NOT_TEXT
from asnquiz.domain.wording import number_words
from asnquiz.ui.ask.calendar_presenter import BY, DAYS, LABELS, NAME, assembled, lines_of

# The lines of a contact, by the fields of Contact.
CONTACT = {"name": "Nama", "address": "Alamat", "phone": "Telepon", "email": "Surel", "hours": "Jam layanan"}
CALENDAR = {key: words for key, words in LABELS.items() if key != BY}
POINTS = 4
_UNIT = "-"


def contact_of(role: ContactRole, lines: Mapping[str, str]) -> Contact | None:
    """None where every line is empty. Raises Refusal where only the name is."""
    known = {key: line for key, words in CONTACT.items() if (line := parse_line(lines[key], words))}
    if not known:
        return None
    if "name" not in known:
        raise Refusal("Namanya masih kosong. Isi, atau hapus isian lainnya.")
    return Contact(role, **known)


def office_lines(offices: Sequence[Office]) -> Iterator[str]:
    """An office on each line, its units below it behind a hyphen."""
    for office in offices:
        yield office.name
        for unit in office.units:
            yield f"{_UNIT} {unit}"


def offices_of(lines: Sequence[str]) -> tuple[Office, ...]:
    """Raises Refusal for a unit before any office, for an office or unit that is written twice, and for too many."""
    found: dict[str, list[str]] = {}
    for typed in lines:
        is_unit = typed.lstrip().startswith(_UNIT)
        line = parse_line(typed.lstrip().lstrip(_UNIT), "Nama unit kerja" if is_unit else "Nama perangkat daerah")
        if line is None:
            continue
        if not is_unit and line in found:
            raise Refusal(f"“{line}” ditulis dua kali. Satukan unit kerjanya di bawah satu nama.")
        if not is_unit:
            found[line] = []
        elif not found:
            raise Refusal("Baris pertama harus nama perangkat daerah; unit kerjanya di bawahnya, diawali tanda hubung.")
        elif line in (units := found[next(reversed(found))]):
            raise Refusal(f"Unit “{line}” ditulis dua kali di perangkat daerah yang sama. Hapus salah satunya.")
        else:
            units.append(line)
    many = sum(1 + len(units) for units in found.values())
    if many > MOST_UNITS:
        raise Refusal(
            f"Perangkat daerah dan unit kerja seluruhnya paling banyak {number_words(MOST_UNITS)}; yang tertulis "
            f"{number_words(many)}. Hapus yang lain."
        )
    return tuple(Office(name, tuple(units)) for name, units in found.items())


def calendar_lines(workshop: Workshop) -> dict[str, str]:
    standing = lines_of(workshop.calendar) if workshop.calendar else {}
    return {key: standing.get(key, "") for key in CALENDAR}


def calendar_of(lines: Mapping[str, str], office: str) -> Calendar | tuple[str, str] | None:
    """None where every line is empty; else the calendar, or the key of a line and what is wrong with it."""
    if not any(lines.values()):
        return None
    days = {key: parse_day(lines[key], LABELS[key]) for key in DAYS}
    made = assembled(lines[NAME], office, days)
    return made if isinstance(made, Calendar) else (made[0].key, made[0].words)


def pledge_of(lines: Mapping[str, str]) -> Pledge:
    """Raises Refusal for the first line that is empty; `lines` are by the keys of `pledge_lines`.

    What is not seen and comes along when people paste is left out. The office answers for it, and no source does.
    """
    clean = {key: " ".join(NOT_TEXT.sub("", words).split()) for key, words in lines.items()}
    for key, label in PLEDGE.items():
        if not clean[key]:
            raise Refusal(f"{label} masih kosong. Isi, atau pakai ikrar nasional.")
    points = tuple(
        PledgePoint(clean[f"text-{at}"], clean[f"meaning-{at}"], clean[f"example-{at}"]) for at in range(POINTS)
    )
    return Pledge(clean["name"], clean["opening"], points, clean["closing"], ())


PLEDGE = {
    "name": "Nama ikrar",
    "opening": "Pembuka ikrar",
    **{
        f"{key}-{at}": f"{words} butir {at + 1}"
        for at in range(POINTS)
        for key, words in (("text", "Bunyi"), ("meaning", "Arti"), ("example", "Contoh"))
    },
    "closing": "Penutup ikrar",
}


def pledge_lines(pledge: Pledge) -> dict[str, str]:
    points = {
        f"{key}-{at}": getattr(point, key)
        for at, point in enumerate(pledge.points[:POINTS])
        for key in ("text", "meaning", "example")
    }
    return {"name": pledge.name, "opening": pledge.opening, **points, "closing": pledge.closing}
