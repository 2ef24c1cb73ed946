"""To the steps in which a briefing is prepared, from the occasion to the check before people sit down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from uuid import UUID

from asnquiz.domain.briefing import Occasion, Plan, Way
from asnquiz.domain.invitation import InvitationReading, Invited
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.begin_briefing import (
    begin_draft,
    first_draft,
    known_tasks,
    store_of,
    usual_way,
)
from asnquiz.programs.routes.briefings import edit_plan, own_copy
from asnquiz.ui.briefing.draft import Draft
from asnquiz.ui.briefing.way_page import RoomDraft
from asnquiz.ui.destinations import PrepareBriefing
from asnquiz.usecases.invite_guests import invited_by, invited_in
from asnquiz.usecases.plan_briefing import ready_plans

_LIST_NOT_READ = "Daftar undangan belum dapat dibaca"


def travel(journey: Journey, _destination: PrepareBriefing) -> None:
    journey.pack  # noqa: B018 - raises Refusal where there is no content to brief about
    draft = first_draft(journey)

    def read() -> _Preparing:
        tasks = {one.task.id: f"{one.task.title} ({one.task.office})" for one in known_tasks(journey)}
        return _Preparing(draft(), tasks)

    journey.fetch(read, partial(_ask_occasion, journey), "Membuka …")


@dataclass
class _Preparing:
    """What was said on the way through the steps."""

    draft: Draft
    tasks: Mapping[UUID, str]


def _ask_occasion(journey: Journey, said: _Preparing) -> None:
    from asnquiz.ui.briefing.occasion_page import OccasionPage

    def go_on(occasion: Occasion, task: UUID | None) -> None:
        said.draft = replace(said.draft, occasion=occasion, task=task)
        _ask_guests(journey, said)

    def start(occasion: Occasion, task: UUID | None) -> None:
        said.draft = replace(said.draft, occasion=occasion, task=task)
        begin_draft(journey, said.draft, said.draft.way or usual_way(), rehearsal=False)

    window = journey.window
    page = OccasionPage(
        window.theme, said.draft.occasion, said.tasks, said.draft.task, go_on=go_on, start=start, go=window.go
    )
    window.show_page(page)


def _ask_guests(journey: Journey, said: _Preparing) -> None:
    from asnquiz.ui.briefing.guests_page import GuestsPage
    from asnquiz.ui.recap.choosing import ask_for_files

    def show(reading: InvitationReading) -> None:
        if isinstance(now := journey.window.page, GuestsPage):
            now.show_reading(reading)

    def read(work: Callable[[], InvitationReading]) -> None:
        if not journey.under_way:
            journey.fetch(work, show, "Membaca daftar undangan …", _LIST_NOT_READ)

    def choose() -> None:
        chosen = lambda files: read(partial(_read_file, files[0]))  # noqa: E731
        ask_for_files(journey.window, "Pilih daftar undangan", journey.folder, chosen, kinds=_TABLES)

    def go_on(units: tuple[str, ...], people: tuple[Invited, ...]) -> None:
        draft = replace(said.draft, units=units, guests=people)
        expected = str(len(people)) if people else draft.room.people
        said.draft = replace(draft, room=replace(draft.room, people=expected))
        _ask_way(journey, said)

    page = GuestsPage(
        journey.window.theme,
        said.draft.units,
        said.draft.guests,
        offered=journey.units,
        choose=choose,
        read=lambda text: read(partial(invited_by, text)),
        go_on=go_on,
        go_back=partial(_ask_occasion, journey, said),
    )
    journey.window.show_page(page)


_TABLES = "Daftar undangan (*.xlsx *.csv *.txt)"


def _read_file(file: Path) -> InvitationReading:
    from asnquiz.documents.roster_file import read_sheets

    return invited_in(file, read_sheets=read_sheets)


def _ask_way(journey: Journey, said: _Preparing) -> None:
    from asnquiz.ui.briefing.way_page import WayPage

    def go_on(room: RoomDraft, way: Way) -> None:
        said.draft = replace(said.draft, room=room, way=way)
        _to_plan(journey, said, way)

    page = WayPage(
        journey.window.theme,
        said.draft.room,
        said.draft.way,
        invitations=bool(said.draft.guests),
        go_on=go_on,
        go_back=partial(_ask_guests, journey, said),
    )
    journey.window.show_page(page)


def _to_plan(journey: Journey, said: _Preparing, way: Way) -> None:
    pack = journey.pack

    def read() -> tuple[Plan, ...]:
        return (*store_of(journey).plans(), *ready_plans(pack, way))

    if not journey.under_way:
        journey.fetch(read, partial(_ask_plan, journey, said, way), "Membuka rencana …")


def _ask_plan(journey: Journey, said: _Preparing, way: Way, plans: Sequence[Plan]) -> None:
    from asnquiz.programs.routes.check_briefing import check_draft
    from asnquiz.ui.briefing.plan_page import PlanPage

    again = partial(_to_plan, journey, said, way)

    def edit(plan: Plan) -> None:
        def kept(plan: Plan) -> None:
            said.draft = replace(said.draft, plan=plan.id)
            again()

        edit_plan(journey, own_copy(plan), way, kept=kept, back=again)

    def go_on(plan: Plan) -> None:
        said.draft = replace(said.draft, plan=plan.id)
        check_draft(journey, said.draft, way, back=again)

    page = PlanPage(
        journey.window.theme,
        plans,
        said.draft.plan,
        journey.pack,
        way,
        edit=edit,
        go_on=go_on,
        go_back=partial(_ask_way, journey, said),
    )
    journey.window.show_page(page)
