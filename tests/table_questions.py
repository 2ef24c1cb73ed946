"""Any question that a table can carry, for round trips: every type, every character, nothing that must be there."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from asnquiz.domain.pack import Article, Citation, Confidence, ItemType, LawStatus, Option, Pack, Phase, Verdict
from asnquiz.domain.question import LoosePair, Question
from tests import builders

# What spreadsheets, CSV, XML and this table itself take for something else.
NASTY = (
    "=1+1",
    '=HYPERLINK("https://jahat.example";"x")',
    "+62 812-3456-7890",
    "-5",
    "@SUM(A1)",
    "'kutip di depan",
    "''dua",
    '="007"',
    "198609262015051001",
    "007",
    "1,3",
    "1.3",
    "01/03/2026",
    "12:30",
    "50%",
    "1e5",
    "TRUE",
    "BENAR",
    "#N/A",
    "sep=;",
    'dua\nbaris; "kutip", koma\tdan tab',
    '"',
    "{ } ~ = # : % \\ < > & [x] $$",
    "<r><t>x</t></r>",
    "</t>&amp;<![CDATA[ _x0041_",
    "😀👩🏽\N{ZERO WIDTH JOINER}🏫 ✓ Amínah",
    "محمد \N{RIGHT-TO-LEFT OVERRIDE}tfel",
    "Teks soal",
    "Jenis",
    "A",
    "Sebelum",
)


def pack() -> Pack:
    """Two acts are called the same, and one instrument is no longer in force."""
    law = builders.law(articles=tuple(Article(f"Pasal {number}", "Bunyi", Confidence.A) for number in (1, 2, 12)))
    old = builders.law(id="pp-lama", number="53 Tahun 2010", status=LawStatus.DICABUT)
    acts = {"satu": "Memimpin apel", "dua": "memimpin  apel", "tiga": "Menulis; lalu membaca", "empat": "Menyapa"}
    return builders.pack(
        topics={"media-sosial": "Media sosial", "foto": "Foto dan unggahan"},
        jobs={"staf": "Staf", "guru": "Guru dan dosen", "desa": "Kepala, dan perangkat desa"},
        rules=tuple(builders.rule(id=id_, act=act) for id_, act in acts.items()),
        laws=(law, old),
    )


PACK = pack()
_ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
_TEXTS = (_ANY | st.sampled_from(NASTY)).map(str.strip)
_WORDS = _TEXTS.filter(bool)
_CITATIONS = st.builds(
    lambda base, facts: Citation(base.law, base.ref, base.no_prohibition_found, tuple(facts)),
    st.sampled_from(
        [
            Citation("pp-94-2021", "Pasal 1"),
            Citation("pp-94-2021", "Pasal 12"),
            Citation("pp-lama", "Pasal 5 huruf n angka 5"),
            Citation(no_prohibition_found=True),
        ]
    ),
    st.lists(st.sampled_from(["3#72", "1.7 KE-4", "8.2", "=1"]), max_size=3),
)


def _several(ids: Any, most: int) -> Any:
    return st.lists(st.sampled_from(sorted(ids)), max_size=most, unique=True).map(tuple)


def _answers(type_: ItemType) -> st.SearchStrategy[dict[str, Any]]:
    rows = st.lists(st.tuples(_WORDS, _TEXTS), max_size=8)
    match type_:
        case ItemType.VERDICT:
            feedback = st.dictionaries(st.sampled_from(Verdict), _WORDS)
            return st.fixed_dictionaries({"key": st.none() | st.sampled_from(Verdict), "feedback": feedback})
        case ItemType.MATCHING:
            pair = st.builds(LoosePair, _WORDS, st.none() | st.sampled_from(Phase), _TEXTS)
            return st.fixed_dictionaries({"pairs": st.lists(pair, max_size=8).map(tuple)})
        case ItemType.SINGLE:
            keyed = st.tuples(rows, st.integers(-1, 7)).map(
                lambda one: tuple(Option(*row, number == one[1]) for number, row in enumerate(one[0]))
            )
        case ItemType.MULTIPLE:
            keyed = st.lists(st.builds(Option, _WORDS, _TEXTS, st.booleans()), max_size=8).map(tuple)
        case ItemType.ORDERING:
            keyed = rows.map(lambda one: tuple(Option(*row) for row in one))
    return st.fixed_dictionaries({"options": keyed})


def _questions(type_: ItemType) -> st.SearchStrategy[Question]:
    common: dict[str, st.SearchStrategy[Any]] = {
        "stem": _WORDS,
        "revision": st.none() | st.integers(1, 999_999_999),
        "phase": st.none() | st.sampled_from(Phase),
        "topic": st.none() | st.sampled_from(sorted(PACK.topics)),
        "rules": _several(PACK.rule_by_id, 4),
        "jobs": _several(PACK.jobs, 3),
        "difficulty": st.none() | st.integers(1, 3),
        "explanation": _TEXTS,
        "instead": _TEXTS,
        "citations": st.lists(_CITATIONS, max_size=4).map(tuple),
        "confidence": st.none() | st.sampled_from(Confidence),
    }
    together = st.tuples(st.fixed_dictionaries(common), _answers(type_))
    return together.map(lambda both: Question(type=type_, **both[0], **both[1]))


def _with_ids(questions: list[Question]) -> tuple[Question, ...]:
    ids = [f"kab-contoh-{number}" if number % 3 else None for number in range(len(questions))]
    return tuple(replace(one, id=id_) for one, id_ in zip(questions, ids, strict=True))


QUESTIONS = st.lists(st.sampled_from(ItemType).flatmap(_questions), min_size=1, max_size=6).map(_with_ids)


def one_of_each() -> tuple[Question, ...]:
    """A question of each type, with every nasty text somewhere, and everything that a table carries."""
    texts = iter(NASTY * 3)
    rows = [(next(texts), next(texts)) for _ in range(8)]
    common: dict[str, Any] = {
        "revision": 3,
        "phase": Phase.DURING,
        "topic": "foto",
        "rules": ("dua", "tiga"),
        "jobs": ("desa", "staf"),
        "difficulty": 2,
        "citations": (Citation("pp-94-2021", "Pasal 2"), Citation(no_prohibition_found=True, facts=("3#72", "8.2"))),
        "confidence": Confidence.B,
    }
    answers: dict[ItemType, dict[str, Any]] = {
        ItemType.SINGLE: {"options": tuple(Option(*row, number == 2) for number, row in enumerate(rows))},
        ItemType.MULTIPLE: {"options": tuple(Option(*row, number in (0, 2)) for number, row in enumerate(rows))},
        ItemType.ORDERING: {"options": tuple(Option(next(texts), next(texts)) for _ in range(6))},
        ItemType.VERDICT: {"key": Verdict.TIDAK, "feedback": {verdict: next(texts) for verdict in Verdict}},
        ItemType.MATCHING: {"pairs": tuple(LoosePair(next(texts), phase, next(texts)) for phase in Phase)},
    }
    return tuple(
        Question(
            type=type_,
            id=f"kab-contoh-{type_.value}",
            stem=next(texts),
            explanation=next(texts),
            instead=next(texts),
            **common,
            **answers[type_],
        )
        for type_ in ItemType
    )
