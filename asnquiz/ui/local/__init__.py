"""Setempat: what an office has added, whom to ask there, and its questions that decide no score."""
