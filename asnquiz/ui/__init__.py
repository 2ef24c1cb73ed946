"""The window: Qt Widgets, and only here. One room a screen, each a page (widgets) and a presenter (plain Python)."""
