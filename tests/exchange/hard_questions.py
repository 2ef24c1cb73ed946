"""Questions that forms of others find hard: every sign that means something somewhere, in every place for a text."""

from typing import Any

from hypothesis import strategies as st

from asnquiz.domain.pack import Citation, Confidence, ItemType, Option, Phase, Verdict
from asnquiz.domain.question import LoosePair, Question
from asnquiz.domain.unseen import NOT_TEXT

# fmt: off
HARD = (
    ":", "#", "=", "{", "}", "~", "\\", "\n", "\n\n", "\t", "  ", "\\n", "\\=", "\\\\", "::", "####", "//", "->",
    "%50%", "[html]", "[plain]", "[", "]", "[id:x]", "$CATEGORY: a", "T", "FALSE", "<b>", "&amp;", "&lt;", "|", "%7C",
    "%", "A)", "B.", "ANSWER: A", '"', "'", ";", ",", "“", "é", "🗳", "\xa0", "\x85", "nol", "tiga puluh", "a", "Z", "0",
)
# fmt: on


def _fits(text: str) -> bool:
    return bool(text) and not NOT_TEXT.search(text) and not any("\ufdd0" <= sign <= "\ufddf" for sign in text)


texts = (
    st.one_of(
        st.lists(st.sampled_from(HARD), min_size=1, max_size=6).map("".join),
        st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=6),
    )
    .map(str.strip)
    .filter(_fits)
)
some_text = st.one_of(st.just(""), texts)
# What matching takes for a sign, and nothing can keep from being one.
lefts = texts.map(lambda text: text.replace("->", "=>"))
slugs = st.sampled_from(["a-1", "media-sosial", "uu-20-2023", "kab-contoh-soal-07", "x9-y-z"])

citations = st.one_of(
    st.builds(Citation, law=slugs, ref=texts, facts=st.lists(texts, max_size=2).map(tuple)),
    st.builds(Citation, no_prohibition_found=st.just(True), facts=st.lists(texts, max_size=2).map(tuple)),
)


@st.composite
def questions(draw: Any, types: tuple[ItemType, ...] = tuple(ItemType)) -> Question:
    """Whole enough to be carried, whatever else is missing."""
    type_ = draw(st.sampled_from(types))
    return Question(
        type=type_,
        stem=draw(texts),
        id=draw(st.none() | slugs),
        revision=draw(st.none() | st.integers(1, 9999)),
        phase=draw(st.none() | st.sampled_from(Phase)),
        topic=draw(st.none() | slugs),
        rules=draw(st.lists(slugs, max_size=2).map(tuple)),
        jobs=draw(st.lists(slugs, max_size=2).map(tuple)),
        difficulty=draw(st.none() | st.integers(1, 3)),
        explanation=draw(some_text),
        instead=draw(some_text),
        citations=draw(st.lists(citations, max_size=2).map(tuple)),
        confidence=draw(st.none() | st.sampled_from(Confidence)),
        **draw(_rows(type_)),
    )


def _rows(type_: ItemType) -> st.SearchStrategy[dict[str, Any]]:
    match type_:
        case ItemType.VERDICT:
            three = st.sampled_from([Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT])
            return st.fixed_dictionaries({"key": three, "feedback": st.dictionaries(three, texts)})
        case ItemType.MATCHING:
            pair = st.builds(LoosePair, lefts, st.sampled_from(Phase), some_text)
            return st.fixed_dictionaries({"pairs": st.lists(pair, min_size=2, max_size=3).map(tuple)})
        case ItemType.ORDERING:
            row = st.builds(Option, lefts, some_text)
            return st.fixed_dictionaries({"options": st.lists(row, min_size=2, max_size=3).map(tuple)})
    option = st.builds(Option, texts, some_text, st.booleans())
    several = st.lists(option, min_size=2, max_size=4).map(tuple)
    least = 1 if type_ is ItemType.MULTIPLE else None
    return st.fixed_dictionaries({"options": several.map(lambda options: _keyed(options, least))})


def _keyed(options: tuple[Option, ...], least: int | None) -> tuple[Option, ...]:
    """With at least so many right ones; with exactly one where None."""
    keys = [place for place, option in enumerate(options) if option.key] or [0]
    kept = set(keys if least else keys[:1])
    return tuple(Option(option.text, option.feedback, place in kept) for place, option in enumerate(options))
