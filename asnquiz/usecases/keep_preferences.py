"""Keeping how each person wants the program to look, and reading it back.

The look that was used last is kept beside: the first picture has it, painted before anybody says who is there.
"""

import json
from uuid import UUID

from asnquiz.domain.preferences import IDLE_MINUTES, TEXT_PERCENTS, Preferences, ThemeChoice
from asnquiz.usecases.ports import LearnerStore

# The look used last.
SETTING = "preferences"


def own_setting(profile: UUID | str) -> str:
    """The setting with one person's preferences."""
    return f"{SETTING} {profile}"


def keep_preferences(preferences: Preferences, store: LearnerStore, profile: UUID | None = None) -> None:
    """Keeps the preferences for the next start, and those of a person for when they come in again."""
    plain = {
        "theme": preferences.theme.value,
        "text_percent": preferences.text_percent,
        "idle_minutes": preferences.idle_minutes,
        "letter_keys": preferences.letter_keys,
        "gathers": preferences.gathers,
        "briefs": preferences.briefs,
    }
    kept = json.dumps(plain)
    for name in (SETTING, *([own_setting(profile)] if profile else [])):
        if store.setting(name) != kept:
            store.keep_setting(name, kept)


def own_preferences(profile: UUID, store: LearnerStore) -> Preferences:
    """A person's preferences; the look used last where nothing of their own is kept yet, and nobody else was here."""
    kept = store.setting(own_setting(profile))
    if kept is None and len(store.profiles()) == 1:
        kept = store.setting(SETTING)
    return preferences_of(kept)


def preferences_of(kept: str | None) -> Preferences:
    """The preferences of a kept setting; the usual ones where there is none or it is no longer understood."""
    usual = Preferences()
    try:
        plain = json.loads(kept or "{}")
        idle = plain.get("idle_minutes", usual.idle_minutes)
        letters = plain.get("letter_keys", True) is not False
        gathers, briefs = plain.get("gathers") is True, plain.get("briefs") is True
        preferences = Preferences(ThemeChoice(plain["theme"]), plain["text_percent"], idle, letters, gathers, briefs)
        understood = preferences.text_percent in TEXT_PERCENTS and preferences.idle_minutes in IDLE_MINUTES
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return usual
    return preferences if understood else usual
