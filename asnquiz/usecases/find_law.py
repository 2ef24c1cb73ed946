"""Finding instruments and glossary words by what somebody types; nothing typed is kept."""

from dataclasses import dataclass

from asnquiz.domain.pack import Law, Pack, Term
from asnquiz.domain.wording import LAW_KIND, LAW_STATUS, law_name


@dataclass(frozen=True)
class FoundLaw:
    """Instruments in the order of the pack, terms in alphabetical order."""

    laws: tuple[Law, ...]
    terms: tuple[Term, ...]


def find_law(words: str, pack: Pack) -> FoundLaw:
    """What has every word typed in it somewhere, also within a longer word; everything where nothing is typed."""
    wanted = words.casefold().split()

    def fits(*texts: str | None) -> bool:
        whole = " ".join(text for text in texts if text).casefold()
        return all(word in whole for word in wanted)

    def has(law: Law) -> bool:
        articles = (text for article in law.articles for text in (article.ref, article.text))
        kind, status = LAW_KIND[law.kind], LAW_STATUS[law.status]
        return fits(law.number, law_name(law), law.title, law.note, kind, status, *articles)

    return FoundLaw(
        tuple(law for law in pack.laws if has(law)),
        tuple(term for term in pack.terms_in_order if fits(term.term, term.long, term.meaning)),
    )
