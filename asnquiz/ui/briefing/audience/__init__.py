"""What the room sees: one window for the projector, which is given pictures of the briefing and nothing else of it."""
