"""To the briefings: their list, trying one out, the trainer's own plans, and erasing one."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from asnquiz.domain.briefing import Briefing, Plan, Way
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.begin_briefing import begin, rehearsal_form, store_of
from asnquiz.ui.destinations import EditPlan, LeadBriefing, Section, ShowBriefing
from asnquiz.ui.widgets.ask import ask
from asnquiz.usecases.plan_briefing import READY, keep_plan, own_plan, ready_plans

if TYPE_CHECKING:
    from asnquiz.ui.briefing.list_page import Briefings

_LOST = (
    "Nama peserta, jawaban, dan hasilnya dihapus dari komputer ini untuk seterusnya, dan tidak dapat dikembalikan. "
    "Simpan hasilnya lebih dahulu bila masih diperlukan kantor."
)
_EMPTY = Plan("", "Rencana saya", ())


def travel(journey: Journey, destination: Section | EditPlan) -> None:
    if isinstance(destination, EditPlan):
        journey.fetch(partial(_plan, journey, journey.pack, destination.plan), partial(_edit, journey), _OPENING)
    else:
        journey.fetch(partial(_read, journey, journey.pack), partial(_show, journey), _OPENING)


_OPENING = "Membuka Sosialisasi …"


def _read(journey: Journey, pack: Pack) -> "Briefings":
    from asnquiz.ui.briefing.list_page import Briefings

    store = store_of(journey)
    return Briefings(store.summaries(), ready_plans(pack, Way.PHONES), store.plans())


def _show(journey: Journey, shown: "Briefings") -> None:
    from asnquiz.ui.briefing.list_page import BriefingsPage

    window = journey.window
    window.show_page(BriefingsPage(window.theme, shown, _Doing(journey), window.go))


@dataclass(frozen=True)
class _Doing:
    """See list_page.Doing."""

    journey: Journey

    def rehearse(self) -> None:
        journey = self.journey
        form = rehearsal_form(journey)
        if not journey.under_way:
            journey.fetch(lambda: begin(journey, form()), self._lead, "Menyiapkan gladi …", "Gladi belum dapat dimulai")

    def _lead(self, briefing: Briefing) -> None:
        self.journey.window.travel(LeadBriefing(briefing.id))

    def erase(self, briefing: uuid.UUID) -> None:
        journey = self.journey
        look = partial(journey.window.go, ShowBriefing(briefing))
        answers = [("Hapus", partial(self._erase, briefing)), ("Lihat hasil", look), ("Batal", None)]
        ask(journey.window, "Hapus sosialisasi ini?", _LOST, answers, default=2)

    def _erase(self, briefing: uuid.UUID) -> None:
        journey = self.journey
        if not journey.under_way:
            again = partial(journey.window.travel, Section.BRIEFING)
            work = lambda: store_of(journey).erase(briefing)  # noqa: E731
            journey.fetch(work, lambda _: again(), "Menghapus sosialisasi …", "Sosialisasi belum terhapus")


def _plan(journey: Journey, pack: Pack, plan: str | None) -> Plan:
    """The plan to be changed; of a ready one a copy. Raises Refusal where there is none."""
    if plan is None:
        return own_plan(_EMPTY, _EMPTY.name, uuid.uuid4())
    plans = (*store_of(journey).plans(), *ready_plans(pack, Way.PHONES))
    found = next((one for one in plans if one.id == plan), None)
    if found is None:
        raise Refusal("Rencana itu tidak ada lagi. Pilih rencana lain di daftar.")
    return own_copy(found)


def _edit(journey: Journey, plan: Plan) -> None:
    back = partial(journey.window.go, Section.BRIEFING)
    edit_plan(journey, plan, Way.PHONES, kept=lambda _: back(), back=back)


def own_copy(plan: Plan) -> Plan:
    """A plan that the trainer may change: their own as it is, a ready one under a name of its own."""
    return own_plan(plan, f"{plan.name} (saya)", uuid.uuid4()) if plan.id.startswith(READY) else plan


def edit_plan(
    journey: Journey, plan: Plan, way: Way, *, kept: Callable[[Plan], None], back: Callable[[], None]
) -> None:
    """Opens a plan of the trainer's own, to be kept; `way` is how people will answer."""
    from asnquiz.ui.briefing.plan_editing import PlanEditing
    from asnquiz.ui.briefing.plan_editor_page import PlanEditorPage

    def keep(plan: Plan, done: Callable[[], None]) -> None:
        if not journey.under_way:
            work = partial(_keep, journey, plan)
            journey.fetch(work, lambda _: done(), "Menyimpan rencana …", "Rencana belum tersimpan")

    presenter = PlanEditing(plan, journey.pack, way, keep)

    def remove() -> None:
        words = f"Rencana “{presenter.plan.name}” dihapus. Sosialisasi yang sudah memakainya tidak berubah."
        ask(journey.window, "Hapus rencana ini?", words, [("Hapus", removing), ("Batal", None)], default=1)

    def removing() -> None:
        if not journey.under_way:
            work = lambda: store_of(journey).remove_plan(plan.id)  # noqa: E731
            journey.fetch(work, lambda _: back(), "Menghapus rencana …", "Rencana belum terhapus")

    page = PlanEditorPage(journey.window.theme, presenter, kept=lambda: kept(presenter.saved), back=back, remove=remove)
    journey.window.show_page(page)


def _keep(journey: Journey, plan: Plan) -> Plan:
    return keep_plan(plan, store=store_of(journey))
