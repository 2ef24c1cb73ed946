"""Leading a briefing: the leader's page, and where the room's window stands."""
