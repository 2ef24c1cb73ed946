"""Law decides: instruments, citations, and rules that claim no more than the articles they cite."""

from collections.abc import Iterator, Sequence

from asnquiz.content.contents import Contents, Entry, Section, Written
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Citation, Confidence, Law, Rule, Verdict, Violation
from asnquiz.domain.wording import CONFIDENCE

_RANK = tuple(Confidence)
_FEWEST_POSITIONS = 2


def law_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of hukum.yaml and istilah.yaml."""
    for entry in contents.laws.entries:
        law = entry.value
        if law.replaced_by == law.id:
            yield entry.fault("Peraturan tidak dapat digantikan oleh dirinya sendiri.", "replaced_by")
        elif law.replaced_by is not None and contents.laws.lacks(law.replaced_by):
            yield entry.fault(f'"{law.replaced_by}" tidak ada di hukum.yaml; periksa ejaannya.', "replaced_by")
        seen: set[str] = set()
        for index, article in enumerate(law.articles):
            if article.ref in seen:
                yield entry.fault(f'"{article.ref}" sudah ditulis di atas; satukan.', "articles", index, "ref")
            seen.add(article.ref)
    for term in contents.terms.entries:
        yield from contents.laws.unresolved(term, term.value.see, "see")


def rule_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of aturan.yaml."""
    for entry in contents.rules.entries:
        rule = entry.value
        yield from citation_faults(entry, rule.citations, rule.confidence, contents.laws)
        yield from _verdict_faults(entry)
        yield from _sanction_faults(entry)
        if not rule.phases:
            yield entry.fault("Pilih paling sedikit satu fase (`phases`).", "phases")
        if not rule.subjects:
            yield entry.fault("Pilih paling sedikit satu golongan yang terikat (`subjects`).", "subjects")


def citation_faults(
    entry: Written, citations: Sequence[Citation], confidence: Confidence, laws: Section[Law]
) -> Iterator[Fault]:
    """Faults of the citations of a rule or item, and of the confidence it claims over them."""
    if not citations:
        yield entry.fault(
            "Tulis paling sedikit satu dasar hukum, atau bahwa larangan tidak ditemukan (`no_prohibition_found`).",
            "citations",
        )
    worst = confidence
    for index, citation in enumerate(citations):
        at = ("citations", index)
        if message := _form_fault(citation):
            yield entry.fault(message, *at)
        elif citation.law is not None and citation.ref is not None:
            if laws.lacks(citation.law):
                yield entry.fault(f'"{citation.law}" tidak ada di {laws.named}; periksa ejaannya.', *at, "law")
            elif law := laws.by_id.get(citation.law):
                yield from _article_faults(entry, index, citation.ref, law)
                worst = max(worst, _confidence_of(law, citation.ref, worst), key=_RANK.index)
    if worst is not confidence:
        yield entry.fault(
            f"Keyakinan {confidence_words(confidence)} melebihi pasal terlemah yang dikutip; pilih "
            f"{confidence_words(worst)}.",
            "confidence",
        )


def confidence_words(confidence: Confidence) -> str:
    """As a form has it, and for whoever writes a file its letter."""
    return f"“{CONFIDENCE[confidence]}” (`{confidence.value}`)"


def _form_fault(citation: Citation) -> str | None:
    named = citation.law is not None or citation.ref is not None
    if citation.no_prohibition_found:
        if named:
            return (
                "Pilih salah satu: pasal suatu peraturan (`law`, `ref`), atau larangan tidak ditemukan "
                "(`no_prohibition_found`)."
            )
        return (
            None
            if citation.facts
            else "Bila larangan tidak ditemukan (`no_prohibition_found`), sebutkan yang sudah diperiksa (`facts`)."
        )
    if citation.law is None or citation.ref is None:
        return (
            "Dasar hukum memuat peraturan dan pasalnya (`law`, `ref`), atau larangan tidak ditemukan "
            "(`no_prohibition_found`)."
        )
    return None


def _article_faults(entry: Written, index: int, ref: str, law: Law) -> Iterator[Fault]:
    if not law.status.in_force:
        yield entry.fault(
            f'"{law.id}" berstatus {law.status.value}; jangan dijadikan dasar hukum.', "citations", index, "law"
        )
    if all(article.ref != ref for article in law.articles):
        yield entry.fault(
            f'"{ref}" tidak ada pada "{law.id}" di daftar peraturan (`hukum.yaml`); tulis persis seperti di sana.',
            "citations",
            index,
            "ref",
        )


def _confidence_of(law: Law, ref: str, otherwise: Confidence) -> Confidence:
    return next((article.confidence for article in law.articles if article.ref == ref), otherwise)


def _verdict_faults(entry: Entry[Rule]) -> Iterator[Fault]:
    rule = entry.value
    conditional = rule.verdict is Verdict.BERSYARAT
    if conditional and rule.condition is None:
        yield entry.fault("Ketentuan bersyarat harus menyebut syaratnya (`condition`).", "condition")
    if not conditional and rule.condition is not None:
        yield entry.fault("Syarat hanya untuk ketentuan bersyarat; kosongkan (`condition: null`).", "condition")
    contested = rule.verdict is Verdict.DIPERDEBATKAN
    if contested and len(rule.positions) < _FEWEST_POSITIONS:
        yield entry.fault(
            "Ketentuan diperdebatkan harus memuat paling sedikit dua pandangan (`positions`).", "positions"
        )
    if contested and rule.safe is None:
        yield entry.fault("Ketentuan diperdebatkan harus memuat sikap aman (`safe`).", "safe")
    if not contested and rule.positions:
        yield entry.fault("Pandangan hanya untuk ketentuan diperdebatkan; kosongkan (`positions: []`).", "positions")
    if not contested and rule.safe is not None:
        yield entry.fault("Sikap aman hanya untuk ketentuan diperdebatkan; kosongkan (`safe: null`).", "safe")


def _sanction_faults(entry: Entry[Rule]) -> Iterator[Fault]:
    rule = entry.value
    harmless = rule.violation is Violation.BUKAN_PELANGGARAN
    if rule.verdict is Verdict.BOLEH and not harmless:
        yield entry.fault(
            "Yang boleh bukan pelanggaran; pilih jenis itu (`violation: bukan-pelanggaran`).", "violation"
        )
    if rule.verdict is Verdict.TIDAK and harmless:
        yield entry.fault("Yang tidak boleh adalah pelanggaran; jenis “bukan pelanggaran” tidak cocok.", "violation")
    if (harmless or rule.verdict is Verdict.BOLEH) and rule.sanction:
        yield entry.fault("Yang bukan pelanggaran tidak memuat sanksi; kosongkan (`sanction: {}`).", "sanction")
    if rule.verdict is Verdict.TIDAK and rule.citations and all(one.no_prohibition_found for one in rule.citations):
        yield entry.fault(
            "Larangan harus bersandar pada pasal; “larangan tidak ditemukan” saja tidak cukup.", "citations"
        )
