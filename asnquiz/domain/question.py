"""A question as it travels between programs: what a form of others can say of it, so that anything may be missing.

Every reader of a foreign form gives these, and every writer says what it could not carry.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from asnquiz.domain.pack import Citation, Confidence, Image, Item, ItemType, Option, Phase, Verdict


@dataclass(frozen=True)
class LoosePair:
    """One row of a matching question; None where its phase is not known."""

    left: str = ""
    phase: Phase | None = None
    feedback: str = ""


@dataclass(frozen=True)
class LoosePicture:
    """A picture with a question; `alt` is empty where nobody wrote what it shows."""

    image: Image
    alt: str = ""


@dataclass(frozen=True)
class Question:
    """As asnquiz.domain.pack.Item, with nothing required; empty texts and None are what is not known.

    Attributes:
        id: None where the form had none.
        options: of single, multiple and ordering, the last in the right order.
    """

    type: ItemType
    stem: str
    id: str | None = None
    revision: int | None = None
    phase: Phase | None = None
    topic: str | None = None
    rules: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    difficulty: int | None = None
    options: tuple[Option, ...] = ()
    key: Verdict | None = None
    feedback: Mapping[Verdict, str] = field(default_factory=dict)
    pairs: tuple[LoosePair, ...] = ()
    explanation: str = ""
    instead: str = ""
    citations: tuple[Citation, ...] = ()
    confidence: Confidence | None = None
    picture: LoosePicture | None = None


@dataclass(frozen=True)
class Loss:
    """Something that a form could not carry, in a sentence; `item` is an id, or the place in a file (`Soal 3`)."""

    item: str
    message: str


@dataclass(frozen=True)
class Brought:
    """What came out of a file of another form, whole; whatever could not be taken along is a loss."""

    questions: tuple[Question, ...]
    losses: tuple[Loss, ...]


@dataclass(frozen=True)
class Carried:
    """What goes into a file of another form, and what it could not carry."""

    content: bytes
    losses: tuple[Loss, ...]


def question_of(item: Item, images: Mapping[str, Image]) -> Question:
    """An item as it leaves a pack; `images` by name."""
    image = images.get(item.picture.image) if item.picture else None
    return Question(
        type=item.type,
        stem=item.stem,
        id=item.id,
        revision=item.revision,
        phase=item.phase,
        topic=item.topic,
        rules=item.rules,
        jobs=item.jobs,
        difficulty=item.difficulty,
        options=item.options,
        key=item.key,
        feedback=item.feedback or {},
        pairs=tuple(LoosePair(pair.left, pair.phase, pair.feedback) for pair in item.pairs),
        explanation=item.explanation,
        instead=item.instead,
        citations=item.citations,
        confidence=item.confidence,
        picture=LoosePicture(image, item.picture.alt) if item.picture and image else None,
    )
