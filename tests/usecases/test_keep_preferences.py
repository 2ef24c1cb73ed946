"""How the program looks is kept for the next start, and nonsense in its place does no harm."""

import json
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.preferences import TEXT_PERCENTS, Preferences, ThemeChoice
from asnquiz.storage.glance import setting_at_a_glance
from asnquiz.storage.learner import open_learner_database
from asnquiz.usecases.keep_preferences import SETTING, keep_preferences, preferences_of


@pytest.mark.parametrize(("theme", "percent"), list(product(ThemeChoice, TEXT_PERCENTS)))
def test_what_was_chosen_is_read_back_before_the_database_is_opened(
    tmp_path: Path, theme: ThemeChoice, percent: int
) -> None:
    database = tmp_path / "asnquiz.db"
    store = open_learner_database(database)
    keep_preferences(Preferences(theme, percent), store)
    assert preferences_of(setting_at_a_glance(database, SETTING)) == Preferences(theme, percent)
    store.close()
    assert preferences_of(setting_at_a_glance(database, SETTING)) == Preferences(theme, percent)


def test_letter_keys_stay_off_and_are_on_where_an_earlier_program_kept_the_look(tmp_path: Path) -> None:
    store = open_learner_database(tmp_path / "asnquiz.db")
    keep_preferences(Preferences(letter_keys=False), store)
    assert preferences_of(store.setting(SETTING)) == Preferences(letter_keys=False)
    store.close()
    assert preferences_of('{"theme": "dark", "text_percent": 150}') == Preferences(ThemeChoice.DARK, 150)


def test_who_leads_briefings_is_kept_and_nobody_does_where_an_earlier_program_kept_the_look(tmp_path: Path) -> None:
    store = open_learner_database(tmp_path / "asnquiz.db")
    keep_preferences(Preferences(briefs=True), store)
    assert preferences_of(store.setting(SETTING)) == Preferences(briefs=True)
    store.close()
    assert not preferences_of('{"theme": "dark", "text_percent": 150}').briefs
    assert not preferences_of('{"theme": "dark", "text_percent": 150, "briefs": 1}').briefs


def test_who_gathers_results_is_kept_and_nobody_does_where_an_earlier_program_kept_the_look(tmp_path: Path) -> None:
    database = tmp_path / "asnquiz.db"
    store = open_learner_database(database)
    keep_preferences(Preferences(gathers=True), store)
    assert preferences_of(setting_at_a_glance(database, SETTING)) == Preferences(gathers=True)
    store.close()
    assert not preferences_of('{"theme": "dark", "text_percent": 150}').gathers
    assert not preferences_of('{"theme": "dark", "text_percent": 150, "gathers": "ya"}').gathers


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "",
        "rusak",
        "[]",
        "{}",
        '{"theme": "ungu", "text_percent": 100}',
        '{"theme": "dark", "text_percent": 9000}',
    ],
)
def test_nonsense_means_the_usual_look(kept: str | None) -> None:
    assert preferences_of(kept) == Preferences()


def test_a_glance_makes_nothing_and_survives_a_foreign_file(tmp_path: Path) -> None:
    missing = tmp_path / "belum ada #1.db"
    assert setting_at_a_glance(missing, SETTING) is None
    assert not missing.exists()
    foreign = tmp_path / "asnquiz.db"
    foreign.write_bytes(b"bukan basis data" * 100)
    assert setting_at_a_glance(foreign, SETTING) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["theme", "text_percent"]), inner),
)


@given(st.text() | JSON.map(json.dumps) | st.just("[" * 100_000))
def test_whatever_stands_in_the_setting_gives_a_look_that_there_is(kept: str) -> None:
    preferences = preferences_of(kept)
    assert isinstance(preferences.theme, ThemeChoice)
    assert preferences.text_percent in TEXT_PERCENTS
