"""Colour and type tokens, icons and charts: QPainter drawings that serve the window and printed pages alike."""
