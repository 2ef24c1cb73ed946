"""To the page on which the way of a case study is drawn, kept by itself as every draft is."""

from collections.abc import Callable
from dataclasses import replace

from asnquiz.domain.draft import Draft
from asnquiz.domain.pack import Pack, Rule
from asnquiz.programs.journey import Journey
from asnquiz.ui.drafts.writing import Looked
from asnquiz.usecases.local_ports import Finding
from asnquiz.usecases.write_drafts import Content, rewritten

# Keeps a draft, then tells what was seen of it, or that it could not be kept.
Send = Callable[[Draft, Callable[[Looked], None], Callable[[], None]], None]


def show_story(
    journey: Journey,
    draft: Draft,
    looked: Looked,
    base: Pack,
    rules: tuple[Rule, ...],
    *,
    send: Send,
    back: Callable[[], None],
) -> None:
    """`rules` are the office's own, which choices may be about as well."""
    from asnquiz.ui.drafts.story.page import StoryPage
    from asnquiz.ui.drafts.story.writing import StoryWriting

    standing = draft

    def keep(content: Content, kept: Callable[[tuple[Finding, ...]], None], lost: Callable[[], None]) -> None:
        nonlocal standing
        standing = rewritten(standing, content)
        send(standing, lambda seen: kept(seen.findings), lost)

    window, pack = journey.window, replace(base, rules=(*base.rules, *rules))
    writing = StoryWriting(draft, pack, looked.findings, keep=keep, clock=journey.learning.clock)
    window.show_page(
        StoryPage(window.theme, writing, back=back, show=lambda make: window.show_page(make(window.theme)))
    )
