"""Our five types of questions in the two shapes that forms of others know: choices, and texts matched with words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.pack import ItemType, Option, Phase
from asnquiz.domain.question import LoosePair, Question
from asnquiz.domain.wording import PHASE, VERDICT, phase_words
from asnquiz.exchange.tags import Told

CHOOSING = (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.VERDICT)

# Another program gives marks for a part of the right choices. A wrong one takes all of them, or ticking all would win.
NO_PARTS = (
    "Di sini nilai diberikan hanya bila semua jawaban yang benar dipilih; program lain menilai juga jawaban sebagian."
)
OTHER_SHARES = "Bobot tiap jawaban tidak dibawa: di sini semua yang benar harus dipilih, dan selain itu tidak dinilai."
TRUE, FALSE = "Benar", "Salah"
MADE_SINGLE = f"Soal benar-salah menjadi soal satu pilihan benar dengan pilihan “{TRUE}” dan “{FALSE}”."
NO_PHASES = "Kata yang dijodohkan bukan fase (Sebelum, Selama, Sesudah), jadi soal ini dilewati."
_NO_KEY = "Jawaban benarnya belum ditandai, jadi soal ini dilewati."

_PHASES = {words.casefold(): phase for phase in Phase for words in (PHASE[phase], phase_words(phase), phase.value)}
_VERDICTS = {VERDICT[verdict].casefold(): verdict for verdict in VERDICT_CHOICES}


@dataclass(frozen=True)
class Match:
    """A text and the word that belongs to it."""

    left: str
    right: str
    feedback: str = ""


def lacking(question: Question) -> str | None:
    """Why a question cannot be put into a form of others yet, in a sentence; None where it can."""
    if not question.stem.strip():
        return "Pertanyaannya masih kosong, jadi soal ini dilewati."
    rows = [option.text for option in question.options] or [pair.left for pair in question.pairs]
    if question.type is ItemType.VERDICT:
        return None if question.key in VERDICT_CHOICES else _NO_KEY
    if len(rows) < 2:
        return "Butirnya kurang dari dua, jadi soal ini dilewati."
    if not all(row.strip() for row in rows):
        return "Ada butir yang masih kosong, jadi soal ini dilewati."
    keys = sum(option.key for option in question.options)
    if question.type is ItemType.SINGLE and keys != 1:
        return "Jawaban benarnya bukan tepat satu, jadi soal ini dilewati."
    if question.type is ItemType.MULTIPLE and not keys:
        return _NO_KEY
    if any(pair.phase is None for pair in question.pairs):
        return "Ada pasangan yang fasenya belum dipilih, jadi soal ini dilewati."
    return None


def choices_of(question: Question) -> tuple[Option, ...]:
    """The choices of a question that is answered by choosing."""
    if question.type is not ItemType.VERDICT:
        return question.options
    return tuple(
        Option(VERDICT[verdict], question.feedback.get(verdict, ""), verdict is question.key)
        for verdict in VERDICT_CHOICES
    )


def matches_of(question: Question) -> tuple[Match, ...]:
    """What belongs together in a question that is answered by ordering (texts and their numbers) or matching."""
    if question.type is ItemType.ORDERING:
        return tuple(Match(one.text, str(place), one.feedback) for place, one in enumerate(question.options, 1))
    return tuple(Match(pair.left, phase_words(pair.phase), pair.feedback) for pair in question.pairs if pair.phase)


def chosen(stem: str, options: Sequence[Option], *, several: bool, told: Told) -> Question:
    """The question of such choices: a verdict where the tags say so and the three choices are the verdicts' words."""
    words = [_VERDICTS.get(option.text.strip().casefold()) for option in options]
    keys = [verdict for verdict, option in zip(words, options, strict=True) if option.key]
    three = len(words) == len(VERDICT_CHOICES) and {*words} == {*VERDICT_CHOICES}
    if told.type is ItemType.VERDICT and three and len(keys) == 1:
        feedback = {
            verdict: one.feedback for verdict, one in zip(words, options, strict=True) if verdict and one.feedback
        }
        return replace(Question(ItemType.VERDICT, stem, key=keys[0], feedback=feedback), **told.facts)
    type_ = ItemType.MULTIPLE if several else ItemType.SINGLE
    return replace(Question(type_, stem, options=tuple(options)), **told.facts)


def matched(stem: str, matches: Sequence[Match], told: Told) -> Question | None:
    """The question of such matches: of ordering where the words are 1 to the last; None where they are no phases."""
    numbered = {one.right.strip(): one for one in matches}
    places = [str(place) for place in range(1, len(matches) + 1)]
    if sorted(numbered) == sorted(places):
        options = tuple(Option(numbered[place].left, numbered[place].feedback) for place in places)
        return replace(Question(ItemType.ORDERING, stem, options=options), **told.facts)
    phases = [_PHASES.get(one.right.strip().casefold()) for one in matches]
    if None in phases:
        return None
    # A phase without a text is a wrong word to choose from, and here all three always are.
    rows = (LoosePair(one.left, phase, one.feedback) for one, phase in zip(matches, phases, strict=True) if one.left)
    return replace(Question(ItemType.MATCHING, stem, pairs=tuple(rows)), **told.facts)
