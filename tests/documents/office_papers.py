"""What stands on the papers of a task, as a learner with a name and a unit has them."""

import datetime as dt

from asnquiz.usecases.hand_in import ProofPage
from asnquiz.usecases.take_minutes import Minutes
from tests import builders
from tests.scorefiles import offices

TASK = offices.task()
PAGE = ProofPage(TASK, "Siti Aminah, S.Kep., Ns.", "Dinas Kesehatan", dt.date(2026, 11, 21), "0f3c9a1b")
MINUTES = Minutes(
    letterhead=TASK.letterhead,
    pack=builders.pack(),
    day=dt.date(2026, 11, 21),
    before=(("Tugas", TASK.title), ("Tempat", "Aula Kantor Camat"), ("Kode sesi", "K7M2")),
    course=(("Mulai", "pukul 08.01"), ("Soal dijawab", "27 dari 30")),
    times=("Sampai pukul 08.12: komputer tidur selama 2 menit 5 detik",),
    supervisor="Rahmat Hidayat, S.Sos.",
    name="Siti Aminah, S.Kep., Ns.",
)
