"""Inviting to a briefing: who a file or typed lines invite, taken whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from asnquiz.domain.invitation import InvitationReading, Invited, read_invitation, read_lines
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Sheet
from asnquiz.domain.wording import number_words

MOST_GUESTS = 2000

ReadSheets = Callable[[Path], Sequence[Sheet]]


def invited_in(path: Path, *, read_sheets: ReadSheets) -> InvitationReading:
    """Who a file invites. Raises Refusal where it is no list, or has nobody or too many in it."""
    return _checked(read_invitation(read_sheets(path)))


def invited_by(text: str) -> InvitationReading:
    """Who typed or pasted lines invite. Raises Refusal as `invited_in`."""
    return _checked(read_lines(text))


def taken(reading: InvitationReading) -> tuple[Invited, ...]:
    """Everybody who is invited. Raises Refusal while anything of the list is faulty."""
    if reading.faults:
        first, count = reading.faults[0], number_words(len(reading.faults))
        raise Refusal(f"Daftar undangan belum dapat dipakai: {count} kesalahan. {first.cell}: {first.message}")
    return reading.people


def _checked(reading: InvitationReading) -> InvitationReading:
    if not reading.people and not reading.faults:
        raise Refusal("Daftar undangan ini tidak memuat nama. Periksa isinya, lalu pilih lagi.")
    if len(reading.people) + len(reading.faults) > MOST_GUESTS:
        raise Refusal(f"Daftar undangan memuat lebih dari {number_words(MOST_GUESTS)} orang. Bagi menjadi beberapa.")
    return reading
