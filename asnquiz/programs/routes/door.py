"""Behind the page that asks for a PIN: trying it, noting that it is forgotten, and taking it off after a day."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from asnquiz.domain.person import Profile
from asnquiz.programs.journey import Journey
from asnquiz.ui.people.pin_page import PinPage
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.guard_profile import Standing, asked_words, enter, say_forgotten, take_off_forgotten

_OFF = "Tidak ada yang terhapus. Pasang PIN baru di Pengaturan bila Anda mau."


class Door:
    """One person's; `come_in` lets them in. What comes after they have turned away is not for the page on screen."""

    def __init__(self, journey: Journey, profile: Profile, seen: Standing, come_in: Callable[[Profile], None]) -> None:
        self._journey = journey
        self._profile = profile
        self._come_in = come_in
        window = journey.window
        self._page = PinPage(
            window.theme,
            profile,
            seen,
            take=self._take,
            forgotten=self._forgotten,
            take_off=self._forget,
            go=window.go,
        )
        window.show_page(self._page)

    @property
    def _is_shown(self) -> bool:
        return self._journey.window.page is self._page

    def _take(self, pin: str) -> None:
        # Not by `fetch`: what is wrong with a PIN is said beside it.
        learning = self._journey.learning
        work = partial(enter, self._profile, pin, store=learning.store, clock=learning.clock)
        self._journey.background.run(work, self._entered, self._refused, "Memeriksa PIN …")

    def _entered(self, asked: dt.datetime | None) -> None:
        if not self._is_shown:
            return
        self._come_in(self._profile)
        if asked is not None:  # it may have been somebody else who wanted the PIN off
            tell(self._journey.window, "Ada yang mencatat lupa PIN", asked_words(asked))

    def _refused(self, error: Exception) -> None:
        if self._is_shown:
            self._page.entry.refuse(error)

    def _forgotten(self) -> None:
        learning = self._journey.learning
        work = partial(say_forgotten, self._profile, store=learning.store, clock=learning.clock)
        self._journey.fetch(work, self._noted, "Mencatat …", "Permintaan belum tercatat")

    def _noted(self, now: Standing) -> None:
        if self._is_shown:
            self._page.show_standing(now)

    def _forget(self) -> None:
        learning = self._journey.learning
        work = partial(take_off_forgotten, self._profile, store=learning.store, clock=learning.clock)
        self._journey.fetch(work, self._taken_off, "Melepas PIN …", "PIN belum dilepas")

    def _taken_off(self, profile: Profile) -> None:
        self._journey.show_person(profile)
        if self._is_shown:
            self._come_in(profile)
            tell(self._journey.window, "PIN sudah dilepas", _OFF)
