"""Small valid domain values for tests; keyword arguments replace what a test is about."""

import datetime as dt
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID, uuid4

from asnquiz.domain.attempt import Attempt, AttemptKind, PackRef, Response
from asnquiz.domain.certificate import SCHEMA, Certificate
from asnquiz.domain.drawing import freeze
from asnquiz.domain.learned import CaseStep, Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import (
    Article,
    Blueprint,
    Choice,
    Citation,
    Confidence,
    Ending,
    EndingKind,
    Item,
    ItemType,
    Law,
    LawKind,
    LawStatus,
    Lesson,
    Option,
    Pack,
    Pair,
    Phase,
    Pledge,
    PledgePoint,
    Review,
    Rule,
    Scenario,
    Scene,
    Subject,
    Verdict,
    Violation,
)
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.task import FIRST_SCHEMA as TASK_SCHEMA
from asnquiz.domain.task import Counting, Holder, Recipient, SignedTask, Task, TaskPack


def moment(counter: int = 1, minute: int = 0) -> Moment:
    utc = dt.datetime(2026, 11, 21, 1, 0, tzinfo=dt.UTC) + dt.timedelta(minutes=minute)
    return Moment(utc, 420, counter)


def citation() -> Citation:
    return Citation("pp-94-2021", "Pasal 5 huruf n angka 5")


def law(**changes: Any) -> Law:
    base = Law(
        id="pp-94-2021",
        kind=LawKind.PERATURAN_PEMERINTAH,
        number="94 Tahun 2021",
        title="Disiplin Pegawai Negeri Sipil",
        date=dt.date(2021, 8, 31),
        status=LawStatus.BERLAKU,
        note=None,
        replaced_by=None,
        confidence=Confidence.A,
        source=("S12",),
        articles=(Article("Pasal 5 huruf n angka 5", "membuat keputusan yang menguntungkan", Confidence.A),),
    )
    return replace(base, **changes)


def rule(**changes: Any) -> Rule:
    base = Rule(
        id="aturan-1",
        act="Menyukai unggahan akun pemenangan calon",
        phases=(Phase.DURING,),
        stages=(),
        subjects=(Subject.PNS, Subject.PPPK),
        verdict=Verdict.TIDAK,
        condition=None,
        reason="Tanda suka adalah dukungan yang terlihat.",
        instead="Jangan bereaksi.",
        citations=(citation(),),
        violation=Violation.DISIPLIN_BERAT,
        sanction={Subject.PNS: "Hukuman disiplin berat"},
        confidence=Confidence.B,
        facts=("3#6",),
        words=("like", "suka"),
        positions=(),
        safe=None,
    )
    return replace(base, **changes)


def item(type_: ItemType = ItemType.SINGLE, **changes: Any) -> Item:
    base = Item(
        id="soal-1",
        revision=1,
        type=type_,
        phase=Phase.DURING,
        topic="media-sosial",
        rules=("aturan-1",),
        jobs=("staf",),
        difficulty=2,
        stem="Apa yang sebaiknya Anda lakukan?",
        explanation="Tanda suka adalah dukungan yang terlihat.",
        instead="Jangan bereaksi.",
        citations=(citation(),),
        confidence=Confidence.B,
        scored=True,
        review=Review(dt.date(2026, 11, 21), None, None),
    )
    return replace(base, **(_rows(type_) | changes))


def _rows(type_: ItemType) -> dict[str, Any]:
    match type_:
        case ItemType.SINGLE:
            return {"options": _options({2})}
        case ItemType.MULTIPLE:
            return {"options": _options({0, 2})}
        case ItemType.ORDERING:
            return {"options": _options(set())}
        case ItemType.VERDICT:
            feedback = {verdict: f"Karena {verdict.value}." for verdict in Verdict if verdict.value != "diperdebatkan"}
            return {"key": Verdict.TIDAK, "feedback": feedback}
        case ItemType.MATCHING:
            return {"pairs": tuple(Pair(f"Peristiwa {phase.value}", phase, "Karena tahapnya.") for phase in Phase)}


def _options(keys: set[int]) -> tuple[Option, ...]:
    return tuple(Option(f"Pilihan {index}", f"Umpan balik {index}", index in keys) for index in range(4))


def pack(items: tuple[Item, ...] | None = None, **changes: Any) -> Pack:
    """A pack with one item of each type and one lesson, or with the items given."""
    if items is None:
        items = tuple(item(type_, id=f"soal-{type_.value}") for type_ in ItemType)
    base = Pack(
        schema="asnquiz/pack/1",
        id="contoh",
        version="2026.11.1",
        title="Paket contoh",
        language="id",
        law_as_of=dt.date(2026, 1, 31),
        compiled=dt.date(2026, 11, 21),
        publisher="asnquiz",
        exam=Blueprint(3, 5, 75, {Phase.BEFORE: 0, Phase.DURING: 3, Phase.AFTER: 0}, 3, {}),
        topics={"media-sosial": "Media sosial"},
        jobs={"staf": "Staf"},
        laws=(law(),),
        terms=(),
        rules=(rule(),),
        lessons=(
            Lesson(
                id="materi-1",
                title="Satu ketukan jempol",
                phase=Phase.DURING,
                topic="media-sosial",
                order=1,
                minutes=5,
                rules=("aturan-1",),
                checks=(items[0].id,),
                jobs=("staf",),
                body="Akun pribadi tetap akun ASN.\n\n:::aturan aturan-1:::\n",
            ),
        ),
        items=items,
        scenarios=(),
        pledge=Pledge("Ikrar", "Kami berikrar:", tuple(PledgePoint("a", "b", "c") for _ in range(4)), "Demikian.", ()),
    )
    return replace(base, **changes)


