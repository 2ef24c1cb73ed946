"""The pledge as it is kept: when, and all that was read."""

from uuid import uuid4

from asnquiz.domain.pack import Pledge, PledgePoint
from asnquiz.usecases.take_pledge import pledge_text, take_pledge
from tests.usecases.conftest import OpenDesk

PLEDGE = Pledge(
    "Ikrar empat butir",
    "Kami berikrar:",
    (PledgePoint("Menjaga netralitas.", "Melayani semua.", "Loket."), PledgePoint("Menolak uang.", "Tidak.", "Guru.")),
    "Demikian.",
    ("S61",),
)
READ = """\
Ikrar empat butir

Kami berikrar:

1. Menjaga netralitas.
Artinya: Melayani semua.
Contoh: Loket.

2. Menolak uang.
Artinya: Tidak.
Contoh: Guru.

Demikian."""


def test_the_text_has_everything_that_was_read_in_its_order() -> None:
    assert pledge_text(PLEDGE) == READ


def test_each_time_is_kept_under_its_person(open_desk: OpenDesk) -> None:
    desk = open_desk()
    other = desk.add_profile(uuid4())
    first = take_pledge(PLEDGE, desk.profile, store=desk.store, clock=desk.clock)
    second = take_pledge(PLEDGE, desk.profile, store=desk.store, clock=desk.clock)
    assert first.text == READ
    assert desk.store.pledges(desk.profile) == (first, second)
    assert desk.store.pledges(other) == ()
