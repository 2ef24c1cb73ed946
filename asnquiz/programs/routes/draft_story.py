"""To the page on which the way of a case study is drawn."""

from collections.abc import Callable

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import NOT_OPENED, Journey
from asnquiz.ui.drafts.writing import Writing


def show_story(journey: Journey, writing: Writing, *, again: Callable[[], None]) -> None:  # noqa: ARG001
    journey.window.report(NOT_OPENED, str(Refusal("Studi kasus belum dapat ditulis di versi program ini.")))
