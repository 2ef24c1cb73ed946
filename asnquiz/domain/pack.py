"""What a pack holds: law, glossary, rules, lessons, items, exam blueprint, pledge, calendar, by their files' names.

The dataclasses mirror the YAML files key by key: files, compiled form and `content dump` say the same words.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from asnquiz.domain.local import Local, Mark
from asnquiz.domain.plain import added_later


class Phase(Enum):
    """Events, not dates: `before` ends when candidates are fixed, `during` with the count at the polling station."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


# The parts of the reading: the foundations, then the phases.
LESSON_PARTS: tuple[Phase | None, ...] = (None, *Phase)


class Verdict(Enum):
    """What a rule says of an act (ketentuan)."""

    BOLEH = "boleh"
    TIDAK = "tidak"
    BERSYARAT = "bersyarat"
    DIPERDEBATKAN = "diperdebatkan"


class Confidence(Enum):
    """A: the article's text was seen; B: seen in a summary; C: unverified, never scored."""

    A = "A"
    B = "B"
    C = "C"


class LawStatus(Enum):
    """Whether an instrument binds today; `dicabut` and `historis` are never a basis in force."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DIBATASI = "dibatasi"
    DIRUJUK = "dirujuk"
    DICABUT = "dicabut"
    HISTORIS = "historis"

    @property
    def in_force(self) -> bool:
        return self not in (LawStatus.DICABUT, LawStatus.HISTORIS)


class LawKind(Enum):
    UNDANG_UNDANG = "undang-undang"
    PERATURAN_PEMERINTAH = "peraturan-pemerintah"
    PERATURAN_PRESIDEN = "peraturan-presiden"
    PERATURAN_LEMBAGA = "peraturan-lembaga"
    KEPUTUSAN_BERSAMA = "keputusan-bersama"
    SURAT_EDARAN = "surat-edaran"
    SURAT = "surat"
    PUTUSAN_MK = "putusan-mk"


class Subject(Enum):
    """Whom a rule binds."""

    PNS = "pns"
    CPNS = "cpns"
    PPPK = "pppk"
    PEJABAT = "pejabat"
    NON_ASN = "non-asn"
    DESA = "desa"
    CALON = "calon"
    TNI_POLRI = "tni-polri"


class Violation(Enum):
    """What kind of breach; `disiplin` where the law leaves its degree to the examination."""

    KODE_ETIK = "kode-etik"
    DISIPLIN = "disiplin"
    DISIPLIN_SEDANG = "disiplin-sedang"
    DISIPLIN_BERAT = "disiplin-berat"
    PTDH = "ptdh"
    PIDANA = "pidana"
    BUKAN_PELANGGARAN = "bukan-pelanggaran"


class ItemType(Enum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    VERDICT = "verdict"
    ORDERING = "ordering"
    MATCHING = "matching"


@dataclass(frozen=True)
class Article:
    """One provision of an instrument; `ref` is the key that citations repeat."""

    ref: str
    text: str
    confidence: Confidence


@dataclass(frozen=True)
class Law:
    """A legal instrument."""

    id: str
    kind: LawKind
    number: str
    title: str
    date: dt.date | None
    status: LawStatus
    note: str | None
    replaced_by: str | None
    confidence: Confidence
    source: tuple[str, ...]
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Term:
    term: str
    long: str | None
    meaning: str
    see: tuple[str, ...]


@dataclass(frozen=True)
class Citation:
    """An instrument and one of its articles, or the plain statement that no prohibition was found."""

    law: str | None = None
    ref: str | None = None
    no_prohibition_found: bool = False
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Position:
    """One side of a contested rule."""

    who: str
    when: str
    says: str


@dataclass(frozen=True)
class Rule:
    """One act toward one object, with its verdict and the law it stands on."""

    id: str
    act: str
    phases: tuple[Phase, ...]
    stages: tuple[str, ...]
    subjects: tuple[Subject, ...]
    verdict: Verdict
    condition: str | None
    reason: str
    instead: str
    citations: tuple[Citation, ...]
    violation: Violation
    sanction: Mapping[Subject, str]
    confidence: Confidence
    facts: tuple[str, ...]
    words: tuple[str, ...]
    positions: tuple[Position, ...]
    safe: str | None

    @property
    def scorable(self) -> bool:
        """Contested and unverified rules never decide a score."""
        return self.verdict is not Verdict.DIPERDEBATKAN and self.confidence is not Confidence.C


@dataclass(frozen=True)
class Lesson:
    """One reading of a few minutes.

    Attributes:
        phase: None for the foundations, which hold in every phase.
        checks: the ids of its check questions.
        body: Markdown.
    """

    id: str
    title: str
    phase: Phase | None
    topic: str
    order: int
    minutes: int
    rules: tuple[str, ...]
    checks: tuple[str, ...]
    jobs: tuple[str, ...]
    body: str


@dataclass(frozen=True)
class Option:
    text: str
    feedback: str
    key: bool = False


@dataclass(frozen=True)
class Pair:
    """One row of a matching item: an act or event and the phase it belongs to."""

    left: str
    phase: Phase
    feedback: str


@dataclass(frozen=True)
class Review:
    """When the item was written, read by a second person, and checked by a lawyer."""

    written: dt.date
    read: dt.date | None
    law_checked: dt.date | None


@dataclass(frozen=True)
class Image:
    """A picture of a question: PNG or JPEG, in base64 (RFC 4648)."""

    name: str
    media: str
    data: str


@dataclass(frozen=True)
class Picture:
    """A picture shown with a question: the name of its image, and what it shows, in words for who cannot see it."""

    image: str
    alt: str


@dataclass(frozen=True)
class Item:
    """A question. `options` serve single, multiple and ordering; `key` and `feedback` verdict; `pairs` matching."""

    id: str
    revision: int
    type: ItemType
    phase: Phase
    topic: str
    rules: tuple[str, ...]
    jobs: tuple[str, ...]
    difficulty: int
    stem: str
    explanation: str
    instead: str
    citations: tuple[Citation, ...]
    confidence: Confidence
    scored: bool
    review: Review
    options: tuple[Option, ...] = ()
    key: Verdict | None = None
    feedback: Mapping[Verdict, str] | None = None
    pairs: tuple[Pair, ...] = ()
    picture: Picture | None = added_later(None)


@dataclass(frozen=True)
class Blueprint:
    """How an exam is drawn: items in all, per phase, at most per rule, at least per topic; minutes; pass mark."""

    items: int
    minutes: int
    pass_: int  # written `pass` in files, see plain.py
    phase: Mapping[Phase, int]
    max_per_rule: int
    topics: Mapping[str, int]


@dataclass(frozen=True)
class PledgePoint:
    text: str
    meaning: str
    example: str


@dataclass(frozen=True)
class Pledge:
    """The four-point neutrality pledge (ikrar)."""

    name: str
    opening: str
    points: tuple[PledgePoint, ...]
    closing: str
    source: tuple[str, ...]


class EndingKind(Enum):
    BAIK = "baik"
    CAMPURAN = "campuran"
    BURUK = "buruk"


@dataclass(frozen=True)
class Ending:
    kind: EndingKind
    title: str
    debrief: str


@dataclass(frozen=True)
class Choice:
    """One way out of a scene; `trust` and `risk` are what it adds to the two visible measures."""

    text: str
    to: str
    trust: int
    risk: int
    rule: str
    feedback: str


@dataclass(frozen=True)
class Scene:
    text: str
    choices: tuple[Choice, ...] = ()
    ending: Ending | None = None


@dataclass(frozen=True)
class Scenario:
    """A branching case study."""

    id: str
    title: str
    phase: Phase
    jobs: tuple[str, ...]
    start: str
    scenes: Mapping[str, Scene]


@dataclass(frozen=True)
class Stage:
    """A stage of an election (tahapan); its first and its last day belong to it."""

    id: str
    name: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Calendar:
    """When one election takes place: two days separate the phases, and stages may lie between and around them.

    Attributes:
        name: the region or the election that it is for.
        candidates_fixed: the day on which the candidates are fixed (penetapan calon).
        voting: the day of voting (pemungutan suara).
        confidence, source, facts: what a pack's calendar rests on; an office answers for its own by name.
    """

    name: str
    candidates_fixed: dt.date
    voting: dt.date
    stages: tuple[Stage, ...] = ()
    confidence: Confidence | None = None
    source: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pack:
    """One folder of content, whole and checked.

    Attributes:
        pictures: SVG texts by name, in the colours of the light theme.
        calendar: an example of a calendar of stages, never the person's own; that of the office where `local` says so.
        images: of questions.
        local: what was laid over a national pack; None of one that stands as it was published.
    """

    schema: str
    id: str
    version: str
    title: str
    language: str
    law_as_of: dt.date
    compiled: dt.date
    publisher: str
    exam: Blueprint
    topics: Mapping[str, str]
    jobs: Mapping[str, str]
    laws: tuple[Law, ...]
    terms: tuple[Term, ...]
    rules: tuple[Rule, ...]
    lessons: tuple[Lesson, ...]
    items: tuple[Item, ...]
    scenarios: tuple[Scenario, ...]
    pledge: Pledge
    pictures: Mapping[str, str] = field(default_factory=dict)
    calendar: Calendar | None = None
    images: tuple[Image, ...] = added_later(())
    local: Local | None = added_later(None)

    @cached_property
    def law_by_id(self) -> Mapping[str, Law]:
        return {law.id: law for law in self.laws}

    @cached_property
    def rule_by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def image_by_name(self) -> Mapping[str, Image]:
        return {image.name: image for image in self.images}

    @cached_property
    def lesson_by_id(self) -> Mapping[str, Lesson]:
        return {lesson.id: lesson for lesson in self.lessons}

    @cached_property
    def terms_in_order(self) -> tuple[Term, ...]:
        """The glossary in alphabetical order."""
        return tuple(sorted(self.terms, key=lambda term: term.term.casefold()))

    @cached_property
    def contested_rules(self) -> tuple[Rule, ...]:
        """The rules on which opinions differ."""
        return tuple(rule for rule in self.rules if rule.verdict is Verdict.DIPERDEBATKAN)

    def rules_citing(self, law: str) -> tuple[Rule, ...]:
        """The rules that stand on an instrument."""
        return tuple(rule for rule in self.rules if any(citation.law == law for citation in rule.citations))

    def lessons_of(self, phase: Phase | None) -> tuple[Lesson, ...]:
        """The lessons of one phase, or the foundations, in reading order."""
        return tuple(
            sorted((lesson for lesson in self.lessons if lesson.phase is phase), key=lambda lesson: lesson.order)
        )

    @property
    def lessons_in_order(self) -> tuple[Lesson, ...]:
        """All lessons in reading order: the foundations, then phase after phase."""
        return tuple(lesson for phase in LESSON_PARTS for lesson in self.lessons_of(phase))

    def path(self, job: str | None) -> tuple[Lesson, ...]:
        """The lessons for one job in reading order; all of them where no job is chosen or the pack has none for it."""
        return tuple(lesson for lesson in self.lessons_in_order if job in lesson.jobs) or self.lessons_in_order

    @property
    def scored_items(self) -> tuple[Item, ...]:
        """The items that may decide a score."""
        return tuple(item for item in self.items if item.scored)

    @property
    def discussion_items(self) -> tuple[Item, ...]:
        """The national items that never decide a score, phase after phase."""
        unscored = [item for item in self.items if not item.scored and self.mark(item.id) is None]
        return tuple(item for phase in Phase for item in unscored if item.phase is phase)

    def mark(self, id_: str) -> Mark | None:
        """How far a local addition was looked at; None of whatever is national."""
        return self.local.marks.get(id_) if self.local else None
