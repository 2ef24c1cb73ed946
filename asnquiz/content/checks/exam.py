"""The pack's header, its pledge, and an exam that can be drawn twice without asking anything again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random

from asnquiz.content.contents import Contents, Entry
from asnquiz.domain.drawing import draw_exam
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Blueprint, Item, Lesson, Pack, Phase

PACK_SCHEMA = "asnquiz/pack/1"
_LANGUAGE = "id"
_PLEDGE_POINTS = 4
_FULL_MARK = 100
_SEEDS = range(5)
_MOST_ITEMS = 200
_MOST_MINUTES = 600


def header_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of pack.yaml, and of topics and jobs that other files name."""
    if contents.header is None:
        return
    header = contents.header
    if header.value.schema != PACK_SCHEMA:
        yield header.fault(f'schema harus "{PACK_SCHEMA}".', "schema")
    if header.value.language != _LANGUAGE:
        yield header.fault(f'language harus "{_LANGUAGE}".', "language")
    yield from naming_faults(contents, header.value)


def pledge_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of ikrar.yaml."""
    pledge = contents.pledge
    if pledge and len(pledge.value.points) != _PLEDGE_POINTS:
        yield pledge.fault(f"Ikrar terdiri atas empat butir, bukan {len(pledge.value.points)}.", "points")


def naming_faults(contents: Contents, header: Pack) -> Iterator[Fault]:
    """Topics and jobs that the pack does not have."""
    learnt: tuple[Entry[Lesson] | Entry[Item], ...] = (*contents.lessons.entries, *contents.items.entries)
    for entry in learnt:
        if entry.value.topic not in header.topics:
            yield entry.fault(
                f'Topik "{entry.value.topic}" tidak ada di daftar topik (`topics` di `pack.yaml`).', "topic"
            )
    for meant in (*learnt, *contents.scenarios.entries):
        for index, job in enumerate(meant.value.jobs):
            if job not in header.jobs:
                yield meant.fault(
                    f'Jabatan "{job}" tidak ada di daftar jabatan (`jobs` di `pack.yaml`).', "jobs", index
                )


def exam_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the exam's blueprint; drawing is tried only when its numbers and all items are in order."""
    if contents.header is None:
        return
    faults = [*_range_faults(contents.header), *_sum_faults(contents.header)]
    if not faults and contents.items.whole:
        faults = [*_supply_faults(contents.header, [entry.value for entry in contents.items.entries])]
    yield from faults


def _range_faults(header: Entry[Pack]) -> Iterator[Fault]:
    exam = header.value.exam
    for name, value, most in (
        ("items", exam.items, _MOST_ITEMS),
        ("minutes", exam.minutes, _MOST_MINUTES),
        ("max_per_rule", exam.max_per_rule, _MOST_ITEMS),
    ):
        if not 1 <= value <= most:
            yield header.fault(f"{name} harus 1 sampai {most}.", "exam", name)
    if not 1 <= exam.pass_ <= _FULL_MARK:
        yield header.fault(f"pass harus 1 sampai {_FULL_MARK}.", "exam", "pass")
    for name, counts in (("phase", exam.phase), ("topics", exam.topics)):
        if any(value < 0 for value in counts.values()):
            yield header.fault(f"Jumlah pada {name} tidak boleh negatif.", "exam", name)


def _sum_faults(header: Entry[Pack]) -> Iterator[Fault]:
    exam = header.value.exam
    if set(exam.phase) != set(Phase):
        yield header.fault("phase harus memuat before, during, dan after.", "exam", "phase")
    elif sum(exam.phase.values()) != exam.items:
        yield header.fault(
            f"Jumlah phase adalah {sum(exam.phase.values())}, tetapi items {exam.items}; samakan.", "exam", "phase"
        )
    if sum(exam.topics.values()) > exam.items:
        yield header.fault("Jumlah topics melebihi items.", "exam", "topics")
    for topic in exam.topics:
        if topic not in header.value.topics:
            yield header.fault(f'Topik "{topic}" tidak ada pada topics.', "exam", "topics", topic, key=True)


def _supply_faults(header: Entry[Pack], items: list[Item]) -> Iterator[Fault]:
    exam = header.value.exam
    scored = [item for item in items if item.scored]
    phases = Counter(item.phase for item in scored)
    topics = Counter(item.topic for item in scored)
    short = [
        *_too_few("phase", ((phase.value, phases[phase], count) for phase, count in exam.phase.items()), header),
        *_too_few("topics", ((topic, topics[topic], count) for topic, count in exam.topics.items()), header),
        *_too_few_rules(header, scored),
    ]
    yield from short
    if not short and not _fills_twice(scored, exam):
        yield header.fault(
            "Ujian tidak dapat diisi dua kali tanpa pengulangan; tambah soal atau longgarkan max_per_rule dan topics.",
            "exam",
        )


def _too_few(key: str, supply: Iterable[tuple[str, int, int]], header: Entry[Pack]) -> Iterator[Fault]:
    for name, have, count in supply:
        if have < 2 * count:
            yield header.fault(
                f"Dua ujian tanpa pengulangan perlu {2 * count} soal bernilai untuk {name}; baru ada {have}.",
                *("exam", key, name),
            )


def _too_few_rules(header: Entry[Pack], scored: list[Item]) -> Iterator[Fault]:
    exam = header.value.exam
    for phase, count in exam.phase.items():
        rules = {rule for item in scored if item.phase is phase for rule in item.rules}
        if count > len(rules) * exam.max_per_rule:
            yield header.fault(
                f"Ujian meminta {count} soal {phase.value}, paling banyak {exam.max_per_rule} per ketentuan; soal fase "
                f"itu baru menyangkut {len(rules)} ketentuan.",
                *("exam", "phase", phase.value),
            )


def _fills_twice(items: list[Item], exam: Blueprint) -> bool:
    """Whether two draws in a row succeed; an unlucky first one can spoil the second, so several are tried."""
    for seed in _SEEDS:
        random = Random(seed)
        first = draw_exam(items, exam, random)
        if first is None:
            return False
        if draw_exam([item for item in items if item not in first], exam, random) is not None:
            return True
    return False
