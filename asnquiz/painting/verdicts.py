"""How a verdict looks: a tone and an icon, beside its word."""

from asnquiz.domain.pack import Verdict
from asnquiz.painting.tokens import Palette, Tone

VERDICT_ICON = {
    Verdict.BOLEH: "check",
    Verdict.TIDAK: "x",
    Verdict.BERSYARAT: "triangle-alert",
    Verdict.DIPERDEBATKAN: "scale",
}


def tone_of(palette: Palette, verdict: Verdict) -> Tone:
    """The tone of a verdict; a contested one is shown as conditional."""
    return {Verdict.BOLEH: palette.allowed, Verdict.TIDAK: palette.forbidden}.get(verdict, palette.conditional)
