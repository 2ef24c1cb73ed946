"""Tests of the house itself: its rules, its requirements, what it is packed into, and what it must not hold."""
