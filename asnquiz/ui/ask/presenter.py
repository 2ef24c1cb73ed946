"""What Bolehkah saya? shows: the answers to what is typed, and what the calendar of stages says of today."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from asnquiz.domain.calendar import phase_on, today_words
from asnquiz.domain.pack import Lesson, Pack, Phase, Rule, Subject
from asnquiz.domain.person import Employment
from asnquiz.domain.wording import VERDICT, date_words, harmless
from asnquiz.usecases.look_up import Lookup
from asnquiz.usecases.set_calendar import LocalCalendar, OfficeCalendar

Look = Callable[[str, Phase | None, Subject | None], Lookup]

EXAMPLES = ("like status calon", "foto bersama bupati", "jadi KPPS", "suami saya menjadi calon")

# What people are at work; rules also bind candidates and soldiers, who do not ask here.
_EMPLOYED = (Subject.PNS, Subject.CPNS, Subject.PPPK, Subject.PEJABAT, Subject.NON_ASN, Subject.DESA)

_PEMILU = re.compile(r"\bPemilu\b")


@dataclass(frozen=True)
class Answers:
    """What was found.

    Attributes:
        pemilu: whether it was asked about a general election, which the pack is not about.
        hidden: whether there is an answer that the filters leave out, looked for where they leave none.
    """

    rules: tuple[Rule, ...]
    pemilu: bool
    hidden: bool

    @property
    def count(self) -> str:
        """14 hasil."""
        return f"{len(self.rules)} hasil"

    @property
    def spoken(self) -> str:
        """How many there are and the first of them, for somebody who does not see them come."""
        if not self.rules:
            return "Tidak ada hasil."
        first = self.rules[0]
        return f"{self.count}. Yang pertama: {first.act}: {VERDICT[first.verdict]}."


class AskPresenter:
    """Nothing that is typed leaves this object but to `look`.

    Attributes:
        phase, subject: the filters, None for all; the present phase is chosen where the calendar knows it.
        employment: whose sanction comes first.
    """

    def __init__(
        self,
        pack: Pack,
        look: Look,
        *,
        office: OfficeCalendar | LocalCalendar | None,
        today: dt.date,
        employment: Employment | None,
    ) -> None:
        self.pack = pack
        self.employment = employment
        self.office = office
        self.phase = phase_on(office.calendar, today) if office else None
        self.subject: Subject | None = None
        self._look = look
        self._today = today

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Whom one can ask for: those that any rule of the pack names."""
        named = {subject for rule in self.pack.rules for subject in rule.subjects}
        return tuple(subject for subject in _EMPLOYED if subject in named)

    @property
    def pemilu_lesson(self) -> Lesson | None:
        """The lesson about general elections, where the pack has one."""
        return next((lesson for lesson in self.pack.lessons_in_order if _PEMILU.search(lesson.title)), None)

    def answers(self, words: str) -> Answers | None:
        """What answers these words under the filters; None where nothing is asked yet."""
        if not any(map(str.isalnum, words)):
            return None
        found = self._look(words, self.phase, self.subject)
        filtered = self.phase is not None or self.subject is not None
        hidden = filtered and not found.hits and bool(self._look(words, None, None).hits)
        return Answers(tuple(hit.rule for hit in found.hits), found.pemilu, hidden)

    def show_all(self) -> None:
        """Takes both filters away."""
        self.phase = self.subject = None

    def today_words(self) -> str:
        """What the calendar says of today, and whose it is; or that there is none, so that all phases are shown."""
        if self.office is None:
            return "Kalender tahapan daerah Anda belum diatur; semua fase ditampilkan."
        calendar = self.office.calendar
        if words := today_words(calendar, self._today):
            return f"{words} {set_words(self.office)}"
        return (
            f"Kalender {harmless(calendar.name)} sudah lewat (pemungutan suara {date_words(calendar.voting)}); "
            "semua fase ditampilkan. Perbarui kalendernya bila daerah Anda akan memilih lagi."
        )


def set_words(office: OfficeCalendar | LocalCalendar) -> str:
    """Ditetapkan oleh BKPSDM Kabupaten Contoh pada 21 November 2026; of a layer's calendar, whose layer it is."""
    if isinstance(office, LocalCalendar):
        return f"Dari paket setempat {harmless(office.publisher)}."
    by = f" oleh {office.by}" if office.by else ""
    return f"Ditetapkan{by} pada {date_words(office.on)}."
