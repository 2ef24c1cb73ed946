"""The phones of a hall: who is connected, what each says, and what each is told."""

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from hashlib import sha256
from math import ceil
from secrets import token_urlsafe
from typing import Protocol

from asnquiz.classroom import wire
from asnquiz.classroom.guard import Guard, Tries
from asnquiz.classroom.journal import NOT_KEPT, Journal, Kept
from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import (
    Answered,
    Closed,
    Course,
    Ended,
    Happening,
    Opened,
    Participant,
    Removed,
    Revealed,
    Went,
)
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases import lead_briefing
from asnquiz.usecases.show_phone import join_form, own_state, room_state

UNREADABLE = "Pesan dari HP ini tidak dapat dibaca. Muat ulang halaman ini."
TOO_FAST = "HP ini mengirim terlalu banyak. Tunggu sebentar, lalu muat ulang halaman ini."
_ELSEWHERE = "Halaman ini dibuka di tab lain. Lanjutkan di sana, atau muat ulang halaman ini untuk memakainya di sini."
_TAKEN_OUT = "Narasumber mengeluarkan HP ini dari daftar peserta. Jika keliru, hubungi narasumber."
_STOPPED = "Sosialisasi ditutup di komputer narasumber. Jika nanti dilanjutkan, muat ulang halaman ini."

_WRONG = (lead_briefing.WRONG_CLASS, lead_briefing.WRONG_GUEST)
_MOVES = (Went, Opened, Closed, Revealed, Ended)


class Line(Protocol):
    """A connection to a phone. Neither method waits for the phone; both do nothing after the end."""

    @property
    def address(self) -> str:
        """Of the other end; for limits only."""

    def tell(self, text: str) -> None: ...

    def end(self) -> None:
        """Closes it once the phone has what it was told."""


