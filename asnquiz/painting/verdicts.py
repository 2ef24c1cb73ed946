"""How a verdict looks: a tone and an icon, beside its word."""

from asnquiz.domain.pack import Verdict

# By the names that the style sheet has for them; a contested verdict is shown as a conditional one.
VERDICT_TONE = {
    Verdict.BOLEH: "allowed",
    Verdict.TIDAK: "forbidden",
    Verdict.BERSYARAT: "conditional",
    Verdict.DIPERDEBATKAN: "conditional",
}
VERDICT_ICON = {
    Verdict.BOLEH: "check",
    Verdict.TIDAK: "x",
    Verdict.BERSYARAT: "triangle-alert",
    Verdict.DIPERDEBATKAN: "scale",
}
