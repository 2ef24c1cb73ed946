"""What is written in the editor, as an entry of a layer, as a question that travels, and as what a learner will see."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from asnquiz.content.checks.items import ROWS
from asnquiz.content.layer_files import bare
from asnquiz.content.schema import Fitting, fit
from asnquiz.content.yaml_reader import text_messages
from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.draft import Draft, DraftKind, mapping_of, member_of
from asnquiz.domain.local import Hand
from asnquiz.domain.pack import (
    Confidence,
    Image,
    Item,
    ItemType,
    Option,
    Pack,
    Pair,
    Phase,
    Picture,
    Review,
    Rule,
    Scenario,
)
from asnquiz.domain.question import LoosePair, Question
from asnquiz.domain.unseen import NOT_TEXT

_ENTRIES: Mapping[DraftKind, type[Rule] | type[Item] | type[Scenario]] = {
    DraftKind.RULE: Rule,
    DraftKind.ITEM: Item,
    DraftKind.SCENARIO: Scenario,
}
# What files must say even where there is nothing to be said.
_UNWRITTEN: Mapping[DraftKind, Mapping[str, Any]] = {
    DraftKind.RULE: {
        "stages": [],
        "condition": None,
        "sanction": {},
        "facts": [],
        "words": [],
        "positions": [],
        "safe": None,
    },
    DraftKind.ITEM: {"revision": 1, "jobs": [], "scored": True},
    DraftKind.SCENARIO: {"jobs": []},
}

_QUESTION = frozenset(field.name for field in fields(Question))


def entry_of(draft: Draft) -> Rule | Item | Scenario | None:
    """The entry as a layer holds it; None while something lacks or cannot be.

    When a question was written and read is what its mark says, whatever stands in the draft.
    """
    entry = written(draft)
    if any(text_messages_of(entry)):
        return None
    return fitting_of(draft, entry).value


def fitting_of(draft: Draft, entry: Mapping[str, Any]) -> Fitting[Any]:
    """What `written` gave of a draft as a value, or what does not fit."""
    kind: type[Any] = _ENTRIES[draft.kind]
    return fit(kind, entry)


def written(draft: Draft) -> dict[str, Any]:
    """The entry as it would stand in a file: what is blank is not there, and what needs no writing is."""
    content = {key: value for key, value in _filled(draft.content).items() if value != {}}
    entry = {**_UNWRITTEN[draft.kind], **content, "id": draft.id}
    if draft.kind is DraftKind.ITEM:
        mark = draft.mark
        entry["review"] = {"written": _day(mark.author), "read": mark.reviewer and _day(mark.reviewer)}
        entry["review"]["law_checked"] = None
    return entry


def text_messages_of(plain: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text and key in plain data that cannot stand in a file, by its place."""
    match plain:
        case str():
            for message in text_messages(plain):
                yield (), message
        case dict() | list():
            for key, part in plain.items() if isinstance(plain, dict) else enumerate(plain):
                for path, message in (*text_messages_of(key), *text_messages_of(part)):
                    yield (key, *path), message


def content_of(question: Question) -> dict[str, Any]:
    """What a question from elsewhere says, as the content of a draft.

    Its picture is named only: the image itself is for the workshop, under a name of the layer's own.
    """
    content: dict[str, Any] = _filled(bare(question))
    content.pop("id", None)
    if question.type is ItemType.ORDERING:
        for option in content.get("options", ()):
            option.pop("key", None)
    if question.picture:
        content["picture"] = _filled({"image": question.picture.image.name, "alt": question.picture.alt})
    return content


def question_of_draft(draft: Draft, images: Mapping[str, Image]) -> Question | None:
    """A question as it leaves the editor, with what was written of it; `images` by name.

    None for other entries, and for a question whose type was not chosen.
    """
    if draft.kind is not DraftKind.ITEM or member_of(ItemType, draft.content.get("type")) is None:
        return None
    return replace(_question(draft.content, images), id=draft.id)


