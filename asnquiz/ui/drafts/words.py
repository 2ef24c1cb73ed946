"""What entries, their kinds and how far they have come are called on screen."""

from collections.abc import Sequence

from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.local import Hand, Mark, Standing
from asnquiz.domain.pack import Confidence, Pack, Violation
from asnquiz.domain.wording import CONFIDENCE, date_words, harmless, number_words
from asnquiz.usecases.write_drafts import headline

KIND = {DraftKind.ITEM: "Soal", DraftKind.RULE: "Ketentuan", DraftKind.SCENARIO: "Studi kasus"}
STANDING = {Standing.DRAFT: "Konsep", Standing.REVIEW: "Menunggu telaah", Standing.REVIEWED: "Ditelaah"}
STANDING_LOOK = {
    Standing.DRAFT: ("ink-2", "circle"),
    Standing.REVIEW: ("conditional", "clock"),
    Standing.REVIEWED: ("allowed", "check"),
}
SURENESS = {confidence: words[0].upper() + words[1:] for confidence, words in CONFIDENCE.items()}
SURENESS |= {Confidence.C: "Belum diverifikasi; soalnya tidak dinilai"}
DIFFICULTY = {1: "Mudah", 2: "Sedang", 3: "Sulit"}
VIOLATION = {
    Violation.KODE_ETIK: "Kode etik",
    Violation.DISIPLIN: "Disiplin, tingkatnya menurut pemeriksaan",
    Violation.DISIPLIN_SEDANG: "Disiplin sedang",
    Violation.DISIPLIN_BERAT: "Disiplin berat",
    Violation.PTDH: "Pemberhentian tidak dengan hormat",
    Violation.PIDANA: "Pidana",
    Violation.BUKAN_PELANGGARAN: "Bukan pelanggaran",
}
_LONGEST = 160


def title_words(draft: Draft) -> str:
    """The beginning of what an entry says, in one line."""
    words = " ".join(harmless(headline(draft).replace("\n", " ")).split())
    if not words:
        return f"{KIND[draft.kind]} yang belum ditulis"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"


def hands_words(mark: Mark) -> str:
    """Who stands for it, and since when, a line each."""
    told = ((mark.author, "Penulis"), (mark.reviewer, "Penelaah"))
    return "\n".join(f"{role}: {_hand_words(hand)}" for hand, role in told if hand)


def _hand_words(hand: Hand) -> str:
    return f"{harmless(hand.name)}, {date_words(hand.on)}"


def count_words(drafts: Sequence[Draft]) -> str:
    """12 entri: 3 konsep, 4 menunggu telaah, 5 ditelaah."""
    many = {standing: sum(draft.mark.standing is standing for draft in drafts) for standing in Standing}
    parts = [f"{number_words(count)} {STANDING[standing].lower()}" for standing, count in many.items() if count]
    return f"{number_words(len(drafts))} entri" + (f": {', '.join(parts)}." if parts else ".")


def rule_words(rule: str, pack: Pack) -> str:
    """What a rule is called, or its id where the pack has none."""
    found = pack.rule_by_id.get(rule)
    return harmless(found.act if found else rule)
