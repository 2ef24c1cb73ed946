"""One of the steps in which a briefing is prepared."""

from asnquiz.ui.destinations import Section
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.theme import Theme

_STEPS = ("acara", "peserta", "cara menjawab", "rencana", "cek kesiapan")


class PreparingPage(StepPage):
    """`number` is from 1."""

    place = Section.BRIEFING

    def __init__(self, theme: Theme, number: int, sentences: tuple[str, ...]) -> None:
        step = f"Langkah {number} dari {len(_STEPS)}: {_STEPS[number - 1]}"
        super().__init__(theme, "Siapkan sosialisasi", step, sentences)
