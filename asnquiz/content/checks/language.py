"""Plain language: short sentences, abbreviations that the glossary explains, and no straight quotation marks.

Those are every " and each ' that a word begins with; an apostrophe inside a word or at its end is none.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from asnquiz.content.contents import Contents
from asnquiz.content.passages import Passage, passages
from asnquiz.domain.fault import Fault

_MOST_WORDS = 30
_SHOWN_WORDS, _SHOWN_LETTERS = 6, 60

_STOPS = (".", "!", "?", "…")
_OPENING, _CLOSING = "“‘\"'([", "”’\"')]"
# A full stop after these does not end a sentence, even with a capital or a number behind it.
_SHORTENED = frozenset(
    ("jo.", "no.", "hlm.", "dr.", "drs.", "dra.", "ir.", "prof.", "jl.", "kab.", "kec.", "bpk.", "sdr.", "a.n.", "u.p.")
)

# Read every day by people who work in government: explaining them would only lengthen the glossary.
EVERYDAY = frozenset(
    word
    for line in (
        "KK KTP NIK NIP RT RW",  # persons and where they live
        "APBD APBN BUMD BUMN DPD DPR DPRD JDIH MA MK MPR PKK RI RUU SK TNI UPT UU",  # the state
        "PAUD RSUD SD SMA SMK SMP TK",  # schools and hospitals
        "CCTV HP TV WA WIB WIT WITA LinkedIn TikTok WhatsApp YouTube",  # the day's work
    )
    for word in line.split()
)

_STRAIGHT_QUOTE = re.compile(r"\"|(?<!\w)'(?=\S)")
_PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ROMAN = re.compile(r"[IVX]+")


def language_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the texts that learners read."""
    read = list(passages(contents))
    for passage in read:
        yield from _long_sentences(passage)
        for below, line in enumerate(passage.text.split("\n")):
            if _STRAIGHT_QUOTE.search(line):
                yield passage.fault("Tanda kutip lurus tidak dipakai dalam teks; pakai “ ”.", below)
    # While a law or a term cannot be read, nobody knows what they explain.
    if contents.terms.whole and contents.laws.whole:
        yield from _undefined(read, contents)


def sentences(text: str) -> Iterator[tuple[int, list[str]]]:
    """The words of each sentence, and which line of the text it begins on, counted from 0."""
    words = [(number, word) for number, line in enumerate(text.split("\n")) for word in line.split()]
    start, sentence = 0, list[str]()
    for (line, word), (_, following) in pairwise([*words, (0, "")]):
        if not sentence:
            start = line
        sentence.append(word)
        if not following or _ends(word, following):
            yield start, sentence
            sentence = []


def abbreviations(text: str) -> Iterator[tuple[int, str]]:
    """Words of two capitals and more, Roman numbers left out, and the line that each stands on."""
    for number, line in enumerate(text.split("\n")):
        for piece in _PIECE.findall(line.replace("’", "'")):
            if sum(map(str.isupper, piece)) > 1 and not _ROMAN.fullmatch(piece):
                yield number, piece


def _ends(word: str, following: str) -> bool:
    bare = word.rstrip(_CLOSING)
    first = following.lstrip(_OPENING)[:1]
    return (
        bare.endswith(_STOPS)
        and bare.lstrip(_OPENING).lower() not in _SHORTENED
        and (first.isupper() or first.isdecimal())
    )


def _long_sentences(passage: Passage) -> Iterator[Fault]:
    for below, sentence in sentences(passage.text):
        words = sum(any(map(str.isalnum, word)) for word in sentence)
        if words > _MOST_WORDS:
            begins = " ".join(sentence[:_SHOWN_WORDS])[:_SHOWN_LETTERS]
            yield passage.fault(
                f"Kalimat ini memuat {words} kata, paling banyak {_MOST_WORDS}; bagilah: “{begins} …”.", below
            )


def _undefined(read: Iterable[Passage], contents: Contents) -> Iterator[Fault]:
    """Each abbreviation that nothing explains, where it is first used."""
    known = set(EVERYDAY)
    for term in contents.terms.by_id.values():
        known.update(piece for _, piece in abbreviations(f"{term.term} {term.long or ''}"))
    for law in contents.laws.by_id.values():
        known.update(piece for _, piece in abbreviations(f"{law.number} {law.title}"))
    for passage in read:
        for below, piece in abbreviations(passage.text):
            if piece not in known:
                known.add(piece)
                words = f'"{piece[:_SHOWN_LETTERS]}" tidak ada di daftar istilah (`istilah.yaml`)'
                yield passage.fault(f"Singkatan {words}; tulis lengkap.", below)
