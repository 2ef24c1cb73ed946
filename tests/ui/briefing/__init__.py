"""The screens of a briefing."""
