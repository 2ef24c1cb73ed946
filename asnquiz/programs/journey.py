"""What every way through the window has at hand: window, open data, content, who learns here, and the worker."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from asnquiz.domain.local import Local
from asnquiz.domain.local_wording import unit_choices
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.preferences import Preferences
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.learning import Learning
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import Destination
from asnquiz.ui.messages import sentence
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.shell.trouble_page import TroublePage
from asnquiz.usecases.keep_preferences import keep_preferences

if TYPE_CHECKING:
    from asnquiz.domain.task import Session
    from asnquiz.programs.idle import IdleWatch
    from asnquiz.ui.drafts.desk import DraftDesk
    from asnquiz.ui.recap.desk import RecapDesk

NOT_OPENED = "Halaman belum dapat dibuka"
_LOOK_NOT_KEPT = "Tampilan belum tersimpan"

T = TypeVar("T")


class Stay:
    """One person's time at the window, from coming in until somebody else does; known by identity only."""


@dataclass
class Absence:
    """Somebody who went away and may come back, and what waits for them.

    Attributes:
        told: title and words of what could not be told while they are away.
        lost: whether something among it could not be kept.
        then: what they were on their way to.
    """

    profile: Profile
    preferences: Preferences
    stay: Stay
    told: list[tuple[str, str]] = field(default_factory=list)
    lost: bool = False
    then: Callable[[], None] | None = None


