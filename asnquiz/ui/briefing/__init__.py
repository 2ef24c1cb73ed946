"""The screens of a briefing: preparing it, leading it, what the room sees, and its record."""
