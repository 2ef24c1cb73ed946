"""What the tour does in each room, by real clicks and keys."""
