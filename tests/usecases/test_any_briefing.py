"""A briefing led in any order, with messages of phones late, repeated, overtaken, of people who are out, after the end.

What counts is held against a small model that knows nothing of events. What is shown is held against a twin: the same
briefing among people of other names who answer otherwise, over a pack whose keys are elsewhere.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from asnquiz.content.markdown import prose
from asnquiz.domain.answering import Answer
from asnquiz.domain.briefing import StepKind
from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    Answered,
    Course,
    Event,
    Happening,
    Joined,
    Returned,
    after,
    course_of,
    numbered,
)
from asnquiz.domain.briefing_tally import Turn, tally, turn
from asnquiz.domain.pack import Item, ItemType, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases import lead_briefing as lead
from asnquiz.usecases.show_audience import picture
from asnquiz.usecases.show_phone import own_state, room_state
from tests import briefings, builders
from tests.briefings import ASKED, UNITS

SECRETS = ("PEMBAHASAN", "SEBAIKNYA", "UMPAN")
RIGHT: Mapping[str, Answer] = dict(zip(ASKED, ((2,), (0, 2), (1,)), strict=True))
ELSEWHERE: Mapping[str, Answer] = dict(zip(ASKED, ((1,), (1, 3), (0,)), strict=True))
ROWS = dict(zip(ASKED, (4, 4, 3), strict=True))


def asked(item_id: str, right: Answer, word: str) -> Item:
    """An item with this key, everything secret of which has a word of its own."""
    type_ = list(ItemType)[ASKED.index(item_id)]
    made = builders.item(type_, id=item_id, explanation=f"{SECRETS[0]} {word}", instead=f"{SECRETS[1]} {word}")
    if type_ is ItemType.VERDICT:
        feedback = dict.fromkeys(made.feedback or (), f"{SECRETS[2]} {word}")
        return replace(made, key=(Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT)[right[0]], feedback=feedback)
    options = (
        replace(option, key=row in right, feedback=f"{SECRETS[2]} {word}") for row, option in enumerate(made.options)
    )
    return replace(made, options=tuple(options))


PACK = builders.pack(tuple(asked(item, right, "di sini") for item, right in RIGHT.items()))
TWIN_PACK = replace(PACK, items=tuple(asked(item, right, "di sana") for item, right in ELSEWHERE.items()))
BRIEFING = briefings.briefing(PACK)
STEPS = BRIEFING.steps
ANSWERED = [at for at, step in enumerate(STEPS) if step.kind.asks or step.kind is StepKind.PLEDGE]
PRIVATE = ("Rahasia", "Siti Aminah", "Budi Santoso", "198609262015051001", "7K2M", "9PQX")

INDEX = st.integers(0, 5)
# None is where the room is, which is where most things happen.
PLACE = st.one_of(st.none(), st.none(), st.sampled_from(range(len(STEPS))))


def renamed(what: Happening) -> Happening:
    return replace(what, name=f"Orang lain {what.participant}", unit=UNITS[1]) if isinstance(what, Joined) else what


def twin(what: Happening) -> Happening:
    """Other people, who answer otherwise."""
    if isinstance(what, Answered):
        return replace(what, answer=tuple(sorted((row + 1) % ROWS[what.item] for row in what.answer)))
    return renamed(what)


def leaves(value: object) -> Iterator[object]:
    """Everything in a tree of values that is no tree itself, with the names of fields."""
    if is_dataclass(value):
        for one in fields(value):
            yield one.name
            yield from leaves(getattr(value, one.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def words_in(value: object) -> str:
    return "\n".join(leaf for leaf in leaves(value) if isinstance(leaf, str))


@dataclass
class Person:
    """Somebody in the model."""

    guest: str | None
    present: bool = True


class AnyBriefing(RuleBasedStateMachine):
    """The model: at most one thing is open, and each answer that came in while it was asked replaces the one before."""

    @initialize()
    def begin(self) -> None:
        self.course = self.renamed = self.twin = Course()
        self.events: list[Event] = []
        self.at = 0
        self.ended = False
        self.open: tuple[int, int] | None = None
        self.rounds: dict[int, int] = {}
        self.revealed: set[int] = set()
        self.people: list[Person] = []
        self.sent: list[Answered] = []
        self.kept: dict[tuple[int, int, str, int], tuple[int, Answer]] = {}
        self.submitted: set[tuple[int, int]] = set()
        self.pledged: set[int] = set()
        for guest in ("7K2M", "", ""):
            self.come_in(guest, set(), right=1)
        self.go_to(ANSWERED[0], 0)

    def happen(self, *what: Happening) -> None:
        for event in numbered(self.course, what, builders.moment(len(self.events) + 1)):
            self.events.append(event)
            self.course = after(self.course, event)
            self.renamed = after(self.renamed, replace(event, what=renamed(event.what)))
            self.twin = after(self.twin, replace(event, what=twin(event.what)))

    def lead(self, command: lead.Command) -> bool:
        try:
            self.happen(*lead.by_trainer(command, BRIEFING, PACK, self.course))
        except Refusal:
            return False
        return True

    def present(self, participant: int) -> bool:
        return 1 <= participant <= len(self.people) and self.people[participant - 1].present

    # The trainer.

    def go_to(self, step: int, page: int) -> None:
        assert self.lead(lead.GoTo(step, page)) is not self.ended
        if not self.ended:
            self.open = self.open if step == self.at else None
            self.at = step

    @rule()
    def go_on(self) -> None:
        """As most briefings go, so that much is answered."""
        if not self.open and self.at not in self.rounds and self.at in ANSWERED and self.at not in self.revealed:
            self.open_it(None)
        elif self.open:
            self.close(None)
        elif self.at in self.revealed or STEPS[self.at].kind is not StepKind.QUESTION:
            self.go_to(ANSWERED[(bisect(ANSWERED, self.at)) % len(ANSWERED)], 0)
        elif self.rounds[self.at] == FIRST:
            self.vote_again(None)
        else:
            self.reveal(None)

    def open_it(self, place: int | None) -> None:
        step = self.at if place is None else place
        may = not self.ended and step == self.at and step not in self.revealed
        may = may and (STEPS[step].kind.asks or STEPS[step].kind is StepKind.PLEDGE)
        assert self.lead(lead.Open(step)) is may
        if may:
            self.rounds.setdefault(step, FIRST)
            self.open = (step, self.rounds[step])

    def vote_again(self, place: int | None) -> None:
        step = self.at if place is None else place
        may = not self.ended and step == self.at and step not in self.revealed
        may = may and STEPS[step].kind is StepKind.QUESTION and step in self.rounds
        assert self.lead(lead.VoteAgain(step)) is may
        if may:
            self.rounds[step] = AGAIN
            self.open = (step, AGAIN)

    def close(self, place: int | None) -> None:
        step = self.at if place is None else place
        assert self.lead(lead.Close(step)) is not self.ended
        if self.open and self.open[0] == step:
            self.open = None

    def reveal(self, place: int | None) -> None:
        step = self.at if place is None else place
        may = not self.ended and STEPS[step].kind.asks
        assert self.lead(lead.Reveal(step)) is may
        if may:
            self.revealed.add(step)
            self.open = None if self.open and self.open[0] == step else self.open

    def take_out(self, participant: int) -> None:
        assert self.lead(lead.TakeOut(participant)) is not self.ended
        if not self.ended and self.present(participant):
            self.people[participant - 1].present = False

    def end(self) -> None:
        assert self.lead(lead.End()) is not self.ended
        self.ended, self.open = True, None

    @rule(what=st.sampled_from(range(4)), place=PLACE)
    def lead_a_step(self, what: int, place: int | None) -> None:
        (self.open_it, self.vote_again, self.close, self.reveal)[what](place)

    @rule(chance=st.integers(1, 60), participant=INDEX, place=PLACE, page=st.integers(0, 7))
    def do_what_is_seldom_done(self, chance: int, participant: int, place: int | None, page: int) -> None:
        if chance == 60:
            self.end()
        if chance > 50:
            self.take_out(participant)
        elif chance > 20:
            self.go_to(self.at if place is None else place, page)

    # Whoever comes in.

    @rule(
        guest=st.sampled_from([None, "", "7k2m", "9PQX", "ABCD"]),
        online=st.sets(INDEX, max_size=2),
        right=st.integers(0, 9),
        admitted=st.booleans(),
    )
    def somebody_comes(self, guest: str | None, online: set[int], right: int, admitted: bool) -> None:
        if admitted and guest in (None, "7k2m", "9PQX"):
            self.admit(guest and guest.upper())
        else:
            self.come_in(guest or "", online, right)

    def come_in(self, guest: str, online: set[int], right: int) -> None:
        number = len(self.people) + 1
        known = next((n for n, one in enumerate(self.people, 1) if guest and one.guest == guest.upper()), None)
        arrival = lead.Arrival("482 913" if right else "482914", guest, f"Rahasia {number}", UNITS[0])
        may = not self.ended and bool(right) and guest != "ABCD"
        may = may and (known is None or (self.present(known) and known not in online))
        came: Joined | Returned | None = None
        with suppress(Refusal):
            came = lead.come_in(arrival, f"{len(self.events):064x}", BRIEFING, self.course, online)
        assert (came is not None) is may
        if came is None:
            return
        self.happen(came)
        assert came.participant == (known or number)
        assert self.course.participants[came.participant].token == came.token
        if known is None:
            self.people.append(Person(guest.upper() or None))

    def admit(self, guest: str | None) -> None:
        known = next((n for n, one in enumerate(self.people, 1) if guest and one.guest == guest), None)
        may = not self.ended and (known is None or self.present(known))
        name = f"Rahasia {len(self.people) + 1}"
        assert self.lead(lead.Admit(guest, "" if guest else name, UNITS[0])) is may
        if may and known is None:
            self.people.append(Person(guest))

    # What phones send; a message may come much later than it was sent, or not at all, or more than once.

    @rule(
        participant=INDEX,
        place=PLACE,
        item=st.sampled_from(ASKED),
        round_=st.sampled_from([None, None, FIRST, AGAIN]),
        chosen=st.sets(st.integers(0, 3), min_size=1),
    )
    def send(self, participant: int, place: int | None, item: str, round_: int | None, chosen: set[int]) -> None:
        step = self.at if place is None else place
        refs = STEPS[step].refs
        of = refs[0] if STEPS[step].kind is StepKind.QUESTION else item
        in_round = round_ or self.rounds.get(step, FIRST)
        rows = tuple(sorted(row % ROWS[of] for row in chosen)) if of == ASKED[1] else (min(chosen) % ROWS[of],)
        who = participant % len(self.people) + 1
        before = [m for m in self.sent if (m.participant, m.step, m.item, m.round) == (who, step, of, in_round)]
        self.sent.append(Answered(who, step, of, in_round, rows, len(before) + 1))
        self.deliver(len(self.sent) - 1)

    @precondition(lambda self: self.open)
    @rule(participant=INDEX, item=st.sampled_from(ASKED), row=st.integers(0, 2))
    def send_late(self, participant: int, item: str, row: int) -> None:
        """Sent to what is open now, and not there yet."""
        who = participant % len(self.people) + 1
        for step, round_ in [self.open] if self.open else []:
            of = STEPS[step].refs[0] if STEPS[step].kind is StepKind.QUESTION else item
            before = [m for m in self.sent if (m.participant, m.step, m.item, m.round) == (who, step, of, round_)]
            self.sent.append(Answered(who, step, of, round_, (row,), len(before) + 1))

    @precondition(lambda self: self.open and STEPS[self.open[0]].kind.asks)
    @rule(item=st.sampled_from(ASKED), rows=st.lists(st.integers(0, 3), min_size=3, max_size=3))
    def all_answer(self, item: str, rows: list[int]) -> None:
        for participant, row in enumerate(rows):
            self.send(participant, None, item, None, {row, (row + 2) % 4})

    @precondition(lambda self: self.sent)
    @rule(which=st.integers(0, 1000), times=st.integers(1, 10))
    def deliver(self, which: int, times: int = 1) -> None:
        message = self.sent[which % len(self.sent)]
        key = (message.participant, message.step, message.item, message.round)
        for _ in range(times):
            known = self.kept.get(key)
            overtaken = known is not None and message.number <= known[0]
            asked_now = self.open == (message.step, message.round) and message.item in STEPS[message.step].refs
            takes = asked_now and (message.participant, message.step) not in self.submitted
            may = self.present(message.participant) and (overtaken or takes)
            happened = len(self.events)
            try:
                self.happen(*lead.answer(message, BRIEFING, PACK, self.course))
                assert may
            except Refusal:
                assert not may
            assert len(self.events) == happened + (may and not overtaken)
            if may and not overtaken:
                self.kept[key] = (message.number, message.answer)

    @rule(participant=INDEX, place=PLACE, times=st.integers(1, 10))
    def submit(self, participant: int, place: int | None, times: int) -> None:
        step = self.at if place is None else place
        for _ in range(times):
            before = (participant, step) in self.submitted
            may = self.present(participant) and (before or (STEPS[step].kind.tests and self.open == (step, FIRST)))
            happened = len(self.events)
            try:
                self.happen(*lead.submit(participant, step, BRIEFING, self.course))
                assert may
            except Refusal:
                assert not may
            assert len(self.events) == happened + (may and not before)
            if may:
                self.submitted.add((participant, step))

    @rule(participant=INDEX, times=st.integers(1, 10))
    def tap(self, participant: int, times: int) -> None:
        for _ in range(times):
            before = participant in self.pledged
            opened = self.open is not None and STEPS[self.open[0]].kind is StepKind.PLEDGE
            may = self.present(participant) and (before or opened)
            happened = len(self.events)
            try:
                self.happen(*lead.pledge(participant, BRIEFING, self.course))
                assert may
            except Refusal:
                assert not may
            assert len(self.events) == happened + (may and not before)
            if may:
                self.pledged.add(participant)

    # What holds at any time.

    def given(self, step: int, item: str, round_: int) -> dict[int, Answer]:
        return {
            who: answer
            for (who, *asked_), (_, answer) in self.kept.items()
            if asked_ == [step, item, round_] and self.present(who)
        }

    @invariant()
    def what_counts_is_what_came_last(self) -> None:
        assert [one.number for one in self.course.present] == [
            number for number in range(1, len(self.people) + 1) if self.present(number)
        ]
        for step, of in enumerate(STEPS):
            state = self.course.state(step)
            assert (state.open, state.revealed) == (
                self.open is not None and self.open[0] == step,
                step in self.revealed,
            )
            assert state.round == self.rounds.get(step, 0)
            for item in of.refs if of.kind.asks else ():
                self.what_counts_of(step, item)
        for participant in range(1, len(self.people) + 1):
            if self.present(participant):
                assert (participant in self.course.pledged) == (participant in self.pledged)

    def what_counts_of(self, step: int, item: str) -> None:
        before, later = (self.given(step, item, round_) for round_ in (FIRST, AGAIN))
        final = {number: one.answer for number, one in self.course.final(step, item).items()}
        assert final == before | later
        for round_, given in ((FIRST, before), (AGAIN, later)):
            counted = tally(step, round_, PACK.item_by_id[item], BRIEFING, self.course)
            if self.rounds.get(step, 0) < round_:
                assert counted is None
                continue
            assert counted is not None
            rows = Counter(row for answer in given.values() for row in answer)
            assert counted.counts == tuple(rows[row] for row in range(ROWS[item]))
            assert counted.answered == len(given)
        shift = turn(self.course.given(step, item, FIRST), self.course.given(step, item, AGAIN), RIGHT[item])
        moves = [(before[one] == RIGHT[item], later[one] == RIGHT[item]) for one in before if one in later]
        kinds = ((True, True), (False, True), (True, False), (False, False))
        assert shift == Turn(*map(moves.count, kinds))

    @invariant()
    def the_room_learns_nothing_too_early_and_no_name_ever(self) -> None:
        shown = (picture(BRIEFING, PACK, self.course, prose), room_state(BRIEFING, PACK, self.course))
        words = words_in(shown)
        assert not [word for word in PRIVATE if word in words]
        assert shown == (picture(BRIEFING, PACK, self.renamed, prose), room_state(BRIEFING, PACK, self.renamed))
        if self.at not in self.revealed:
            assert not [word for word in (*SECRETS, "right", "key", "first", "second") if word in words.split()]
            assert shown == (picture(BRIEFING, TWIN_PACK, self.twin, prose), room_state(BRIEFING, TWIN_PACK, self.twin))

    @invariant()
    def a_phone_knows_its_own_only(self) -> None:
        for one in self.course.present:
            own = own_state(BRIEFING, PACK, self.course, one)
            kept = [(key, given) for key, given in self.kept.items() if key[:2] == (one.number, self.at)]
            assert {(a.step, a.item, a.round): (a.number, a.answer) for a in own.given} == {
                (step, item, round_): given for (_, step, item, round_), given in kept
            }
            assert set(own.submitted) == {step for who, step in self.submitted if who == one.number}
            assert own.pledged == (one.number in self.pledged)
            tests = [step for step, of in enumerate(STEPS) if of.kind.tests]
            told = max((step for step in tests if step in self.revealed), default=-1)
            assert [(r.step, r.right, r.total) for r in own.results] == [
                (step, self.right(step, one.number), 3)
                for step in tests
                if step <= told and any(one.number in self.given(step, item, FIRST) for item in ASKED)
            ]

    def right(self, step: int, participant: int) -> int:
        return sum(self.given(step, item, FIRST).get(participant) == RIGHT[item] for item in ASKED)

    def teardown(self) -> None:
        """Folding what happened from its beginning leads to the same."""
        assert course_of(self.events) == self.course
        assert [event.number for event in self.events] == list(range(1, len(self.events) + 1))


AnyBriefing.TestCase.settings = hypothesis.settings(
    max_examples=hypothesis.settings().max_examples // 3, stateful_step_count=60
)
TestAnyBriefing = AnyBriefing.TestCase