class Journey:
    """The people at one window, one at a time.

    Attributes:
        folder: where files of this person are offered to be saved.
        data: the data folder.
        content: the pack in use, or why there is none.
        seeds: gives each draw its seed.
        preferences: of whoever is in; the look on screen.
        people: everyone who shares the data folder, oldest first.
        known: who is in; None before anybody has come in and while they are away.
        absent: who went away last, until somebody else comes in.
        session: of the supervised exam begun last at this window, for whoever sits there next.
        recap: what whoever is in looked for in Rekap nilai; None before.
        drafting: what whoever is in has at hand in Soal setempat; None before.
        arrived: called after whatever was fetched has been shown, or told as trouble.
    """

    def __init__(
        self,
        window: MainWindow,
        learning: Learning,
        content: Pack | Refusal,
        profile: Profile | None,
        background: Background,
        folder: Path,
        seeds: Callable[[], int],
        preferences: Preferences,
        restyle: Callable[[Preferences], None],
        data: Path,
        people: Sequence[Profile] = (),
    ) -> None:
        self.window = window
        self.learning = learning
        self.content = content
        self.background = background
        self.folder = folder
        self.seeds = seeds
        self.preferences = preferences
        self.restyle = restyle
        self.data = data
        self.people = tuple(people or filter(None, [profile]))
        self.known: Profile | None = None
        self.absent: Absence | None = None
        self.session: Session | None = None
        self.recap: RecapDesk | None = None
        self.drafting: DraftDesk | None = None
        self.arrived: Callable[[], None] = lambda: None
        self._stay: Stay | None = None
        self._fetching: object | None = None
        self._idle: IdleWatch | None = None
        if profile:
            self._seat(profile, Stay())

    @property
    def profile(self) -> Profile:
        """Who is in."""
        if self.known is None:
            raise RuntimeError("nobody is in")
        return self.known

    def go_on_with(self, content: Pack | Refusal) -> None:
        """Takes what is in use from now on; whatever was begun with the content before stays on that."""
        self.content = content

    @property
    def pack(self) -> Pack:
        """The pack in use. Raises Refusal where there is none."""
        if isinstance(self.content, Refusal):
            raise Refusal(str(self.content))
        return self.content

    @property
    def in_use(self) -> Pack | None:
        """The pack in use, None where there is none."""
        return None if isinstance(self.content, Refusal) else self.content

    @property
    def local(self) -> Local | None:
        """What the layer in force says beside content, None where there is no layer."""
        return self.in_use.local if self.in_use else None

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the layer in force offers to choose from."""
        return unit_choices(self.local)

    @property
    def can_gather(self) -> bool:
        """Whether results may be gathered here: only where their NIPs may be kept."""
        return self.learning.store.keeps_nip

    @property
    def under_way(self) -> bool:
        """Whether something is being fetched that another page will show."""
        return self._fetching is not None

    def come_in(self, profile: Profile, preferences: Preferences, people: Sequence[Profile]) -> None:
        """One of the people, as they are kept, comes in, in their own look; whoever was away is gone."""
        self.absent = self.recap = self.drafting = None
        self.people = tuple(people)
        self.window.let_go()
        self._put_on(preferences)
        self._keep_look(preferences, None)
        self._seat(profile, Stay())

    def go_away(self) -> None:
        """Whoever is in goes away for a while: nothing of theirs is on screen, and nothing is lost."""
        if self.known is None or self._stay is None:
            return
        self.absent = Absence(self.known, self.preferences, self._stay)
        self._keep_look(self.preferences, self.known)
        self._leave()
        self.absent.told += self.window.set_aside()

    def come_back(self) -> bool:
        """Whoever went away is back exactly where they were; whether a page was on screen there."""
        absent = self.absent
        if absent is None:
            raise RuntimeError("nobody is away")
        self.absent = None
        self._put_on(absent.preferences)
        self._keep_look(absent.preferences, None)
        self._seat(absent.profile, absent.stay)
        there = self.window.bring_back()
        for title, words in absent.told:
            self.window.report(title, words)
        if absent.then:
            absent.then()
        self.arrived()
        return there

    def forget(self) -> None:
        """Whoever is in was erased: the list is to be read anew, and nobody is in."""
        self._leave()
        self.people = ()

    def show_person(self, profile: Profile) -> None:
        """Takes note of what is known now of somebody here, whether they are in or away."""
        self.people = tuple(profile if one.id == profile.id else one for one in self.people)
        if self.absent and self.absent.profile.id == profile.id:
            self.absent.profile = profile
        elif self.known and self.known.id == profile.id:
            self.known = profile
            self.window.rail.show_person(profile.person.name, profile.person.unit, locks=profile.has_pin)
            self._watch()

    def wear(self, preferences: Preferences) -> None:
        """Puts on a look and keeps it, for whoever is in as their own."""
        self._put_on(preferences)
        if self.known or not self.people:  # what somebody new tries on is theirs once they have come in
            self._keep_look(preferences, self.known)
        if self.known:
            self.show_person(self.known)

    def reporter(self) -> Callable[[str, str], None]:
        """Tells the person who is in now; while they are away it waits for them."""
        return partial(self._tell, self._stay)

    def goer(self) -> Callable[[Destination], None]:
        """Goes where the person who is in now has asked to, unless somebody else is in by then."""
        wait = self.waiter()
        return lambda destination: wait(partial(self.window.go, destination))

    def waiter(self) -> Callable[[Callable[[], None]], None]:
        """Does something once the person who is in now is at the window, unless somebody else is in by then."""
        return partial(self._deliver, self._stay)

    def fetch(
        self,
        work: Callable[[], T],
        show: Callable[[T], None],
        doing: str,
        trouble: str = NOT_OPENED,
        note: Callable[[T], None] = lambda _: None,
        missed: Callable[[], None] = lambda: None,
    ) -> None:
        """Does `work` in the background, then shows what came; `trouble` is what it is called when it fails, after
        which `missed` is done on the page that stands.

        What came for somebody who is away waits for them, and is dropped once somebody else is in; `note` gets it at
        once, whoever is in.
        """
        stay, this = self._stay, object()

        def shown(result: T) -> None:
            self._end(this)
            note(result)
            self._deliver(stay, partial(show, result))
            self.arrived()

        def failed(error: Exception) -> None:
            self._end(this)
            if self.window.page is None:
                self.window.show_page(TroublePage(self.window.theme, trouble, sentence(error), again))
            else:
                self._tell(stay, trouble, sentence(error))
                self._deliver(stay, missed)
            self.arrived()

        again = partial(self.fetch, work, show, doing, trouble, note, missed)
        self._fetching = this
        self.background.run(work, shown, failed, doing)

    def keep(self, work: Callable[[], object], trouble: str) -> None:
        """Does work that no page waits for; `trouble` is what it is called when it fails."""
        stay = self._stay
        self.background.run(work, lambda _: None, lambda error: self._tell(stay, trouble, sentence(error)))

    def _end(self, fetched: object) -> None:
        if self._fetching is fetched:
            self._fetching = None

    def _tell(self, stay: Stay | None, title: str, words: str) -> None:
        absent = self.absent
        # A window that is about to close has to say at once what cannot be saved.
        if absent and absent.stay is stay and not self.window.leaving:
            absent.told.append((title, words))
            absent.lost = True
        else:
            self.window.report(title, words)

    def _deliver(self, stay: Stay | None, action: Callable[[], None]) -> None:
        if stay is self._stay:
            action()
        elif self.absent and self.absent.stay is stay:
            self.absent.then = action

    def _seat(self, profile: Profile, stay: Stay) -> None:
        self.known, self._stay = profile, stay
        self.show_person(profile)

    def _leave(self) -> None:
        self.known = self._stay = self._fetching = None
        self._watch()

    def _put_on(self, preferences: Preferences) -> None:
        now = self.preferences
        unseen = replace(preferences, idle_minutes=now.idle_minutes, gathers=now.gathers, briefs=now.briefs)
        changed = unseen != now
        self.preferences = preferences
        if changed:
            self.restyle(preferences)
        gathers = preferences.gathers and self.can_gather
        self.window.show_purposes(briefs=preferences.briefs, gathers=gathers)

    def _keep_look(self, preferences: Preferences, profile: Profile | None) -> None:
        """As the look used last, and as that of a person where there is one."""
        work = partial(keep_preferences, preferences, self.learning.store, profile.id if profile else None)
        self.keep(work, _LOOK_NOT_KEPT)

    def _watch(self) -> None:
        """Locks after a while without a hand where others could come by, or a PIN says that nobody else may look."""
        wanted = self.known is not None and (len(self.people) > 1 or self.known.has_pin)
        minutes = self.preferences.idle_minutes if wanted else None
        if minutes is None:
            if self._idle:
                self._idle.stop()
            return
        if self._idle is None:
            from asnquiz.programs.idle import IdleWatch

            self._idle = IdleWatch(self.window, self._lock)
        self._idle.watch(minutes)

    def _lock(self) -> None:
        if self.window.page is not None and self.window.page.awake:
            self._watch()
            return
        from asnquiz.ui.destinations import ChoosePerson

        self.window.travel(ChoosePerson())
