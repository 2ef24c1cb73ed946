"""How an ending looks: an icon and a tone beside its word."""

from asnquiz.domain.pack import EndingKind

# By the names that the style sheet has for them.
ENDING_LOOK: dict[EndingKind, tuple[str, str]] = {
    EndingKind.BAIK: ("check", "allowed"),
    EndingKind.CAMPURAN: ("triangle-alert", "conditional"),
    EndingKind.BURUK: ("x", "forbidden"),
}
