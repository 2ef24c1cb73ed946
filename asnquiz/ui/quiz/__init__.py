"""Kuis: choosing, practising, sitting an exam, and looking back over the answers."""
