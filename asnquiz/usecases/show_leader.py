"""What whoever leads a briefing sees beside the wall: key, notes, counts and who is missing, and what comes next.

None of it may be where the room can see it.
"""

from dataclasses import dataclass

from asnquiz.domain.answering import VERDICT_CHOICES, right_answer
from asnquiz.domain.briefing import Briefing, Step, StepKind, Way
from asnquiz.domain.briefing_course import AGAIN, FIRST, Course, Participant
from asnquiz.domain.briefing_tally import Turn, question_number, tallies, turn
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.local_wording import basis_words
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, ItemType, Pack
from asnquiz.usecases.lead_briefing import Close, Command, End, GoTo, Open, Reveal, VoteAgain
from asnquiz.usecases.show_audience import Prose, pages, rows


@dataclass(frozen=True)
class Action:
    """Something that can be done now."""

    words: str
    command: Command


@dataclass(frozen=True)
class RowNote:
    """A row of the item asked: whether it is right, what is said of it, and its votes in both rounds so far."""

    letter: str
    text: str
    right: bool
    feedback: str
    first: int | None
    second: int | None


@dataclass(frozen=True)
class QuestionNotes:
    """What is to be known of a vote.

    Attributes:
        counted: whether its hands or cards are counted by the leader; `round` is the one that is counted now.
        moved: how those who voted twice moved.
    """

    item: Item
    rows: tuple[RowNote, ...]
    law: tuple[tuple[str, str], ...]
    counted: bool
    round: int
    moved: Turn | None


@dataclass(frozen=True)
class Missing:
    """A participant who has not answered; `online` whether their phone is connected."""

    participant: Participant
    online: bool


@dataclass(frozen=True)
class StepLine:
    """A step in the list of all; `place` from 0."""

    place: int
    words: str
    minutes: int


@dataclass(frozen=True)
class LeaderView:
    """All of it.

    Attributes:
        place: where in the plan, in words.
        hints: what to do or say now.
        forward: what the clicker does; None at the end, which is never reached by a press too many.
        others: what can be done instead.
        missing: who has not answered yet; None where nobody is asked now, or where nobody knows who.
        answered, expected: how many have; None as `missing`.
        following: what the room sees next, in words; empty at the end.
        since: when answers were opened; None where they are not open.
    """

    title: str
    place: str
    hints: tuple[str, ...]
    question: QuestionNotes | None
    forward: Action | None
    back: Action | None
    others: tuple[Action, ...]
    missing: tuple[Missing, ...] | None
    answered: int | None
    expected: int | None
    steps: tuple[StepLine, ...]
    step: int
    following: str
    minutes: int
    since: Moment | None
    ended: bool


def leader_view(briefing: Briefing, pack: Pack, course: Course, online: frozenset[int], prose: Prose) -> LeaderView:
    """Where the briefing stands, for whoever leads it."""
    at, step = course.step, briefing.steps[course.step]
    state = course.state(at)
    count = pages(step, pack, prose)
    missing = _missing(at, briefing, course, online)
    present = len(course.present)
    ahead = _forward(briefing, course, count)
    return LeaderView(
        title=step_words(at, briefing, pack),
        place=_place(briefing, course, count),
        hints=_hints(briefing, course, at_last=course.page >= count - 1),
        question=_question(at, briefing, pack, course) if step.kind is StepKind.QUESTION else None,
        forward=ahead,
        back=_back(briefing, pack, course, prose),
        others=() if course.ended else _others(briefing, course, ahead),
        missing=missing,
        answered=None if missing is None else present - len(missing),
        expected=None if missing is None else present,
        steps=tuple(
            StepLine(place, step_words(place, briefing, pack), one.minutes) for place, one in enumerate(briefing.steps)
        ),
        step=at,
        following=step_words(at + 1, briefing, pack) if at + 1 < len(briefing.steps) else "",
        minutes=step.minutes,
        since=state.opened if state.open else None,
        ended=course.ended,
    )


def step_words(at: int, briefing: Briefing, pack: Pack) -> str:
    """A step's name."""
    step = briefing.steps[at]
    match step.kind:
        case StepKind.LESSON:
            return f"{STEP[step.kind]}: {pack.lesson_by_id[step.refs[0]].title}"
        case StepKind.RULES:
            return f"{STEP[step.kind]}: {len(step.refs)} perbuatan"
        case StepKind.QUESTION:
            number, of = question_number(at, briefing)
            return f"{STEP[step.kind]} {number} dari {of}"
        case _:
            return STEP[step.kind]


