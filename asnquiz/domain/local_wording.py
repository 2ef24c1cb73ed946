"""How what an office adds is written for readers: its marks, who answers for it, whom to ask, and its units."""

from collections import Counter
from collections.abc import Iterable

from asnquiz.domain.local import Contact, ContactRole, Hand, Local, Mark, Standing, same_person
from asnquiz.domain.pack import Citation, Item, Pack
from asnquiz.domain.task_check import MOST_HEAD_LINES
from asnquiz.domain.wording import citations_words, date_words, harmless, phase_words

LOCAL, NOT_REVIEWED = "Tambahan setempat", "Tambahan setempat, belum ditelaah"
LOCAL_PLEDGE = "Ikrar setempat"

CONTACT_ROLE = {
    ContactRole.TASK_FORCE: "Satuan tugas netralitas",
    ContactRole.BAWASLU: "Bawaslu",
    ContactRole.BKPSDM: "BKPSDM",
    ContactRole.OTHER: "Lainnya",
}

_ALONE = " Keduanya orang yang sama, jadi belum dihitung ditelaah."


def is_settled(pack: Pack, id_: str) -> bool:
    """Whether two people stand for a local addition, and for the local rules under it where it is a question."""
    item = pack.item_by_id.get(id_)
    marks = [pack.mark(one) for one in (id_, *(item.rules if item else ()))]
    return all(mark.settled for mark in marks if mark)


def local_words(pack: Pack, id_: str) -> str:
    """`Tambahan setempat, belum ditelaah`; empty of whatever is national."""
    if pack.mark(id_) is None:
        return ""
    return LOCAL if is_settled(pack, id_) else NOT_REVIEWED


def marked_words(pack: Pack, id_: str) -> str:
    """`Tambahan setempat, belum ditelaah · BKPSDM Kabupaten Contoh`; empty of whatever is national."""
    words = local_words(pack, id_)
    return f"{words} · {publisher_of(pack.local)}" if words else ""


def above_words(item: Item, pack: Pack) -> str:
    """What stands over a question: `Sebelum (penetapan calon) · Tambahan setempat`, or the phase alone."""
    return " · ".join(filter(None, (phase_words(item.phase), local_words(pack, item.id))))


def pledge_words(pack: Pack) -> str:
    """`Ikrar setempat · BKPSDM Kabupaten Contoh`; empty where the pledge is the national one."""
    return f"{LOCAL_PLEDGE} · {publisher_of(pack.local)}" if pack.local and pack.local.own_pledge else ""


def basis_words(citations: Iterable[Citation], id_: str, pack: Pack) -> tuple[tuple[str, str], ...]:
    """What an answer rests on, as heading and second line: that an office added it, where one did, and the law."""
    words = local_words(pack, id_)
    return (*([(words, publisher_of(pack.local))] if words else ()), *citations_words(citations, pack))


def layer_words(local: Local) -> str:
    """`Netralitas di Kabupaten Contoh, versi 3, dari BKPSDM Kabupaten Contoh`."""
    return harmless(f"{local.title}, versi {local.version}, dari {local.publisher}")


def hands_words(mark: Mark) -> str:
    """Who wrote an addition and who reviewed it, each with the day; or why it does not count as reviewed."""
    if mark.standing is Standing.DRAFT:
        return "Masih konsep, jadi tidak ditampilkan."
    author = f"Penulis: {_hand_words(mark.author)}" if mark.author else "Penulis tidak disebut"
    reviewer = f"Penelaah: {_hand_words(mark.reviewer)}" if mark.reviewer else "Belum ada penelaah"
    alone = mark.author and mark.reviewer and same_person(mark.author.name, mark.reviewer.name)
    return f"{author}. {reviewer}.{_ALONE if alone else ''}"


def _hand_words(hand: Hand) -> str:
    return f"{harmless(hand.name)} ({date_words(hand.on)})"


def contact_fields(contact: Contact) -> tuple[tuple[str, str], ...]:
    """Label and value of what is known of a contact beside its name."""
    known = (
        ("Alamat", contact.address),
        ("Telepon", contact.phone),
        ("Surel", contact.email),
        ("Jam layanan", contact.hours),
    )
    return tuple((label, harmless(value)) for label, value in known if value)


def contact_text(contact: Contact) -> str:
    """A contact in lines, to be pasted elsewhere."""
    return "\n".join((harmless(contact.name), *(f"{label}: {value}" for label, value in contact_fields(contact))))


def publisher_of(local: Local | None) -> str:
    """The office that published the layer in force; empty where there is none."""
    return harmless(local.publisher) if local else ""


def letterhead_of(local: Local | None) -> tuple[str, ...]:
    """The head of papers as the office has it, at most as long as papers take; none where there is no layer."""
    return tuple(map(harmless, local.letterhead[:MOST_HEAD_LINES])) if local else ()


def unit_choices(local: Local | None) -> tuple[str, ...]:
    """The offices and their units, each by a name that no other has: like ones with the office's behind it."""
    offices = local.offices if local else ()
    times = Counter(name for office in offices for name in (office.name, *office.units))
    choices: list[str] = []
    for office in offices:
        choices.append(office.name)
        choices += [unit if times[unit] == 1 else f"{unit}, {office.name}" for unit in office.units]
    return tuple(dict.fromkeys(map(harmless, choices)))
