"""Between domain values and JSON: whatever goes out comes back the same, and nothing else comes in."""

import datetime as dt
import inspect
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain import attempt, exam_clock, fault, moment, pack, person, score_report
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Blueprint, Law, Option, Phase, Rule
from asnquiz.domain.plain import from_plain, to_plain
from tests import builders

MODULES = (attempt, exam_clock, fault, moment, pack, person, score_report)
TYPES = [
    kind
    for module in MODULES
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if kind.__module__ == module.__name__ and is_dataclass(kind)
]

_EXAMPLES = settings().max_examples
# Made of the others, and slow to draw.
WHOLES = (pack.Pack, score_report.ReportedAttempt, score_report.ScoreReport, score_report.ReadScore)

st.register_type_strategy(
    Moment,
    st.builds(
        Moment,
        st.datetimes(timezones=st.just(dt.UTC)),
        st.integers(-720, 840),
        st.integers(0, 2**53),
    ),
)
st.register_type_strategy(
    pack.Pack,
    st.builds(
        builders.pack,
        st.tuples(st.from_type(pack.Item)),
        exam=st.from_type(Blueprint),
        topics=st.dictionaries(st.text(), st.text()),
        laws=st.tuples(st.from_type(Law)),
        rules=st.tuples(st.from_type(Rule)),
        scenarios=st.tuples(st.from_type(pack.Scenario)),
    ),
)


def comes_back(value: object) -> bool:
    return from_plain(type(value), json.loads(json.dumps(to_plain(value)))) == value


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind not in WHOLES], ids=lambda kind: kind.__name__)
@settings(max_examples=_EXAMPLES // 6)
@given(data=st.data())
def test_every_value_comes_back_from_json(kind: type, data: st.DataObject) -> None:
    assert comes_back(data.draw(st.from_type(kind)))


@pytest.mark.parametrize("kind", WHOLES, ids=lambda kind: kind.__name__)
@settings(max_examples=max(1, _EXAMPLES // 20))
@given(data=st.data())
def test_every_whole_comes_back_from_json(kind: type, data: st.DataObject) -> None:
    assert comes_back(data.draw(st.from_type(kind)))


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_a_missing_and_an_unknown_name_are_refused(kind: Any) -> None:
    needed = [field for field in fields(kind) if not field.metadata]
    names = [field.name.rstrip("_") for field in needed]
    with pytest.raises(KeyError, match=kind.__name__):
        from_plain(kind, dict.fromkeys([*names, "lain"]))
    for missing in names:
        with pytest.raises(KeyError, match=f"{kind.__name__}.*{missing}"):
            from_plain(kind, dict.fromkeys(name for name in names if name != missing))


def test_a_python_keyword_is_written_without_its_underscore() -> None:
    exam = builders.pack().exam
    plain = to_plain(exam)
    assert isinstance(plain, dict)
    assert plain["pass"] == 75
    assert "pass_" not in plain
    assert from_plain(Blueprint, plain) == exam
    with pytest.raises(KeyError, match="pass"):
        from_plain(Blueprint, plain | {"pass_": 75})


def test_the_plain_form_has_the_field_names_and_the_values_of_the_files() -> None:
    assert to_plain(builders.law()) == {
        "id": "pp-94-2021",
        "kind": "peraturan-pemerintah",
        "number": "94 Tahun 2021",
        "title": "Disiplin Pegawai Negeri Sipil",
        "date": "2021-08-31",
        "status": "berlaku",
        "note": None,
        "replaced_by": None,
        "confidence": "A",
        "source": ["S12"],
        "articles": [
            {"ref": "Pasal 5 huruf n angka 5", "text": "membuat keputusan yang menguntungkan", "confidence": "A"}
        ],
    }
    assert to_plain(builders.rule().sanction) == {"pns": "Hukuman disiplin berat"}
    assert to_plain(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
    assert to_plain(builders.moment()) == {"utc": "2026-11-21T01:00:00+00:00", "offset_minutes": 420, "counter": 1}


@pytest.mark.parametrize(
    ("kind", "name", "wrong"),
    [
        (Option, "text", 1),
        (Option, "text", None),
        (Option, "key", 1),
        (Option, "key", "true"),
        (Blueprint, "items", True),
        (Blueprint, "items", 3.0),
        (Blueprint, "items", "3"),
        (Blueprint, "phase", []),
        (Blueprint, "phase", {"sometime": 3}),
        (Law, "date", "31-08-2021"),
        (Law, "date", 20210831),
        (Law, "status", "BERLAKU"),
        (Law, "status", None),
        (Law, "source", "S12"),
        (Law, "articles", [None]),
        (Rule, "phases", ["before", "later"]),
        (Rule, "sanction", {"pns": 1}),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: Any, name: str, wrong: object) -> None:
    example = {Option: Option("a", "b"), Blueprint: builders.pack().exam, Law: builders.law(), Rule: builders.rule()}
    plain = to_plain(example[kind])
    assert isinstance(plain, dict)
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_plain(kind, plain | {name: wrong})


@pytest.mark.parametrize("wrong", [None, [], "Siti", 1])
def test_an_object_is_wanted_where_an_object_is_due(wrong: object) -> None:
    with pytest.raises(TypeError, match="expected dict"):
        from_plain(Option, wrong)


@pytest.mark.parametrize("wrong", [1, None, "bukan-uuid", ["a"]])
def test_an_id_that_is_none_is_refused(wrong: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_plain(UUID, wrong)


@pytest.mark.parametrize("value", [1.5, b"x", {1, 2}, object()])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no plain form"):
        to_plain(value)


@pytest.mark.parametrize("kind", [int | str, set[int], float, object])
def test_a_type_that_cannot_be_read_back_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match="cannot decode"):
        from_plain(kind, 1)


def test_a_value_may_be_missing_only_where_its_type_says_so() -> None:
    optional: Any = Phase | None
    assert from_plain(optional, None) is None
    assert from_plain(optional, "before") is Phase.BEFORE
    with pytest.raises(ValueError, match="None"):
        from_plain(Phase, None)


def test_every_enum_is_written_as_a_word_of_the_files() -> None:
    for module in MODULES:
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Enum):
                assert all(isinstance(member.value, str) for member in kind)
