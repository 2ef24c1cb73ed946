"""Messages of phones are read strictly: what the phone page sends, and nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.classroom.wire import Answer, Hello, Join, Pledge, Said, Submit, UnreadableError, names, read, told
from asnquiz.usecases.show_phone import OwnAnswer, OwnState

ANSWER = {"t": "answer", "step": 1, "item": "soal-1", "round": 1, "answer": [0, 2], "number": 3}


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"t": "hello", "token": None}, Hello(None)),
        ({"t": "hello", "token": "rahasia"}, Hello("rahasia")),
        (
            {"t": "join", "class": "482913", "guest": "", "name": "Rudi", "unit": "Dinas", "people": 1},
            Join("482913", "", "Rudi", "Dinas", 1),
        ),
        (ANSWER, Answer(1, "soal-1", 1, (0, 2), 3)),
        ({"t": "submit", "step": 2}, Submit(2)),
        ({"t": "pledge"}, Pledge()),
    ],
)
def test_what_the_page_sends_is_read(message: dict[str, object], said: Said) -> None:
    assert read(json.dumps(message)) == said
    assert read(json.dumps(dict(reversed(message.items())), ensure_ascii=False)) == said


@pytest.mark.parametrize(
    "change",
    [
        {"step": True},
        {"step": 1.0},
        {"step": -1},
        {"step": 10**30},
        {"step": None},
        {"step": "1"},
        {"answer": "02"},
        {"answer": {"0": 1}},
        {"answer": [0] * 101},
        {"answer": [[0]]},
        {"answer": [-1]},
        {"item": 7},
        {"item": "\ud800"},
        {"round": 9},
        {"number": 10**12},
        {"more": 1},
        {"t": "jawab"},
        {"t": ["answer"]},
        {"t": None},
        {"t": "pledge"},
    ],
)
def test_any_other_type_or_key_is_unreadable(change: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        read(json.dumps(ANSWER | change))


@pytest.mark.parametrize("missing", ANSWER)
def test_a_key_that_is_missing_is_unreadable(missing: str) -> None:
    with pytest.raises(UnreadableError):
        read(json.dumps({key: value for key, value in ANSWER.items() if key != missing}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '"hello"',
        "{",
        '{"t":"pledge"} {}',
        "{'t':'pledge'}",
        '{"t":"submit","step":NaN}',
        '{"t":"submit","step":-Infinity}',
        '{"t":"submit","step":1,"step":2}',
        '{"t":"submit","step":1e400}',
        '{"t":"submit","step":' + "9" * 4000 + "}",
        '{"t":"submit","step":' + "9" * 5000 + "}",
        "[" * 4096,
        '{"t":' * 800,
    ],
)
def test_what_is_no_message_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text)


@given(st.text(), st.text(), st.text(), st.text(), st.integers(0, 10**8))
def test_texts_are_read_as_they_were_typed(code: str, guest: str, name: str, unit: str, people: int) -> None:
    message = {"t": "join", "class": code, "guest": guest, "name": name, "unit": unit, "people": people}
    assert read(json.dumps(message)) == Join(code, guest, name, unit, people)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(
    st.dictionaries(
        st.sampled_from(["t", *ANSWER, "token", "class", "x"]), _JSON | st.sampled_from(["answer", "hello"])
    )
)
def test_nothing_else_can_come_of_any_json(message: dict[str, object]) -> None:
    try:
        said = read(json.dumps(message))
    except UnreadableError:
        return
    assert names(said)["of"] == message["t"]


def test_what_is_told_holds_the_fields_of_a_value_and_those_beside_it() -> None:
    own = OwnState(3, '<b>"Rudi"', "Dinas", 1, (OwnAnswer(1, "soal-1", 1, (2,), 1),), (), False, ())
    assert json.loads(told("own", own, more=1)) == {
        "t": "own",
        "version": 3,
        "name": '<b>"Rudi"',
        "unit": "Dinas",
        "people": 1,
        "given": [{"step": 1, "item": "soal-1", "round": 1, "answer": [2], "number": 1}],
        "submitted": [],
        "pledged": False,
        "results": [],
        "more": 1,
    }
