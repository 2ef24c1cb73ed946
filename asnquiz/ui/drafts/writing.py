"""One draft in the editor: what is changed where, taken back and redone, kept by itself, and how far it has come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from asnquiz.domain.draft import Draft, Workshop
from asnquiz.domain.pack import Image, Item, ItemType, Pack, Rule
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.draft_journal import Journal
from asnquiz.usecases.local_ports import Finding
from asnquiz.usecases.write_drafts import Content, headline, retyped, rewritten, send_to_review, settle, take_back

Place = tuple[str | int, ...]

SAVED, SAVING, NOT_SAVED = "Tersimpan", "Menyimpan …", "Belum tersimpan"


@dataclass(frozen=True)
class Looked:
    """What is seen of a draft once it is kept.

    Attributes:
        shown: as a learner will see it; None of a case study, which has pages of its own.
    """

    findings: tuple[Finding, ...]
    shown: Item | Rule | None


class WritingView(Protocol):
    """What the presenter asks of its page."""

    def show_content(self, focus: str = "") -> None:
        """Shows the content as it is now; the focus goes to what has that name, or stays."""

    def show_looked(self) -> None: ...

    def show_state(self) -> None: ...

    def show_saved(self, words: str) -> None: ...


# Keeps a draft, with a picture that came to it, and looks at it; or says that it could not be kept.
Keep = Callable[[Draft, Image | None, Callable[[Looked], None], Callable[[], None]], None]


class Writing:
    """`base` is the national pack, and `rules` are those of the office's own drafts, by id, with what they say.

    Attributes:
        looked: what was seen last; of an earlier content while something is typed.
        failed: whether what stands here could not be kept.
    """

    def __init__(
        self,
        draft: Draft,
        looked: Looked,
        *,
        base: Pack,
        workshop: Workshop,
        rules: Mapping[str, str],
        journal: Journal,
        keep: Keep,
        today: Callable[[], date],
    ) -> None:
        self.draft = draft
        self.looked = looked
        self.base = base
        self.workshop = workshop
        self.rules = rules
        self.view: WritingView | None = None
        self.failed = False
        self._journal = journal
        self._keep = keep
        self._today = today
        self._kept = draft
        self._image: Image | None = None

    @property
    def changed(self) -> bool:
        """Whether something stands here that was not sent to be kept."""
        return self.draft != self._kept

    @property
    def begun(self) -> bool:
        """Whether anything was written: an empty form is not full of faults."""
        return self.can_undo or bool(headline(self.draft))

    @property
    def can_undo(self) -> bool:
        return self._journal.can_undo

    @property
    def can_redo(self) -> bool:
        return self._journal.can_redo

    def value(self, *place: str | int) -> Any:
        """What stands at a place; None where nothing does."""
        found: Any = self.draft.content
        for key in place:
            try:
                found = found[key]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def put(self, place: Place, value: Any, *, typed: bool = False) -> None:
        """Puts a value at a place, in whose rows nothing else changes; None takes the key away.

        What is `typed` shows already; anything else may change what the form is made of.
        """
        after = _put(self.draft.content, place, value)
        if after != self.draft.content:
            self._take(after, place if typed else None)
            if self.view and not typed:
                self.view.show_content()

    def retype(self, type_: ItemType) -> None:
        self._take(retyped(self.draft.content, type_), None)
        if self.view:
            self.view.show_content()

    def set_rows(self, place: Place, rows: Sequence[Any], focus: str = "") -> None:
        """Puts rows in place of those that stand there; the focus goes to what has that name then."""
        self._take(_put(self.draft.content, place, list(rows)), None)
        if self.view:
            self.view.show_content(focus)

    def add_picture(self, image: Image) -> None:
        """Shows a picture with the question; it is kept together with the draft."""
        self._image = image
        others = tuple(one for one in self.workshop.images if one.name != image.name)
        self.workshop = replace(self.workshop, images=(*others, image))
        alt = self.value("picture", "alt")
        self._take({**self.draft.content, "picture": {"image": image.name} | ({"alt": alt} if alt else {})}, None)
        if self.view:
            self.view.show_content()
        self.flush()

    def undo(self) -> None:
        if self._journal.can_undo:
            self._back(self._journal.undo(self.draft.content))

    def redo(self) -> None:
        if self._journal.can_redo:
            self._back(self._journal.redo(self.draft.content))

    def _back(self, content: Content) -> None:
        self._change(rewritten(self.draft, content))
        if self.view:
            self.view.show_content()

    def _take(self, content: Content, place: Place | None) -> None:
        self._journal.note(self.draft.content, place)
        self._change(rewritten(self.draft, content))

    def _change(self, draft: Draft) -> None:
        self.draft = draft
        if self.view:
            self.view.show_state()
            self.view.show_saved(SAVING)

    def flush(self, then: Callable[[], None] = lambda: None) -> None:
        """Sends what stands here to be kept, where it was not yet; `then` follows once all of it is durable."""
        self._journal.pause()
        if not self.changed:
            then()
            return
        before, sent, image = self._kept, self.draft, self._image
        self._kept, self._image = sent, None

        def kept(looked: Looked) -> None:
            self.looked, self.failed = looked, False
            if self.view:
                self.view.show_saved(SAVING if self.changed else SAVED)
                self.view.show_looked()
            then()

        def lost() -> None:
            self.failed, self._kept = True, before
            self._image = self._image or image
            if self.view:
                self.view.show_saved(NOT_SAVED)

        self._keep(sent, image, kept, lost)

    def send(self, author: str) -> None:
        """Raises Refusal, as the use case does."""
        self._stand(send_to_review(self.draft, author, self._today(), self.looked.findings))

    def settle(self, reviewer: str) -> None:
        """Raises Refusal, as the use case does."""
        self._stand(settle(self.draft, reviewer, self._today(), self.looked.findings))

    def take_back(self) -> None:
        self._stand(take_back(self.draft))

    def _stand(self, draft: Draft) -> None:
        if self.changed:
            raise Refusal("Perubahan terakhir belum tersimpan. Tunggu sampai tertulis “Tersimpan”, lalu coba lagi.")
        self._change(draft)
        self.flush()

    def forget(self) -> None:
        """The draft was removed: nothing of it is to be kept any more."""
        self.view = None
        self._kept = self.draft


def _put(value: Any, place: Place, new: Any) -> Any:
    """A copy of plain values with another one at a place."""
    if not place:
        return new
    key, *rest = place
    if isinstance(key, int):
        rows = list(value)
        rows[key] = _put(rows[key], tuple(rest), new)
        return rows
    found = dict(value or {})
    if rest:
        found[key] = _put(found.get(key), tuple(rest), new)
    elif new is None:
        found.pop(key, None)
    else:
        found[key] = new
    return found