def profile(**changes: Any) -> Profile:
    return replace(Profile(uuid4(), Person("Siti Aminah"), moment()), **changes)


def attempt(of: Pack, profile_id: UUID, kind: AttemptKind = AttemptKind.EXAM, **changes: Any) -> Attempt:
    """An active attempt over all items of a pack."""
    exam = kind is AttemptKind.EXAM
    base = Attempt(
        id=uuid4(),
        profile=profile_id,
        kind=kind,
        title="Simulasi ujian",
        pack=PackRef(of.id, of.version, "ab" * 32),
        seed=7,
        items=freeze(of.items, Random(7)),
        limit_ms=300_000 if exam else None,
        pass_mark=75 if exam else None,
        started=moment(),
        remaining_ms=300_000 if exam else None,
        seen=moment(),
    )
    return replace(base, **changes)


def response(item_id: str, answer: tuple[int, ...], counter: int = 2, **changes: Any) -> Response:
    return replace(Response(item_id, answer, False, None, moment(counter), 290_000), **changes)


def recall(rule_id: str, counter: int = 1, **changes: Any) -> Recall:
    at = moment(counter)
    return replace(Recall(rule_id, 3, at, at.utc + dt.timedelta(days=2), "{}"), **changes)


def choice(to: str, trust: int = 0, risk: int = 0, **changes: Any) -> Choice:
    base = Choice(f"Menuju {to}.", to, trust, risk, "aturan-1", f"Akibat menuju {to}.")
    return replace(base, **changes)


def scenario(**changes: Any) -> Scenario:
    """A case study with a short and a long way, a scene that both come to, and three endings."""
    base = Scenario(
        id="kasus-1",
        title="Undangan dari kepala dinas",
        phase=Phase.DURING,
        jobs=("staf",),
        start="pagi",
        scenes={
            "pagi": Scene("Atasan mengundang Anda.", (choice("kantor", 2), choice("aula", -1, 2))),
            "kantor": Scene("Atasan bertanya lagi.", (choice("tenang", 1), choice("aula", -2, 1))),
            "aula": Scene("Anda difoto.", (choice("terlapor", -1, 3), choice("dibina", 1, -1))),
            "tenang": Scene("Anda bekerja.", ending=Ending(EndingKind.BAIK, "Hari yang tenang", "Anda tetap netral.")),
            "dibina": Scene("Anda pulang.", ending=Ending(EndingKind.CAMPURAN, "Masih dibina", "Anda ditegur.")),
            "terlapor": Scene("Anda dipanggil.", ending=Ending(EndingKind.BURUK, "Dilaporkan", "Foto itu bukti.")),
        },
    )
    return replace(base, **changes)


def case_step(scene: str, position: int, counter: int = 1, of: str = "kasus-1") -> CaseStep:
    return CaseStep(of, scene, position, moment(counter))


def task(**changes: Any) -> Task:
    """A task that the sample pack fills: three questions of the second phase in five minutes."""
    base = Task(
        schema=TASK_SCHEMA,
        id=uuid4(),
        made=moment(),
        title="Ujian netralitas Pilkada",
        office="BKPSDM Kabupaten Contoh",
        letterhead=("Pemerintah Kabupaten Contoh", "BKPSDM Kabupaten Contoh"),
        units=("Dinas Kesehatan", "Sekretariat Daerah"),
        exam=Blueprint(3, 5, 75, {Phase.BEFORE: 0, Phase.DURING: 3, Phase.AFTER: 0}, 3, {}),
        pack=TaskPack("contoh", "2026.11.1"),
        deadline=dt.date(2026, 11, 30),
        counting=Counting.BEST,
        supervised=False,
        pauses=True,
        certainty=False,
        recipients=(
            Recipient(Holder.OFFICE, "kantor-" + "a" * 36, "b" * 43),
            Recipient(Holder.ESCROW, "cadangan-" + "c" * 34, "d" * 43),
        ),
    )
    return replace(base, **changes)


def signed_task(of: Task | None = None, **changes: Any) -> SignedTask:
    """A task as it is kept; its text is no file that proves anything."""
    return replace(SignedTask(of or task(), "tanda-" + "e" * 37, b'{"payload":"tugas"}'), **changes)


def certificate(**changes: Any) -> Certificate:
    base = Certificate(
        schema=SCHEMA,
        attempt=UUID("0f3c9a1b-5f6e-4d7c-8b9a-0c1d2e3f4a5b"),
        name="Siti Aminah",
        nip="198609262015051001",
        unit="Dinas Kesehatan",
        exam="Simulasi ujian",
        date=dt.date(2026, 11, 21),
        right=26,
        total=30,
        pass_mark=75,
        pack="Netralitas ASN dalam Pilkada",
        version="2026.11.1",
        law_as_of=dt.date(2026, 1, 31),
        program="0.1.0",
    )
    return replace(base, **changes)
