"""What the first screen loads: pages that are rarely seen stay out of its way."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.pack import Calendar
from asnquiz.programs.first_screen import first_screen
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.usecases.know_person import welcome
from asnquiz.usecases.set_calendar import set_calendar
from tests.data_folders import compiled_before

OPEN_AND_LIST = """
import sys
from pathlib import Path
from uuid import UUID
from asnquiz.domain.preferences import Preferences
from asnquiz.programs.desktop import make_application, open_desk
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.programs.walker import Walker
from asnquiz.usecases.know_person import welcome

paths = Paths(Path(sys.argv[1]))
names = {"nobody": [], "known": ["Siti"], "guarded": ["Siti"], "several": ["Siti", "Budi"]}[sys.argv[2]]
with open_learning(paths) as learning:
    for number, name in enumerate(names):
        welcome(name, store=learning.store, clock=learning.clock, profile_id=UUID(int=number))
    if sys.argv[2] == "guarded":
        learning.store.keep_pin(UUID(int=0), "2468")
usual = Preferences()
with open_desk(
    make_application(), paths, paths.data, preferences=usual, seeds=lambda: 1, show=lambda window: window.show()
) as desk:
    Walker(desk).settle()
    print(*sorted(name for name in sys.modules if name.startswith("asnquiz.ui.")))
"""


@pytest.mark.parametrize(
    ("who", "shown", "not_loaded"),
    [
        ("known", "asnquiz.ui.home.page", {"asnquiz.ui.welcome.page", "asnquiz.ui.person.form"}),
        ("nobody", "asnquiz.ui.welcome.page", {"asnquiz.ui.home.page", "asnquiz.ui.person.form"}),
        ("several", "asnquiz.ui.people.who_page", {"asnquiz.ui.home.page", "asnquiz.ui.people.pin_page"}),
        ("guarded", "asnquiz.ui.people.who_page", {"asnquiz.ui.home.page", "asnquiz.ui.people.pin_page"}),
    ],
)
def test_the_first_screen_loads_its_own_page_only(tmp_path: Path, who: str, shown: str, not_loaded: set[str]) -> None:
    paths = compiled_before(Paths(tmp_path / "data"))
    command = [sys.executable, "-c", OPEN_AND_LIST, str(paths.data), who]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    loaded = set(run.stdout.split())
    assert shown in loaded
    assert not loaded & not_loaded


def test_the_first_picture_already_says_the_phase_of_today(tmp_path: Path) -> None:
    paths = compiled_before(Paths(tmp_path / "data"))
    with open_learning(paths) as learning:
        profile = welcome("Siti", store=learning.store, clock=learning.clock, profile_id=UUID(int=1))
        assert first_screen(paths).today == ""
        today = learning.clock.now().local.date()
        week = dt.timedelta(days=7)
        calendar = Calendar("Kabupaten Contoh", today - week, today + week)
        set_calendar(calendar, "BKPSDM", profile=profile.id, store=learning.store, clock=learning.clock)
    assert first_screen(paths).today == "Hari ini: Selama menurut kalender Kabupaten Contoh."