def _question(content: Mapping[str, Any], images: Mapping[str, Image]) -> Question:
    """What can be read of the content; a field that makes no sense is not there."""
    plain = {key: value for key, value in _filled(_seen(content)).items() if key in _QUESTION}
    if "options" in plain:
        plain["options"] = [{"text": "", "feedback": "", **row} for row in _mappings(plain["options"])]
    picture = mapping_of(plain.pop("picture", None))
    if image := next((one for name, one in images.items() if name == picture.get("image")), None):
        plain["picture"] = {**picture, "image": bare(image)}
    needed = {"type": ItemType.SINGLE.value, "stem": ""}
    fitting = fit(Question, needed | plain)
    if fitting.value is None:
        wrong = {misfit.path[0] for misfit in fitting.misfits}
        fitting = fit(Question, needed | {key: value for key, value in plain.items() if key not in wrong})
    if fitting.value is None:
        raise ValueError("a question without what does not fit must fit")
    return fitting.value


def item_to_show(content: Mapping[str, Any], base: Pack) -> Item:
    """A question in the making as a learner would see it, with words in brackets where something lacks.

    What it names must be in `base` to be shown: rules, articles, topics, jobs and pictures.
    """
    asked = _question(content, {image.name: image for image in base.images})
    picture = asked.picture
    rules = tuple(rule for rule in asked.rules if rule in base.rule_by_id)
    phases = (phase for rule in rules for phase in base.rule_by_id[rule].phases)
    item = Item(
        id="konsep",
        revision=1,
        type=asked.type,
        phase=asked.phase or next(phases, Phase.DURING),
        topic=asked.topic if asked.topic and asked.topic in base.topics else next(iter(base.topics)),
        rules=rules,
        jobs=tuple(job for job in asked.jobs if job in base.jobs),
        difficulty=asked.difficulty or 1,
        stem=_shown(asked.stem, "teks soal"),
        explanation=_shown(asked.explanation, "penjelasan"),
        instead=_shown(asked.instead, "yang sebaiknya dilakukan"),
        citations=tuple(one for one in asked.citations if one.no_prohibition_found or one.law in base.law_by_id),
        confidence=asked.confidence or Confidence.C,
        scored=True,
        review=Review(dt.date.min, None, None),
        picture=Picture(picture.image.name, _shown(picture.alt, "uraian gambar")) if picture else None,
    )
    return replace(item, **_rows_to_show(asked))


def _rows_to_show(asked: Question) -> dict[str, Any]:
    if asked.type is ItemType.VERDICT:
        feedback = {one: _shown(asked.feedback.get(one, ""), "umpan balik") for one in VERDICT_CHOICES}
        return {"key": asked.key, "feedback": feedback}
    field, fewest, _ = ROWS[asked.type]
    if field == "pairs":
        pairs = (*asked.pairs, *(LoosePair() for _ in range(fewest - len(asked.pairs))))
        return {"pairs": tuple(map(_pair_to_show, pairs))}
    options = (*asked.options, *(Option("", "") for _ in range(fewest - len(asked.options))))
    return {
        "options": tuple(
            Option(_shown(one.text, "pilihan"), _shown(one.feedback, "umpan balik"), one.key) for one in options
        )
    }


def _pair_to_show(pair: LoosePair) -> Pair:
    left = _shown(pair.left, "peristiwa")
    if pair.phase is None:
        left += " (fasenya belum dipilih)"
    return Pair(left, pair.phase or Phase.BEFORE, _shown(pair.feedback, "umpan balik"))


def _shown(text: Any, what: str) -> str:
    return text if isinstance(text, str) and text.strip() else f"({what} belum ditulis)"


def _seen(plain: Any) -> Any:
    """Plain data with a mark for every character that could not stand in a file."""
    match plain:
        case str():
            return NOT_TEXT.sub("□", plain)
        case Mapping():
            return {_seen(key): _seen(part) for key, part in plain.items()}
        case list():
            return [_seen(part) for part in plain]
        case _:
            return plain


def _filled(plain: Any) -> Any:
    """Plain data without the keys that hold nothing: no value, a blank text or an empty list."""
    match plain:
        case Mapping():
            inside = {key: _filled(part) for key, part in plain.items()}
            return {key: part for key, part in inside.items() if not _is_nothing(part)}
        case list():
            return [_filled(part) for part in plain]
        case _:
            return plain


def _is_nothing(plain: Any) -> bool:
    return plain is None or plain == [] or (isinstance(plain, str) and not plain.strip())


def _mappings(plain: Any) -> list[Mapping[str, Any]]:
    return [one for one in plain if isinstance(one, Mapping)] if isinstance(plain, list) else []


def _day(hand: Hand | None) -> str:
    """The day of a hand; of a question that nobody set to be reviewed, and that is published nowhere yet, the first."""
    return (hand.on if hand else dt.date.min).isoformat()
