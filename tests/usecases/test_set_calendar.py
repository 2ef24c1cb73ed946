"""The office's calendar: kept with who and when, refused where it cannot be, read strictly, and free of the erased."""

import datetime as dt
import json
from uuid import uuid4

import pytest

from asnquiz.domain.layer import lay_over
from asnquiz.domain.pack import Calendar, Stage
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.erase_person import erase_person
from asnquiz.usecases.set_calendar import (
    SETTING,
    LocalCalendar,
    OfficeCalendar,
    calendar_in_force,
    calendar_of,
    forget_calendar,
    local_calendar,
    office_calendar,
    set_calendar,
)
from tests import builders, layers
from tests.usecases.conftest import Desk, OpenDesk

CAMPAIGN = Stage("kampanye", "Kampanye", dt.date(2029, 9, 25), dt.date(2029, 11, 20))
CALENDAR = Calendar("Kabupaten Contoh", dt.date(2029, 9, 22), dt.date(2029, 11, 27), (CAMPAIGN,))


def keep(desk: Desk, calendar: Calendar = CALENDAR, by: str = "BKPSDM Contoh") -> OfficeCalendar:
    return set_calendar(calendar, by, profile=desk.profile, store=desk.store, clock=desk.clock)


def test_a_calendar_comes_back_with_who_set_it_and_when(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert office_calendar(desk.store) is None
    kept = keep(desk)
    assert kept == OfficeCalendar(CALENDAR, "BKPSDM Contoh", desk.clock.now().local.date(), desk.profile)
    assert office_calendar(desk.store) == kept
    later = keep(desk, Calendar("Kota Contoh", dt.date(2030, 1, 1), dt.date(2030, 2, 1)))
    assert office_calendar(desk.store) == later


def test_a_calendar_that_cannot_be_is_refused_and_the_one_before_stays(open_desk: OpenDesk) -> None:
    desk = open_desk()
    kept = keep(desk)
    with pytest.raises(Refusal, match="harus sesudah penetapan calon"):
        keep(desk, Calendar("Kota Contoh", dt.date(2029, 11, 27), dt.date(2029, 9, 22)))
    assert office_calendar(desk.store) == kept


def broken() -> list[str]:
    kept = {
        "calendar": {
            "name": "Kabupaten Contoh",
            "candidates_fixed": "2029-09-22",
            "voting": "2029-11-27",
            "stages": [],
            "confidence": None,
            "source": [],
            "facts": [],
        },
        "by": "BKPSDM",
        "on": "2029-01-01",
        "profile": "00000000-0000-0000-0000-000000000001",
    }
    assert calendar_of(json.dumps(kept)) is not None
    inner = kept["calendar"]
    assert isinstance(inner, dict)
    return [
        "",
        "[]",
        "{",
        "null",
        "[" * 100_000,
        json.dumps({**kept, "on": "kemarin"}),
        json.dumps({**kept, "lain": 1}),
        json.dumps({key: value for key, value in kept.items() if key != "by"}),
        json.dumps({**kept, "calendar": {**inner, "voting": "2029-09-22"}}),
        json.dumps({**kept, "calendar": {**inner, "voting": 20291127}}),
    ]


@pytest.mark.parametrize("kept", [None, *broken()])
def test_what_is_not_understood_is_no_calendar(kept: str | None) -> None:
    assert calendar_of(kept) is None


def test_an_erased_person_is_taken_out_and_the_days_stay(open_desk: OpenDesk) -> None:
    desk = open_desk()
    keep(desk, by="Nurhayati Rahmawati")
    erase_person(desk.profile, desk.store)
    left = office_calendar(desk.store)
    assert left is not None
    assert (left.calendar, left.by) == (CALENDAR, None)
    assert "Nurhayati" not in (desk.store.setting(SETTING) or "")


def test_erasing_somebody_else_leaves_who_set_it(open_desk: OpenDesk) -> None:
    desk = open_desk()
    kept = keep(desk)
    other = desk.add_profile(uuid4())
    erase_person(other, desk.store)
    assert office_calendar(desk.store) == kept


def test_the_calendar_of_a_layer_holds_until_another_is_set_here_and_again_once_that_is_forgotten(
    open_desk: OpenDesk,
) -> None:
    desk, pack = open_desk(), lay_over(builders.pack(), layers.layer(calendar=CALENDAR))
    given = LocalCalendar(CALENDAR, "BKPSDM Kabupaten Contoh")
    assert calendar_in_force(pack, desk.store) == given
    kept = keep(desk, Calendar("Kota Contoh", dt.date(2030, 1, 1), dt.date(2030, 2, 1)))
    assert calendar_in_force(pack, desk.store) == kept
    forget_calendar(desk.store)
    assert calendar_in_force(pack, desk.store) == given


def test_the_example_of_a_national_pack_is_nobodys_calendar(open_desk: OpenDesk) -> None:
    national = builders.pack(calendar=CALENDAR)
    assert calendar_in_force(national, open_desk().store) is None
    assert local_calendar(lay_over(national, layers.layer())) is None
