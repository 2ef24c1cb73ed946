"""Leading a briefing: what the leader sees, what the room sees, and that all goes on after anything."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.briefing.leading import begin, lead, phone
from tests.ui.conftest import OpenWindow


def test_draw(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    walker = opened.walker
    briefing = begin(opened, rehearsal=True)
    page = lead(opened, briefing)
    out = Path("/tmp/leadpng")
    out.mkdir(exist_ok=True)
    n = 0

    def shot() -> None:
        nonlocal n
        opened.window.grab().save(str(out / f"{n:02d}-lead.png"))
        page.wall.window.grab().save(str(out / f"{n:02d}-wall.png"))
        n += 1

    shot()
    with phone(page, briefing, "Siti"), phone(page, briefing, "Budi"):
        walker.until(lambda: len(page.presenter.news.online) == 2)
        shot()
        for _ in range(60):
            if page.presenter.state.forward is None:
                break
            before = (page.presenter.news, page.wall.window.sheet)
            walker.key(Qt.Key.Key_PageDown)
            walker.until(lambda: (page.presenter.news, page.wall.window.sheet) != before)
            shot()
