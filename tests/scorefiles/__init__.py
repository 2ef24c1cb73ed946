"""Tests of the files that travel."""
