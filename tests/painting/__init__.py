"""Tests of asnquiz.painting: colours that can be read, icons and letters that are there."""