def _place(briefing: Briefing, course: Course, count: int) -> str:
    words = f"Bagian {course.step + 1} dari {len(briefing.steps)}"
    return f"{words} · halaman {min(course.page, count - 1) + 1} dari {count}" if count > 1 else words


def _forward(briefing: Briefing, course: Course, count: int) -> Action | None:
    """The next thing in the usual order; of a vote: open, close, (again, close,) key, onward."""
    at, step = course.step, briefing.steps[course.step]
    if course.ended:
        return None
    if course.page < count - 1:
        return Action("Halaman berikutnya", GoTo(at, course.page + 1))
    asked = _next_of_asking(briefing, course)
    if asked is not None:
        return asked
    if at + 1 == len(briefing.steps):
        return None
    words = "Mulai" if step.kind is StepKind.JOIN else "Bagian berikutnya"
    return Action(words, GoTo(at + 1))


def _next_of_asking(briefing: Briefing, course: Course) -> Action | None:
    at, step = course.step, briefing.steps[course.step]
    state = course.state(at)
    match step.kind:
        case StepKind.QUESTION if not state.revealed:
            return _next_of_vote(at, step, briefing, course)
        case StepKind.PRETEST | StepKind.POSTTEST if not state.revealed and briefing.way is not Way.PAPER:
            name = "tes awal" if step.kind is StepKind.PRETEST else "tes akhir"
            if not state.round:
                return Action(f"Buka {name}", Open(at))
            if state.open:
                return Action(f"Tutup {name}", Close(at))
            return Action("Tampilkan hasil di HP masing-masing", Reveal(at)) if step.kind is StepKind.POSTTEST else None
        case StepKind.PLEDGE if briefing.way.networked and not state.round:
            return Action("Buka ikrar di HP", Open(at))
        case _:
            return None


def _next_of_vote(at: int, step: Step, briefing: Briefing, course: Course) -> Action:
    state = course.state(at)
    if briefing.way is Way.PAPER:
        return Action("Tampilkan pembahasan", Reveal(at))
    if not state.round:
        return Action("Buka jawaban", Open(at))
    if state.open:
        return Action("Tutup jawaban", Close(at))
    if step.twice and state.round == FIRST:
        return Action("Diskusi selesai: pilih lagi", VoteAgain(at))
    return Action("Tampilkan pembahasan", Reveal(at))


def _others(briefing: Briefing, course: Course, ahead: Action | None) -> tuple[Action, ...]:
    at, step = course.step, briefing.steps[course.step]
    state = course.state(at)
    found: list[Action] = []
    if step.kind is StepKind.QUESTION and state.round and not state.open and not state.revealed:
        found += [Action("Buka lagi", Open(at)), Action("Tampilkan pembahasan", Reveal(at))]
        if state.round == FIRST:
            found.append(Action("Pilih lagi setelah diskusi", VoteAgain(at)))
    if step.kind.tests and state.round and not state.open and not state.revealed:
        found += [Action("Buka lagi", Open(at)), Action("Tampilkan hasil di HP masing-masing", Reveal(at))]
    if at + 1 < len(briefing.steps) and not (ahead and ahead.command == GoTo(at + 1)):
        found.append(Action("Lewati ke bagian berikutnya", GoTo(at + 1)))
    usual = ahead.command if ahead else None
    return (*(one for one in found if one.command != usual), Action("Akhiri sosialisasi …", End()))


def _back(briefing: Briefing, pack: Pack, course: Course, prose: Prose) -> Action | None:
    if course.ended or (not course.step and not course.page):
        return None
    if course.page:
        return Action("Halaman sebelumnya", GoTo(course.step, course.page - 1))
    before = course.step - 1
    return Action("Bagian sebelumnya", GoTo(before, pages(briefing.steps[before], pack, prose) - 1))


