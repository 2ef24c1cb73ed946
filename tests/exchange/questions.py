"""Questions with every sign that a text may hold, for what forms of others do with them."""

from typing import Any, TypeVar

from hypothesis import strategies as st

from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.pack import Citation, Confidence, ItemType, Option, Phase
from asnquiz.domain.question import LoosePair, LoosePicture, Question
from asnquiz.domain.unseen import NOT_TEXT
from tests import photos

T = TypeVar("T")

# What forms of others take for something else, more often than chance would bring it.
TRAPS = (
    *("]]>", "<![CDATA[", "<b>", "</p>", "&amp;", "&#32;", "&nbsp;", "@@PLUGINFILE@@/", "  ", "\n", "\t", "\xa0"),
    *(":", "::", "#", "####", "=", "~", "{", "}", "\\", "\\n", "\\\\", "//", "->", "%50%", "$CATEGORY: a", "\n\n", "|"),
    *("[html]", "[plain]", "[id:x]", "[", "]", "%7C", "%", "T", "FALSE", "A) ", "B.", "ANSWER: A", "\x85"),
)
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))
WORDS = st.one_of(st.text(SIGNS, max_size=12), st.lists(st.sampled_from(TRAPS), max_size=5).map("x".join)).map(
    lambda words: NOT_TEXT.sub("", words).strip()
)
FILLED = WORDS.filter(bool)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
REFS = ("Pasal 2", "Lampiran II | 6", "50%", "`x`", "Pasal 71 ayat (1) huruf a sampai dengan huruf z --> ]]>")
CITATIONS = st.one_of(
    st.builds(Citation, law=IDS, ref=st.none() | st.sampled_from(REFS)),
    st.just(Citation(no_prohibition_found=True)),
)
PICTURES = st.builds(
    LoosePicture,
    st.sampled_from((photos.image("kab-contoh-satu"), photos.image("kab-contoh-dua", photos.jpeg()))),
    WORDS,
)


OPTIONS = st.builds(Option, FILLED, WORDS)


@st.composite
def _keyed(draw: st.DrawFn, most: int) -> tuple[Option, ...]:
    """Options with one right answer or more, and a wrong one at least."""
    options = draw(st.lists(OPTIONS, min_size=2, max_size=5))
    keys = draw(st.sets(st.integers(0, len(options) - 1), min_size=1, max_size=min(most, len(options) - 1)))
    return tuple(Option(one.text, one.feedback, at in keys) for at, one in enumerate(options))


def _tuples(some: st.SearchStrategy[T], least: int, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(some, min_size=least, max_size=most).map(tuple)


def _questions(kind: ItemType, **rows: st.SearchStrategy[Any]) -> st.SearchStrategy[Question]:
    return st.builds(
        Question,
        type=st.just(kind),
        stem=FILLED,
        id=st.none() | IDS,
        revision=st.none() | st.integers(1, 99),
        phase=st.none() | st.sampled_from(Phase),
        topic=st.none() | IDS,
        rules=_tuples(IDS, 0, 2),
        jobs=_tuples(IDS, 0, 2),
        difficulty=st.none() | st.integers(1, 3),
        explanation=WORDS,
        instead=WORDS,
        citations=_tuples(CITATIONS, 0, 2),
        confidence=st.none() | st.sampled_from(Confidence),
        picture=st.none() | PICTURES,
        **rows,
    )


SINGLE = _questions(ItemType.SINGLE, options=_keyed(1))
# Whole enough for any program; what no program asks for may be missing.
QUESTIONS = st.one_of(
    SINGLE,
    _questions(ItemType.MULTIPLE, options=_keyed(4)),
    _questions(ItemType.ORDERING, options=_tuples(OPTIONS, 2, 5)),
    _questions(
        ItemType.VERDICT,
        key=st.sampled_from(VERDICT_CHOICES),
        feedback=st.dictionaries(st.sampled_from(VERDICT_CHOICES), FILLED),
    ),
    _questions(ItemType.MATCHING, pairs=_tuples(st.builds(LoosePair, FILLED, st.sampled_from(Phase), WORDS), 2, 5)),
)
