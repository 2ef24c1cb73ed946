"""Leading a briefing, as far as the leader's page goes: with phones, at a vote, with notes, and by hands."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from asnquiz.domain.briefing import StepKind, Way
from asnquiz.usecases.lead_briefing import Close, GoTo, Open, Reveal
from tests.ui.briefing.leading import begin, lead
from tests.ui.conftest import Opened


def screens_lead(opened: Opened) -> Iterator[str]:
    """Leaves the page as people do, so that the hall is closed."""
    walker, briefing = opened.walker, begin(opened)
    page = lead(opened, briefing)
    yield "pandu-masuk"
    step = next(at for at, one in enumerate(briefing.steps) if one.kind is StepKind.QUESTION)
    for command in (GoTo(step), Open(step), Close(step), Reveal(step)):
        before = page.presenter.news
        page.presenter.send(command)
        walker.until(lambda before=before: page.presenter.news is not before)  # type: ignore[misc]
    yield "pandu-tertutup"
    walker.press("Tampilkan catatan dan nama")
    yield "pandu-catatan"
    walker.press("Tutup sementara")
    walker.press("Tutup sementara")
    page = lead(opened, begin(opened, Way.HANDS))
    for _ in range(2):
        page.presenter.send(GoTo(step))
    walker.until(lambda: page.presenter.state.step == step)
    walker.key(Qt.Key.Key_PageDown)
    walker.until(lambda: page.presenter.news.course.state(step).open)
    yield "pandu-tangan"
    walker.press("Tutup sementara")
    walker.press("Tutup sementara")
