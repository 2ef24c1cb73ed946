"""Questions with every sign that a text may hold, for what forms of others do with them."""

from collections.abc import Callable

from hypothesis import strategies as st

from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.pack import Citation, Confidence, ItemType, Option, Phase
from asnquiz.domain.question import LoosePair, LoosePicture, Question
from asnquiz.domain.unseen import NOT_TEXT
from tests import photos

# What forms of others take for something else, more often than chance would bring it.
TRAPS = (
    "]]>",
    "<![CDATA[",
    "<b>",
    "</p>",
    "&amp;",
    "&#32;",
    "&nbsp;",
    "@@PLUGINFILE@@/x.png",
    "{",
    "=",
    "~",
    "  ",
    "\n",
)
SIGNS = st.characters(exclude_categories=("Cs",)).filter(lambda sign: not NOT_TEXT.search(sign))
WORDS = st.lists(st.one_of(SIGNS, st.sampled_from(TRAPS)), max_size=12).map(lambda parts: "".join(parts).strip())
FILLED = WORDS.filter(bool)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
CITATIONS = st.one_of(
    st.builds(Citation, law=IDS, ref=st.none() | st.sampled_from(("Pasal 2", "Lampiran II | 6", "50%", "`x`"))),
    st.just(Citation(no_prohibition_found=True)),
)
PICTURES = st.builds(
    LoosePicture,
    st.sampled_from((photos.image("kab-contoh-satu"), photos.image("kab-contoh-dua", photos.jpeg()))),
    WORDS,
)


def _options(least: int, most: int) -> st.SearchStrategy[list[Option]]:
    return st.lists(st.builds(Option, FILLED, WORDS), min_size=least, max_size=most)


def _keyed(draw: Callable[..., list[Option]], *, several: bool) -> tuple[Option, ...]:
    options = draw(_options(2, 5))
    places = st.integers(0, len(options) - 1)
    keys = draw(
        st.sets(places, min_size=1, max_size=len(options) - 1) if several else st.sets(places, min_size=1, max_size=1)
    )
    return tuple(Option(one.text, one.feedback, at in keys) for at, one in enumerate(options))


@st.composite
def questions(draw: Callable[..., object]) -> Question:
    """One that lacks nothing that another program asks for; all else may be missing."""
    maybe = lambda some: draw(st.none() | some)  # noqa: E731
    kind = draw(st.sampled_from(ItemType))
    rows: dict[str, object] = {}
    match kind:
        case ItemType.SINGLE | ItemType.MULTIPLE:
            rows["options"] = _keyed(draw, several=kind is ItemType.MULTIPLE)  # type: ignore[arg-type]
        case ItemType.ORDERING:
            rows["options"] = tuple(draw(_options(2, 5)))  # type: ignore[call-overload]
        case ItemType.VERDICT:
            rows["key"] = draw(st.sampled_from(VERDICT_CHOICES))
            rows["feedback"] = draw(st.dictionaries(st.sampled_from(VERDICT_CHOICES), FILLED))
        case ItemType.MATCHING:
            pair = st.builds(LoosePair, FILLED, st.sampled_from(Phase), WORDS)
            rows["pairs"] = tuple(draw(st.lists(pair, min_size=2, max_size=5)))  # type: ignore[call-overload]
    return Question(
        type=kind,  # type: ignore[arg-type]
        stem=draw(FILLED),  # type: ignore[arg-type]
        id=maybe(IDS),
        revision=maybe(st.integers(1, 99)),
        phase=maybe(st.sampled_from(Phase)),
        topic=maybe(IDS),
        rules=tuple(draw(st.lists(IDS, max_size=2))),  # type: ignore[call-overload]
        jobs=tuple(draw(st.lists(IDS, max_size=2))),  # type: ignore[call-overload]
        difficulty=maybe(st.integers(1, 3)),
        explanation=draw(WORDS),  # type: ignore[arg-type]
        instead=draw(WORDS),  # type: ignore[arg-type]
        citations=tuple(draw(st.lists(CITATIONS, max_size=2))),  # type: ignore[call-overload]
        confidence=maybe(st.sampled_from(Confidence)),
        picture=maybe(PICTURES),
        **rows,  # type: ignore[arg-type]
    )