class Phone:
    """One connection.

    Attributes:
        secret: what a phone that comes in on it is given, to show who it is from then on.
        token: SHA-256 of the secret by which the phone is known; empty before it is.
        participant: whose phone it is; None before that is known.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self.tries = Tries()
        self.secret = token_urlsafe(16)
        self.greeted = False
        self.token = ""
        self.participant: int | None = None


class Phones:
    """Belongs to the hall's loop. Whatever phones are told is durable."""

    def __init__(
        self, briefing: Briefing, pack: Pack, journal: Journal, guard: Guard, changed: Callable[[], None]
    ) -> None:
        """`changed` is called when a phone came or went."""
        self._briefing, self._pack, self._journal = briefing, pack, journal
        self._guard, self._changed = guard, changed
        self._stopped = False
        self._connected: set[Phone] = set()
        self._by_participant: dict[int, Phone] = {}
        # Beside the course, which would be searched from end to end; what it says of somebody is looked up there.
        self._by_token: dict[str, int] = {}
        self._learn_tokens()
        self._look()

    @property
    def online(self) -> frozenset[int]:
        return frozenset(self._by_participant.keys() & self._journal.kept.participants.keys())

    def came(self, line: Line) -> Phone:
        phone = Phone(line)
        self._connected.add(phone)
        return phone

    def went(self, phone: Phone) -> None:
        self._connected.discard(phone)
        if phone.participant is not None and self._by_participant.get(phone.participant) is phone:
            del self._by_participant[phone.participant]
            self._changed()

    def bye(self, phone: Phone, words: str) -> None:
        """Tells a phone why it is let go, and closes its line."""
        phone.line.tell(wire.told("bye", words=words))
        phone.line.end()
        self.went(phone)

    def stop(self) -> None:
        """Says goodbye to all, and listens to nobody any more."""
        self._stopped = True
        for phone in tuple(self._connected):
            self.bye(phone, _STOPPED)

    # What phones say.

    def said(self, phone: Phone, text: str) -> None:
        """Takes in what a phone says, whatever that is."""
        if self._stopped or phone not in self._connected:
            return  # sent before it knew that it was let go
        try:
            message = wire.read(text)
        except wire.UnreadableError:
            phone.line.tell(wire.told("refused", of="", words=UNREADABLE))
            return
        try:
            self._take(phone, message)
        except Refusal as refusal:
            self._refuse(phone, message, str(refusal))

    def _take(self, phone: Phone, message: wire.Said) -> None:
        match message:
            case wire.Hello(token):
                self._hello(phone, token)
            case wire.Join():
                self._join(phone, message)
            case _:
                happenings = self._led_to(phone.participant, message)
                saved = wire.told("saved", **wire.names(message))
                self._note(phone, message, happenings, lambda: phone.line.tell(saved))

    def _led_to(self, participant: int | None, message: wire.Answer | wire.Submit | wire.Pledge) -> Sequence[Happening]:
        if participant is None:
            raise Refusal(lead_briefing.UNKNOWN)
        briefing, course = self._briefing, self._journal.course
        match message:
            case wire.Answer(step, item, round_, answer, number):
                given = Answered(participant, step, item, round_, answer, number)
                return lead_briefing.answer(given, briefing, self._pack, course)
            case wire.Submit(step):
                return lead_briefing.submit(participant, step, briefing, course)
            case wire.Pledge():
                return lead_briefing.pledge(participant, briefing, course)

    def _hello(self, phone: Phone, secret: str | None) -> None:
        if phone.greeted:
            raise Refusal(UNREADABLE)
        phone.greeted = True
        token = "" if secret is None else _hashed(secret)
        known = self._holder(token, self._journal.course)
        if known is None:
            self._tell_form(phone)
            return
        self._bind(phone, known.number, token)
        # With what it said on its last connection, if that is only being kept; where it is lost, all are told anew.
        self._journal.note((), lambda: self._tell_all(phone), _nothing)

    def _join(self, phone: Phone, said: wire.Join) -> None:
        if phone.participant is not None:
            return  # tapped twice: what the first led to is told
        wait = self._guard.wait(phone.line.address, phone.tries)
        if wait > 0:
            raise Refusal(f"Terlalu banyak kode yang salah. Tunggu {ceil(wait)} detik, lalu coba lagi.")
        token = _hashed(phone.secret)
        arrival = lead_briefing.Arrival(said.class_code, said.guest, said.name, said.unit, said.people)
        try:
            came = lead_briefing.come_in(
                arrival, token, self._briefing, self._journal.course, self._by_participant.keys()
            )
        except Refusal as refusal:
            if str(refusal) in _WRONG:
                self._guard.was_wrong(phone.line.address, phone.tries)
            raise
        self._by_token[token] = came.participant
        self._bind(phone, came.participant, token)
        self._note(phone, said, (came,), lambda: self._admit(phone))

    def _admit(self, phone: Phone) -> None:
        phone.line.tell(wire.told("token", token=phone.secret))
        self._tell_all(phone)

    def _bind(self, phone: Phone, participant: int, token: str) -> None:
        older = self._by_participant.get(participant)
        phone.participant, phone.token = participant, token
        self._by_participant[participant] = phone
        if older is not None:
            self.bye(older, _ELSEWHERE)
        self._changed()

    def _note(
        self, phone: Phone, message: wire.Said, happenings: Sequence[Happening], kept: Callable[[], None]
    ) -> None:
        self._journal.note(happenings, kept, lambda: self._refuse(phone, message, NOT_KEPT))

    def _holder(self, token: str, course: Course) -> Participant | None:
        """Whose phone holds the secret with this SHA-256; nobody who was taken out."""
        number = self._by_token.get(token)
        one = None if number is None else course.participants.get(number)
        return one if one is not None and one.token == token and not one.removed else None

    # What phones are told.

    def tell_moves(self, done: Kept) -> None:
        """Tells phones what a group that is kept now changes for them, beside what each is told of its own."""
        for event in done.events:
            match event.what:
                case Removed(participant) if participant in self._by_participant:
                    self.bye(self._by_participant[participant], _TAKEN_OUT)
        if not any(isinstance(event.what, _MOVES) for event in done.events):
            return
        for participant in self._with_news(done.before, self._journal.kept) & self.online:
            self._tell_own(self._by_participant[participant], participant)
        before = self._room.screen
        self._look()
        if self._room.screen != before:
            text = wire.told("room", self._room)
            for participant in self.online:
                self._by_participant[participant].line.tell(text)

    def tell_anew(self) -> None:
        """Tells every phone where the briefing stands, after something was lost."""
        self._learn_tokens()
        self._look()
        for participant, phone in tuple(self._by_participant.items()):
            if self._holder(phone.token, self._journal.kept) is not None:
                self._tell_all(phone)
                continue
            del self._by_participant[participant]
            phone.participant, phone.token = None, ""
            self._tell_form(phone)

    def _with_news(self, before: Course, now: Course) -> Set[int]:
        """Whom a move tells something of themselves: the result of a test, or what they answered here before."""
        tests = (at for at, step in enumerate(self._briefing.steps) if step.kind.tests)
        if any(now.state(at).revealed != before.state(at).revealed for at in tests):
            return self.online
        if now.step == before.step:
            return frozenset()
        return {one for (step, _, _), given in now.answers.items() if step == now.step for one in given}

    def _learn_tokens(self) -> None:
        self._by_token |= {one.token: one.number for one in self._journal.kept.participants.values()}

    def _look(self) -> None:
        self._room = room_state(self._briefing, self._pack, self._journal.kept)

    def _tell_all(self, phone: Phone) -> None:
        if phone.participant is not None:  # else it was taken out meanwhile
            self._tell_own(phone, phone.participant)
            phone.line.tell(wire.told("room", replace(self._room, version=self._journal.kept.happened)))

    def _tell_own(self, phone: Phone, participant: int) -> None:
        kept = self._journal.kept
        own = own_state(self._briefing, self._pack, kept, kept.participants[participant])
        phone.line.tell(wire.told("own", own))

    def _tell_form(self, phone: Phone) -> None:
        """With the secret already, so that a phone that is cut off while it comes in is known when it is back."""
        phone.line.tell(wire.told("form", join_form(self._briefing), token=phone.secret))

    def _refuse(self, phone: Phone, message: wire.Said, words: str) -> None:
        phone.line.tell(wire.told("refused", **wire.names(message), words=words))


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _nothing() -> None: ...
