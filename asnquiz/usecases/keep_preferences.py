"""Keeping how a person wants the program to look, and reading it back, which is done before the first picture."""

import json

from asnquiz.domain.preferences import TEXT_PERCENTS, Preferences, ThemeChoice
from asnquiz.usecases.ports import LearnerStore

SETTING = "preferences"


def keep_preferences(preferences: Preferences, store: LearnerStore) -> None:
    """Keeps the preferences for the next start."""
    kept = {
        "theme": preferences.theme.value,
        "text_percent": preferences.text_percent,
        "letter_keys": preferences.letter_keys,
    }
    store.keep_setting(SETTING, json.dumps(kept))


def preferences_of(kept: str | None) -> Preferences:
    """The preferences of a kept setting; the usual ones where there is none or it is no longer understood."""
    try:
        plain = json.loads(kept or "{}")
        letters = plain.get("letter_keys", True) is not False
        preferences = Preferences(ThemeChoice(plain["theme"]), plain["text_percent"], letters)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return Preferences()
    return preferences if preferences.text_percent in TEXT_PERCENTS else Preferences()
