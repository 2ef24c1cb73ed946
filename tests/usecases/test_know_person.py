"""Who learns here: made by choice, named later without losing anything."""

from uuid import uuid4

from asnquiz.domain.person import Employment, Person, Profile
from asnquiz.usecases.know_person import know_person, welcome
from asnquiz.usecases.take_quiz import ExamPlan
from tests.usecases.conftest import OpenDesk


def test_somebody_new_is_kept_by_name_and_a_guest_without(open_desk: OpenDesk) -> None:
    desk = open_desk()
    named, guest = uuid4(), uuid4()
    assert welcome("Budi", store=desk.store, clock=desk.clock, profile_id=named).person == Person("Budi")
    assert welcome(None, store=desk.store, clock=desk.clock, profile_id=guest).person == Person()
    assert [profile.id for profile in desk.store.profiles()] == [desk.profile, named, guest], "in the order they came"


def test_a_guest_who_gives_a_name_keeps_what_was_learned(open_desk: OpenDesk) -> None:
    desk = open_desk()
    attempt = desk.start(ExamPlan()).attempt.id
    (guest,) = desk.store.profiles()
    full = Person("Siti Aminah", "198503122010012004", "Analis", "Dinas Arsip", Employment.PNS)
    named = know_person(guest, full, desk.store)
    assert named == Profile(guest.id, full, guest.created)
    assert desk.store.profiles() == (named,)
    assert [summary.id for summary in desk.store.summaries(guest.id)] == [attempt]
