"""A briefing whose phones drop and reload, and whose server is killed, ends as one that nothing happened to."""

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from asnquiz.domain.briefing import Briefing, StepKind
from asnquiz.domain.briefing_course import Course, course_of
from asnquiz.programs.paths import Paths
from asnquiz.storage.briefings.database import open_briefings
from tests.classroom.phones import Hall, Mishap, Phone
from tests.conftest import IN_CI
from tests.programs.serving import OCCASION, Serving, serving

PHONES = 60 if IN_CI else 16
MISHAPS = 3
SEED = 11
NAMES = [f"Pegawai {number}" for number in range(PHONES)]
UNIT = "Dinas Kesehatan"
_DEADLINE = 120
_FEWEST_DEEDS = 18  # of one person in a briefing of 45 minutes, with coming in
# What opens answers, as it is said to whoever leads.
_OPENS = ("Buka jawaban", "Buka tes", "Diskusi selesai", "Buka ikrar")


def choices(name: str, step: int, item: str, round_: int, rows: int) -> list[list[int]]:
    """What somebody answers; now and then they change their mind."""
    random = Random(f"{SEED} {name} {step} {item} {round_}")
    return [[random.randrange(rows)] for _ in range(random.choice((1, 1, 1, 2)))]


def mishaps(name: str) -> dict[int, Mishap]:
    random = Random(f"{SEED} {name}")
    places = random.sample(range(_FEWEST_DEEDS), MISHAPS)
    return {place: Mishap(random.random() < 0.5, random.choice(("", "sent", "saved"))) for place in places}


@dataclass(frozen=True)
class Held:
    """A briefing that was held: how it is kept, and the phones that were there."""

    briefing: Briefing
    course: Course
    phones: list[Phone]
    told: list[str]

    def results(self) -> dict[str, object]:
        """By name: every answer that counts, the tests handed in, and whether they pledged."""
        course = self.course
        return {
            one.name: (
                {asked: given[one.number].answer for asked, given in course.answers.items() if one.number in given},
                sorted(step for step, through in course.submitted.items() if one.number in through),
                one.number in course.pledged,
            )
            for one in course.present
        }


def kept(data: Path, briefing: UUID) -> tuple[Briefing, Course]:
    with closing(open_briefings(Paths(data).briefings)) as store:
        return store.briefing(briefing), course_of(store.events(briefing))


def expected(briefing: Briefing) -> dict[str, object]:
    """The same of the choices alone."""
    rows = {frozen.item: len(frozen.order) for frozen in briefing.items}
    rounds = [
        (at, item, round_)
        for at, step in enumerate(briefing.steps)
        if step.kind.asks
        for item in step.refs
        for round_ in ((1, 2) if step.twice else (1,))
    ]
    tests = [at for at, step in enumerate(briefing.steps) if step.kind.tests]
    return {
        name: (
            {(at, item, round_): tuple(choices(name, at, item, round_, rows[item])[-1]) for at, item, round_ in rounds},
            tests,
            True,
        )
        for name in NAMES
    }


async def held(data: Path, *, disturbed: bool) -> Held:
    """Holds a whole briefing; every other person comes with a kode peserta."""
    guests = data.with_suffix(".csv")
    invited = NAMES[::2]
    guests.write_text("\n".join(["Nama;Jabatan;Unit kerja", *(f"{name};Analis;{UNIT}" for name in invited)]))
    server = await serving(data, *OCCASION, "--plan", "siap-45", "--guests", str(guests))
    briefing_id = UUID(server.opened["briefing"])
    briefing, _ = kept(data, briefing_id)
    codes = {guest.name: guest.code for guest in briefing.guests}
    hall, changed = Hall(server.opened["address"]), asyncio.Event()

    def phone(name: str) -> Phone:
        named = {"guest": codes[name], "name": "", "unit": ""} if name in codes else {"name": name, "unit": UNIT}
        entry = {"class": briefing.class_code, "guest": "", "people": 1, **named}
        befall = mishaps(name) if disturbed else {}
        return Phone(hall, entry, partial(choices, name), Random(f"{SEED} {name}"), befall, changed.set)

    async def until(so: Callable[[Phone], bool], count: int = PHONES) -> None:
        while sum(map(so, phones)) < count:
            changed.clear()
            await changed.wait()

    def through(asked: int) -> Callable[[Phone], bool]:
        return lambda one: one.finished >= asked

    async def go_on_after_kill(server: Serving) -> Serving:
        code, _ = await server.kill(signal.SIGKILL)
        assert code == -signal.SIGKILL
        again = await serving(data, "--lanjut", str(briefing_id))
        assert again.opened["briefing"] == str(briefing_id)
        assert "Tutup jawaban" in await again.stand()
        hall.address = again.opened["address"]
        again.told[:0] = server.told
        return again

    phones = [phone(name) for name in NAMES]
    lives = [asyncio.create_task(one.live()) for one in phones]
    ahead = await server.stand()
    await until(lambda one: one.joined)
    asked, to_be_killed = 0, disturbed
    while "ketik akhiri" not in ahead:
        opens = any(words in ahead for words in _OPENS)
        ahead, vote = await server.say(""), "Buka jawaban" in ahead
        if not opens:
            continue
        asked += 1
        if vote and to_be_killed:
            await until(through(asked), PHONES // 2)
            server, to_be_killed = await go_on_after_kill(server), False
        await until(through(asked))
    await server.say("akhiri", "ya")
    assert await server.end() == (0, "")
    for life in lives:
        life.cancel()
    await asyncio.gather(*lives, return_exceptions=True)
    return Held(briefing, kept(data, briefing_id)[1], phones, server.told)


async def both(folder: Path) -> tuple[Held, Held]:
    """One that nothing happens to, and one beside it."""
    async with asyncio.timeout(_DEADLINE):
        return await asyncio.gather(held(folder / "calm", disturbed=False), held(folder / "rough", disturbed=True))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers at any address of its own")
def test_dropped_phones_and_a_killed_server_change_no_result(tmp_path: Path) -> None:
    calm, rough = asyncio.run(both(tmp_path))
    assert rough.results() == calm.results()
    for one in (calm, rough):
        assert [step.kind for step in one.briefing.steps if step.kind.tests] == [StepKind.PRETEST, StepKind.POSTTEST]
        assert one.results() == expected(one.briefing)
        assert one.course.ended
        assert [phone.refused for phone in one.phones if phone.refused] == []
        assert not any(name in line for line in one.told for name in NAMES)
    assert {phone.lines for phone in calm.phones} == {1}
    assert all(not phone.unharmed and phone.lines > MISHAPS for phone in rough.phones)