_READ_OUT = "Bacakan pelan-pelan, lalu beri waktu ruangan menirukan."
_HINTS: dict[StepKind, tuple[str, ...]] = {
    StepKind.JOIN: (
        "Tunggu peserta masuk. Yang terlambat tetap dapat masuk nanti; alamat dan kode kelas tetap tampil.",
    ),
    StepKind.LESSON: ("Jelaskan dengan contoh dari pekerjaan Bapak/Ibu yang hadir.",),
    StepKind.RULES: ("Tanyakan dahulu kepada ruangan sebelum membacakan alasannya.",),
    StepKind.DEBATE: ("Tidak ada jawaban yang dinilai di sini. Bacakan kedua pendapat, lalu tekankan sikap amannya.",),
    StepKind.PLEDGE: (_READ_OUT,),
    StepKind.CLOSE: ("Simpan hasil setelah sosialisasi diakhiri.",),
}


def _hints(briefing: Briefing, course: Course, *, at_last: bool) -> tuple[str, ...]:
    step, state = briefing.steps[course.step], course.state(course.step)
    if course.ended:
        return ("Sosialisasi sudah diakhiri.",)
    if step.kind.asks:
        return _asking_hints(briefing, step, course)
    if step.kind is StepKind.JOIN and not briefing.way.networked:
        return ("Tunggu sampai semua duduk, lalu jelaskan cara menjawabnya.",)
    if step.kind is StepKind.PLEDGE and at_last and briefing.way.networked:
        opened = "Peserta kini dapat menyatakan ikrar di HP. Yang menentukan tetap lembar yang ditandatangani."
        return (opened,) if state.round else (_READ_OUT, "Setelah itu ikrar dapat dibuka di HP peserta.")
    return _HINTS[step.kind]


def _asking_hints(briefing: Briefing, step: Step, course: Course) -> tuple[str, ...]:
    state = course.state(course.step)
    if state.revealed:
        return ("Bahas apa yang membuat pilihan keliru tampak benar.",) if step.kind is StepKind.QUESTION else ()
    if briefing.way is Way.PAPER:
        return ("Peserta menulis di lembar jawaban. Kumpulkan lembarnya sebelum pembahasan ditampilkan.",)
    if not state.round:
        return ("Bacakan soalnya dan semua pilihannya, lalu buka jawaban.",) if not step.kind.tests else ()
    if state.open and briefing.way.counted:
        return ("Minta ruangan mengangkat tangan atau kartu untuk setiap pilihan, lalu ketik jumlahnya.",)
    if state.open:
        return ("Beri waktu. Jawaban terakhir sebelum ditutup yang dihitung.",)
    if step.twice and state.round == FIRST:
        return (
            "Minta peserta berdiskusi dengan yang duduk di dekatnya selama dua menit. Kunci dan jumlah belum tampil.",
        )
    return ()


def _question(at: int, briefing: Briefing, pack: Pack, course: Course) -> QuestionNotes:
    item = pack.item_by_id[briefing.steps[at].refs[0]]
    frozen, right = briefing.frozen_by_item[item.id], right_answer(item)
    first, second = tallies(at, item, briefing, course)
    noted = tuple(
        RowNote(
            row.letter,
            row.text,
            index in right,
            _feedback(item, index),
            first.counts[index] if first else None,
            second.counts[index] if second else None,
        )
        for row, index in zip(rows(item, frozen), frozen.order, strict=True)
    )
    moved = (
        turn(course.given(at, item.id, FIRST), course.given(at, item.id, AGAIN), right) if first and second else None
    )
    return QuestionNotes(
        item=item,
        rows=noted,
        law=basis_words(item.citations, item.id, pack),
        counted=briefing.way.counted and not course.state(at).revealed,
        round=course.state(at).round or FIRST,
        moved=None if briefing.way.counted else moved,
    )


def _feedback(item: Item, index: int) -> str:
    if item.type is ItemType.VERDICT:
        return (item.feedback or {}).get(VERDICT_CHOICES[index], "")
    return item.options[index].feedback


def _missing(at: int, briefing: Briefing, course: Course, online: frozenset[int]) -> tuple[Missing, ...] | None:
    step, state = briefing.steps[at], course.state(at)
    if not briefing.way.networked or not state.round or state.revealed:
        return None
    if step.kind.tests:
        done = course.submitted.get(at, frozenset())
    elif step.kind is StepKind.QUESTION:
        done = frozenset(course.given(at, step.refs[0], state.round))
    elif step.kind is StepKind.PLEDGE:
        done = course.pledged
    else:
        return None
    return tuple(Missing(one, one.number in online) for one in course.present if one.number not in done)
