"""Diskusi: what opinions differ on, and questions that decide no score."""
