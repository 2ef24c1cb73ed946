"""Penilaian ulang: everything marked anew by another version of the content, told whole before anything is replaced."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from uuid import UUID

from asnquiz.domain.answer_wording import answer_words
from asnquiz.domain.attempt import PackRef, Score
from asnquiz.domain.collection import ChangedAnswer
from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable, Kind
from asnquiz.domain.marking import Change, KnownPack, Mark, Marking, answer_of
from asnquiz.domain.pack import Pack
from asnquiz.domain.recap_wording import CHANGE, MARK, MARKED_AS_ASKED, YES
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Task
from asnquiz.domain.wording import date_words, number_words, pack_version_words
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.report_scope import task_words
from asnquiz.usecases.report_tables import EXAM, PERSON, person_cells
from asnquiz.usecases.see_collection import NO_EVIDENCE

PackInUse = tuple[Pack, str, bytes]  # as asnquiz.usecases.ports.PackSource.current gives it


@dataclass(frozen=True)
class QuestionChange:
    """What becomes of a question as it was asked in one revision.

    Attributes:
        stem: empty where its content is not known here.
        change: why; None where it is marked as it was asked again.
        law: whether other law holds now for what was asked, whatever becomes of its marks.
        answers: how many there are in all; `becomes`: how many of them are marked so and were not.
    """

    item: str
    revision: int
    stem: str
    change: Change | None
    law: bool
    answers: int
    becomes: Mapping[Mark, int]

    @property
    def changed(self) -> int:
        """How many answers are marked otherwise."""
        return sum(self.becomes.values())


@dataclass(frozen=True)
class ExamChange:
    """An exam that comes to something else, or of which some answer does.

    Attributes:
        key, name, agency, unit, pass_mark: as in asnquiz.domain.collection.ChangedAnswer.
        task: the title of the task, or that there was none.
        answers: how many of its answers are marked otherwise.
    """

    key: str
    name: str
    agency: str
    unit: str
    exam: UUID
    task: str
    before: Score
    after: Score
    pass_mark: int | None
    answers: int

    @property
    def passed(self) -> tuple[bool | None, bool | None]:
        """Whether it was passed, and will be; None without a pass mark. Nobody passes where nothing counts."""
        mark = self.pass_mark
        if mark is None:
            return None, None
        before, after = (score.total > 0 and score.passes(mark) for score in (self.before, self.after))
        return before, after


@dataclass(frozen=True)
class RescorePreview:
    """What marking everything anew would change; nothing is replaced yet.

    Attributes:
        before, after: the versions that mark everything; None where each answer is marked by its own.
        marking: by the version after, and `compiled` its compiled form.
        questions: those that something has become of, the most changed answers first.
        exams: by agency, unit and name.
    """

    before: KnownPack | None
    marking: Marking
    compiled: bytes
    questions: tuple[QuestionChange, ...]
    exams: tuple[ExamChange, ...]

    @property
    def after(self) -> KnownPack | None:
        return self.marking.in_force

    @property
    def answers(self) -> int:
        """How many answers are marked otherwise."""
        return sum(one.changed for one in self.questions)

    @cached_property
    def now_passed(self) -> int:
        """How many exams are passed that were not."""
        return sum(one.passed == (False, True) for one in self.exams)

    @cached_property
    def not_passed_any_more(self) -> int:
        return sum(one.passed == (True, False) for one in self.exams)


def preview_rescore(pack: PackInUse | None, store: CollectionStore) -> RescorePreview:
    """What would change if a version of the content marked everything; None for each answer by its own again.

    Raises Refusal where everything is marked so already, and for content of which nothing was asked here.
    """
    now, asked = store.marking(), store.asked()
    marking, compiled = _marking(now, pack)
    if _ref(marking) == _ref(now):
        raise Refusal("Semua jawaban di rekap ini sudah dinilai dengan cara itu. Tidak ada yang perlu diganti.")
    if pack is not None and all(_other(marking.pack_of(one.item, one.revision), pack[0]) for one in asked):
        raise Refusal(
            f"Tidak satu pun soal di rekap ini berasal dari paket {pack[0].id}. Periksa paketnya, atau tambahkan "
            "berkas nilainya lebih dahulu."
        )
    becomes: dict[tuple[str, int], Counter[Mark]] = {}
    exams = tuple(_exams(store, marking, becomes))
    questions = []
    for item, revision, answers in asked:
        change, law = marking.change(item, revision), marking.law_changed(item, revision)
        counted = becomes.get((item, revision), Counter())
        if change or law or counted:
            known = marking.asked(item, revision)
            stem = known.stem if known else ""
            questions.append(QuestionChange(item, revision, stem, change, law, answers, counted))
    questions.sort(key=lambda one: (-one.changed, one.item, one.revision))
    return RescorePreview(now.in_force, marking, compiled, tuple(questions), exams)


def rescore(preview: RescorePreview, store: CollectionStore, now: datetime) -> None:
    """Replaces every mark as was shown, and of what came in since."""
    store.mark_by(_ref(preview.marking), preview.compiled, now)


def changed_tables(preview: RescorePreview, store: CollectionStore, now: datetime) -> DataFile:
    """Each changed mark and why, the exams and the questions, with whole NIPs, which is noted.

    The first table is read from the store as it is written.
    """
    store.write_log("NIP utuh", "Daftar perubahan nilai disimpan dengan NIP utuh", now)
    office = store.office()
    facts = (
        ("Kantor", office.name if office else "belum disiapkan"),
        ("Dinilai sebelumnya dengan", version_words(preview.before)),
        ("Dinilai ulang dengan", version_words(preview.after)),
        ("Yang berubah", " ".join(preview_lines(preview))),
        ("Sifat", NO_EVIDENCE),
    )
    tables = (
        DataTable("changes", "Perubahan", _CHANGES, _change_rows(preview.marking, store)),
        DataTable("exams", "Ujian", _EXAMS, map(_exam_row, preview.exams)),
        DataTable("questions", "Soal", _QUESTIONS, map(_question_row, preview.questions)),
    )
    return DataFile("Perubahan karena penilaian ulang", facts, None, tables)


def preview_lines(preview: RescorePreview) -> Iterator[str]:
    """What would change, in all."""
    if not preview.exams:
        yield "Semua jawaban mendapat nilai yang sama menurut kedua cara penilaian itu."
        return
    becomes = sum((Counter(one.becomes) for one in preview.questions), Counter[Mark]())
    right, wrong, dropped = (number_words(becomes[mark]) for mark in (Mark.RIGHT, Mark.WRONG, Mark.DROPPED))
    yield (
        f"{number_words(preview.answers)} jawaban berubah: {right} menjadi benar, {wrong} menjadi belum tepat, "
        f"{dropped} tidak lagi dinilai."
    )
    exams, passed, failed = map(number_words, (len(preview.exams), preview.now_passed, preview.not_passed_any_more))
    yield f"{exams} ujian terpengaruh: {passed} menjadi lulus, {failed} tidak lagi lulus."


def version_words(known: KnownPack | None) -> str:
    """A version of the content that marks everything, with the law it goes by."""
    if known is None:
        return "paket soal masing-masing ujian"
    ref = known.ref
    return f"{ref.id} versi {pack_version_words(ref.version)} (keadaan hukum per {date_words(known.pack.law_as_of)})"


def reason_words(change: Change | None, *, law: bool) -> str:
    """Why a question is marked otherwise, or is not, and that its law has changed where that is not why."""
    words = CHANGE[change] if change else MARKED_AS_ASKED
    return f"{words}; {CHANGE[Change.LAW]}" if law and change is not Change.LAW else words


def _marking(now: Marking, pack: PackInUse | None) -> tuple[Marking, bytes]:
    if pack is None:
        return Marking(now.known), b""
    content, sha256, compiled = pack
    known = [*now.known]
    if all(one.ref.sha256 != sha256 for one in known):
        known.append(KnownPack(PackRef(content.id, content.version, sha256), content))
    return Marking(known, sha256), compiled


def _ref(marking: Marking) -> PackRef | None:
    return None if marking.in_force is None else marking.in_force.ref


def _other(asked: Pack | None, pack: Pack) -> bool:
    return asked is None or asked.id != pack.id


def _exams(
    store: CollectionStore, marking: Marking, becomes: dict[tuple[str, int], Counter[Mark]]
) -> Iterator[ExamChange]:
    """The exams that change; on the way counts what becomes of the answers to each question."""
    tasks = _tasks(store)
    for _, changed in groupby(store.changed_answers(marking), key=lambda one: (one.key, one.task, one.exam)):
        answers = 0
        for one in changed:
            if _is_changed(one, marking) and one.after:
                becomes.setdefault((one.choice.item, one.choice.revision), Counter())[one.after] += 1
                answers += 1
        before, after = Score(one.right, one.total), Score(one.right_after, one.total_after)
        if answers or before != after:
            task = task_words(tasks.get(one.task), of_others=bool(one.task))
            yield ExamChange(*one[:4], one.exam, task, before, after, one.pass_mark, answers)


def _before(one: ChangedAnswer, marking: Marking) -> Mark | None:
    """What an answer was marked: where that was not known here, by its own content, which its file went by."""
    return one.before or marking.own(one.choice)


def _is_changed(one: ChangedAnswer, marking: Marking) -> bool:
    return _before(one, marking) is not one.after


def _tasks(store: CollectionStore) -> dict[str, Task]:
    return {str(signed.task.id): signed.task for signed in store.tasks()}


_OF_EXAM = (*PERSON, Column("task", "Tugas"), EXAM)
_QUESTION = (Column("item", "Kode soal"), Column("revision", "Revisi", Kind.WHOLE))
_CHANGES = (
    *_OF_EXAM,
    Column("number", "Soal nomor", Kind.WHOLE),
    *_QUESTION,
    Column("answer", "Jawaban"),
    Column("before", "Sebelumnya"),
    Column("after", "Sesudahnya"),
    Column("reason", "Alasan"),
)
_EXAMS = (
    *_OF_EXAM,
    Column("answers", "Jawaban yang berubah", Kind.WHOLE),
    *(
        column
        for when, words in (("before", "sebelumnya"), ("after", "sesudahnya"))
        for column in (
            Column(f"right_{when}", f"Benar {words}", Kind.WHOLE),
            Column(f"total_{when}", f"Soal dinilai {words}", Kind.WHOLE),
            Column(f"score_{when}", f"Nilai {words} (0–100)", Kind.DECIMAL),
            Column(f"passed_{when}", f"Lulus {words}"),
        )
    ),
)
_QUESTIONS = (
    *_QUESTION,
    Column("stem", "Soal"),
    Column("reason", "Alasan"),
    Column("law", "Hukumnya berubah"),
    Column("answers", "Jawaban", Kind.WHOLE),
    Column("right", "Menjadi benar", Kind.WHOLE),
    Column("wrong", "Menjadi belum tepat", Kind.WHOLE),
    Column("dropped", "Menjadi tidak dinilai", Kind.WHOLE),
)


def _change_rows(marking: Marking, store: CollectionStore) -> Iterator[tuple[Cell, ...]]:
    tasks = _tasks(store)
    for one in store.changed_answers(marking):
        before, asked = _before(one, marking), marking.asked(one.choice.item, one.choice.revision)
        if before is one.after or not (before and one.after and asked):
            continue
        item, revision, _ = one.choice
        reason = reason_words(marking.change(item, revision), law=marking.law_changed(item, revision))
        answer = answer_words(asked, answer_of(one.choice))
        exam = (task_words(tasks.get(one.task), of_others=bool(one.task)), str(one.exam))
        marks = (MARK[before], MARK[one.after])
        yield *person_cells(*one[:4]), *exam, one.place + 1, item, revision, answer, *marks, reason


def _exam_row(one: ExamChange) -> tuple[Cell, ...]:
    scores = (
        (score.right, score.total, score.tenths / 10, None if passed is None else YES[passed])
        for score, passed in zip((one.before, one.after), one.passed, strict=True)
    )
    person = person_cells(one.key, one.name, one.agency, one.unit)
    return (*person, one.task, str(one.exam), one.answers, *(cell for cells in scores for cell in cells))


def _question_row(one: QuestionChange) -> tuple[Cell, ...]:
    becomes = (one.becomes.get(mark, 0) for mark in (Mark.RIGHT, Mark.WRONG, Mark.DROPPED))
    reason = reason_words(one.change, law=False)
    return one.item, one.revision, one.stem or None, reason, YES[one.law], one.answers, *becomes
