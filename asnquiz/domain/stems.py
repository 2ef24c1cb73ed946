"""Indonesian words cut down to their stems, so that `mencalonkan`, `dicalonkan` and `nyalon` meet at `calon`.

Which affixes there are, in which order they come off and how a first letter melts follows B. Nazief and M. Adriani,
"Confix-stripping: approach to stemming algorithm for Bahasa Indonesia" (University of Indonesia, 1996; again in ACM
TALIP 6(4), 2007); the measure of two syllables, for words that no dictionary lists, follows F. Z. Tala, "A study of
stemming effects on information retrieval in Bahasa Indonesia" (University of Amsterdam, 2003). What people type beside
that (nyoblos, ngajak, dibagiin) is taken from daily writing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from asnquiz.domain.everyday_words import SPELLINGS, STOP_WORDS
from asnquiz.domain.letters import bare_letters
from asnquiz.domain.root_words import ROOTS

_WORD = re.compile(r"[a-z0-9]+(?:[-'/][a-z0-9]+)*")
_TWICE = re.compile(r"^([a-z]{3,})2([a-z]*)$")
_STRETCHED = re.compile(r"([aeiou])\1{2,}|([a-z])\2{2,}(?![a-z])")
_MARKS = re.compile(r"[-'/]")

_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_CLUSTERS_OF = "bl br dr fl fr gl gr kh kl kr kw ng ny pl pr sl sp st str sw sy tr"
_CLUSTERS = frozenset(_CLUSTERS_OF.split())
_HYPHENATED = frozenset({"nge", "ng", "di", "me", "ber", "ter", "se", "ke", "per", "pe"})
_VOWELS = "aeiou"
_DEPTH = 3


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without punctuation and accents; `foto2` is `foto-foto`, and so `foto`."""
    plain = _STRETCHED.sub(r"\1\2", bare_letters(text.casefold()))
    return tuple(word for part in _WORD.findall(plain) for word in _single(part))


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words in their order, each as often as it stands there; words that say nothing left out."""
    return tuple(stem(word) for word in words(text) if word not in STOP_WORDS)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of one word as `words` gives it: a known root that its affixes leave, or else what is safe to cut."""
    if word in ROOTS or len(word) <= 4 or not word.isalpha():
        return word
    for candidate in _candidates(word):
        if candidate in ROOTS:
            return candidate
    return _cut(word)


def _single(part: str) -> Iterator[str]:
    if twice := _TWICE.match(part):
        part = twice[1] + twice[2]
    pieces = [piece for piece in _MARKS.split(part) if len(piece) > 1 or piece.isdigit()]
    if len(pieces) == 2 and _same(*pieces):
        pieces = [max(pieces, key=len)]
    elif len(pieces) == 2 and pieces[0] in _HYPHENATED:
        pieces = ["".join(pieces)]
    for piece in pieces:
        yield SPELLINGS.get(piece, piece)


def _same(first: str, second: str) -> bool:
    """Whether a word is said twice, the second time perhaps with a suffix: `teman-temannya`."""
    return second.startswith(first) or first.endswith(second) or stem(first) == stem(second)


def _candidates(word: str) -> Iterator[str]:
    """What may be left of a word, the least cut coming first; suffixes come off before prefixes."""
    rests = tuple(_without_suffixes(word))
    yield from rests
    for rest in rests:
        yield from _without_prefixes(rest, _DEPTH)


def _without_suffixes(word: str) -> Iterator[str]:
    seen = [word]
    for endings in (_PARTICLES, _POSSESSIVES, ("kan", "an", "i", "in")):
        seen += [
            form.removesuffix(end)
            for form in seen
            for end in endings
            if form.endswith(end) and len(form) > len(end) + 2
        ]
    return iter(dict.fromkeys(seen))


def _without_prefixes(word: str, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    for rest in _unprefixed(word):
        if len(rest) >= 3:
            yield rest
    for rest in _unprefixed(word):
        if len(rest) >= 5:
            yield from _without_prefixes(rest, depth - 1)


_NASAL = re.compile(r"^(?:me|pe)?(ny|nge|ng|m|n)(?=[a-z])")
_MELTED = {
    "ny": ("s", "c", "ny"),
    "nge": ("", "ke", "e"),
    "ng": ("", "k", "h"),
    "m": ("p", "m", ""),
    "n": ("t", "n", ""),
}


def _unprefixed(word: str) -> Iterator[str]:
    for prefix in ("ber", "be", "di", "ter", "te", "ke", "se", "per", "pe", "me", "memper", "diper"):
        if word.startswith(prefix):
            yield word.removeprefix(prefix)
    if word.startswith(("belajar", "pelajar")):  # the only root that takes an l
        yield word[3:]
    if found := _NASAL.match(word):
        rest = word[found.end() :]
        for letter in _MELTED[found[1]]:
            yield letter + rest


_SAFE_PREFIXES = (
    (re.compile(r"^(?:memper|diper|keber)"), ""),
    (re.compile(r"^nge(?=[bcdfghjklmnprstwyz])"), ""),
    (re.compile(r"^[mp]eng(?=[aiueoghk])"), ""),
    (re.compile(r"^[mp]eny(?=[aiueo])"), "s"),
    (re.compile(r"^[mp]en(?=[cdjz])"), ""),
    (re.compile(r"^[mp]en(?=[aiueo])"), "t"),
    (re.compile(r"^[mp]em(?=[bfv])"), ""),
    (re.compile(r"^[mp]em(?=[aiueo])"), "p"),
    (re.compile(r"^(?:me|pe)(?=[lrwy])"), ""),
    (re.compile(r"^(?:ber|ter|per|di|ke|se)"), ""),
)


def _cut(word: str) -> str:
    """What is left by rule alone, as long as two syllables remain that can be said."""
    whole = _without_one(_without_one(word, _PARTICLES), _POSSESSIVES)
    if whole.endswith("nya") and len(whole) > len("nya") + 3:  # no word ends so by itself, however short the rest
        whole = whole.removesuffix("nya")
    bare = next(
        (rest for affix, letter in _SAFE_PREFIXES if (rest := affix.sub(letter, whole)) != whole and _sayable(rest)),
        whole,
    )
    return _without_one(bare, ("kan", "an", "in") if bare == whole else ("kan", "an", "in", "i"))


def _without_one(word: str, endings: tuple[str, ...]) -> str:
    rests = (word.removesuffix(end) for end in endings if word.endswith(end))
    return next((rest for rest in rests if _sayable(rest)), word)


def _sayable(word: str) -> bool:
    consonants = len(word) - len(word.lstrip("bcdfghjklmnpqrstvwxyz"))
    return sum(char in _VOWELS for char in word) >= 2 and (consonants < 2 or word[:consonants] in _CLUSTERS)
