"""Whether a plan can be led with a pack by a way of answering; what cannot is told step by step.

A trainer's own plan outlives packs, so everything it names is looked up anew each time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from asnquiz.domain.briefing import Plan, Step, StepKind, Way
from asnquiz.domain.briefing_wording import STEP, WAY
from asnquiz.domain.pack import Item, ItemType, Pack, Verdict
from asnquiz.domain.task_check import line_faults
from asnquiz.domain.wording import ITEM_TYPE, pack_version_words

MOST_STEPS, MOST_MINUTES, MOST_REFS = 100, 240, 50

_ASKABLE = (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.VERDICT)
_COUNTABLE = (ItemType.SINGLE, ItemType.VERDICT)
_ONCE = (StepKind.JOIN, StepKind.PRETEST, StepKind.POSTTEST, StepKind.PLEDGE, StepKind.CLOSE)
_FEWEST_REFS = {kind: 0 if kind in (StepKind.JOIN, StepKind.PLEDGE, StepKind.CLOSE) else 1 for kind in StepKind}
_MOST_REFS = {**_FEWEST_REFS, **dict.fromkeys((StepKind.RULES, StepKind.DEBATE), MOST_REFS)}
_MOST_REFS |= dict.fromkeys((StepKind.PRETEST, StepKind.POSTTEST), MOST_REFS)


def item_types(way: Way) -> tuple[ItemType, ...]:
    """The types of items that can be answered this way; one hand or card cannot tell several rows."""
    return _COUNTABLE if way.counted else _ASKABLE


def decides(item: Item, pack: Pack) -> bool:
    """Whether there is one right answer to an item, so that a room may vote on it and a test may score it."""
    return item.scored and all(pack.rule_by_id[rule].scorable for rule in item.rules)


def askable(item: Item, pack: Pack, way: Way) -> bool:
    """Whether a room can be asked an item this way."""
    return item.type in item_types(way) and decides(item, pack) and can_show(item, way)


def can_show(item: Item, way: Way) -> bool:
    """Whether everybody sees all of an item; the page of phones has no pictures."""
    return item.picture is None or not way.networked


def plan_faults(plan: Plan, pack: Pack, way: Way) -> Iterator[str]:
    """An Indonesian sentence for each thing that keeps the plan from being led."""
    yield from line_faults(plan.name, "Nama rencana")
    yield from _frame_faults(plan.steps)
    for number, step in enumerate(plan.steps, start=1):
        for fault in _step_faults(step, pack, way):
            yield f"Bagian {number} ({STEP[step.kind]}): {fault}"
    asked = Counter(ref for step in plan.steps if step.kind.asks for ref in set(step.refs))
    for ref, times in asked.items():
        if times > 1:
            yield f"Soal “{ref}” ditanyakan di {times} bagian. Pakai setiap soal satu kali saja."


def plan_hints(plan: Plan) -> Iterator[str]:
    """What a trainer should know of a plan that can be led."""
    kinds = {step.kind for step in plan.steps}
    if StepKind.POSTTEST in kinds and StepKind.PRETEST not in kinds:
        yield "Tes akhir tanpa tes awal hanya menunjukkan hasil di akhir; perubahannya tidak dapat dihitung."
    if StepKind.PRETEST in kinds and StepKind.POSTTEST not in kinds:
        yield "Tes awal tanpa tes akhir hanya menunjukkan hasil di awal; perubahannya tidak dapat dihitung."


def _frame_faults(steps: Sequence[Step]) -> Iterator[str]:
    kinds = [step.kind for step in steps]
    if set(kinds) <= {StepKind.JOIN, StepKind.CLOSE}:
        yield "Rencana ini masih kosong. Tambahkan materi, soal, atau bagian lain."
    if kinds[:1] != [StepKind.JOIN]:
        yield f"Rencana harus dimulai dengan bagian “{STEP[StepKind.JOIN]}”. Letakkan bagian itu paling awal."
    if kinds[-1:] != [StepKind.CLOSE]:
        yield f"Rencana harus diakhiri dengan bagian “{STEP[StepKind.CLOSE]}”. Letakkan bagian itu paling akhir."
    for kind in _ONCE:
        if kinds.count(kind) > 1:
            yield f"Bagian “{STEP[kind]}” hanya boleh ada satu. Hapus yang lain."
    tests = [kind for kind in kinds if kind.tests]
    if StepKind.PRETEST in tests[1:] and tests[0] is StepKind.POSTTEST:
        yield "Tes akhir berada sebelum tes awal. Tukar urutannya."
    if len(steps) > MOST_STEPS:
        yield f"Rencana paling banyak memuat {MOST_STEPS} bagian; yang ada {len(steps)}. Hapus sebagian."


def _step_faults(step: Step, pack: Pack, way: Way) -> Iterator[str]:
    if not 1 <= step.minutes <= MOST_MINUTES:
        yield f"lamanya harus 1 sampai {MOST_MINUTES} menit. Perbaiki lamanya."
    if step.kind.tests and way.counted:
        yield f"tes tidak dapat dijawab dengan {WAY[way]}. Hapus bagian ini, atau pilih HP atau lembar kertas."
    fewest, most = _FEWEST_REFS[step.kind], _MOST_REFS[step.kind]
    if len(step.refs) < fewest:
        yield "isinya belum dipilih. Pilih isinya, atau hapus bagian ini."
    elif len(step.refs) > most:
        yield f"isinya paling banyak {most}; yang dipilih {len(step.refs)}. Kurangi isinya."
    if len(set(step.refs)) < len(step.refs):
        yield "ada isi yang dipilih dua kali. Hapus salah satunya."
    for ref in dict.fromkeys(step.refs):
        yield from _ref_faults(step.kind, ref, pack, way)


def _ref_faults(kind: StepKind, ref: str, pack: Pack, way: Way) -> Iterator[str]:
    match kind:
        case StepKind.LESSON:
            if ref not in pack.lesson_by_id:
                yield _gone("materi", ref, pack)
        case StepKind.RULES | StepKind.DEBATE:
            yield from _rule_faults(kind, ref, pack)
        case _ if kind.asks:
            yield from _item_faults(ref, pack, way)


def _rule_faults(kind: StepKind, ref: str, pack: Pack) -> Iterator[str]:
    rule = pack.rule_by_id.get(ref)
    if rule is None:
        yield _gone("ketentuan", ref, pack)
        return
    contested = rule.verdict is Verdict.DIPERDEBATKAN
    if contested and kind is StepKind.RULES:
        yield f"tentang “{rule.act}” masih ada beda pendapat. Bahas di bagian “{STEP[StepKind.DEBATE]}”."
    if not contested and kind is StepKind.DEBATE:
        yield f"tentang “{rule.act}” tidak ada beda pendapat. Bahas di bagian “{STEP[StepKind.RULES]}”."


def _item_faults(ref: str, pack: Pack, way: Way) -> Iterator[str]:
    item = pack.item_by_id.get(ref)
    if item is None:
        yield _gone("soal", ref, pack)
    elif not decides(item, pack):
        yield f"soal “{ref}” membahas hal yang belum pasti, jadi jawabannya tidak dinilai. Pilih soal lain."
    elif item.type not in item_types(way):
        yield f"soal “{ref}” ({ITEM_TYPE[item.type]}) tidak dapat dijawab dengan {WAY[way]}. Pilih soal lain."
    elif not can_show(item, way):
        yield f"soal “{ref}” memuat gambar, yang belum dapat ditampilkan di HP. Pilih soal lain."


def _gone(what: str, ref: str, pack: Pack) -> str:
    version = pack_version_words(pack.version)
    return f"{what} “{ref}” tidak ada di paket soal “{pack.title}” versi {version}. Pilih {what} lain."
