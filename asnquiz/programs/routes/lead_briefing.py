"""To leading a briefing: the leader's page, the room's window, and the hall behind both."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import Course, course_of
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.begin_briefing import HOST, NETWORK
from asnquiz.ui.destinations import LeadBriefing, ShowBriefing
from asnquiz.ui.widgets.ask import Answer, ask
from asnquiz.usecases.briefing_ports import DoorWish, Hall

if TYPE_CHECKING:
    from asnquiz.programs.lan import LanAddress
    from asnquiz.ui.briefing.lead.bridge import Bridge
    from asnquiz.ui.briefing.lead.presenter import LeadPresenter
    from asnquiz.ui.briefing.lead.stage import Stage

_UNSHOWN = QSize(1280, 720)  # of the room's window, before it stands anywhere
_SCREEN = "screen"  # the setting with the name of the screen that the room saw last


def travel(journey: Journey, destination: LeadBriefing) -> None:
    journey.fetch(
        partial(_read, journey, destination), partial(_lead, journey, destination.door), "Membuka sosialisasi …"
    )


def _read(journey: Journey, destination: LeadBriefing) -> tuple[Briefing, Pack, Course, str]:
    store = journey.learning.briefings.store
    briefing = store.briefing(destination.briefing)
    pack = journey.learning.packs.decode(store.compiled_pack(briefing.pack.sha256))
    return briefing, pack, course_of(store.events(briefing.id)), store.setting(_SCREEN) or ""


def _lead(journey: Journey, door: DoorWish | None, found: tuple[Briefing, Pack, Course, str]) -> None:
    from asnquiz.content.markdown import prose
    from asnquiz.documents.qr import qr_matrix
    from asnquiz.ui.briefing.audience.window import AudienceWindow
    from asnquiz.ui.briefing.lead.bridge import Bridge
    from asnquiz.ui.briefing.lead.page import LeadPage
    from asnquiz.ui.briefing.lead.presenter import LeadPresenter
    from asnquiz.ui.briefing.lead.stage import Place, Stage
    from asnquiz.ui.briefing.lead.wall import Wall

    briefing, pack, course, screen = found
    if course.ended:
        journey.window.travel(ShowBriefing(briefing.id))
        return
    bridge = Bridge()
    presenter = LeadPresenter(
        briefing,
        pack,
        course,
        prose=cache(prose),
        background=journey.background,
        start=partial(_start, journey, briefing, pack, bridge),
        door=door or DoorWish(),
    )
    bridge.told.connect(presenter.take)
    window = AudienceWindow(journey.window.theme.icons, qr_matrix, characters=journey.preferences.letter_keys)
    window.resize(_UNSHOWN)
    stage = Stage(window, journey.window, screen)
    wall = Wall(window, presenter)
    page = LeadPage(
        journey.window.theme,
        presenter,
        stage,
        wall,
        change_door=partial(_change_door, journey, presenter) if briefing.way.networked else None,
        go=journey.window.go,
    )
    bridge.setParent(page)
    stage.moved.connect(partial(_keep_screen, journey, stage))
    journey.window.show_page(page)
    stage.open(Place.BESIDE if briefing.rehearsal else Place.SECOND)
    presenter.open(presenter.door)


def _start(journey: Journey, briefing: Briefing, pack: Pack, bridge: "Bridge", door: DoorWish) -> Hall:
    """On the worker, where the server's libraries are loaded."""
    from asnquiz.classroom.hall import start_hall
    from asnquiz.programs.lan import lan_addresses

    learning, store = journey.learning, journey.learning.briefings.store
    host, network = door.host, door.network or store.setting(NETWORK) or ""
    if briefing.way.networked and host is None:
        found = [one.host for one in lan_addresses()]
        if not found:
            raise Refusal(
                "Komputer ini belum tersambung ke jaringan. Sambungkan ke router atau Wi-Fi, lalu coba buka lagi."
            )
        # Phones that were there before come back by themselves to the address that they know.
        last = store.setting(HOST)
        host = last if last in found else found[0]
    hall = start_hall(
        briefing, pack, store, learning.clock, bridge.tell, host=host, network=network, password=door.password
    )
    if briefing.way.networked and host:
        store.keep_setting(HOST, host)
    return hall


def _change_door(journey: Journey, presenter: "LeadPresenter") -> None:
    from asnquiz.programs.lan import lan_addresses

    journey.fetch(lan_addresses, partial(_choose_door, journey, presenter), "Mencari alamat …")


def _choose_door(journey: Journey, presenter: "LeadPresenter", found: "Sequence[LanAddress]") -> None:
    answers: list[Answer] = [
        (f"{one.host} ({one.words})", partial(presenter.open, replace(presenter.door, host=one.host))) for one in found
    ]
    words = (
        "Pilih alamat komputer ini di jaringan yang dipakai HP peserta. Kode kelas tetap; HP yang sudah masuk membuka "
        "alamat yang baru."
    )
    ask(journey.window, "Ganti alamat", words, [*answers, ("Batal", None)], default=len(answers))


def _keep_screen(journey: Journey, stage: "Stage") -> None:
    store = journey.learning.briefings.store
    journey.keep(partial(store.keep_setting, _SCREEN, stage.on), "Pilihan layar belum tersimpan")
