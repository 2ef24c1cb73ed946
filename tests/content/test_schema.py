"""Plain data into domain values: what the domain can hold fits, and whatever does not is said in Indonesian."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.content.schema import fit
from asnquiz.domain.pack import Blueprint, Item, Law, Lesson, Pledge, Rule, Scenario, Term
from asnquiz.domain.plain import from_plain, to_plain
from tests import builders

KINDS = (Law, Term, Rule, Lesson, Item, Scenario, Blueprint, Pledge)
VALUES: st.SearchStrategy[Any] = st.sampled_from(KINDS).flatmap(st.from_type)

SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text(max_size=5)
MESSES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner))


@given(VALUES)
def test_every_value_of_the_domain_fits_its_own_plain_form(value: Any) -> None:
    fitting = fit(type(value), to_plain(value))
    assert fitting.misfits == ()
    assert fitting.value == value


@given(VALUES)
def test_every_value_of_the_domain_survives_json(value: Any) -> None:
    assert from_plain(type(value), json.loads(json.dumps(to_plain(value)))) == value


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[Any, Any]:
    """A kind and a plain form of it in which one value, somewhere, has become something else."""
    value = draw(VALUES)
    plain: Any = to_plain(value)
    place, mess = plain, draw(MESSES)
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        if isinstance(place[key], dict | list) and place[key] and draw(st.booleans()):
            place = place[key]
            continue
        if isinstance(place, dict) and draw(st.booleans()):
            place[draw(st.text(max_size=3))] = mess
        else:
            place[key] = mess
        break
    return type(value), plain


@given(spoilt() | st.tuples(st.sampled_from(KINDS), MESSES))
def test_what_does_not_fit_is_said_in_indonesian_with_a_path_into_it(case: tuple[Any, Any]) -> None:
    kind, plain = case
    fitting = fit(kind, plain)
    assert (fitting.value is None) == bool(fitting.misfits)
    for misfit in fitting.misfits:
        assert misfit.message.endswith(".")
        assert not any(word in misfit.message for word in ("Input", "should", "valid", "required", " or "))
        found = plain
        for step in misfit.path[:-1]:
            found = found[step]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"act": 5}, 'Kunci "act" berisi 5; seharusnya teks (apit dengan kutip bila mirip angka).'),
        ({"act": None}, 'Kunci "act" berisi kosong (null); seharusnya teks (apit dengan kutip bila mirip angka).'),
        ({"condition": False}, 'Kunci "condition" berisi false; seharusnya teks (apit dengan kutip bila mirip angka).'),
        ({"phases": "during"}, 'Kunci "phases" berisi "during"; seharusnya daftar.'),
        ({"phases": ["during", "kini"]}, 'Butir ke-2 dari "phases" berisi "kini"; seharusnya salah satu dari '),
        ({"confidence": ["A"]}, 'Kunci "confidence" berisi daftar; seharusnya salah satu dari A, B, C.'),
        ({"sanction": []}, 'Kunci "sanction" berisi daftar; seharusnya kumpulan kunci dan isinya.'),
        ({"sanction": {"tni": "x"}}, 'Kunci "tni" tidak dikenal; yang ada hanya pns, cpns, pppk, '),
        ({"warna": 1}, 'Kunci "warna" tidak dikenal di sini; periksa ejaannya atau hapus.'),
    ],
)
def test_a_sentence_names_the_key_what_was_found_and_what_is_expected(changes: dict[str, Any], message: str) -> None:
    plain: Any = to_plain(builders.rule())
    (misfit,) = fit(Rule, plain | changes).misfits
    assert misfit.message.startswith(message)


@pytest.mark.parametrize("key", ["condition", "reason", "positions", "safe", "stages"])
def test_a_rule_must_write_every_key(key: str) -> None:
    plain: Any = to_plain(builders.rule())
    del plain[key]
    (misfit,) = fit(Rule, plain).misfits
    assert misfit.path == (key,)
    assert "belum ditulis" in misfit.message


def test_an_item_may_leave_out_the_rows_of_other_types() -> None:
    plain: Any = to_plain(builders.item())
    for key in ("key", "feedback", "pairs"):
        del plain[key]
    assert fit(Item, plain).value == builders.item()


def test_a_supplied_field_may_not_be_written() -> None:
    rest = {"term": "KPU", "long": None, "meaning": "Penyelenggara."}
    assert fit(Term, rest, {"see": []}).value == Term("KPU", None, "Penyelenggara.", ())
    (misfit,) = fit(Term, rest | {"see": []}, {"see": []}).misfits
    assert (misfit.path, misfit.at_key) == (("see",), True)
