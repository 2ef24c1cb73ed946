"""Tests of what one can do."""
