"""Keeping how a person wants the program to look, and reading it back."""

import json

from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.preferences import TEXT_PERCENTS, Preferences
from asnquiz.usecases.ports import LearnerStore

SETTING = "preferences"


def keep_preferences(preferences: Preferences, store: LearnerStore) -> None:
    """Keeps the preferences for the next start."""
    store.keep_setting(SETTING, json.dumps(to_plain(preferences)))


def preferences_of(kept: str | None) -> Preferences:
    """The preferences of a kept setting; the usual ones where there is none or it is no longer understood."""
    try:
        preferences = from_plain(Preferences, json.loads(kept or "{}"))
    except (KeyError, TypeError, ValueError, RecursionError):
        return Preferences()
    return preferences if preferences.text_percent in TEXT_PERCENTS else Preferences()
