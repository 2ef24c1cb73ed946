"""The hall as phones and the window meet it: coming in, answering, coming back, and what is kept before it is told."""

import subprocess
import sys
import time

import pytest

from asnquiz.classroom.hall import RunningHall
from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import Answered, course_of
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.lead_briefing import IN_USE, Close, End, GoTo, Open, Reveal, TakeOut, VoteAgain
from tests.classroom.building import ITEMS, JOIN, PLEDGE, TEST, VOTE, FakeStore, the_briefing
from tests.classroom.calling import DEADLINE, Caller, Window
from tests.classroom.conftest import Start
from tests.source_texts import ROOT


def vote(hall: RunningHall, *phones: Caller) -> None:
    """Opens the vote, and waits until phones know it."""
    hall.send(GoTo(VOTE))
    hall.send(Open(VOTE))
    for phone in phones:
        while phone.room["screen"]["kind"] != "vote":
            phone.hear("room")


def test_somebody_comes_in_and_is_told_who_they_are_and_where_the_room_is(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as phone:
        assert phone.hear("form") | {"token": ""} == {
            "t": "form",
            "title": "Netralitas",
            "coded": True,
            "units": [],
            "tables": False,
            "token": "",
        }
        phone.ask_in("  Rudi \u202e Hartono ")
        phone.hear("token")
        phone.settle()
        assert (phone.own["name"], phone.own["unit"], phone.own["given"]) == ("Rudi Hartono", "Dinas Sosial", [])
        assert phone.room["screen"]["kind"] == "wait"
        assert window.wait(lambda news: news.online == {1}).course.participants[1].name == "Rudi Hartono"
    window.wait(lambda news: not news.online)


def test_an_invited_person_comes_in_by_code_alone(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as phone:
        phone.join(guest=" b7-km ")
        assert (phone.own["name"], phone.own["unit"]) == ("Siti Aminah", "Dinas Kesehatan")


def test_one_secret_is_told_before_and_after_and_never_kept(
    hall: RunningHall, window: Window, store: FakeStore
) -> None:
    with Caller(window.door) as phone:
        early = phone.hear("form")["token"]
        phone.ask_in()
        assert phone.hear("token")["token"] == early
    assert len(early) >= 22
    assert early not in repr(store.kept)


def test_a_phone_that_was_cut_off_while_it_came_in_is_known_when_it_is_back(
    hall: RunningHall, window: Window, store: FakeStore
) -> None:
    store.may_keep.clear()
    with Caller(window.door) as phone:
        token = phone.hear("form")["token"]
        phone.ask_in()
        assert store.asked.acquire(timeout=DEADLINE)
    with Caller(window.door, token) as back:
        store.may_keep.set()
        back.settle()
        assert back.own["name"] == "Rudi"
    assert len(store.kept) == 1


def test_a_second_tap_on_coming_in_makes_nobody_new(hall: RunningHall, window: Window, store: FakeStore) -> None:
    with Caller(window.door) as phone:
        phone.hear("form")
        phone.ask_in()
        phone.ask_in()
        phone.hear("token")
        phone.settle()
        phone.say_raw("?")
        phone.hear("refused")
    assert len(store.kept) == 1


def test_an_answer_is_saved_only_once_it_is_kept(hall: RunningHall, window: Window, store: FakeStore) -> None:
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        while store.asked.acquire(blocking=False):
            pass
        store.may_keep.clear()
        phone.answer(VOTE, ITEMS[0], [2])
        assert store.asked.acquire(timeout=DEADLINE)
        assert phone.has_heard_all()
        assert not window.news.course.answers
        store.may_keep.set()
        assert phone.hear("saved") == {
            "t": "saved",
            "of": "answer",
            "step": VOTE,
            "item": ITEMS[0],
            "round": 1,
            "number": 1,
        }
    assert window.wait(lambda news: bool(news.course.answers)).course.given(VOTE, ITEMS[0], 1)[1].answer == (2,)


def test_what_comes_while_a_group_is_kept_makes_the_next(hall: RunningHall, window: Window, store: FakeStore) -> None:
    phones = [Caller(window.door).join(f"Peserta {at}") for at in range(9)]
    vote(hall, *phones)
    while store.asked.acquire(blocking=False):
        pass
    store.may_keep.clear()
    phones[0].answer(VOTE, ITEMS[0], [0])
    assert store.asked.acquire(timeout=DEADLINE)
    for phone in phones[1:]:
        phone.answer(VOTE, ITEMS[0], [1])
        phone.say_raw("?")
        phone.hear("refused")  # so the answer before it has been taken in
    store.may_keep.set()
    for phone in phones:
        phone.hear("saved")
        phone.leave()
    assert store.groups[-2:] == [1, 8]


def test_an_answer_twice_is_saved_twice_and_kept_once(hall: RunningHall, window: Window, store: FakeStore) -> None:
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        for _ in range(3):
            phone.answer(VOTE, ITEMS[0], [2])
        for _ in range(3):
            phone.hear("saved")
        phone.answer(VOTE, ITEMS[0], [1], number=2)
        phone.hear("saved")
    assert [event.what.answer for event in store.kept if isinstance(event.what, Answered)] == [(2,), (1,)]


def test_the_last_answer_before_closing_counts(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        phone.answer(VOTE, ITEMS[0], [0], number=1)
        phone.answer(VOTE, ITEMS[0], [3], number=2)
        phone.hear("saved")
        phone.hear("saved")
        hall.send(Close(VOTE))
        assert phone.hear("room")["screen"]["open"] is False
        phone.answer(VOTE, ITEMS[0], [1], number=3)
        assert phone.hear("refused")["number"] == 3
        hall.send(VoteAgain(VOTE))
        assert phone.hear("room")["screen"]["round"] == 2
        phone.answer(VOTE, ITEMS[0], [2], number=1, round_=2)
        phone.hear("saved")
        hall.send(Reveal(VOTE))
        assert phone.hear("room")["screen"]["key"] == [2]
    course = window.wait(lambda news: news.course.state(VOTE).revealed).course
    assert [course.given(VOTE, ITEMS[0], round_)[1].answer for round_ in (1, 2)] == [(3,), (2,)]


def test_answers_are_told_to_nobody_else_and_move_no_room(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as one, Caller(window.door) as other:
        one.join()
        other.join()
        vote(hall, one, other)
        one.answer(VOTE, ITEMS[0], [2])
        one.hear("saved")
        other.say_raw("?")
        other.hear("refused")
        assert other.has_heard_all()


def test_the_window_is_told_of_answers_ten_times_a_second_at_most_and_of_the_last(
    hall: RunningHall, window: Window
) -> None:
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        window.wait(lambda news: news.course.state(VOTE).open)
        before, began = len(window.told), time.monotonic()
        for number in range(1, 101):
            phone.answer(VOTE, ITEMS[0], [number % 4], number)
            phone.hear("saved")
        took = time.monotonic() - began
        assert len(window.told) - before <= took / 0.1 + 2
        window.wait(lambda news: news.course.happened == 3 + 100)


def test_a_window_that_fails_to_listen_is_no_fault_of_phones(
    start: Start, window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    hall = start()
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        window.wait(lambda news: news.course.state(VOTE).open)
        window.fails = True
        phone.answer(VOTE, ITEMS[0], [2])
        phone.hear("saved")
        hall.send(Close(VOTE))
        assert phone.hear("room")["screen"]["open"] is False
        window.fails = False
    window.wait(lambda news: not news.online and not news.course.state(VOTE).open)
    assert "telling what was kept failed" in caplog.messages


def test_a_phone_that_reloads_finds_its_answers_and_replaces_its_old_page(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        phone.answer(VOTE, ITEMS[0], [2])
        phone.hear("saved")
        with Caller(window.door, phone.token) as again:
            again.settle()
            assert again.own["given"] == [{"step": VOTE, "item": ITEMS[0], "round": 1, "answer": [2], "number": 1}]
            assert again.room["screen"]["kind"] == "vote"
            phone.hear("bye")
            assert phone.is_let_go()
            window.wait(lambda news: news.online == {1})
            again.answer(VOTE, ITEMS[0], [1], number=2)
            again.hear("saved")


def test_a_code_that_is_in_use_is_nobody_elses_until_its_phone_is_gone(
    hall: RunningHall, window: Window, store: FakeStore
) -> None:
    with Caller(window.door) as phone:
        phone.join(guest="B7KM")
        with Caller(window.door) as other:
            other.hear("form")
            other.ask_in(guest="B7KM")
            assert other.hear("refused")["words"] == IN_USE
            window.wait(lambda news: news.online == {1})
            phone.leave()
            window.wait(lambda news: not news.online)
            other.ask_in(guest="B7KM")
            other.hear("token")
            other.settle()
            with Caller(window.door, phone.token) as old:
                old.hear("form")
    assert len(course_of(store.kept).participants) == 1


def test_who_is_taken_out_is_told_so_and_is_nobody_from_then_on(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as phone:
        phone.join()
        vote(hall, phone)
        hall.send(TakeOut(1))
        phone.hear("bye")
        assert phone.is_let_go()
        with Caller(window.door, phone.token) as back:
            back.hear("form")
            back.answer(VOTE, ITEMS[0], [2])
            assert back.hear("refused")["of"] == "answer"
    window.wait(lambda news: news.course.participants[1].removed and not news.online)


def test_a_test_is_answered_submitted_and_its_result_told_to_each_alone(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as right, Caller(window.door) as wrong:
        right.join("Benar")
        wrong.join("Salah")
        hall.send(GoTo(TEST))
        hall.send(Open(TEST))
        for phone, rows in ((right, ([2], [1])), (wrong, ([0], [1]))):
            while phone.room["screen"]["kind"] != "test":
                phone.hear("room")
            for item, chosen in zip(ITEMS, rows, strict=True):
                phone.answer(TEST, item, chosen)
                phone.hear("saved")
            phone.say("submit", step=TEST)
            assert phone.hear("saved") == {"t": "saved", "of": "submit", "step": TEST}
            phone.answer(TEST, ITEMS[0], [1], number=2)
            phone.hear("refused")
        hall.send(Reveal(TEST))
        for phone, points in ((right, 2), (wrong, 1)):
            assert phone.hear("own")["results"] == [{"step": TEST, "right": points, "total": 2}]
            assert phone.hear("room")["screen"]["kind"] == "results"
        hall.send(GoTo(JOIN))
        right.hear("room")
        hall.send(GoTo(TEST))
        assert len(right.hear("own")["given"]) == 2


def test_the_pledge_is_tapped_once_it_is_open(hall: RunningHall, window: Window) -> None:
    with Caller(window.door) as phone:
        phone.join()
        phone.say("pledge")
        assert phone.hear("refused")["of"] == "pledge"
        hall.send(GoTo(PLEDGE))
        hall.send(Open(PLEDGE))
        while not phone.room["screen"].get("open"):
            phone.hear("room")
        for _ in range(2):
            phone.say("pledge")
            assert phone.hear("saved") == {"t": "saved", "of": "pledge"}
    assert window.wait(lambda news: bool(news.course.pledged)).course.pledged == {1}


def test_where_keeping_fails_nothing_counts_and_everybody_is_told_again(
    hall: RunningHall, window: Window, store: FakeStore
) -> None:
    with Caller(window.door) as phone, Caller(window.door) as coming:
        phone.join()
        vote(hall, phone)
        store.refuses = {"append"}
        phone.answer(VOTE, ITEMS[0], [2])
        assert phone.hear("refused")["number"] == 1
        assert phone.settle().own["given"] == []
        assert "Penyimpanan penuh" in window.wait_for_trouble().words
        coming.hear("form")
        coming.ask_in()
        coming.hear("refused")
        coming.hear("form")
        store.refuses = {"append", "events"}
        phone.settle()
        phone.answer(VOTE, ITEMS[0], [2])
        phone.hear("refused")
        phone.settle()
        store.refuses = set()
        phone.answer(VOTE, ITEMS[0], [2])  # reads again what is kept
        phone.hear("refused")
        phone.settle()
        phone.answer(VOTE, ITEMS[0], [2])
        phone.hear("saved")
        coming.ask_in()
        coming.hear("token")
        assert coming.settle().own["name"] == "Rudi"
    assert [event.number for event in store.kept] == list(range(1, len(store.kept) + 1))
    assert window.wait(lambda news: len(news.course.participants) == 2).course == course_of(store.kept)


def test_a_command_that_cannot_be_done_is_told_in_words(hall: RunningHall, window: Window) -> None:
    hall.send(Open(JOIN))
    assert "tidak meminta jawaban" in window.wait_for_trouble().words
    before = len(window.told)
    hall.send(GoTo(99))
    assert "kesalahan program" in window.wait_for_trouble(before).words
    hall.send(GoTo(VOTE))
    window.wait(lambda news: news.course.step == VOTE)


def test_a_hall_goes_on_from_what_is_kept(start: Start, window: Window, store: FakeStore) -> None:
    first = start()
    with Caller(window.door) as phone:
        phone.join()
        vote(first, phone)
        phone.answer(VOTE, ITEMS[0], [2])
        phone.hear("saved")
        first.close()
        phone.hear("bye")
    assert window.news.course == course_of(store.kept)
    second = start()
    with Caller(window.door, phone.token) as phone:
        assert phone.settle().own["given"][0]["answer"] == [2]
        phone.answer(VOTE, ITEMS[0], [1], number=2)
        phone.hear("saved")
        second.send(End())
        assert phone.hear("room")["screen"]["kind"] == "over"


def test_closing_waits_for_what_is_being_kept(hall: RunningHall, window: Window, store: FakeStore) -> None:
    store.may_keep.clear()
    hall.send(GoTo(VOTE))
    hall.send(End())
    assert store.asked.acquire(timeout=DEADLINE)
    store.may_keep.set()
    hall.close()
    hall.close()
    hall.send(GoTo(JOIN))
    assert window.news.course == course_of(store.kept)
    assert window.news.course.ended


def test_a_hall_whose_record_cannot_be_read_does_not_start(start: Start, store: FakeStore) -> None:
    store.refuses = {"events"}
    with pytest.raises(Refusal, match="Penyimpanan penuh"):
        start()


def test_one_phone_for_a_table(start: Start, window: Window) -> None:
    start(the_briefing(Way.TABLES))
    with Caller(window.door) as phone:
        assert phone.hear("form")["tables"] is True
        phone.ask_in("Meja 4", people=6)
        phone.hear("token")
        assert phone.settle().own["people"] == 6


_WITHOUT = """
import os, sys
from pathlib import Path
from asnquiz.classroom.hall import start_hall
from asnquiz.domain.briefing import Way
from asnquiz.usecases.lead_briefing import GoTo
from tests.classroom.building import FakeStore, the_briefing, the_pack
from tests.classroom.calling import Window
from tests.fakes import FakeClock

def listening():
    if sys.platform != "linux":
        return set()
    listed = [line.split() for line in Path("/proc/self/net/tcp").read_text().splitlines()[1:]]
    own = {os.readlink(file) for file in Path("/proc/self/fd").iterdir() if file.exists()}
    return {one[9] for one in listed if one[3] == "0A" and f"socket:[{one[9]}]" in own}

for way, host in ((Way.HANDS, "127.0.0.1"), (Way.PHONES, None)):
    window = Window()
    hall = start_hall(the_briefing(way), the_pack(), FakeStore(), FakeClock(), window, host=host)
    hall.send(GoTo(1))
    window.wait(lambda news: news.course.step == 1)
    assert window.news.door is None
    assert not listening()
    assert not {"uvicorn", "starlette"} & set(sys.modules)
    hall.close()
window = Window()
hall = start_hall(the_briefing(), the_pack(), FakeStore(), FakeClock(), window, host="127.0.0.1")
assert len(listening()) == (sys.platform == "linux")
hall.close()
assert not listening()
print("ya")
"""


def test_nothing_listens_without_a_networked_way_or_an_address_or_after_the_end() -> None:
    done = subprocess.run([sys.executable, "-c", _WITHOUT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "ya\n", done.stderr
