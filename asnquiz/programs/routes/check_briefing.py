"""To the check before a briefing: what surrounds it, a door that one phone can try, and beginning it."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from asnquiz.domain.briefing import Briefing, Occasion, Way
from asnquiz.domain.invitation import Invited
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.lan import lan_addresses
from asnquiz.programs.routes.begin_briefing import NETWORK, begin, begin_draft, store_of
from asnquiz.programs.surroundings import keep_awake_words, power
from asnquiz.ui.briefing.draft import Draft
from asnquiz.ui.briefing.lead.bridge import Bridge
from asnquiz.ui.briefing.ready_page import ReadyPage, Wifi
from asnquiz.ui.destinations import BriefingPapers, CheckBriefing, LeadBriefing, Section
from asnquiz.usecases.begin_briefing import BriefingForm
from asnquiz.usecases.briefing_ports import DoorWish, News, Trouble
from asnquiz.usecases.check_briefing import Around, Check, Screens, check_briefing

if TYPE_CHECKING:
    from asnquiz.classroom.hall import RunningHall

_CHECKING = "Mengecek kesiapan …"


def travel(journey: Journey, destination: CheckBriefing) -> None:
    found = partial(_read, journey, destination)
    journey.fetch(found, partial(_check_kept, journey), "Membuka sosialisasi …")


def _read(journey: Journey, destination: CheckBriefing) -> Briefing:
    return store_of(journey).briefing(destination.briefing)


def _check_kept(journey: Journey, briefing: Briefing) -> None:
    def begin_kept(begun: Callable[[Briefing], None], *, rehearsal: bool) -> None:
        if not rehearsal:
            begun(briefing)
        elif not journey.under_way:
            work = partial(begin, journey, _rehearsal_of(briefing))
            journey.fetch(work, begun, "Menyiapkan gladi …", "Gladi belum dapat dimulai")

    keep = partial(journey.window.go, BriefingPapers(briefing.id))
    back = partial(journey.window.go, Section.BRIEFING)
    _Checking(journey, briefing.way, briefing.occasion, begin_kept, keep=keep, back=back, kept=True).check(Wifi())


def _rehearsal_of(briefing: Briefing) -> BriefingForm:
    guests = tuple(Invited(one.name, one.position, one.unit, one.nip) for one in briefing.guests)
    return BriefingForm(briefing.occasion, briefing.way, briefing.plan, briefing.units, guests, rehearsal=True)


def check_draft(journey: Journey, draft: Draft, way: Way, *, back: Callable[[], None]) -> None:
    """The last step of a briefing that is not kept yet."""

    def begin_it(begun: Callable[[Briefing], None], *, rehearsal: bool) -> None:
        begin_draft(journey, draft, way, rehearsal=rehearsal, begun=begun)

    def show_papers(briefing: Briefing) -> None:
        journey.window.travel(BriefingPapers(briefing.id))

    keep = partial(begin_draft, journey, draft, way, rehearsal=False, begun=show_papers)
    _Checking(journey, way, draft.occasion, begin_it, keep=keep, back=back, kept=False).check(Wifi())


class _Begin(Protocol):
    def __call__(self, begun: Callable[[Briefing], None], *, rehearsal: bool) -> None:
        """Begins the briefing, or a rehearsal of it, and hands it over."""


@dataclass(frozen=True)
class _Seen:
    """What was found in the background; `hosts` is None where no network is needed."""

    hosts: Mapping[str, str] | None
    wifi: Wifi
    around: Around


class _Checking:
    """See ready_page.Doing."""

    def __init__(
        self,
        journey: Journey,
        way: Way,
        occasion: Occasion,
        begin: _Begin,
        *,
        keep: Callable[[], None],
        back: Callable[[], None],
        kept: bool,
    ) -> None:
        self.view: ReadyPage | None = None
        self._journey = journey
        self._way = way
        self._occasion = occasion
        self._begin = begin
        self._keep = keep
        self._back = back
        self._kept = kept
        self._hall: RunningHall | None = None
        self._around: Around | None = None
        self._bridge = Bridge()
        self._bridge.told.connect(self._take)

    def check(self, wifi: Wifi) -> None:
        if not self._journey.under_way:
            work = partial(self._see, wifi, self._screens(), self._journey.pack)
            self._journey.fetch(work, self._show, _CHECKING, "Kesiapan belum dapat dicek")

    def keep(self) -> None:
        self._keep()

    def back(self) -> None:
        self._back()

    def _screens(self) -> Screens:
        """For the window's thread."""
        from PySide6.QtGui import QGuiApplication

        from asnquiz.ui.briefing.lead.stage import displays

        apart = len(displays(self._journey.window))
        return Screens(apart, mirrored=len(QGuiApplication.screens()) > apart)

    def _see(self, wifi: Wifi, screens: Screens, pack: Pack) -> _Seen:
        network = wifi.network or store_of(self._journey).setting(NETWORK) or ""
        found = {one.host: one.words for one in lan_addresses()} if self._way.networked else None
        host = wifi.host if wifi.host in (found or {}) else next(iter(found or {}), None)
        address, trouble, reached = self._open(host, pack) if host else (None, "", 0)
        free = shutil.disk_usage(self._journey.data).free
        around = Around(screens, power(), keep_awake_words(), free, address, reached, trouble)
        return _Seen(found, Wifi(host, network, wifi.password), around)

    def _open(self, host: str, pack: Pack) -> tuple[str | None, str, int]:
        """Opens the door anew; where it is or why it is not, and how many phones tried it."""
        from asnquiz.programs.trial_door import open_trial_door

        self._close()
        told: list[News] = []

        def tell(what: News | Trouble) -> None:
            if isinstance(what, News):
                told.append(what)
                self._bridge.tell(what)

        try:
            self._hall = open_trial_door(host, self._occasion, pack, self._journey.learning.clock, tell)
        except Refusal as refusal:
            return None, str(refusal), 0
        door = told[0].door
        return door.address if door else None, "", told[0].reached

    def _close(self) -> None:
        """For the background."""
        hall, self._hall = self._hall, None
        if hall:
            hall.close()

    def _show(self, seen: _Seen) -> None:
        self._around = seen.around
        window, checks = self._journey.window, self._checks(seen.around)
        window.show_page(ReadyPage(window.theme, checks, self, hosts=seen.hosts, wifi=seen.wifi, kept=self._kept))

    def _checks(self, around: Around) -> Sequence[Check]:
        return check_briefing(self._way, self._journey.pack, around)

    def _take(self, told: News) -> None:
        if self._around and self.view and told.door and told.door.address == self._around.address:
            self._around = replace(self._around, reached=told.reached)
            self.view.show_checks(self._checks(self._around))

    def start(self, wifi: Wifi, *, rehearsal: bool) -> None:
        journey = self._journey

        def lead(briefing: Briefing) -> None:
            # The door is closed before the hall opens its own at the same place.
            self.left(self.view)
            door = DoorWish(wifi.host, wifi.network, wifi.password or None)
            journey.window.travel(LeadBriefing(briefing.id, door))

        if wifi.network:
            keep = partial(_keep_network, journey, wifi.network)
            journey.keep(keep, "Nama Wi-Fi belum tersimpan")
        self._begin(lead, rehearsal=rehearsal)

    def left(self, view: ReadyPage | None) -> None:
        if view is self.view:
            self.view = None
            self._journey.keep(self._close, "Halaman percobaan belum tertutup")


def _keep_network(journey: Journey, network: str) -> None:
    store_of(journey).keep_setting(NETWORK, network)
